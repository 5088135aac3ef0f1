//! The shipped data files that the tests read.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![allow(dead_code, reason = "each test file uses a part of it")]

use bc138_checks::Book;
use bc138_domain::Catalogue;
use bc138_domain::catalogue::CatalogueFiles;
use bc138_units::{Registry, RegistryFiles};
use std::sync::LazyLock;

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!("../../../../../assets/", $path))
    };
}

/// The check files.
pub const TEXTS: [(&str, &str); 7] = [
    ("dossier.toml", asset!("checks/dossier.toml")),
    ("numbers.toml", asset!("checks/numbers.toml")),
    ("force.toml", asset!("checks/force.toml")),
    ("units.toml", asset!("checks/units.toml")),
    ("time.toml", asset!("checks/time.toml")),
    ("text.toml", asset!("checks/text.toml")),
    ("history.toml", asset!("checks/history.toml")),
];

/// The shipped checks, read once.
pub fn book() -> &'static Book {
    static BOOK: LazyLock<Book> =
        LazyLock::new(|| Book::read(&TEXTS).expect("the shipped checks can be read"));
    &BOOK
}

/// The shipped catalogue, read once.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(read_catalogue);
    &CATALOGUE
}

fn read_catalogue() -> Catalogue {
    Catalogue::read(&CatalogueFiles {
        indicators: asset!("catalogue/indicators.tsv"),
        definitions: asset!("catalogue/definitions.tsv"),
        groups: asset!("catalogue/groups.tsv"),
        dimensions: asset!("catalogue/dimensions.tsv"),
        categories: asset!("catalogue/categories.tsv"),
        calendars: asset!("catalogue/calendars.tsv"),
        award_forms: asset!("catalogue/award_forms.tsv"),
        offices: asset!("catalogue/offices.tsv"),
    })
    .expect("the shipped catalogue can be read")
}

pub fn registry() -> Registry {
    Registry::read(&RegistryFiles {
        units: asset!("units/units.tsv"),
        succession: asset!("units/succession.tsv"),
    })
    .expect("the shipped register can be read")
}
