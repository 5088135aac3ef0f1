//! An annex on paper: its head, its table with merged headings, its notes.

use super::shape::RowsOf;
use super::table::{AnnexCell, AnnexRow, AnnexTable};
use crate::document::frame::{AnnexHead, annex_head};
use crate::vi::annex as words;
use bc138_report::{
    Align, Block, Cell, Column, Density, Paper, Paragraph, Row, RowRole, Section, Span, Style,
    Table, Width,
};

/// Columns that fit on A4; more go on A3.
const A4_COLUMNS: usize = 30;
/// From so many rows on the text is set fine: all units of a province over several pages.
const LONG: usize = 120;
/// Columns that a long list of units has room for on an upright page.
const UPRIGHT_COLUMNS: usize = 13;
/// From so many columns on the text is set small.
const SMALL: usize = 12;
/// From so many on it is set fine.
const FINE: usize = 18;

/// The section of an annex: landscape, with its own page numbers; the parts of its table one after
/// the other.
pub(super) fn section(
    parts: &[AnnexTable],
    number: Option<usize>,
    reference: &[Span],
) -> Option<Section> {
    let title = parts.first()?.shape.title.clone();
    let mut blocks = annex_head(&AnnexHead { number, title, reference: reference.to_vec() });
    for (at, part) in parts.iter().enumerate() {
        match &part.caption {
            Some(caption) => blocks.push(Paragraph::plain(Style::Clause, caption).into()),
            None => blocks.extend((at > 0).then_some(Block::PageBreak)),
        }
        blocks.push(Block::Table(part.drawn()));
    }
    let wide = parts.iter().any(AnnexTable::is_wide);
    let eras = parts.iter().any(|part| part.caption.is_some());
    let narrow = eras && parts.iter().all(|part| part.width() <= UPRIGHT_COLUMNS);
    let paper = match () {
        () if wide => Paper::A3Landscape,
        () if narrow => Paper::A4,
        () => Paper::A4Landscape,
    };
    Some(Section { paper, numbered: true, blocks })
}

impl AnnexTable {
    /// The table alone.
    pub(super) fn drawn(&self) -> Table {
        let rows = self.rows.iter().chain(&self.totals);
        let mut next = 0;
        let rows = rows.map(|row| {
            next += usize::from(row.role == RowRole::Body);
            self.row(row, next)
        });
        Table {
            columns: self.widths(),
            head: self.head(),
            rows: rows.collect(),
            density: self.density(),
            notes: self.notes.iter().map(|it| Paragraph::plain(Style::TableNote, it)).collect(),
            ..Table::default()
        }
    }

    /// Whether it needs the larger sheet: x/y in one cell is as long as two numbers.
    fn is_wide(&self) -> bool {
        let joined = self.columns.iter().filter(|column| column.joined).count();
        self.width() + joined / 2 > A4_COLUMNS
    }

    fn density(&self) -> Density {
        match self.width() {
            FINE.. => Density::Fine,
            _ if self.caption.is_some() && self.rows.len() > LONG => Density::Fine,
            SMALL.. => Density::Small,
            _ if self.caption.is_some() => Density::Small,
            _ => Density::Normal,
        }
    }

    /// Numbers get the room of their longest one; names share what is left.
    fn widths(&self) -> Vec<Column> {
        let digits = |place: usize| {
            let rows = self.rows.iter().chain(&self.totals);
            let cells = rows.filter_map(|row| row.cells.get(place));
            let longest = cells
                .map(|cell| cell.text.chars().count() + cell.sign.chars().count())
                .max()
                .unwrap_or_default();
            let roomy = self.caption.is_none() && self.width() > A4_COLUMNS;
            let least = if roomy { 6 } else { 4 };
            Width::Digits(u8::try_from(longest.clamp(least, 16)).unwrap_or(16))
        };
        let count = u8::try_from(self.rows.len().to_string().len().max(2)).unwrap_or(4);
        let mut widths = vec![
            Column::new(Width::Digits(count), Align::Centre),
            Column::new(Width::Share(2.0), Align::Left),
        ];
        let numbers = self.columns.iter().enumerate().map(|(place, _)| match self.shape.rows {
            RowsOf::Targets => Column::new(Width::Share(1.0), Align::Left),
            RowsOf::Figures if place < 2 => Column::new(Width::Share(0.6), Align::Left),
            RowsOf::Awards if place == 0 => Column::new(Width::Share(1.0), Align::Left),
            _ if self.columns.len() <= SMALL => Column::new(Width::Share(0.5), Align::Right),
            _ => Column::new(digits(place), Align::Right),
        });
        widths.extend(numbers);
        if self.shape.remarks {
            widths.push(Column::new(Width::Digits(4), Align::Centre));
        }
        widths
    }

    /// One or two rows of headings, and the row of column numbers.
    fn head(&self) -> Vec<Row> {
        let grouped = self.groups.iter().any(|(title, _)| !title.is_empty());
        let tall = if grouped { 2 } else { 1 };
        let alone = |text: &str| Cell::head(text).spanning(1, tall);
        let mut first = vec![alone(words::NUMBER), alone(self.row_title())];
        let mut second = Vec::new();
        let mut columns = self.columns.iter();
        for (title, count) in &self.groups {
            let of_group: Vec<&str> =
                columns.by_ref().take(*count).map(|it| it.title.as_str()).collect();
            if title.is_empty() {
                first.extend(of_group.into_iter().map(alone));
            } else {
                first.push(Cell::head(title.as_str()).spanning(*count, 1));
                second.extend(of_group.into_iter().map(Cell::head));
            }
        }
        if self.shape.remarks {
            first.push(alone(words::REMARKS));
        }
        let mut head = vec![Row::new(first)];
        head.extend((!second.is_empty()).then(|| Row::new(second)));
        head.extend(self.shape.numbered.then(|| self.numbering()));
        head
    }

    /// Column numbers from 1; the first column has none (Biểu mẫu 01).
    fn numbering(&self) -> Row {
        let numbers = (1..self.width()).map(|n| Cell::head(n.to_string()));
        Row::new(std::iter::once(Cell::head("")).chain(numbers).collect())
    }

    fn row(&self, row: &AnnexRow, number: usize) -> Row {
        let numbered = row.role == RowRole::Body;
        let number = if numbered { number.to_string() } else { String::new() };
        let marks: Vec<String> = row.remarks.iter().map(|n| format!("({n})")).collect();
        let marks = marks.join(" ");
        let mut name = vec![Span::plain(row.label.clone())];
        if !self.shape.remarks && !marks.is_empty() {
            name.push(Span::plain(format!(" {marks}")));
        }
        let name = Cell::new(vec![Paragraph::new(Style::TableCell, name)]);
        let mut cells = vec![Cell::plain(number), name];
        cells.extend(row.cells.iter().map(AnnexCell::drawn));
        if self.shape.remarks {
            cells.push(Cell::plain(marks));
        }
        Row::new(cells).with_role(row.role)
    }
}

impl AnnexCell {
    fn drawn(&self) -> Cell {
        let span = Span { source: self.source.clone(), ..Span::plain(self.text.clone()) };
        let sign = (!self.sign.is_empty()).then(|| Span::plain(self.sign));
        let spans = std::iter::once(span).chain(sign).collect();
        Cell::new(vec![Paragraph::new(Style::TableCell, spans)])
    }
}
