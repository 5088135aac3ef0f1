//! Table `dossier`.

use crate::column::{
    Cells, Table, date, int, int_opt, text, text_opt, window_values, word, word_opt,
};
use crate::error::StoreError;
use bc138_domain::{Dossier, Event};
use rusqlite::types::Value;

impl Table for Dossier {
    const NAME: &'static str = "dossier";
    const ORDER: &'static str = "id";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "province",
        "province_type",
        "kind",
        "window_from",
        "window_to",
        "window_label",
        "headline",
        "organiser",
        "event_session",
        "event_date",
        "event_date_printed",
        "place",
        "meeting_form",
        "form_detail",
        "venues",
        "byline",
        "within",
        "event_name",
    ];

    fn bind(&self) -> Result<Vec<Value>, StoreError> {
        let mut values =
            vec![int(self.id), text(&self.province), text(&self.province_type), word(&self.kind)?];
        values.extend(window_values(&self.window));
        let event = &self.event;
        values.extend([
            text_opt(self.headline.as_ref()),
            text_opt(event.organiser.as_ref()),
            word_opt(event.session.as_ref())?,
            date(event.date),
            text_opt(event.date_printed.as_ref()),
            text_opt(event.place.as_ref()),
            word_opt(event.form.as_ref())?,
            text_opt(event.form_detail.as_ref()),
            int_opt(event.venues),
            text_opt(self.byline.as_ref()),
            text_opt(self.within.as_ref()),
            text_opt(event.name.as_ref()),
        ]);
        Ok(values)
    }

    fn read(row: &Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            province: row.get(1)?,
            province_type: row.get(2)?,
            kind: row.word(3)?,
            window: row.window(4)?,
            headline: row.get(7)?,
            event: Event {
                name: row.get(18)?,
                organiser: row.get(8)?,
                session: row.word_opt(9)?,
                date: row.date(10)?,
                date_printed: row.get(11)?,
                place: row.get(12)?,
                form: row.word_opt(13)?,
                form_detail: row.get(14)?,
                venues: row.get(15)?,
            },
            byline: row.get(16)?,
            within: row.get(17)?,
        })
    }
}
