//! Prints how long the register takes to read, restate and search, and what it weighs:
//! `cargo run --release -p bc138-units --example units_timing`.
#![allow(clippy::print_stdout)]

use bc138_units::{Registry, RegistryFiles, Search};
use chrono::NaiveDate;
use std::hint::black_box;
use std::time::Instant;

const FILES: RegistryFiles<'static> = RegistryFiles {
    units: include_str!("../../../../assets/units/units.tsv"),
    succession: include_str!("../../../../assets/units/succession.tsv"),
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let before = resident();
    let registry = Registry::read(&FILES)?;
    println!("register of {} units", registry.len());
    weigh("memory: register", before);
    let days = [(2024, 12, 31), (2025, 7, 1), (2026, 11, 22)];
    let days = days.map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default());

    let before = resident();
    let started = Instant::now();
    let search = Search { day: Some(days[2]), within: None, limit: 20 };
    black_box(registry.search("huu lung", &search));
    println!("{:<44} {:>8.2} ms", "first search, makes the index", ms(started));
    weigh("memory: search index", before);
    time("parse", || Registry::read(&FILES));
    time("no event folded", || registry.with_events(&[]));
    time("fingerprint", || registry.fingerprint());

    for (from, to) in [(0, 1), (0, 2), (2, 0), (1, 1)] {
        let (from, to) = (days[from], days[to]);
        time(&format!("crosswalk {from} -> {to}"), || registry.crosswalk(from, to));
    }

    for query in ["huu lung", "p. hoa", "a", "xã Tân", "zzz"] {
        for day in [search.day, None] {
            let search = Search { day, ..search };
            time(&format!("search {query:?} day {day:?}"), || registry.search(query, &search));
        }
    }
    Ok(())
}

/// The median of 21 runs, without the time to drop what was made.
fn time<T>(what: &str, run: impl Fn() -> T) {
    let mut made = Vec::new();
    let mut runs: Vec<f64> = (0..21)
        .map(|_| {
            let started = Instant::now();
            made.push(black_box(run()));
            ms(started)
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    println!("{what:<44} {:>8.2} ms (best {:.2}, worst {:.2})", runs[10], runs[0], runs[20]);
}

fn ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1_000.0
}

/// Pages in memory, where the system tells (4 KiB each).
fn resident() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    statm.split(' ').nth(1)?.parse().ok()
}

fn weigh(what: &str, before: Option<u64>) {
    if let (Some(before), Some(after)) = (before, resident()) {
        println!("{what:<44} {:>8} KiB", after.saturating_sub(before) * 4);
    }
}
