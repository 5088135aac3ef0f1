//! The numbers of the units of the years reported on as annexes ask them: read from the store, the
//! same columns, windows and totals as the table of units shows, as reported or on other borders.

use super::carried::Carriage;
use super::period;
use super::shape::ColumnShape;
use crate::app::App;
use crate::error::AppError;
use crate::field::usual_nature;
use crate::register::own_unit;
use crate::truth::{counted_source, unit_source_id, unit_source_of};
use crate::vi::annex::COUNTRY;
use crate::view::LensChoice;
use bc138_domain::{
    CalendarBook, Catalogue, Categories, DossierPart, EntryNote, Indicator, Measure, Nature, Slot,
    Window, text,
};
use bc138_series::{
    Column, Cube, Mark, MeasureIx, Remark, Territory, Total, WindowIx, column_total,
};
use bc138_store::EntryFilter;
use bc138_units::{Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Where a number of a unit lies.
pub(in crate::document) type Place = (UnitIx, MeasureIx, WindowIx);

/// The numbers of one year, or of the years of a review.
pub(in crate::document) struct Numbers {
    /// The register they belong to.
    pub registry: Registry,
    /// The unit that the dossier is of: a province, district or commune; one of the whole country
    /// has none.
    pub own: Option<UnitIx>,
    /// Whether the dossier is of the whole country.
    pub country: bool,
    /// The catalogue with the user's own indicators.
    pub catalogue: Catalogue,
    /// Notes by place.
    pub notes: BTreeMap<Place, EntryNote>,
    /// The year; of a review its last one.
    pub year: i32,
    /// The years of a review, ascending; else the one year.
    pub years: Vec<i32>,
    /// The calendars with the office's own.
    pub calendars: CalendarBook,
    /// The numbers themselves.
    pub cube: Cube,
    /// The numbers carried over to other borders, where that is asked for.
    pub lens: Option<Carriage>,
    day: NaiveDate,
}

/// One measure of an indicator in its window.
#[derive(Debug, Clone)]
pub(in crate::document) struct Source {
    /// The indicator.
    pub indicator: Indicator,
    /// What is counted.
    pub measure: Measure,
    /// The window of its numbers, or the one they would have.
    pub window: Window,
    /// Where its numbers are; nothing where none were ever entered.
    pub at: Option<(MeasureIx, WindowIx)>,
    /// What the sources of all units have in common.
    counted: String,
}

impl App {
    /// The numbers of the year that a dossier reports on; nothing for a window without an end.
    pub(in crate::document) fn numbers(
        &self,
        part: &DossierPart,
    ) -> Result<Option<Numbers>, AppError> {
        let Some(day) = part.dossier.window.to else { return Ok(None) };
        let year = crate::year::year_of(&part.dossier.window).unwrap_or_default();
        let registry = self.folded(&self.unit_events()?)?;
        let own = own_unit(&registry, &part.dossier, day);
        let batch = self.store.entries(&EntryFilter::default())?;
        let places: Vec<_> = batch
            .notes
            .iter()
            .filter_map(|(at, note)| {
                let cell = batch.cells.get(*at as usize)?;
                let measure = batch.measures.get(cell.measure as usize)?.clone();
                let window = batch.windows.get(cell.window as usize)?.clone();
                Some((batch.units.get(cell.unit as usize)?.clone(), measure, window, note.clone()))
            })
            .collect();
        let cube = Cube::build(&registry, batch)?;
        let noted = places.into_iter().filter_map(|(unit, measure, window, note)| {
            let at = (cube.find_measure(&measure)?, cube.find_window(&window)?);
            Some(((registry.find(&unit)?, at.0, at.1), note))
        });
        let notes = noted.collect();
        let (catalogue, calendars) = (self.whole_catalogue()?, self.calendars()?);
        let years = period::years(&part.dossier.window);
        let is_country = text::search_key(&part.dossier.province) == text::search_key(COUNTRY);
        let country = is_country && own.is_none() && part.dossier.within.is_none();
        let lens = None;
        Ok(Some(Numbers {
            registry,
            own,
            country,
            catalogue,
            notes,
            year,
            years,
            calendars,
            cube,
            lens,
            day,
        }))
    }

    /// The same on the borders of a day, where a request asks for one.
    pub(in crate::document) fn numbers_on(
        &self,
        part: &DossierPart,
        lens: &LensChoice,
    ) -> Result<Option<Numbers>, AppError> {
        let day = lens.border_day(self.now().date())?;
        let numbers = self.numbers(part)?;
        Ok(numbers.map(|numbers| {
            let lens = day.map(|day| Carriage::of(&numbers, day));
            Numbers { lens, ..numbers }
        }))
    }
}

impl Numbers {
    /// The usual measure of an indicator that counts the given kinds, in the window of the year: the
    /// last one that has numbers, else the calendar's. Nothing when the indicator is not valid then.
    pub fn source(&self, code: &str, categories: &Categories) -> Option<Source> {
        self.source_in(self.year, code, categories)
    }

    /// The same for one of the years.
    pub fn source_in(&self, year: i32, code: &str, categories: &Categories) -> Option<Source> {
        let usual = usual_nature(self.catalogue.indicator(code)?);
        self.source_of(year, code, categories, usual)
    }

    /// The same of one nature: what was newly built never stands for what there is.
    fn source_of(
        &self,
        year: i32,
        code: &str,
        categories: &Categories,
        nature: Nature,
    ) -> Option<Source> {
        let indicator = self.catalogue.indicator(code)?;
        let (indicator_code, categories) = (code.to_owned(), categories.clone());
        let measure = Measure { indicator: indicator_code, nature, categories };
        let found = self.cube.find_measure(&measure);
        let at = found.and_then(|at| Some((at, self.window_with_numbers(at, year)?)));
        let window = match at {
            Some((_, window)) => self.cube.window(window)?.clone(),
            None => self.calendars.window_of(indicator, year)?,
        };
        let valid = indicator.is_valid_on(window.to);
        valid.then(|| {
            let counted = counted_source(&measure, &window);
            Source { indicator: indicator.clone(), measure, window, at, counted }
        })
    }

    /// The sources of a column in a year: one for each of its kinds, or the indicator as a whole.
    pub fn sources(
        &self,
        column: &ColumnShape,
        (kinds, dimension): (&[String], &str),
        (year, nature): (i32, Nature),
    ) -> Vec<Source> {
        let counted = counted(kinds, dimension);
        let of = |kinds| self.source_of(year, &column.figure, kinds, nature);
        counted.iter().filter_map(of).collect()
    }

    /// The natures that a column has numbers of in the years, the usual one first; that one where
    /// there are no numbers.
    pub fn natures(&self, column: &ColumnShape, dimension: &str, years: &[i32]) -> Vec<Nature> {
        let Some(indicator) = self.catalogue.indicator(&column.figure) else { return Vec::new() };
        let usual = usual_nature(indicator);
        let others = [Nature::Stock, Nature::Flow, Nature::New, Nature::Cumulative];
        let others = others.into_iter().filter(|nature| *nature != usual);
        let has_numbers = |nature: &Nature| {
            let of =
                |year: &i32| self.sources(column, (&column.kinds, dimension), (*year, *nature));
            years.iter().flat_map(of).any(|source| source.at.is_some())
        };
        let found: Vec<Nature> = std::iter::once(usual).chain(others).filter(has_numbers).collect();
        if found.is_empty() { vec![usual] } else { found }
    }

    /// The last window of the year in which a measure has numbers.
    fn window_with_numbers(&self, measure: MeasureIx, year: i32) -> Option<WindowIx> {
        let has = |at: &WindowIx| self.cube.column(measure, *at).is_some_and(|it| !it.is_empty());
        self.windows_of(year).into_iter().rfind(has)
    }

    /// The numbers of a source, on the borders that are asked for.
    pub(super) fn column(&self, source: &Source) -> Option<&Column> {
        let (measure, window) = source.at?;
        match &self.lens {
            Some(lens) => lens.at(measure, window).map(|it| &it.column),
            None => self.cube.column(measure, window),
        }
    }

    /// A unit's number.
    pub fn slot(&self, unit: UnitIx, source: &Source) -> Option<Slot> {
        self.column(source)?.get(unit)
    }

    /// What makes a unit's number less than exact.
    pub fn remark(&self, unit: UnitIx, source: &Source) -> Option<&Remark> {
        self.column(source)?.remark(unit)
    }

    /// How a unit's number came to other borders; nothing for one as it was reported.
    pub fn mark(&self, unit: UnitIx, source: &Source) -> Option<Mark> {
        let (measure, window) = source.at?;
        let mark = self.lens.as_ref()?.at(measure, window)?.mark(unit)?;
        (mark != Mark::Exact).then_some(mark)
    }

    /// The day whose units and borders are shown; `reported` without a lens.
    pub fn border_day(&self, reported: NaiveDate) -> NaiveDate {
        self.lens.as_ref().map_or(reported, |lens| lens.day)
    }

    /// The total over units, as the table of units has it; only over those of a type, where one is
    /// named.
    pub fn total(&self, source: &Source, units: &[UnitIx], of_type: Option<&str>) -> Total {
        let day = self.border_day(source.window.to.unwrap_or_default());
        let takes = |unit: &UnitIx| of_type.is_none_or(|noun| self.is_of_type(*unit, noun, day));
        let units = Territory::new(units.iter().copied().filter(takes).collect());
        let carried = self.lens.as_ref().zip(source.at);
        if let Some((lens, (measure, window))) = carried {
            return lens.total(self, (measure, window), &units, source);
        }
        let empty = Column::default();
        column_total(self.column(source).unwrap_or(&empty), &units, source.indicator.over_units)
    }

    /// The last day of the dossier's window.
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// The windows of the year, in the order of time.
    pub fn windows(&self) -> Vec<WindowIx> {
        self.windows_of(self.year)
    }

    /// The windows of a year, in the order of time.
    pub fn windows_of(&self, year: i32) -> Vec<WindowIx> {
        let in_year =
            |at: &WindowIx| self.cube.window(*at).and_then(crate::year::year_of) == Some(year);
        self.cube.windows_in_time().into_iter().filter(in_year).collect()
    }

    /// Where a unit's number comes from, as [`Source::id`] says it.
    pub fn source_id(&self, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> Option<String> {
        let (measure, window) = (self.cube.measure(measure)?, self.cube.window(window)?);
        Some(unit_source_id(self.registry.key(unit), measure, window))
    }
}

/// The last day of the windows of sources.
pub(in crate::document) fn last_day(sources: &[Source]) -> Option<NaiveDate> {
    sources.iter().filter_map(|source| source.window.to).max()
}

/// Each of some kinds by itself; the whole where none is named.
fn counted(kinds: &[String], dimension: &str) -> Vec<Categories> {
    match kinds.is_empty() {
        true => vec![Categories::new()],
        false => kinds.iter().map(|kind| of_kind(dimension, kind)).collect(),
    }
}

/// One kind of one dimension.
pub(in crate::document) fn of_kind(dimension: &str, kind: &str) -> Categories {
    Categories::from([(dimension.to_owned(), BTreeSet::from([kind.to_owned()]))])
}

impl Source {
    /// Where the number of a unit comes from, for `data-source`.
    pub fn id(&self, unit: &str) -> String {
        unit_source_of(unit, &self.counted)
    }
}
