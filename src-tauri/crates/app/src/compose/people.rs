//! People, speeches and texts as the templates see them.

use bc138_domain::{DossierPart, Participant, Passage, PassageRole, Role, Speech};
use serde::Serialize;

/// The people of one side or one venue.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Delegation {
    /// “Bộ Công an”; empty for the province's own.
    pub side: String,
    /// “điểm cầu huyện Hàm Yên”; empty for the main venue.
    pub venue: String,
    /// Persons, each with rank, name and offices.
    pub people: Vec<String>,
    /// Groups without names.
    pub groups: Vec<String>,
}

/// Points with the same acting subject.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Who acts; may be empty.
    pub subject: String,
    /// The points.
    pub points: Vec<String>,
}

/// A speech with the tasks given in it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SpeechFacts {
    /// “Phát biểu kết luận hội nghị”.
    pub occasion: String,
    /// Rank and name; with offices when the person was not introduced before.
    pub speaker: String,
    /// What was acknowledged; may be empty.
    pub praise: String,
    /// Tasks by who is to do them.
    pub tasks: Vec<Cluster>,
}

/// Persons of a role, each with rank, name and offices.
pub(super) fn persons(part: &DossierPart, role: Role) -> Vec<String> {
    let of_role = part.participants.iter().filter(|person| person.role == role);
    of_role.map(Participant::with_offices).collect()
}

/// Delegates and groups by side and venue, in order of appearance.
pub(super) fn delegations(part: &DossierPart) -> Vec<Delegation> {
    let mut delegations: Vec<Delegation> = Vec::new();
    for person in
        part.participants.iter().filter(|p| matches!(p.role, Role::Delegate | Role::Group))
    {
        let side = person.delegation.clone().unwrap_or_default();
        let venue = person.venue.clone().unwrap_or_default();
        let index = delegations.iter().position(|d| d.side == side && d.venue == venue);
        let index = index.unwrap_or_else(|| {
            delegations.push(Delegation { side, venue, people: Vec::new(), groups: Vec::new() });
            delegations.len() - 1
        });
        let delegation = &mut delegations[index];
        match person.role {
            Role::Group => delegation.groups.push(person.name.clone()),
            _ => delegation.people.push(person.with_offices()),
        }
    }
    delegations
}

/// Texts of a role that belong to no speech, clustered by subject.
pub(super) fn passages(part: &DossierPart, role: PassageRole) -> Vec<Cluster> {
    cluster(part.passages.iter().filter(|p| p.role == role && p.speech.is_none()))
}

/// Speeches with their tasks.
pub(super) fn speeches(part: &DossierPart) -> Vec<SpeechFacts> {
    part.speeches.iter().map(|speech| speech_facts(part, speech)).collect()
}

fn speech_facts(part: &DossierPart, speech: &Speech) -> SpeechFacts {
    let person = part.participants.iter().find(|person| person.id == speech.speaker);
    let speaker = person.map(|person| match person.role {
        Role::Speaker => person.with_offices(),
        _ => person.ranked_name(),
    });
    SpeechFacts {
        occasion: speech.occasion.words().to_owned(),
        speaker: speaker.unwrap_or_default(),
        praise: speech.praise.clone().unwrap_or_default(),
        tasks: cluster(part.passages.iter().filter(|p| p.speech == Some(speech.id))),
    }
}

fn cluster<'a>(passages: impl Iterator<Item = &'a Passage>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for passage in passages.filter(|passage| !passage.text.is_empty()) {
        let subject = passage.subject.clone().unwrap_or_default();
        match clusters.last_mut().filter(|cluster| cluster.subject == subject) {
            Some(cluster) => cluster.points.push(passage.text.clone()),
            None => clusters.push(Cluster { subject, points: vec![passage.text.clone()] }),
        }
    }
    clusters
}
