//! Charts of the table of units: what they say is what the series and the table say.

use crate::borders::sayings;
use crate::desk::{Desk, sample, with_dossier};
use crate::truth::with_units;
use bc138_app::view::{ChartKind, ChartView, LensChoice, SeriesQuery, SheetQuery};

const KINDS: [ChartKind; 5] =
    [ChartKind::Years, ChartKind::Units, ChartKind::Slopes, ChartKind::Strip, ChartKind::Multiples];

fn standard() -> SeriesQuery {
    let group = Some("standard".to_owned());
    SeriesQuery { province: None, scope: None, group, lens: LensChoice::AsReported }
}

fn of_2022() -> SheetQuery {
    let (year, group) = (Some(2022), Some("standard".to_owned()));
    SheetQuery { province: None, year, group, lens: LensChoice::AsReported }
}

fn chart(desk: &mut Desk, kind: ChartKind) -> ChartView {
    desk.app.chart(&standard(), None, kind).expect("it is drawn")
}

/// The share of the whole province, as the series print it.
fn rate(desk: &mut Desk) -> String {
    let rows = desk.app.series(&standard()).expect("read").rows;
    let mut rates = rows.into_iter().flat_map(|row| row.cells).map(|cell| cell.rate);
    rates.rfind(|rate| !rate.is_empty()).expect("a share is known")
}

#[test]
fn the_line_over_the_years_ends_at_the_share_of_the_series() {
    let mut desk = with_units();
    let rate = rate(&mut desk);
    let view = chart(&mut desk, ChartKind::Years);
    assert_eq!(view.indicator, "at_kdc", "the first with numbers");
    let last = view.rows[0].figures.last().expect("the last year");
    assert_eq!((view.years.last().map(String::as_str), &last.text), (Some("2022"), &rate));
    assert!(view.svg.starts_with("<svg") && view.svg.contains("id=\"p1-"), "it is drawn");
}

#[test]
fn bars_stand_for_every_unit_with_a_number_the_highest_first() {
    let mut desk = with_dossier(2022);
    let query = of_2022();
    let view = desk.app.sheet(&query).expect("the table is drawn");
    let [low, high] = [0, 1].map(|at| (view.rows[at].unit.clone(), view.rows[at].label.clone()));
    for ((unit, _), text) in [(&low, "1/10"), (&high, "9/10")] {
        desk.app.set_cell(&query, unit, "at_kdc", text).expect("taken");
    }
    let bars = chart(&mut desk, ChartKind::Units);
    let told = |view: &ChartView| {
        let rows = view.rows.iter();
        rows.map(|row| (row.label.clone(), row.figures[0].text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(&bars), [(high.1, "90%".to_owned()), (low.1.clone(), "10%".to_owned())]);
    let strip = chart(&mut desk, ChartKind::Strip);
    let has_row = strip.rows.iter().any(|row| row.label == low.1);
    assert!(strip.svg.starts_with("<svg") && has_row, "{:?}", strip.rows);
}

#[test]
fn all_units_of_a_province_find_room() {
    let mut desk = with_units();
    let before = SheetQuery { year: Some(2021), ..of_2022() };
    let cells: Vec<String> = (0..194).map(|at| format!("{}/{}", at % 9 + 1, at % 5 + 12)).collect();
    let first = desk.app.sheet(&before).expect("drawn").rows[0].unit.clone();
    desk.app.paste_cells(&before, &first, "at_kdc", &cells.join("\n")).expect("taken");
    for kind in KINDS {
        let view = chart(&mut desk, kind);
        assert!(!view.svg.is_empty(), "{kind:?}");
        assert!(view.svg.contains(&view.caption), "{kind:?}: it is said to who cannot see it");
        assert_eq!(view.kinds.len(), KINDS.len());
        assert!(view.rows.iter().all(|row| row.figures.len() == view.years.len()), "{kind:?}");
    }
    let bars = chart(&mut desk, ChartKind::Units);
    assert!(bars.caption.contains("trong 194"), "the ends stand for all: {}", bars.caption);
}

#[test]
fn without_numbers_there_is_no_chart_and_nothing_to_choose() {
    for mut desk in [with_dossier(2022), sample("lang-son-2022")] {
        let view = chart(&mut desk, ChartKind::Years);
        assert!(view.svg.is_empty() && view.indicators.is_empty(), "{view:?}");
    }
}

/// A set of the first units, as a scope.
fn with_set(desk: &mut Desk) -> String {
    let rows = desk.app.sheet(&of_2022()).expect("the table is drawn").rows;
    let members: Vec<String> = rows.iter().take(5).map(|row| row.unit.clone()).collect();
    desk.app.put_unit_set(None, "xã biên giới", &members).expect("it is kept");
    let scopes = desk.app.series(&standard()).expect("read").scopes.into_iter();
    scopes.map(|it| it.value).find(|it| it.starts_with("set/")).expect("it can be chosen")
}

#[test]
fn every_number_of_a_chart_is_what_its_source_says() {
    let mut desk = with_units();
    let set = with_set(&mut desk);
    let unit = desk.app.sheet(&of_2022()).expect("the table is drawn").rows[0].unit.clone();
    let later = LensChoice::On { day: "15/11/2025".to_owned() };
    let scopes = [None, Some(set), Some(unit)];
    let lenses = [LensChoice::AsReported, later];
    for (scope, lens) in scopes.iter().flat_map(|scope| lenses.iter().map(move |it| (scope, it))) {
        let query = SeriesQuery { scope: scope.clone(), lens: lens.clone(), ..standard() };
        let view = desk.app.chart(&query, None, ChartKind::Years).expect("it is drawn");
        for figure in view.rows.iter().flat_map(|row| &row.figures) {
            let Some(source) = &figure.source else { continue };
            assert!(view.svg.contains(source), "it can be pressed: {source}");
            let told = desk.app.figure_source(source, lens).expect("it is known");
            let share = figure.text.trim_end_matches('%');
            assert!(sayings(&told.value).contains(share), "{source}: {share}, {}", told.value);
            assert!(!told.name.is_empty() && told.changed.is_some(), "{told:?}");
        }
    }
}

#[test]
fn slopes_need_two_years() {
    let mut desk = with_units();
    let view = chart(&mut desk, ChartKind::Slopes);
    assert!(view.svg.is_empty() && view.rows.is_empty(), "one year has no neighbour");
}
