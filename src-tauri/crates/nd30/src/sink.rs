//! Where checks put what they find: looks up the rule, joins equal findings.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Finding, Part, Place, Trait, Value};
use crate::parts::Layout;
use crate::rules::Rules;
use crate::text::beginning;

/// The most different findings of one rule; who has that many will not read on.
const MOST_OF_ONE_RULE: usize = 200;
/// How much of a paragraph is shown.
const BEGINNING: usize = 60;

/// What is known of a document, and what has been found so far.
pub(crate) struct Sink<'a> {
    /// The document with its parts.
    pub(crate) layout: &'a Layout<'a>,
    /// The rules.
    pub(crate) rules: &'a Rules,
    findings: BTreeMap<Check, Vec<Finding>>,
}

impl<'a> Sink<'a> {
    /// Nothing found yet.
    pub(crate) fn new(layout: &'a Layout<'a>, rules: &'a Rules) -> Self {
        Self { layout, rules, findings: BTreeMap::new() }
    }

    /// Something is wrong with a paragraph. The same in many paragraphs is one finding.
    pub(crate) fn para(&mut self, check: Check, para: &Para, found: Value, wanted: Value) {
        let same = |it: &&mut Finding| {
            it.place.paragraph.is_some() && it.found == found && it.wanted == wanted
        };
        if let Some(known) = self.of_check(check).find(same) {
            return known.others.push(para.number);
        }
        let part = self.layout.part(para.number.saturating_sub(1));
        let place = || Place {
            section: para.section + 1,
            paragraph: Some(para.number),
            beginning: beginning(&para.line(), BEGINNING),
            part: Some(part),
        };
        self.put(check, place, found, wanted);
    }

    /// Something is wrong with a section, or with its page number.
    pub(crate) fn section(
        &mut self,
        check: Check,
        (section, part): (usize, Option<Part>),
        found: Value,
        wanted: Value,
    ) {
        let place = || Place { section: section + 1, part, ..Place::default() };
        self.put(check, place, found, wanted);
    }

    /// A part is missing.
    pub(crate) fn missing(&mut self, check: Check, part: Part) {
        let (found, wanted) = (Value::Trait(Trait::Absent), Value::Trait(Trait::Present));
        self.section(check, (0, Some(part)), found, wanted);
    }

    /// The findings of a rule so far.
    fn of_check(&mut self, check: Check) -> impl Iterator<Item = &mut Finding> {
        self.findings.entry(check).or_default().iter_mut()
    }

    fn put(&mut self, check: Check, place: impl Fn() -> Place, found: Value, wanted: Value) {
        let Some(rule) = self.rules.of(check) else { return };
        let of_check = self.findings.entry(check).or_default();
        if of_check.len() < MOST_OF_ONE_RULE {
            of_check.push(Finding {
                code: rule.code,
                check,
                clause: rule.clause.clone(),
                severity: rule.severity,
                place: place(),
                others: Vec::new(),
                found,
                wanted,
            });
        }
    }

    /// All findings in reading order, those of whole sections first.
    pub(crate) fn finish(self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.findings.into_values().flatten().collect();
        for finding in &mut findings {
            let first = finding.place.paragraph;
            finding.others.retain(|other| Some(*other) != first);
            finding.others.dedup();
        }
        findings.sort_by_key(|finding| {
            (finding.place.paragraph.unwrap_or(0), finding.place.section, finding.code)
        });
        findings
    }
}
