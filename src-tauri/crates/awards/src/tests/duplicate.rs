//! The same recipient twice, and people who only have similar names.

use super::*;
use crate::duplicate::{Duplicate, Extent, Registered, duplicates};
use crate::identity::{CERTAIN, LineRef, Why};
use crate::place::{NoRegister, PlaceName, Places, Standing};
use bc138_domain::Revocation;
use proptest::prelude::*;

const CAT: &str = "Giám đốc Công an tỉnh";

fn listed(id: i32, year: i32, lines: Vec<AwardLine>) -> Award {
    Award { lines, ..award(id, "giay_khen", CAT, day(year, 1, 10)) }
}

fn run(awards: &[Award], places: &dyn Places) -> Vec<Duplicate> {
    let register: Vec<_> = awards.iter().map(|award| Registered { award, event: None }).collect();
    duplicates(&register, tables(), places)
}

/// The likeness of two lines that stand alone, in two decisions of one year.
fn likeness(a: AwardLine, b: AwardLine) -> Option<u8> {
    let found = run(&[listed(1, 2024, vec![a]), listed(2, 2024, vec![b])], &NoRegister);
    assert!(found.len() <= 1, "two lines make one pair: {found:?}");
    found.first().map(|it| it.likeness)
}

#[test]
fn spellings_of_one_person_are_one_person() {
    let unit = "Công an xã Hòa Bình, huyện Mẫu";
    for (name, other, other_unit) in [
        ("Nguyễn Văn An", "ông  Nguyễn Văn  An", unit),
        ("Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA", "CA xã Hoà Bình, huyện Mẫu"),
        ("Lý Thị Mỹ", "Đ/c Lí Thị Mĩ", "CAX Hòa Bình"),
        ("Nguyễn Văn An", "ong Nguyen Van An", "CA xa Hoa Binh"),
        ("Nguyê\u{303}n Văn An", "Trung tá Nguyễn Văn An", "xã Hòa Bình"),
    ] {
        let score = likeness(person(name, unit), person(other, other_unit));
        assert!(score.is_some_and(|it| it >= CERTAIN), "{name} and {other}: {score:?}");
    }
    let plain = likeness(person("Nguyen Van An", unit), person("Nguyễn Văn An", unit));
    let marked = likeness(person("Nguyễn Văn An", unit), person("Nguyễn Văn An", unit));
    assert!(plain.is_some() && plain < marked, "without diacritics it is less sure");
}

#[test]
fn similar_names_are_different_people() {
    let unit = "Công an xã Mẫu";
    assert_eq!(likeness(person("Nguyễn Văn An", unit), person("Nguyễn Văn Ân", unit)), None);
    assert_eq!(likeness(person("Nguyễn Văn An", unit), person("Nguyễn Văn Anh", unit)), None);
    let elsewhere =
        likeness(person("Nguyễn Văn An", unit), person("Nguyễn Văn An", "Công an xã Khác"));
    assert_eq!(elsewhere, None, "one name in two units is two people");
    let longer =
        likeness(person("Nguyễn Văn An", "xã Hòa"), person("Nguyễn Văn An", "xã Hòa Bình"));
    assert_eq!(longer, None, "xã Hòa is not xã Hòa Bình");
    let born = |year| AwardLine { birth_year: Some(year), ..person("Nguyễn Văn An", unit) };
    assert_eq!(likeness(born(1970), born(1992)), None, "two years of birth are two people");
}

#[test]
fn a_slip_in_one_letter_is_told_when_everything_else_agrees() {
    let at = |name| AwardLine {
        post: Some("Trưởng Công an xã".to_owned()),
        ..person(name, "Công an xã Mẫu")
    };
    let score = likeness(at("Nguyễn Văn An"), at("Nguyễn Văn Ân"));
    assert!(score.is_some_and(|it| it < CERTAIN), "worth a look, not certain: {score:?}");
}

#[test]
fn a_person_without_unit_is_only_perhaps_the_same() {
    let score = likeness(person("Nguyễn Văn An", ""), person("Nguyễn Văn An", "xã Mẫu"));
    assert!(score.is_some_and(|it| it < CERTAIN), "{score:?}");
}

#[test]
fn spellings_of_one_collective_are_one_collective() {
    for (name, other) in [
        ("Công an xã Hòa Bình", "CA xã Hoà  Bình"),
        ("UBND xã Mẫu", "Ủy ban nhân dân xã Mẫu"),
        ("Tổ dân phố số 05, phường Mẫu", "TDP 5 phường Mẫu"),
        ("Nhân dân và cán bộ xã Mẫu", "Cán bộ và nhân dân xã Mẫu"),
        ("Tập thể Công an xã Mẫu", "Công an xã Mẫu"),
        ("Cán bộ, nhân dân xã Mẫu", "xã Mẫu"),
        ("T.D.P 3, P. Mẫu", "Tổ dân phố 3, phường Mẫu"),
    ] {
        let score = likeness(collective(name), collective(other));
        assert!(score.is_some_and(|it| it >= CERTAIN), "{name} and {other}: {score:?}");
    }
}

#[test]
fn a_collective_typed_without_diacritics_is_likely_the_same() {
    let score = likeness(collective("Cong an xa Dong Hoa"), collective("Công an xã Đông Hòa"));
    assert!(score.is_some(), "{score:?}");
}

#[test]
fn other_collectives_are_other_collectives() {
    for (name, other) in [
        ("Tổ dân phố 5, phường Mẫu", "Tổ dân phố 6, phường Mẫu"),
        ("Tổ dân phố 5, phường Mẫu", "Tổ dân phố 5, phường Khác"),
        ("Công an xã Mẫu", "UBND xã Mẫu"),
        ("Công an xã Đông", "Công an xã Đồng"),
        ("Công an xã An", "Công an xã Ân"),
        ("Công an xã Mẫu, huyện Một", "Công an xã Mẫu, huyện Hai"),
        ("Công an xã Hòa", "Công an xã Hòa Bình"),
        ("Hội Phụ nữ xã Mẫu", "Hội Nông dân xã Mẫu"),
    ] {
        assert_eq!(likeness(collective(name), collective(other)), None, "{name} is not {other}");
    }
}

#[test]
fn another_type_of_the_same_place_is_only_perhaps_the_same() {
    let score = likeness(collective("Công an xã Mẫu"), collective("Công an phường Mẫu"));
    assert!(score.is_some_and(|it| it < CERTAIN), "{score:?}");
}

/// xã Một and xã Hai were merged into xã Ba on 01/07/2025; xã Bốn was renamed xã Năm.
fn register(place: &PlaceName<'_>) -> Option<Standing> {
    let known = |unit: &str, successors: &[&str]| {
        let successors = successors.iter().map(|it| (*it).to_owned()).collect();
        Some(Standing { unit: unit.to_owned(), successors })
    };
    match place.text.to_lowercase().as_str() {
        "xã một" => known("U1", &["U3"]),
        "xã hai" => known("U2", &["U3"]),
        "xã ba" => known("U3", &[]),
        "xã bốn" | "xã năm" => known("U4", &[]),
        _ => None,
    }
}

#[test]
fn a_renamed_or_merged_unit_is_found_across_the_change() {
    let found = |a: &str, b: &str| {
        let (a, b) = (listed(1, 2023, vec![collective(a)]), listed(2, 2026, vec![collective(b)]));
        run(&[a, b], &register).first().map(|it| (it.likeness, it.why.clone()))
    };
    let merged = found("Công an xã Một", "CA xã Ba").expect("merged");
    assert!(merged.0 >= CERTAIN && merged.1.contains(&Why::UnitSucceeded));
    let renamed = found("Công an xã Bốn", "Công an xã Năm").expect("renamed");
    assert!(renamed.0 >= CERTAIN && renamed.1.contains(&Why::UnitSucceeded));
    assert_eq!(found("Công an xã Một", "Công an xã Hai"), None, "both merged, never the same");
    assert_eq!(found("Công an xã Một", "UBND xã Ba"), None, "another body");
}

#[test]
fn the_nearest_comes_first_and_other_years_last() {
    let an = || person("Nguyễn Văn An", "xã Mẫu");
    let awards = [
        listed(1, 2022, vec![an()]),
        listed(2, 2024, vec![an(), an()]),
        Award { forms: vec!["bang_khen".to_owned()], ..listed(3, 2024, vec![an()]) },
        listed(4, 2024, vec![an()]),
    ];
    let found = run(&awards, &NoRegister);
    assert_eq!(found[0].extent, Extent::SameDecision);
    let at = |award, line| LineRef { award, line };
    assert_eq!((found[0].a, found[0].b), (at(2, 0), at(2, 1)));
    let extents: Vec<Extent> = found.iter().map(|it| it.extent).collect();
    assert!(extents.is_sorted(), "gravest first: {extents:?}");
    assert_eq!(found.len(), 10, "five lines about one person make ten pairs");
}

#[test]
fn one_decision_reported_twice_is_one_decision() {
    let an = || vec![person("Nguyễn Văn An", "xã Mẫu")];
    let first = listed(1, 2024, an());
    let again = Award { id: 2, ..first.clone() };
    assert_eq!(run(&[first, again], &NoRegister)[0].extent, Extent::SameDecision);
}

#[test]
fn shares_and_revoked_awards_are_no_duplicates() {
    let an = || vec![person("Nguyễn Văn An", "xã Mẫu")];
    let whole = listed(1, 2024, an());
    let share = Award { subset_of: Some(1), ..listed(2, 2024, an()) };
    let revoked = Award { revoked: true, ..listed(3, 2024, an()) };
    let mut line_revoked = listed(4, 2024, an());
    line_revoked.lines[0].revocation = Some(Revocation::default());
    assert_eq!(run(&[whole, share, revoked, line_revoked], &NoRegister), []);
}

#[test]
fn a_household_is_told_from_its_person() {
    let household = AwardLine {
        unit: Some("xã Mẫu".to_owned()),
        ..AwardLine::new(Recipient::Household, "Hộ gia đình ông Nguyễn Văn An")
    };
    let again = AwardLine { name: "gia đình Nguyễn Văn An".to_owned(), ..household.clone() };
    assert!(likeness(household.clone(), again).is_some_and(|it| it >= CERTAIN));
    assert_eq!(likeness(household, person("Nguyễn Văn An", "xã Mẫu")), None);
}

proptest! {
    #[test]
    fn the_order_of_awards_does_not_matter(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let names = ["Nguyễn Văn An", "Nguyen Van An", "Nguyễn Văn Ân", "Lý Thị Mỹ", "Lí Thị Mĩ", "Trần A"];
        let all: Vec<Award> = (0..6)
            .map(|n| listed(i32::try_from(n).unwrap(), 2024, vec![person(names[n], "xã Mẫu")]))
            .collect();
        let shuffled: Vec<Award> = order.iter().map(|n| all[*n].clone()).collect();
        prop_assert_eq!(run(&all, &NoRegister), run(&shuffled, &NoRegister));
    }

    #[test]
    fn a_name_is_always_like_itself(name in "[A-Za-zÀ-ỹ]{1,8}( [A-Za-zÀ-ỹ]{1,8}){1,3}") {
        let score = likeness(person(&name, "xã Mẫu"), person(&name, "xã Mẫu"));
        prop_assert!(score.is_some_and(|it| it >= CERTAIN), "{}", name);
    }

    #[test]
    fn no_text_makes_a_panic(name in ".{0,40}", other in ".{0,40}", unit in ".{0,40}") {
        let _ = likeness(person(&name, &unit), person(&other, &unit));
        let _ = likeness(collective(&name), collective(&other));
    }
}
