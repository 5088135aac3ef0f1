//! Units as the window shows and changes them.

use crate::desk::{Desk, desk, sample, with_dossier};
use bc138_app::view::{EventKind, LensChoice, ShareChoice, SheetQuery, TypedEvent, TypedPart};

/// An event of a kind, everything else empty.
fn event(kind: EventKind, date: &str, units: &[&str]) -> TypedEvent {
    TypedEvent {
        kind,
        date: date.to_owned(),
        basis: "Nghị quyết mẫu".to_owned(),
        units: units.iter().map(|key| (*key).to_owned()).collect(),
        name: String::new(),
        unit_kind: String::new(),
        parent: String::new(),
        parts: Vec::new(),
        method: ShareChoice::Open,
        keeps: false,
    }
}

/// The first commune of Lạng Sơn on a day.
fn first_commune(desk: &mut Desk, day: &str) -> String {
    let view = desk.app.units(None, Some(day)).expect("units are read");
    view.rows.iter().find(|row| row.label.starts_with("xã ")).expect("a commune").key.clone()
}

#[test]
fn a_province_has_the_units_of_the_day() {
    let mut desk = sample("lang-son-2022");
    for (day, communes, district) in [("15/11/2022", 194, true), ("01/07/2025", 65, false)] {
        let view = desk.app.units(None, Some(day)).expect("units are read");
        let counted: i32 =
            view.counts.iter().map(|it| it.count.parse::<i32>().expect("small")).sum();
        assert_eq!(counted, communes, "{day}");
        let districts = view.rows.iter().any(|row| row.label.starts_with("huyện "));
        assert_eq!(districts, district, "districts ended on 30/06/2025 ({day})");
    }
}

#[test]
fn a_dossier_of_a_lower_unit_looks_at_the_province_that_it_lies_in() {
    for (unit_type, name, within, table) in [
        ("huyện", "Hàm Yên", "tỉnh Tuyên Quang", "Huyện Hàm Yên"),
        ("huyện", "Hàm Yên", "", "Huyện Hàm Yên"),
        ("thành phố", "Tuyên Quang", "", "Thành phố Tuyên Quang"),
        // Nothing reports to these.
        ("xã", "Minh Hương", "huyện Hàm Yên, tỉnh Tuyên Quang", "Tỉnh Tuyên Quang"),
        ("xã", "Mẫu", "huyện Hàm Yên", "Tỉnh Tuyên Quang"),
    ] {
        let mut desk = with_dossier(2022);
        desk.typed("dossier/province_type", unit_type);
        desk.typed("dossier/province", name);
        desk.typed("dossier/within", within);
        let query = SheetQuery {
            province: None,
            year: Some(2022),
            group: None,
            lens: LensChoice::AsReported,
        };
        let titles = [
            desk.app.units(None, None).expect("units are read").title,
            desk.app.candidates(Some(2022)).expect("proposals are drawn").title,
        ];
        for title in titles {
            assert!(title.contains("Tuyên Quang"), "{unit_type} {name}, {within}: {title}");
        }
        let title = desk.app.sheet(&query).expect("the table is drawn").title;
        assert!(title.starts_with(table), "{unit_type} {name}, {within}: {title}");
    }
}

#[test]
fn old_names_are_found_without_diacritics_and_told_apart() {
    let mut desk = desk();
    let hits = desk.app.search_units("ham yen", None, None).expect("units are searched");
    assert!(hits.len() >= 2, "the district of before and the commune of today");
    let notes: std::collections::BTreeSet<_> =
        hits.iter().map(|it| (&it.label, &it.note)).collect();
    assert_eq!(notes.len(), hits.len(), "no two hits read the same");
    let mut tone =
        |name: &str| desk.app.search_units(name, None, None).expect("units are searched");
    assert_eq!(tone("Hòa Bình"), tone("Hoà Bình"), "the place of the tone mark does not matter");
}

#[test]
fn an_event_is_recorded_shown_undone_and_leaves_no_trace() {
    let mut desk = sample("lang-son-2022");
    let key = first_commune(&mut desk, "01/01/2026");
    let before = desk.app.content_digest().expect("it is hashed");
    let tree = desk.app.units(None, Some("02/05/2026")).expect("units are read");
    let mut rename = event(EventKind::Rename, "01/05/2026", &[&key]);
    rename.name = "Mẫu Đổi Tên".to_owned();
    desk.app.record_unit_event(&rename).expect("it can be");
    let view = desk.app.units(None, Some("02/05/2026")).expect("units are read");
    assert!(view.rows.iter().any(|row| row.label == "xã Mẫu Đổi Tên"));
    assert!(view.events[0].text.contains("đổi tên"), "{:?}", view.events);
    let eve = desk.app.units(None, Some("30/04/2026")).expect("units are read");
    assert!(!eve.rows.iter().any(|row| row.label == "xã Mẫu Đổi Tên"), "not before its day");
    desk.app.undo().expect("undo works");
    assert_eq!(desk.app.content_digest().expect("it is hashed"), before);
    assert_eq!(desk.app.units(None, Some("02/05/2026")).expect("units are read"), tree);
}

#[test]
fn a_divided_commune_takes_shares_that_sum_and_no_others() {
    let mut desk = sample("lang-son-2022");
    let view = desk.app.units(None, Some("01/07/2025")).expect("units are read");
    let divided = view.divided.first().expect("two communes of Lạng Sơn were divided").clone();
    let mut share = event(EventKind::Share, "01/07/2025", &[&divided.key]);
    share.method = ShareChoice::ByHand;
    let weigh = |weights: &[&str]| -> Vec<TypedPart> {
        let parts = divided.parts.iter().zip(weights.iter().chain(std::iter::repeat(&"0")));
        parts
            .map(|(part, w)| TypedPart { unit: part.key.clone(), weight: (*w).to_owned() })
            .collect()
    };
    share.parts = weigh(&["60", "30"]);
    let refused = desk.app.record_unit_event(&share).expect_err("90 is not 100");
    let message = bc138_app::vi::messages::failure(&refused);
    assert!(message.contains("90%") && message.contains("100%"), "{message}");
    assert!(desk.app.units(None, None).expect("units are read").events.is_empty());
    share.parts = weigh(&["60", "40"]);
    desk.app.record_unit_event(&share).expect("100 is 100");
    share.parts = weigh(&["70", "30"]);
    // The window leaves the day out: it is that of the division.
    share.date = String::new();
    desk.app.record_unit_event(&share).expect("a share is said anew");
    let view = desk.app.units(None, Some("01/07/2025")).expect("units are read");
    assert_eq!(view.events.len(), 1, "the new share takes the place of the old one");
    let row = view.divided.iter().find(|row| row.key == divided.key).expect("it is listed");
    assert_eq!(row.method, ShareChoice::ByHand);
}

#[test]
fn events_that_cannot_be_are_refused_in_words_without_keys() {
    let mut desk = sample("lang-son-2022");
    let key = first_commune(&mut desk, "15/11/2022");
    let mut late = event(EventKind::Rename, "01/05/2026", &[&key]);
    late.name = "Mẫu".to_owned();
    let refused = desk.app.record_unit_event(&late).expect_err("it ended on 30/06/2025");
    let message = bc138_app::vi::messages::failure(&refused);
    assert!(message.contains("30/06/2025") && !message.contains(&key), "{message}");
    let mut township = event(EventKind::Create, "01/05/2026", &[]);
    (township.name, township.unit_kind) = ("Mẫu".to_owned(), "thị trấn".to_owned());
    let view = desk.app.units(None, Some("01/05/2026")).expect("units are read");
    township.parent = view.province.expect("the province");
    let refused = desk.app.record_unit_event(&township).expect_err("no thị trấn any more");
    let message = bc138_app::vi::messages::failure(&refused);
    assert!(message.contains("thị trấn"), "{message}");
}

#[test]
fn a_commune_is_split_into_new_ones_and_a_set_names_some() {
    let mut desk = sample("lang-son-2022");
    let key = first_commune(&mut desk, "01/01/2026");
    let mut split = event(EventKind::Split, "01/05/2026", &[&key]);
    split.unit_kind = "xã".to_owned();
    split.method = ShareChoice::Residential;
    for (name, count) in [("Mẫu Thượng", "7"), ("phường Mẫu Hạ", "3")] {
        split.parts.push(TypedPart { unit: name.to_owned(), weight: count.to_owned() });
    }
    desk.app.record_unit_event(&split).expect("it can be");
    let view = desk.app.units(None, Some("02/05/2026")).expect("units are read");
    let labels: Vec<&str> = view.rows.iter().map(|row| row.label.as_str()).collect();
    assert!(labels.contains(&"xã Mẫu Thượng") && labels.contains(&"phường Mẫu Hạ"), "{labels:?}");
    let story = desk.app.unit_story(&key).expect("it has a story");
    assert!(story.lines.iter().any(|line| line.text.contains("xã Mẫu Thượng")), "{story:?}");

    let members = vec!["U1".to_owned(), "U2".to_owned()];
    desk.app.put_unit_set(None, "các xã mới", &members).expect("it is kept");
    let taken = desk.app.put_unit_set(None, "các xã mới", &members);
    assert!(taken.is_err(), "a name belongs to one set");
    let sets = desk.app.units(None, None).expect("units are read").sets;
    assert_eq!(sets[0].members, members);
}
