//! Whom to propose for an award (đề xuất khen thưởng), explained from results. It proposes and
//! never decides: every unit is told with what speaks for it and what it lacks.

use crate::key::UnreadableSetting;
use crate::standing::{Standing, rank};
use crate::tables::Tables;
use crate::threshold::{Criterion, Threshold};
use bc138_domain::{Fixed, Setting};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Grade of the movement (phân loại phong trào).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Yếu.
    Weak = 1,
    /// Trung bình.
    Average = 2,
    /// Khá.
    Good = 3,
    /// Xuất sắc.
    Excellent = 4,
}

/// The results of one unit in one year; what was not reported is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearResult {
    /// The year.
    pub year: i32,
    /// Whether the standard “An toàn về an ninh, trật tự” was reached.
    pub standard: Option<bool>,
    /// Reached and total: khu dân cư that reached the standard.
    pub rate: Option<(Fixed, Fixed)>,
    /// Grade of the movement.
    pub grade: Option<Grade>,
    /// Tips from the people (nguồn tin).
    pub tips: Option<Fixed>,
    /// Whether the year may be compared with the one before: the same window, the same
    /// territory, the same criteria.
    pub comparable: bool,
}

/// An award that the unit has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAward {
    /// Code of the form.
    pub form: String,
    /// Code of the authority.
    pub authority: String,
    /// The year of the merit.
    pub year: i32,
}

/// One unit with everything a proposal rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitResults {
    /// Key of the unit.
    pub unit: String,
    /// Its name, for the list.
    pub name: String,
    /// Results, one a year, in any order.
    pub years: Vec<YearResult>,
    /// Awards it has, in any order.
    pub awards: Vec<PastAward>,
}

/// What speaks for a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merit {
    /// The grade of the year.
    Grade(Grade),
    /// The rate of the year, with the percentage in three decimals.
    Rate {
        /// Reached.
        reached: Fixed,
        /// Of all.
        total: Fixed,
        /// Percent.
        percent: Fixed,
    },
    /// Years in a row in which the standard was reached.
    Streak {
        /// How many.
        years: i32,
        /// The first of them.
        since: i32,
    },
    /// Percentage points against the year before; negative when it fell.
    Change {
        /// Percentage points, in three decimals.
        points: Fixed,
        /// The year before.
        against: i32,
    },
    /// Tips, and the place among all units that reported them; equal counts share a place.
    Tips {
        /// How many.
        count: Fixed,
        /// From 1.
        place: usize,
    },
    /// It never had this form from this authority.
    FirstTime,
    /// The last year in which it had this form from this authority.
    LastHad {
        /// The year.
        year: i32,
    },
}

/// What a unit lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Nothing was reported that the criterion could be judged by.
    NotReported(Criterion),
    /// It is below the threshold.
    Below {
        /// What was compared.
        criterion: Criterion,
        /// What the unit has.
        has: Fixed,
        /// What is needed.
        needs: Fixed,
    },
}

/// One unit in a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Key of the unit.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Place among those that lack nothing, from 1; units that are equal in everything share a
    /// place and the next places are left out. `None` for a unit that lacks something.
    pub place: Option<usize>,
    /// Whether another unit shares the place.
    pub tied: bool,
    /// What speaks for it.
    pub merits: Vec<Merit>,
    /// What it lacks.
    pub lacks: Vec<Lack>,
}

/// A threshold as it was applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// What was compared.
    pub criterion: Criterion,
    /// What was needed.
    pub value: Fixed,
    /// Whether it is the program's own start, which no document sets.
    pub assumed: bool,
}

/// A ranked list for one form of one authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Code of the form.
    pub form: String,
    /// Code of the authority.
    pub authority: String,
    /// The thresholds that were applied.
    pub thresholds: Vec<Applied>,
    /// Every unit: first those that lack nothing, by their place, then the others.
    pub candidates: Vec<Candidate>,
}

/// Ranks every unit for every form that has thresholds on the day, by the results of `year`.
///
/// The order: grade, then rate, then years in a row, then change of the rate, then tips. What was
/// not reported comes last.
///
/// # Errors
/// [`UnreadableSetting`]: a threshold was set to something that is no number.
pub fn propose(
    units: &[UnitResults],
    year: i32,
    day: NaiveDate,
    tables: &Tables,
    settings: &[Setting],
) -> Result<Vec<Proposal>, UnreadableSetting> {
    let mut lists: BTreeMap<(i32, &str, &str), Vec<Applied>> = BTreeMap::new();
    for line in tables.thresholds().iter().filter(|line| line.validity.holds(Some(day))) {
        let rank = tables.form(&line.form, Some(day)).map_or(i32::MAX, |form| form.rank);
        let applied = Applied::of(line, day, settings)?;
        lists.entry((rank, &line.form, &line.authority)).or_default().push(applied);
    }
    let tips = places_by_tips(units, year);
    let proposal = |((_, form, authority), thresholds): ((i32, &str, &str), Vec<Applied>)| {
        let standings = units.iter().map(|unit| Standing::of(unit, year, form, authority, &tips));
        let candidates = rank(standings.collect(), &thresholds);
        let (form, authority) = (form.to_owned(), authority.to_owned());
        Proposal { form, authority, thresholds, candidates }
    };
    Ok(lists.into_iter().map(proposal).collect())
}

impl Applied {
    fn of(
        line: &Threshold,
        day: NaiveDate,
        settings: &[Setting],
    ) -> Result<Self, UnreadableSetting> {
        let value = line.value_on(day, settings)?;
        let assumed = !line.confirmed && value == line.value;
        Ok(Self { criterion: line.criterion, value, assumed })
    }
}

/// The place of every unit by its tips; equal counts share a place.
fn places_by_tips(units: &[UnitResults], year: i32) -> BTreeMap<Fixed, usize> {
    let counts: Vec<Fixed> =
        units.iter().filter_map(|unit| unit.result(year)).filter_map(|it| it.tips).collect();
    let distinct: BTreeSet<Fixed> = counts.iter().copied().collect();
    let place = |count: Fixed| 1 + counts.iter().filter(|other| **other > count).count();
    distinct.into_iter().map(|count| (count, place(count))).collect()
}

impl UnitResults {
    pub(crate) fn result(&self, year: i32) -> Option<&YearResult> {
        self.years.iter().find(|it| it.year == year)
    }

    /// Years in a row, up to and with `year`, in which the standard was reached; `None` when it
    /// is not known for the year itself.
    pub(crate) fn streak(&self, year: i32) -> Option<i32> {
        self.result(year)?.standard?;
        let reached = |year: &i32| self.result(*year).is_some_and(|it| it.standard == Some(true));
        let years = (0..).map_while(|back| Some(year - back).filter(reached)).count();
        i32::try_from(years).ok()
    }

    /// The last year in which the unit had the form from the authority.
    pub(crate) fn last_had(&self, form: &str, authority: &str) -> Option<i32> {
        let same = |it: &&PastAward| it.form == form && it.authority == authority;
        self.awards.iter().filter(same).map(|it| it.year).max()
    }
}
