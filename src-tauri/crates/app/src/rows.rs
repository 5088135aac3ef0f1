//! Removing rows, with what hangs on them.

use crate::app::{App, or_row};
use crate::error::AppError;
use crate::field::{self, FieldKey, List, RowRef, written_label};
use crate::vi::labels;
use bc138_domain::{DossierPart, Kind};
use bc138_store::Change;

impl App {
    /// Removes a row and what hangs on it.
    ///
    /// # Errors
    /// No such row, or the store fails.
    pub fn remove_row(&mut self, key: &str) -> Result<(), AppError> {
        let missing = || AppError::NoSuchField(key.to_owned());
        let part = self.part()?;
        let parsed = FieldKey::parse(&format!("{key}/text")).ok_or_else(missing)?;
        let FieldKey::Row { list, row: RowRef::Id(id), .. } = parsed else {
            return Err(missing());
        };
        let record = field::find(&part, list, id).ok_or_else(missing)?;
        let label = or_row(labels::remove(&written_label(&record)));
        let change = detach(&part, list, id, Change::new(label, Some(part.dossier.id)));
        self.apply(&change.remove(list.kind(), id))?;
        Ok(())
    }
}

/// Removes or loosens what points to a row that goes.
fn detach(part: &DossierPart, list: List, id: i32, mut change: Change) -> Change {
    let speeches: Vec<i32> = part
        .speeches
        .iter()
        .filter(|speech| match list {
            List::Participant => speech.speaker == id,
            _ => list == List::Speech && speech.id == id,
        })
        .map(|speech| speech.id)
        .collect();
    for passage in part.passages.iter().filter(|p| p.speech.is_some_and(|s| speeches.contains(&s)))
    {
        let mut loose = passage.clone();
        loose.speech = None;
        change = change.put(loose);
    }
    if list == List::Participant {
        for speech in &speeches {
            change = change.remove(Kind::Speech, *speech);
        }
    }
    for draft in part.drafts.iter().filter(|draft| is_in_row(&draft.field, list, id, &speeches)) {
        change = change.remove(Kind::Draft, draft.id);
    }
    for award in part.awards.iter().filter(|a| list == List::Award && a.subset_of == Some(id)) {
        let mut loose = award.clone();
        loose.subset_of = None;
        change = change.put(loose);
    }
    change
}

/// Whether a field belongs to the row, or to a speech that goes with its speaker.
fn is_in_row(key: &str, list: List, id: i32, speeches: &[i32]) -> bool {
    match FieldKey::parse(key) {
        Some(FieldKey::Row { list: List::Speech, row: RowRef::Id(of), .. })
            if speeches.contains(&of) =>
        {
            true
        }
        Some(FieldKey::Row { list: of_list, row, .. }) => of_list == list && row == RowRef::Id(id),
        _ => false,
    }
}
