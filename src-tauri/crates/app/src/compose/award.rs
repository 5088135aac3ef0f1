//! Awards as the templates see them: clauses of the same pattern and reason stand in one sentence.

use super::mark;
use bc138_domain::{Award, Catalogue, DossierPart, Phrasing, Share};
use serde::Serialize;

/// One award of a sentence.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AwardFacts {
    /// Counts with their nouns: “26 tập thể và 19 cá nhân”.
    pub recipients: String,
    /// “Bằng khen”.
    pub form: String,
    /// “Bộ trưởng Bộ Công an”.
    pub authority: String,
    /// Whether it has a number at all.
    pub numbered: bool,
}

/// Awards in one sentence: same order of words, same reason.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AwardGroup {
    /// “giver_first”, “granted”, “received”.
    pub phrasing: &'static str,
    /// What they were given for; may be empty.
    pub reason: String,
    /// The locality whose share it is; empty for the whole.
    pub locality: String,
    /// The awards.
    pub awards: Vec<AwardFacts>,
}

/// Awards of the conference, in the clerk's order.
pub(super) fn conference(part: &DossierPart, catalogue: &Catalogue) -> Vec<AwardGroup> {
    group(part.awards.iter().filter(|award| award.is_counted()), catalogue)
}

/// Shares of single localities.
pub(super) fn shares(part: &DossierPart, catalogue: &Catalogue) -> Vec<AwardGroup> {
    group(part.awards.iter().filter(|a| a.subset_of.is_some() && !a.revoked), catalogue)
}

/// Totals of the whole year by all levels.
pub(super) fn headlines(part: &DossierPart, catalogue: &Catalogue) -> Vec<AwardFacts> {
    let headlines = part.awards.iter().filter(|award| award.headline && !award.revoked);
    headlines.filter_map(|award| facts(award, catalogue)).collect()
}

fn group<'a>(awards: impl Iterator<Item = &'a Award>, catalogue: &Catalogue) -> Vec<AwardGroup> {
    let mut groups: Vec<AwardGroup> = Vec::new();
    for award in awards {
        let Some(facts) = facts(award, catalogue) else { continue };
        let phrasing = phrasing_word(award.phrasing);
        let reason = award.reason.clone().unwrap_or_default();
        let locality = award.locality.clone().unwrap_or_default();
        let open = groups.last_mut().filter(|group| {
            let numbered = group.awards.iter().all(|award| award.numbered) && facts.numbered;
            group.phrasing == phrasing
                && group.reason == reason
                && group.locality == locality
                && numbered
        });
        match open {
            Some(group) => group.awards.push(facts),
            None => groups.push(AwardGroup { phrasing, reason, locality, awards: vec![facts] }),
        }
    }
    groups
}

const fn phrasing_word(phrasing: Phrasing) -> &'static str {
    match phrasing {
        Phrasing::GiverFirst => "giver_first",
        Phrasing::Granted => "granted",
        Phrasing::Received => "received",
    }
}

/// `None` for a row that is not filled in yet.
fn facts(award: &Award, catalogue: &Catalogue) -> Option<AwardFacts> {
    let counts = award.counts();
    if counts.is_empty() {
        return None;
    }
    let key = format!("award/{}", award.id);
    let recipients: Vec<String> = counts.iter().map(|share| share_text(&key, share)).collect();
    let form = award.form_printed.clone().unwrap_or_else(|| {
        let names = award.forms.iter().filter_map(|code| catalogue.form(code));
        names.map(|form| form.name.clone()).collect::<Vec<_>>().join(", ")
    });
    Some(AwardFacts {
        recipients: recipients.join(" và "),
        form,
        authority: award.authorities.join(", "),
        numbered: counts.iter().any(|share| share.count.is_some()),
    })
}

fn share_text(key: &str, share: &Share) -> String {
    let kinds: Vec<&str> = share.kinds.iter().map(|kind| kind.noun()).collect();
    let noun = share.noun.clone().unwrap_or_else(|| match share.words {
        Some(_) => kinds.join(" và "),
        None => kinds.join(", "),
    });
    let amount = match (&share.words, share.count) {
        (Some(words), _) => words.clone(),
        (None, Some(count)) => bc138_domain::Fixed::from_int(count.into())
            .map(|number| number.to_string())
            .unwrap_or_default(),
        (None, None) => String::new(),
    };
    format!("{} {noun}", mark::figure(key, &amount))
}
