//! Evaluators that hold an amount against what its indicator counts.

use crate::book::Sink;
use crate::dossier::Reading;
use crate::rule::{Named, Rule};
use crate::table::Sheet;
use bc138_domain::{Amount, Fixed, Indicator, IndicatorKind};
use serde::Deserialize;

/// An amount in another unit than the indicator's: kilogrammes of reports, đồng of khu dân cư. In
/// a table of units such an amount cannot be typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitFits {}

impl Named for UnitFits {
    const NAME: &'static str = "unit_fits";
    const VALUES: &'static [&'static str] = &["found", "wanted"];
}

impl Rule for UnitFits {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let indicator = reading.indicator(&figure.indicator);
            let unfit = indicator
                .zip(figure.amount.as_ref())
                .and_then(|(it, amount)| Some((other_unit(it, amount)?, wanted(it).to_owned())));
            if let Some((found, wanted)) = unfit {
                let values = [("found", found), ("wanted", wanted)];
                sink.add(vec![reading.place(figure)], values);
            }
        }
    }
}

/// The unit of an amount that the indicator is not counted in.
fn other_unit(indicator: &Indicator, amount: &Amount) -> Option<String> {
    let counts = !matches!(indicator.kind, IndicatorKind::Money | IndicatorKind::Text);
    match amount {
        Amount::Money { .. } if counts => Some("đồng".to_owned()),
        Amount::Quantity { unit, .. } if counts && !indicator.unit.is_empty() => {
            (*unit != indicator.unit).then(|| unit.clone())
        }
        _ => None,
    }
}

fn wanted(indicator: &Indicator) -> &str {
    match (indicator.kind, indicator.unit.as_str()) {
        (IndicatorKind::Ratio, _) => "đạt/tổng số",
        (IndicatorKind::Percent, _) => "%",
        (_, "") => "số đếm",
        (_, unit) => unit,
    }
}

/// None of none: 0/0 says neither that nothing was reached nor that there is nothing to reach.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoneOfNone {}

impl Named for NoneOfNone {
    const NAME: &'static str = "none_of_none";
    const VALUES: &'static [&'static str] = &[];
}

impl Rule for NoneOfNone {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            if let Some(Amount::Ratio { reached, total }) = figure.amount
                && is_nothing(reached, total)
            {
                sink.add(vec![reading.place(figure)], []);
            }
        }
    }

    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        sheet.each_cell(
            |measure| measure.is_of(&[IndicatorKind::Ratio]),
            |cell, slot| {
                if let (Some(reached), Some(total)) = (slot.value(), slot.total())
                    && is_nothing(reached, total)
                {
                    sink.add(vec![sheet.cell(cell)], []);
                }
            },
        );
    }
}

fn is_nothing(reached: Fixed, total: Fixed) -> bool {
    reached == Fixed::default() && total == Fixed::default()
}
