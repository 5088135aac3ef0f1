//! The ends of what an office may have: nothing, one unit, very long texts, odd photos, paragraphs
//! without their figure. Each goes through the use cases to the pages of a PDF and of a Word file.

use crate::annexes::filled::{Filled, ratio_of};
use crate::desk::{Desk, assert_message, desk, sample, with_dossier};
use crate::documents::put;
use bc138_app::vi::messages::failure;
use bc138_app::view::TypedWords;
use bc138_app::{AppError, DocumentFormat, DocumentStyle, Request};
use bc138_report::read_back;

const PHOTO: &[u8] = include_bytes!("../../../../../tests/fixtures/photo.jpg");

fn of(style: DocumentStyle) -> Request {
    Request::of(style)
}

/// What a reader sees of a document, as a PDF and as a Word file; both must hold.
fn seen(desk: &mut Desk, style: DocumentStyle) -> [String; 2] {
    ["pdf", "docx"].map(|ending| {
        let path = desk.saved(&of(style), &format!("{}.{ending}", style.code()));
        assert!(desk.verdict(&path).holds, "{style:?} {ending}");
        let text = read_back(&std::fs::read(&path).expect("it is there")).expect("it is read").text;
        assert!(!text.trim().is_empty(), "{style:?} {ending} has a page with words");
        text
    })
}

/// A text without anything that a line break could change.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn an_empty_store_says_that_there_is_no_dossier_and_an_empty_dossier_gives_every_document() {
    let empty = desk();
    for style in DocumentStyle::ALL {
        let error =
            empty.app.render(&of(style), DocumentFormat::Pdf).expect_err("nothing is there");
        assert!(matches!(error, AppError::NoDossier), "{style:?}: {error:?}");
        assert_message(&failure(&error));
    }
    let mut desk = with_dossier(2022);
    desk.saved(&of(DocumentStyle::Briefing), "ban-1.docx");
    for style in DocumentStyle::ALL {
        seen(&mut desk, style);
    }
}

#[test]
fn one_unit_with_a_number_stands_on_both_pages() {
    let mut filled = Filled::new("Đà Nẵng", 2022);
    let unit = filled.units[2].clone();
    filled.put(&unit, "at_kdc", None, ratio_of(9, 13));
    let mut filled = filled.written();
    let row = filled.table("AN TOÀN").rows[2].clone();
    let name = squeezed(&crate::annexes::filled::texts(&row)[1]);
    for text in seen(&mut filled.desk, DocumentStyle::Annex) {
        let text = squeezed(&text);
        assert!(text.contains(&name) && text.contains("69,2"), "{text}");
    }
}

/// The sample with one paragraph of the briefing in other words.
fn reworded(words: impl Fn(&[TypedWords]) -> Vec<TypedWords>) -> Desk {
    let mut desk = sample("lang-son-2022");
    let style = DocumentStyle::Briefing;
    let paragraphs = desk.app.paragraphs(&of(style)).expect("they are listed");
    let has = |it: &&bc138_app::view::ParagraphView| {
        it.parts.iter().any(|part| part.source.as_deref() == Some("figure/at_kdc/amount"))
    };
    let paragraph = paragraphs.iter().find(has).expect("it speaks of residential areas");
    let parts = paragraph.parts.iter();
    let parts: Vec<TypedWords> =
        parts.map(|it| TypedWords { text: it.text.clone(), source: it.source.clone() }).collect();
    desk.app.edit_paragraph(&of(style), paragraph.place, &words(&parts)).expect("it is taken");
    desk
}

#[test]
fn a_paragraph_of_twenty_thousand_letters_runs_over_its_pages_whole() {
    let long = "dài ".repeat(5_000).trim().to_owned();
    let mut desk = reworded(|_| vec![TypedWords { text: long.clone(), source: None }]);
    for text in seen(&mut desk, DocumentStyle::Briefing) {
        assert!(squeezed(&text).contains(&squeezed(&long)));
    }
}

#[test]
fn a_paragraph_whose_figure_was_deleted_is_printed_without_it() {
    let without = |parts: &[TypedWords]| {
        let mut parts = parts.to_vec();
        parts.retain(|it| it.source.as_deref() != Some("figure/at_kdc/amount"));
        parts
    };
    let mut desk = reworded(without);
    for text in seen(&mut desk, DocumentStyle::Briefing) {
        assert!(!squeezed(&text).contains("1.686/1.727"), "{text}");
    }
}

#[test]
fn a_template_with_an_unknown_name_is_refused_and_documents_are_as_before() {
    let mut desk = sample("lang-son-2022");
    let before = seen(&mut desk, DocumentStyle::Briefing);
    let templates = desk.app.templates().expect("they are listed");
    for template in templates {
        let wrong = format!("{}\n{{{{ so_lieu_khong_co.muc }}}}", template.text);
        let refused = desk.app.set_template(&template.name, &wrong);
        let error = refused.expect_err("the name is unknown");
        assert!(matches!(error, AppError::Template { .. }), "{}: {error:?}", template.name);
        assert!(failure(&error).contains("không tồn tại"), "{}", failure(&error));
    }
    assert_eq!(seen(&mut desk, DocumentStyle::Briefing), before);
}

/// Puts an EXIF block with an orientation behind the first marker of a JPEG.
fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).expect("the block is short").to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &exif, &jpeg[2..]].concat()
}

/// Width and height of the first picture of a PDF.
fn picture_size(pdf: &[u8]) -> (i64, i64) {
    let pdf = lopdf::Document::load_mem(pdf).expect("a PDF");
    let streams = pdf.objects.values().filter_map(|it| it.as_stream().ok());
    let image = streams.into_iter().find(|it| {
        it.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|it| it == b"Image")
    });
    let dict = &image.expect("a picture").dict;
    let side = |key: &[u8]| dict.get(key).and_then(lopdf::Object::as_i64).expect("a number");
    (side(b"Width"), side(b"Height"))
}

#[test]
fn a_turned_photo_stands_upright_on_both_pages() {
    let mut desk = sample("lang-son-2022");
    let photo = put(&desk, "anh.jpg", &with_orientation(PHOTO, 6));
    desk.app.attach_photo_to_number(1, &photo).expect("it is taken");
    seen(&mut desk, DocumentStyle::Briefing);
    let of_format = |format| {
        desk.app.render(&of(DocumentStyle::Briefing), format).expect("it is written").bytes
    };
    assert_eq!(picture_size(&of_format(DocumentFormat::Pdf)), (32, 64), "64 × 32 before");
    let docx = of_format(DocumentFormat::Docx);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a package");
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the main part");
    std::io::Read::read_to_string(&mut part, &mut xml).expect("UTF-8");
    let side = |name: &str| {
        let extent = xml.split("<wp:extent ").nth(1).expect("a picture");
        let value = extent.split(&format!("{name}=\"")).nth(1).expect("a side");
        value.split('"').next().and_then(|it| it.parse::<u64>().ok()).expect("a number")
    };
    assert!(side("cy") > side("cx"), "upright in Word too");
}

#[test]
fn a_cut_photo_and_one_of_400_megapixels_are_refused_and_the_document_stays() {
    let mut desk = sample("lang-son-2022");
    let before = seen(&mut desk, DocumentStyle::Briefing);
    // The header of a PNG of 20.000 × 20.000 pixels with its checksum.
    let mut huge =
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0".to_vec();
    huge.extend(0x6c12_d16e_u32.to_be_bytes());
    huge.extend(b"\0\0\x10\0IDAT");
    for (name, bytes) in [("hong.jpg", PHOTO[..PHOTO.len() / 3].to_vec()), ("lon.png", huge)] {
        let path = put(&desk, name, &bytes);
        let error = desk.app.attach_photo_to_number(1, &path).expect_err("it is refused");
        assert!(matches!(error, AppError::Report(_)), "{name}: {error:?}");
        assert_message(&failure(&error));
    }
    assert_eq!(seen(&mut desk, DocumentStyle::Briefing), before);
}
