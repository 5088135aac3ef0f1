//! Rules that hold between the parts of a dossier. All findings come at once; nothing is ever
//! corrected here.
//!
//! Each rule is a function from a dossier to problems, listed in `RULES` with its stable code.
//! The sentences that a clerk reads are made elsewhere from the data in [`Problem`].

use crate::amount::Amount;
use crate::award::Recipient;
use crate::catalogue::{Catalogue, IndicatorKind};
use crate::dossier::DossierPart;
use crate::fixed::Fixed;
use crate::record::Kind;
use chrono::NaiveDate;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The report would be wrong.
    Error,
    /// It may be wrong; a reason settles it.
    Warning,
    /// Worth knowing.
    Note,
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The dossier or its conference: a field's name.
    Dossier(&'static str),
    /// The figure of an indicator.
    Figure(String),
    /// A row.
    Row(Kind, i32),
    /// A field whose text could not be read, by its key.
    Field(String),
}

/// What is wrong, with the numbers that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// K.001: more reached than there are.
    ReachedExceedsTotal {
        /// x.
        reached: Fixed,
        /// y.
        total: Fixed,
    },
    /// K.002: typed text that could not be read.
    Unread {
        /// The text.
        text: String,
    },
    /// K.003: the law gives this form of award to other recipients only.
    RecipientNotAllowed {
        /// The form's name.
        form: String,
        /// The recipient it was given to.
        recipient: Recipient,
        /// The article.
        legal_basis: String,
        /// The reason when it is recorded as the source printed it.
        sic: Option<String>,
    },
    /// K.004: a stated total differs from the sum of the awards listed.
    HeadlineDiffers {
        /// The total as stated.
        stated: i32,
        /// The sum of the lines.
        derived: i32,
    },
    /// K.005: a locality's share is larger than the whole.
    ShareExceedsWhole {
        /// The share.
        share: i32,
        /// The whole.
        whole: i32,
    },
    /// K.006: the subject did not exist at the end of the window.
    NotInForce {
        /// The day.
        day: NaiveDate,
    },
    /// K.007: the conference was before the period ended.
    EventBeforeEnd {
        /// The conference.
        event: NaiveDate,
        /// Last day of the period.
        end: NaiveDate,
    },
    /// K.008: a percentage above one hundred.
    PercentAboveHundred {
        /// The percentage.
        percent: Fixed,
    },
    /// K.009: a count with a fraction.
    FractionalCount {
        /// The count.
        count: Fixed,
    },
    /// K.010: an award with a count but without form or authority.
    AwardIncomplete,
    /// K.011: the day of the conference is not known.
    NoEventDate,
    /// K.012: the dossier does not say what the conference was about.
    NoAgenda,
    /// K.013: the decision was signed after the conference.
    DecisionAfterEvent {
        /// Date of the decision.
        decision: NaiveDate,
        /// The conference.
        event: NaiveDate,
    },
}

impl Problem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ReachedExceedsTotal { .. } => "K.001",
            Self::Unread { .. } => "K.002",
            Self::RecipientNotAllowed { .. } => "K.003",
            Self::HeadlineDiffers { .. } => "K.004",
            Self::ShareExceedsWhole { .. } => "K.005",
            Self::NotInForce { .. } => "K.006",
            Self::EventBeforeEnd { .. } => "K.007",
            Self::PercentAboveHundred { .. } => "K.008",
            Self::FractionalCount { .. } => "K.009",
            Self::AwardIncomplete => "K.010",
            Self::NoEventDate => "K.011",
            Self::NoAgenda => "K.012",
            Self::DecisionAfterEvent { .. } => "K.013",
        }
    }

    /// How much it weighs. A broken legal rule weighs less once it is marked “sic”.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::RecipientNotAllowed { sic: Some(_), .. }
            | Self::HeadlineDiffers { .. }
            | Self::EventBeforeEnd { .. }
            | Self::PercentAboveHundred { .. }
            | Self::FractionalCount { .. }
            | Self::NotInForce { .. }
            | Self::DecisionAfterEvent { .. } => Severity::Warning,
            Self::NoEventDate | Self::NoAgenda | Self::AwardIncomplete => Severity::Note,
            _ => Severity::Error,
        }
    }
}

/// A problem and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub problem: Problem,
    /// Where.
    pub subject: Subject,
}

type Rule = fn(&DossierPart, &Catalogue, &mut Vec<Found>);

/// Every rule, in the order of the codes.
const RULES: &[Rule] = &[
    ratios,
    drafts,
    recipients,
    headlines,
    shares,
    in_force,
    event_date,
    percentages,
    fractions,
    incomplete_awards,
    agenda,
    decisions,
];

/// Runs every rule.
#[must_use]
pub fn run(part: &DossierPart, catalogue: &Catalogue) -> Vec<Found> {
    let mut found = Vec::new();
    for rule in RULES {
        rule(part, catalogue, &mut found);
    }
    found.sort_by_key(|found| found.problem.severity());
    found
}

fn ratios(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    for figure in &part.figures {
        if let Some(Amount::Ratio { reached, total }) = figure.amount
            && reached > total
        {
            let problem = Problem::ReachedExceedsTotal { reached, total };
            found.push(Found { problem, subject: Subject::Figure(figure.indicator.clone()) });
        }
    }
}

fn drafts(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    for draft in &part.drafts {
        let problem = Problem::Unread { text: draft.text.clone() };
        found.push(Found { problem, subject: Subject::Field(draft.field.clone()) });
    }
}

fn recipients(part: &DossierPart, catalogue: &Catalogue, found: &mut Vec<Found>) {
    for award in part.awards.iter().filter(|award| !award.revoked) {
        let forms = award.forms.iter().filter_map(|code| catalogue.form(code));
        for form in forms {
            let counts = award.counts();
            let given = counts.iter().filter(|share| share.kinds.len() == 1);
            let wrong = given.flat_map(|share| &share.kinds).find(|k| !form.recipients.contains(k));
            let Some(recipient) = wrong.copied() else { continue };
            let problem = Problem::RecipientNotAllowed {
                form: form.name.clone(),
                recipient,
                legal_basis: form.legal_basis.clone(),
                sic: award.sic.clone(),
            };
            found.push(Found { problem, subject: Subject::Row(Kind::Award, award.id) });
        }
    }
}

fn headlines(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    let listed: Vec<i32> =
        part.awards.iter().filter(|award| award.is_counted()).filter_map(|a| a.total()).collect();
    let derived: i32 = listed.iter().sum();
    for award in part.awards.iter().filter(|award| award.headline && !award.revoked) {
        if let Some(stated) = award.total()
            && !listed.is_empty()
            && stated != derived
        {
            let problem = Problem::HeadlineDiffers { stated, derived };
            found.push(Found { problem, subject: Subject::Row(Kind::Award, award.id) });
        }
    }
}

fn shares(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    for award in part.awards.iter().filter(|award| !award.revoked) {
        let whole = part.awards.iter().find(|whole| Some(whole.id) == award.subset_of);
        if let (Some(share), Some(whole)) = (award.total(), whole.and_then(|whole| whole.total()))
            && share > whole
        {
            let problem = Problem::ShareExceedsWhole { share, whole };
            found.push(Found { problem, subject: Subject::Row(Kind::Award, award.id) });
        }
    }
}

fn in_force(part: &DossierPart, catalogue: &Catalogue, found: &mut Vec<Found>) {
    for figure in part.figures.iter().filter(|figure| figure.state.has_amount()) {
        let indicator = catalogue.indicator(&figure.indicator);
        if let Some(day) = figure.window.to
            && indicator.is_some_and(|indicator| !indicator.is_valid_on(Some(day)))
        {
            let problem = Problem::NotInForce { day };
            found.push(Found { problem, subject: Subject::Figure(figure.indicator.clone()) });
        }
    }
}

fn event_date(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    match (part.dossier.event.date, part.dossier.window.to) {
        (Some(event), Some(end)) if event < end => {
            let problem = Problem::EventBeforeEnd { event, end };
            found.push(Found { problem, subject: Subject::Dossier("date") });
        }
        (None, _) => {
            let subject = Subject::Dossier("date");
            found.push(Found { problem: Problem::NoEventDate, subject });
        }
        _ => {}
    }
}

fn percentages(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    let hundred = Fixed::from_thousandths(100_000);
    for figure in &part.figures {
        if let Some(Amount::Percent { value }) = figure.amount
            && value > hundred
        {
            let problem = Problem::PercentAboveHundred { percent: value };
            found.push(Found { problem, subject: Subject::Figure(figure.indicator.clone()) });
        }
    }
}

fn fractions(part: &DossierPart, catalogue: &Catalogue, found: &mut Vec<Found>) {
    for figure in &part.figures {
        let counts = catalogue.indicator(&figure.indicator).is_some_and(|indicator| {
            matches!(indicator.kind, IndicatorKind::Stock | IndicatorKind::Flow)
                && indicator.unit != "kg"
        });
        // “1,73/181”: x and y always count something.
        let parts = match figure.amount {
            Some(Amount::Number { value }) if counts => vec![value],
            Some(Amount::Ratio { reached, total }) => vec![reached, total],
            _ => Vec::new(),
        };
        if let Some(count) = parts.into_iter().find(|count| count.as_int().is_none()) {
            let problem = Problem::FractionalCount { count };
            found.push(Found { problem, subject: Subject::Figure(figure.indicator.clone()) });
        }
    }
}

fn incomplete_awards(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    for award in part.awards.iter().filter(|award| !award.counts().is_empty()) {
        let form = award.form_printed.is_none() && award.forms.is_empty();
        if form || award.authorities.is_empty() {
            let subject = Subject::Row(Kind::Award, award.id);
            found.push(Found { problem: Problem::AwardIncomplete, subject });
        }
    }
}

fn agenda(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    if part.agenda.is_empty() {
        found.push(Found { problem: Problem::NoAgenda, subject: Subject::Dossier("organiser") });
    }
}

fn decisions(part: &DossierPart, _: &Catalogue, found: &mut Vec<Found>) {
    let Some(event) = part.dossier.event.date else { return };
    for award in part.awards.iter().filter(|award| !award.revoked) {
        if let Some(decision) = award.decision_date.filter(|decision| *decision > event) {
            let problem = Problem::DecisionAfterEvent { decision, event };
            found.push(Found { problem, subject: Subject::Row(Kind::Award, award.id) });
        }
    }
}
