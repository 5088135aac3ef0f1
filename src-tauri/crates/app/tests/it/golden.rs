//! Every page of every document of every sample, written down: where each text, rule and shape
//! stands, as one digest a page in `tests/golden/pages.tsv`, so that no change of a page goes unseen.
//!
//! `UPDATE_GOLDEN=1` writes the file anew; the pages that changed are then looked at.

use crate::desk::{SAMPLES, sample};
use bc138_app::{DocumentStyle, Request};
use bc138_report::{Fonts, Page, PlacedShape, layout};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Everything that is drawn on a page, lengths in tenths of a point.
fn dump(page: &Page) -> String {
    let mut out = format!("{:.0} x {:.0} number {}\n", page.width, page.height, page.number);
    for run in &page.runs {
        let (x, y, width) = (run.x, run.baseline, run.width);
        let (face, size, text) = (run.face, run.size, &run.text);
        let _ = writeln!(out, "{x:.1} {y:.1} {width:.1} {face:?} {size} {text:?}");
    }
    for rule in &page.rules {
        let (x, y, width, height) = (rule.x, rule.y, rule.width, rule.height);
        let _ = writeln!(out, "rule {x:.1} {y:.1} {width:.1} {height:.1}");
    }
    for shape in &page.shapes {
        let (PlacedShape::Stroke { points, .. } | PlacedShape::Area { points, .. }) = shape;
        for point in points {
            let _ = write!(out, "{:.1},{:.1} ", point.x, point.y);
        }
    }
    out
}

/// The lines of one sample: `sample style page texts digest`; a document that cannot be made says so.
fn lines(name: &str, fonts: &Fonts) -> Vec<String> {
    let desk = sample(name);
    let mut lines = Vec::new();
    for style in DocumentStyle::ALL {
        let code = style.code();
        let Ok(document) = desk.app.compose(&Request::of(style)) else {
            lines.push(format!("{name}\t{code}\t-\t-\t-"));
            continue;
        };
        for page in layout(&document, fonts).expect("it is laid out") {
            let digest = Sha256::digest(dump(&page));
            let digest: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            let (number, texts) = (page.position, page.runs.len());
            lines.push(format!("{name}\t{code}\t{number}\t{texts}\t{digest}"));
        }
    }
    lines
}

#[test]
fn no_page_of_any_document_changes_unseen() {
    let fonts = Fonts::embedded().expect("the fonts are in the program");
    let found: Vec<String> = SAMPLES.iter().flat_map(|name| lines(name, &fonts)).collect();
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pages.tsv");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, found.join("\n") + "\n").expect("the file can be written");
        return;
    }
    let kept = std::fs::read_to_string(&file).expect("the file is kept with the tests");
    let kept: Vec<&str> = kept.lines().collect();
    let changed: Vec<&String> = found.iter().filter(|it| !kept.contains(&it.as_str())).collect();
    assert!(changed.is_empty(), "these pages are other than before: {changed:#?}");
    assert_eq!(found.len(), kept.len(), "as many pages as before");
}
