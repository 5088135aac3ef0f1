//! Awards of every shape in their sentences.

use super::sentences::assert_sentences;
use super::{dossier, press};
use bc138_domain::{
    Award, AwardLine, AwardObjects, DossierPart, MedalClass, Phrasing, Recipient, Revocation, Share,
};
use std::collections::BTreeSet;

/// The text of a dossier with these awards, all of whose sentences are whole.
fn told(awards: Vec<Award>) -> String {
    let numbered = (1..).zip(awards).map(|(id, award)| Award { id, position: id, ..award });
    let part = DossierPart { awards: numbered.collect(), ..dossier() };
    assert_sentences(&press().print(&part));
    press().text(&part)
}

fn share(kinds: &[Recipient], count: i32) -> Share {
    let kinds = kinds.iter().copied().collect();
    Share { kinds, count: Some(count), words: None, noun: None }
}

const BOTH: [Recipient; 2] = [Recipient::Collective, Recipient::Person];

/// “Bằng khen” of the chairman for some collectives.
fn award(collectives: i32) -> Award {
    Award {
        forms: vec!["bang_khen".to_owned()],
        authorities: vec!["Chủ tịch UBND tỉnh".to_owned()],
        shares: vec![share(&[Recipient::Collective], collectives)],
        ..Award::default()
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn the_three_orders_of_words() {
    let of = |phrasing| told(vec![Award { phrasing, reason: some("thành tích"), ..award(7) }]);
    assert_eq!(
        of(Phrasing::GiverFirst),
        "Nhân dịp này, Chủ tịch UBND tỉnh tặng Bằng khen cho 7 tập thể đã có thành tích."
    );
    assert_eq!(
        of(Phrasing::Granted),
        "Nhân dịp này, có 7 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh vì đã có thành tích."
    );
    assert_eq!(
        of(Phrasing::Received),
        "Nhân dịp này, có 7 tập thể có thành tích được nhận Bằng khen của Chủ tịch UBND tỉnh."
    );
}

#[test]
fn the_title_of_an_order_is_its_name() {
    let text = told(vec![Award {
        forms: vec!["huan_chuong".to_owned()],
        authorities: vec!["Chủ tịch nước".to_owned()],
        title: some("Huân chương Chiến công"),
        medal_class: Some(MedalClass::First),
        ..award(2)
    }]);
    let said = "Chủ tịch nước tặng Huân chương Chiến công hạng Nhất cho 2 tập thể";
    assert!(text.contains(said), "{text}");
}

#[test]
fn one_number_for_several_forms_authorities_and_kinds() {
    let text = told(vec![Award {
        forms: vec!["bang_khen".to_owned(), "giay_khen".to_owned()],
        authorities: vec!["Chủ tịch UBND tỉnh".to_owned(), "Giám đốc Công an tỉnh".to_owned()],
        shares: vec![share(&BOTH, 49)],
        ..Award::default()
    }]);
    assert_eq!(
        text,
        "Nhân dịp này, Chủ tịch UBND tỉnh, Giám đốc Công an tỉnh tặng Bằng khen và Giấy khen cho \
         49 tập thể, cá nhân."
    );
    let two = vec![share(&[Recipient::Collective], 3), share(&[Recipient::Person], 3)];
    let text = told(vec![Award { shares: two, ..award(0) }]);
    assert!(text.contains("cho 3 tập thể và 3 cá nhân."), "{text}");
}

#[test]
fn an_amount_in_words_and_a_printed_form() {
    let words = |text: &str, count| Share { words: some(text), count, ..share(&BOTH, 0) };
    let text = told(vec![Award { shares: vec![words("nhiều", None)], ..award(0) }]);
    assert!(text.contains("trao Bằng khen cho nhiều tập thể và cá nhân."), "{text}");
    let five = Share { words: some("05"), ..share(&[Recipient::Person], 5) };
    let text = told(vec![Award { shares: vec![five], ..award(0) }]);
    assert!(text.contains("tặng Bằng khen cho 05 cá nhân."), "{text}");
}

#[test]
fn recipients_that_are_named() {
    let named = Share {
        kinds: BTreeSet::from([Recipient::Collective]),
        count: None,
        words: None,
        noun: some("Công an xã Mẫu"),
    };
    let title = Award {
        shares: vec![named],
        title: some("“Đơn vị Quyết thắng”"),
        phrasing: Phrasing::Granted,
        ..Award::default()
    };
    let text = told(vec![title]);
    assert_eq!(text, "Nhân dịp này, Công an xã Mẫu được tặng danh hiệu “Đơn vị Quyết thắng”.");
}

#[test]
fn recipients_one_by_one_are_counted_by_kind_without_those_revoked() {
    let mut lines = vec![
        AwardLine::new(Recipient::Person, "Người Thứ Nhất"),
        AwardLine::new(Recipient::Collective, "Công an xã Mẫu"),
        AwardLine::new(Recipient::Household, "Hộ Thứ Nhất"),
        AwardLine::new(Recipient::Person, "Người Thứ Hai"),
    ];
    lines[3].revocation = Some(Revocation::default());
    let text = told(vec![Award { lines, ..award(99) }]);
    assert!(text.contains("cho 1 tập thể, 1 cá nhân và 1 hộ gia đình."), "{text}");
}

#[test]
fn a_medal_has_its_class_and_things_are_counted_as_things() {
    let medal = Award {
        forms: vec!["huan_chuong".to_owned()],
        form_printed: some("Huân chương Chiến công"),
        medal_class: Some(MedalClass::Second),
        ..award(2)
    };
    assert!(told(vec![medal]).contains("tặng Huân chương Chiến công hạng Nhì cho 2 tập thể."));
    let things =
        AwardObjects { count: Some(87), words: None, noun: "Kỷ niệm chương".to_owned() };
    let text = told(vec![Award { objects: Some(things), shares: Vec::new(), ..award(0) }]);
    assert_eq!(text, "Nhân dịp này, Chủ tịch UBND tỉnh tặng 87 Kỷ niệm chương.");
}

#[test]
fn without_form_or_authority_the_sentence_still_stands() {
    let no_form = Award { forms: vec!["khen_thuong".to_owned()], ..award(5) };
    assert_eq!(told(vec![no_form]), "Nhân dịp này, Chủ tịch UBND tỉnh khen thưởng 5 tập thể.");
    let praised = Award { form_printed: some("Tuyên dương"), ..award(5) };
    assert_eq!(told(vec![praised]), "Nhân dịp này, Chủ tịch UBND tỉnh tuyên dương 5 tập thể.");
    let no_giver = Award { authorities: Vec::new(), ..award(5) };
    assert_eq!(told(vec![no_giver]), "Nhân dịp này, có 5 tập thể được tặng Bằng khen.");
    let neither = Award { authorities: Vec::new(), forms: Vec::new(), ..award(5) };
    assert_eq!(told(vec![neither]), "Nhân dịp này, có 5 tập thể được khen thưởng.");
    assert_eq!(told(vec![Award { shares: Vec::new(), ..award(0) }]), "", "an unfilled row");
}

#[test]
fn a_share_stands_behind_the_sentence_of_its_whole() {
    let of = |whole, locality: &str, count| Award {
        subset_of: Some(whole),
        locality: some(locality),
        phrasing: Phrasing::Received,
        ..award(count)
    };
    let text = told(vec![
        award(26),
        Award { phrasing: Phrasing::Granted, ..award(9) },
        of(1, "huyện Mẫu", 3),
        of(1, "thị xã Mẫu", 2),
    ]);
    assert_eq!(
        text,
        "Nhân dịp này, Chủ tịch UBND tỉnh tặng Bằng khen cho 26 tập thể. Trong đó, huyện Mẫu có 3 \
         tập thể được nhận Bằng khen của Chủ tịch UBND tỉnh; thị xã Mẫu có 2 tập thể được nhận Bằng \
         khen của Chủ tịch UBND tỉnh. Có 9 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh."
    );
    let alone = told(vec![of(77, "huyện Mẫu", 3)]);
    assert!(alone.contains("3 tập thể của huyện Mẫu") && !alone.contains("Trong đó"), "{alone}");
}

#[test]
fn what_was_revoked_is_not_printed_nor_are_shares_in_it() {
    let share = Award { subset_of: Some(1), locality: some("huyện Mẫu"), ..award(3) };
    assert_eq!(told(vec![Award { revoked: true, ..award(26) }, share]), "");
    let later = Award { revocation: Some(Revocation::default()), ..award(5) };
    assert_eq!(told(vec![later]), "");
}

#[test]
fn a_headline_is_told_with_the_results_not_among_the_awards() {
    let noun = "tập thể, cá nhân tiêu biểu";
    let total = Award {
        headline: true,
        forms: vec!["khen_thuong".to_owned()],
        authorities: vec!["các cấp".to_owned()],
        shares: vec![Share { noun: some(noun), ..share(&BOTH, 207) }],
        ..Award::default()
    };
    assert_eq!(
        told(vec![total, award(3)]),
        "Trong năm 2022, có 207 tập thể, cá nhân tiêu biểu được các cấp khen thưởng.\n\
         Nhân dịp này, Chủ tịch UBND tỉnh tặng Bằng khen cho 3 tập thể."
    );
}

#[test]
fn presenter_merit_year_and_decision_are_said() {
    let full = Award {
        presenter: some("Giám đốc Công an tỉnh"),
        reason: some("thành tích xuất sắc"),
        merit_year: Some(2021),
        decision_number: some("163/QĐ-UBND"),
        decision_date: chrono::NaiveDate::from_ymd_opt(2022, 1, 12),
        sic: some("nguồn in như vậy"),
        ..award(3)
    };
    assert_eq!(
        told(vec![full]),
        "Nhân dịp này, thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Công an tỉnh trao Bằng khen \
         cho 3 tập thể (Quyết định số 163/QĐ-UBND ngày 12/01/2022) đã có thành tích xuất sắc năm \
         2021."
    );
}
