//! Briefings of other shapes, written by hand in the open format: each is taken in and printed, and
//! everything that it states stands in the text as stated.

use crate::desk::{Desk, desk};
use bc138_app::{DocumentFormat, DocumentStyle, Request};
use bc138_domain::DossierPart;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/briefings");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|it| it.expect("it can be listed").path()).collect();
    files.sort();
    files
}

fn taken(path: &Path) -> Desk {
    let mut desk = desk();
    let view = desk.app.import(path, false).expect("the file can be read");
    assert!(view.taken, "{}: {:#?}", path.display(), view.problems);
    desk
}

fn text(desk: &Desk) -> String {
    let bytes = desk
        .app
        .render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Text)
        .expect("it is written")
        .bytes;
    String::from_utf8(bytes).expect("UTF-8")
}

/// Every amount, count and name that a dossier states.
fn stated(part: &DossierPart) -> Vec<String> {
    let mut stated: Vec<String> = Vec::new();
    stated.extend(part.figures.iter().filter_map(bc138_domain::Figure::printed_amount));
    stated.extend(part.participants.iter().map(|it| it.name.clone()));
    for award in &part.awards {
        let counts = award.counts().into_iter().filter_map(|share| share.count);
        stated.extend(counts.map(|count| count.to_string()));
        stated.extend(award.authorities.iter().cloned());
    }
    stated.extend(part.targets.iter().filter_map(|it| it.amount.as_ref()).map(ToString::to_string));
    stated.extend(
        part.figures
            .iter()
            .filter_map(|it| it.window.label.clone())
            .filter(|label| Some(label) != part.dossier.window.label.as_ref()),
    );
    stated
}

#[test]
fn every_shape_prints_what_it_states() {
    let files = files();
    assert!(files.len() >= 7, "the shapes are there");
    for path in files {
        let desk = taken(&path);
        let text = text(&desk);
        let part = desk.app.part().expect("the dossier is open");
        assert!(!part.figures.is_empty(), "{} states something", path.display());
        let small = text.to_lowercase();
        for piece in stated(&part) {
            assert!(
                small.contains(&piece.to_lowercase()),
                "“{piece}” of {} stands in:\n{text}",
                path.display()
            );
        }
        for gap in ["  ", "()", "( ", " ,", " .", ",,", "…"] {
            assert!(!text.contains(gap), "“{gap}” in {}:\n{text}", path.display());
        }
    }
}

#[test]
fn a_printed_form_stays_as_it_was_written() {
    let of = |name: &str| {
        let path = files().into_iter().find(|it| it.ends_with(name)).expect("the file is there");
        text(&taken(&path))
    };
    let commune = of("ngay-hoi-cap-xa-2026.json");
    for piece in ["09", "06", "05 cá nhân", "gần 300", "12.500.000 đồng"] {
        assert!(commune.contains(piece), "“{piece}” stands in:\n{commune}");
    }
    assert!(!commune.contains("toàn tỉnh"), "a commune speaks of itself:\n{commune}");
    let weapons = of("vu-khi-giao-nop-2024.json");
    for piece in ["13,85 kg", "40.752 viên", "01 lựu đạn", "3.208 khẩu", "22.839"] {
        assert!(weapons.contains(piece), "“{piece}” stands in:\n{weapons}");
    }
}

#[test]
fn out_and_in_again_prints_the_same() {
    for path in files() {
        let first = taken(&path);
        let out = first.path_of("a.json");
        first.app.export(&out).expect("it is written");
        assert_eq!(text(&taken(&out)), text(&first), "{}", path.display());
    }
}
