//! Counts and their reconciliation.

use super::*;
use crate::count::{Difference, Statement, excesses, reconcile};
use bc138_domain::AwardObjects;
use proptest::prelude::*;

const CAT: &str = "Giám đốc Công an tỉnh";
const BOTH: [Recipient; 2] = [Recipient::Collective, Recipient::Person];

fn paper(id: i32, shares: Vec<Share>) -> Award {
    Award { shares, ..award(id, "giay_khen", CAT, day(2024, 1, 10)) }
}

fn of(awards: &[Award]) -> Statement {
    Statement::of(awards, tables(), None)
}

#[test]
fn lines_win_over_a_typed_count_and_the_difference_is_told() {
    let mut award = paper(1, vec![share(&[Recipient::Person], 3)]);
    award.lines = vec![person("Người Thứ Nhất", ""), person("Người Thứ Hai", "")];
    let awards = [award];
    assert_eq!(of(&awards).total(), (2, 0));
    let typed = Statement::typed(&awards, tables(), None);
    let listed = Statement::listed(&awards, tables(), None);
    let found = reconcile(&typed, &listed);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].first[0].1.number, found[0].second[0].1.number), (3, 2));
}

#[test]
fn a_merged_number_agrees_with_its_parts() {
    let merged = of(&[paper(1, vec![share(&BOTH, 207)])]);
    let parts = |persons| {
        of(&[paper(
            1,
            vec![share(&[Recipient::Collective], 150), share(&[Recipient::Person], persons)],
        )])
    };
    assert_eq!(reconcile(&merged, &parts(57)), []);
    let found = reconcile(&merged, &parts(58));
    assert_eq!((found.len(), found[0].second.len()), (1, 2), "all three cells are told together");
}

#[test]
fn a_difference_is_told_by_form_authority_and_recipient() {
    let text = of(&[
        paper(1, vec![share(&[Recipient::Collective], 26), share(&[Recipient::Person], 19)]),
        Award {
            shares: vec![share(&[Recipient::Collective], 9)],
            ..award(2, "bang_khen", "UBND tỉnh", day(2024, 1, 10))
        },
    ]);
    let list = of(&[
        paper(1, vec![share(&[Recipient::Collective], 26), share(&[Recipient::Person], 18)]),
        Award {
            shares: vec![share(&[Recipient::Collective], 9)],
            ..award(2, "bang_khen", "Chủ tịch UBND tỉnh Mẫu", day(2024, 1, 10))
        },
    ]);
    let found = reconcile(&text, &list);
    assert_eq!(found.len(), 1, "the same authority under two names is one: {found:?}");
    let (cell, tally) = &found[0].first[0];
    assert!(cell.forms.contains("giay_khen") && cell.authorities.contains("giam_doc_cat"));
    assert_eq!((cell.recipients.first(), tally.number), (Some(&Recipient::Person), 19));
}

#[test]
fn a_headline_is_compared_with_the_sum_of_everything() {
    let mut headline = award(9, "khen_thuong", "các cấp", day(2017, 3, 8));
    headline.headline = true;
    headline.shares = vec![share(&BOTH, 207)];
    let awards = [
        headline,
        paper(1, vec![share(&[Recipient::Collective], 26)]),
        Award { subset_of: Some(1), ..paper(2, vec![share(&[Recipient::Collective], 3)]) },
        Award { revoked: true, ..paper(3, vec![share(&[Recipient::Person], 100)]) },
    ];
    assert_eq!(of(&awards).total(), (26, 0), "share, headline and revoked are not added");
    let headlines = Statement::headlines(&awards, tables(), None);
    let found = reconcile(&headlines, &of(&awards));
    assert_eq!((found.len(), found[0].first[0].1.number), (1, 207));
}

#[test]
fn words_agree_with_any_number_beyond_what_is_numbered() {
    let mut many = share(&BOTH, 0);
    (many.count, many.words) = (None, Some("nhiều".to_owned()));
    let words = of(&[paper(1, vec![many])]);
    assert_eq!(words.total(), (0, 1));
    assert_eq!(reconcile(&words, &of(&[paper(1, vec![share(&[Recipient::Person], 4)])])), []);
    let nothing = reconcile(&words, &of(&[]));
    assert_eq!(nothing.len(), 1, "“nhiều” against nothing is a difference");
}

#[test]
fn things_are_counted_as_their_recipients() {
    let mut badges = award(1, "ky_niem_chuong", "Bộ Công an", day(2024, 1, 10));
    let noun = "Kỷ niệm chương".to_owned();
    badges.objects = Some(AwardObjects { count: Some(87), words: None, noun });
    let persons =
        Award { objects: None, shares: vec![share(&[Recipient::Person], 87)], ..badges.clone() };
    assert_eq!(reconcile(&of(&[badges]), &of(&[persons])), []);
}

#[test]
fn a_share_larger_than_its_whole_is_told_by_kind() {
    let whole = paper(1, vec![share(&[Recipient::Collective], 26), share(&[Recipient::Person], 1)]);
    let part = |persons| Award {
        subset_of: Some(1),
        ..paper(2, vec![share(&[Recipient::Collective], 3), share(&[Recipient::Person], persons)])
    };
    assert_eq!(excesses(&[whole.clone(), part(1)]), []);
    let found = excesses(&[whole.clone(), part(2)]);
    assert_eq!(found.len(), 1, "2 of 27 in all, but 2 of 1 person");
    assert_eq!((found[0].share, found[0].total), (2, 1));
    let mut merged = whole;
    merged.shares = vec![share(&BOTH, 27)];
    assert_eq!(excesses(&[merged, part(2)]), []);
}

fn any_award() -> impl Strategy<Value = Award> {
    let forms = prop::sample::subsequence(
        vec!["bang_khen", "giay_khen", "co_thi_dua", "khen_thuong"],
        0..3,
    );
    let authorities = prop::sample::subsequence(vec!["UBND tỉnh", CAT, "các cấp"], 0..3);
    let kinds = prop::sample::subsequence(Recipient::ALL.to_vec(), 1..=3);
    let shares = prop::collection::vec((kinds, prop::option::of(1..500)), 0..4);
    (1..50, forms, authorities, shares).prop_map(|(id, forms, authorities, shares)| Award {
        id,
        forms: forms.into_iter().map(str::to_owned).collect(),
        authorities: authorities.into_iter().map(str::to_owned).collect(),
        shares: shares
            .into_iter()
            .map(|(kinds, count)| Share { count, ..share(&kinds, 0) })
            .collect(),
        ..Award::default()
    })
}

proptest! {
    #[test]
    fn a_statement_agrees_with_itself_in_any_order(
        awards in prop::collection::vec(any_award(), 0..12).prop_shuffle(),
    ) {
        let mut sorted = awards.clone();
        sorted.sort_by_key(|it| it.id);
        let (a, b) = (of(&awards), of(&sorted));
        prop_assert_eq!(&a, &b, "the order of awards does not matter");
        prop_assert_eq!(reconcile(&a, &b), vec![]);
    }

    #[test]
    fn lines_agree_with_the_counts_that_were_typed_from_them(
        kinds in prop::collection::vec(prop::sample::select(Recipient::ALL.to_vec()), 1..20),
    ) {
        let mut award = paper(1, Vec::new());
        award.lines = kinds.into_iter().map(|kind| AwardLine::new(kind, "x")).collect();
        award.shares = award.counts();
        let awards = [award];
        let typed = Statement::typed(&awards, tables(), None);
        prop_assert_eq!(reconcile(&typed, &Statement::listed(&awards, tables(), None)), vec![]);
    }

    #[test]
    fn a_difference_is_one_from_both_sides(
        left in prop::collection::vec(any_award(), 0..6),
        right in prop::collection::vec(any_award(), 0..6),
    ) {
        let (left, right) = (of(&left), of(&right));
        let turned = reconcile(&right, &left);
        let found = reconcile(&left, &right);
        prop_assert_eq!(found.len(), turned.len());
        let mirrored = |it: &Difference| {
            turned.iter().any(|other| it.first == other.second && it.second == other.first)
        };
        let all = found.iter().all(mirrored);
        prop_assert!(all);
    }

    #[test]
    fn one_more_without_words_is_always_a_difference(
        awards in prop::collection::vec(any_award(), 1..8),
    ) {
        let awards: Vec<Award> = awards
            .into_iter()
            .map(|mut it| {
                it.shares.iter_mut().for_each(|share| share.count = Some(share.count.unwrap_or(1)));
                it
            })
            .collect();
        let mut more = awards.clone();
        more[0].shares.push(share(&[Recipient::Person], 1));
        prop_assert!(!reconcile(&of(&awards), &of(&more)).is_empty());
    }
}
