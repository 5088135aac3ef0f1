//! Everything a template may speak of, arranged and in words.

use super::award::{self, AwardGroup};
use super::basis::{self, Bases};
use super::change::Changes;
use super::event::{self, Gathering};
use super::group::{Group, Groups};
use super::people::{self, Cluster, Delegation, SpeechFacts};
use super::target::{self, TargetGroup};
use super::words;
use bc138_domain::{Catalogue, DossierPart, PassageRole, Role};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The facts of one dossier.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Facts {
    headline: String,
    /// The words of the dossier's own window.
    period: String,
    /// “toàn tỉnh”, “toàn xã”.
    whole: String,
    gathering: Gathering,
    chairs: Vec<String>,
    presenters: Vec<String>,
    delegations: Vec<Delegation>,
    /// Those who spoke without a speech of their own being told.
    speakers: Vec<String>,
    bases: Bases,
    groups: BTreeMap<String, Group>,
    /// Groups of the user's own, by the block in which they are printed.
    other_groups: OtherGroups,
    leadership: Vec<Cluster>,
    assessment: Vec<Cluster>,
    outcome: Vec<Cluster>,
    discussion: Vec<Cluster>,
    shortcomings: Vec<Cluster>,
    proposals: Vec<Cluster>,
    speeches: Vec<SpeechFacts>,
    general_tasks: Vec<Cluster>,
    /// Goals in words, said with the first speech that gives tasks.
    goals: Vec<String>,
    /// Goals in words that no speech takes up.
    other_goals: Vec<String>,
    targets: Vec<TargetGroup>,
    awards: Vec<AwardGroup>,
    award_headlines: Vec<AwardGroup>,
    captions: Vec<String>,
    byline: String,
}

/// Groups that no template names.
#[derive(Debug, Clone, Serialize, Default)]
struct OtherGroups {
    results: Vec<Group>,
    standard: Vec<Group>,
    models: Vec<Group>,
}

/// The groups that templates name, in printing order.
const NAMED: [&str; 14] = [
    "scale",
    "steering",
    "propaganda",
    "mobilise",
    "task_force",
    "force",
    "funds",
    "context",
    "models",
    "exemplary",
    "standard",
    "register",
    "standard_other",
    "people",
];

impl Facts {
    /// Gathers the facts; with `gaps`, core figures that are missing are left open instead of
    /// being passed over.
    pub fn gather(part: &DossierPart, catalogue: &Catalogue, gaps: bool) -> Self {
        Self::compared(part, catalogue, gaps, &Changes::default())
    }

    /// The facts with shares and changes beside the figures.
    pub fn compared(
        part: &DossierPart,
        catalogue: &Catalogue,
        gaps: bool,
        changes: &Changes,
    ) -> Self {
        let dossier = &part.dossier;
        let texts = |role| people::passages(part, role);
        let period = words::window_words(&dossier.window);
        let leadership = texts(PassageRole::Leadership);
        let (groups, other_groups) = groups(part, catalogue, gaps, (&period, changes));
        let speeches = people::speeches(part);
        let (goals, other_goals) = target::goals(part, &speeches);
        Self {
            headline: dossier.headline.clone().unwrap_or_default(),
            period,
            whole: words::whole_unit(dossier),
            gathering: event::gathering(part),
            chairs: people::persons(part, Role::Chair),
            presenters: people::persons(part, Role::Presenter),
            delegations: people::delegations(part),
            speakers: people::silent_speakers(part),
            bases: basis::bases(&part.bases),
            groups,
            other_groups,
            leadership,
            assessment: texts(PassageRole::Assessment),
            outcome: texts(PassageRole::Outcome),
            discussion: texts(PassageRole::Discussion),
            shortcomings: texts(PassageRole::Shortcoming),
            proposals: texts(PassageRole::Proposal),
            speeches,
            general_tasks: texts(PassageRole::Task),
            goals,
            other_goals,
            targets: target::targets(&part.targets),
            awards: award::conference(part, catalogue),
            award_headlines: award::headlines(part, catalogue),
            captions: captions(part),
            byline: dossier.byline.clone().unwrap_or_default(),
        }
    }
}

impl Facts {
    /// Whether templates name a group of fields by its code.
    pub(crate) fn names(group: &str) -> bool {
        NAMED.contains(&group)
    }

    /// The words of the dossier's own window.
    pub(super) fn period(&self) -> &str {
        &self.period
    }

    /// The groups with their codes in the order of a report; those of the user last.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (&str, &Group)> {
        let named = NAMED.iter().filter_map(|code| Some((*code, self.groups.get(*code)?)));
        let others = &self.other_groups;
        let others = others.results.iter().chain(&others.standard).chain(&others.models);
        named.chain(others.map(|group| ("", group)))
    }
}

/// The groups that templates name, and the others. The period is said with the first figures that
/// are told, unless the sentence on leadership says it, and with those of the standard.
fn groups(
    part: &DossierPart,
    catalogue: &Catalogue,
    gaps: bool,
    (period, changes): (&str, &Changes),
) -> (BTreeMap<String, Group>, OtherGroups) {
    let mut groups = Groups::arrange(part, catalogue, gaps, changes);
    let mut others = groups.take_others(&NAMED, part, catalogue);
    let is_said = part.passages.iter().any(|it| it.role == PassageRole::Leadership);
    let first = groups.first_own(&NAMED).filter(|_| !is_said);
    let opening = BTreeSet::from_iter(first.into_iter().chain(["standard"]));
    opening.into_iter().for_each(|group| groups.open(group, period));
    let mut of_step = |step| others.remove(&step).unwrap_or_default();
    let (standard, models) = (of_step(3), of_step(4));
    let results = others.into_values().flatten().collect();
    (groups.into_map(), OtherGroups { results, standard, models })
}

/// Captions without a photo; those with one stand under it.
fn captions(part: &DossierPart) -> Vec<String> {
    let without_photo = part.captions.iter().filter(|caption| caption.photo.is_none());
    without_photo.map(|caption| caption.text.clone()).filter(|text| !text.is_empty()).collect()
}
