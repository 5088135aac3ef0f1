//! Hard legal rules, each with its article, and what “sic” makes of them.

use super::*;
use crate::duplicate::Registered;
use crate::identity::LineRef;
use crate::lawful::{Fault, Violation, Weight, violations};
use crate::place::NoRegister;

const BCA: &str = "Bộ trưởng Bộ Công an";
const CAT: &str = "Giám đốc Công an tỉnh";

fn run(awards: &[Award]) -> Vec<Violation> {
    let register: Vec<_> = awards.iter().map(|award| Registered { award, event: None }).collect();
    violations(&register, tables(), &NoRegister)
}

fn codes(found: &[Violation]) -> Vec<&str> {
    found.iter().map(|it| it.rule.as_str()).collect()
}

fn with_lines(award: Award, lines: Vec<AwardLine>) -> Award {
    Award { lines, ..award }
}

#[test]
fn a_flag_is_for_collectives_only() {
    let flag = || award(1, "co_thi_dua", BCA, day(2024, 1, 10));
    let listed =
        with_lines(flag(), vec![collective("Công an xã Mẫu"), person("Người Thứ Nhất", "")]);
    let found = run(&[listed]);
    assert_eq!(codes(&found), ["L.01"]);
    assert_eq!(found[0].line, Some(1), "the person's line is named");
    assert_eq!(found[0].weight, Weight::Refused);
    assert!(found[0].article.contains("Điều 26"), "{}", found[0].article);
    let counted = Award { shares: vec![share(&[Recipient::Person], 3)], ..flag() };
    assert_eq!(run(&[counted])[0].line, None, "a count has no line");
}

#[test]
fn sic_on_the_award_or_on_the_line_makes_a_note_of_it() {
    let lines = vec![person("Người Thứ Nhất", ""), person("Người Thứ Hai", "")];
    let mut flag = with_lines(award(1, "co_thi_dua", BCA, day(2017, 11, 1)), lines);
    flag.lines[0].sic = Some("nguồn in như vậy".to_owned());
    let noted = Weight::Noted { reason: "nguồn in như vậy".to_owned() };
    let weights = |award: &Award| {
        run(std::slice::from_ref(award)).into_iter().map(|it| it.weight).collect::<Vec<_>>()
    };
    assert_eq!(weights(&flag), [noted, Weight::Refused], "one line's reason covers one line");
    flag.sic = Some("cả bài".to_owned());
    assert!(!weights(&flag).contains(&Weight::Refused), "the award's reason covers the rest");
}

#[test]
fn merged_kinds_and_merged_forms_are_judged_as_a_whole() {
    let merged = [Recipient::Collective, Recipient::Person];
    let flag =
        Award { shares: vec![share(&merged, 10)], ..award(1, "co_thi_dua", BCA, day(2024, 1, 10)) };
    assert_eq!(run(&[flag]), [], "some of the ten may be collectives");
    let mut both =
        with_lines(award(2, "co_thi_dua", BCA, day(2024, 1, 10)), vec![person("A B", "")]);
    both.forms.push("bang_khen".to_owned());
    assert_eq!(run(&[both]), [], "the person has the bằng khen");
}

#[test]
fn a_badge_is_for_persons_and_once_in_a_life() {
    let badge = |id, year, name: &str, unit: &str| {
        let badge = award(id, "ky_niem_chuong", BCA, day(year, 9, 1));
        with_lines(badge, vec![person(name, unit)])
    };
    let collectives = with_lines(badge(1, 2026, "x", ""), vec![collective("Công an xã Mẫu")]);
    assert_eq!(codes(&run(&[collectives])), ["L.01"]);
    let awards = [
        badge(7, 2026, "Nguyễn Văn Hoà", "CA xã Mẫu"),
        badge(3, 2021, "Ông Nguyễn Văn Hòa", "Công an xã Mẫu"),
        badge(8, 2026, "Nguyễn Văn Hóa", "Công an xã Mẫu"),
    ];
    let found = run(&awards);
    assert_eq!(codes(&found), ["L.04"]);
    assert_eq!((found[0].award, found[0].line), (7, Some(0)), "the later one is refused");
    let earlier = LineRef { award: 3, line: 0 };
    assert!(matches!(found[0].fault, Fault::SecondTime { earlier: it, .. } if it == earlier));
    assert_eq!(found[0].weight, Weight::Refused);
    assert!(found[0].article.contains("20/2025"), "{}", found[0].article);
}

#[test]
fn a_badge_for_perhaps_the_same_person_is_a_warning() {
    let badge = |id, year, unit: &str| {
        let badge = award(id, "ky_niem_chuong", BCA, day(year, 9, 1));
        with_lines(badge, vec![person("Nguyễn Văn Hòa", unit)])
    };
    let found = run(&[badge(1, 2025, "xã Mẫu"), badge(2, 2026, "")]);
    assert_eq!(found.iter().map(|it| &it.weight).collect::<Vec<_>>(), [&Weight::Warned]);
    assert_eq!(run(&[badge(1, 2025, "xã Mẫu"), badge(2, 2026, "xã Khác")]), []);
}

#[test]
fn a_decision_reported_in_two_dossiers_is_no_second_badge() {
    let badge = award(1, "ky_niem_chuong", BCA, day(2026, 9, 1));
    let badge = with_lines(badge, vec![person("Nguyễn Văn Hòa", "xã Mẫu")]);
    let again = Award { id: 2, dossier: 2, ..badge.clone() };
    assert_eq!(run(&[badge, again]), []);
}

#[test]
fn a_badge_is_not_for_those_who_hold_a_higher_honour() {
    let badge = award(1, "ky_niem_chuong", BCA, day(2026, 9, 1));
    let mut badge = with_lines(badge, vec![person("Nguyễn Văn Hòa", "xã Mẫu")]);
    badge.lines[0].holds = vec!["huy_chuong_vi_an_ninh_to_quoc".to_owned()];
    assert_eq!(codes(&run(&[badge])), ["L.05"]);
}

#[test]
fn no_district_decides_after_its_last_day() {
    let paper = |on| {
        let paper = award(1, "giay_khen", "Chủ tịch UBND huyện Mẫu", on);
        with_lines(paper, vec![person("Người Thứ Nhất", "xã Mẫu")])
    };
    assert_eq!(run(&[paper(day(2025, 6, 30))]), []);
    let found = run(&[paper(day(2025, 7, 1))]);
    assert_eq!(codes(&found), ["L.03"]);
    assert!(found[0].article.contains("72/2025/QH15"), "{}", found[0].article);
}

#[test]
fn each_form_has_its_authorities() {
    for (form, authority, lawful) in [
        ("huan_chuong", "Chủ tịch nước", true),
        ("huan_chuong", BCA, false),
        ("co_chinh_phu", "Thủ tướng Chính phủ", true),
        ("co_thi_dua", CAT, false),
        ("bang_khen", CAT, false),
        ("bang_khen", "UBND tỉnh Mẫu", true),
        ("giay_khen", CAT, true),
        ("giay_khen", BCA, false),
        ("ky_niem_chuong", "UBND tỉnh", false),
        ("khen_thuong", "UBND xã Mẫu", true),
    ] {
        let award = award(1, form, authority, day(2026, 1, 10));
        assert_eq!(run(&[award]).is_empty(), lawful, "{form} by {authority}");
    }
}

#[test]
fn units_that_no_longer_exist_receive_nothing() {
    let of = |name: &str, on| {
        let paper = award(1, "giay_khen", CAT, on);
        codes(&run(&[with_lines(paper, vec![collective(name)])])).join(" ")
    };
    let (before, after) = (day(2025, 6, 30), day(2025, 7, 1));
    for ended in ["Công an thị trấn Mẫu", "UBND huyện Mẫu", "Nhân dân và cán bộ thị trấn Mẫu"]
    {
        assert_eq!(of(ended, before), "", "{ended} existed");
        assert_eq!(of(ended, after), "L.06", "{ended} no longer exists");
    }
    for standing in ["Công an xã Mẫu", "Trường THCS thị trấn Mẫu", "Công an phường Huyện Mẫu"]
    {
        assert_eq!(of(standing, after), "", "{standing} exists");
    }
}

#[test]
fn a_decision_comes_after_the_merit_and_before_the_conference() {
    let mut paper = award(1, "giay_khen", CAT, day(2024, 1, 20));
    paper.merit_year = Some(2025);
    assert_eq!(codes(&run(std::slice::from_ref(&paper))), ["L.08"]);
    paper.merit_year = Some(2023);
    let at = |event| {
        let register = [Registered { award: &paper, event: Some(event) }];
        violations(&register, tables(), &NoRegister)
    };
    assert_eq!(at(day(2024, 1, 20)), []);
    let late = at(day(2024, 1, 19));
    assert_eq!(codes(&late), ["L.07"]);
    assert_eq!(late[0].weight, Weight::Warned, "a briefing may be written before the decision");
}

#[test]
fn a_revoked_award_breaks_no_rule() {
    let flag = award(1, "co_thi_dua", BCA, day(2024, 1, 10));
    let flag = with_lines(flag, vec![person("Người Thứ Nhất", "")]);
    assert_eq!(run(&[Award { revoked: true, ..flag }]), []);
}

#[test]
fn every_violation_names_an_article() {
    let wrong = [
        with_lines(award(1, "co_thi_dua", CAT, day(2026, 1, 1)), vec![person("A B", "")]),
        award(2, "giay_khen", "UBND huyện Mẫu", day(2026, 1, 1)),
    ];
    let found = run(&wrong);
    assert_eq!(codes(&found), ["L.02", "L.01", "L.03"]);
    assert!(found.iter().all(|it| it.article.len() > 10), "{found:?}");
}
