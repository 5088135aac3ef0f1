//! Every problem is told with its place.

use super::{refused, with_dossier};
use crate::problem::{Fault, JsonType, NumberProblem, PhotoProblem, ProblemKind, Subject, Wanted};
use bc138_domain::cell::CellError;
use bc138_domain::{Kind, Record};

/// The one problem of a text whose wrong value stands between «».
fn told(marked: &str) -> (String, ProblemKind) {
    let text = marked.replace(['«', '»'], "");
    let problems = refused(&text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let problem = problems.into_iter().next().unwrap();
    if let Some(before) = marked.split('«').next().filter(|before| before.len() < marked.len()) {
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        assert_eq!((problem.place.line, problem.place.column), (line, column), "{marked}");
    }
    (problem.place.pointer, problem.kind)
}

fn in_dossier(parts: &str) -> (String, ProblemKind) {
    told(&with_dossier(parts))
}

fn figure(fields: &str) -> (String, ProblemKind) {
    in_dossier(&format!("\"figures\": [{{\"indicator\": \"clb\", {fields}}}]"))
}

fn unknown_key(key: &str, likely: Option<&str>) -> ProblemKind {
    ProblemKind::UnknownKey { key: key.to_owned(), likely: likely.map(str::to_owned) }
}

fn no_such(subject: Subject, name: &str, likely: Option<&str>) -> ProblemKind {
    let (name, likely) = (name.to_owned(), likely.map(str::to_owned));
    ProblemKind::NoSuch { subject, name, likely }
}

#[test]
fn a_file_of_another_kind_or_time_is_told_apart() {
    let format =
        |found: Option<&str>| ProblemKind::NotThisFormat { found: found.map(str::to_owned) };
    assert_eq!(told("{}"), ("/format".to_owned(), format(None)));
    assert_eq!(
        told(r#"{"format": «"bc138-dossier", "version": 1}"#).1,
        format(Some("bc138-dossier"))
    );
    let version = ProblemKind::UnknownVersion { found: "2".to_owned(), known: 1 };
    let newer = r#"{"format": "bc138", "version": «2, "later": true}"#;
    assert_eq!(told(newer), ("/version".to_owned(), version), "what is new in it is no mistake");
    let list = ProblemKind::WrongType { wanted: Wanted::Object, found: JsonType::List };
    assert_eq!(told("[1, 2]").1, list);
    assert_eq!(
        told("{\"format\": \"bc138\", \"version\": 1} «x").1,
        ProblemKind::Syntax(Fault::Trailing)
    );
}

#[test]
fn an_unknown_key_is_told_with_the_key_that_was_meant() {
    let here =
        ("/dossiers/0/figures/0/comnent".to_owned(), unknown_key("comnent", Some("comment")));
    assert_eq!(figure(r#""amount": 1, «"comnent": "x""#), here);
    assert_eq!(in_dossier(r#"«"figuers": []"#).1, unknown_key("figuers", Some("figures")));
    assert_eq!(
        figure(r#""amount": 1, "wording": {«"leed": "x"}"#),
        ("/dossiers/0/figures/0/wording/leed".to_owned(), unknown_key("leed", Some("lead")))
    );
    assert_eq!(
        told(r#"{"format": "bc138", "version": 1, «"dossier": []}"#).1,
        unknown_key("dossier", Some("dossiers"))
    );
    assert_eq!(
        told(r#"{"format": "bc138", "version": 1, "entries": {«"unit": []}}"#).1,
        unknown_key("unit", Some("units"))
    );
    assert_eq!(in_dossier(r#"«"weather": "fine""#).1, unknown_key("weather", None));
}

#[test]
fn keys_and_syntax_have_their_places() {
    let twice = ProblemKind::DuplicateKey { key: "amount".to_owned() };
    assert_eq!(figure(r#""amount": 1, «"amount": 2"#).1, twice);
    let missing = |key| ProblemKind::Missing { key };
    assert_eq!(in_dossier(r#""figures": [«{"amount": 1}]"#).1, missing("indicator"));
    assert_eq!(in_dossier(r#""figures": [«{"indicator": "clb"}]"#).1, missing("amount"));
    assert_eq!(in_dossier(r#""passages": [«{"role": "task"}]"#).1, missing("text"));
    assert!(matches!(figure("\"amount\": «09").1, ProblemKind::Syntax(Fault::Number)));
    assert!(matches!(figure("\"comment\": \"a«\nb\"").1, ProblemKind::Syntax(Fault::Control(10))));
}

#[test]
fn numbers_are_told_why_they_are_none() {
    let number = |kind: NumberProblem| ProblemKind::Number(kind);
    assert_eq!(figure(r#""amount": «-5"#).1, number(NumberProblem::Negative));
    assert_eq!(figure(r#""amount": «1e3"#).1, number(NumberProblem::Exponent));
    assert!(matches!(
        figure(r#""amount": «1.686"#).1,
        ProblemKind::Number(NumberProblem::Ambiguous { .. })
    ));
    let count = |fields: &str| in_dossier(&format!("\"awards\": [{{{fields}}}]")).1;
    assert_eq!(count(r#""collectives": «2.5"#), number(NumberProblem::NotWhole));
    assert_eq!(count(r#""persons": «-1"#), number(NumberProblem::Negative));
    assert_eq!(
        count(r#""merit_year": «1066"#),
        number(NumberProblem::OutOfRange { min: 1945, max: 2200 })
    );
    let comma = CellError::CommaThousands { likely: "gần 1.686".to_owned() };
    assert_eq!(
        figure(r#""amount": «"gần 1,686""#),
        ("/dossiers/0/figures/0/amount".to_owned(), comma.into())
    );
    assert_eq!(figure(r#""amount": «"""#).1, CellError::Unreadable.into());
}

#[test]
fn texts_dates_and_windows_are_told_why_they_are_none() {
    assert!(matches!(
        figure(&format!("\"amount\": 1, \"noun\": «\"{}\"", "a".repeat(601))).1,
        ProblemKind::Text(_)
    ));
    assert!(matches!(figure(r#""amount": 1, "noun": «"B¸o c¸o""#).1, ProblemKind::Text(_)));
    assert!(matches!(in_dossier(r#""event": {"date": «"31/02/2023"}"#).1, ProblemKind::Date(_)));
    let backwards = figure(r#""amount": 1, "window": «{"from": "2024-02-01", "to": "2024-01-01"}"#);
    assert_eq!(backwards.0, "/dossiers/0/figures/0/window");
    assert!(matches!(backwards.1, ProblemKind::Window(_)));
    let wrong = |wanted, found| ProblemKind::WrongType { wanted, found };
    assert_eq!(figure(r#""amount": «true"#).1, wrong(Wanted::Amount, JsonType::Flag));
    assert_eq!(figure(r#""amount": 1, "window": «[]"#).1, wrong(Wanted::Window, JsonType::List));
    assert_eq!(
        in_dossier(r#""awards": [{"headline": «"có"}]"#).1,
        wrong(Wanted::Flag, JsonType::Text)
    );
    assert_eq!(in_dossier(r#""awards": «{}"#).1, wrong(Wanted::List, JsonType::Object));
    assert_eq!(
        told(r#"{"format": "bc138", "version": 1, "settings": «3}"#).1,
        wrong(Wanted::List, JsonType::Number)
    );
}

#[test]
fn words_are_told_with_the_choices() {
    let (pointer, kind) = in_dossier(r#""participants": [{"name": "Mẫu", "role": «"chủ chì"}]"#);
    assert_eq!(pointer, "/dossiers/0/participants/0/role");
    let ProblemKind::UnknownWord { word, choices, likely } = kind else { panic!("{kind:?}") };
    assert_eq!((word.as_str(), likely), ("chủ chì", Some("chủ trì")));
    let terms = ["chủ trì", "đại biểu", "nhóm đại biểu", "trình bày báo cáo", "phát biểu"];
    assert_eq!(choices, terms, "the choices are told in Vietnamese");
}

#[test]
fn references_to_nothing_are_told() {
    assert_eq!(
        in_dossier(r#""figures": [{"indicator": «"clbb", "amount": 1}]"#).1,
        no_such(Subject::Indicator, "clbb", Some("clb"))
    );
    assert_eq!(
        in_dossier(r#""awards": [{"form": «"bang_ken"}]"#).1,
        no_such(Subject::AwardForm, "bang_ken", Some("bang_khen"))
    );
    let speech =
        r#""participants": [{"name": "Trần Mẫu"}], "speeches": [{"speaker": «"Trần Mậu"}]"#;
    assert_eq!(in_dossier(speech).1, no_such(Subject::Participant, "Trần Mậu", Some("trần mẫu")));
    assert_eq!(figure(r#""amount": 1, "part_of": «9"#).1, no_such(Subject::Figure, "9", None));
    assert_eq!(
        in_dossier(r#""captions": [{"text": "x", "photo": «"mất"}]"#).1,
        no_such(Subject::Photo, "mất", None)
    );
    let people =
        r#""participants": [{"name": "Mẫu"}, {"name": "Mẫu"}], "speeches": [{"speaker": «"Mẫu"}]"#;
    let twins = r#""figures": [
        {"name": "Chốt", "unit": "chốt", "amount": 1}, {"name": "Chốt", "unit": "tổ", "amount": 1},
        {"name": «"Chốt", "amount": 1}]"#;
    let (subject, name) = (Subject::Indicator, "Chốt".to_owned());
    let candidates = vec!["own_1".to_owned(), "own_2".to_owned()];
    let which = ProblemKind::Ambiguous { subject, name, count: 2, candidates };
    assert_eq!(in_dossier(twins).1, which, "which of the two is not guessed");
    let ambiguous = ProblemKind::Ambiguous {
        subject: Subject::Participant,
        name: "Mẫu".to_owned(),
        count: 2,
        candidates: Vec::new(),
    };
    assert_eq!(in_dossier(people).1, ambiguous);
}

#[test]
fn what_stands_twice_or_says_two_things_is_told() {
    let taken = |value: &str| ProblemKind::Taken { value: value.to_owned() };
    assert_eq!(
        in_dossier(r#""bases": [{"id": 4, "name": "a"}, {"id": «4, "name": "b"}]"#).1,
        taken("4")
    );
    let drafts = r#""drafts": [{"field": "a", "text": ""}, {"field": «"a", "text": "b"}]"#;
    assert_eq!(in_dossier(drafts).1, taken("a"));
    let conflict = |key, other| ProblemKind::Conflict { key, other };
    assert_eq!(
        figure(r#""amount": «"gần 5", "qualifier": "trên""#).1,
        conflict("amount", "qualifier")
    );
    assert_eq!(
        figure(r#""amount": 1, "noun": «"a", "wording": {"noun": "b"}"#).1,
        conflict("noun", "wording")
    );
    assert_eq!(figure(r#""amount": «5, "state": "zero""#).1, ProblemKind::NeedlessAmount);
    let circle = in_dossier(
        r#""figures": [{"ref": "a", "indicator": "clb", "amount": 1, "part_of": «"a"}]"#,
    );
    assert_eq!(circle, ("/dossiers/0/figures/0/part_of".to_owned(), ProblemKind::Circular));
}

#[test]
fn a_photo_is_what_its_hash_says() {
    let photo = |name: &str, text: &str| {
        told(&format!(r#"{{"format": "bc138", "version": 1, "photos": {{"{name}": «"{text}"}}}}"#))
            .1
    };
    assert_eq!(photo(&"0".repeat(64), "aGk="), PhotoProblem::Hash.into());
    assert_eq!(photo("ảnh", "không"), PhotoProblem::Encoding.into());
}

fn entries(fields: &str) -> (String, ProblemKind) {
    told(&format!(
        r#"{{"format": "bc138", "version": 1, "entries": {{
"units": ["U1", "U2"], "measures": ["at_kdc", "clb"], "windows": [2024], {fields}}}}}"#
    ))
}

#[test]
fn rows_of_entries_have_their_places_too() {
    let row = |text: &str| entries(&format!("\"rows\": [[0, 0, 0, 1, 2],\n {text}]"));
    assert_eq!(
        row("[«5, 0, 0, 1]"),
        ("/entries/rows/1".to_owned(), no_such(Subject::Entry, "5", None))
    );
    let (pointer, again) = row("«[0, 0, 0, 3]");
    assert_eq!(pointer, "/entries/rows/1");
    assert!(
        matches!(&again, ProblemKind::CellTwice { unit, indicator, window }
            if unit == "U1" && indicator == "at_kdc" && window.to.is_some()),
        "{again:?}"
    );
    assert_eq!(row("«[1, 0, 0]").1, ProblemKind::RowLength { found: 3, wanted: 4 });
    assert_eq!(row("[1, 0, 0, 1, 2, «3]").1, ProblemKind::RowLength { found: 6, wanted: 5 });
    assert_eq!(row("[1, 0, 0, «\"abc\"]").1, CellError::Unreadable.into());
    assert_eq!(
        row("[1, 1, 0, «\"4/5\"]").1,
        ProblemKind::UnfitAmount { indicator: "clb".to_owned() }
    );
    assert_eq!(row("«[1, 0, 0, 5, \"zero\"]").1, ProblemKind::NeedlessAmount);
    assert_eq!(row("[1, 0, 0, «-5]").1, NumberProblem::Negative.into());
    assert!(matches!(row("«7").1, ProblemKind::WrongType { wanted: Wanted::List, .. }));
    let note = entries(r#""rows": [[0, 0, 0, 1]], "notes": [{"row": «1, "comment": "x"}]"#);
    assert_eq!(note, ("/entries/notes/0/row".to_owned(), no_such(Subject::Entry, "1", None)));
    let twice = told(r#"{"format": "bc138", "version": 1, "entries": {"units": ["U1", «"U1"]}}"#);
    assert_eq!(twice.1, ProblemKind::Taken { value: "U1".to_owned() });
}

#[test]
fn a_table_has_as_many_cells_as_columns() {
    let (pointer, kind) = entries(
        r#""tables": [{"window": 2025, "measures": ["clb"], "rows": [["U1", 1], «["U2"]]}]"#,
    );
    assert_eq!(
        (pointer.as_str(), kind),
        ("/entries/tables/0/rows/1", ProblemKind::RowLength { found: 1, wanted: 2 })
    );
    let twice = entries(
        r#""tables": [{"window": 2025, "measures": ["clb"], "rows": [["U1", 1], ["U1", «2]]}]"#,
    );
    assert_eq!(twice.0, "/entries/tables/0/rows/1");
    assert!(matches!(twice.1, ProblemKind::CellTwice { indicator, .. } if indicator == "clb"));
}

#[test]
fn several_problems_are_told_at_once_in_the_order_of_the_text() {
    let problems = refused(&with_dossier(
        r#""figures": [{"indicator": "nothing", "amount": "x"}, {"indicator": "clb", "amount": -1}],
        "passages": [{"role": "x"}]"#,
    ));
    let pointers: Vec<&str> = problems.iter().map(|it| it.place.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/dossiers/0/figures/0/amount",
            "/dossiers/0/figures/1/amount",
            "/dossiers/0/passages/0",
            "/dossiers/0/passages/0/role",
        ]
    );
}

/// What the store's tables refuse is refused here, where the place is known.
#[test]
fn what_the_store_could_not_hold_is_told_with_its_place() {
    let empty = |text: &str, pointer: &str| {
        assert_eq!(told(text), (pointer.to_owned(), ProblemKind::Empty), "{text}");
    };
    let top = |list: &str| format!(r#"{{"format": "bc138", "version": 1, {list}}}"#);
    empty(&top(r#""dossiers": [{"province": «"  ", "window": 2024}]"#), "/dossiers/0/province");
    empty(&top(r#""settings": [{"key": «"", "value": "1"}]"#), "/settings/0/key");
    empty(&top(r#""groups": [{"code": "g", "title": «""}]"#), "/groups/0/title");
    empty(&top(r#""unit_sets": [{"name": «" ", "members": []}]"#), "/unit_sets/0/name");
    empty(&top(r#""templates": [{"name": «"", "text": "x"}]"#), "/templates/0/name");
    empty(&top(r#""indicators": [{"name": «""}]"#), "/indicators/0/name");
    for (part, pointer) in [
        (r#""reasons": [{"finding": "K.001", "text": «""}]"#, "/reasons/0/text"),
        (r#""figures": [{"name": «"", "amount": 1}]"#, "/figures/0/name"),
        (
            r#""figures": [{"indicator": "clb", "amount": {"type": "words", "words": «""}}]"#,
            "/figures/0/amount/words",
        ),
        (
            r#""figures": [{"indicator": "clb", "amount": 1, "scope": {"type": "set", "name": «""}}]"#,
            "/figures/0/scope/name",
        ),
    ] {
        assert_eq!(
            in_dossier(part),
            (format!("/dossiers/0{pointer}"), ProblemKind::Empty),
            "{part}"
        );
    }
    let (pointer, kind) = told(&top(r#""settings": [{"key": "report.place", "value": "Mẫu",
          "valid_from": "2025-02-01", "valid_to": «"2025-01-01"}]"#));
    assert_eq!(pointer, "/settings/0/valid_to");
    assert!(matches!(kind, ProblemKind::Window(_)));
    let opened = top(
        r#""year_marks": [«{"year": 2024, "step": "mở lại", "day": "01/02/2025", "actor": "Mẫu",
          "digest": "x", "change": 1}]"#,
    );
    assert_eq!(told(&opened).1, ProblemKind::Missing { key: "reason" });
}

#[test]
fn records_are_found_again_by_their_ids() {
    let text = r#"{"format": "bc138", "version": 1,
  "indicators": [{"code": "own_1", "name": "Một", "parent": "own_2"},
    {"id": 7, "code": "own_2", "name": "Hai", "parent": "own_1"}],
  "entries": {"tables": [{"window": 2025, "measures": ["clb"], "rows": [["U1", ""], ["U2", 3]]}]}}"#;
    let context = super::context();
    let (everything, places) = crate::read_placed(text.as_bytes(), &context).unwrap();
    let id = everything.records.iter().map(Record::id).find(|id| *id != 7).unwrap();
    let place = places.record(Kind::Indicator, id, "parent");
    assert_eq!((place.pointer.as_str(), place.line), ("/indicators/0/parent", 2));
    let place = places.record(Kind::Indicator, 7, "calendar");
    assert_eq!((place.pointer.as_str(), place.line), ("/indicators/1", 3), "what is not there");
    let window = &everything.entries.windows[0];
    let place = places.entry("U2", window);
    assert_eq!((place.pointer.as_str(), place.line), ("/entries/tables/0/rows/1", 4));
}
