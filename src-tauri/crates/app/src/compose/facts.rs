//! Everything a template may speak of, arranged and in words.

use super::award::{self, AwardFacts, AwardGroup};
use super::figure::{self, Group};
use super::mark;
use super::people::{self, Cluster, Delegation, SpeechFacts};
use bc138_domain::event::BasisRole;
use bc138_domain::{
    AgendaItem, Basis, Catalogue, Dossier, DossierKind, DossierPart, Event, PassageRole, Role,
    Session, Target, date, setting,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The facts of one dossier.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Facts {
    headline: String,
    period: String,
    annual: bool,
    province: String,
    committee: Committee,
    when: String,
    place: String,
    organiser: String,
    form: String,
    venues: String,
    agenda: String,
    chairs: Vec<String>,
    presenters: Vec<String>,
    delegations: Vec<Delegation>,
    bases: Bases,
    groups: BTreeMap<String, Group>,
    leadership: Vec<Cluster>,
    assessment: Vec<Cluster>,
    outcome: Vec<Cluster>,
    discussion: Vec<Cluster>,
    shortcomings: Vec<Cluster>,
    proposals: Vec<Cluster>,
    speeches: Vec<SpeechFacts>,
    general_tasks: Vec<Cluster>,
    goals: Vec<String>,
    targets: Vec<TargetGroup>,
    awards: Vec<AwardGroup>,
    award_shares: Vec<AwardGroup>,
    award_headlines: Vec<AwardFacts>,
    captions: Vec<String>,
    byline: String,
}

#[derive(Debug, Clone, Serialize)]
struct Committee {
    name: String,
    short: String,
}

#[derive(Debug, Clone, Serialize)]
struct Bases {
    reviewed: String,
    announced: Vec<BasisFacts>,
    ahead: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct BasisFacts {
    issuer: String,
    name: String,
    subject: String,
}

#[derive(Debug, Clone, Serialize)]
struct TargetGroup {
    deadline: String,
    targets: Vec<TargetFacts>,
}

#[derive(Debug, Clone, Serialize)]
struct TargetFacts {
    lead: String,
    amount: String,
    text: String,
}

impl Facts {
    /// Gathers the facts; with `gaps`, core figures that are missing are left open instead of
    /// being passed over.
    pub fn gather(part: &DossierPart, catalogue: &Catalogue, gaps: bool) -> Self {
        let dossier = &part.dossier;
        let event = &dossier.event;
        let texts = |role| people::passages(part, role);
        Self {
            headline: dossier.headline.clone().unwrap_or_default(),
            period: dossier.window.label.clone().unwrap_or_default(),
            annual: dossier.kind == DossierKind::Annual,
            province: format!("{} {}", dossier.province_type, dossier.province),
            committee: committee(part, dossier),
            when: when(event),
            place: event.place.clone().unwrap_or_default(),
            organiser: event.organiser.clone().unwrap_or_default(),
            form: form(event),
            venues: event
                .venues
                .map(|n| mark::figure("dossier/venues", &n.to_string()))
                .unwrap_or_default(),
            agenda: agenda(&part.agenda),
            chairs: people::persons(part, Role::Chair),
            presenters: people::persons(part, Role::Presenter),
            delegations: people::delegations(part),
            bases: bases(&part.bases),
            groups: figure::groups(part, catalogue, gaps),
            leadership: texts(PassageRole::Leadership),
            assessment: texts(PassageRole::Assessment),
            outcome: texts(PassageRole::Outcome),
            discussion: texts(PassageRole::Discussion),
            shortcomings: texts(PassageRole::Shortcoming),
            proposals: texts(PassageRole::Proposal),
            speeches: people::speeches(part),
            general_tasks: texts(PassageRole::Task),
            goals: goals(&part.targets),
            targets: targets(&part.targets),
            awards: award::conference(part, catalogue),
            award_shares: award::shares(part, catalogue),
            award_headlines: award::headlines(part, catalogue),
            captions: captions(part),
            byline: dossier.byline.clone().unwrap_or_default(),
        }
    }
}

/// The committee's names on the day of the document (dated settings).
fn committee(part: &DossierPart, dossier: &Dossier) -> Committee {
    let day = dossier.document_date().unwrap_or_default();
    let named = |key| setting::in_force(&part.settings, key, day).unwrap_or_default().to_owned();
    Committee { name: named("committee.name"), short: named("committee.short_name") }
}

/// “Sáng 18-1”, “Ngày 07/3/2017”.
fn when(event: &Event) -> String {
    let day = event.date_printed.clone().or_else(|| event.date.map(date::short));
    let session = event.session.unwrap_or(Session::WholeDay);
    day.map(|day| mark::figure("dossier/date", &format!("{} {day}", session.word())))
        .unwrap_or_default()
}

/// “trực tuyến 2 cấp kết nối điểm cầu tỉnh đến …”.
fn form(event: &Event) -> String {
    let words = event.form.map(|form| form.words().to_owned());
    [words, event.form_detail.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The agenda in one clause; items of the same act share their verb.
fn agenda(items: &[AgendaItem]) -> String {
    let mut clauses: Vec<String> = Vec::new();
    let mut last_act = None;
    for item in items.iter().filter(|item| !item.subject.is_empty()) {
        let verb = if last_act == Some(item.act) { "" } else { item.act.verb() };
        last_act = Some(item.act);
        let years = item.years.map(|years| format!("{years} năm thực hiện")).unwrap_or_default();
        clauses.push(mark::tidy(&format!("{verb} {years} {}", item.subject)));
    }
    let plain = clauses.len() == 2 && !clauses.iter().any(|clause| clause.contains(','));
    clauses.join(if plain { " và " } else { "; " })
}

fn bases(bases: &[Basis]) -> Bases {
    let of = |role| bases.iter().filter(move |basis| basis.role == role && !basis.name.is_empty());
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let announced = of(BasisRole::Announced).map(|basis| BasisFacts {
        issuer: words(&basis.issuer),
        name: basis.name.clone(),
        subject: words(&basis.subject),
    });
    Bases {
        reviewed: cite_together(of(BasisRole::Reviewed)),
        announced: announced.collect(),
        ahead: of(BasisRole::Ahead).map(cite).collect(),
    }
}

/// “Chỉ thị số 02 của UBND tỉnh Hải Dương về …”.
fn cite(basis: &Basis) -> String {
    let issuer = basis.issuer.as_ref().map(|issuer| format!("của {issuer}")).unwrap_or_default();
    mark::tidy(&format!("{} {issuer} {}", basis.name, basis.subject.clone().unwrap_or_default()))
}

/// “Thông tư 23, Chỉ thị 07 của Bộ Công an và Chỉ thị 06 của UBND tỉnh”: neighbours of the same
/// issuer are cited together, without their subjects.
fn cite_together<'a>(bases: impl Iterator<Item = &'a Basis>) -> String {
    let mut by_issuer: Vec<(Option<&String>, Vec<&str>)> = Vec::new();
    for basis in bases {
        match by_issuer.last_mut().filter(|(issuer, _)| *issuer == basis.issuer.as_ref()) {
            Some((_, names)) => names.push(&basis.name),
            None => by_issuer.push((basis.issuer.as_ref(), vec![&basis.name])),
        }
    }
    let cited: Vec<String> = by_issuer
        .into_iter()
        .map(|(issuer, names)| match issuer {
            Some(issuer) => format!("{} của {issuer}", names.join(", ")),
            None => names.join(", "),
        })
        .collect();
    listed(&cited)
}

/// “a, b và c”.
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} và {last}", init.join(", ")),
    }
}

fn goals(targets: &[Target]) -> Vec<String> {
    let in_words = targets.iter().filter(|target| target.amount.is_none());
    in_words.map(|target| target.text.clone()).filter(|text| !text.is_empty()).collect()
}

fn targets(targets: &[Target]) -> Vec<TargetGroup> {
    let mut groups: Vec<TargetGroup> = Vec::new();
    for target in targets {
        let Some(amount) = &target.amount else { continue };
        let amount = target.operator.apply(&amount.to_string());
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

/// Captions without a photo; those with one stand under it.
fn captions(part: &DossierPart) -> Vec<String> {
    let without_photo = part.captions.iter().filter(|caption| caption.photo.is_none());
    without_photo.map(|caption| caption.text.clone()).filter(|text| !text.is_empty()).collect()
}
