//! Prints the median time of layout and PDF writing, fonts parsed anew and parsed once.
#![allow(clippy::expect_used, reason = "the sample is shared with the tests")]

use std::time::{Duration, Instant};

use bc138_report::{Document, Fonts, ReportError, layout, write_pdf, write_svg};

#[allow(dead_code, reason = "not every user needs every sample")]
#[path = "../tests/it/sample.rs"]
mod sample;

const ROUNDS: usize = 101;

fn main() -> Result<(), ReportError> {
    let document = sample::briefing();
    let warm = Fonts::embedded()?;
    let pages = layout(&document, &warm)?;
    report("fonts", || Fonts::embedded().map(drop));
    report("layout", || layout(&document, &warm).map(drop));
    report("write_pdf", || write_pdf(&document, &pages, &warm).map(drop));
    report("svg, page 1", || {
        assert!(!write_svg(&pages[0], &warm).is_empty(), "a page is drawn");
        Ok(())
    });
    report("layout + write_pdf", || both(&document, &warm));
    report("fonts + layout + write_pdf", || both(&document, &Fonts::embedded()?));
    Ok(())
}

fn both(document: &Document, fonts: &Fonts) -> Result<(), ReportError> {
    write_pdf(document, &layout(document, fonts)?, fonts).map(drop)
}

fn report(name: &str, work: impl Fn() -> Result<(), ReportError>) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            assert!(work().is_ok(), "{name} works");
            start.elapsed()
        })
        .collect();
    times.sort();
    eprintln!("{name}: median {:?}, best {:?}", times[ROUNDS / 2], times[0]);
}
