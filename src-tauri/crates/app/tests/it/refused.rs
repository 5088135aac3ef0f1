//! Text that cannot be taken: a Vietnamese message at the field, the typed text kept, the value
//! before untouched.

use crate::desk::{Desk, assert_message, sample, with_dossier};
use bc138_app::view::FieldState;
use bc138_app::{DocumentStyle, Request};
use unicode_normalization::UnicodeNormalization as _;

/// Types a bad text over a good one; the value stays, the text is kept, the message is one.
fn refused_over(desk: &mut Desk, key: &str, good: &str, bad: &str) -> (String, Option<String>) {
    let key = desk.typed(key, good);
    let stored = desk.app.part().expect("open");
    let (message, offer) = desk.refused(&key, bad);
    assert_message(&message);
    let mut now = desk.app.part().expect("open");
    let draft = now.drafts.pop().expect("the typed text is kept");
    assert_eq!(draft.text, bad, "exactly as it was typed");
    assert_eq!(now, stored, "the value before is untouched");
    let field = desk.field(&key);
    assert_eq!((field.text.as_str(), field.state), (bad, FieldState::Draft));
    (message, offer)
}

#[test]
fn a_comma_for_thousands_is_asked_about() {
    let mut desk = with_dossier(2022);
    let (message, offer) =
        refused_over(&mut desk, "figure/at_kdc/amount", "1.600/1.727", "1,686/1.727");
    assert_eq!(offer.as_deref(), Some("1.686/1.727"), "the reading that was meant is offered");
    assert!(message.contains("1.686/1.727"), "and stands in the message: {message}");

    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    let field = desk.field("figure/at_kdc/amount");
    assert_eq!((field.text.as_str(), field.state), ("1.686/1.727", FieldState::Saved));
    assert_eq!(field.message, None);
    assert!(desk.app.part().expect("open").drafts.is_empty(), "taking the offer ends the draft");
}

#[test]
fn a_day_that_does_not_exist_is_named() {
    let mut desk = with_dossier(2022);
    let (message, _) = refused_over(&mut desk, "dossier/date", "08/02/2023", "31/02/2023");
    assert!(message.contains("2/2023") && message.contains("31"), "which day: {message}");
}

#[test]
fn text_in_the_old_encoding_is_recognised() {
    let mut desk = with_dossier(2022);
    let (message, _) = refused_over(&mut desk, "dossier/headline", "Tổng kết", "B¸o c¸o tæng kÕt");
    assert!(message.contains("TCVN3") && message.contains("Unicode"), "{message}");
}

#[test]
fn a_name_of_five_thousand_characters_is_refused_and_kept() {
    let mut desk = with_dossier(2022);
    let long = "Nguyễn Văn Mẫu ".repeat(334).trim().to_owned();
    assert!(long.chars().count() > 5_000);
    let (message, _) = refused_over(&mut desk, "participant/new/name", "Nguyễn Văn Mẫu", &long);
    assert!(message.contains("5.009") && message.contains("600"), "how long, how much: {message}");
}

#[test]
fn every_other_refusal_says_what_to_do_too() {
    let mut desk = with_dossier(2022);
    for (key, good, bad) in [
        ("figure/at_xa/amount", "173/181", "173 trên 181"),
        ("figure/at_xa/amount", "173/181", "-5"),
        ("figure/at_xa/amount", "173/181", "99999999999999999999"),
        ("figure/at_ty_le_cong_bo/amount", "97,6%", "97.6%"),
        ("dossier/venues", "12", "mười hai"),
        ("dossier/date", "08/02/2023", "hôm qua"),
        ("dossier/session", "morning", "nửa đêm"),
        ("dossier/window_to", "15/11/2022", "15/11/2020"),
        ("participant/new/name", "Nguyễn Văn Mẫu", ""),
        ("award/new/collectives", "26", "26 tập thể"),
        ("award/new/persons", "2", "gần 3"),
        ("basis/new/name", "Thông tư 23", "Thông tư \u{7}23"),
    ] {
        refused_over(&mut desk, key, good, bad);
        while !desk.app.part().expect("open").drafts.is_empty() {
            desk.app.undo().expect("undone").expect("there was an action");
        }
    }
}

#[test]
fn a_new_row_is_not_made_by_a_text_that_is_refused() {
    let mut desk = with_dossier(2022);
    desk.refused("target/new/amount", "80.5%");
    assert!(desk.app.part().expect("open").targets.is_empty());
    assert_eq!(desk.field("target/new/amount").text, "80.5%", "it waits in the blank row");
    let key = desk.typed("target/new/amount", "80,5%");
    assert_eq!(desk.field(&key).text, "80,5%");
    let drafts = desk.app.part().expect("open").drafts;
    assert!(drafts.is_empty(), "the blank row is blank again: {drafts:?}");
}

#[test]
fn decomposed_letters_are_the_same_as_composed_ones() {
    let texts = [
        ("dossier/organiser", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        ("dossier/headline", "Phong trào Toàn dân bảo vệ an ninh Tổ quốc"),
        ("figure/at_kdc/noun", "khu dân cư, ấp, xóm"),
        ("task/new/text", "đổi mới nội dung vận động"),
    ];
    let (mut composed, mut decomposed) = (with_dossier(2022), with_dossier(2022));
    for (key, text) in texts {
        let nfd: String = text.nfd().collect();
        assert_ne!(nfd, text, "the test types something else");
        composed.typed(key, text);
        decomposed.typed(key, &nfd);
    }
    let part = |desk: &Desk| desk.app.part().expect("open");
    assert_eq!(part(&composed), part(&decomposed), "they are stored the same");
    assert!(composed.pdf() == decomposed.pdf(), "and print the same");
}

#[test]
fn a_speech_before_anybody_is_entered_is_refused_not_lost() {
    let mut desk = with_dossier(2022);
    let (message, _) = desk.refused("speech/new/praise", "biểu dương kết quả");
    assert_message(&message);
    assert!(message.contains("bước 1"), "it says where people are entered: {message}");
    assert_eq!(desk.field("speech/new/praise").text, "biểu dương kết quả");
    desk.typed("participant/new/name", "Nguyễn Văn Mẫu");
    desk.typed("speech/new/praise", "biểu dương kết quả");
    assert!(desk.app.part().expect("open").drafts.is_empty(), "then it is taken");
}

#[test]
fn a_type_of_unit_that_there_is_not_is_refused_not_lost() {
    let mut desk = with_dossier(2022);
    let written = desk.app.set_field("dossier/province_type", "liên khu").expect("no failure");
    assert!(written.refusal.is_some(), "no unit of today or of yesterday is of this type");
    assert_eq!(desk.app.part().expect("open").drafts[0].text, "liên khu");
}

#[test]
fn a_sample_is_not_changed_by_being_looked_at() {
    let desk = sample("lang-son-2022");
    let before = desk.app.part().expect("open");
    for step in 1..=8 {
        desk.app.step(step).expect("drawn");
    }
    desk.app.preview_view(&Request::of(DocumentStyle::Briefing)).expect("drawn");
    desk.app.home().expect("drawn");
    assert_eq!(desk.app.part().expect("open"), before);
}
