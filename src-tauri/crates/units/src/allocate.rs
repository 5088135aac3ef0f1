//! Sharing out a whole number by weights so that the parts sum to it exactly.

/// Shares `value` out by `weights`: largest remainders, ties to the earlier place.
///
/// The result has one part per weight, sums exactly to `value` and depends on nothing but the
/// arguments; a negative value is shared out like its magnitude. Negative weights count as zero.
/// Without a positive weight nothing can be shared out and the result is empty.
#[must_use]
pub fn allocate(value: i64, weights: &[i64]) -> Vec<i64> {
    let weight = |place: usize| i128::from(weights[place].max(0));
    let total: i128 = (0..weights.len()).map(weight).sum();
    if total == 0 {
        return Vec::new();
    }
    let magnitude = i128::from(value.unsigned_abs());
    let mut parts: Vec<i128> = (0..weights.len()).map(|i| magnitude * weight(i) / total).collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|i| (std::cmp::Reverse(magnitude * weight(*i) % total), *i));
    let mut missing = magnitude - parts.iter().sum::<i128>();
    for place in by_remainder {
        if missing == 0 {
            break;
        }
        parts[place] += 1;
        missing -= 1;
    }
    let sign = if value < 0 { -1 } else { 1 };
    // No part is larger than the value, so every part is an i64 again.
    parts.into_iter().map(|part| i64::try_from(sign * part).unwrap_or(value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_largest_remainder_takes_the_last_one() {
        assert_eq!(allocate(10, &[1, 1, 1]), [4, 3, 3], "a tie goes to the earlier place");
        assert_eq!(allocate(7, &[60, 40]), [4, 3], "4,2 and 2,8");
        assert_eq!(allocate(-7, &[60, 40]), [-4, -3], "a correction is shared out alike");
        assert_eq!(allocate(5, &[0, 3]), [0, 5]);
    }

    #[test]
    fn without_a_weight_nothing_is_shared_out() {
        assert!(allocate(5, &[]).is_empty());
        assert!(allocate(5, &[0, 0]).is_empty());
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_value_and_lie_within_one_of_the_exact_share(
            value in any::<i64>(),
            weights in prop::collection::vec(0_i64..1_000_000, 1..8),
        ) {
            let total: i128 = weights.iter().copied().map(i128::from).sum();
            prop_assume!(total > 0);
            let parts = allocate(value, &weights);
            prop_assert_eq!(parts.len(), weights.len());
            let sum: i128 = parts.iter().copied().map(i128::from).sum();
            prop_assert_eq!(sum, i128::from(value));
            for (part, weight) in parts.iter().zip(&weights) {
                let distance =
                    (i128::from(*part) * total - i128::from(value) * i128::from(*weight)).abs();
                prop_assert!(distance < total, "{} of {:?} by {}", part, weights, weight);
            }
        }
    }
}
