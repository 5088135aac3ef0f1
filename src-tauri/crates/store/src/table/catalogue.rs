//! Tables of the user's own catalogue: `field_group`, `dimension`, `category`, `indicator`.

use crate::column::{Cells, Table, date, int, json, text, text_opt, word};
use crate::error::StoreError;
use bc138_domain::Indicator;
use bc138_domain::catalogue::{Category, Dimension, FieldGroup};
use rusqlite::types::Value;

impl Table for FieldGroup {
    const NAME: &'static str = "field_group";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &["id", "code", "step", "title", "hint"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let (code, step) = (text(&self.code), int(self.step));
        Ok(vec![int(self.id), code, step, text(&self.title), text(&self.hint)])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        let (code, step) = (row.get(1)?, row.get(2)?);
        Ok(Self { id: row.get(0)?, code, step, title: row.get(3)?, hint: row.get(4)? })
    }
}

impl Table for Dimension {
    const NAME: &'static str = "dimension";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &["id", "code", "name", "cover"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![int(self.id), text(&self.code), text(&self.name), word(&self.cover)?])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: row.get(0)?, code: row.get(1)?, name: row.get(2)?, cover: row.word(3)? })
    }
}

impl Table for Category {
    const NAME: &'static str = "category";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] =
        &["id", "dimension", "code", "name", "valid_from", "valid_to"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let names = [text(&self.dimension), text(&self.code), text(&self.name)];
        let dates = [date(self.valid_from), date(self.valid_to)];
        Ok([int(self.id)].into_iter().chain(names).chain(dates).collect())
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dimension: row.get(1)?,
            code: row.get(2)?,
            name: row.get(3)?,
            valid_from: row.date(4)?,
            valid_to: row.date(5)?,
        })
    }
}

impl Table for Indicator {
    const NAME: &'static str = "indicator";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "name",
        "unit",
        "kind",
        "field_group",
        "core",
        "lead",
        "noun",
        "tail",
        "valid_from",
        "valid_to",
        "dimensions",
        "over_units",
        "over_time",
        "parent",
        "partition",
        "calendar",
        "basis",
    ];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            text(&self.code),
            text(&self.name),
            text(&self.unit),
            word(&self.kind)?,
            text(&self.group),
            int(i32::from(self.core)),
            text(&self.lead),
            text(&self.noun),
            text(&self.tail),
            date(self.valid_from),
            date(self.valid_to),
            json(&self.dimensions)?,
            word(&self.over_units)?,
            word(&self.over_time)?,
            text_opt(self.parent.as_ref()),
            text_opt(self.partition.as_ref()),
            text(&self.calendar),
            text(&self.basis),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            code: row.get(1)?,
            name: row.get(2)?,
            unit: row.get(3)?,
            kind: row.word(4)?,
            group: row.get(5)?,
            core: row.get(6)?,
            lead: row.get(7)?,
            noun: row.get(8)?,
            tail: row.get(9)?,
            valid_from: row.date(10)?,
            valid_to: row.date(11)?,
            dimensions: row.json(12)?,
            over_units: row.word(13)?,
            over_time: row.word(14)?,
            parent: row.get(15)?,
            partition: row.get(16)?,
            calendar: row.get(17)?,
            basis: row.get(18)?,
        })
    }
}
