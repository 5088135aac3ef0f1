//! DOCX: the package, its text, styles, header and properties.

use std::io::{Cursor, Read};

use bc138_report::{Document, write_docx};

use crate::sample::{briefing, illustrated};

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("the file is a zip archive");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect("the part exists");
    part.read_to_string(&mut text).expect("the part is UTF-8");
    text
}

/// Removes tags and decodes the entities the writer uses.
fn text_of(xml: &str) -> String {
    let spaced = xml.replace("</w:p>", "\n");
    let mut text = String::new();
    for piece in spaced.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, rest)| rest));
    }
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[test]
fn the_text_is_complete_and_in_order() {
    let document = briefing();
    let docx = write_docx(&document).expect("the document can be written");
    let text = text_of(&part(&docx, "word/document.xml"));
    assert_eq!(text.trim(), document.plain_text().trim());
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let write = || write_docx(&illustrated()).expect("the document can be written");
    assert!(write() == write());
}

#[test]
fn the_page_follows_the_decree() {
    let docx = write_docx(&briefing()).expect("the document can be written");
    let body = part(&docx, "word/document.xml");
    assert!(body.contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#), "A4");
    assert!(body.contains(r#"w:top="1134" w:right="1134" w:bottom="1134" w:left="1701""#));
    assert!(body.contains("<w:titlePg/>"), "no number on the first page");
    assert!(part(&docx, "word/header1.xml").contains(" PAGE "));
    assert!(!part(&docx, "word/header2.xml").contains(" PAGE "));
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains(r#"w:ascii="Times New Roman""#));
    assert!(styles.contains(r#"<w:ind w:firstLine="720"/><w:jc w:val="both"/>"#));
}

#[test]
fn properties_come_from_the_document() {
    let docx = write_docx(&briefing()).expect("the document can be written");
    let core = part(&docx, "docProps/core.xml");
    assert!(core.contains("2026-11-19T17:00:00Z"), "midnight in Vietnam: {core}");
    assert!(core.contains("<dc:creator>Ban Chỉ đạo 138 tỉnh Ví Dụ</dc:creator>"));
    let empty = write_docx(&Document::default()).expect("an empty document can be written");
    assert!(!part(&empty, "docProps/core.xml").contains("created"), "never the clock");
}

#[test]
fn a_picture_has_its_part_relation_and_description() {
    let docx = write_docx(&illustrated()).expect("the document can be written");
    let body = part(&docx, "word/document.xml");
    assert!(body.contains(r#"r:embed="rIdImage1""#));
    assert!(body.contains(r#"descr="Quang cảnh hội nghị tại điểm cầu cấp tỉnh.""#));
    let relations = part(&docx, "word/_rels/document.xml.rels");
    assert!(relations.contains(r#"Target="media/image1.jpeg""#));
}

#[test]
fn markup_in_the_text_stays_text() {
    let mut document = briefing();
    document.sections[0].blocks.truncate(1);
    document.meta.title = "A & B <C>".into();
    let docx = write_docx(&document).expect("the document can be written");
    assert!(part(&docx, "docProps/core.xml").contains("<dc:title>A &amp; B &lt;C&gt;</dc:title>"));
}
