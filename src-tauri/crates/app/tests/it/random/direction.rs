//! Words of direction over random pairs of years: “tăng” only on a rise, “giảm” only on a fall,
//! neither on what is equal; numbers are rounded only on request, and then truly.

use super::plan::{Amount, COUNTS, typed};
use crate::desk::{Desk, with_dossier};
use bc138_app::{DocumentStyle, Request};
use bc138_report::{Document, Paragraph, Span};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Amounts of the year before and of the year, by place among the figures of a plan.
type Years = BTreeMap<usize, (Amount, Amount)>;

fn years() -> impl Strategy<Value = Years> {
    let amount = || {
        let number = || prop_oneof![0..5_u32, 0..300_u32, 0..30_000_u32];
        (number(), number())
    };
    let pair = prop_oneof![
        3 => (amount(), amount()),
        1 => amount().prop_map(|it| (it, it)),
        1 => (amount(), 0..3_u32).prop_map(|(it, up)| (it, (it.0 + up, it.1))),
    ];
    prop::collection::btree_map(0..COUNTS.len() + 5, pair, 3..12)
}

fn desk(years: &Years) -> Desk {
    let mut desk = with_dossier(2021);
    let put = |desk: &mut Desk, at: usize, amount| {
        let (code, text) = typed((at, amount));
        desk.typed(&format!("figure/{code}/amount"), &text);
    };
    years.iter().for_each(|(at, (before, _))| put(&mut desk, *at, *before));
    desk.create(2022);
    years.iter().for_each(|(at, (_, now))| put(&mut desk, *at, *now));
    desk
}

/// The styles that may compare.
const STYLES: [DocumentStyle; 6] = [
    DocumentStyle::Briefing,
    DocumentStyle::OfficialReport,
    DocumentStyle::LeaderSheet,
    DocumentStyle::SpeechFigures,
    DocumentStyle::MeetingKit,
    DocumentStyle::Annex,
];

fn composed(desk: &Desk, request: &Request) -> Document {
    desk.app.compose(request).expect("it is composed")
}

/// Which way a figure went; a share by its exact value.
fn went(years: &Years, code: &str) -> Ordering {
    let (at, (before, now)) = years
        .iter()
        .find(|(at, (_, now))| typed((**at, *now)).0 == code)
        .expect("only typed figures are compared");
    let of = |it: &Amount| (u64::from(it.0), u64::from(it.0 + it.1 + 1));
    let ((x, y), (z, w)) = (of(now), of(before));
    if *at < COUNTS.len() { x.cmp(&z) } else { (x * w).cmp(&(z * y)) }
}

/// The code of the figure that a computed number comes from, and how it was computed.
fn computed(span: &Span) -> Option<(&str, &str)> {
    let (what, of) = span.source.as_deref()?.strip_prefix("derived:")?.split_once('/')?;
    Some((what, of.strip_prefix("figure/")?.strip_suffix("/amount")?))
}

/// The last word before a span.
fn word_before(paragraph: &Paragraph, at: usize) -> String {
    let before: String = paragraph.spans[..at].iter().map(|span| span.text.as_str()).collect();
    before.split_whitespace().next_back().unwrap_or_default().to_owned()
}

fn assert_direction(years: &Years, paragraph: &Paragraph) -> usize {
    let mut compared = 0;
    for (at, span) in paragraph.spans.iter().enumerate() {
        let Some((what, code)) = computed(span) else { continue };
        let wanted = match (what, went(years, code)) {
            ("difference" | "points", Ordering::Greater) => "tăng",
            ("difference" | "points", Ordering::Less) => "giảm",
            ("growth", Ordering::Greater) => "+",
            ("growth", Ordering::Less) => "-",
            ("difference" | "points" | "growth", Ordering::Equal) => {
                panic!("nothing is said of what is equal: {}", paragraph.plain_text())
            }
            _ => continue,
        };
        let stands = word_before(paragraph, at) == wanted || span.text.starts_with(wanted);
        assert!(stands, "{code} {wanted}: {}", paragraph.plain_text());
        compared += 1;
    }
    compared
}

/// Where “tăng” or “giảm” stands before a number, that number was computed.
fn assert_no_other_direction(paragraph: &Paragraph) {
    for (at, span) in paragraph.spans.iter().enumerate() {
        let begins = span.text.starts_with(|ch: char| ch.is_ascii_digit());
        let word = word_before(paragraph, at);
        if begins && ["tăng", "giảm"].contains(&word.to_lowercase().as_str()) {
            assert!(computed(span).is_some(), "{}", paragraph.plain_text());
        }
        let text = span.text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let inside = words.windows(2).find(|pair| {
            ["tăng", "giảm"].contains(&pair[0]) && pair[1].starts_with(|c: char| c.is_ascii_digit())
        });
        assert_eq!(inside, None, "{}", paragraph.plain_text());
    }
}

/// A rounded number is true of the exact one beside it.
fn assert_true_rounding(years: &Years, span: &Span, code: &str) {
    let (at, (_, now)) = years
        .iter()
        .find(|(at, (_, now))| typed((**at, *now)).0 == code)
        .expect("only typed figures are rounded");
    assert!(*at < COUNTS.len(), "shares are not rounded: {}", span.text);
    let exact = f64::from(now.0);
    let (word, round) = span.text.split_once(' ').expect("a word and a number");
    let round: f64 = round.replace('.', "").parse().expect("a whole number");
    let is_true = match word {
        "gần" => exact < round && exact >= 0.95 * round,
        "trên" | "hơn" => exact > round && exact <= 1.05 * round,
        _ => false,
    };
    assert!(is_true, "“{}” of {exact}", span.text);
}

/// Offices of an ordinary run; composing is cheap beside setting pages.
const SOME: u32 = 6;

fn some() -> ProptestConfig {
    let usual = ProptestConfig { max_shrink_iters: 40, ..ProptestConfig::default() };
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig { cases: if asked { usual.cases } else { SOME }, ..usual }
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn words_of_direction_are_true_in_every_style(years in years()) {
        let desk = desk(&years);
        let mut compared = 0;
        for style in STYLES {
            let document = composed(&desk, &Request::of(style));
            for paragraph in document.paragraphs() {
                compared += assert_direction(&years, paragraph);
                assert_no_other_direction(paragraph);
            }
        }
        let moves = years.iter().any(|(at, (_, now))| {
            at < &COUNTS.len() && went(&years, typed((*at, *now)).0) != Ordering::Equal
        });
        prop_assert!(compared > 0 || !moves, "a count that moved is compared somewhere");
    }

    #[test]
    fn numbers_are_rounded_on_request_only_and_truly(years in years()) {
        let desk = desk(&years);
        for style in STYLES {
            let exact = composed(&desk, &Request::of(style));
            let sources = exact.paragraphs().flat_map(|it| &it.spans).filter_map(computed);
            let rounded = sources.filter(|(what, _)| *what == "approximate").count();
            prop_assert_eq!(rounded, 0, "{:?}", style);
            let request = Request { approximate: true, ..Request::of(style) };
            let document = composed(&desk, &request);
            for span in document.paragraphs().flat_map(|it| &it.spans) {
                if let Some(("approximate", code)) = computed(span) {
                    assert_true_rounding(&years, span, code);
                }
            }
        }
    }
}
