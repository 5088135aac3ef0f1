//! The `CHECK`s: what the schema refuses even when a program asks for it.

use crate::build::{Place, fill, open, place};
use crate::dump::raw;

/// Statements on a store with rows in every table, each breaking one rule.
const REFUSED: [(&str, &str); 50] = [
    ("UPDATE setting SET key = ''", "a setting has a key"),
    ("UPDATE setting SET valid_from = '2023-02-31'", "no such day"),
    ("UPDATE setting SET valid_from = '2026-01-01'", "from is not after to"),
    ("UPDATE indicator SET kind = 'weight'", "a kind the program knows"),
    ("UPDATE indicator SET core = 2", "yes or no"),
    ("INSERT INTO indicator SELECT 9, code, name, unit, kind, field_group, core, lead, noun, tail,
      valid_from, NULL, '[]', 'sum', 'last', NULL, NULL, '', '' FROM indicator", "a version once"),
    ("UPDATE indicator SET over_units = 'mean'", "never a mean of ratios"),
    ("UPDATE indicator SET over_time = 'first'", "a rule the program knows"),
    ("UPDATE indicator SET dimensions = '{}'", "dimensions are a list"),
    ("UPDATE field_group SET step = 9", "a step of the path"),
    ("UPDATE dimension SET cover = 'half'", "a cover the program knows"),
    ("UPDATE category SET valid_to = '2019-12-31'", "from is not after to"),
    ("UPDATE unit_event SET date = '01/05/2026'", "days are stored as ISO"),
    ("UPDATE unit_event SET act = '{}'", "an act says what it is"),
    ("UPDATE unit_set SET members = '{}'", "members are a list"),
    ("UPDATE year_mark SET reason = ''", "opening again wants its reason"),
    ("UPDATE entry SET value = -1", "no count is below zero"),
    ("UPDATE entry SET state = 5", "five states"),
    ("UPDATE entry_note SET note = '[]'", "a note is an object"),
    ("UPDATE award SET medal_class = 'fourth'", "three classes"),
    ("UPDATE award SET decision_kind = 'weekly'", "a kind the law knows"),
    ("UPDATE dossier SET province = ''", "a province has a name"),
    ("UPDATE dossier SET province_type = ''", "a type has a name"),
    ("UPDATE dossier SET kind = 'monthly'", "annual or review"),
    ("UPDATE dossier SET window_from = '2023-01-01'", "the window runs forwards"),
    ("UPDATE dossier SET event_date = '08/02/2023'", "days are stored as ISO"),
    ("UPDATE dossier SET event_session = 'evening'", "a session the program knows"),
    ("UPDATE dossier SET venues = 0", "no conference without a venue"),
    ("UPDATE agenda_item SET years = 0", "at least a year"),
    ("UPDATE agenda_item SET act = 'party'", "an act the program knows"),
    ("UPDATE basis SET role = 'cited'", "a role the program knows"),
    ("UPDATE participant SET offices = '{}'", "offices are a list"),
    ("UPDATE speech SET speaker = 99", "a speech has a speaker"),
    ("UPDATE passage SET role = 'joke'", "a role the program knows"),
    ("UPDATE figure SET amount_value = -1 WHERE id = 1", "no count is below zero"),
    ("UPDATE figure SET amount_total = NULL WHERE id = 1", "x/y has its y"),
    ("UPDATE figure SET amount_words = '' WHERE amount_type = 'words'", "words are not empty"),
    ("UPDATE figure SET amount_words = NULL WHERE amount_type = 'words'", "words are there"),
    ("UPDATE figure SET amount_words = NULL WHERE amount_type = 'quantity'", "a unit is there"),
    ("UPDATE figure SET state = 'not_reported' WHERE id = 1", "no amount without a value"),
    ("UPDATE figure SET amount_type = NULL WHERE id = 1", "no value without an amount"),
    ("UPDATE figure SET scope_name = NULL WHERE scope_type = 'unit'", "a unit has a name"),
    ("UPDATE figure SET part_of = id WHERE id = 1", "nothing is part of itself"),
    ("UPDATE figure SET amount_value = 'một' WHERE id = 1", "strict: a count is a number"),
    ("UPDATE award SET merit_year = 22", "years have four digits"),
    ("UPDATE award SET subset_of = id WHERE id = 1", "nothing is part of itself"),
    ("UPDATE target SET amount = '[]'", "an amount is an object"),
    ("UPDATE caption SET photo = 'nothing' WHERE id = 1", "a photo that is kept"),
    ("UPDATE photo SET hash = 'short'", "a hash of 64 digits"),
    ("UPDATE reason SET text = ''", "a reason says something"),
];

#[test]
fn rows_that_break_a_rule_are_refused() {
    let Place { folder: _folder, db } = place();
    let mut store = open(&db);
    fill(&mut store);
    let connection = raw(&db);
    connection.pragma_update(None, "foreign_keys", true).expect("this connection keeps the rules");
    for (sql, why) in REFUSED {
        let refused = connection.execute(sql, []);
        let code = refused.as_ref().err().and_then(|error| error.sqlite_error_code());
        assert_eq!(
            code,
            Some(rusqlite::ErrorCode::ConstraintViolation),
            "{why}: {sql} gives {refused:?}"
        );
    }
}

#[test]
fn rows_that_would_stand_twice_are_refused() {
    let Place { folder: _folder, db } = place();
    fill(&mut open(&db));
    let connection = raw(&db);
    for (sql, why) in [
        ("INSERT INTO draft SELECT 9, dossier, field, text FROM draft", "one draft a field"),
        ("INSERT INTO reason SELECT 9, dossier, finding, text FROM reason", "one reason a finding"),
        ("INSERT INTO place VALUES (2, 1, 1, NULL)", "the clerk is in one place"),
        ("INSERT INTO place VALUES (1, 1, 9, NULL)", "there are eight steps"),
        ("INSERT INTO undo_stack VALUES (99, 1, 'sideways')", "undo or redo"),
        (
            "INSERT INTO change_log VALUES (99, '', '', 1, '', 'do', NULL, '[]', '[]', NULL, zeroblob(32))",
            "a label",
        ),
        ("INSERT INTO change_log VALUES (99, '', '', 1, 'x', 'do', 1, '[]', '[]')", "no target"),
        (
            "INSERT INTO change_log VALUES (99, '', '', 1, 'x', 'undo', NULL, '[]', '[]')",
            "a target",
        ),
        (
            "INSERT INTO change_log VALUES (99, '', '', 1, 'x', 'do', NULL, '[1]', '[]')",
            "two sides",
        ),
    ] {
        let refused = connection.execute(sql, []);
        assert!(refused.is_err(), "{why}: {sql} was taken");
    }
}
