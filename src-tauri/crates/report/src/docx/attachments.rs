//! Files inside the DOCX, as custom XML parts (ECMA-376, Part 1, 15.2.5).
//!
//! Word and LibreOffice keep such parts when a clerk edits and saves the document, though under
//! other names; they are found again by their namespace.

use std::io::{Cursor, Read};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};
use zip::ZipArchive;

use super::package::{DECLARATION, Package, Relations};
use crate::document::Attachment;
use crate::error::ReportError;
use crate::xml::escape;

/// The namespace by which the parts are found.
const NAMESPACE: &str = "urn:bao-cao-138:attachment";
/// Content type of the properties of a custom part.
const PROPERTIES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/// The most entries of an archive that is read.
const MAX_ENTRIES: usize = 10_000;
/// The most bytes that all custom parts together may have, unpacked.
const MAX_UNPACKED: u64 = 96 << 20;

/// Adds the attachments to the package.
pub(super) fn push(package: &mut Package<'_>, attachments: &[Attachment]) {
    for (index, attachment) in attachments.iter().enumerate() {
        let number = index + 1;
        let properties = format!("itemProps{number}.xml");
        let relations = Relations::new().office("rId1", "customXmlProps", &properties);
        package.plain(format!("customXml/item{number}.xml"), item(attachment).into_bytes());
        package.plain(format!("customXml/_rels/item{number}.xml.rels"), relations.finish());
        package.typed(format!("customXml/{properties}"), PROPERTIES_TYPE, identity(number));
    }
}

/// Relates the document to its attachments.
pub(super) fn relate(relations: Relations, count: usize) -> Relations {
    (1..=count).fold(relations, |relations, number| {
        let target = format!("../customXml/item{number}.xml");
        relations.office(&format!("rIdItem{number}"), "customXml", &target)
    })
}

/// Writes one attachment.
fn item(attachment: &Attachment) -> String {
    format!(
        r#"{DECLARATION}<attachment xmlns="{NAMESPACE}" name="{}" mediaType="{}" description="{}" encoding="base64">{}</attachment>"#,
        escape(&attachment.name),
        escape(&attachment.media_type),
        escape(&attachment.description),
        STANDARD.encode(&attachment.bytes)
    )
}

/// Writes the properties of a custom part: its identity, the same in every file.
fn identity(number: usize) -> String {
    format!(
        concat!(
            r#"{}<ds:datastoreItem ds:itemID="{{8F1B3E52-0138-4C0A-9A00-{:012X}}}" "#,
            r#"xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">"#,
            r#"<ds:schemaRefs><ds:schemaRef ds:uri="{}"/></ds:schemaRefs></ds:datastoreItem>"#,
        ),
        DECLARATION, number, NAMESPACE
    )
}

/// Reads the files inside a DOCX file, in the order of its parts. A file without any gives none.
///
/// # Errors
/// [`ReportError::Unreadable`] when the file is no archive, unpacks to more than it may, or holds
/// an attachment that is damaged or has an unsafe name.
pub fn read_attachments(docx: &[u8]) -> Result<Vec<Attachment>, ReportError> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).map_err(unreadable)?;
    if archive.len() > MAX_ENTRIES {
        return Err(unreadable("too many parts"));
    }
    let mut items: Vec<(usize, String)> = archive
        .file_names()
        .filter_map(|name| Some((item_number(name)?, name.to_owned())))
        .collect();
    items.sort();
    let mut left = MAX_UNPACKED;
    let mut attachments = Vec::new();
    for (_, name) in items {
        let part = archive.by_name(&name).map_err(unreadable)?;
        let mut bytes = Vec::new();
        part.take(left + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        left = left
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| unreadable("custom parts are too large"))?;
        attachments.extend(parse(&bytes)?);
    }
    Ok(attachments)
}

/// Returns the number of a custom part by its name: `customXml/item12.xml`.
fn item_number(name: &str) -> Option<usize> {
    let name = name.to_ascii_lowercase();
    name.strip_prefix("customxml/item")?.strip_suffix(".xml")?.parse().ok()
}

/// Reads a custom part; nothing when it belongs to another program.
fn parse(xml: &[u8]) -> Result<Option<Attachment>, ReportError> {
    let Ok(xml) = std::str::from_utf8(xml) else { return Ok(None) };
    let mut reader = NsReader::from_str(xml.trim_start_matches('\u{FEFF}'));
    // An office program may write an empty file as an empty element.
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_resolved_event() {
            Ok((namespace, Event::Start(root))) => {
                let ours = namespace == ResolveResult::Bound(Namespace(NAMESPACE));
                if !ours || root.local_name().as_ref() != "attachment" {
                    return Ok(None);
                }
                let attachment = begin(&root)?;
                return finish(&mut reader, attachment).map(Some);
            }
            // What is no XML is not ours.
            Ok((_, Event::Eof)) | Err(_) => return Ok(None),
            Ok(_) => {}
        }
    }
}

/// Reads what the root says about the file.
fn begin(root: &BytesStart<'_>) -> Result<Attachment, ReportError> {
    let value = |name: &str| {
        let found = root.try_get_attribute(name).map_err(unreadable)?;
        let value = found.ok_or_else(|| unreadable(format!("no attribute {name}")))?;
        Ok::<_, ReportError>(
            value.normalized_value(XmlVersion::Implicit1_0).map_err(unreadable)?.into_owned(),
        )
    };
    let name = value("name")?;
    if !is_plain(&name) {
        return Err(unreadable("the name of an attachment is no plain file name"));
    }
    if value("encoding")? != "base64" {
        return Err(unreadable("an attachment in an unknown encoding"));
    }
    let (media_type, description) = (value("mediaType")?, value("description")?);
    Ok(Attachment { name, media_type, description, bytes: Vec::new() })
}

/// Reads the bytes of the file.
fn finish(reader: &mut NsReader<&[u8]>, attachment: Attachment) -> Result<Attachment, ReportError> {
    let mut encoded = String::new();
    loop {
        match reader.read_event().map_err(unreadable)? {
            Event::Text(text) => {
                encoded.extend(text.chars().filter(|ch| !ch.is_ascii_whitespace()));
            }
            Event::End(_) => {
                let bytes = STANDARD.decode(encoded).map_err(unreadable)?;
                return Ok(Attachment { bytes, ..attachment });
            }
            Event::Comment(_) | Event::PI(_) => {}
            _ => return Err(unreadable("an attachment holds more than text")),
        }
    }
}

/// Tells whether a name can be used for a file without leading anywhere else.
fn is_plain(name: &str) -> bool {
    let safe = |byte: u8| byte.is_ascii_graphic() && !br#"/\:*?"<>|"#.contains(&byte);
    !name.is_empty() && name.len() <= 255 && !name.starts_with('.') && name.bytes().all(safe)
}

/// Names why the file cannot be read.
fn unreadable(reason: impl std::fmt::Display) -> ReportError {
    ReportError::Unreadable { reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_parts_are_looked_at() {
        assert_eq!(item_number("customXml/item12.xml"), Some(12));
        assert_eq!(item_number("customxml/Item1.XML"), Some(1), "names do not tell capitals apart");
        for other in ["customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels", "item1.xml"] {
            assert_eq!(item_number(other), None, "{other}");
        }
    }

    #[test]
    fn parts_of_other_programs_are_passed_over() {
        let foreign =
            r#"<b:Sources xmlns:b="http://example.org/bibliography"><b:Source/></b:Sources>"#;
        for xml in [foreign, "", "not XML", "<attachment/>", "<a><b></a>"] {
            assert_eq!(parse(xml.as_bytes()), Ok(None), "{xml}");
        }
    }

    #[test]
    fn another_prefix_and_broken_lines_make_no_difference() {
        let xml = format!(
            "<x:attachment xmlns:x='{NAMESPACE}' description='' encoding='base64' \
             mediaType='text/plain' name='a.txt'>\n aGVs\r\n bG8= </x:attachment>"
        );
        let read = parse(xml.as_bytes()).expect("it is well formed").expect("it is ours");
        assert_eq!((read.name.as_str(), read.bytes.as_slice()), ("a.txt", &b"hello"[..]));
    }

    #[test]
    fn an_empty_file_may_be_an_empty_element() {
        let xml = format!(
            r#"<attachment xmlns="{NAMESPACE}" name="a" mediaType="b" description="" encoding="base64"/>"#
        );
        let read = parse(xml.as_bytes()).expect("it is well formed").expect("it is ours");
        assert!(read.bytes.is_empty());
    }

    #[test]
    fn damage_and_unsafe_names_are_errors() {
        let with = |name: &str, text: &str| {
            let bytes = b"bytes".to_vec();
            let (name, kind) = (name.to_owned(), "application/json".to_owned());
            let it = Attachment { name, media_type: kind, description: String::new(), bytes };
            item(&it).replace(&STANDARD.encode("bytes"), text)
        };
        assert!(parse(with("a.json", "QQ==").as_bytes()).is_ok());
        for name in ["../a.json", "a/b", r"a\b", "", ".hidden", "a b", "c:d"] {
            assert!(parse(with(name, "QQ==").as_bytes()).is_err(), "{name}");
        }
        for text in ["QQ", "<x/>", "QQ==<x>", "&amp;"] {
            assert!(parse(with("a.json", text).as_bytes()).is_err(), "{text}");
        }
    }
}
