//! Relations between the numbers of one unit in one window: x ≤ y, parts and their whole.
//!
//! A cell that is not filled in is unknown, never zero. An unknown count is still no less than
//! nothing, so a relation with unknown terms can be known to be broken: 30 men among 25 members is
//! wrong however many women there are.

use bc138_domain::Fixed;
use serde::{Deserialize, de};
use std::fmt;

/// Which part of a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    /// The number itself, x of a ratio.
    Value,
    /// y of a ratio.
    Total,
}

/// One number of a relation: an indicator's value, “at_kdc”, or its total, “at_kdc.y”.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Term {
    pub indicator: String,
    pub part: Part,
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (indicator, part) = match text.split_once('.') {
            None => (text.as_str(), Part::Value),
            Some((indicator, "y")) => (indicator, Part::Total),
            Some(_) => return Err(de::Error::custom(format!("{text} is no term like at_kdc.y"))),
        };
        Ok(Self { indicator: indicator.to_owned(), part })
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.indicator)?;
        match self.part {
            Part::Value => Ok(()),
            Part::Total => f.write_str(".y"),
        }
    }
}

/// How the two sides must stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The whole is at most the sum.
    AtMost,
    /// The whole is at least the sum.
    AtLeast,
    /// They are the same.
    Equal,
}

/// One relation: `whole` against the sum of `plus` less the sum of `minus`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Balance {
    pub whole: Term,
    pub plus: Vec<Term>,
    #[serde(default)]
    pub minus: Vec<Term>,
}

/// A broken relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken {
    pub whole: Fixed,
    /// What the known terms add up to.
    pub sum: Fixed,
    /// Whether terms are unknown; the relation is broken all the same.
    pub partial: bool,
}

impl Balance {
    /// Every term, the whole first.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        std::iter::once(&self.whole).chain(&self.plus).chain(&self.minus)
    }

    /// Tells how it is broken by the values of its terms, given in the order of
    /// [`Balance::terms`].
    pub fn broken(&self, relation: Relation, values: &[Option<Fixed>]) -> Option<Broken> {
        let (whole, rest) = values.split_first()?;
        let whole = (*whole)?;
        let (plus, minus) = rest.split_at_checked(self.plus.len())?;
        let (added, taken) = (known(plus)?, known(minus)?);
        let sum = Fixed::from_thousandths(added.sum.checked_sub(taken.sum)?);
        let partial = added.unknown || taken.unknown;
        // Unknown added terms can only raise the sum, unknown taken ones only lower it.
        let too_much = whole > sum && !added.unknown;
        let too_little = whole < sum && !taken.unknown;
        let broken = match relation {
            Relation::AtMost => too_much,
            Relation::AtLeast => too_little,
            Relation::Equal => too_much || too_little,
        };
        let nothing = plus.iter().chain(minus).all(Option::is_none);
        (broken && !nothing).then_some(Broken { whole, sum, partial })
    }
}

struct Known {
    sum: i64,
    unknown: bool,
}

/// The sum of what is known; `None` when it overflows.
fn known(values: &[Option<Fixed>]) -> Option<Known> {
    let mut sum = 0_i64;
    for value in values.iter().flatten() {
        sum = sum.checked_add(value.thousandths())?;
    }
    Some(Known { sum, unknown: values.iter().any(Option::is_none) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fixed(n: i64) -> Fixed {
        Fixed::from_int(n).unwrap()
    }

    fn term(indicator: &str) -> Term {
        Term { indicator: indicator.to_owned(), part: Part::Value }
    }

    fn members() -> Balance {
        Balance { whole: term("all"), plus: vec![term("men"), term("women")], minus: Vec::new() }
    }

    #[test]
    fn unknown_terms_break_only_what_no_value_could_mend() {
        let broken = |values: [Option<i64>; 3]| {
            members().broken(Relation::Equal, &values.map(|v| v.map(fixed)))
        };
        assert!(broken([Some(25), Some(30), None]).is_some_and(|b| b.partial), "30 of 25");
        assert_eq!(broken([Some(25), Some(20), None]), None, "five women would do");
        assert_eq!(broken([Some(25), None, None]), None, "nothing is known");
        assert_eq!(broken([None, Some(20), Some(5)]), None);
        assert_eq!(broken([Some(25), Some(20), Some(5)]), None);
        assert!(broken([Some(25), Some(20), Some(4)]).is_some_and(|b| !b.partial));
    }

    #[test]
    fn what_is_taken_away_unknown_lowers_the_sum() {
        let now = Balance {
            whole: term("now"),
            plus: vec![term("before"), term("new")],
            minus: vec![term("left")],
        };
        let broken = |now_is| {
            now.broken(
                Relation::Equal,
                &[Some(fixed(now_is)), Some(fixed(10)), Some(fixed(2)), None],
            )
        };
        assert!(broken(13).is_some(), "more than came, whoever left");
        assert!(broken(11).is_none(), "one may have left");
    }

    proptest! {
        /// Whatever is unknown: if some values for it keep the relation, it is not called broken.
        #[test]
        fn a_relation_that_can_hold_is_never_broken(
            men in 0_i64..50, women in 0_i64..50, hide in 0_usize..4,
        ) {
            let mut values = [Some(fixed(men + women)), Some(fixed(men)), Some(fixed(women))];
            if let Some(hidden) = values.get_mut(hide) {
                *hidden = None;
            }
            prop_assert_eq!(members().broken(Relation::Equal, &values), None);
        }
    }
}
