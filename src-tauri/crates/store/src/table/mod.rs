//! One file for each table: its columns, and how a record lies in them.

mod award;
mod catalogue;
mod dossier;
mod event;
mod figure;
mod small;
mod unit;

use crate::column::{Failure, Table};
use bc138_domain::catalogue::{Category, Dimension, FieldGroup};
use bc138_domain::{
    AgendaItem, Award, Basis, Caption, Dossier, Draft, EditedParagraph, Figure, Indicator, Kind,
    OwnTemplate, Participant, Passage, Reason, Record, Setting, Speech, Target, UnitEvent, UnitSet,
    YearMark,
};
use rusqlite::Connection;

/// One arm for each kind of record.
macro_rules! kinds {
    ($($name:ident($type:ty)),* $(,)?) => {
        /// Writes a record into its table.
        pub(crate) fn put(connection: &Connection, record: &Record) -> Result<(), Failure> {
            match record { $(Record::$name(it) => it.put(connection),)* }
        }

        /// Reads a record from its table.
        pub(crate) fn get(c: &Connection, kind: Kind, id: i32) -> Result<Option<Record>, Failure> {
            Ok(match kind { $(Kind::$name => <$type>::get(c, id)?.map(Into::into),)* })
        }

        /// All records of a kind, in the order of its table.
        pub(crate) fn all(c: &Connection, kind: Kind) -> Result<Vec<Record>, Failure> {
            Ok(match kind {
                $(Kind::$name => <$type>::list(c, None)?.into_iter().map(Into::into).collect(),)*
            })
        }
    };
}

kinds! {
    Setting(Setting),
    Group(FieldGroup),
    Dimension(Dimension),
    Category(Category),
    Indicator(Indicator),
    UnitEvent(UnitEvent),
    UnitSet(UnitSet),
    Dossier(Dossier),
    Agenda(AgendaItem),
    Basis(Basis),
    Participant(Participant),
    Speech(Speech),
    Passage(Passage),
    Figure(Figure),
    Award(Award),
    Target(Target),
    Caption(Caption),
    Draft(Draft),
    Reason(Reason),
    EditedParagraph(EditedParagraph),
    Template(OwnTemplate),
    YearMark(YearMark),
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
