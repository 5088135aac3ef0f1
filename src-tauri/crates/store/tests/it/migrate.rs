//! Old files. `tests/fixtures/db/v0001.sql` is a store that version 1 wrote, frozen as SQL: every
//! later version must open it and find every value. A new migration adds a frozen file of its own.

use crate::build::{Place, open, place};
use crate::dump::{assert_sound, raw, records, rows, schema, value};
use bc138_domain::{Amount, DossierPart, Fixed, Qualifier, Recipient, Scope, State};
use bc138_store::{APPLICATION_ID, SCHEMA_VERSION};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The frozen files, oldest first.
const FROZEN: [(i64, &str); 3] = [
    (1, include_str!("../../../../../tests/fixtures/db/v0001.sql")),
    (2, include_str!("../../../../../tests/fixtures/db/v0002.sql")),
    (3, include_str!("../../../../../tests/fixtures/db/v0003.sql")),
];

/// The migrations that were released, with the SHA-256 of each: they never change again. A new
/// migration is added here when it is written.
const RELEASED: [(&str, &str); 3] = [
    ("0001_first.sql", "b327585054cffdfcc5b071396c3b80fc6d31e0795175d4b7a492fe6af1f1b74a"),
    ("0002_units.sql", "d982dd04b32bd0acad7f93e6fcff61c11059c418f76234f328d7f4079d6fd679"),
    ("0003_wording.sql", "09bf6eaf72f2abb6396a37a38cd4f62d461ea48018744a2a6df342241773cdd0"),
];

#[test]
fn a_released_migration_never_changes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations");
    let mut found: Vec<(String, String)> = std::fs::read_dir(&folder)
        .expect("the folder of migrations is there")
        .map(|entry| {
            let path = entry.expect("the folder can be listed").path();
            let bytes = std::fs::read(&path).expect("a migration can be read");
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
        })
        .collect();
    found.sort();
    let released: Vec<_> =
        RELEASED.iter().map(|(n, h)| ((*n).to_owned(), (*h).to_owned())).collect();
    assert_eq!(
        found, released,
        "files in the field were made by these very words; write a new migration instead"
    );
    assert_eq!(
        i64::try_from(found.len()),
        Ok(SCHEMA_VERSION),
        "user_version counts the migrations"
    );
}

#[test]
fn every_released_version_has_its_frozen_file() {
    let frozen: Vec<i64> = FROZEN.iter().map(|(version, _)| *version).collect();
    let versions: Vec<i64> = (1..=SCHEMA_VERSION).collect();
    assert_eq!(frozen, versions, "each schema that was ever released must still open");
}

#[test]
fn frozen_files_open_and_come_to_the_newest_schema() {
    let new = place();
    drop(open(&new.db));
    for (version, sql) in FROZEN {
        let Place { folder: _folder, db } = restored(sql);
        assert_eq!(value(&db, "PRAGMA user_version"), version.to_string(), "it is the old file");
        drop(open(&db));
        assert_eq!(schema(&db), schema(&new.db), "version {version} ends where a new file begins");
        assert_eq!(value(&db, "PRAGMA user_version"), SCHEMA_VERSION.to_string());
        assert_sound(&db, "after the upgrade");
    }
}

#[test]
fn a_second_opening_changes_nothing() {
    for (version, sql) in FROZEN {
        let Place { folder: _folder, db } = restored(sql);
        drop(open(&db));
        let (once, bytes) = (records(&db), std::fs::read(&db).expect("the file is there"));
        drop(open(&db));
        assert_eq!(records(&db), once, "version {version} is upgraded once");
        assert_eq!(std::fs::read(&db).expect("the file is there"), bytes, "not a byte is written");
    }
}

#[test]
fn frozen_files_have_rows_in_every_table_they_know() {
    for (version, sql) in FROZEN {
        let Place { folder: _folder, db } = restored(sql);
        let connection = raw(&db);
        let tables =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        for table in rows(&connection, tables) {
            let filled = rows(&connection, &format!("SELECT count(*) > 0 FROM {table}"));
            assert_eq!(
                filled,
                ["1"],
                "version {version} proves nothing about {table} without rows"
            );
        }
    }
}

#[test]
fn the_values_of_version_1_are_all_found() {
    let Place { folder: _folder, db } = restored(FROZEN[0].1);
    let mut store = open(&db);
    let part = store.dossier(1).expect("it is read").expect("the dossier is there");
    the_event_is_found(&part);
    the_figures_are_found(&part);
    the_awards_are_found(&part);
    the_small_tables_are_found(&part);

    assert_eq!(store.photo(crate::build::PHOTO).ok().as_deref(), Some(&b"photo bytes"[..]));
    let place = store.place().expect("it is read").expect("the place is there");
    assert_eq!((place.dossier, place.step), (Some(1), 3));
    assert_eq!(place.field.as_deref(), Some("figure/at_xa/amount"), "the clerk stopped there");
    let documents = store.documents(1).expect("they are read");
    assert_eq!(documents[0].path, "/tai-lieu/Tin hội nghị.pdf");

    let label = store.next_undo().expect("it is read").map(|step| step.label);
    assert_eq!(label.as_deref(), Some("sửa Khu dân cư"), "what was undoable still is");
    let label = store.next_redo().expect("it is read").map(|step| step.label);
    assert_eq!(label.as_deref(), Some("thêm ảnh"), "and what was taken back can be done again");
    store.redo("2026-01-01T08:00:00", "người thử").expect("the old log can be replayed");
    store.undo("2026-01-01T08:00:00", "người thử").expect("forwards");
    store.undo("2026-01-01T08:00:00", "người thử").expect("and backwards");
    let part = store.dossier(1).expect("it is read").expect("the dossier is there");
    let amount = part.figures[0].amount.as_ref().map(ToString::to_string);
    assert_eq!(amount.as_deref(), Some("1.686/1.727"), "the value before the old change is back");
}

fn the_event_is_found(part: &DossierPart) {
    let dossier = &part.dossier;
    assert_eq!(dossier.label(), "Lạng Sơn · Tổng kết 2022");
    assert_eq!(dossier.window.days().as_deref(), Some("16/11/2021 – 15/11/2022"));
    assert_eq!(dossier.headline.as_deref(), Some("Tổng kết phong trào"));
    assert_eq!(dossier.byline.as_deref(), Some("Người Viết Mẫu"));
    let event = &dossier.event;
    assert_eq!(event.date.map(|day| day.to_string()).as_deref(), Some("2023-02-08"));
    assert_eq!(event.form_detail.as_deref(), Some("2 cấp"));
    assert_eq!(event.venues, Some(12));
    assert_eq!(part.agenda[0].subject, "Thông tư 23");
    assert_eq!(part.agenda[0].years, Some(5));
    assert_eq!(part.bases[0].name, "Quyết định số 06");
    let chair = &part.participants[0];
    assert_eq!(
        chair.with_offices(),
        "Đại tá Người Chủ Trì, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"
    );
    assert_eq!(part.speeches[0].speaker, chair.id);
    assert_eq!(part.passages[0].speech, Some(part.speeches[0].id));
    assert_eq!(part.passages[1].deadline.as_deref(), Some("năm 2023"));
}

fn the_figures_are_found(part: &DossierPart) {
    let printed: Vec<String> =
        part.figures.iter().filter_map(bc138_domain::Figure::printed_amount).collect();
    assert_eq!(
        printed,
        [
            "1.690/1.727",
            "gần 1686",
            "từ 97,6% trở lên",
            "hàng chục",
            "2.530.000 đồng",
            "13,85 kg",
            "không phát sinh",
        ]
    );
    let full = &part.figures[1];
    assert_eq!(full.scope, Scope::Unit { name: "huyện Hàm Yên".to_owned() });
    assert_eq!(full.qualifier, Some(Qualifier::Nearly));
    assert_eq!(full.state, State::Estimate);
    assert_eq!(full.part_of, Some(1));
    assert_eq!(full.categories["kind"].len(), 2);
    assert_eq!(full.provenance.comment.as_deref(), Some("đã đối chiếu"));
    let percent = Amount::Percent { value: Fixed::from_thousandths(97_600) };
    assert_eq!(part.figures[2].amount, Some(percent), "three decimals are exact");
}

fn the_awards_are_found(part: &DossierPart) {
    let award = &part.awards[0];
    assert_eq!(award.decision_number.as_deref(), Some("77/QĐ-UBND"));
    assert_eq!(award.decision_date.map(|day| day.to_string()).as_deref(), Some("2023-01-31"));
    assert_eq!(award.authorities, ["UBND tỉnh", "Công an tỉnh"]);
    let counts: Vec<Option<i32>> = award.shares.iter().map(|share| share.count).collect();
    assert_eq!(counts, [Some(26), Some(19)]);
    assert_eq!(award.lines[0].kind, Recipient::Household);
    assert_eq!(award.merit_year, Some(2022));
    assert_eq!(part.awards[1].subset_of, Some(award.id));
}

fn the_small_tables_are_found(part: &DossierPart) {
    let target = &part.targets[0];
    let amount = target.amount.as_ref().map(|amount| target.operator.apply(&amount.to_string()));
    assert_eq!(amount.as_deref(), Some("từ 80% trở lên"));
    assert_eq!(part.captions[0].photo.as_deref(), Some(crate::build::PHOTO));
    assert_eq!(part.drafts[0].text, "1,73/181");
    assert_eq!(part.reasons[0].finding, "K.004/award/5");
    assert_eq!(part.settings[0].value, "Ban Chỉ đạo 138");
    assert_eq!(part.indicators[0].noun, "chốt dân phòng");
}

/// A file as the old program left it.
fn restored(sql: &str) -> Place {
    let place = place();
    let connection = raw(&place.db);
    connection.execute_batch(sql).expect("the frozen SQL runs");
    drop(connection);
    let id = value(&place.db, "PRAGMA application_id");
    assert_eq!(id, APPLICATION_ID.to_string(), "the frozen file is one of ours");
    place
}

#[test]
fn an_upgraded_log_is_a_chain_that_holds() {
    for (version, sql) in FROZEN {
        let Place { folder: _folder, db } = restored(sql);
        let mut store = open(&db);
        let photo = bc138_store::Break::Photo { hash: crate::build::PHOTO.to_owned() };
        let breaks = |store: &bc138_store::Store| {
            let found = store.verify().expect("it can be verified").breaks;
            found.into_iter().filter(|it| *it != photo).collect::<Vec<_>>()
        };
        assert_eq!(breaks(&store), [], "version {version}: rows of before have their hashes");
        store.undo("2026-01-01T08:00:00", "người thử").expect("undo works");
        assert_eq!(breaks(&store), [], "version {version}: and new rows follow them");
    }
}

#[test]
fn the_values_of_version_2_are_all_found() {
    let Place { folder: _folder, db } = restored(FROZEN[1].1);
    drop(open(&db));
    let made = place();
    crate::build::fill(&mut open(&made.db));
    assert_eq!(records(&db), records(&made.db), "every record, value for value");
    let entries = |path: &Path| {
        open(path).entries(&bc138_store::EntryFilter::default()).expect("entries are read")
    };
    assert_eq!(entries(&db), entries(&made.db), "and every entry");
}

#[test]
fn the_values_of_version_3_are_all_found() {
    let Place { folder: _folder, db } = restored(FROZEN[2].1);
    drop(open(&db));
    let made = place();
    let mut store = open(&made.db);
    crate::build::fill(&mut store);
    crate::build::fill_words(&mut store);
    assert_eq!(records(&db), records(&made.db), "every record, value for value");
    let documents = |path: &Path| open(path).documents(1).expect("they are read");
    let (old, new) = (documents(&db), documents(&made.db));
    assert!(old.iter().any(|it| it == &new[0]), "{old:?} holds what a document said");
}
