//! Dimensions of the user's own, each with its kinds as one list: “chốt cố định; chốt lưu động”.

use super::records::free_code;
use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::typed::required;
use crate::vi::catalogue as words;
use crate::view::{CategoryRow, DimensionRow};
use bc138_domain::catalogue::Cover;
use bc138_domain::{Catalogue, Category, Dimension, Kind, Record, text};

/// What parts the kinds of a dimension as it is typed.
const BETWEEN: char = ';';

impl App {
    /// Keeps a dimension of the user's own with exactly the kinds that are named, as one action.
    ///
    /// # Errors
    /// The name or all kinds are missing, or a kind that is not named any more has numbers.
    pub fn put_dimension(&mut self, row: &DimensionRow) -> Result<(), AppError> {
        let name = required(words::NAME, &row.name)?;
        let cover = cover(&row.cover)?;
        let whole = self.whole_catalogue()?;
        let dimension = match self.own_record(Kind::Dimension, row.id)? {
            Some(Record::Dimension(it)) => Dimension { name, cover, ..it },
            _ => {
                let code = free_code(&name, |code| whole.dimension(code).is_none());
                Dimension { id: 0, code, name, cover }
            }
        };
        let named = named(&row.kinds)?;
        let known = whole.categories(&dimension.code);
        let is_named = |it: &Category| named.iter().any(|name| same(name, &it.name));
        let gone: Vec<Record> =
            known.iter().filter(|it| !is_named(it)).cloned().map(Into::into).collect();
        let records: Vec<Record> = std::iter::once(dimension.clone().into())
            .chain(new_kinds(&dimension.code, &named, known).into_iter().map(Into::into))
            .collect();
        self.change_own(records, &gone)
    }

    /// Keeps a kind inside a dimension, of the user's own.
    ///
    /// # Errors
    /// The name is empty or the dimension is not known.
    pub fn put_category(&mut self, row: &CategoryRow) -> Result<(), AppError> {
        let name = required(words::NAME, &row.name)?;
        let category = match self.own_record(Kind::Category, row.id)? {
            Some(Record::Category(it)) => Category { name, ..it },
            _ => kind(&row.dimension, &name, self.whole_catalogue()?.categories(&row.dimension)),
        };
        self.change_own(vec![category.into()], &[])
    }

    /// Removes a dimension of the user's own with its kinds.
    ///
    /// # Errors
    /// A kind has numbers, an indicator is broken down by it, or there is no such dimension.
    pub fn remove_dimension(&mut self, id: i32) -> Result<(), AppError> {
        let record = self.own_record(Kind::Dimension, Some(id))?;
        let Some(Record::Dimension(gone)) = record else {
            return Err(bc138_store::StoreError::NoSuchRecord.into());
        };
        let kinds = self.own_records()?.categories.into_iter();
        let kinds = kinds.filter(|it| it.dimension == gone.code).map(Into::into);
        let records: Vec<Record> = std::iter::once(gone.clone().into()).chain(kinds).collect();
        self.change_own(Vec::new(), &records)
    }
}

/// A dimension in the window's list.
pub(super) fn row(catalogue: &Catalogue, it: &Dimension) -> DimensionRow {
    let kinds: Vec<&str> =
        catalogue.categories(&it.code).iter().map(|kind| kind.name.as_str()).collect();
    let cover = words::COVERS.iter().find(|(cover, ..)| *cover == it.cover);
    DimensionRow {
        id: super::own_id(it.id),
        code: it.code.clone(),
        name: it.name.clone(),
        cover: cover.map_or("", |(_, word, _)| word).to_owned(),
        kinds: kinds.join("; "),
    }
}

fn cover(word: &str) -> Result<Cover, AppError> {
    let known = words::COVERS.iter().find(|(_, known, _)| *known == word);
    known.map(|(cover, ..)| *cover).ok_or_else(|| Refusal::Choice(word.to_owned()).at(words::COVER))
}

/// The kinds that are named, each once.
fn named(typed: &str) -> Result<Vec<String>, AppError> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split(BETWEEN).filter(|name| !name.trim().is_empty()) {
        let name = required(words::KINDS_OF, name)?;
        if !names.iter().any(|known| same(known, &name)) {
            names.push(name);
        }
    }
    if names.is_empty() { Err(Refusal::Required.at(words::KINDS_OF)) } else { Ok(names) }
}

fn same(a: &str, b: &str) -> bool {
    text::search_key(a) == text::search_key(b)
}

/// The named kinds that are not there yet.
fn new_kinds(dimension: &str, named: &[String], known: &[Category]) -> Vec<Category> {
    let mut all = known.to_vec();
    for name in named {
        if !known.iter().any(|it| same(&it.name, name)) {
            all.push(kind(dimension, name, &all));
        }
    }
    all.split_off(known.len())
}

fn kind(dimension: &str, name: &str, known: &[Category]) -> Category {
    let code = free_code(name, |code| !known.iter().any(|it| it.code == code));
    let (dimension, name) = (dimension.to_owned(), name.to_owned());
    Category { id: 0, dimension, code, name, valid_from: None, valid_to: None }
}
