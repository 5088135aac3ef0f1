//! Recipients one by one: typed, corrected, removed, chosen from the register.

use super::{CAT, person};
use crate::desk::{assert_message, sample, with_dossier};
use bc138_app::vi::messages::{code, failure};
use bc138_app::view::TypedAwardLine;

#[test]
fn a_recipient_without_a_name_or_with_an_odd_year_is_refused_at_its_field() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    let with = |change: fn(&mut TypedAwardLine)| {
        let mut line = person("Nguyễn Văn Mẫu", "");
        change(&mut line);
        line
    };
    for (line, word) in [
        (with(|line| line.name = " ".to_owned()), "Tên:"),
        (with(|line| line.birth_year = "70".to_owned()), "Năm sinh:"),
        (with(|line| line.money_printed = "nhiều".to_owned()), "Tiền in trên giấy:"),
        (with(|line| line.holds = vec!["huy_chuong_la".to_owned()]), "Đã có:"),
        (with(|line| line.unit_key = Some("X0".to_owned())), "X0"),
    ] {
        let message = failure(&desk.refusal(award, &line));
        assert_message(&message);
        assert!(message.contains(word), "“{word}”: {message}");
    }
    let gone = desk.app.put_award_line(award + 1, None, &person("Nguyễn Văn Mẫu", ""));
    assert_eq!(code(&gone.expect_err("no such award")), "gone");
    assert!(desk.app.remove_award_line(award, 0).is_err(), "no such line");
}

#[test]
fn a_recipient_is_added_changed_and_removed_each_by_one_action() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    let before = desk.app.content_digest().expect("it is hashed");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "xã Mẫu")]);
    let mut line = desk.card(award).lines[0].typed.clone();
    line.post = "Trưởng thôn".to_owned();
    desk.app.put_award_line(award, Some(0), &line).expect("it is changed");
    assert_eq!(desk.card(award).lines[0].typed, line);
    let after = desk.app.content_digest().expect("it is hashed");
    desk.app.put_award_line(award, Some(0), &line).expect("the same again");
    assert_eq!(desk.app.content_digest().expect("it is hashed"), after, "that is no action");
    desk.app.remove_award_line(award, 0).expect("it is removed");
    assert!(desk.card(award).lines.is_empty());
    let labels: Vec<String> =
        (0..3).map(|_| desk.app.undo().expect("undo works").expect("an action")).collect();
    assert!(labels[0].starts_with("xóa Nguyễn Văn Mẫu"), "{labels:?}");
    assert_eq!(desk.app.content_digest().expect("it is hashed"), before);
}

#[test]
fn a_chosen_unit_gives_its_label() {
    let mut desk = sample("lang-son-2022");
    let view = desk.app.units(None, Some("15/11/2022")).expect("units are read");
    let unit = view.rows.iter().find(|row| row.label.starts_with("xã ")).expect("a commune");
    let award = desk.award("giay_khen", CAT, "10/01/2023");
    let chosen =
        TypedAwardLine { unit_key: Some(unit.key.clone()), ..person("Nguyễn Văn Mẫu", "") };
    desk.lists(award, &[chosen]);
    assert_eq!(desk.card(award).lines[0].typed.unit, unit.label);
}
