//! Work that a test hands to another process, which may be killed or starved of disk space
//! without taking the test with it. The test binary runs itself again with the job in the
//! environment; without a job the entry does nothing.

use crate::build::{AT, WHO, draft, open};
use bc138_store::{Change, Store, StoreError};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

const STORE: &str = "BC138_TEST_STORE";

/// Writes drafts 1, 2, 3, … until the store refuses, and says each number when it is durable.
#[test]
fn work_of_the_child() {
    let Some(path) = std::env::var_os(STORE) else {
        return;
    };
    let mut out = std::io::stdout();
    let mut store = open(Path::new(&path));
    let mut say = |line: &str| {
        writeln!(out, "{line}").and_then(|()| out.flush()).expect("the parent is listening");
    };
    for number in next_number(&store).. {
        match write_draft(&mut store, number) {
            Ok(()) => say(&format!("ack {number}")),
            Err(error) => {
                say(&format!("refused {}", name(&error)));
                let unchanged = next_number(&store) == number;
                say(&format!("readable {unchanged}"));
                return;
            }
        }
    }
}

fn next_number(store: &Store) -> usize {
    let part = store.dossier(1).expect("the dossier is read").expect("there is a dossier");
    part.drafts.len() + 1
}

/// Long enough that a few hundred of them fill a small disk.
pub fn draft_text(number: usize) -> String {
    format!("{number}: {}", "chữ đang gõ dở ".repeat(40))
}

fn write_draft(store: &mut Store, number: usize) -> Result<(), StoreError> {
    let record = draft(&format!("figure/f{number}/amount"), &draft_text(number));
    let change = Change::new(format!("sửa ô {number}"), Some(1)).put(record);
    store.apply(&change, AT, WHO).map(|_| ())
}

fn name(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull(_) => "DiskFull",
        StoreError::ReadOnly(_) => "ReadOnly",
        _ => "another error",
    }
}

/// The running child and what it says.
pub struct Running {
    pub child: Child,
    pub lines: Lines<BufReader<ChildStdout>>,
}

/// Starts the child on a store; `shell` is run before it, in the process that it will become.
pub fn start(db: &Path, shell: &str) -> Running {
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!("{shell} exec \"$0\" --exact child::work_of_the_child --nocapture"))
        .arg(std::env::current_exe().expect("the test knows its own file"))
        .env(STORE, db)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the test binary can be started again");
    let stdout = child.stdout.take().expect("stdout is piped");
    Running { child, lines: BufReader::new(stdout).lines() }
}

impl Running {
    /// The rest of what the child says, until it ends.
    pub fn rest(&mut self) -> Vec<String> {
        self.lines.by_ref().map_while(Result::ok).collect()
    }
}

/// The number of an acknowledged edit.
pub fn acknowledged(line: &str) -> Option<usize> {
    // The test harness prints its own words on the same line before the first answer.
    line.rsplit_once("ack ").and_then(|(_, number)| number.trim().parse().ok())
}
