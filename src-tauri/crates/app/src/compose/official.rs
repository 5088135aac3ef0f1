//! What the templates of the report know beyond the facts of the briefing.

use super::basis::{self, Citations};
use super::facts::Facts;
use super::{event, mark, words};
use crate::vi::documents::official as said;
use bc138_domain::text::search_key;
use bc138_domain::{Act, AgendaItem, DossierKind, DossierPart};
use chrono::Datelike;
use minijinja::value::Value;
use serde::Serialize;

/// The facts of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OfficialFacts {
    #[serde(flatten)]
    facts: Facts,
    /// “Ban Chỉ đạo 138 tỉnh Lạng Sơn”.
    issuer: String,
    /// “tổng kết công tác … năm 2022 và phương hướng, nhiệm vụ năm 2023”.
    subject: String,
    /// The same in short: “kết quả công tác năm 2022 và phương hướng, nhiệm vụ năm 2023”.
    about: String,
    /// “năm 2023”, “thời gian tới”.
    ahead: String,
    announced: Vec<String>,
    bases_ahead: Vec<String>,
    /// Reasons given for what is odd, as causes.
    causes: Vec<String>,
    /// Number of annexes that go with it.
    annexes: usize,
    #[serde(skip)]
    grounds: Vec<String>,
}

impl OfficialFacts {
    /// Adds to the facts who reports and what goes with the report.
    pub(crate) fn new(
        part: &DossierPart,
        facts: Facts,
        issuer: String,
        causes: Vec<String>,
        annexes: usize,
    ) -> Self {
        let Citations { grounds, announced, ahead: bases_ahead } = basis::citations(&part.bases);
        let ahead = ahead(part);
        let subject = subject(part, &ahead);
        let period = words::window_words(&part.dossier.window);
        let about = format!("{} {period} và {} {ahead}", said::RESULTS, said::AHEAD);
        let about = mark::tidy(&about);
        Self {
            facts,
            issuer,
            subject,
            about,
            ahead,
            announced,
            bases_ahead,
            causes,
            annexes,
            grounds,
        }
    }

    /// Trích yếu, beginning with a small letter.
    pub(crate) fn subject(&self) -> &str {
        &self.subject
    }

    /// Texts that the report carries out, each cited in full.
    pub(crate) fn grounds(&self) -> &[String] {
        &self.grounds
    }

    /// The facts for the templates.
    pub(crate) fn value(&self) -> Value {
        Value::from_serialize(self)
    }
}

/// The time after the one that is reported on: that of the plans on the agenda, where it is told.
fn ahead(part: &DossierPart) -> String {
    let is_plan = |item: &&AgendaItem| {
        let subject = search_key(&item.subject);
        item.act == Act::Rollout && said::PLANS.iter().any(|word| subject.starts_with(word))
    };
    let plans = part.agenda.iter().filter(is_plan);
    if let Some(told) = plans.map(|it| words::window_words(&it.window)).find(|it| !it.is_empty()) {
        return told;
    }
    let year = part.dossier.window.to.map(|day| day.year());
    match (part.dossier.kind, year) {
        (DossierKind::Annual, Some(year)) if !part.dossier.window.is_part_of_year() => {
            format!("năm {}", year + 1)
        }
        _ => said::SOON.to_owned(),
    }
}

fn subject(part: &DossierPart, ahead: &str) -> String {
    let reviewed = event::reviewed(&part.agenda);
    let period = words::window_words(&part.dossier.window);
    let what = match reviewed.is_empty() {
        true => words::with_ending(said::MOVEMENT, &period),
        false => reviewed,
    };
    let joint = if what.contains(';') { ";" } else { " và" };
    format!("{what}{joint} {} {ahead}", said::AHEAD)
}
