//! Times the format: 3.321 units × 60 measures × 10 years of entries, and dossiers of 34 provinces.
//! Prints one line a measurement: name, value, unit.

use bc138_domain::catalogue::Own;
use bc138_domain::{
    BatchBuilder, Catalogue, Categories, EntryBatch, Fixed, Indicator, Measure, Nature, Slot,
    Window,
};
use bc138_exchange::{Everything, ReadContext, digest, read, write};
use std::fmt::Write as _;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let own: Vec<Indicator> = (0..60).map(|n| Indicator::own(n, "models", "chỉ tiêu")).collect();
    let group = bc138_domain::FieldGroup {
        code: "models".to_owned(),
        ..bc138_domain::FieldGroup::own(1, 4, "Mô hình")
    };
    let empty = Catalogue::default();
    let catalogue =
        empty.with_own(&Own { indicators: &own, groups: &[group], ..Own::default() })?;
    let context = ReadContext { catalogue: &catalogue, units: None, work: None };
    let entries = Everything { entries: workload(), ..Everything::default() };
    round("entries", &entries, &context)?;
    let text = briefings(34 * 10);
    let started = Instant::now();
    let dossiers = read(text.as_bytes(), &context).map_err(|problems| format!("{problems:?}"))?;
    say(&format!("dossiers by hand: read {} records", dossiers.records.len()), started);
    round("dossiers", &dossiers, &context)
}

#[allow(clippy::print_stdout, reason = "a measurement is for the eye")]
fn round(
    name: &str,
    everything: &Everything,
    context: &ReadContext<'_>,
) -> Result<(), Box<dyn std::error::Error>> {
    let started = Instant::now();
    let bytes = write(everything);
    say(&format!("{name}: write {} bytes", bytes.len()), started);
    let before = resident();
    let started = Instant::now();
    let back = read(&bytes, context).map_err(|problems| format!("{problems:?}"))?;
    say(&format!("{name}: read"), started);
    println!("{name}: memory {} kB → {} kB (peak {} kB)", before.0, resident().0, resident().1);
    assert_eq!(back, everything.clone().ordered(), "what is written reads back");
    let started = Instant::now();
    let digest = digest(everything);
    say(&format!("{name}: digest {}…", &digest[..8]), started);
    Ok(())
}

#[allow(clippy::print_stdout, reason = "a measurement is for the eye")]
fn say(name: &str, started: Instant) {
    println!("{name} {:.0} ms", started.elapsed().as_secs_f64() * 1_000.0);
}

/// Memory of the process now and at its peak, in kB, where the system tells.
fn resident() -> (u64, u64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |key: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
    };
    (of("VmRSS:"), of("VmHWM:"))
}

fn workload() -> EntryBatch {
    let mut batch = BatchBuilder::default();
    let categories = Categories::new();
    for unit in 0..3_321_u32 {
        let unit = batch.unit(&format!("X{unit:05}.34"));
        for number in 0..60_u32 {
            let (indicator, nature) = (format!("own_{number}"), Nature::Flow);
            let measure = Measure { indicator, nature, categories: categories.clone() };
            let measure = batch.measure(&measure);
            for year in 2016..2026 {
                let window = batch.window(&Window::reporting_year(year));
                let value = i64::from((unit * 7 + number * 13 + year as u32) % 2_000);
                let slot = Slot::number(Fixed::from_thousandths(value * 1_000));
                batch.put(unit, measure, window, Some(slot));
            }
        }
    }
    batch.build()
}

/// Briefings as a hand writes them: eighty figures, forty texts and people each.
fn briefings(count: usize) -> String {
    let mut text = "{\"format\": \"bc138\", \"version\": 1, \"dossiers\": [".to_owned();
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        let many = |one: &str, times: usize| vec![one; times].join(",");
        let figures: Vec<String> = (0..60)
            .map(|n| format!("{{\"indicator\": \"own_{n}\", \"amount\": \"gần 1.686/1.727\"}}"))
            .collect();
        let task =
            "{\"role\": \"nhiệm vụ\", \"text\": \"tiếp tục nâng cao chất lượng phong trào\"}";
        let person = "{\"name\": \"Nguyễn Văn Mẫu\", \"offices\": \"Phó Bí thư; Chủ tịch\"}";
        // Writing into a String cannot fail.
        write!(
            text,
            "{comma}{{\"province\": \"Tỉnh số {number}\", \"window\": 2024, \"figures\": [{}],
             \"passages\": [{}], \"participants\": [{}]}}",
            figures.join(","),
            many(task, 40),
            many(person, 40)
        )
        .unwrap_or_default();
    }
    text + "]}"
}
