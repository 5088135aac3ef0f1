//! Dossiers of examples: what differs from an ordinary one, in the form in which records are
//! stored, with figures as a clerk types them.

use super::table::window;
use crate::context::RollUp;
use bc138_domain::catalogue::OverUnits;
use bc138_domain::cell;
use bc138_domain::{Amount, Catalogue, DossierPart, Figure, IndicatorKind, Nature, Window};
use bc138_series::{Additivity, Total};
use toml::{Table, Value};

/// Lists of records that need ids.
const LISTS: [&str; 8] =
    ["agenda", "bases", "participants", "speeches", "passages", "awards", "targets", "captions"];

/// The dossier of an example, and totals over its units.
pub(super) fn part(
    own: &Table,
    catalogue: &Catalogue,
) -> Result<(DossierPart, Vec<RollUp>), String> {
    let mut own = own.clone();
    let cells = take(&mut own, "cells");
    let figures = own.remove("figures");
    let roll_ups = take(&mut own, "roll_ups");
    let own_window = match own.remove("window") {
        Some(name) => window(name.as_str().unwrap_or_default())?,
        None => Window::reporting_year(2022),
    };
    let mut part: DossierPart = Value::Table(complete(own, &own_window)?)
        .try_into()
        .map_err(|error| format!("dossier: {error}"))?;
    for (code, text) in &cells {
        let text = text.as_str().unwrap_or_default();
        let figure = Table::from_iter([("cell".to_owned(), Value::from(text))]);
        part.figures.push(figure_of(code, &figure, &part, catalogue)?);
    }
    for figure in figures.as_ref().and_then(Value::as_array).into_iter().flatten() {
        let figure = figure.as_table().ok_or("a figure is a table")?;
        let code = figure.get("indicator").and_then(Value::as_str).unwrap_or_default();
        part.figures.push(figure_of(code, figure, &part, catalogue)?);
    }
    let roll_ups = roll_ups.iter().map(|(code, text)| roll_up(code, text, &own_window));
    let roll_ups = roll_ups.collect::<Result<_, _>>()?;
    Ok((part, roll_ups))
}

fn take(table: &mut Table, key: &str) -> Table {
    match table.remove(key) {
        Some(Value::Table(inner)) => inner,
        _ => Table::new(),
    }
}

/// An ordinary dossier with the example's own parts laid over it.
fn complete(mut own: Table, window: &Window) -> Result<Table, String> {
    let mut whole: Table = ORDINARY.parse().map_err(|error| format!("{error}"))?;
    for list in LISTS {
        if let Some(Value::Array(rows)) = own.get_mut(list) {
            rows.iter_mut().zip(1..).for_each(|(row, number)| number_row(row, number));
        }
    }
    let dossier = take(&mut own, "dossier");
    whole.extend(own);
    if let Some(Value::Table(usual)) = whole.get_mut("dossier") {
        let days = Value::try_from(window).map_err(|error| error.to_string())?;
        usual.insert("window".to_owned(), days);
        usual.extend(dossier);
    }
    Ok(whole)
}

const ORDINARY: &str = r#"
agenda = [{ id = 1, dossier = 1, position = 1, act = "final_review", subject = "năm 2022" }]
drafts = []
[dossier]
id = 1
province = "Mẫu"
province_type = "tỉnh"
kind = "annual"
event = { date = "2023-02-08" }
"#;

/// Gives a row what it leaves out: id, dossier and place.
fn number_row(row: &mut Value, number: i64) {
    if let Value::Table(row) = row {
        for (key, value) in [("id", number), ("dossier", 1), ("position", number)] {
            row.entry(key).or_insert(Value::Integer(value));
        }
    }
}

fn figure_of(
    code: &str,
    own: &Table,
    part: &DossierPart,
    catalogue: &Catalogue,
) -> Result<Figure, String> {
    let indicator = catalogue
        .indicator(code)
        .or_else(|| part.indicators.iter().find(|indicator| indicator.code == code));
    let indicator = indicator.ok_or_else(|| format!("unknown indicator {code}"))?;
    let nature = match indicator.kind {
        IndicatorKind::Flow | IndicatorKind::Money => Nature::Flow,
        _ => Nature::Stock,
    };
    let own_window = match own.get("window").and_then(Value::as_str) {
        Some(name) => window(name)?,
        None => part.dossier.window.clone(),
    };
    let mut table = own.clone();
    let cell = table.remove("cell");
    table.remove("window");
    let number = i64::try_from(part.figures.len()).unwrap_or(0) + 1;
    let whole = Value::Table(table);
    let mut whole = match whole {
        Value::Table(table) => table,
        _ => Table::new(),
    };
    let usual = [
        ("id", Value::Integer(number)),
        ("dossier", Value::Integer(1)),
        ("indicator", Value::from(code)),
        ("scope", Value::Table(Table::from_iter([("type".to_owned(), Value::from("province"))]))),
        ("window", Value::try_from(&own_window).map_err(|error| error.to_string())?),
        ("nature", Value::try_from(nature).map_err(|error| error.to_string())?),
    ];
    for (key, value) in usual {
        whole.entry(key).or_insert(value);
    }
    let mut figure: Figure =
        Value::Table(whole).try_into().map_err(|error| format!("figure {code}: {error}"))?;
    let text = cell.as_ref().and_then(Value::as_str).unwrap_or_default();
    if let Some(reading) = cell::read(text).map_err(|error| format!("{text}: {error}"))? {
        figure.amount = reading.amount;
        figure.qualifier = reading.qualifier;
        figure.state = reading.state;
    }
    Ok(figure)
}

/// `"1.686/1.727 (180 of 200)"`: what the units add up to, and how many of them reported.
fn roll_up(code: &str, text: &Value, window: &Window) -> Result<RollUp, String> {
    let text = text.as_str().unwrap_or_default();
    let wrong = || format!("{text} is no total like 120 (18 of 20)");
    let (sum, units) = text.split_once(" (").ok_or_else(wrong)?;
    let (reported, expected) = units.trim_end_matches(')').split_once(" of ").ok_or_else(wrong)?;
    let count = |text: &str| text.parse::<u32>().map_err(|_| wrong());
    let (reported, expected) = (count(reported)?, count(expected)?);
    let amount = cell::read(sum).ok().flatten().and_then(|reading| reading.amount);
    let (value, total) = match amount.ok_or_else(wrong)? {
        Amount::Ratio { reached, total } => (Some(reached), Some(total)),
        amount => (amount.magnitude(), None),
    };
    let over = if total.is_some() { OverUnits::RatioOfSums } else { OverUnits::Sum };
    let additivity = match over {
        OverUnits::RatioOfSums => Additivity::RatioOfSums,
        _ => Additivity::Sum,
    };
    let not_reported = expected.saturating_sub(reported);
    let total =
        Total { value, total, reported, expected, not_reported, additivity, ..Total::default() };
    Ok(RollUp { indicator: code.to_owned(), window: window.clone(), total })
}
