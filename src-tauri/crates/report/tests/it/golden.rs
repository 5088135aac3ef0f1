//! Pages written down as text, compared with the files in `tests/golden`.
//!
//! A change of layout shows as a change of these files. `UPDATE_GOLDEN=1` writes them anew; the
//! difference is then looked at before it is committed.

use std::fmt::Write as _;
use std::path::PathBuf;

use bc138_report::{Density, Document, Page, Paper, PlacedShape, Section};

use crate::pages::pages_of;
use crate::papers::{
    annex_titles, certificate, chart, of_sections, report, section, table, wide_annex,
};

/// Writes pages down, lengths in tenths of a point.
fn dump(pages: &[Page]) -> String {
    let mut out = String::new();
    for page in pages {
        let (width, height) = (page.width, page.height);
        let _ =
            writeln!(out, "page {} number {} {width:.0} x {height:.0}", page.position, page.number);
        for run in &page.runs {
            let turn = if run.turned { " turned" } else { "" };
            let (x, y, width) = (run.x, run.baseline, run.width);
            let _ = writeln!(
                out,
                "  {x:.1} {y:.1} {width:.1} {:?} {}{turn} {:?}",
                run.face, run.size, run.text
            );
        }
        for rule in &page.rules {
            let (x, y, width, height) = (rule.x, rule.y, rule.width, rule.height);
            let _ = writeln!(out, "  rule {x:.1} {y:.1} {width:.1} {height:.1} {}", rule.thickness);
        }
        for shape in &page.shapes {
            let (what, points) = match shape {
                PlacedShape::Stroke { points, dash, .. } => (format!("stroke {dash:?}"), points),
                PlacedShape::Area { points, fill, .. } => (format!("area {fill:?}"), points),
            };
            let points: Vec<String> =
                points.iter().map(|point| format!("{:.1},{:.1}", point.x, point.y)).collect();
            let _ = writeln!(out, "  {what} {}", points.join(" "));
        }
    }
    out
}

/// Compares a document with its file.
fn check(name: &str, document: &Document) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let found = dump(&pages_of(document));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &found).expect("the file can be written");
        return;
    }
    let kept = std::fs::read_to_string(&file).expect("the file is kept with the tests");
    let first = kept.lines().zip(found.lines()).position(|(a, b)| a != b);
    let lines = (kept.lines().count(), found.lines().count());
    assert!(kept == found, "{name} differs from line {first:?} on, lines {lines:?}");
}

#[test]
fn an_official_report() {
    check("report.txt", &of_sections(vec![section(Paper::A4, report(2))]));
}

#[test]
fn an_annex_over_two_pages() {
    let mut blocks = annex_titles("Phụ lục", "KẾT QUẢ PHONG TRÀO");
    blocks.push(table(45, 4, Density::Small).into());
    check("annex.txt", &of_sections(vec![section(Paper::A4, blocks)]));
}

#[test]
fn the_first_page_of_a_wide_annex() {
    let mut document = wide_annex();
    let bc138_report::Block::Table(table) = &mut document.sections[0].blocks[3] else {
        panic!("the annex is a table");
    };
    table.rows.truncate(6);
    check("wide-annex.txt", &document);
}

#[test]
fn a_certificate_and_its_test_sheet() {
    let name = "Bà Nguyễn Thị Phương Anh Tôn Nữ Huyền Trân Công Tằng Bảo Ngọc";
    let blocks = vec![certificate(name, false), certificate(name, true)];
    let section = Section { paper: Paper::A4Landscape, numbered: false, blocks };
    check("certificate.txt", &of_sections(vec![section]));
}

#[test]
fn a_drawing() {
    check("drawing.txt", &of_sections(vec![section(Paper::A4, vec![chart()])]));
}
