//! Legal rules: what is refused with its article, and what is taken as printed.

use super::{BCA, collective, person};
use crate::desk::{assert_message, with_dossier};
use bc138_app::vi::messages::{code, failure};
use bc138_app::view::{Severity, TypedAwardLine};

#[test]
fn a_flag_for_a_person_is_refused_with_the_article_and_taken_as_printed() {
    let mut desk = with_dossier(2025);
    let award = desk.award("co_thi_dua", BCA, "10/01/2025");
    desk.lists(award, &[collective("Công an xã Mẫu")]);
    let line = person("Nguyễn Văn Mẫu", "xã Mẫu");
    let refused = desk.refusal(award, &line);
    assert_eq!(code(&refused), "unlawful");
    let message = failure(&refused);
    assert_message(&message);
    for word in ["Nguyễn Văn Mẫu", "Cờ thi đua", "cá nhân", "Điều 26", "sic"] {
        assert!(message.contains(word), "“{word}”: {message}");
    }
    let sic = TypedAwardLine { sic: "nguồn in như vậy".to_owned(), ..line.clone() };
    desk.lists(award, std::slice::from_ref(&sic));
    let remark = desk.remarks("L.01").pop().expect("it is still told");
    assert_eq!((remark.finding.severity, remark.line), (Severity::Warning, Some(1)));
    assert_eq!(remark.finding.reason.as_deref(), Some("nguồn in như vậy"));
    assert!(remark.finding.legal.is_some_and(|article| article.contains("Điều 26")));
    let another = person("Trần Thị Mẫu", "xã Mẫu");
    assert_eq!(code(&desk.refusal(award, &another)), "unlawful", "one reason covers one line");
    desk.app.mark_award_sic(award, None, "cả danh sách như nguồn").expect("it is marked");
    desk.lists(award, &[another]);
    assert_eq!(desk.card(award).sic.as_deref(), Some("cả danh sách như nguồn"));
    desk.app.mark_award_sic(award, None, " ").expect("the mark is taken away");
    assert_eq!(desk.card(award).sic, None);
    assert_eq!(desk.remarks("L.01").len(), 2, "and the rule is told again");
}

#[test]
fn the_field_door_warns_only() {
    let mut desk = with_dossier(2025);
    let award = desk.award("co_thi_dua", BCA, "10/01/2025");
    desk.typed(&format!("award/{award}/persons"), "3");
    assert_eq!(desk.remarks("L.01")[0].finding.severity, Severity::Error);
}

#[test]
fn a_new_recipient_of_an_unlawful_decision_is_refused_and_an_old_one_can_be_corrected() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", "Chủ tịch UBND huyện Mẫu", "30/06/2025");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "xã Mẫu")]);
    desk.typed(&format!("award/{award}/decision_date"), "01/07/2025");
    let message = failure(&desk.refusal(award, &person("Trần Thị Mẫu", "xã Mẫu")));
    assert_message(&message);
    assert!(message.contains("30/06/2025") && message.contains("72/2025/QH15"), "{message}");
    let mut line = desk.card(award).lines[0].typed.clone();
    line.name = "Nguyễn Văn Mậu".to_owned();
    desk.app.put_award_line(award, Some(0), &line).expect("a name can be corrected");
    let findings = desk.app.award_findings().expect("they are found");
    assert!(findings.iter().any(|it| it.code == "L.03" && it.severity == "error"), "{findings:?}");
}

#[test]
fn a_badge_is_refused_a_second_time_years_later_and_in_another_spelling() {
    let mut desk = with_dossier(2021);
    let first = desk.award("ky_niem_chuong", BCA, "01/09/2021");
    desk.lists(first, &[person("Nguyễn Văn Hoà", "Công an xã Mẫu")]);
    desk.create(2025);
    let second = desk.award("ky_niem_chuong", BCA, "01/09/2025");
    let again = person("ông Nguyễn Văn Hòa", "CA xã Mẫu");
    let message = failure(&desk.refusal(second, &again));
    assert_message(&message);
    assert!(message.contains("Nguyễn Văn Hoà") && message.contains("01/09/2021"), "{message}");
    assert!(message.contains("20/2025"), "{message}");
    desk.lists(
        second,
        &[TypedAwardLine {
            birth_year: "1990".to_owned(),
            ..person("Nguyễn Văn Hóa", "CA xã Mẫu")
        }],
    );
    let held = TypedAwardLine {
        holds: vec!["huy_chuong_vi_an_ninh_to_quoc".to_owned()],
        ..person("Trần Văn Mẫu", "xã Mẫu")
    };
    let message = failure(&desk.refusal(second, &held));
    assert!(message.contains("Vì an ninh Tổ quốc"), "{message}");
}
