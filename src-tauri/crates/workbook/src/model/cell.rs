//! What a cell holds.

use chrono::NaiveDate;

use super::Formula;

/// The content of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: a value that is missing is never written as zero.
    #[default]
    Empty,
    /// Text, taken literally: `=1+1` stays four characters.
    Text(String),
    /// A number.
    Number(Number),
    /// A day from 01/03/1900 (before it, spreadsheets disagree about the calendar).
    Date(NaiveDate),
    /// A formula and what it gives, so that programs that do not calculate show the same.
    Formula {
        /// The formula.
        formula: Formula,
        /// Its result; `None` when nothing is there to calculate with.
        value: Option<Number>,
    },
}

/// An exact number and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A count, in ones: `1.686`.
    Count(i64),
    /// A decimal, in thousandths: 13,85 is `13_850`.
    Decimal(i64),
    /// A share, in thousandths of a percent: 97,6 % is `97_600`.
    Percent(i64),
    /// Money, in đồng: `2.530.000 đ`.
    Money(i64),
}

impl Cell {
    /// Makes a cell of text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Makes a cell of a number, empty when there is none.
    #[must_use]
    pub fn maybe(number: Option<Number>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// Makes a cell of a count.
    #[must_use]
    pub const fn count(count: i64) -> Self {
        Self::Number(Number::Count(count))
    }

    /// Makes a cell of a decimal in thousandths.
    #[must_use]
    pub const fn decimal(thousandths: i64) -> Self {
        Self::Number(Number::Decimal(thousandths))
    }

    /// Makes a cell of a share in thousandths of a percent.
    #[must_use]
    pub const fn percent(thousandths: i64) -> Self {
        Self::Number(Number::Percent(thousandths))
    }

    /// Makes a cell of money in đồng.
    #[must_use]
    pub const fn money(dong: i64) -> Self {
        Self::Number(Number::Money(dong))
    }

    /// Returns the number shown, be it typed or calculated.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Formula { value, .. } => *value,
            Self::Empty | Self::Text(_) | Self::Date(_) => None,
        }
    }
}

impl Number {
    /// Returns the value in the unit of its kind.
    #[must_use]
    pub const fn units(self) -> i64 {
        match self {
            Self::Count(units)
            | Self::Decimal(units)
            | Self::Percent(units)
            | Self::Money(units) => units,
        }
    }

    /// Returns a number of the same kind.
    #[must_use]
    pub const fn same_kind(self, units: i64) -> Self {
        match self {
            Self::Count(_) => Self::Count(units),
            Self::Decimal(_) => Self::Decimal(units),
            Self::Percent(_) => Self::Percent(units),
            Self::Money(_) => Self::Money(units),
        }
    }

    /// Tells whether two numbers may be added.
    #[must_use]
    pub fn adds_to(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}
