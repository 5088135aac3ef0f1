//! Keys of the dated settings by which a user overrides a table.

use crate::tsv::{class_word, decimal, recipient_word};
use bc138_domain::{Fixed, MedalClass, Recipient, Setting, setting};
use chrono::NaiveDate;

/// The rounding of reward money: `none`, `up:10000`, `down:10000`, `nearest:10000`.
pub const ROUNDING: &str = "award.rounding";
/// The base salary in đồng: `2530000`.
pub const BASE_SALARY: &str = "award.base_salary";

/// A setting whose value cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("the setting {key} cannot be read: {value}")]
pub struct UnreadableSetting {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// `award.coefficient.<form>.<authority>.<recipient>`, followed by `.<class>` for a medal.
#[must_use]
pub fn coefficient(
    form: &str,
    authority: &str,
    recipient: Recipient,
    class: Option<MedalClass>,
) -> String {
    let class = class.map(|class| format!(".{}", class_word(class))).unwrap_or_default();
    format!("award.coefficient.{form}.{authority}.{}{class}", recipient_word(recipient))
}

/// `award.multiplier.<form>.<recipient>`.
#[must_use]
pub fn multiplier(form: &str, recipient: Recipient) -> String {
    format!("award.multiplier.{form}.{}", recipient_word(recipient))
}

/// `award.threshold.<form>.<authority>.<criterion>`.
#[must_use]
pub fn threshold(form: &str, authority: &str, criterion: crate::threshold::Criterion) -> String {
    format!("award.threshold.{form}.{authority}.{}", criterion.word())
}

/// The positive number that a setting gives on a day; `None` when it is not set.
///
/// # Errors
/// [`UnreadableSetting`]: it is set, but not to a positive number.
pub fn number(
    settings: &[Setting],
    key: &str,
    day: NaiveDate,
) -> Result<Option<Fixed>, UnreadableSetting> {
    let Some(value) = setting::in_force(settings, key, day) else { return Ok(None) };
    let number = decimal(value.trim()).filter(|number| number.thousandths() > 0);
    let unreadable = || UnreadableSetting { key: key.to_owned(), value: value.to_owned() };
    number.map(Some).ok_or_else(unreadable)
}
