//! What the user defined, laid over the built-in catalogue.

use super::dimension::{Category, Dimension};
use super::fit;
use super::group::FieldGroup;
use super::indicator::Indicator;
use super::problem::{CatalogueError, Misfit};
use super::version::{Dated, follow};
use super::{Catalogue, hull};

/// What the user defined.
#[derive(Debug, Clone, Copy, Default)]
pub struct Own<'a> {
    /// Groups of fields.
    pub groups: &'a [FieldGroup],
    /// Dimensions.
    pub dimensions: &'a [Dimension],
    /// Kinds inside dimensions, also inside built-in ones.
    pub categories: &'a [Category],
    /// Indicators, in dated versions; a built-in code makes a newer version of it.
    pub indicators: &'a [Indicator],
}

impl Catalogue {
    /// The catalogue with what the user defined.
    ///
    /// A version of a built-in code must begin after those that are built in; the one that holds
    /// at its beginning then ends the day before. Versions of the user's own end where they say.
    ///
    /// # Errors
    /// [`CatalogueError::Own`] with the first entry that does not fit.
    pub fn with_own(&self, own: &Own<'_>) -> Result<Self, CatalogueError> {
        if let Some((_, _, misfit)) = fit::within(self, own).into_iter().next() {
            return Err(misfit.into());
        }
        let mut whole = self.clone();
        for group in own.groups {
            free(&group.code, self.group(&group.code).is_some())?;
            whole.groups.push(group.clone());
        }
        for dimension in own.dimensions {
            free(&dimension.code, self.dimension(&dimension.code).is_some())?;
            whole.dimensions.push(dimension.clone());
        }
        for category in in_time(own.categories) {
            let versions = whole.categories.entry(category.dimension.clone()).or_default();
            add_category(versions, category)?;
        }
        for indicator in in_time(own.indicators) {
            whole.add(indicator)?;
        }
        Ok(whole)
    }

    fn add(&mut self, indicator: &Indicator) -> Result<(), Misfit> {
        let code = &indicator.code;
        let versions = self.versions.entry(code.clone()).or_default();
        if versions.first().is_some_and(|first| first.kind != indicator.kind) {
            return Err(Misfit::KindChanged(code.clone()));
        }
        follow(versions, indicator.clone())?;
        let newest = hull(versions).unwrap_or_else(|| indicator.clone());
        match self.place.get(code) {
            Some(place) => self.indicators[*place] = newest,
            None => {
                self.place.insert(code.clone(), self.indicators.len());
                self.indicators.push(newest);
            }
        }
        Ok(())
    }
}

/// Refuses a code that is taken.
fn free(code: &str, taken: bool) -> Result<(), Misfit> {
    if taken { Err(Misfit::RepeatedCode(code.to_owned())) } else { Ok(()) }
}

/// Entries in the order of their beginnings, so that each follows the one before it.
fn in_time<T: Dated>(entries: &[T]) -> Vec<&T> {
    let mut sorted: Vec<&T> = entries.iter().collect();
    sorted.sort_by_key(|entry| entry.from());
    sorted
}

/// Adds a category behind the versions of its code, or at the end.
fn add_category(list: &mut Vec<Category>, new: &Category) -> Result<(), Misfit> {
    let (mut same, other): (Vec<Category>, Vec<Category>) =
        list.drain(..).partition(|it| it.code == new.code);
    let place = other.len();
    *list = other;
    let added = follow(&mut same, new.clone());
    list.splice(place..place, same);
    added
}
