//! Table `award`.

use crate::column::{Cells, Table, date, int, int_opt, json, json_opt, text_opt, word, word_opt};
use crate::error::StoreError;
use bc138_domain::Award;
use rusqlite::types::Value;

impl Table for Award {
    const NAME: &'static str = "award";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "dossier",
        "position",
        "forms",
        "form_printed",
        "authorities",
        "decision_number",
        "decision_date",
        "signer",
        "shares",
        "lines",
        "reason",
        "merit_year",
        "presenter",
        "subset_of",
        "locality",
        "headline",
        "phrasing",
        "revoked",
        "sic",
        "decision_kind",
        "medal_class",
        "title",
        "basis",
        "objects",
        "revocation",
        "provenance",
    ];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            json(&self.forms)?,
            text_opt(self.form_printed.as_ref()),
            json(&self.authorities)?,
            text_opt(self.decision_number.as_ref()),
            date(self.decision_date),
            text_opt(self.signer.as_ref()),
            json(&self.shares)?,
            json(&self.lines)?,
            text_opt(self.reason.as_ref()),
            int_opt(self.merit_year),
            text_opt(self.presenter.as_ref()),
            int_opt(self.subset_of),
            text_opt(self.locality.as_ref()),
            int(i32::from(self.headline)),
            word(&self.phrasing)?,
            int(i32::from(self.revoked)),
            text_opt(self.sic.as_ref()),
            word_opt(self.decision_kind.as_ref())?,
            word_opt(self.medal_class.as_ref())?,
            text_opt(self.title.as_ref()),
            text_opt(self.basis.as_ref()),
            json_opt(self.objects.as_ref())?,
            json_opt(self.revocation.as_ref())?,
            json(&self.provenance)?,
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            forms: row.json(3)?,
            form_printed: row.get(4)?,
            authorities: row.json(5)?,
            decision_number: row.get(6)?,
            decision_date: row.date(7)?,
            signer: row.get(8)?,
            shares: row.json(9)?,
            lines: row.json(10)?,
            reason: row.get(11)?,
            merit_year: row.get(12)?,
            presenter: row.get(13)?,
            subset_of: row.get(14)?,
            locality: row.get(15)?,
            headline: row.get(16)?,
            phrasing: row.word(17)?,
            revoked: row.get(18)?,
            sic: row.get(19)?,
            decision_kind: row.word_opt(20)?,
            medal_class: row.word_opt(21)?,
            title: row.get(22)?,
            basis: row.get(23)?,
            objects: row.json_opt(24)?,
            revocation: row.json_opt(25)?,
            provenance: row.json(26)?,
        })
    }
}
