//! Writes the invented papers of the tests as PDF files into the folder named on the command line.
#![allow(clippy::expect_used, reason = "the papers are shared with the tests")]

use std::path::PathBuf;

use bc138_report::{Document, Fonts, Paper, Section, layout, write_pdf, write_svg};

#[allow(dead_code, reason = "not every user needs every paper")]
#[path = "../tests/it/papers.rs"]
mod papers;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".into()));
    let fonts = Fonts::embedded()?;
    let name = "Bà Nguyễn Thị Phương Anh Tôn Nữ Huyền Trân Công Tằng Bảo Ngọc";
    let forms = vec![papers::certificate(name, false), papers::certificate(name, true)];
    let sheets = Section { paper: Paper::A4Landscape, numbered: false, blocks: forms };
    let all: [(&str, Document); 4] = [
        ("awards", papers::awards()),
        ("report", papers::standard_report()),
        ("annex", papers::wide_annex()),
        ("certificate", papers::of_sections(vec![sheets])),
    ];
    for (name, document) in all {
        let pages = layout(&document, &fonts)?;
        let pdf = write_pdf(&document, &pages, &fonts)?;
        eprintln!("{name}: {} pages, {} bytes", pages.len(), pdf.len());
        std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
        for page in pages.iter().take(2) {
            let file = folder.join(format!("{name}-{}.svg", page.position));
            std::fs::write(file, write_svg(page, &fonts))?;
        }
    }
    Ok(())
}
