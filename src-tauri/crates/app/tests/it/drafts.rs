//! Drafts: typed text that could not be read waits for the clerk, whatever happens in between.

use crate::desk::with_dossier;
use bc138_app::view::FieldState;

#[test]
fn a_draft_survives_reopening_with_its_message_and_its_offer() {
    let mut desk = with_dossier(2022);
    desk.refused("figure/at_kdc/amount", "1,686/1.727");
    let desk = desk.reopen();
    let field = desk.field("figure/at_kdc/amount");
    assert_eq!((field.text.as_str(), field.state), ("1,686/1.727", FieldState::Draft));
    let message = field.message.expect("the message is there again");
    assert_eq!(message.offer.map(|offer| offer.text).as_deref(), Some("1.686/1.727"));
}

#[test]
fn a_draft_is_told_by_the_checks_with_its_field() {
    let mut desk = with_dossier(2022);
    desk.refused("dossier/date", "31/02/2023");
    let findings = desk.app.findings().expect("the checks run");
    let found = findings.iter().find(|f| f.code == "K.002").expect("it is found");
    assert_eq!((found.severity, found.step), ("error", 1));
    assert_eq!(found.key.as_deref(), Some("dossier/date"));
    assert!(found.text.contains("Ngày họp") && found.text.contains("31/02/2023"), "{}", found.text);
}

#[test]
fn a_draft_is_never_printed() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_xa/amount", "173/181");
    desk.refused("figure/at_xa/amount", "1,730/181");
    let printed = desk.printed();
    assert!(printed.contains("173/181 xã") && !printed.contains("1,730"), "{printed}");
}

#[test]
fn another_bad_text_replaces_the_draft() {
    let mut desk = with_dossier(2022);
    desk.refused("dossier/date", "31/02/2023");
    desk.refused("dossier/date", "32/02/2023");
    let drafts = desk.app.part().expect("open").drafts;
    assert_eq!(drafts.len(), 1, "one draft a field");
    assert_eq!(drafts[0].text, "32/02/2023");
}

#[test]
fn typing_the_stored_value_again_or_clearing_the_field_ends_the_draft() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_xa/amount", "173/181");
    desk.refused("figure/at_xa/amount", "1,730/181");
    desk.typed("figure/at_xa/amount", "173/181");
    assert!(desk.app.part().expect("open").drafts.is_empty(), "the old value is what was meant");
    desk.refused("dossier/date", "31/02/2023");
    desk.typed("dossier/date", "");
    assert!(desk.app.part().expect("open").drafts.is_empty(), "nothing is what was meant");
}

#[test]
fn keeping_a_draft_is_an_action_that_can_be_undone() {
    let mut desk = with_dossier(2022);
    desk.refused("dossier/date", "31/02/2023");
    let label = desk.app.undo().expect("undone").expect("an action");
    assert!(label.contains("Ngày họp"), "it says where: {label}");
    assert_eq!(desk.field("dossier/date").text, "");
}

#[test]
fn a_draft_keeps_every_character_that_was_typed() {
    let mut desk = with_dossier(2022);
    let pasted = format!("B¸o c¸o\ntæng kÕt\t{}", "d".repeat(25_000));
    for bad in [pasted.as_str(), "Thông tư\u{7} 23", "dòng 1\r\ndòng 2 \u{E001}"] {
        let written = desk.app.set_field("dossier/headline", bad).expect("the field is there");
        assert!(written.refusal.is_some(), "{bad:.30}");
        let field = desk.field("dossier/headline");
        assert!(field.text == bad, "nothing typed is lost, not even its lines");
        assert!(field.message.is_some(), "a kept text says why it is kept");
    }
}

#[test]
fn a_draft_goes_with_the_row_it_was_typed_into() {
    let mut desk = with_dossier(2022);
    let key = desk.typed("award/new/collectives", "26");
    let row = key.trim_end_matches("/collectives").to_owned();
    desk.refused(&format!("{row}/decision_date"), "31/02/2023");
    desk.app.remove_row(&row).expect("the row goes");
    let findings = desk.app.findings().expect("the checks run");
    let stuck = findings.iter().find(|finding| finding.code == "K.002");
    assert!(stuck.is_none(), "nobody could ever settle this: {stuck:?}");
    desk.app.undo().expect("undone").expect("the removal");
    assert_eq!(desk.field(&format!("{row}/decision_date")).text, "31/02/2023", "both come back");
}
