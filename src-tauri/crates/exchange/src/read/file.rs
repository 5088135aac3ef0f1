//! The file's outermost object: what it is, and where its sections begin.

use super::{MAX_RECORDS, Reader};
use crate::found::Path;
use crate::json::{Node, Scan, Scanner, Stop, Value};
use crate::problem::{JsonType, ProblemKind, Wanted};
use crate::shape::{SECTIONS, Section};
use crate::suggest::nearest;
use crate::{FORMAT, VERSION};
use bc138_domain::Kind;
use std::collections::BTreeMap;

/// Keys of the outermost object beside the sections; `$schema` helps editors and means nothing.
const OTHER_KEYS: [&str; 5] = ["$schema", "format", "version", "entries", "photos"];

/// Where the values of the outermost object begin, by key.
pub(super) type Index = BTreeMap<String, usize>;

impl<'a> Reader<'a> {
    /// Reads the whole file.
    pub(super) fn file(&mut self) {
        let Some((index, unknown)) = self.index() else { return };
        if !self.is_known_version(&index) {
            return;
        }
        for (key, at) in unknown {
            if !self.problems.is_full() {
                self.unknown_section(&key, at);
            }
        }
        self.collect_ids(&index);
        self.read_photos(&index);
        for section in SECTIONS.iter().filter(|section| !section.is_nested()) {
            self.section(section, &index);
        }
        self.read_entries(&index);
    }

    /// The places of the values, and the keys that are none.
    fn index(&mut self) -> Option<(Index, Vec<(String, usize)>)> {
        let mut scanner = Scanner::new(self.text, 0);
        let at = scanner.place();
        if scanner.peek() != Some(b'{') {
            let found = scanner.node(&mut 1).map_or(JsonType::List, |node| node.json_type());
            let kind = ProblemKind::WrongType { wanted: Wanted::Object, found };
            self.problems.add(at, &Path::Root, kind);
            return None;
        }
        let (mut index, mut unknown) = (Index::new(), Vec::new());
        let read = scanner.members(|scanner, key, at| {
            let place = scanner.place();
            scanner.skip()?;
            if !is_key(&key) {
                unknown.push((key.into_owned(), at));
            } else if index.insert(key.to_string(), place).is_some() {
                let key = key.into_owned();
                self.problems.add(at, &Path::Root, ProblemKind::DuplicateKey { key });
            }
            Ok(())
        });
        self.noted(&Path::Root, read).map(|()| (index, unknown))
    }

    fn unknown_section(&mut self, key: &str, at: usize) {
        let sections = SECTIONS.iter().filter(|it| !it.is_nested()).map(|it| it.name.as_str());
        let likely = nearest(key, sections.chain(OTHER_KEYS)).map(str::to_owned);
        let kind = ProblemKind::UnknownKey { key: key.to_owned(), likely };
        self.problems.add(at, &Path::Root.key(key), kind);
    }

    fn is_known_version(&mut self, index: &Index) -> bool {
        let format = self.top(index, "format");
        let found = format.as_ref().and_then(|node| node.text().map(str::to_owned));
        if found.as_deref() != Some(FORMAT) {
            let at = format.map_or(0, |node| node.at);
            self.problems.add(at, &Path::Root.key("format"), ProblemKind::NotThisFormat { found });
            return false;
        }
        let version = self.top(index, "version");
        let found = match version.as_ref().map(|node| &node.value) {
            Some(Value::Number(token)) => token.to_string(),
            Some(Value::Text(text)) => text.to_string(),
            _ => String::new(),
        };
        if found != VERSION.to_string() {
            let at = version.map_or(0, |node| node.at);
            let kind = ProblemKind::UnknownVersion { found, known: VERSION };
            self.problems.add(at, &Path::Root.key("version"), kind);
            return false;
        }
        true
    }

    /// A small value of the outermost object.
    fn top(&self, index: &Index, key: &str) -> Option<Node<'a>> {
        let at = index.get(key)?;
        Scanner::new(self.text, *at).node(&mut 2).ok()
    }

    /// Notes why the scanner stopped.
    pub(super) fn noted<T>(&mut self, path: &Path<'_>, read: Scan<T>) -> Option<T> {
        read.map_err(|stop| self.problems.add_stop(path, stop)).ok()
    }

    /// Reads one list of records.
    fn section(&mut self, section: &'static Section, index: &Index) {
        let Some(at) = index.get(&section.name) else { return };
        let path = Path::Root.key(&section.name);
        self.each_item((*at, MAX_RECORDS), &path, |reader, node, path| {
            if section.kind == Kind::Dossier {
                reader.dossier(section, node, path);
            } else {
                let id = reader.ids.id_of(section.kind, node);
                reader.record(section, node, path, id, None);
            }
        });
    }

    /// Calls `each` with every item of a list of at most `most`, one tree at a time.
    pub(super) fn each_item(
        &mut self,
        (at, most): (usize, usize),
        path: &Path<'_>,
        mut each: impl FnMut(&mut Self, &Node<'_>, &Path<'_>),
    ) {
        let mut scanner = Scanner::new(self.text, at);
        if scanner.peek() != Some(b'[') {
            return self.no_list(at, path);
        }
        let read = scanner.items(|scanner, index| {
            let path = path.index(index);
            self.heed(scanner.place())?;
            if self.problems.is_full() || self.is_over_full(scanner.place(), &path, most) {
                return scanner.skip();
            }
            let mut ahead = *scanner;
            match ahead.node(&mut crate::json::ROOM.clone()) {
                Ok(node) => {
                    each(self, &node, &path);
                    *scanner = ahead;
                    Ok(())
                }
                Err(stop) => {
                    self.problems.add_stop(&path, stop);
                    scanner.skip()
                }
            }
        });
        self.noted(path, read);
    }

    /// Ends the reading of a list that is longer than `most`, and of a file with more records than
    /// are taken.
    fn is_over_full(&mut self, at: usize, path: &Path<'_>, most: usize) -> bool {
        let over = matches!(path, Path::Index(_, index) if *index >= most);
        if !over && self.records.len() <= MAX_RECORDS {
            return false;
        }
        let kind = ProblemKind::TooMany { limit: if over { most } else { MAX_RECORDS } };
        self.problems.add_stop(path, Stop { at, kind });
        self.problems.close();
        true
    }

    /// Notes that a list should stand here.
    pub(super) fn no_list(&mut self, at: usize, path: &Path<'_>) {
        let node = Scanner::new(self.text, at).node(&mut crate::json::ROOM.clone());
        let found = node.map_or(JsonType::Object, |node| node.json_type());
        self.problems.add(at, path, ProblemKind::WrongType { wanted: Wanted::List, found });
    }
}

fn is_key(key: &str) -> bool {
    OTHER_KEYS.contains(&key) || SECTIONS.iter().any(|it| !it.is_nested() && it.name == key)
}
