//! Counts that are typed, compared with the list, with totals and with shares.

use super::{CAT, collective, person};
use crate::desk::with_dossier;
use bc138_app::view::Severity;

#[test]
fn typed_counts_that_are_not_those_of_the_list_are_told() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{award}/persons"), "2");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "xã Mẫu"), collective("Công an xã Mẫu")]);
    let remarks = desk.remarks("A.05");
    let text: Vec<&str> = remarks.iter().map(|remark| remark.finding.text.as_str()).collect();
    assert!(text.iter().any(|it| it.contains("2 cá nhân") && it.contains("1 cá nhân")), "{text:?}");
    assert!(text.iter().any(|it| it.contains("1 tập thể")), "a kind that was not typed: {text:?}");
    desk.typed(&format!("award/{award}/persons"), "1");
    desk.typed(&format!("award/{award}/collectives"), "1");
    assert!(desk.remarks("A.05").is_empty(), "now they agree");
    let counts = desk.awards().counts;
    let persons = counts.iter().find(|row| row.recipients == "cá nhân").expect("they are counted");
    assert_eq!((persons.count.as_str(), persons.indicator.as_deref()), ("1", Some("kt_gk_cat")));
}

#[test]
fn a_headline_is_compared_with_the_awards_and_a_share_with_its_whole() {
    let mut desk = with_dossier(2025);
    let whole = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{whole}/persons"), "3");
    let headline = desk.award("khen_thuong", "các cấp", "");
    desk.typed(&format!("award/{headline}/together"), "207");
    desk.typed(&format!("award/{headline}/headline"), "yes");
    let share = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{share}/persons"), "4");
    desk.typed(&format!("award/{share}/subset_of"), "1");
    let [total] = &desk.remarks("A.06")[..] else { panic!("{:?}", desk.awards().remarks) };
    assert!(
        total.finding.text.contains("207") && total.finding.text.contains("3 cá nhân"),
        "{}",
        total.finding.text
    );
    let [excess] = &desk.remarks("A.07")[..] else { panic!("{:?}", desk.awards().remarks) };
    assert_eq!((excess.finding.severity, excess.award), (Severity::Error, Some(share)));
    let view = desk.awards();
    let apart: Vec<bool> = view.awards.iter().map(|card| card.apart.is_some()).collect();
    assert_eq!(apart, [false, true, true], "neither is in a sum");
    assert_eq!(view.total, "2.130.000", "three persons at 710.000");
}
