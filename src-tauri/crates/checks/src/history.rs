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
/// A single distance says no more than this about how calm numbers are: a slip is not their swing.
const WILDEST: f64 = 3.0;
/// As many sights of a usual swing stand against what a few numbers show.
const USUAL_SIGHTS: f64 = 20.0;
/// How many years of sight the usual spread is worth.
const USUAL_YEARS: f64 = 3.0;

/// The past of one number: where it tends, and how far its values lay from there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Past {
    /// Square root of the value to expect, signed.
    centre: f64,
    /// Distance of each past value.
    distances: Vec<f64>,
}

/// How much numbers of one kind swing, as a multiple of what is usual: the number of hamlets stays
/// for years, the number of tips from the people does not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Swing(f64);

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

impl Past {
    /// Where points (time, root of the value) tend at the time `at`; nothing from no points.
    pub fn of(points: &[Point], at: f64) -> Option<Self> {
        if points.is_empty() {
            return None;
        }
        let slope = if points.len() >= 4 { median(&mut slopes(points)) } else { 0.0 };
        let mut levels: Vec<f64> = points.iter().map(|(t, r)| r + slope * (at - t)).collect();
        let centre = median(&mut levels);
        let distances = levels.iter().map(|level| (level - centre).abs()).collect();
        Some(Self { centre, distances })
    }

    /// What it lets one expect, among numbers that swing so much.
    pub fn expectation(mut self, swing: Swing) -> Expectation {
        let seen = 1.4826 * median(&mut self.distances);
        let years = self.distances.len();
        Expectation { centre: self.centre, spread: spread(self.centre, seen, years, swing), years }
    }
}

impl Swing {
    /// The swing to count with where nothing is known of numbers of the kind.
    pub const USUAL: Self = Self(1.0);

    /// The swing that the pasts of all numbers of one kind show together.
    pub fn of<'a>(pasts: impl Iterator<Item = &'a Past>) -> Self {
        let (mut squares, mut sights) = (USUAL_SIGHTS, USUAL_SIGHTS);
        for past in pasts {
            let usual = usual(past.centre);
            for distance in &past.distances {
                squares += (distance / usual).min(WILDEST).powi(2);
                sights += 1.0;
            }
        }
        Self((squares / sights).sqrt())
    }
}

impl Expectation {
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

/// The usual swing of the root of a value: chance, and a few percent of the level.
fn usual(centre: f64) -> f64 {
    CHANCE.hypot(USUAL_SHARE * centre)
}

/// The spread to count with: few years say little about it, so what was seen is mixed with what is
/// usual for numbers of the kind.
fn spread(centre: f64, seen: f64, years: usize, Swing(swing): Swing) -> f64 {
    let usual = swing * usual(centre);
    #[expect(clippy::cast_precision_loss, reason = "a count of years")]
    let years = years as f64;
    let mixed = (USUAL_YEARS * usual * usual + years * seen * seen) / (USUAL_YEARS + years);
    // The centre itself is only known as well as the years allow.
    mixed.sqrt().max(swing * CHANCE) * (1.0 + 2.0 / years).sqrt()
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

    fn past(values: &[i64]) -> Past {
        let time = (0_i32..).map(f64::from);
        let roots = values.iter().map(|value| root(fixed(*value).thousandths()));
        let next = f64::from(i32::try_from(values.len()).unwrap());
        Past::of(&time.zip(roots).collect::<Vec<Point>>(), next).unwrap()
    }

    fn expected(values: &[i64]) -> Expectation {
        past(values).expectation(Swing::USUAL)
    }

    /// The pasts of thirty numbers that never moved.
    fn calm() -> Vec<Past> {
        (0..30).map(|row| past(&[100 + row; 6])).collect()
    }

    /// How far 106 lies from a past of nothing but 100, among numbers with these pasts.
    fn six_more(among: &[Past]) -> f64 {
        past(&[100; 6]).expectation(Swing::of(among.iter())).deviation(fixed(106))
    }

    #[test]
    fn small_counts_may_double_and_large_ones_may_not() {
        assert!(expected(&[2, 2, 2, 2, 2, 2]).deviation(fixed(4)) < 3.0, "4 after 2 is chance");
        assert!(
            expected(&[0, 1, 0, 0, 1, 0]).deviation(fixed(3)) < 4.0,
            "3 after 0 and 1 is chance"
        );
        assert!(expected(&[200, 205, 198, 202, 199, 201]).deviation(fixed(400)) > 5.0);
    }

    #[test]
    fn one_slip_in_the_past_bends_nothing() {
        let clean = expected(&[100, 104, 108, 112, 116, 120]);
        let bent = expected(&[100, 104, 1_080, 112, 116, 120]);
        assert!((clean.deviation(fixed(124)) - bent.deviation(fixed(124))).abs() < 1.0);
        assert!(bent.deviation(fixed(1_240)) > 8.0);
    }

    #[test]
    fn a_trend_is_followed() {
        let growing = expected(&[100, 144, 196, 256, 324, 400]);
        assert!(growing.deviation(fixed(484)) < 0.5, "22² continues 10² … 20²");
        assert!(growing.likelihood(fixed(484)) > growing.likelihood(fixed(220)));
    }

    #[test]
    fn calm_numbers_make_a_small_move_stand_out() {
        let usual = past(&[100; 6]).expectation(Swing::USUAL).deviation(fixed(106));
        assert!(six_more(&calm()) > 2.0 * usual, "6 more of what never moved is news");
        assert!((six_more(&[]) - usual).abs() < 1e-9, "nothing seen: as usual");
    }

    #[test]
    fn a_slip_in_the_past_of_one_number_makes_the_others_no_wilder() {
        let mut bent = calm();
        bent[7] = past(&[107, 107, 107, 107_000, 107, 107]);
        assert!(six_more(&bent) > 0.8 * six_more(&calm()));
    }

    #[test]
    fn nothing_is_expected_from_no_past() {
        assert_eq!(Past::of(&[], 1.0), None);
        assert_eq!(expected(&[7]).centre(), fixed(7));
    }
}
