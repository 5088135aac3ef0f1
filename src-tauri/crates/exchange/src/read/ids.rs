//! Ids: the given ones, each once for its kind, and new ones for records that have none.

use super::Reader;
use super::file::Index;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::problem::ProblemKind;
use crate::shape::{SECTIONS, Section};
use bc138_domain::Kind;
use std::collections::BTreeSet;

/// The largest id that is taken; above it there is room for new ones.
pub(super) const MAX_ID: i32 = 2_000_000_000;

/// Ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeSet<(Kind, i32)>,
}

impl Ids {
    /// The record's own id, or a new one behind all that are taken.
    pub fn id_of(&mut self, kind: Kind, node: &Node<'_>) -> i32 {
        given(node).unwrap_or_else(|| self.next(kind))
    }

    /// A new id behind all that are taken.
    pub fn next(&mut self, kind: Kind) -> i32 {
        let last = self.taken.range((kind, i32::MIN)..=(kind, i32::MAX)).next_back();
        let id = last.map_or(1, |(_, id)| id.saturating_add(1));
        self.taken.insert((kind, id));
        id
    }
}

/// The id that is written in a record.
pub(super) fn given(node: &Node<'_>) -> Option<i32> {
    match &node.get("id")?.value {
        Value::Number(token) => token.parse().ok().filter(|id| (1..=MAX_ID).contains(id)),
        _ => None,
    }
}

impl Reader<'_> {
    /// Goes once through all records for the ids that are given, and for units that are made.
    pub(super) fn collect_ids(&mut self, index: &Index) {
        for section in SECTIONS.iter().filter(|section| !section.is_nested()) {
            let Some(at) = index.get(&section.name) else { continue };
            let before = std::mem::take(&mut self.problems);
            let path = Path::Root.key(&section.name);
            let mut twice = crate::found::Problems::default();
            self.each_item((*at, super::MAX_RECORDS), &path, |reader, node, path| {
                reader.collect_id(section, node, path, &mut twice);
            });
            // What else is wrong is found again, and told, when the records are read.
            self.problems = before;
            self.problems.append(twice);
        }
    }

    fn collect_id(
        &mut self,
        section: &Section,
        node: &Node<'_>,
        path: &Path<'_>,
        twice: &mut crate::found::Problems,
    ) {
        if let (Some(id), Some(at)) = (given(node), node.get("id").map(|node| node.at))
            && !self.ids.taken.insert((section.kind, id))
        {
            let kind = ProblemKind::Taken { value: id.to_string() };
            twice.add(at, &path.key("id"), kind);
        }
        match section.kind {
            Kind::Dossier => self.collect_in_dossier(node, path, twice),
            Kind::UnitEvent => self.names.collect_units(node),
            _ => {}
        }
    }

    fn collect_in_dossier(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        twice: &mut crate::found::Problems,
    ) {
        for section in SECTIONS.iter().filter(|section| section.is_nested()) {
            let Some(Value::List(items)) = node.get(&section.name).map(|list| &list.value) else {
                continue;
            };
            let path = path.key(&section.name);
            for (index, item) in items.iter().enumerate() {
                self.collect_id(section, item, &path.index(index), twice);
            }
        }
    }
}
