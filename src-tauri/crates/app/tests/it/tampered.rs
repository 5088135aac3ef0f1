//! Files that somebody changed: whatever makes a fact is found, with its place; the rest may be edited.

use crate::desk::{Desk, sample, with_dossier};
use crate::documents::{put, with_streams, with_words};
use bc138_app::view::{FigureLine, FigureState, RecipientKind, TypedAwardLine};
use bc138_app::{DocumentStyle, Request, verify_file};
use std::path::Path;

fn of(style: DocumentStyle) -> Request {
    Request::of(style)
}

#[test]
fn a_digit_changed_in_word_is_found_and_its_neighbours_are_not_blamed() {
    let mut desk = sample("lang-son-2022");
    let path = desk.saved(&of(DocumentStyle::Briefing), "tin.docx");
    let bytes = std::fs::read(&path).expect("it is there");
    let changed = put(&desk, "sua.docx", &with_words(&bytes, "1.686", "1.696"));
    let verdict = desk.verdict(&changed);
    let wrong: Vec<_> =
        verdict.figures.iter().filter(|it| it.state == FigureState::Altered).collect();
    let [line] = wrong[..] else { panic!("one figure was altered: {wrong:?}") };
    assert_eq!((line.written.as_str(), line.now.as_str()), ("1.686/1.727", "1.696/1.727"));
    assert!(!verify_file(&changed).expect("it is judged").holds, "also without a store");
}

/// The lines of a file that was changed, without the data: what was written, what it became.
fn altered(desk: &mut Desk, file: &Path, from: &str, to: &str) -> Vec<(String, String)> {
    let bytes = std::fs::read(file).expect("it is there");
    let changed = put(desk, "sua.docx", &with_words(&bytes, from, to));
    let alone = verify_file(&changed).expect("it is judged").figures;
    let lines = |all: Vec<FigureLine>| {
        let wrong = all.into_iter().filter(|it| it.state != FigureState::Holds);
        wrong.map(|it| (it.written, it.now)).collect::<Vec<_>>()
    };
    let alone = lines(alone);
    assert_eq!(lines(desk.verdict(&changed).figures), alone, "with the data and without");
    alone
}

#[test]
fn whatever_makes_a_fact_is_found_when_somebody_changes_it() {
    let mut desk = sample("lang-son-2022");
    let line = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
    let report = desk.saved(&of(DocumentStyle::OfficialReport), "bao-cao.docx");
    let words = altered(&mut desk, &report, "khu dân cư (", "thôn, bản (");
    assert_eq!(words, line("khu dân cư", "thôn, bản"), "what is counted");
    let near = altered(&mut desk, &report, ">1.686/1.727", ">gần 1.686/1.727");
    assert_eq!(near, line("1.686/1.727", "gần 1.686/1.727"));
    let annex = desk.saved(&of(DocumentStyle::Annex), "phu-luc.docx");
    assert_eq!(
        altered(&mut desk, &annex, ">Khu dân cư<", ">Khu phố<"),
        line("Khu dân cư", "Khu phố")
    );
    let speech = desk.saved(&of(DocumentStyle::SpeechFigures), "phat-bieu.docx");
    let reading = altered(&mut desk, &speech, "một nghìn sáu trăm", "hai nghìn sáu trăm");
    assert_eq!(reading.len(), 1);
    assert!(reading[0].1.starts_with("hai nghìn sáu trăm tám mươi sáu trên"), "{reading:?}");
}

#[test]
fn a_total_without_a_source_is_named_by_its_row() {
    let mut desk = with_dossier(2022);
    for count in ["41", "37"] {
        let award = desk.award("giay_khen", "Giám đốc Công an tỉnh", "10/01/2023");
        desk.typed(&format!("award/{award}/collectives"), count);
    }
    let path = desk.saved(&of(DocumentStyle::Annex), "phu-luc.docx");
    let bytes = std::fs::read(&path).expect("it is there");
    let changed = put(&desk, "sua.docx", &with_words(&bytes, ">78<", ">79<"));
    let verdict = verify_file(&changed).expect("it is judged");
    let wrong: Vec<_> =
        verdict.figures.iter().filter(|it| it.state != FigureState::Holds).collect();
    let [line] = wrong[..] else { panic!("one total: {wrong:?}") };
    assert_eq!((line.written.as_str(), line.now.as_str()), ("78", "79"));
    assert_eq!(line.before, "TỔNG CỘNG");
}

#[test]
fn a_name_on_a_certificate_is_a_fact() {
    let mut desk = with_dossier(2022);
    let award = desk.award("giay_khen", "Giám đốc Công an tỉnh", "10/01/2023");
    desk.lists(award, &[TypedAwardLine::new(RecipientKind::Person, "Nguyễn Mẫu An")]);
    let request = Request { award: Some(award), ..of(DocumentStyle::Certificates) };
    let path = desk.saved(&request, "giay-khen.docx");
    let bytes = std::fs::read(&path).expect("it is there");
    let changed = put(&desk, "sua.docx", &with_words(&bytes, "Mẫu An", "Mẫu Anh"));
    let verdict = verify_file(&changed).expect("it is judged");
    let [line] = &verdict.figures[..] else { panic!("{verdict:?}") };
    assert!(line.now.ends_with("Nguyễn Mẫu Anh") && line.before == "GIẤY KHEN", "{line:?}");
}

#[test]
fn words_without_a_number_may_be_edited() {
    let mut desk = sample("lang-son-2022");
    let path = desk.saved(&of(DocumentStyle::OfficialReport), "bao-cao.docx");
    let bytes = std::fs::read(&path).expect("it is there");
    let reworded = put(&desk, "chu.docx", &with_words(&bytes, "KẾT QUẢ THỰC HIỆN", "KẾT QUẢ"));
    assert!(desk.verdict(&reworded).holds);
}

#[test]
fn facts_that_do_not_agree_with_the_pages_of_a_pdf_are_found() {
    let mut desk = sample("lang-son-2022");
    let path = desk.saved(&of(DocumentStyle::Briefing), "tin.pdf");
    let bytes = std::fs::read(&path).expect("it is there");
    let changed = with_streams(&bytes, |stream| {
        if stream.dict.has_type(b"EmbeddedFile") {
            let facts = stream.get_plain_content().expect("it is unpacked");
            let facts = String::from_utf8(facts).expect("UTF-8").replace("1.686", "1.696");
            stream.set_plain_content(facts.into_bytes());
        }
    });
    let verdict = verify_file(&put(&desk, "sua.pdf", &changed)).expect("it is judged");
    let wrong: Vec<_> =
        verdict.figures.iter().filter(|it| it.state != FigureState::Holds).collect();
    assert!(wrong.iter().all(|it| it.written == "1.696/1.727") && !wrong.is_empty(), "{wrong:?}");
}
