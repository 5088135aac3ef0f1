//! What the user defined, as it would be with a change.

use crate::error::AppError;
use bc138_domain::catalogue::{CatalogueError, Misfit, Own, Section};
use bc138_domain::{Catalogue, Category, Dimension, FieldGroup, Indicator, Kind, Record, text};

/// An entry of the user's own that does not go with the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// Its table.
    pub section: Section,
    /// Its id.
    pub id: i32,
    /// Its name.
    pub name: String,
    /// Why it does not fit.
    pub misfit: Misfit,
}

impl Unfit {
    /// The kind of record it is.
    pub const fn kind(&self) -> Kind {
        match self.section {
            Section::Groups => Kind::Group,
            Section::Dimensions => Kind::Dimension,
            Section::Categories => Kind::Category,
            Section::Indicators => Kind::Indicator,
        }
    }
}

/// What the user defined, as it would be.
#[derive(Debug, Clone, Default)]
pub(crate) struct OwnRecords {
    pub groups: Vec<FieldGroup>,
    pub dimensions: Vec<Dimension>,
    pub categories: Vec<Category>,
    pub indicators: Vec<Indicator>,
}

impl OwnRecords {
    /// Adds an entry, or puts it in the place of the one with its id.
    pub fn put(&mut self, record: &Record) {
        self.without(record);
        self.with(record);
    }

    pub fn with(&mut self, record: &Record) {
        match record {
            Record::Group(it) => self.groups.push(it.clone()),
            Record::Dimension(it) => self.dimensions.push(it.clone()),
            Record::Category(it) => self.categories.push(it.clone()),
            Record::Indicator(it) => self.indicators.push(it.clone()),
            _ => {}
        }
    }

    pub fn without(&mut self, record: &Record) {
        match record {
            Record::Group(gone) => self.groups.retain(|it| it.id != gone.id),
            Record::Dimension(gone) => self.dimensions.retain(|it| it.id != gone.id),
            Record::Category(gone) => self.categories.retain(|it| it.id != gone.id),
            Record::Indicator(gone) => self.indicators.retain(|it| it.id != gone.id),
            _ => {}
        }
    }

    /// All of it, as the catalogue takes it.
    pub fn own(&self) -> Own<'_> {
        Own {
            groups: &self.groups,
            dimensions: &self.dimensions,
            categories: &self.categories,
            indicators: &self.indicators,
        }
    }

    /// What does not go with the catalogue.
    pub fn misfits(&self, catalogue: &Catalogue) -> Vec<Unfit> {
        let (_, left_out) = catalogue.with_fitting(&self.own());
        let named = left_out.into_iter().map(|(section, place, misfit)| {
            let (id, name) = self.entry(section, place).unwrap_or_default();
            Unfit { section, id, name, misfit }
        });
        named.collect()
    }

    fn entry(&self, section: Section, place: usize) -> Option<(i32, String)> {
        Some(match section {
            Section::Groups => self.groups.get(place).map(|it| (it.id, it.title.clone()))?,
            Section::Dimensions => self.dimensions.get(place).map(|it| (it.id, it.name.clone()))?,
            Section::Categories => self.categories.get(place).map(|it| (it.id, it.name.clone()))?,
            Section::Indicators => self.indicators.get(place).map(|it| (it.id, it.name.clone()))?,
        })
    }

    /// Refuses a change that makes something unfit which was not so before.
    pub fn no_worse_than(&self, before: &Self, catalogue: &Catalogue) -> Result<(), AppError> {
        let before = before.misfits(catalogue);
        let was = |it: &Unfit| before.iter().any(|b| b.section == it.section && b.id == it.id);
        match self.misfits(catalogue).into_iter().find(|it| !was(it)) {
            Some(new) => Err(CatalogueError::Own(new.misfit).into()),
            None => Ok(()),
        }
    }
}

/// A code made of a name: “xã biên giới” becomes `xa_bien_gioi`.
pub(super) fn free_code(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    let letters = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let base: String = text::search_key(name).chars().map(letters).take(40).collect();
    let numbered = (2..1_000).map(|number| format!("{base}_{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|code| is_free(code)).unwrap_or(base)
}
