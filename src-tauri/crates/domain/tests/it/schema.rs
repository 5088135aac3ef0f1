//! The schema of the catalogue pack says what the program does.

use crate::catalogue;
use bc138_domain::catalogue::{Catalogue, Pack, PackProblem, ProblemKind};
use serde_json::Value;

const PAGE: &str = include_str!("../../../../../docs/formats/catalogue-pack.md");
const SCHEMA: &str = include_str!("../../../../../docs/formats/catalogue-pack.schema.json");

/// The tables of the schema: name and fields.
fn tables() -> Vec<(String, Vec<Value>)> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let resources = schema["resources"].as_array().expect("it describes tables").clone();
    let table = |it: Value| {
        let name = it["name"].as_str().unwrap().to_owned();
        (name, it["schema"]["fields"].as_array().unwrap().clone())
    };
    resources.into_iter().map(table).collect()
}

fn name(field: &Value) -> &str {
    field["name"].as_str().unwrap()
}

/// Problems of one row of a table, each field filled by `cell`.
fn problems(table: &str, fields: &[Value], cell: impl Fn(&Value) -> String) -> Vec<PackProblem> {
    let header: Vec<&str> = fields.iter().map(name).collect();
    let cells: Vec<String> = fields.iter().map(cell).collect();
    let (header, cells) = (header.join("\t"), cells.join("\t"));
    let text = format!("bc138-catalogue\t1\n[{table}]\n{header}\n{cells}\n");
    Pack::read(&text, &Catalogue::default()).err().unwrap_or_default()
}

#[test]
fn tables_and_columns_stand_in_the_order_of_writing() {
    let text = Pack::of(&catalogue()).write();
    let lines: Vec<&str> = text.lines().collect();
    let heads = lines.windows(2).filter(|pair| pair[0].starts_with('['));
    let written: Vec<(&str, &str)> = heads.map(|pair| (pair[0], pair[1])).collect();
    let tables = tables();
    let described: Vec<(String, String)> = tables
        .iter()
        .map(|(table, fields)| {
            let columns: Vec<&str> = fields.iter().map(name).collect();
            (format!("[{table}]"), columns.join("\t"))
        })
        .collect();
    let described: Vec<(&str, &str)> =
        described.iter().map(|(table, columns)| (table.as_str(), columns.as_str())).collect();
    assert_eq!(described, written);
}

/// A cell that a field takes.
fn filled(field: &Value) -> String {
    let word = field["constraints"]["enum"][0].as_str();
    let by_type = match field["type"].as_str() {
        Some("integer") => field["constraints"]["minimum"].to_string(),
        Some("date") => "2025-07-01".to_owned(),
        _ => "a".to_owned(),
    };
    word.map_or(by_type, str::to_owned)
}

#[test]
fn required_fields_are_missed_when_empty_and_no_others() {
    for (table, fields) in tables() {
        for field in &fields {
            let but = |it: &Value| if it == field { String::new() } else { filled(it) };
            let missed = problems(&table, &fields, but).into_iter().any(|problem| {
                problem.kind == ProblemKind::Empty && problem.column.as_deref() == Some(name(field))
            });
            let required = field["constraints"]["required"] == true;
            assert_eq!(missed, required, "{table}, {}", name(field));
        }
    }
}

#[test]
fn words_are_those_of_the_schema() {
    for (table, fields) in tables() {
        let found = problems(&table, &fields, |_| "nonsense".to_owned());
        for field in &fields {
            let words = field["constraints"]["enum"].as_array().cloned();
            let allowed = found.iter().find_map(|problem| match &problem.kind {
                ProblemKind::Word { allowed, .. }
                    if problem.column.as_deref() == Some(name(field)) =>
                {
                    Some(allowed.iter().map(|word| Value::from(*word)).collect())
                }
                _ => None,
            });
            assert_eq!(words, allowed, "{table}, {}", name(field));
        }
    }
}

#[test]
fn the_example_of_the_page_is_a_pack() {
    let example = PAGE.split("```").nth(1).expect("the page has an example");
    let pack = Pack::read(example.trim_start(), &catalogue()).expect("it can be read");
    assert_eq!((pack.groups.len(), pack.categories.len(), pack.indicators.len()), (1, 1, 2));
    assert!(catalogue().with_own(&pack.as_own()).is_ok(), "it can be taken");
    assert!(pack.against(&catalogue()).is_free_of_conflicts());
}
