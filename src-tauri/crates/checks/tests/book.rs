//! The book of checks as it is shipped: every example of every check does what it says.

mod assets;

use assets::{TEXTS, book, catalogue};
use bc138_checks::{Book, BookError, Severity};

#[test]
fn every_example_does_what_its_check_says() {
    let failures = book().failing_examples(catalogue());
    let told: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
