//! The domain against the data files and the documentation of the project.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed expectation fails the test"
)]

mod built_in;
mod schema;

use bc138_domain::catalogue::{Catalogue, CatalogueFiles};

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../../../../assets/catalogue/", $name))
    };
}

/// The files of the built-in catalogue.
const FILES: CatalogueFiles<'static> = CatalogueFiles {
    indicators: file!("indicators.tsv"),
    definitions: file!("definitions.tsv"),
    groups: file!("groups.tsv"),
    dimensions: file!("dimensions.tsv"),
    categories: file!("categories.tsv"),
    calendars: file!("calendars.tsv"),
    award_forms: file!("award_forms.tsv"),
    offices: file!("offices.tsv"),
};

/// The built-in catalogue.
fn catalogue() -> Catalogue {
    Catalogue::read(&FILES).expect("the built-in catalogue can be read")
}
