//! Writes the canonical form: the same content gives the same bytes.

mod entries;
mod layout;
mod record;

use crate::everything::{Everything, Photo};
use crate::shape::{SECTIONS, Section};
use crate::{FORMAT, VERSION, order};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bc138_domain::{Kind, Record};
use record::Written;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

/// Writes everything in the canonical form.
#[must_use]
pub fn write(everything: &Everything) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Memory takes every byte, and every record of the domain has a JSON form.
    drop(write_to(everything, &mut bytes));
    bytes
}

/// SHA-256, in hexadecimal, of the canonical form: the name of a store's content.
///
/// Ids are part of the content. The order in which records and entries are given is not.
#[must_use]
pub fn digest(everything: &Everything) -> String {
    let mut hash = Sha256::new();
    // A hash takes every byte, and every record of the domain has a JSON form.
    drop(write_to(everything, &mut hash));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes everything in the canonical form into a file or another receiver.
///
/// # Errors
/// Those of the receiver.
pub fn write_to(everything: &Everything, receiver: impl Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, receiver);
    write!(out, "{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION}")?;
    let lists = Lists::of(&everything.records)?;
    for section in SECTIONS.iter().filter(|section| !section.is_nested()) {
        lists.write(section, &mut out)?;
    }
    if !everything.entries.cells.is_empty() {
        entries::write(&everything.entries, &mut out)?;
    }
    photos(&everything.photos, &mut out)?;
    out.write_all(b"\n}\n")?;
    out.flush()
}

/// The text of every record, by the list it stands in.
struct Lists {
    lists: BTreeMap<(Kind, Option<i32>), Vec<Written>>,
}

impl Lists {
    fn of(records: &[Record]) -> io::Result<Self> {
        let mut records: Vec<&Record> = records.iter().collect();
        order::records(&mut records);
        let mut lists: BTreeMap<(Kind, Option<i32>), Vec<Written>> = BTreeMap::new();
        for record in records {
            let written = Written::of(record)?;
            lists.entry((record.kind(), written.dossier)).or_default().push(written);
        }
        for list in lists.values_mut() {
            list.sort_by_key(|written| written.position);
        }
        Ok(Self { lists })
    }

    /// One list at the top of the file; dossiers with their own lists inside.
    fn write(&self, section: &Section, out: &mut impl Write) -> io::Result<()> {
        let Some(list) = self.lists.get(&(section.kind, None)) else { return Ok(()) };
        write!(out, ",\n  \"{}\": [", section.name)?;
        for (index, written) in list.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            if section.kind == Kind::Dossier {
                write!(out, "{comma}\n    {{\n      {}", written.members(3))?;
                self.write_parts(written.id, out)?;
                out.write_all(b"\n    }")?;
            } else {
                write!(out, "{comma}\n    {}", written.text(2))?;
            }
        }
        out.write_all(b"\n  ]")
    }

    fn write_parts(&self, dossier: i32, out: &mut impl Write) -> io::Result<()> {
        for section in SECTIONS.iter().filter(|section| section.is_nested()) {
            let Some(list) = self.lists.get(&(section.kind, Some(dossier))) else { continue };
            write!(out, ",\n      \"{}\": [", section.name)?;
            for (index, written) in list.iter().enumerate() {
                let comma = if index == 0 { "" } else { "," };
                write!(out, "{comma}\n        {}", written.text(4))?;
            }
            out.write_all(b"\n      ]")?;
        }
        Ok(())
    }
}

fn photos(photos: &[Photo], out: &mut impl Write) -> io::Result<()> {
    let photos: BTreeMap<&String, &Vec<u8>> = photos.iter().map(|(h, bytes)| (h, bytes)).collect();
    for (index, (hash, bytes)) in photos.iter().enumerate() {
        let begin = if index == 0 { ",\n  \"photos\": {" } else { "," };
        let hash = layout::quoted(hash);
        write!(out, "{begin}\n    {hash}: \"{}\"", STANDARD.encode(bytes))?;
    }
    if photos.is_empty() { Ok(()) } else { out.write_all(b"\n  }") }
}
