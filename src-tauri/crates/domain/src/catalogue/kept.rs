//! Entries of the user's own from which those are taken away that do not fit.

use super::Section;
use super::dimension::{Category, Dimension};
use super::group::FieldGroup;
use super::indicator::Indicator;
use super::own::{LeftOut, Own};
use std::collections::BTreeSet;

/// The entries that still stand, each with the place it had among all.
pub(super) struct Kept {
    groups: Numbered<FieldGroup>,
    dimensions: Numbered<Dimension>,
    categories: Numbered<Category>,
    indicators: Numbered<Indicator>,
}

impl Kept {
    pub fn all(own: &Own<'_>) -> Self {
        Self {
            groups: Numbered::of(own.groups),
            dimensions: Numbered::of(own.dimensions),
            categories: Numbered::of(own.categories),
            indicators: Numbered::of(own.indicators),
        }
    }

    pub fn own(&self) -> Own<'_> {
        Own {
            groups: &self.groups.entries,
            dimensions: &self.dimensions.entries,
            categories: &self.categories.entries,
            indicators: &self.indicators.entries,
        }
    }

    /// Takes entries away; they are given back with the places they had among all.
    pub fn without(&mut self, misfits: LeftOut) -> LeftOut {
        let mut gone = LeftOut::new();
        let mut named = BTreeSet::new();
        for (section, at, misfit) in misfits {
            // An entry may misfit in two ways; the first is told.
            if named.insert((section, at)) {
                gone.push((section, self.places(section)[at], misfit));
            }
        }
        for (section, at) in named.into_iter().rev() {
            match section {
                Section::Groups => self.groups.remove(at),
                Section::Dimensions => self.dimensions.remove(at),
                Section::Categories => self.categories.remove(at),
                Section::Indicators => self.indicators.remove(at),
            }
        }
        gone
    }

    fn places(&self, section: Section) -> &[usize] {
        match section {
            Section::Groups => &self.groups.places,
            Section::Dimensions => &self.dimensions.places,
            Section::Categories => &self.categories.places,
            Section::Indicators => &self.indicators.places,
        }
    }
}

/// Entries with their places in a longer list.
struct Numbered<T> {
    places: Vec<usize>,
    entries: Vec<T>,
}

impl<T: Clone> Numbered<T> {
    fn of(entries: &[T]) -> Self {
        Self { places: (0..entries.len()).collect(), entries: entries.to_vec() }
    }
}

impl<T> Numbered<T> {
    fn remove(&mut self, at: usize) {
        self.places.remove(at);
        self.entries.remove(at);
    }
}
