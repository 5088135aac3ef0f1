//! The guide and the schema say what the program does.

use super::dice::everything;
use super::taken;
use crate::shape::{self, Form, SECTIONS, Shape, Words};
use crate::write;
use bc138_domain::{Kind, Record};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const GUIDE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/formats/bc138.md"));
const SCHEMA: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/formats/bc138.schema.json"));

static SCHEMA_JSON: LazyLock<Json> = LazyLock::new(|| serde_json::from_str(SCHEMA).unwrap());
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA_JSON).unwrap());

/// What the schema has against a text.
fn against(text: &str) -> Vec<String> {
    let json: Json = serde_json::from_str(text).unwrap();
    VALIDATOR.iter_errors(&json).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

/// The examples of the guide.
fn examples() -> Vec<&'static str> {
    GUIDE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_examples_of_the_guide_are_taken_and_fit_the_schema() {
    assert_eq!(examples().len(), 3);
    for example in examples() {
        assert_eq!(against(example), Vec::<String>::new());
        let everything = taken(example);
        let text = String::from_utf8(write(&everything)).unwrap();
        assert_eq!(taken(&text), everything, "and what they say is kept");
    }
}

#[test]
fn the_examples_say_what_the_guide_tells_of_them() {
    let [briefing, festival, table] =
        examples().try_into().map(|all: [&str; 3]| all.map(taken)).unwrap();
    let count = |records: &[Record], kind| records.iter().filter(|it| it.kind() == kind).count();
    assert_eq!(count(&briefing.records, Kind::Figure), 11);
    assert_eq!(count(&briefing.records, Kind::Indicator), 1, "camera is one indicator");
    assert_eq!(count(&festival.records, Kind::Award), 1);
    let place = festival.records.iter().find_map(|record| match record {
        Record::Dossier(it) => Some((it.province.as_str(), it.province_type.as_str())),
        _ => None,
    });
    assert_eq!(place, Some(("Thử", "phường")));
    assert_eq!(table.entries.units, ["U2", "U3"]);
    assert_eq!(table.entries.cells.len(), 6);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_is_written_fits_the_schema(all in everything()) {
        let text = String::from_utf8(write(&all)).unwrap();
        let problems = against(&text);
        prop_assert!(problems.is_empty(), "{:?}\n{}", problems, text);
    }
}

#[test]
fn the_schema_refuses_what_the_program_refuses() {
    for text in [
        r#"{"format": "bc138"}"#,
        r#"{"format": "bc138", "version": 2}"#,
        r#"{"format": "bc138", "version": 1, "later": []}"#,
        r#"{"format": "bc138", "version": 1, "dossiers": [{"province": "Mẫu"}]}"#,
        r#"{"format": "bc138", "version": 1, "dossiers": [{"province": "Mẫu", "window": 2024, "figures": [{"amount": 1}]}]}"#,
        r#"{"format": "bc138", "version": 1, "entries": {"rows": [[0, 0, 0]]}}"#,
    ] {
        assert!(!against(text).is_empty(), "{text}");
        super::refused(text);
    }
}

/// The definition of a section, or of another object, in the schema.
fn definition(name: &str) -> &'static Json {
    let name = if name == "group" { "group_record" } else { name };
    let definition = &SCHEMA_JSON["$defs"][name];
    assert!(definition.is_object(), "{name} is defined");
    definition
}

/// The keys of an object of the schema, followed through references and choices.
fn keys(definition: &Json) -> BTreeSet<String> {
    if let Some(name) = definition["$ref"].as_str() {
        return keys(&SCHEMA_JSON["$defs"][name.trim_start_matches("#/$defs/")]);
    }
    let choices = definition["oneOf"].as_array().into_iter().flatten();
    let own = definition["properties"].as_object().into_iter().flatten();
    choices.flat_map(keys).chain(own.map(|(key, _)| key.clone())).collect()
}

/// The keys of a form, with those of all its variants.
fn keys_of(form: &Form) -> BTreeSet<String> {
    let variants = form.tagged.map_or(&[][..], |tagged| tagged.variants);
    let tag = form.tagged.map(|tagged| tagged.tag.to_owned());
    let variants = variants.iter().flat_map(|(_, fields)| fields.iter());
    form.fields.iter().chain(variants).map(|it| it.key.to_owned()).chain(tag).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_program_reads() {
    for section in SECTIONS.iter() {
        let mut known = keys(definition(&section.word));
        for key in ["id", "ref", "position"] {
            known.remove(key);
        }
        if section.kind == Kind::Dossier {
            known.retain(|key| !SECTIONS.iter().any(|it| it.is_nested() && it.name == *key));
        }
        assert_eq!(known, keys_of(&section.form), "{}", section.word);
        for field in section.form.fields {
            check_inside(&definition(&section.word)["properties"][field.key], &field.shape);
        }
    }
    for (name, form) in
        [("window", &shape::WINDOW), ("amount", &shape::AMOUNT), ("scope", &shape::SCOPE)]
    {
        assert_eq!(keys(definition(name)), keys_of(form), "{name}");
    }
    let entries = &definition("entries")["properties"];
    assert_eq!(keys(&entries["notes"]["items"]), keys_of(&shape::ENTRY_NOTE));
    assert_eq!(keys(definition("measure")), keys_of(&shape::MEASURE));
}

/// Objects inside a record have the same keys too, and words the same choices.
fn check_inside(schema: &Json, shape: &Shape) {
    match shape {
        Shape::Object(form) => {
            assert_eq!(keys(schema), keys_of(form), "{schema}");
            for field in form.fields {
                check_inside(&schema["properties"][field.key], &field.shape);
            }
        }
        Shape::List(item) => check_inside(&schema["items"], item),
        Shape::Word(words) if schema["$ref"].is_string() => {
            let name = schema["$ref"].as_str().unwrap().trim_start_matches("#/$defs/");
            assert_eq!(choices(definition(name)), words_of(words), "{name}");
        }
        _ => {}
    }
}

fn choices(definition: &Json) -> BTreeSet<&str> {
    definition["enum"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

fn words_of(words: Words) -> BTreeSet<&'static str> {
    words
        .iter()
        .flat_map(|(word, terms)| [*word].into_iter().chain(terms.iter().copied()))
        .collect()
}

#[test]
fn the_guide_names_every_list_and_key() {
    for section in SECTIONS.iter() {
        let row = GUIDE.lines().find(|line| line.starts_with(&format!("| `{}` |", section.name)));
        let row = row.unwrap_or_else(|| panic!("{} has a row in the guide", section.name));
        for field in section.form.fields.iter().filter(|_| section.kind != Kind::Figure) {
            let bold = row.contains(&format!("**`{}`**", field.key));
            let short = GUIDE.contains(&format!("`{}`", field.key));
            assert!(bold == field.required && short, "{} of {}", field.key, section.name);
        }
    }
}
