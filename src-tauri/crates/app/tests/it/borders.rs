//! Borders that are chosen for a document hold for all of it: its pages, its files, where its
//! numbers come from, and what is said of it later.

use crate::desk::Desk;
use crate::truth::with_units;
use bc138_app::view::{LensChoice, SheetQuery};
use bc138_app::{DocumentStyle, Request};
use bc138_domain::Fixed;
use std::collections::{BTreeMap, BTreeSet};

fn later() -> LensChoice {
    LensChoice::On { day: "15/11/2025".to_owned() }
}

fn annex(lens: LensChoice) -> Request {
    Request { lens, ..Request::of(DocumentStyle::Annex) }
}

/// What a figure may say of a number: x, y, or their share.
pub fn sayings(value: &str) -> BTreeSet<String> {
    let mut sayings: BTreeSet<String> = value.split('/').map(str::to_owned).collect();
    let number = |text: &str| text.replace('.', "").parse().ok().and_then(Fixed::from_int);
    if let Some((x, y)) = value.split_once('/')
        && let Some((x, y)) = number(x).zip(number(y))
    {
        sayings.extend(Fixed::percent_of(x, y, 1).map(|share| share.to_string()));
    }
    sayings
}

/// The figures of units in the annex on some borders, without their signs.
fn figures(desk: &mut Desk, lens: LensChoice) -> BTreeMap<String, BTreeSet<String>> {
    let path = desk.saved(&annex(lens), "phu-luc.pdf");
    let mut figures = BTreeMap::<String, BTreeSet<String>>::new();
    for (source, text) in desk.figures(&path) {
        let text = text.trim_end_matches(['†', '‡', '§']).to_owned();
        let of_units = source.starts_with("unit/") || source.contains("/unit/");
        if of_units && text.contains(|c: char| c.is_ascii_digit()) {
            figures.entry(source).or_default().insert(text);
        }
    }
    figures
}

#[test]
fn the_source_of_a_figure_is_told_on_the_borders_of_its_document() {
    let mut desk = with_units();
    for lens in [LensChoice::AsReported, later()] {
        let figures = figures(&mut desk, lens.clone());
        assert!(figures.len() > 50, "{lens:?}: {}", figures.len());
        for (source, said) in figures {
            let view = desk.app.figure_source(&source, &lens).expect("it is known");
            let sayings = sayings(&view.value);
            assert!(said.is_subset(&sayings), "{source} says {said:?}, its source {}", view.value);
            assert!(view.changed.is_some(), "somebody entered it: {source}");
        }
    }
}

#[test]
fn a_carried_number_names_the_units_that_it_came_from() {
    let mut desk = with_units();
    let sources: Vec<String> = figures(&mut desk, later()).into_keys().collect();
    let mut carried = 0;
    for source in sources {
        let view = desk.app.figure_source(&source, &later()).expect("it is known");
        assert!(view.borders.contains("15/11/2025"), "{}", view.borders);
        if view.made.starts_with("Quy đổi: cộng trọn") {
            let count = view.units.len().to_string();
            assert!(!view.units.is_empty() && view.made.contains(&count), "{view:?}");
            carried += 1;
        }
    }
    assert!(carried > 0, "communes were joined in 2025");
}

#[test]
fn a_written_annex_is_judged_on_its_own_borders() {
    let mut desk = with_units();
    for ending in ["pdf", "docx", "xlsx"] {
        desk.saved(&annex(later()), &format!("quy-doi.{ending}"));
    }
    desk.saved(&annex(LensChoice::AsReported), "nhu-bao-cao.pdf");
    let changed = |desk: &Desk| {
        let written = desk.app.written_documents().expect("listed").into_iter();
        written.map(|it| (it.name, it.changed)).collect::<BTreeMap<_, _>>()
    };
    assert!(changed(&desk).values().all(Vec::is_empty), "nothing changed yet");
    let group = Some("standard".to_owned());
    let lens = LensChoice::AsReported;
    let query = SheetQuery { province: None, year: Some(2022), group, lens };
    let unit = desk.app.sheet(&query).expect("drawn").rows[0].unit.clone();
    desk.app.set_cell(&query, &unit, "at_kdc", "11/12").expect("taken");
    let changed = changed(&desk);
    let first = &changed["quy-doi.pdf"];
    assert!(!first.is_empty(), "a reporter of a carried number changed");
    for name in ["quy-doi.docx", "quy-doi.xlsx"] {
        assert_eq!(&changed[name], first, "{name} says what the others say");
    }
    assert_ne!(&changed["nhu-bao-cao.pdf"], first, "as reported it is another number");
}

#[test]
fn pages_and_workbook_are_on_the_chosen_borders() {
    let mut desk = with_units();
    let path = desk.saved(&annex(later()), "quy-doi.xlsx");
    let book = std::fs::read(path).expect("it is there");
    let reported = desk.saved(&annex(LensChoice::AsReported), "nhu-bao-cao.xlsx");
    assert_ne!(book, std::fs::read(reported).expect("it is there"));
    let pages = |desk: &Desk, lens| desk.app.preview(&annex(lens)).expect("drawn").len();
    assert!(pages(&desk, later()) < pages(&desk, LensChoice::AsReported), "fewer communes");
}
