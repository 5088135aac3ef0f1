//! Files that are not opened: newer, foreign, damaged, not writable. Each is told apart, and each
//! is left as it was.

use crate::build::{Place, fill, open, place};
use crate::dump::{raw, value};
use bc138_store::{APPLICATION_ID, SCHEMA_VERSION, Store, StoreError};
use std::collections::BTreeMap;
use std::path::Path;

/// Every file of a folder with its bytes.
fn folder_bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let files = entries.map(|entry| {
        let path = entry.expect("it can be listed").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("it can be read"))
    });
    files.collect()
}

/// Opens a file that must be refused; the folder must be byte for byte as before.
fn refused(place: &Place) -> StoreError {
    let before = folder_bytes(place.folder.path());
    let error = Store::open(&place.db).expect_err("the file must not be opened");
    let after = folder_bytes(place.folder.path());
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before), "no file is left beside it");
    assert!(after == before, "not a byte of a refused file changes ({error:?})");
    error
}

/// A store that a program after this one wrote.
fn newer(journal_mode: &str) -> Place {
    let place = place();
    let connection = raw(&place.db);
    let set = format!(
        "PRAGMA journal_mode = {journal_mode}; PRAGMA application_id = {APPLICATION_ID};
         PRAGMA user_version = 99; CREATE TABLE something_new (a) STRICT;"
    );
    let set = set.replace("(a)", "(a INTEGER)");
    connection.execute_batch(&set).expect("the newer file is made");
    place
}

#[test]
fn a_newer_file_is_told_by_its_version_and_left_alone() {
    for journal_mode in ["wal", "delete"] {
        let error = refused(&newer(journal_mode));
        let StoreError::FileTooNew { found, known } = error else {
            panic!("a newer file in {journal_mode} mode is told as such, not as {error:?}");
        };
        assert_eq!((found, known), (99, SCHEMA_VERSION));
    }
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    for pragma in ["", "PRAGMA application_id = 1196444487;", "PRAGMA journal_mode = wal;"] {
        let place = place();
        let sql =
            format!("{pragma} CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('a')");
        raw(&place.db).execute_batch(&sql).expect("the foreign file is made");
        let error = refused(&place);
        assert!(matches!(error, StoreError::NotOurs(_)), "{pragma} gives {error:?}");
    }
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let long = "Báo cáo tổng kết phong trào\n".repeat(500);
    for text in ["x", "Báo cáo\n", long.as_str(), "SQLite format 3\0 nhưng không phải"] {
        let place = place();
        std::fs::write(&place.db, text).expect("the text is written");
        let error = refused(&place);
        assert!(matches!(error, StoreError::NotOurs(_)), "{text:.20} gives {error:?}");
    }
}

/// A store of many pages, closed, with everything in the one file.
fn large() -> Place {
    let place = place();
    fill(&mut open(&place.db));
    let connection = raw(&place.db);
    let sql = "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
               INSERT INTO passage SELECT i, 1, i, 'task', NULL, NULL, hex(randomblob(60)), NULL FROM n";
    connection.execute(sql, []).err();
    let sql = sql.replace("SELECT 2 UNION", "SELECT 3 UNION");
    connection.execute(&sql, []).expect("the store grows");
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("all is in one file");
    drop(connection);
    place
}

#[test]
fn a_damaged_page_in_the_middle_is_found_when_the_file_is_opened() {
    let place = large();
    let page_size: usize = value(&place.db, "PRAGMA page_size").parse().expect("a number");
    let mut bytes = std::fs::read(&place.db).expect("it is read");
    let pages = bytes.len() / page_size;
    assert!(pages > 40, "there is a middle");
    // Not one lucky page: a stretch of the file, as a bad disk loses it.
    let (from, to) = (pages / 2 * page_size, (pages / 2 + 4) * page_size);
    bytes[from..to].fill(0xA5);
    std::fs::write(&place.db, &bytes).expect("it is damaged");
    let error = refused(&place);
    let StoreError::Damaged { path, detail } = &error else {
        panic!("damage is told as damage, not as {error:?}");
    };
    assert_eq!(path, &place.db, "and says which file");
    assert!(!detail.is_empty(), "and what SQLite found");
}

#[test]
fn a_file_cut_short_is_damaged() {
    let place = large();
    let bytes = std::fs::read(&place.db).expect("it is read");
    std::fs::write(&place.db, &bytes[..bytes.len() / 2]).expect("half of it is lost");
    let error = refused(&place);
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

/// Root may write wherever permission bits forbid it, so these are places where nobody can: the
/// command line's tests open a really read-only file as another user.
#[test]
fn a_place_where_nothing_can_be_written_is_told() {
    let place = place();
    let file = place.folder.path().join("tep");
    std::fs::write(&file, "x").expect("a file is there");
    let in_a_file = file.join("so-lieu.db");
    let in_no_folder = place.folder.path().join("khong-co").join("so-lieu.db");
    let in_the_kernel = Path::new("/proc/so-lieu.db").to_path_buf();
    let a_folder = place.folder.path().to_path_buf();
    for path in [in_a_file, in_no_folder, in_the_kernel, a_folder] {
        let error = Store::open(&path).expect_err("nothing can be written there");
        let StoreError::ReadOnly(named) = &error else {
            panic!("{} gives {error:?}", path.display());
        };
        assert_eq!(named, &path, "the message can name the place");
    }
}

#[test]
fn a_store_that_another_program_writes_to_is_told_as_busy() {
    let Place { folder: _folder, db } = place();
    let mut store = crate::build::with_dossier(&db);
    let other = raw(&db);
    other.execute_batch("BEGIN IMMEDIATE").expect("the other program writes");
    let change = bc138_store::Change::new("ghi", Some(1)).put(crate::build::basis());
    let error = store.apply(&change, crate::build::AT, crate::build::WHO);
    assert!(matches!(error, Err(StoreError::Busy(_))), "{error:?}");
    other.execute_batch("ROLLBACK").expect("the other program is done");
    store.apply(&change, crate::build::AT, crate::build::WHO).expect("now it is our turn");
}
