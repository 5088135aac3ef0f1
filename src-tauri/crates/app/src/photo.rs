//! Photos under captions.

use crate::app::App;
use crate::error::AppError;
use crate::field::{FieldKey, List, RowRef};
use crate::vi::labels;
use bc138_domain::Caption;
use bc138_store::Change;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;

impl App {
    /// Puts a photo under the caption of a number (from 1).
    ///
    /// # Errors
    /// As [`App::attach_photo`].
    pub fn attach_photo_to_number(&mut self, number: usize, path: &Path) -> Result<(), AppError> {
        let part = self.part()?;
        let caption = number.checked_sub(1).and_then(|index| part.captions.get(index));
        let none = || AppError::NoSuchPhoto {
            number,
            captions: part.captions.iter().map(|it| it.text.clone()).collect(),
        };
        let id = caption.ok_or_else(none)?.id;
        self.attach_photo(&FieldKey::row_key(List::Caption, RowRef::Id(id)), path)
    }

    /// Puts a photo under the caption of a row, after looking at it.
    ///
    /// # Errors
    /// The file cannot be read, or is no PNG or JPEG that a page can hold.
    pub fn attach_photo(&mut self, row: &str, path: &Path) -> Result<(), AppError> {
        let read = |source| AppError::Read { path: path.to_path_buf(), source };
        let bytes: Arc<[u8]> = std::fs::read(path).map_err(read)?.into();
        bc138_report::picture::prepare(&bytes, 0)?;
        let part = self.part()?;
        let caption = part
            .captions
            .iter()
            .find(|it| FieldKey::row_key(List::Caption, RowRef::Id(it.id)) == row)
            .ok_or_else(|| AppError::NoSuchField(row.to_owned()))?;
        let hash = hex(&Sha256::digest(&bytes));
        self.store.keep_photo(&hash, &bytes)?;
        let with_photo = Caption { photo: Some(hash), ..caption.clone() };
        let change = Change::new(labels::PHOTO, Some(part.dossier.id)).put(with_photo);
        self.apply(&change).map(|_| ())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
