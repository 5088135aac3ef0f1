//! Does what was asked and prints what came of it.

use crate::args::{Call, Command, USAGE};
use bc138_app::vi::{messages, truth};
use bc138_app::view::{AwardCard, DocumentVerdict, FigureState, ImportView, Severity};
use bc138_app::{
    App, AppError, Finding, Linted, Request, SAMPLES, SystemClock, Timing, lint_file, verify_file,
};
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
        Call::Lint { file } => {
            lint_file(file).map_or_else(|error| failed(&error), |it| linted(&it))
        }
        Call::VerifyFile { file } => match verify_file(file) {
            Ok(verdict) => verified(&verdict),
            Err(error) => failed(&error),
        },
        Call::On { db, command } => on_store(db, command).unwrap_or_else(|error| failed(&error)),
    };
    ExitCode::from(code)
}

fn failed(error: &AppError) -> u8 {
    eprintln!("{}", messages::failure(error));
    BAD_INPUT
}

/// Prints what breaks the rules of layout.
fn linted(linted: &Linted) -> u8 {
    let findings = &linted.findings;
    if findings.is_empty() {
        say(linted.clean);
    }
    for finding in findings {
        let (code, title, place) = (&finding.code, &finding.title, &finding.place);
        say(&format!("{code} {title} [{place}]"));
        say(&format!("  Thấy: {}; cần: {}", finding.found, finding.wanted));
        say(&format!("  {} ({})", finding.todo, finding.clause));
    }
    if findings.iter().any(|it| it.breaks_rule) { FINDINGS } else { DONE }
}

/// Prints what became of the figures of a document.
fn verified(verdict: &DocumentVerdict) -> u8 {
    say(&verdict.summary);
    for figure in verdict.figures.iter().filter(|it| it.state != FigureState::Holds) {
        say(&format!("  {}", truth::line(figure)));
    }
    if verdict.holds { DONE } else { FINDINGS }
}

fn on_store(db: &Path, command: &Command) -> Result<u8, AppError> {
    refuse_early(db, command)?;
    if let Command::Import { file, dry } = command
        && !db.exists()
    {
        return import_into_new(db, file, *dry);
    }
    let mut app = App::open(db, Arc::new(SystemClock), "bc138")?;
    match command {
        Command::Demo { sample } => {
            app.load_sample(sample)?;
            Ok(say(&format!("Đã nạp mẫu {sample} vào {}.", db.display())))
        }
        Command::Report { request, out, timing } => report(&mut app, request, out, *timing),
        Command::Check { json } => check(&mut app, *json),
        Command::Show { json: true } => Ok(say(&json(&app.shown()?))),
        Command::Show { json: false } => Ok(say(&app.shown_text()?)),
        Command::Photo { number, file } => {
            app.attach_photo_to_number(*number, file)?;
            Ok(say(&format!("Đã gắn ảnh {} vào chú thích {number}.", file.display())))
        }
        Command::Awards { json } => awards(&mut app, *json),
        other => on_everything(&mut app, other),
    }
}

/// Commands on the store as a whole.
fn on_everything(app: &mut App, command: &Command) -> Result<u8, AppError> {
    match command {
        Command::Export { out } => {
            let digest = app.export(out)?;
            Ok(say(&format!("Đã xuất {}. Mã nội dung: {digest}", out.display())))
        }
        Command::Import { file, dry } => Ok(imported(&app.import(file, *dry)?)),
        Command::ExportCatalogue { out } => {
            app.export_catalogue(out)?;
            Ok(say(&format!("Đã xuất danh mục vào {}.", out.display())))
        }
        Command::ImportCatalogue { file, dry } => Ok(imported(&app.import_catalogue(file, *dry)?)),
        Command::Verify => {
            let verdict = app.verify()?;
            verdict.lines.iter().for_each(|line| {
                say(line);
            });
            Ok(if verdict.whole { DONE } else { FINDINGS })
        }
        Command::VerifyDocument { file } => Ok(verified(&app.verify_document(file)?)),
        Command::Log { json: as_json } => log(app, *as_json),
        Command::Units { name } => {
            for hit in app.search_units(name, None, None)? {
                say(&format!("{}\t{}\t{}", hit.key, hit.label, hit.note));
            }
            Ok(DONE)
        }
        _ => Ok(DONE),
    }
}

/// Takes a file into a store that is not there yet. When nothing is taken, no store is left.
fn import_into_new(db: &Path, file: &Path, dry: bool) -> Result<u8, AppError> {
    let mut app = App::open(db, Arc::new(SystemClock), "bc138")?;
    let taken = app.import(file, dry);
    drop(app);
    if dry || !taken.as_ref().is_ok_and(|view| view.taken) {
        for end in ["", "-wal", "-shm"] {
            let mut path = db.as_os_str().to_owned();
            path.push(end);
            // What cannot be removed was not made.
            let _gone = std::fs::remove_file(&path).is_ok();
        }
    }
    taken.map(|view| imported(&view))
}

fn imported(view: &ImportView) -> u8 {
    let head = match (view.taken, view.dry) {
        (false, _) => "",
        (true, true) => "Xem thử, chưa ghi gì: ",
        (true, false) => "Đã nhận: ",
    };
    say(&format!("{head}{}", view.summary));
    for problem in &view.problems {
        say(&format!("  {problem}"));
    }
    if view.taken { DONE } else { BAD_INPUT }
}

fn log(app: &App, as_json: bool) -> Result<u8, AppError> {
    let mut before = None;
    loop {
        let page = app.log_page(before, false)?;
        for line in &page.lines {
            if as_json {
                say(&serde_json::to_string(line).unwrap_or_default());
            } else {
                say(&format!("{} · {} · {} · {}", line.at, line.actor, line.place, line.what));
            }
        }
        before = page.next;
        if before.is_none() {
            return Ok(DONE);
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
        // Taking a file in may make a new store, once the file is there to be read.
        Command::Import { file, .. } => {
            let found = std::fs::metadata(file).map(|_| ());
            found.map_err(|source| AppError::Read { path: file.clone(), source })
        }
        _ if db.exists() => Ok(()),
        _ => {
            let source = std::io::ErrorKind::NotFound.into();
            Err(AppError::Read { path: db.to_path_buf(), source })
        }
    }
}

fn report(app: &mut App, request: &Request, out: &Path, timing: bool) -> Result<u8, AppError> {
    let rendered = app.save(request, out)?;
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
        ("đọc, đặt câu", timing.compose),
        ("dàn trang", timing.layout),
        ("ghi", timing.write),
        ("tổng", timing.total()),
    ];
    let line: Vec<String> = parts.iter().map(|(name, d)| format!("{name} {} ms", ms(*d))).collect();
    say(&line.join(", "));
}

fn check(app: &mut App, as_json: bool) -> Result<u8, AppError> {
    app.read_units()?;
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

/// The list of awards with its money and what to look at.
fn awards(app: &mut App, as_json: bool) -> Result<u8, AppError> {
    let view = app.awards()?;
    let open = view.remarks.iter().any(|remark| remark.finding.severity != Severity::Note);
    let code = if open { FINDINGS } else { DONE };
    if as_json {
        say(&json(&serde_json::json!({ "format": "bc138-awards", "version": 1, "awards": view })));
        return Ok(code);
    }
    say(&view.title);
    for award in &view.awards {
        award_lines(award).iter().for_each(|line| {
            say(line);
        });
    }
    let note = view.total_note.map(|note| format!(" ({note})")).unwrap_or_default();
    say(&format!("Tổng tiền thưởng: {} đồng{note}", view.total));
    for it in view.remarks.iter().map(|remark| &remark.finding) {
        say(&format!("{} {}\n  {}\n  {}", it.code, it.title, it.text, it.todo));
    }
    Ok(code)
}

fn award_lines(award: &AwardCard) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", award.label, award.counts)];
    let states = [&award.apart, &award.revoked].into_iter().flatten();
    lines.extend(states.map(|state| format!("  {state}")));
    lines.extend(award.sic.iter().map(|why| format!("  ghi đúng như nguồn (sic): {why}")));
    for line in &award.lines {
        let parts = [&line.typed.name, &line.typed.post, &line.typed.unit, &line.money];
        let known: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let revoked = line.revoked.as_ref().map(|it| format!(" [{it}]")).unwrap_or_default();
        lines.push(format!("  {}. {}{revoked}", line.index + 1, known.join(" · ")));
    }
    for row in &award.money {
        lines
            .push(format!("  {} {}: {} đồng ({})", row.count, row.recipient, row.sum, row.formula));
        for source in &row.sources {
            let doubt = source.unverified.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
            lines.push(format!("    {}{doubt}", source.text));
        }
    }
    lines.extend(award.missing.iter().map(|gap| format!("  {}", gap.text)));
    lines
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
