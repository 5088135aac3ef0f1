//! Charts of the table of units: what they say is what the series and the table say.

use crate::desk::{Desk, sample, with_dossier};
use crate::truth::with_units;
use bc138_app::view::{ChartKind, ChartView, LensChoice, SeriesQuery, SheetQuery};

const KINDS: [ChartKind; 3] = [ChartKind::Years, ChartKind::Units, ChartKind::Strip];

fn standard() -> SeriesQuery {
    let group = Some("standard".to_owned());
    SeriesQuery { province: None, scope: None, group, lens: LensChoice::AsReported }
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
    assert!(view.description.contains(&format!("2022: {rate}")), "{}", view.description);
    assert!(view.svg.starts_with("<svg") && view.svg.contains("id=\"p1-"), "it is drawn");
}

#[test]
fn bars_stand_for_every_unit_with_a_number_the_highest_first() {
    let mut desk = with_dossier(2022);
    let query = SheetQuery {
        province: None,
        year: Some(2022),
        group: Some("standard".to_owned()),
        lens: LensChoice::AsReported,
    };
    let view = desk.app.sheet(&query).expect("the table is drawn");
    let [low, high] = [0, 1].map(|at| (view.rows[at].unit.clone(), view.rows[at].label.clone()));
    for ((unit, _), text) in [(&low, "1/10"), (&high, "9/10")] {
        desk.app.set_cell(&query, unit, "at_kdc", text).expect("taken");
    }
    let told = chart(&mut desk, ChartKind::Units).description;
    let (first, second) = (told.find(&high.1), told.find(&low.1));
    assert!(first.is_some() && first < second, "{told}");
    assert!(told.contains("90%") && told.contains("10%"), "{told}");
    let strip = chart(&mut desk, ChartKind::Strip);
    assert!(strip.svg.starts_with("<svg") && strip.description.contains(&low.1), "{strip:?}");
}

#[test]
fn all_units_of_a_province_find_room() {
    let mut desk = with_units();
    for kind in KINDS {
        let view = chart(&mut desk, kind);
        assert!(!view.svg.is_empty(), "{kind:?}");
        assert!(view.description.starts_with(&view.caption), "{kind:?}");
        assert_eq!(view.kinds.len(), KINDS.len());
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
