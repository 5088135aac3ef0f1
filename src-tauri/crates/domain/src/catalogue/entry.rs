//! How groups, dimensions, categories and indicators stand in tables.

use super::dimension::{Category, Cover, Dimension};
use super::group::FieldGroup;
use super::indicator::{CountedFrom, Indicator, IndicatorKind};
use super::table::{Column, Entry, Reader, Word, Written, written};
use chrono::NaiveDate;

impl Entry for FieldGroup {
    fn columns() -> Vec<Column> {
        vec![
            Column::required("code"),
            Column::required("step"),
            Column::required("title"),
            Column::optional("hint"),
        ]
    }

    fn read(row: &mut Reader<'_>) -> Self {
        Self {
            id: 0,
            code: row.code("code"),
            step: row.number("step", Self::FIRST_STEP, Self::LAST_STEP),
            title: row.text("title"),
            hint: row.text("hint"),
        }
    }
}

impl Written for FieldGroup {
    fn cells(&self) -> Vec<String> {
        vec![self.code.clone(), self.step.to_string(), self.title.clone(), self.hint.clone()]
    }
}

impl Entry for Dimension {
    fn columns() -> Vec<Column> {
        ["code", "name", "cover"].map(Column::required).to_vec()
    }

    fn read(row: &mut Reader<'_>) -> Self {
        let (code, name) = (row.code("code"), row.text("name"));
        Self { id: 0, code, name, cover: row.word("cover").unwrap_or(Cover::Open) }
    }
}

impl Written for Dimension {
    fn cells(&self) -> Vec<String> {
        vec![self.code.clone(), self.name.clone(), self.cover.word().to_owned()]
    }
}

impl Entry for Category {
    fn columns() -> Vec<Column> {
        vec![
            Column::required("dimension"),
            Column::required("code"),
            Column::required("name"),
            Column::optional("valid_from"),
            Column::optional("valid_to"),
        ]
    }

    fn read(row: &mut Reader<'_>) -> Self {
        Self {
            id: 0,
            dimension: row.code("dimension"),
            code: row.code("code"),
            name: row.text("name"),
            valid_from: row.day("valid_from"),
            valid_to: row.day("valid_to"),
        }
    }
}

impl Written for Category {
    fn cells(&self) -> Vec<String> {
        vec![
            self.dimension.clone(),
            self.code.clone(),
            self.name.clone(),
            written(self.valid_from),
            written(self.valid_to),
        ]
    }
}

impl Entry for Indicator {
    fn columns() -> Vec<Column> {
        vec![
            Column::required("code"),
            Column::optional("group"),
            Column::optional("core"),
            Column::required("name"),
            Column::optional("unit"),
            Column::required("kind"),
            Column::optional("lead"),
            Column::optional("noun"),
            Column::optional("tail"),
            Column::optional("dimensions"),
            Column::optional("over_units"),
            Column::optional("over_time"),
            Column::optional("parent"),
            Column::optional("partition"),
            Column::optional("calendar"),
            Column::optional("basis"),
            Column::optional("valid_from"),
            Column::optional("valid_to"),
        ]
    }

    fn read(row: &mut Reader<'_>) -> Self {
        let kind: IndicatorKind = row.word("kind").unwrap_or(IndicatorKind::Stock);
        Self {
            id: 0,
            code: row.code("code"),
            name: row.text("name"),
            unit: row.text("unit"),
            kind,
            group: row.code("group"),
            core: row.word("core").unwrap_or(false),
            lead: row.text("lead"),
            noun: row.text("noun"),
            tail: row.text("tail"),
            valid_from: row.day("valid_from"),
            valid_to: row.day("valid_to"),
            dimensions: row.codes("dimensions"),
            over_units: row.word("over_units").unwrap_or(kind.over_units()),
            over_time: row.word("over_time").unwrap_or(kind.over_time()),
            parent: row.optional_code("parent"),
            partition: row.optional_code("partition"),
            calendar: row.code("calendar"),
            basis: row.text("basis"),
        }
    }
}

impl Written for Indicator {
    fn cells(&self) -> Vec<String> {
        vec![
            self.code.clone(),
            self.group.clone(),
            self.core.word().to_owned(),
            self.name.clone(),
            self.unit.clone(),
            self.kind.word().to_owned(),
            self.lead.clone(),
            self.noun.clone(),
            self.tail.clone(),
            self.dimensions.join(","),
            self.over_units.word().to_owned(),
            self.over_time.word().to_owned(),
            self.parent.clone().unwrap_or_default(),
            self.partition.clone().unwrap_or_default(),
            self.calendar.clone(),
            self.basis.clone(),
            written(self.valid_from),
            written(self.valid_to),
        ]
    }
}

/// A row of `indicators.tsv`: an indicator, and what is counted where no form asks for it.
#[derive(Debug, Clone)]
pub(crate) struct BuiltIn {
    /// The indicator, with its newest definition.
    pub indicator: Indicator,
    /// What its numbers are counted from; none when a form asks for them.
    pub counted_from: Option<CountedFrom>,
}

impl Entry for BuiltIn {
    fn columns() -> Vec<Column> {
        let mut columns = Indicator::columns();
        // `evidence` tells a reader of the file where such numbers stand in print.
        columns.extend(["counted_from", "evidence"].map(Column::optional));
        columns
    }

    fn read(row: &mut Reader<'_>) -> Self {
        Self { indicator: Indicator::read(row), counted_from: row.word("counted_from") }
    }
}

/// A row of `definitions.tsv`: what defined an indicator before.
#[derive(Debug, Clone)]
pub(crate) struct EarlierDefinition {
    /// The indicator.
    pub code: String,
    /// The last day on which the definition held.
    pub valid_to: Option<NaiveDate>,
    /// The text of law; empty when it is not known.
    pub basis: String,
}

impl Entry for EarlierDefinition {
    fn columns() -> Vec<Column> {
        vec![Column::required("code"), Column::required("valid_to"), Column::optional("basis")]
    }

    fn read(row: &mut Reader<'_>) -> Self {
        let (code, valid_to) = (row.code("code"), row.day("valid_to"));
        Self { code, valid_to, basis: row.text("basis") }
    }
}
