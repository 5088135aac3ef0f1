//! Whom to propose for an award (đề xuất khen thưởng), explained from results. It proposes and
//! never decides: every unit is told with what speaks for it and what it lacks.

use crate::key::UnreadableSetting;
use crate::tables::Tables;
use crate::threshold::{Criterion, Threshold};
use bc138_domain::{Fixed, Setting};
use chrono::NaiveDate;
use std::cmp::Ordering;
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
    fn result(&self, year: i32) -> Option<&YearResult> {
        self.years.iter().find(|it| it.year == year)
    }

    /// Years in a row, up to and with `year`, in which the standard was reached; `None` when it
    /// is not known for the year itself.
    fn streak(&self, year: i32) -> Option<i32> {
        self.result(year)?.standard?;
        let reached = |year: &i32| self.result(*year).is_some_and(|it| it.standard == Some(true));
        let years = (0..).map_while(|back| Some(year - back).filter(reached)).count();
        i32::try_from(years).ok()
    }

    /// The last year in which the unit had the form from the authority.
    fn last_had(&self, form: &str, authority: &str) -> Option<i32> {
        let same = |it: &&PastAward| it.form == form && it.authority == authority;
        self.awards.iter().filter(same).map(|it| it.year).max()
    }
}

/// What a unit is measured by.
struct Standing<'a> {
    unit: &'a UnitResults,
    year: i32,
    grade: Option<Grade>,
    rate: Option<(Fixed, Fixed)>,
    streak: Option<i32>,
    change: Option<Fixed>,
    tips: Option<(Fixed, usize)>,
    last_had: Option<i32>,
}

impl<'a> Standing<'a> {
    fn of(
        unit: &'a UnitResults,
        year: i32,
        form: &str,
        authority: &str,
        tips: &BTreeMap<Fixed, usize>,
    ) -> Self {
        let now = unit.result(year);
        let place = |count: Fixed| tips.get(&count).map(|place| (count, *place));
        Self {
            unit,
            year,
            grade: now.and_then(|it| it.grade),
            rate: now.and_then(|it| it.rate).filter(|(_, total)| total.thousandths() > 0),
            streak: unit.streak(year),
            change: now.filter(|it| it.comparable).and_then(|it| change(it, unit.result(year - 1))),
            tips: now.and_then(|it| it.tips).and_then(place),
            last_had: unit.last_had(form, authority),
        }
    }

    fn merits(&self) -> Vec<Merit> {
        let streak = self.streak.filter(|years| *years > 0);
        let merits = [
            self.grade.map(Merit::Grade),
            self.rate.and_then(|(reached, total)| {
                let percent = Fixed::percent_of(reached, total, 3)?;
                Some(Merit::Rate { reached, total, percent })
            }),
            streak.map(|years| Merit::Streak { years, since: self.year - years + 1 }),
            self.change.map(|points| Merit::Change { points, against: self.year - 1 }),
            self.tips.map(|(count, place)| Merit::Tips { count, place }),
            Some(self.last_had.map_or(Merit::FirstTime, |year| Merit::LastHad { year })),
        ];
        merits.into_iter().flatten().collect()
    }

    fn lacks(&self, thresholds: &[Applied]) -> Vec<Lack> {
        thresholds.iter().filter_map(|threshold| self.lack(threshold)).collect()
    }

    fn lack(&self, threshold: &Applied) -> Option<Lack> {
        let (criterion, needs) = (threshold.criterion, threshold.value);
        if criterion == Criterion::RateAtLeast
            && let Some(rate) = self.rate
        {
            let has = Fixed::percent_of(rate.0, rate.1, 3)?;
            return is_below(rate, needs).then_some(Lack::Below { criterion, has, needs });
        }
        let has = match criterion {
            Criterion::StreakYears => self.streak.map(i64::from),
            Criterion::GradeAtLeast => self.grade.map(|grade| grade as i64),
            Criterion::RateAtLeast => None,
            // Never having had it is no lack.
            Criterion::YearsSinceSameForm => Some(i64::from(self.year - self.last_had?)),
        };
        match has.and_then(Fixed::from_int) {
            None => Some(Lack::NotReported(criterion)),
            Some(has) => (has < needs).then_some(Lack::Below { criterion, has, needs }),
        }
    }

    /// Best first.
    fn compare(&self, other: &Self) -> Ordering {
        let rates = match (self.rate, other.rate) {
            (Some(a), Some(b)) => compare_rates(b, a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        other
            .grade
            .cmp(&self.grade)
            .then(rates)
            .then(other.streak.cmp(&self.streak))
            .then(other.change.cmp(&self.change))
            .then(other.tips.map(|it| it.0).cmp(&self.tips.map(|it| it.0)))
    }
}

/// Percentage points against the year before.
fn change(now: &YearResult, before: Option<&YearResult>) -> Option<Fixed> {
    let percent = |it: &YearResult| it.rate.and_then(|(x, y)| Fixed::percent_of(x, y, 3));
    let points = percent(now)?.thousandths() - before.and_then(percent)?.thousandths();
    Some(Fixed::from_thousandths(points))
}

/// Whether x/y is less than the percentage, exactly.
fn is_below((reached, total): (Fixed, Fixed), percent: Fixed) -> bool {
    let hundred = i128::from(reached.thousandths()) * 100_000;
    hundred < i128::from(total.thousandths()) * i128::from(percent.thousandths())
}

/// Exactly, by cross multiplication: 2/3 and 66,667 % are not the same.
fn compare_rates(a: (Fixed, Fixed), b: (Fixed, Fixed)) -> Ordering {
    let cross = |x: Fixed, y: Fixed| i128::from(x.thousandths()) * i128::from(y.thousandths());
    cross(a.0, b.1).cmp(&cross(b.0, a.1))
}

fn rank(standings: Vec<Standing<'_>>, thresholds: &[Applied]) -> Vec<Candidate> {
    let with_lacks = standings.into_iter().map(|it| (it.lacks(thresholds), it));
    let (mut fit, mut others): (Vec<_>, Vec<_>) =
        with_lacks.partition(|(lacks, _)| lacks.is_empty());
    // The key makes the order of equals, which means nothing, the same every time.
    fit.sort_by(|(_, a), (_, b)| a.compare(b).then_with(|| a.unit.unit.cmp(&b.unit.unit)));
    others.sort_by(|(x, a), (y, b)| {
        (x.len().cmp(&y.len()))
            .then_with(|| a.compare(b))
            .then_with(|| a.unit.unit.cmp(&b.unit.unit))
    });
    let places = places(&fit);
    let ranked = fit
        .into_iter()
        .zip(places)
        .map(|((lacks, it), (place, tied))| it.candidate(Some(place), tied, lacks));
    ranked.chain(others.into_iter().map(|(lacks, it)| it.candidate(None, false, lacks))).collect()
}

/// Places of a sorted list, and whether another one shares them.
fn places(fit: &[(Vec<Lack>, Standing<'_>)]) -> Vec<(usize, bool)> {
    let equals = |a: &Standing<'_>, b: &Standing<'_>| a.compare(b) == Ordering::Equal;
    let groups = fit.chunk_by(|(_, a), (_, b)| equals(a, b));
    let mut places = Vec::with_capacity(fit.len());
    for group in groups {
        let place = places.len() + 1;
        places.extend(std::iter::repeat_n((place, group.len() > 1), group.len()));
    }
    places
}

impl Standing<'_> {
    fn candidate(&self, place: Option<usize>, tied: bool, lacks: Vec<Lack>) -> Candidate {
        let (unit, name) = (self.unit.unit.clone(), self.unit.name.clone());
        Candidate { unit, name, place, tied, merits: self.merits(), lacks }
    }
}
