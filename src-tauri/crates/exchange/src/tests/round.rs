//! What is written reads back.

use super::dice::everything;
use super::{context, taken};
use crate::{Everything, digest, read, write};
use bc138_domain::Kind;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn text_of(everything: &Everything) -> String {
    String::from_utf8(write(everything)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn everything_reads_back_as_it_was(all in everything()) {
        let text = text_of(&all);
        let back = read(text.as_bytes(), &context());
        prop_assert_eq!(back.as_ref(), Ok(&all), "{}", text);
    }

    #[test]
    fn the_same_content_has_the_same_bytes_in_any_order(all in everything(), turn in 0_usize..50) {
        let mut turned = all.clone();
        let middle = turn.min(turned.records.len());
        turned.records.rotate_left(middle);
        turned.records.reverse();
        turned.photos.reverse();
        prop_assert_eq!(text_of(&turned), text_of(&all));
        prop_assert_eq!(digest(&turned), digest(&all));
        prop_assert_eq!(turned.ordered(), all);
    }

    #[test]
    fn another_content_has_another_digest(all in everything()) {
        let mut other = all.clone();
        if other.records.pop().is_none() && other.entries.cells.pop().is_none() {
            return Ok(());
        }
        prop_assert_ne!(digest(&other.ordered()), digest(&all));
    }
}

#[test]
fn the_dice_show_every_kind() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut kinds = BTreeSet::new();
    for _ in 0..100 {
        let tree = everything().new_tree(&mut runner).unwrap();
        kinds
            .extend(proptest::strategy::ValueTree::current(&tree).records.iter().map(|r| r.kind()));
    }
    let all: BTreeSet<Kind> = Kind::ALL.iter().copied().collect();
    assert_eq!(kinds, all, "the other tests of this file try every kind");
}

#[test]
fn an_empty_store_is_a_file_too() {
    let text = text_of(&Everything::default());
    assert_eq!(text, "{\n  \"format\": \"bc138\",\n  \"version\": 1\n}\n");
    assert_eq!(taken(&text), Everything::default());
}

#[test]
fn every_row_of_entries_stands_on_a_line_of_its_own() {
    let mut batch = bc138_domain::BatchBuilder::default();
    let measure = bc138_domain::Measure {
        indicator: "at_kdc".to_owned(),
        nature: bc138_domain::Nature::Stock,
        categories: bc138_domain::Categories::new(),
    };
    let places = (batch.unit("U1"), batch.measure(&measure), batch.window(&Default::default()));
    let number = |n| bc138_domain::Fixed::from_thousandths(n);
    let slot = bc138_domain::Slot::ratio(number(12_000), number(14_500));
    batch.put(places.0, places.1, places.2, Some(slot));
    let all = Everything { entries: batch.build(), ..Everything::default() };
    assert!(text_of(&all).contains("\n      [0, 0, 0, 12, \"14.5\"]\n"), "{}", text_of(&all));
}

#[test]
fn a_list_stands_in_its_printed_order() {
    let text = super::with_dossier(
        r#""passages": [
            {"role": "task", "text": "ba", "position": 3},
            {"role": "task", "text": "hai", "position": 2, "id": 9},
            {"role": "task", "text": "một", "position": 1}
        ]"#,
    );
    let written = text_of(&taken(&text));
    let place = |word: &str| written.find(&format!("\"{word}\"")).unwrap();
    assert!(place("một") < place("hai") && place("hai") < place("ba"), "{written}");
}
