//! Awards as the window shows and changes them: money, doubles, legal rules, revoking, pasting,
//! proposals.

use crate::desk::{Desk, SAMPLES, assert_message, desk, sample, with_dossier};
use bc138_app::vi::messages::{code, failure};
use bc138_app::view::{
    AwardCard, AwardRemark, AwardsView, CandidateRow, CandidatesView, EventKind, RecipientKind,
    Severity, ShareChoice, TypedAwardLine, TypedEvent, TypedRevocation, TypedSetting,
};
use bc138_app::{AppError, DossierKind, NewDossier, YearStep};

/// A recipient of whom only kind and name are known.
fn recipient(kind: RecipientKind, name: &str) -> TypedAwardLine {
    TypedAwardLine {
        kind,
        honorific: String::new(),
        name: name.to_owned(),
        birth_year: String::new(),
        post: String::new(),
        unit: String::new(),
        unit_key: None,
        merit: String::new(),
        holds: Vec::new(),
        money_printed: String::new(),
        received: false,
        sic: String::new(),
    }
}

fn person(name: &str, unit: &str) -> TypedAwardLine {
    TypedAwardLine { unit: unit.to_owned(), ..recipient(RecipientKind::Person, name) }
}

fn collective(name: &str) -> TypedAwardLine {
    recipient(RecipientKind::Collective, name)
}

fn revoked(date: &str, reason: &str) -> TypedRevocation {
    let (date, reason) = (date.to_owned(), reason.to_owned());
    TypedRevocation { date, decision: "12/QĐ".to_owned(), reason }
}

const CAT: &str = "Giám đốc Công an tỉnh";
const UBND: &str = "Chủ tịch UBND tỉnh";
const BCA: &str = "Bộ trưởng Bộ Công an";

impl Desk {
    /// An award of the open dossier; its id.
    fn award(&mut self, form: &str, authority: &str, decided: &str) -> i32 {
        let key = self.typed("award/new/form", form);
        let row = key.rsplit_once('/').expect("a field of a row").0.to_owned();
        self.typed(&format!("{row}/authorities"), authority);
        if !decided.is_empty() {
            self.typed(&format!("{row}/decision_date"), decided);
        }
        row.rsplit_once('/').expect("a row").1.parse().expect("a number")
    }

    fn lists(&mut self, award: i32, lines: &[TypedAwardLine]) {
        for line in lines {
            self.app.put_award_line(award, None, line).expect("the recipient is taken");
        }
    }

    fn awards(&mut self) -> AwardsView {
        self.app.awards().expect("the awards are drawn")
    }

    fn card(&mut self, award: i32) -> AwardCard {
        self.awards().awards.into_iter().find(|card| card.id == award).expect("it is listed")
    }

    fn remarks(&mut self, code: &str) -> Vec<AwardRemark> {
        self.awards().remarks.into_iter().filter(|remark| remark.code == code).collect()
    }

    fn refusal(&mut self, award: i32, line: &TypedAwardLine) -> AppError {
        let before = self.app.content_digest().expect("it is hashed");
        let refused = self.app.put_award_line(award, None, line).expect_err("it is refused");
        assert_eq!(self.app.content_digest().expect("it is hashed"), before, "nothing is kept");
        refused
    }
}

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
        desk.lists(award, &[recipient(kind, "Mẫu")]);
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
    let household = recipient(RecipientKind::Household, "Hộ ông Nguyễn Văn Mẫu");
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
    assert_eq!((remark.severity, remark.line), (Severity::Warning, Some(1)));
    assert_eq!(remark.sic.as_deref(), Some("nguồn in như vậy"));
    assert!(remark.article.is_some_and(|article| article.contains("Điều 26")));
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
    assert_eq!(desk.remarks("L.01")[0].severity, Severity::Error);
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
        assert!(double.text.contains(word), "“{word}”: {}", double.text);
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
    assert_eq!(double.severity, Severity::Note, "two years are no fault");
    assert!(double.text.contains("đổi tên"), "{}", double.text);
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
        double.text.contains("sáp nhập") && double.text.contains(&old.label),
        "{}",
        double.text
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
    assert_eq!(desk.remarks("A.01")[0].severity, Severity::Note);
    let findings = desk.app.award_findings().expect("they are found");
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn typed_counts_that_are_not_those_of_the_list_are_told() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{award}/persons"), "2");
    desk.lists(award, &[person("Nguyễn Văn Mẫu", "xã Mẫu"), collective("Công an xã Mẫu")]);
    let remarks = desk.remarks("A.05");
    let text: Vec<&str> = remarks.iter().map(|remark| remark.text.as_str()).collect();
    assert!(text.iter().any(|it| it.contains("2 cá nhân") && it.contains("1 cá nhân")), "{text:?}");
    assert!(text.iter().any(|it| it.contains("1 tập thể")), "a kind that was not typed: {text:?}");
    desk.typed(&format!("award/{award}/persons"), "1");
    desk.typed(&format!("award/{award}/collectives"), "1");
    assert!(desk.remarks("A.05").is_empty(), "now they agree");
    let counts = desk.awards().counts;
    let persons = counts.iter().find(|row| row.recipients == "cá nhân").expect("they are counted");
    assert_eq!((persons.count.as_str(), persons.indicator.as_deref()), ("1", Some("kt_gk_cat")));
}

#[test]
fn a_headline_is_compared_with_the_awards_and_a_share_with_its_whole() {
    let mut desk = with_dossier(2025);
    let whole = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{whole}/persons"), "3");
    let headline = desk.award("khen_thuong", "các cấp", "");
    desk.typed(&format!("award/{headline}/together"), "207");
    desk.typed(&format!("award/{headline}/headline"), "yes");
    let share = desk.award("giay_khen", CAT, "10/01/2025");
    desk.typed(&format!("award/{share}/persons"), "4");
    desk.typed(&format!("award/{share}/subset_of"), "1");
    let [total] = &desk.remarks("A.06")[..] else { panic!("{:?}", desk.awards().remarks) };
    assert!(total.text.contains("207") && total.text.contains("3 cá nhân"), "{}", total.text);
    let [excess] = &desk.remarks("A.07")[..] else { panic!("{:?}", desk.awards().remarks) };
    assert_eq!((excess.severity, excess.award), (Severity::Error, Some(share)));
    let view = desk.awards();
    let apart: Vec<bool> = view.awards.iter().map(|card| card.apart.is_some()).collect();
    assert_eq!(apart, [false, true, true], "neither is in a sum");
    assert_eq!(view.total, "2.130.000", "three persons at 710.000");
}

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

#[test]
fn a_list_is_pasted_whole_or_not_at_all() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    let head = "TT\tHọ và tên\tNăm sinh\tChức vụ, đơn vị công tác\tTiền thưởng\n";
    let rows = "I. TẬP THỂ\n1\tCông an xã Mẫu\t\txã Mẫu\t1.410.000\nII. CÁ NHÂN\n\
                1\tNguyễn Văn Mẫu\t1970\tTrưởng thôn, xã Mẫu\t710.000\n";
    for (bad, word) in [
        (format!("{head}{rows}2\tTrần Thị Mẫu\t70\txã Mẫu\t\n"), "Dòng 6 của khối · Năm sinh"),
        (format!("{head}1\tTrần Thị Mẫu\t\txã Mẫu\t\n"), "Dòng 2 của khối · Loại"),
        ("TT\tHọ và tên\tMàu áo\n1\tTrần Thị Mẫu\txanh\n".to_owned(), "Màu áo"),
        (" \n".to_owned(), "Khối dán"),
    ] {
        let refused = desk.app.paste_award_lines(award, &bad).expect_err("it is refused");
        let message = failure(&refused);
        assert_message(&message);
        assert!(message.contains(word), "“{word}”: {message}");
        assert!(desk.card(award).lines.is_empty(), "nothing of it is kept");
    }
    desk.app.paste_award_lines(award, &format!("{head}{rows}")).expect("it is taken");
    let card = desk.card(award);
    assert_eq!(card.counts, "1 tập thể, 1 cá nhân");
    let typed = &card.lines[1].typed;
    assert_eq!((typed.post.as_str(), typed.unit.as_str()), ("Trưởng thôn", "xã Mẫu"));
    assert_eq!(typed.birth_year, "1970");
    assert!(card.lines.iter().all(|line| line.message.is_none()), "the printed money agrees");
    desk.app.undo().expect("undo works");
    assert!(desk.card(award).lines.is_empty(), "one action, taken back");
}

#[test]
fn a_pasted_recipient_that_breaks_a_rule_is_named_with_its_row() {
    let mut desk = with_dossier(2025);
    let award = desk.award("co_thi_dua", BCA, "10/01/2025");
    let block = "I. TẬP THỂ\nCông an xã Mẫu\nII. CÁ NHÂN\nNguyễn Văn Mẫu\n";
    let message = failure(&desk.app.paste_award_lines(award, block).expect_err("it is refused"));
    assert_message(&message);
    assert!(message.contains("Dòng 4 của khối, Nguyễn Văn Mẫu"), "{message}");
    assert!(message.contains("Điều 26"), "{message}");
    desk.app.paste_award_lines(award, "Công an xã Mẫu\nUBND xã Mẫu\n").expect("collectives");
    assert_eq!(desk.card(award).counts, "2 tập thể", "a flag is for nobody else");
}

#[test]
fn awards_of_a_closed_year_are_shown_and_not_changed() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    desk.app.step_year(2025, YearStep::Close, "").expect("it closes");
    assert!(desk.awards().locked.is_some());
    let refused = desk.refusal(award, &person("Nguyễn Văn Mẫu", ""));
    assert_eq!(code(&refused), "year-closed");
}

#[test]
fn looking_at_the_awards_of_every_sample_changes_nothing() {
    for name in SAMPLES {
        let mut desk = sample(name);
        let before = desk.app.part().expect("open");
        let view = desk.awards();
        assert_eq!(view.awards.len(), before.awards.len(), "{name}");
        assert!(view.awards.iter().all(|card| !card.label.is_empty()), "{name}");
        desk.app.candidates(None).expect("proposals are drawn");
        assert_eq!(desk.app.part().expect("open"), before, "{name}");
    }
}

/// Five communes of an invented province with five years of results.
fn province() -> Desk {
    let communes = ["Một", "Hai", "Ba", "Bốn", "Năm"];
    let mut events = vec![
        r#"{"date":"01/01/2018","act":"thành lập","unit":{"key":"U1","level":"cấp tỉnh","kind":"tỉnh","name":"Sông Mẫu"}}"#.to_owned(),
    ];
    for (place, name) in communes.iter().enumerate() {
        let key = place + 2;
        events.push(format!(
            r#"{{"date":"01/01/2018","act":"thành lập","unit":{{"key":"U{key}","level":"cấp xã","kind":"xã","name":"Thử {name}","parent":"U1"}}}}"#
        ));
    }
    // By year: standard, khu dân cư, tips, grade of the five communes.
    let graded =
        |code: &str| format!(r#"{{"indicator":"pl_cap_xa","categories":{{"grade":["{code}"]}}}}"#);
    let measures =
        format!(r#""at_xa","at_kdc","tin_tong",{},{}"#, graded("xuat_sac"), graded("kha"));
    let tables: Vec<String> = (2020..=2024)
        .map(|year| {
            let rates = if year == 2024 {
                ["50/50", "46/50", "46/50", "30/50", ""]
            } else {
                ["50/50", "44/50", "44/50", "44/50", ""]
            };
            let rows: Vec<String> = communes
                .iter()
                .zip(rates)
                .map(|(name, rate)| match *name {
                    "Năm" => format!(r#"["xã Thử {name}","","","","",""]"#),
                    "Một" => format!(r#"["xã Thử {name}","1/1","{rate}",120,1,""]"#),
                    _ => format!(r#"["xã Thử {name}","1/1","{rate}",80,"",1]"#),
                })
                .collect();
            format!(r#"{{"window":{year},"measures":[{measures}],"rows":[{}]}}"#, rows.join(","))
        })
        .collect();
    let file = format!(
        r#"{{"format":"bc138","version":1,"unit_events":[{}],"entries":{{"tables":[{}]}}}}"#,
        events.join(","),
        tables.join(",")
    );
    let mut desk = desk();
    let path = desk.path_of("bang.json");
    std::fs::write(&path, file).expect("the file is written");
    let taken = desk.app.import(&path, false).expect("it is read");
    assert!(taken.taken, "{:?}", taken.problems);
    let (kind, province) = (DossierKind::Annual, "Sông Mẫu".to_owned());
    let new = NewDossier { kind, province, year: 2024, years: None };
    desk.app.create_dossier(&new).expect("a dossier can be made");
    desk
}

fn proposed(
    desk: &mut Desk,
    form: &str,
    authority: &str,
) -> (Vec<CandidateRow>, Vec<CandidateRow>) {
    let view: CandidatesView = desk.app.candidates(Some(2024)).expect("proposals are drawn");
    let mut lists = view.proposals.into_iter();
    let list = lists.find(|it| it.form == form && it.authority == authority);
    let list = list.expect("the form has thresholds");
    (list.candidates, list.others)
}

#[test]
fn units_are_proposed_in_order_with_reasons_in_words() {
    let mut desk = province();
    let (fit, others) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    let places: Vec<(&str, Option<i32>)> =
        fit.iter().map(|row| (row.label.as_str(), row.place)).collect();
    assert_eq!(
        places,
        [("xã Thử Một", Some(1)), ("xã Thử Hai", Some(2)), ("xã Thử Ba", Some(2))],
        "the better grade first; equals share a place"
    );
    let reasons = fit[0].reasons.join("; ");
    for word in [
        "Xuất sắc",
        "50/50 khu dân cư đạt (100%)",
        "5 năm liền đạt tiêu chuẩn",
        "5 năm liền 100% khu dân cư đạt",
        "120 nguồn tin",
        "nhiều thứ 1",
        "chưa nhận Bằng khen",
    ] {
        assert!(reasons.contains(word), "“{word}”: {reasons}");
    }
    assert_eq!(fit[0].tied, None);
    let equal = fit.iter().find(|row| row.label == "xã Thử Hai").expect("it is fit");
    assert_eq!(equal.tied.as_deref(), Some("đồng hạng với xã Thử Ba"));
    assert!(equal.reasons.iter().any(|it| it == "tăng 4 điểm % so với năm 2023"), "{equal:?}");
    let labels: Vec<&str> = others.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["xã Thử Bốn", "xã Thử Năm"], "the nearest first");
    assert_eq!(others[0].lacks, ["tỷ lệ 60%, cần từ 80%"]);
    assert_eq!(others[1].lacks.len(), 3, "what was not reported is said: {:?}", others[1].lacks);
    assert!(others.iter().all(|row| row.place.is_none()));
}

#[test]
fn thresholds_are_named_and_the_program_s_own_are_marked() {
    let mut desk = province();
    let view = desk.app.candidates(Some(2024)).expect("proposals are drawn");
    assert!(view.note.contains("gợi ý"), "it only proposes: {}", view.note);
    assert_eq!(view.years, [2024, 2023, 2022, 2021, 2020]);
    let list = view.proposals.iter().find(|it| it.form == "bang_khen").expect("it is there");
    let text: Vec<&str> = list.thresholds.iter().map(|it| it.text.as_str()).collect();
    assert!(text.contains(&"Tỷ lệ khu dân cư đạt từ 80%"), "{text:?}");
    assert!(text.contains(&"Phong trào xếp loại từ Khá"), "{text:?}");
    let marks = list.thresholds.iter().map(|it| it.assumed.as_deref());
    assert!(marks.into_iter().all(|it| it == Some("mặc định của chương trình")));
}

#[test]
fn who_has_the_form_already_is_told_whatever_the_spelling() {
    let mut desk = province();
    let award = desk.award("bang_khen", UBND, "10/01/2024");
    desk.lists(
        award,
        &[collective("Nhân dân và cán bộ xã Thử Một"), collective("Công an xã Thử Hai")],
    );
    let (fit, others) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    let one = others.iter().find(|row| row.label == "xã Thử Một").expect("it had it lately");
    assert!(one.reasons.iter().any(|it| it.contains("đã nhận Bằng khen") && it.contains("2024")));
    assert_eq!(one.lacks, ["đã nhận cùng hình thức ngay trong năm, cần cách 2 năm"]);
    assert!(fit.iter().any(|row| row.label == "xã Thử Hai"), "its police is another recipient");
    let (fit, _) = proposed(&mut desk, "co_thi_dua", "chu_tich_ubnd_tinh");
    assert_eq!(fit[0].label, "xã Thử Một", "another form is not in the way");
    desk.typed(&format!("award/{award}/decision_date"), "10/01/2023");
    let (_, others) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    let one = others.iter().find(|row| row.label == "xã Thử Một").expect("still too near");
    assert_eq!(one.lacks, ["mới nhận cùng hình thức cách 1 năm, cần cách 2 năm"]);
    desk.typed(&format!("award/{award}/decision_date"), "10/01/2025");
    let (fit, _) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    assert_eq!(fit[0].label, "xã Thử Một", "a later award does not count backwards");
}

#[test]
fn a_threshold_that_cannot_be_read_is_named() {
    let mut desk = province();
    desk.typed("setting/award.threshold.bang_khen.chu_tich_ubnd_tinh.rate_at_least", "cao");
    let refused = desk.app.candidates(Some(2024)).expect_err("it is no number");
    assert_message(&failure(&refused));
    desk.typed("setting/award.threshold.bang_khen.chu_tich_ubnd_tinh.rate_at_least", "50");
    let (fit, _) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    assert_eq!(fit.len(), 4, "the province set it lower");
}
