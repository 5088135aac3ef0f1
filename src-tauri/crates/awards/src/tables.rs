//! Every legal table of awards, and what it says on a day.

use crate::authority::{Authority, AuthorityName};
use crate::form::Form;
use crate::load;
use crate::rate::{BaseSalary, Coefficient, Multiplier, RoundingRule};
use crate::rule::LegalRule;
use crate::threshold::Threshold;
use crate::tsv::TableError;
use crate::words::Words;
use bc138_domain::{Award, MedalClass, Recipient};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The texts of the files in `assets/awards`.
#[derive(Debug, Clone, Copy)]
pub struct TableFiles<'a> {
    /// `forms.tsv`: what each form is in law.
    pub forms: &'a str,
    /// `authorities.tsv`: who decides, and the time in which they exist.
    pub authorities: &'a str,
    /// `authority_names.tsv`: the names under which they are printed.
    pub authority_names: &'a str,
    /// `coefficients.tsv`: times the base salary.
    pub coefficients: &'a str,
    /// `multipliers.tsv`: times a person's coefficient.
    pub multipliers: &'a str,
    /// `base_salaries.tsv`.
    pub base_salaries: &'a str,
    /// `rounding.tsv`.
    pub rounding: &'a str,
    /// `rules.tsv`: hard legal rules.
    pub rules: &'a str,
    /// `indicators.tsv`: the indicator that counts a form of an authority.
    pub indicators: &'a str,
    /// `honours.tsv`: earlier honours that rule a form out.
    pub honours: &'a str,
    /// `thresholds.tsv`: from when on a unit is proposed.
    pub thresholds: &'a str,
    /// `abbreviations.tsv`.
    pub abbreviations: &'a str,
    /// `name_prefixes.tsv`: words before a name that are not part of it.
    pub name_prefixes: &'a str,
    /// `place_nouns.tsv`: nouns of places with their level.
    pub place_nouns: &'a str,
    /// `unit_bodies.tsv`: bodies that end with their unit.
    pub unit_bodies: &'a str,
}

/// The tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    pub(crate) forms: Vec<Form>,
    pub(crate) authorities: Vec<Authority>,
    pub(crate) authority_names: Vec<AuthorityName>,
    pub(crate) coefficients: Vec<Coefficient>,
    pub(crate) multipliers: Vec<Multiplier>,
    pub(crate) base_salaries: Vec<BaseSalary>,
    pub(crate) rounding: Vec<RoundingRule>,
    pub(crate) rules: Vec<LegalRule>,
    pub(crate) indicators: BTreeMap<(String, String), String>,
    pub(crate) honours: BTreeMap<String, String>,
    pub(crate) thresholds: Vec<Threshold>,
    pub(crate) words: Words,
}

impl Tables {
    /// Reads the files.
    ///
    /// # Errors
    /// The first line that does not fit, with its file: a wrong word, an unknown code, two lines
    /// that hold on one day, days without a value where one is needed.
    pub fn read(files: &TableFiles<'_>) -> Result<Self, TableError> {
        load::load(files)
    }

    /// The form of a code as it is in law on a day.
    #[must_use]
    pub fn form(&self, code: &str, day: Option<NaiveDate>) -> Option<&Form> {
        self.forms.iter().find(|form| form.code == code && form.validity.holds(day))
    }

    /// Every form in every version, in the order of the file.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The authority of a code.
    #[must_use]
    pub fn authority(&self, code: &str) -> Option<&Authority> {
        self.authorities.iter().find(|authority| authority.code == code)
    }

    /// Every authority, in the order of the file.
    #[must_use]
    pub fn authorities(&self) -> &[Authority] {
        &self.authorities
    }

    /// The authority that a printed name means: the longest known name it begins with.
    #[must_use]
    pub fn recognise(&self, printed: &str, day: Option<NaiveDate>) -> Option<&Authority> {
        let key = self.words.key(printed).exact;
        let names = self.authority_names.iter();
        let fitting = names.filter(|name| name.validity.holds(day) && name.names(&key));
        let longest = fitting.max_by_key(|name| (name.key.len(), name.whole))?;
        self.authority(&longest.authority)
    }

    /// Names of earlier honours by their code.
    #[must_use]
    pub const fn honours(&self) -> &BTreeMap<String, String> {
        &self.honours
    }

    /// The indicator that counts awards of this form by this authority.
    #[must_use]
    pub fn indicator(&self, form: &str, authority: &str) -> Option<&str> {
        self.indicators.get(&(form.to_owned(), authority.to_owned())).map(String::as_str)
    }

    /// Codes of every indicator that counts awards.
    #[must_use]
    pub fn indicators(&self) -> BTreeSet<&str> {
        self.indicators.values().map(String::as_str).collect()
    }

    /// The place of an award in the order of presentation, highest first: that of its highest
    /// form.
    #[must_use]
    pub fn rank(&self, award: &Award) -> i32 {
        let forms = award.forms.iter().filter_map(|code| self.form(code, award.decision_date));
        forms.map(|form| form.rank).min().unwrap_or(i32::MAX)
    }

    /// The hard rules in the order of the file.
    #[must_use]
    pub fn rules(&self) -> &[LegalRule] {
        &self.rules
    }

    /// From when on units are proposed, in the order of the file.
    #[must_use]
    pub fn thresholds(&self) -> &[Threshold] {
        &self.thresholds
    }

    /// The coefficient in force on a day.
    #[must_use]
    pub fn coefficient(
        &self,
        (form, authority): (&str, &str),
        recipient: Recipient,
        class: Option<MedalClass>,
        day: NaiveDate,
    ) -> Option<&Coefficient> {
        self.coefficients.iter().find(|it| {
            it.form == form
                && it.authority == authority
                && it.recipient == recipient
                && it.class == class
                && it.backing.validity.holds(Some(day))
        })
    }

    /// The multiplier in force on a day.
    #[must_use]
    pub fn multiplier(
        &self,
        form: &str,
        recipient: Recipient,
        day: NaiveDate,
    ) -> Option<&Multiplier> {
        self.multipliers.iter().find(|it| {
            it.form == form && it.recipient == recipient && it.backing.validity.holds(Some(day))
        })
    }

    /// The base salary in force on a day.
    #[must_use]
    pub fn base_salary(&self, day: NaiveDate) -> Option<&BaseSalary> {
        self.base_salaries.iter().find(|it| it.backing.validity.holds(Some(day)))
    }

    /// The rounding rule in force on a day.
    #[must_use]
    pub fn rounding(&self, day: NaiveDate) -> Option<&RoundingRule> {
        self.rounding.iter().find(|it| it.backing.validity.holds(Some(day)))
    }

    pub(crate) const fn words(&self) -> &Words {
        &self.words
    }
}
