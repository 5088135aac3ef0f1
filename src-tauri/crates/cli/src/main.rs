//! `bc138`: everything that the window can do with a store as a whole, without a window.
//!
//! Exit codes: 0 done, 1 findings, 2 bad usage or input.

mod args;
mod run;

use std::process::ExitCode;

fn main() -> ExitCode {
    match args::parse(std::env::args_os()) {
        Ok(call) => run::run(&call),
        Err(problem) => {
            eprintln!("{problem}\n\n{}", args::USAGE);
            ExitCode::from(2)
        }
    }
}
