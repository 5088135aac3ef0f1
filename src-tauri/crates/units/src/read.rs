//! Reading a register's two texts. A line that is not understood is an error with its number.

mod links;

use crate::error::{ReadError, ReadProblem, RegistryFile};
use crate::quick::QuickMap;
use crate::roll::{Keys, Roll};
use crate::unit::{Ending, Lifetime, Unit, UnitIx, level_has_kind, level_holds};
use bc138_domain::{Level, UnitKind};
use chrono::NaiveDate;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

use links::LinkReader;

/// The two texts of facts a register is read from, tab-separated with a heading.
#[derive(Debug, Clone, Copy)]
pub struct RegistryFiles<'a> {
    /// `units.tsv`: one unit a line, parents before the units that belong to them.
    pub units: &'a str,
    /// `succession.tsv`: one successor of one ended unit a line.
    pub succession: &'a str,
}

const UNITS_HEADING: &str = "key\tlevel\tkind\tcode\tname\tparent\tfirst_day\tlast_day";
const SUCCESSION_HEADING: &str = "old\tnew\tdate\textent";

/// Reads both texts.
pub(crate) fn read(files: &RegistryFiles) -> Result<Roll, ReadError> {
    let mut reader = UnitReader::new(files.units);
    each_line(RegistryFile::Units, files.units, UNITS_HEADING, |_, cells| reader.line(cells))?;
    reader.finish()?;
    let mut links = LinkReader::new(&reader.units, &reader.keys);
    each_line(RegistryFile::Succession, files.succession, SUCCESSION_HEADING, |line, cells| {
        links.line(line, cells)
    })?;
    let successions = links.finish()?;
    Ok(Roll { keys: Keys::of_reference(reader.keys), units: reader.units, successions })
}

fn each_line<'a, const N: usize>(
    file: RegistryFile,
    text: &'a str,
    heading: &'static str,
    mut take: impl FnMut(usize, [&'a str; N]) -> Result<(), ReadProblem>,
) -> Result<(), ReadError> {
    let error = |line, problem| ReadError { file, line, problem };
    let mut lines = (1..).zip(text.lines());
    if lines.next().map(|(_, first)| first) != Some(heading) {
        return Err(error(1, ReadProblem::Heading(heading)));
    }
    for (number, line) in lines {
        cells(line).and_then(|c| take(number, c)).map_err(|problem| error(number, problem))?;
    }
    Ok(())
}

fn cells<const N: usize>(line: &str) -> Result<[&str; N], ReadProblem> {
    let mut cells = [""; N];
    let (mut found, mut start) = (0, 0);
    let tabs = line.bytes().enumerate().filter(|(_, byte)| *byte == b'\t').map(|(at, _)| at);
    for end in tabs.chain([line.len()]) {
        if let (Some(place), Some(cell)) = (cells.get_mut(found), line.get(start..end)) {
            *place = cell;
        }
        (found, start) = (found + 1, end + 1);
    }
    if found == N { Ok(cells) } else { Err(ReadProblem::Columns { expected: N, found }) }
}

/// Reads `units.tsv` line by line.
struct UnitReader {
    units: Vec<Unit>,
    keys: QuickMap<Arc<str>, UnitIx>,
}

impl UnitReader {
    fn new(text: &str) -> Self {
        /// Bytes of a line; a guess that saves growing, no limit.
        const LINE: usize = 56;
        let lines = text.len() / LINE;
        Self {
            units: Vec::with_capacity(lines),
            keys: QuickMap::with_capacity_and_hasher(lines, BuildHasherDefault::default()),
        }
    }

    fn line(
        &mut self,
        [key, level, kind, code, name, parent, first, last]: [&str; 8],
    ) -> Result<(), ReadProblem> {
        let level = level_of(level)?;
        let kind = kind_of(kind)?;
        if !level_has_kind(level, kind) {
            return Err(ReadProblem::KindOfOtherLevel { level, kind });
        }
        let lifetime = Lifetime { first: day("first_day", first)?, last: day("last_day", last)? };
        if matches!((lifetime.first, lifetime.last), (Some(first), Some(last)) if last < first) {
            return Err(ReadProblem::Lifetime);
        }
        let parent = self.parent(parent, level, lifetime)?;
        let ix = u32::try_from(self.units.len()).map(UnitIx).map_err(|_| ReadProblem::TooMany)?;
        let key = self.claim_key(ix, key)?;
        self.units.push(Unit {
            key,
            level,
            code: Some(filled("code", code)?.into()),
            lifetime,
            ending: if lifetime.last.is_some() { Ending::Official } else { Ending::Open },
            name: filled("name", name)?.into(),
            kind,
            parent,
            changes: Vec::new(),
        });
        Ok(())
    }

    fn parent(
        &self,
        key: &str,
        level: Level,
        lifetime: Lifetime,
    ) -> Result<Option<UnitIx>, ReadProblem> {
        if key.is_empty() {
            let top = level == Level::Province;
            return if top { Ok(None) } else { Err(ReadProblem::Parent(String::new())) };
        }
        let ix = *self.keys.get(key).ok_or_else(|| ReadProblem::UnknownKey(key.to_owned()))?;
        let parent = &self.units[ix.index()];
        if level_holds(parent.level, level) && parent.lifetime.overlaps(lifetime) {
            Ok(Some(ix))
        } else {
            Err(ReadProblem::Parent(key.to_owned()))
        }
    }

    fn claim_key(&mut self, ix: UnitIx, key: &str) -> Result<Arc<str>, ReadProblem> {
        let shared: Arc<str> = filled("key", key)?.into();
        match self.keys.insert(shared.clone(), ix) {
            None => Ok(shared),
            Some(_) => Err(ReadProblem::DuplicateKey(key.to_owned())),
        }
    }

    /// A code may pass from unit to unit, but only one of a level carries it on a day.
    fn finish(&self) -> Result<(), ReadError> {
        let mut by_code: Vec<(usize, &Unit)> = self.units.iter().enumerate().collect();
        // Stable: the file is in order of codes but for a few stretches, which makes this cheap.
        by_code.sort_by_key(|(_, unit)| (unit.level, &unit.code, unit.lifetime.first));
        let clash = |pair: &&[(usize, &Unit)]| {
            let (a, b) = (pair[0].1, pair[1].1);
            a.level == b.level && a.code == b.code && a.lifetime.overlaps(b.lifetime)
        };
        let Some(pair) = by_code.windows(2).find(clash) else { return Ok(()) };
        let (one, other) = (pair[0].0, pair[1].0);
        let problem = ReadProblem::Overlap(self.units[one.min(other)].key.to_string());
        // One line for each unit, after the heading.
        Err(ReadError { file: RegistryFile::Units, line: one.max(other) + 2, problem })
    }
}

fn filled<'a>(column: &'static str, text: &'a str) -> Result<&'a str, ReadProblem> {
    if text.trim() == text && !text.is_empty() { Ok(text) } else { Err(no_cell(column, text)) }
}

fn no_cell(column: &'static str, text: &str) -> ReadProblem {
    ReadProblem::Cell { column, text: text.to_owned() }
}

fn level_of(text: &str) -> Result<Level, ReadProblem> {
    match text {
        "tỉnh" => Ok(Level::Province),
        "huyện" => Ok(Level::District),
        "xã" => Ok(Level::Commune),
        other => Err(no_cell("level", other)),
    }
}

const KINDS: [UnitKind; 9] = [
    UnitKind::Commune,
    UnitKind::Ward,
    UnitKind::Township,
    UnitKind::SpecialZone,
    UnitKind::District,
    UnitKind::Town,
    UnitKind::UrbanDistrict,
    UnitKind::City,
    UnitKind::Province,
];

fn kind_of(text: &str) -> Result<UnitKind, ReadProblem> {
    KINDS.into_iter().find(|k| k.noun() == text).ok_or_else(|| no_cell("kind", text))
}

/// Reads `2025-07-01`; nothing for an empty cell.
fn day(column: &'static str, text: &str) -> Result<Option<NaiveDate>, ReadProblem> {
    if text.is_empty() {
        return Ok(None);
    }
    let read = || {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let wide = year.len() == 4 && month.len() == 2 && day.len() == 2;
        let date =
            NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        date.filter(|_| wide)
    };
    read().map(Some).ok_or_else(|| no_cell(column, text))
}
