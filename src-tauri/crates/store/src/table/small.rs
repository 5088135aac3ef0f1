//! The small tables: `setting`, `indicator`, `target`, `draft`, `reason`, `edited_paragraph`,
//! `own_template`.

use crate::column::{Cells, Table, date, int, json, text, text_opt, word};
use crate::error::StoreError;
use bc138_domain::{Draft, EditedParagraph, OwnTemplate, Reason, Setting, Target};
use rusqlite::types::Value;

impl Table for Setting {
    const NAME: &'static str = "setting";
    const ORDER: &'static str = "key, valid_from, id";
    const COLUMNS: &'static [&'static str] = &["id", "key", "valid_from", "valid_to", "value"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let dates = [date(self.valid_from), date(self.valid_to)];
        Ok([int(self.id), text(&self.key)]
            .into_iter()
            .chain(dates)
            .chain([text(&self.value)])
            .collect())
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        let (valid_from, valid_to) = (row.date(2)?, row.date(3)?);
        Ok(Self { id: row.get(0)?, key: row.get(1)?, valid_from, valid_to, value: row.get(4)? })
    }
}

impl Table for Target {
    const NAME: &'static str = "target";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "dossier",
        "position",
        "indicator",
        "lead",
        "operator",
        "amount",
        "text",
        "deadline",
        "amount_printed",
    ];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            text_opt(self.indicator.as_ref()),
            text_opt(self.lead.as_ref()),
            word(&self.operator)?,
            self.amount.as_ref().map_or(Ok(Value::Null), json)?,
            text(&self.text),
            text_opt(self.deadline.as_ref()),
            text_opt(self.printed.as_ref()),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            indicator: row.get(3)?,
            lead: row.get(4)?,
            operator: row.word(5)?,
            amount: row.json_opt(6)?,
            printed: row.get(9)?,
            text: row.get(7)?,
            deadline: row.get(8)?,
        })
    }
}

impl Table for Draft {
    const NAME: &'static str = "draft";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &["id", "dossier", "field", "text"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![int(self.id), int(self.dossier), text(&self.field), text(&self.text)])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        let (id, dossier) = (row.get(0)?, row.get(1)?);
        Ok(Self { id, dossier, field: row.get(2)?, text: row.get(3)? })
    }
}

impl Table for Reason {
    const NAME: &'static str = "reason";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &["id", "dossier", "finding", "text"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![int(self.id), int(self.dossier), text(&self.finding), text(&self.text)])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        let (id, dossier) = (row.get(0)?, row.get(1)?);
        Ok(Self { id, dossier, finding: row.get(2)?, text: row.get(3)? })
    }
}

impl Table for EditedParagraph {
    const NAME: &'static str = "edited_paragraph";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] =
        &["id", "dossier", "style", "block", "place", "base", "text"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            text(&self.style),
            text(&self.block),
            int(self.place),
            text(&self.base),
            text(&self.text),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            style: row.get(2)?,
            block: row.get(3)?,
            place: row.get(4)?,
            base: row.get(5)?,
            text: row.get(6)?,
        })
    }
}

impl Table for OwnTemplate {
    const NAME: &'static str = "own_template";
    const ORDER: &'static str = "name, id";
    const COLUMNS: &'static [&'static str] = &["id", "name", "text"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![int(self.id), text(&self.name), text(&self.text)])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: row.get(0)?, name: row.get(1)?, text: row.get(2)? })
    }
}
