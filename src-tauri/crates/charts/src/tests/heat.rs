//! Heat strips.

use bc138_report::Fill;
use proptest::prelude::*;

use super::many::{ordinary_label, size, table};
use super::measure::{areas, reading, setting, shows, sound};
use crate::{ChartError, Classes, Heat, HeatRow, Size, Years};

fn classes() -> Classes {
    let texts = ["dưới 10", "10 – 20", "từ 20"].map(String::from).to_vec();
    Classes { bounds: vec![10_000, 20_000], texts }
}

fn chart(years: Years, rows: Vec<HeatRow>) -> Heat {
    Heat { setting: setting(Size::Full), years, classes: classes(), rows }
}

/// Cells and samples of the key: greys without outline.
fn greys(drawing: &bc138_report::Drawing) -> Vec<u8> {
    let marks = drawing.marks.iter().filter_map(|mark| match mark {
        bc138_report::Mark::Area { fill: Fill::Grey(grey), .. } => Some(*grey),
        _ => None,
    });
    marks.collect()
}

#[test]
fn cells_are_the_darker_the_higher_the_class_and_missing_ones_are_paper() {
    let values = vec![reading(9_999), reading(10_000), reading(25_000), None];
    let row = HeatRow::new("Xã Mường Thử", values);
    let drawing = chart(Years::new(["1", "2", "3", "4"]), vec![row]).draw().expect("draws");
    sound(&drawing);
    let greys = greys(&drawing);
    let (cells, key) = greys.split_at(3);
    assert!(cells.is_sorted_by(|a, b| a < b), "{cells:?}");
    assert_eq!(cells, key, "the key shows the same greys");
    shows(&drawing, "không có số liệu");
}

#[test]
fn a_hundred_and_seventy_units_fit_on_a_page_side_by_side() {
    let rows = (0..170).map(|index| {
        HeatRow::new(format!("Xã Thượng Nghĩa Hành {index}"), vec![reading(index * 200); 6])
    });
    let years = Years::new((2020..2026).map(|year| year.to_string()));
    let drawing = chart(years, rows.collect()).draw().expect("draws");
    sound(&drawing);
    assert_eq!(greys(&drawing).len(), 170 * 6 + 3);
    let cells = areas(&drawing, |fill, _| matches!(fill, Fill::Grey(_)));
    let lefts = cells.iter().map(|cell| cell.left).fold(f32::INFINITY, f32::min);
    assert!(cells.iter().any(|cell| cell.left > lefts + drawing.width / 2.0), "several columns");
}

#[test]
fn classes_must_ascend_and_be_named() {
    let with = |bounds: Vec<i64>, texts: usize| {
        let mut chart = chart(Years::new(["1"]), vec![HeatRow::new("a", vec![None])]);
        chart.classes = Classes { bounds, texts: vec!["x".into(); texts] };
        chart.draw().map(|_| ())
    };
    assert_eq!(with(vec![1, 2], 3), Ok(()));
    for (bounds, texts) in
        [(vec![2, 1], 3), (vec![1, 1], 3), (vec![1], 3), (vec![], 1), (vec![1, 2, 3, 4, 5], 6)]
    {
        assert_eq!(with(bounds, texts), Err(ChartError::Classes));
    }
}

#[test]
fn a_strip_needs_rows() {
    assert_eq!(chart(Years::new(["1"]), vec![]).draw(), Err(ChartError::Empty));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_strip_is_sound(size in size(), (years, rows) in table(60)) {
        let rows: Vec<HeatRow> =
            rows.into_iter().map(|(label, values)| HeatRow { label, strong: false, values }).collect();
        let chart = Heat { setting: setting(size), ..chart(years, rows) };
        if let Ok(drawing) = chart.draw() {
            sound(&drawing);
            for label in chart.rows.iter().map(|row| &row.label) {
                shows(&drawing, label);
            }
            for found in &chart.years.breaks {
                shows(&drawing, &found.caption);
            }
            let values = chart.rows.iter().flat_map(|row| row.values.iter().flatten());
            let converted = values.clone().any(|reading| reading.converted);
            prop_assert_eq!(greys(&drawing).len(), values.count() + 3 + usize::from(converted));
            prop_assert_eq!(chart.draw(), Ok(drawing));
        }
    }

    #[test]
    fn ordinary_strips_are_always_drawn(
        labels in prop::collection::vec(ordinary_label(), 1..60),
        years in 1_usize..=12,
    ) {
        let rows = labels.into_iter().map(|label| HeatRow::new(label, vec![reading(1_000); years]));
        let years = Years::new((0..years).map(|year| (2014 + year).to_string()));
        prop_assert!(chart(years, rows.collect()).draw().is_ok());
    }
}
