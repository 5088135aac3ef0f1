//! A PDF file: its text through the Unicode maps of its fonts, and its embedded files
//! (ISO 32000-1, 7.11.4).

mod text;

use lopdf::{Dictionary, Document as Pdf, LoadOptions, Object, Stream};

use super::{MAX_PART, ReadBack, unreadable};
use crate::document::Attachment;
use crate::error::ReportError;

/// Depth of the tree of names; ours has one level.
const MAX_DEPTH: usize = 8;

/// Reads the file.
pub(super) fn read(file: &[u8]) -> Result<ReadBack, ReportError> {
    let limit = usize::try_from(MAX_PART).ok();
    let options = LoadOptions { max_decompressed_size: limit, ..LoadOptions::default() };
    let pdf = Pdf::load_mem_with_options(file, options).map_err(unreadable)?;
    if pdf.is_encrypted() {
        return Err(unreadable("encrypted"));
    }
    let text = text::text(&pdf)?;
    let mut attachments = Vec::new();
    if let Some(tree) = names(&pdf) {
        collect(&pdf, tree, MAX_DEPTH, &mut attachments);
    }
    Ok(ReadBack { text, attachments })
}

/// The tree of embedded files.
fn names(pdf: &Pdf) -> Option<&Dictionary> {
    let names = follow(pdf, pdf.catalog().ok()?.get(b"Names").ok()?)?.as_dict().ok()?;
    follow(pdf, names.get(b"EmbeddedFiles").ok()?)?.as_dict().ok()
}

fn follow<'p>(pdf: &'p Pdf, object: &'p Object) -> Option<&'p Object> {
    pdf.dereference(object).ok().map(|(_, object)| object)
}

/// Collects the files of a node and of those below it.
fn collect(pdf: &Pdf, node: &Dictionary, depth: usize, found: &mut Vec<Attachment>) {
    let list = |key: &[u8]| {
        let object = follow(pdf, node.get(key).ok()?)?;
        object.as_array().ok()
    };
    for pair in list(b"Names").into_iter().flatten().collect::<Vec<_>>().chunks(2) {
        found.extend(pair.get(1).and_then(|spec| attachment(pdf, spec)));
    }
    if depth > 0 {
        for kid in list(b"Kids").into_iter().flatten() {
            if let Some(kid) = follow(pdf, kid).and_then(|kid| kid.as_dict().ok()) {
                collect(pdf, kid, depth - 1, found);
            }
        }
    }
}

/// Reads a file specification.
fn attachment(pdf: &Pdf, specification: &Object) -> Option<Attachment> {
    let specification = follow(pdf, specification)?.as_dict().ok()?;
    let files = follow(pdf, specification.get(b"EF").ok()?)?.as_dict().ok()?;
    let stream = follow(pdf, files.get(b"F").ok()?)?.as_stream().ok()?;
    let bytes = unpacked(stream)?;
    let text = |dictionary: &Dictionary, key: &[u8]| {
        let object = dictionary.get(key).ok()?;
        lopdf::decode_text_string(object).ok()
    };
    let media_type = stream.dict.get(b"Subtype").ok().and_then(|it| it.as_name().ok());
    Some(Attachment {
        name: text(specification, b"UF").or_else(|| text(specification, b"F"))?,
        media_type: String::from_utf8_lossy(media_type.unwrap_or_default()).into_owned(),
        description: text(specification, b"Desc").unwrap_or_default(),
        bytes,
    })
}

/// The content of a stream, unpacked under the limit.
fn unpacked(stream: &Stream) -> Option<Vec<u8>> {
    let limit = usize::try_from(MAX_PART).unwrap_or(usize::MAX);
    stream.get_plain_content_with_limit(limit).ok()
}
