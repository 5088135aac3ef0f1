//! The loop of truth over random stores: written, read back, composed again, compared; then one
//! printed digit is changed, and it is named.

use super::alter::{altered, carried, changed_stretch, stretches, visible};
use super::plan::plan;
use crate::desk::Desk;
use crate::documents::put;
use bc138_app::view::{DocumentVerdict, FigureState};
use bc138_app::{DocumentStyle, Request, verify_file};
use proptest::prelude::*;
use proptest::sample::Index;
use std::path::Path;

fn wrong(verdict: &DocumentVerdict) -> Vec<(usize, String)> {
    let lines = verdict.figures.iter().enumerate();
    let lines = lines.filter(|(_, it)| it.state != FigureState::Holds);
    lines.map(|(at, it)| (at, format!("{it:?}"))).collect()
}

/// The digits of a text, stretch by stretch.
fn digits(text: &str) -> Vec<&str> {
    stretches(text).into_iter().map(|it| &text[it]).collect()
}

/// A document says what it carries, digit for digit, and the data say the same.
fn assert_holds(desk: &mut Desk, path: &Path) {
    let shown = visible(&std::fs::read(path).expect("it is there"));
    let (said, _) = carried(desk, path);
    assert_eq!(digits(&shown), digits(&said), "{} shows what it carries", path.display());
    let verdict = desk.verdict(path);
    assert!(verdict.holds, "{}: {:?}", path.display(), wrong(&verdict));
}

/// One printed digit is changed: that number is named, and no other.
fn assert_named(desk: &Desk, path: &Path, which: Index) {
    let file = std::fs::read(path).expect("it is there");
    let Some(changed) = altered(&file, which) else { return };
    let at = changed_stretch(&visible(&file), &visible(&changed));
    let (said, figures) = carried(desk, path);
    let digit = stretches(&said)[at].clone();
    let name = format!("sua-{}", path.file_name().expect("a name").to_string_lossy());
    let verdict = verify_file(&put(desk, &name, &changed)).expect("it is judged");
    let before = |it: &std::ops::Range<usize>| it.end <= digit.start;
    let place = figures.iter().filter(|it| before(it)).count();
    let is_figure = figures.iter().any(|it| it.contains(&digit.start));
    let named = wrong(&verdict);
    let around = &said[said.floor_char_boundary(digit.start.saturating_sub(60))..digit.end];
    assert_eq!(named.len(), 1, "“{around}” of {}: {named:?}", path.display());
    assert_eq!(named[0].0, place, "“{around}” of {}: {named:?}", path.display());
    let lines = figures.len() + usize::from(!is_figure);
    assert_eq!(verdict.figures.len(), lines, "a number among the words has its own line");
    let line = &verdict.figures[place];
    assert!(line.state == FigureState::Altered && line.written.contains(&said[digit]), "{line:?}");
}

/// The styles in parts, so that they run side by side.
const PARTS: [&[DocumentStyle]; 5] = [
    &[
        DocumentStyle::Briefing,
        DocumentStyle::OfficialReport,
        DocumentStyle::LeaderSheet,
        DocumentStyle::SpeechFigures,
    ],
    &[DocumentStyle::Annex, DocumentStyle::UnitLetter, DocumentStyle::Changes],
    &[DocumentStyle::MeetingKit],
    &[DocumentStyle::BlankForms],
    &[DocumentStyle::AwardDecision, DocumentStyle::Certificates, DocumentStyle::Correction],
];

#[test]
fn every_style_is_in_one_part() {
    let mut styles = PARTS.concat();
    styles.sort();
    let mut all = DocumentStyle::ALL.to_vec();
    all.sort();
    assert_eq!(styles, all);
}

fn assert_true(desk: &mut Desk, styles: &[DocumentStyle], which: Index) {
    for style in styles {
        for ending in ["pdf", "docx"] {
            let name = format!("{}.{ending}", style.code());
            let path = desk.saved(&Request::of(*style), &name);
            assert_holds(desk, &path);
            assert_named(desk, &path, which);
        }
    }
}

/// Offices of each part in an ordinary run; `PROPTEST_CASES` asks for more.
const FEW: u32 = 2;

fn few() -> ProptestConfig {
    let usual = ProptestConfig { max_shrink_iters: 20, ..ProptestConfig::default() };
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig { cases: if asked { usual.cases } else { FEW }, ..usual }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn what_the_report_says_of_a_random_store_is_true(plan in plan(), which in any::<Index>()) {
        assert_true(&mut plan.desk(), PARTS[0], which);
    }

    #[test]
    fn what_annexes_letters_and_changes_say_of_a_random_store_is_true(
        plan in plan(), which in any::<Index>(),
    ) {
        assert_true(&mut plan.desk(), PARTS[1], which);
    }

    #[test]
    fn what_the_papers_of_a_conference_say_of_a_random_store_is_true(
        plan in plan(), which in any::<Index>(),
    ) {
        assert_true(&mut plan.desk(), PARTS[2], which);
    }

    #[test]
    fn what_blank_forms_say_is_true(plan in plan(), which in any::<Index>()) {
        assert_true(&mut plan.desk(), PARTS[3], which);
    }

    #[test]
    fn what_the_other_papers_say_of_a_random_store_is_true(
        plan in plan(), which in any::<Index>(),
    ) {
        assert_true(&mut plan.desk(), PARTS[4], which);
    }
}
