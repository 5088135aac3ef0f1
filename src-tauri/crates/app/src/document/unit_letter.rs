//! Letter to a unit with its findings (công văn đề nghị rà soát): one section for each unit.

use super::Request;
use super::annex::Numbers;
use super::frame::{addressees, head, signature};
use super::letterhead::Letterhead;
use crate::app::App;
use crate::error::AppError;
use crate::table::slot_text;
use crate::vi::annex::letter as words;
use bc138_checks::{Context, Found, Place, Severity};
use bc138_domain::{DossierPart, text};
use bc138_report::{
    Align, Block, Cell, Column, Density, Document, Paragraph, Row, Section, Span, Style, Table,
    Width,
};
use bc138_units::UnitIx;
use std::collections::BTreeMap;

/// One point of a letter.
struct Point {
    title: String,
    text: String,
    todo: String,
    /// The cells it is about: what they count, what they hold, where that comes from.
    cells: Vec<(String, String, Option<String>)>,
}

impl App {
    /// The letters to the units that have findings; only the one asked for, where one is named by
    /// its key or name.
    pub(super) fn unit_letter(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let numbers = self.numbers(part)?;
        let year = numbers.as_ref().map_or(0, |numbers| numbers.year);
        let mut sections = Vec::new();
        if let Some(numbers) = &numbers {
            let mut points = self.points(numbers)?;
            let own = numbers.all_units();
            points.retain(|unit, _| own.contains(unit));
            let wanted = request.unit.as_deref().map(|name| numbers.named(name)).transpose()?;
            if let Some(unit) = wanted {
                points.retain(|known, _| *known == unit);
                points.entry(unit).or_default();
            }
            let letters = points.iter();
            sections.extend(letters.map(|it| letter(numbers, &letterhead, it)));
        }
        if sections.is_empty() {
            let text = Paragraph::plain(Style::Body, words::no_unit(year));
            sections.push(Section { blocks: vec![text.into()], ..Section::default() });
        }
        let (meta, sizes) = (letterhead.meta(request.style.title()), letterhead.sizes());
        Ok(Document { meta, sizes, sections, attachments: Vec::new() })
    }

    /// The open findings at the cells of units, gravest first.
    fn points(&self, numbers: &Numbers) -> Result<BTreeMap<UnitIx, Vec<Point>>, AppError> {
        let book = self.assets.book()?;
        let context = Context {
            registry: Some(&numbers.registry),
            calendars: Some(&numbers.calendars),
            ..Context::new(&numbers.catalogue)
        };
        let windows = numbers.windows().into_iter();
        let check = |window| book.check_window(&numbers.cube, &numbers.registry, &context, window);
        let mut found: Vec<Found> = windows.flat_map(check).collect();
        found.sort_by(|a, b| (a.severity, &a.id).cmp(&(b.severity, &b.id)));
        found.dedup_by(|a, b| a.id == b.id);
        let mut points: BTreeMap<UnitIx, Vec<Point>> = BTreeMap::new();
        for found in found.iter().filter(|found| numbers.is_open(found)) {
            let Some(unit) = unit_of(found) else { continue };
            let said = book.words(found, &|place| numbers.place_label(place));
            let cells = found.places.iter().filter_map(|place| numbers.answer(place)).collect();
            let point = Point { title: said.title, text: said.text, todo: said.todo, cells };
            points.entry(unit).or_default().push(point);
        }
        Ok(points)
    }
}

/// The unit that a finding is about.
fn unit_of(found: &Found) -> Option<UnitIx> {
    found.places.iter().find_map(|place| match place {
        Place::Cell { unit, .. } | Place::UnitRow { unit, .. } => Some(*unit),
        _ => None,
    })
}

impl Numbers {
    /// Whether a finding is no mere note and no warning that has its reason.
    fn is_open(&self, found: &Found) -> bool {
        let explained = found.places.iter().any(|place| match place {
            Place::Cell { unit, measure, window } => {
                self.notes.get(&(*unit, *measure, *window)).is_some_and(|it| it.reason.is_some())
            }
            _ => false,
        });
        match found.severity {
            Severity::Error => true,
            Severity::Warning => !explained,
            Severity::Note => false,
        }
    }

    /// The unit of the province that a key or a name means.
    pub(super) fn named(&self, name: &str) -> Result<UnitIx, AppError> {
        let units = self.all_units();
        if let Some(unit) = self.registry.find(name).filter(|unit| units.contains(unit)) {
            return Ok(unit);
        }
        let (wanted, day) = (text::search_key(name), self.day());
        let same = |unit: &&UnitIx| {
            let label = self.registry.label(**unit, day);
            let bare = label.split_once(' ').map_or("", |(_, bare)| bare);
            [label.as_str(), bare].iter().any(|it| text::search_key(it) == wanted)
        };
        let found: Vec<UnitIx> = units.iter().filter(same).copied().collect();
        match found[..] {
            [unit] => Ok(unit),
            [] => Err(AppError::NoSuchUnit(name.to_owned())),
            _ => {
                let keys: Vec<&str> = found.iter().map(|it| self.registry.key(*it)).collect();
                Err(AppError::NoSuchUnit(words::ambiguous(name, &keys)))
            }
        }
    }

    /// What a letter calls a place: the unit is known.
    fn place_label(&self, place: &Place) -> String {
        match place {
            Place::Cell { measure, window, .. } | Place::Column { measure, window } => {
                self.measure_label(*measure, *window)
            }
            Place::UnitRow { window, .. } | Place::Window(window) => self.window_label(*window),
            _ => String::new(),
        }
    }

    /// A line of the table of answers.
    fn answer(&self, place: &Place) -> Option<(String, String, Option<String>)> {
        let Place::Cell { unit, measure, window } = place else { return None };
        let slot = self.cube.get(*unit, *measure, *window);
        let text = match slot_text(slot) {
            text if text.is_empty() => words::NOT_REPORTED.to_owned(),
            text => text,
        };
        Some((
            self.measure_label(*measure, *window),
            text,
            self.source_id(*unit, *measure, *window),
        ))
    }
}

fn letter(
    numbers: &Numbers,
    letterhead: &Letterhead<'_>,
    (unit, points): (&UnitIx, &Vec<Point>),
) -> Section {
    let name = numbers.registry.label(*unit, numbers.day());
    let (issuer, year) = (letterhead.issuer(), numbers.year);
    let mut top = letterhead.head("letter.symbol");
    top.about = Some(words::about(year));
    let mut blocks = vec![head(&top)];
    blocks.extend(addressees(&[words::addressee(&name)]));
    if points.is_empty() {
        blocks.push(Paragraph::plain(Style::Body, words::nothing(&name, year)).into());
    } else {
        let opening = words::opening(&issuer, &name, year, points.len());
        blocks.push(Paragraph::plain(Style::Body, opening).into());
        blocks.extend(points.iter().enumerate().map(point));
        let request = vec![
            Span::plain(words::request(&issuer, &name)),
            Span::gap(Some("letter/deadline".to_owned())),
            Span::plain(":"),
        ];
        blocks.push(Paragraph::new(Style::Body, request).into());
        blocks.push(Block::Table(answers(points)));
        blocks.push(Paragraph::plain(Style::Body, words::THANKS).into());
    }
    blocks.push(signature(&letterhead.signature(true)));
    Section { numbered: true, blocks, ..Section::default() }
}

fn point((at, point): (usize, &Point)) -> Block {
    let head = Span::bold(words::point(at + 1, &point.title));
    let text = format!("{} {}", point.text, point.todo);
    Paragraph::new(Style::Body, vec![head, Span::plain(text.trim())]).into()
}

/// The table that the unit fills in: every cell once.
fn answers(points: &[Point]) -> Table {
    let mut cells: Vec<&(String, String, Option<String>)> = Vec::new();
    for cell in points.iter().flat_map(|point| &point.cells) {
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let row = |(at, (label, text, source)): (usize, &&(String, String, Option<String>))| {
        let span = Span { source: source.clone(), ..Span::plain(text.clone()) };
        let reported = Cell::new(vec![Paragraph::new(Style::TableCell, vec![span])]);
        let blank = || Cell::plain("");
        let number = Cell::plain((at + 1).to_string());
        Row::new(vec![number, Cell::plain(label.clone()), reported, blank(), blank()])
    };
    let share = |share, align| Column::new(Width::Share(share), align);
    Table {
        columns: vec![
            Column::new(Width::Digits(3), Align::Centre),
            share(3.0, Align::Left),
            share(1.2, Align::Right),
            share(1.2, Align::Right),
            share(1.8, Align::Left),
        ],
        head: vec![Row::new(words::ANSWERS.map(Cell::head).to_vec())],
        rows: cells.iter().enumerate().map(row).collect(),
        density: Density::Normal,
        ..Table::default()
    }
}
