//! Labels in a column, moved apart as little as need be.

/// One label: where its middle would best stand, and how tall it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wish {
    /// Wished middle.
    pub(crate) middle: f32,
    /// Height, white between labels included.
    pub(crate) height: f32,
}

/// Returns the middles, in the order given, so that no two overlap and all lie between `top` and
/// `bottom`; higher wishes stay higher. When there is too little room, the last ones pass `bottom`.
pub(crate) fn spread(wishes: &[Wish], top: f32, bottom: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|&a, &b| wishes[a].middle.total_cmp(&wishes[b].middle).then(a.cmp(&b)));
    let mut middles = vec![0.0; wishes.len()];
    for cluster in clusters(wishes, &order, top, bottom) {
        let mut upper = cluster.upper;
        for &index in &order[cluster.first..cluster.end] {
            middles[index] = upper + wishes[index].height / 2.0;
            upper += wishes[index].height;
        }
    }
    middles
}

/// Labels that touch, from `first` up to `end` in the order of wishes.
struct Cluster {
    first: usize,
    end: usize,
    upper: f32,
    height: f32,
}

/// Joins labels that would overlap into clusters around the mean of their wishes.
fn clusters(wishes: &[Wish], order: &[usize], top: f32, bottom: f32) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for place in 0..order.len() {
        let mut next = cluster(wishes, order, place, place + 1, top, bottom);
        while let Some(last) = clusters.pop_if(|last| last.upper + last.height > next.upper) {
            next = cluster(wishes, order, last.first, next.end, top, bottom);
        }
        clusters.push(next);
    }
    clusters
}

/// Places a cluster so that its labels are moved equally far up and down, within the bounds.
fn cluster(
    wishes: &[Wish],
    order: &[usize],
    first: usize,
    end: usize,
    top: f32,
    bottom: f32,
) -> Cluster {
    let members = &order[first..end];
    let (mut height, mut upper) = (0.0, 0.0);
    for &index in members {
        let wish = wishes[index];
        upper += wish.middle - wish.height / 2.0 - height;
        height += wish.height;
    }
    let upper = (upper / members.len() as f32).min(bottom - height).max(top);
    Cluster { first, end, upper, height }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_wish() {
        let wishes = [80.0, 20.0, 50.0].map(|middle| Wish { middle, height: 10.0 });
        assert_eq!(spread(&wishes, 0.0, 100.0), [80.0, 20.0, 50.0]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_keep_their_order(
            wishes in prop::collection::vec((-20.0_f32..120.0, 1.0_f32..9.0), 0..12),
        ) {
            let wishes: Vec<Wish> =
                wishes.into_iter().map(|(middle, height)| Wish { middle, height }).collect();
            let middles = spread(&wishes, 0.0, 110.0);
            let near = 1e-3;
            for (a, wish) in wishes.iter().enumerate() {
                prop_assert!(middles[a] - wish.height / 2.0 >= -near);
                prop_assert!(middles[a] + wish.height / 2.0 <= 110.0 + near);
                for b in a + 1..wishes.len() {
                    let apart = (middles[a] - middles[b]).abs();
                    prop_assert!(apart >= (wish.height + wishes[b].height) / 2.0 - near);
                    if wish.middle < wishes[b].middle {
                        prop_assert!(middles[a] < middles[b]);
                    }
                }
            }
        }
    }
}
