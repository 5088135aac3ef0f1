//! Reading of tab-separated data files; every refusal names the file and the line.

use crate::validity::Validity;
use bc138_domain::{Fixed, MedalClass, Recipient};
use chrono::NaiveDate;
use std::str::FromStr;

/// Why a data file was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {fault}")]
pub struct TableError {
    /// File name.
    pub file: &'static str,
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: TableFault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// The header does not name the columns that are expected.
    #[error("the header must read {0}")]
    Header(String),
    /// The line has another number of cells than the header.
    #[error("{expected} columns expected, {found} found")]
    Columns {
        /// Columns of the header.
        expected: usize,
        /// Cells of the line.
        found: usize,
    },
    /// A cell that must be filled is empty.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A word that is not among the allowed ones.
    #[error("{column}: unknown word {word}")]
    Word {
        /// The column.
        column: &'static str,
        /// The word.
        word: String,
    },
    /// A code that no other file defines.
    #[error("{column}: unknown code {code}")]
    Unknown {
        /// The column.
        column: &'static str,
        /// The code.
        code: String,
    },
    /// No number, or one with more than three decimals.
    #[error("{column}: {text} is no number")]
    Number {
        /// The column.
        column: &'static str,
        /// The cell.
        text: String,
    },
    /// No date of the form yyyy-mm-dd.
    #[error("{column}: {text} is no date (yyyy-mm-dd)")]
    Date {
        /// The column.
        column: &'static str,
        /// The cell.
        text: String,
    },
    /// The last day lies before the first.
    #[error("it ends before it begins")]
    Reversed,
    /// The same thing holds twice on one day.
    #[error("{key} already holds on one of these days (line {earlier})")]
    Overlap {
        /// What the lines are about.
        key: String,
        /// Line of the earlier entry.
        earlier: usize,
    },
    /// No value between this line and the one before it.
    #[error("{key} has no value between line {earlier} and this line")]
    Gap {
        /// What the lines are about.
        key: String,
        /// Line of the earlier entry.
        earlier: usize,
    },
    /// A value that must hold until further notice ends.
    #[error("{key} has no value after its last line")]
    Ends {
        /// What the lines are about.
        key: String,
    },
    /// The file has no line below the header.
    #[error("the file has no lines")]
    NoLines,
    /// The line cannot be true beside another file.
    #[error("{0}")]
    Contradiction(&'static str),
}

/// The texts of one file, with the name used in messages and the columns it must have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub file: &'static str,
    pub columns: &'static [&'static str],
    pub text: &'a str,
}

/// One line of a data file.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    file: &'static str,
    columns: &'static [&'static str],
    pub line: usize,
    cells: Vec<&'a str>,
}

impl<'a> Sheet<'a> {
    /// The lines below the header; empty lines are passed over.
    pub fn rows(&self) -> Result<Vec<Row<'a>>, TableError> {
        let mut lines = self.text.lines().enumerate();
        let header: Vec<&str> =
            lines.next().map(|(_, l)| l.split('\t').collect()).unwrap_or_default();
        if header != self.columns {
            return Err(self.fail(1, TableFault::Header(self.columns.join(" · "))));
        }
        let rows: Vec<Row<'a>> = lines
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(index, line)| self.row(index + 1, line))
            .collect::<Result<_, _>>()?;
        if rows.is_empty() { Err(self.fail(1, TableFault::NoLines)) } else { Ok(rows) }
    }

    fn row(&self, line: usize, text: &'a str) -> Result<Row<'a>, TableError> {
        let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
        let (expected, found) = (self.columns.len(), cells.len());
        if expected != found {
            return Err(self.fail(line, TableFault::Columns { expected, found }));
        }
        Ok(Row { file: self.file, columns: self.columns, line, cells })
    }

    /// Reads every line.
    pub fn read<T>(
        &self,
        read: impl Fn(&Row<'a>) -> Result<T, TableError>,
    ) -> Result<Vec<(usize, T)>, TableError> {
        self.rows()?.iter().map(|row| Ok((row.line, read(row)?))).collect()
    }

    pub const fn fail(&self, line: usize, fault: TableFault) -> TableError {
        TableError { file: self.file, line, fault }
    }
}

impl<'a> Row<'a> {
    pub const fn fail(&self, fault: TableFault) -> TableError {
        TableError { file: self.file, line: self.line, fault }
    }

    fn column(&self, index: usize) -> &'static str {
        self.columns.get(index).copied().unwrap_or_default()
    }

    /// A cell that may be empty.
    pub fn cell(&self, index: usize) -> &'a str {
        self.cells.get(index).copied().unwrap_or_default()
    }

    /// A cell that must be filled.
    pub fn text(&self, index: usize) -> Result<String, TableError> {
        match self.cell(index) {
            "" => Err(self.fail(TableFault::Empty(self.column(index)))),
            text => Ok(text.to_owned()),
        }
    }

    /// One of a set of words.
    pub fn word<T: Copy>(&self, index: usize, words: &[(&str, T)]) -> Result<T, TableError> {
        let word = self.cell(index);
        let found = words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        found.ok_or_else(|| self.unknown_word(index, word))
    }

    fn unknown_word(&self, index: usize, word: &str) -> TableError {
        self.fail(TableFault::Word { column: self.column(index), word: word.to_owned() })
    }

    /// A list of words, separated by `separator`; an empty cell is an empty list.
    pub fn list(&self, index: usize, separator: char) -> Vec<String> {
        let words = self.cell(index).split(separator).map(str::trim);
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    /// A positive number with at most three decimals, “7,5”.
    pub fn number(&self, index: usize) -> Result<Fixed, TableError> {
        let text = self.cell(index);
        let fault = || TableFault::Number { column: self.column(index), text: text.to_owned() };
        decimal(text).filter(|number| number.thousandths() > 0).ok_or_else(|| self.fail(fault()))
    }

    /// A whole number.
    pub fn whole<T: FromStr>(&self, index: usize) -> Result<T, TableError> {
        let text = self.cell(index);
        let fault = || TableFault::Number { column: self.column(index), text: text.to_owned() };
        text.parse().map_err(|_| self.fail(fault()))
    }

    fn day(&self, index: usize) -> Result<Option<NaiveDate>, TableError> {
        let text = self.cell(index);
        let fault = || TableFault::Date { column: self.column(index), text: text.to_owned() };
        match text {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| self.fail(fault())),
        }
    }

    /// First and last day, in two columns that stand side by side.
    pub fn validity(&self, index: usize) -> Result<Validity, TableError> {
        let validity = Validity { from: self.day(index)?, to: self.day(index + 1)? };
        if validity.is_ordered() { Ok(validity) } else { Err(self.fail(TableFault::Reversed)) }
    }

    /// One kind of recipient.
    pub fn recipient(&self, index: usize) -> Result<Recipient, TableError> {
        recipient(self.cell(index)).ok_or_else(|| self.unknown_word(index, self.cell(index)))
    }

    /// Kinds of recipients, separated by commas.
    pub fn recipients(&self, index: usize) -> Result<Vec<Recipient>, TableError> {
        let words = self.list(index, ',');
        words.iter().map(|w| recipient(w).ok_or_else(|| self.unknown_word(index, w))).collect()
    }

    /// A class of a medal; empty for a form without classes.
    pub fn class(&self, index: usize) -> Result<Option<MedalClass>, TableError> {
        match self.cell(index) {
            "" => Ok(None),
            _ => self.word(index, &CLASSES).map(Some),
        }
    }

    /// Whether a value is confirmed.
    pub fn confirmed(&self, index: usize) -> Result<bool, TableError> {
        self.word(index, &[("confirmed", true), ("unconfirmed", false)])
    }
}

const CLASSES: [(&str, MedalClass); 3] =
    [("first", MedalClass::First), ("second", MedalClass::Second), ("third", MedalClass::Third)];

/// The word of a class in data files and in keys of settings.
pub(crate) const fn class_word(class: MedalClass) -> &'static str {
    match class {
        MedalClass::First => "first",
        MedalClass::Second => "second",
        MedalClass::Third => "third",
    }
}

/// The class of a word.
pub(crate) fn class(word: &str) -> Option<MedalClass> {
    CLASSES.iter().find(|(known, _)| *known == word).map(|(_, class)| *class)
}

/// The word of a kind of recipient in data files and in keys of settings.
pub(crate) const fn recipient_word(recipient: Recipient) -> &'static str {
    match recipient {
        Recipient::Collective => "collective",
        Recipient::Person => "person",
        Recipient::Household => "household",
    }
}

/// The kind of recipient of a word.
pub(crate) fn recipient(word: &str) -> Option<Recipient> {
    Recipient::ALL.into_iter().find(|recipient| recipient_word(*recipient) == word)
}

/// Reads “7,5”, “7.5” or “12”: digits with at most three decimals. Thousands are not grouped.
pub(crate) fn decimal(text: &str) -> Option<Fixed> {
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > 3 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let fraction: i64 = format!("{fraction:0<3}").parse().ok()?;
    whole.checked_mul(1_000)?.checked_add(fraction).map(Fixed::from_thousandths)
}

/// Refuses lines about the same thing that hold on the same day, and, where `gapless`, days
/// between two lines on which nothing holds.
pub(crate) fn check_series<K: Ord + std::fmt::Display>(
    sheet: &Sheet<'_>,
    lines: impl Iterator<Item = (usize, K, Validity)>,
    gapless: bool,
) -> Result<(), TableError> {
    let mut lines: Vec<(usize, K, Validity)> = lines.collect();
    lines.sort_by(|a, b| a.1.cmp(&b.1).then(a.2.from.cmp(&b.2.from)).then(a.0.cmp(&b.0)));
    for pair in lines.windows(2) {
        let [(earlier, key, before), (line, next_key, next)] = pair else { continue };
        if key != next_key {
            continue;
        }
        let (key, earlier) = (key.to_string(), *earlier);
        if before.overlaps(next) {
            return Err(sheet.fail(*line, TableFault::Overlap { key, earlier }));
        }
        if gapless && !before.is_followed_by(next) {
            return Err(sheet.fail(*line, TableFault::Gap { key, earlier }));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_nothing_else_is_read() {
        let thousandths = |text| decimal(text).map(Fixed::thousandths);
        assert_eq!(thousandths("7,5"), Some(7_500));
        assert_eq!(thousandths("0.15"), Some(150));
        assert_eq!(thousandths("12"), Some(12_000));
        for wrong in ["", "1.490.000", "-1", "1,2345", "một", "1,"] {
            assert_eq!(thousandths(wrong), None, "{wrong} is no number");
        }
    }
}
