//! What a figure, an award and a target say besides their number, typed field by field.

use crate::desk::{Desk, with_dossier};

fn offered(desk: &Desk, key: &str) -> Vec<String> {
    desk.field(key).choices.into_iter().map(|choice| choice.value).collect()
}

#[test]
fn an_indicator_takes_a_further_figure_for_another_place_or_window() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_xa/amount", "173/181");
    let step = desk.app.step(3).expect("drawn");
    let more: Vec<String> =
        step.groups.into_iter().flat_map(|group| group.optional).map(|it| it.value).collect();
    assert!(more.contains(&"at_xa:new".to_owned()), "a further one is offered: {more:?}");
    let key = desk.app.add_indicator("at_xa:new").expect("there is the indicator");
    assert_ne!(key, "figure/at_xa/amount");
    desk.typed(&key, "9/10");
    desk.typed(&key.replace("amount", "scope"), "huyện Mẫu");
    assert_eq!(desk.field("figure/at_xa/amount").text, "173/181", "the first is untouched");
    assert_eq!(desk.field(&key).text, "9/10");
    assert!(desk.printed().contains("Huyện Mẫu có 9/10 xã đạt tiêu chuẩn"));
    desk.app.undo().expect("undone");
    assert!(!desk.printed().contains("Huyện Mẫu"));
    for gone in ["figure/at_xa:99999/amount", "figure/nothing:new/amount", "figure/at_xa:x/amount"]
    {
        assert!(desk.app.set_field(gone, "1/2").is_err(), "{gone} names no field");
    }
}

#[test]
fn a_part_names_its_whole_and_never_itself() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/clb/amount", "7");
    desk.typed("figure/to_tu_quan/amount", "5");
    desk.typed("figure/to_hoa_giai/amount", "2");
    let choices = offered(&desk, "figure/to_tu_quan/part_of");
    assert!(choices.contains(&"clb".to_owned()) && !choices.contains(&"to_tu_quan".to_owned()));
    desk.typed("figure/to_tu_quan/part_of", "clb");
    desk.typed("figure/to_hoa_giai/part_of", "to_tu_quan");
    for (part, whole) in [("clb", "clb"), ("clb", "to_tu_quan"), ("clb", "to_hoa_giai")] {
        let key = format!("figure/{part}/part_of");
        let written = desk.app.set_field(&key, whole).expect("no failure");
        assert!(written.refusal.is_some(), "{part} is no part of {whole}");
    }
    let printed = desk.printed();
    assert!(
        printed.contains("7 câu lạc bộ (trong đó có 5 tổ tự quản, trong đó có 2 tổ hòa giải"),
        "{printed}"
    );
}

#[test]
fn a_printed_form_is_of_the_same_amount_and_goes_with_it() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/clb/amount", "2.000");
    desk.refused("figure/clb/printed", "2001");
    desk.typed("figure/clb/printed", "2000");
    assert!(desk.printed().contains("có 2000 câu lạc bộ."));
    desk.typed("figure/clb/amount", "2.001");
    assert!(desk.printed().contains("có 2.001 câu lạc bộ."), "a new amount drops the old form");
    desk.typed("figure/clb/amount", "05");
    assert_eq!(desk.field("figure/clb/amount").text, "05");
    assert!(desk.printed().contains("có 05 câu lạc bộ."));
}

#[test]
fn a_rate_is_a_percentage() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/at_kdc/amount", "845/879");
    desk.refused("figure/at_kdc/rate", "96");
    desk.typed("figure/at_kdc/rate", "trên 96%");
    assert!(desk.printed().contains("845/879 khu dân cư (trên 96%) đạt tiêu chuẩn"));
}

#[test]
fn a_dash_takes_the_catalogues_words_away() {
    let mut desk = with_dossier(2022);
    desk.typed("figure/mh_loai/amount", "12");
    assert!(desk.printed().contains("đã duy trì 12 mô hình"));
    desk.typed("figure/mh_loai/lead", "-");
    assert_eq!(desk.field("figure/mh_loai/lead").text, "-");
    assert!(desk.printed().contains("có 12 mô hình"));
    desk.typed("figure/mh_loai/lead", "");
    assert!(desk.printed().contains("đã duy trì 12 mô hình"), "the catalogue's words are back");
}

#[test]
fn a_target_keeps_the_words_of_its_amount() {
    let mut desk = with_dossier(2022);
    let key = desk.typed("target/new/text", "mô hình đạt chuẩn");
    let amount = key.replace("text", "amount");
    for (typed, printed) in [
        ("80%", "80%"),
        ("từ 80% trở lên", "từ 80% trở lên"),
        ("ít nhất 05", "ít nhất 05"),
        ("hơn 90%", "hơn 90%"),
        ("dưới 5%", "dưới 5%"),
        ("không quá 03", "không quá 03"),
        ("1500", "1.500"),
    ] {
        desk.typed(&amount, typed);
        assert_eq!(desk.field(&amount).text, printed);
        let text = desk.printed();
        assert!(text.contains(&format!("phấn đấu {printed} mô hình đạt chuẩn.")), "{text}");
    }
}

#[test]
fn an_award_takes_several_forms_and_only_known_ones() {
    let mut desk = with_dossier(2022);
    let key = desk.typed("award/new/form", "co_thi_dua; bang_khen");
    let of = |field: &str| key.replace("form", field);
    desk.typed(&of("authorities"), "Bộ Công an");
    desk.typed(&of("collectives"), "03");
    desk.typed(&of("persons"), "hai");
    desk.typed(&of("presenter"), "Giám đốc Công an tỉnh");
    let printed = desk.printed();
    assert!(
        printed.contains(
            "thừa ủy quyền của Bộ Công an, Giám đốc Công an tỉnh trao Cờ thi đua và Bằng khen cho \
             03 tập thể và hai cá nhân"
        ),
        "{printed}"
    );
    assert!(offered(&desk, &key).contains(&"co_thi_dua; bang_khen".to_owned()));
    desk.refused(&key, "co_thi_dua; huy_hieu");
}
