//! The settings of awards: what the legal tables say in their place, and which values they take.

use crate::awards::{Names, plain_number};
use crate::error::AppError;
use crate::field::Refusal;
use crate::field::parse::shown_day;
use crate::vi::settings as words;
use crate::view::DatedValue;
use bc138_awards::Tables;
use bc138_awards::own::OwnValue;
use bc138_awards::validity::Validity;
use bc138_domain::Setting;

/// Beginning of their keys.
pub(super) const PREFIX: &str = "award.";

/// The keys under their headings. Base salary and rounding stand among the other settings.
pub(super) fn groups(tables: &Tables) -> Vec<(&'static str, Vec<String>)> {
    let all = OwnValue::all(tables);
    let of = |title| {
        let own = all.iter().filter(|own| words::award_group(own) == Some(title));
        (title, own.map(OwnValue::key).collect())
    };
    words::AWARD_GROUPS.into_iter().map(of).collect()
}

/// Label and hint of a key.
pub(super) fn words_of(key: &str, tables: &Tables) -> Option<(String, String)> {
    let own = OwnValue::of_key(key, tables)?;
    let names = Names::of(tables);
    Some((words::award_label(&own, &names), words::award_hint(&own).to_owned()))
}

/// Whether a setting takes a value.
///
/// # Errors
/// There is no such setting.
pub(super) fn refuse_value(
    new: &Setting,
    tables: &Tables,
) -> Result<Result<(), Refusal>, AppError> {
    let own = OwnValue::of_key(&new.key, tables);
    let own = own.ok_or_else(|| AppError::NoSuchField(new.key.clone()))?;
    let validity = Validity { from: new.valid_from, to: new.valid_to };
    Ok(own.check(&plain_number(&new.value), validity, tables).map_err(Refusal::from))
}

/// What the tables say where the office says nothing.
pub(super) fn table_values(key: &str, tables: &Tables) -> Vec<DatedValue> {
    let own = OwnValue::of_key(key, tables);
    let values = own.iter().flat_map(|own| own.table_values(tables));
    let shown = |it: bc138_awards::own::TableValue| DatedValue {
        id: None,
        from: shown_day(it.validity.from),
        to: shown_day(it.validity.to),
        note: words::award_note(&it),
        value: it.value,
    };
    values.map(shown).collect()
}
