//! Tables and registers of examples, read from small texts.

use super::Example;
use bc138_domain::cell::{self, Reading};
use bc138_domain::{
    Amount, BatchBuilder, Catalogue, Categories, EntryNote, IndicatorKind, Measure, Nature, Slot,
    Window, date,
};
use bc138_series::Cube;
use bc138_units::{Registry, RegistryFiles};
use std::collections::BTreeSet;

/// The province every example's communes belong to, unless it has a register of its own.
const PROVINCE: &str = "T";

/// The register of an example: its own, or a province with a commune for every unit of the table.
pub(super) fn registry(example: &Example) -> Result<Registry, String> {
    let units: Vec<String> = match (&example.units, &example.table) {
        (Some(units), _) => (1..)
            .zip(lines(units))
            .map(|(code, cells)| unit_line(code, &cells))
            .collect::<Result<_, _>>()?,
        (None, Some(table)) => simple_units(table),
        (None, None) => Vec::new(),
    };
    let units =
        format!("key\tlevel\tkind\tcode\tname\tparent\tfirst_day\tlast_day\n{}", units.join("\n"));
    let files = RegistryFiles { units: &units, succession: "old\tnew\tdate\textent\n" };
    let reference = Registry::read(&files).map_err(|error| format!("register: {error}"))?;
    reference.with_events(&example.events).map_err(|errors| {
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        format!("events: {}", told.join(", "))
    })
}

fn lines(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| line.split('|').map(str::trim).collect())
}

/// Official codes are made up: the register wants one for every unit.
fn unit_line(code: u32, cells: &[&str]) -> Result<String, String> {
    let [key, level, kind, name, parent, first, last] = cells else {
        return Err(format!("register: seven cells expected, {} found", cells.len()));
    };
    Ok([*key, level, kind, &code.to_string(), name, parent, first, last].join("\t"))
}

fn simple_units(table: &str) -> Vec<String> {
    let keys: BTreeSet<&str> =
        lines(table).skip(1).filter_map(|cells| cells.first()?.split(' ').next()).collect();
    let province = format!("{PROVINCE}\ttỉnh\ttỉnh\t0\tMẫu\t\t\t");
    let communes = (1..).zip(keys.into_iter().filter(|key| *key != PROVINCE));
    let communes =
        communes.map(|(code, key)| format!("{key}\txã\txã\t{code}\t{key}\t{PROVINCE}\t\t"));
    std::iter::once(province).chain(communes).collect()
}

/// The cube of a table: `unit measure | 120 | 118`, with windows in the first line.
pub(super) fn cube(text: &str, registry: &Registry, catalogue: &Catalogue) -> Result<Cube, String> {
    let mut lines = lines(text);
    let windows = lines.next().unwrap_or_default();
    let windows = windows.iter().skip(1).map(|name| window(name)).collect::<Result<Vec<_>, _>>()?;
    let mut builder = BatchBuilder::default();
    for cells in lines {
        let head = cells.first().copied().unwrap_or_default();
        let (unit, code) = head.split_once(' ').ok_or_else(|| format!("no measure in {head}"))?;
        let unit = builder.unit(unit);
        let measure = builder.measure(&measure(code.trim(), catalogue)?);
        for (window, cell) in windows.iter().zip(cells.iter().skip(1)) {
            let window = builder.window(window);
            if let Some((slot, note)) = slot(cell)? {
                builder.put(unit, measure, window, Some(slot));
                if let Some(note) = note {
                    builder.note(note);
                }
            }
        }
    }
    Cube::build(registry, builder.build()).map_err(|error| format!("table: {error}"))
}

/// `2022` is the usual reporting year, `2022 kdc` the one of khu dân cư; else days.
pub(super) fn window(name: &str) -> Result<Window, String> {
    if let Ok(year) = name.parse() {
        return Ok(Window::reporting_year(year));
    }
    let days = match name.strip_suffix(" kdc").and_then(|year| year.parse::<i32>().ok()) {
        Some(year) => (format!("1/11/{}", year - 1), format!("31/10/{year}")),
        None => match name.split_once('–') {
            Some((from, to)) => (from.to_owned(), to.to_owned()),
            None => return Err(format!("{name} is no window")),
        },
    };
    let day = |text: &str| date::parse_date(text).map_err(|error| error.to_string());
    Ok(Window { from: Some(day(&days.0)?), to: Some(day(&days.1)?), label: Some(name.to_owned()) })
}

/// `pl_kdc[grade=kha+xuat_sac]`, `mh_diem~new`.
fn measure(text: &str, catalogue: &Catalogue) -> Result<Measure, String> {
    let (rest, nature) = match text.split_once('~') {
        Some((rest, "new")) => (rest, Some(Nature::New)),
        Some((rest, "cumulative")) => (rest, Some(Nature::Cumulative)),
        _ => (text, None),
    };
    let (code, kinds) = rest.split_once('[').unwrap_or((rest, ""));
    let indicator = catalogue.indicator(code).ok_or_else(|| format!("unknown indicator {code}"))?;
    let usual = match indicator.kind {
        IndicatorKind::Flow | IndicatorKind::Money => Nature::Flow,
        _ => Nature::Stock,
    };
    let mut categories = Categories::new();
    if let Some((dimension, kinds)) = kinds.trim_end_matches(']').split_once('=') {
        let kinds = kinds.split('+').map(str::to_owned).collect();
        categories.insert(dimension.to_owned(), kinds);
    }
    Ok(Measure { indicator: code.to_owned(), nature: nature.unwrap_or(usual), categories })
}

fn slot(cell: &str) -> Result<Option<(Slot, Option<EntryNote>)>, String> {
    // A clerk cannot type a number below zero; a file can hold one.
    if let Some(number) = cell.strip_prefix('-') {
        let read = slot(number)?;
        return Ok(read.and_then(|(slot, note)| {
            let below = slot.value()?.thousandths().checked_neg()?;
            Some((Slot::number(bc138_domain::Fixed::from_thousandths(below)), note))
        }));
    }
    let read = cell::read(cell).map_err(|error| format!("{cell}: {error}"))?;
    let Some(Reading { amount, qualifier, state }) = read else { return Ok(None) };
    let (value, total) = match amount {
        Some(Amount::Ratio { reached, total }) => (Some(reached), Some(total)),
        Some(amount) => (amount.magnitude(), None),
        None => (None, None),
    };
    let note = qualifier.map(|it| EntryNote { qualifier: Some(it), ..EntryNote::default() });
    Ok(Some((Slot::new(state, value, total), note)))
}
