//! A list of recipients pasted from a table: all of it as one action, or nothing.

use super::block::{Column, Row, UnknownColumn, rows};
use super::edit::Entry;
use super::line;
use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::vi::awards::{self as words, paste};
use crate::view::TypedAwardLine;
use bc138_domain::{Award, Recipient};

impl App {
    /// Takes a block of recipients copied from a table into an award, whole or not at all.
    /// Headings and sections (“I. TẬP THỂ”) are understood; a kind that is said nowhere is the
    /// only one that the form may be given to.
    ///
    /// # Errors
    /// As [`Self::put_award_line`], with the row of the block.
    pub fn paste_award_lines(&mut self, award: i32, block: &str) -> Result<(), AppError> {
        let mut award = self.own_award(award)?;
        let unknown =
            |UnknownColumn { row, column, text }| AppError::PastedColumn { row, column, text };
        let rows = rows(block).map_err(unknown)?;
        if rows.is_empty() {
            return Err(Refusal::Required.at(paste::BLOCK));
        }
        let only = self.only_recipient(&award)?;
        let from = award.lines.len();
        for row in &rows {
            let typed = typed(row, only)?;
            let place = |field: &str| words::in_block(row.number, field);
            award.lines.push(line::read(&typed, None, &place)?);
        }
        let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
        self.refuse_unlawful(&award, Entry::Pasted { from, rows: &numbers })?;
        self.put_award(award, words::pasted(rows.len()))
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

/// A row as it would be typed.
fn typed(row: &Row, only: Option<Recipient>) -> Result<TypedAwardLine, AppError> {
    let mut typed = TypedAwardLine::new(kind(row, only)?.into(), "");
    for (column, text) in &row.cells {
        let text = text.clone();
        match column {
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
    Ok(typed)
}

/// The kind of a row: its own cell, its section's, else the only possible one.
fn kind(row: &Row, only: Option<Recipient>) -> Result<Recipient, AppError> {
    let refused = |refusal: Refusal| refusal.at(words::in_block(row.number, words::KIND));
    match row.cells.iter().find(|(column, _)| *column == Column::Kind) {
        Some((_, text)) => paste::kind(text).ok_or_else(|| refused(Refusal::Choice(text.clone()))),
        None => row.section.or(only).ok_or_else(|| refused(Refusal::Required)),
    }
}

/// “Trưởng thôn, xã Mẫu”; without a comma it is the unit.
fn post_and_unit(text: &str) -> (String, String) {
    match text.split_once(',') {
        Some((post, unit)) => (post.trim().to_owned(), unit.trim().to_owned()),
        None => (String::new(), text.to_owned()),
    }
}
