//! The 235 facts of the five published briefings: each is either printed as its source states it,
//! or named as something that is no content of the conference.

use crate::desk::{SAMPLES, sample, typed_values};
use std::collections::{BTreeMap, BTreeSet};

/// Every fact with its sample and number, its kind and the figures, names, offices, dates and
/// titles of it that are printed. A piece with “!” before it must not be printed: the source does
/// not say it. What is no content (a counter of the page, a slip of the pen) has a reason instead.
const FACTS: &str = include_str!("../../../../../tests/fixtures/printed_facts.tsv");

struct Fact {
    sample: &'static str,
    number: usize,
    kind: &'static str,
    pieces: Vec<&'static str>,
    not_content: &'static str,
}

fn facts() -> Vec<Fact> {
    let rows = FACTS.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [sample, number, kind, pieces, not_content] = cells[..] else {
            panic!("five cells, not {line}")
        };
        Fact {
            sample,
            number: number.parse().expect("facts are numbered"),
            kind,
            pieces: pieces.split(" | ").filter(|piece| !piece.is_empty()).collect(),
            not_content,
        }
    });
    rows.collect()
}

/// Kinds whose pieces stand together in one sentence.
const ONE_SENTENCE: [&str; 3] = ["figure", "target", "award"];

/// Kinds that may be something else than content.
const FURNITURE: [&str; 3] = ["publication", "noise", "anomaly"];

/// Whether a text has a piece, at the beginning of a sentence with a capital.
fn has(text: &str, piece: &str) -> bool {
    text.contains(piece) || text.contains(&bc138_domain::text::capitalise(piece))
}

fn is_printed(fact: &Fact, printed: &str) -> bool {
    let holds = |text: &str| {
        fact.pieces.iter().all(|piece| match piece.strip_prefix('!') {
            Some(absent) => !has(text, absent),
            None => has(text, piece),
        })
    };
    if ONE_SENTENCE.contains(&fact.kind) { printed.split(". ").any(holds) } else { holds(printed) }
}

#[test]
fn every_fact_is_printed_as_its_source_states_it() {
    let printed: BTreeMap<&str, String> =
        SAMPLES.iter().map(|name| (*name, sample(name).printed())).collect();
    let content = facts().into_iter().filter(|fact| fact.not_content.is_empty());
    let missing: Vec<String> = content
        .filter(|fact| !is_printed(fact, &printed[fact.sample]))
        .map(|fact| format!("{} {} {}: {:?}", fact.sample, fact.number, fact.kind, fact.pieces))
        .collect();
    assert!(missing.is_empty(), "not printed:\n{}", missing.join("\n"));
}

#[test]
fn the_list_of_facts_is_whole() {
    let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for fact in facts() {
        let says_something = fact.pieces.is_empty() != fact.not_content.is_empty();
        assert!(says_something, "{} {}: printed or not content", fact.sample, fact.number);
        if !fact.not_content.is_empty() {
            assert!(FURNITURE.contains(&fact.kind), "a {} is always content", fact.kind);
        }
        numbers.entry(fact.sample).or_default().push(fact.number);
    }
    let counted: usize = numbers.values().map(Vec::len).sum();
    assert_eq!(counted, 235, "all that the five briefings say");
    for (sample, numbers) in &numbers {
        assert!(numbers.iter().copied().eq(1..=numbers.len()), "{sample}: none is left out");
    }
    let samples: BTreeSet<&str> = numbers.into_keys().collect();
    assert_eq!(samples, BTreeSet::from(SAMPLES));
}

#[test]
fn every_amount_that_a_sample_types_is_printed() {
    for name in SAMPLES {
        let printed = sample(name).printed();
        let table: toml::Table = crate::desk::sample_file(name).parse().expect("TOML");
        let figures = table.get("figure").and_then(toml::Value::as_table);
        for (code, figure) in figures.into_iter().flatten() {
            let amount = figure.as_str().or_else(|| figure.get("amount")?.as_str());
            let amount = amount.expect("every figure of a sample has an amount");
            assert!(printed.contains(amount), "{name}: the {amount} of {code} is not printed");
        }
    }
}

#[test]
fn captions_and_the_writer_are_printed_too() {
    for name in SAMPLES {
        let printed = sample(name).printed();
        let table: toml::Table = crate::desk::sample_file(name).parse().expect("TOML");
        let captions = table.get("caption").and_then(toml::Value::as_array);
        for caption in captions.into_iter().flatten() {
            let text = caption["text"].as_str().expect("a caption has a text");
            let text = text.trim_end_matches('.');
            assert!(printed.contains(text), "{name}: the caption “{text}” is not printed");
        }
        let byline = table["dossier"]["byline"].as_str().expect("each sample names its writer");
        assert!(printed.ends_with(byline), "{name}: the writer stands at the end");
    }
    assert!(typed_values(SAMPLES[0]).len() > 50, "the samples are read as they are typed");
}
