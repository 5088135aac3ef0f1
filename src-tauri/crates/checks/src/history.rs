//! What a unit's own past lets one expect of a number, and how far a number is from it.
//!
//! Counts are compared as square roots: there the chance swing of a small count is the same half
//! at every level, so one band holds for 3 and for 3.000, and 4 after 2 is no surprise. The trend
//! is the median of all slopes and the spread the median of the distances from it, so that one
//! slip among the past years bends neither. Floats stay in here; no value is made from them.

use bc138_domain::Fixed;

/// The chance swing of a square root of a count.
const CHANCE: f64 = 0.5;
/// The usual swing of a square root beyond chance, as a share of it (7 % of the count).
const USUAL_SHARE: f64 = 0.035;
/// How many years of sight the usual spread is worth.
const USUAL_YEARS: f64 = 3.0;

/// What the past lets one expect at one point in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Expectation {
    /// Square root of the expected value, signed.
    centre: f64,
    /// Usual distance from it.
    spread: f64,
    /// How many past values it rests on.
    pub years: usize,
}

/// A place in time and the value there.
pub(crate) type Point = (f64, f64);

/// The signed square root of a value in thousandths.
pub(crate) fn root(thousandths: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "statistics; stored values stay exact")]
    let value = thousandths as f64 / 1_000.0;
    value.abs().sqrt().copysign(value)
}

impl Expectation {
    /// What to expect at the time `at` from other points (time, root of the value); nothing from
    /// no points.
    pub fn of(points: &[Point], at: f64) -> Option<Self> {
        let years = points.len();
        if years == 0 {
            return None;
        }
        let slope = if years >= 4 { median(&mut slopes(points)) } else { 0.0 };
        let mut levels: Vec<f64> = points.iter().map(|(t, r)| r + slope * (at - t)).collect();
        let centre = median(&mut levels);
        let mut distances: Vec<f64> = levels.iter().map(|level| (level - centre).abs()).collect();
        let seen = 1.4826 * median(&mut distances);
        Some(Self { centre, spread: spread(centre, seen, years), years })
    }

    /// How many usual distances a value lies from what was expected.
    pub fn deviation(&self, value: Fixed) -> f64 {
        (root(value.thousandths()) - self.centre).abs() / self.spread
    }

    /// The logarithm of how likely a value is, up to a constant; far values are unlikely, never
    /// impossible (Student's distribution with four degrees of freedom).
    pub fn likelihood(&self, value: Fixed) -> f64 {
        let deviation = self.deviation(value);
        // The step from root to value: the same band of roots holds more values higher up.
        let step = root(value.thousandths()).abs().max(0.5);
        -2.5 * (deviation * deviation / 4.0).ln_1p() - self.spread.ln() - step.ln()
    }

    /// The expected value, rounded to a whole number.
    pub fn centre(&self) -> Fixed {
        #[expect(clippy::cast_possible_truncation, reason = "a centre of stored values fits")]
        let whole = (self.centre * self.centre.abs()).round() as i64;
        Fixed::from_int(whole).unwrap_or_default()
    }
}

/// The spread to count with: few years say little about it, so what was seen is mixed with what is
/// usual: chance, and a few percent of the level.
fn spread(centre: f64, seen: f64, years: usize) -> f64 {
    let usual = CHANCE.hypot(USUAL_SHARE * centre);
    #[expect(clippy::cast_precision_loss, reason = "a count of years")]
    let years = years as f64;
    let mixed = (USUAL_YEARS * usual * usual + years * seen * seen) / (USUAL_YEARS + years);
    // The centre itself is only known as well as the years allow.
    mixed.sqrt().max(CHANCE) * (1.0 + 2.0 / years).sqrt()
}

fn slopes(points: &[Point]) -> Vec<f64> {
    let mut slopes = Vec::with_capacity(points.len() * (points.len() - 1) / 2);
    for (index, (t, r)) in points.iter().enumerate() {
        for (u, s) in &points[index + 1..] {
            if (u - t).abs() > f64::EPSILON {
                slopes.push((s - r) / (u - t));
            }
        }
    }
    slopes
}

/// The median; zero of nothing.
fn median(values: &mut [f64]) -> f64 {
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    values.sort_unstable_by(f64::total_cmp);
    if values.len().is_multiple_of(2) {
        f64::midpoint(values[middle - 1], values[middle])
    } else {
        values[middle]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(n: i64) -> Fixed {
        Fixed::from_int(n).unwrap()
    }

    fn past(values: &[i64]) -> Expectation {
        let points: Vec<Point> = (0_i32..)
            .zip(values)
            .map(|(year, value)| (f64::from(year), root(fixed(*value).thousandths())))
            .collect();
        let next = f64::from(i32::try_from(values.len()).unwrap());
        Expectation::of(&points, next).unwrap()
    }

    #[test]
    fn small_counts_may_double_and_large_ones_may_not() {
        assert!(past(&[2, 2, 2, 2, 2, 2]).deviation(fixed(4)) < 3.0, "4 after 2 is chance");
        assert!(past(&[0, 1, 0, 0, 1, 0]).deviation(fixed(3)) < 4.0, "3 after 0 and 1 is chance");
        assert!(past(&[200, 205, 198, 202, 199, 201]).deviation(fixed(400)) > 5.0);
    }

    #[test]
    fn one_slip_in_the_past_bends_nothing() {
        let clean = past(&[100, 104, 108, 112, 116, 120]);
        let bent = past(&[100, 104, 1_080, 112, 116, 120]);
        assert!((clean.deviation(fixed(124)) - bent.deviation(fixed(124))).abs() < 1.0);
        assert!(bent.deviation(fixed(1_240)) > 8.0);
    }

    #[test]
    fn a_trend_is_followed() {
        let growing = past(&[100, 144, 196, 256, 324, 400]);
        assert!(growing.deviation(fixed(484)) < 0.5, "22² continues 10² … 20²");
        assert!(growing.likelihood(fixed(484)) > growing.likelihood(fixed(220)));
    }

    #[test]
    fn nothing_is_expected_from_no_past() {
        assert_eq!(Expectation::of(&[], 1.0), None);
        assert_eq!(past(&[7]).centre(), fixed(7));
    }
}
