//! Facts as they are written: an annex names thousands of sources that differ in one part only, so
//! each part of a source (between slashes) is written once and named by its number.

use super::facts::{DocumentFacts, Passage, Said};
use super::names::Names;
use crate::document::Request;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

const FORMAT: &str = "bc138-facts";
const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Packed {
    format: String,
    version: u32,
    request: Request,
    dossier: String,
    /// Parts of sources, in the order in which they are first named.
    parts: Vec<String>,
    paragraphs: Vec<Vec<Piece>>,
    /// Paragraphs in tables, drawings and forms: the first of a run, and how many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fixed: Vec<(usize, usize)>,
    /// What units, measures, awards and fields were called.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    names: Names,
}

/// A piece of a paragraph.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Piece {
    Words(String),
    /// Numbers of the parts of the source, and what the figure says.
    Figure(Vec<usize>, String),
}

impl Packed {
    /// Packs facts.
    pub fn of(facts: &DocumentFacts) -> Self {
        let mut parts = Parts::default();
        let paragraphs = facts.passages.iter().map(|passage| {
            let pieces = passage.said.iter().map(|said| match said {
                Said::Words(words) => Piece::Words(words.clone()),
                Said::Figure(source, text) => Piece::Figure(parts.of(source), text.clone()),
            });
            pieces.collect()
        });
        let paragraphs = paragraphs.collect();
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            request: facts.request.clone(),
            dossier: facts.dossier.clone(),
            parts: parts.names,
            paragraphs,
            fixed: runs(&facts.passages),
            names: facts.names.clone(),
        }
    }

    /// Unpacks facts; `None` when the file is of another format or version, or names a part that
    /// it does not have.
    pub fn facts(self) -> Option<DocumentFacts> {
        if self.format != FORMAT || self.version != VERSION {
            return None;
        }
        let parts = self.parts;
        let said = |piece: Piece| match piece {
            Piece::Words(words) => Some(Said::Words(words)),
            Piece::Figure(numbers, text) => Some(Said::Figure(source(&parts, &numbers)?, text)),
        };
        let is_fixed =
            |at: &usize| self.fixed.iter().any(|(first, many)| (*first..first + many).contains(at));
        let passages = self.paragraphs.into_iter().enumerate().map(|(at, pieces)| {
            let said = pieces.into_iter().map(said).collect::<Option<_>>()?;
            Some(Passage { said, fixed: is_fixed(&at) })
        });
        let passages = passages.collect::<Option<_>>()?;
        let (request, dossier, names) = (self.request, self.dossier, self.names);
        Some(DocumentFacts { request, dossier, passages, names })
    }
}

/// Where runs of fixed paragraphs begin, and how long they are.
fn runs(passages: &[Passage]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in passages.iter().enumerate().filter(|(_, passage)| passage.fixed) {
        match runs.last_mut() {
            Some((first, many)) if *first + *many == at => *many += 1,
            _ => runs.push((at, 1)),
        }
    }
    runs
}

/// The parts of sources that were named so far.
#[derive(Default)]
struct Parts {
    names: Vec<String>,
    /// Only asked, never listed.
    known: HashMap<String, usize>,
}

impl Parts {
    fn of(&mut self, source: &str) -> Vec<usize> {
        source.split('/').map(|part| self.number(part)).collect()
    }

    fn number(&mut self, part: &str) -> usize {
        if let Some(number) = self.known.get(part) {
            return *number;
        }
        self.names.push(part.to_owned());
        self.known.insert(part.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }
}

fn source(parts: &[String], numbers: &[usize]) -> Option<String> {
    let parts = numbers.iter().map(|number| parts.get(*number).map(String::as_str));
    Some(parts.collect::<Option<Vec<&str>>>()?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocumentStyle;
    use proptest::prelude::*;

    fn said() -> impl Strategy<Value = Said> {
        prop_oneof![
            ".{0,8}".prop_map(Said::Words),
            ("[a-z/:]{0,12}", ".{0,6}").prop_map(|(source, text)| Said::Figure(source, text)),
        ]
    }

    fn facts(passages: Vec<Passage>) -> DocumentFacts {
        let request = Request::of(DocumentStyle::Annex);
        let names = Names::from([("unit/U1".to_owned(), "xã Mẫu".to_owned())]);
        DocumentFacts { request, dossier: "Lạng Sơn".to_owned(), passages, names }
    }

    fn passage() -> impl Strategy<Value = Passage> {
        let said = prop::collection::vec(said(), 0..4);
        (said, any::<bool>()).prop_map(|(said, fixed)| Passage { said, fixed })
    }

    fn cell(source: String, text: &str) -> Passage {
        Passage { said: vec![Said::Figure(source, text.to_owned())], fixed: true }
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(passages in prop::collection::vec(passage(), 0..6)) {
            let facts = facts(passages);
            prop_assert_eq!(DocumentFacts::read(facts.json().as_bytes()), Some(facts));
        }
    }

    #[test]
    fn a_part_is_written_once() {
        let source = |at: usize| format!("unit/U{at}/at_kdc/2025-11-01..2026-10-31");
        let cells = (0..100).map(|at| cell(source(at), "5"));
        let json = facts(cells.collect()).json();
        assert_eq!(json.matches("2025-11-01").count(), 1);
    }

    #[test]
    fn another_format_and_a_part_that_is_not_there_are_no_facts() {
        let json = facts(vec![cell("a/b".to_owned(), "1")]).json();
        for (from, to) in
            [("bc138-facts", "facts"), ("\"version\":1", "\"version\":2"), ("[0,1]", "[0,7]")]
        {
            assert!(json.contains(from), "{json}");
            assert_eq!(DocumentFacts::read(json.replace(from, to).as_bytes()), None, "{to}");
        }
    }
}
