//! Examples of checks: small dossiers and tables that stand beside each check in its file.
//!
//! A passing example yields nothing; a failing one yields the check's own finding at the stated
//! place and nothing else (`also` names findings of other checks that come with it).

mod dossier;
mod table;

use crate::book::{Book, Check};
use crate::context::Context;
use crate::found::Found;
use bc138_domain::{Catalogue, UnitEvent};
use serde::Deserialize;
use std::collections::BTreeSet;

/// One example.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows.
    pub about: String,
    /// A dossier, with what differs from an empty one.
    #[serde(default)]
    dossier: Option<toml::Table>,
    /// The dossier that it is compared with.
    #[serde(default)]
    before: Option<toml::Table>,
    /// A table: windows in the first line, then a line for each unit and measure.
    #[serde(default)]
    table: Option<String>,
    /// The register: `key | level | kind | name | parent | first day | last day`.
    #[serde(default)]
    units: Option<String>,
    /// What happened to units.
    #[serde(default)]
    events: Vec<UnitEvent>,
    /// Key of the province.
    #[serde(default)]
    province: Option<String>,
    /// The place of the finding: its id without the code; `@2022` stands for a window's days.
    #[serde(default)]
    at: Option<String>,
    /// The special case of the finding.
    #[serde(default)]
    variant: Option<String>,
    /// Findings of other checks that come with it.
    #[serde(default)]
    also: BTreeSet<String>,
}

/// An example that did not do what its check says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}, {about}: {problem}")]
pub struct ExampleFailure {
    /// The check.
    pub code: String,
    /// The example.
    pub about: String,
    /// What happened instead.
    pub problem: String,
}

impl Book {
    /// Runs every example of every check against the whole book.
    #[must_use]
    pub fn failing_examples(&self, catalogue: &Catalogue) -> Vec<ExampleFailure> {
        let checks = self.checks().iter();
        checks.flat_map(|check| self.failing_of(check, catalogue)).collect()
    }

    fn failing_of(&self, check: &Check, catalogue: &Catalogue) -> Vec<ExampleFailure> {
        let passes = check.passes.iter().map(|example| (example, false));
        let fails = check.fails.iter().map(|example| (example, true));
        let failed = passes.chain(fails).filter_map(|(example, fails)| {
            let problem = self.problem(check, example, fails, catalogue).err()?;
            let (code, about) = (check.code.to_string(), example.about.clone());
            Some(ExampleFailure { code, about, problem })
        });
        failed.collect()
    }

    fn problem(
        &self,
        check: &Check,
        example: &Example,
        fails: bool,
        catalogue: &Catalogue,
    ) -> Result<(), String> {
        let found = example.found(self, catalogue)?;
        let told = || found.iter().map(|found| found.id.as_str()).collect::<Vec<_>>().join(", ");
        let others = found.iter().filter(|found| found.code != check.code);
        let others: BTreeSet<String> = others.map(|found| found.code.to_string()).collect();
        if others != example.also {
            return Err(format!("found {}", told()));
        }
        let own: Vec<&Found> = found.iter().filter(|found| found.code == check.code).collect();
        let wanted = example.wanted_id(check);
        match (fails, own[..].as_ref()) {
            (false, []) => Ok(()),
            (true, [one]) if one.id == wanted && one.variant == example.variant.as_deref() => {
                Ok(())
            }
            _ => Err(format!(
                "found {}; expected {}",
                told(),
                if fails { &wanted } else { "nothing" }
            )),
        }
    }
}

impl Example {
    /// What the whole book finds in it.
    fn found(&self, book: &Book, catalogue: &Catalogue) -> Result<Vec<Found>, String> {
        let registry = table::registry(self)?;
        let province = self.province.as_deref().and_then(|key| registry.find(key));
        let mut found = Vec::new();
        if let Some(own) = &self.dossier {
            let (part, roll_ups) = dossier::part(own, catalogue)?;
            let before = self.before.as_ref().map(|it| dossier::part(it, catalogue)).transpose()?;
            let context = Context {
                registry: Some(&registry),
                unit: province,
                roll_ups: &roll_ups,
                before: before.as_ref().map(|(part, _)| part),
                ..Context::new(catalogue)
            };
            found.extend(book.check_dossier(&part, &context));
        }
        if let Some(text) = &self.table {
            let cube = table::cube(text, &registry, catalogue)?;
            let context = Context { unit: province, ..Context::new(catalogue) };
            found.extend(book.check_table(&cube, &registry, &context));
        }
        Ok(found)
    }

    fn wanted_id(&self, check: &Check) -> String {
        let at = self.at.as_deref().unwrap_or_default();
        let window = |name| table::window(name).map(|it| crate::table::window_id(&it));
        match at.split_once("/@") {
            Some((place, rest)) => {
                // Days are written with slashes too: what follows the window is a word.
                let plain =
                    |what: &&str| what.chars().all(|c| c.is_ascii_lowercase() || "._".contains(c));
                let what = rest.rsplit('/').next().filter(|what| rest.contains('/') && plain(what));
                let name =
                    what.map_or(rest, |what| rest[..rest.len() - what.len()].trim_end_matches('/'));
                let what = what.map(|what| format!("/{what}")).unwrap_or_default();
                format!("{}/{place}/{}{what}", check.code, window(name).unwrap_or_default())
            }
            None => format!("{}/{at}", check.code),
        }
    }
}
