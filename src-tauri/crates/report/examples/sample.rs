//! Writes the sample briefing in every format into the folder named on the command line.
#![allow(clippy::expect_used, reason = "the sample is shared with the tests")]

use std::path::PathBuf;
use std::time::Instant;

use bc138_report::{Document, Fonts, layout, write_docx, write_pdf, write_svg};

#[allow(dead_code, reason = "not every user needs every sample")]
#[path = "../tests/it/sample.rs"]
mod sample;

/// A file name and what makes the document in it.
type Sample = (&'static str, fn() -> Document);

/// The samples.
const SAMPLES: [Sample; 3] =
    [("plain", sample::briefing), ("picture", sample::illustrated), ("awkward", sample::awkward)];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".into()));
    for (name, make) in SAMPLES {
        let document = make();
        let start = Instant::now();
        let fonts = Fonts::embedded()?;
        let pages = layout(&document, &fonts)?;
        let set = start.elapsed();
        let pdf = write_pdf(&document, &pages, &fonts)?;
        let total = start.elapsed();
        let (count, size) = (pages.len(), pdf.len());
        let again = Instant::now();
        let second = write_pdf(&document, &layout(&document, &fonts)?, &fonts)?;
        assert!(second == pdf, "the same document gives the same bytes");
        let again = again.elapsed();
        eprintln!("{name}: second time {again:?}");
        eprintln!("{name}: {count} pages, {size} bytes, layout {set:?}, with PDF {total:?}");
        std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
        std::fs::write(folder.join(format!("{name}.docx")), write_docx(&document)?)?;
        std::fs::write(folder.join(format!("{name}.txt")), document.plain_text())?;
        for page in &pages {
            let file = folder.join(format!("{name}-{}.svg", page.number));
            std::fs::write(file, write_svg(page, &fonts))?;
        }
    }
    Ok(())
}
