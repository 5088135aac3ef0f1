//! Evaluators over a dossier's fields: its conference, agenda, windows and text not yet read.

use super::{Reading, same_days};
use crate::book::Sink;
use crate::found::Place;
use crate::rule::{Named, Rule};
use bc138_domain::{Kind, Window, date};
use bc138_series::Span;
use serde::Deserialize;

/// Text that could not be read is still waiting in a field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unread {
    /// How many letters of the text are shown.
    shown: usize,
}

impl Named for Unread {
    const NAME: &'static str = "unread";
    const VALUES: &'static [&'static str] = &["text"];
}

impl Rule for Unread {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for draft in &reading.part.drafts {
            let letters = draft.text.chars().take(self.shown);
            let text = letters.map(|c| if c.is_control() { ' ' } else { c }).collect();
            sink.add(vec![Place::Field(draft.field.clone())], [("text", text)]);
        }
    }
}

/// Without an agenda the news cannot say what the conference was about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgendaKnown {}

impl Named for AgendaKnown {
    const NAME: &'static str = "agenda_known";
    const VALUES: &'static [&'static str] = &[];
}

impl Rule for AgendaKnown {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let named = reading.part.dossier.event.name.is_some();
        if reading.part.agenda.is_empty() && !named {
            sink.add(vec![Place::Dossier("organiser")], []);
        }
    }
}

/// The day of the conference is not known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventDateKnown {}

impl Named for EventDateKnown {
    const NAME: &'static str = "event_date_known";
    const VALUES: &'static [&'static str] = &[];
}

impl Rule for EventDateKnown {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        if reading.part.dossier.event.date.is_none() {
            sink.add(vec![Place::Dossier("date")], []);
        }
    }
}

/// The conference was before the period ended.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventAfterEnd {}

impl Named for EventAfterEnd {
    const NAME: &'static str = "event_after_end";
    const VALUES: &'static [&'static str] = &["event", "end"];
}

impl Rule for EventAfterEnd {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let dossier = &reading.part.dossier;
        // What has a name of its own (Ngày hội) is no conference on the period.
        if dossier.event.name.is_some() {
            return;
        }
        if let (Some(event), Some(end)) = (dossier.event.date, dossier.window.to)
            && event < end
        {
            let values = [("event", date::full(event)), ("end", date::full(end))];
            sink.add(vec![Place::Dossier("date")], values);
        }
    }
}

/// A window ends before it begins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowOrder {}

impl Named for WindowOrder {
    const NAME: &'static str = "window_order";
    const VALUES: &'static [&'static str] = &["from", "to"];
}

impl Rule for WindowOrder {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let part = reading.part;
        let figures = reading.figures().map(|figure| (&figure.window, reading.place(figure)));
        let items = part.agenda.iter();
        let items = items.map(|item| (&item.window, Place::Row(Kind::Agenda, item.id)));
        let own = std::iter::once((&part.dossier.window, Place::Dossier("window_to")));
        for (window, place) in own.chain(figures).chain(items) {
            if let (Some(from), Some(to)) = (window.from, window.to)
                && to < from
            {
                sink.add(vec![place], [("from", date::full(from)), ("to", date::full(to))]);
            }
        }
    }
}

/// Two dossiers are compared whose windows are not equally long or not of the same calendar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EqualWindows {}

impl Named for EqualWindows {
    const NAME: &'static str = "equal_windows";
    const VALUES: &'static [&'static str] = &["window", "before"];
}

impl Rule for EqualWindows {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let Some(before) = reading.context.before else { return };
        let (now, before) = (&reading.part.dossier.window, &before.dossier.window);
        if same_days(now, before) || comparable(now, before) {
            return;
        }
        let days = |window: &Window| window.days().or_else(|| window.label.clone());
        let values = [
            ("window", days(now).unwrap_or_default()),
            ("before", days(before).unwrap_or_default()),
        ];
        sink.add(vec![Place::Dossier("window_from")], values);
    }
}

/// Equally long, and beginning at the same time of the year: half a year in winter is not
/// compared with half a year in summer.
fn comparable(a: &Window, b: &Window) -> bool {
    use chrono::Datelike;
    match (Span::of(a), Span::of(b)) {
        (Some(a), Some(b)) => a.is_as_long_as(b) && a.from.month() == b.from.month(),
        // A window known by its words only is not judged.
        _ => true,
    }
}
