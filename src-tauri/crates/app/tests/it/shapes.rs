//! Briefings of other shapes than the samples: a commune, a district, ten years, lists, grades,
//! weapons, money. Each is typed through the fields like a sample and prints every figure as it was
//! typed. Names and numbers are invented.

use crate::desk::{Desk, desk};
use bc138_app::{DocumentFormat, DocumentStyle, Request};

macro_rules! shapes {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("shapes/", $name, ".toml"))),)*]
    };
}

const SHAPES: [(&str, &str); 7] = shapes![
    "ngay-hoi-xa",
    "muoi-nam",
    "hoi-nghi-huyen",
    "cong-nhan",
    "phan-loai",
    "vu-khi",
    "an-sinh"
];

fn typed(name: &str, text: &str) -> Desk {
    let mut desk = desk();
    desk.app.type_sample(name, text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    desk
}

fn table(text: &str) -> toml::Table {
    text.parse().expect("a shape is TOML")
}

/// What a shape says it prints.
fn promised(text: &str) -> Vec<String> {
    let table = table(text);
    let pieces = table["printed"].as_array().expect("a shape names what it prints");
    pieces.iter().map(|piece| piece.as_str().expect("a text").to_owned()).collect()
}

#[test]
fn every_shape_prints_what_was_typed() {
    let mut missing = Vec::new();
    for (name, text) in SHAPES {
        let printed = typed(name, text).printed();
        let absent = promised(text).into_iter().filter(|piece| !printed.contains(piece.as_str()));
        missing.extend(absent.map(|piece| format!("{name}: {piece}\n    {printed}")));
        for mark in ["{", " ,", " ;", " .", "..", "()", "( ", " -.", " -;", "  "] {
            assert!(!printed.contains(mark), "{name} prints “{mark}”: {printed}");
        }
    }
    assert!(missing.is_empty(), "not printed:\n{}", missing.join("\n"));
}

#[test]
fn every_amount_of_a_shape_is_printed() {
    for (name, text) in SHAPES {
        let printed = typed(name, text).printed();
        for amount in amounts(&toml::Value::Table(table(text))) {
            let plain = amount.trim_start_matches("ước tính ");
            // A count may be typed without the dots that the program prints.
            let said = printed.contains(plain)
                || plain
                    .split(' ')
                    .next()
                    .is_some_and(|first| printed.replace('.', "").contains(first))
                || plain == "429kg" && printed.contains("429 kg");
            assert!(said || plain == "không phát sinh", "{name}: {amount} is not printed");
        }
    }
}

/// The amounts of figures and indicators.
fn amounts(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::Table(table) => {
            let own = table.get("amount").and_then(toml::Value::as_str).map(str::to_owned);
            own.into_iter().chain(table.values().flat_map(amounts)).collect()
        }
        toml::Value::Array(values) => values.iter().flat_map(amounts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_district_and_a_commune_do_not_speak_of_a_province() {
    for (name, own) in [("ngay-hoi-xa", "toàn xã"), ("hoi-nghi-huyen", "toàn huyện")] {
        let text = SHAPES.iter().find(|(known, _)| *known == name).expect("there").1;
        let desk = typed(name, text);
        let printed = desk.printed().to_lowercase();
        assert!(printed.contains(own) && !printed.contains("toàn tỉnh"), "{printed}");
        let subtitle = desk.app.step(2).expect("drawn").subtitle.to_lowercase();
        assert!(subtitle.starts_with(own), "{subtitle}");
    }
}

#[test]
fn what_was_typed_is_read_back_in_its_field() {
    for (name, text) in SHAPES {
        let mut desk = typed(name, text);
        let before = desk.app.part().expect("open");
        let steps: Vec<_> = (1..=6).map(|step| desk.app.step(step).expect("drawn")).collect();
        let rows = steps.into_iter().flat_map(|step| step.groups).flat_map(|group| group.rows);
        for field in rows.flat_map(|row| row.cells).filter(|field| !field.text.is_empty()) {
            let written = desk.app.set_field(&field.key, &field.text).expect("no failure");
            assert_eq!(written.refusal, None, "{name}: {} takes its own text", field.key);
        }
        assert_eq!(
            desk.app.part().expect("open"),
            before,
            "{name}: typing it again changes nothing"
        );
    }
}

#[test]
fn a_shape_is_kept_by_the_store_and_prints_the_same_again() {
    for (name, text) in SHAPES {
        let desk = typed(name, text);
        let before = desk.printed();
        let again = desk.reopen();
        assert_eq!(again.printed(), before, "{name} after the next morning");
        let plain = again
            .app
            .render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Text)
            .expect("written")
            .bytes;
        let words = String::from_utf8(plain).expect("UTF-8").split_whitespace().count();
        assert_eq!(words, before.split_whitespace().count(), "{name} in both formats");
    }
}
