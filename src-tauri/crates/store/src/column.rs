//! Conversions between domain values and SQLite columns, and the shape every table has.

use crate::error::StoreError;
use bc138_domain::{Fixed, Stopped, Window};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How one kind of record lies in its table: column names, values to bind, a row to read.
pub(crate) trait Table: Sized {
    /// Table name.
    const NAME: &'static str;
    /// Columns in binding order; the first is `id`.
    const COLUMNS: &'static [&'static str];
    /// `ORDER BY` of a listing.
    const ORDER: &'static str;

    /// Values in the order of [`Self::COLUMNS`].
    fn bind(&self) -> Result<Vec<Value>, StoreError>;
    /// The record in a row.
    fn read(row: &Cells<'_>) -> Result<Self, StoreError>;

    /// Inserts the record or replaces the one with its id.
    fn put(&self, connection: &Connection) -> Result<(), Failure> {
        let sql = upsert_sql(Self::NAME, Self::COLUMNS);
        let values = self.bind()?;
        connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// The record with an id.
    fn get(connection: &Connection, id: i32) -> Result<Option<Self>, Failure> {
        Ok(Self::select(connection, "id", Some(id))?.pop())
    }

    /// All records of a dossier, or of the store.
    fn list(connection: &Connection, dossier: Option<i32>) -> Result<Vec<Self>, Failure> {
        Self::select(connection, "dossier", dossier)
    }

    /// The rows whose `column` equals `value`; all rows without one.
    fn select(
        connection: &Connection,
        column: &str,
        value: Option<i32>,
    ) -> Result<Vec<Self>, Failure> {
        let filter = value.map(|_| format!(" WHERE {column} = ?1")).unwrap_or_default();
        let columns = Self::COLUMNS.join(", ");
        let sql = format!("SELECT {columns} FROM {}{filter} ORDER BY {}", Self::NAME, Self::ORDER);
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(value))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Self::read(&Cells(row))?);
        }
        Ok(found)
    }
}

fn upsert_sql(table: &str, columns: &[&str]) -> String {
    let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
    let sets: Vec<String> = columns[1..].iter().map(|c| format!("{c} = excluded.{c}")).collect();
    format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        columns.join(", "),
        marks.join(", "),
        sets.join(", ")
    )
}

/// Either side of a failed table operation, told apart where the path is known.
#[derive(Debug)]
pub(crate) enum Failure {
    /// SQLite failed.
    Sqlite(rusqlite::Error),
    /// A value could not be converted.
    Store(StoreError),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        Self::Store(stopped.into())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A row read by column number.
pub(crate) struct Cells<'a>(&'a Row<'a>);

impl Cells<'_> {
    /// A column of any type SQLite knows.
    pub fn get<T: rusqlite::types::FromSql>(&self, index: usize) -> Result<T, StoreError> {
        self.0.get(index).map_err(|error| StoreError::Unreadable(error.to_string()))
    }

    /// A column that holds one word of an enumeration.
    pub fn word<T: DeserializeOwned>(&self, index: usize) -> Result<T, StoreError> {
        from_word(&self.get::<String>(index)?)
    }

    /// The same, or NULL.
    pub fn word_opt<T: DeserializeOwned>(&self, index: usize) -> Result<Option<T>, StoreError> {
        self.get::<Option<String>>(index)?.as_deref().map(from_word).transpose()
    }

    /// A column of JSON.
    pub fn json<T: DeserializeOwned>(&self, index: usize) -> Result<T, StoreError> {
        from_json(&self.get::<String>(index)?)
    }

    /// The same, or NULL.
    pub fn json_opt<T: DeserializeOwned>(&self, index: usize) -> Result<Option<T>, StoreError> {
        self.get::<Option<String>>(index)?.as_deref().map(from_json).transpose()
    }

    /// A date, or NULL.
    pub fn date(&self, index: usize) -> Result<Option<NaiveDate>, StoreError> {
        let Some(text) = self.get::<Option<String>>(index)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| StoreError::Unreadable(text))
    }

    /// A date that is always there.
    pub fn day(&self, index: usize) -> Result<NaiveDate, StoreError> {
        self.date(index)?.ok_or_else(|| StoreError::Unreadable("no date".to_owned()))
    }

    /// A count in thousandths, or NULL.
    pub fn fixed(&self, index: usize) -> Result<Option<Fixed>, StoreError> {
        Ok(self.get::<Option<i64>>(index)?.map(Fixed::from_thousandths))
    }

    /// Three columns: from, to, label.
    pub fn window(&self, first: usize) -> Result<Window, StoreError> {
        let (from, to) = (self.date(first)?, self.date(first + 1)?);
        Ok(Window { from, to, label: self.get(first + 2)? })
    }
}

/// The columns of a window.
pub(crate) fn window_values(window: &Window) -> [Value; 3] {
    [date(window.from), date(window.to), text_opt(window.label.as_ref())]
}

/// A text column.
pub(crate) fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

/// A text column or NULL.
pub(crate) fn text_opt(value: Option<&String>) -> Value {
    value.map_or(Value::Null, |value| Value::Text(value.clone()))
}

/// An integer column.
pub(crate) fn int(value: i32) -> Value {
    Value::Integer(i64::from(value))
}

/// An integer column or NULL.
pub(crate) fn int_opt(value: Option<i32>) -> Value {
    value.map_or(Value::Null, int)
}

/// A date column or NULL.
pub(crate) fn date(value: Option<NaiveDate>) -> Value {
    value.map_or(Value::Null, |day| Value::Text(day.to_string()))
}

/// A count column or NULL.
pub(crate) fn fixed_opt(value: Option<Fixed>) -> Value {
    value.map_or(Value::Null, |value| Value::Integer(value.thousandths()))
}

/// A column of one enumeration word.
pub(crate) fn word<T: Serialize>(value: &T) -> Result<Value, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(Value::Text(word)),
        other => Err(StoreError::Unreadable(format!("no word: {other:?}"))),
    }
}

/// The same, or NULL.
pub(crate) fn word_opt<T: Serialize>(value: Option<&T>) -> Result<Value, StoreError> {
    value.map_or(Ok(Value::Null), word)
}

/// A JSON column.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<Value, StoreError> {
    to_json(value).map(Value::Text)
}

/// The same, or NULL.
pub(crate) fn json_opt<T: Serialize>(value: Option<&T>) -> Result<Value, StoreError> {
    value.map_or(Ok(Value::Null), json)
}

/// JSON text of a value.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Unreadable(error.to_string()))
}

/// The value of a JSON text.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Unreadable(error.to_string()))
}

fn from_word<T: DeserializeOwned>(word: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|error| StoreError::Unreadable(error.to_string()))
}
