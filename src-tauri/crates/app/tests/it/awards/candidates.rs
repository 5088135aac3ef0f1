//! Whom to propose: ranked, with reasons and what is lacking.

use super::{UBND, collective};
use crate::desk::{Desk, assert_message, clock, desk};
use bc138_app::vi::messages::failure;
use bc138_app::view::{CandidateRow, CandidatesView, TypedSetting};
use bc138_app::{App, DossierKind, NewDossier};
use bc138_domain::Setting;
use bc138_store::{Change, Store};

/// Five communes of an invented province with five years of results.
fn province() -> Desk {
    let communes = ["Một", "Hai", "Ba", "Bốn", "Năm"];
    let mut events = vec![
        r#"{"date":"01/01/2018","act":"thành lập","unit":{"key":"U1","level":"cấp tỉnh","kind":"tỉnh","name":"Sông Mẫu"}}"#.to_owned(),
    ];
    for (place, name) in communes.iter().enumerate() {
        let key = place + 2;
        events.push(format!(
            r#"{{"date":"01/01/2018","act":"thành lập","unit":{{"key":"U{key}","level":"cấp xã","kind":"xã","name":"Thử {name}","parent":"U1"}}}}"#
        ));
    }
    // By year: standard, khu dân cư, tips, grade of the five communes.
    let graded =
        |code: &str| format!(r#"{{"indicator":"pl_cap_xa","categories":{{"grade":["{code}"]}}}}"#);
    let measures =
        format!(r#""at_xa","at_kdc","tin_tong",{},{}"#, graded("xuat_sac"), graded("kha"));
    let tables: Vec<String> = (2020..=2024)
        .map(|year| {
            let rates = if year == 2024 {
                ["50/50", "46/50", "46/50", "30/50", ""]
            } else {
                ["50/50", "44/50", "44/50", "44/50", ""]
            };
            let rows: Vec<String> = communes
                .iter()
                .zip(rates)
                .map(|(name, rate)| match *name {
                    "Năm" => format!(r#"["xã Thử {name}","","","","",""]"#),
                    "Một" => format!(r#"["xã Thử {name}","1/1","{rate}",120,1,""]"#),
                    _ => format!(r#"["xã Thử {name}","1/1","{rate}",80,"",1]"#),
                })
                .collect();
            format!(r#"{{"window":{year},"measures":[{measures}],"rows":[{}]}}"#, rows.join(","))
        })
        .collect();
    let file = format!(
        r#"{{"format":"bc138","version":1,"unit_events":[{}],"entries":{{"tables":[{}]}}}}"#,
        events.join(","),
        tables.join(",")
    );
    let mut desk = desk();
    let path = desk.path_of("bang.json");
    std::fs::write(&path, file).expect("the file is written");
    let taken = desk.app.import(&path, false).expect("it is read");
    assert!(taken.taken, "{:?}", taken.problems);
    let (kind, province) = (DossierKind::Annual, "Sông Mẫu".to_owned());
    let new = NewDossier { kind, province, year: 2024, years: None };
    desk.app.create_dossier(&new).expect("a dossier can be made");
    desk
}

fn proposed(
    desk: &mut Desk,
    form: &str,
    authority: &str,
) -> (Vec<CandidateRow>, Vec<CandidateRow>) {
    let view: CandidatesView = desk.app.candidates(Some(2024)).expect("proposals are drawn");
    let mut lists = view.proposals.into_iter();
    let list = lists.find(|it| it.form == form && it.authority == authority);
    let list = list.expect("the form has thresholds");
    (list.candidates, list.others)
}

#[test]
fn units_are_proposed_in_order_with_reasons_in_words() {
    let mut desk = province();
    let (fit, others) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    let places: Vec<(&str, Option<i32>)> =
        fit.iter().map(|row| (row.label.as_str(), row.place)).collect();
    assert_eq!(
        places,
        [("xã Thử Một", Some(1)), ("xã Thử Hai", Some(2)), ("xã Thử Ba", Some(2))],
        "the better grade first; equals share a place"
    );
    let reasons = fit[0].reasons.join("; ");
    for word in [
        "Xuất sắc",
        "50/50 khu dân cư đạt (100%)",
        "5 năm liền đạt tiêu chuẩn",
        "5 năm liền 100% khu dân cư đạt",
        "120 nguồn tin",
        "nhiều thứ 1",
        "chưa nhận Bằng khen",
    ] {
        assert!(reasons.contains(word), "“{word}”: {reasons}");
    }
    assert_eq!(fit[0].tied, None);
    let equal = fit.iter().find(|row| row.label == "xã Thử Hai").expect("it is fit");
    assert_eq!(equal.tied.as_deref(), Some("đồng hạng với xã Thử Ba"));
    assert!(equal.reasons.iter().any(|it| it == "tăng 4 điểm % so với năm 2023"), "{equal:?}");
    let labels: Vec<&str> = others.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["xã Thử Bốn", "xã Thử Năm"], "the nearest first");
    assert_eq!(others[0].lacks, ["tỷ lệ 60%, cần từ 80%"]);
    assert_eq!(others[1].lacks.len(), 3, "what was not reported is said: {:?}", others[1].lacks);
    assert!(others.iter().all(|row| row.place.is_none()));
}

#[test]
fn thresholds_are_named_and_the_program_s_own_are_marked() {
    let mut desk = province();
    let view = desk.app.candidates(Some(2024)).expect("proposals are drawn");
    assert!(view.note.contains("gợi ý"), "it only proposes: {}", view.note);
    assert_eq!(view.years, [2024, 2023, 2022, 2021, 2020]);
    let list = view.proposals.iter().find(|it| it.form == "bang_khen").expect("it is there");
    let text: Vec<&str> = list.thresholds.iter().map(|it| it.text.as_str()).collect();
    assert!(text.contains(&"Tỷ lệ khu dân cư đạt từ 80%"), "{text:?}");
    assert!(text.contains(&"Phong trào xếp loại từ Khá"), "{text:?}");
    let marks = list.thresholds.iter().map(|it| it.assumed.as_deref());
    assert!(marks.into_iter().all(|it| it == Some("mặc định của chương trình")));
}

#[test]
fn who_has_the_form_already_is_told_whatever_the_spelling() {
    let mut desk = province();
    let award = desk.award("bang_khen", UBND, "10/01/2024");
    desk.lists(
        award,
        &[collective("Nhân dân và cán bộ xã Thử Một"), collective("Công an xã Thử Hai")],
    );
    let (fit, others) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    let one = others.iter().find(|row| row.label == "xã Thử Một").expect("it had it lately");
    assert!(one.reasons.iter().any(|it| it.contains("đã nhận Bằng khen") && it.contains("2024")));
    assert_eq!(one.lacks, ["đã nhận cùng hình thức ngay trong năm, cần cách 2 năm"]);
    assert!(fit.iter().any(|row| row.label == "xã Thử Hai"), "its police is another recipient");
    let (fit, _) = proposed(&mut desk, "co_thi_dua", "chu_tich_ubnd_tinh");
    assert_eq!(fit[0].label, "xã Thử Một", "another form is not in the way");
    desk.typed(&format!("award/{award}/decision_date"), "10/01/2023");
    let (_, others) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    let one = others.iter().find(|row| row.label == "xã Thử Một").expect("still too near");
    assert_eq!(one.lacks, ["mới nhận cùng hình thức cách 1 năm, cần cách 2 năm"]);
    desk.typed(&format!("award/{award}/decision_date"), "10/01/2025");
    let (fit, _) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    assert_eq!(fit[0].label, "xã Thử Một", "a later award does not count backwards");
}

const RATE: &str = "award.threshold.bang_khen.chu_tich_ubnd_tinh.rate_at_least";

#[test]
fn a_threshold_takes_what_it_can_be_compared_with() {
    let mut desk = province();
    let set = |desk: &mut Desk, value: &str| {
        let (key, value) = (RATE.to_owned(), value.to_owned());
        let (from, to) = (String::new(), String::new());
        desk.app.put_setting(&TypedSetting { id: None, key, from, to, value })
    };
    for wrong in ["cao", "0", "120"] {
        let message = failure(&set(&mut desk, wrong).expect_err("it is no percentage"));
        assert_message(&message);
        assert!(message.contains("Bằng khen") && message.contains("phần trăm"), "{message}");
    }
    set(&mut desk, "50").expect("it is a percentage");
    let (fit, _) = proposed(&mut desk, "bang_khen", "chu_tich_ubnd_tinh");
    assert_eq!(fit.len(), 4, "the province set it lower");
}

#[test]
fn a_threshold_of_another_program_that_cannot_be_read_is_named() {
    let desk = province();
    let path = desk.app.path().to_path_buf();
    let key = RATE.to_owned();
    let setting = Setting { id: 0, key, valid_from: None, valid_to: None, value: "cao".into() };
    let folder = desk.folder;
    drop(desk.app);
    let mut store = Store::open(&path).expect("it opens");
    let change = Change::new("ghi bằng chương trình khác", None).put(setting);
    store.apply(&change, "2026-01-05T08:00:00", "người khác").expect("the store does not read it");
    drop(store);
    let app = App::open(&path, clock(), "người thử").expect("it opens");
    let mut desk = Desk { folder, app };
    let last = desk.app.dossiers().expect("they are read").last().map(|it| it.id);
    desk.app.open_dossier(last.expect("there is one")).expect("it opens");
    let refused = desk.app.candidates(Some(2024)).expect_err("it is no number");
    assert_message(&failure(&refused));
}
