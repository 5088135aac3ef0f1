//! Reading `succession.tsv`: which unit passed to which on what day, whole or in part.

use super::{day, no_cell};
use crate::error::{ReadError, ReadProblem, RegistryFile};
use crate::quick::QuickMap;
use crate::succession::{Share, Succession};
use crate::unit::{Unit, UnitIx};
use chrono::NaiveDate;
use std::sync::Arc;

/// Collects the links and makes one succession of all links of an old unit.
pub(super) struct LinkReader<'a> {
    units: &'a [Unit],
    keys: &'a QuickMap<Arc<str>, UnitIx>,
    links: Vec<Link>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    old: UnitIx,
    new: UnitIx,
    date: NaiveDate,
    whole: bool,
    line: usize,
}

impl<'a> LinkReader<'a> {
    pub(super) fn new(units: &'a [Unit], keys: &'a QuickMap<Arc<str>, UnitIx>) -> Self {
        Self { units, keys, links: Vec::new() }
    }

    pub(super) fn line(
        &mut self,
        line: usize,
        [old, new, date, extent]: [&str; 4],
    ) -> Result<(), ReadProblem> {
        let (old, new) = (self.find(old)?, self.find(new)?);
        let date = day("date", date)?.ok_or_else(|| no_cell("date", ""))?;
        let whole = match extent {
            "whole" => true,
            "part" => false,
            other => return Err(no_cell("extent", other)),
        };
        let ended = self.units[old.index()].lifetime.last.and_then(|last| last.succ_opt());
        // Official successors are new units; so none gives territory away on the day it takes some.
        if ended != Some(date) || self.units[new.index()].lifetime.first != Some(date) {
            return Err(ReadProblem::NoMeeting);
        }
        self.links.push(Link { old, new, date, whole, line });
        Ok(())
    }

    fn find(&self, key: &str) -> Result<UnitIx, ReadProblem> {
        self.keys.get(key).copied().ok_or_else(|| ReadProblem::UnknownKey(key.to_owned()))
    }

    /// One succession for every old unit. A unit ends once, so all its links have one date.
    pub(super) fn finish(mut self) -> Result<Vec<Succession>, ReadError> {
        self.links.sort_unstable();
        self.links.chunk_by(|a, b| a.old == b.old).map(|links| self.succession(links)).collect()
    }

    fn succession(&self, links: &[Link]) -> Result<Succession, ReadError> {
        let share = match links {
            [one] if one.whole => Share::Whole,
            [_, _, ..] if links.iter().all(|l| !l.whole) && distinct(links) => Share::Unknown,
            _ => return Err(self.no_extent(links)),
        };
        let Link { old, date, .. } = links[0];
        Ok(Succession { unit: old, date, parts: links.iter().map(|l| l.new).collect(), share })
    }

    fn no_extent(&self, links: &[Link]) -> ReadError {
        let key = self.units[links[0].old.index()].key.to_string();
        let line = links.iter().map(|l| l.line).max().unwrap_or_default();
        ReadError { file: RegistryFile::Succession, line, problem: ReadProblem::Extent(key) }
    }
}

/// Tells whether no successor stands twice; the links are sorted.
fn distinct(links: &[Link]) -> bool {
    links.windows(2).all(|pair| pair[0].new != pair[1].new)
}
