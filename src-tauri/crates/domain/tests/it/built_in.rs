//! The built-in catalogue: what its data promise.

use crate::catalogue;
use bc138_domain::IndicatorKind;
use bc138_domain::calendar::{self, STANDARD};
use bc138_domain::catalogue::{Cover, OverTime, OverUnits, Pack, Standing};
use bc138_domain::text;
use chrono::NaiveDate;
use std::collections::BTreeSet;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn every_indicator_is_asked_for_in_a_form_or_counted_from_a_list() {
    let catalogue = catalogue();
    assert_eq!(catalogue.indicators().len(), 189, "the indicators of the design");
    for it in catalogue.indicators() {
        let asked = catalogue.group(&it.group).is_some();
        let counted = catalogue.counted_from(&it.code).is_some();
        assert!(asked != counted, "{}: exactly one of group and counted_from is filled", it.code);
        assert_eq!(catalogue.form_order(&it.code) == usize::MAX, counted, "{}", it.code);
    }
}

#[test]
fn every_group_and_dimension_is_used() {
    let catalogue = catalogue();
    let used: BTreeSet<&str> = catalogue.indicators().iter().map(|it| it.group.as_str()).collect();
    for group in catalogue.groups() {
        assert!(used.contains(group.code.as_str()), "nothing stands in {}", group.code);
    }
    let named =
        catalogue.indicators().iter().flat_map(|it| it.dimensions.iter().chain(&it.partition));
    let named: BTreeSet<&String> = named.collect();
    // The forms write kinds as the source names them into the dimension `kind`.
    for dimension in catalogue.dimensions().iter().filter(|it| it.code != "kind") {
        assert!(named.contains(&dimension.code), "nothing is broken down by {}", dimension.code);
    }
}

#[test]
fn texts_are_as_the_store_would_keep_them() {
    for it in catalogue().indicators() {
        for text in [&it.name, &it.unit, &it.lead, &it.noun, &it.tail, &it.basis] {
            assert_eq!(text::clean(text).as_ref(), Ok(text), "{}", it.code);
        }
    }
}

#[test]
fn a_way_of_putting_together_goes_with_its_kind() {
    for it in catalogue().indicators() {
        let (code, units, time) = (&it.code, it.over_units, it.over_time);
        let ratio = it.kind == IndicatorKind::Ratio;
        assert!(units != OverUnits::RatioOfSums || ratio, "{code}: only ratios have an x and a y");
        assert!(units != OverUnits::Sum || !ratio, "{code}: a ratio is never a sum of ratios");
        assert!(time != OverTime::Sum || !ratio, "{code}: ratios of two years are not added");
        let stock = matches!(it.kind, IndicatorKind::Stock | IndicatorKind::Distribution);
        assert!(time != OverTime::Sum || !stock, "{code}: stocks of two years are not added");
        let published = matches!(it.kind, IndicatorKind::Percent | IndicatorKind::Text);
        assert!(!published || units == OverUnits::Not, "{code}: it has no parts to put together");
    }
}

#[test]
fn parts_that_divide_a_whole_are_counted_alike() {
    let catalogue = catalogue();
    for whole in catalogue.indicators() {
        for partition in catalogue.partitions_of(&whole.code, None) {
            assert!(partition.parts.len() > 1, "{}: one part divides nothing", whole.code);
            for part in partition.parts {
                assert_eq!(part.kind, whole.kind, "{} is to be added up", part.code);
                assert_eq!(part.unit, whole.unit, "{} is to be added up", part.code);
            }
        }
    }
}

#[test]
fn the_force_is_divided_three_times() {
    let catalogue = catalogue();
    let divided = catalogue.partitions_of("ll_tv_hien_co", None);
    let covers: Vec<(&str, Cover, usize)> = divided
        .iter()
        .map(|it| (it.dimension.code.as_str(), it.dimension.cover, it.parts.len()))
        .collect();
    // The form has no column for those who are exactly 70, so age alone need not sum up.
    let expected = [
        ("age", Cover::Open, 2),
        ("education", Cover::Complete, 4),
        ("gender", Cover::Complete, 2),
    ];
    assert_eq!(covers, expected);
}

#[test]
fn subjects_begin_and_end_with_the_law() {
    let catalogue = catalogue();
    let exists = |code: &str, day| catalogue.indicator_on(code, day).is_some();
    let (eve, two_tiers) = (day(2025, 6, 30), day(2025, 7, 1));
    for code in ["at_thi_tran", "dvhc_thi_tran", "pl_huyen", "kt_gk_huyen"] {
        assert!(exists(code, eve) && !exists(code, two_tiers), "{code} ended with the districts");
    }
    for code in ["at_dac_khu", "dvhc_dac_khu"] {
        assert!(!exists(code, eve) && exists(code, two_tiers), "{code} came with the two tiers");
    }
    let (old, new) = (day(2022, 2, 9), day(2022, 2, 10));
    assert!(exists("at_nha_truong_cu", old) && !exists("at_nha_truong_cu", new));
    assert!(!exists("at_co_so_gd", old) && exists("at_co_so_gd", new));
    let form = catalogue.indicators().iter().filter(|it| it.basis.contains("Biểu mẫu 01"));
    let codes: Vec<&str> = form.map(|it| it.code.as_str()).collect();
    assert_eq!(codes.len(), 24, "the columns of the form");
    for code in codes {
        assert!(!exists(code, day(2026, 3, 11)) && exists(code, day(2026, 3, 12)), "{code}");
    }
}

#[test]
fn a_series_of_the_standard_breaks_where_the_circular_changed() {
    let catalogue = catalogue();
    for code in ["at_kdc", "at_xa", "at_phuong", "at_co_quan", "at_doanh_nghiep", "dk_kdc"] {
        let breaks: Vec<NaiveDate> =
            catalogue.definition_changes(code).into_iter().map(|(day, _)| day).collect();
        assert_eq!(breaks, [day(2022, 2, 10), day(2025, 7, 1)], "{code}");
    }
    let basis = |day| catalogue.indicator_on("at_kdc", day).map(|it| it.basis.clone()).unwrap();
    assert!(basis(day(2018, 1, 1)).contains("23/2012"));
    assert!(
        basis(day(2024, 1, 1)).contains("124/2021") && !basis(day(2024, 1, 1)).contains("48/2025")
    );
    assert!(basis(day(2026, 1, 1)).contains("48/2025"));
    assert_eq!(catalogue.definition_changes("tin_tong"), [], "it is counted as it always was");
}

#[test]
fn reference_figures_and_the_polices_own_strength_are_off() {
    let catalogue = catalogue();
    let off = catalogue.indicators().iter().filter(|it| it.group == "context");
    for it in off.chain(catalogue.indicator("ca_xa_chinh_quy")) {
        assert!(!it.core, "{} comes from elsewhere or may be secret", it.code);
    }
}

#[test]
fn every_indicator_has_a_reporting_year_on_every_day_it_exists() {
    let catalogue = catalogue();
    for it in catalogue.indicators() {
        for year in 2012..2030 {
            assert!(catalogue.window_of(it, year).is_some(), "{} in {year}", it.code);
        }
    }
    let quarter = catalogue.indicator("at_kdc").unwrap();
    assert_ne!(calendar::code_of(quarter), STANDARD, "residential quarters close earlier");
    let window = catalogue.window_of(quarter, 2024).unwrap();
    assert_eq!((window.from, window.to), (Some(day(2023, 11, 1)), Some(day(2024, 10, 31))));
}

#[test]
fn the_whole_catalogue_goes_out_and_comes_back() {
    let catalogue = catalogue();
    let pack = Pack::of(&catalogue);
    let back = Pack::read(&pack.write(), &catalogue);
    assert_eq!(back.as_ref(), Ok(&pack));
    let plan = pack.against(&catalogue);
    assert!(plan.lines.iter().all(|line| line.standing == Standing::Unchanged));
    assert!(plan.lines.len() > 189, "older versions go with it");
}
