//! PDF: fonts, text extraction, properties, pictures, identity.

use std::io::Write;
use std::process::{Command, Stdio};

use bc138_report::{Block, Document, Fonts, Meta, Paragraph, Span, Style, layout, write_pdf};
use image::ImageFormat;
use lopdf::{Dictionary, Object};

use crate::sample::{awkward, briefing, illustrated, picture_bytes};

/// Writes a document as a PDF file.
pub fn pdf_of(document: &Document) -> Vec<u8> {
    let fonts = Fonts::embedded().expect("the files in assets are fonts");
    let pages = layout(document, &fonts).expect("the document can be laid out");
    write_pdf(document, &pages, &fonts).expect("the pages can be written")
}

fn body(spans: Vec<Span>) -> Document {
    Document::new(Meta::default(), vec![Paragraph::new(Style::Body, spans).into()])
}

/// Runs a poppler tool (a required package of the project) over the file: what it writes.
pub fn run(tool: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler-utils is installed");
    child.stdin.take().expect("stdin is piped").write_all(pdf).expect("the tool reads the file");
    let output = child.wait_with_output().expect("the tool ends");
    assert!(output.status.success(), "{tool} accepts the file");
    output.stdout
}

/// The same for a tool that writes text.
pub fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    String::from_utf8(run(tool, arguments, pdf)).expect("the tool writes UTF-8")
}

/// Splits at white space.
pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Leaves out the number at the head of every page after the first.
fn without_numbers(text: &str) -> String {
    let mut kept = String::new();
    for (index, page) in text.split('\u{c}').enumerate() {
        let number = (index + 1).to_string();
        let numbered = (index > 0).then(|| page.trim_start().strip_prefix(&number)).flatten();
        kept.push_str(numbered.unwrap_or(page));
        kept.push('\n');
    }
    kept
}

/// Reads the file back and returns every dictionary of the given type.
fn dictionaries(pdf: &[u8], wanted: &[u8]) -> Vec<Dictionary> {
    let file = lopdf::Document::load_mem(pdf).expect("the file is a PDF");
    let of_type = |object: &Object| {
        let dictionary = object.as_dict().ok()?;
        dictionary.has_type(wanted).then(|| dictionary.clone())
    };
    file.objects.values().filter_map(of_type).collect()
}

#[test]
fn the_text_comes_back_word_for_word() {
    let document = briefing();
    let pdf = pdf_of(&document);
    let said = document.plain_text();
    for mode in ["-raw", "-layout"] {
        let first = poppler("pdftotext", &["-f", "1", "-l", "1", mode, "-", "-"], &pdf);
        let second = poppler("pdftotext", &["-f", "2", mode, "-", "-"], &pdf);
        let (first, second) = (words(&first), words(&second));
        assert_eq!(second[0], "2", "the second page begins with its number ({mode})");
        let read = [&first[..], &second[1..]].concat();
        assert_eq!(read, words(&said), "nothing is lost, joined or split ({mode})");
    }
}

#[test]
fn awkward_text_comes_back_too() {
    let document = awkward();
    let read = poppler("pdftotext", &["-raw", "-", "-"], &pdf_of(&document));
    let read = without_numbers(&read);
    let joined = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(joined(&read), joined(&document.plain_text()), "an endless word is only cut");
}

#[test]
fn fonts_are_embedded_subset_and_mapped_to_unicode() {
    let pdf = pdf_of(&briefing());
    let fonts: Vec<Dictionary> = dictionaries(&pdf, b"Font");
    let composite: Vec<_> = fonts.iter().filter(|font| font.has(b"ToUnicode")).collect();
    assert_eq!(composite.len(), 3, "regular, bold and italic are used, bold italic is not");
    for font in &composite {
        let name = font.get(b"BaseFont").and_then(Object::as_name).expect("a font has a name");
        assert_eq!(name.get(6), Some(&b'+'), "the name carries a subset tag");
    }
    let descriptors = dictionaries(&pdf, b"FontDescriptor");
    assert_eq!(descriptors.len(), 3);
    assert!(descriptors.iter().all(|descriptor| descriptor.has(b"FontFile2")));
    let listed = poppler("pdffonts", &["-"], &pdf);
    for line in listed.lines().skip(2) {
        assert!(line.contains("yes yes yes"), "embedded, subset, Unicode: {line}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = illustrated();
    assert!(pdf_of(&document) == pdf_of(&document), "no clock, counter or hash order shows");
    assert!(pdf_of(&document) != pdf_of(&briefing()), "another document has another identity");
}

#[test]
fn properties_come_from_the_document() {
    let listed = poppler("pdfinfo", &["-rawdates", "-"], &pdf_of(&briefing()));
    assert!(listed.contains("Title:           Hội nghị tổng kết phong trào"), "{listed}");
    assert!(listed.contains("Author:          Ban Chỉ đạo 138 tỉnh Ví Dụ"), "{listed}");
    assert!(listed.contains("Keywords:        138, an ninh Tổ quốc"), "{listed}");
    assert!(listed.contains("CreationDate:    D:20261120000000+07'00'"), "{listed}");
    assert!(listed.contains("Page size:       595.276 x 841.89 pts (A4)"), "{listed}");
}

#[test]
fn without_a_date_the_file_claims_none() {
    let listed = poppler("pdfinfo", &["-rawdates", "-"], &pdf_of(&Document::default()));
    assert!(!listed.contains("CreationDate") && !listed.contains("ModDate"), "{listed}");
    assert!(listed.contains("Pages:           1"), "an empty document has a page: {listed}");
}

#[test]
fn decomposed_input_is_printed_composed() {
    let pdf = pdf_of(&body(vec![Span::plain("Nguye\u{302}\u{303}n Va\u{306}n")]));
    assert_eq!(words(&poppler("pdftotext", &["-", "-"], &pdf)), ["Nguyễn", "Văn"]);
}

#[test]
fn glued_and_hard_spaces_come_back_as_ordinary_spaces() {
    let pdf = pdf_of(&body(vec![Span::plain("có 32 cuộc họp, 5\u{A0}tổ")]));
    assert_eq!(
        poppler("pdftotext", &["-", "-"], &pdf).lines().next(),
        Some("có 32 cuộc họp, 5 tổ")
    );
}

#[test]
fn jpeg_is_embedded_as_it_is_and_png_as_samples() {
    let jpeg = picture_bytes(300, 200, ImageFormat::Jpeg);
    let png = picture_bytes(30, 20, ImageFormat::Png);
    let pictures =
        [&jpeg, &png].map(|bytes| Block::from(bc138_report::Picture::new(bytes.clone(), None)));
    let pdf = pdf_of(&Document::new(Meta::default(), pictures.to_vec()));
    let listed = poppler("pdfimages", &["-list", "-"], &pdf);
    let kinds: Vec<_> = listed.lines().skip(2).map(|line| words(line)[8].to_owned()).collect();
    assert_eq!(kinds, ["jpeg", "image"], "{listed}");
    assert!(pdf.windows(jpeg.len()).any(|window| window == jpeg.as_ref()), "byte for byte");
}

#[test]
fn a_two_page_briefing_stays_small() {
    let size = pdf_of(&briefing()).len();
    assert!(size < 150 * 1024, "{size} bytes");
}
