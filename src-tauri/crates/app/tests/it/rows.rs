//! Rows: added by their first field, removed with what hangs on them.

use crate::desk::{Desk, assert_message, sample, with_dossier};
use bc138_app::vi::messages;
use bc138_app::{App, AppError, DocumentFormat, DocumentStyle, Request};
use std::path::Path;

fn row_of(key: &str) -> String {
    key.rsplit_once('/').expect("a field of a row").0.to_owned()
}

fn part(desk: &Desk) -> bc138_domain::DossierPart {
    desk.app.part().expect("a dossier is open")
}

#[test]
fn a_person_goes_with_the_speech_and_the_tasks_stay() {
    let mut desk = sample("thai-binh-2018");
    let before = part(&desk);
    let speaker = before.speeches[0].speaker;
    desk.app.remove_row(&format!("participant/{speaker}")).expect("the person goes");
    let after = part(&desk);
    assert!(after.speeches.is_empty(), "nobody is left to give the speech");
    assert_eq!(after.passages.len(), before.passages.len(), "the tasks are still to be done");
    assert!(after.passages.iter().all(|passage| passage.speech.is_none()), "by themselves");
    desk.app.undo().expect("undone").expect("one action");
    assert_eq!(part(&desk), before, "one undo brings all of it back");
}

#[test]
fn every_row_of_every_sample_can_be_removed_and_brought_back() {
    for name in crate::desk::SAMPLES {
        let mut desk = sample(name);
        let before = part(&desk);
        let steps = (1..=6).map(|step| desk.app.step(step).expect("drawn"));
        let rows = steps.flat_map(|step| step.groups).flat_map(|group| group.rows);
        let keys: Vec<String> = rows.filter(|row| row.removable).map(|row| row.key).collect();
        assert!(keys.len() > 10, "{name} has rows");
        for key in keys {
            desk.app.remove_row(&key).unwrap_or_else(|e| panic!("{name}: {key}: {e:?}"));
            assert_ne!(part(&desk), before, "{name}: {key} is gone");
            desk.app
                .render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Text)
                .expect("the rest can be told without it");
            desk.app.undo().expect("undone").expect("one action");
            assert_eq!(part(&desk), before, "{name}: {key} is back");
        }
    }
}

#[test]
fn an_award_that_others_are_a_share_of_goes_and_the_shares_stay() {
    let mut desk = sample("tuyen-quang-2023");
    let whole = part(&desk).awards[2].id;
    desk.app.remove_row(&format!("award/{whole}")).expect("it goes");
    let awards = part(&desk).awards;
    assert_eq!(awards.len(), 3);
    assert!(awards.iter().all(|award| award.subset_of.is_none()), "nothing points nowhere");
}

#[test]
fn an_empty_text_in_a_blank_row_makes_no_row() {
    let mut desk = with_dossier(2022);
    desk.typed("task/new/text", "   ");
    assert!(part(&desk).passages.is_empty());
    let key = desk.typed("task/new/text", "đổi mới vận động.");
    assert_eq!(desk.field(&key).text, "đổi mới vận động", "a clause has no full stop of its own");
    assert_eq!(part(&desk).passages.len(), 1);
    assert!(row_of(&key).starts_with("task/"));
}

#[test]
fn keys_that_name_nothing_fail_without_a_trace() {
    let mut desk = with_dossier(2022);
    let before = part(&desk);
    for key in [
        "",
        "dossier/nothing",
        "figure/nothing/amount",
        "task/99/text",
        "x/y/z",
        "figure/at_kdc/colour",
    ] {
        let failed = desk.app.set_field(key, "1");
        let taken = matches!(&failed, Ok(written) if written.refusal.is_none());
        assert!(!taken, "{key} is no field");
    }
    desk.app.remove_row("task/99").expect_err("there is no such row");
    let mut after = part(&desk);
    after.drafts.clear();
    assert_eq!(after, before);
}

#[test]
fn every_failure_has_a_vietnamese_message_and_a_code() {
    let io = |kind| std::io::Error::from(kind);
    let path = Path::new("/kho/so-lieu.db").to_path_buf();
    let store = |error| AppError::Store(error);
    use bc138_store::StoreError as Store;
    let failures = [
        store(Store::FileTooNew { found: 99, known: 1 }),
        store(Store::NotOurs(path.clone())),
        store(Store::Damaged { path: path.clone(), detail: "*** in database main ***".to_owned() }),
        store(Store::ReadOnly(path.clone())),
        store(Store::DiskFull(path.clone())),
        store(Store::Busy(path.clone())),
        store(Store::NoSuchRecord),
        store(Store::Constraint("CHECK constraint failed".to_owned())),
        store(Store::Unreadable("invalid type".to_owned())),
        store(Store::Sqlite("misuse".to_owned())),
        AppError::NoSuchSample("sao-hoa".to_owned()),
        AppError::NoDossier,
        AppError::NoSuchField("x/y".to_owned()),
        AppError::Write { path: path.clone(), source: io(std::io::ErrorKind::StorageFull) },
        AppError::Write { path: path.clone(), source: io(std::io::ErrorKind::FileTooLarge) },
        AppError::Read { path: path.clone(), source: io(std::io::ErrorKind::NotFound) },
        AppError::UnknownFormat(".odt".to_owned()),
        AppError::NoTables,
        AppError::Refused {
            key: "dossier/province".to_owned(),
            refusal: bc138_app::Refusal::Required,
        },
    ];
    for failure in failures {
        assert_message(&messages::failure(&failure).replace("/kho/so-lieu.db", "tệp"));
        assert!(!messages::code(&failure).is_empty());
    }
    for named in
        [Store::NotOurs(path.clone()), Store::ReadOnly(path.clone()), Store::DiskFull(path)]
    {
        let message = messages::failure(&AppError::Store(named));
        assert!(message.contains("/kho/so-lieu.db"), "it says where: {message}");
    }
}

#[test]
fn a_store_without_a_dossier_says_so() {
    let desk = crate::desk::desk();
    assert!(matches!(
        desk.app.render(&Request::of(DocumentStyle::Briefing), DocumentFormat::Pdf),
        Err(AppError::NoDossier)
    ));
    assert!(matches!(desk.app.findings(), Err(AppError::NoDossier)));
    assert!(matches!(desk.app.step(1), Err(AppError::NoDossier)));
    let frame = desk.app.desk(false).expect("the frame is drawn all the same");
    assert!(frame.dossier.is_none() && frame.steps.is_empty());
    assert_eq!(frame.samples.len(), 5, "the samples are offered");
}

#[test]
fn a_document_is_not_left_half_written() {
    let mut desk = sample("lang-son-2022");
    let folder = desk.path_of("thu-muc.pdf");
    std::fs::create_dir(&folder).expect("a folder stands where the file should go");
    let no_folder = desk.path_of("khong-co").join("tin.pdf");
    for target in [folder.as_path(), no_folder.as_path()] {
        let failed = desk.app.save(&Request::of(DocumentStyle::Briefing), target);
        let Err(failure @ AppError::Write { .. }) = failed else { panic!("{failed:?}") };
        assert_message(&messages::failure(&failure).replace(&target.display().to_string(), "tệp"));
    }
    let names: Vec<String> = std::fs::read_dir(desk.folder.path())
        .expect("listed")
        .map(|entry| entry.expect("listed").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("so-lieu.db"))
        .collect();
    assert_eq!(names, ["thu-muc.pdf"], "nothing half-written lies around");
    assert!(desk.app.home().expect("drawn").documents.is_empty(), "and nothing is listed");
}

#[test]
fn a_changed_figure_makes_a_saved_document_stale() {
    let mut desk = sample("lang-son-2022");
    let path = desk.path_of("tin.pdf");
    desk.app.save(&Request::of(DocumentStyle::Briefing), &path).expect("saved");
    let stale = |app: &App| app.home().expect("drawn").documents[0].stale;
    assert!(!stale(&desk.app), "it is new");
    desk.typed("figure/at_xa/amount", "174/181");
    assert!(stale(&desk.app), "the paper says something else now");
}
