//! PDF of tables, drawings, forms and attachments, read back by other programs.

use bc138_report::{Attachment, Density, Document, Paper, PlacedRun, read_back};
use lopdf::Object;

use crate::pages::pages_of;
use crate::papers::{
    certificates, chart, of_sections, report, section, standard_report, table, wide_annex,
};
use crate::pdf::{pdf_of, poppler, words};

/// The word boxes of a page as poppler sees them: left edge, baseline side, text.
fn boxes(pdf: &[u8], page: usize) -> Vec<(f32, f32, String)> {
    let page = page.to_string();
    let listed = poppler("pdftotext", &["-f", &page, "-l", &page, "-bbox", "-", "-"], pdf);
    let value = |line: &str, name: &str| {
        let text = line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.to_owned();
        text.parse::<f32>().ok()
    };
    let word = |line: &str| {
        let text = line.split('>').nth(1)?.split('<').next()?.to_owned();
        Some((value(line, "xMin")?, value(line, "yMax")?, text))
    };
    listed.lines().filter(|line| line.contains("<word ")).filter_map(word).collect()
}

#[test]
fn a_table_comes_back_word_for_word_and_in_order() {
    let blocks = vec![table(30, 5, Density::Small).into()];
    let document = of_sections(vec![section(Paper::A4, blocks)]);
    let read = poppler("pdftotext", &["-raw", "-", "-"], &pdf_of(&document));
    assert_eq!(words(&read), words(&document.plain_text()));
}

#[test]
fn page_numbers_and_repeated_heads_are_marked_and_not_read_back() {
    let blocks = vec![table(90, 5, Density::Small).into()];
    let document = of_sections(vec![section(Paper::A4, blocks)]);
    let pdf = pdf_of(&document);
    let shown = words(&poppler("pdftotext", &["-raw", "-", "-"], &pdf)).len();
    let read = read_back(&pdf).expect("it is read back").text;
    assert_eq!(words(&read), words(&document.plain_text()), "each text once");
    assert!(shown > words(&read).len(), "on paper the head stands on every page");
}

#[test]
fn every_row_of_a_layout_is_a_line() {
    let blocks = vec![table(12, 3, Density::Normal).into()];
    let document = of_sections(vec![section(Paper::A4, blocks)]);
    let read = poppler("pdftotext", &["-layout", "-", "-"], &pdf_of(&document));
    let rows: Vec<Vec<&str>> = read.lines().map(words).collect();
    for number in 2..=12 {
        let said = document.plain_text();
        let row = said.lines().find(|line| line.starts_with(&format!("{number}\t")));
        let row = words(row.expect("the row is in the text"));
        assert!(rows.contains(&row), "{row:?}");
    }
}

#[test]
fn glyphs_stand_where_the_page_says() {
    let document = standard_report();
    let (pages, pdf) = (pages_of(&document), pdf_of(&document));
    for page in [0, pages.len() - 1] {
        let boxes = boxes(&pdf, page + 1);
        let first_word =
            |run: &PlacedRun| run.text.split(' ').next().unwrap_or_default().to_owned();
        let starts = pages[page].runs.iter().filter(|run| !run.text.starts_with(' '));
        let mut seen = 0;
        for run in starts {
            let word = first_word(run);
            // A run may begin inside a word for poppler; those that begin one stand exactly.
            let near = boxes.iter().filter(|it| it.2 == word && (it.0 - run.x).abs() < 0.06);
            seen += usize::from(near.count() > 0);
        }
        assert!(seen * 10 >= pages[page].runs.len() * 8, "{seen} of {}", pages[page].runs.len());
    }
}

#[test]
fn turned_heads_come_back_too() {
    let read = poppler("pdftotext", &["-raw", "-l", "1", "-", "-"], &pdf_of(&wide_annex()));
    assert_eq!(read.matches("chuẩn").count(), 9, "one word a line: {read}");
}

#[test]
fn drawings_and_forms_are_read_without_complaint() {
    let drawing = of_sections(vec![section(Paper::A4, vec![chart()])]);
    let read = poppler("pdftotext", &["-raw", "-", "-"], &pdf_of(&drawing));
    assert!(read.contains("Hình 1. Số vụ") && read.contains("110 vụ"), "{read}");
    let forms = certificates(4);
    let listed = poppler("pdfinfo", &["-"], &pdf_of(&forms));
    assert!(listed.contains("Pages:           4"), "{listed}");
    assert!(listed.contains("841.89 x 595.276 pts (A4)"), "{listed}");
}

fn with_files() -> Document {
    let file = |name: &str, bytes: &[u8]| Attachment {
        name: name.to_owned(),
        media_type: "application/json".to_owned(),
        description: "Số liệu của báo cáo".to_owned(),
        bytes: bytes.to_vec(),
    };
    let attachments = vec![file("so-lieu.json", b"{\"a\": 1}"), file("bang (1).json", b"[]")];
    Document { attachments, ..of_sections(vec![section(Paper::A4, report(1))]) }
}

#[test]
fn attachments_can_be_listed_and_are_data_of_the_document() {
    let pdf = pdf_of(&with_files());
    // This tool reads files only.
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("attachments.pdf");
    std::fs::write(&path, &pdf).expect("the file can be written");
    let path = path.to_str().expect("the folder has a plain name");
    let listed = poppler("pdfdetach", &["-list", path], &[]);
    assert!(listed.starts_with("2 embedded files"), "{listed}");
    assert!(listed.contains("1: bang (1).json") && listed.contains("2: so-lieu.json"), "{listed}");
    let file = lopdf::Document::load_mem(&pdf).expect("the file is a PDF");
    let associated = file.catalog().and_then(|it| it.get(b"AF")).and_then(Object::as_array);
    let associated = associated.expect("the files are associated");
    assert_eq!(associated.len(), 2);
    let specification = associated[1].as_reference().and_then(|id| file.get_dictionary(id));
    let specification = specification.expect("a file specification");
    let relation = specification.get(b"AFRelationship").and_then(Object::as_name);
    assert_eq!(relation.expect("the relation is named"), b"Data");
    let bytes = specification.get(b"EF").and_then(Object::as_dict).and_then(|it| it.get(b"F"));
    let id = bytes.and_then(Object::as_reference).expect("the bytes are embedded");
    let stream = file.get_object(id).and_then(Object::as_stream).expect("as a stream");
    assert_eq!(stream.decompressed_content().expect("deflated"), b"{\"a\": 1}");
}

#[test]
fn papers_with_attachments_have_the_same_bytes_every_time() {
    assert!(pdf_of(&with_files()) == pdf_of(&with_files()));
    let without = Document { attachments: Vec::new(), ..with_files() };
    assert!(pdf_of(&with_files()) != pdf_of(&without));
}

#[test]
fn a_report_with_an_annex_stays_small() {
    let size = pdf_of(&standard_report()).len();
    assert!(size <= 100 * 1024, "{size} bytes");
}
