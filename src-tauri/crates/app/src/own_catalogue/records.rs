//! What the user defined, as it would be with a change.

use crate::error::AppError;
use bc138_domain::catalogue::Own;
use bc138_domain::{Catalogue, Category, Dimension, FieldGroup, Indicator, Record, text};

/// The user's own entries of the catalogue.
#[derive(Debug, Default)]
pub(super) struct OwnRecords {
    pub groups: Vec<FieldGroup>,
    pub dimensions: Vec<Dimension>,
    pub categories: Vec<Category>,
    pub indicators: Vec<Indicator>,
}

impl OwnRecords {
    pub fn with(&mut self, record: &Record) {
        match record {
            Record::Group(it) => self.groups.push(it.clone()),
            Record::Dimension(it) => self.dimensions.push(it.clone()),
            Record::Category(it) => self.categories.push(it.clone()),
            Record::Indicator(it) => self.indicators.push(it.clone()),
            _ => {}
        }
    }

    /// Takes out the stored entry that a record replaces.
    pub fn without(&mut self, record: &Record) {
        match record {
            Record::Group(gone) => self.groups.retain(|it| it.id != gone.id),
            Record::Dimension(gone) => self.dimensions.retain(|it| it.id != gone.id),
            Record::Category(gone) => self.categories.retain(|it| it.id != gone.id),
            Record::Indicator(gone) => self.indicators.retain(|it| it.id != gone.id),
            _ => {}
        }
    }

    /// The catalogue with these entries over it.
    pub fn over(&self, catalogue: &Catalogue) -> Result<Catalogue, AppError> {
        let own = Own {
            groups: &self.groups,
            dimensions: &self.dimensions,
            categories: &self.categories,
            indicators: &self.indicators,
        };
        Ok(catalogue.with_own(&own)?)
    }
}

/// A code made of a name: “xã biên giới” becomes `xa_bien_gioi`.
pub(super) fn free_code(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    let letters = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let base: String = text::search_key(name).chars().map(letters).take(40).collect();
    let numbered = (2..1_000).map(|number| format!("{base}_{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|code| is_free(code)).unwrap_or(base)
}
