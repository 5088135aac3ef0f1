//! Likely doubles across dossiers, spellings, years and the changes of units.

use super::{CAT, collective, person};
use crate::desk::{sample, with_dossier};
use bc138_app::view::{EventKind, Severity, ShareChoice, TypedEvent};

#[test]
fn a_double_is_found_across_dossiers_and_spellings_with_its_reasons() {
    let mut desk = with_dossier(2024);
    let first = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{first}/decision_number"), "05/QĐ");
    desk.lists(
        first,
        &[person("Nguyễn Văn Hoà", "Công an xã Hòa Bình"), person("Trần Thị Mẫu", "")],
    );
    desk.create(2025);
    let second = desk.award("giay_khen", CAT, "20/11/2025");
    desk.typed(&format!("award/{second}/decision_number"), "88/QĐ");
    desk.lists(second, &[person("NGUYỄN VĂN HÒA", "CA xã Hoà Bình"), person("Trần Thị Mậu", "")]);
    let [double] = &desk.remarks("A.02")[..] else {
        panic!("one pair: {:?}", desk.awards().remarks)
    };
    assert_eq!((double.award, double.line), (Some(second), Some(0)), "the dossier's own line");
    for word in ["05/QĐ", "88/QĐ", "cùng tên", "cùng đơn vị"] {
        assert!(double.finding.text.contains(word), "“{word}”: {}", double.finding.text);
    }
    let findings = desk.app.award_findings().expect("they are found");
    let found = findings.iter().find(|it| it.code == "A.02").expect("it is a finding");
    assert_eq!(found.key, Some(format!("award/{second}/form")));
    desk.app.give_reason(&found.id, "hai người trùng tên").expect("a reason settles it");
    let findings = desk.app.award_findings().expect("they are found");
    let found = findings.iter().find(|it| it.code == "A.02").expect("it is still told");
    assert_eq!(found.reason.as_deref(), Some("hai người trùng tên"));
}

#[test]
fn another_year_is_only_worth_knowing_and_a_renamed_unit_is_the_same() {
    let mut desk = sample("lang-son-2022");
    let view = desk.app.units(None, Some("01/01/2026")).expect("units are read");
    let unit =
        view.rows.iter().find(|row| row.label.starts_with("xã ")).expect("a commune").clone();
    desk.app.record_unit_event(&renamed(&unit.key, "Mẫu Đổi Tên")).expect("it can be");
    let first = desk.award("giay_khen", CAT, "10/01/2026");
    desk.lists(first, &[collective(&format!("Công an {}", unit.label))]);
    let second = desk.award("giay_khen", CAT, "10/01/2027");
    desk.lists(second, &[collective("CA xã Mẫu Đổi Tên")]);
    let [double] = &desk.remarks("A.04")[..] else { panic!("{:?}", desk.awards().remarks) };
    assert_eq!(double.finding.severity, Severity::Note, "two years are no fault");
    assert!(double.finding.text.contains("đổi tên"), "{}", double.finding.text);
    let findings = desk.app.award_findings().expect("they are found");
    assert!(findings.iter().all(|it| it.code != "A.04"), "{findings:?}");
}

#[test]
fn a_merged_unit_is_the_one_that_took_it_over() {
    let mut desk = sample("lang-son-2022");
    let before = desk.app.units(None, Some("15/11/2022")).expect("units are read").rows;
    let merged = before.iter().filter(|row| row.label.starts_with("xã ")).find_map(|row| {
        let story = desk.app.unit_story(&row.key).expect("it has one");
        let heir = story.lines.iter().find_map(|line| line.text.split(" nhập vào) ").nth(1))?;
        let alone = before.iter().filter(|other| other.label == row.label).count() == 1;
        (alone && heir != row.label && heir.starts_with("xã "))
            .then(|| (row.clone(), heir.to_owned()))
    });
    let (old, heir) = merged.expect("most communes were merged on 01/07/2025");
    let first = desk.award("giay_khen", CAT, "10/01/2023");
    desk.lists(first, &[collective(&format!("Công an {}", old.label))]);
    let second = desk.award("giay_khen", CAT, "10/01/2026");
    desk.lists(second, &[collective(&format!("Công an {heir}")), collective("Công an xã Mẫu")]);
    let [double] = &desk.remarks("A.04")[..] else { panic!("{:?}", desk.awards().remarks) };
    assert_eq!((double.award, double.line), (Some(second), Some(0)));
    assert!(
        double.finding.text.contains("sáp nhập") && double.finding.text.contains(&old.label),
        "{}",
        double.finding.text
    );
}

fn renamed(unit: &str, name: &str) -> TypedEvent {
    TypedEvent {
        kind: EventKind::Rename,
        date: "01/05/2026".to_owned(),
        basis: "Nghị quyết mẫu".to_owned(),
        units: vec![unit.to_owned()],
        name: name.to_owned(),
        unit_kind: String::new(),
        parent: String::new(),
        parts: Vec::new(),
        method: ShareChoice::Open,
        keeps: false,
    }
}

#[test]
fn one_decision_in_two_dossiers_is_no_finding() {
    let mut desk = with_dossier(2024);
    for year in [None, Some(2025)] {
        year.map(|year| desk.create(year));
        let award = desk.award("giay_khen", CAT, "10/01/2025");
        desk.typed(&format!("award/{award}/decision_number"), "05/QĐ");
        desk.lists(award, &[person("Nguyễn Văn Mẫu", "xã Mẫu")]);
    }
    assert_eq!(desk.remarks("A.01")[0].finding.severity, Severity::Note);
    let findings = desk.app.award_findings().expect("they are found");
    assert!(findings.is_empty(), "{findings:?}");
}
