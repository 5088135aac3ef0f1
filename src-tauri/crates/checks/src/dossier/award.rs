//! Evaluators over the awards of a dossier.

use super::{Reading, number};
use crate::book::Sink;
use crate::found::Place;
use crate::rule::{Named, Rule};
use crate::term::Part;
use bc138_domain::catalogue::AwardForm;
use bc138_domain::text::search_key;
use bc138_domain::{Award, Figure, Fixed, Kind, Recipient, date};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

fn place(award: &Award) -> Place {
    Place::Row(Kind::Award, award.id)
}

/// A form of award given to a recipient that the law does not give it to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecipientAllowed {
    /// The laws before the one that the catalogue names, with their last days.
    before: Vec<OlderLaw>,
}

/// A law that awards were given under until a day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OlderLaw {
    until: NaiveDate,
    law: String,
}

impl RecipientAllowed {
    /// The law that an award was given under: by its decision, else by the end of the dossier.
    fn law<'l>(&'l self, award: &Award, reading: &Reading<'_>, form: &'l AwardForm) -> &'l str {
        let day = award.decision_date.or(reading.part.dossier.window.to);
        let older = self.before.iter().find(|it| day.is_some_and(|day| day <= it.until));
        older.map_or(form.legal_basis.as_str(), |it| it.law.as_str())
    }
}

impl Named for RecipientAllowed {
    const NAME: &'static str = "recipient_allowed";
    const VALUES: &'static [&'static str] = &["form", "recipient", "law", "sic"];
    const VARIANTS: &'static [&'static str] = &["sic"];
}

impl Rule for RecipientAllowed {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let catalogue = reading.context.catalogue;
        for award in reading.part.awards.iter().filter(|award| !award.is_revoked()) {
            let forms: Vec<&AwardForm> =
                award.forms.iter().filter_map(|code| catalogue.form(code)).collect();
            let Some(form) = forms.first() else { continue };
            // Of several forms on one number each recipient may have the one that is right.
            let allowed = |kind: Recipient| forms.iter().any(|it| it.recipients.contains(&kind));
            let mut wrong = given(award);
            wrong.retain(|(kind, _)| !allowed(*kind));
            // One reason does not cover a recipient that has none.
            let unexplained = wrong.iter().find(|(_, sic)| sic.is_none());
            let Some((kind, _)) = unexplained.or_else(|| wrong.first()) else { continue };
            let reasons: BTreeSet<&str> = wrong.iter().filter_map(|(_, sic)| *sic).collect();
            let variant = unexplained.is_none().then_some("sic");
            let sic = variant.map(|_| reasons.into_iter().collect::<Vec<_>>().join("; "));
            let values = [
                ("form", form.name.clone()),
                ("recipient", kind.noun().to_owned()),
                ("law", self.law(award, reading, form).to_owned()),
                ("sic", sic.unwrap_or_default()),
            ];
            sink.add_variant(variant, vec![place(award)], values);
        }
    }
}

/// Who was given an award, each with the reason why it is recorded as the source printed it: the
/// recipients of the list that still stand, without a list the kinds that were counted by
/// themselves.
fn given(award: &Award) -> Vec<(Recipient, Option<&str>)> {
    let sic = award.sic.as_deref();
    if award.lines.is_empty() {
        let alone = award.shares.iter().filter(|share| share.kinds.len() == 1);
        return alone.flat_map(|share| &share.kinds).map(|kind| (*kind, sic)).collect();
    }
    let standing = award.lines.iter().filter(|line| line.stands());
    standing.map(|line| (line.kind, line.sic.as_deref().or(sic))).collect()
}

/// A stated total of awards that is not what the lines add up to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeadlineAgrees {}

impl Named for HeadlineAgrees {
    const NAME: &'static str = "headline_agrees";
    const VALUES: &'static [&'static str] = &["stated", "derived"];
}

impl Rule for HeadlineAgrees {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let awards = &reading.part.awards;
        let counted = awards.iter().filter(|award| award.is_counted());
        let listed: Vec<i32> = counted.filter_map(Award::total).collect();
        let derived: i32 = listed.iter().sum();
        for award in awards.iter().filter(|award| award.headline && !award.is_revoked()) {
            if let Some(stated) = award.total()
                && !listed.is_empty()
                && stated != derived
            {
                let values = [("stated", stated.to_string()), ("derived", derived.to_string())];
                sink.add(vec![place(award)], values);
            }
        }
    }
}

/// A locality's share that is larger than the award it is a share of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShareWithinWhole {}

impl Named for ShareWithinWhole {
    const NAME: &'static str = "share_within_whole";
    const VALUES: &'static [&'static str] = &["share", "whole"];
}

impl Rule for ShareWithinWhole {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let awards = &reading.part.awards;
        for award in awards.iter().filter(|award| !award.is_revoked()) {
            let whole = awards.iter().find(|whole| Some(whole.id) == award.subset_of);
            if let (Some(share), Some(whole)) = (award.total(), whole.and_then(Award::total))
                && share > whole
            {
                let values = [("share", share.to_string()), ("whole", whole.to_string())];
                sink.add(vec![place(award)], values);
            }
        }
    }
}

/// An award with a count but without form or authority.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AwardComplete {}

impl Named for AwardComplete {
    const NAME: &'static str = "award_complete";
    const VALUES: &'static [&'static str] = &[];
}

impl Rule for AwardComplete {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for award in reading.part.awards.iter().filter(|award| !award.counts().is_empty()) {
            let no_form = award.form_printed.is_none() && award.forms.is_empty();
            if no_form || award.authorities.is_empty() {
                sink.add(vec![place(award)], []);
            }
        }
    }
}

/// A decision signed after the conference at which it was handed over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionBeforeEvent {}

impl Named for DecisionBeforeEvent {
    const NAME: &'static str = "decision_before_event";
    const VALUES: &'static [&'static str] = &["decision", "event"];
}

impl Rule for DecisionBeforeEvent {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let Some(event) = reading.part.dossier.event.date else { return };
        for award in reading.part.awards.iter().filter(|award| !award.is_revoked()) {
            if let Some(decision) = award.decision_date.filter(|decision| *decision > event) {
                let values = [("decision", date::full(decision)), ("event", date::full(event))];
                sink.add(vec![place(award)], values);
            }
        }
    }
}

/// A decision signed before the period under report began.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionInPeriod {}

impl Named for DecisionInPeriod {
    const NAME: &'static str = "decision_in_period";
    const VALUES: &'static [&'static str] = &["decision", "start"];
}

impl Rule for DecisionInPeriod {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let Some(start) = reading.part.dossier.window.from else { return };
        for award in reading.part.awards.iter().filter(|award| !award.is_revoked()) {
            if let Some(decision) = award.decision_date.filter(|decision| *decision < start) {
                let values = [("decision", date::full(decision)), ("start", date::full(start))];
                sink.add(vec![place(award)], values);
            }
        }
    }
}

/// A typed number of awards that is not what the list of awards holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AwardCounts {
    counts: Vec<AwardCount>,
    /// The dimension by which they are broken down.
    dimension: String,
    /// Its kinds.
    kinds: BTreeMap<String, Recipient>,
}

/// Which awards a figure counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AwardCount {
    /// Code of the indicator.
    figure: String,
    /// Codes of forms.
    forms: Vec<String>,
    /// Words in the authority, any of them; empty for every authority.
    #[serde(default)]
    authorities: Vec<String>,
    /// Words that the authority must not have.
    #[serde(default)]
    without: Vec<String>,
}

impl Named for AwardCounts {
    const NAME: &'static str = "award_counts";
    const VALUES: &'static [&'static str] = &["stated", "derived"];
}

impl AwardCounts {
    /// The recipients a figure counts; `None` when it counts by something else.
    fn recipients(&self, figure: &Figure) -> Option<BTreeSet<Recipient>> {
        let mut dimensions = figure.categories.iter();
        match (dimensions.next(), dimensions.next()) {
            (None, _) => Some(Recipient::ALL.into_iter().collect()),
            (Some((dimension, kinds)), None) if *dimension == self.dimension => {
                kinds.iter().map(|kind| self.kinds.get(kind).copied()).collect()
            }
            _ => None,
        }
    }
}

impl Rule for AwardCounts {
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        for figure in reading.figures() {
            let count = self.counts.iter().find(|count| count.figure == figure.indicator);
            let (Some(count), Some(kinds)) = (count, self.recipients(figure)) else { continue };
            let (Some(stated), Some((derived, first))) =
                (number(figure, Part::Value), count.derive(&reading.part.awards, &kinds))
            else {
                continue;
            };
            if stated != derived {
                let values = [("stated", stated.to_string()), ("derived", derived.to_string())];
                sink.add(vec![reading.place(figure), place(first)], values);
            }
        }
    }
}

impl AwardCount {
    /// What the list holds, and the first award in it; `None` when it holds no such award, or one
    /// without a number or with kinds counted together.
    fn derive<'a>(
        &self,
        awards: &'a [Award],
        kinds: &BTreeSet<Recipient>,
    ) -> Option<(Fixed, &'a Award)> {
        let mut sum = 0_i64;
        let mut first = None;
        for award in awards.iter().filter(|award| award.is_counted() && self.takes(award)) {
            for share in award.counts() {
                if share.kinds.is_disjoint(kinds) {
                    continue;
                }
                if !share.kinds.is_subset(kinds) {
                    return None;
                }
                sum += i64::from(share.count?);
                first = first.or(Some(award));
            }
        }
        Fixed::from_int(sum).zip(first)
    }

    fn takes(&self, award: &Award) -> bool {
        let has = |words: &[String], text: &str| {
            words.iter().any(|word| text.contains(&search_key(word)))
        };
        let by = |authority: &String| {
            let authority = search_key(authority);
            (self.authorities.is_empty() || has(&self.authorities, &authority))
                && !has(&self.without, &authority)
        };
        let form = matches!(award.forms.as_slice(), [one] if self.forms.contains(one));
        form && award.authorities.len() == 1 && award.authorities.iter().all(by)
    }
}
