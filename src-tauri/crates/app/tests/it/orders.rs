//! What is ordered at the reports desk: a kind of document asks for what it uses and for nothing
//! else, and a new order begins where the last one ended.

use crate::desk::{Desk, assert_message, sample};
use crate::truth::with_units;
use bc138_app::vi::messages::failure;
use bc138_app::view::{
    DocumentDesk, DocumentOrder, LensChoice, OrderField, RecipientKind, TypedAwardLine,
};
use bc138_app::{AppError, DocumentStyle, Request};
use bc138_report::Section;
use chrono::NaiveDate;

/// A sample with numbers of units and a written document that no longer holds, so that every kind
/// has something to say.
fn with_draft() -> Desk {
    let mut desk = with_units();
    let path = desk.path_of("ban-thao.pdf");
    desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("written");
    desk.typed("figure/at_kdc/amount", "1.680/1.727");
    desk.typed("figure/tin_tong/amount", "1.980");
    let award = offered(&mut desk).awards[0].value.parse().expect("an id");
    let listed = TypedAwardLine::new(RecipientKind::Collective, "Công an xã Mẫu Một");
    desk.app.put_award_line(award, None, &listed).expect("listed");
    desk
}

fn offered(desk: &mut Desk) -> DocumentDesk {
    desk.app.document_desk().expect("listed")
}

fn sections(desk: &Desk, order: &DocumentOrder) -> Vec<Section> {
    let request = order.request().expect("the order can be read");
    desk.app.compose(&request).expect("composed").sections
}

/// An order of a kind for one unit, so that there is a letter.
fn plain(style: DocumentStyle, offered: &DocumentDesk) -> Request {
    let unit = (style == DocumentStyle::UnitLetter).then(|| offered.units[0].value.clone());
    Request { unit, ..Request::of(style) }
}

/// Borders after the rearrangement of 2025.
fn later() -> LensChoice {
    LensChoice::On { day: "15/11/2025".to_owned() }
}

fn with(field: OrderField, style: DocumentStyle, offered: &DocumentDesk) -> Request {
    let plain = plain(style, offered);
    let award = offered.awards.last().and_then(|award| award.value.parse().ok());
    match field {
        OrderField::Number => Request { number: Some("77".to_owned()), ..plain },
        OrderField::Dated => Request { dated: NaiveDate::from_ymd_opt(2023, 2, 9), ..plain },
        OrderField::Award => Request { award, ..plain },
        OrderField::Approximate => Request { approximate: true, ..plain },
        OrderField::Test => Request { test: true, ..plain },
        OrderField::Lens => Request { lens: later(), ..plain },
        OrderField::Unit | OrderField::Since => plain,
    }
}

#[test]
fn a_kind_asks_for_exactly_what_changes_its_pages() {
    let mut desk = with_draft();
    let fields = [
        OrderField::Number,
        OrderField::Dated,
        OrderField::Award,
        OrderField::Approximate,
        OrderField::Test,
        OrderField::Lens,
    ];
    let offered = offered(&mut desk);
    for kind in &offered.kinds {
        let style = DocumentStyle::of(&kind.order.style).expect("a style");
        let composed = |request| desk.app.compose(&request).expect("composed").sections;
        let unchanged = composed(plain(style, &offered));
        for field in fields {
            let changed = composed(with(field, style, &offered)) != unchanged;
            assert_eq!(kind.asks.contains(&field), changed, "{}: {field:?}", kind.title);
        }
    }
}

#[test]
fn what_a_kind_does_not_ask_for_does_not_reach_it() {
    let typed = DocumentOrder {
        style: "briefing".to_owned(),
        number: "77".to_owned(),
        dated: "hôm qua".to_owned(),
        unit: "X1".to_owned(),
        test: true,
        lens: later(),
        ..DocumentOrder::default()
    };
    let request = typed.request().expect("a text of another kind is no fault");
    assert_eq!(request, Request::of(DocumentStyle::Briefing));
}

#[test]
fn the_next_order_of_a_kind_begins_as_the_last_one_was() {
    let mut desk = with_draft();
    let style = "official-report".to_owned();
    let (number, dated) = ("12".to_owned(), "09/02/2023".to_owned());
    let lens = later();
    let order = DocumentOrder { style, number, dated, lens, ..DocumentOrder::default() };
    let path = desk.path_of("bao-cao.docx");
    desk.app.save(&order.request().expect("it can be read"), &path).expect("written");
    let mut desk = desk.reopen();
    for kind in offered(&mut desk).kinds {
        let is_last = kind.order.style == order.style;
        assert_eq!(kind.order == order, is_last, "{}", kind.title);
        assert!(is_last || kind.order.number.is_empty(), "{}: a number is used once", kind.title);
    }
}

#[test]
fn borders_are_asked_for_only_where_units_have_numbers() {
    let asked = |desk: &mut Desk| {
        offered(desk).kinds.iter().any(|kind| kind.asks.contains(&OrderField::Lens))
    };
    assert!(asked(&mut with_units()));
    assert!(!asked(&mut sample("lang-son-2022")), "figures of the province stand on no borders");
}

#[test]
fn the_borders_of_today_are_offered_again_as_those_of_the_next_day() {
    let mut desk = with_draft();
    let (style, lens) = ("annex".to_owned(), LensChoice::Today);
    let order = DocumentOrder { style, lens, ..DocumentOrder::default() };
    let path = desk.path_of("phu-luc.pdf");
    desk.app.save(&order.request().expect("it can be read"), &path).expect("written");
    let kept = desk.facts(&path)["request"]["lens"]["kind"].clone();
    assert_eq!(kept, "on", "the file stays on the borders of its own day");
    let kinds = offered(&mut desk).kinds.into_iter();
    let annex = kinds.map(|kind| kind.order).find(|order| order.style == "annex");
    assert_eq!(annex, Some(order));
}

#[test]
fn units_awards_and_written_documents_are_offered_by_name() {
    let mut desk = with_draft();
    let offered = offered(&mut desk);
    assert!(offered.units.iter().any(|unit| unit.label.contains("Hữu Lũng")));
    for award in &offered.awards {
        let (style, award) = ("award-decision".to_owned(), award.value.clone());
        let order = DocumentOrder { style, award, ..DocumentOrder::default() };
        assert!(!sections(&desk, &order).is_empty(), "what is offered can be made");
    }
    assert!(offered.awards.len() > 1, "the sample has several decisions");
    assert!(offered.written[0].label.starts_with("ban-thao.pdf"), "{:?}", offered.written);
}

#[test]
fn an_order_that_cannot_be_read_is_refused_in_words() {
    let order = |style: &str, dated: &str| DocumentOrder {
        style: style.to_owned(),
        dated: dated.to_owned(),
        ..DocumentOrder::default()
    };
    let unknown = order("thong-bao", "").request().expect_err("no such kind");
    assert!(matches!(unknown, AppError::NoSuchStyle(_)), "{unknown:?}");
    let day = order("official-report", "31/02/2023").request().expect_err("no such day");
    for error in [unknown, day] {
        assert_message(&failure(&error));
    }
}
