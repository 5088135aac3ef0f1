//! A list of recipients pasted from a table: all of it as one action, or nothing.

use super::block::{Column, Row, UnknownColumn, rows};
use super::edit::Entry;
use super::line::{self, BadField};
use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::vi::awards::{self as words, paste};
use crate::vi::messages::failure;
use crate::view::{PasteFault, PasteView, TypedAwardLine};
use bc138_domain::{Award, AwardLine, Recipient};

/// Why a pasted block was not taken: every cell that is in the way, in the order of its rows.
#[derive(Debug)]
pub struct BlockFault {
    /// Row of the block, from 1; nothing where it is the whole block.
    pub row: Option<usize>,
    /// Column of the block, from 1; nothing where it is the whole row.
    pub column: Option<usize>,
    /// What is wrong, with its place in words.
    pub error: AppError,
}

/// What a block holds: its recipients, and what is wrong with it.
struct Block {
    award: Award,
    count: usize,
    faults: Vec<BlockFault>,
}

impl App {
    /// Takes a block of recipients copied from a table into an award, whole or not at all.
    /// Headings and sections (“I. TẬP THỂ”) are understood; a kind that is said nowhere is the
    /// only one that the form may be given to.
    ///
    /// # Errors
    /// [`AppError::Block`] with everything that is in the way.
    pub fn paste_award_lines(&mut self, award: i32, block: &str) -> Result<(), AppError> {
        let read = self.read_block(award, block)?;
        if !read.faults.is_empty() {
            return Err(AppError::Block(read.faults));
        }
        self.put_award(read.award, words::pasted(read.count))
    }

    /// What taking a block would do; nothing is changed.
    ///
    /// # Errors
    /// No such award, or the store fails.
    pub fn try_award_lines(&mut self, award: i32, block: &str) -> Result<PasteView, AppError> {
        let read = self.read_block(award, block)?;
        let number = |n: usize| i32::try_from(n).ok();
        let fault = |it: &BlockFault| PasteFault {
            row: it.row.and_then(number),
            column: it.column.and_then(number),
            text: failure(&it.error),
        };
        let recipients = number(read.count).unwrap_or(i32::MAX);
        Ok(PasteView { recipients, faults: read.faults.iter().map(fault).collect() })
    }

    fn read_block(&mut self, award: i32, block: &str) -> Result<Block, AppError> {
        let mut award = self.own_award(award)?;
        let (rows, unknown) = rows(block);
        let mut faults: Vec<BlockFault> = unknown.into_iter().map(BlockFault::from).collect();
        if rows.is_empty() && faults.is_empty() {
            let error = Refusal::Required.at(paste::BLOCK);
            faults.push(BlockFault { row: None, column: None, error });
        }
        let only = self.only_recipient(&award)?;
        let (from, mut numbers) = (award.lines.len(), Vec::new());
        for row in &rows {
            match line_of(row, only) {
                Ok(line) => {
                    award.lines.push(line);
                    numbers.push(row.number);
                }
                Err(bad) => faults.extend(bad.into_iter().map(|bad| row.fault(bad))),
            }
        }
        for broken in self.unlawful(&award, Entry::Pasted { from, rows: &numbers })? {
            let (row, column) = (broken.row, None);
            faults.push(BlockFault { row, column, error: AppError::Unlawful(Box::new(broken)) });
        }
        faults.sort_by_key(|fault| (fault.row, fault.column));
        Ok(Block { award, count: rows.len(), faults })
    }

    /// The kind of recipient, where the form may be given to one only.
    fn only_recipient(&self, award: &Award) -> Result<Option<Recipient>, AppError> {
        let tables = self.award_tables()?;
        let [form] = award.forms.as_slice() else { return Ok(None) };
        let form = tables.form(form, award.decision_date);
        Ok(form.and_then(|form| match form.recipients.as_slice() {
            [only] => Some(*only),
            _ => None,
        }))
    }
}

impl From<UnknownColumn> for BlockFault {
    fn from(UnknownColumn { row, column, text }: UnknownColumn) -> Self {
        let error = AppError::PastedColumn { row, column, text };
        Self { row: Some(row), column: Some(column), error }
    }
}

impl Row {
    /// A field of the row that cannot be taken, with the cell that it was read from.
    fn fault(&self, (field, refusal): BadField) -> BlockFault {
        let holds = |column: Column| match column {
            Column::PostAndUnit => [words::POST, words::UNIT].contains(&field),
            column => field_of(column) == Some(field),
        };
        let cell = self.cells.iter().find(|cell| holds(cell.column));
        BlockFault {
            row: Some(self.number),
            column: cell.map(|cell| cell.place),
            error: refusal.at(words::in_block(self.number, field)),
        }
    }
}

/// The field that a column holds, as the form names it.
const fn field_of(column: Column) -> Option<&'static str> {
    match column {
        Column::Kind => Some(words::KIND),
        Column::Honorific => Some(words::HONORIFIC),
        Column::Name => Some(words::NAME),
        Column::BirthYear => Some(words::BIRTH_YEAR),
        Column::Post => Some(words::POST),
        Column::Unit => Some(words::UNIT),
        Column::Merit => Some(words::MERIT),
        Column::Money => Some(words::MONEY),
        Column::PostAndUnit | Column::Received | Column::Skipped => None,
    }
}

/// A row as a line, or everything in it that cannot be taken.
fn line_of(row: &Row, only: Option<Recipient>) -> Result<AwardLine, Vec<BadField>> {
    let (kind, bad) = match kind(row, only) {
        Ok(kind) => (kind, None),
        Err(refusal) => (Recipient::Person, Some((words::KIND, refusal))),
    };
    let read = line::read(&typed(row, kind), None);
    match (read, bad) {
        (read, None) => read,
        (Ok(_), Some(bad)) => Err(vec![bad]),
        (Err(others), Some(bad)) => Err(std::iter::once(bad).chain(others).collect()),
    }
}

/// A row as it would be typed.
fn typed(row: &Row, kind: Recipient) -> TypedAwardLine {
    let mut typed = TypedAwardLine::new(kind.into(), "");
    for cell in &row.cells {
        let text = cell.text.clone();
        match cell.column {
            Column::Skipped | Column::Kind => {}
            Column::Honorific => typed.honorific = text,
            Column::Name => typed.name = text,
            Column::BirthYear => typed.birth_year = text,
            Column::Post => typed.post = text,
            Column::Unit => typed.unit = text,
            Column::PostAndUnit => (typed.post, typed.unit) = post_and_unit(&text),
            Column::Merit => typed.merit = text,
            Column::Money => typed.money_printed = text,
            Column::Received => typed.received = paste::received(&text),
        }
    }
    typed
}

/// The kind of a row: its own cell, its section's, else the only possible one.
fn kind(row: &Row, only: Option<Recipient>) -> Result<Recipient, Refusal> {
    match row.cells.iter().find(|cell| cell.column == Column::Kind) {
        Some(cell) => paste::kind(&cell.text).ok_or_else(|| Refusal::Choice(cell.text.clone())),
        None => row.section.or(only).ok_or(Refusal::Required),
    }
}

/// “Trưởng thôn, xã Mẫu”; without a comma it is the unit.
fn post_and_unit(text: &str) -> (String, String) {
    match text.split_once(',') {
        Some((post, unit)) => (post.trim().to_owned(), unit.trim().to_owned()),
        None => (String::new(), text.to_owned()),
    }
}
