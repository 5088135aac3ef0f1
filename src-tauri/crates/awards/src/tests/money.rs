//! Reward money against the published table of amounts, and the rules it follows.

use super::*;
use crate::money::{Source, money};
use crate::{Grant, Money, MoneyError, key};
use bc138_domain::{Fixed, MedalClass};
use proptest::prelude::*;

fn grant<'a>(
    (form, authority): (&'a str, &'a str),
    recipient: Recipient,
    decision_day: NaiveDate,
) -> Grant<'a> {
    Grant { form, authority, recipient, class: None, decision_day }
}

fn dong(money: &Money) -> i64 {
    money.amount.as_int().expect("rounded to whole đồng")
}

const GK: (&str, &str) = ("giay_khen", "giam_doc_cat");
const BK: (&str, &str) = ("bang_khen", "chu_tich_ubnd_tinh");
const BK_BCA: (&str, &str) = ("bang_khen", "bo_truong_bca");
const BK_TTG: (&str, &str) = ("bang_khen_thu_tuong", "thu_tuong");
const CO_CP: (&str, &str) = ("co_chinh_phu", "thu_tuong");
const CO_BCA: (&str, &str) = ("co_thi_dua", "bo_truong_bca");
const CO_TINH: (&str, &str) = ("co_thi_dua", "chu_tich_ubnd_tinh");

#[test]
fn every_amount_of_the_table_for_three_base_salaries() {
    use Recipient::{Collective, Person};
    // Coefficients of Nghị định 98/2023 and 152/2025 under the base salaries of 2023, 2024, 2026.
    let days = [day(2024, 3, 1), day(2024, 7, 1), day(2026, 7, 1)];
    let rows: [((&str, &str), Recipient, [i64; 3]); 11] = [
        (GK, Person, [540_000, 710_000, 760_000]),
        (GK, Collective, [1_080_000, 1_410_000, 1_520_000]),
        (BK, Person, [2_700_000, 3_510_000, 3_800_000]),
        (BK, Collective, [5_400_000, 7_020_000, 7_590_000]),
        (BK_BCA, Person, [2_700_000, 3_510_000, 3_800_000]),
        (BK_BCA, Collective, [5_400_000, 7_020_000, 7_590_000]),
        (BK_TTG, Person, [6_300_000, 8_190_000, 8_860_000]),
        (BK_TTG, Collective, [12_600_000, 16_380_000, 17_710_000]),
        (CO_BCA, Collective, [14_400_000, 18_720_000, 20_240_000]),
        (CO_TINH, Collective, [14_400_000, 18_720_000, 20_240_000]),
        (CO_CP, Collective, [21_600_000, 28_080_000, 30_360_000]),
    ];
    let tables = tables();
    for (what, recipient, amounts) in rows {
        for (day, amount) in days.into_iter().zip(amounts) {
            let money = money(&grant(what, recipient, day), tables, &[]).unwrap();
            assert_eq!(dong(&money), amount, "{what:?} {recipient:?} on {day}");
        }
    }
}

#[test]
fn medals_by_class_and_twice_for_a_collective() {
    // Nghị định 152/2025, Điều 51 × 2.530.000.
    let rows = [
        (MedalClass::First, 22_770_000, 45_540_000),
        (MedalClass::Second, 18_980_000, 37_950_000),
        (MedalClass::Third, 11_390_000, 22_770_000),
    ];
    let tables = tables();
    for (class, person, collective) in rows {
        for (recipient, amount) in
            [(Recipient::Person, person), (Recipient::Collective, collective)]
        {
            let plain = grant(("huan_chuong", "chu_tich_nuoc"), recipient, day(2026, 7, 1));
            let money = money(&Grant { class: Some(class), ..plain }, tables, &[]).unwrap();
            assert_eq!(dong(&money), amount, "{class:?} {recipient:?}");
            let (rate, rest) = money.sources.split_at(money.sources.len() - 1);
            assert!(!rate.iter().any(Source::is_assumed), "Điều 51 and the salary were read");
            assert!(rest.iter().all(Source::is_assumed), "the rounding was not read again");
        }
    }
    let courage =
        grant(("huan_chuong_dung_cam", "chu_tich_nuoc"), Recipient::Person, day(2026, 7, 1));
    assert_eq!(dong(&money(&courage, tables, &[]).unwrap()), 11_390_000);
}

#[test]
fn the_day_of_the_decision_decides_and_not_the_day_after() {
    let tables = tables();
    let of = |what, day| dong(&money(&grant(what, Recipient::Person, day), tables, &[]).unwrap());
    // Coefficient 1,0 → 1,5 with the new decree while the base salary stays.
    assert_eq!(of(BK, day(2023, 12, 31)), 1_800_000);
    assert_eq!(of(BK, day(2024, 1, 1)), 2_700_000);
    // Base salary 1.390.000 → 1.490.000 → 1.800.000.
    assert_eq!(of(BK, day(2019, 6, 30)), 1_390_000);
    assert_eq!(of(BK, day(2019, 7, 1)), 1_490_000);
    assert_eq!(of(BK, day(2023, 6, 30)), 1_490_000);
    assert_eq!(of(BK, day(2023, 7, 1)), 1_800_000);
    // The commune's giấy khen: 0,15 → 0,3 of 2.340.000.
    let commune = ("giay_khen", "chu_tich_ubnd_xa");
    assert_eq!(of(commune, day(2025, 6, 30)), 360_000);
    assert_eq!(of(commune, day(2025, 7, 1)), 710_000);
}

#[test]
fn the_household_is_an_assumption_that_a_setting_replaces() {
    let tables = tables();
    let household = grant(GK, Recipient::Household, day(2026, 7, 1));
    let assumed = money(&household, tables, &[]).unwrap();
    assert!(assumed.unconfirmed, "the multiplier was not read in the decree");
    let told = assumed
        .sources
        .iter()
        .any(|it| matches!(it, Source::Law { confirmed: false, note, .. } if !note.is_empty()));
    assert!(told, "the assumption is named");
    let settings = [
        set(&key::multiplier("giay_khen", Recipient::Household), "1,5"),
        set(key::ROUNDING, "none"),
    ];
    let set = money(&household, tables, &settings).unwrap();
    assert_eq!(set.exact.as_int(), Some(1_138_500), "0,3 × 1,5 × 2.530.000");
    assert!(!set.unconfirmed, "what the user set is no assumption of the program");
}

#[test]
fn a_setting_beats_the_table_only_while_it_is_in_force() {
    let tables = tables();
    let key = key::coefficient("giay_khen", "giam_doc_cat", Recipient::Person, None);
    let mut own = set(&key, "0,5");
    own.valid_from = Some(day(2026, 1, 1));
    let of = |day| money(&grant(GK, Recipient::Person, day), tables, std::slice::from_ref(&own));
    assert_eq!(of(day(2025, 12, 31)).unwrap().coefficient, Fixed::from_thousandths(300));
    let later = of(day(2026, 1, 1)).unwrap();
    assert_eq!(later.coefficient, Fixed::from_thousandths(500));
    assert_eq!(later.sources.first(), Some(&Source::Setting { key: key.clone() }));
    let collective = grant(GK, Recipient::Collective, day(2026, 1, 1));
    let twice = money(&collective, tables, std::slice::from_ref(&own)).unwrap();
    assert_eq!(twice.coefficient, Fixed::from_thousandths(1_000), "twice the person's own value");
}

#[test]
fn rounding_follows_the_setting() {
    let tables = tables();
    // 0,3 × 2.340.000 = 702.000.
    for (rounding, amount) in [
        ("up:10000", 710_000),
        ("down:10000", 700_000),
        ("nearest:10000", 700_000),
        ("none", 702_000),
    ] {
        let settings = [set(key::ROUNDING, rounding)];
        let money = money(&grant(GK, Recipient::Person, day(2025, 1, 1)), tables, &settings);
        assert_eq!(dong(&money.unwrap()), amount, "{rounding}");
    }
}

#[test]
fn a_badge_has_an_upper_bound_and_no_amount_until_it_is_set() {
    let tables = tables();
    let badge = grant(("ky_niem_chuong", "bo_truong_bca"), Recipient::Person, day(2026, 7, 1));
    let most = Fixed::from_thousandths(600);
    let key = key::coefficient("ky_niem_chuong", "bo_truong_bca", Recipient::Person, None);
    let missing = money(&badge, tables, &[]).unwrap_err();
    assert!(matches!(missing, MoneyError::OnlyUpperBound { most: bound, .. } if bound == most));
    assert_eq!(dong(&money(&badge, tables, &[set(&key, "0,6")]).unwrap()), 1_520_000);
    let above = money(&badge, tables, &[set(&key, "0,601")]).unwrap_err();
    assert!(matches!(above, MoneyError::AboveBound { most: bound, .. } if bound == most));
}

#[test]
fn what_is_missing_is_named_and_nothing_is_guessed() {
    let tables = tables();
    let of = |grant: &Grant<'_>, settings: &[Setting]| money(grant, tables, settings).unwrap_err();
    let old = grant(GK, Recipient::Person, day(2010, 1, 1));
    assert!(matches!(of(&old, &[]), MoneyError::NoCoefficient { .. }), "before the data begin");
    let flag = grant(CO_BCA, Recipient::Person, day(2026, 7, 1));
    assert!(matches!(of(&flag, &[]), MoneyError::NoCoefficient { .. }), "no flag for a person");
    let medal = grant(("huan_chuong", "chu_tich_nuoc"), Recipient::Person, day(2026, 7, 1));
    assert!(matches!(of(&medal, &[]), MoneyError::ClassMissing { .. }));
    let none = grant(("la", "thu_tuong"), Recipient::Person, day(2026, 7, 1));
    assert_eq!(of(&none, &[]), MoneyError::UnknownForm("la".to_owned()));
    let now = grant(GK, Recipient::Person, day(2026, 7, 1));
    for (key, value) in [(key::ROUNDING, "lên"), (key::BASE_SALARY, "hai triệu")] {
        assert!(
            matches!(of(&now, &[set(key, value)]), MoneyError::Setting(it) if it.value == value)
        );
    }
}

#[test]
fn a_class_on_a_form_without_classes_changes_nothing() {
    let plain = grant(GK, Recipient::Person, day(2026, 7, 1));
    let classed = Grant { class: Some(MedalClass::First), ..plain };
    let tables = tables();
    assert_eq!(money(&plain, tables, &[]), money(&classed, tables, &[]));
}

proptest! {
    #[test]
    fn money_grows_with_coefficient_and_base(
        coefficient in 1_i64..20_000, more in 0_i64..5_000,
        base in 1_000_000_i64..5_000_000, higher in 0_i64..1_000_000,
        rounding in prop::sample::select(vec!["up:10000", "down:10000", "nearest:10000", "none"]),
    ) {
        let tables = tables();
        let of = |coefficient: i64, base: i64| {
            let number = format!("{},{:03}", coefficient / 1_000, coefficient % 1_000);
            let settings = [
                set(&key::coefficient(GK.0, GK.1, Recipient::Person, None), &number),
                set(key::BASE_SALARY, &base.to_string()),
                set(key::ROUNDING, rounding),
            ];
            money(&grant(GK, Recipient::Person, day(2026, 7, 1)), tables, &settings).unwrap()
        };
        let least = of(coefficient, base).amount;
        prop_assert!(least <= of(coefficient + more, base).amount);
        prop_assert!(least <= of(coefficient, base + higher).amount);
    }

    #[test]
    fn the_default_never_pays_less_than_the_law_and_under_ten_thousand_more(
        days in 0_u64..3_200, collective in any::<bool>(),
        what in prop::sample::select(vec![GK, BK, BK_TTG]),
    ) {
        let decided = day(2017, 10, 1).checked_add_days(chrono::Days::new(days)).unwrap();
        let recipient = if collective { Recipient::Collective } else { Recipient::Person };
        let money = money(&grant(what, recipient, decided), tables(), &[]).unwrap();
        let above = money.amount.thousandths() - money.exact.thousandths();
        prop_assert!((0..10_000_000).contains(&above));
        prop_assert_eq!(money.amount.as_int().unwrap() % 10_000, 0);
    }
}
