//! A DOCX file: the text of its main part, and the files inside it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::{MAX_PART, ReadBack, unreadable};
use crate::docx::read_attachments;
use crate::error::ReportError;

/// Reads the file.
pub(super) fn read(file: &[u8]) -> Result<ReadBack, ReportError> {
    let xml = main_part(file)?;
    Ok(ReadBack { text: visible(&xml)?, attachments: read_attachments(file)? })
}

/// Unpacks the main part under its limit.
fn main_part(file: &[u8]) -> Result<String, ReportError> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(unreadable)?;
    let part = archive.by_name("word/document.xml").map_err(unreadable)?;
    let mut xml = String::new();
    part.take(MAX_PART + 1).read_to_string(&mut xml).map_err(unreadable)?;
    // What is cut off at the limit would look like a text with numbers taken out.
    let fits = u64::try_from(xml.len()).is_ok_and(|length| length <= MAX_PART);
    if fits { Ok(xml) } else { Err(unreadable("the text is larger than 64 MiB")) }
}

/// Collects what the runs say. A drawing may be there twice, once for old programs (`Fallback`);
/// deleted text of tracked changes is not visible.
fn visible(xml: &str) -> Result<String, ReportError> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    let (mut inside, mut hidden) = (false, 0_usize);
    loop {
        match reader.read_event().map_err(unreadable)? {
            Event::Eof => return Ok(text),
            Event::Start(tag) => match tag.local_name().as_ref() {
                "Fallback" => hidden += 1,
                "t" => inside = hidden == 0,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "Fallback" => hidden = hidden.saturating_sub(1),
                "t" => inside = false,
                "p" if hidden == 0 => text.push('\n'),
                _ => {}
            },
            Event::Empty(tag) if hidden == 0 => match tag.local_name().as_ref() {
                "br" | "cr" => text.push('\n'),
                "tab" => text.push('\t'),
                _ => {}
            },
            Event::Text(words) if inside => text.push_str(&words.xml10_content()),
            Event::GeneralRef(name) if inside => text.push_str(&resolve(&name)),
            _ => {}
        }
    }
}

/// The character of a reference; nothing for one that XML does not know.
fn resolve(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(ch)) = name.resolve_char_ref() {
        return ch.to_string();
    }
    let known = quick_xml::escape::resolve_predefined_entity(&name.xml10_content());
    known.unwrap_or_default().to_owned()
}
