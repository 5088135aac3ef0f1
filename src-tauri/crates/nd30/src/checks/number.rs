//! Số, ký hiệu (Phụ lục I, mục II.3).

use super::look::{PT_13, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Value};
use crate::sink::Sink;

/// Checks the number.
pub(super) fn check(sink: &mut Sink<'_>) {
    let Some(para) = sink.layout.first(Part::Number) else {
        return sink.missing(Check::NumberMissing, Part::Number);
    };
    form(sink, para);
    size(sink, Check::NumberLook, para, (PT_13, PT_13));
    style(sink, Check::NumberLook, para, (false, false));
}

/// “Số”, the number and the symbol.
struct Number {
    digits: String,
    symbol: String,
}

impl Number {
    fn read(line: &str) -> Option<Self> {
        let mut signs = line.char_indices();
        let (after, _) = signs.nth(2)?;
        let rest = line[after..].trim_start().trim_start_matches(':').trim();
        let (digits, symbol) = rest.split_once('/')?;
        let symbol = symbol.replace([' ', '\u{A0}'], "").replace(['–', '—', '−'], "-");
        Some(Self { digits: digits.trim().to_owned(), symbol })
    }

    /// A number that the văn thư will write in.
    fn is_blank(&self) -> bool {
        !self.digits.chars().any(|c| c.is_ascii_digit())
    }

    fn written(&self) -> String {
        let digits = if self.is_blank() { "…" } else { &self.digits };
        format!("Số: {digits}/{}", self.symbol)
    }
}

fn form(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let Some(number) = Number::read(&line) else { return };
    let start = match number.is_blank() {
        true => line.split_once('/').is_some_and(|(start, _)| start.starts_with("Số:")),
        false => line.starts_with(&format!("Số: {}/", number.digits)),
    };
    let end = line.ends_with(&format!("/{}", number.symbol));
    let digits = number.is_blank() || number.digits.bytes().all(|byte| byte.is_ascii_digit());
    if !(start && end && digits) {
        sink.para(Check::NumberForm, para, Value::Text(line), Value::Text(number.written()));
    }
    if number.digits.len() == 1 && !number.is_blank() {
        let wanted = Value::Text(format!("0{}", number.digits));
        sink.para(Check::NumberPadding, para, Value::text(&number.digits), wanted);
    }
    let capitals = number.symbol.to_uppercase();
    if number.symbol != capitals && !para.seen().all(|run| run.look.capitals) {
        let found = Value::text(&number.symbol);
        sink.para(Check::SymbolCapitals, para, found, Value::Text(capitals));
    }
}
