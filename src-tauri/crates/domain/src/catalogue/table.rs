//! Tables as text: lines of cells between tabs, read with every problem they have.
//!
//! The catalogue files and the pack are such tables. A cell is plain text whatever it looks like;
//! what a spreadsheet would take for a formula is written with an apostrophe before it.

use super::problem::{PackProblem, ProblemKind};
use crate::text;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    /// The word in the header.
    pub name: &'static str,
    /// Whether the column must be there and every row must fill it.
    pub required: bool,
}

impl Column {
    /// A column that every row fills.
    pub const fn required(name: &'static str) -> Self {
        Self { name, required: true }
    }

    /// A column that may be empty or missing.
    pub const fn optional(name: &'static str) -> Self {
        Self { name, required: false }
    }
}

/// What stands in one row of a table.
pub(crate) trait Entry: Sized {
    /// The columns, in the order in which they are written.
    fn columns() -> Vec<Column>;
    /// Reads a row; problems are noted in it.
    fn read(row: &mut Reader<'_>) -> Self;
}

/// An entry that is also written.
pub(crate) trait Written: Entry {
    /// The cells, in the order of the columns.
    fn cells(&self) -> Vec<String>;
}

/// A value that is written as one of a few words.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// The words.
    const WORDS: &'static [(&'static str, Self)];

    /// The word of the value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }
}

impl Word for bool {
    const WORDS: &'static [(&'static str, Self)] = &[("0", false), ("1", true)];
}

/// A line that is not blank, split at its tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Number, from 1.
    pub number: usize,
    /// The cells; empty ones at the end are left out.
    pub cells: Vec<String>,
}

/// A row as it was read.
#[derive(Debug)]
pub(crate) struct Read<T> {
    /// Number of its line.
    pub line: usize,
    /// Whether every cell could be read.
    pub sound: bool,
    /// What stands there; cells that could not be read have an empty value.
    pub value: T,
}

/// The lines of a text that are not blank. A line with a quotation mark that is not closed is
/// noted and left out.
pub(crate) fn lines(text: &str, problems: &mut Vec<PackProblem>) -> Vec<Line> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        match split(line) {
            Some(cells) if cells.is_empty() => {}
            Some(cells) => lines.push(Line { number, cells }),
            None => problems.push(PackProblem::at(number, None, ProblemKind::Quotes)),
        }
    }
    lines
}

/// The cells of a line without the empty ones at its end; `None` when a cell begins with a
/// quotation mark and does not end with one.
fn split(line: &str) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        let (cell, after) = match text.strip_prefix('"') {
            Some(quoted) => unquote(quoted)?,
            None => match text.split_once('\t') {
                Some((cell, after)) => (cell.to_owned(), Some(after)),
                None => (text.to_owned(), None),
            },
        };
        cells.push(cell);
        rest = after;
    }
    while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    Some(cells)
}

/// The text up to the closing quotation mark, where two stand for one, and what follows the tab.
fn unquote(text: &str) -> Option<(String, Option<&str>)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() => return Some((cell, None)),
            None => return Some((cell, Some(after.strip_prefix('\t')?))),
        }
    }
}

/// A line of cells as it is written.
pub(crate) fn join(cells: &[String]) -> String {
    let quoted = cells.iter().map(|cell| quote(&guard(cell)));
    quoted.collect::<Vec<_>>().join("\t")
}

fn quote(cell: &str) -> String {
    if cell.contains(['"', '\t', '\r', '\n']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}

/// First letters by which a spreadsheet knows a formula, and the sign that takes it back.
const GUARDED: [char; 5] = ['=', '+', '-', '@', '\''];

fn guard(cell: &str) -> String {
    if cell.starts_with(GUARDED) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(GUARDED) => rest,
        _ => cell,
    }
}

/// Reads a header and its rows.
pub(crate) fn read_table<T: Entry>(
    lines: &[Line],
    problems: &mut Vec<PackProblem>,
) -> Vec<Read<T>> {
    let Some((header, rows)) = lines.split_first() else { return Vec::new() };
    let columns = T::columns();
    let before = problems.len();
    check_header(header, &columns, problems);
    if problems.len() > before {
        return Vec::new();
    }
    rows.iter().filter_map(|line| read_row(line, header, &columns, problems)).collect()
}

fn check_header(header: &Line, columns: &[Column], problems: &mut Vec<PackProblem>) {
    let mut seen = BTreeSet::new();
    let mut note = |kind| problems.push(PackProblem::at(header.number, None, kind));
    for name in &header.cells {
        if !columns.iter().any(|column| column.name == name.trim()) {
            note(ProblemKind::UnknownColumn(name.clone()));
        } else if !seen.insert(name.trim()) {
            note(ProblemKind::RepeatedColumn(name.clone()));
        }
    }
    for column in columns.iter().filter(|it| it.required && !seen.contains(it.name)) {
        note(ProblemKind::MissingColumn(column.name.to_owned()));
    }
}

fn read_row<T: Entry>(
    line: &Line,
    header: &Line,
    columns: &[Column],
    problems: &mut Vec<PackProblem>,
) -> Option<Read<T>> {
    let (expected, found) = (header.cells.len(), line.cells.len());
    if found > expected {
        let kind = ProblemKind::CellCount { expected, found };
        problems.push(PackProblem::at(line.number, None, kind));
        return None;
    }
    let before = problems.len();
    let mut reader = Reader { line, header, columns, problems };
    let value = T::read(&mut reader);
    Some(Read { line: line.number, sound: problems.len() == before, value })
}

/// Reads the cells of one row by their columns and notes what is wrong with them.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    line: &'a Line,
    header: &'a Line,
    columns: &'a [Column],
    problems: &'a mut Vec<PackProblem>,
}

impl Reader<'_> {
    /// Notes a problem of a column.
    pub fn note(&mut self, column: &str, kind: ProblemKind) {
        self.problems.push(PackProblem::at(self.line.number, Some(column), kind));
    }

    fn raw(&self, column: &str) -> &str {
        let place = self.header.cells.iter().position(|name| name.trim() == column);
        place.and_then(|place| self.line.cells.get(place)).map_or("", |cell| unguard(cell.trim()))
    }

    /// The text of a cell.
    pub fn text(&mut self, column: &str) -> String {
        let text = match text::clean(self.raw(column)) {
            Ok(text) => text,
            Err(error) => {
                self.note(column, ProblemKind::Text(error));
                return String::new();
            }
        };
        if text.is_empty() && self.columns.iter().any(|it| it.name == column && it.required) {
            self.note(column, ProblemKind::Empty);
        }
        text
    }

    /// The code in a cell.
    pub fn code(&mut self, column: &str) -> String {
        let code = self.text(column);
        if !code.is_empty() && !is_code(&code) {
            self.note(column, ProblemKind::Code(code));
            return String::new();
        }
        code
    }

    /// The code in a cell, if there is one.
    pub fn optional_code(&mut self, column: &str) -> Option<String> {
        Some(self.code(column)).filter(|code| !code.is_empty())
    }

    /// Codes between commas.
    pub fn codes(&mut self, column: &str) -> Vec<String> {
        let text = self.text(column);
        let codes = text.split(',').map(str::trim).filter(|code| !code.is_empty());
        let codes: Vec<String> = codes.map(str::to_owned).collect();
        if let Some(wrong) = codes.iter().find(|code| !is_code(code)) {
            self.note(column, ProblemKind::Code(wrong.clone()));
        }
        codes
    }

    /// One of a few words; `None` when the cell is empty or has another word.
    pub fn word<T: Word>(&mut self, column: &str) -> Option<T> {
        let text = self.text(column);
        self.known(column, text)
    }

    /// Some of a few words, between commas.
    pub fn words<T: Word>(&mut self, column: &str) -> Vec<T> {
        let text = self.text(column);
        let words = text.split(',').map(|word| word.trim().to_owned());
        words.filter_map(|word| self.known(column, word)).collect()
    }

    fn known<T: Word>(&mut self, column: &str, text: String) -> Option<T> {
        let known = T::WORDS.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if known.is_none() && !text.is_empty() {
            let allowed = T::WORDS.iter().map(|(word, _)| *word).collect();
            self.note(column, ProblemKind::Word { text, allowed });
        }
        known
    }

    /// A whole number from `least` to `most`; `least` when it is no such number.
    pub fn number(&mut self, column: &str, least: i32, most: i32) -> i32 {
        let text = self.text(column);
        match text.parse() {
            Ok(number) if (least..=most).contains(&number) => number,
            _ if text.is_empty() => least,
            _ => {
                self.note(column, ProblemKind::Number { text, least, most });
                least
            }
        }
    }

    /// A day, `yyyy-mm-dd`: the one way of writing it that no spreadsheet turns round.
    pub fn day(&mut self, column: &str) -> Option<NaiveDate> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let day = text.parse::<NaiveDate>().ok();
        let day = day.filter(|day| text.len() == 10 && (1945..=2200).contains(&day.year()));
        if day.is_none() {
            self.note(column, ProblemKind::Date(text));
        }
        day
    }
}

/// The longest code.
const MAX_CODE: usize = 60;

/// Whether a text can be a code: small Latin letters, digits and underscores.
pub(crate) fn is_code(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    !text.is_empty() && text.len() <= MAX_CODE && text.chars().all(fits)
}

/// A day as it is written, empty for none.
pub(crate) fn written(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn owned(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_quoted_cell_holds_tabs_and_quotation_marks() {
        let cells = split("a\t\"b\t\"\"c\"\"\"\td \"e\"").unwrap();
        assert_eq!(cells, ["a", "b\t\"c\"", "d \"e\""], "quotes inside a plain cell are letters");
        for open in ["\"a", "a\t\"b", "\"a\"b\tc"] {
            assert_eq!(split(open), None, "{open} is not closed before the next tab");
        }
    }

    #[test]
    fn a_spreadsheet_pads_lines_and_marks_the_beginning() {
        let mut problems = Vec::new();
        let found = lines("\u{FEFF}a\tb\t\t\r\n\t\t\r\nc\r\n", &mut problems);
        assert_eq!(problems, []);
        let found: Vec<_> = found.into_iter().map(|line| (line.number, line.cells)).collect();
        assert_eq!(found, [(1, owned(&["a", "b"])), (3, owned(&["c"]))]);
    }

    #[test]
    fn what_looks_like_a_formula_is_written_as_text() {
        for cell in ["=1+1", "+84", "-5", "@x", "'", "'=a", "''b", "'b", "a=b"] {
            let written = guard(cell);
            assert!(!written.starts_with(['=', '+', '-', '@']), "{written} must not be computed");
            assert_eq!(unguard(&written), cell);
        }
        assert_eq!(unguard("'tis"), "'tis", "an apostrophe of one's own stays");
    }

    proptest! {
        #[test]
        fn every_line_of_cells_comes_back(cells in prop::collection::vec("[^\r\n]*", 1..6)) {
            let mut expected = cells.clone();
            while expected.last().is_some_and(|cell| cell.trim().is_empty()) {
                expected.pop();
            }
            let line = join(&cells);
            let back = split(&line).expect("what is written can be read");
            let back: Vec<&str> = back.iter().map(|cell| unguard(cell)).collect();
            prop_assert_eq!(back, expected);
        }

        #[test]
        fn any_text_is_split_without_panic(text in ".{0,80}") {
            let mut problems = Vec::new();
            let read = lines(&text, &mut problems);
            prop_assert!(read.len() + problems.len() <= text.lines().count());
        }
    }
}
