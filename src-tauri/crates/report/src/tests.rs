//! Layout rules seen through the finished pages.

use std::sync::{Arc, LazyLock};

use image::{ImageFormat, RgbImage};

use crate::document::{Block, Document, Meta, Paragraph, Picture, Span, Style};
use crate::page::{Page, PlacedRun};
use crate::stylesheet::{PT_PER_MM, PageSetup};
use crate::{Fonts, ReportError, layout};

static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::embedded().expect("the files in assets are fonts"));

const SENTENCE: &str = "Các cấp ủy, chính quyền quan tâm lãnh đạo, chỉ đạo phong trào toàn dân. ";

fn document(blocks: Vec<Block>) -> Document {
    Document::new(Meta::default(), blocks)
}

fn block(style: Style, text: &str) -> Block {
    Paragraph::plain(style, text).into()
}

fn pages(blocks: Vec<Block>) -> Vec<Page> {
    layout(&document(blocks), &FONTS).expect("the document can be laid out")
}

fn error(blocks: Vec<Block>) -> Option<ReportError> {
    layout(&document(blocks), &FONTS).err()
}

/// Joins the runs of a page to lines, the page number left out.
fn lines(page: &Page) -> Vec<String> {
    let mut lines: Vec<(f32, String)> = Vec::new();
    let top = PageSetup::default().top_mm * PT_PER_MM;
    for run in page.runs.iter().filter(|run| run.baseline > top) {
        match lines.last_mut() {
            Some((baseline, text)) if *baseline == run.baseline => text.push_str(&run.text),
            _ => lines.push((run.baseline, run.text.to_string())),
        }
    }
    lines.into_iter().map(|(_, text)| text).collect()
}

fn right_edge(run: &PlacedRun) -> f32 {
    run.x + run.width
}

fn limit() -> f32 {
    let setup = PageSetup::default();
    (setup.width_mm - setup.right_mm) * PT_PER_MM
}

fn jpeg(width: u32, height: u32) -> Arc<[u8]> {
    let mut file = std::io::Cursor::new(Vec::new());
    RgbImage::new(width, height).write_to(&mut file, ImageFormat::Jpeg).expect("can be written");
    file.into_inner().into()
}

#[test]
fn an_empty_document_is_one_blank_page() {
    let pages = pages(Vec::new());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].runs.is_empty());
}

#[test]
fn an_empty_paragraph_takes_a_line() {
    let with =
        pages(vec![block(Style::Body, "a"), block(Style::Body, ""), block(Style::Body, "b")]);
    let gap = with[0].runs[1].baseline - with[0].runs[0].baseline;
    assert!((gap - 2.0 * (14.0 * 1.25 + 6.0)).abs() < 0.1, "{gap}");
}

#[test]
fn justified_lines_reach_the_margin_and_the_last_does_not() {
    let page = &pages(vec![block(Style::Body, &SENTENCE.repeat(6))])[0];
    let (last, full) = page.runs.split_last().expect("there are lines");
    assert!(full.len() > 3);
    for run in full {
        assert!((right_edge(run) - limit()).abs() < 0.05, "{}", run.text);
    }
    assert!(right_edge(last) < limit() - 1.0, "the last line is not stretched");
    let indent = full[0].x - full[1].x;
    assert!((indent - 12.7 * PT_PER_MM).abs() < 0.01, "first-line indent: {indent}");
}

#[test]
fn an_endless_word_is_broken_inside_the_margins() {
    let name = "Ầ".repeat(5000);
    let pages = pages(vec![block(Style::Body, &format!("Đồng chí {name} dự"))]);
    let runs: Vec<_> = pages.iter().flat_map(|page| &page.runs).collect();
    assert!(runs.iter().all(|run| right_edge(run) <= limit() + 0.05));
    let letters: usize = runs.iter().map(|run| run.text.matches('Ầ').count()).sum();
    assert_eq!(letters, 5000, "no letter is lost");
}

#[test]
fn figures_and_units_share_a_line() {
    for filler in 0..40 {
        let text =
            format!("{} có 1.686/1.727 khu dân cư và 32 cuộc họp", "ab ".repeat(20 + filler));
        let lines =
            pages(vec![block(Style::Body, &text)]).iter().flat_map(lines).collect::<Vec<_>>();
        for whole in ["1.686/1.727 khu", "32 cuộc"] {
            assert!(lines.iter().any(|line| line.contains(whole)), "{whole} in {lines:?}");
        }
    }
}

#[test]
fn no_widow_and_no_orphan() {
    for filler in 0..45 {
        let mut blocks: Vec<_> = (0..filler).map(|_| block(Style::Note, "x")).collect();
        blocks.push(block(Style::Body, &SENTENCE.repeat(12)));
        let pages = pages(blocks);
        let counts: Vec<_> = pages
            .iter()
            .map(|page| lines(page).iter().filter(|line| *line != "x").count())
            .filter(|&count| count > 0)
            .collect();
        assert!(counts.iter().all(|&count| count >= 2), "{filler} lines above: {counts:?}");
    }
}

#[test]
fn a_heading_is_never_the_last_line_of_a_page() {
    for filler in 20..45 {
        let mut blocks: Vec<_> = (0..filler).map(|_| block(Style::Note, "x")).collect();
        blocks.push(block(Style::Heading, "I. KẾT QUẢ"));
        blocks.push(block(Style::Body, &SENTENCE.repeat(5)));
        for page in pages(blocks) {
            assert_ne!(lines(&page).last().map(String::as_str), Some("I. KẾT QUẢ"));
        }
    }
}

#[test]
fn a_byline_is_never_alone_on_a_page() {
    for filler in 20..45 {
        let mut blocks: Vec<_> = (0..filler).map(|_| block(Style::Note, "x")).collect();
        blocks.push(block(Style::Byline, "Người ký"));
        let shown: Vec<_> = pages(blocks).iter().map(lines).collect();
        assert!(shown.iter().all(|page| page.len() > 1), "{filler}: {shown:?}");
    }
}

#[test]
fn a_chain_of_headings_longer_than_a_page_still_ends() {
    let blocks = (0..100).map(|_| block(Style::Heading, "Mục")).collect();
    let pages = pages(blocks);
    assert_eq!(pages.iter().map(|page| lines(page).len()).sum::<usize>(), 100);
    assert!(pages.iter().all(|page| !lines(page).is_empty()));
}

#[test]
fn pages_after_the_first_are_numbered() {
    let pages = pages((0..120).map(|_| block(Style::Body, "x")).collect());
    assert_eq!(&*pages[0].runs[0].text, "x");
    assert_eq!((&*pages[1].runs[0].text, pages[1].runs[0].size), ("2", 13.0));
    assert_eq!(&*pages[2].runs[0].text, "3");
}

#[test]
fn a_long_title_is_set_in_balanced_lines() {
    let title = "TỔNG KẾT PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC NĂM";
    let page = &pages(vec![block(Style::Title, title)])[0];
    let widths: Vec<f32> = page.runs.iter().map(|run| run.width).collect();
    assert_eq!(widths.len(), 2);
    assert!(widths[1] > widths[0] * 0.6, "{widths:?}");
}

#[test]
fn a_missing_glyph_is_an_error_with_its_place() {
    let found = error(vec![block(Style::Body, "Đồng chí 漢 dự họp")]);
    let context = "Đồng chí 漢 dự họp".to_owned();
    assert_eq!(found, Some(ReportError::MissingGlyph { ch: '漢', context }));
    for ch in ['\u{FFFD}', '\u{7}', '\u{E000}'] {
        let found = error(vec![block(Style::Body, &format!("a{ch}"))]);
        assert!(matches!(found, Some(ReportError::MissingGlyph { ch: c, .. }) if c == ch));
    }
}

#[test]
fn a_gap_is_dotted_and_keeps_its_source() {
    let spans = vec![Span::plain("Có "), Span::gap(Some("kdc".into())), Span::plain(" khu")];
    let page = &pages(vec![Paragraph::new(Style::Body, spans).into()])[0];
    let run = page.runs.iter().find(|run| run.source.is_some()).expect("the gap is a run");
    assert_eq!((&*run.text, run.source.as_deref()), ("……", Some("kdc")));
}

#[test]
fn a_picture_stays_with_its_caption() {
    for filler in 0..40 {
        let mut blocks: Vec<_> = (0..filler).map(|_| block(Style::Note, "x")).collect();
        let caption = Paragraph::plain(Style::Caption, "Quang cảnh");
        blocks.push(Picture::new(jpeg(80, 60), Some(caption)).into());
        for page in pages(blocks) {
            let captioned = lines(&page).iter().any(|line| line == "Quang cảnh");
            assert_eq!(captioned, !page.images.is_empty(), "{filler}");
        }
    }
}

#[test]
fn bad_pictures_are_named() {
    let broken = |bytes: &[u8]| error(vec![Picture::new(bytes, None).into()]);
    assert!(matches!(broken(b"GIF89a"), Some(ReportError::Picture { index: 1, .. })));
    let good = jpeg(64, 64);
    assert!(matches!(broken(&good[..good.len() / 3]), Some(ReportError::Picture { index: 1, .. })));
}

#[test]
fn a_huge_picture_is_refused_before_decoding() {
    // The header of a PNG of 20 000 x 20 000 pixels with its checksum, and the first bytes of data.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0".to_vec();
    png.extend(0x6c12d16e_u32.to_be_bytes());
    png.extend(b"\0\0\x10\0IDAT");
    let found = error(vec![Picture::new(png, None).into()]);
    let size = 20_000;
    assert_eq!(found, Some(ReportError::PictureTooLarge { index: 1, width: size, height: size }));
}
