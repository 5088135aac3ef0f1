//! Undo and redo through the application, all the way down and up.

use crate::desk::{Desk, SAMPLES, desk, sample, with_dossier};
use bc138_app::{DocumentStyle, Request};

fn undo_all(desk: &mut Desk) -> usize {
    std::iter::from_fn(|| desk.app.undo().expect("every action can be undone")).count()
}

fn redo_all(desk: &mut Desk) -> usize {
    std::iter::from_fn(|| desk.app.redo().expect("every action can be redone")).count()
}

#[test]
fn undoing_a_whole_sample_leaves_an_empty_store_and_redoing_brings_it_back() {
    for name in SAMPLES {
        let mut desk = sample(name);
        let (part, pdf) = (desk.app.part().expect("a dossier is open"), desk.pdf());
        let undone = undo_all(&mut desk);
        assert!(undone > 50, "{name}: every typed field is an action of its own");
        assert!(desk.app.dossiers().expect("read").is_empty(), "{name}: nothing is left");
        assert_eq!(desk.app.current(), None);
        assert_eq!(redo_all(&mut desk), undone, "{name}: as many steps up as down");
        assert_eq!(desk.app.part().expect("a dossier is open"), part, "{name}: value for value");
        assert!(desk.pdf() == pdf, "{name}: and byte for byte on paper");
    }
}

#[test]
fn settings_and_own_indicators_go_with_the_undone_sample() {
    for name in ["lang-son-2022", "hai-duong-2016"] {
        let mut desk = sample(name);
        undo_all(&mut desk);
        desk.create(2022);
        let leftover = desk.app.part().expect("a dossier is open");
        assert!(leftover.settings.is_empty() && leftover.indicators.is_empty(), "{name}");
    }
}

#[test]
fn a_printed_dossier_can_still_be_undone() {
    let mut desk = sample("lang-son-2022");
    let path = desk.path_of("tin.pdf");
    desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("the briefing is saved");
    undo_all(&mut desk);
    assert!(desk.app.dossiers().expect("read").is_empty(), "a saved file does not forbid undo");
    assert!(path.exists(), "and undo does not touch the file");
}

#[test]
fn undo_says_what_it_took_back_and_redo_what_it_did() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    desk.typed("figure/at_kdc/amount", "1.690/1.727");
    assert_eq!(desk.app.undo().expect("undone").as_deref(), Some("sửa Khu dân cư"));
    assert_eq!(desk.field("figure/at_kdc/amount").text, "1.686/1.727", "the value before is back");
    assert_eq!(desk.app.redo().expect("redone").as_deref(), Some("sửa Khu dân cư"));
    assert_eq!(desk.field("figure/at_kdc/amount").text, "1.690/1.727");
    assert_eq!(desk.app.redo().expect("nothing to redo"), None);
}

#[test]
fn fields_of_the_dossier_itself_can_be_undone() {
    let mut desk = with_dossier(2022);
    desk.typed("dossier/organiser", "UBND tỉnh");
    desk.app.undo().expect("undone").expect("there was an action");
    assert_eq!(desk.field("dossier/organiser").text, "");
    desk.app.redo().expect("redone").expect("there was an action");
    assert_eq!(desk.field("dossier/organiser").text, "UBND tỉnh");
}

#[test]
fn an_indicator_of_the_users_own_can_be_undone() {
    let mut desk = with_dossier(2022);
    let key = desk.typed("indicator/models/name", "Chốt dân phòng");
    desk.typed(&key, "12");
    assert!(desk.printed().contains("12 chốt dân phòng"), "it prints as any other");
    desk.app.undo().expect("undone").expect("the amount");
    desk.app.undo().expect("undone").expect("the indicator");
    assert!(desk.app.part().expect("open").indicators.is_empty());
    desk.app.redo().expect("redone").expect("the indicator");
    assert_eq!(desk.app.part().expect("open").indicators[0].name, "Chốt dân phòng");
}

#[test]
fn writing_what_is_already_there_is_no_action() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    desk.typed("figure/at_kdc/amount", "1686 / 1727");
    desk.typed("dossier/place", "  ");
    desk.app.undo().expect("undone").expect("one action");
    let label = desk.app.undo().expect("undone").expect("the dossier");
    assert!(label.starts_with("lập hồ sơ"), "nothing was logged in between: {label}");
}

#[test]
fn undo_on_an_empty_store_does_nothing() {
    let mut desk = desk();
    assert_eq!(desk.app.undo().expect("nothing to undo"), None);
    assert_eq!(desk.app.redo().expect("nothing to redo"), None);
}
