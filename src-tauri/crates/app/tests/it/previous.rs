//! Last year's value beside each field, and the change against it.

use crate::desk::with_dossier;
use bc138_app::view::{Comparison, Direction};

#[test]
fn the_year_before_stands_beside_the_field_with_the_change() {
    let mut desk = with_dossier(2021);
    desk.typed("figure/at_kdc/amount", "1.640/1.720");
    desk.typed("figure/phat_dong_cuoc/amount", "40");
    desk.typed("figure/mh_lien_ket/amount", "66");
    desk.typed("figure/clb/amount", "hàng chục");
    desk.create(2022);
    desk.typed("figure/at_kdc/amount", "1.686/1.727");
    desk.typed("figure/phat_dong_cuoc/amount", "32");
    desk.typed("figure/mh_lien_ket/amount", "66");

    let row = desk.row("figure/at_kdc");
    assert_eq!(row.previous.as_deref(), Some("1.640/1.720"));
    assert_eq!(row.rate.as_deref(), Some("97,6%"));
    let change = row.comparison.expect("two shares can be compared");
    // 97,6 − 95,3: shares are compared as they are printed.
    assert_eq!((change.text.as_str(), change.direction), ("2,3 điểm %", Direction::Up));

    let row = desk.row("figure/phat_dong_cuoc");
    assert_eq!(row.previous.as_deref(), Some("40"));
    assert_eq!(row.comparison, Some(comparison("8", Direction::Down)));
    let row = desk.row("figure/mh_lien_ket");
    assert_eq!(row.comparison.map(|change| change.direction), Some(Direction::Same));
    let row = desk.row("figure/at_xa");
    assert_eq!((row.previous, row.comparison), (None, None), "nothing was known then");
}

fn comparison(text: &str, direction: Direction) -> Comparison {
    Comparison { text: text.to_owned(), direction }
}

#[test]
fn only_the_equal_window_before_of_the_same_province_is_last_years() {
    let mut desk = with_dossier(2020);
    desk.typed("figure/at_kdc/amount", "1/2");
    desk.create(2022);
    assert_eq!(desk.row("figure/at_kdc").previous, None, "two years ago is not last year");
    desk.app.load_sample("tuyen-quang-2023").expect("another province");
    assert_eq!(desk.row("figure/at_kdc").previous, None, "another province is not compared");
}

#[test]
fn what_cannot_be_compared_shows_only_what_was() {
    let mut desk = with_dossier(2021);
    desk.typed("figure/phat_dong_cuoc/amount", "hàng chục");
    desk.create(2022);
    desk.typed("figure/phat_dong_cuoc/amount", "32");
    let row = desk.row("figure/phat_dong_cuoc");
    assert_eq!(row.previous.as_deref(), Some("hàng chục"));
    assert_eq!(row.comparison, None, "words and a number have no difference");
}

#[test]
fn the_open_dossier_and_its_field_are_there_again_after_reopening() {
    let mut desk = with_dossier(2021);
    let first = desk.app.current();
    desk.create(2022);
    desk.app.open_dossier(first.expect("it is open")).expect("it opens");
    desk.app.remember_place(3, Some("figure/at_xa/amount")).expect("kept");
    let desk = desk.reopen();
    assert_eq!(desk.app.current(), first, "the dossier that was open, not the newest");
    let place = desk.app.desk(false).expect("drawn").place.expect("the place is known");
    assert_eq!((place.step, place.key.as_deref()), (3, Some("figure/at_xa/amount")));
}
