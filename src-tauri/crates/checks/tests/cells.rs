//! The checks of one cell tell what the checks of the whole table tell about it, and nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod assets;

use bc138_checks::{Context, Found};
use bc138_domain::{BatchBuilder, Categories, Fixed, Measure, Nature, Slot, State, Window};
use bc138_series::{Cube, MeasureIx, WindowIx};
use bc138_units::{Registry, RegistryFiles, UnitIx};
use proptest::prelude::*;
use std::collections::BTreeSet;

const UNITS: &str = "key\tlevel\tkind\tcode\tname\tparent\tfirst_day\tlast_day\n\
    T\ttỉnh\ttỉnh\t1\tMẫu\t\t\t\n\
    a\txã\txã\t2\tMột\tT\t\t\n\
    b\txã\tphường\t3\tHai\tT\t\t2025-06-30\n\
    c\txã\txã\t4\tBa\tT\t2025-07-01\t\n";

fn registry() -> Registry {
    let files = RegistryFiles {
        units: UNITS,
        succession: "old\tnew\tdate\textent\nb\tc\t2025-07-01\twhole\n",
    };
    Registry::read(&files).unwrap()
}

fn measures() -> Vec<Measure> {
    let of = |indicator: &str, nature, grade: Option<&str>| {
        let mut categories = Categories::new();
        if let Some(grade) = grade {
            categories.insert("grade".to_owned(), BTreeSet::from([grade.to_owned()]));
        }
        Measure { indicator: indicator.to_owned(), nature, categories }
    };
    vec![
        of("at_kdc", Nature::Stock, None),
        of("dk_kdc", Nature::Stock, None),
        of("kdc_tong", Nature::Stock, None),
        of("at_cap_xa", Nature::Stock, None),
        of("at_xa", Nature::Stock, None),
        of("at_phuong", Nature::Stock, None),
        of("tin_tong", Nature::Flow, None),
        of("tin_gia_tri", Nature::Flow, None),
        of("mh_diem", Nature::Cumulative, None),
        of("pl_kdc", Nature::Stock, None),
        of("pl_kdc", Nature::Stock, Some("kha")),
        of("pl_kdc", Nature::Stock, Some("yeu")),
        of("ll_tv_hien_co", Nature::Stock, None),
        of("ll_nam", Nature::Stock, None),
        of("ll_nu", Nature::Stock, None),
        of("ll_tv_ky_truoc", Nature::Stock, None),
    ]
}

fn windows() -> Vec<Window> {
    let residential = |year: i32| Window {
        from: chrono::NaiveDate::from_ymd_opt(year - 1, 11, 1),
        to: chrono::NaiveDate::from_ymd_opt(year, 10, 31),
        label: None,
    };
    let years = (2023..=2027).map(Window::reporting_year);
    years.chain([residential(2024), residential(2026)]).collect()
}

/// One number of the table, where and what.
type Entry = (usize, usize, usize, i64, i64);

fn cube(registry: &Registry, entries: &[Entry]) -> Cube {
    let mut builder = BatchBuilder::default();
    let keys = ["T", "a", "b", "c"];
    let (measures, windows) = (measures(), windows());
    for (unit, measure, window, value, rest) in entries {
        let unit = builder.unit(keys[*unit]);
        let is_ratio = ["at", "dk"].iter().any(|it| measures[*measure].indicator.starts_with(it));
        let measure = builder.measure(&measures[*measure]);
        let window = builder.window(&windows[*window]);
        let fixed = |n: i64| Fixed::from_int(n).unwrap();
        let slot = match (*rest, is_ratio) {
            (9, _) => Slot::new(State::NotReported, None, None),
            (8, _) => Slot::new(State::Zero, None, None),
            (rest, true) => Slot::ratio(fixed(*value), fixed(value + rest - 2)),
            (_, false) => Slot::number(fixed(*value)),
        };
        builder.put(unit, measure, window, Some(slot));
    }
    Cube::build(registry, builder.build()).unwrap()
}

/// The cells of a unit that hold something.
fn cells(cube: &Cube, unit: UnitIx) -> Vec<(MeasureIx, WindowIx)> {
    let windows = cube.windows_in_time();
    let all = cube.measure_places().flat_map(|m| windows.iter().map(move |w| (m, *w)));
    all.filter(|(measure, window)| cube.get(unit, *measure, *window).is_some()).collect()
}

fn sorted(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by(|a, b| (&a.id, &a.places).cmp(&(&b.id, &b.places)));
    found
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let value = prop_oneof![0_i64..12, 80_i64..130, Just(1_200), Just(-3)];
    let entry = (0_usize..4, 0_usize..16, 0_usize..7, value, 0_i64..10);
    prop::collection::vec(entry, 1..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn one_cell_is_told_what_the_whole_table_is_told(entries in entries()) {
        let (book, catalogue, registry) = (assets::book(), assets::catalogue(), registry());
        let context = Context { unit: registry.find("T"), ..Context::new(catalogue) };
        let cube = cube(&registry, &entries);
        let whole = book.check_table(&cube, &registry, &context);
        for unit in registry.all() {
            for (measure, window) in cells(&cube, unit) {
                let at = (unit, measure, window);
                let of_cell = book.check_cell(&cube, &registry, &context, at);
                let holds = |found: &&Found| {
                    found.places.iter().any(|place| place.holds(unit, measure, window))
                };
                let expected = whole.iter().filter(holds).cloned().collect();
                prop_assert_eq!(sorted(of_cell), sorted(expected));
            }
        }
    }

    #[test]
    fn one_window_is_told_what_the_whole_table_is_told(entries in entries()) {
        let (book, catalogue, registry) = (assets::book(), assets::catalogue(), registry());
        let context = Context { unit: registry.find("T"), ..Context::new(catalogue) };
        let cube = cube(&registry, &entries);
        let whole = book.check_table(&cube, &registry, &context);
        for window in cube.windows_in_time() {
            let of_window = book.check_window(&cube, &registry, &context, window);
            let here = |found: &&Found| found.places.iter().any(|it| it.window() == Some(window));
            let expected = whole.iter().filter(here).cloned().collect();
            prop_assert_eq!(sorted(of_window), sorted(expected));
        }
    }

    /// A reason is given to an id: two findings never share one, and the same table gives the same.
    #[test]
    fn every_finding_has_an_id_of_its_own(entries in entries()) {
        let (book, catalogue, registry) = (assets::book(), assets::catalogue(), registry());
        let context = Context { unit: registry.find("T"), ..Context::new(catalogue) };
        let cube = cube(&registry, &entries);
        let found = book.check_table(&cube, &registry, &context);
        let ids: BTreeSet<&str> = found.iter().map(|found| found.id.as_str()).collect();
        prop_assert_eq!(ids.len(), found.len());
        prop_assert_eq!(&found, &book.check_table(&cube, &registry, &context));
        prop_assert!(found.is_sorted_by_key(|found| found.severity), "gravest first");
    }
}
