//! Where a figure stands: windows, places, wholes and parts, merged kinds, what is said in one
//! breath.

use super::sentences::assert_sentences;
use super::{dossier, figure, press, ratio};
use bc138_domain::amount::Amount;
use bc138_domain::{
    DossierPart, Figure, Fixed, Indicator, Qualifier, Scope, State, Window, Wording,
};
use std::collections::{BTreeMap, BTreeSet};

/// The text of a dossier with these figures, all of whose sentences are whole.
fn told(figures: Vec<Figure>) -> String {
    let press = press();
    let part = DossierPart { figures, ..dossier() };
    assert_sentences(&press.print(&part));
    press.text(&part)
}

fn in_window(label: &str, figure: Figure) -> Figure {
    Figure { window: Window::named(label), ..figure }
}

fn at(name: &str, figure: Figure) -> Figure {
    Figure { scope: Scope::Unit { name: name.to_owned() }, ..figure }
}

fn part_of(whole: i32, figure: Figure) -> Figure {
    Figure { part_of: Some(whole), ..figure }
}

fn worded(words: [Option<&str>; 3], figure: Figure) -> Figure {
    let [lead, noun, tail] = words.map(|word| word.map(str::to_owned));
    Figure { wording: Wording { lead, noun, tail, ..figure.wording.clone() }, ..figure }
}

#[test]
fn a_window_of_its_own_opens_a_sentence_of_its_own() {
    for (label, opening) in [
        ("giai đoạn 2011-2015", "Trong giai đoạn 2011-2015, toàn tỉnh có 5 câu lạc bộ."),
        ("đến năm 2025", "Đến năm 2025, toàn tỉnh có 5 câu lạc bộ."),
        ("hiện nay", "Hiện nay, toàn tỉnh có 5 câu lạc bộ."),
        ("10 năm", "Trong 10 năm, toàn tỉnh có 5 câu lạc bộ."),
        ("6 tháng đầu năm 2022", "Trong 6 tháng đầu năm 2022, toàn tỉnh có 5 câu lạc bộ."),
        ("Tính đến 15/11/2022", "Tính đến 15/11/2022, toàn tỉnh có 5 câu lạc bộ."),
    ] {
        let text = told(vec![figure(1, "to_tu_quan", 9), in_window(label, figure(2, "clb", 5))]);
        assert_eq!(text, format!("Trong năm 2022, toàn tỉnh có 9 tổ tự quản. {opening}"));
    }
}

#[test]
fn a_window_known_by_its_days_is_said_with_them() {
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d);
    for (from, to, said) in [
        (day(2011, 1, 1), day(2015, 12, 31), "Trong giai đoạn 2011-2015"),
        (day(2021, 1, 1), day(2021, 12, 31), "Trong năm 2021"),
        (day(2020, 11, 16), day(2021, 11, 15), "Trong năm 2021"),
        (day(2022, 3, 1), day(2022, 5, 31), "Từ 01/03/2022 đến 31/05/2022"),
        (day(2022, 3, 1), None, "Từ 01/03/2022"),
        (None, day(2022, 5, 31), "Đến 31/05/2022"),
    ] {
        let window = Window { from, to, label: None };
        let text = told(vec![Figure { window, ..figure(1, "clb", 5) }]);
        assert_eq!(text, format!("{said}, toàn tỉnh có 5 câu lạc bộ."));
    }
}

#[test]
fn the_dossiers_own_window_in_other_words_opens_no_second_sentence() {
    let same = Figure { window: Window::named("Năm 2022"), ..figure(2, "clb", 5) };
    let text = told(vec![figure(1, "to_tu_quan", 9), same]);
    assert_eq!(text, "Trong năm 2022, toàn tỉnh có 5 câu lạc bộ và 9 tổ tự quản.");
}

#[test]
fn a_place_of_its_own_is_named() {
    let text = told(vec![
        ratio(1, "at_xa", 173, 181),
        at("huyện Mẫu", ratio(2, "at_xa", 9, 10)),
        Figure {
            scope: Scope::Set { name: "các xã biên giới".into() }, ..ratio(3, "at_xa", 4, 5)
        },
        Figure { scope: Scope::Country, ..ratio(4, "at_xa", 80, 100) },
        at("toàn tỉnh", ratio(5, "at_phuong", 4, 5)),
    ]);
    let standard = "đạt tiêu chuẩn “An toàn về ANTT”";
    assert_eq!(
        text,
        format!(
            "Trong năm 2022, toàn tỉnh có 173/181 xã và 4/5 phường {standard}. \
             Huyện Mẫu có 9/10 xã {standard}. Các xã biên giới có 4/5 xã {standard}. \
             Cả nước có 80/100 xã {standard}."
        )
    );
}

#[test]
fn who_acts_is_said_where_it_is_not_the_groups_own() {
    let mut alone = figure(1, "to_cong_tac", 47);
    alone.wording.subject = Some("Công an tỉnh".to_owned());
    let mut there = at("huyện Mẫu", figure(2, "to_cong_tac", 3));
    there.wording.subject = Some("Công an huyện".to_owned());
    let text = told(vec![alone, there]);
    assert!(text.starts_with("Trong năm 2022, Công an tỉnh đã thành lập 47 tổ công tác"), "{text}");
    assert!(text.contains("Tại huyện Mẫu, Công an huyện đã thành lập 3 tổ công tác"), "{text}");
}

#[test]
fn a_part_stands_inside_its_whole_and_nowhere_else() {
    let text = told(vec![
        figure(1, "tin_tong", 238),
        part_of(1, figure(2, "tin_thuoc_tq", 236)),
        part_of(
            2,
            worded([Some("đã giải quyết"), None, None], ratio(3, "tin_giai_quyet", 219, 236)),
        ),
        part_of(1, at("huyện Mẫu", figure(4, "tin_gia_tri", 7))),
    ]);
    assert_eq!(text.matches("trong đó").count(), 2, "{text}");
    let whole = text.find("238 nguồn tin (trong đó").expect("the whole carries its parts");
    let close = text.rfind(')').unwrap();
    for inside in ["236 tin thuộc thẩm quyền", "219/236", "huyện Mẫu"] {
        let at = text.find(inside).unwrap();
        assert!(whole < at && at < close, "{inside} stands inside: {text}");
    }
}

#[test]
fn what_the_catalogue_calls_a_part_is_told_as_one() {
    let text = told(vec![figure(1, "tin_tong", 9), figure(2, "tin_gia_tri", 6)]);
    assert_eq!(
        text,
        "Trong năm 2022, Nhân dân và các mô hình đã cung cấp cho lực lượng Công an 9 nguồn tin \
         (trong đó có 6 nguồn tin có giá trị)."
    );
    let apart = |other: Figure| told(vec![figure(1, "tin_tong", 9), other]);
    for other in [
        in_window("hằng năm", figure(2, "tin_gia_tri", 6)),
        at("huyện Mẫu", figure(2, "tin_gia_tri", 6)),
        ratio(2, "at_kdc", 6, 7),
    ] {
        let text = apart(other);
        assert!(!text.contains("trong đó"), "not of the same window, place or group: {text}");
    }
}

#[test]
fn a_part_without_a_printed_whole_stands_alone() {
    let unreported = Figure { state: State::NotReported, amount: None, ..figure(1, "tin_tong", 0) };
    let text = told(vec![unreported, part_of(1, figure(2, "tin_thuoc_tq", 236))]);
    assert_eq!(
        text,
        "Trong năm 2022, Nhân dân và các mô hình có 236 tin thuộc thẩm quyền giải quyết."
    );
    let circle = vec![part_of(2, figure(1, "clb", 5)), part_of(1, figure(2, "to_tu_quan", 9))];
    let text = told(circle);
    assert!(text.contains("5 câu lạc bộ") && text.contains("9 tổ tự quản"), "{text}");
    let lost = told(vec![part_of(77, figure(1, "clb", 5))]);
    assert_eq!(lost, "Trong năm 2022, toàn tỉnh có 5 câu lạc bộ.");
}

#[test]
fn merged_kinds_are_all_named() {
    let kinds = |names: &[&str]| {
        let names: BTreeSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
        BTreeMap::from([("kind".to_owned(), names)])
    };
    let merged =
        Figure { categories: kinds(&["làng", "xã"]), ..figure(1, "at_cong_nhan_moi", 147) };
    assert!(told(vec![merged]).contains("147 đơn vị lần đầu được công nhận (làng, xã)"));
    let named = Figure {
        categories: kinds(&["xã", "phường", "thị trấn"]),
        ..ratio(1, "at_cap_xa", 1, 2)
    };
    let text = told(vec![named]);
    assert!(text.contains("1/2 xã, phường, thị trấn đạt"), "the noun names them: {text}");
    let some = Figure { categories: kinds(&["xã", "phường"]), ..ratio(1, "at_cap_xa", 1, 2) };
    let text = told(vec![some]);
    assert!(text.contains("1/2 xã, phường, thị trấn (xã, phường) đạt"), "not all: {text}");
    let coded = BTreeMap::from([("subject".to_owned(), BTreeSet::from(["kdc".to_owned()]))]);
    let text = told(vec![Figure { categories: coded, ..figure(1, "at_cong_nhan_moi", 3) }]);
    assert!(text.contains("(khu dân cư)"), "a code is printed by its name: {text}");
}

#[test]
fn grades_stand_behind_what_is_graded() {
    let graded = |id, count, grade: &str| {
        let grades = BTreeSet::from([grade.to_owned()]);
        let categories = BTreeMap::from([("grade".to_owned(), grades)]);
        let noun = [None, Some("khu dân cư"), None];
        worded(noun, Figure { categories, ..figure(id, "pl_kdc", count) })
    };
    let mut best = graded(1, 845, "xuat_sac");
    best.wording.rate = Some("trên 96%".to_owned());
    let text = told(vec![best, graded(2, 30, "kha"), graded(3, 4, "Trung bình")]);
    assert!(text.contains("845 khu dân cư xếp loại xuất sắc (trên 96%)"), "{text}");
    assert!(text.contains("30 khu dân cư xếp loại khá"), "{text}");
    assert!(text.contains("4 khu dân cư xếp loại trung bình"), "{text}");
    let kinds = BTreeMap::from([("kind".to_owned(), BTreeSet::from(["khá".to_owned()]))]);
    let noun = [None, Some("đơn vị"), None];
    let among = worded(noun, Figure { categories: kinds, ..figure(1, "pl_huyen", 5) });
    assert!(told(vec![among]).contains("5 đơn vị xếp loại khá"), "a grade among the kinds");
}

#[test]
fn neighbours_with_the_same_verb_share_it() {
    let kilos = Amount::Quantity { value: Fixed::from_thousandths(13_850), unit: "kg".into() };
    let lead = Some("vận động giao nộp");
    let pao = Figure { amount: Some(kilos), ..figure(3, "vk_phao", 0) };
    let text = told(vec![
        worded([lead, None, None], figure(1, "vk_sung", 3)),
        worded([lead, None, None], figure(2, "vk_dan", 176)),
        worded([lead, None, None], pao),
        worded([lead, Some("quả lựu đạn"), None], figure(4, "vk_luu_dan_bom", 1)),
    ]);
    assert_eq!(
        text,
        "Trong năm 2022, Nhân dân và các mô hình đã vận động giao nộp 3 khẩu súng các loại, 176 viên đạn, \
         1 quả lựu đạn và 13,85 kg pháo."
    );
}

#[test]
fn what_goes_with_a_figure_is_said_in_the_same_breath() {
    let money = Amount::Money { dong: Fixed::from_int(60_000_000).unwrap() };
    let mut cost = Figure { amount: Some(money), ..figure(3, "own_1", 0) };
    cost.qualifier = Some(Qualifier::Above);
    cost.wording.amount = Some("60 triệu đồng".to_owned());
    let press = press();
    let part = DossierPart {
        indicators: vec![Indicator { id: 1, ..Indicator::own(1, "models", "Tổng kinh phí") }],
        figures: vec![
            figure(1, "clb", 5),
            worded([None, Some("tổ liên gia"), None], figure(2, "to_lien_gia", 9)),
            part_of(2, worded([Some("với"), None, None], cost)),
            figure(4, "tt_buoi", 165),
            Figure { qualifier: Some(Qualifier::About), ..figure(5, "tt_luot_nguoi", 18_200) },
        ],
        ..dossier()
    };
    assert_sentences(&press.print(&part));
    let text = press.text(&part);
    assert!(text.contains("trực tiếp, thu hút khoảng 18.200 lượt người dự tuyên truyền"), "{text}");
    assert!(text.contains("9 tổ liên gia với tổng kinh phí trên 60 triệu đồng"), "{text}");
    let alone = told(vec![worded([Some("với"), None, None], figure(1, "clb", 5))]);
    assert_eq!(alone, "Trong năm 2022, toàn tỉnh có 5 câu lạc bộ.", "nothing to go with");
}

#[test]
fn a_measure_stands_before_its_amount() {
    let dong = Fixed::from_int(125_000_000).unwrap();
    let money = Figure { amount: Some(Amount::Money { dong }), ..figure(1, "kp_xa_hoi_hoa", 0) };
    assert!(told(vec![money]).contains("có kinh phí xã hội hóa 125.000.000 đồng."));
}

#[test]
fn nothing_occurred_is_a_clause_of_its_own() {
    let none = |id, code: &str| Figure { state: State::Zero, amount: None, ..figure(id, code, 0) };
    let text = told(vec![figure(1, "pphs_vu", 12), none(2, "ma_tuy_vu"), none(3, "chay_no")]);
    assert_eq!(
        text,
        "Trong năm 2022, toàn tỉnh có 12 vụ phạm tội về trật tự xã hội; không phát sinh vụ phạm \
         tội về ma túy; vụ cháy, nổ."
    );
}

#[test]
fn the_printed_form_is_printed() {
    let mut nine = figure(1, "clb", 9);
    nine.wording.amount = Some("09".to_owned());
    assert!(told(vec![nine]).contains("có 09 câu lạc bộ."));
}

#[test]
fn an_ending_of_its_own_does_not_mix_with_that_of_the_group() {
    let text = told(vec![
        ratio(1, "at_kdc", 8, 9),
        worded([None, None, Some("được công nhận lại")], ratio(2, "at_xa", 2, 3)),
        worded([Some("xây dựng được"), None, None], ratio(3, "at_phuong", 4, 5)),
    ]);
    assert_eq!(
        text,
        "Trong năm 2022, toàn tỉnh đã xây dựng được 4/5 phường đạt tiêu chuẩn “An toàn về ANTT”; \
         có 8/9 khu dân cư đạt tiêu chuẩn “An toàn về ANTT”; có 2/3 xã được công nhận lại."
    );
}

#[test]
fn figures_of_groups_and_indicators_that_no_template_knows_are_told_too() {
    use bc138_domain::catalogue::FieldGroup;
    let own = |number, group: &str, name: &str| Indicator {
        id: number,
        ..Indicator::own(number, group, name)
    };
    let press = press();
    let stray = worded([None, Some("lượt xem phóng sự"), None], figure(4, "gone", 3));
    let part = DossierPart {
        groups: vec![FieldGroup { id: 1, ..FieldGroup::own(1, 4, "Điểm sáng") }],
        indicators: vec![
            own(1, "own_group_1", "Điểm sáng pháp luật"),
            own(2, "", "Công an xã có trụ sở riêng"),
        ],
        figures: vec![figure(1, "own_1", 59), figure(2, "own_2", 5), figure(3, "kt_knc", 7), stray],
        ..dossier()
    };
    assert_sentences(&press.print(&part));
    let text = press.text(&part);
    for told in
        ["59 điểm sáng pháp luật", "5 Công an xã có trụ sở riêng", "7 ", "3 lượt xem phóng sự"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn a_commune_speaks_of_itself() {
    let press = press();
    let mut part = dossier();
    part.dossier.province = "Tân Mẫu".to_owned();
    part.dossier.province_type = "xã".to_owned();
    part.figures = vec![ratio(1, "at_kdc", 8, 9), at("xã Tân Mẫu", figure(2, "clb", 5))];
    let text = press.text(&part);
    assert!(text.contains("toàn xã có 8/9 khu dân cư") && !text.contains("tỉnh"), "{text}");
    assert!(text.contains("toàn xã có 5 câu lạc bộ"), "its own name is no other place: {text}");
}

#[test]
fn an_own_kind_with_its_own_unit_of_measure_is_told_by_its_name() {
    let kind = |code: &str, name: &str| bc138_domain::Category {
        id: 1,
        dimension: "don_vi_tinh".to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
        valid_from: None,
        valid_to: None,
    };
    let own =
        Indicator { unit: "kg, gói".to_owned(), ..Indicator::own(1, "models", "Thuốc nổ") };
    let of_kind = |id, value, code: &str| Figure {
        categories: [("don_vi_tinh".to_owned(), [code.to_owned()].into())].into(),
        ..figure(id, "own_1", value)
    };
    let part = DossierPart {
        figures: vec![of_kind(1, 3, "kg"), of_kind(2, 12, "goi")],
        categories: vec![kind("kg", "kg thuốc nổ"), kind("goi", "gói thuốc nổ")],
        indicators: vec![own],
        ..dossier()
    };
    let text = press().text(&part);
    assert!(text.contains("3 kg thuốc nổ") && text.contains("12 gói thuốc nổ"), "{text}");
}
