//! Measures what a large paper costs, from the document to the bytes of its file.
//!
//! `document_timing WORKLOAD [FILE]` prints one line `name;milliseconds;bytes;pages;peak KiB`: the
//! median of eleven rounds without FILE, a single round with FILE, which is then written. The
//! workloads are those of [`WORKLOADS`]; `all` prints each name.
#![allow(clippy::expect_used, reason = "the papers are shared with the tests")]
#![allow(clippy::print_stdout, reason = "an example prints what it measured")]

use std::time::{Duration, Instant};

use bc138_report::{Density, Document, Fonts, Paper, ReportError, layout, write_docx, write_pdf};

#[allow(dead_code, reason = "not every user needs every paper")]
#[path = "../tests/it/papers.rs"]
mod papers;

/// The bytes of a file, and its pages if they were counted.
type Written = (Vec<u8>, usize);
/// A name, what makes the document, and what writes it.
type Workload = (&'static str, fn() -> Document, fn(&Document) -> Result<Written, ReportError>);

const WORKLOADS: [Workload; 4] = [
    ("R-STD", papers::standard_report, pdf),
    ("R-NAT", national_annex, pdf),
    ("CERT-200", || papers::certificates(200), pdf),
    ("DOCX-STD", papers::standard_report, docx),
];

/// Rounds of which the median counts.
const ROUNDS: usize = 11;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let wanted = arguments.next().unwrap_or_else(|| "all".into());
    let Some((name, make, write)) = WORKLOADS.iter().find(|(name, ..)| *name == wanted) else {
        WORKLOADS.iter().for_each(|(name, ..)| println!("{name}"));
        return Ok(());
    };
    let file = arguments.next();
    let rounds = if file.is_some() { 1 } else { ROUNDS };
    let (time, (bytes, pages)) = median(rounds, &make(), *write)?;
    let milliseconds = time.as_secs_f64() * 1000.0;
    println!("{name};{milliseconds:.1};{};{pages};{}", bytes.len(), peak_kib());
    if let Some(file) = file {
        std::fs::write(file, bytes)?;
    }
    Ok(())
}

/// The median time of some rounds, and what the last one wrote.
fn median(
    rounds: usize,
    document: &Document,
    write: impl Fn(&Document) -> Result<Written, ReportError>,
) -> Result<(Duration, Written), ReportError> {
    let mut times = Vec::with_capacity(rounds);
    let mut written = Written::default();
    for _ in 0..rounds {
        let start = Instant::now();
        written = write(document)?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok((times[rounds / 2], written))
}

fn pdf(document: &Document) -> Result<Written, ReportError> {
    let fonts = Fonts::embedded()?;
    let pages = layout(document, &fonts)?;
    Ok((write_pdf(document, &pages, &fonts)?, pages.len()))
}

/// Word counts the pages itself.
fn docx(document: &Document) -> Result<Written, ReportError> {
    Ok((write_docx(document)?, 0))
}

/// All communes of the country on lying sheets: 3,321 rows of 13 columns.
fn national_annex() -> Document {
    let mut blocks = papers::annex_titles("Phụ lục I", "KẾT QUẢ PHONG TRÀO TRONG CẢ NƯỚC");
    blocks.push(papers::table(3321, 11, Density::Fine).into());
    papers::of_sections(vec![papers::section(Paper::A4Landscape, blocks)])
}

/// The most memory this process held, or 0 where the system does not say.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
