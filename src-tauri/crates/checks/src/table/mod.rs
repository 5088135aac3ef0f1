//! A table of units × measures × windows as the checks read it.

mod grid;
pub(crate) mod history;
pub(crate) mod odd;
pub(crate) mod units;
pub(crate) mod windows;
pub(crate) mod years;

use crate::context::Context;
use crate::found::Place;
use crate::term::Part;
use bc138_domain::{Fixed, Indicator, IndicatorKind, Measure, Nature, Slot, Window};
use bc138_series::{Cube, MeasureIx, Span, WindowIx};
use bc138_units::{Registry, UnitIx};
use chrono::{Datelike, NaiveDate};
use grid::Grid;
use odd::Odd;
use std::cell::OnceCell;
use std::collections::HashMap;

/// The part of a table whose findings are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Focus {
    /// All of it.
    Everything,
    /// One window.
    Window(WindowIx),
    /// The one cell that a clerk has just typed into.
    Cell(UnitIx, MeasureIx, WindowIx),
}

/// A measure with what the catalogue says of it.
pub(crate) struct MeasureFacts<'a> {
    pub at: MeasureIx,
    pub measure: &'a Measure,
    pub indicator: Option<&'a Indicator>,
    /// Counts all kinds together.
    pub is_plain: bool,
}

impl MeasureFacts<'_> {
    pub fn is_of(&self, kinds: &[IndicatorKind]) -> bool {
        self.indicator.is_some_and(|indicator| kinds.contains(&indicator.kind))
    }
}

/// A window with its place in time.
pub(crate) struct WindowFacts<'a> {
    pub at: WindowIx,
    pub window: &'a Window,
    pub span: Option<Span>,
    /// Length in months, rounded: windows of one length form a series.
    pub months: i64,
    /// Its last day in years.
    pub time: f64,
    /// Windows of the same year by another calendar (khu dân cư end two weeks before xã), the
    /// nearest first.
    pub twins: Vec<usize>,
}

/// Row, measure and window by their places in the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellAt {
    pub row: usize,
    pub measure: usize,
    pub window: usize,
}

/// A cube with everything the checks ask of it.
pub(crate) struct Sheet<'a> {
    pub cube: &'a Cube,
    pub registry: &'a Registry,
    pub context: &'a Context<'a>,
    measures: Vec<MeasureFacts<'a>>,
    /// The measure of each indicator without kinds, in the nature that is usual for it.
    plain: HashMap<&'a str, usize>,
    windows: Vec<WindowFacts<'a>>,
    grid: Grid,
    focus: Focus,
    odd: OnceCell<Vec<Odd>>,
}

impl<'a> Sheet<'a> {
    /// A cube with what bears on the part that is wanted.
    pub fn new(
        cube: &'a Cube,
        registry: &'a Registry,
        context: &'a Context<'a>,
        focus: Focus,
    ) -> Self {
        let grid = match focus {
            Focus::Everything | Focus::Window(_) => Grid::whole(cube, registry),
            Focus::Cell(unit, ..) => Grid::of_unit(cube, unit),
        };
        Self::of(cube, registry, context, grid, focus)
    }

    fn of(
        cube: &'a Cube,
        registry: &'a Registry,
        context: &'a Context<'a>,
        grid: Grid,
        focus: Focus,
    ) -> Self {
        let measures = cube.measure_places().zip(cube.measures()).map(|(at, measure)| {
            let indicator = context.indicator(&measure.indicator);
            MeasureFacts { at, measure, indicator, is_plain: measure.categories.is_empty() }
        });
        let windows = (0..).map(WindowIx).zip(cube.windows());
        let mut windows: Vec<WindowFacts<'_>> =
            windows.map(|(at, window)| window_facts(at, window)).collect();
        let twins: Vec<Vec<usize>> = windows.iter().map(|it| twins(it, &windows)).collect();
        windows.iter_mut().zip(twins).for_each(|(window, twins)| window.twins = twins);
        let measures: Vec<MeasureFacts<'_>> = measures.collect();
        let (plain, odd) = (plain(&measures), OnceCell::new());
        Self { cube, registry, context, measures, plain, windows, grid, focus, odd }
    }

    /// Whether only one cell is looked at: then nothing is said of columns and windows.
    pub const fn is_one_cell(&self) -> bool {
        matches!(self.focus, Focus::Cell(..))
    }

    pub fn measures(&self) -> &[MeasureFacts<'a>] {
        &self.measures
    }

    pub fn measure(&self, at: usize) -> &MeasureFacts<'a> {
        &self.measures[at]
    }

    pub fn windows(&self) -> &[WindowFacts<'a>] {
        &self.windows
    }

    pub fn window(&self, at: usize) -> &WindowFacts<'a> {
        &self.windows[at]
    }

    pub fn units(&self) -> &[UnitIx] {
        self.grid.units()
    }

    pub fn unit(&self, row: usize) -> UnitIx {
        self.grid.units()[row]
    }

    /// The measures whose findings are wanted.
    pub fn wanted_measures(&self) -> Vec<usize> {
        let all = 0..self.measures.len();
        let wanted = |at: &usize| match self.focus {
            Focus::Cell(_, measure, _) => measure == self.measures[*at].at,
            Focus::Everything | Focus::Window(_) => true,
        };
        all.filter(wanted).collect()
    }

    /// The windows whose findings are wanted.
    pub fn wanted_windows(&self) -> Vec<usize> {
        let all = 0..self.windows.len();
        let wanted = |at: &usize| match self.focus {
            Focus::Cell(_, _, window) | Focus::Window(window) => window == self.windows[*at].at,
            Focus::Everything => true,
        };
        all.filter(wanted).collect()
    }

    /// The measure of an indicator without kinds, in the nature that is usual for it.
    pub fn plain(&self, indicator: &str) -> Option<usize> {
        self.plain.get(indicator).copied()
    }

    pub fn slot(&self, (row, measure, window): (usize, usize, usize)) -> Option<Slot> {
        self.grid.slot((row, measure, window))
    }

    /// x, or the number itself; zero where nothing occurred.
    pub fn value(&self, cell: (usize, usize, usize)) -> Option<Fixed> {
        self.grid.value(cell)
    }

    pub fn part(&self, cell: (usize, usize, usize), part: Part) -> Option<Fixed> {
        match part {
            Part::Value => self.grid.value(cell),
            Part::Total => self.grid.total(cell),
        }
    }

    /// Like [`Sheet::part`], for numbers that stand for themselves.
    pub fn exact(&self, cell: (usize, usize, usize), part: Part) -> Option<Fixed> {
        self.part(cell, part).filter(|_| self.grid.is_exact(cell))
    }

    /// The window in which a unit's number of the same year stands: the window itself, or one of
    /// the same year by another calendar.
    pub fn same_year(&self, (row, measure, window): (usize, usize, usize)) -> usize {
        let has = |at: &usize| self.grid.has((row, measure, *at));
        if has(&window) {
            return window;
        }
        self.windows[window].twins.iter().copied().find(has).unwrap_or(window)
    }

    /// The wanted windows, with those of the same years by other calendars.
    pub fn wanted_years(&self) -> Vec<usize> {
        let mut years = self.wanted_windows();
        let twins: Vec<usize> =
            years.iter().flat_map(|at| self.windows[*at].twins.clone()).collect();
        years.extend(twins);
        years.sort_unstable();
        years.dedup();
        years
    }

    pub fn is_reported(&self, cell: (usize, usize, usize)) -> bool {
        self.grid.is_reported(cell)
    }

    /// Visits every wanted cell of the measures that a test takes.
    pub fn each_cell(
        &self,
        takes: impl Fn(&MeasureFacts<'_>) -> bool,
        mut visit: impl FnMut(CellAt, Slot),
    ) {
        let windows = self.wanted_windows();
        for measure in self.wanted_measures() {
            if !takes(&self.measures[measure]) {
                continue;
            }
            for window in &windows {
                for row in 0..self.units().len() {
                    if let Some(slot) = self.grid.slot((row, measure, *window)) {
                        visit(CellAt { row, measure, window: *window }, slot);
                    }
                }
            }
        }
    }

    /// Visits every unit in every wanted window.
    pub fn each_row(&self, mut visit: impl FnMut(usize, usize)) {
        for window in self.wanted_windows() {
            for row in 0..self.units().len() {
                visit(row, window);
            }
        }
    }

    /// The windows of one length in the order of time.
    pub fn lane(&self, months: i64) -> Vec<usize> {
        let like =
            |at: &usize| self.windows[*at].span.is_some() && self.windows[*at].months == months;
        let mut lane: Vec<usize> = (0..self.windows.len()).filter(like).collect();
        lane.sort_by(|a, b| self.windows[*a].time.total_cmp(&self.windows[*b].time));
        lane
    }

    /// The window before one, of the same length, and next to it in time.
    pub fn before(&self, window: usize) -> Option<usize> {
        let facts = &self.windows[window];
        let span = facts.span?;
        let lane = self.lane(facts.months);
        let earlier = lane.into_iter().filter(|at| {
            self.windows[*at]
                .span
                .is_some_and(|before| before.to < span.to && before.from < span.from)
        });
        let last = earlier.last()?;
        #[expect(clippy::cast_precision_loss, reason = "months of a window")]
        let length = facts.months as f64 / 12.0;
        (facts.time - self.windows[last].time < 1.5 * length).then_some(last)
    }

    pub fn cell(&self, at: CellAt) -> Place {
        self.place_of(at.row, at.measure, at.window)
    }

    pub fn place_of(&self, row: usize, measure: usize, window: usize) -> Place {
        let (measure, window) = (self.measures[measure].at, self.windows[window].at);
        Place::Cell { unit: self.unit(row), measure, window }
    }

    pub fn column_place(&self, measure: usize, window: usize) -> Place {
        Place::Column { measure: self.measures[measure].at, window: self.windows[window].at }
    }

    pub fn row_place(&self, row: usize, window: usize) -> Place {
        Place::UnitRow { unit: self.unit(row), window: self.windows[window].at }
    }

    /// The cells that do not fit their unit's own past; looked for once for all checks.
    pub fn odd(&self) -> &[Odd] {
        self.odd.get_or_init(|| odd::find(self))
    }

    /// The part of a finding's id that names a place, by keys.
    pub fn id(&self, place: &Place) -> String {
        let unit = |unit: &UnitIx| self.registry.key(*unit);
        let window = |at: &WindowIx| self.cube.window(*at).map(window_id).unwrap_or_default();
        let measure = |at: &MeasureIx| self.cube.measure(*at).map(measure_id).unwrap_or_default();
        match place {
            Place::Cell { unit: u, measure: m, window: w } => {
                format!("cell/{}/{}/{}", unit(u), measure(m), window(w))
            }
            Place::UnitRow { unit: u, window: w } => format!("row/{}/{}", unit(u), window(w)),
            Place::Column { measure: m, window: w } => {
                format!("column/{}/{}", measure(m), window(w))
            }
            Place::Window(w) => format!("window/{}", window(w)),
            Place::Dossier(_) | Place::Figure { .. } | Place::Row(..) | Place::Field(_) => {
                String::new()
            }
        }
    }
}

fn plain<'a>(measures: &[MeasureFacts<'a>]) -> HashMap<&'a str, usize> {
    let usual = |it: &MeasureFacts<'_>| {
        let flow = it.is_of(&[IndicatorKind::Flow, IndicatorKind::Money]);
        it.measure.nature == if flow { Nature::Flow } else { Nature::Stock }
    };
    let mut plain = HashMap::new();
    for (at, measure) in measures.iter().enumerate().filter(|(_, it)| it.is_plain) {
        let known = plain.entry(measure.measure.indicator.as_str()).or_insert(at);
        if usual(measure) {
            *known = at;
        }
    }
    plain
}

fn window_facts(at: WindowIx, window: &Window) -> WindowFacts<'_> {
    let span = Span::of(window);
    let days = span.map_or(0, |span| (span.to - span.from).num_days() + 1);
    let months = (days * 24 + 365) / 730;
    let time = window.to.map_or(0.0, |to| f64::from(to.year()) + f64::from(to.ordinal0()) / 366.0);
    WindowFacts { at, window, span, months, time, twins: Vec::new() }
}

/// At most this many days lie between the ends of the same year in two calendars.
const TWIN_DAYS: i64 = 45;

fn twins(window: &WindowFacts<'_>, all: &[WindowFacts<'_>]) -> Vec<usize> {
    let Some(span) = window.span else { return Vec::new() };
    let apart = |other: &WindowFacts<'_>| {
        let days = (other.span?.to - span.to).num_days().abs();
        let like = other.at != window.at && other.months == window.months;
        (like && days <= TWIN_DAYS).then_some(days)
    };
    let found = all.iter().enumerate().filter_map(|(at, other)| Some((apart(other)?, at)));
    let mut found: Vec<(i64, usize)> = found.collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// A window by its days, else by its words.
pub(crate) fn window_id(window: &Window) -> String {
    match (window.from, window.to) {
        (None, None) => window.label.clone().unwrap_or_default(),
        (from, to) => {
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{}..{}", day(from), day(to))
        }
    }
}

/// A measure by its codes: `pl_kdc[grade=kha+xuat_sac]`, `mh_diem~new`.
pub(crate) fn measure_id(measure: &Measure) -> String {
    let mut id = measure.indicator.clone();
    for (dimension, kinds) in &measure.categories {
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        id.push_str(&format!("[{dimension}={}]", kinds.join("+")));
    }
    match measure.nature {
        Nature::Stock | Nature::Flow => {}
        Nature::New => id.push_str("~new"),
        Nature::Cumulative => id.push_str("~cumulative"),
    }
    id
}
