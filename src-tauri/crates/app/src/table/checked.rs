//! Findings at the cells of a table.

use super::UnitTable;
use super::columns::TableColumn;
use super::sheet::{Scene, place};
use crate::app::App;
use crate::error::AppError;
use crate::vi::labels;
use crate::view::{Message, Severity};
use bc138_checks::{Book, Context, Found, Place};
use bc138_domain::{
    CalendarBook, Catalogue, EntryBatch, EntryNote, Indicator, Measure, Slot, Window,
};
use bc138_series::Cube;
use bc138_store::Change;
use bc138_units::{Registry, UnitIx};
use std::collections::BTreeMap;
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
        let mut marks = CellMarks::new();
        for column in &scene.columns {
            for unit in &scene.rows {
                if let Some(mark) = gravest(book, &around, table, scene, (*unit, column)) {
                    marks.insert((*unit, column.key.clone()), mark);
                }
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

/// The gravest finding of one cell in words.
fn gravest(
    book: &Book,
    around: &Surroundings,
    table: &UnitTable,
    scene: &Scene,
    (unit, column): (UnitIx, &TableColumn),
) -> Option<(Severity, Message)> {
    let (measure, window) = place(table, column)?;
    table.cube.get(unit, measure, window)?;
    let cell = (unit, measure, window);
    let found = book.check_cell(&table.cube, &around.registry, &around.context(), cell);
    let reason = table.notes.get(&cell).and_then(|note| note.reason.clone());
    let first = found.into_iter().find(|it| reason.is_none() || it.severity == ERROR)?;
    Some((weight(&first), message(book, &first, scene, table)))
}

const ERROR: bc138_checks::Severity = bc138_checks::Severity::Error;

const fn weight(found: &Found) -> Severity {
    match found.severity {
        bc138_checks::Severity::Error => Severity::Error,
        bc138_checks::Severity::Warning => Severity::Warning,
        bc138_checks::Severity::Note => Severity::Note,
    }
}

fn message(book: &Book, found: &Found, scene: &Scene, table: &UnitTable) -> Message {
    let words = book.words(found, &|place| label(place, scene, table));
    let text = format!("{} {}", words.text, words.todo);
    Message { severity: weight(found), text: text.trim().to_owned(), offer: None }
}

/// The name of a place in the table.
fn label(place: &Place, scene: &Scene, table: &UnitTable) -> String {
    let unit = |ix: &UnitIx| scene.registry.label(*ix, scene.day);
    let measure = |ix| {
        let code = table.cube.measure(ix).map(|measure| measure.indicator.clone());
        let column = scene.columns.iter().find(|it| Some(&it.measure.indicator) == code.as_ref());
        column.map_or_else(|| code.clone().unwrap_or_default(), TableColumn::title)
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
