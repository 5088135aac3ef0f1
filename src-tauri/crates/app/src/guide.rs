//! The guided path: which groups stand on which step.

use crate::vi::forms::{self, FormSpec, ListSpec};
use bc138_domain::Catalogue;
use bc138_domain::catalogue::FieldGroup;

/// A group of a step, before it is filled.
#[derive(Debug, Clone)]
pub(crate) enum GroupSpec {
    /// Labelled fields.
    Form(&'static FormSpec),
    /// Rows.
    Rows(&'static ListSpec),
    /// Figures of a field group of the catalogue.
    Grid {
        /// The field group's code.
        code: String,
        /// The block whose sentences stand beside it.
        block: &'static str,
    },
}

/// Number of steps with fields.
pub(crate) const STEPS_WITH_FIELDS: i32 = 6;

/// The groups of a step, top to bottom.
pub(crate) fn groups(step: i32, catalogue: &Catalogue) -> Vec<GroupSpec> {
    use GroupSpec::{Form, Rows};
    match step {
        1 => vec![
            Form(&forms::UNIT),
            Form(&forms::PERIOD),
            Form(&forms::EVENT),
            Rows(&forms::AGENDA),
            Rows(&forms::PARTICIPANTS),
            Rows(&forms::BASES),
            Form(&forms::COMMITTEE),
            Form(&forms::HEADLINE),
            Rows(&forms::CAPTIONS),
        ],
        2 => std::iter::once(Rows(&forms::LEADERSHIP))
            .chain(grids(step, catalogue))
            .chain([Rows(&forms::ASSESSMENT), Rows(&forms::OUTCOME), Rows(&forms::SHORTCOMING)])
            .collect(),
        3 | 4 => grids(step, catalogue),
        5 => vec![Rows(&forms::AWARDS)],
        6 => vec![
            Rows(&forms::DISCUSSION),
            Rows(&forms::SPEECHES),
            Rows(&forms::TASKS),
            Rows(&forms::TARGETS),
            Rows(&forms::PROPOSALS),
        ],
        _ => Vec::new(),
    }
}

fn grids(step: i32, catalogue: &Catalogue) -> Vec<GroupSpec> {
    let groups = catalogue.groups().iter().filter(|group| group.step == step);
    groups.map(|g| GroupSpec::Grid { code: g.code.clone(), block: block_of(g) }).collect()
}

/// The block of the briefing in which a field group is printed; a group of the user's own stands
/// with those of its step.
pub(crate) fn block_of(group: &FieldGroup) -> &'static str {
    match (group.code.as_str(), group.step) {
        ("people", _) => "participation",
        (_, 3) => "standard",
        (_, 4) => "models",
        _ => "results",
    }
}

/// The step on which a list stands.
pub(crate) fn step_of_list(list: crate::field::List, catalogue: &Catalogue) -> i32 {
    (1..=STEPS_WITH_FIELDS)
        .find(|step| {
            groups(*step, catalogue)
                .iter()
                .any(|group| matches!(group, GroupSpec::Rows(spec) if spec.list == list))
        })
        .unwrap_or(1)
}
