//! Indicators counted from awards.

use super::*;
use crate::count::Statement;
use crate::ledger::{Ledger, derive};
use std::collections::BTreeSet;

const CAT: &str = "Giám đốc Công an tỉnh";

fn of(awards: &[Award]) -> Ledger {
    derive(&Statement::of(awards, tables(), None), tables())
}

#[test]
fn every_indicator_of_awards_is_one_of_the_catalogue_and_the_other_way_round() {
    let catalogue = include_str!("../../../../../assets/catalogue/indicators.tsv");
    let codes = catalogue.lines().filter_map(|line| line.split('\t').next());
    let sums = ["kt_tong_luot", "kt_tien_thuong"];
    let listed: BTreeSet<&str> =
        codes.filter(|code| code.starts_with("kt_") && !sums.contains(code)).collect();
    assert_eq!(tables().indicators(), listed);
}

#[test]
fn counts_go_to_the_indicator_of_their_form_and_authority() {
    let day = day(2024, 1, 10);
    let mut listed = award(1, "giay_khen", CAT, day);
    listed.lines = vec![collective("Công an xã Mẫu"), person("Người Thứ Nhất", "")];
    let mut counted = award(2, "giay_khen", "Công an tỉnh", day);
    counted.shares = vec![share(&[Recipient::Person], 18)];
    let mut ministry = award(3, "bang_khen", "Bộ Công an", day);
    ministry.shares = vec![share(&[Recipient::Collective], 7)];
    let ledger = of(&[listed, counted, ministry]);
    let count = |code: &str, kind| {
        ledger.counts.get(&(code.to_owned(), BTreeSet::from([kind]))).map(|tally| tally.number)
    };
    assert_eq!(count("kt_gk_cat", Recipient::Person), Some(19), "two names of one authority");
    assert_eq!(count("kt_gk_cat", Recipient::Collective), Some(1));
    assert_eq!(count("kt_bk_bca", Recipient::Collective), Some(7));
    assert_eq!(ledger.unassigned, []);
}

#[test]
fn a_number_that_covers_several_is_kept_apart_and_not_divided() {
    let mut both = award(1, "giay_khen", CAT, day(2024, 1, 10));
    both.forms.push("bang_khen".to_owned());
    both.authorities.push("UBND tỉnh".to_owned());
    both.shares = vec![share(&[Recipient::Collective, Recipient::Person], 49)];
    let ledger = of(&[both]);
    assert!(ledger.counts.is_empty());
    assert_eq!(ledger.unassigned[0].1.number, 49);
}

#[test]
fn the_highest_form_is_presented_first() {
    let day = day(2026, 1, 10);
    let mut awards = [
        award(1, "giay_khen", CAT, day),
        award(2, "huan_chuong", "Chủ tịch nước", day),
        award(3, "co_thi_dua", "Bộ Công an", day),
    ];
    awards.sort_by_key(|it| tables().rank(it));
    assert_eq!(awards.map(|it| it.id), [2, 3, 1]);
}
