//! What a unit is measured by when it is proposed, and the order that follows from it.

use crate::candidate::{Applied, Candidate, Grade, Lack, Merit, UnitResults, YearResult};
use crate::threshold::Criterion;
use bc138_domain::Fixed;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a unit is measured by.
pub(crate) struct Standing<'a> {
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
    pub fn of(
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

/// Units in the order of a proposal: those that lack nothing by their place, then the others.
pub(crate) fn rank(standings: Vec<Standing<'_>>, thresholds: &[Applied]) -> Vec<Candidate> {
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
