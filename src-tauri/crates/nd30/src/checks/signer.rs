//! Who signs (Phụ lục I, mục II.7).

use super::look::{PT_13, PT_14, capitals, shown_in_capitals, size, style};
use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;
use crate::text::key;

/// How quyền hạn is shortened.
const AUTHORITIES: [&str; 5] = ["TUQ.", "TM.", "KT.", "TL.", "Q."];

/// Checks the signature.
pub(super) fn check(sink: &mut Sink<'_>) {
    let roles = sink.layout.of_part(Part::SignerRole);
    let name = sink.layout.first(Part::SignerName);
    if roles.is_empty() {
        sink.missing(Check::SignerMissing, Part::SignerRole);
    }
    if name.is_none() {
        sink.missing(Check::SignerMissing, Part::SignerName);
    }
    for para in &roles {
        size(sink, Check::SignerSize, para, (PT_13, PT_14));
        capitals(sink, Check::SignerRoleLook, para);
        style(sink, Check::SignerRoleLook, para, (true, false));
    }
    for (place, para) in roles.iter().enumerate() {
        authority(sink, para);
        own_title(sink, para, roles.get(place + 1).copied());
    }
    if let Some(name) = name {
        signer(sink, name);
    }
}

/// The authority that a line begins with, however it is written, and the rest of the line.
fn read_authority(line: &str) -> Option<(&'static str, &str)> {
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let glued = AUTHORITIES.iter().find(|it| line.len() > it.len() && line.starts_with(**it));
    if let Some(proper) = glued.filter(|it| it.len() < end) {
        return Some((proper, &line[proper.len()..]));
    }
    let (word, rest) = line.split_at(end);
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let named = |it: &&&str| it.trim_end_matches('.') == letters.to_uppercase();
    let proper = AUTHORITIES.iter().find(named)?;
    (!rest.trim().is_empty()).then_some((*proper, rest.trim()))
}

fn authority(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let Some((proper, rest)) = read_authority(&line) else { return };
    let wanted = format!("{proper} {rest}");
    if line.to_uppercase() != wanted.to_uppercase() {
        sink.para(Check::SignerAuthority, para, Value::Text(line), Value::Text(wanted));
    }
}

/// Who signs for another gives their own title; a deputy's begins with “PHÓ” or “THỨ”.
fn own_title(sink: &mut Sink<'_>, para: &Para, next: Option<&Para>) {
    let line = para.line();
    let Some((proper, _)) = read_authority(&line).filter(|(proper, _)| *proper != "Q.") else {
        return;
    };
    let Some(next) = next else {
        let (found, wanted) = (Trait::Absent, Trait::Present);
        return sink.para(Check::SignerOwnTitle, para, Value::Trait(found), Value::Trait(wanted));
    };
    let title = key(&next.line());
    if proper == "KT." && !title.starts_with("pho ") && !title.starts_with("thu ") {
        let wanted = Value::text("PHÓ …");
        sink.para(Check::SignerOwnTitle, next, Value::Text(next.line()), wanted);
    }
}

fn signer(sink: &mut Sink<'_>, name: &Para) {
    size(sink, Check::SignerSize, name, (PT_13, PT_14));
    style(sink, Check::SignerNameLook, name, (true, false));
    let line = name.line();
    if shown_in_capitals(name) {
        let (found, wanted) = (Trait::Capitals, Trait::NotCapitals);
        sink.para(Check::SignerNameCapitals, name, Value::Trait(found), Value::Trait(wanted));
    }
    if let Some(rest) = after_titles(&line, &sink.rules.words.name_titles) {
        sink.para(Check::SignerNameTitles, name, Value::text(&line), Value::text(rest));
    }
}

/// The name behind academic or honorary titles, when there are some.
fn after_titles<'a>(line: &'a str, titles: &[String]) -> Option<&'a str> {
    let mut rest = line;
    loop {
        let title = titles.iter().find(|title| {
            let after = rest.get(title.len()..).unwrap_or_default();
            let begins = rest.get(..title.len()).is_some_and(|it| key(it) == key(title));
            begins && after.starts_with(['.', ' ', ','])
        });
        let Some(title) = title else { break };
        rest = rest[title.len()..].trim_start_matches(['.', ',', ' ']);
    }
    (rest.len() < line.len() && !rest.is_empty()).then_some(rest)
}
