//! Letters to units, paper forms, the list of changes.

use super::filled::{Filled, count, query, texts};
use crate::desk::clock_at;
use bc138_app::vi::messages::failure;
use bc138_app::{App, Assets, DocumentStyle, Request};
use bc138_domain::{Indicator, IndicatorKind, Window};
use bc138_report::{Block, Document};

/// The paragraphs of a document, those of cells among them.
fn lines(document: &Document) -> Vec<String> {
    document.paragraphs().map(bc138_report::Paragraph::plain_text).collect()
}

fn text(app: &App, request: &Request) -> String {
    lines(&app.compose(request).expect("it is composed")).join("\n")
}

/// A province in which one commune has more useful tips than tips.
fn with_a_slip() -> (Filled, String) {
    let mut filled = Filled::new("Lạng Sơn", 2022);
    let units = filled.units.clone();
    for unit in &units[..3] {
        filled.put(unit, "tin_tong", None, count(20));
        filled.put(unit, "tin_gia_tri", None, count(if *unit == units[1] { 31 } else { 12 }));
    }
    let mut filled = filled.written();
    let sheet = filled.desk.app.sheet(&query(2022, "people")).expect("it is drawn");
    (filled, sheet.rows[1].label.clone())
}

fn letter(unit: Option<&str>) -> Request {
    let unit = unit.map(str::to_owned);
    Request { unit, ..Request::of(DocumentStyle::UnitLetter) }
}

#[test]
fn a_unit_with_findings_gets_a_letter_with_a_table_to_answer_in() {
    let (filled, name) = with_a_slip();
    let document = filled.desk.app.compose(&letter(None)).expect("it is composed");
    assert_eq!(document.sections.len(), 1, "one unit has something to look at");
    let text = lines(&document).join("\n");
    for word in ["Kính gửi", "V/v", name.as_str(), "31", "20", "Số đúng", "Giải trình", "Nơi nhận"]
    {
        assert!(text.contains(word), "“{word}” in {text}");
    }
    let tables = document.blocks().filter(|block| matches!(block, Block::Table(_))).count();
    assert_eq!(tables, 3, "head, answers, signature");
}

#[test]
fn a_letter_goes_to_the_unit_that_is_named_by_key_or_name() {
    let (filled, name) = with_a_slip();
    let app = &filled.desk.app;
    let by_key = text(app, &letter(Some(&filled.units[1])));
    assert!(by_key.contains(&name) && by_key.contains("31"), "{by_key}");
    assert_eq!(text(app, &letter(Some(&name.to_uppercase()))), by_key, "however it is typed");
    let other = text(app, &letter(Some(&filled.units[0])));
    assert!(other.contains("không có nội dung cần rà soát"), "a unit without findings: {other}");
    let unknown = app.compose(&letter(Some("xã Không Có Thật"))).expect_err("there is none");
    assert!(failure(&unknown).contains("Không Có Thật"));
    let twice = app.compose(&letter(Some("xã Hòa Bình"))).expect_err("several bear the name");
    assert!(failure(&twice).contains("nhiều nơi"), "{}", failure(&twice));
}

#[test]
fn a_warning_with_its_reason_is_not_asked_about_again() {
    let (mut filled, _) = with_a_slip();
    let units = filled.units.clone();
    let query = query(2022, "people");
    filled.desk.app.set_cell(&query, &units[1], "tin_gia_tri", "19").expect("it is mended");
    let text = text(&filled.desk.app, &letter(None));
    assert!(text.contains("hiện không có nội dung"), "{text}");
}

#[test]
fn paper_forms_ask_every_indicator_once_under_its_number() {
    let filled = Filled::new("Lạng Sơn", 2022);
    let request = Request::of(DocumentStyle::BlankForms);
    let document = filled.desk.app.compose(&request).expect("it is composed");
    let tables = document.blocks().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|it| &it.rows).map(texts);
    let is_asked =
        |row: &Vec<String>| row[0].contains('.') && row.get(1).is_some_and(|it| !it.is_empty());
    let mut asked: Vec<String> = rows.filter(is_asked).map(|row| row[1].clone()).collect();
    let catalogue = Assets::load().expect("the catalogue is read").catalogue;
    let last = Window::reporting_year(2022).to;
    let takes_a_number = |it: &&Indicator| {
        let is_number = it.kind != IndicatorKind::Text;
        is_number && catalogue.group(&it.group).is_some() && it.is_valid_on(last)
    };
    let indicators = catalogue.indicators().iter().filter(takes_a_number);
    let mut expected: Vec<String> = indicators.map(|it| it.name.clone()).collect();
    asked.sort();
    expected.sort();
    assert_eq!(asked, expected);
    let text = lines(&document).join("\n");
    for line in ["Mẫu 2.1", "2.1.1", "Mẫu 3.1", "3.1.1", "Mẫu 4.1", "Mẫu 5.1", "5.1.3.1"] {
        assert!(text.lines().any(|it| it == line), "{line} in the forms");
    }
    assert!(!text.contains("BIỂU MẪU 01"), "the ministry's form came in 2026");
    let later = Filled::new("Lạng Sơn", 2026);
    assert!(self::text(&later.desk.app, &request).contains("BIỂU MẪU 01"));
}

fn at(filled: Filled, hour: u32) -> Filled {
    let path = filled.desk.app.path().to_path_buf();
    let mut filled = filled;
    filled.desk.app = App::open(&path, clock_at(hour), "người sửa").expect("the store opens again");
    filled
}

fn changes(filled: &Filled, since: Option<&str>) -> String {
    let since = since.map(str::to_owned);
    text(&filled.desk.app, &Request { since, ..Request::of(DocumentStyle::Changes) })
}

#[test]
fn the_list_of_changes_says_before_now_who_and_why() {
    let (mut filled, name) = with_a_slip();
    filled.desk.typed("figure/tin_tong/amount", "60");
    let path = filled.desk.path_of("ban-1.txt");
    filled.desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("it is written");
    let mut filled = at(filled, 9);
    assert!(changes(&filled, None).contains("Không có thay đổi"));
    filled.desk.typed("figure/tin_tong/amount", "63");
    filled.desk.typed("figure/tin_tong/comment", "thêm 3 tin của xã báo muộn");
    let unit = filled.units[1].clone();
    filled.desk.app.set_cell(&query(2022, "people"), &unit, "tin_gia_tri", "13").expect("taken");
    let text = changes(&filled, Some("ban-1.txt"));
    let lines: Vec<&str> = text.lines().collect();
    let row = |label: &str| {
        let at = lines.iter().position(|line| line.contains(label));
        lines[at.unwrap_or_else(|| panic!("{label} in {text}"))..].to_vec()
    };
    let figure = row("Nguồn tin Nhân dân cung cấp");
    assert_eq!(figure[1..5], ["60", "63", "người sửa", "06/01/2026 09:00"]);
    assert_eq!(figure[5], "thêm 3 tin của xã báo muộn");
    assert_eq!(row(&name)[1..4], ["31", "13", "người sửa"]);
    let unknown =
        Request { since: Some("ban-9".to_owned()), ..Request::of(DocumentStyle::Changes) };
    assert!(filled.desk.app.compose(&unknown).is_err(), "no such draft");
}

#[test]
fn the_list_of_changes_keeps_what_makes_a_number_less_than_exact() {
    let (mut filled, name) = with_a_slip();
    let unit = filled.units[1].clone();
    let set = |filled: &mut Filled, text: &str| {
        filled.desk.app.set_cell(&query(2022, "people"), &unit, "tin_tong", text).expect("taken");
    };
    set(&mut filled, "gần 20");
    let path = filled.desk.path_of("ban-1.txt");
    filled.desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("it is written");
    let mut filled = at(filled, 9);
    let row = |filled: &Filled| {
        let text = changes(filled, None);
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = lines.iter().position(|it| it.contains(&name) && it.contains("Nguồn tin"));
        lines[at.unwrap_or_else(|| panic!("{name} in {text}"))..][1..3].to_vec()
    };
    for now in ["gần 30", "20", "hàng nghìn"] {
        set(&mut filled, now);
        assert_eq!(row(&filled), ["gần 20", now]);
    }
}

#[test]
fn what_was_changed_and_changed_back_is_no_change() {
    let (mut filled, _) = with_a_slip();
    filled.desk.typed("figure/tin_tong/amount", "60");
    let path = filled.desk.path_of("ban-1.txt");
    filled.desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("it is written");
    let mut filled = at(filled, 9);
    filled.desk.typed("figure/tin_tong/amount", "63");
    filled.desk.typed("figure/tin_tong/amount", "60");
    assert!(changes(&filled, None).contains("Không có thay đổi"));
}
