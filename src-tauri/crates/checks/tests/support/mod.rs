//! An invented province for experiments: units of very different size, indicators from one case a
//! year to thousands, years that drift smoothly with chance swings, many small counts and zeros.
//!
//! Everything is drawn from one linear congruential generator in whole numbers, so that every
//! machine sees the same province.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "an experiment may stop")]
#![allow(dead_code, reason = "each of the tests and examples uses a part of it")]

pub mod slips;
pub mod table;

use bc138_checks::paper::{Limit, Paper, PaperColumn};
use bc138_domain::Fixed;

pub const UNITS: usize = 170;
pub const COLUMNS: usize = 60;
pub const YEARS: usize = 10;

/// Knuth's generator; the high bits are the good ones.
pub struct Dice(u64);

impl Dice {
    pub const fn new(start: u64) -> Self {
        Self(start)
    }

    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number below `end`.
    pub fn below(&mut self, end: i64) -> i64 {
        let end = u64::try_from(end.max(1)).expect("positive");
        i64::try_from(self.next() % end).expect("31 bits")
    }

    pub fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(i64::try_from(end).expect("small"))).expect("not negative")
    }

    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high - low + 1)
    }

    /// A count with the chance swing of a Poisson count around `thousandths`.
    pub fn count(&mut self, thousandths: i64) -> i64 {
        if thousandths >= 40_000 {
            return self.bell(thousandths, (thousandths * 1_000).isqrt());
        }
        // Many chances, each rare.
        self.hits(200, thousandths, 200_000)
    }

    /// How many of `whole` are of a kind that `share` of a thousand are of.
    pub fn part(&mut self, whole: i64, share: i64) -> i64 {
        if whole >= 100 {
            let spread = (whole * share * (1_000 - share)).isqrt();
            return self.bell(whole * share, spread).min(whole);
        }
        self.hits(whole, share, 1_000)
    }

    /// By how much something that lasts moves in a year: two years of three not at all.
    fn step(&mut self, there: i64) -> i64 {
        if self.below(3) > 0 { 0 } else { self.between(-1, 2) * (1 + there / 60) }
    }

    /// Hits in a number of tries, each with a chance of `chance` in `of`.
    fn hits(&mut self, tries: i64, chance: i64, of: i64) -> i64 {
        let hits = (0..tries).filter(|_| self.below(of) < chance).count();
        i64::try_from(hits).expect("few tries")
    }

    /// A number from a bell around `centre` with a usual distance of `spread`, both in thousandths;
    /// never below nothing. The sum of twelve dice is close to a bell with a spread of one die's side.
    fn bell(&mut self, centre: i64, spread: i64) -> i64 {
        let dice: i64 = (0..12).map(|_| self.below(1_001)).sum::<i64>() - 6_000;
        ((centre + dice * spread / 1_000 + 500) / 1_000).max(0)
    }
}

/// A province over ten years.
pub struct Province {
    /// By column, unit and year.
    pub values: Vec<Vec<Vec<i64>>>,
    pub limits: Vec<Limit>,
}

/// Expected counts of a middling unit, in thousandths: from rarities to thousands.
const LEVELS: [i64; 12] =
    [200, 600, 1_500, 4_000, 6_000, 9_000, 15_000, 30_000, 70_000, 160_000, 900_000, 3_500_000];

impl Province {
    pub fn new(start: u64) -> Self {
        let dice = &mut Dice::new(start);
        let sizes: Vec<i64> = (0..UNITS).map(|_| size(dice)).collect();
        let mut province = Self { values: Vec::new(), limits: Vec::new() };
        while province.values.len() < COLUMNS {
            province.add_group(dice, &sizes);
        }
        province
    }

    /// Six columns that belong together: two counts of what happened in the year, and what there is
    /// at its end, with its “trong đó” and two parts that add up to it (nam + nữ = hiện có).
    fn add_group(&mut self, dice: &mut Dice, sizes: &[i64]) {
        let first = self.values.len();
        for (number, series) in [flow, flow, stock].into_iter().enumerate() {
            let level = LEVELS[(first / 2 + number) * 7 % LEVELS.len()];
            self.values.push(sizes.iter().map(|size| series(dice, level * size / 1_000)).collect());
        }
        let whole = first + 2;
        let within = parts(dice, &self.values[whole]);
        let one = parts(dice, &self.values[whole]);
        let other = rest(&self.values[whole], &one);
        self.values.extend([within, one, other]);
        self.limits.push(Limit::AtMost { smaller: first + 3, larger: whole });
        self.limits.push(Limit::Sum { parts: vec![first + 4, first + 5], whole });
    }

    /// The table of the last year as it stands on paper, with the years before.
    pub fn paper(&self) -> Paper {
        let fixed = |value: &i64| Fixed::from_int(*value);
        let columns = self.values.iter().map(|units| {
            let typed: Vec<Option<Fixed>> =
                units.iter().map(|years| years.last().and_then(fixed)).collect();
            let past =
                units.iter().map(|years| years[..YEARS - 1].iter().map(fixed).collect()).collect();
            let mut column = PaperColumn { stated: None, typed, past };
            column.stated = Some(column.sum());
            column
        });
        Paper { columns: columns.collect(), limits: self.limits.clone() }
    }
}

/// Eight factors between 0,7 and 1,45 multiply to sizes from a tenth to ten times the middle.
fn size(dice: &mut Dice) -> i64 {
    (0..8).fold(1_000, |size, _| size * dice.between(700, 1_380) / 1_000).max(80)
}

/// What happens in a year: it drifts, and every year has its chance.
fn flow(dice: &mut Dice, level: i64) -> Vec<i64> {
    let drift = dice.between(-40, 60);
    let mut level = level * dice.between(600, 1_600) / 1_000;
    (0..YEARS)
        .map(|_| {
            level = level * (1_000 + drift + dice.between(-25, 25)) / 1_000;
            dice.count(level)
        })
        .collect()
}

/// What there is at the end of a year: it stays, or moves by a little.
fn stock(dice: &mut Dice, level: i64) -> Vec<i64> {
    let usual = level * dice.between(600, 1_600) / 1_000;
    let first = dice.count(usual);
    let years = (0..YEARS).scan(first, |there, _| {
        *there = (*there + dice.step(*there)).max(0);
        Some(*there)
    });
    years.collect()
}

/// A part of what there is: it follows the whole and moves by a little of its own.
fn parts(dice: &mut Dice, whole: &[Vec<i64>]) -> Vec<Vec<i64>> {
    whole
        .iter()
        .map(|years| {
            let share = dice.between(200, 950);
            let (mut there, mut of) = (dice.part(years[0], share), years[0]);
            let parts = years.iter().map(|whole| {
                let moved = (whole - of) * share / 1_000 + dice.step(there.min(of - there));
                (there, of) = ((there + moved).clamp(0, *whole), *whole);
                there
            });
            parts.collect()
        })
        .collect()
}

fn rest(whole: &[Vec<i64>], part: &[Vec<i64>]) -> Vec<Vec<i64>> {
    let years = |(whole, part): (&Vec<i64>, &Vec<i64>)| {
        whole.iter().zip(part).map(|(whole, part)| whole - part).collect()
    };
    whole.iter().zip(part).map(years).collect()
}
