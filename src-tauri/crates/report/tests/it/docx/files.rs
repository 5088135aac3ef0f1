//! Files inside a DOCX: written, found again, and never trusted.

use std::io::{Cursor, Write};

use bc138_report::{Attachment, Document, ReportError, read_docx_attachments, write_docx};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::opened::Opened;
use super::papers::{attachments, everything};

fn written(document: &Document) -> Vec<u8> {
    write_docx(document).expect("the document can be written")
}

/// Zips parts into something that looks like a DOCX.
fn zipped<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part can be added");
        zip.write_all(bytes).expect("memory can be written");
    }
    zip.finish().expect("the archive can be closed").into_inner()
}

#[test]
fn attachments_come_back_byte_for_byte() {
    assert_eq!(read_docx_attachments(&written(&everything())), Ok(attachments()));
    assert_eq!(read_docx_attachments(&written(&Document::default())), Ok(Vec::new()));
}

#[test]
fn they_come_back_in_order_when_there_are_many() {
    let file = |index: usize| Attachment {
        name: format!("{index}.txt"),
        media_type: "text/plain".into(),
        description: String::new(),
        bytes: index.to_string().into_bytes(),
    };
    let files: Vec<Attachment> = (0..12).map(file).collect();
    let document = Document { attachments: files.clone(), ..Document::default() };
    assert_eq!(read_docx_attachments(&written(&document)), Ok(files));
}

#[test]
fn each_attachment_has_an_identity_of_its_own() {
    let opened = Opened::of(&everything());
    let names: Vec<&String> =
        opened.parts.keys().filter(|name| name.starts_with("customXml/itemProps")).collect();
    let ids: std::collections::BTreeSet<String> =
        names.iter().map(|name| opened.tree(name).value("ds:itemID").to_owned()).collect();
    assert_eq!((names.len(), ids.len()), (3, 3));
}

#[test]
fn parts_renamed_by_an_office_program_are_found() {
    let opened = Opened::of(&everything());
    let item = opened.text("customXml/item2.xml").as_bytes();
    let foreign = b"<Sources xmlns='http://example.org/sources'/>".as_slice();
    let file = zipped([
        ("word/document.xml", b"<w/>".as_slice()),
        ("customXml/item1.xml", foreign),
        ("customXml/item7.xml", item),
    ]);
    assert_eq!(read_docx_attachments(&file), Ok(vec![attachments()[1].clone()]));
}

#[test]
fn what_is_no_archive_is_refused() {
    for file in [b"".as_slice(), b"PK", b"%PDF-1.7", b"\xD0\xCF\x11\xE0"] {
        let found = read_docx_attachments(file);
        assert!(matches!(found, Err(ReportError::Unreadable { .. })), "{file:?}");
    }
}

#[test]
fn a_part_that_unpacks_to_more_than_allowed_is_refused() {
    // 100 MiB of zeros, a hundred kilobytes when packed.
    let zeros = vec![0_u8; 100 << 20];
    let file = zipped([("customXml/item1.xml", zeros.as_slice())]);
    assert!(file.len() < 1 << 20, "the file itself is small: {}", file.len());
    assert!(matches!(read_docx_attachments(&file), Err(ReportError::Unreadable { .. })));
}

#[test]
fn damage_is_an_error_not_a_panic() {
    let whole = written(&everything());
    for cut in (0..whole.len()).step_by(whole.len() / 40) {
        assert!(read_docx_attachments(&whole[..cut]).is_err(), "the directory is at the end");
    }
    for at in (0..whole.len()).step_by(97) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        // Whatever it is, it ends; a changed byte may be in a part that is not read.
        let _ended = read_docx_attachments(&damaged).is_ok();
    }
}
