//! Hard legal rules as dated data (`rules.tsv`): what is checked, for which forms, by which
//! article. What each check does is in [`crate::lawful`].

use crate::tsv::{Sheet, TableError};
use crate::validity::Validity;

/// What a rule checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The form may be given to this kind of recipient.
    Recipients,
    /// The form may be decided by this authority.
    DecidedBy,
    /// The authority existed on the day of the decision.
    AuthorityExists,
    /// A person receives the form once in a life.
    OnceInLife,
    /// The person holds none of the honours that rule the form out.
    NotHeld,
    /// Units of this type no longer exist.
    UnitKindEnded,
    /// The decision was signed by the day it was presented.
    DecidedBeforeEvent,
    /// The merit was earned before the decision.
    MeritBeforeDecision,
}

/// How much a broken rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleWeight {
    /// It is refused, unless recorded as printed (sic).
    Refuse,
    /// It is worth a look.
    Warn,
}

/// One rule for a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalRule {
    /// Stable code: `L.01`.
    pub code: String,
    /// What it checks.
    pub check: Check,
    /// Codes of the forms it is about; empty for all.
    pub forms: Vec<String>,
    /// What the check compares with: codes of honours, nouns of unit types.
    pub values: Vec<String>,
    /// How much it weighs.
    pub weight: RuleWeight,
    /// From when to when it holds, by the day of the decision.
    pub validity: Validity,
    /// The article; `None` where it is the form's or the authority's own.
    pub legal_basis: Option<String>,
}

pub(crate) const COLUMNS: &[&str] =
    &["code", "check", "forms", "values", "weight", "valid_from", "valid_to", "legal_basis"];

const CHECKS: [(&str, Check); 8] = [
    ("recipients", Check::Recipients),
    ("decided_by", Check::DecidedBy),
    ("authority_exists", Check::AuthorityExists),
    ("once_in_life", Check::OnceInLife),
    ("not_held", Check::NotHeld),
    ("unit_kind_ended", Check::UnitKindEnded),
    ("decided_before_event", Check::DecidedBeforeEvent),
    ("merit_before_decision", Check::MeritBeforeDecision),
];

pub(crate) fn read(sheet: &Sheet<'_>) -> Result<Vec<(usize, LegalRule)>, TableError> {
    sheet.read(|row| {
        let mut forms = row.list(2, ',');
        forms.retain(|code| code != "*");
        Ok(LegalRule {
            code: row.text(0)?,
            check: row.word(1, &CHECKS)?,
            forms,
            values: row.list(3, ';'),
            weight: row.word(4, &[("refuse", RuleWeight::Refuse), ("warn", RuleWeight::Warn)])?,
            validity: row.validity(5)?,
            legal_basis: Some(row.text(7)?).filter(|basis| basis != "*"),
        })
    })
}

impl LegalRule {
    /// Whether the rule is about one of these forms.
    #[must_use]
    pub fn concerns(&self, forms: &[String]) -> bool {
        self.forms.is_empty() || forms.iter().any(|form| self.forms.contains(form))
    }
}
