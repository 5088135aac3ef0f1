//! What stands in a cell: an amount, its qualifier and its state.

use crate::fixed::Fixed;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much, in every way that published reports say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Amount {
    /// A plain number: “32”, “13,85”.
    Number {
        /// The number, in the unit of the figure's noun.
        value: Fixed,
    },
    /// Reached of all (đạt/tổng số): “1.686/1.727”. The percentage is always computed.
    Ratio {
        /// How many reached it.
        reached: Fixed,
        /// How many there are.
        total: Fixed,
    },
    /// A percentage published without its parts: “60%”.
    Percent {
        /// Percent, 0 or more; a target met may exceed 100.
        value: Fixed,
    },
    /// An amount in words only: “hàng nghìn”, “nhiều”.
    Words {
        /// The words as they are printed.
        words: String,
    },
    /// Money in đồng.
    Money {
        /// Đồng.
        dong: Fixed,
    },
    /// A quantity with a physical unit: “3 kg”.
    Quantity {
        /// The quantity.
        value: Fixed,
        /// Unit sign: “kg”, “km”, “m2”.
        unit: String,
    },
}

impl Amount {
    /// A whole number.
    #[must_use]
    pub fn number(value: i64) -> Option<Self> {
        Fixed::from_int(value).map(|value| Self::Number { value })
    }

    /// The share reached in percent, rounded to `places` decimals; only a ratio has one.
    #[must_use]
    pub fn rate(&self, places: u32) -> Option<Fixed> {
        match self {
            Self::Ratio { reached, total } => Fixed::percent_of(*reached, *total, places),
            _ => None,
        }
    }

    /// The amount as one comparable number: the number itself, the part reached, or nothing for
    /// words.
    #[must_use]
    pub const fn magnitude(&self) -> Option<Fixed> {
        match self {
            Self::Number { value } | Self::Percent { value } | Self::Quantity { value, .. } => {
                Some(*value)
            }
            Self::Ratio { reached, .. } => Some(*reached),
            Self::Money { dong } => Some(*dong),
            Self::Words { .. } => None,
        }
    }
}

impl fmt::Display for Amount {
    /// The amount as reports print it: `1.686/1.727`, `97,6%`, `2.530.000 đồng`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { value } => write!(f, "{value}"),
            Self::Ratio { reached, total } => write!(f, "{reached}/{total}"),
            Self::Percent { value } => write!(f, "{value}%"),
            Self::Words { words } => f.write_str(words),
            Self::Money { dong } => write!(f, "{dong} đồng"),
            Self::Quantity { value, unit } => write!(f, "{value} {unit}"),
        }
    }
}

/// The word before a number that makes it less than exact; kept even on an odd number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// gần: below and close.
    Nearly,
    /// trên.
    Above,
    /// hơn.
    MoreThan,
    /// khoảng.
    About,
    /// ước.
    Estimated,
    /// ít nhất.
    AtLeast,
    /// từ … trở lên.
    FromUp,
    /// dưới.
    Below,
    /// vượt.
    Exceeding,
}

impl Qualifier {
    /// Every qualifier, in the order of the choice list.
    pub const ALL: [Self; 9] = [
        Self::Nearly,
        Self::Above,
        Self::MoreThan,
        Self::About,
        Self::Estimated,
        Self::AtLeast,
        Self::FromUp,
        Self::Below,
        Self::Exceeding,
    ];

    /// The word in front of the number.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nearly => "gần",
            Self::Above => "trên",
            Self::MoreThan => "hơn",
            Self::About => "khoảng",
            Self::Estimated => "ước",
            Self::AtLeast => "ít nhất",
            Self::FromUp => "từ",
            Self::Below => "dưới",
            Self::Exceeding => "vượt",
        }
    }

    /// The words behind the number, where the qualifier has any.
    #[must_use]
    pub const fn suffix(self) -> Option<&'static str> {
        match self {
            Self::FromUp => Some("trở lên"),
            _ => None,
        }
    }

    /// The amount with the qualifier around it: “gần 300”, “từ 80% trở lên”.
    #[must_use]
    pub fn apply(self, amount: &str) -> String {
        let front = format!("{} {amount}", self.word());
        match self.suffix() {
            Some(suffix) => format!("{front} {suffix}"),
            None => front,
        }
    }
}

/// Five different things that an empty-looking cell can mean; printed and counted differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A stated value.
    #[default]
    Value,
    /// Nothing occurred (không phát sinh): counts as zero.
    Zero,
    /// Not reported (chưa báo cáo): not a zero, the sum says so.
    NotReported,
    /// Does not apply (không áp dụng): outside the sum and outside “n of m units”.
    NotApplicable,
    /// A value that is an estimate (ước tính).
    Estimate,
}

impl State {
    /// Whether an amount must stand beside this state.
    #[must_use]
    pub const fn has_amount(self) -> bool {
        matches!(self, Self::Value | Self::Estimate)
    }

    /// The words that say the state, where there is no amount to print.
    #[must_use]
    pub const fn words(self) -> Option<&'static str> {
        match self {
            Self::Zero => Some("không phát sinh"),
            Self::NotReported => Some("chưa báo cáo"),
            Self::NotApplicable => Some("không áp dụng"),
            Self::Value | Self::Estimate => None,
        }
    }
}
