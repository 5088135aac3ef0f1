//! Findings in words: templates with named places for values, and reasons as causes.

use crate::book::Book;
use crate::found::{Found, Place};
use bc138_domain::Reason;
use bc138_domain::text::capitalise;

/// The words of one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Title.
    pub title: String,
    /// What is wrong, with the place by its name.
    pub text: String,
    /// What to do.
    pub todo: String,
    /// Why it matters.
    pub why: String,
    /// Where the law says so.
    pub legal: Option<String>,
    /// Reasons that are often given, to choose from.
    pub reasons: Vec<String>,
}

/// A reason that a clerk gave, as a phrase for the causes (nguyên nhân) of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CausePhrase {
    /// Id of the finding.
    pub finding: String,
    /// The phrase, beginning with a small letter and without a full stop.
    pub text: String,
}

impl Book {
    /// The words of a finding; `label` names its places (“Khu dân cư”, “xã Mẫu, năm 2022”).
    #[must_use]
    pub fn words(&self, found: &Found, label: &dyn Fn(&Place) -> String) -> Words {
        let Some(check) = self.check(found.code) else { return Words::unknown(found) };
        let variant = found.variant.and_then(|name| check.variants.get(name));
        let choose = |pick: fn(&crate::Variant) -> &Option<String>, usual: &str| {
            let special = variant.and_then(|variant| pick(variant).as_deref());
            fill(special.unwrap_or(usual), found, None, label)
        };
        Words {
            title: choose(|variant| &variant.title, &check.title),
            text: capitalise(&choose(|variant| &variant.text, &check.text)),
            todo: choose(|variant| &variant.todo, &check.todo),
            why: check.why.clone(),
            legal: check.legal.clone(),
            reasons: check.reasons.clone(),
        }
    }

    /// The reasons given for findings as phrases for “nguyên nhân”, in the order of the findings.
    #[must_use]
    pub fn cause_phrases(
        &self,
        found: &[Found],
        reasons: &[Reason],
        label: &dyn Fn(&Place) -> String,
    ) -> Vec<CausePhrase> {
        let given = |found: &Found| reasons.iter().find(|reason| reason.finding == found.id);
        let phrase = |found: &Found| {
            let reason = clause(&given(found)?.text);
            let template = self.check(found.code).and_then(|check| check.cause.as_deref());
            let text = fill(template.unwrap_or("{reason}"), found, Some(&reason), label);
            Some(CausePhrase { finding: found.id.clone(), text })
        };
        found.iter().filter_map(phrase).collect()
    }
}

impl Words {
    /// A finding of a check that this book does not have; nothing is made up about it.
    fn unknown(found: &Found) -> Self {
        Self {
            title: found.code.to_string(),
            text: found.id.clone(),
            todo: String::new(),
            why: String::new(),
            legal: None,
            reasons: Vec::new(),
        }
    }
}

/// A sentence as a clause: without full stop, and with a small first letter unless the second
/// letter shows an abbreviation or the word a name.
fn clause(reason: &str) -> String {
    let reason = reason.trim().trim_end_matches(['.', ';', ' ']);
    let mut letters = reason.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    let next_word = reason.split(' ').nth(1).and_then(|word| word.chars().next());
    let name = second.is_some_and(char::is_uppercase) || next_word.is_some_and(char::is_uppercase);
    match first {
        Some(first) if !name => first.to_lowercase().chain(letters).collect(),
        _ => reason.to_owned(),
    }
}

/// The names in a template: `{place}`, `{stated}`.
pub(crate) fn names_in(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// The template with values for its names; a name without a value is left out.
fn fill(
    template: &str,
    found: &Found,
    reason: Option<&str>,
    label: &dyn Fn(&Place) -> String,
) -> String {
    let value = |name: &str| match name {
        "place" => found.places.first().map(label),
        "other" => found.places.get(1).map(label),
        "reason" => reason.map(str::to_owned),
        name => found.values.get(name).cloned(),
    };
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or(("", part));
        text.push_str(&value(name).unwrap_or_default());
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_becomes_a_clause() {
        for (reason, expected) in [
            ("Sáp nhập thôn, tổ dân phố.", "sáp nhập thôn, tổ dân phố"),
            ("  do thiên tai ", "do thiên tai"),
            ("UBND tỉnh điều chỉnh", "UBND tỉnh điều chỉnh"),
            ("Lạng Sơn thành lập thêm xã", "Lạng Sơn thành lập thêm xã"),
            ("", ""),
        ] {
            assert_eq!(clause(reason), expected);
        }
    }

    #[test]
    fn names_are_found_in_templates() {
        let names: Vec<&str> = names_in("{place}: {stated} / {derived}.").collect();
        assert_eq!(names, ["place", "stated", "derived"]);
        assert_eq!(names_in("không có tên").count(), 0);
    }
}
