//! The facts of the five conferences stand in the PDF as their sources printed them.

use crate::desk::{SAMPLES, sample, typed_values};
use std::collections::BTreeMap;
use std::path::Path;

/// Kinds of facts that a briefing prints word for word.
const WORD_FOR_WORD: [&str; 11] = [
    "figure",
    "award",
    "target",
    "programme",
    "legal",
    "legal.content",
    "event.chair",
    "event.date",
    "event.form",
    "event.venue",
    "event.place",
];

/// Sample, kind and text of every fact, so that the test needs nothing outside the repository.
const FACTS: &str = include_str!("../../../../../tests/fixtures/printed_facts.tsv");

#[derive(Debug, PartialEq, Eq)]
struct Fact {
    sample: String,
    kind: String,
    text: String,
}

fn committed() -> Vec<Fact> {
    let rows = FACTS.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [sample, kind, text] = cells[..] else { panic!("three cells, not {line}") };
        Fact { sample: sample.to_owned(), kind: kind.to_owned(), text: text.to_owned() }
    });
    rows.collect()
}

/// The facts as they were taken from the sources; `None` where those are not at hand.
fn from_the_sources() -> Option<Vec<Fact>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data/seed_facts");
    if !folder.is_dir() {
        return None;
    }
    let facts = SAMPLES.iter().enumerate().flat_map(|(seed, name)| {
        let path = folder.join(format!("{seed:03}.json"));
        let text = std::fs::read_to_string(&path).expect("the facts of a seed can be read");
        let file: serde_json::Value = serde_json::from_str(&text).expect("they are JSON");
        let facts = file["facts"].as_array().expect("a list of facts").clone();
        facts.into_iter().filter_map(move |fact| {
            let kind = fact["kind"].as_str()?.to_owned();
            let text = fact["text"].as_str()?.to_owned();
            let wanted = WORD_FOR_WORD.contains(&kind.as_str());
            wanted.then(|| Fact { sample: (*name).to_owned(), kind, text })
        })
    });
    Some(facts.collect())
}

fn misses(facts: &[Fact]) -> Vec<String> {
    let printed: BTreeMap<&str, String> =
        SAMPLES.iter().map(|name| (*name, sample(name).printed())).collect();
    let missing = facts.iter().filter(|fact| !printed[fact.sample.as_str()].contains(&fact.text));
    missing.map(|fact| format!("{} {}: {}", fact.sample, fact.kind, fact.text)).collect()
}

#[test]
fn every_fact_is_printed_as_its_source_prints_it() {
    let facts = committed();
    assert!(facts.len() >= 75, "the list is whole");
    let misses = misses(&facts);
    assert!(misses.is_empty(), "not printed:\n{}", misses.join("\n"));
}

#[test]
fn the_list_of_facts_is_that_of_the_sources() {
    let Some(facts) = from_the_sources() else {
        return;
    };
    assert_eq!(committed(), facts, "tests/fixtures/printed_facts.tsv is out of date");
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
