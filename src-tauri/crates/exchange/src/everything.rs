//! [`Everything`]: all that a store holds, in one order.

use crate::order;
use bc138_domain::{EntryBatch, Record};

/// A photo: its SHA-256 in hexadecimal, and its bytes.
pub type Photo = (String, Vec<u8>);

/// Everything in a store.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Everything {
    /// Records, parents before children: in the order of [`bc138_domain::Kind::ALL`], within a
    /// kind wholes before their parts, then by id.
    pub records: Vec<Record>,
    /// The numbers of single units.
    pub entries: EntryBatch,
    /// Photos, by their hash.
    pub photos: Vec<Photo>,
}

impl Everything {
    /// The same content in the one order in which it is written, read and compared: of two entries
    /// for one place the later holds, an entry that takes a number away is gone, dictionaries hold
    /// what is used, and an empty note is no note.
    #[must_use]
    pub fn ordered(mut self) -> Self {
        order::records(&mut self.records);
        self.entries = order::entries(self.entries);
        self.photos.sort();
        self.photos.dedup();
        self
    }
}
