//! Targets as the templates see them: those with an amount by deadline, goals in words apart.

use super::people::SpeechFacts;
use super::{mark, words};
use crate::vi::documents::official::AIM;
use bc138_domain::{DossierPart, Target};
use serde::Serialize;

/// Targets of one deadline.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TargetGroup {
    deadline: String,
    targets: Vec<TargetFacts>,
}

#[derive(Debug, Clone, Serialize)]
struct TargetFacts {
    lead: String,
    amount: String,
    text: String,
}

/// Goals in words: those that the first speech with tasks takes up, and all others.
pub(super) fn goals(part: &DossierPart, speeches: &[SpeechFacts]) -> (Vec<String>, Vec<String>) {
    let in_words = part.targets.iter();
    let in_words = in_words.filter(|it| it.amount.is_none() && !it.text.is_empty());
    let takes_up = speeches.iter().any(SpeechFacts::gives_tasks);
    let (spoken, others): (Vec<&Target>, Vec<&Target>) =
        in_words.partition(|target| takes_up && target.lead.is_none());
    let said = |targets: Vec<&Target>| targets.into_iter().map(goal).collect();
    (said(spoken), said(others))
}

/// “phấn đấu trở thành … đến năm 2030”.
fn goal(target: &Target) -> String {
    let lead = target.lead.as_ref().map(|lead| format!("{lead} ")).unwrap_or_default();
    let deadline = words::during(target.deadline.as_deref().unwrap_or_default());
    words::with_ending(&format!("{lead}{}", target.text), &deadline)
}

/// Targets with an amount; neighbours with the same deadline stand in one sentence.
pub(super) fn targets(targets: &[Target]) -> Vec<TargetGroup> {
    let mut groups: Vec<TargetGroup> = Vec::new();
    for target in targets {
        let Some(amount) = target.printed_amount() else { continue };
        let facts = TargetFacts {
            lead: target.lead.clone().unwrap_or_default(),
            amount: mark::figure(&format!("target/{}/amount", target.id), &amount),
            text: target.text.clone(),
        };
        let deadline = target.deadline.clone().unwrap_or_default();
        match groups.last_mut().filter(|group| group.deadline == deadline) {
            Some(group) => group.targets.push(facts),
            None => groups.push(TargetGroup { deadline, targets: vec![facts] }),
        }
    }
    groups
}

/// A target that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its field.
    pub source: String,
    /// The amount.
    pub text: String,
    /// “phấn đấu”.
    pub lead: String,
    /// What is to be reached, and until when.
    pub name: String,
}

/// Targets with an amount.
pub(super) fn numbers(targets: &[Target]) -> Vec<Number> {
    let number = |target: &Target| {
        let deadline = target.deadline.as_ref().filter(|it| !target.text.contains(it.as_str()));
        let deadline = deadline.map(|it| format!(" ({it})")).unwrap_or_default();
        Some(Number {
            source: format!("target/{}/amount", target.id),
            text: target.printed_amount()?,
            lead: target.lead.clone().unwrap_or_else(|| AIM.to_owned()),
            name: format!("{}{deadline}", target.text),
        })
    };
    targets.iter().filter_map(number).collect()
}
