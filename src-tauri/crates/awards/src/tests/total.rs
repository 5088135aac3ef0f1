//! Money of whole awards and lists.

use super::*;
use crate::MoneyError;
use crate::total::{award_money, list_money, printed_differences};
use bc138_domain::{AwardObjects, Fixed, Revocation};

const CAT: &str = "Giám đốc Công an tỉnh";

fn dong(amount: i64) -> Fixed {
    Fixed::from_int(amount).unwrap()
}

#[test]
fn lines_make_the_sum_and_a_revoked_line_is_not_paid() {
    let mut award = award(1, "giay_khen", CAT, day(2026, 7, 1));
    award.lines = vec![
        collective("Công an xã Mẫu"),
        person("Người Thứ Nhất", ""),
        person("Người Thứ Hai", ""),
    ];
    let money = award_money(&award, tables(), &[]).unwrap();
    assert_eq!(money.total, dong(1_520_000 + 2 * 760_000));
    assert!(money.unconfirmed, "the collective's multiplier of 2025 was not read word for word");
    award.lines[2].revocation = Some(Revocation::default());
    assert_eq!(award_money(&award, tables(), &[]).unwrap().total, dong(1_520_000 + 760_000));
}

#[test]
fn counts_alone_make_the_same_sum_as_lines() {
    let mut counted = award(1, "bang_khen", "UBND tỉnh Mẫu", day(2024, 8, 1));
    counted.shares = vec![share(&[Recipient::Collective], 1), share(&[Recipient::Person], 1)];
    let mut listed = counted.clone();
    listed.lines = vec![collective("Công an xã Mẫu"), person("Người Thứ Nhất", "")];
    listed.shares = Vec::new();
    let total = |award: &Award| award_money(award, tables(), &[]).unwrap().total;
    assert_eq!(total(&counted), total(&listed));
}

#[test]
fn what_cannot_be_paid_out_says_why() {
    let base = award(1, "giay_khen", CAT, day(2026, 7, 1));
    let of = |award: &Award| award_money(award, tables(), &[]).unwrap_err();
    let one = vec![share(&[Recipient::Person], 1)];
    let with = |change: fn(&mut Award)| {
        let mut award = Award { shares: one.clone(), ..base.clone() };
        change(&mut award);
        of(&award)
    };
    assert_eq!(with(|it| it.decision_date = None), MoneyError::NoDecisionDate);
    assert_eq!(with(|it| it.forms.push("bang_khen".to_owned())), MoneyError::SeveralForms);
    let many = with(|it| it.authorities.push("UBND tỉnh".to_owned()));
    assert!(matches!(many, MoneyError::UnknownAuthority(names) if names.len() == 2));
    let nobody = with(|it| it.authorities = vec!["các cấp".to_owned()]);
    assert!(matches!(nobody, MoneyError::UnknownAuthority(_)));
    let merged = with(|it| it.shares = vec![share(&[Recipient::Collective, Recipient::Person], 9)]);
    assert_eq!(merged, MoneyError::MergedRecipients);
    let words = with(|it| it.shares[0].count = None);
    assert_eq!(words, MoneyError::Uncounted);
}

#[test]
fn badges_counted_as_things_went_to_as_many_persons() {
    let mut badges = award(1, "ky_niem_chuong", "Bộ Công an", day(2026, 7, 1));
    let noun = "Kỷ niệm chương".to_owned();
    badges.objects = Some(AwardObjects { count: Some(87), words: None, noun });
    let settings = [set("award.coefficient.ky_niem_chuong.bo_truong_bca.person", "0,6")];
    let money = award_money(&badges, tables(), &settings).unwrap();
    assert_eq!((money.parts[0].recipient, money.parts[0].count), (Recipient::Person, 87));
    assert_eq!(money.total, dong(87 * 1_520_000));
    let mut medals = award(2, "huan_chuong", "Chủ tịch nước", day(2026, 7, 1));
    medals.objects.clone_from(&badges.objects);
    assert_eq!(award_money(&medals, tables(), &[]), Err(MoneyError::MergedRecipients));
}

#[test]
fn a_list_adds_what_counts_and_names_what_it_lacks() {
    let one = vec![share(&[Recipient::Person], 1)];
    let paid = Award { shares: one.clone(), ..award(1, "giay_khen", CAT, day(2026, 7, 1)) };
    let part = Award { id: 2, subset_of: Some(1), ..paid.clone() };
    let revoked = Award { id: 3, revoked: true, ..paid.clone() };
    let undated = Award { id: 4, decision_date: None, ..paid.clone() };
    let list = list_money(&[paid, part, revoked, undated], tables(), &[]);
    assert_eq!(list.total, Some(dong(760_000)), "one award counts");
    assert_eq!(list.missing, [(4, MoneyError::NoDecisionDate)]);
}

#[test]
fn a_printed_amount_that_differs_is_told_and_never_changed() {
    let mut award = award(1, "giay_khen", CAT, day(2025, 1, 1));
    award.lines = vec![person("Người Thứ Nhất", ""), person("Người Thứ Hai", "")];
    award.lines[0].money_printed = Some(dong(702_000));
    award.lines[1].money_printed = Some(dong(710_000));
    let found = printed_differences(&award, tables(), &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].line, found[0].printed, found[0].computed),
        (0, dong(702_000), dong(710_000))
    );
}
