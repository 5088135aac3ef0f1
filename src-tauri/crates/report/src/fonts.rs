//! The four faces of the report and what they can draw.
//!
//! Owns font bytes and the lazily parsed forms the writers need. Reads nothing from the system.

use std::fmt;
use std::sync::{Arc, OnceLock};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{FontContext, FontData};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::error::ReportError;
pub use crate::face::Face;

/// The family name under which the four faces are registered.
pub(crate) const FAMILY: &str = "report";

/// The four faces, parsed once and shared by every document.
#[derive(Clone)]
pub struct Fonts {
    files: [Arc<FontFile>; 4],
    context: FontContext,
}

/// One font file.
struct FontFile {
    data: Blob<u8>,
    pdf: OnceLock<Option<printpdf::ParsedFont>>,
}

impl Fonts {
    /// Takes four TrueType files.
    ///
    /// # Errors
    /// [`ReportError::Font`] when a file is not a font.
    pub fn from_bytes(
        regular: Vec<u8>,
        bold: Vec<u8>,
        italic: Vec<u8>,
        bold_italic: Vec<u8>,
    ) -> Result<Self, ReportError> {
        let [r, b, i, bi] =
            [regular, bold, italic, bold_italic].map(|file| Blob::new(Arc::new(file)));
        Self::from_blobs([r, b, i, bi])
    }

    /// Takes the Liberation Serif files built into the program (metric twins of Times New Roman).
    ///
    /// # Errors
    /// [`ReportError::Font`] when the build carries a damaged file.
    pub fn embedded() -> Result<Self, ReportError> {
        const FILES: [&[u8]; 4] = [
            include_bytes!("../../../../assets/fonts/LiberationSerif-Regular.ttf"),
            include_bytes!("../../../../assets/fonts/LiberationSerif-Bold.ttf"),
            include_bytes!("../../../../assets/fonts/LiberationSerif-Italic.ttf"),
            include_bytes!("../../../../assets/fonts/LiberationSerif-BoldItalic.ttf"),
        ];
        Self::from_blobs(FILES.map(|file| Blob::new(Arc::new(file))))
    }

    /// Registers four files.
    fn from_blobs(blobs: [Blob<u8>; 4]) -> Result<Self, ReportError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        for (face, blob) in Face::ALL.into_iter().zip(&blobs) {
            register(&mut collection, face, blob)?;
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let files = blobs.map(|data| Arc::new(FontFile { data, pdf: OnceLock::new() }));
        Ok(Self { files, context })
    }

    /// Returns a shaping context of its own for one layout.
    pub(crate) fn context(&self) -> FontContext {
        self.context.clone()
    }

    /// Returns the face whose file a shaped run uses.
    pub(crate) fn face_of(&self, font: &FontData) -> Option<Face> {
        Face::ALL.into_iter().find(|&face| self.file(face).data.id() == font.data.id())
    }

    /// Returns a reader for the outlines and tables of a face.
    pub(crate) fn outlines(&self, face: Face) -> Result<FontRef<'_>, ReportError> {
        let bytes = self.file(face).data.as_ref();
        FontRef::new(bytes).map_err(|_| ReportError::Font { name: face.name() })
    }

    /// Returns the glyph of a character, if the face has one.
    pub(crate) fn glyph(&self, face: Face, ch: char) -> Option<u16> {
        let id = self.outlines(face).ok()?.charmap().map(ch)?;
        u16::try_from(id.to_u32()).ok().filter(|&id| id != 0)
    }

    /// Returns the size of the em square in font units.
    pub(crate) fn units_per_em(&self, face: Face) -> f32 {
        let metrics =
            self.outlines(face).map(|font| font.metrics(Size::unscaled(), LocationRef::default()));
        metrics.map_or(1000.0, |metrics| f32::from(metrics.units_per_em))
    }

    /// Returns the parsed form the PDF library embeds, parsing the face on first use.
    pub(crate) fn for_pdf(&self, face: Face) -> Result<&printpdf::ParsedFont, ReportError> {
        let file = self.file(face);
        file.pdf
            .get_or_init(|| {
                printpdf::ParsedFont::from_bytes(file.data.as_ref(), 0, &mut Vec::new())
            })
            .as_ref()
            .ok_or(ReportError::Font { name: face.name() })
    }

    /// Returns the file of a face.
    fn file(&self, face: Face) -> &FontFile {
        &self.files[face as usize]
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").finish_non_exhaustive()
    }
}

/// Registers one file under the common family name.
fn register(collection: &mut Collection, face: Face, blob: &Blob<u8>) -> Result<(), ReportError> {
    let wanted = FontInfoOverride {
        family_name: Some(FAMILY),
        width: None,
        style: Some(face.style()),
        weight: Some(face.weight()),
        axes: None,
    };
    let registered = collection.register_fonts(blob.clone(), Some(wanted));
    if registered.is_empty() {
        return Err(ReportError::Font { name: face.name() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_draws_vietnamese() {
        let fonts = Fonts::embedded().expect("the files in assets are fonts");
        for face in Face::ALL {
            for ch in
                "ẠạẢảẤấẦầẬậẮắẰằẶặẸẹẾếỀềỆệỊịỌọỐốỒồỔổỘộỚớỜờỢợỤụỦủỨứỪừỬửỰựỲỳỴỵĐđƠơƯư–—“”…•≥≤".chars()
            {
                assert!(fonts.glyph(face, ch).is_some(), "{} lacks {ch}", face.name());
            }
        }
    }

    #[test]
    fn a_damaged_file_is_an_error() {
        let junk = || b"not a font".to_vec();
        let result = Fonts::from_bytes(junk(), junk(), junk(), junk());
        assert_eq!(result.err(), Some(ReportError::Font { name: "Regular" }));
    }

    #[test]
    fn fonts_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Fonts>();
    }
}
