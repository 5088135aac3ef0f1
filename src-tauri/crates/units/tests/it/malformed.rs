//! Lines that a register's files must not hold: each is an error with its file and number.

use crate::build::SMALL;
use bc138_units::{ReadError, ReadProblem, Registry, RegistryFile, RegistryFiles};

fn with_unit(line: &str) -> Option<ReadError> {
    let units = format!("{}{line}\n", SMALL.units);
    Registry::read(&RegistryFiles { units: &units, ..SMALL }).err()
}

fn with_link(line: &str) -> Option<ReadError> {
    let succession = format!("{}{line}\n", SMALL.succession);
    Registry::read(&RegistryFiles { succession: &succession, ..SMALL }).err()
}

#[test]
fn a_unit_line_that_is_fine_is_taken() {
    assert_eq!(with_unit("Y\txã\txã\t00007\tYên Sơn\tT9\t2025-07-01\t"), None);
}

#[test]
fn a_malformed_unit_names_file_line_and_problem() {
    let line = SMALL.units.lines().count() + 1;
    let cell = |column, text: &str| ReadProblem::Cell { column, text: text.to_owned() };
    for (text, problem) in [
        ("Y\txã", ReadProblem::Columns { expected: 8, found: 2 }),
        ("", ReadProblem::Columns { expected: 8, found: 1 }),
        ("Y\tấp\txã\t7\tYên Sơn\tT9\t\t", cell("level", "ấp")),
        ("Y\txã\tấp\t7\tYên Sơn\tT9\t\t", cell("kind", "ấp")),
        ("Y\txã\txã\t7\tYên Sơn\tT9\t01/07/2025\t", cell("first_day", "01/07/2025")),
        ("Y\txã\txã\t7\tYên Sơn\tT9\t2025-07-01\t2025-13-01", cell("last_day", "2025-13-01")),
        ("Y\txã\txã\t7\t\tT9\t2025-07-01\t", cell("name", "")),
        ("Y\txã\txã\t7\tYên Sơn \tT9\t2025-07-01\t", cell("name", "Yên Sơn ")),
        ("\txã\txã\t7\tYên Sơn\tT9\t2025-07-01\t", cell("key", "")),
        ("A\txã\txã\t7\tYên Sơn\tT9\t2025-07-01\t", ReadProblem::DuplicateKey("A".into())),
        ("Y\txã\txã\t7\tYên Sơn\tT8\t2025-07-01\t", ReadProblem::UnknownKey("T8".into())),
        ("Y\txã\txã\t7\tYên Sơn\tP\t2025-07-01\t", ReadProblem::Parent("P".into())),
        ("Y\txã\txã\t7\tYên Sơn\tT1\t2025-07-01\t", ReadProblem::Parent("T1".into())),
        ("Y\txã\txã\t7\tYên Sơn\t\t2025-07-01\t", ReadProblem::Parent(String::new())),
        ("Y\txã\txã\t7\tYên Sơn\tT9\t2025-07-02\t2025-07-01", ReadProblem::Lifetime),
        ("Y\txã\txã\t00001\tYên Sơn\tT9\t2026-01-01\t", ReadProblem::Overlap("P".into())),
    ] {
        let expected = ReadError { file: RegistryFile::Units, line, problem };
        assert_eq!(with_unit(text), Some(expected), "{text}");
    }
}

#[test]
fn a_type_must_belong_to_its_level() {
    let error = with_unit("Y\txã\thuyện\t7\tYên Sơn\tT9\t\t").expect("a huyện is no xã");
    assert!(matches!(error.problem, ReadProblem::KindOfOtherLevel { .. }), "{error}");
}

#[test]
fn a_malformed_link_names_file_line_and_problem() {
    let line = SMALL.succession.lines().count() + 1;
    let cell = |column, text: &str| ReadProblem::Cell { column, text: text.to_owned() };
    for (text, problem) in [
        ("A\tP", ReadProblem::Columns { expected: 4, found: 2 }),
        ("A\tY\t2025-07-01\twhole", ReadProblem::UnknownKey("Y".into())),
        ("A\tQ\t\twhole", cell("date", "")),
        ("A\tQ\t2025-07-01\thalf", cell("extent", "half")),
        ("A\tQ\t2025-07-02\twhole", ReadProblem::NoMeeting),
        ("A\tB\t2025-07-01\twhole", ReadProblem::NoMeeting),
        ("P\tQ\t2025-07-01\twhole", ReadProblem::NoMeeting),
        ("A\tQ\t2025-07-01\twhole", ReadProblem::Extent("A".into())),
        ("A\tQ\t2025-07-01\tpart", ReadProblem::Extent("A".into())),
        ("C\tR\t2025-07-01\tpart", ReadProblem::Extent("C".into())),
        ("H1\tP\t2025-07-01\tpart", ReadProblem::Extent("H1".into())),
    ] {
        let expected = ReadError { file: RegistryFile::Succession, line, problem };
        assert_eq!(with_link(text), Some(expected), "{text}");
    }
}

#[test]
fn a_file_without_its_heading_is_refused() {
    for files in [
        RegistryFiles { units: "", ..SMALL },
        RegistryFiles { succession: "A\tP\t2025-07-01\twhole\n", ..SMALL },
    ] {
        let error = Registry::read(&files).expect_err("no heading");
        assert_eq!(error.line, 1);
        assert!(matches!(error.problem, ReadProblem::Heading(_)));
    }
}

#[test]
fn lines_may_end_the_windows_way() {
    let (units, succession) =
        (SMALL.units.replace('\n', "\r\n"), SMALL.succession.replace('\n', "\r\n"));
    let files = RegistryFiles { units: &units, succession: &succession };
    let registry = Registry::read(&files).expect("the same lines");
    let plain = Registry::read(&SMALL).expect("well-formed");
    assert_eq!(registry.fingerprint(), plain.fingerprint());
}
