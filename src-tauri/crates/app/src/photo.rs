//! Photos under captions.

use crate::app::App;
use crate::error::AppError;
use crate::vi::labels;
use bc138_store::Change;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;

impl App {
    /// Puts a photo under the caption of a number (from 1), after looking at it.
    ///
    /// # Errors
    /// The file cannot be read, or is no PNG or JPEG that a page can hold.
    pub fn attach_photo(&mut self, number: usize, path: &Path) -> Result<(), AppError> {
        let read = |source| AppError::Read { path: path.to_path_buf(), source };
        let bytes: Arc<[u8]> = std::fs::read(path).map_err(read)?.into();
        bc138_report::picture::prepare(&bytes, number)?;
        let part = self.part()?;
        let caption = number.checked_sub(1).and_then(|index| part.captions.get(index));
        let mut caption = caption
            .cloned()
            .ok_or_else(|| AppError::NoSuchField(format!("caption/{number}")))?;
        let hash = hex(&Sha256::digest(&bytes));
        self.store.keep_photo(&hash, &bytes)?;
        caption.photo = Some(hash);
        self.apply(&Change::new(labels::PHOTO, Some(part.dossier.id)).put(caption))?;
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
