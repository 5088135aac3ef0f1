//! Indicators: what can be counted, and how it is put together.

use super::table::Word;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What kind of number an indicator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// S: stock at the cut-off.
    Stock,
    /// F: flow in the window.
    Flow,
    /// R: reached of all, x/y.
    Ratio,
    /// P: a percentage published without its parts.
    Percent,
    /// M: money in đồng.
    Money,
    /// C: a distribution whose parts sum to a total.
    Distribution,
    /// T: text.
    Text,
}

impl Word for IndicatorKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("stock", Self::Stock),
        ("flow", Self::Flow),
        ("ratio", Self::Ratio),
        ("percent", Self::Percent),
        ("money", Self::Money),
        ("distribution", Self::Distribution),
        ("text", Self::Text),
    ];
}

impl IndicatorKind {
    /// How numbers of the kind are put together over units, unless the indicator says otherwise.
    #[must_use]
    pub const fn over_units(self) -> OverUnits {
        match self {
            Self::Stock | Self::Flow | Self::Money | Self::Distribution => OverUnits::Sum,
            Self::Ratio => OverUnits::RatioOfSums,
            Self::Percent | Self::Text => OverUnits::Not,
        }
    }

    /// How numbers of the kind are put together over time, unless the indicator says otherwise.
    #[must_use]
    pub const fn over_time(self) -> OverTime {
        match self {
            Self::Flow | Self::Money => OverTime::Sum,
            Self::Stock | Self::Ratio | Self::Distribution => OverTime::Last,
            Self::Percent | Self::Text => OverTime::Not,
        }
    }
}

/// How an indicator is put together from the units below (tổng hợp theo đơn vị).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum OverUnits {
    /// The sum over units.
    #[default]
    Sum,
    /// Sum of x over sum of y; never a mean of ratios.
    RatioOfSums,
    /// Types: the same model in two units is one type, so types are not added.
    DistinctNames,
    /// Counted from the register of units on the day of the cut-off.
    FromRegister,
    /// Not put together.
    Not,
}

impl Word for OverUnits {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("sum", Self::Sum),
        ("ratio_of_sums", Self::RatioOfSums),
        ("distinct_names", Self::DistinctNames),
        ("from_register", Self::FromRegister),
        ("not", Self::Not),
    ];
}

/// How an indicator is put together from the windows inside a longer one (tổng hợp theo thời gian).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum OverTime {
    /// Windows that do not overlap are added: flows.
    Sum,
    /// The last window's value stands: stocks, and ratios that are found once a year.
    #[default]
    Last,
    /// Not put together: percentages, and ratios of what happened in a window.
    Not,
}

impl Word for OverTime {
    const WORDS: &'static [(&'static str, Self)] =
        &[("sum", Self::Sum), ("last", Self::Last), ("not", Self::Not)];
}

/// What the numbers of an indicator are counted from when no form asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountedFrom {
    /// The list of awards (khen thưởng).
    Awards,
    /// The targets for the time ahead (chỉ tiêu năm tới).
    Targets,
    /// The assessments and proposals (nhận định, kiến nghị).
    Passages,
}

impl Word for CountedFrom {
    const WORDS: &'static [(&'static str, Self)] =
        &[("awards", Self::Awards), ("targets", Self::Targets), ("passages", Self::Passages)];
}

/// One indicator (chỉ tiêu) of the catalogue, or one that the user defined.
///
/// A code may have several versions, each valid for its own days: the definition changed, the code
/// and the series of numbers went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Id in the store; 0 for the built-in catalogue.
    #[serde(default)]
    pub id: i32,
    /// Stable code.
    pub code: String,
    /// Name shown beside the field.
    pub name: String,
    /// Unit noun: “cuộc”, “mô hình”, “x/y”.
    pub unit: String,
    /// What kind of number it takes.
    pub kind: IndicatorKind,
    /// The group of fields it stands in (`groups.tsv`); empty when it is offered nowhere.
    #[serde(default)]
    pub group: String,
    /// Shown without being asked for.
    #[serde(default)]
    pub core: bool,
    /// Words before the amount in a sentence.
    #[serde(default)]
    pub lead: String,
    /// What is counted, in a sentence.
    #[serde(default)]
    pub noun: String,
    /// Words behind the noun in a sentence.
    #[serde(default)]
    pub tail: String,
    /// First day of this version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day of this version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// Codes of the dimensions it may be broken down by (phân tổ).
    #[serde(default)]
    pub dimensions: Vec<String>,
    /// How it is put together over units.
    #[serde(default)]
    pub over_units: OverUnits,
    /// How it is put together over time.
    #[serde(default)]
    pub over_time: OverTime,
    /// Code of the whole of which it is a part (“trong đó”), never added to it. Of a ratio that is
    /// part of a count, the total (y) is at most the whole; of a ratio that is part of a ratio,
    /// x is at most x and y at most y.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The dimension by which it and the other parts with the same parent divide the whole: male
    /// and female. Whether these parts sum to the whole is said by the dimension's
    /// [`Cover`](super::Cover).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition: Option<String>,
    /// Code of the calendar whose years it is reported in; empty for the standard one.
    #[serde(default)]
    pub calendar: String,
    /// The text of law that defines it; empty when there is none.
    #[serde(default)]
    pub basis: String,
}

impl Indicator {
    /// An indicator that the user defined: the stock of something, code `own_<number>`.
    #[must_use]
    pub fn own(number: i32, group: &str, name: &str) -> Self {
        Self {
            id: 0,
            code: format!("{OWN}{number}"),
            name: name.to_owned(),
            unit: String::new(),
            kind: IndicatorKind::Stock,
            group: group.to_owned(),
            core: false,
            lead: String::new(),
            noun: name.to_lowercase(),
            tail: String::new(),
            valid_from: None,
            valid_to: None,
            dimensions: Vec::new(),
            over_units: OverUnits::Sum,
            over_time: OverTime::Last,
            parent: None,
            partition: None,
            calendar: String::new(),
            basis: String::new(),
        }
    }

    /// The number in a code given by [`Indicator::own`].
    #[must_use]
    pub fn own_number(code: &str) -> Option<i32> {
        code.strip_prefix(OWN)?.parse().ok()
    }

    /// Whether this version exists on a day; an unknown day accepts all.
    #[must_use]
    pub fn is_valid_on(&self, day: Option<NaiveDate>) -> bool {
        super::version::holds(self, day)
    }

    /// Whether numbers of this version mean the same as those of another one; a new name for the
    /// form or the sentence alone changes nothing in a series.
    #[must_use]
    pub fn counts_like(&self, other: &Self) -> bool {
        self.basis == other.basis
            && self.calendar == other.calendar
            && self.kind == other.kind
            && self.unit == other.unit
            && self.noun == other.noun
    }
}

/// Beginning of the codes of indicators that the user defined.
const OWN: &str = "own_";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_written_by_an_older_program_can_be_read() {
        let old = r#"{"id":3,"code":"own_3","name":"Chốt","unit":"chốt","kind":"flow"}"#;
        let read: Indicator = serde_json::from_str(old).unwrap();
        assert_eq!((read.over_units, read.over_time), (OverUnits::Sum, OverTime::Last));
        assert_eq!((read.parent, read.calendar.as_str()), (None, ""));
    }

    #[test]
    fn the_words_of_tables_are_the_words_of_records() {
        for (word, kind) in IndicatorKind::WORDS {
            assert_eq!(serde_json::to_value(kind).unwrap(), *word);
        }
        for (word, over) in OverUnits::WORDS {
            assert_eq!(serde_json::to_value(over).unwrap(), *word);
        }
        for (word, over) in OverTime::WORDS {
            assert_eq!(serde_json::to_value(over).unwrap(), *word);
        }
    }

    #[test]
    fn own_codes_are_numbered() {
        let own = Indicator::own(12, "models", "Chốt Dân phòng");
        assert_eq!(Indicator::own_number(&own.code), Some(12));
        assert_eq!(own.noun, "chốt dân phòng", "a noun stands inside a sentence");
        assert_eq!(Indicator::own_number("at_kdc"), None);
    }
}
