//! The money of awards, with its formula and its sources.

use super::{BCA, CAT, UBND, person};
use crate::desk::{assert_message, with_dossier};
use bc138_app::vi::messages::failure;
use bc138_app::view::{RecipientKind, TypedAwardLine, TypedSetting};

#[test]
fn every_amount_follows_the_form_the_recipient_and_the_day_of_the_decision() {
    use RecipientKind::{Collective, Person};
    // The amounts that are published for three base salaries: 1.800.000, 2.340.000, 2.530.000.
    let days = ["01/03/2024", "01/07/2024", "01/07/2026"];
    let table = [
        ("giay_khen", CAT, Person, ["540.000", "710.000", "760.000"]),
        ("giay_khen", CAT, Collective, ["1.080.000", "1.410.000", "1.520.000"]),
        ("bang_khen", UBND, Person, ["2.700.000", "3.510.000", "3.800.000"]),
        ("bang_khen", UBND, Collective, ["5.400.000", "7.020.000", "7.590.000"]),
        ("bang_khen", BCA, Person, ["2.700.000", "3.510.000", "3.800.000"]),
        ("bang_khen", BCA, Collective, ["5.400.000", "7.020.000", "7.590.000"]),
        ("bang_khen_thu_tuong", "Thủ tướng", Person, ["6.300.000", "8.190.000", "8.860.000"]),
        (
            "bang_khen_thu_tuong",
            "Thủ tướng",
            Collective,
            ["12.600.000", "16.380.000", "17.710.000"],
        ),
        ("co_thi_dua", BCA, Collective, ["14.400.000", "18.720.000", "20.240.000"]),
        ("co_thi_dua", UBND, Collective, ["14.400.000", "18.720.000", "20.240.000"]),
        ("co_chinh_phu", "Thủ tướng", Collective, ["21.600.000", "28.080.000", "30.360.000"]),
    ];
    let mut desk = with_dossier(2024);
    for (form, authority, kind, amounts) in table {
        let award = desk.award(form, authority, days[0]);
        desk.lists(award, &[TypedAwardLine::new(kind, "Mẫu")]);
        for (day, amount) in days.iter().zip(amounts) {
            desk.typed(&format!("award/{award}/decision_date"), day);
            let card = desk.card(award);
            assert_eq!(card.lines[0].money, amount, "{form}, {authority}, {kind:?}, {day}");
            assert_eq!((card.total.as_str(), card.missing), (amount, None));
        }
    }
}

#[test]
fn money_is_told_with_its_sum_its_formula_and_its_sources() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    let household = TypedAwardLine::new(RecipientKind::Household, "Hộ ông Nguyễn Văn Mẫu");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", ""), person("Trần Thị Mẫu", ""), household]);
    let view = desk.awards();
    let card = &view.awards[0];
    assert_eq!(card.counts, "2 cá nhân, 1 hộ gia đình");
    let [persons, households] = &card.money[..] else { panic!("two kinds: {:?}", card.money) };
    assert_eq!(
        (persons.count, persons.each.as_str(), persons.sum.as_str()),
        (2, "710.000", "1.420.000")
    );
    assert!(persons.formula.contains("0,3 × 2.340.000 = 702.000"), "{}", persons.formula);
    assert!(persons.formula.contains("làm tròn lên"), "{}", persons.formula);
    let texts: Vec<&str> = persons.sources.iter().map(|it| it.text.as_str()).collect();
    assert!(texts.iter().any(|text| text.contains("98/2023") && text.contains("Điều 54")));
    assert!(texts.iter().any(|text| text.contains("73/2024")), "the base salary: {texts:?}");
    assert!(persons.sources.iter().all(|it| it.unverified.is_none()), "all of it was read");
    let doubt = households.sources.iter().find_map(|it| it.unverified.as_deref());
    assert!(doubt.is_some_and(|it| it.contains("chưa xác minh") && it.contains("hộ gia đình")));
    assert_eq!(view.total, "2.130.000");
    assert!(view.total_note.is_some_and(|note| note.contains("chưa xác minh")));
}

#[test]
fn what_is_missing_for_the_money_is_named_with_its_field() {
    let mut desk = with_dossier(2025);
    for (form, authority, decided, field, word) in [
        ("giay_khen", CAT, "", Some("decision_date"), "ngày quyết định"),
        ("huan_chuong", "Chủ tịch nước", "10/01/2026", Some("medal_class"), "hạng"),
        ("giay_khen", "Ban nào đó", "10/01/2026", Some("authorities"), "Ban nào đó"),
        ("ky_niem_chuong", BCA, "10/01/2026", None, "nhiều nhất 0,6"),
        ("khen_thuong", CAT, "10/01/2026", None, "Khen thưởng"),
    ] {
        let award = desk.award(form, authority, decided);
        desk.lists(award, &[person("Nguyễn Văn Mẫu", "")]);
        let gap = desk.card(award).missing.expect("there is no amount");
        assert_message(&gap.text);
        assert!(gap.text.contains(word), "“{word}”: {}", gap.text);
        assert_eq!(gap.key, field.map(|field| format!("award/{award}/{field}")), "{form}");
        assert_eq!(desk.card(award).total, "", "nothing is guessed");
    }
    let view = desk.awards();
    assert_eq!(view.total, "0");
    assert!(view.total_note.is_some_and(|note| note.contains("chưa gồm 5 dòng")));
}

#[test]
fn the_office_sets_its_own_base_salary_as_it_is_written() {
    let mut desk = with_dossier(2025);
    let award = desk.award("bang_khen", UBND, "10/01/2026");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "")]);
    let (key, from) = ("award.base_salary".to_owned(), "01/01/2026".to_owned());
    let value = "2.600.000".to_owned();
    let own = TypedSetting { id: None, key, from, to: String::new(), value };
    desk.app.put_setting(&own).expect("it is kept");
    let card = desk.card(award);
    assert_eq!(card.lines[0].money, "3.900.000", "1,5 × 2.600.000");
    assert!(card.money[0].sources.iter().any(|it| it.text.contains("mức lương cơ sở")));
    desk.typed(&format!("award/{award}/decision_date"), "31/12/2025");
    assert_eq!(desk.card(award).lines[0].money, "3.510.000", "not before its day");
}

#[test]
fn a_coefficient_that_the_law_only_bounds_is_set_by_the_office() {
    let mut desk = with_dossier(2025);
    let award = desk.award("ky_niem_chuong", BCA, "10/01/2026");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "")]);
    assert!(desk.card(award).missing.is_some_and(|gap| gap.text.contains("Thiết lập")));
    let key = "award.coefficient.ky_niem_chuong.bo_truong_bca.person".to_owned();
    let value = |value: &str| TypedSetting {
        id: None,
        key: key.clone(),
        from: "01/01/2026".to_owned(),
        to: String::new(),
        value: value.to_owned(),
    };
    let message = failure(&desk.app.put_setting(&value("0,7")).expect_err("above the bound"));
    assert_message(&message);
    assert!(message.contains("0,6") && message.contains("152/2025"), "{message}");
    desk.app.put_setting(&value("0,5")).expect("within the bound");
    assert_eq!(desk.card(award).lines[0].money, "1.170.000", "0,5 × 2.340.000");
}

#[test]
fn printed_money_that_differs_is_told_and_kept() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    let printed = TypedAwardLine {
        money_printed: "702.000 đồng".to_owned(),
        received: true,
        ..person("Nguyễn Văn Mẫu", "")
    };
    let right =
        TypedAwardLine { money_printed: "710000".to_owned(), ..person("Trần Thị Mẫu", "") };
    desk.lists(award, &[printed, right]);
    let card = desk.card(award);
    let message = card.lines[0].message.clone().expect("it differs");
    assert_message(&message.text);
    assert!(message.text.contains("702.000") && message.text.contains("710.000"));
    assert_eq!(card.lines[1].message, None);
    assert_eq!(card.lines[0].typed.money_printed, "702.000");
    assert!(card.lines[0].typed.received);
}
