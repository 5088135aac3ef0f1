//! The catalogue: indicators and award forms, read from the text of `assets/catalogue/*.tsv`.
//!
//! The catalogue is data with dates; code never names an indicator to decide what it means.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of number an indicator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// S: stock at the cut-off.
    Stock,
    /// F: flow in the window.
    Flow,
    /// R: reached of all, x/y.
    Ratio,
    /// P: a percentage published without its parts.
    Percent,
    /// M: money in đồng.
    Money,
    /// C: a distribution whose parts sum to a total.
    Distribution,
    /// T: text.
    Text,
}

impl IndicatorKind {
    fn from_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "S" => Self::Stock,
            "F" => Self::Flow,
            "R" => Self::Ratio,
            "P" => Self::Percent,
            "M" => Self::Money,
            "C" => Self::Distribution,
            "T" => Self::Text,
            _ => return None,
        })
    }
}

/// How an indicator is put together from the units below (tổng hợp theo đơn vị).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum OverUnits {
    /// The sum over units.
    #[default]
    Sum,
    /// Sum of x over sum of y; never a mean of ratios.
    RatioOfSums,
    /// Types: the same model in two units is one type, so types are not added.
    DistinctNames,
    /// Counted from the register of units on the day of the cut-off.
    FromRegister,
    /// Not put together.
    Not,
}

/// How an indicator is put together from the windows inside a longer one (tổng hợp theo thời gian).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum OverTime {
    /// Windows that do not overlap are added: flows.
    Sum,
    /// The last window's value stands: stocks.
    #[default]
    Last,
    /// Not put together: ratios and percentages are stated for each window.
    Not,
}

/// One indicator (chỉ tiêu) of the catalogue, or one that the user defined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Id in the store; 0 for the built-in catalogue.
    #[serde(default)]
    pub id: i32,
    /// Stable code.
    pub code: String,
    /// Name shown beside the field.
    pub name: String,
    /// Unit noun: “cuộc”, “mô hình”, “x/y”.
    pub unit: String,
    /// What kind of number it takes.
    pub kind: IndicatorKind,
    /// The group of fields it stands in (`groups.tsv`); empty when it is offered nowhere.
    #[serde(default)]
    pub group: String,
    /// Shown without being asked for.
    #[serde(default)]
    pub core: bool,
    /// Words before the amount in a sentence.
    #[serde(default)]
    pub lead: String,
    /// What is counted, in a sentence.
    #[serde(default)]
    pub noun: String,
    /// Words behind the noun in a sentence.
    #[serde(default)]
    pub tail: String,
    /// First day the indicator exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day it exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
}

impl Indicator {
    /// Whether the indicator exists on a day; an unknown day accepts all.
    #[must_use]
    pub fn is_valid_on(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| {
            self.valid_from.is_none_or(|from| from <= day)
                && self.valid_to.is_none_or(|to| day <= to)
        })
    }
}

/// A group of fields on a step, and the sentence it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldGroup {
    /// Code that indicators and templates refer to.
    pub code: String,
    /// The step it stands on (2 to 4).
    pub step: i32,
    /// Heading.
    pub title: String,
    /// One line of help under the heading.
    pub hint: String,
}

/// A form of award (hình thức khen thưởng).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardForm {
    /// Stable code.
    pub code: String,
    /// Name: “Bằng khen”.
    pub name: String,
    /// Place in the order of presentation, highest first.
    pub rank: i32,
    /// Who may receive it in law, comma-separated kinds.
    pub recipients: Vec<crate::award::Recipient>,
    /// The article that says so.
    pub legal_basis: String,
}

/// Why a catalogue file was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct CatalogueError {
    /// File name.
    pub file: String,
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: String,
}

/// All catalogue files together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    indicators: Vec<Indicator>,
    by_code: BTreeMap<String, usize>,
    form_order: BTreeMap<String, usize>,
    groups: Vec<FieldGroup>,
    forms: Vec<AwardForm>,
    offices: Vec<String>,
}

/// The texts of the catalogue files.
#[derive(Debug, Clone, Copy)]
pub struct CatalogueFiles<'a> {
    /// `indicators.tsv`: code, group, name, unit, kind, …
    pub indicators: &'a str,
    /// `wording.tsv`: code, field group, core, lead, noun, tail, valid_from, valid_to.
    pub wording: &'a str,
    /// `groups.tsv`: code, step, title, hint.
    pub groups: &'a str,
    /// `award_forms.tsv`: code, name, rank, recipients, legal basis.
    pub award_forms: &'a str,
    /// `offices.tsv`: one title of an office a line.
    pub offices: &'a str,
}

impl Catalogue {
    /// Reads the catalogue files.
    ///
    /// # Errors
    /// The first line that does not fit, with its place.
    pub fn read(files: &CatalogueFiles<'_>) -> Result<Self, CatalogueError> {
        let mut catalogue = Self {
            groups: read_lines("groups.tsv", files.groups, read_group)?,
            forms: read_lines("award_forms.tsv", files.award_forms, read_form)?,
            offices: files.offices.lines().skip(1).map(str::to_owned).collect(),
            ..Self::default()
        };
        for indicator in read_lines("indicators.tsv", files.indicators, read_indicator)? {
            catalogue.add(indicator).map_err(|code| duplicate("indicators.tsv", &code))?;
        }
        catalogue.apply_wording(files.wording)?;
        Ok(catalogue)
    }

    /// Adds an indicator, for instance one that the user defined.
    ///
    /// # Errors
    /// The code, when it is already taken.
    pub fn add(&mut self, indicator: Indicator) -> Result<(), String> {
        if self.by_code.contains_key(&indicator.code) {
            return Err(indicator.code);
        }
        self.by_code.insert(indicator.code.clone(), self.indicators.len());
        self.indicators.push(indicator);
        Ok(())
    }

    fn apply_wording(&mut self, text: &str) -> Result<(), CatalogueError> {
        for (line, cells) in rows(text) {
            let fail = |problem: &str| error("wording.tsv", line, problem);
            let code = cells.first().copied().unwrap_or_default();
            let index =
                *self.by_code.get(code).ok_or_else(|| fail(&format!("unknown code {code}")))?;
            let [_, group, core, lead, noun, tail, from, to] = cells[..] else {
                return Err(fail("eight columns expected"));
            };
            if !self.groups.iter().any(|g| g.code == group) {
                return Err(fail(&format!("unknown group {group}")));
            }
            self.form_order.insert(code.to_owned(), self.form_order.len());
            let indicator = &mut self.indicators[index];
            group.clone_into(&mut indicator.group);
            indicator.core = core == "1";
            lead.clone_into(&mut indicator.lead);
            noun.clone_into(&mut indicator.noun);
            tail.clone_into(&mut indicator.tail);
            indicator.valid_from = read_day(from).map_err(|p| fail(&p))?;
            indicator.valid_to = read_day(to).map_err(|p| fail(&p))?;
        }
        Ok(())
    }

    /// The indicator of a code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.by_code.get(code).map(|index| &self.indicators[*index])
    }

    /// All indicators in catalogue order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The place of an indicator in the forms; those without one come last.
    #[must_use]
    pub fn form_order(&self, code: &str) -> usize {
        self.form_order.get(code).copied().unwrap_or(usize::MAX)
    }

    /// All groups of fields.
    #[must_use]
    pub fn groups(&self) -> &[FieldGroup] {
        &self.groups
    }

    /// The award form of a code.
    #[must_use]
    pub fn form(&self, code: &str) -> Option<&AwardForm> {
        self.forms.iter().find(|form| form.code == code)
    }

    /// All award forms, highest first.
    #[must_use]
    pub fn forms(&self) -> &[AwardForm] {
        &self.forms
    }

    /// Titles of offices offered while typing.
    #[must_use]
    pub fn offices(&self) -> &[String] {
        &self.offices
    }
}

fn duplicate(file: &str, code: &str) -> CatalogueError {
    error(file, 0, &format!("code {code} stands twice"))
}

fn error(file: &str, line: usize, problem: &str) -> CatalogueError {
    CatalogueError { file: file.to_owned(), line, problem: problem.to_owned() }
}

/// The lines below the header, with their numbers, split at tabs.
fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    text.lines()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| (index + 1, line.split('\t').map(str::trim).collect()))
}

fn read_lines<T>(
    file: &str,
    text: &str,
    read: impl Fn(&[&str]) -> Result<T, String>,
) -> Result<Vec<T>, CatalogueError> {
    rows(text)
        .map(|(line, cells)| read(&cells).map_err(|problem| error(file, line, &problem)))
        .collect()
}

fn read_indicator(cells: &[&str]) -> Result<Indicator, String> {
    let [code, _, name, unit, kind, ..] = cells else {
        return Err("at least five columns expected".to_owned());
    };
    let kind = IndicatorKind::from_letter(kind).ok_or_else(|| format!("unknown kind {kind}"))?;
    Ok(Indicator {
        id: 0,
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        unit: (*unit).to_owned(),
        kind,
        group: String::new(),
        core: false,
        lead: String::new(),
        noun: (*unit).to_owned(),
        tail: String::new(),
        valid_from: None,
        valid_to: None,
    })
}

fn read_group(cells: &[&str]) -> Result<FieldGroup, String> {
    let [code, step, title, hint] = cells else { return Err("four columns expected".to_owned()) };
    let step = step.parse().map_err(|_| format!("step {step} is no number"))?;
    let (code, title, hint) = ((*code).to_owned(), (*title).to_owned(), (*hint).to_owned());
    Ok(FieldGroup { code, step, title, hint })
}

fn read_form(cells: &[&str]) -> Result<AwardForm, String> {
    let [code, name, rank, recipients, legal_basis] = cells else {
        return Err("five columns expected".to_owned());
    };
    Ok(AwardForm {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        rank: rank.parse().map_err(|_| format!("rank {rank} is no number"))?,
        recipients: recipients.split(',').map(read_recipient).collect::<Result<_, _>>()?,
        legal_basis: (*legal_basis).to_owned(),
    })
}

fn read_recipient(word: &str) -> Result<crate::award::Recipient, String> {
    use crate::award::Recipient;
    match word.trim() {
        "collective" => Ok(Recipient::Collective),
        "person" => Ok(Recipient::Person),
        "household" => Ok(Recipient::Household),
        other => Err(format!("unknown recipient {other}")),
    }
}

fn read_day(text: &str) -> Result<Option<NaiveDate>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| format!("{text} is no date (yyyy-mm-dd)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: CatalogueFiles<'static> = CatalogueFiles {
        indicators: "code\tgroup\tname\tunit\tkind\nclb\tG\tCâu lạc bộ\tcâu lạc bộ\tS\n",
        wording: "code\tgroup\tcore\tlead\tnoun\ttail\tfrom\tto\nclb\tmodels\t1\t\tcâu lạc bộ\t\t\t2025-06-30\n",
        groups: "code\tstep\ttitle\thint\nmodels\t4\tMô hình\t\n",
        award_forms: "code\tname\trank\trecipients\tbasis\nco\tCờ thi đua\t1\tcollective\tĐiều 26\n",
        offices: "title\nChủ tịch UBND tỉnh\n",
    };

    #[test]
    fn wording_is_laid_over_the_indicator() {
        let catalogue = Catalogue::read(&FILES).unwrap();
        let clubs = catalogue.indicator("clb").unwrap();
        assert!(clubs.core, "wording marks it as shown by default");
        assert!(!clubs.is_valid_on(NaiveDate::from_ymd_opt(2025, 7, 1)), "it ended the day before");
        assert_eq!(catalogue.form("co").map(|f| f.recipients.len()), Some(1));
    }

    #[test]
    fn a_bad_line_is_named_with_its_place() {
        let files = CatalogueFiles { wording: "h\nnope\tmodels\t1\t\t\t\t\t\n", ..FILES };
        let error = Catalogue::read(&files).unwrap_err();
        assert_eq!((error.line, error.file.as_str()), (2, "wording.tsv"));
        let twice = format!("{}clb\tG\tx\ty\tS\n", FILES.indicators);
        let files = CatalogueFiles { indicators: &twice, ..FILES };
        assert!(Catalogue::read(&files).unwrap_err().problem.contains("clb"));
    }
}
