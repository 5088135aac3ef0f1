//! The conference, its people, tasks and targets in their sentences.

use super::sentences::assert_sentences;
use super::{dossier, figure, press};
use bc138_domain::amount::Amount;
use bc138_domain::event::BasisRole;
use bc138_domain::{
    Act, AgendaItem, Basis, DossierPart, Event, Fixed, Occasion, Operator, Participant, Passage,
    PassageRole, Role, Session, Speech, Target, Window,
};

fn told(part: &DossierPart) -> String {
    assert_sentences(&press().print(part));
    press().text(part)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn person(id: i32, role: Role, name: &str) -> Participant {
    Participant {
        id,
        dossier: 1,
        position: id,
        role,
        rank: None,
        name: name.to_owned(),
        offices: Vec::new(),
        venue: None,
        delegation: None,
    }
}

fn target(amount: Option<Amount>, operator: Operator, text: &str) -> Target {
    Target {
        id: 1,
        dossier: 1,
        position: 1,
        indicator: None,
        lead: None,
        operator,
        amount,
        printed: None,
        text: text.to_owned(),
        deadline: None,
    }
}

fn percent(whole: i64) -> Option<Amount> {
    Fixed::from_int(whole).map(|value| Amount::Percent { value })
}

fn task(speech: Option<i32>, text: &str, deadline: Option<&str>) -> Passage {
    Passage {
        id: 1,
        dossier: 1,
        position: 1,
        role: PassageRole::Task,
        speech,
        subject: some("Công an tỉnh"),
        text: text.to_owned(),
        deadline: deadline.map(str::to_owned),
    }
}

#[test]
fn every_operator_of_a_target_has_its_words() {
    for (operator, said) in [
        (Operator::Exactly, "80%"),
        (Operator::AtLeast, "từ 80% trở lên"),
        (Operator::MoreThan, "trên 80%"),
        (Operator::AtMost, "không quá 80%"),
    ] {
        let targets = vec![target(percent(80), operator, "khu dân cư đạt chuẩn")];
        let text = told(&DossierPart { targets, ..dossier() });
        let expected = format!("Thời gian tới, toàn tỉnh phấn đấu {said} khu dân cư đạt chuẩn.");
        assert_eq!(text, expected);
    }
}

#[test]
fn targets_of_one_deadline_share_a_sentence_and_keep_their_printed_form() {
    let by = |deadline: &str, it: Target| Target { deadline: some(deadline), ..it };
    let five = Target {
        printed: some("ít nhất 05"),
        lead: some("xây dựng"),
        ..target(Amount::number(5), Operator::AtLeast, "mô hình")
    };
    let targets = vec![
        by("năm 2024", target(percent(50), Operator::Exactly, "xã điển hình")),
        by("năm 2024", five),
        by("đến năm 2030", target(percent(90), Operator::MoreThan, "khu dân cư đạt chuẩn")),
    ];
    assert_eq!(
        told(&DossierPart { targets, ..dossier() }),
        "Năm 2024, toàn tỉnh phấn đấu 50% xã điển hình; xây dựng ít nhất 05 mô hình. Đến năm 2030, \
         toàn tỉnh phấn đấu trên 90% khu dân cư đạt chuẩn."
    );
}

#[test]
fn goals_in_words_go_with_the_first_tasks_or_stand_alone() {
    let goal = |lead: Option<&str>, deadline: Option<&str>| Target {
        lead: lead.map(str::to_owned),
        deadline: deadline.map(str::to_owned),
        ..target(None, Operator::Exactly, "tỉnh công nghiệp")
    };
    let alone =
        DossierPart { targets: vec![goal(Some("trở thành"), Some("năm 2030"))], ..dossier() };
    assert_eq!(told(&alone), "Mục tiêu đặt ra: trở thành tỉnh công nghiệp trong năm 2030.");
    let speech = |id, speaker, praise: Option<&str>| Speech {
        id,
        dossier: 1,
        position: id,
        speaker,
        occasion: Occasion::Remarks,
        praise: praise.map(str::to_owned),
    };
    let part = DossierPart {
        participants: vec![
            person(1, Role::Delegate, "Trần Văn Mẫu"),
            person(2, Role::Group, "đại diện Nhân dân"),
        ],
        speeches: vec![speech(1, 2, Some("bày tỏ đồng tình")), speech(2, 1, None)],
        passages: vec![task(Some(2), "nắm tình hình", Some("quý I/2024"))],
        targets: vec![goal(None, None)],
        ..dossier()
    };
    let text = told(&part);
    assert!(text.contains("Phát biểu tại hội nghị, đại diện Nhân dân bày tỏ đồng tình."), "{text}");
    assert!(
        text.contains(
            "Phát biểu tại hội nghị, đồng chí Trần Văn Mẫu đề nghị, để đạt mục tiêu tỉnh công \
             nghiệp, Công an tỉnh nắm tình hình trong quý I/2024."
        ),
        "{text}"
    );
    assert_eq!(text.matches("tỉnh công nghiệp").count(), 1, "{text}");
}

#[test]
fn a_deadline_that_the_task_names_is_not_said_twice() {
    let passages = vec![
        task(None, "hoàn thành trước 15/3/2024", Some("trước 15/3/2024")),
        task(None, "nhân rộng mô hình", Some("năm 2024")),
    ];
    assert_eq!(
        told(&DossierPart { passages, ..dossier() }),
        "Thời gian tới, Công an tỉnh hoàn thành trước 15/3/2024; nhân rộng mô hình trong năm 2024."
    );
}

#[test]
fn the_agenda_says_years_and_windows() {
    let item = |act, years, subject: &str, window: Option<&str>| AgendaItem {
        id: 1,
        dossier: 1,
        position: 1,
        act,
        years,
        subject: subject.to_owned(),
        window: window.map(Window::named).unwrap_or_default(),
    };
    let agenda = vec![
        item(Act::FinalReview, Some(10), "Chỉ thị 09", Some("2011-2020")),
        item(Act::FinalReview, Some(3), "thực hiện Chỉ thị 07", None),
        item(Act::FinalReview, Some(3), "Chỉ thị 25", Some("3 năm")),
        item(Act::Launch, None, "phong trào thi đua", Some("giai đoạn 2021-2025")),
        item(Act::Rollout, None, "Đề án đến năm 2025", Some("đến năm 2025")),
    ];
    let text = told(&DossierPart { agenda, ..dossier() });
    assert!(
        text.starts_with(
            "Hội nghị tổng kết 10 năm (2011-2020) thực hiện Chỉ thị 09; 3 năm thực hiện Chỉ thị \
             07; 3 năm thực hiện Chỉ thị 25; phát động phong trào thi đua giai đoạn 2021-2025; triển khai Đề án đến năm 2025"
        ),
        "{text}"
    );
}

#[test]
fn another_gathering_than_a_conference_goes_by_its_name() {
    let mut part = DossierPart {
        participants: vec![
            person(1, Role::Chair, "Trần Văn Mẫu"),
            person(2, Role::Chair, "Lý Thị Mẫu"),
            person(3, Role::Speaker, "Hòa thượng Thích Mẫu"),
        ],
        ..dossier()
    };
    part.dossier.event = Event {
        name: some("Lễ ra quân bảo vệ Tết"),
        organiser: some("UBND xã Tân Mẫu"),
        session: Some(Session::Morning),
        date_printed: some("02-01"),
        ..Event::default()
    };
    part.dossier.province = "Tân Mẫu".to_owned();
    part.dossier.within = some("tỉnh Mẫu");
    assert_eq!(
        told(&part),
        "Lễ ra quân bảo vệ Tết\n\
         Sáng 02-01, UBND xã Tân Mẫu, tỉnh Mẫu, tổ chức Lễ ra quân bảo vệ Tết.\n\
         Chủ trì buổi lễ có đồng chí Trần Văn Mẫu; đồng chí Lý Thị Mẫu. Phát biểu tại buổi lễ có \
         Hòa thượng Thích Mẫu."
    );
}

#[test]
fn bases_are_cited_with_issuer_and_subject() {
    let basis = |name: &str, issuer: Option<&str>, subject: Option<&str>, role| Basis {
        id: 1,
        dossier: 1,
        position: 1,
        name: name.to_owned(),
        issuer: issuer.map(str::to_owned),
        subject: subject.map(str::to_owned),
        role,
    };
    let bases = vec![
        basis("Thông tư 23", Some("Bộ Công an"), None, BasisRole::Reviewed),
        basis("Chỉ thị 07", Some("Bộ Công an"), None, BasisRole::Reviewed),
        basis("Chỉ thị 06", Some("UBND tỉnh"), Some("về địa bàn trọng điểm"), BasisRole::Reviewed),
        basis("Kế hoạch 12", None, None, BasisRole::Announced),
        basis("Đề án 06", None, Some("về dân cư"), BasisRole::Ahead),
    ];
    assert_eq!(
        told(&DossierPart { bases, ..dossier() }),
        "Hội nghị tập trung đánh giá kết quả thực hiện Thông tư 23, Chỉ thị 07 của Bộ Công an và \
         Chỉ thị 06 của UBND tỉnh về địa bàn trọng điểm.\n\
         Hội nghị đã triển khai Kế hoạch 12.\n\
         Các cấp, các ngành tiếp tục triển khai thực hiện Đề án 06 về dân cư."
    );
}

#[test]
fn what_is_counted_stands_inside_the_bounds_of_a_count() {
    let mut spoken = figure(1, "tt_luot_nguoi", 40_000);
    spoken.qualifier = Some(bc138_domain::Qualifier::FromUp);
    let text = told(&DossierPart { figures: vec![spoken], ..dossier() });
    assert!(text.contains("từ 40.000 lượt người trở lên"), "{text}");
}
