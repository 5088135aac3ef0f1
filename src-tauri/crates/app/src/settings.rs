//! Dated settings in the window: what holds from which day to which.

mod awards;

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::field::parse::shown_day;
use crate::typed;
use crate::vi::{labels, settings as words};
use crate::view::{DatedValue, SettingGroup, SettingRow, SettingsView, TypedSetting};
use bc138_awards::Tables;
use bc138_domain::calendar::{Calendar, CalendarBook};
use bc138_domain::{Kind, Setting};
use bc138_store::Change;

/// Beginnings of the keys under which the program itself remembers: totals on paper, and which
/// columns of a group are shown.
const PROGRAMS_OWN: [&str; 2] = ["paper/", "columns/"];

/// Where a value of a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypedBy {
    /// The screen of the settings.
    Hand,
    /// A file, which also holds what the program itself remembers.
    File,
}

impl App {
    /// All dated settings, with the values that are built in.
    ///
    /// # Errors
    /// The store fails.
    pub fn settings_view(&self) -> Result<SettingsView, AppError> {
        let settings = self.settings()?;
        let tables = self.award_tables()?;
        let row = |key: &str| self.setting_row(&settings, key, tables);
        let groups = words::GROUPS.iter().map(|(title, keys)| SettingGroup {
            title: (*title).to_owned(),
            rows: keys.iter().map(|key| row(key)).collect(),
        });
        let awards = awards::groups(tables).into_iter().map(|(title, keys)| SettingGroup {
            title: title.to_owned(),
            rows: keys.iter().map(|key| row(key)).collect(),
        });
        Ok(SettingsView { groups: groups.chain(awards).collect() })
    }

    /// Keeps a value of a setting; an empty value takes it away.
    ///
    /// # Errors
    /// A day cannot be read, the days run backwards or overlap another value's, or the value is
    /// none that this setting takes.
    pub fn put_setting(&mut self, typed: &TypedSetting) -> Result<(), AppError> {
        let named = words_of(&typed.key, self.award_tables()?);
        let (label, _) = named.ok_or_else(|| AppError::NoSuchField(typed.key.clone()))?;
        let change = Change::new(labels::edit(&label), None);
        let change = match (typed::line(&label, &typed.value)?, typed.id) {
            (None, None) => return Err(Refusal::Required.at(label)),
            (None, Some(id)) => change.remove(Kind::Setting, id),
            (Some(value), id) => {
                let setting = Setting {
                    id: id.unwrap_or(0),
                    key: typed.key.clone(),
                    valid_from: typed::limit(&typed.from)?,
                    valid_to: typed::limit(&typed.to)?,
                    value,
                };
                if let Some((_, refusal)) = self.refused_setting(&setting, &[], TypedBy::Hand)? {
                    return Err(refusal.at(&label));
                }
                change.put(setting)
            }
        };
        self.apply(&change).map(|_| ())
    }

    /// What a setting is called; its key where it is none of the window's.
    pub(crate) fn setting_label(&self, key: &str) -> Result<String, AppError> {
        let named = words_of(key, self.award_tables()?);
        Ok(named.map_or_else(|| key.to_owned(), |(label, _)| label))
    }

    /// The calendars with the office's own.
    pub(crate) fn calendars(&self) -> Result<CalendarBook, AppError> {
        let calendars = self.assets.catalogue.calendars();
        // A value that could not be read was never stored; one of a newer program changes nothing.
        Ok(calendars.with_settings(&self.settings()?).unwrap_or_else(|_| calendars.clone()))
    }

    /// Why a value of a setting is not taken, with the key of the part at fault: its days, or what
    /// it says. `beside` are the values that would be stored with it.
    pub(crate) fn refused_setting(
        &self,
        new: &Setting,
        beside: &[&Setting],
        by: TypedBy,
    ) -> Result<Option<(&'static str, Refusal)>, AppError> {
        let is_own = by == TypedBy::File && PROGRAMS_OWN.iter().any(|it| new.key.starts_with(it));
        if is_own {
            return Ok(None);
        }
        if words_of(&new.key, self.award_tables()?).is_none() {
            return Ok(Some(("key", Refusal::Choice(new.key.clone()))));
        }
        if let Err(refusal) = self.refuse_days(new, beside)? {
            return Ok(Some(("valid_from", refusal)));
        }
        Ok(self.refuse_value(new)?.err().map(|refusal| ("value", refusal)))
    }

    /// Whether the days of a value run forwards and begin where no other value begins: a later
    /// beginning rules, so only equal beginnings are in each other's way.
    fn refuse_days(
        &self,
        new: &Setting,
        beside: &[&Setting],
    ) -> Result<Result<(), Refusal>, AppError> {
        if let (Some(from), Some(to)) = (new.valid_from, new.valid_to)
            && to < from
        {
            return Ok(Err(Refusal::BackwardWindow));
        }
        let known = self.settings()?;
        let mut others = known.iter().chain(beside.iter().copied());
        let taken = others
            .any(|it| it.key == new.key && it.id != new.id && it.valid_from == new.valid_from);
        Ok(if taken { Err(Refusal::Overlap) } else { Ok(()) })
    }

    /// Whether a setting takes a value, whoever sets it.
    ///
    /// # Errors
    /// There is no such setting of awards.
    pub(crate) fn refuse_value(&self, new: &Setting) -> Result<Result<(), Refusal>, AppError> {
        if new.key.starts_with(awards::PREFIX) {
            return awards::refuse_value(new, self.award_tables()?);
        }
        let choices = words::CHOICES.iter().find(|(key, _)| *key == new.key);
        if choices.is_some_and(|(_, values)| !values.contains(&new.value.as_str())) {
            return Ok(Err(Refusal::Choice(new.value.clone())));
        }
        let calendars = self.assets.catalogue.calendars();
        let read = calendars.with_settings(std::slice::from_ref(new));
        Ok(read.map(|_| ()).map_err(|_| Refusal::Span))
    }

    fn setting_row(&self, settings: &[Setting], key: &str, tables: &Tables) -> SettingRow {
        let mut values = self.built_in(key, tables);
        let own = settings.iter().filter(|setting| setting.key == key).map(|setting| DatedValue {
            id: Some(setting.id),
            from: shown_day(setting.valid_from),
            to: shown_day(setting.valid_to),
            value: setting.value.clone(),
            note: String::new(),
        });
        values.extend(own);
        let (label, hint) = words_of(key, tables).unwrap_or_default();
        SettingRow { key: key.to_owned(), label, hint, values }
    }

    /// Values that hold where the office says nothing.
    fn built_in(&self, key: &str, tables: &Tables) -> Vec<DatedValue> {
        if let Some(code) = key.strip_prefix("calendar.") {
            let all = self.assets.catalogue.calendars().calendars().iter();
            return all.filter(|calendar| calendar.code == code).map(built_in_calendar).collect();
        }
        let defaults = words::DEFAULTS.iter().filter(|(of, _)| *of == key);
        let defaults = defaults.map(|(_, value)| built_in_value(value));
        defaults.chain(awards::table_values(key, tables)).collect()
    }
}

/// Label and hint of a setting.
fn words_of(key: &str, tables: &Tables) -> Option<(String, String)> {
    let spec = words::KEYS.iter().find(|spec| spec.key == key);
    let spec = spec.map(|spec| (spec.label.to_owned(), spec.hint.to_owned()));
    spec.or_else(|| awards::words_of(key, tables))
}

fn built_in_value(value: &str) -> DatedValue {
    DatedValue {
        id: None,
        from: String::new(),
        to: String::new(),
        value: value.to_owned(),
        note: words::BUILT_IN.to_owned(),
    }
}

fn built_in_calendar(calendar: &Calendar) -> DatedValue {
    DatedValue {
        id: None,
        from: shown_day(calendar.valid_from),
        to: shown_day(calendar.valid_to),
        value: calendar.span.to_string(),
        note: calendar.basis.clone(),
    }
}
