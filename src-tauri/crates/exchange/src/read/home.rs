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
use std::collections::BTreeMap;

/// One part, and what it may be called.
#[derive(Debug)]
struct Row {
    id: i32,
    /// The writer's own name for it.
    reference: Option<String>,
    /// What it is called anyway: a person's name, a figure's indicator.
    name: Option<String>,
}

/// The dossier that is being read.
#[derive(Debug, Default)]
pub(super) struct Home {
    pub id: i32,
    /// Its window, which figures take over.
    pub window: serde_json::Value,
    rows: BTreeMap<Kind, Vec<Row>>,
    /// Parts with the wholes they belong to.
    links: Vec<Link>,
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
    /// Gives every part of a dossier its id.
    pub fn new(id: i32, node: &Node<'_>, ids: &mut Ids) -> Self {
        let window = serde_json::json!({});
        let mut home = Self { id, window, ..Self::default() };
        for section in SECTIONS.iter().filter(|section| section.is_nested()) {
            let Some(Value::List(items)) = node.get(&section.name).map(|list| &list.value) else {
                continue;
            };
            let rows = items.iter().map(|item| row(section.kind, item, ids)).collect();
            home.rows.insert(section.kind, rows);
        }
        home.name_speeches(node);
        home
    }

    /// A speech is called by its speaker.
    fn name_speeches(&mut self, node: &Node<'_>) {
        let Some(Value::List(items)) = node.get("speeches").map(|list| &list.value) else { return };
        let name_of = |id: i32| -> Option<String> {
            let people = self.rows.get(&Kind::Participant)?;
            people.iter().find(|row| row.id == id)?.name.clone()
        };
        let names: Vec<Option<String>> = items
            .iter()
            .map(|item| match &item.get("speaker")?.value {
                Value::Text(name) => Some(small(name)),
                Value::Number(token) => name_of(token.parse().ok()?),
                _ => None,
            })
            .collect();
        for (row, name) in self.rows.entry(Kind::Speech).or_default().iter_mut().zip(names) {
            row.name = name;
        }
    }

    /// The id of the part at a place of a list.
    pub fn id_at(&self, kind: Kind, index: usize) -> Option<i32> {
        self.rows.get(&kind)?.get(index).map(|row| row.id)
    }

    fn rows(&self, kind: Kind) -> &[Row] {
        self.rows.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Ids of the parts that are called so: by reference, else by name.
    fn called(&self, kind: Kind, written: &str) -> Vec<i32> {
        let ids = |called: &dyn Fn(&Row) -> Option<&String>, wanted: &str| -> Vec<i32> {
            let rows = self.rows(kind).iter();
            rows.filter(|row| called(row).is_some_and(|it| it == wanted)).map(|it| it.id).collect()
        };
        let by_reference = ids(&|row| row.reference.as_ref(), written);
        if by_reference.is_empty() {
            ids(&|row| row.name.as_ref(), &small(written))
        } else {
            by_reference
        }
    }
}

fn row(kind: Kind, item: &Node<'_>, ids: &mut Ids) -> Row {
    let text = |key: &str| item.get(key).and_then(Node::text);
    let name = match kind {
        Kind::Participant => text("name"),
        Kind::Figure => text("indicator").or_else(|| text("name")),
        _ => None,
    };
    Row {
        id: ids.id_of(kind, item),
        reference: text("ref").map(str::to_owned),
        name: name.map(small),
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
        let kind = kind_of(subject);
        let (written, mut ids) = match &node.value {
            Value::Number(token) => {
                let id: Option<i32> = token.parse().ok();
                let known = self.home.rows(kind).iter().filter(|row| Some(row.id) == id);
                (token.to_string(), known.map(|row| row.id).collect())
            }
            Value::Text(text) => (text.to_string(), self.home.called(kind, text)),
            _ => {
                let (wanted, found) = (Wanted::Reference, node.json_type());
                return self.refuse(node, path, ProblemKind::WrongType { wanted, found });
            }
        };
        match (ids.pop(), ids.len()) {
            (Some(id), 0) => Some(id),
            (Some(_), more) => {
                let kind = ProblemKind::Ambiguous { subject, name: written, count: more + 1 };
                self.refuse(node, path, kind)
            }
            (None, _) => {
                let calls = self.home.rows(kind).iter();
                let calls = calls.flat_map(|row| row.reference.iter().chain(&row.name));
                let likely = nearest(&written, calls.map(String::as_str)).map(str::to_owned);
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
            let mut rows = self.home.rows(section.kind).iter();
            let row = rows.find(|row| row.reference.as_deref() == Some(&parts[at]));
            if let Some(row) = row {
                parts[at] = row.id.to_string();
            }
        }
        Some(parts.join("/"))
    }
}

fn is_row_word(section: &Section, word: &str) -> bool {
    section.is_nested() && section.kind != Kind::Figure && section.kind.table() == word
}
