//! Prints what the larger papers cost: median time of layout and PDF, size of the file, and the
//! peak of memory of the whole run. Name one of `standard`, `national`, `certificates`.
#![allow(clippy::expect_used, reason = "the papers are shared with the tests")]

use std::time::{Duration, Instant};

use bc138_report::{Density, Document, Fonts, Paper, layout, write_pdf};

#[allow(dead_code, reason = "not every user needs every paper")]
#[path = "../tests/it/papers.rs"]
mod papers;

/// A name and what makes the paper.
type Sample = (&'static str, fn() -> Document);

/// The papers.
const PAPERS: [Sample; 3] = [
    ("standard", papers::standard_report),
    ("national", national_annex),
    ("certificates", || papers::certificates(200)),
];

/// Rounds of which the median counts.
const ROUNDS: usize = 11;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let wanted = std::env::args().nth(1);
    let chosen = |name: &str| wanted.as_deref().is_none_or(|wanted| wanted == name);
    for (name, make) in PAPERS.into_iter().filter(|(name, _)| chosen(name)) {
        let document = make();
        let fonts = Fonts::embedded()?;
        let mut times = Vec::with_capacity(ROUNDS);
        let mut result = (0, 0);
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let pages = layout(&document, &fonts)?;
            let set = start.elapsed();
            let pdf = write_pdf(&document, &pages, &fonts)?;
            times.push((start.elapsed(), set));
            result = (pages.len(), pdf.len());
        }
        times.sort();
        let (whole, set): (Duration, Duration) = times[ROUNDS / 2];
        let (pages, bytes) = result;
        eprintln!("{name}: {pages} pages, {bytes} bytes, layout {set:?}, with PDF {whole:?}");
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        eprintln!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    }
    Ok(())
}

/// All communes of the country on lying sheets: 3,321 rows of 13 columns.
fn national_annex() -> Document {
    let mut blocks = papers::annex_titles("Phụ lục I", "KẾT QUẢ PHONG TRÀO TRONG CẢ NƯỚC");
    blocks.push(papers::table(3321, 11, Density::Fine).into());
    papers::of_sections(vec![papers::section(Paper::A4Landscape, blocks)])
}
