//! The book of checks: every check with its number, words, rule and examples, read from the texts
//! of `assets/checks/*.toml`.
//!
//! A check is data. What it looks for is a small function in this crate, chosen by name
//! (`evaluator`); which indicators, pairs and limits it looks at, and every word that a clerk
//! reads, stand in the file.

mod error;
mod read;
mod sink;

use crate::context::Context;
use crate::dossier::Reading;
use crate::example::Example;
use crate::found::{Code, Found, Place, Severity};
use crate::rule::Rule;
use crate::table::{Focus, Sheet};
use bc138_domain::DossierPart;
use bc138_series::{Cube, MeasureIx, WindowIx};
use bc138_units::{Registry, UnitIx};
use std::collections::BTreeMap;
use std::sync::Arc;

pub use error::BookError;
pub(crate) use sink::Sink;

/// One check.
#[derive(Debug, Clone)]
pub struct Check {
    /// Number.
    pub code: Code,
    /// How much its findings weigh, unless a variant says otherwise.
    pub severity: Severity,
    /// Title.
    pub title: String,
    /// What is wrong, with `{names}` of values.
    pub text: String,
    /// What to do.
    pub todo: String,
    /// Why it matters.
    pub why: String,
    /// Where the law says so.
    pub legal: Option<String>,
    /// Reasons that are often given, to choose from.
    pub reasons: Vec<String>,
    /// How a given `{reason}` reads as a cause (nguyên nhân) in a report.
    pub cause: Option<String>,
    /// Wordings for special cases.
    pub variants: BTreeMap<String, Variant>,
    /// Examples in which the check finds nothing.
    pub passes: Vec<Example>,
    /// Examples in which it finds something, with the place.
    pub fails: Vec<Example>,
    pub(crate) rule: Arc<dyn Rule>,
}

/// What a special case says differently.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Another weight.
    pub severity: Option<Severity>,
    /// Another title.
    pub title: Option<String>,
    /// Another text.
    pub text: Option<String>,
    /// Other advice.
    pub todo: Option<String>,
}

/// All checks, in the order of their numbers.
#[derive(Debug, Clone, Default)]
pub struct Book {
    checks: Vec<Check>,
}

impl Book {
    /// Reads the texts of the check files: name and text of each.
    ///
    /// # Errors
    /// [`BookError`]: the first thing that does not fit, with its place.
    pub fn read(texts: &[(&str, &str)]) -> Result<Self, BookError> {
        read::read(texts).map(|checks| Self { checks })
    }

    /// All checks.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The check of a number.
    #[must_use]
    pub fn check(&self, code: Code) -> Option<&Check> {
        self.checks.iter().find(|check| check.code == code)
    }

    /// Everything that is found in a dossier, gravest first.
    #[must_use]
    pub fn check_dossier(&self, part: &DossierPart, context: &Context<'_>) -> Vec<Found> {
        let reading = Reading::of(part, context);
        let name = |place: &Place| reading.id(place);
        self.run(&name, |rule, sink| rule.on_dossier(&reading, sink))
    }

    /// Everything that is found in a table, gravest first.
    #[must_use]
    pub fn check_table(
        &self,
        cube: &Cube,
        registry: &Registry,
        context: &Context<'_>,
    ) -> Vec<Found> {
        self.check_sheet(&Sheet::new(cube, registry, context, Focus::Everything))
    }

    /// Everything that is found in a table and names a place in one window: what a sheet of one
    /// year shows. The same findings as in [`Book::check_table`].
    #[must_use]
    pub fn check_window(
        &self,
        cube: &Cube,
        registry: &Registry,
        context: &Context<'_>,
        window: WindowIx,
    ) -> Vec<Found> {
        let sheet = Sheet::new(cube, registry, context, Focus::Window(window));
        let mut found = self.check_sheet(&sheet);
        found.retain(|found| found.places.iter().any(|place| place.window() == Some(window)));
        found
    }

    /// Everything that is found in a table and names one cell, or the row of its unit, among its
    /// places: what a clerk should see right after typing it. The same findings as in
    /// [`Book::check_table`], at a small part of the cost.
    #[must_use]
    pub fn check_cell(
        &self,
        cube: &Cube,
        registry: &Registry,
        context: &Context<'_>,
        (unit, measure, window): (UnitIx, MeasureIx, WindowIx),
    ) -> Vec<Found> {
        let focus = Focus::Cell(unit, measure, window);
        let mut found = self.check_sheet(&Sheet::new(cube, registry, context, focus));
        found.retain(|found| found.places.iter().any(|place| place.holds(unit, measure, window)));
        found
    }

    /// What one check finds in a table.
    #[must_use]
    pub fn check_table_for(
        &self,
        cube: &Cube,
        registry: &Registry,
        context: &Context<'_>,
        code: Code,
    ) -> Vec<Found> {
        let sheet = Sheet::new(cube, registry, context, Focus::Everything);
        let name = |place: &Place| sheet.id(place);
        let Some(check) = self.check(code) else { return Vec::new() };
        let mut sink = Sink::new(check, &name);
        check.rule.on_table(&sheet, &mut sink);
        sink.into_found()
    }

    fn check_sheet(&self, sheet: &Sheet<'_>) -> Vec<Found> {
        let name = |place: &Place| sheet.id(place);
        self.run(&name, |rule, sink| rule.on_table(sheet, sink))
    }

    fn run(
        &self,
        name: &dyn Fn(&Place) -> String,
        look: impl Fn(&dyn Rule, &mut Sink<'_>),
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for check in &self.checks {
            let mut sink = Sink::new(check, name);
            look(&*check.rule, &mut sink);
            found.append(&mut sink.into_found());
        }
        // Within one weight the order of the numbers, and of the dossier or table, is kept.
        found.sort_by_key(|found| found.severity);
        found
    }
}
