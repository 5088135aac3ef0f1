//! The frame says what it was given in the form of the decree, and leaves open what it was not.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn text(block: &Block) -> Vec<String> {
    block.paragraphs().into_iter().map(Paragraph::plain_text).collect()
}

#[test]
fn the_head_has_both_sides_and_gaps_for_what_is_not_known() {
    let known = Head {
        parent: Some("UBND tỉnh Mẫu".to_owned()),
        agency: Some("Ban Chỉ đạo 138".to_owned()),
        number: Some("5".to_owned()),
        symbol: Some("BC-BCĐ".to_owned()),
        about: None,
        place: Some("Mẫu".to_owned()),
        date: Some(day(2023, 6, 5)),
    };
    assert_eq!(
        text(&head(&known)),
        [
            "UBND TỈNH MẪU",
            "BAN CHỈ ĐẠO 138",
            words::NATION,
            words::MOTTO,
            "Số: 05/BC-BCĐ",
            "Mẫu, ngày 05 tháng 6 năm 2023"
        ]
    );
    let blank = text(&head(&Head::default()));
    assert!(blank.contains(&"Số: ……/……".to_owned()), "{blank:?}");
    assert!(blank.contains(&"……, ngày …… tháng …… năm ……".to_owned()), "{blank:?}");
}

#[test]
fn a_letter_says_what_it_is_about_under_its_number() {
    let letter = Head { about: Some("rà soát số liệu".to_owned()), ..Head::default() };
    assert_eq!(text(&head(&letter))[4], "V/v rà soát số liệu");
}

#[test]
fn the_room_for_the_signature_stands_above_the_office_and_the_name() {
    let block = signature(&Signature {
        authority: "TM. BAN CHỈ ĐẠO".to_owned(),
        role: "TRƯỞNG BAN".to_owned(),
        post: Some("Chủ tịch UBND tỉnh".to_owned()),
        name: None,
        recipients: vec!["Bộ Công an".to_owned(), "Lưu: VT".to_owned()],
    });
    let lines = text(&block);
    assert_eq!(lines[..3], ["Nơi nhận:", "Bộ Công an;", "Lưu: VT."]);
    assert_eq!(lines[3..], ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH", "……"]);
}

#[test]
fn addressees_are_one_line_or_a_list() {
    let of = |to: &[&str]| {
        let to: Vec<String> = to.iter().map(|it| (*it).to_owned()).collect();
        addressees(&to).iter().flat_map(text).collect::<Vec<_>>()
    };
    assert!(of(&[]).is_empty());
    assert_eq!(of(&["Bộ Công an"]), ["Kính gửi: Bộ Công an."]);
    assert_eq!(of(&["A", "B"]), ["Kính gửi:", "- A;", "- B."]);
}

#[test]
fn a_single_annex_has_no_number() {
    let annex =
        |number| AnnexHead { number, title: "Số liệu".to_owned(), reference: Vec::new() };
    let first = |number| text(&annex_head(&annex(number))[0]).remove(0);
    assert_eq!(first(None), "Phụ lục");
    assert_eq!(first(Some(4)), "Phụ lục IV");
}

#[test]
fn points_go_through_the_vietnamese_alphabet() {
    let letters: Vec<String> = (1..=7).map(point_letter).collect();
    assert_eq!(letters, ["a", "b", "c", "d", "đ", "e", "g"]);
    let many: BTreeSet<String> = (1..=60).map(point_letter).collect();
    assert_eq!(many.len(), 60, "no two points have the same letter");
}

proptest! {
    /// The decree wants the zero before days 1–9 and months 1–2, and nowhere else.
    #[test]
    fn zeros_stand_exactly_where_the_decree_wants_them(
        year in 1945_i32..2200, month in 1_u32..=12, of_month in 1_u32..=28,
    ) {
        let printed = long_date(day(year, month, of_month));
        let numbers: Vec<&str> =
            printed.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
        prop_assert_eq!(numbers[0].starts_with('0'), of_month < 10);
        prop_assert_eq!(numbers[1].starts_with('0'), month < 3);
        let read: Vec<u32> = numbers.iter().map(|it| it.parse().unwrap()).collect();
        prop_assert_eq!(read, vec![of_month, month, u32::try_from(year).unwrap()]);
    }

    /// Roman figures read back give the number.
    #[test]
    fn roman_figures_read_back(number in 1_usize..4000) {
        let value = |c| match c {
            'M' => 1000, 'D' => 500, 'C' => 100, 'L' => 50, 'X' => 10, 'V' => 5, _ => 1_usize,
        };
        let values: Vec<usize> = roman(number).chars().map(value).collect();
        let mut sum = 0_usize;
        for (i, value) in values.iter().enumerate() {
            let smaller = values.get(i + 1).is_some_and(|next| value < next);
            if smaller { sum = sum.wrapping_sub(*value) } else { sum = sum.wrapping_add(*value) }
        }
        prop_assert_eq!(sum, number);
    }
}
