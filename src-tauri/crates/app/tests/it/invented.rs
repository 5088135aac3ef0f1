//! Nothing is printed that nobody typed: no number comes from a template.

use crate::desk::{SAMPLES, sample, sample_file, typed_values, with_dossier};
use std::collections::BTreeSet;

/// Numbers that a template may print of its own: none.
const OF_THE_TEMPLATES: [&str; 0] = [];

/// The numbers of a text, each with the marks inside it: “1.686/1.727”, “2011-2015”, “18-1”.
fn numbers(text: &str) -> BTreeSet<String> {
    let inside = |c: char| c.is_ascii_digit() || ".,/-".contains(c);
    let runs = text.split(|c: char| !inside(c));
    let trimmed = runs.map(|run| run.trim_matches(|c: char| !c.is_ascii_digit()));
    trimmed.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

#[test]
fn numbers_are_found_in_a_text() {
    let found = numbers("Chiều 8/2, 1.686/1.727 khu dân cư, 13,85 kg (2011-2015); 97,6%.");
    let expected = ["8/2", "1.686/1.727", "13,85", "2011-2015", "97,6"];
    assert_eq!(found, expected.into_iter().map(str::to_owned).collect());
}

#[test]
fn every_printed_number_was_typed() {
    for name in SAMPLES {
        let mut known: BTreeSet<String> =
            typed_values(name).iter().flat_map(|value| numbers(value)).collect();
        known.extend(OF_THE_TEMPLATES.map(str::to_owned));
        known.extend(short_date(name));
        let printed = without_caption_numbers(&sample(name).printed());
        let invented: Vec<String> = numbers(&printed).difference(&known).cloned().collect();
        assert!(invented.is_empty(), "{name} prints numbers that nobody typed: {invented:?}");
    }
}

/// The day of the conference as the press writes it, unless the clerk typed another form.
fn short_date(name: &str) -> Option<String> {
    let table: toml::Table = sample_file(name).parse().expect("TOML");
    let dossier = &table["dossier"];
    if dossier.get("date_printed").is_some() {
        return None;
    }
    let typed = dossier.get("date")?.as_str()?;
    let mut parts = typed.split('/').map(|part| part.trim_start_matches('0'));
    Some(format!("{}/{}", parts.next()?, parts.next()?))
}

/// Captions are numbered in the order in which they stand; those numbers are no facts.
fn without_caption_numbers(printed: &str) -> String {
    let Some((text, captions)) = printed.split_once("Chú thích ảnh:") else {
        return printed.to_owned();
    };
    let mut captions = captions.to_owned();
    for number in 1..=captions.matches('(').count() {
        captions = captions.replacen(&format!("({number}) "), "", 1);
    }
    format!("{text}{captions}")
}

#[test]
fn an_empty_dossier_prints_no_number_but_its_year() {
    let desk = with_dossier(2022);
    let printed = desk.printed();
    let numbers: Vec<String> = numbers(&printed).into_iter().filter(|n| n != "2022").collect();
    assert!(numbers.is_empty(), "nothing was typed, so nothing is told: {printed}");
}

#[test]
fn a_figure_that_is_not_reported_is_not_printed() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    assert!(desk.printed().contains("1.686/1.727 khu dân cư"));
    desk.typed("figure/at_kdc/amount", "chưa báo cáo");
    let printed = desk.printed();
    assert!(!printed.contains("khu dân cư"), "what is not reported is passed over: {printed}");
}

#[test]
fn no_gap_or_template_mark_reaches_the_page() {
    for name in SAMPLES {
        let printed = sample(name).printed();
        for mark in ["{{", "{%", "undefined", "none", " ,", " ;", "..", ",,", "()", "  "] {
            assert!(!printed.contains(mark), "{name} prints “{mark}”: {printed}");
        }
    }
}

#[test]
fn sentences_begin_with_a_capital_and_go_on_without_one() {
    for name in SAMPLES {
        let printed = sample(name).printed();
        for opening in
            ["Trong năm 2022, ", "Trong năm 2023, ", "Trong 2 năm qua, ", "Trong 5 năm, "]
        {
            for (at, _) in printed.match_indices(opening) {
                let rest = &printed[at + opening.len()..];
                let known = ["Ban Chỉ đạo", "Tỉnh ủy", "UBND", "Hội đồng", "Công an"];
                let lower = rest.starts_with(char::is_lowercase);
                let named = known.iter().any(|name| rest.starts_with(name));
                assert!(lower || named, "{name}: a capital in mid-sentence: {opening}{rest:.40}");
            }
        }
    }
}
