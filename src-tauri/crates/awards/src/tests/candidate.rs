//! Proposals from results.

use super::*;
use crate::candidate::{
    Candidate, Grade, Lack, Merit, PastAward, UnitResults, YearResult, propose,
};
use crate::key;
use crate::threshold::Criterion;
use bc138_domain::Fixed;
use proptest::prelude::*;

const FORM: (&str, &str) = ("bang_khen", "chu_tich_ubnd_tinh");

fn int(n: i64) -> Fixed {
    Fixed::from_int(n).unwrap()
}

/// Reached the standard in every year from `since` to 2024, with a rate of x/100 in 2024.
fn unit(key: &str, since: i32, rate: i64) -> UnitResults {
    let year = |year| YearResult {
        year,
        standard: Some(true),
        rate: Some((int(if year == 2024 { rate } else { 80 }), int(100))),
        grade: Some(Grade::Good),
        tips: Some(int(5)),
        comparable: true,
    };
    let (unit, name) = (key.to_owned(), format!("xã {key}"));
    UnitResults { unit, name, years: (since..=2024).map(year).collect(), awards: Vec::new() }
}

fn proposal(units: &[UnitResults], settings: &[Setting]) -> Vec<Candidate> {
    let all = propose(units, 2024, day(2025, 1, 10), tables(), settings).unwrap();
    let found = all.into_iter().find(|it| (it.form.as_str(), it.authority.as_str()) == FORM);
    found.unwrap().candidates
}

fn places(candidates: &[Candidate]) -> Vec<(&str, Option<usize>, bool)> {
    candidates.iter().map(|it| (it.unit.as_str(), it.place, it.tied)).collect()
}

#[test]
fn the_better_rate_comes_first_and_equals_share_a_place() {
    let found = proposal(
        &[unit("A", 2020, 90), unit("B", 2020, 95), unit("C", 2020, 90), unit("D", 2020, 85)],
        &[],
    );
    assert_eq!(
        places(&found),
        [("B", Some(1), false), ("A", Some(2), true), ("C", Some(2), true), ("D", Some(4), false)],
    );
}

#[test]
fn rates_are_compared_exactly() {
    let mut third = unit("A", 2020, 0);
    third.years.last_mut().unwrap().rate = Some((int(2_000_001), int(2_400_000)));
    let mut rounded = unit("B", 2020, 0);
    rounded.years.last_mut().unwrap().rate = Some((int(83_333), int(100_000)));
    let found = proposal(&[rounded, third], &[]);
    let found = places(&found);
    assert_eq!(found[0].0, "A", "83,33337 % is more than 83,333 %");
}

#[test]
fn reasons_are_told_with_their_numbers() {
    let mut it = unit("A", 2021, 90);
    it.awards = vec![
        PastAward { form: FORM.0.to_owned(), authority: FORM.1.to_owned(), year: 2019 },
        PastAward {
            form: "giay_khen".to_owned(),
            authority: "giam_doc_cat".to_owned(),
            year: 2023,
        },
    ];
    let found = proposal(&[it], &[]);
    let percent = int(90);
    assert_eq!(
        found[0].merits,
        [
            Merit::Grade(Grade::Good),
            Merit::Rate { reached: int(90), total: int(100), percent },
            Merit::Streak { years: 4, since: 2021 },
            Merit::Change { points: int(10), against: 2023 },
            Merit::Tips { count: int(5), place: 1 },
            Merit::LastHad { year: 2019 },
        ],
    );
}

#[test]
fn who_had_the_form_lately_is_told_and_not_placed() {
    let mut it = unit("A", 2020, 90);
    it.awards =
        vec![PastAward { form: FORM.0.to_owned(), authority: FORM.1.to_owned(), year: 2023 }];
    let found = proposal(&[it, unit("B", 2020, 90)], &[]);
    assert_eq!(places(&found), [("B", Some(1), false), ("A", None, false)]);
    let criterion = Criterion::YearsSinceSameForm;
    assert_eq!(found[1].lacks, [Lack::Below { criterion, has: int(1), needs: int(2) }]);
    assert!(found[1].merits.contains(&Merit::LastHad { year: 2023 }));
}

#[test]
fn a_missing_year_breaks_the_row_and_a_missing_result_is_no_zero() {
    let mut it = unit("A", 2018, 90);
    it.years.retain(|it| it.year != 2023);
    it.years.last_mut().unwrap().grade = None;
    let found = proposal(&[it], &[]);
    assert_eq!(
        found[0].lacks,
        [
            Lack::Below { criterion: Criterion::StreakYears, has: int(1), needs: int(2) },
            Lack::NotReported(Criterion::GradeAtLeast),
        ],
    );
    assert!(!found[0].merits.iter().any(|it| matches!(it, Merit::Change { .. })));
}

#[test]
fn a_year_that_cannot_be_compared_shows_no_change() {
    let mut it = unit("A", 2020, 90);
    it.years.last_mut().unwrap().comparable = false;
    let found = proposal(&[it], &[]);
    assert!(!found[0].merits.iter().any(|it| matches!(it, Merit::Change { .. })));
}

#[test]
fn the_province_sets_its_own_thresholds() {
    let key = key::threshold(FORM.0, FORM.1, Criterion::RateAtLeast);
    let units = [unit("A", 2020, 90)];
    assert_eq!(proposal(&units, &[])[0].place, Some(1));
    assert_eq!(proposal(&units, &[set(&key, "90,001")])[0].place, None);
    assert_eq!(proposal(&units, &[set(&key, "90")])[0].place, Some(1), "reached is enough");
    let wrong = propose(&units, 2024, day(2025, 1, 10), tables(), &[set(&key, "chín mươi")]);
    assert_eq!(wrong.unwrap_err().value, "chín mươi");
}

#[test]
fn the_program_s_own_thresholds_are_marked_as_such() {
    let all = propose(&[], 2024, day(2025, 1, 10), tables(), &[]).unwrap();
    assert!(all.iter().flat_map(|it| &it.thresholds).all(|it| it.assumed));
    let key = key::threshold(FORM.0, FORM.1, Criterion::RateAtLeast);
    let own = propose(&[], 2024, day(2025, 1, 10), tables(), &[set(&key, "85")]).unwrap();
    let set = own.iter().flat_map(|it| &it.thresholds).filter(|it| !it.assumed).count();
    assert_eq!(set, 1, "what the province set is no assumption");
}

proptest! {
    #[test]
    fn the_order_of_units_does_not_matter(
        (units, shuffled) in prop::collection::vec((2018..=2024, 50_i64..=100), 1..12)
            .prop_map(|all| {
                let named = all.into_iter().enumerate();
                named.map(|(n, (since, rate))| unit(&format!("U{n:02}"), since, rate)).collect::<Vec<_>>()
            })
            .prop_flat_map(|units| (Just(units.clone()), Just(units).prop_shuffle())),
    ) {
        let found = proposal(&units, &[]);
        prop_assert_eq!(&found, &proposal(&shuffled, &[]));
        prop_assert_eq!(found.len(), units.len(), "nobody is left out");
        let placed: Vec<usize> = found.iter().filter_map(|it| it.place).collect();
        prop_assert!(placed.is_sorted());
        prop_assert!(placed.first().is_none_or(|first| *first == 1));
        for it in &found {
            prop_assert_eq!(it.place.is_some(), it.lacks.is_empty());
        }
    }
}
