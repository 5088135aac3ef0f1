//! A list of recipients pasted from a table.

use super::{BCA, CAT};
use crate::desk::{assert_message, with_dossier};
use bc138_app::vi::messages::failure;

#[test]
fn a_list_is_pasted_whole_or_not_at_all() {
    let mut desk = with_dossier(2025);
    let award = desk.award("giay_khen", CAT, "10/01/2025");
    let head = "TT\tHọ và tên\tNăm sinh\tChức vụ, đơn vị công tác\tTiền thưởng\n";
    let rows = "I. TẬP THỂ\n1\tCông an xã Mẫu\t\txã Mẫu\t1.410.000\nII. CÁ NHÂN\n\
                1\tNguyễn Văn Mẫu\t1970\tTrưởng thôn, xã Mẫu\t710.000\n";
    for (bad, word) in [
        (format!("{head}{rows}2\tTrần Thị Mẫu\t70\txã Mẫu\t\n"), "Dòng 6 của khối · Năm sinh"),
        (format!("{head}1\tTrần Thị Mẫu\t\txã Mẫu\t\n"), "Dòng 2 của khối · Loại"),
        ("TT\tHọ và tên\tMàu áo\n1\tTrần Thị Mẫu\txanh\n".to_owned(), "Màu áo"),
        (" \n".to_owned(), "Khối dán"),
    ] {
        let refused = desk.app.paste_award_lines(award, &bad).expect_err("it is refused");
        let message = failure(&refused);
        assert_message(&message);
        assert!(message.contains(word), "“{word}”: {message}");
        assert!(desk.card(award).lines.is_empty(), "nothing of it is kept");
    }
    desk.app.paste_award_lines(award, &format!("{head}{rows}")).expect("it is taken");
    let card = desk.card(award);
    assert_eq!(card.counts, "1 tập thể, 1 cá nhân");
    let typed = &card.lines[1].typed;
    assert_eq!((typed.post.as_str(), typed.unit.as_str()), ("Trưởng thôn", "xã Mẫu"));
    assert_eq!(typed.birth_year, "1970");
    assert!(card.lines.iter().all(|line| line.message.is_none()), "the printed money agrees");
    desk.app.undo().expect("undo works");
    assert!(desk.card(award).lines.is_empty(), "one action, taken back");
}

#[test]
fn a_pasted_recipient_that_breaks_a_rule_is_named_with_its_row() {
    let mut desk = with_dossier(2025);
    let award = desk.award("co_thi_dua", BCA, "10/01/2025");
    let block = "I. TẬP THỂ\nCông an xã Mẫu\nII. CÁ NHÂN\nNguyễn Văn Mẫu\n";
    let message = failure(&desk.app.paste_award_lines(award, block).expect_err("it is refused"));
    assert_message(&message);
    assert!(message.contains("Dòng 4 của khối, Nguyễn Văn Mẫu"), "{message}");
    assert!(message.contains("Điều 26"), "{message}");
    desk.app.paste_award_lines(award, "Công an xã Mẫu\nUBND xã Mẫu\n").expect("collectives");
    assert_eq!(desk.card(award).counts, "2 tập thể", "a flag is for nobody else");
}
