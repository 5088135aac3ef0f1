//! The catalogue: indicators, groups, dimensions, calendars and award forms, as data with dates.
//!
//! Code never names an indicator to decide what it means. The built-in catalogue is read from
//! `assets/catalogue/*.tsv`; what the user defined is laid over it ([`Catalogue::with_own`]) and
//! goes from one program to another as a [`Pack`].

mod award_form;
mod clash;
mod dimension;
mod entry;
mod fit;
mod group;
mod indicator;
mod kept;
mod own;
mod pack;
mod plan;
mod problem;
mod read;
pub(crate) mod table;
mod version;

pub use award_form::AwardForm;
pub use clash::Renumbered;
pub use dimension::{Category, Cover, Dimension};
pub use group::FieldGroup;
pub use indicator::{CountedFrom, Indicator, IndicatorKind, OverTime, OverUnits};
pub use own::{LeftOut, Own};
pub use pack::{PACK_VERSION, Pack};
pub use plan::{Plan, PlanLine, Standing};
pub use problem::{CatalogueError, Misfit, PackProblem, ProblemKind};
pub use read::CatalogueFiles;

use crate::calendar::CalendarBook;
use crate::figure::Categories;
use crate::window::Window;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A part of the catalogue that is a table of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Groups of fields.
    Groups,
    /// Dimensions.
    Dimensions,
    /// Kinds inside dimensions.
    Categories,
    /// Indicators.
    Indicators,
}

impl Section {
    /// Every section, in the order in which a pack writes them.
    pub const ALL: [Self; 4] = [Self::Groups, Self::Dimensions, Self::Categories, Self::Indicators];

    /// The word for it in a pack.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Dimensions => "dimensions",
            Self::Categories => "categories",
            Self::Indicators => "indicators",
        }
    }
}

/// The parts that divide one whole by one dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition<'a> {
    /// The dimension; its cover says whether the parts sum to the whole.
    pub dimension: &'a Dimension,
    /// The parts, in catalogue order.
    pub parts: Vec<&'a Indicator>,
}

/// Everything that can be reported, counted and given, on every day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// One indicator a code: the newest version, valid over all its versions.
    indicators: Vec<Indicator>,
    place: BTreeMap<String, usize>,
    /// The versions of each code, oldest first, none overlapping another.
    versions: BTreeMap<String, Vec<Indicator>>,
    counted_from: BTreeMap<String, CountedFrom>,
    groups: Vec<FieldGroup>,
    dimensions: Vec<Dimension>,
    /// The kinds of each dimension.
    categories: BTreeMap<String, Vec<Category>>,
    forms: Vec<AwardForm>,
    offices: Vec<String>,
    calendars: CalendarBook,
}

impl Catalogue {
    /// The indicator of a code: its newest version, with the validity of all versions together.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.place.get(code).map(|place| &self.indicators[*place])
    }

    /// The version of an indicator that holds on a day.
    #[must_use]
    pub fn indicator_on(&self, code: &str, day: NaiveDate) -> Option<&Indicator> {
        self.versions(code).iter().find(|it| it.is_valid_on(Some(day)))
    }

    /// The versions of an indicator, oldest first.
    #[must_use]
    pub fn versions(&self, code: &str) -> &[Indicator] {
        self.versions.get(code).map_or(&[], Vec::as_slice)
    }

    /// All indicators in catalogue order, one a code, as [`Catalogue::indicator`] gives them.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The indicators that exist on a day, in catalogue order and in the version of that day; on
    /// an unknown day all of them, in the newest version.
    pub fn indicators_on(&self, day: Option<NaiveDate>) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter_map(move |newest| match day {
            Some(day) => self.indicator_on(&newest.code, day),
            None => Some(newest),
        })
    }

    /// The days on which an indicator began to count something else or by another text of law, each
    /// with that text: where a series of its numbers has a break.
    #[must_use]
    pub fn definition_changes(&self, code: &str) -> Vec<(NaiveDate, &str)> {
        let pairs = self.versions(code).windows(2).filter_map(|pair| {
            let [before, after] = pair else { return None };
            let from = after.valid_from.filter(|_| !after.counts_like(before))?;
            Some((from, after.basis.as_str()))
        });
        pairs.collect()
    }

    /// The parts of a whole on a day (“trong đó”), in catalogue order.
    pub fn parts_of(
        &self,
        whole: &str,
        day: Option<NaiveDate>,
    ) -> impl Iterator<Item = &Indicator> {
        self.indicators_on(day).filter(move |it| it.parent.as_deref() == Some(whole))
    }

    /// The ways in which a whole is divided on a day.
    #[must_use]
    pub fn partitions_of(&self, whole: &str, day: Option<NaiveDate>) -> Vec<Partition<'_>> {
        let mut parts: BTreeMap<&str, Vec<&Indicator>> = BTreeMap::new();
        for part in self.parts_of(whole, day) {
            if let Some(partition) = &part.partition {
                parts.entry(partition).or_default().push(part);
            }
        }
        let divided = parts.into_iter().filter_map(|(code, parts)| {
            let dimension = self.dimension(code)?;
            Some(Partition { dimension, parts })
        });
        divided.collect()
    }

    /// What the numbers of an indicator are counted from, where no form asks for them.
    #[must_use]
    pub fn counted_from(&self, code: &str) -> Option<CountedFrom> {
        self.counted_from.get(code).copied()
    }

    /// The reporting year of an indicator by the built-in calendar of the year.
    #[must_use]
    pub fn window_of(&self, indicator: &Indicator, year: i32) -> Option<Window> {
        self.calendars.window_of(indicator, year)
    }

    /// The place of an indicator in the forms; those that are in no form come last.
    #[must_use]
    pub fn form_order(&self, code: &str) -> usize {
        let place = self.place.get(code).filter(|_| self.counted_from(code).is_none());
        place.copied().unwrap_or(usize::MAX)
    }

    /// All groups of fields.
    #[must_use]
    pub fn groups(&self) -> &[FieldGroup] {
        &self.groups
    }

    /// The group of a code.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<&FieldGroup> {
        self.groups.iter().find(|group| group.code == code)
    }

    /// All dimensions.
    #[must_use]
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// The dimension of a code.
    #[must_use]
    pub fn dimension(&self, code: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.code == code)
    }

    /// The kinds of a dimension, in all versions.
    #[must_use]
    pub fn categories(&self, dimension: &str) -> &[Category] {
        self.categories.get(dimension).map_or(&[], Vec::as_slice)
    }

    /// The kinds of a dimension that exist on a day; on an unknown day all versions.
    pub fn categories_on(
        &self,
        dimension: &str,
        day: Option<NaiveDate>,
    ) -> impl Iterator<Item = &Category> {
        self.categories(dimension).iter().filter(move |it| it.is_valid_on(day))
    }

    /// The names of the kinds that something counts together; a kind that is not known keeps its
    /// code.
    #[must_use]
    pub fn kind_names<'a>(&'a self, categories: &'a Categories) -> Vec<&'a str> {
        let kinds = categories.iter().flat_map(|(dimension, kinds)| {
            let known = self.categories(dimension);
            let name = |kind: &'a String| known.iter().find(|it| it.code == *kind);
            kinds.iter().map(move |kind| name(kind).map_or(kind.as_str(), |it| it.name.as_str()))
        });
        kinds.collect()
    }

    /// The award form of a code.
    #[must_use]
    pub fn form(&self, code: &str) -> Option<&AwardForm> {
        self.forms.iter().find(|form| form.code == code)
    }

    /// All award forms, highest first.
    #[must_use]
    pub fn forms(&self) -> &[AwardForm] {
        &self.forms
    }

    /// Titles of offices offered while typing.
    #[must_use]
    pub fn offices(&self) -> &[String] {
        &self.offices
    }

    /// The built-in calendars.
    #[must_use]
    pub const fn calendars(&self) -> &CalendarBook {
        &self.calendars
    }
}

/// The newest of some versions, with the validity of all of them.
fn hull(versions: &[Indicator]) -> Option<Indicator> {
    let (oldest, newest) = (versions.first()?, versions.last()?);
    Some(Indicator { valid_from: oldest.valid_from, ..newest.clone() })
}
