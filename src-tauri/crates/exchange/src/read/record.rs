//! One record: its form, the defaults of the hand form, and the domain's own reading of it.

use super::Reader;
use super::home::Home;
use super::time::day_of;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::problem::{ProblemKind, Wanted};
use crate::shape::{Place, SECTIONS, Section};
use bc138_domain::{Kind, Record};
use serde_json::{Map, Value as Json, json};

/// The most keys of one record that the domain is asked about; more are no younger fields.
pub(super) const MOST_OPEN: usize = 100;

/// A key that no table names. The domain may know it all the same: a field that is younger than
/// this crate's tables.
pub(super) struct Open {
    pub pointer: String,
    pub at: usize,
    pub key: String,
    pub value: Json,
    /// The known key that was probably meant.
    pub likely: Option<String>,
}

impl Reader<'_> {
    /// Reads a dossier with all its parts.
    pub(super) fn dossier(&mut self, section: &Section, node: &Node<'_>, path: &Path<'_>) {
        let id = self.ids.id_of(Kind::Dossier, node);
        self.home = Home::new(id, node, &mut self.ids);
        self.record(section, node, path, id, None);
        for section in SECTIONS.iter().filter(|section| section.is_nested()) {
            let Some(list) = node.get(&section.name) else { continue };
            let path = path.key(&section.name);
            let Value::List(items) = &list.value else {
                self.wrong_type::<()>(list, &path, Wanted::List);
                continue;
            };
            for (index, item) in items.iter().enumerate() {
                let id = self.home.id_at(section.kind, index).unwrap_or_default();
                self.record(section, item, &path.index(index), id, Some(index));
            }
        }
        self.check_links();
        self.home = Home::default();
    }

    /// Reads one record; `index` is its place in a list of its dossier.
    pub(super) fn record(
        &mut self,
        section: &Section,
        node: &Node<'_>,
        path: &Path<'_>,
        id: i32,
        index: Option<usize>,
    ) {
        if self.problems.is_full() {
            return;
        }
        self.open.clear();
        self.event_day = day_of(node).filter(|_| section.kind == Kind::UnitEvent);
        let map = self.object(&section.form, node, path, &other_keys(section));
        let placed = self.place(section, node, path, (id, index));
        let map = map.zip(placed).and_then(|(mut map, placed)| {
            map.extend(placed);
            self.completed(section, map, node, path)
        });
        let open = std::mem::take(&mut self.open);
        match map {
            Some(map) => self.keep(section, map, (node, path), open),
            None => open.into_iter().for_each(|open| self.unknown(open)),
        }
    }

    /// What the record is, whose it is and where it stands.
    fn place(
        &mut self,
        section: &Section,
        node: &Node<'_>,
        path: &Path<'_>,
        (id, index): (i32, Option<usize>),
    ) -> Option<Map<String, Json>> {
        let mut map = Map::from_iter([
            ("record".to_owned(), Json::from(section.word.as_str())),
            ("id".to_owned(), Json::from(id)),
        ]);
        if let Some(given) = node.get("id") {
            self.whole(given, &path.key("id"), (1, i64::from(super::ids::MAX_ID)))?;
        }
        if section.is_nested() {
            map.insert("dossier".to_owned(), Json::from(self.home.id));
        }
        if section.place == Place::Ordered {
            let position = match node.get("position") {
                Some(given) => {
                    self.whole(given, &path.key("position"), (0, i64::from(i32::MAX)))?
                }
                None => index.map_or(1, |index| index as i64 + 1),
            };
            map.insert("position".to_owned(), Json::from(position));
        }
        Some(map)
    }

    /// Has the domain read the record, and asks it about the keys that no table names.
    fn keep(
        &mut self,
        section: &Section,
        map: Map<String, Json>,
        (node, path): (&Node<'_>, &Path<'_>),
        open: Vec<Open>,
    ) {
        let mut json = Json::Object(map);
        if open.len() > MOST_OPEN {
            return open.into_iter().for_each(|open| self.unknown(open));
        }
        if !open.is_empty() && !self.ask(&mut json, (node, path), open) {
            return;
        }
        if !self.is_unique(section, &json, node, path) {
            return;
        }
        if section.kind == Kind::Group {
            let text = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default();
            self.names.add_group(text("code"), text("title"));
        }
        if let Some(record) = self.domain(json, node, path) {
            self.push(record, node, path);
        }
    }

    /// Keeps a record and its place, and what later ones may name it by.
    pub(super) fn push(&mut self, record: Record, node: &Node<'_>, path: &Path<'_>) {
        // Of what belongs to a dossier, only what is weighed once more when it is taken in.
        let is_weighed = matches!(record.kind(), Kind::EditedParagraph | Kind::Award);
        let is_nested = Section::of(record.kind()).is_none_or(Section::is_nested);
        if is_weighed || !is_nested {
            self.places.note((record.kind(), record.id()), node.at, path.to_string());
        }
        if let Record::Indicator(indicator) = &record {
            self.names.add_indicator(indicator);
        }
        self.records.push(record);
    }

    /// Asks the domain about the keys that no table names; whether it knows and takes them all.
    fn ask(
        &mut self,
        json: &mut Json,
        (node, path): (&Node<'_>, &Path<'_>),
        open: Vec<Open>,
    ) -> bool {
        if self.domain::<Record>(json.clone(), node, path).is_none() {
            return false;
        }
        let root = path.to_string();
        let mut sound = true;
        for open in open {
            let known = parent_of(json, &root, &open.pointer)
                .map(|parent| parent.insert(open.key.clone(), json!([[[]]])))
                .is_some_and(|_| serde_json::from_value::<Record>(json.clone()).is_err());
            // A list of a list of a list is no value of any field: it is refused where the domain
            // knows the key, and passed over where it does not.
            if known {
                sound &= self.put_back(json, &root, open);
            } else {
                sound = false;
                self.unknown(open);
            }
        }
        sound
    }

    /// Puts a key that the domain knows in its place, if the domain takes its value.
    fn put_back(&mut self, json: &mut Json, root: &str, open: Open) -> bool {
        let Some(parent) = parent_of(json, root, &open.pointer) else { return false };
        parent.insert(open.key.clone(), open.value);
        let Err(error) = serde_json::from_value::<Record>(json.clone()) else { return true };
        if let Some(parent) = parent_of(json, root, &open.pointer) {
            parent.remove(&open.key);
        }
        let message = error.to_string();
        self.problems.add_at(open.at, &open.pointer, ProblemKind::Rejected { message });
        false
    }

    pub(super) fn unknown(&mut self, open: Open) {
        let kind = ProblemKind::UnknownKey { key: open.key, likely: open.likely };
        self.problems.add_at(open.at, &open.pointer, kind);
    }

    /// Whether what may stand only once does.
    fn is_unique(
        &mut self,
        section: &Section,
        json: &Json,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> bool {
        let Some(first) = section.unique.first() else { return true };
        let values: Vec<&Json> = section.unique.iter().filter_map(|key| json.get(key)).collect();
        let own = (section.name.as_str(), json.get("dossier"), values);
        if self.taken.insert(format!("{own:?}")) {
            return true;
        }
        let value = json.get(first).and_then(Json::as_str).unwrap_or_default().to_owned();
        let at = node.get(first).map_or(node.at, |node| node.at);
        self.problems.add(at, &path.key(first), ProblemKind::Taken { value });
        false
    }
}

/// Keys that the place of a record in the file gives a meaning.
fn other_keys(section: &Section) -> Vec<&'static str> {
    let mut keys = vec!["id"];
    keys.extend(section.is_nested().then_some("ref"));
    keys.extend((section.place == Place::Ordered).then_some("position"));
    if section.kind == Kind::Dossier {
        let nested = SECTIONS.iter().filter(|section| section.is_nested());
        keys.extend(nested.map(|section| section.name.as_str()));
    }
    keys
}

/// The object in a record's JSON that holds a key of the file.
fn parent_of<'j>(
    json: &'j mut Json,
    root: &str,
    pointer: &str,
) -> Option<&'j mut Map<String, Json>> {
    let inner = pointer.strip_prefix(root)?;
    let (parent, _) = inner.rsplit_once('/')?;
    json.pointer_mut(parent)?.as_object_mut()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Scanner;
    use crate::read::ReadContext;
    use crate::shape::Form;
    use bc138_domain::{Award, Catalogue};

    /// Reads an award with tables that know none of its keys: all of them are younger.
    fn award(text: &str) -> Result<Award, Vec<(String, ProblemKind)>> {
        let catalogue = Catalogue::default();
        let context = ReadContext { catalogue: &catalogue, units: None, work: None };
        let mut reader = Reader::new(text, &context);
        let node = Scanner::new(text, 0).node(&mut crate::json::ROOM.clone()).unwrap();
        let section = Section { form: Form::new(&[]), ..Section::of(Kind::Award).unwrap().clone() };
        reader.record(&section, &node, &Path::Root.key("awards").index(0), 1, Some(0));
        let found = reader.problems.in_text(text);
        match reader.records.pop() {
            Some(Record::Award(award)) if found.is_empty() => Ok(award),
            _ => Err(found.into_iter().map(|it| (it.place.pointer, it.kind)).collect()),
        }
    }

    #[test]
    fn a_field_that_only_the_domain_knows_is_read_all_the_same() {
        let read = award(
            r#"{"headline": true, "merit_year": 2024, "objects": {"noun": "Kỷ niệm chương"},
                "authorities": ["UBND  tỉnh"], "phrasing": "granted"}"#,
        );
        let read = read.unwrap();
        assert!(read.headline && read.merit_year == Some(2024) && read.objects.is_some());
        assert_eq!(read.authorities, ["UBND tỉnh"], "texts are normalised as everywhere");
    }

    #[test]
    fn a_key_that_the_domain_does_not_know_is_refused_at_its_place() {
        let unknown = |key: &str| ProblemKind::UnknownKey { key: key.to_owned(), likely: None };
        let found = award(r#"{"headline": true, "hedline": false}"#).unwrap_err();
        assert_eq!(found, [("/awards/0/hedline".to_owned(), unknown("hedline"))]);
        let found = award(r#"{"headline": "có"}"#).unwrap_err();
        assert_eq!(found[0].0, "/awards/0/headline");
        assert!(matches!(found[0].1, ProblemKind::Rejected { .. }), "known, but no such value");
    }

    #[test]
    fn a_thousand_unknown_keys_are_not_asked_about_one_by_one() {
        let keys: Vec<String> = (0..1_000).map(|n| format!("\"k{n}\": 1")).collect();
        let found = award(&format!("{{{}}}", keys.join(","))).unwrap_err();
        assert!(found.iter().any(|(_, kind)| matches!(kind, ProblemKind::ManyMore { .. })));
    }
}
