//! Axes with round steps. Exact: values and ticks are thousandths.

/// A linear axis from a round number to a round number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scale {
    low: i64,
    high: i64,
    step: i64,
}

/// Where the axis begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// At zero: lengths are compared.
    Zero,
    /// At zero, unless all values lie close together far from it.
    Free,
}

impl Scale {
    /// Makes an axis over values with at most `most` steps of 1, 2 or 5 times a power of ten.
    /// Whole values get whole ticks.
    pub(crate) fn over(values: impl Iterator<Item = i64> + Clone, base: Base, most: u8) -> Self {
        let (low, high) = ends(values.clone(), base);
        let least = if values.into_iter().all(|value| value % 1_000 == 0) { 1_000 } else { 1 };
        let step = step(low, high, most.into(), least);
        let (low, high) = (low.div_euclid(step) * step, -(-high).div_euclid(step) * step);
        let within = |value: i128| value.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
        Self { low: within(low), high: within(high), step: within(step) }
    }

    /// Makes an axis without ticks that reaches exactly from the least value to the greatest.
    pub(crate) fn tight(values: impl Iterator<Item = i64> + Clone) -> Self {
        let low = values.clone().min().unwrap_or(0);
        let high = values.max().unwrap_or(0);
        if low < high {
            return Self { low, high, step: i64::MAX };
        }
        // One value alone stands in the middle.
        let (low, high) = (low.saturating_sub(1_000), high.saturating_add(1_000));
        Self { low, high, step: i64::MAX }
    }

    /// Returns the marked values, ascending.
    pub(crate) fn ticks(self) -> Vec<i64> {
        let (mut ticks, mut tick) = (Vec::new(), Some(self.low));
        while let Some(value) = tick.filter(|&value| value <= self.high) {
            ticks.push(value);
            tick = value.checked_add(self.step);
        }
        ticks
    }

    /// Returns where a value stands between two places: `from` for the lowest, `to` for the highest.
    pub(crate) fn place(self, value: i64, from: f32, to: f32) -> f32 {
        let span = (i128::from(self.high) - i128::from(self.low)) as f64;
        let part = (i128::from(value) - i128::from(self.low)) as f64 / span;
        from + (to - from) * part as f32
    }

    /// Returns the value where bars begin: zero, or the end of the axis nearest to it.
    pub(crate) fn origin(self) -> i64 {
        0.clamp(self.low, self.high)
    }

    /// Tells whether zero is on the axis.
    pub(crate) const fn has_zero(self) -> bool {
        self.low <= 0 && self.high >= 0
    }
}

/// Returns the ends the axis must reach, never equal.
fn ends(values: impl Iterator<Item = i64> + Clone, base: Base) -> (i128, i128) {
    let low = values.clone().min().map_or(0, i128::from);
    let high = values.max().map_or(0, i128::from);
    let farthest = low.abs().max(high.abs());
    let close = base == Base::Free && low != high && (high - low) * 4 < farthest;
    let (low, high) = if close { (low, high) } else { (low.min(0), high.max(0)) };
    if low == high { (low, high + 1_000) } else { (low, high) }
}

/// Returns the smallest round step with which at most `most` of them, ends rounded outwards, reach
/// from end to end. Two are always enough, one on either side of zero.
fn step(low: i128, high: i128, most: i128, least: i128) -> i128 {
    let mut power = 1;
    loop {
        for digit in [1, 2, 5] {
            let step = digit * power;
            let steps = -(-high).div_euclid(step) - low.div_euclid(step);
            if step >= least && steps <= most.max(2) {
                return step;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(values: &[i64], base: Base) -> Vec<i64> {
        Scale::over(values.iter().copied(), base, 5).ticks()
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(&[0, 97_600], Base::Zero), [0, 20_000, 40_000, 60_000, 80_000, 100_000]);
        assert_eq!(ticks(&[3_000, 7_000], Base::Zero), [0, 2_000, 4_000, 6_000, 8_000]);
        assert_eq!(ticks(&[-4_000, 4_000], Base::Zero), [-4_000, -2_000, 0, 2_000, 4_000]);
    }

    #[test]
    fn counts_have_no_ticks_between_them() {
        assert_eq!(ticks(&[1_000], Base::Zero), [0, 1_000]);
        assert_eq!(ticks(&[0], Base::Zero), [0, 1_000]);
        assert_eq!(ticks(&[], Base::Zero), [0, 1_000]);
    }

    #[test]
    fn values_close_together_far_from_zero_may_leave_it() {
        assert_eq!(ticks(&[97_100, 98_400], Base::Free).first(), Some(&97_000));
        assert_eq!(ticks(&[97_100, 98_400], Base::Zero).first(), Some(&0));
        assert_eq!(ticks(&[97_100, 97_100], Base::Free).first(), Some(&0), "one value has no span");
    }

    proptest! {
        #[test]
        fn every_value_lies_on_the_axis_in_order(
            mut values in prop::collection::vec(any::<i64>(), 1..9),
            free in any::<bool>(),
            most in 1_u8..9,
        ) {
            let base = if free { Base::Free } else { Base::Zero };
            values.sort_unstable();
            let scale = Scale::over(values.iter().copied(), base, most);
            let places: Vec<f32> = values.iter().map(|&value| scale.place(value, 0.0, 100.0)).collect();
            prop_assert!(places.iter().all(|place| (-0.001..=100.001).contains(place)));
            prop_assert!(places.is_sorted());
            prop_assert!(scale.ticks().len() <= usize::from(most.max(2)) + 1);
            prop_assert!(free || scale.has_zero());
        }
    }
}
