//! What the user defined, laid over the built-in catalogue.

use super::dimension::{Category, Dimension};
use super::fit;
use super::group::FieldGroup;
use super::indicator::Indicator;
use super::kept::Kept;
use super::problem::{CatalogueError, Misfit};
use super::version::{Dated, follow};
use super::{Catalogue, Section, hull};
use std::collections::BTreeMap;

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

/// The entries of the user's own that do not fit: section, place there, reason.
pub type LeftOut = Vec<(Section, usize, Misfit)>;

impl Catalogue {
    /// The catalogue with what the user defined.
    ///
    /// A version of a built-in code must begin after those that are built in; the one that holds
    /// at its beginning then ends the day before. Versions of the user's own end where they say.
    ///
    /// # Errors
    /// [`CatalogueError::Own`] with the first entry that does not fit.
    pub fn with_own(&self, own: &Own<'_>) -> Result<Self, CatalogueError> {
        let (whole, misfits) = self.laid(own);
        match misfits.into_iter().next() {
            Some((_, _, misfit)) => Err(misfit.into()),
            None => Ok(whole),
        }
    }

    /// What the user defined that does not go with the rest, each with its section and place.
    #[must_use]
    pub fn misfits(&self, own: &Own<'_>) -> LeftOut {
        self.laid(own).1
    }

    /// The catalogue with what fits of the user's own, and what was left out: a file of an older
    /// program may hold entries that nobody would take today, and must open all the same.
    #[must_use]
    pub fn with_fitting(&self, own: &Own<'_>) -> (Self, LeftOut) {
        let mut kept = Kept::all(own);
        let mut left_out = LeftOut::new();
        loop {
            let (whole, misfits) = self.laid(&kept.own());
            if misfits.is_empty() {
                left_out.sort_by_key(|(section, place, _)| (*section, *place));
                return (whole, left_out);
            }
            left_out.extend(kept.without(misfits));
        }
    }

    /// The catalogue with the entries that can be laid over it, and those that cannot.
    fn laid(&self, own: &Own<'_>) -> (Self, LeftOut) {
        let misfits = fit::within(self, own);
        if !misfits.is_empty() {
            return (self.clone(), misfits);
        }
        let mut whole = self.clone();
        let mut misfits = LeftOut::new();
        for (place, group) in own.groups.iter().enumerate() {
            match free(&group.code, self.group(&group.code).is_some()) {
                Ok(()) => whole.groups.push(group.clone()),
                Err(misfit) => misfits.push((Section::Groups, place, misfit)),
            }
        }
        for (place, dimension) in own.dimensions.iter().enumerate() {
            match free(&dimension.code, self.dimension(&dimension.code).is_some()) {
                Ok(()) => whole.dimensions.push(dimension.clone()),
                Err(misfit) => misfits.push((Section::Dimensions, place, misfit)),
            }
        }
        for (place, category) in in_time(own.categories) {
            let versions = whole.categories.entry(category.dimension.clone()).or_default();
            let added = add_category(versions, category);
            misfits.extend(added.err().map(|misfit| (Section::Categories, place, misfit)));
        }
        for (place, indicator) in in_time(own.indicators) {
            let added = whole.add(indicator);
            misfits.extend(added.err().map(|misfit| (Section::Indicators, place, misfit)));
        }
        (whole, misfits)
    }

    fn add(&mut self, indicator: &Indicator) -> Result<(), Misfit> {
        let code = &indicator.code;
        let mut versions = self.versions.get(code).cloned().unwrap_or_default();
        if versions.first().is_some_and(|first| first.kind != indicator.kind) {
            return Err(Misfit::KindChanged(code.clone()));
        }
        follow(&mut versions, indicator.clone())?;
        let newest = hull(&versions).unwrap_or_else(|| indicator.clone());
        self.versions.insert(code.clone(), versions);
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

/// Entries in their order, but the versions of a code by their beginnings, so that each follows the
/// one before it; each with its place.
fn in_time<T: Dated>(entries: &[T]) -> Vec<(usize, &T)> {
    let mut first = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        first.entry(entry.key()).or_insert(place);
    }
    let mut sorted: Vec<(usize, &T)> = entries.iter().enumerate().collect();
    sorted.sort_by_key(|(_, entry)| (first.get(&entry.key()).copied(), entry.from()));
    sorted
}

/// Adds a category behind the newest version of its code, or at the end.
fn add_category(list: &mut Vec<Category>, new: &Category) -> Result<(), Misfit> {
    let Some(place) = list.iter().rposition(|it| it.code == new.code) else {
        list.push(new.clone());
        return Ok(());
    };
    let mut versions = vec![list[place].clone()];
    follow(&mut versions, new.clone())?;
    list.splice(place..=place, versions);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::dimension::Cover;
    use super::super::indicator::IndicatorKind;
    use super::*;
    use chrono::NaiveDate;

    fn day(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(y, m, d)
    }

    fn base() -> Catalogue {
        let groups =
            [FieldGroup { code: "models".to_owned(), ..FieldGroup::own(0, 4, "Mô hình") }];
        let clubs =
            Indicator { code: "clb".to_owned(), ..Indicator::own(0, "models", "Câu lạc bộ") };
        let gender = Dimension {
            id: 0,
            code: "gender".to_owned(),
            name: "Giới tính".to_owned(),
            cover: Cover::Complete,
        };
        let (groups, dimensions, indicators) = (&groups[..], &[gender][..], &[clubs][..]);
        Catalogue::default()
            .with_own(&Own { groups, dimensions, indicators, categories: &[] })
            .unwrap()
    }

    fn refused(own: &Own<'_>) -> Misfit {
        match base().with_own(own) {
            Err(CatalogueError::Own(misfit)) => misfit,
            other => panic!("{other:?} should have been refused"),
        }
    }

    fn category(code: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Category {
        let (dimension, name) = ("gender".to_owned(), code.to_owned());
        Category { id: 0, dimension, code: code.to_owned(), name, valid_from: from, valid_to: to }
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_the_rest_stands() {
        let again = Indicator { code: "clb".to_owned(), ..Indicator::own(1, "models", "Khác") };
        let part = |number, parent: &str| Indicator {
            parent: Some(parent.to_owned()),
            ..Indicator::own(number, "models", "Phần")
        };
        let (circle, other) = (part(2, "own_3"), part(3, "own_2"));
        let below = part(4, "own_3");
        let sound = Indicator::own(5, "models", "Tổ");
        let indicators = [again, circle, other, below, sound];
        let own = Own { indicators: &indicators, ..Own::default() };
        assert!(base().with_own(&own).is_err());
        let (whole, left_out) = base().with_fitting(&own);
        let places: Vec<usize> = left_out.iter().map(|(_, place, _)| *place).collect();
        assert_eq!(places, [0, 1, 2, 3], "also what belonged to one that is left out");
        assert!(whole.indicator("own_5").is_some());
        assert_eq!(whole.indicator("clb").map(|it| it.name.as_str()), Some("Câu lạc bộ"));
        assert_eq!(left_out[0].0, Section::Indicators);
    }

    #[test]
    fn own_entries_stand_behind_the_built_in_ones() {
        let groups = [FieldGroup::own(1, 2, "Biên giới")];
        let indicators =
            [Indicator::own(1, "own_group_1", "Chốt"), Indicator::own(2, "models", "Tổ")];
        let own = Own { groups: &groups, indicators: &indicators, ..Own::default() };
        let whole = base().with_own(&own).unwrap();
        let codes: Vec<&str> = whole.indicators().iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["clb", "own_1", "own_2"]);
        assert!(
            whole.form_order("clb") < whole.form_order("own_1"),
            "forms list them in this order"
        );
        assert_eq!(whole.group("own_group_1").map(|it| it.title.as_str()), Some("Biên giới"));
    }

    #[test]
    fn a_new_version_of_a_built_in_code_ends_the_old_one() {
        let clubs = Indicator {
            code: "clb".to_owned(),
            noun: "câu lạc bộ có quyết định".to_owned(),
            valid_from: day(2027, 1, 1),
            ..Indicator::own(0, "models", "Câu lạc bộ")
        };
        let whole = base().with_own(&Own { indicators: &[clubs], ..Own::default() }).unwrap();
        let noun = |at: Option<NaiveDate>| {
            whole.indicator_on("clb", at.unwrap()).map(|it| it.noun.as_str())
        };
        assert_eq!(noun(day(2026, 12, 31)), Some("câu lạc bộ"));
        assert_eq!(noun(day(2027, 1, 1)), Some("câu lạc bộ có quyết định"));
        assert_eq!(whole.indicators().len(), 1, "it is still one indicator");
        assert!(whole.indicator("clb").unwrap().is_valid_on(day(2020, 1, 1)), "over all versions");
        assert_eq!(whole.definition_changes("clb").len(), 1, "something else is counted");
    }

    #[test]
    fn codes_that_are_taken_and_references_to_nothing_are_refused() {
        let taken = [FieldGroup { code: "models".to_owned(), ..FieldGroup::own(1, 3, "Khác") }];
        let own = Own { groups: &taken, ..Own::default() };
        assert_eq!(refused(&own), Misfit::RepeatedCode("models".to_owned()));
        let one = Indicator::own(1, "models", "Chốt");
        let nothing = "nothing".to_owned();
        let cases = [
            (
                Indicator { group: nothing.clone(), ..one.clone() },
                Misfit::UnknownGroup(nothing.clone()),
            ),
            (
                Indicator { dimensions: vec![nothing.clone()], ..one.clone() },
                Misfit::UnknownDimension(nothing.clone()),
            ),
            (
                Indicator { parent: Some(nothing.clone()), ..one.clone() },
                Misfit::UnknownParent(nothing.clone()),
            ),
            (
                Indicator { calendar: nothing.clone(), ..one.clone() },
                Misfit::UnknownCalendar(nothing.clone()),
            ),
            (
                Indicator { partition: Some("gender".to_owned()), ..one.clone() },
                Misfit::PartitionWithoutParent("gender".to_owned()),
            ),
            (
                Indicator {
                    parent: Some("clb".to_owned()),
                    partition: Some(nothing.clone()),
                    ..one.clone()
                },
                Misfit::UnknownPartition(nothing),
            ),
        ];
        for (indicator, misfit) in cases {
            assert_eq!(refused(&Own { indicators: &[indicator], ..Own::default() }), misfit);
        }
    }

    #[test]
    fn nothing_is_a_part_of_itself_even_over_some_steps() {
        let part = |number: i32, whole: &str| Indicator {
            parent: Some(whole.to_owned()),
            ..Indicator::own(number, "models", "Chốt")
        };
        let circle = [part(1, "own_2"), part(2, "own_3"), part(3, "own_1"), part(4, "own_1")];
        let own = Own { indicators: &circle, ..Own::default() };
        let places: Vec<usize> = fit::within(&base(), &own).into_iter().map(|it| it.1).collect();
        assert_eq!(places, [0, 1, 2], "the fourth hangs on the circle, it is not on it");
        let chain = [part(1, "own_2"), part(2, "own_3"), part(3, "clb")];
        assert!(base().with_own(&Own { indicators: &chain, ..Own::default() }).is_ok());
    }

    #[test]
    fn versions_do_not_overlap_run_backwards_or_change_their_kind() {
        let one = Indicator::own(1, "models", "Chốt");
        let later = Indicator { valid_from: day(2026, 1, 1), ..one.clone() };
        let both = [one.clone(), later.clone()];
        let misfit = refused(&Own { indicators: &both, ..Own::default() });
        assert!(matches!(misfit, Misfit::OverlappingValidity { .. }), "own versions say their end");
        let backwards = Indicator { valid_to: day(2025, 12, 31), ..later.clone() };
        let misfit = refused(&Own { indicators: &[backwards], ..Own::default() });
        assert!(matches!(misfit, Misfit::Backwards { .. }));
        let ended = Indicator { valid_to: day(2025, 12, 31), ..one };
        let flow = Indicator { kind: IndicatorKind::Flow, ..later };
        let misfit = refused(&Own { indicators: &[ended, flow], ..Own::default() });
        assert_eq!(misfit, Misfit::KindChanged("own_1".to_owned()));
    }

    #[test]
    fn a_new_version_of_a_category_keeps_its_place() {
        let first = [category("nam", None, None), category("nu", None, None)];
        let whole = base().with_own(&Own { categories: &first, ..Own::default() }).unwrap();
        let renamed =
            [Category { name: "nam giới".to_owned(), ..category("nam", day(2026, 1, 1), None) }];
        let whole = whole.with_own(&Own { categories: &renamed, ..Own::default() }).unwrap();
        let names = |at| -> Vec<&str> {
            whole.categories_on("gender", at).map(|it| it.name.as_str()).collect()
        };
        assert_eq!(names(day(2025, 1, 1)), ["nam", "nu"]);
        assert_eq!(names(day(2026, 1, 1)), ["nam giới", "nu"]);
    }
}
