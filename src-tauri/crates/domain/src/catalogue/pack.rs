//! The catalogue pack: groups, dimensions, categories and indicators in one text that a
//! spreadsheet can edit. The format is written down in `docs/formats/catalogue-pack.md`.

use super::dimension::{Category, Dimension};
use super::fit;
use super::group::FieldGroup;
use super::indicator::Indicator;
use super::own::Own;
use super::problem::{PackProblem, ProblemKind};
use super::table::{Entry, Line, Read, Written, join, lines, read_table};
use super::{Catalogue, Section};
use std::collections::BTreeMap;

/// The format's name, in the first cell of a pack.
const FORMAT: &str = "bc138-catalogue";

/// The newest version of the format, in the second cell of a pack.
pub const PACK_VERSION: u32 = 1;

/// Parts of a catalogue on their way from one program to another (gói danh mục).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack {
    /// Groups of fields.
    pub groups: Vec<FieldGroup>,
    /// Dimensions.
    pub dimensions: Vec<Dimension>,
    /// Kinds inside dimensions.
    pub categories: Vec<Category>,
    /// Indicators, in dated versions.
    pub indicators: Vec<Indicator>,
}

impl Pack {
    /// Everything of a catalogue, built in or not.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let dimensions = catalogue.dimensions();
        let categories = dimensions.iter().flat_map(|it| catalogue.categories(&it.code));
        let versions = catalogue.indicators().iter().flat_map(|it| catalogue.versions(&it.code));
        let (categories, indicators): (Vec<_>, Vec<_>) =
            (categories.cloned().collect(), versions.cloned().collect());
        Self::of_own(&Own {
            groups: catalogue.groups(),
            dimensions,
            categories: &categories,
            indicators: &indicators,
        })
    }

    /// What the user defined, or a choice of it.
    #[must_use]
    pub fn of_own(own: &Own<'_>) -> Self {
        let groups = own.groups.iter().map(|it| FieldGroup { id: 0, ..it.clone() });
        let dimensions = own.dimensions.iter().map(|it| Dimension { id: 0, ..it.clone() });
        let categories = own.categories.iter().map(|it| Category { id: 0, ..it.clone() });
        let indicators = own.indicators.iter().map(|it| Indicator { id: 0, ..it.clone() });
        Self {
            groups: groups.collect(),
            dimensions: dimensions.collect(),
            categories: categories.collect(),
            indicators: indicators.collect(),
        }
    }

    /// The entries, as they are laid over a catalogue.
    #[must_use]
    pub fn as_own(&self) -> Own<'_> {
        Own {
            groups: &self.groups,
            dimensions: &self.dimensions,
            categories: &self.categories,
            indicators: &self.indicators,
        }
    }

    /// The text of the pack: UTF-8, NFC, tabs, one line an entry.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = format!("{FORMAT}\t{PACK_VERSION}\n");
        write_section(&mut text, Section::Groups, &self.groups);
        write_section(&mut text, Section::Dimensions, &self.dimensions);
        write_section(&mut text, Section::Categories, &self.categories);
        write_section(&mut text, Section::Indicators, &self.indicators);
        text
    }

    /// Reads the text of a pack. What its entries refer to stands in the pack or in `base`.
    ///
    /// # Errors
    /// Every problem of the text, by line.
    pub fn read(text: &str, base: &Catalogue) -> Result<Self, Vec<PackProblem>> {
        let mut problems = Vec::new();
        let lines = lines(text, &mut problems);
        let body = check_title(&lines).map_err(|problem| vec![problem])?;
        let sections = sections(body, &mut problems);
        let groups = read_section(&sections, Section::Groups, &mut problems);
        let dimensions = read_section(&sections, Section::Dimensions, &mut problems);
        let categories = read_section(&sections, Section::Categories, &mut problems);
        let indicators = read_section(&sections, Section::Indicators, &mut problems);
        let places = BTreeMap::from([
            (Section::Groups, places(&groups)),
            (Section::Dimensions, places(&dimensions)),
            (Section::Categories, places(&categories)),
            (Section::Indicators, places(&indicators)),
        ]);
        let pack = Self {
            groups: values(groups),
            dimensions: values(dimensions),
            categories: values(categories),
            indicators: values(indicators),
        };
        for (section, index, misfit) in fit::within(base, &pack.as_own()) {
            // A row that could not be read has said what is wrong with it.
            let place = places.get(&section).and_then(|places| places.get(index));
            if let Some((line, true)) = place {
                problems.push(PackProblem::misfit(*line, section, misfit));
            }
        }
        problems.sort_by_key(|problem| problem.line);
        if problems.is_empty() { Ok(pack) } else { Err(problems) }
    }
}

fn write_section<T: Written>(text: &mut String, section: Section, entries: &[T]) {
    let header: Vec<String> =
        T::columns().into_iter().map(|column| column.name.to_owned()).collect();
    let rows = entries.iter().map(|entry| join(&entry.cells()));
    for line in
        [String::new(), format!("[{}]", section.word()), join(&header)].into_iter().chain(rows)
    {
        text.push_str(&line);
        text.push('\n');
    }
}

/// The lines below the title.
fn check_title(lines: &[Line]) -> Result<&[Line], PackProblem> {
    let Some((title, body)) = lines.split_first() else {
        return Err(PackProblem::at(1, None, ProblemKind::NotOurFormat));
    };
    let version = match title.cells.as_slice() {
        [name, version] if name.trim() == FORMAT => version.trim().parse().unwrap_or(0),
        _ => 0,
    };
    let kind = match version {
        0 => ProblemKind::NotOurFormat,
        1..=PACK_VERSION => return Ok(body),
        found => ProblemKind::NewerVersion { found, known: PACK_VERSION },
    };
    Err(PackProblem::at(title.number, None, kind))
}

/// The lines of each section. A section that is not known or stands twice is noted and left out.
fn sections<'a>(
    body: &'a [Line],
    problems: &mut Vec<PackProblem>,
) -> BTreeMap<Section, &'a [Line]> {
    let heads: Vec<usize> = (0..body.len()).filter(|index| head(&body[*index]).is_some()).collect();
    if let Some(line) = body.first().filter(|line| head(line).is_none()) {
        problems.push(PackProblem::at(line.number, None, ProblemKind::OutsideSection));
    }
    let mut found = BTreeMap::new();
    for (place, index) in heads.iter().enumerate() {
        let end = heads.get(place + 1).copied().unwrap_or(body.len());
        let word = head(&body[*index]).unwrap_or_default();
        let section = Section::ALL.into_iter().find(|section| section.word() == word);
        let kind = match section {
            None => ProblemKind::UnknownSection(word.to_owned()),
            Some(known) if found.contains_key(&known) => {
                ProblemKind::RepeatedSection(word.to_owned())
            }
            Some(known) => {
                found.insert(known, &body[index + 1..end]);
                continue;
            }
        };
        problems.push(PackProblem::at(body[*index].number, None, kind));
    }
    found
}

/// The word between the brackets of a section's line.
fn head(line: &Line) -> Option<&str> {
    match line.cells.as_slice() {
        [cell] => cell.trim().strip_prefix('[')?.strip_suffix(']'),
        _ => None,
    }
}

fn read_section<T: Entry>(
    sections: &BTreeMap<Section, &[Line]>,
    section: Section,
    problems: &mut Vec<PackProblem>,
) -> Vec<Read<T>> {
    sections.get(&section).map_or_else(Vec::new, |lines| read_table(lines, problems))
}

/// The line of each row, and whether it could be read.
fn places<T>(rows: &[Read<T>]) -> Vec<(usize, bool)> {
    rows.iter().map(|row| (row.line, row.sound)).collect()
}

fn values<T>(rows: Vec<Read<T>>) -> Vec<T> {
    rows.into_iter().map(|row| row.value).collect()
}

#[cfg(test)]
mod tests;
