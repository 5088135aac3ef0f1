//! Papers of awards: the list of a decision and the certificates.

use crate::desk::{Desk, with_dossier};
use bc138_app::view::{RecipientKind, TypedAwardLine, TypedRevocation, TypedSetting};
use bc138_app::{AppError, DocumentFormat, DocumentStyle, Request};
use bc138_report::{Block, Document, Form, Paragraph};

const CAT: &str = "Giám đốc Công an tỉnh";

fn of(style: DocumentStyle, award: i32) -> Request {
    Request { award: Some(award), ..Request::of(style) }
}

fn composed(desk: &Desk, request: &Request) -> Document {
    desk.app.compose(request).expect("it is composed")
}

fn text(document: &Document) -> String {
    document.paragraphs().map(Paragraph::plain_text).collect::<Vec<_>>().join("\n")
}

fn forms(document: &Document) -> Vec<&Form> {
    let forms = document.blocks().filter_map(|block| match block {
        Block::Form(form) => Some(form),
        _ => None,
    });
    forms.collect()
}

fn person(name: &str) -> TypedAwardLine {
    TypedAwardLine {
        honorific: "ông".to_owned(),
        post: "Tổ trưởng tổ bảo vệ".to_owned(),
        unit: "xã Mẫu Một".to_owned(),
        ..TypedAwardLine::new(RecipientKind::Person, name)
    }
}

/// A decision with three collectives, five persons and a household.
fn decided() -> (Desk, i32) {
    let mut desk = with_dossier(2022);
    let award = desk.award("giay_khen", CAT, "10/01/2023");
    desk.typed(&format!("award/{award}/decision_number"), "163/QĐ-CAT");
    desk.typed(&format!("award/{award}/reason"), "thành tích xuất sắc trong phong trào");
    let collectives = ["Một", "Hai", "Ba"];
    let collectives = collectives
        .map(|it| TypedAwardLine::new(RecipientKind::Collective, format!("Công an xã Mẫu {it}")));
    let persons = ["An", "Bình", "Chi", "Dung", "Giang"];
    let persons = persons.map(|it| person(&format!("Nguyễn Mẫu {it}")));
    desk.lists(award, &collectives);
    desk.lists(award, &persons);
    desk.lists(award, &[TypedAwardLine::new(RecipientKind::Household, "Hộ Trần Mẫu Hòa")]);
    (desk, award)
}

fn set(desk: &mut Desk, key: &str, value: &str) {
    let (key, value) = (key.to_owned(), value.to_owned());
    let typed = TypedSetting { id: None, key, from: String::new(), to: String::new(), value };
    desk.app.put_setting(&typed).expect("the setting is kept");
}

#[test]
fn the_list_of_a_decision_has_groups_names_and_money() {
    let (mut desk, award) = decided();
    let total = desk.card(award).total;
    let document = composed(&desk, &of(DocumentStyle::AwardDecision, award));
    let text = text(&document);
    for line in [
        "DANH SÁCH",
        "(Kèm theo Quyết định số 163/QĐ-CAT ngày 10 tháng 01 năm 2023)",
        "TẬP THỂ",
        "CÁ NHÂN",
        "HỘ GIA ĐÌNH",
        "Công an xã Mẫu Ba",
        "Ông Nguyễn Mẫu Giang",
        "Hộ Trần Mẫu Hòa",
        "Tổ trưởng tổ bảo vệ, xã Mẫu Một",
        "Tổng cộng",
        &total,
    ] {
        assert!(text.lines().any(|it| it == line), "“{line}” stands in:\n{text}");
    }
    let order = ["Công an xã Mẫu Một", "Nguyễn Mẫu An", "Hộ Trần"].map(|it| text.find(it));
    assert!(order.is_sorted(), "collectives, persons, households");
}

#[test]
fn a_column_of_merits_stands_only_where_somebody_has_one() {
    let (mut desk, award) = decided();
    let columns = |desk: &Desk| {
        let document = composed(desk, &of(DocumentStyle::AwardDecision, award));
        let table = document.blocks().find_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        });
        let table = table.expect("a table");
        for row in table.head.iter().chain(&table.rows) {
            let covered: usize = row.cells.iter().map(|cell| cell.columns).sum();
            assert_eq!(covered, table.columns.len(), "{row:?}");
        }
        table.columns.len()
    };
    assert_eq!(columns(&desk), 5);
    let merit = "giúp Công an bắt 01 đối tượng truy nã".to_owned();
    desk.lists(award, &[TypedAwardLine { merit, ..person("Nguyễn Mẫu Khoa") }]);
    assert_eq!(columns(&desk), 6);
}

#[test]
fn a_certificate_is_signed_with_the_post_of_the_person() {
    let (mut desk, award) = decided();
    desk.typed(&format!("award/{award}/signer"), "Lê Mẫu Ký, Phó Giám đốc");
    let text = text(&composed(&desk, &of(DocumentStyle::Certificates, award)));
    for line in ["GIÁM ĐỐC CÔNG AN TỈNH LẠNG SƠN", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Mẫu Ký"]
    {
        assert!(text.lines().any(|it| it == line), "“{line}” stands in:\n{text}");
    }
}

#[test]
fn revoked_recipients_and_revoked_awards_are_on_no_paper() {
    let (mut desk, award) = decided();
    let revocation = TypedRevocation {
        date: "20/01/2023".to_owned(),
        decision: "12/QĐ".to_owned(),
        reason: "vi phạm".to_owned(),
    };
    desk.app.revoke_award(award, Some(3), &revocation).expect("it is revoked");
    let list = composed(&desk, &of(DocumentStyle::AwardDecision, award));
    assert!(!text(&list).contains("Mẫu An") && text(&list).contains("Mẫu Bình"));
    let certificates = composed(&desk, &of(DocumentStyle::Certificates, award));
    assert_eq!(forms(&certificates).len(), 8);
    let unknown = desk.app.compose(&of(DocumentStyle::Certificates, 99));
    assert!(matches!(unknown, Err(AppError::NoSuchAward(99))), "{unknown:?}");
}

#[test]
fn awards_with_counts_only_leave_room_for_the_names() {
    let mut desk = with_dossier(2022);
    let award = desk.award("giay_khen", CAT, "10/01/2023");
    desk.typed(&format!("award/{award}/collectives"), "25");
    desk.typed(&format!("award/{award}/persons"), "40");
    let list = text(&composed(&desk, &of(DocumentStyle::AwardDecision, award)));
    assert!(list.contains("25 tập thể: …") && list.contains("40 cá nhân: …"), "{list}");
    let certificates = composed(&desk, &of(DocumentStyle::Certificates, award));
    assert!(forms(&certificates).is_empty());
    assert!(text(&certificates).contains("Chưa có"), "it says that nobody was named");
}

#[test]
fn awards_counted_as_things_stand_in_every_paper() {
    let mut desk = with_dossier(2022);
    let award = desk.award("ky_niem_chuong", "Bộ trưởng Bộ Công an", "10/01/2023");
    desk.typed(&format!("award/{award}/objects"), "87");
    desk.typed(&format!("award/{award}/objects_noun"), "Kỷ niệm chương");
    let list = text(&composed(&desk, &of(DocumentStyle::AwardDecision, award)));
    assert!(list.contains("87 Kỷ niệm chương: …"), "{list}");
    for style in [DocumentStyle::SpeechFigures, DocumentStyle::LeaderSheet] {
        let text = text(&composed(&desk, &Request::of(style)));
        assert!(text.lines().any(|it| it == "87"), "the number, large:\n{text}");
        let said = "Kỷ niệm chương do Bộ trưởng Bộ Công an tặng";
        assert!(text.contains(said), "“{said}” in:\n{text}");
    }
}

#[test]
fn the_chairs_sheet_names_every_kind_of_recipient() {
    let mut desk = with_dossier(2022);
    let award = desk.award("giay_khen", CAT, "10/01/2023");
    for (kind, count) in [("collectives", "2"), ("persons", "3"), ("households", "1")] {
        desk.typed(&format!("award/{award}/{kind}"), count);
    }
    let text = text(&composed(&desk, &Request::of(DocumentStyle::LeaderSheet)));
    let said =
        "tập thể, 03 cá nhân và 01 hộ gia đình được tặng Giấy khen của Giám đốc Công an tỉnh";
    assert_eq!(
        text.to_lowercase().matches(&said.to_lowercase()).count(),
        2,
        "tile and point:\n{text}"
    );
}

#[test]
fn a_merit_is_told_as_it_is_entered() {
    for (merit, told) in [
        ("thành tích xuất sắc", "Đã có thành tích xuất sắc."),
        ("đã có thành tích xuất sắc.", "Đã có thành tích xuất sắc."),
        ("truy tặng: hy sinh khi làm nhiệm vụ", "Truy tặng: hy sinh khi làm nhiệm vụ."),
        ("giúp Công an bắt 01 đối tượng truy nã", "Giúp Công an bắt 01 đối tượng truy nã."),
    ] {
        let mut desk = with_dossier(2022);
        let award = desk.award("giay_khen", CAT, "10/01/2023");
        desk.lists(
            award,
            &[TypedAwardLine { merit: merit.to_owned(), ..person("Nguyễn Mẫu Khoa") }],
        );
        let text = text(&composed(&desk, &of(DocumentStyle::Certificates, award)));
        assert!(text.lines().any(|it| it == told), "“{told}” stands in:\n{text}");
    }
}

#[test]
fn every_recipient_has_a_certificate_of_one_page() {
    let (desk, award) = decided();
    let request = of(DocumentStyle::Certificates, award);
    let document = composed(&desk, &request);
    let names: Vec<String> = forms(&document)
        .iter()
        .flat_map(|form| &form.fields)
        .map(|field| field.paragraph.plain_text())
        .filter(|text| text.contains("Mẫu"))
        .collect();
    assert_eq!(names.iter().filter(|it| it.starts_with("Ông Nguyễn")).count(), 5, "{names:?}");
    let pages = desk.app.render(&request, DocumentFormat::Pdf).expect("written").pages;
    assert_eq!(pages, 9);
    desk.app.render(&request, DocumentFormat::Docx).expect("Word takes it too");
}

#[test]
fn pre_printed_forms_get_the_names_only_and_a_shift_moves_everything() {
    let (mut desk, award) = decided();
    let request = of(DocumentStyle::Certificates, award);
    let texts = |desk: &Desk| -> Vec<String> {
        let document = composed(desk, &request);
        forms(&document)[3].fields.iter().map(|it| it.paragraph.plain_text()).collect()
    };
    let whole = texts(&desk);
    assert!(whole.iter().any(|it| it.contains("CỘNG HÒA")) && whole.contains(&"GIẤY KHEN".into()));
    set(&mut desk, "certificate.pre_printed", "có");
    let names_only = texts(&desk);
    assert!(!names_only.iter().any(|it| it.contains("CỘNG HÒA") || it == "GIẤY KHEN"));
    assert!(names_only.contains(&"Ông Nguyễn Mẫu An".to_owned()), "{names_only:?}");
    set(&mut desk, "certificate.shift_right", "-1,5");
    set(&mut desk, "certificate.shift_down", "2");
    let document = composed(&desk, &request);
    let moved =
        forms(&document).iter().all(|it| (it.shift_right_mm, it.shift_down_mm) == (-1.5, 2.0));
    assert!(moved, "every page is moved alike");
    let test = composed(&desk, &Request { test: true, ..request.clone() });
    let sheet = forms(&test);
    // The sheet shows every place, also those of which nothing is known of this recipient.
    assert!(sheet.len() == 1 && sheet[0].test && sheet[0].fields.len() >= whole.len());
}

#[test]
fn a_long_name_and_two_hundred_recipients_fit() {
    let mut desk = with_dossier(2022);
    let award = desk.award("giay_khen", CAT, "10/01/2023");
    let long = "Ban Chỉ huy Quân sự và Công an xã Mẫu Tên Rất Dài Thật Dài Mãi";
    assert!(long.chars().count() >= 60);
    desk.lists(award, &[TypedAwardLine::new(RecipientKind::Collective, long)]);
    let block: Vec<String> =
        (1..200).map(|at| format!("Nguyễn Mẫu {at}\tTổ trưởng\txã Mẫu")).collect();
    for line in block.chunks(1) {
        let name = line[0].split('\t').next().expect("a name");
        desk.lists(award, &[person(name)]);
    }
    let request = of(DocumentStyle::Certificates, award);
    let rendered = desk.app.render(&request, DocumentFormat::Pdf).expect("written");
    assert_eq!(rendered.pages, 200);
    let path = desk.saved(&of(DocumentStyle::AwardDecision, award), "danh-sach.pdf");
    assert!(desk.verdict(&path).holds, "the money of two hundred holds");
}
