//! Awards and recipients that were taken back, and restored.

use super::{BCA, CAT, person, revoked};
use crate::desk::{assert_message, with_dossier};
use bc138_app::vi::messages::failure;

#[test]
fn a_revoked_line_is_neither_counted_nor_paid_nor_printed_until_it_is_restored() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "xã Mẫu"), person("Trần Thị Mẫu", "xã Mẫu")]);
    let two = desk.printed();
    desk.app
        .revoke_award(award, Some(1), &revoked("05/03/2025", "khai man"))
        .expect("it is revoked");
    let card = desk.card(award);
    assert_eq!((card.counts.as_str(), card.total.as_str()), ("1 cá nhân", "710.000"));
    assert_eq!(card.lines.len(), 2, "the line is kept");
    assert_eq!(card.lines[1].money, "");
    let why = card.lines[1].revoked.clone().expect("it says so");
    assert!(
        why.contains("05/03/2025") && why.contains("12/QĐ") && why.contains("khai man"),
        "{why}"
    );
    assert!(two.contains("2 cá nhân") && desk.printed().contains("1 cá nhân"), "{two}");
    desk.app.unrevoke_award(award, Some(1)).expect("it is restored");
    assert_eq!(desk.printed(), two);
}

#[test]
fn a_revoked_award_is_in_no_sum_and_breaks_no_rule() {
    let mut desk = with_dossier(2025);
    let award = desk.award("co_thi_dua", BCA, "10/01/2025");
    desk.typed(&format!("award/{award}/persons"), "2");
    assert!(!desk.remarks("L.01").is_empty());
    for (typed, word) in [
        (revoked("31/02/2025", "khai man"), "31"),
        (revoked("09/01/2025", "khai man"), "10/01/2025"),
        (revoked("05/03/2025", " "), "Lý do thu hồi"),
    ] {
        let refused = desk.app.revoke_award(award, None, &typed).expect_err("it is refused");
        assert_message(&failure(&refused));
        assert!(failure(&refused).contains(word), "“{word}”: {}", failure(&refused));
    }
    desk.app.revoke_award(award, None, &revoked("", "khai man thành tích")).expect("it is revoked");
    let card = desk.card(award);
    assert!(card.revoked.is_some_and(|why| why.contains("khai man")));
    assert!(desk.awards().remarks.is_empty() && desk.awards().counts.is_empty());
    assert!(!desk.printed().contains("Cờ thi đua"));
    desk.app.unrevoke_award(award, None).expect("it is restored");
    assert!(!desk.remarks("L.01").is_empty());
}
