//! What becomes of a unit's territory on a day: it passes whole to another unit or is divided.

use crate::unit::UnitIx;
use bc138_domain::ShareMethod;
use chrono::NaiveDate;

/// A unit's territory passes to others (kế thừa).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// The unit whose territory passes.
    pub unit: UnitIx,
    /// First day on which the successors hold it.
    pub date: NaiveDate,
    /// The successors in register order, without repeats; the unit itself among them when it
    /// goes on existing, smaller.
    pub parts: Vec<UnitIx>,
    /// How the unit's figures follow.
    pub share: Share,
}

/// How the figures of a unit follow its territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Share {
    /// All to the one successor.
    Whole,
    /// By weights, one for each part, none negative and not all zero.
    Weighted {
        /// Where the weights come from.
        method: ShareMethod,
        /// Relative to their sum; their greatest common divisor is 1.
        weights: Vec<i64>,
    },
    /// Divided, and nobody has said how.
    Unknown,
    /// Divided, and the clerk chose not to restate (không phân bổ).
    NotRestated,
}

impl Share {
    /// What the clerk said: nothing yet, or a method.
    #[must_use]
    pub const fn method(&self) -> Option<ShareMethod> {
        match self {
            Self::Whole | Self::Unknown => None,
            Self::Weighted { method, .. } => Some(*method),
            Self::NotRestated => Some(ShareMethod::None),
        }
    }
}

impl Succession {
    /// Tells whether the territory went to several units.
    #[must_use]
    pub const fn divides(&self) -> bool {
        !matches!(self.share, Share::Whole)
    }
}
