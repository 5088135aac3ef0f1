//! The office's own settings, with their days, and its own catalogue.

use crate::desk::{Desk, assert_message, desk, sample};
use bc138_app::vi::messages::failure;
use bc138_app::view::{
    CategoryRow, DimensionRow, GroupRow, IndicatorRow, LensChoice, SheetQuery, TypedSetting,
};
use bc138_app::{AppError, Kind};

fn setting(key: &str, from: &str, to: &str, value: &str) -> TypedSetting {
    let (key, from, to) = (key.to_owned(), from.to_owned(), to.to_owned());
    TypedSetting { id: None, key, from, to, value: value.to_owned() }
}

fn window(desk: &mut Desk, year: i32, key: &str) -> String {
    let (year, group) = (Some(year), Some("standard".to_owned()));
    let query = SheetQuery { province: None, year, group, lens: LensChoice::AsReported };
    let view = desk.app.sheet(&query).expect("the table is drawn");
    let column = view.columns.into_iter().find(|column| column.key == key);
    column.expect("the column is there").window
}

#[test]
fn a_calendar_changes_from_its_day_on_and_not_before() {
    let mut desk = sample("lang-son-2022");
    let before = window(&mut desk, 2024, "at_xa");
    let new = setting("calendar.chung", "01/01/2025", "", "01/12-30/11");
    desk.app.put_setting(&new).expect("it is a span");
    assert_eq!(window(&mut desk, 2024, "at_xa"), before, "an earlier year keeps its calendar");
    assert_eq!(window(&mut desk, 2025, "at_xa"), "01/12/2024 – 30/11/2025");
    let view = desk.app.settings_view().expect("it is read");
    let rows = view.groups.iter().flat_map(|group| &group.rows);
    let row = rows.into_iter().find(|row| row.key == "calendar.chung").expect("it is shown");
    assert!(
        row.values.iter().any(|it| it.id.is_none() && it.note.contains("124/2021")),
        "built in"
    );
    assert!(row.values.iter().any(|it| it.id.is_some() && it.from == "01/01/2025"), "and own");
    desk.app.undo().expect("undo works");
    assert_ne!(window(&mut desk, 2025, "at_xa"), "01/12/2024 – 30/11/2025");
}

#[test]
fn a_setting_that_cannot_be_is_refused_in_words() {
    let mut desk = sample("lang-son-2022");
    for (typed, word) in [
        (setting("calendar.kdc", "01/01/2025", "", "đầu năm"), "16/11-15/11"),
        (setting("committee.name", "31/02/2025", "", "Ban Chỉ đạo"), "không có ngày 31"),
        (setting("committee.name", "01/02/2025", "01/01/2025", "Ban Chỉ đạo"), "đứng trước"),
        (setting("committee.name", "", "", "Ban Chỉ đạo khác"), "bắt đầu cùng ngày"),
        (setting("committee.name", "01/01/2025", "", " "), "không để trống"),
    ] {
        let before = desk.app.content_digest().expect("it is hashed");
        let message = failure(&desk.app.put_setting(&typed).expect_err("it is refused"));
        assert!(message.contains(word), "“{word}” is said: {message}");
        assert_eq!(desk.app.content_digest().expect("it is hashed"), before);
    }
}

#[test]
fn every_number_of_the_reward_money_can_be_set_and_shows_the_article_it_stands_for() {
    let desk = desk();
    let view = desk.app.settings_view().expect("it is read");
    let rows: Vec<_> = view.groups.iter().flat_map(|group| &group.rows).collect();
    for (key, label, value, article) in [
        ("award.base_salary", "Mức lương cơ sở", "2.340.000", "73/2024"),
        ("award.rounding", "làm tròn", "lên 10.000", "98/2023"),
        (
            "award.coefficient.bang_khen.chu_tich_ubnd_tinh.person",
            "Bằng khen · Chủ tịch UBND tỉnh",
            "1,5",
            "98/2023",
        ),
        (
            "award.coefficient.huan_chuong.chu_tich_nuoc.person.second",
            "hạng Nhì",
            "7,5",
            "152/2025",
        ),
        ("award.multiplier.giay_khen.household", "hộ gia đình", "1", "chưa xác minh"),
        (
            "award.threshold.giay_khen.chu_tich_ubnd_xa.streak_years",
            "số năm liền",
            "1",
            "mặc định của chương trình",
        ),
    ] {
        let row = rows.iter().find(|row| row.key == key).expect("it is listed");
        assert!(row.label.contains(label), "{key}: {}", row.label);
        let known = row.values.iter().any(|it| it.value == value && it.note.contains(article));
        assert!(known, "{key}: {:?}", row.values);
    }
    let mut keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    keys.sort_unstable();
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "each once: {keys:?}");
    assert!(rows.iter().all(|row| !row.label.contains("award.")), "in words");
}

#[test]
fn a_value_of_the_reward_money_that_cannot_be_read_is_refused_by_every_door() {
    let mut desk = sample("lang-son-2022");
    for (key, value) in [
        ("award.base_salary", "nhiều"),
        ("award.base_salary", "-1"),
        ("award.rounding", "tròn"),
        ("award.coefficient.bang_khen.chu_tich_ubnd_tinh.person", "một rưỡi"),
        ("award.multiplier.bang_khen.collective", "0"),
        ("award.threshold.giay_khen.giam_doc_cat.grade_at_least", "5"),
    ] {
        let before = desk.app.content_digest().expect("it is hashed");
        let typed = setting(key, "01/01/2026", "", value);
        let message = failure(&desk.app.put_setting(&typed).expect_err("it is refused"));
        assert_message(&message);
        assert!(!message.contains("award."), "in words: {message}");
        assert_eq!(desk.app.content_digest().expect("it is hashed"), before);
        let written = desk.app.set_field(&format!("setting/{key}"), value).expect("it is kept");
        assert!(written.refusal.is_some(), "{key} does not take {value}");
    }
    let unknown = setting("award.colour", "", "", "1");
    assert!(matches!(desk.app.put_setting(&unknown), Err(AppError::NoSuchField(_))));
    assert!(desk.app.set_field("setting/award.colour", "1").is_err(), "no such setting");
}

fn indicator(group: &str, name: &str) -> IndicatorRow {
    IndicatorRow {
        id: None,
        code: String::new(),
        name: name.to_owned(),
        unit: "chốt".to_owned(),
        kind: "flow".to_owned(),
        group: group.to_owned(),
        parent: String::new(),
        calendar: "kdc".to_owned(),
        from: "01/01/2020".to_owned(),
        to: String::new(),
        basis: String::new(),
        core: true,
        dimensions: Vec::new(),
    }
}

#[test]
fn an_own_group_with_an_own_indicator_is_a_table_of_its_own() {
    let mut desk = sample("lang-son-2022");
    let group =
        GroupRow { id: None, code: String::new(), title: "Chốt dân phòng".to_owned(), step: 4 };
    desk.app.put_group(&group).expect("it is kept");
    desk.app.put_indicator(&indicator("own_group_1", "Chốt dựng mới")).expect("it is kept");
    let view = desk.app.catalogue_view().expect("it is read");
    let own = view.indicators.iter().find(|it| it.name == "Chốt dựng mới").expect("it is listed");
    let (year, group) = (Some(2022), Some("own_group_1".to_owned()));
    let query = SheetQuery { province: None, year, group, lens: LensChoice::AsReported };
    let sheet = desk.app.sheet(&query).expect("the table is drawn");
    assert_eq!(sheet.columns[0].window, "01/11/2021 – 31/10/2022", "by the calendar chosen");
    let unit = sheet.rows[0].unit.clone();
    desk.app.set_cell(&query, &unit, &own.code, "3").expect("it takes a number");
    let refused = desk.app.remove_own(Kind::Indicator, own.id.expect("it is own"));
    assert!(matches!(refused, Err(AppError::InUse { .. })), "its numbers would be lost");
}

#[test]
fn what_does_not_go_with_the_catalogue_is_refused() {
    let mut desk = desk();
    let strange = desk.app.put_indicator(&indicator("no_group", "Chốt"));
    assert!(strange.is_err(), "an indicator stands in a group that is there");
    let mut circular = indicator("models", "Chốt");
    circular.parent = "own_1".to_owned();
    assert!(desk.app.put_indicator(&circular).is_err(), "a part of itself");
    desk.app.put_indicator(&indicator("models", "Chốt")).expect("this one can be");
    let id = desk.app.catalogue_view().expect("it is read").indicators.iter().find_map(|it| it.id);
    desk.app.remove_own(Kind::Indicator, id.expect("it is own")).expect("it can go again");
}

#[test]
fn an_own_kind_stands_among_the_built_in_ones() {
    let mut desk = desk();
    let row = CategoryRow {
        id: None,
        dimension: "subject".to_owned(),
        heading: String::new(),
        code: String::new(),
        name: "cụm công nghiệp".to_owned(),
    };
    desk.app.put_category(&row).expect("it is kept");
    let view = desk.app.catalogue_view().expect("it is read");
    let own = view.categories.iter().find(|it| it.id.is_some()).expect("it is listed");
    assert_eq!(own.code, "cum_cong_nghiep", "a code is made of the name");
}

fn posts() -> DimensionRow {
    DimensionRow {
        id: None,
        code: String::new(),
        name: "Loại chốt".to_owned(),
        cover: "complete".to_owned(),
        kinds: "cố định; lưu động;cố định ".to_owned(),
    }
}

#[test]
fn an_own_indicator_is_broken_down_by_an_own_dimension() {
    let mut desk = sample("lang-son-2022");
    desk.app.put_dimension(&posts()).expect("it is kept");
    let view = desk.app.catalogue_view().expect("it is read");
    let own = view.dimensions.iter().find(|it| it.id.is_some()).expect("it is listed");
    assert_eq!((own.code.as_str(), own.kinds.as_str()), ("loai_chot", "cố định; lưu động"));

    let mut row = indicator("models", "Chốt dân phòng");
    row.kind = "distribution".to_owned();
    assert!(desk.app.put_indicator(&row).is_err(), "a distribution is of something");
    row.dimensions = vec![own.code.clone()];
    desk.app.put_indicator(&row).expect("it is kept");
    let query = SheetQuery {
        province: None,
        year: Some(2022),
        group: Some("models".to_owned()),
        lens: LensChoice::AsReported,
    };
    let sheet = desk.app.sheet(&query).expect("the table is drawn");
    let columns = sheet.columns.iter().filter(|it| it.title.starts_with("Chốt dân phòng"));
    let parts: Vec<&str> = columns.filter_map(|it| it.part.as_deref()).collect();
    assert_eq!(parts, ["Tổng số", "Cố định", "Lưu động"]);

    let column = sheet.columns.iter().find(|it| it.title.ends_with("(cố định)")).expect("there");
    desk.app.set_cell(&query, &sheet.rows[0].unit, &column.key, "2").expect("it takes a number");
    let fewer = DimensionRow { kinds: "lưu động".to_owned(), ..own.clone() };
    let refused = desk.app.put_dimension(&fewer);
    assert!(matches!(refused, Err(AppError::InUse { .. })), "its number would be lost");
    let other = DimensionRow { kinds: "cố định; bán cố định".to_owned(), ..own.clone() };
    desk.app.put_dimension(&other).expect("one kind for another");
    let view = desk.app.catalogue_view().expect("it is read");
    let own = view.dimensions.iter().find(|it| it.id.is_some()).expect("it is listed");
    assert_eq!(own.kinds, "cố định; bán cố định");
    let refused = desk.app.remove_dimension(own.id.expect("it is own"));
    assert!(refused.is_err(), "an indicator is broken down by it");
}

#[test]
fn a_dimension_goes_with_its_kinds_and_comes_back_as_one_action() {
    let mut desk = sample("lang-son-2022");
    let before = desk.app.catalogue_view().expect("it is read");
    desk.app.put_dimension(&posts()).expect("it is kept");
    let made = desk.app.catalogue_view().expect("it is read");
    let id = made.dimensions.iter().find_map(|it| it.id).expect("it is own");
    desk.app.remove_dimension(id).expect("nothing uses it");
    assert_eq!(desk.app.catalogue_view().expect("it is read"), before);
    desk.app.undo().expect("undo works");
    desk.app.undo().expect("undo works");
    assert_eq!(desk.app.catalogue_view().expect("it is read"), before, "both as one action each");
    for bad in [
        DimensionRow { name: " ".to_owned(), ..posts() },
        DimensionRow { kinds: " ; ".to_owned(), ..posts() },
        DimensionRow { cover: "all".to_owned(), ..posts() },
    ] {
        assert!(matches!(desk.app.put_dimension(&bad), Err(AppError::Refused { .. })), "{bad:?}");
    }
}

#[test]
fn the_catalogue_goes_out_as_a_pack_and_comes_into_another_store() {
    let mut first = desk();
    first.app.put_indicator(&indicator("models", "Chốt dựng mới")).expect("it is kept");
    let pack = first.path_of("danh-muc.tsv");
    first.app.export_catalogue(&pack).expect("it is written");
    let again = first.app.import_catalogue(&pack, false).expect("it is read");
    assert!(again.taken && again.summary.starts_with("0 mục mới"), "{}", again.summary);
    let mut second = desk();
    let view = second.app.import_catalogue(&pack, true).expect("it is read");
    assert!(view.taken && view.summary.starts_with("1 mục mới"), "{}", view.summary);
    assert!(second.app.catalogue_view().expect("read").indicators.iter().all(|it| it.id.is_none()));
    second.app.import_catalogue(&pack, false).expect("it is read");
    let taken = second.app.catalogue_view().expect("it is read");
    assert!(taken.indicators.iter().any(|it| it.name == "Chốt dựng mới"));
}

#[test]
fn a_pack_of_another_program_keeps_its_codes_where_they_are_free() {
    let mut first = desk();
    first.app.put_indicator(&indicator("models", "Chốt dựng mới")).expect("it is kept");
    first.app.put_indicator(&indicator("models", "Tổ có camera")).expect("it is kept");
    let pack = first.path_of("danh-muc.tsv");
    first.app.export_catalogue(&pack).expect("it is written");
    let mut second = desk();
    second.app.put_indicator(&indicator("models", "Tổ liên gia")).expect("it is kept");
    let view = second.app.import_catalogue(&pack, false).expect("it is read");
    assert!(view.taken, "{view:?}");
    let lines: Vec<&str> = view.summary.lines().collect();
    assert!(lines[0].starts_with("2 mục mới"), "{lines:?}");
    assert_eq!(lines.len(), 2, "one line for the one clash: {lines:?}");
    for word in ["Chốt dựng mới", "own_3", "own_1", "Tổ liên gia"] {
        assert!(lines[1].contains(word), "“{word}”: {lines:?}");
    }
    let view = second.app.catalogue_view().expect("it is read");
    let code_of = |name: &str| {
        let own = view.indicators.iter().find(|it| it.name == name).expect("it is listed");
        own.code.clone()
    };
    assert_eq!(code_of("Tổ liên gia"), "own_1", "what was here keeps its numbers");
    assert_eq!(code_of("Chốt dựng mới"), "own_3");
    assert_eq!(code_of("Tổ có camera"), "own_2", "its own code was free");
    let again = second.app.import_catalogue(&pack, false).expect("it is read");
    assert!(again.summary.starts_with("0 mục mới"), "it is known by now: {}", again.summary);
}

#[test]
fn a_pack_with_a_code_twice_is_refused_with_its_line() {
    let mut desk = desk();
    desk.app.put_indicator(&indicator("models", "Chốt dựng mới")).expect("it is kept");
    let pack = desk.path_of("danh-muc.tsv");
    desk.app.export_catalogue(&pack).expect("it is written");
    let text = std::fs::read_to_string(&pack).expect("it is there");
    let line = text.lines().find(|line| line.starts_with("own_1\t")).expect("the own indicator");
    std::fs::write(&pack, text.replace(line, &format!("{line}\n{line}"))).expect("it is written");
    let view = desk.app.import_catalogue(&pack, false).expect("it is read");
    assert!(!view.taken);
    assert!(
        view.problems[0].starts_with("Dòng ") && view.problems[0].contains("own_1"),
        "{view:?}"
    );
}
