//! Long work that is stopped: nothing of it is kept, and the store goes on as before.

use crate::desk::{Desk, assert_message, desk, sample};
use bc138_app::vi::messages::{code, failure};
use bc138_app::{AppError, Stage, Work};
use bc138_domain::{BatchBuilder, EntryBatch, Fixed, Measure, Nature, Slot, Window};
use chrono::NaiveDate;
use std::path::PathBuf;

/// Numbers of ten indicators for every commune of the country.
fn many(desk: &mut Desk) -> EntryBatch {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (from, to) = (day(2021, 11, 16), day(2022, 11, 15));
    let units = desk.app.communes_on(to.expect("a day")).expect("the register is read");
    let mut batch = BatchBuilder::default();
    let window = batch.window(&Window { from, to, label: Some("năm 2022".to_owned()) });
    for indicator in ["tin_tong", "tin_gia_tri", "mh_diem", "mh_to", "clb"] {
        let (indicator, categories) = (indicator.to_owned(), bc138_domain::Categories::new());
        let nature = if indicator.starts_with("tin") { Nature::Flow } else { Nature::Stock };
        let measure = batch.measure(&Measure { indicator, nature, categories });
        for (number, unit) in (1_i64..).zip(&units) {
            let unit = batch.unit(unit);
            let slot = Slot::number(Fixed::from_int(number).expect("a small number"));
            batch.put(unit, measure, window, Some(slot));
        }
    }
    batch.build()
}

/// A file with all of them.
fn large_file() -> (Desk, PathBuf) {
    let mut desk = desk();
    let batch = many(&mut desk);
    desk.app.load_entries("nạp số", batch).expect("they are taken");
    let path = desk.path_of("lon.json");
    desk.app.export(&path).expect("it is written");
    (desk, path)
}

/// Stops the work as soon as it is in the middle of a stage.
fn stop_at(work: &Work, stage: Stage) {
    let is_there = || work.reached().is_some_and(|it| it.stage == stage && it.done > 0);
    while work.heed().is_ok() {
        if is_there() {
            work.stop();
        }
        std::thread::yield_now();
    }
}

fn assert_stopped(error: &AppError) {
    assert_eq!(code(error), "stopped");
    assert_message(&failure(error));
}

#[test]
fn an_import_that_is_stopped_while_it_reads_or_writes_changes_nothing() {
    let (_folder, file) = large_file();
    let mut desk = sample("lang-son-2022");
    let before = desk.app.content_digest().expect("it is hashed");
    for stage in [Stage::Reading, Stage::Writing] {
        let work = Work::default();
        let done = std::thread::scope(|scope| {
            scope.spawn(|| stop_at(&work, stage));
            let done = desk.app.import_watched(&file, false, &work);
            work.stop();
            done
        });
        assert_stopped(&done.expect_err("it was stopped"));
        assert_eq!(desk.app.content_digest().expect("it is hashed"), before, "{stage:?}");
    }
    assert!(desk.app.verify().expect("it is verified").whole, "the log ends where it ended");
    assert!(desk.app.import(&file, false).expect("it is read").taken, "and it can be done again");
    assert_ne!(desk.app.content_digest().expect("it is hashed"), before);
}

#[test]
fn verifying_can_be_stopped_at_every_stage() {
    let (desk, _) = large_file();
    for stage in [Stage::Replaying, Stage::Comparing] {
        let work = Work::default();
        work.stop();
        assert_stopped(&desk.app.verify_watched(&work).expect_err("it was stopped"));
        let work = Work::default();
        let done = std::thread::scope(|scope| {
            scope.spawn(|| {
                while work.heed().is_ok() {
                    if work.reached().is_some_and(|it| it.stage >= stage) {
                        work.stop();
                    }
                    std::thread::yield_now();
                }
            });
            let done = desk.app.verify_watched(&work);
            work.stop();
            done
        });
        assert_stopped(&done.expect_err("it was stopped"));
    }
    assert!(desk.app.verify().expect("it is verified").whole);
}
