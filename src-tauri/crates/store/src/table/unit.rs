//! Tables `unit_event`, `unit_set` and `year_mark`.

use crate::column::{Cells, Table, date, int, json, text, text_opt, word};
use crate::error::StoreError;
use bc138_domain::{UnitEvent, UnitSet, YearMark};
use rusqlite::types::Value;

impl Table for UnitEvent {
    const NAME: &'static str = "unit_event";
    const ORDER: &'static str = "date, id";
    const COLUMNS: &'static [&'static str] = &["id", "date", "basis", "act"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let (basis, act) = (text_opt(self.basis.as_ref()), json(&self.act)?);
        Ok(vec![int(self.id), date(Some(self.date)), basis, act])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        let date = row.day(1)?;
        Ok(Self { id: row.get(0)?, date, basis: row.get(2)?, act: row.json(3)? })
    }
}

impl Table for UnitSet {
    const NAME: &'static str = "unit_set";
    const ORDER: &'static str = "name, id";
    const COLUMNS: &'static [&'static str] = &["id", "name", "members"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![int(self.id), text(&self.name), json(&self.members)?])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: row.get(0)?, name: row.get(1)?, members: row.json(2)? })
    }
}

impl Table for YearMark {
    const NAME: &'static str = "year_mark";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "step", "day", "actor", "reason", "digest", "change"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.year),
            word(&self.step)?,
            date(Some(self.day)),
            text(&self.actor),
            text_opt(self.reason.as_ref()),
            text(&self.digest),
            int(self.change),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            year: row.get(1)?,
            step: row.word(2)?,
            day: row.day(3)?,
            actor: row.get(4)?,
            reason: row.get(5)?,
            digest: row.get(6)?,
            change: row.get(7)?,
        })
    }
}
