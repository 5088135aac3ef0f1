//! The gathering as the templates see it: what it is called, when, where and what it is for.

use super::{mark, words};
use bc138_domain::{Act, AgendaItem, DossierPart, Event, Role, Session, date};
use serde::Serialize;

/// The gathering.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Gathering {
    /// “Hội nghị tổng kết …”, “Ngày hội …”; empty when nothing is known of it.
    what: String,
    /// Inside a sentence: “hội nghị”, “ngày hội”.
    called: String,
    when: String,
    place: String,
    organiser: String,
    form: String,
    venues: String,
    /// Whether a sentence says what it was, so that the others need not.
    introduced: bool,
}

pub(super) fn gathering(part: &DossierPart) -> Gathering {
    let event = &part.dossier.event;
    let what = what(event, &agenda(&part.agenda));
    let organiser = organiser(part);
    let (when, place) = (when(event), event.place.clone().unwrap_or_default());
    let attended =
        part.participants.iter().any(|it| matches!(it.role, Role::Delegate | Role::Group));
    Gathering {
        called: words::called(event.name.as_deref().unwrap_or_default()),
        introduced: !organiser.is_empty() || !when.is_empty() || !place.is_empty() || !attended,
        form: form(event),
        venues: event
            .venues
            .map(|n| mark::figure("dossier/venues", &n.to_string()))
            .unwrap_or_default(),
        what,
        when,
        place,
        organiser,
    }
}

/// Who held it; a unit below the province is named with what it lies in.
fn organiser(part: &DossierPart) -> String {
    let dossier = &part.dossier;
    let organiser = dossier.event.organiser.clone().unwrap_or_default();
    match &dossier.within {
        Some(within) if organiser.ends_with(&dossier.province) => format!("{organiser}, {within},"),
        _ => organiser,
    }
}

/// “Hội nghị tổng kết …”, or the event's own name with the agenda behind it.
fn what(event: &Event, agenda: &str) -> String {
    match (event.name.as_deref(), agenda.is_empty()) {
        (None, true) => String::new(),
        (None, false) => format!("Hội nghị {agenda}"),
        (Some(name), true) => name.to_owned(),
        (Some(name), false) if agenda.contains([';', ',']) => format!("{name}; {agenda}"),
        (Some(name), false) => format!("{name} và {agenda}"),
    }
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
        clauses.push(mark::tidy(&format!("{verb} {}", subject(item))));
    }
    let plain = clauses.len() == 2 && !clauses.iter().any(|clause| clause.contains(','));
    clauses.join(if plain { " và " } else { "; " })
}

/// What is reviewed, in one clause: “tổng kết công tác … năm 2022”; empty where nothing is.
pub(super) fn reviewed(items: &[AgendaItem]) -> String {
    let is_review = |item: &&AgendaItem| matches!(item.act, Act::InterimReview | Act::FinalReview);
    agenda(&items.iter().filter(is_review).cloned().collect::<Vec<_>>())
}

/// “5 năm (2011-2015) thực hiện …”: the subject with its years and its window.
fn subject(item: &AgendaItem) -> String {
    let window = words::window_words(&item.window);
    let years = item.years.map(|years| format!("{years} năm")).unwrap_or_default();
    let bare = window.starts_with(|c: char| c.is_ascii_digit());
    // Clerks write “thực hiện Chỉ thị …” as the subject; behind the years it is said anyway.
    let done = item.subject.strip_prefix("thực hiện ").unwrap_or(&item.subject);
    match (years.is_empty(), bare) {
        // A window that says no more than the years do.
        _ if !years.is_empty() && years == window => format!("{years} thực hiện {done}"),
        (false, true) => format!("{years} ({window}) thực hiện {done}"),
        (false, false) => words::with_ending(&format!("{years} thực hiện {done}"), &window),
        (true, true) => words::with_ending(&item.subject, &format!("({window})")),
        (true, false) => words::with_ending(&item.subject, &window),
    }
}
