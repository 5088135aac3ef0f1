//! Citations: “Nghị định số 30/2020/NĐ-CP ngày … của …” (Phụ lục I, mục II.6.b).

use std::collections::BTreeSet;

use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Value};
use crate::sink::Sink;

/// How much of the text is shown.
const SHOWN: usize = 60;

/// Checks the text; the first citation of each document is the full one.
pub(super) fn check(sink: &mut Sink<'_>) {
    let kinds = &sink.rules.words.cited_kinds;
    let mut cited = BTreeSet::new();
    for (part, para) in sink.layout.all() {
        if super::body::is_body(part) && part != Part::Heading {
            look_at(sink, kinds, para, &mut cited);
        }
    }
}

fn look_at(sink: &mut Sink<'_>, kinds: &[String], para: &Para, cited: &mut BTreeSet<String>) {
    let line = para.line();
    for citation in citations(&line, kinds) {
        if !citation.numbered {
            let wanted = Value::Text(format!("{} số {}", citation.kind, citation.symbol));
            let found = Value::Text(format!("{} {}", citation.kind, citation.symbol));
            sink.para(Check::CitationNumber, para, found, wanted);
        }
        let first = cited.insert(citation.symbol.to_uppercase());
        let dated = citation.after.trim_start().starts_with("ngày");
        if first && !dated {
            let name = format!("{} số {}", citation.kind, citation.symbol);
            let wanted = Value::Text(format!("{name} ngày … của …"));
            let found = Value::Text(crate::text::beginning(&name, SHOWN));
            sink.para(Check::CitationDate, para, found, wanted);
        }
    }
}

/// A document that is cited with its number.
#[derive(Debug, PartialEq, Eq)]
struct Citation<'a> {
    kind: &'a str,
    numbered: bool,
    symbol: &'a str,
    after: &'a str,
}

fn citations<'a>(line: &'a str, kinds: &'a [String]) -> Vec<Citation<'a>> {
    let mut found = Vec::new();
    for kind in kinds {
        for (at, _) in line.match_indices(kind.as_str()) {
            let rest = line[at + kind.len()..].trim_start();
            let numbered = rest.starts_with("số ");
            let rest = rest.strip_prefix("số ").unwrap_or(rest).trim_start();
            let end = rest.find([' ', ',', ';', ')', ':', '”']).unwrap_or(rest.len());
            let symbol = rest[..end].trim_end_matches('.');
            let counted = symbol.starts_with(|c: char| c.is_ascii_digit());
            let named = symbol.contains('/') && symbol.chars().any(char::is_alphabetic);
            if counted && named {
                found.push((at, Citation { kind, numbered, symbol, after: &rest[end..] }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, citation)| citation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_number_and_what_follows_are_parted() {
        let kinds = ["Nghị định".to_owned(), "Thông tư".to_owned()];
        let line = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Thông tư 124/2021/TT-BCA;";
        let found = citations(line, &kinds);
        let symbols: Vec<&str> = found.iter().map(|it| it.symbol).collect();
        assert_eq!(symbols, ["30/2020/NĐ-CP", "124/2021/TT-BCA"], "in the order of the text");
        let numbered: Vec<bool> = found.iter().map(|it| it.numbered).collect();
        assert_eq!(numbered, [true, false], "the second lacks its “số”");
        assert!(citations("Nghị định này có 3 chương", &kinds).is_empty());
    }
}
