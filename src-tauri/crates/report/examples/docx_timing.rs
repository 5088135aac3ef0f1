//! Prints the median time of writing a standard report (eight pages and a table of 170 rows and 13
//! columns) as DOCX. With a folder named, writes the DOCX and the PDF of some samples there.
#![allow(clippy::expect_used, reason = "the samples are shared with the tests")]

use std::path::Path;
use std::time::{Duration, Instant};

use bc138_report::{Document, Fonts, Paper, Section, layout, write_docx, write_pdf};

#[allow(dead_code, reason = "not every user needs every sample")]
#[path = "../tests/it/papers.rs"]
mod papers;

#[allow(dead_code, clippy::panic, reason = "the samples are shared with the tests")]
#[path = "../tests/it/docx/papers.rs"]
mod docx_papers;

const ROUNDS: usize = 51;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let document = papers::standard_report();
    let size = write_docx(&document)?.len();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let same = write_docx(&document).is_ok_and(|file| file.len() == size);
            assert!(same, "the same document gives the same file");
            start.elapsed()
        })
        .collect();
    times.sort();
    eprintln!("write_docx: median {:?}, best {:?}, {size} bytes", times[ROUNDS / 2], times[0]);
    if let Some(folder) = std::env::args().nth(1) {
        let folder = Path::new(&folder);
        write(&folder.join("report"), &docx_papers::everything())?;
        write(&folder.join("test-sheet"), &test_sheet())?;
        write(&folder.join("wide"), &papers::wide_annex())?;
        write(&folder.join("standard"), &document)?;
    }
    Ok(())
}

/// The sheet by which a printed form is met.
fn test_sheet() -> Document {
    let blocks = vec![docx_papers::form("Nguyễn Thị Ví Dụ", true).into()];
    let section = Section { paper: Paper::A4Landscape, numbered: false, blocks };
    Document { sections: vec![section], ..Document::default() }
}

fn write(path: &Path, document: &Document) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::write(path.with_extension("docx"), write_docx(document)?)?;
    std::fs::write(path.with_extension("txt"), document.plain_text())?;
    let fonts = Fonts::embedded()?;
    let pages = layout(document, &fonts)?;
    std::fs::write(path.with_extension("pdf"), write_pdf(document, &pages, &fonts)?)?;
    Ok(())
}
