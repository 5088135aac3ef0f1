//! Last step of the PDF: file properties, language and a fixed identity.
//!
//! printpdf draws its `/ID` from a counter and writes 1970 where no date is given; both are
//! replaced here so that the bytes depend on the document alone.

use std::io::Write as _;

use chrono::NaiveDate;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document as Pdf, Object, StringFormat, text_string};

use crate::document::Meta;
use crate::error::ReportError;

/// Completes and serialises the file.
pub(super) fn finish(mut pdf: Pdf, meta: &Meta) -> Result<Vec<u8>, ReportError> {
    let failed = |error: lopdf::Error| ReportError::Pdf { reason: error.to_string() };
    pdf.version = "1.7".to_owned();
    set_information(&mut pdf, meta);
    set_catalog(pdf.catalog_mut().map_err(failed)?);
    compress(&mut pdf).map_err(|error| ReportError::Pdf { reason: error.to_string() })?;
    pdf.renumber_objects();
    let id = identity(&pdf);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).map_err(|error| ReportError::Pdf { reason: error.to_string() })?;
    Ok(bytes)
}

/// Deflates every stream that is not compressed yet, at the usual level: lopdf's own method takes
/// the best level, which costs twice the time for one per cent.
fn compress(pdf: &mut Pdf) -> std::io::Result<()> {
    for object in pdf.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&stream.content)?;
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(encoder.finish()?);
    }
    Ok(())
}

/// Replaces the document information dictionary (ISO 32000-1, 14.3.3).
fn set_information(pdf: &mut Pdf, meta: &Meta) {
    let mut info = Dictionary::new();
    let entries = [
        ("Title", meta.title.as_str()),
        ("Author", meta.author.as_str()),
        ("Subject", meta.subject.as_str()),
        ("Keywords", &meta.keywords.join(", ")),
        ("Creator", "Báo cáo 138"),
    ];
    for (key, text) in entries.into_iter().filter(|(_, text)| !text.is_empty()) {
        info.set(key, text_string(&crate::clean::clean(text)));
    }
    if let Some(date) = meta.date {
        info.set("CreationDate", date_string(date));
        info.set("ModDate", date_string(date));
    }
    let id = pdf.add_object(info);
    pdf.trailer.set("Info", id);
    pdf.prune_objects();
}

/// Writes midnight in Vietnam on the document's date (ISO 32000-1, 7.9.4).
fn date_string(date: NaiveDate) -> Object {
    let text = date.format("D:%Y%m%d000000+07'00'").to_string();
    Object::String(text.into_bytes(), StringFormat::Literal)
}

/// Sets language and viewer behaviour; drops metadata the library made up.
fn set_catalog(catalog: &mut Dictionary) {
    catalog.remove(b"Metadata");
    catalog.set("Lang", text_string("vi"));
    let mut viewer = Dictionary::new();
    viewer.set("DisplayDocTitle", true);
    catalog.set("ViewerPreferences", viewer);
}

/// Derives the file identifier from all streams and the trailer (FNV-1a, two seeds).
fn identity(pdf: &Pdf) -> Object {
    let mut hash = [0xcbf2_9ce4_8422_2325_u64, 0x8422_2325_cbf2_9ce4];
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            mix(&mut hash, &stream.content);
        }
        if let Object::Dictionary(dictionary) = object {
            for value in dictionary.iter().filter_map(|(_, value)| value.as_str().ok()) {
                mix(&mut hash, value);
            }
        }
    }
    let bytes = hash.into_iter().flat_map(u64::to_be_bytes).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Feeds bytes to both hashes.
fn mix(hash: &mut [u64; 2], bytes: &[u8]) {
    for value in hash.iter_mut() {
        for &byte in bytes {
            *value = (*value ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
