//! Lines and small multiples.

use bc138_report::{Dash, Drawing, Fill, Mark, Point};
use proptest::prelude::*;

use super::many::{size, table};
use super::measure::{areas, known, label_of, labels, reading, setting, shows, sound};
use crate::{ChartError, LineSeries, Lines, Multiples, Panel, Reading, Size, Years};

fn chart(years: Years, series: Vec<Vec<Option<Reading>>>) -> Lines {
    let name = |index: usize| if index == 0 { String::new() } else { format!("Dòng {index}") };
    let series = series.into_iter().enumerate();
    let series = series.map(|(index, values)| LineSeries::new(name(index), values)).collect();
    Lines { setting: setting(Size::Full), years, series }
}

fn years(count: usize) -> Years {
    Years::new((0..count).map(|year| (2014 + year).to_string()))
}

/// The lines of data: as thick as the first series.
fn data(drawing: &Drawing) -> Vec<&[Point]> {
    let lines = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, thickness, dash: Dash::Solid } if *thickness > 1.0 => {
            Some(points.as_slice())
        }
        _ => None,
    });
    lines.collect()
}

/// The points of data.
fn points(drawing: &Drawing) -> usize {
    areas(drawing, |fill, outline| fill == Fill::Grey(100) || outline > 0.0).len()
}

#[test]
fn a_line_stops_before_a_missing_value_and_before_a_break() {
    let values =
        vec![reading(1_000), reading(2_000), None, reading(3_000), reading(4_000), reading(5_000)];
    let drawing = chart(years(6).broken(5, "65 xã"), vec![values]).draw().expect("draws");
    sound(&drawing);
    let pieces: Vec<usize> = data(&drawing).iter().map(|line| line.len()).collect();
    assert_eq!(pieces, [2, 2], "2014–2015, 2017–2018; 2019 stands alone");
    assert_eq!(points(&drawing), 5, "no point for a missing value");
    shows(&drawing, "65 xã");
    assert!(drawing.description.contains("Từ 2019 không so sánh được"), "{}", drawing.description);
}

#[test]
fn the_last_value_is_printed_also_where_it_reaches_the_top() {
    let values = [91_500, 91_800].map(reading).to_vec();
    let last = values[1].as_ref().expect("it is there").printed.clone();
    for broken in [years(2), years(2).broken(1, "65 xã")] {
        let drawing = chart(broken, vec![values.clone()]).draw().expect("draws");
        sound(&drawing);
        shows(&drawing, &last);
    }
}

#[test]
fn higher_values_stand_higher_at_even_distances() {
    let values = [0, 1_000, 3_000, 2_000];
    let drawing = chart(years(4), vec![values.map(reading).to_vec()]).draw().expect("draws");
    let [line] = data(&drawing)[..] else { panic!("one line") };
    let unit = (line[0].y - line[1].y) / 1_000.0;
    assert!(unit > 0.0);
    for (point, value) in line.iter().zip(values) {
        assert!((line[0].y - point.y - unit * value as f32).abs() < 0.05);
    }
    assert!((line[2].x - line[1].x - (line[1].x - line[0].x)).abs() < 0.05);
}

#[test]
fn the_last_value_and_the_extremes_are_printed_and_converted_ones_marked() {
    let values = (0..12).map(|year| known((year * 37 % 11) * 1_000, &year.to_string()));
    let mut values: Vec<Option<Reading>> = values.collect();
    values[11] = values[11].take().map(Reading::converted);
    let drawing = chart(years(12), vec![values]).draw().expect("draws");
    sound(&drawing);
    for source in ["11", "0"] {
        assert!(label_of(&drawing, source).is_some(), "{source}");
    }
    shows(&drawing, "* Số liệu quy đổi");
    let starred = labels(&drawing).iter().filter(|(span, _)| span.text.ends_with('*')).count();
    assert_eq!(starred, 1);
}

#[test]
fn few_values_still_make_a_chart() {
    for values in
        [vec![None], vec![reading(0)], vec![reading(7_000)], vec![reading(5_000); 4], vec![None; 3]]
    {
        let drawing = chart(years(values.len()), vec![values]).draw().expect("draws");
        sound(&drawing);
        assert!(!drawing.marks.is_empty(), "even nothing has its axis");
    }
}

#[test]
fn bad_input_is_refused() {
    let error = |chart: Lines| chart.draw().expect_err("refused");
    assert_eq!(error(chart(years(0), vec![vec![]])), ChartError::Empty);
    assert_eq!(error(chart(years(2), vec![])), ChartError::Empty);
    let short = chart(years(2), vec![vec![None]]);
    assert_eq!(error(short), ChartError::Lengths { expected: 2, given: 1 });
    let six = chart(years(1), vec![vec![None]; 6]);
    assert_eq!(error(six), ChartError::TooManySeries { given: 6, most: 5 });
    for before in [0, 2] {
        let broken = chart(years(2).broken(before, "a"), vec![vec![None; 2]]);
        assert_eq!(error(broken), ChartError::Break { before });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_lines_are_sound(size in size(), (years, rows) in table(5)) {
        let series: Vec<LineSeries> =
            rows.into_iter().map(|(name, values)| LineSeries { name, values }).collect();
        let chart = Lines { setting: setting(size), years, series };
        if let Ok(drawing) = chart.draw() {
            sound(&drawing);
            for name in chart.series.iter().map(|line| &line.name) {
                shows(&drawing, name);
            }
            for found in &chart.years.breaks {
                shows(&drawing, &found.caption);
            }
            let values: usize = chart.series.iter().map(|line| line.known().count()).sum();
            prop_assert_eq!(points(&drawing), values);
            prop_assert_eq!(chart.draw(), Ok(drawing));
        }
    }

    #[test]
    fn any_small_multiples_are_sound(size in size(), (years, rows) in table(24)) {
        let panels: Vec<Panel> =
            rows.into_iter().map(|(title, values)| Panel { title, strong: false, values }).collect();
        let chart = Multiples { setting: setting(size), years, panels, reach: vec![] };
        if let Ok(drawing) = chart.draw() {
            sound(&drawing);
            for title in chart.panels.iter().map(|panel| &panel.title) {
                shows(&drawing, title);
            }
            let values = chart.panels.iter().flat_map(|panel| panel.values.iter().flatten()).count();
            prop_assert_eq!(points(&drawing), values);
            prop_assert_eq!(chart.draw(), Ok(drawing));
        }
    }
}

#[test]
fn sixty_five_small_charts_fit_on_a_page_on_one_scale() {
    let panels = (0..65).map(|index| {
        Panel::new(format!("Xã Thượng Nghĩa Hành {index}"), vec![reading(index * 1_000); 6])
    });
    let chart = Multiples {
        setting: setting(Size::Full),
        years: years(6),
        panels: panels.collect(),
        reach: vec![],
    };
    let drawing = chart.draw().expect("draws");
    sound(&drawing);
    assert_eq!(data(&drawing).len(), 65);
}
