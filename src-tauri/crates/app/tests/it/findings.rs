//! What the checks say about the samples and about typed mistakes.

use crate::desk::{SAMPLES, assert_message, sample, with_dossier};
use bc138_app::Finding;
use bc138_app::view::{RecipientKind, TypedAwardLine};

fn counting(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.counts()).collect()
}

#[test]
fn the_known_defects_of_hai_duong_are_told_with_their_reasons_and_nothing_else_is() {
    let desk = sample("hai-duong-2016");
    let findings = desk.app.findings().expect("the checks run");
    let told: Vec<(&str, &str)> = counting(&findings)
        .iter()
        .map(|finding| (finding.code.as_str(), finding.severity))
        .collect();
    assert_eq!(told, [("K.003", "warning"), ("K.004", "warning")], "two defects, both settled");

    let recipients = &findings[0];
    assert!(recipients.text.contains("Cờ thi đua"), "which form: {}", recipients.text);
    assert!(recipients.text.contains("cá nhân"), "given to whom: {}", recipients.text);
    assert!(recipients.text.contains("2003"), "by the law of its day: {}", recipients.text);
    let reason = recipients.reason.as_deref().expect("the source printed it so");
    assert!(reason.contains("3 cá nhân"), "the reason quotes the source: {reason}");

    let total = &findings[1];
    assert!(total.text.contains("207") && total.text.contains("32"), "{}", total.text);
    assert!(total.reason.is_some(), "the total of the year is larger than the day's awards");
    assert!(findings.iter().all(|finding| !finding.is_open()), "a reason settles a warning");
}

#[test]
fn the_defects_are_printed_as_the_source_has_them() {
    let printed = sample("hai-duong-2016").printed();
    assert!(printed.contains("3 cá nhân được nhận Cờ thi đua xuất sắc"), "kept, not corrected");
    assert!(printed.contains("207 tập thể, cá nhân tiêu biểu"), "kept, not recomputed");
}

#[test]
fn the_other_samples_have_no_errors_and_no_warnings() {
    for name in SAMPLES.into_iter().filter(|name| *name != "hai-duong-2016") {
        let findings = sample(name).app.findings().expect("the checks run");
        let told: Vec<&str> = counting(&findings).iter().map(|f| f.text.as_str()).collect();
        assert!(told.is_empty(), "{name}: {told:?}");
    }
}

#[test]
fn a_reason_given_and_taken_back_settles_and_reopens_a_warning() {
    let mut desk = sample("hai-duong-2016");
    let open = |desk: &crate::desk::Desk| {
        let findings = desk.app.findings().expect("the checks run");
        findings
            .iter()
            .filter(|finding| finding.is_open())
            .map(|f| f.id.clone())
            .collect::<Vec<_>>()
    };
    desk.app.give_reason("K.004/award/5", "").expect("a reason can be taken back");
    assert_eq!(open(&desk), ["K.004/award/5"]);
    desk.app.give_reason("K.004/award/5", "tổng cả năm").expect("a reason can be given");
    assert!(open(&desk).is_empty());
    let desk = desk.reopen();
    assert!(open(&desk).is_empty(), "a reason is stored");
}

#[test]
fn more_reached_than_there_are_is_stored_told_and_offered_the_other_way_round() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "1.727/1.686");
    let field = desk.field("figure/at_kdc/amount");
    assert_eq!(field.text, "1.727/1.686", "what was typed is stored as it was typed");
    let message = field.message.expect("the field says so at once");
    assert_message(&message.text);
    assert!(message.text.contains("1.727") && message.text.contains("1.686"), "both numbers");
    assert_eq!(message.offer.map(|offer| offer.text).as_deref(), Some("1.686/1.727"));

    let findings = desk.app.findings().expect("the checks run");
    let found = findings.iter().find(|f| f.code == "K.001").expect("the check finds it");
    assert_eq!(found.severity, "error");
    assert_eq!(found.key.as_deref(), Some("figure/at_kdc/amount"), "one click from the field");
    assert_eq!(found.step, 3);
    assert!(found.text.starts_with("Khu dân cư"), "it names the place: {}", found.text);
    for text in [&found.text, &found.todo] {
        assert!(text.ends_with('.'), "{text}");
    }
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    let findings = desk.app.findings().expect("the checks run");
    assert!(findings.iter().all(|finding| finding.code != "K.001"), "taking the offer settles it");
}

#[test]
fn every_finding_says_where_what_and_what_to_do() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "5/4");
    desk.typed("figure/at_ty_le_cong_bo/amount", "120%");
    desk.typed("figure/phat_dong_cuoc/amount", "2,5");
    desk.typed("dossier/date", "01/01/2022");
    let award = desk.typed("award/new/persons", "3");
    let award = award.trim_end_matches("/persons").to_owned();
    desk.typed(&format!("{award}/form"), "co_thi_dua");
    desk.typed(&format!("{award}/decision_date"), "05/01/2022");
    desk.refused("figure/at_xa/amount", "1,730");
    let findings = desk.app.findings().expect("the checks run");
    let mut codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    codes.sort_unstable();
    let expected =
        ["K.001", "K.002", "K.003", "K.007", "K.008", "K.009", "K.010", "K.012", "K.013"];
    assert_eq!(codes, expected, "all findings come at once");
    for finding in &findings {
        assert!(!finding.title.is_empty() && finding.text.ends_with('.'), "{finding:?}");
        assert!(finding.todo.ends_with('.'), "it says what to do: {finding:?}");
        assert_message(&format!("{} {}", finding.text, finding.todo));
        assert!(finding.key.is_some(), "it leads to a field: {finding:?}");
    }
}

#[test]
fn a_comma_that_makes_a_fraction_of_a_count_is_told() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_xa/amount", "1,73/181");
    let findings = desk.app.findings().expect("the checks run");
    let found = findings.iter().find(|f| f.code == "K.009").expect("173 was meant, not 1,73");
    assert!(found.text.contains("1,73"), "{}", found.text);
}

#[test]
fn a_sentence_that_says_another_number_is_told_at_the_sentence() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    desk.typed("outcome/new/text", "có 1.668/1.727 khu dân cư đạt tiêu chuẩn, chiếm 97,6%");
    let findings = desk.app.findings().expect("the checks run");
    let told = |code: &str| findings.iter().find(|f| f.code == code);
    let sentence = told("K.047").expect("1.668 is not 1.686");
    assert!(sentence.text.starts_with("Tình hình, chuyển biến, dòng 1"), "{}", sentence.text);
    assert!(sentence.key.as_deref().is_some_and(|key| key.starts_with("outcome/")));
    let percent = told("K.046").expect("1.668/1.727 is 96,58 %");
    assert!(percent.text.contains("97,6%") && percent.text.contains("96,58%"), "{}", percent.text);
}

#[test]
fn a_part_larger_than_its_whole_is_told_with_both_names() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/tin_tong/amount", "1.550");
    desk.typed("figure/tin_gia_tri/amount", "1.959");
    let findings = desk.app.findings().expect("the checks run");
    let found = findings.iter().find(|f| f.code == "K.020").expect("the catalogue knows the part");
    assert_eq!(found.severity, "error");
    assert!(found.text.contains("1.959") && found.text.contains("1.550"), "{}", found.text);
    assert!(found.text.contains("Nguồn tin Nhân dân cung cấp"), "the whole: {}", found.text);
}

#[test]
fn a_reason_is_offered_where_causes_are_written() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "1.700/1.727");
    desk.typed("figure/dk_kdc/amount", "1.690/1.727");
    let id = "K.016/figure/at_kdc/dk_kdc";
    assert!(desk.app.cause_phrases().expect("the checks run").is_empty(), "no reason, no cause");
    desk.app.give_reason(id, "Có khu dân cư đăng ký bổ sung.").expect("a reason can be given");
    let phrases = desk.app.cause_phrases().expect("the checks run");
    let texts: Vec<&str> = phrases.iter().map(|phrase| phrase.text.as_str()).collect();
    let expected = "Khu dân cư đạt nhiều hơn số đăng ký do có khu dân cư đăng ký bổ sung";
    assert_eq!(texts, [expected]);
}

#[test]
fn a_year_is_held_against_the_dossier_before_it_however_long_that_is() {
    let mut desk = with_dossier(2021);
    let earlier = desk.app.part().expect("one is open").dossier.id;
    let open = desk.create(2022);
    let told = |desk: &crate::desk::Desk| {
        let findings = desk.app.findings().expect("the checks run");
        findings.into_iter().find(|finding| finding.code == "K.045")
    };
    assert_eq!(told(&desk), None, "a year against a year");
    desk.app.open_dossier(earlier).expect("it opens");
    desk.typed("dossier/window_to", "15/05/2021");
    assert_eq!(told(&desk), None, "nothing stands before the first one");
    desk.app.open_dossier(open).expect("it opens");
    let found = told(&desk).expect("half a year against a year");
    assert_message(&found.text);
    assert!(found.text.contains("15/05/2021"), "{}", found.text);
    assert_eq!((found.severity, found.key.as_deref()), ("warning", Some("dossier/window_from")));
    desk.app.give_reason(&found.id, "kỳ trước là sơ kết").expect("a reason settles it");
    assert!(!told(&desk).expect("it is still told").is_open());
    desk.typed("dossier/within", "tỉnh Mẫu");
    assert_eq!(told(&desk), None, "another unit of that name is no earlier dossier");
}

#[test]
fn a_reason_beside_one_recipient_settles_that_one_only() {
    let mut desk = with_dossier(2025);
    let award = desk.award("co_thi_dua", "Bộ trưởng Bộ Công an", "10/01/2025");
    let person = |name: &str, sic: &str| TypedAwardLine {
        sic: sic.to_owned(),
        ..TypedAwardLine::new(RecipientKind::Person, name)
    };
    let severity = |desk: &crate::desk::Desk| {
        let findings = desk.app.findings().expect("the checks run");
        let found: Vec<_> = findings.iter().filter(|it| it.code == "K.003").collect();
        found.iter().map(|it| (it.severity, it.reason.clone())).collect::<Vec<_>>()
    };
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "nguồn in như vậy")]);
    assert_eq!(severity(&desk), [("warning", Some("nguồn in như vậy".to_owned()))]);
    desk.app.mark_award_sic(award, None, "cả danh sách như nguồn").expect("it is marked");
    desk.lists(award, &[person("Trần Thị Mẫu", "")]);
    assert_eq!(severity(&desk)[0].0, "warning", "the whole list has a reason");
    desk.app.mark_award_sic(award, None, "").expect("the mark is taken away");
    assert_eq!(severity(&desk), [("error", None)], "one recipient has none");
}
