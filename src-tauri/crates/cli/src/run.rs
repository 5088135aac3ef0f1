//! Does what was asked and prints what came of it.

use crate::args::{Call, Command, USAGE};
use bc138_app::vi::messages;
use bc138_app::{App, AppError, Finding, SAMPLES, SystemClock, Timing};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Exit codes of the program.
const DONE: u8 = 0;
const FINDINGS: u8 = 1;
const BAD_INPUT: u8 = 2;

/// Runs one call.
pub fn run(call: &Call) -> ExitCode {
    let code = match call {
        Call::Help => say(USAGE),
        Call::Version => say(&format!("bc138 {}", env!("CARGO_PKG_VERSION"))),
        Call::On { db, command } => on_store(db, command).unwrap_or_else(|error| {
            eprintln!("{}", messages::failure(&error));
            BAD_INPUT
        }),
    };
    ExitCode::from(code)
}

fn on_store(db: &Path, command: &Command) -> Result<u8, AppError> {
    refuse_early(db, command)?;
    let mut app = App::open(db, Arc::new(SystemClock), "bc138")?;
    match command {
        Command::Demo { sample } => {
            app.load_sample(sample)?;
            Ok(say(&format!("Đã nạp mẫu {sample} vào {}.", db.display())))
        }
        Command::Report { out, timing } => report(&mut app, out, *timing),
        Command::Check { json } => check(&app, *json),
        Command::Show { json: true } => Ok(say(&json(&app.shown()?))),
        Command::Show { json: false } => Ok(say(&app.shown_text()?)),
        Command::Photo { number, file } => {
            app.attach_photo_to_number(*number, file)?;
            Ok(say(&format!("Đã gắn ảnh {} vào chú thích {number}.", file.display())))
        }
    }
}

/// Refuses what cannot come to anything before opening would make a new file.
fn refuse_early(db: &Path, command: &Command) -> Result<(), AppError> {
    match command {
        Command::Demo { sample } if !SAMPLES.iter().any(|(known, _)| known == sample) => {
            Err(AppError::NoSuchSample(sample.clone()))
        }
        Command::Demo { .. } => Ok(()),
        _ if db.exists() => Ok(()),
        _ => {
            let source = std::io::ErrorKind::NotFound.into();
            Err(AppError::Read { path: db.to_path_buf(), source })
        }
    }
}

fn report(app: &mut App, out: &Path, timing: bool) -> Result<u8, AppError> {
    let rendered = app.save_briefing(out)?;
    let pages = match rendered.pages {
        0 => String::new(),
        pages => format!(", {pages} trang"),
    };
    let size = rendered.bytes.len().div_ceil(1024);
    let code = say(&format!("Đã lưu {} ({size} KiB{pages}).", out.display()));
    if timing {
        print_timing(&rendered.timing);
    }
    Ok(code)
}

fn print_timing(timing: &Timing) {
    let ms = |d: std::time::Duration| format!("{:.1}", d.as_secs_f64() * 1_000.0).replace('.', ",");
    let parts = [
        ("đọc", timing.read),
        ("đặt câu", timing.compose),
        ("dàn trang", timing.layout),
        ("ghi", timing.write),
        ("tổng", timing.total()),
    ];
    let line: Vec<String> = parts.iter().map(|(name, d)| format!("{name} {} ms", ms(*d))).collect();
    say(&line.join(", "));
}

fn check(app: &App, as_json: bool) -> Result<u8, AppError> {
    let findings = app.findings()?;
    if as_json {
        say(&json(
            &serde_json::json!({ "format": "bc138-findings", "version": 1, "findings": findings }),
        ));
    } else if findings.is_empty() {
        say("Không có gì cần xem.");
    } else {
        for finding in &findings {
            say(&finding_text(finding));
        }
    }
    Ok(if findings.iter().any(Finding::counts) { FINDINGS } else { DONE })
}

fn finding_text(finding: &Finding) -> String {
    let weight = match finding.severity {
        "error" => "LỖI",
        "warning" => "CẢNH BÁO",
        _ => "GHI CHÚ",
    };
    let mut text = format!(
        "{} {weight}: {}\n  {}\n  {}",
        finding.code, finding.title, finding.text, finding.todo
    );
    if let Some(reason) = &finding.reason {
        text.push_str(&format!("\n  Lý do: {reason}"));
    }
    text
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Prints a text; a closed pipe is no failure.
fn say(text: &str) -> u8 {
    let _closed = writeln!(std::io::stdout(), "{text}").is_err();
    DONE
}
