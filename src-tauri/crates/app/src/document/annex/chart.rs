//! The annex of charts: how the main numbers went over the years, from the same numbers and totals
//! as the tables. A line stops at a change of borders or of a definition, which is said.

use super::numbers::{Numbers, Source};
use super::unit_charts;
use crate::document::frame::{AnnexHead, annex_head};
use crate::truth;
use crate::vi::annex::chart as words;
use bc138_charts::{LineSeries, Lines, Reading, Setting, Size, Years};
use bc138_domain::{Categories, Fixed};
use bc138_report::{Block, Figure, Paragraph, Section, Span, Style};
use chrono::NaiveDate;

/// Years shown at most, the newest.
const MOST: i32 = 10;
/// Years with numbers without which a line says nothing.
pub(super) const LEAST: usize = 3;

/// One chart: what it shows, as shares or as counts, and the indicators of its lines.
struct Plan {
    title: &'static str,
    shares: bool,
    codes: &'static [&'static str],
}

/// The charts, in order.
const PLANS: [Plan; 2] = [
    Plan {
        title: words::STANDARD,
        shares: true,
        codes: &["at_kdc", "at_co_quan", "at_doanh_nghiep", "at_co_so_gd"],
    },
    Plan { title: words::TIPS, shares: false, codes: &["tin_tong", "tin_gia_tri"] },
];

/// The charts that have something to say.
pub(super) fn figures(numbers: &Numbers, places: u32) -> Vec<Figure> {
    let of_plans = PLANS.iter().filter_map(|plan| {
        Some((plan.title.to_owned(), plan.lines(numbers, places)?.draw().ok()?))
    });
    let all = of_plans.chain(unit_charts::drawn(numbers, places));
    let figure = |(at, (title, drawing)): (usize, (String, _))| {
        let caption = Paragraph::plain(Style::Caption, words::caption(at + 1, &title));
        Figure { drawing, caption: Some(caption) }
    };
    all.enumerate().map(figure).collect()
}

/// The annex of charts, upright.
pub(super) fn section(
    figures: Vec<Figure>,
    number: Option<usize>,
    reference: &[Span],
) -> Option<Section> {
    if figures.is_empty() {
        return None;
    }
    let title = words::TITLE.to_owned();
    let mut blocks = annex_head(&AnnexHead { number, title, reference: reference.to_vec() });
    blocks.extend(figures.into_iter().map(Block::from));
    blocks.push(Paragraph::plain(Style::Note, words::BASIS).into());
    Some(Section { numbered: true, blocks, ..Section::default() })
}

impl Plan {
    /// The lines; nothing where fewer years than [`LEAST`] are known.
    fn lines(&self, numbers: &Numbers, places: u32) -> Option<Lines> {
        let years: Vec<i32> = years(numbers).collect();
        let series = self.codes.iter().filter_map(|code| {
            let sources: Vec<Option<Source>> = years
                .iter()
                .map(|year| numbers.source_in(*year, code, &Categories::new()))
                .collect();
            let values: Vec<Option<Reading>> =
                sources.iter().map(|it| self.reading(numbers, it.as_ref()?, places)).collect();
            let known = values.iter().flatten().count();
            let name = sources.iter().flatten().next_back()?.indicator.name.clone();
            (known >= LEAST).then(|| LineSeries::new(name, values))
        });
        let series: Vec<LineSeries> = series.collect();
        if series.is_empty() {
            return None;
        }
        // Years before the first number of any line are not shown.
        let first =
            series.iter().filter_map(|it| it.values.iter().position(Option::is_some)).min()?;
        let series =
            series.into_iter().map(|it| LineSeries { values: it.values[first..].to_vec(), ..it });
        let setting = Setting {
            caption: self.title.to_owned(),
            size: Size::Full,
            unit: if self.shares { words::PERCENT } else { words::COUNT }.to_owned(),
            print: if self.shares { percent } else { count },
        };
        let years = broken(numbers, &years[first..], self.codes);
        Some(Lines { setting, years, series: series.collect() })
    }

    /// The total of a year as the table of units has it; nothing where no unit reported.
    fn reading(&self, numbers: &Numbers, source: &Source, places: u32) -> Option<Reading> {
        // Where nobody ever reported, the units need not be looked for.
        source.at?;
        let units = numbers.units(std::slice::from_ref(source));
        let total = numbers.total(source, &units, None);
        let value = total.value?;
        let id = source.id(&numbers.own_key(source));
        let carried = units.iter().any(|unit| numbers.mark(*unit, source).is_some());
        let reading = match self.shares {
            true => rate_of(value, total.total?, places, &id)?,
            false => Reading::new(value.thousandths(), value.to_string()).from_source(id),
        };
        Some(if carried { reading.converted() } else { reading })
    }
}

/// A share with where it comes from: the id of its two numbers.
pub(super) fn rate_of(reached: Fixed, of: Fixed, places: u32, id: &str) -> Option<Reading> {
    let rate = Fixed::percent_of(reached, of, places)?;
    let reading = Reading::new(rate.thousandths(), format!("{rate}%"));
    Some(reading.from_source(truth::rate(id)))
}

/// The years of the charts.
pub(super) fn years(numbers: &Numbers) -> impl Iterator<Item = i32> + use<> {
    numbers.year - MOST + 1..=numbers.year
}

/// Whether a chart shows an indicator.
pub(super) fn is_charted(code: &str) -> bool {
    code == unit_charts::CODE || PLANS.iter().any(|plan| plan.codes.contains(&code))
}

/// The years with a break where borders or definitions changed before one of them.
pub(super) fn broken(numbers: &Numbers, years: &[i32], codes: &[&str]) -> Years {
    let mut shown = Years::new(years.iter().map(ToString::to_string));
    let end = |year: i32| {
        let ends = codes.iter().filter_map(|code| {
            numbers.source_in(year, code, &Categories::new()).and_then(|it| it.window.to)
        });
        ends.max()
    };
    for (at, pair) in years.windows(2).enumerate() {
        let [Some(then), Some(now)] = [pair[0], pair[1]].map(end) else { continue };
        let said = [redrawn(numbers, then, now), redefined(numbers, codes, then, now)];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            shown = shown.broken(at + 1, said.join("; "));
        }
    }
    shown
}

/// How many of the units are others than before.
fn redrawn(numbers: &Numbers, then: NaiveDate, now: NaiveDate) -> Option<String> {
    if numbers.lens.is_some() {
        return None;
    }
    let count = numbers.reporting_on(now).difference(&numbers.reporting_on(then)).len();
    (count > 0).then(|| crate::vi::table::borders_changed(count))
}

/// The first change of a definition among the indicators.
fn redefined(numbers: &Numbers, codes: &[&str], then: NaiveDate, now: NaiveDate) -> Option<String> {
    let changes = codes.iter().flat_map(|code| numbers.catalogue.definition_changes(code));
    let mut within = changes.filter(|(day, _)| then < *day && *day <= now);
    within.next().map(|(day, basis)| crate::vi::table::redefined(day, basis))
}

/// A percentage of the axis.
pub(super) fn percent(thousandths: i64) -> String {
    format!("{}%", Fixed::from_thousandths(thousandths))
}

/// A count of the axis.
fn count(thousandths: i64) -> String {
    Fixed::from_thousandths(thousandths).to_string()
}
