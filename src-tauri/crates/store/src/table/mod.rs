//! One file for each table: its columns, and how a record lies in them.

mod award;
mod dossier;
mod event;
mod figure;
mod small;

use crate::column::{Failure, Table};
use bc138_domain::{
    AgendaItem, Award, Basis, Caption, Dossier, Draft, Figure, Indicator, Kind, Participant,
    Passage, Reason, Record, Setting, Speech, Target,
};
use rusqlite::Connection;

/// Writes a record into its table.
pub(crate) fn put(connection: &Connection, record: &Record) -> Result<(), Failure> {
    match record {
        Record::Setting(it) => it.put(connection),
        Record::Indicator(it) => it.put(connection),
        Record::Dossier(it) => it.put(connection),
        Record::Agenda(it) => it.put(connection),
        Record::Basis(it) => it.put(connection),
        Record::Participant(it) => it.put(connection),
        Record::Speech(it) => it.put(connection),
        Record::Passage(it) => it.put(connection),
        Record::Figure(it) => it.put(connection),
        Record::Award(it) => it.put(connection),
        Record::Target(it) => it.put(connection),
        Record::Caption(it) => it.put(connection),
        Record::Draft(it) => it.put(connection),
        Record::Reason(it) => it.put(connection),
    }
}

/// Reads a record from its table.
pub(crate) fn get(c: &Connection, kind: Kind, id: i32) -> Result<Option<Record>, Failure> {
    fn read<T: Table + Into<Record>>(c: &Connection, id: i32) -> Result<Option<Record>, Failure> {
        Ok(T::get(c, id)?.map(Into::into))
    }
    match kind {
        Kind::Setting => read::<Setting>(c, id),
        Kind::Indicator => read::<Indicator>(c, id),
        Kind::Dossier => read::<Dossier>(c, id),
        Kind::Agenda => read::<AgendaItem>(c, id),
        Kind::Basis => read::<Basis>(c, id),
        Kind::Participant => read::<Participant>(c, id),
        Kind::Speech => read::<Speech>(c, id),
        Kind::Passage => read::<Passage>(c, id),
        Kind::Figure => read::<Figure>(c, id),
        Kind::Award => read::<Award>(c, id),
        Kind::Target => read::<Target>(c, id),
        Kind::Caption => read::<Caption>(c, id),
        Kind::Draft => read::<Draft>(c, id),
        Kind::Reason => read::<Reason>(c, id),
    }
}

/// Removes a record; rows that point to it make this fail.
pub(crate) fn delete(connection: &Connection, kind: Kind, id: i32) -> Result<(), Failure> {
    let sql = format!("DELETE FROM {} WHERE id = ?1", kind.table());
    connection.prepare_cached(&sql)?.execute([id])?;
    Ok(())
}

/// The next free id of a kind. Undo runs backwards through the log, so a removed row comes back
/// only after every newer row with its id is gone again.
pub(crate) fn next_id(connection: &Connection, kind: Kind) -> Result<i32, Failure> {
    let sql = format!("SELECT coalesce(max(id), 0) + 1 FROM {}", kind.table());
    Ok(connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}
