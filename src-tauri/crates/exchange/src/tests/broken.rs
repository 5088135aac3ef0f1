//! Files that are cut, changed or made to do harm: refused, never a crash.

use super::dice::everything;
use super::{context, refused, taken, try_read, with_dossier};
use crate::problem::{Fault, ProblemKind};
use crate::{read, write};
use proptest::prelude::*;

/// A small file in which every kind of value stands.
fn small() -> String {
    with_dossier(
        r#""figures": [{"indicator": "at_kdc", "amount": "gần 1.686/1.727", "comment": "đ\u00e2"}],
        "passages": [{"role": "nhiệm vụ", "text": "làm tốt"}]"#,
    )
}

#[test]
fn every_beginning_of_a_file_is_refused_as_cut() {
    let text = small();
    taken(&text);
    for cut in 0..text.len() - 1 {
        let problems = read(&text.as_bytes()[..cut], &context()).unwrap_err();
        let ended = ProblemKind::Syntax(Fault::Ended);
        let kind = &problems[0].kind;
        assert!(*kind == ended || *kind == ProblemKind::NotUtf8, "{cut}: {kind:?}");
    }
}

#[test]
fn depth_never_reaches_the_stack() {
    for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        let problems = refused(&text);
        assert!(matches!(problems[0].kind, ProblemKind::Syntax(Fault::TooDeep { .. })));
        assert_eq!(problems[0].place.line, 1);
    }
    let inside = with_dossier(&format!("\"figures\": {}", "[".repeat(100_000)));
    assert!(matches!(refused(&inside)[0].kind, ProblemKind::Syntax(Fault::TooDeep { .. })));
}

#[test]
fn a_mark_of_byte_order_means_nothing_and_other_encodings_are_told() {
    let text = small();
    assert_eq!(taken(&format!("\u{FEFF}{text}")), taken(&text));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [&wide[..], b"{\"format\": \"\xE1\"}", b"\xFF"] {
        let problems = read(bytes, &context()).unwrap_err();
        let told = matches!(problems[0].kind, ProblemKind::NotUtf8 | ProblemKind::Syntax(_));
        assert!(told, "{problems:?}");
    }
}

#[test]
fn what_is_no_json_at_all_is_told_as_such() {
    for bytes in [&b"<!doctype html><p>"[..], "Báo cáo".as_bytes(), b"PK\x03\x04\xC3\x28"] {
        let problems = read(bytes, &context()).unwrap_err();
        assert_eq!(problems[0].kind, ProblemKind::NotJson, "{bytes:?}");
    }
}

#[test]
fn a_hundred_thousand_problems_are_not_listed() {
    let figures = vec!["{\"amuont\": 1}"; 100_000].join(",");
    let problems = refused(&with_dossier(&format!("\"figures\": [{figures}]")));
    assert_eq!(problems.len(), 201, "two hundred, and that there are more");
    assert!(matches!(problems[200].kind, ProblemKind::ManyMore { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn cut_canonical_files_are_refused(all in everything(), cut in any::<prop::sample::Index>()) {
        let bytes = write(&all);
        let cut = cut.index(bytes.len() - 1);
        prop_assert!(read(&bytes[..cut], &context()).is_err());
    }

    #[test]
    fn changed_bytes_never_crash_the_reader(
        all in everything(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = write(&all);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        drop(read(&bytes, &context()));
    }

    #[test]
    fn swapped_pieces_never_crash_the_reader(
        all in everything(),
        places in proptest::collection::vec(any::<prop::sample::Index>(), 3),
    ) {
        let mut bytes = write(&all);
        let mut places: Vec<usize> = places.iter().map(|it| it.index(bytes.len())).collect();
        places.sort_unstable();
        bytes[places[0]..places[2]].rotate_left(places[1] - places[0]);
        drop(read(&bytes, &context()));
    }

    #[test]
    fn changed_words_never_crash_the_reader(
        word in "[\\PC]{0,12}|-?[0-9]{1,22}(\\.[0-9]{1,4})?|\\{\\}|\\[\\]|null|true",
        place in any::<prop::sample::Index>(),
    ) {
        let text = small();
        let values: Vec<usize> = text.match_indices(": ").map(|(at, _)| at + 2).collect();
        let at = values[place.index(values.len())];
        let end = text[at..].find([',', '}']).map_or(text.len(), |length| at + length);
        drop(try_read(&format!("{}{word}{}", &text[..at], &text[end..])));
        drop(try_read(&format!("{}\"{word}\"{}", &text[..at], &text[end..])));
    }
}
