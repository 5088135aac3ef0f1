//! The same dossier gives the same bytes: on a second run, in another store, after reopening.

use crate::desk::{SAMPLES, sample};
use bc138_app::{DocumentFormat, DocumentStyle, Request};

#[test]
fn documents_are_byte_for_byte_the_same_again() {
    for name in SAMPLES {
        let (one, two) = (sample(name), sample(name).reopen());
        for format in [DocumentFormat::Pdf, DocumentFormat::Docx, DocumentFormat::Text] {
            let first = one
                .app
                .render(&Request::of(DocumentStyle::Briefing), format)
                .expect("written")
                .bytes;
            let again = one
                .app
                .render(&Request::of(DocumentStyle::Briefing), format)
                .expect("written again")
                .bytes;
            let elsewhere = two
                .app
                .render(&Request::of(DocumentStyle::Briefing), format)
                .expect("written elsewhere")
                .bytes;
            assert!(first == again, "{name} as {format:?} differs on a second run");
            assert!(first == elsewhere, "{name} as {format:?} differs in another store");
        }
    }
}

#[test]
fn a_sample_typed_beside_another_prints_the_same() {
    // The pages, not the file: the facts inside it name records by their ids in this store.
    let request = Request::of(DocumentStyle::Briefing);
    let alone = sample("lang-son-2022").app.preview(&request).expect("drawn");
    let mut desk = sample("tuyen-quang-2023");
    desk.app.load_sample("lang-son-2022").expect("a second dossier");
    let beside = desk.app.preview(&request).expect("drawn");
    let without_ids = |pages: &[String]| -> Vec<String> {
        pages
            .iter()
            .map(|page| page.split(" data-source=").next().map(str::to_owned))
            .map(Option::unwrap_or_default)
            .collect()
    };
    assert_eq!(
        without_ids(&beside),
        without_ids(&alone),
        "a dossier does not depend on its neighbours"
    );
}

#[test]
fn a_saved_file_holds_what_was_shown_and_replaces_the_one_before() {
    let mut desk = sample("lang-son-2022");
    let path = desk.path_of("tin.pdf");
    std::fs::write(&path, "cũ").expect("an older file is there");
    desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("saved");
    assert!(std::fs::read(&path).expect("read") == desk.pdf(), "the file is the document");
    let names: Vec<String> = std::fs::read_dir(desk.folder.path())
        .expect("listed")
        .map(|entry| entry.expect("listed").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("so-lieu.db"))
        .collect();
    assert_eq!(names, ["tin.pdf"], "no half-written file is left beside it");
}

#[test]
fn a_page_has_its_text_in_order_and_a_pdf_stays_small() {
    for name in SAMPLES {
        let desk = sample(name);
        let rendered = desk
            .app
            .render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Pdf)
            .expect("written");
        assert!(rendered.bytes.len() <= 150 * 1024, "{name}: {} bytes", rendered.bytes.len());
        assert_eq!(
            rendered.pages,
            desk.app.preview(&Request::of(DocumentStyle::Briefing)).expect("drawn").len(),
            "preview and print"
        );
    }
}

#[test]
fn the_three_formats_say_the_same() {
    for name in SAMPLES {
        let desk = sample(name);
        let text = desk
            .app
            .render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Text)
            .expect("written")
            .bytes;
        let text = String::from_utf8(text).expect("plain text is UTF-8");
        let words: Vec<&str> = text.split_whitespace().collect();
        let printed = desk.printed();
        let on_paper: Vec<&str> = printed.split_whitespace().collect();
        assert_eq!(on_paper, words, "{name}: the PDF and the plain text have the same words");
    }
}
