//! Tables of the conference: `agenda_item`, `basis`, `participant`, `speech`, `passage`,
//! `caption`.

use crate::column::{Cells, Table, int, int_opt, json, text, text_opt, window_values, word};
use crate::error::StoreError;
use bc138_domain::{AgendaItem, Basis, Caption, Participant, Passage, Speech};
use rusqlite::types::Value;

impl Table for AgendaItem {
    const NAME: &'static str = "agenda_item";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "dossier",
        "position",
        "act",
        "years",
        "subject",
        "window_from",
        "window_to",
        "window_label",
    ];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let mut values = vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            word(&self.act)?,
            int_opt(self.years),
            text(&self.subject),
        ];
        values.extend(window_values(&self.window));
        Ok(values)
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            act: row.word(3)?,
            years: row.get(4)?,
            subject: row.get(5)?,
            window: row.window(6)?,
        })
    }
}

impl Table for Basis {
    const NAME: &'static str = "basis";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] =
        &["id", "dossier", "position", "name", "issuer", "subject", "role"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            text(&self.name),
            text_opt(self.issuer.as_ref()),
            text_opt(self.subject.as_ref()),
            word(&self.role)?,
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            name: row.get(3)?,
            issuer: row.get(4)?,
            subject: row.get(5)?,
            role: row.word(6)?,
        })
    }
}

impl Table for Participant {
    const NAME: &'static str = "participant";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] =
        &["id", "dossier", "position", "role", "rank", "name", "offices", "venue", "delegation"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            word(&self.role)?,
            text_opt(self.rank.as_ref()),
            text(&self.name),
            json(&self.offices)?,
            text_opt(self.venue.as_ref()),
            text_opt(self.delegation.as_ref()),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            role: row.word(3)?,
            rank: row.get(4)?,
            name: row.get(5)?,
            offices: row.json(6)?,
            venue: row.get(7)?,
            delegation: row.get(8)?,
        })
    }
}

impl Table for Speech {
    const NAME: &'static str = "speech";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] =
        &["id", "dossier", "position", "speaker", "occasion", "praise"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            int(self.speaker),
            word(&self.occasion)?,
            text_opt(self.praise.as_ref()),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            speaker: row.get(3)?,
            occasion: row.word(4)?,
            praise: row.get(5)?,
        })
    }
}

impl Table for Passage {
    const NAME: &'static str = "passage";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] =
        &["id", "dossier", "position", "role", "speech", "subject", "text", "deadline"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            int(self.id),
            int(self.dossier),
            int(self.position),
            word(&self.role)?,
            int_opt(self.speech),
            text_opt(self.subject.as_ref()),
            text(&self.text),
            text_opt(self.deadline.as_ref()),
        ])
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            dossier: row.get(1)?,
            position: row.get(2)?,
            role: row.word(3)?,
            speech: row.get(4)?,
            subject: row.get(5)?,
            text: row.get(6)?,
            deadline: row.get(7)?,
        })
    }
}

impl Table for Caption {
    const NAME: &'static str = "caption";
    const ORDER: &'static str = "position, id";
    const COLUMNS: &'static [&'static str] = &["id", "dossier", "position", "text", "photo"];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let place = [int(self.id), int(self.dossier), int(self.position)];
        let rest = [text(&self.text), text_opt(self.photo.as_ref())];
        Ok(place.into_iter().chain(rest).collect())
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        let (id, dossier, position) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Self { id, dossier, position, text: row.get(3)?, photo: row.get(4)? })
    }
}
