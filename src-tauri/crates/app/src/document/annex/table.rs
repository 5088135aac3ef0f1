//! An annex before it is drawn: columns, rows, totals and notes, the same for paper and workbook.

use super::numbers::{Numbers, Source, last_day};
use super::period::OverYears;
use super::shape::{ColumnShape, Part, Shape};
use crate::field::usual_nature;
use crate::vi::annex::{self as words, carried};
use bc138_domain::{Fixed, IndicatorKind, Nature, Slot, State};
use bc138_report::RowRole;
use bc138_series::{Mark, Remark, Total};
use bc138_units::UnitIx;

/// One annex.
#[derive(Debug, Clone)]
pub(in crate::document) struct AnnexTable {
    /// Its shape.
    pub shape: &'static Shape,
    /// What stands above it, where an annex has several tables.
    pub caption: Option<String>,
    /// Headings over columns, and how many columns each covers; empty where a column stands alone.
    pub groups: Vec<(String, usize)>,
    /// Columns of numbers.
    pub columns: Vec<AnnexColumn>,
    /// Rows.
    pub rows: Vec<AnnexRow>,
    /// The row of totals.
    pub totals: Option<AnnexRow>,
    /// Notes under the table.
    pub notes: Vec<String>,
}

/// One column of numbers.
#[derive(Debug, Clone)]
pub(in crate::document) struct AnnexColumn {
    /// Its shape.
    pub shape: &'static ColumnShape,
    /// Its heading: that of the shape, or a year.
    pub title: String,
    /// What of the time reported on it shows.
    pub over: Over,
    /// What is added up in it.
    pub sources: Vec<Source>,
    /// What its percentage is of; empty where x/y says it.
    pub of: Vec<Source>,
    /// Whether x and y of a share stand in one cell.
    pub joined: bool,
}

/// What of the time reported on a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::document) enum Over {
    /// The window reported on.
    Window,
    /// One year of a review.
    Year(i32),
    /// The sum of all years.
    Sum,
    /// The last year, which stands for all.
    Last,
}

/// One row.
#[derive(Debug, Clone, Default)]
pub(in crate::document) struct AnnexRow {
    /// Name.
    pub label: String,
    /// Key of the unit, where it is one.
    pub unit: Option<String>,
    /// A cell for each column.
    pub cells: Vec<AnnexCell>,
    /// Numbers of the notes that speak of it.
    pub remarks: Vec<usize>,
    /// What it is for.
    pub role: RowRole,
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::document) struct AnnexCell {
    /// As it is printed.
    pub text: String,
    /// A sign behind it that the notes explain.
    pub sign: &'static str,
    /// The number itself, where there is an exact one.
    pub value: Option<Fixed>,
    /// Whether the number is a percentage.
    pub percent: bool,
    /// Where it comes from.
    pub source: Option<String>,
}

impl AnnexTable {
    /// A table of units without notes; nothing when none of its columns is valid.
    pub fn of_units(shape: &'static Shape, numbers: &Numbers, places: u32) -> Option<Self> {
        // An official form has its own columns, whatever the time.
        let over_years = numbers.years.len() > 1 && !shape.numbered;
        let (groups, columns) = match over_years {
            true => {
                let it = OverYears::of(shape, numbers);
                (it.groups, it.columns)
            }
            false => columns(shape, numbers),
        };
        let sources: Vec<Source> = columns.iter().flat_map(AnnexColumn::all).cloned().collect();
        let day = last_day(&sources)?;
        let units = numbers.units(&sources);
        let day = numbers.border_day(day);
        let row = |(unit, label): (&UnitIx, String)| {
            let cells = columns.iter().map(|it| it.cell(numbers, *unit, places)).collect();
            let unit = Some(numbers.registry.key(*unit).to_owned());
            AnnexRow { label, unit, cells, ..AnnexRow::default() }
        };
        let rows = units.iter().zip(numbers.labels(&units, day)).map(row).collect();
        let cells = columns.iter().map(|it| it.total(numbers, &units, places)).collect();
        let label = words::GRAND_TOTAL.to_owned();
        let totals = AnnexRow { label, cells, role: RowRole::Total, ..AnnexRow::default() };
        let totals = Some(totals);
        Some(Self { shape, caption: None, groups, columns, rows, totals, notes: Vec::new() })
    }

    /// Whether any unit has a number in it.
    pub fn has_numbers(&self) -> bool {
        (0..self.columns.len()).any(|place| self.is_filled(place))
    }

    fn is_filled(&self, place: usize) -> bool {
        // On other borders a total may have numbers that no single unit has.
        let rows = self.rows.iter().chain(&self.totals);
        rows.filter_map(|row| row.cells.get(place)).any(|cell| !is_blank(cell))
    }

    /// Takes out the groups without any number and the columns that are only printed with one; the
    /// titles of those taken out. An official form, whose columns have numbers, keeps them all.
    pub fn without_empty(mut self) -> (Self, Vec<String>) {
        if self.shape.numbered {
            return (self, Vec::new());
        }
        let filled: Vec<bool> = (0..self.columns.len()).map(|at| self.is_filled(at)).collect();
        let (mut keeps, mut left_out, mut at) = (Vec::new(), Vec::new(), 0);
        for (title, count) in &mut self.groups {
            let of_group = at..at + *count;
            at = of_group.end;
            let empty = !filled[of_group.clone()].contains(&true);
            let kept: Vec<bool> = of_group
                .clone()
                .map(|place| !empty && (filled[place] || !self.columns[place].shape.optional))
                .collect();
            let units = self.columns[of_group.start].shape.unit.clone();
            let titles = of_group.filter(|place| !kept[place - (at - *count)]);
            let titles = titles.map(|place| self.columns[place].title.clone());
            match empty {
                true if self.rows.iter().any(|row| is_about(row, units.as_deref())) => {
                    left_out.push(title.clone());
                }
                true => {}
                false => left_out.extend(titles.map(|it| words::under(title, &it))),
            }
            *count = kept.iter().filter(|kept| **kept).count();
            keeps.extend(kept);
        }
        self.groups.retain(|(_, count)| *count > 0);
        let mut keep = keeps.iter();
        self.columns.retain(|_| keep.next() == Some(&true));
        for row in self.rows.iter_mut().chain(&mut self.totals) {
            let mut keep = keeps.iter();
            row.cells.retain(|_| keep.next() == Some(&true));
        }
        (self, left_out)
    }

    /// Takes out the columns of a list that are only printed with something in them.
    pub fn without_blank_options(mut self) -> Self {
        let blank = |place: usize| self.rows.iter().all(|row| row.cells[place].text.is_empty());
        let optional = |place: usize| self.columns[place].shape.optional;
        let goes: Vec<bool> =
            (0..self.columns.len()).map(|place| optional(place) && blank(place)).collect();
        let mut at = 0;
        for (_, count) in &mut self.groups {
            let of_group = at..at + *count;
            at = of_group.end;
            *count -= goes[of_group].iter().filter(|goes| **goes).count();
        }
        let mut column = goes.iter();
        self.columns.retain(|_| column.next() == Some(&false));
        for row in self.rows.iter_mut().chain(&mut self.totals) {
            let mut cell = goes.iter();
            row.cells.retain(|_| cell.next() == Some(&false));
        }
        self
    }

    /// Head of the column of names.
    pub fn row_title(&self) -> &str {
        let of_years = self.caption.is_some() && self.rows.iter().all(|row| row.unit.is_none());
        if of_years { words::era::YEAR } else { &self.shape.row_title }
    }

    /// How many columns it has on paper.
    pub fn width(&self) -> usize {
        2 + self.columns.len() + usize::from(self.shape.remarks)
    }
}

/// Whether a row is a unit of the type that a column is about.
fn is_about(row: &AnnexRow, unit: Option<&str>) -> bool {
    unit.is_none_or(|noun| row.label.starts_with(noun))
}

/// Whether a cell says that there is no number.
fn is_blank(cell: &AnnexCell) -> bool {
    [words::MISSING, words::NOT_APPLICABLE, ""].contains(&cell.text.as_str())
}

/// The columns that stand: a group only while all its indicators are valid.
pub(super) fn columns(
    shape: &'static Shape,
    numbers: &Numbers,
) -> (Vec<(String, usize)>, Vec<AnnexColumn>) {
    let (mut groups, mut columns) = (Vec::new(), Vec::new());
    for group in &shape.group {
        let year = numbers.year;
        let made = group.column.iter().flat_map(|column| {
            let natures = shown_natures(shape, column, numbers, &[year]).into_iter();
            natures.map(move |nature| AnnexColumn::of_year(shape, column, numbers, (year, nature)))
        });
        let made: Vec<AnnexColumn> = made.collect();
        if made.iter().any(|column| column.sources.is_empty()) {
            continue;
        }
        groups.push((group.title.clone(), made.len()));
        columns.extend(made);
    }
    (groups, columns)
}

/// The natures that a column of a shape shows; an official form has its own columns.
pub(super) fn shown_natures(
    shape: &Shape,
    column: &ColumnShape,
    numbers: &Numbers,
    years: &[i32],
) -> Vec<Nature> {
    let mut natures = numbers.natures(column, &shape.dimension, years);
    if shape.numbered
        && let Some(indicator) = numbers.catalogue.indicator(&column.figure)
    {
        natures = vec![usual_nature(indicator)];
    }
    natures
}

/// A number of one unit in one column.
enum Number {
    /// Not reported.
    Missing,
    /// The unit has nothing of the kind.
    NotApplicable,
    /// In words only.
    Words(String),
    /// x and, where it has one, y.
    Of(Fixed, Option<Fixed>),
}

impl AnnexCell {
    /// There is nothing of the kind.
    pub fn not_applicable() -> Self {
        Self { text: words::NOT_APPLICABLE.to_owned(), ..Self::default() }
    }
}

impl AnnexColumn {
    /// A column without numbers.
    pub fn plain(shape: &'static ColumnShape) -> Self {
        let (sources, of) = (Vec::new(), Vec::new());
        let title = shape.title.clone();
        Self { shape, title, over: Over::Window, sources, of, joined: false }
    }

    /// A column of the numbers of one nature in a year.
    pub fn of_year(
        shape: &Shape,
        column: &'static ColumnShape,
        numbers: &Numbers,
        (year, nature): (i32, Nature),
    ) -> Self {
        let sources = |kinds| numbers.sources(column, (kinds, &shape.dimension), (year, nature));
        let of = if column.of.is_empty() { Vec::new() } else { sources(&column.of) };
        let sources = sources(&column.kinds);
        let other = sources.first().filter(|it| nature != usual_nature(&it.indicator));
        let title = match other {
            Some(_) => words::of_nature(&column.title, nature),
            None => column.title.clone(),
        };
        Self { sources, of, title, ..Self::plain(column) }
    }

    /// The same with x and y of a share in one cell: “Đạt/tổng số”.
    pub fn joined_with(self, whole: &str) -> Self {
        let title = words::joined(&self.title, whole);
        Self { title, joined: true, ..self }
    }

    /// Whether any number was ever entered for it.
    pub fn has_source(&self) -> bool {
        self.sources.iter().any(|source| source.at.is_some())
    }

    /// Everything it is made of.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().chain(&self.of)
    }

    /// The one source whose total the report may state.
    pub fn only_source(&self) -> Option<&Source> {
        let whole = self.shape.kinds.is_empty() && !self.shape.strict && self.over == Over::Window;
        self.sources.first().filter(|_| whole)
    }

    pub(super) fn cell(&self, numbers: &Numbers, unit: UnitIx, places: u32) -> AnnexCell {
        let Some(first) = self.sources.first() else { return AnnexCell::not_applicable() };
        let source = Some(self.source_id(first, numbers.registry.key(unit)));
        let day = numbers.border_day(first.window.to.unwrap_or_default());
        let other =
            self.shape.unit.as_ref().is_some_and(|noun| !numbers.is_of_type(unit, noun, day));
        let cell = match sum(numbers, unit, &self.sources) {
            Number::Missing | Number::NotApplicable if other => AnnexCell::not_applicable(),
            _ if other && self.shape.strict => AnnexCell::not_applicable(),
            Number::Missing => {
                AnnexCell { text: words::MISSING.to_owned(), ..AnnexCell::default() }
            }
            Number::NotApplicable => AnnexCell::not_applicable(),
            Number::Words(text) => AnnexCell { text, ..AnnexCell::default() },
            Number::Of(x, y) => {
                let whole = match self.of.is_empty() {
                    true => y,
                    false => match sum(numbers, unit, &self.of) {
                        Number::Of(whole, _) => Some(whole),
                        _ => None,
                    },
                };
                let cell = self.part(x, whole, places);
                let sign = self.sign(numbers, unit);
                AnnexCell { text: self.marked(numbers, unit, cell.text), sign, ..cell }
            }
        };
        AnnexCell { source, ..cell }
    }

    /// Where its number of a unit comes from.
    fn source_id(&self, source: &Source, unit: &str) -> String {
        let id = match self.over {
            Over::Sum => format!("derived:years/{}", source.id(unit)),
            Over::Window | Over::Year(_) | Over::Last => source.id(unit),
        };
        self.shape.part.of(&id, source.indicator.kind == IndicatorKind::Ratio)
    }

    /// The sign of a number that was carried over to other borders.
    fn sign(&self, numbers: &Numbers, unit: UnitIx) -> &'static str {
        let marks = self.all().filter_map(|source| numbers.mark(unit, source));
        marks.fold("", |sign, mark| match mark {
            Mark::Partial { .. } => carried::PARTIAL,
            Mark::Estimated if sign != carried::PARTIAL => carried::ESTIMATED,
            _ if sign.is_empty() => carried::RESTATED,
            _ => sign,
        })
    }

    /// What makes a number less than exact is printed with it.
    fn marked(&self, numbers: &Numbers, unit: UnitIx, text: String) -> String {
        // A sum that lacks units has its own sign.
        let lacks =
            |source: &Source| matches!(numbers.mark(unit, source), Some(Mark::Partial { .. }));
        let qualifier = |source: &Source| {
            let remark = numbers.remark(unit, source).filter(|_| !lacks(source));
            remark.and_then(|remark: &Remark| remark.qualifier)
        };
        let estimate = |source: &Source| {
            numbers.slot(unit, source).is_some_and(|slot| slot.state == State::Estimate)
        };
        let shown = self.shape.part == Part::Value;
        match self.sources.iter().find_map(qualifier) {
            Some(qualifier) if shown => qualifier.apply(&text),
            None if shown && self.sources.iter().any(estimate) => {
                format!("{text}{}", words::ESTIMATE)
            }
            _ => text,
        }
    }

    /// The part of x and y that the column shows.
    pub fn part(&self, x: Fixed, y: Option<Fixed>, places: u32) -> AnnexCell {
        if let Some(whole) = y.filter(|_| self.joined) {
            return AnnexCell { text: format!("{x}/{whole}"), ..AnnexCell::default() };
        }
        let value = match self.shape.part {
            Part::Value => Some(x),
            Part::Total => y,
            Part::Rate => y.and_then(|y| Fixed::percent_of(x, y, places)),
        };
        let percent = self.shape.part == Part::Rate;
        let text = value.map(|value| value.to_string()).unwrap_or_default();
        AnnexCell { text, value, percent, ..AnnexCell::default() }
    }

    pub(super) fn total(&self, numbers: &Numbers, units: &[UnitIx], places: u32) -> AnnexCell {
        let of_type = self.shape.unit.as_deref().filter(|_| self.shape.strict);
        let total = |source: &Source| numbers.total(source, units, of_type);
        let add = |sources: &[Source]| {
            let parts = sources.iter().map(total);
            let known = parts.filter_map(|total: Total| Some((total.value?, total.total)));
            known.map(Some).reduce(|a, b| both(a?, b?)).flatten()
        };
        let source = self.sources.first();
        let source = source.map(|it| self.source_id(it, &numbers.own_key(it)));
        let Some((x, y)) = add(&self.sources) else {
            return AnnexCell { source, ..AnnexCell::default() };
        };
        let whole = if self.of.is_empty() { y } else { add(&self.of).map(|(whole, _)| whole) };
        AnnexCell { source, ..self.part(x, whole, places) }
    }
}

/// What a unit has in several sources together.
fn sum(numbers: &Numbers, unit: UnitIx, sources: &[Source]) -> Number {
    let mut missing = Number::Missing;
    let mut known = None;
    for source in sources {
        let Some(slot) = numbers.slot(unit, source) else { continue };
        let words = numbers.remark(unit, source).and_then(|remark| remark.words.clone());
        match (parts(slot), slot.state, words) {
            (Some(parts), ..) => match known.map_or(Some(parts), |so_far| both(so_far, parts)) {
                Some(sum) => known = Some(sum),
                None => return Number::Missing,
            },
            (None, State::NotApplicable, _) => missing = Number::NotApplicable,
            (None, _, Some(words)) => missing = Number::Words(words),
            _ => {}
        }
    }
    known.map_or(missing, |(x, y)| Number::Of(x, y))
}

/// x and y; “không phát sinh” is nought.
fn parts(slot: Slot) -> Option<(Fixed, Option<Fixed>)> {
    match slot.state {
        State::NotReported | State::NotApplicable => None,
        State::Zero => Some((Fixed::default(), Some(slot.total().unwrap_or_default()))),
        State::Value | State::Estimate => Some((slot.value()?, slot.total())),
    }
}

/// Both added; nothing where the sum does not fit into a number.
fn both(a: (Fixed, Option<Fixed>), b: (Fixed, Option<Fixed>)) -> Option<(Fixed, Option<Fixed>)> {
    let whole = match a.1.zip(b.1) {
        Some((a, b)) => Some(a.checked_add(b)?),
        None => None,
    };
    Some((a.0.checked_add(b.0)?, whole))
}
