//! Findings at the cells of a table.

use super::UnitTable;
use super::columns::TableColumn;
use super::sheet::{Scene, place};
use crate::app::App;
use crate::error::AppError;
use crate::vi::{labels, table as words};
use crate::view::{Message, Severity};
use bc138_checks::{Book, Context, Found, Place};
use bc138_domain::{
    CalendarBook, Catalogue, EntryBatch, EntryNote, Indicator, Measure, Slot, Window,
};
use bc138_series::{Cube, MeasureIx, WindowIx};
use bc138_store::Change;
use bc138_units::{Registry, UnitIx};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The gravest finding of a cell, by unit and column key.
pub(super) type CellMarks = BTreeMap<(UnitIx, String), (Severity, Message)>;

/// What the checks ask beside a table, held while they run.
#[derive(Debug)]
pub(crate) struct Surroundings {
    catalogue: Catalogue,
    calendars: CalendarBook,
    own: Vec<Indicator>,
    registry: Registry,
}

impl Surroundings {
    fn day(&self, window: &Window) -> chrono::NaiveDate {
        window.to.or(window.from).unwrap_or_default()
    }

    fn context(&self) -> Context<'_> {
        Context {
            own: &self.own,
            registry: Some(&self.registry),
            calendars: Some(&self.calendars),
            ..Context::new(&self.catalogue)
        }
    }
}

impl App {
    /// What the checks ask, read once until the catalogue, a setting or the register changes.
    fn surroundings(&mut self) -> Result<Arc<Surroundings>, AppError> {
        let registry = self.registry()?;
        if let Some((generation, known)) = &self.around
            && *generation == self.register.generation
        {
            return Ok(Arc::clone(known));
        }
        let (catalogue, calendars) = (self.whole_catalogue()?, self.calendars()?);
        let own = Vec::new();
        let around = Arc::new(Surroundings { catalogue, calendars, own, registry });
        self.around = Some((self.register.generation, Arc::clone(&around)));
        Ok(around)
    }

    /// The findings at the cells of a table.
    pub(super) fn cell_marks(&mut self, scene: &Scene) -> Result<CellMarks, AppError> {
        if scene.lens {
            return Ok(CellMarks::new());
        }
        let around = self.surroundings()?;
        let assets = Arc::clone(&self.assets);
        let book = assets.book()?;
        let table = self.table()?;
        let names = Names { catalogue: &around.catalogue, scene, table };
        let mut marks = CellMarks::new();
        for (at, found) in found_in(book, &around, table, scene) {
            let Some((unit, column)) = cell_of(&found, table, scene) else { continue };
            let reason = table.notes.get(&at).is_some_and(|note| note.reason.is_some());
            let key = (unit, column.key.clone());
            if (!reason || found.severity == ERROR) && !marks.contains_key(&key) {
                marks.insert(key, (weight(&found), message(book, &found, &names)));
            }
        }
        Ok(marks)
    }

    /// Takes a whole batch of entries in as one action, after all checks; how many findings there
    /// are in the table then. Findings stop nothing.
    ///
    /// # Errors
    /// A unit is not known, a year is closed, or the store fails; nothing is taken then.
    pub fn load_entries(&mut self, label: &str, batch: EntryBatch) -> Result<usize, AppError> {
        let around = self.surroundings()?;
        let assets = Arc::clone(&self.assets);
        let cube = Cube::build(&around.registry, batch.clone())?;
        let found = assets.book()?.check_table(&cube, &around.registry, &around.context());
        self.apply(&Change::new(label, None).entries(batch))?;
        Ok(found.len())
    }
}

/// Access past the forms, for imports and measurements.
impl App {
    /// Keys of all communes that exist on a day.
    ///
    /// # Errors
    /// The register cannot be read.
    pub fn communes_on(&mut self, day: chrono::NaiveDate) -> Result<Vec<String>, AppError> {
        let registry = self.registry()?;
        let communes = registry.of_level(bc138_domain::Level::Commune, day);
        Ok(communes.into_iter().map(|ix| registry.key(ix).to_owned()).collect())
    }

    /// Puts one entry, with the checks that a typed cell gets; how many findings name it.
    ///
    /// # Errors
    /// No such unit, the year is closed, or the store fails.
    pub fn edit_entry(
        &mut self,
        unit: &str,
        measure: &Measure,
        window: &Window,
        slot: Option<Slot>,
    ) -> Result<usize, AppError> {
        let around = self.surroundings()?;
        let ix = around.registry.find(unit).ok_or_else(|| AppError::NoSuchUnit(unit.to_owned()))?;
        let column = TableColumn::plain(measure, window);
        self.table()?;
        let held = slot.map(|slot| (slot, EntryNote::default()));
        let label =
            labels::cell(&around.registry.label(ix, around.day(window)), &measure.indicator);
        self.put_cells(&around.registry, &label, &[(ix, column.clone(), held)])?;
        let assets = Arc::clone(&self.assets);
        let (book, table) = (assets.book()?, self.table()?);
        let Some((measure, window)) = place(table, &column) else { return Ok(0) };
        let cell = (ix, measure, window);
        Ok(book.check_cell(&table.cube, &around.registry, &around.context(), cell).len())
    }
}

/// Where a finding stands.
type CellPlace = (UnitIx, MeasureIx, WindowIx);

/// The findings of the windows that a table shows, gravest first, each with its cell.
fn found_in(
    book: &Book,
    around: &Surroundings,
    table: &UnitTable,
    scene: &Scene,
) -> Vec<(CellPlace, Found)> {
    let places = scene.columns.iter().filter_map(|column| place(table, column));
    let windows: BTreeSet<WindowIx> = places.map(|(_, window)| window).collect();
    let check = |window: WindowIx| {
        book.check_window(&table.cube, &around.registry, &around.context(), window)
    };
    let mut found: Vec<Found> = windows.into_iter().flat_map(check).collect();
    found.sort_by_key(|found| found.severity);
    found.into_iter().filter_map(|found| Some((first_cell(&found)?, found))).collect()
}

/// The first cell that a finding names.
fn first_cell(found: &Found) -> Option<CellPlace> {
    found.places.iter().find_map(|place| match place {
        Place::Cell { unit, measure, window } => Some((*unit, *measure, *window)),
        _ => None,
    })
}

/// The row and column of a table where a finding stands.
fn cell_of<'a>(
    found: &Found,
    table: &UnitTable,
    scene: &'a Scene,
) -> Option<(UnitIx, &'a TableColumn)> {
    let (unit, measure, window) = first_cell(found)?;
    let here = |column: &&TableColumn| place(table, column) == Some((measure, window));
    Some((unit, scene.columns.iter().find(here)?))
}

const ERROR: bc138_checks::Severity = bc138_checks::Severity::Error;

const fn weight(found: &Found) -> Severity {
    match found.severity {
        bc138_checks::Severity::Error => Severity::Error,
        bc138_checks::Severity::Warning => Severity::Warning,
        bc138_checks::Severity::Note => Severity::Note,
    }
}

/// What places in the table are called by.
struct Names<'a> {
    catalogue: &'a Catalogue,
    scene: &'a Scene,
    table: &'a UnitTable,
}

fn message(book: &Book, found: &Found, names: &Names<'_>) -> Message {
    let words = book.words(found, &|place| label(place, names));
    let text = format!("{} {}", words.text, words.todo);
    Message { severity: weight(found), text: text.trim().to_owned(), offer: None }
}

/// The name of a place in the table. A measure of another group is no column of it.
fn label(place: &Place, names: &Names<'_>) -> String {
    let Names { catalogue, scene, table } = *names;
    let unit = |ix: &UnitIx| scene.registry.label(*ix, scene.day);
    let measure = |ix| {
        let Some(measure) = table.cube.measure(ix) else { return String::new() };
        let indicator = catalogue.indicator(&measure.indicator);
        let named = indicator.map(|it| words::measure(catalogue, it, measure));
        named.unwrap_or_else(|| measure.indicator.clone())
    };
    let window = |ix| table.cube.window(ix).and_then(|it| it.label.clone()).unwrap_or_default();
    match place {
        Place::Cell { unit: u, measure: m, window: w } => {
            format!("{} · {} · {}", unit(u), measure(*m), window(*w))
        }
        Place::UnitRow { unit: u, window: w } => format!("{} · {}", unit(u), window(*w)),
        Place::Column { measure: m, window: w } => format!("{} · {}", measure(*m), window(*w)),
        Place::Window(w) => window(*w),
        _ => String::new(),
    }
}
