//! People, speeches and texts as the templates see them.

use super::words;
use bc138_domain::{DossierPart, Participant, Passage, PassageRole, Role, Speech};
use serde::Serialize;

/// The people of one side or one venue.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Delegation {
    /// “Bộ Công an”; empty for the host's own.
    side: String,
    /// “điểm cầu huyện Hàm Yên”; empty for the main venue.
    venue: String,
    /// Persons, each with form of address, rank, name and offices.
    people: Vec<String>,
    /// Groups without names.
    groups: Vec<String>,
}

/// Points with the same acting subject.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Who acts; may be empty.
    subject: String,
    /// The points.
    points: Vec<String>,
}

/// A speech with the tasks given in it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SpeechFacts {
    /// “Phát biểu kết luận hội nghị”.
    occasion: String,
    /// Form of address, rank and name; with offices when the person was not introduced before.
    speaker: String,
    /// What the speaker is called the second time: “đồng chí”, “đại biểu”.
    again: &'static str,
    /// What was acknowledged; may be empty.
    praise: String,
    /// Tasks by who is to do them.
    tasks: Vec<Cluster>,
    /// Whether the goals in words are said with its tasks.
    takes_goals: bool,
}

impl SpeechFacts {
    /// Whether tasks were given in it.
    pub const fn gives_tasks(&self) -> bool {
        !self.tasks.is_empty()
    }
}

/// Persons of a role, each with form of address, rank, name and offices; with the venue of those
/// who were elsewhere.
pub(super) fn persons(part: &DossierPart, role: Role) -> Vec<String> {
    let of_role = part.participants.iter().filter(|it| it.role == role && !it.name.is_empty());
    of_role.map(|person| at_venue(words::addressed(&person.with_offices()), person)).collect()
}

fn at_venue(text: String, person: &Participant) -> String {
    match &person.venue {
        Some(venue) => format!("{text} (tại {venue})"),
        None => text,
    }
}

/// Speakers of whom no speech is told.
pub(super) fn silent_speakers(part: &DossierPart) -> Vec<String> {
    let silent = part.participants.iter().filter(|it| it.role == Role::Speaker);
    let silent = silent.filter(|it| part.speeches.iter().all(|speech| speech.speaker != it.id));
    silent.map(|person| words::addressed(&person.with_offices())).collect()
}

/// Delegates and groups by side and venue, in order of appearance.
pub(super) fn delegations(part: &DossierPart) -> Vec<Delegation> {
    let mut delegations: Vec<Delegation> = Vec::new();
    let attended = part.participants.iter().filter(|it| !it.name.is_empty());
    for person in attended.filter(|it| matches!(it.role, Role::Delegate | Role::Group)) {
        let side = person.delegation.clone().unwrap_or_default();
        let venue = person.venue.clone().unwrap_or_default();
        let index = delegations.iter().position(|d| d.side == side && d.venue == venue);
        let index = index.unwrap_or_else(|| {
            delegations.push(Delegation { side, venue, people: Vec::new(), groups: Vec::new() });
            delegations.len() - 1
        });
        let delegation = &mut delegations[index];
        match person.role {
            Role::Group => delegation.groups.push(person.with_offices()),
            _ => delegation.people.push(words::addressed(&person.with_offices())),
        }
    }
    delegations
}

/// Texts of a role that belong to no speech, clustered by subject.
pub(super) fn passages(part: &DossierPart, role: PassageRole) -> Vec<Cluster> {
    let spoken =
        |passage: &&Passage| part.speeches.iter().any(|speech| Some(speech.id) == passage.speech);
    cluster(part.passages.iter().filter(|it| it.role == role && !spoken(it)))
}

/// Speeches with their tasks; the first that gives tasks takes up the goals.
pub(super) fn speeches(part: &DossierPart) -> Vec<SpeechFacts> {
    let mut speeches: Vec<SpeechFacts> =
        part.speeches.iter().map(|speech| speech_facts(part, speech)).collect();
    if let Some(first) = speeches.iter_mut().find(|speech| speech.gives_tasks()) {
        first.takes_goals = true;
    }
    speeches
}

fn speech_facts(part: &DossierPart, speech: &Speech) -> SpeechFacts {
    let person = part.participants.iter().find(|person| person.id == speech.speaker);
    let named = person.map(|person| match person.role {
        Role::Speaker => person.with_offices(),
        _ => person.ranked_name(),
    });
    let speaker = named.map_or_else(|| "đại biểu".to_owned(), |name| words::addressed(&name));
    let called = words::called(part.dossier.event.name.as_deref().unwrap_or_default());
    let comrade = speaker.starts_with("đồng chí");
    SpeechFacts {
        occasion: speech.occasion.words().replace("hội nghị", &called),
        speaker,
        again: if comrade { "đồng chí" } else { "đại biểu" },
        praise: speech.praise.clone().unwrap_or_default(),
        tasks: cluster(part.passages.iter().filter(|p| p.speech == Some(speech.id))),
        takes_goals: false,
    }
}

fn cluster<'a>(passages: impl Iterator<Item = &'a Passage>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for passage in passages.filter(|passage| !passage.text.is_empty()) {
        let subject = passage.subject.clone().unwrap_or_default();
        let deadline = words::during(passage.deadline.as_deref().unwrap_or_default());
        let said = deadline.is_empty()
            || passage.deadline.as_ref().is_some_and(|it| passage.text.contains(it.as_str()));
        let point =
            if said { passage.text.clone() } else { format!("{} {deadline}", passage.text) };
        match clusters.last_mut().filter(|cluster| cluster.subject == subject) {
            Some(cluster) => cluster.points.push(point),
            None => clusters.push(Cluster { subject, points: vec![point] }),
        }
    }
    clusters
}
