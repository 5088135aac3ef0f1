//! Pages as pictures: what poppler draws of a PDF, small and grey, beside the pictures in
//! `tests/golden`. They catch what positions do not tell: glyphs, weights, greys, photos.
//!
//! `UPDATE_GOLDEN=1` writes them anew. Another version of poppler smooths edges otherwise, so the
//! pictures are compared in blocks of eight by eight points of the picture.

use crate::papers::{annex_titles, certificate, chart, of_sections, report, section, table};
use crate::pdf::run;
use bc138_report::{Density, Document, Fonts, Paper, Section, layout, write_pdf};
use image::GrayImage;
use std::path::PathBuf;

/// Points of the picture to an inch.
const DPI: &str = "30";
/// Side of a block.
const BLOCK: u32 = 8;
/// How far the mean grey of a block may be off, of 255.
const TOLERANCE: u32 = 12;

/// The first page as poppler draws it.
fn picture(document: &Document) -> GrayImage {
    let fonts = Fonts::embedded().expect("the fonts are in the program");
    let pages = layout(document, &fonts).expect("it is laid out");
    let pdf = write_pdf(document, &pages, &fonts).expect("it is written");
    let png = run("pdftoppm", &["-r", DPI, "-gray", "-png", "-f", "1", "-l", "1", "-"], &pdf);
    image::load_from_memory(&png).expect("a PNG").into_luma8()
}

/// The mean grey of a block.
fn grey(picture: &GrayImage, (left, top): (u32, u32)) -> u32 {
    let (right, bottom) =
        ((left + BLOCK).min(picture.width()), (top + BLOCK).min(picture.height()));
    let points = (left..right).flat_map(|x| (top..bottom).map(move |y| (x, y)));
    let sum: u32 = points.map(|(x, y)| u32::from(picture.get_pixel(x, y).0[0])).sum();
    sum / ((right - left) * (bottom - top)).max(1)
}

fn assert_as_kept(name: &str, document: &Document) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let found = picture(document);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        found.save(&file).expect("the file can be written");
        return;
    }
    let kept = image::open(&file).expect("the picture is kept with the tests").into_luma8();
    assert_eq!(found.dimensions(), kept.dimensions(), "{name} has the size of its paper");
    for top in (0..kept.height()).step_by(BLOCK as usize) {
        for left in (0..kept.width()).step_by(BLOCK as usize) {
            let (is, was) = (grey(&found, (left, top)), grey(&kept, (left, top)));
            assert!(is.abs_diff(was) <= TOLERANCE, "{name} differs at {left}, {top}: {is}, {was}");
        }
    }
}

#[test]
fn an_official_report() {
    assert_as_kept("report.png", &of_sections(vec![section(Paper::A4, report(2))]));
}

#[test]
fn an_annex() {
    let mut blocks = annex_titles("Phụ lục", "KẾT QUẢ PHONG TRÀO");
    blocks.push(table(45, 4, Density::Small).into());
    assert_as_kept("annex.png", &of_sections(vec![section(Paper::A4, blocks)]));
}

#[test]
fn a_certificate() {
    let blocks = vec![certificate("Bà Nguyễn Thị Ví Dụ", false)];
    let sheet = Section { paper: Paper::A4Landscape, numbered: false, blocks };
    assert_as_kept("certificate.png", &of_sections(vec![sheet]));
}

#[test]
fn a_chart() {
    assert_as_kept("chart.png", &of_sections(vec![section(Paper::A4, vec![chart()])]));
}
