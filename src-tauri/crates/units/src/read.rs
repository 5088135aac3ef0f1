//! Reading a register's two texts. A line that is not understood is an error with its number.

mod links;

use crate::error::{ReadError, ReadProblem, RegistryFile};
use crate::roll::{Keys, Roll};
use crate::unit::{Ending, Lifetime, Unit, UnitIx, level_has_kind, level_holds};
use bc138_domain::{Level, UnitKind};
use chrono::NaiveDate;
use std::collections::HashMap;
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
    let mut reader = UnitReader::default();
    each_line(RegistryFile::Units, files.units, UNITS_HEADING, |_, cells| reader.line(cells))?;
    let mut links = LinkReader::new(&reader.units, &reader.keys);
    each_line(RegistryFile::Succession, files.succession, SUCCESSION_HEADING, |line, cells| {
        links.line(line, cells)
    })?;
    let successions = links.finish()?;
    Ok(Roll { keys: Keys::of_reference(reader.keys), units: reader.units, successions })
}

fn each_line<const N: usize>(
    file: RegistryFile,
    text: &str,
    heading: &'static str,
    mut take: impl FnMut(usize, [&str; N]) -> Result<(), ReadProblem>,
) -> Result<(), ReadError> {
    let error = |line, problem| ReadError { file, line, problem };
    let mut lines = (1..).zip(text.lines());
    if lines.next().map(|(_, first)| first) != Some(heading) {
        return Err(error(1, ReadProblem::Heading(heading)));
    }
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        cells(line).and_then(|c| take(number, c)).map_err(|problem| error(number, problem))?;
    }
    Ok(())
}

fn cells<const N: usize>(line: &str) -> Result<[&str; N], ReadProblem> {
    let mut cells = [""; N];
    let mut found = 0;
    for cell in line.split('\t') {
        if let Some(place) = cells.get_mut(found) {
            *place = cell;
        }
        found += 1;
    }
    if found == N { Ok(cells) } else { Err(ReadProblem::Columns { expected: N, found }) }
}

#[derive(Default)]
struct UnitReader {
    units: Vec<Unit>,
    keys: HashMap<Arc<str>, UnitIx>,
    /// Units by level and code, to see codes that two units carry at once.
    by_code: HashMap<(Level, Arc<str>), Vec<UnitIx>>,
}

impl UnitReader {
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
        let ix = self.claim(filled("key", key)?)?;
        let code: Arc<str> = filled("code", code)?.into();
        self.claim_code(ix, level, &code, lifetime)?;
        self.units.push(Unit {
            key: key.into(),
            level,
            code: Some(code),
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

    fn claim(&mut self, key: &str) -> Result<UnitIx, ReadProblem> {
        let ix = u32::try_from(self.units.len()).map(UnitIx).map_err(|_| ReadProblem::TooMany)?;
        match self.keys.insert(key.into(), ix) {
            None => Ok(ix),
            Some(_) => Err(ReadProblem::DuplicateKey(key.to_owned())),
        }
    }

    fn claim_code(
        &mut self,
        ix: UnitIx,
        level: Level,
        code: &Arc<str>,
        lifetime: Lifetime,
    ) -> Result<(), ReadProblem> {
        let same = self.by_code.entry((level, code.clone())).or_default();
        let overlap = same.iter().find(|u| self.units[u.index()].lifetime.overlaps(lifetime));
        if let Some(other) = overlap {
            return Err(ReadProblem::Overlap(self.units[other.index()].key.to_string()));
        }
        same.push(ix);
        Ok(())
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
