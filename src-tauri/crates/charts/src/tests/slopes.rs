//! Slope charts.

use bc138_report::{Dash, Mark};
use proptest::prelude::*;

use super::many::{label, size, value};
use super::measure::{areas, known, label_of, reading, setting, shows, sound};
use crate::{ChartError, Size, Slope, Slopes};

fn chart(units: Vec<Slope>) -> Slopes {
    let years = ["2024".to_owned(), "2025".to_owned()];
    Slopes { setting: setting(Size::Full), years, broken: None, units, extremes: 2 }
}

#[test]
fn the_most_changed_are_named_the_others_grey() {
    let change = [5, -9, 1, 0, 8, -2, 3];
    let unit = |(index, change): (usize, &i64)| {
        let values = [
            known(50_000, &format!("a{index}")),
            known((50 + change) * 1_000, &format!("b{index}")),
        ];
        Slope::new(format!("Xã {index}"), values)
    };
    let drawing = chart(change.iter().enumerate().map(unit).collect()).draw().expect("draws");
    sound(&drawing);
    for (index, named) in [true, true, false, false, true, true, false].into_iter().enumerate() {
        for side in ["a", "b"] {
            assert_eq!(label_of(&drawing, &format!("{side}{index}")).is_some(), named, "{index}");
        }
    }
    let fallen =
        drawing.marks.iter().filter(|mark| matches!(mark, Mark::Line { dash: Dash::Dashed, .. }));
    assert_eq!(fallen.count(), 2, "those that fell are dashed");
    let grey = areas(&drawing, |fill, _| fill == bc138_report::Fill::Grey(40));
    assert_eq!(grey.len(), 3);
}

#[test]
fn a_unit_with_one_value_has_no_line_and_a_strong_one_is_always_named() {
    let mut strong = Slope::new("Toàn tỉnh", [known(10_000, "s"), reading(10_000)]);
    strong.strong = true;
    let half = Slope::new("Xã Mường Thử", [known(5_000, "h"), None]);
    let drawing = chart(vec![strong, half]).draw().expect("draws");
    sound(&drawing);
    shows(&drawing, "Toàn tỉnh");
    assert!(label_of(&drawing, "h").is_none());
    assert!(drawing.description.contains("Xã Mường Thử – 2024: 5; 2025: không có số liệu"));
}

#[test]
fn nothing_to_compare_is_drawn_without_lines_and_no_unit_is_an_error() {
    sound(&chart(vec![Slope::new("a", [None, None])]).draw().expect("draws"));
    assert_eq!(chart(vec![]).draw(), Err(ChartError::Empty));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_slopes_are_sound(
        size in size(),
        extremes in 0_usize..9,
        units in prop::collection::vec((label(), value(), value(), prop::bool::weighted(0.1)), 1..80),
    ) {
        let units = units.into_iter().map(|(label, first, second, strong)| Slope {
            label,
            strong,
            values: [first, second],
        });
        let chart = Slopes {
            setting: setting(size),
            extremes,
            broken: Some("Địa bàn mới".into()),
            ..chart(units.collect())
        };
        if let Ok(drawing) = chart.draw() {
            sound(&drawing);
            shows(&drawing, "Địa bàn mới");
            prop_assert_eq!(chart.draw(), Ok(drawing));
        }
    }
}
