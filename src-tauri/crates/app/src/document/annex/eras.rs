//! A review whose years lie on both sides of a rearrangement of units, as an office prints it: first
//! the years of the province one under the other, then for every era the units of that time with
//! the years that they have numbers of. x and y of a share stand in one cell.

use super::numbers::{Numbers, Source};
use super::period::{Closing, Years, review_notes};
use super::shape::{ColumnGroup, ColumnShape, Part, Shape};
use super::table::{AnnexCell, AnnexColumn, AnnexRow, AnnexTable, Over, shown_natures};
use crate::vi::annex::{self as words, era as said};
use bc138_domain::{DossierPart, Nature};
use bc138_report::RowRole;
use bc138_units::UnitIx;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of numbers that a table of an era has at most.
const MOST: usize = 40;

/// Years in which the units were by and large the same.
#[derive(Debug)]
struct Era {
    /// The last day of its last year.
    day: NaiveDate,
    /// Units that existed at the end of any of its years.
    units: BTreeSet<UnitIx>,
}

/// A column of a shape with its numbers of each year.
struct OfYears {
    /// The heading of its group.
    group: String,
    years: Vec<AnnexColumn>,
}

impl Numbers {
    /// The eras of the years reported on, in the order of time; one where no rearrangement lies
    /// between them.
    fn eras(&self) -> Vec<Era> {
        let mut eras: Vec<Era> = Vec::new();
        for year in &self.years {
            let day = self.day().with_year(*year).unwrap_or(self.day());
            let units: BTreeSet<UnitIx> = self.reporting_on(day).units().iter().copied().collect();
            match eras.last_mut() {
                Some(era) if 2 * era.units.intersection(&units).count() >= units.len() => {
                    era.day = day;
                    era.units.extend(units);
                }
                _ => eras.push(Era { day, units }),
            }
        }
        eras
    }

    /// The place of the era that a unit is of: the last one that it existed in.
    fn era_of(&self, unit: UnitIx, eras: &[Era]) -> usize {
        let begun = |era: &Era| {
            let first = self.registry.lifetime(unit).and_then(|life| life.first);
            first.is_none_or(|first| first <= era.day)
        };
        let counted = eras.iter().rposition(|era| era.units.contains(&unit));
        counted.or_else(|| eras.iter().position(begun)).unwrap_or_default()
    }

    fn has_number(&self, unit: UnitIx, source: &Source) -> bool {
        let slot = self.slot(unit, source);
        slot.is_some_and(|slot| slot.state != bc138_domain::State::NotReported)
    }
}

impl AnnexTable {
    /// The tables of a review over a rearrangement; nothing for any other time reported on, and
    /// where no unit has numbers.
    pub(super) fn of_eras(
        shape: &'static Shape,
        numbers: &Numbers,
        part: &DossierPart,
        places: u32,
    ) -> Option<Vec<Self>> {
        let is_review = numbers.years.len() > 1 && numbers.lens.is_none() && !shape.numbered;
        let eras = if is_review { numbers.eras() } else { Vec::new() };
        if eras.len() < 2 {
            return None;
        }
        let (summary, left_out) = summary(shape, numbers, places).without_empty();
        if !summary.has_numbers() {
            return None;
        }
        let mut tables = vec![summary];
        let columns = unit_columns(shape, numbers);
        let units = all_units(numbers, &columns);
        for (at, era) in eras.iter().enumerate() {
            let own = |unit: &UnitIx| numbers.era_of(*unit, &eras) == at;
            let own: Vec<UnitIx> = units.iter().copied().filter(own).collect();
            let after = at.checked_sub(1).and_then(|before| eras.get(before)).map(|it| it.day);
            tables.extend(of_era(shape, (numbers, part, places), &columns, (era, after, &own)));
        }
        let closing = (!left_out.is_empty()).then(|| words::left_out(&left_out));
        tables[0].notes.extend(closing);
        for (at, table) in tables.iter_mut().enumerate() {
            let caption = table.caption.take().unwrap_or_default();
            table.caption = Some(said::numbered(at + 1, &caption));
        }
        Some(tables)
    }
}

/// Every column of a shape with its years, each nature apart; those valid in no year are left out.
fn of_years<'s>(
    shape: &'static Shape,
    numbers: &'s Numbers,
    takes: fn(&ColumnGroup, &ColumnShape) -> bool,
) -> impl Iterator<Item = OfYears> + 's {
    let columns = shape.group.iter().flat_map(move |group| {
        let columns = group.column.iter().filter(move |column| takes(group, column));
        columns.map(move |column| (group, column))
    });
    let natures = columns.flat_map(move |(group, column)| {
        let natures = shown_natures(shape, column, numbers, &numbers.years).into_iter();
        natures.map(move |nature| (group, column, nature))
    });
    natures.filter_map(move |(group, column, nature)| {
        let year = |year: &i32| of_year(shape, column, numbers, (*year, nature));
        let years: Vec<AnnexColumn> = numbers.years.iter().map(year).collect();
        let is_valid = years.iter().any(|column| !column.sources.is_empty());
        is_valid.then(|| OfYears { group: group.title.clone(), years })
    })
}

fn of_year(
    shape: &Shape,
    column: &'static ColumnShape,
    numbers: &Numbers,
    (year, nature): (i32, Nature),
) -> AnnexColumn {
    let column = AnnexColumn::of_year(shape, column, numbers, (year, nature));
    AnnexColumn { over: Over::Year(year), ..column }
}

impl OfYears {
    fn title(&self) -> String {
        let named = self.years.iter().rfind(|column| !column.sources.is_empty());
        named.map(|column| column.title.clone()).unwrap_or_default()
    }
}

/// The years of the province, a row for each, and what they make together.
fn summary(shape: &'static Shape, numbers: &Numbers, places: u32) -> AnnexTable {
    let all: Vec<OfYears> = of_years(shape, numbers, |_, _| true).collect();
    let units: Vec<Vec<UnitIx>> = (0..numbers.years.len())
        .map(|at| numbers.units(&sources_of(all.iter().map(|it| &it.years[at]))))
        .collect();
    let row = |(at, year): (usize, &i32)| {
        let cells = all.iter().map(|it| cell(&it.years[at], numbers, &units[at], places));
        AnnexRow { label: said::year(*year), cells: cells.collect(), ..AnnexRow::default() }
    };
    let rows: Vec<AnnexRow> = numbers.years.iter().enumerate().map(row).collect();
    let together = all.iter().map(|it| together(it, numbers, places)).collect();
    let label = said::WHOLE.to_owned();
    let totals = AnnexRow { label, cells: together, role: RowRole::Total, ..AnnexRow::default() };
    let sources = sources_of(all.iter().flat_map(|it| &it.years));
    let reported = numbers.years.iter().zip(&units).enumerate().map(|(at, (year, units))| {
        let sources = sources_of(all.iter().map(|it| &it.years[at]));
        let has = |unit: &&UnitIx| sources.iter().any(|it| numbers.has_number(**unit, it));
        (*year, units.iter().filter(has).count(), units.len())
    });
    let mut notes = vec![words::windows(&super::notes::windows(&sources))];
    notes.push(said::reported(&reported.collect::<Vec<_>>()));
    notes.push(words::LEGEND.to_owned());
    let filled = all.iter().filter(|it| it.years.iter().any(AnnexColumn::has_source));
    let titled: Vec<(String, Years<'_>)> =
        filled.map(|it| (words::under(&it.group, &it.title()), it.years.as_slice())).collect();
    notes.extend(review_notes(&titled, numbers));
    let groups = headings(&all);
    let columns = all.iter().filter_map(|it| {
        let last = it.years.last()?.clone();
        Some(AnnexColumn { title: it.title(), over: Over::Last, ..last })
    });
    let columns = columns.collect();
    let (caption, totals) = (Some(said::SUMMARY.to_owned()), Some(totals));
    AnnexTable { shape, caption, groups, columns, rows, totals, notes }
}

/// The headings over columns that stand side by side.
fn headings(columns: &[OfYears]) -> Vec<(String, usize)> {
    let groups = columns.chunk_by(|a, b| a.group == b.group);
    groups.map(|group| (group[0].group.clone(), group.len())).collect()
}

fn sources_of<'c>(columns: impl Iterator<Item = &'c AnnexColumn>) -> Vec<Source> {
    columns.flat_map(AnnexColumn::all).cloned().collect()
}

/// The total of a year; not applicable where the column is not valid then.
fn cell(column: &AnnexColumn, numbers: &Numbers, units: &[UnitIx], places: u32) -> AnnexCell {
    if column.sources.is_empty() {
        return AnnexCell::not_applicable();
    }
    let cell = column.total(numbers, units, places);
    let mut numbered = units.iter().flat_map(|unit| column.all().map(move |it| (unit, it)));
    // Kinds of models are not added up over units; that is not the same as no report.
    match numbered.any(|(unit, source)| numbers.has_number(*unit, source)) {
        true => cell,
        false => AnnexCell { text: words::MISSING.to_owned(), ..cell },
    }
}

/// What the years make together: flows added, of a stock the last one; nothing for shares that
/// are stated for themselves.
fn together(column: &OfYears, numbers: &Numbers, places: u32) -> AnnexCell {
    let closing = Closing::of(&column.years).column(&column.years);
    let closing = closing.map(|closing| {
        let units = numbers.units(&closing.sources);
        closing.total(numbers, &units, places)
    });
    closing.unwrap_or_default()
}

/// The columns of units: of a share one cell says x/y.
fn unit_columns(shape: &'static Shape, numbers: &Numbers) -> Vec<OfYears> {
    let all = of_years(shape, numbers, |group, column| {
        column.part == Part::Value || !group.column.iter().any(|it| it.says(column))
    });
    let joined = all.map(|it| {
        let group = shape.group.iter().find(|group| group.title == it.group);
        let whole = group.into_iter().flat_map(|group| &group.column).find(|column| {
            let of = it.years.first().is_some_and(|first| first.shape.says(column));
            of && column.part == Part::Total
        });
        let join = |year: AnnexColumn| match whole {
            Some(whole) => year.joined_with(&whole.title),
            None => year,
        };
        OfYears { years: it.years.into_iter().map(join).collect(), ..it }
    });
    joined.collect()
}

impl ColumnShape {
    /// Whether it is the first of the two numbers of which another column shows the second, or how
    /// much the one is of the other.
    fn says(&self, other: &Self) -> bool {
        let same = self.figure == other.figure && self.kinds == other.kinds;
        let other_part = self.part == Part::Value && other.part != Part::Value;
        same && other_part && self.unit == other.unit && other.of.is_empty()
    }
}

/// Every unit that has a number in any of the years.
fn all_units(numbers: &Numbers, columns: &[OfYears]) -> Vec<UnitIx> {
    let mut units = BTreeSet::new();
    for at in 0..numbers.years.len() {
        let sources = sources_of(columns.iter().map(|it| &it.years[at]));
        let has = |unit: &UnitIx| sources.iter().any(|it| numbers.has_number(*unit, it));
        units.extend(numbers.units(&sources).into_iter().filter(has));
    }
    units.into_iter().collect()
}

/// The tables of the units of an era with the years that they have numbers of.
fn of_era(
    shape: &'static Shape,
    (numbers, part, places): (&Numbers, &DossierPart, u32),
    columns: &[OfYears],
    (era, after, units): (&Era, Option<NaiveDate>, &[UnitIx]),
) -> Vec<AnnexTable> {
    let has_year = |at: &usize| {
        let sources = sources_of(columns.iter().map(|it| &it.years[*at]));
        units.iter().any(|unit| sources.iter().any(|it| numbers.has_number(*unit, it)))
    };
    let years: Vec<usize> = (0..numbers.years.len()).filter(has_year).collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return Vec::new() };
    let (mut groups, mut own) = (Vec::new(), Vec::new());
    for column in columns {
        let mut of_years: Vec<AnnexColumn> = years
            .iter()
            .map(|at| AnnexColumn {
                title: numbers.years[*at].to_string(),
                ..column.years[*at].clone()
            })
            .collect();
        let closing = Closing::of(&of_years);
        let sum = matches!(closing, Closing::Sum) && years.len() > 1;
        of_years.extend(closing.column(&of_years).filter(|_| sum));
        groups.push((words::under(&column.group, &column.title()), of_years.len()));
        own.extend(of_years);
    }
    let row = |(unit, label): (&UnitIx, String)| {
        let cells = own.iter().map(|it| it.cell(numbers, *unit, places)).collect();
        let unit = Some(numbers.registry.key(*unit).to_owned());
        AnnexRow { label, unit, cells, ..AnnexRow::default() }
    };
    let rows = units.iter().zip(labels(numbers, units, era.day)).map(row).collect();
    let (first, last) = (numbers.years[*first], numbers.years[*last]);
    let caption = Some(said::units(after.is_some(), units.len(), (first, last)));
    // What the units make together stands in the table of years.
    let (totals, notes) = (None, Vec::new());
    let table = AnnexTable { shape, caption, groups, columns: own, rows, totals, notes };
    let mut parts = table.without_empty().0.parted(MOST);
    let count = parts.len();
    for (at, table) in parts.iter_mut().enumerate() {
        table.annotate(numbers, part, at + 1 == count);
    }
    parts
}

/// The names of units; where several have the same, with what they belong to directly.
fn labels(numbers: &Numbers, units: &[UnitIx], day: NaiveDate) -> Vec<String> {
    let registry = &numbers.registry;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for unit in units {
        *seen.entry(registry.label(*unit, day)).or_default() += 1;
    }
    let label = |unit: &UnitIx| {
        let alone = registry.label(*unit, day);
        let lived = registry.lifetime(*unit).map_or(day, |life| life.nearest(day));
        let above = registry.ancestors(*unit, lived).into_iter().nth(1);
        match above.filter(|_| seen.get(&alone) != Some(&1)) {
            Some(above) => format!("{alone}, {}", registry.label(above, lived)),
            None => alone,
        }
    };
    units.iter().map(label).collect()
}
