//! Help, version, and calls that say nothing sensible.

use crate::bc138::{SAMPLES, assert_vietnamese, call, office, with_sample};

#[test]
fn version_and_help_end_well() {
    let version = call(&["--version"]);
    assert_eq!((version.code, version.stderr.as_str()), (0, ""));
    assert_eq!(version.stdout.trim(), concat!("bc138 ", env!("CARGO_PKG_VERSION")));
    let help = call(&["--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    for word in ["demo", "report", "check", "show", "photo", "--json", "Mã kết thúc"] {
        assert!(help.stdout.contains(word), "the help names {word}");
    }
    for sample in SAMPLES {
        assert!(help.stdout.contains(sample), "the help names {sample}");
    }
}

#[test]
fn a_call_that_makes_no_sense_is_told_in_vietnamese_with_the_help() {
    for args in [
        &[][..],
        &["demo", "lang-son-2022"],
        &["--db"],
        &["--db", "x.db"],
        &["--db", "x.db", "dance"],
        &["--db", "x.db", "demo"],
        &["--db", "x.db", "report"],
        &["--db", "x.db", "report", "--style", "poem", "--out", "a.pdf"],
        &["--db", "x.db", "report", "--style", "briefing"],
        &["--db", "x.db", "check", "--loud"],
        &["--db", "x.db", "check", "--json=yes"],
        &["--db", "x.db", "check", "now"],
        &["--db", "x.db", "photo", "một", "a.png"],
        &["-x"],
    ] {
        let ended = call(args);
        assert_eq!(ended.code, 2, "{args:?} is bad usage");
        assert_eq!(ended.stdout, "", "{args:?} prints no result");
        let (message, help) = ended.stderr.split_once("\n\n").expect("a message, then the help");
        assert_vietnamese(message);
        assert!(help.starts_with("Cách dùng:"), "{args:?}: what would make sense follows");
    }
    assert!(!std::path::Path::new("x.db").exists(), "a bad call makes no file");
}

#[test]
fn a_sample_that_there_is_not_is_told_and_makes_no_file() {
    let office = office();
    let ended = office.run(&["demo", "sao-hoa-2030"]);
    let message = ended.assert_refused();
    assert!(message.contains("sao-hoa-2030") && message.contains("lang-son-2022"), "{message}");
    assert!(office.names().is_empty(), "nothing was made: {:?}", office.names());
}

#[test]
fn findings_end_with_1_and_none_with_0() {
    for name in SAMPLES {
        let office = with_sample(name);
        let ended = office.run(&["check"]);
        let expected = i32::from(name == "hai-duong-2016");
        assert_eq!(ended.code, expected, "{name}: {}", ended.stdout);
        assert_eq!(ended.stderr, "", "findings are a result, no failure");
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let office = with_sample("lang-son-2022");
    let output = std::process::Command::new("sh")
        .args(["-c", "\"$0\" --db \"$1\" show --json | true"])
        .arg(env!("CARGO_BIN_EXE_bc138"))
        .arg(&office.db)
        .output()
        .expect("the shell runs");
    assert!(output.stderr.is_empty(), "`| head` must not print a panic");
}
