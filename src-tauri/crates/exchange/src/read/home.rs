//! The dossier whose parts are being read: their ids, and what they may be called.

use super::Reader;
use super::ids::Ids;
use super::names::small;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::order;
use crate::problem::{ProblemKind, Subject, Wanted};
use crate::shape::{SECTIONS, Section};
use crate::suggest::nearest;
use bc138_domain::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// The dossier that is being read.
#[derive(Debug, Default)]
pub(super) struct Home {
    pub id: i32,
    /// Its window, which figures take over.
    pub window: serde_json::Value,
    lists: BTreeMap<Kind, Rows>,
    /// Parts with the wholes they belong to.
    links: Vec<Link>,
}

/// The parts of one kind.
#[derive(Debug, Default)]
struct Rows {
    /// Their ids, in the order of the list.
    ids: Vec<i32>,
    known: BTreeSet<i32>,
    /// Ids by the writer's own name for a part (`ref`).
    by_reference: BTreeMap<String, Vec<i32>>,
    /// Ids by what a part is called anyway: a person's name, a figure's indicator.
    by_name: BTreeMap<String, Vec<i32>>,
}

impl Rows {
    fn add(&mut self, id: i32, reference: Option<&str>, name: Option<String>) {
        self.ids.push(id);
        self.known.insert(id);
        if let Some(reference) = reference {
            self.by_reference.entry(reference.to_owned()).or_default().push(id);
        }
        if let Some(name) = name {
            self.by_name.entry(name).or_default().push(id);
        }
    }

    /// Ids of the parts that are called so: by reference, else by name.
    fn called(&self, written: &str) -> Vec<i32> {
        let found = self.by_reference.get(written).or_else(|| self.by_name.get(&small(written)));
        found.cloned().unwrap_or_default()
    }

    fn calls(&self) -> impl Iterator<Item = &str> {
        self.by_reference.keys().chain(self.by_name.keys()).map(String::as_str)
    }
}

/// A part of a whole of the same kind, and where that is said.
#[derive(Debug)]
struct Link {
    kind: Kind,
    part: i32,
    whole: i32,
    at: usize,
    pointer: String,
}

impl Home {
    /// Gives every part of a dossier its id. People come before speeches, which are called by
    /// their speakers.
    pub fn new(id: i32, node: &Node<'_>, ids: &mut Ids) -> Self {
        let window = serde_json::json!({});
        let mut home = Self { id, window, ..Self::default() };
        let mut people: BTreeMap<i32, String> = BTreeMap::new();
        for section in SECTIONS.iter().filter(|section| section.is_nested()) {
            let Some(Value::List(items)) = node.get(&section.name).map(|list| &list.value) else {
                continue;
            };
            let rows = home.lists.entry(section.kind).or_default();
            for item in items {
                let id = ids.id_of(section.kind, item);
                let name = name_of(section.kind, item, &people);
                if let (Kind::Participant, Some(name)) = (section.kind, &name) {
                    people.insert(id, name.clone());
                }
                rows.add(id, item.get("ref").and_then(Node::text), name);
            }
        }
        home
    }

    /// The id of the part at a place of a list.
    pub fn id_at(&self, kind: Kind, index: usize) -> Option<i32> {
        self.lists.get(&kind)?.ids.get(index).copied()
    }
}

/// What a part is called without a `ref`.
fn name_of(kind: Kind, item: &Node<'_>, people: &BTreeMap<i32, String>) -> Option<String> {
    let text = |key: &str| item.get(key).and_then(Node::text).map(small);
    match kind {
        Kind::Participant => text("name"),
        Kind::Figure => text("indicator").or_else(|| text("name")),
        Kind::Speech => match &item.get("speaker")?.value {
            Value::Number(token) => people.get(&token.parse().ok()?).cloned(),
            _ => text("speaker"),
        },
        _ => None,
    }
}

const fn kind_of(subject: Subject) -> Kind {
    match subject {
        Subject::Speech => Kind::Speech,
        Subject::Figure => Kind::Figure,
        Subject::Award => Kind::Award,
        _ => Kind::Participant,
    }
}

impl Reader<'_> {
    /// Another part of the same dossier, given by its id, `ref` or name.
    pub(super) fn part(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        subject: Subject,
    ) -> Option<i32> {
        let rows = self.home.lists.get(&kind_of(subject));
        let (written, mut ids) = match &node.value {
            Value::Number(token) => {
                let known =
                    rows.zip(token.parse().ok()).filter(|(rows, id)| rows.known.contains(id));
                (token.to_string(), known.map(|(_, id)| id).into_iter().collect())
            }
            Value::Text(text) => {
                (text.to_string(), rows.map(|rows| rows.called(text)).unwrap_or_default())
            }
            _ => return self.wrong_type(node, path, Wanted::Reference),
        };
        match (ids.pop(), ids.len()) {
            (Some(id), 0) => Some(id),
            (Some(_), more) => {
                let (count, candidates) = (more + 1, Vec::new());
                let kind = ProblemKind::Ambiguous { subject, name: written, count, candidates };
                self.refuse(node, path, kind)
            }
            (None, _) => {
                let calls = rows.into_iter().flat_map(Rows::calls);
                let likely = nearest(&written, calls).map(str::to_owned);
                self.no_such(node, path, (subject, &written, likely))
            }
        }
    }

    /// Remembers that a part belongs to a whole of its own kind.
    pub(super) fn link(&mut self, part: (Kind, i32), whole: i32, node: &Node<'_>, path: &Path<'_>) {
        let (kind, part) = part;
        let pointer = path.to_string();
        self.home.links.push(Link { kind, part, whole, at: node.at, pointer });
    }

    /// Refuses parts that are, directly or through others, parts of themselves.
    pub(super) fn check_links(&mut self) {
        for kind in [Kind::Figure, Kind::Award] {
            let links = self.home.links.iter().filter(|link| link.kind == kind);
            let wholes = links.map(|link| (link.part, link.whole)).collect();
            let circular = order::circular(&wholes);
            for link in self.home.links.iter().filter(|link| link.kind == kind) {
                if circular.contains(&link.part) {
                    self.problems.add_at(link.at, &link.pointer, ProblemKind::Circular);
                }
            }
        }
    }

    /// Id of a finding, in which a row may be named by its `ref`: `K.004/award/tong-ca-nam`.
    pub(super) fn finding(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        let written = self.line(node, path)?;
        let mut parts: Vec<String> = written.split('/').map(str::to_owned).collect();
        for at in 1..parts.len() {
            let Some(section) = SECTIONS.iter().find(|it| is_row_word(it, &parts[at - 1])) else {
                continue;
            };
            let rows = self.home.lists.get(&section.kind);
            let row = rows.and_then(|rows| rows.by_reference.get(&parts[at])?.first());
            if let Some(id) = row {
                parts[at] = id.to_string();
            }
        }
        Some(parts.join("/"))
    }
}

fn is_row_word(section: &Section, word: &str) -> bool {
    section.is_nested() && section.kind != Kind::Figure && section.kind.table() == word
}
