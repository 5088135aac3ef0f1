//! What was asked for on the command line.

use bc138_app::view::LensChoice;
use bc138_app::{DocumentStyle, Request};
use chrono::NaiveDate;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// The help text.
pub const USAGE: &str = "\
Cách dùng:
  bc138 --db TỆP demo MẪU
  bc138 --db TỆP report --style KIỂU --out TỆP.pdf|.docx|.xlsx|.txt [--timing]
                [--unit ĐƠN_VỊ] [--since BẢN_NHÁP] [--award SỐ] [--test-sheet]
                [--number SỐ] [--date NGÀY/THÁNG/NĂM] [--approximate]
                [--lens as-reported|today|NĂM-THÁNG-NGÀY]
  bc138 --db TỆP check [--json]
  bc138 --db TỆP show [--json]
  bc138 --db TỆP awards [--json]
  bc138 --db TỆP photo SỐ_THỨ_TỰ_ẢNH TỆP.jpg|.png
  bc138 --db TỆP export --out TỆP.json
  bc138 --db TỆP import TỆP.json [--dry-run]
  bc138 --db TỆP catalogue --out TỆP.tsv
  bc138 --db TỆP catalogue TỆP.tsv [--dry-run]
  bc138 --db TỆP verify
  bc138 lint VĂN_BẢN.docx
  bc138 [--db TỆP] verify VĂN_BẢN.pdf|.docx
  bc138 --db TỆP log [--json]
  bc138 --db TỆP units TÊN
  bc138 --version

Mẫu: lao-cai-2017, thai-binh-2018, hai-duong-2016, lang-son-2022, tuyen-quang-2023
Mã kết thúc: 0 xong, 1 có điều cần xem hoặc nhật ký không còn nguyên vẹn, 2 lệnh hoặc dữ liệu vào sai";

const COMMANDS: &str =
    "demo, report, check, show, awards, photo, export, import, catalogue, verify, log hoặc units";

/// One call.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    Help,
    Version,
    /// Compares a document with what was written into it, without a store.
    VerifyFile {
        file: PathBuf,
    },
    /// Checks the layout of a document, without a store.
    Lint {
        file: PathBuf,
    },
    On {
        db: PathBuf,
        command: Command,
    },
}

/// What to do with the store.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Demo { sample: String },
    Report { request: Request, out: PathBuf, timing: bool },
    Check { json: bool },
    Show { json: bool },
    Awards { json: bool },
    Photo { number: usize, file: PathBuf },
    Export { out: PathBuf },
    Import { file: PathBuf, dry: bool },
    ExportCatalogue { out: PathBuf },
    ImportCatalogue { file: PathBuf, dry: bool },
    Verify,
    VerifyDocument { file: PathBuf },
    Log { json: bool },
    Units { name: String },
}

#[derive(Default)]
struct Given {
    db: Option<PathBuf>,
    words: Vec<String>,
    style: Option<String>,
    unit: Option<String>,
    since: Option<String>,
    award: Option<i32>,
    test: bool,
    number: Option<String>,
    dated: Option<NaiveDate>,
    approximate: bool,
    lens: Option<LensChoice>,
    out: Option<PathBuf>,
    json: bool,
    timing: bool,
    dry: bool,
}

/// Reads the command line.
///
/// # Errors
/// One Vietnamese line that says what is wrong.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Call, String> {
    let mut parser = lexopt::Parser::from_iter(args);
    let mut given = Given::default();
    while let Some(arg) = parser.next().map_err(unreadable)? {
        match arg {
            Short('h') | Long("help") => return Ok(Call::Help),
            Short('V') | Long("version") => return Ok(Call::Version),
            Long("db") => given.db = Some(parser.value().map_err(unreadable)?.into()),
            Long("style") => given.style = Some(text(parser.value().map_err(unreadable)?)?),
            Long("out") => given.out = Some(parser.value().map_err(unreadable)?.into()),
            Long("unit") => given.unit = Some(text(parser.value().map_err(unreadable)?)?),
            Long("since") => given.since = Some(text(parser.value().map_err(unreadable)?)?),
            Long("award") => {
                let number = text(parser.value().map_err(unreadable)?)?;
                let id = number.parse().map_err(|_| format!("“{number}” không phải số thứ tự."))?;
                given.award = Some(id);
            }
            Long("number") => given.number = Some(text(parser.value().map_err(unreadable)?)?),
            Long("date") => {
                let day = text(parser.value().map_err(unreadable)?)?;
                let read = NaiveDate::parse_from_str(&day, "%d/%m/%Y");
                given.dated =
                    Some(read.map_err(|_| format!("“{day}” không phải ngày/tháng/năm."))?);
            }
            Long("lens") => given.lens = Some(lens(&text(parser.value().map_err(unreadable)?)?)?),
            Long("approximate") => given.approximate = true,
            Long("test-sheet") => given.test = true,
            Long("json") => given.json = true,
            Long("timing") => given.timing = true,
            Long("dry-run") => given.dry = true,
            Value(word) => given.words.push(text(word)?),
            other => return Err(format!("Không có lựa chọn này: {}.", shown(&other))),
        }
    }
    if let (None, [verify, file]) = (&given.db, &given.words[..])
        && verify == "verify"
    {
        return Ok(Call::VerifyFile { file: file.into() });
    }
    if let [lint, file] = &given.words[..]
        && lint == "lint"
    {
        return Ok(Call::Lint { file: file.into() });
    }
    let db = given.db.clone().ok_or("Thiếu --db TỆP: tệp số liệu để làm việc.")?;
    Ok(Call::On { db, command: command(given)? })
}

fn command(given: Given) -> Result<Command, String> {
    let words: Vec<&str> = given.words.iter().map(String::as_str).collect();
    match words[..] {
        ["demo", sample] => Ok(Command::Demo { sample: sample.to_owned() }),
        ["demo"] => Err("Thiếu tên mẫu sau demo.".to_owned()),
        ["report"] => report(given),
        ["check"] => Ok(Command::Check { json: given.json }),
        ["show"] => Ok(Command::Show { json: given.json }),
        ["awards"] => Ok(Command::Awards { json: given.json }),
        ["photo", number, file] => {
            let number = number.parse().map_err(|_| format!("“{number}” không phải số thứ tự."))?;
            Ok(Command::Photo { number, file: file.into() })
        }
        ["export"] => Ok(Command::Export { out: given.out.ok_or("Thiếu --out TỆP.json.")? }),
        ["import", file] => Ok(Command::Import { file: file.into(), dry: given.dry }),
        ["import"] => Err("Thiếu tệp sau import.".to_owned()),
        ["catalogue"] => {
            Ok(Command::ExportCatalogue { out: given.out.ok_or("Thiếu --out TỆP.tsv.")? })
        }
        ["catalogue", file] => Ok(Command::ImportCatalogue { file: file.into(), dry: given.dry }),
        ["verify"] => Ok(Command::Verify),
        ["verify", file] => Ok(Command::VerifyDocument { file: file.into() }),
        ["log"] => Ok(Command::Log { json: given.json }),
        ["units", ref name @ ..] if !name.is_empty() => Ok(Command::Units { name: name.join(" ") }),
        [] => Err(format!("Thiếu lệnh: {COMMANDS}.")),
        _ => Err(format!("Không có lệnh “{}”.", words.join(" "))),
    }
}

fn report(given: Given) -> Result<Command, String> {
    let styles = || DocumentStyle::ALL.map(DocumentStyle::code).join(", ");
    let style = match given.style.as_deref() {
        Some(code) => DocumentStyle::of(code)
            .ok_or_else(|| format!("Không có kiểu báo cáo “{code}”; có: {}.", styles()))?,
        None => return Err(format!("Thiếu --style KIỂU; có: {}.", styles())),
    };
    let request = Request {
        unit: given.unit,
        since: given.since,
        award: given.award,
        test: given.test,
        number: given.number,
        dated: given.dated,
        approximate: given.approximate,
        lens: given.lens.unwrap_or(LensChoice::AsReported),
        ..Request::of(style)
    };
    let out = given.out.ok_or("Thiếu --out TỆP: nơi ghi báo cáo.")?;
    Ok(Command::Report { request, out, timing: given.timing })
}

/// The borders that annexes show numbers on.
fn lens(word: &str) -> Result<LensChoice, String> {
    match word {
        "as-reported" => Ok(LensChoice::AsReported),
        "today" => Ok(LensChoice::Today),
        day => {
            let read = NaiveDate::parse_from_str(day, "%Y-%m-%d");
            let day = read.map_err(|_| {
                format!("Địa giới “{day}” phải là as-reported, today hoặc năm-tháng-ngày.")
            })?;
            Ok(LensChoice::On { day: day.format("%d/%m/%Y").to_string() })
        }
    }
}

fn text(word: OsString) -> Result<String, String> {
    word.into_string().map_err(|word| format!("Chữ không đọc được: {}.", word.to_string_lossy()))
}

fn unreadable(error: lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option } => {
            format!("Thiếu giá trị sau {}.", option.unwrap_or_default())
        }
        lexopt::Error::UnexpectedValue { option, .. } => {
            format!("Lựa chọn {option} không nhận giá trị đi kèm.")
        }
        _ => "Không hiểu lệnh này.".to_owned(),
    }
}

fn shown(arg: &lexopt::Arg<'_>) -> String {
    match arg {
        Short(letter) => format!("-{letter}"),
        Long(word) => format!("--{word}"),
        Value(word) => word.to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Call, String> {
        parse(std::iter::once("bc138").chain(line.split(' ')).map(OsString::from))
    }

    #[test]
    fn a_lens_is_a_word_or_a_day() {
        assert_eq!(lens("today"), Ok(LensChoice::Today));
        assert_eq!(lens("2025-06-30"), Ok(LensChoice::On { day: "30/06/2025".to_owned() }));
        assert!(lens("30/06/2025").is_err());
    }

    #[test]
    fn a_report_needs_its_style_and_its_file() {
        let request = Request::of(DocumentStyle::Briefing);
        let command = Command::Report { request, out: "b.pdf".into(), timing: false };
        let call = Call::On { db: "a.db".into(), command };
        assert_eq!(parsed("--db a.db report --style briefing --out b.pdf"), Ok(call));
        for bad in [
            "--db a.db report --out b.pdf",
            "--db a.db report --style x --out b.pdf",
            "report",
            "--db a.db",
            "--db a.db dance",
            "--nope",
            "--db a.db report --style annex --out b.pdf --lens hôm-nay",
        ] {
            assert!(parsed(bad).is_err(), "{bad}");
        }
    }
}
