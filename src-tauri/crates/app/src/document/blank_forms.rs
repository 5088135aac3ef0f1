//! Paper forms for a commune to fill in by hand (mẫu biểu trống), one for each group of figures.
//!
//! A form is numbered by the step of the window and the place of its group among the tables of
//! figures of that step; its rows follow the order of the group: 2.5.3 is the third row of the fifth
//! table of step 2.

use super::Request;
use super::annex::blank_force;
use super::frame::roman;
use super::letterhead::Letterhead;
use crate::app::App;
use crate::error::AppError;
use crate::vi::annex::blank as words;
use bc138_domain::{
    CalendarBook, Catalogue, DossierPart, Indicator, IndicatorKind, Recipient,
    catalogue::FieldGroup,
};
use bc138_report::{
    Align, Block, Cell, Column, Density, Document, Frame, Paragraph, Row, RowRole, Section, Span,
    Style, Table, VerticalAlign, Width,
};

/// The form of awards: the first of step 5.
const AWARD_FORM: &str = "5.1";
/// Lines for each kind of recipient.
const AWARD_LINES: usize = 5;

/// What the forms are made with.
struct Forms<'a> {
    catalogue: &'a Catalogue,
    calendars: &'a CalendarBook,
    year: i32,
    /// The unit that fills them in, where one is named.
    unit: Option<String>,
}

impl App {
    /// The forms of every group with figures, and Biểu mẫu 01 where it is in force.
    pub(super) fn blank_forms(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let (catalogue, calendars) = (self.whole_catalogue()?, self.calendars()?);
        let year = crate::year::year_of(&part.dossier.window).unwrap_or_default();
        let unit = request.unit.as_deref().map(|name| self.unit_label(part, name)).transpose()?;
        let unit = unit.flatten();
        let forms = Forms { catalogue: &catalogue, calendars: &calendars, year, unit };
        let mut sections = forms.sections();
        sections.push(forms.awards());
        sections.extend(blank_force(&catalogue, &calendars, year, forms.unit.as_deref())?);
        let (meta, sizes) = (letterhead.meta(request.style.title()), letterhead.sizes());
        Ok(Document { meta, sizes, sections, attachments: Vec::new() })
    }

    /// “xã Hữu Lũng” for a key or a name.
    fn unit_label(&self, part: &DossierPart, name: &str) -> Result<Option<String>, AppError> {
        let Some(numbers) = self.numbers(part)? else { return Ok(None) };
        let unit = numbers.named(name)?;
        Ok(Some(numbers.registry.label(unit, numbers.day())))
    }
}

impl Forms<'_> {
    fn sections(&self) -> Vec<Section> {
        let mut sections = Vec::new();
        let (mut step, mut place) = (0, 0);
        let mut groups: Vec<&FieldGroup> = self.catalogue.groups().iter().collect();
        groups.sort_by_key(|group| group.step);
        for group in groups {
            let indicators = self.indicators(&group.code);
            if indicators.is_empty() {
                continue;
            }
            place = if group.step == step { place + 1 } else { 1 };
            step = group.step;
            let number = format!("{step}.{place}");
            sections.push(self.section(&number, group, &indicators));
        }
        sections
    }

    /// The indicators of a group that take a number in the year, in the order of the window.
    fn indicators(&self, group: &str) -> Vec<&Indicator> {
        let stands = |it: &&Indicator| {
            let window = self.calendars.window_of(it, self.year);
            it.group == group
                && it.kind != IndicatorKind::Text
                && window.is_some_and(|window| it.is_valid_on(window.to))
        };
        let mut found: Vec<&Indicator> =
            self.catalogue.indicators().iter().filter(stands).collect();
        found.sort_by_key(|it| self.catalogue.form_order(&it.code));
        found
    }

    fn section(&self, number: &str, group: &FieldGroup, indicators: &[&Indicator]) -> Section {
        let blocks = vec![
            Paragraph::plain(Style::AnnexNumber, words::number(number)).into(),
            Paragraph::plain(Style::AnnexTitle, group.title.to_uppercase()).into(),
            filled_in(words::UNIT, self.unit.as_deref()),
            filled_in(words::WINDOW, self.windows(indicators).as_deref()),
            Block::Table(form(number, indicators)),
            signatures(),
        ];
        Section { numbered: true, blocks, ..Section::default() }
    }

    /// Names that a commune proposes for an award: some lines for each kind of recipient.
    fn awards(&self) -> Section {
        let of_kind = |(at, kind): (usize, Recipient)| {
            let title =
                Cell::plain(kind.noun().to_uppercase()).spanning(words::AWARDS.len() - 1, 1);
            let group = Row::new(vec![Cell::plain(roman(at + 1)), title]);
            let line = |n: usize| {
                let mut cells = vec![Cell::plain(format!("{AWARD_FORM}.{}.{n}", at + 1))];
                cells.extend(std::iter::repeat_n(Cell::plain(""), words::AWARDS.len() - 1));
                Row::new(cells)
            };
            let lines = (1..=AWARD_LINES).map(line);
            std::iter::once(group.with_role(RowRole::Group)).chain(lines).collect::<Vec<Row>>()
        };
        let share = |share| Column::new(Width::Share(share), Align::Left);
        let columns = vec![
            Column::new(Width::Digits(6), Align::Centre),
            share(2.4),
            share(2.2),
            share(1.6),
            share(2.4),
            share(1.0),
        ];
        let table = Table {
            columns,
            head: vec![Row::new(words::AWARDS.map(Cell::head).to_vec())],
            rows: Recipient::ALL.into_iter().enumerate().flat_map(of_kind).collect(),
            density: Density::Normal,
            notes: vec![Paragraph::plain(Style::TableNote, words::AWARDS_HOW)],
            ..Table::default()
        };
        let blocks = vec![
            Paragraph::plain(Style::AnnexNumber, words::number(AWARD_FORM)).into(),
            Paragraph::plain(Style::AnnexTitle, words::AWARDS_TITLE).into(),
            filled_in(words::UNIT, self.unit.as_deref()),
            filled_in(words::AWARDS_REASON, None),
            Block::Table(table),
            signatures(),
        ];
        Section { numbered: true, blocks, ..Section::default() }
    }

    fn windows(&self, indicators: &[&Indicator]) -> Option<String> {
        let windows = indicators.iter().filter_map(|it| {
            self.calendars.window_of(it, self.year).and_then(|window| window.days())
        });
        let mut days: Vec<String> = windows.collect();
        days.sort();
        days.dedup();
        (!days.is_empty()).then(|| days.join("; "))
    }
}

/// A line that is filled in by hand where nothing is known.
pub(super) fn filled_in(label: &str, text: Option<&str>) -> Block {
    let value = match text {
        Some(text) => Span::plain(text),
        None => Span::gap(None),
    };
    Paragraph::new(Style::Body, vec![Span::plain(label), value]).into()
}

fn form(number: &str, indicators: &[&Indicator]) -> Table {
    let row = |(at, indicator): (usize, &&Indicator)| {
        let number = Cell::plain(format!("{number}.{}", at + 1));
        let ratio = indicator.kind == IndicatorKind::Ratio;
        let unit = indicator.unit.trim_start_matches("x/y").trim();
        let unit = if unit.is_empty() { indicator.noun.as_str() } else { unit };
        let name = Cell::plain(indicator.name.clone());
        Row::new(vec![
            number,
            name,
            Cell::plain(unit),
            dotted(&indicator.code, ratio),
            Cell::plain(""),
        ])
    };
    let share = |share, align| Column::new(Width::Share(share), align);
    Table {
        columns: vec![
            Column::new(Width::Digits(6), Align::Centre),
            share(3.0, Align::Left),
            share(1.2, Align::Left),
            share(1.3, Align::Centre),
            share(1.0, Align::Left),
        ],
        head: vec![Row::new(words::HEADS.map(Cell::head).to_vec())],
        rows: indicators.iter().enumerate().map(row).collect(),
        density: Density::Normal,
        notes: vec![Paragraph::plain(Style::TableNote, words::HOW)],
        ..Table::default()
    }
}

/// A cell with dots: one number, or reached of all.
pub(super) fn dotted(code: &str, ratio: bool) -> Cell {
    let gap = || Span::gap(Some(format!("figure/{code}/amount")));
    let spans = match ratio {
        true => vec![gap(), Span::plain("/"), gap()],
        false => vec![gap()],
    };
    let cell = Cell::new(vec![Paragraph::new(Style::TableCell, spans)]);
    Cell { vertical: VerticalAlign::Middle, ..cell }
}

/// Who made the form and who answers for it.
pub(super) fn signatures() -> Block {
    let cell = |role: &str| Cell::new(vec![Paragraph::plain(Style::SignerRole, role)]);
    let columns = [0.5, 0.5].map(|share| Column::new(Width::Share(share), Align::Centre));
    Block::Table(Table {
        columns: columns.to_vec(),
        rows: vec![Row::new(words::SIGNATURES.map(cell).to_vec())],
        frame: Frame::None,
        whole: true,
        ..Table::default()
    })
}
