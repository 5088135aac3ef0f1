//! What a closed year keeps from being changed: by events of units, and by files, whose dry run
//! says the same as the real taking.

use crate::annexes::filled::{Filled, count};
use crate::desk::Desk;
use bc138_app::vi::messages::failure;
use bc138_app::view::{EventKind, ImportView, ShareChoice, TypedEvent};
use bc138_domain::YearStep;

fn renamed(unit: &str, date: &str) -> TypedEvent {
    TypedEvent {
        kind: EventKind::Rename,
        date: date.to_owned(),
        basis: "Nghị quyết mẫu".to_owned(),
        units: vec![unit.to_owned()],
        name: "Đổi Mới".to_owned(),
        unit_kind: String::new(),
        parent: String::new(),
        parts: Vec::new(),
        method: ShareChoice::Open,
        keeps: false,
    }
}

/// A closed year with a number, and its first unit.
fn closed() -> (Desk, String) {
    let mut filled = Filled::new("Lạng Sơn", 2022);
    let unit = filled.units[0].clone();
    filled.put(&unit, "tin_tong", None, count(5));
    let mut desk = filled.written().desk;
    desk.app.record_unit_event(&renamed(&unit, "01/08/2022")).expect("the year is open");
    desk.app.step_year(2022, YearStep::Close, "").expect("it closes");
    (desk, unit)
}

/// Tries a file, then takes it in: both say the same.
fn take(desk: &mut Desk, lists: &str) -> ImportView {
    let path = desk.path_of("vao.json");
    let text = format!("{{\"format\": \"bc138\", \"version\": 1,\n{lists}}}");
    std::fs::write(&path, text).expect("the file is written");
    let tried = desk.app.import(&path, true).expect("the file can be read");
    let taken = desk.app.import(&path, false).expect("the file can be read");
    assert_eq!((tried.taken, &tried.problems), (taken.taken, &taken.problems), "{lists}");
    taken
}

#[test]
fn an_event_in_or_before_a_closed_year_is_refused_and_a_later_one_taken() {
    let (mut desk, unit) = closed();
    let before = desk.app.content_digest().expect("hashed");
    for date in ["01/09/2022", "01/03/2021"] {
        let refused = desk.app.record_unit_event(&renamed(&unit, date));
        let message = failure(&refused.expect_err("the year is closed"));
        assert!(message.contains(date) && message.contains("2022"), "{message}");
        assert!(message.contains("mở lại"), "{message}");
    }
    let known = desk.app.units(None, None).expect("they are read").events[0].id;
    assert!(desk.app.remove_unit_event(known).is_err(), "one that was there before stays");
    assert!(desk.app.undo().is_err(), "and is not taken back");
    assert_eq!(desk.app.content_digest().expect("hashed"), before);
    desk.app.record_unit_event(&renamed(&unit, "01/03/2023")).expect("the year after is open");
    desk.app.undo().expect("and its undo");
    desk.app.step_year(2022, YearStep::Reopen, "ghi bổ sung").expect("it opens");
    desk.app.remove_unit_event(known).expect("now it goes");
}

#[test]
fn a_dry_run_asks_for_closed_years_as_the_real_taking_does() {
    let (mut desk, unit) = closed();
    let before = desk.app.content_digest().expect("hashed");
    for (lists, pointer) in [
        (
            format!(
                r#""entries": {{"tables": [{{"window": 2022, "measures": ["mh_diem"], "rows": [["{unit}", 9]]}}]}}"#
            ),
            "/entries",
        ),
        (
            format!(
                r#""unit_events": [{{"date": "01/09/2022", "act": "đổi tên", "unit": "{unit}", "name": "C"}}]"#
            ),
            "/unit_events/0/date",
        ),
        (
            r#""dossiers": [{"province": "Lạng Sơn", "window": 2022, "byline": "Nguyễn Mẫu"}]"#
                .to_owned(),
            "/dossiers/0/window",
        ),
    ] {
        let view = take(&mut desk, &lists);
        assert!(!view.taken, "{lists}");
        let [problem] = &view.problems[..] else { panic!("{lists}: {:?}", view.problems) };
        assert!(problem.contains(pointer) && problem.contains("khóa sổ"), "{problem}");
    }
    assert_eq!(desk.app.content_digest().expect("hashed"), before);
    let later = format!(
        r#""entries": {{"tables": [{{"window": 2023, "measures": ["mh_diem"], "rows": [["{unit}", 9]]}}]}}"#
    );
    assert!(take(&mut desk, &later).taken, "another year");
}
