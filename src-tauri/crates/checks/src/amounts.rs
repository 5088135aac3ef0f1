//! Evaluators that look at one number alone, in a dossier or in a table.

use crate::book::Sink;
use crate::dossier::Reading;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use bc138_domain::{Amount, Fixed, IndicatorKind, Qualifier, State};
use serde::Deserialize;

/// More reached than there are: x of y with x greater than y.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReachedWithinTotal {}

impl Named for ReachedWithinTotal {
    const NAME: &'static str = "reached_within_total";
    const VALUES: &'static [&'static str] = &["reached", "total"];
}

impl Rule for ReachedWithinTotal {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            if let Some(Amount::Ratio { reached, total }) = figure.amount
                && reached > total
            {
                sink.add(vec![reading.place(figure)], too_many(reached, total));
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        sheet.each_cell(
            |_| true,
            |cell, slot| {
                if let (Some(reached), Some(total)) = (slot.value(), slot.total())
                    && reached > total
                {
                    sink.add(vec![sheet.cell(cell)], too_many(reached, total));
                }
            },
        );
    }
}

fn too_many(reached: Fixed, total: Fixed) -> [(&'static str, String); 2] {
    [("reached", reached.to_string()), ("total", total.to_string())]
}

/// A percentage above a limit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PercentLimit {
    /// Percent.
    limit: i64,
    /// Indicators that may be above it: targets can be exceeded.
    #[serde(default)]
    except: Vec<String>,
}

impl Named for PercentLimit {
    const NAME: &'static str = "percent_limit";
    const VALUES: &'static [&'static str] = &["percent"];
}

impl PercentLimit {
    fn is_above(&self, indicator: &str, percent: Fixed) -> bool {
        Fixed::from_int(self.limit).is_some_and(|limit| percent > limit)
            && !self.except.iter().any(|code| code == indicator)
    }
}

impl Rule for PercentLimit {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            // “vượt 575% chỉ tiêu” says itself what it is.
            if let Some(Amount::Percent { value }) = figure.amount
                && figure.qualifier != Some(Qualifier::Exceeding)
                && self.is_above(&figure.indicator, value)
            {
                sink.add(vec![reading.place(figure)], [("percent", value.to_string())]);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        sheet.each_cell(
            |measure| measure.is_of(&[IndicatorKind::Percent]),
            |cell, slot| {
                let indicator = &sheet.measure(cell.measure).measure.indicator;
                if let Some(value) = slot.value().filter(|value| self.is_above(indicator, *value)) {
                    sink.add(vec![sheet.cell(cell)], [("percent", value.to_string())]);
                }
            },
        );
    }
}

/// A count with a fraction: 1,73 for 173.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WholeCount {
    /// Units that are measured and not counted.
    measured: Vec<String>,
}

impl Named for WholeCount {
    const NAME: &'static str = "whole_count";
    const VALUES: &'static [&'static str] = &["count"];
}

impl WholeCount {
    fn counts(&self, kind: IndicatorKind, unit: &str) -> bool {
        matches!(kind, IndicatorKind::Stock | IndicatorKind::Flow)
            && !self.measured.iter().any(|measured| measured == unit)
    }
}

impl Rule for WholeCount {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let counts = reading
                .indicator(&figure.indicator)
                .is_some_and(|indicator| self.counts(indicator.kind, &indicator.unit));
            // “1,73/181”: x and y always count something.
            let parts = match figure.amount {
                Some(Amount::Number { value }) if counts => [Some(value), None],
                Some(Amount::Ratio { reached, total }) => [Some(reached), Some(total)],
                _ => [None; 2],
            };
            if let Some(count) = fraction(parts) {
                sink.add(vec![reading.place(figure)], [("count", count.to_string())]);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let counted = |indicator: &bc138_domain::Indicator| {
            indicator.kind == IndicatorKind::Ratio || self.counts(indicator.kind, &indicator.unit)
        };
        sheet.each_cell(
            |measure| measure.indicator.is_some_and(counted),
            |cell, slot| {
                if let Some(count) = fraction([slot.value(), slot.total()]) {
                    sink.add(vec![sheet.cell(cell)], [("count", count.to_string())]);
                }
            },
        );
    }
}

fn fraction(parts: [Option<Fixed>; 2]) -> Option<Fixed> {
    parts.into_iter().flatten().find(|count| count.as_int().is_none())
}

/// A number below nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotNegative {}

impl Named for NotNegative {
    const NAME: &'static str = "not_negative";
    const VALUES: &'static [&'static str] = &["value"];
}

impl Rule for NotNegative {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let parts = match figure.amount.as_ref() {
                Some(Amount::Ratio { reached, total }) => [Some(*reached), Some(*total)],
                amount => [amount.and_then(Amount::magnitude), None],
            };
            if let Some(value) = negative(parts) {
                sink.add(vec![reading.place(figure)], [("value", value.to_string())]);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        sheet.each_cell(
            |_| true,
            |cell, slot| {
                if let Some(value) = negative([slot.value(), slot.total()]) {
                    sink.add(vec![sheet.cell(cell)], [("value", value.to_string())]);
                }
            },
        );
    }
}

fn negative(parts: [Option<Fixed>; 2]) -> Option<Fixed> {
    parts.into_iter().flatten().find(|value| *value < Fixed::default())
}

/// “Không phát sinh” beside a number that is not zero.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ZeroMeansNothing {}

impl Named for ZeroMeansNothing {
    const NAME: &'static str = "zero_means_nothing";
    const VALUES: &'static [&'static str] = &["value"];
}

impl Rule for ZeroMeansNothing {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures().filter(|figure| figure.state == State::Zero) {
            let value = figure.amount.as_ref().and_then(Amount::magnitude);
            if let Some(value) = value.filter(|value| *value != Fixed::default()) {
                sink.add(vec![reading.place(figure)], [("value", value.to_string())]);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        sheet.each_cell(
            |_| true,
            |cell, slot| {
                if slot.state == State::Zero
                    && let Some(value) = slot.value().filter(|value| *value != Fixed::default())
                {
                    sink.add(vec![sheet.cell(cell)], [("value", value.to_string())]);
                }
            },
        );
    }
}
