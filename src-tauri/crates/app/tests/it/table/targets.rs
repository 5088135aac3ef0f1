//! How far last year's targets were met, for targets that were typed.

use crate::desk::{Desk, assert_message, with_dossier};
use bc138_app::view::Severity;

fn target(desk: &mut Desk, text: &str, amount: &str) -> String {
    let text = desk.typed("target/new/text", text);
    let row = text.strip_suffix("/text").expect("a field of a row").to_owned();
    desk.typed(&format!("{row}/amount"), amount);
    format!("{row}/indicator")
}

#[test]
fn a_typed_target_offers_its_indicator_and_is_measured_a_year_later() {
    let mut desk = with_dossier(2022);
    let key = target(&mut desk, "khu dân cư đạt chuẩn “An toàn về ANTT”", "từ 80% trở lên");
    let offered = desk.field(&key);
    let message = offered.message.expect("the words name an indicator");
    let offer = message.offer.expect("one press takes it");
    assert_eq!((message.severity, offer.text.as_str()), (Severity::Note, "at_kdc"));
    assert!(offered.choices.iter().any(|choice| choice.value == "at_kdc"));
    assert!(desk.field("target/new/indicator").choices.is_empty(), "a row begins with its words");

    desk.typed(&key, &offer.text);
    assert!(desk.field(&key).message.is_none(), "it is settled");
    desk.create(2023);
    desk.typed("figure/at_kdc/amount", "90/100");
    let met = desk.app.achievements().expect("it is reckoned");
    assert_eq!(met.len(), 1);
    assert!(met[0].outcome.starts_with("đạt, bằng 112,5%"), "{}", met[0].outcome);
}

#[test]
fn a_target_is_measured_by_an_indicator_that_there_is() {
    let mut desk = with_dossier(2022);
    let key = target(&mut desk, "hộ gia đình trồng cây xanh", "90%");
    assert!(desk.field(&key).message.is_none(), "no indicator is like these words");
    let (text, _) = desk.refused(&key, "khong_co");
    assert_message(&text);
}
