//! Reward money (tiền thưởng): coefficient × base salary on the day of the decision, rounded.

use crate::key::{self, UnreadableSetting};
use crate::rate::Backing;
use crate::rounding::Rounding;
use crate::tables::Tables;
use bc138_domain::{Fixed, MedalClass, Recipient, Setting, setting};
use chrono::NaiveDate;

/// One award of one recipient, as far as money depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant<'a> {
    /// Code of the form.
    pub form: &'a str,
    /// Code of the authority.
    pub authority: &'a str,
    /// Who receives it.
    pub recipient: Recipient,
    /// Class of the medal, for a form that has classes.
    pub class: Option<MedalClass>,
    /// The day of the decision: every legal value is the one in force on it.
    pub decision_day: NaiveDate,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// An article of law, or the assumption that stands in for one.
    Law {
        /// The article.
        article: String,
        /// Whether the article was read.
        confirmed: bool,
        /// The assumption, in Vietnamese.
        note: String,
    },
    /// A setting of the user.
    Setting {
        /// Its key.
        key: String,
    },
}

/// The money of one recipient, with everything it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// Đồng, rounded.
    pub amount: Fixed,
    /// Đồng before rounding.
    pub exact: Fixed,
    /// Times the base salary.
    pub coefficient: Fixed,
    /// The base salary in đồng.
    pub base: Fixed,
    /// How it was rounded.
    pub rounding: Rounding,
    /// Where coefficient, multiplier, base salary and rounding come from, in this order.
    pub sources: Vec<Source>,
    /// Whether one of the sources is an assumption.
    pub unconfirmed: bool,
}

/// Why there is no money to tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum MoneyError {
    /// The code of the form is not known, or the form did not exist on the day.
    #[error("no such form: {0}")]
    UnknownForm(String),
    /// The medal's class is missing.
    #[error("the class of {form} is missing")]
    ClassMissing {
        /// Code of the form.
        form: String,
    },
    /// The law knows no coefficient for this on the day.
    #[error("no coefficient for {key} on {day}")]
    NoCoefficient {
        /// Key of the setting that would give one.
        key: String,
        /// The day of the decision.
        day: NaiveDate,
    },
    /// The law knows no multiplier for this kind of recipient on the day.
    #[error("no multiplier for {key} on {day}")]
    NoMultiplier {
        /// Key of the setting that would give one.
        key: String,
        /// The day of the decision.
        day: NaiveDate,
    },
    /// The law sets an upper bound only; the coefficient itself has to be set.
    #[error("{key} must be set, at most {most}")]
    OnlyUpperBound {
        /// Key of the setting.
        key: String,
        /// The most it may be.
        most: Fixed,
        /// The article.
        article: String,
    },
    /// The user's coefficient is above the law's upper bound.
    #[error("{key} is {given}, at most {most}")]
    AboveBound {
        /// Key of the setting.
        key: String,
        /// What it was set to.
        given: Fixed,
        /// The most it may be.
        most: Fixed,
        /// The article.
        article: String,
    },
    /// No base salary is known for the day.
    #[error("no base salary on {day}")]
    NoBaseSalary {
        /// The day of the decision.
        day: NaiveDate,
    },
    /// No rounding rule is known for the day.
    #[error("no rounding on {day}")]
    NoRounding {
        /// The day of the decision.
        day: NaiveDate,
    },
    /// A setting cannot be read.
    #[error(transparent)]
    Setting(#[from] UnreadableSetting),
    /// Coefficient times multiplier has more than three decimals, or the amount is out of range.
    #[error("the product cannot be held exactly")]
    Inexact,
    /// The decision has no date.
    #[error("the decision has no date")]
    NoDecisionDate,
    /// One number covers several forms.
    #[error("several forms on one number")]
    SeveralForms,
    /// The authority is not known, or several stand on one number.
    #[error("the authority is not known: {0:?}")]
    UnknownAuthority(Vec<String>),
    /// Kinds of recipients are counted together.
    #[error("kinds of recipients are counted together")]
    MergedRecipients,
    /// The count is given in words.
    #[error("the count is given in words")]
    Uncounted,
}

/// A value with its source.
type Sourced = (Fixed, Vec<Source>);

/// The reward money of one recipient.
///
/// # Errors
/// [`MoneyError`] names what is missing; nothing is guessed.
pub fn money(
    grant: &Grant<'_>,
    tables: &Tables,
    settings: &[Setting],
) -> Result<Money, MoneyError> {
    let day = grant.decision_day;
    let form = tables.form(grant.form, Some(day));
    let form = form.ok_or_else(|| MoneyError::UnknownForm(grant.form.to_owned()))?;
    if form.has_classes && grant.class.is_none() {
        return Err(MoneyError::ClassMissing { form: grant.form.to_owned() });
    }
    let class = grant.class.filter(|_| form.has_classes);
    let grant = Grant { class, ..*grant };
    let (coefficient, mut sources) = coefficient(&grant, tables, settings)?;
    let (base, source) = base_salary(day, tables, settings)?;
    sources.push(source);
    let (rounding, source) = rounding(day, tables, settings)?;
    sources.push(source);
    let exact = product(coefficient, base).ok_or(MoneyError::Inexact)?;
    let amount = rounding.apply(exact).ok_or(MoneyError::Inexact)?;
    let unconfirmed = sources.iter().any(Source::is_assumed);
    Ok(Money { amount, exact, coefficient, base, rounding, sources, unconfirmed })
}

/// The user's coefficient, else the law's own for this kind of recipient, else a person's times
/// the multiplier.
fn coefficient(
    grant: &Grant<'_>,
    tables: &Tables,
    settings: &[Setting],
) -> Result<Sourced, MoneyError> {
    if let Some(own) = own_coefficient(grant, tables, settings)? {
        return Ok(own);
    }
    let key = key::coefficient(grant.form, grant.authority, grant.recipient, grant.class);
    let missing = MoneyError::NoCoefficient { key, day: grant.decision_day };
    if grant.recipient == Recipient::Person {
        return Err(missing);
    }
    // Without a multiplier the form is not for this kind; that says more than a person's lack.
    let (factor, source) = multiplier(grant, tables, settings)?;
    let person = Grant { recipient: Recipient::Person, ..*grant };
    let (value, mut sources) = own_coefficient(&person, tables, settings)?.ok_or(missing)?;
    sources.push(source);
    Ok((product(value, factor).ok_or(MoneyError::Inexact)?, sources))
}

fn own_coefficient(
    grant: &Grant<'_>,
    tables: &Tables,
    settings: &[Setting],
) -> Result<Option<Sourced>, MoneyError> {
    let (day, class) = (grant.decision_day, grant.class);
    let line = tables.coefficient((grant.form, grant.authority), grant.recipient, class, day);
    let key = key::coefficient(grant.form, grant.authority, grant.recipient, class);
    let set = key::number(settings, &key, day)?;
    let bound = line.filter(|line| line.at_most);
    match (set, bound, line) {
        (Some(given), Some(bound), _) if given > bound.value => {
            let (most, article) = (bound.value, bound.backing.legal_basis.clone());
            Err(MoneyError::AboveBound { key, given, most, article })
        }
        (Some(given), _, _) => Ok(Some((given, vec![Source::Setting { key }]))),
        (None, Some(bound), _) => {
            let (most, article) = (bound.value, bound.backing.legal_basis.clone());
            Err(MoneyError::OnlyUpperBound { key, most, article })
        }
        (None, None, Some(line)) => Ok(Some((line.value, vec![Source::law(&line.backing)]))),
        (None, None, None) => Ok(None),
    }
}

fn multiplier(
    grant: &Grant<'_>,
    tables: &Tables,
    settings: &[Setting],
) -> Result<(Fixed, Source), MoneyError> {
    let (key, day) = (key::multiplier(grant.form, grant.recipient), grant.decision_day);
    if let Some(factor) = key::number(settings, &key, day)? {
        return Ok((factor, Source::Setting { key }));
    }
    let line = tables.multiplier(grant.form, grant.recipient, day);
    let line = line.ok_or(MoneyError::NoMultiplier { key, day })?;
    Ok((line.factor, Source::law(&line.backing)))
}

fn base_salary(
    day: NaiveDate,
    tables: &Tables,
    settings: &[Setting],
) -> Result<(Fixed, Source), MoneyError> {
    if let Some(amount) = key::number(settings, key::BASE_SALARY, day)? {
        return Ok((amount, Source::Setting { key: key::BASE_SALARY.to_owned() }));
    }
    let line = tables.base_salary(day).ok_or(MoneyError::NoBaseSalary { day })?;
    Ok((line.amount, Source::law(&line.backing)))
}

fn rounding(
    day: NaiveDate,
    tables: &Tables,
    settings: &[Setting],
) -> Result<(Rounding, Source), MoneyError> {
    let key = key::ROUNDING.to_owned();
    if let Some(value) = setting::in_force(settings, &key, day) {
        let unreadable = || UnreadableSetting { key: key.clone(), value: value.to_owned() };
        let rounding = Rounding::read(value).ok_or_else(unreadable)?;
        return Ok((rounding, Source::Setting { key }));
    }
    let line = tables.rounding(day).ok_or(MoneyError::NoRounding { day })?;
    Ok((line.rounding, Source::law(&line.backing)))
}

/// The exact product; `None` when it needs more than three decimals or is out of range.
fn product(a: Fixed, b: Fixed) -> Option<Fixed> {
    let millionths = i128::from(a.thousandths()) * i128::from(b.thousandths());
    let exact = millionths % 1_000 == 0;
    i64::try_from(millionths / 1_000).ok().filter(|_| exact).map(Fixed::from_thousandths)
}

impl Source {
    fn law(backing: &Backing) -> Self {
        Self::Law {
            article: backing.legal_basis.clone(),
            confirmed: backing.confirmed,
            note: backing.note.clone(),
        }
    }

    /// Whether the value rests on an assumption.
    #[must_use]
    pub const fn is_assumed(&self) -> bool {
        matches!(self, Self::Law { confirmed: false, .. })
    }
}
