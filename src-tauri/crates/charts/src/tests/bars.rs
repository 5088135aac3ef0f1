//! Bars.

use bc138_report::Fill;
use proptest::prelude::*;

use super::many::{label, ordinary_label, size, value};
use super::measure::{areas, known, label_of, reading, setting, shows, sound};
use crate::{BarGroup, Bars, ChartError, Direction, Size};

fn bars(direction: Direction, groups: Vec<BarGroup>) -> Bars {
    let series = vec![String::new(); groups.first().map_or(1, |group| group.values.len())];
    Bars { setting: setting(Size::Full), direction, series, groups }
}

fn single(direction: Direction, values: &[Option<i64>]) -> Bars {
    let group = |(index, value): (usize, &Option<i64>)| {
        let reading = value.and_then(|value| known(value, &format!("s{index}")));
        BarGroup::new(format!("N{index}"), vec![reading])
    };
    bars(direction, values.iter().enumerate().map(group).collect())
}

const GREY: Fill = Fill::Grey(50);

#[test]
fn bars_are_as_long_as_their_values() {
    for direction in [Direction::Upright, Direction::Sideways] {
        let values = [400_000, 100_000, 250_000, -200_000];
        let drawing = single(direction, &values.map(Some)).draw().expect("draws");
        sound(&drawing);
        let bars = areas(&drawing, |fill, _| fill == GREY);
        assert_eq!(bars.len(), values.len());
        let length = |bar: &crate::geometry::Rect| match direction {
            Direction::Upright => bar.height(),
            Direction::Sideways => bar.width(),
        };
        let unit = length(&bars[0]) / 400.0;
        for (bar, value) in bars.iter().zip(values) {
            let expected = (value as f32 / 1_000.0).abs() * unit;
            assert!((length(bar) - expected).abs() < 0.05, "{value}: {}", length(bar));
        }
    }
}

#[test]
fn a_missing_value_has_no_bar_and_no_label_and_zero_has_a_label() {
    for direction in [Direction::Upright, Direction::Sideways] {
        let drawing = single(direction, &[Some(5_000), None, Some(0)]).draw().expect("draws");
        sound(&drawing);
        assert_eq!(areas(&drawing, |fill, _| fill == GREY).len(), 1, "zero has no length");
        assert!(label_of(&drawing, "s0").is_some() && label_of(&drawing, "s2").is_some());
        assert!(label_of(&drawing, "s1").is_none());
        assert!(drawing.description.contains("N1: không có số liệu"), "{}", drawing.description);
        shows(&drawing, "N1");
    }
}

#[test]
fn series_are_named_beside_their_bars_and_differ_without_colour() {
    let group =
        |name: &str| BarGroup::new(name, vec![reading(3_000), reading(2_000), reading(1_000)]);
    for direction in [Direction::Upright, Direction::Sideways] {
        let mut chart = bars(direction, vec![group("Xã Mường Thử"), group("Phường Ví Dụ")]);
        chart.series = ["Năm 2023", "Năm 2024", "Năm 2025"].map(String::from).to_vec();
        let drawing = chart.draw().expect("draws");
        sound(&drawing);
        for name in &chart.series {
            shows(&drawing, name);
        }
        let dark = areas(&drawing, |fill, _| fill == Fill::Grey(80));
        let light = areas(&drawing, |fill, _| fill == Fill::Grey(30));
        let hatched = areas(&drawing, |fill, outline| fill == Fill::White && outline > 0.0);
        assert_eq!([dark.len(), light.len(), hatched.len()], [2, 2, 2]);
    }
}

#[test]
fn bars_too_many_to_label_upright_lie_down() {
    let groups = (0..40)
        .map(|index| BarGroup::new(format!("Xã Thượng Nghĩa Hành {index}"), vec![reading(1_000)]));
    let drawing = bars(Direction::Upright, groups.collect()).draw().expect("draws");
    sound(&drawing);
    let bars = areas(&drawing, |fill, _| fill == GREY);
    assert!(bars.iter().all(|bar| bar.width() > bar.height()), "sideways");
}

#[test]
fn sixty_five_units_fit_on_a_page() {
    let groups = (0..65).map(|index| {
        BarGroup::new(format!("Xã Thượng Nghĩa Hành {index}"), vec![reading(index * 1_000)])
    });
    let drawing = bars(Direction::Sideways, groups.collect()).draw().expect("draws");
    sound(&drawing);
    assert!(drawing.height <= 618.0, "{} is taller than a page takes", drawing.height);
}

#[test]
fn bad_input_is_refused() {
    let chart = |groups| bars(Direction::Upright, groups);
    let error = |chart: Bars| chart.draw().expect_err("refused");
    assert_eq!(error(chart(vec![])), ChartError::Empty);
    let mut nameless = chart(vec![BarGroup::new("a", vec![None])]);
    nameless.setting.caption = " ".into();
    assert_eq!(error(nameless), ChartError::NoCaption);
    let four = chart(vec![BarGroup::new("a", vec![None; 4])]);
    assert_eq!(error(four), ChartError::TooManySeries { given: 4, most: 3 });
    let uneven = chart(vec![BarGroup::new("a", vec![None]), BarGroup::new("b", vec![])]);
    assert_eq!(error(uneven), ChartError::Lengths { expected: 1, given: 0 });
    let many = (0..500).map(|_| BarGroup::new("a", vec![None])).collect();
    assert_eq!(error(chart(many)), ChartError::TooManyRows { given: 500 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bars_are_sound(
        size in size(),
        sideways in any::<bool>(),
        (series, rows) in (1_usize..=3).prop_flat_map(|series| (
            prop::collection::vec(label(), series),
            prop::collection::vec((label(), prop::collection::vec(value(), series), any::<bool>()), 1..20),
        )),
    ) {
        let groups = rows.into_iter().map(|(label, values, strong)| BarGroup { label, strong, values });
        let direction = if sideways { Direction::Sideways } else { Direction::Upright };
        let chart = Bars { setting: setting(size), direction, series, groups: groups.collect() };
        if let Ok(drawing) = chart.draw() {
            sound(&drawing);
            for label in chart.groups.iter().map(|group| &group.label) {
                shows(&drawing, label);
            }
            for reading in chart.readings() {
                shows(&drawing, &reading.label());
            }
            prop_assert_eq!(chart.draw(), Ok(drawing));
        }
    }

    #[test]
    fn ordinary_bars_are_always_drawn(
        size in size(),
        sideways in any::<bool>(),
        rows in prop::collection::vec((ordinary_label(), -9_000_000_i64..99_000_000), 1..20),
    ) {
        let groups = rows.into_iter().map(|(label, value)| BarGroup::new(label, vec![reading(value)]));
        let direction = if sideways { Direction::Sideways } else { Direction::Upright };
        let chart = Bars { setting: setting(size), ..bars(direction, groups.collect()) };
        prop_assert!(chart.draw().is_ok());
    }

    /// The longer bar has the greater value.
    #[test]
    fn order_of_values_is_order_of_ends(values in prop::collection::vec(1_i64..1_000_000, 2..12)) {
        let some: Vec<Option<i64>> = values.iter().copied().map(Some).collect();
        let drawing = single(Direction::Sideways, &some).draw().expect("draws");
        let bars = areas(&drawing, |fill, _| fill == GREY);
        for (a, first) in values.iter().enumerate() {
            for (b, second) in values.iter().enumerate() {
                if first < second {
                    prop_assert!(bars[a].right <= bars[b].right);
                }
            }
        }
    }
}
