//! Charts of the units beside those of the province: which changed most since the year before, all
//! of them over the years, and the lowest ones each by itself.

use super::chart::{LEAST, broken, rate_of, years};
use super::numbers::{Numbers, Source};
use crate::chart::share_classes;
use crate::vi::annex::chart as words;
use bc138_charts::{Heat, HeatRow, Multiples, Panel, Reading, Setting, Size, Slope, Slopes, Years};
use bc138_domain::Categories;
use bc138_report::Drawing;

/// What the units are compared by: their khu dân cư that reached the standard.
pub(super) const CODE: &str = "at_kdc";
/// Units named among those that rose, and among those that fell.
const EXTREMES: usize = 5;
/// Units with a small chart of their own, the lowest.
const LOWEST: usize = 12;

/// The units of a province over the years.
struct UnitYears {
    years: Years,
    units: Vec<UnitYear>,
}

/// One unit: a share for each year.
struct UnitYear {
    label: String,
    values: Vec<Option<Reading>>,
}

/// The charts that have something to say, each with its title.
pub(super) fn drawn(numbers: &Numbers, places: u32) -> Vec<(String, Drawing)> {
    let Some(units) = UnitYears::of(numbers, places) else { return Vec::new() };
    let charts = [units.slopes(numbers.year), units.heat(), units.lowest(numbers.year)];
    charts.into_iter().flatten().collect()
}

impl UnitYears {
    /// The shares of the units of the last year; nothing where fewer years than [`LEAST`] are known,
    /// and of the whole country, whose units no page holds.
    fn of(numbers: &Numbers, places: u32) -> Option<Self> {
        if numbers.country {
            return None;
        }
        let years: Vec<i32> = years(numbers).collect();
        let source = |year: &i32| numbers.source_in(*year, CODE, &Categories::new());
        let sources: Vec<Option<Source>> = years.iter().map(source).collect();
        let last = sources.last()?.clone()?;
        let units = numbers.units(std::slice::from_ref(&last));
        let day = numbers.border_day(last.window.to.unwrap_or(numbers.day()));
        let labels = numbers.labels(&units, day);
        let of_unit = |(unit, label)| {
            let value = |source: &Option<Source>| {
                let source = source.as_ref()?;
                let slot = numbers.slot(unit, source)?;
                let key = source.id(numbers.registry.key(unit));
                let rate = rate_of(slot.value()?, slot.total()?, places, &key)?;
                Some(if numbers.mark(unit, source).is_some() { rate.converted() } else { rate })
            };
            UnitYear { label, values: sources.iter().map(value).collect() }
        };
        let all: Vec<UnitYear> = units.into_iter().zip(labels).map(of_unit).collect();
        let is_known = |at: &usize| all.iter().any(|unit| unit.values[*at].is_some());
        let known: Vec<usize> = (0..years.len()).filter(is_known).collect();
        let first = *known.first().filter(|_| known.len() >= LEAST)?;
        let shown = all.into_iter().filter_map(|unit| {
            let values = unit.values[first..].to_vec();
            values.iter().any(Option::is_some).then_some(UnitYear { values, ..unit })
        });
        let (years, units) = (broken(numbers, &years[first..], &[CODE]), shown.collect());
        Some(Self { years, units })
    }

    /// The last year against the one before.
    fn slopes(&self, year: i32) -> Option<(String, Drawing)> {
        let last = self.years.labels.len().checked_sub(1)?;
        let before = last.checked_sub(1)?;
        let pairs = self.units.iter().map(|unit| {
            Slope::new(&unit.label, [unit.values[before].clone(), unit.values[last].clone()])
        });
        let pairs: Vec<Slope> = pairs.filter(|it| it.values.iter().all(Option::is_some)).collect();
        if pairs.len() < 2 {
            return None;
        }
        let broken = self.years.breaks.iter().find(|it| it.before == last);
        let title = words::changed(year);
        let chart = Slopes {
            setting: setting(&title),
            years: [self.years.labels[before].clone(), self.years.labels[last].clone()],
            broken: broken.map(|it| it.caption.clone()),
            units: pairs,
            extremes: EXTREMES,
        };
        Some((title, chart.draw().ok()?))
    }

    /// Every unit in every year.
    fn heat(&self) -> Option<(String, Drawing)> {
        let title = words::EVERY_UNIT.to_owned();
        let rows = self.units.iter().map(|unit| HeatRow::new(&unit.label, unit.values.clone()));
        let chart = Heat {
            setting: setting(&title),
            years: self.years.clone(),
            classes: share_classes(),
            rows: rows.collect(),
        };
        Some((title, chart.draw().ok()?))
    }

    /// The units that are lowest in the last year, as far as they have a past.
    fn lowest(&self, year: i32) -> Option<(String, Drawing)> {
        let past = |unit: &&UnitYear| unit.values.iter().flatten().count() >= LEAST;
        let share = |unit: &UnitYear| unit.values.last()?.as_ref().map(|it| it.thousandths);
        let mut units: Vec<(i64, &UnitYear)> =
            self.units.iter().filter(past).filter_map(|unit| Some((share(unit)?, unit))).collect();
        units.sort_by_key(|(share, _)| *share);
        units.truncate(LOWEST);
        if units.len() < 2 {
            return None;
        }
        let title = words::lowest(units.len(), year);
        let panels = units.iter().map(|(_, unit)| Panel::new(&unit.label, unit.values.clone()));
        let chart = Multiples {
            setting: setting(&title),
            years: self.years.clone(),
            panels: panels.collect(),
            reach: Vec::new(),
        };
        Some((title, chart.draw().ok()?))
    }
}

fn setting(caption: &str) -> Setting {
    Setting {
        caption: caption.to_owned(),
        size: Size::Full,
        unit: words::PERCENT.to_owned(),
        print: super::chart::percent,
    }
}
