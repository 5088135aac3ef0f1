//! Use case: the documents that were written, each with the figures that no longer hold.

use crate::app::App;
use crate::clock;
use crate::document::DocumentStyle;
use crate::error::AppError;
use crate::view::WrittenDocument;

/// Documents shown, the newest.
const SHOWN: usize = 30;

impl App {
    /// The documents of the open dossier, newest first, with what the data of today say instead.
    ///
    /// # Errors
    /// As [`App::compose`].
    pub fn written_documents(&self) -> Result<Vec<WrittenDocument>, AppError> {
        let dossier = self.current().ok_or(AppError::NoDossier)?;
        let last = self.store.last_change(dossier)?;
        let rows = self.store.documents(dossier)?.into_iter().take(SHOWN);
        rows.map(|row| {
            // What nothing was changed since cannot be wrong.
            let facts = row.facts.as_deref().filter(|_| row.change < last);
            let style = row.style.as_deref().and_then(DocumentStyle::of);
            Ok(WrittenDocument {
                changed: self.outdated(facts)?,
                known: row.facts.is_some() || row.change >= last,
                kind: style.map(|style| style.title().to_owned()).unwrap_or_default(),
                at: clock::short(&row.at),
                name: row.name,
                path: row.path,
            })
        })
        .collect()
    }
}
