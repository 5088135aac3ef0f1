//! Tests against the data files that are delivered, with the builders they share.

mod assets;
mod candidate;
mod count;
mod duplicate;
mod lawful;
mod ledger;
mod money;
mod names;
mod total;

use crate::{TableFiles, Tables};
use bc138_domain::{Award, AwardLine, Recipient, Setting, Share};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::LazyLock;

macro_rules! asset {
    ($file:literal) => {
        include_str!(concat!("../../../../../assets/awards/", $file))
    };
}

const FILES: TableFiles<'static> = TableFiles {
    forms: asset!("forms.tsv"),
    authorities: asset!("authorities.tsv"),
    authority_names: asset!("authority_names.tsv"),
    coefficients: asset!("coefficients.tsv"),
    multipliers: asset!("multipliers.tsv"),
    base_salaries: asset!("base_salaries.tsv"),
    rounding: asset!("rounding.tsv"),
    rules: asset!("rules.tsv"),
    indicators: asset!("indicators.tsv"),
    honours: asset!("honours.tsv"),
    thresholds: asset!("thresholds.tsv"),
    abbreviations: asset!("abbreviations.tsv"),
    name_prefixes: asset!("name_prefixes.tsv"),
    place_nouns: asset!("place_nouns.tsv"),
    unit_bodies: asset!("unit_bodies.tsv"),
};

pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read(&FILES).unwrap());

fn tables() -> &'static Tables {
    &TABLES
}

pub(crate) fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn set(key: &str, value: &str) -> Setting {
    let (key, value) = (key.to_owned(), value.to_owned());
    Setting { id: 1, key, valid_from: None, valid_to: None, value }
}

/// An award of one form by one authority on a day, without recipients.
fn award(id: i32, form: &str, authority: &str, decided: NaiveDate) -> Award {
    Award {
        id,
        dossier: 1,
        position: id,
        forms: vec![form.to_owned()],
        authorities: vec![authority.to_owned()],
        decision_number: Some(format!("{id}/QĐ")),
        decision_date: Some(decided),
        ..Award::default()
    }
}

fn share(kinds: &[Recipient], count: i32) -> Share {
    let kinds: BTreeSet<Recipient> = kinds.iter().copied().collect();
    Share { kinds, count: Some(count), words: None, noun: None }
}

fn person(name: &str, unit: &str) -> AwardLine {
    let unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
    AwardLine { unit, ..AwardLine::new(Recipient::Person, name) }
}

fn collective(name: &str) -> AwardLine {
    AwardLine::new(Recipient::Collective, name)
}
