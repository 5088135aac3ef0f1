//! What makes a printed paragraph a paragraph of sentences.

use super::plain;
use crate::compose::{Piece, Rendered};
use bc138_domain::DossierPart;
use std::collections::BTreeSet;

/// What no sentence holds.
const NEVER: [&str; 22] = [
    "  ",
    " ,",
    " .",
    " ;",
    " :",
    " )",
    "( ",
    "()",
    "..",
    ",,",
    ";;",
    ",.",
    ";.",
    ",;",
    ", ;",
    ". ;",
    "; .",
    ", .",
    "trong đó.",
    "trong đó;",
    "trong đó)",
    "{",
];

/// Fails unless every paragraph is made of whole sentences.
pub fn assert_sentences(blocks: &[Rendered]) {
    for block in blocks {
        let written = ["title", "captions", "byline"].contains(&block.block.as_str());
        for pieces in &block.paragraphs {
            let text = plain(pieces);
            for never in NEVER {
                assert!(!text.contains(never), "“{never}” in {}: {text}", block.block);
            }
            assert!(!text.chars().any(|c| ('\u{E000}'..='\u{F8FF}').contains(&c)), "{text}");
            assert!(!text.ends_with(' ') && !text.starts_with(' '), "{text}");
            if !written {
                assert_capitals_and_stops(&text);
            }
        }
    }
}

fn assert_capitals_and_stops(text: &str) {
    assert!(text.ends_with('.'), "a paragraph ends with a full stop: {text}");
    let letters: Vec<char> = text.chars().collect();
    for pair in letters.windows(2) {
        let glued = ['.', ';', ','].contains(&pair[0]) && pair[1].is_alphabetic();
        assert!(!glued, "“{}{}” lacks a space: {text}", pair[0], pair[1]);
    }
    for sentence in text.split(". ") {
        let first = sentence.chars().next();
        let begins = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '“');
        assert!(begins, "a sentence begins with a capital: {sentence} — in {text}");
        let opened = sentence.matches('(').count();
        assert_eq!(opened, sentence.matches(')').count(), "brackets close: {sentence}");
    }
    for (at, words) in text.match_indices("trong đó") {
        let rest = text[at + words.len()..].trim_start();
        let goes_on = rest.chars().next().is_some_and(char::is_alphanumeric);
        assert!(goes_on, "“trong đó” goes on: {text}");
    }
}

/// The numbers of a text, each with the marks inside it.
pub fn numbers(text: &str) -> BTreeSet<String> {
    let inside = |c: char| c.is_ascii_digit() || ".,/-".contains(c);
    let runs = text.split(|c: char| !inside(c));
    let trimmed = runs.map(|run| run.trim_matches(|c: char| !c.is_ascii_digit()));
    trimmed.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// Every number that stands in a text of the dossier.
fn typed(part: &DossierPart) -> BTreeSet<String> {
    fn walk(value: &serde_json::Value, into: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::String(text) => into.extend(numbers(text)),
            serde_json::Value::Array(values) => values.iter().for_each(|it| walk(it, into)),
            serde_json::Value::Object(map) => map.values().for_each(|it| walk(it, into)),
            serde_json::Value::Number(number) => {
                into.insert(number.to_string());
            }
            _ => {}
        }
    }
    let mut typed = BTreeSet::new();
    walk(&serde_json::to_value(part).unwrap(), &mut typed);
    typed
}

/// Fails when a number is printed outside the figures that no text of the dossier holds. `known`
/// are those of the catalogue's own words (“dưới 70 tuổi”).
pub fn assert_nothing_invented(part: &DossierPart, blocks: &[Rendered], known: &BTreeSet<String>) {
    let typed = typed(part);
    for block in blocks.iter().filter(|block| block.block != "captions") {
        for piece in block.paragraphs.iter().flatten() {
            let Piece::Text(text) = piece else { continue };
            for number in numbers(text) {
                let from_dates = days(part).contains(&number);
                assert!(
                    typed.contains(&number) || known.contains(&number) || from_dates,
                    "{number} was typed nowhere: {text}"
                );
            }
        }
    }
}

/// The days and years of windows and decisions, as they are written out.
fn days(part: &DossierPart) -> BTreeSet<String> {
    let windows = part.figures.iter().map(|figure| &figure.window);
    let windows = windows.chain(part.agenda.iter().map(|item| &item.window));
    let windows = windows.chain([&part.dossier.window]).flat_map(|window| [window.from, window.to]);
    let decisions = part.awards.iter().map(|award| award.decision_date);
    let days: Vec<chrono::NaiveDate> = windows.chain(decisions).flatten().collect();
    let years: BTreeSet<String> = days.iter().map(|day| day.format("%Y").to_string()).collect();
    let spans =
        years.iter().flat_map(|one| years.iter().map(move |other| format!("{one}-{other}")));
    let spans: BTreeSet<String> = spans.collect();
    days.into_iter().map(bc138_domain::date::full).chain(years.clone()).chain(spans).collect()
}

#[test]
fn a_lone_bracket_and_a_small_letter_are_found() {
    let paragraph = |text: &str| {
        let paragraphs = vec![vec![Piece::Text(text.to_owned())]];
        vec![Rendered { block: "results".into(), style: bc138_report::Style::Body, paragraphs }]
    };
    assert_sentences(&paragraph("Toàn tỉnh có 3 xã (trong đó có 1 xã vùng cao). Hết."));
    for wrong in ["toàn tỉnh có.", "Có 3 xã", "Có (3 xã.", "Có 3 xã (trong đó).", "Có. rồi."]
    {
        let found = std::panic::catch_unwind(|| assert_sentences(&paragraph(wrong)));
        assert!(found.is_err(), "{wrong} is no sentence");
    }
}
