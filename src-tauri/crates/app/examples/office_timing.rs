//! Times the whole way of unit numbers on two workloads: a province (170 communes × 60 measures ×
//! 10 years = 102.000 numbers) and the country (3.321 × 60 × 10 = 1.992.600). Prints one line a
//! measurement: name, value, unit.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

use bc138_app::view::{LensChoice, SheetQuery};
use bc138_app::{App, SystemClock};
use bc138_domain::{BatchBuilder, Categories, EntryBatch, Fixed, Measure, Nature, Slot, Window};
use chrono::NaiveDate;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const FIRST_YEAR: i32 = 2026;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::TempDir::new()?;
    for (name, count) in [("W-PROV", 170_usize), ("W-NAT", 3_321)] {
        run(name, count, &folder.path().join(format!("{name}.db")))?;
    }
    Ok(())
}

fn run(name: &str, count: usize, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut app = App::open(path, Arc::new(SystemClock), "đo")?;
    let units = app.communes_on(NaiveDate::from_ymd_opt(2026, 11, 15).unwrap_or_default())?;
    let units = &units[..count.min(units.len())];
    let batch = workload(units);
    let cells = batch.cells.len();
    let started = Instant::now();
    let findings = app.load_entries("nhập bảng số liệu", batch)?;
    let load = started.elapsed();
    print(name, &format!("load {cells} with checks and log ({findings} findings)"), load);
    edits(&mut app, name, units)?;
    for query in ["thị trấn lạc", "hoa binh", "x"] {
        let started = Instant::now();
        let hits = app.search_units(query, None, None)?.len();
        print(name, &format!("search “{query}” ({hits} hits)"), started.elapsed());
    }
    let started = Instant::now();
    let verdict = app.verify()?;
    print(name, &format!("verify (whole: {})", verdict.whole), started.elapsed());
    println!("{name} resident memory {} MiB", resident_mib());
    Ok(())
}

/// 1.000 typed cells, each with its checks, its log row and a durable commit.
fn edits(app: &mut App, name: &str, units: &[String]) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::new();
    for n in 0..1_000_usize {
        let unit = &units[n * 7 % units.len()];
        let started = Instant::now();
        app.edit_entry(unit, &measure(n % 60), &window(9), Some(Slot::number(number(n as i64))))?;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    print(name, "edit with checks and log, p50", times[500]);
    print(name, "edit with checks and log, p99", times[990]);
    let query =
        SheetQuery { province: None, year: Some(2035), group: None, lens: LensChoice::AsReported };
    let started = Instant::now();
    let rows = app.sheet(&query)?.rows.len();
    print(name, &format!("draw a table of {rows} units"), started.elapsed());
    Ok(())
}

fn print(name: &str, what: &str, time: Duration) {
    println!("{name} {what} {:.2} ms", time.as_secs_f64() * 1_000.0);
}

fn number(value: i64) -> Fixed {
    Fixed::from_int(value).unwrap_or_default()
}

fn measure(n: usize) -> Measure {
    let (indicator, nature) = (format!("own_{n}"), Nature::Flow);
    Measure { indicator, nature, categories: Categories::new() }
}

fn window(year: i32) -> Window {
    Window::reporting_year(FIRST_YEAR + year)
}

/// Units of different sizes whose numbers drift from year to year.
fn workload(units: &[String]) -> EntryBatch {
    let mut builder = BatchBuilder::default();
    let mut seed = 138_u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 40) as i64
    };
    let sizes: Vec<i64> = units.iter().map(|_| 20 + next() % 400).collect();
    for number_of in 0..60_usize {
        let measure = builder.measure(&measure(number_of));
        for year in 0..10 {
            let window = builder.window(&window(year));
            for (unit, size) in units.iter().zip(&sizes) {
                let base = size * (number_of as i64 % 12 + 1) / 6;
                let value = (base + base * i64::from(year) / 40 + next() % (base / 12 + 2)).max(0);
                let unit = builder.unit(unit);
                builder.put(unit, measure, window, Some(Slot::number(number(value))));
            }
        }
    }
    builder.build()
}

/// The memory this process holds, as the system counts it.
fn resident_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1_024
}
