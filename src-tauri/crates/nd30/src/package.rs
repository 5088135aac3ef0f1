//! The package: a zip archive whose parts name each other by relations.
//!
//! Only parts that are asked for are unpacked, each under a limit, so a small file cannot grow
//! into a large one.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Excess, LintError};
use crate::xml::{self, Element, Space};

/// The largest file.
const MAX_FILE: usize = 64 << 20;
/// The most entries.
const MAX_ENTRIES: usize = 4096;
/// The largest part, unpacked.
const MAX_PART: u64 = 24 << 20;
/// The most that all parts have, unpacked.
const MAX_PARTS: u64 = 64 << 20;

/// An open package.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

/// Where a relation points and what for.
#[derive(Debug)]
pub(crate) struct Relation {
    /// The last word of the type: “styles”, “header”.
    pub(crate) kind: String,
    /// Name of the part.
    pub(crate) target: String,
}

impl<'a> Package<'a> {
    /// Opens a file.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, LintError> {
        if bytes.len() > MAX_FILE {
            return Err(LintError::TooLarge { what: Excess::File, limit: MAX_FILE as u64 });
        }
        recognise(bytes)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MAX_ENTRIES {
            return Err(LintError::TooLarge { what: Excess::Entries, limit: MAX_ENTRIES as u64 });
        }
        Ok(Self { archive, unpacked: 0 })
    }

    /// Reads a part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Element, LintError> {
        let found = self.optional_part(name)?;
        found.ok_or_else(|| LintError::MissingPart { part: name.to_owned() })
    }

    /// Reads a part that need not be there.
    pub(crate) fn optional_part(&mut self, name: &str) -> Result<Option<Element>, LintError> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let bytes = self.unpack(index)?;
        xml::parse(name, &bytes).map(Some)
    }

    /// The relations of a part by their ids; those that leave the package are left out.
    pub(crate) fn relations(
        &mut self,
        part: &str,
    ) -> Result<BTreeMap<String, Relation>, LintError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = format!("{folder}/_rels/{file}.rels");
        let Some(tree) = self.optional_part(name.trim_start_matches('/'))? else {
            return Ok(BTreeMap::new());
        };
        let inner = tree.children().filter(|relation| {
            relation.is(Space::Relations, "Relationship")
                && relation.attribute(Space::None, "TargetMode") != Some("External")
        });
        Ok(inner.filter_map(|relation| read_relation(folder, relation)).collect())
    }

    /// Finds an entry; names in a package do not tell capitals apart.
    fn index(&self, name: &str) -> Option<usize> {
        let exact = self.archive.index_for_name(name);
        exact.or_else(|| self.archive.file_names().position(|it| it.eq_ignore_ascii_case(name)))
    }

    fn unpack(&mut self, index: usize) -> Result<Vec<u8>, LintError> {
        let entry = self.archive.by_index(index).map_err(damaged)?;
        let mut bytes = Vec::new();
        let read = entry.take(MAX_PART + 1).read_to_end(&mut bytes);
        read.map_err(|error| LintError::Archive { reason: error.to_string() })?;
        self.unpacked += bytes.len() as u64;
        let sizes = [
            (Excess::Part, bytes.len() as u64, MAX_PART),
            (Excess::Parts, self.unpacked, MAX_PARTS),
        ];
        match sizes.into_iter().find(|(_, size, limit)| size > limit) {
            Some((what, _, limit)) => Err(LintError::TooLarge { what, limit }),
            None => Ok(bytes),
        }
    }
}

fn read_relation(folder: &str, relation: &Element) -> Option<(String, Relation)> {
    let id = relation.attribute(Space::None, "Id")?;
    let kind = relation.attribute(Space::None, "Type")?.rsplit('/').next()?;
    let target = resolve(folder, relation.attribute(Space::None, "Target")?);
    Some((id.to_owned(), Relation { kind: kind.to_owned(), target }))
}

/// The name of a part from a target relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Tells other kinds of files by how they begin.
fn recognise(bytes: &[u8]) -> Result<(), LintError> {
    const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.is_empty() {
        return Err(LintError::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        // A protected DOCX is a compound file with a stream of this name.
        let stream: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let protected = bytes.windows(stream.len()).any(|window| window == stream);
        return Err(if protected { LintError::Encrypted } else { LintError::OldWord });
    }
    if bytes.starts_with(b"PK") { Ok(()) } else { Err(LintError::NotDocx) }
}

fn damaged(error: ZipError) -> LintError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => LintError::Encrypted,
        other => LintError::Archive { reason: other.to_string() },
    }
}
