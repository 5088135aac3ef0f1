//! The format as a whole: what is written reads back, what is broken is refused with its place,
//! and what a hand writes means what it says.

mod broken;
mod dice;
mod guide;
mod hand;
mod place;
mod round;

use crate::{Everything, Problem, ReadContext, read};
use bc138_domain::Catalogue;
use bc138_domain::catalogue::CatalogueFiles;
use std::sync::LazyLock;

macro_rules! asset {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/catalogue/", $file))
    };
}

/// The catalogue of the program.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::read(&CatalogueFiles {
        indicators: asset!("indicators.tsv"),
        definitions: asset!("definitions.tsv"),
        groups: asset!("groups.tsv"),
        dimensions: asset!("dimensions.tsv"),
        categories: asset!("categories.tsv"),
        calendars: asset!("calendars.tsv"),
        award_forms: asset!("award_forms.tsv"),
        offices: asset!("offices.tsv"),
    })
    .unwrap()
});

fn context() -> ReadContext<'static> {
    ReadContext { catalogue: &CATALOGUE, units: None, work: None }
}

fn try_read(text: &str) -> Result<Everything, Vec<Problem>> {
    read(text.as_bytes(), &context())
}

/// What is in a text that must be right.
fn taken(text: &str) -> Everything {
    match try_read(text) {
        Ok(everything) => everything,
        Err(problems) => panic!("{problems:#?}"),
    }
}

/// What is wrong with a text that must be refused.
fn refused(text: &str) -> Vec<Problem> {
    match try_read(text) {
        Ok(everything) => panic!("taken: {everything:#?}"),
        Err(problems) => problems,
    }
}

/// A file with one dossier of an invented province.
fn with_dossier(parts: &str) -> String {
    format!(
        r#"{{"format": "bc138", "version": 1, "dossiers": [
  {{"province": "Sông Mẫu", "window": 2024, {parts}}}
]}}"#
    )
}
