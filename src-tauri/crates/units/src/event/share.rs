//! Shares of divided units: which division they speak of, and whether they make sense.

use super::Fold;
use super::check::no_repeats;
use crate::crosswalk::gcd;
use crate::error::{Aspect, EventProblem};
use crate::succession::Share;
use crate::unit::UnitIx;
use bc138_domain::{Fixed, ShareMethod, UnitShare};

impl Fold {
    /// Says how the figures of a divided unit follow: of its latest division up to the event's
    /// day. Of several such events the latest counts.
    pub(super) fn share(
        &mut self,
        key: &str,
        method: ShareMethod,
        parts: &[UnitShare],
    ) -> Result<(), EventProblem> {
        let ix = self.find(key)?;
        let divisions = self.roll.successions.iter().enumerate();
        let latest = divisions
            .filter(|(_, s)| s.unit == ix && s.divides() && s.date <= self.date)
            .max_by_key(|(_, s)| s.date);
        let Some((at, division)) = latest else {
            return Err(EventProblem::NotDivided(key.to_owned()));
        };
        let share = self.weigh(&division.parts, method, parts)?;
        self.say(ix, Aspect::Share)?;
        self.roll.successions[at].share = share;
        Ok(())
    }

    /// Turns shares as the clerk gave them into weights in the order of the successors.
    pub(super) fn weigh(
        &self,
        successors: &[UnitIx],
        method: ShareMethod,
        parts: &[UnitShare],
    ) -> Result<Share, EventProblem> {
        no_repeats(parts.iter().map(|part| &part.unit))?;
        for part in parts {
            if !successors.contains(&self.find(&part.unit)?) {
                return Err(EventProblem::NoSuccessor(part.unit.clone()));
            }
        }
        if method == ShareMethod::None {
            return Ok(Share::NotRestated);
        }
        let weight = |ix: &UnitIx| {
            let part = parts.iter().find(|part| self.roll.keys.find(&part.unit) == Some(*ix));
            part.ok_or_else(|| EventProblem::ShareMissing(self.key(*ix)))
                .and_then(|part| thousandths(part, method))
        };
        let weights = successors.iter().map(weight).collect::<Result<Vec<i64>, _>>()?;
        reduced(method, &weights)
    }
}

fn thousandths(part: &UnitShare, method: ShareMethod) -> Result<i64, EventProblem> {
    let weight = part.weight.thousandths();
    let counted = method == ShareMethod::ResidentialCount;
    if weight < 0 || (counted && part.weight.as_int().is_none()) {
        return Err(EventProblem::Weight { unit: part.unit.clone(), weight: part.weight });
    }
    Ok(weight)
}

/// Weights without a common divisor; by hand they must sum to 100 %.
fn reduced(method: ShareMethod, weights: &[i64]) -> Result<Share, EventProblem> {
    let sum: i128 = weights.iter().copied().map(i128::from).sum();
    if method == ShareMethod::ByHand && sum != 100_000 {
        let sum = i64::try_from(sum).unwrap_or(i64::MAX);
        return Err(EventProblem::NotHundred(Fixed::from_thousandths(sum)));
    }
    let divisor = weights.iter().fold(0, |divisor, w| gcd(divisor, i128::from(*w)));
    match i64::try_from(divisor) {
        Ok(divisor) if divisor > 0 => {
            let weights = weights.iter().map(|w| w / divisor).collect();
            Ok(Share::Weighted { method, weights })
        }
        _ => Err(EventProblem::NoWeight),
    }
}
