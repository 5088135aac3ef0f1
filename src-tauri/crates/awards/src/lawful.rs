//! Hard legal rules: what an award may not be, with the article it rests on.
//!
//! A broken rule is refused. A published source that broke it can still be recorded: marked “sic”
//! with a reason, on the award or on the line, the refusal becomes a note.

use crate::duplicate::Registered;
use crate::form::Form;
use crate::identity::{LineRef, collective};
use crate::once::second_times;
use crate::place::{Context, NoRegister, Places};
use crate::rule::{Check, LegalRule, RuleWeight};
use crate::tables::Tables;
use bc138_domain::{Award, AwardLine, Recipient};
use chrono::{Datelike, NaiveDate};

/// What is not lawful, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The forms may not be given to this kind of recipient.
    RecipientNotAllowed {
        /// Codes of the forms on the award.
        forms: Vec<String>,
        /// Who received it.
        recipient: Recipient,
    },
    /// The authority may not decide these forms.
    AuthorityNotEntitled {
        /// Codes of the forms on the award.
        forms: Vec<String>,
        /// Code of the authority.
        authority: String,
    },
    /// The authority no longer existed on the day of the decision, or did not yet.
    AuthorityNotInOffice {
        /// Code of the authority.
        authority: String,
        /// Its last day.
        until: Option<NaiveDate>,
    },
    /// A person received a form twice that is given once in a life.
    SecondTime {
        /// The earlier line.
        earlier: LineRef,
        /// How sure it is that it is the same person, from 1 to 100.
        likeness: u8,
    },
    /// The person holds an honour that rules the form out.
    HoldsHonour {
        /// Code of the honour.
        honour: String,
    },
    /// Units of this type no longer exist.
    UnitKindEnded {
        /// The noun: “thị trấn”.
        noun: String,
        /// The first day without them.
        since: Option<NaiveDate>,
    },
    /// It was presented before it was decided.
    DecidedAfterEvent {
        /// Date of the decision.
        decision: NaiveDate,
        /// The conference.
        event: NaiveDate,
    },
    /// It was decided before the year of the merit.
    DecidedBeforeMerit {
        /// Date of the decision.
        decision: NaiveDate,
        /// The year of the merit.
        merit_year: i32,
    },
}

/// How much a violation weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weight {
    /// It is refused.
    Refused,
    /// It is worth a look: the rule only warns, or it is not sure that it is broken.
    Warned,
    /// It is recorded as printed (sic).
    Noted {
        /// The reason.
        reason: String,
    },
}

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Code of the rule: `L.01`.
    pub rule: String,
    /// The article.
    pub article: String,
    /// Id of the award.
    pub award: i32,
    /// Place of the line in it; `None` for the award as a whole.
    pub line: Option<usize>,
    /// What is not lawful.
    pub fault: Fault,
    /// How much it weighs.
    pub weight: Weight,
}

/// Everything a check needs about one award.
pub(crate) struct Case<'a> {
    pub it: &'a Registered<'a>,
    pub rule: &'a LegalRule,
    pub tables: &'a Tables,
}

/// Every broken rule of the register, by award, line and rule. Revoked awards and lines are
/// passed over; rules that follow a person through life look at the whole register, so it should
/// hold the awards of all dossiers.
#[must_use]
pub fn violations(
    register: &[Registered<'_>],
    tables: &Tables,
    places: &dyn Places,
) -> Vec<Violation> {
    let mut found = Vec::new();
    for it in register.iter().filter(|it| !it.award.is_revoked()) {
        for rule in rules_for(tables, it) {
            Case { it, rule, tables }.check(&mut found);
        }
    }
    found.extend(second_times(register, tables, places));
    found.sort_by(|a, b| (a.award, a.line, &a.rule).cmp(&(b.award, b.line, &b.rule)));
    found
}

fn rules_for<'a>(
    tables: &'a Tables,
    it: &'a Registered<'_>,
) -> impl Iterator<Item = &'a LegalRule> {
    let day = it.day();
    let rules = tables.rules().iter().filter(move |rule| rule.validity.holds(day));
    rules.filter(|rule| rule.concerns(&it.award.forms))
}

impl Case<'_> {
    fn check(&self, found: &mut Vec<Violation>) {
        match self.rule.check {
            Check::Recipients => self.recipients(found),
            Check::DecidedBy => self.decided_by(found),
            Check::AuthorityExists => self.authority_exists(found),
            Check::NotHeld => self.not_held(found),
            Check::UnitKindEnded => self.unit_kind_ended(found),
            Check::DecidedBeforeEvent => self.decided_before_event(found),
            Check::MeritBeforeDecision => self.merit_before_decision(found),
            // It needs the whole register.
            Check::OnceInLife => {}
        }
    }

    fn award(&self) -> &Award {
        self.it.award
    }

    fn forms(&self) -> Vec<&Form> {
        let day = self.it.day();
        self.award().forms.iter().filter_map(|code| self.tables.form(code, day)).collect()
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &AwardLine)> {
        self.award().lines.iter().enumerate().filter(|(_, line)| line.stands())
    }

    /// The violation of this rule, with its article and weight.
    pub fn found(&self, line: Option<usize>, fault: Fault, own_article: &str) -> Violation {
        let article = self.rule.legal_basis.clone().unwrap_or_else(|| own_article.to_owned());
        let (rule, weight) = (self.rule.code.clone(), weight(self.rule.weight, self.award(), line));
        Violation { rule, article, award: self.award().id, line, fault, weight }
    }

    /// One number may cover several forms: then it is enough that one of them may be given.
    fn recipients(&self, found: &mut Vec<Violation>) {
        let forms = self.forms();
        let allowed = |kind: Recipient| forms.iter().any(|form| form.recipients.contains(&kind));
        let Some(article) = forms.first().map(|form| form.legal_basis.as_str()) else { return };
        let fault =
            |recipient| Fault::RecipientNotAllowed { forms: self.award().forms.clone(), recipient };
        for (place, line) in self.lines().filter(|(_, line)| !allowed(line.kind)) {
            found.push(self.found(Some(place), fault(line.kind), article));
        }
        if self.award().lines.is_empty() {
            // Kinds that are counted together are wrong only when none of them is allowed.
            let shares = self.award().shares.iter();
            let wrong = shares.filter(|share| !share.kinds.iter().any(|kind| allowed(*kind)));
            let kinds = wrong.filter_map(|share| share.kinds.first().copied());
            found.extend(kinds.map(|kind| self.found(None, fault(kind), article)));
        }
    }

    fn authorities(&self) -> impl Iterator<Item = &crate::authority::Authority> {
        let printed = self.award().authorities.iter();
        printed.filter_map(|printed| self.tables.recognise(printed, self.it.day()))
    }

    /// Several authorities on several forms: each must be entitled to one of the forms.
    fn decided_by(&self, found: &mut Vec<Violation>) {
        let forms = self.forms();
        let Some(article) = forms.first().map(|form| form.legal_basis.as_str()) else { return };
        for authority in self.authorities() {
            let may = |form: &&Form| {
                form.decided_by.is_empty() || form.decided_by.contains(&authority.code)
            };
            if !forms.iter().any(may) {
                let (forms, authority) = (self.award().forms.clone(), authority.code.clone());
                let fault = Fault::AuthorityNotEntitled { forms, authority };
                found.push(self.found(None, fault, article));
            }
        }
    }

    fn authority_exists(&self, found: &mut Vec<Violation>) {
        let Some(day) = self.it.day() else { return };
        for authority in self.authorities().filter(|it| !it.validity.holds(Some(day))) {
            let (code, until) = (authority.code.clone(), authority.validity.to);
            let fault = Fault::AuthorityNotInOffice { authority: code, until };
            found.push(self.found(None, fault, &authority.legal_basis));
        }
    }

    fn not_held(&self, found: &mut Vec<Violation>) {
        for (place, line) in self.lines() {
            let held = line.holds.iter().find(|honour| self.rule.values.contains(honour));
            if let Some(honour) = held {
                let fault = Fault::HoldsHonour { honour: honour.clone() };
                found.push(self.found(Some(place), fault, ""));
            }
        }
    }

    /// Only bodies that end with their unit: a school may keep “thị trấn” in its name.
    fn unit_kind_ended(&self, found: &mut Vec<Violation>) {
        let words = self.tables.words();
        let ended: Vec<_> = self.rule.values.iter().map(|noun| words.key(noun).exact).collect();
        let since = self.rule.validity.from;
        for (place, line) in self.lines().filter(|(_, it)| it.kind == Recipient::Collective) {
            let located = collective(words, &line.name, Context::default(), &NoRegister);
            let unit = located.place.filter(|_| words.is_unit_body(&located.body));
            if let Some(unit) = unit.filter(|unit| ended.contains(&unit.noun.exact)) {
                let fault = Fault::UnitKindEnded { noun: unit.noun_text.to_lowercase(), since };
                found.push(self.found(Some(place), fault, ""));
            }
        }
    }

    fn decided_before_event(&self, found: &mut Vec<Violation>) {
        if let (Some(decision), Some(event)) = (self.award().decision_date, self.it.event)
            && decision > event
        {
            found.push(self.found(None, Fault::DecidedAfterEvent { decision, event }, ""));
        }
    }

    fn merit_before_decision(&self, found: &mut Vec<Violation>) {
        if let (Some(decision), Some(merit_year)) =
            (self.award().decision_date, self.award().merit_year)
            && decision.year() < merit_year
        {
            found.push(self.found(None, Fault::DecidedBeforeMerit { decision, merit_year }, ""));
        }
    }
}

fn weight(rule: RuleWeight, award: &Award, line: Option<usize>) -> Weight {
    let line = line.and_then(|line| award.lines.get(line)).and_then(|line| line.sic.clone());
    match (line.or_else(|| award.sic.clone()), rule) {
        (Some(reason), _) => Weight::Noted { reason },
        (None, RuleWeight::Refuse) => Weight::Refused,
        (None, RuleWeight::Warn) => Weight::Warned,
    }
}
