//! Dated settings in the window: what holds from which day to which.

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::units::typed_day;
use crate::vi::{labels, settings as words};
use crate::view::{DatedValue, SettingGroup, SettingRow, SettingsView, TypedSetting};
use bc138_domain::calendar::{Calendar, CalendarBook};
use bc138_domain::{Kind, Setting, date, text};
use bc138_store::Change;
use chrono::NaiveDate;

impl App {
    /// All dated settings, with the values that are built in.
    ///
    /// # Errors
    /// The store fails.
    pub fn settings_view(&self) -> Result<SettingsView, AppError> {
        let settings = self.settings()?;
        let groups = words::GROUPS.iter().map(|(title, keys)| SettingGroup {
            title: (*title).to_owned(),
            rows: keys.iter().map(|key| self.setting_row(&settings, key)).collect(),
        });
        Ok(SettingsView { groups: groups.collect() })
    }

    /// Keeps a value of a setting; an empty value takes it away.
    ///
    /// # Errors
    /// A day cannot be read, the days run backwards or overlap another value's, or the value is
    /// none that this setting takes.
    pub fn put_setting(&mut self, typed: &TypedSetting) -> Result<(), AppError> {
        let spec = words::KEYS.iter().find(|spec| spec.key == typed.key);
        let spec = spec.ok_or_else(|| AppError::NoSuchField(typed.key.clone()))?;
        let refused = |refusal| AppError::Refused { key: spec.label.to_owned(), refusal };
        let value = text::clean(&typed.value).map_err(|error| refused(error.into()))?;
        let change = Change::new(labels::edit(spec.label), None);
        let Some(id) = typed.id.filter(|_| value.is_empty()) else {
            if value.is_empty() {
                return Err(refused(Refusal::Required));
            }
            let setting = Setting {
                id: typed.id.unwrap_or(0),
                key: typed.key.clone(),
                valid_from: day(&typed.from)?,
                valid_to: day(&typed.to)?,
                value,
            };
            self.refuse_setting(&setting).map_err(refused)?;
            return self.apply(&change.put(setting)).map(|_| ());
        };
        self.apply(&change.remove(Kind::Setting, id)).map(|_| ())
    }

    /// The calendars with the office's own.
    pub(crate) fn calendars(&self) -> Result<CalendarBook, AppError> {
        let calendars = self.assets.catalogue.calendars();
        // A value that could not be read was never stored; one of a newer program changes nothing.
        Ok(calendars.with_settings(&self.settings()?).unwrap_or_else(|_| calendars.clone()))
    }

    fn refuse_setting(&self, new: &Setting) -> Result<(), Refusal> {
        if let (Some(from), Some(to)) = (new.valid_from, new.valid_to)
            && to < from
        {
            return Err(Refusal::BackwardWindow);
        }
        let known = self.settings().unwrap_or_default();
        let others = known.iter().filter(|it| it.key == new.key && it.id != new.id);
        if others.into_iter().any(|other| overlap(other, new)) {
            return Err(Refusal::Overlap);
        }
        let calendars = self.assets.catalogue.calendars();
        calendars.with_settings(std::slice::from_ref(new)).map(|_| ()).map_err(|_| Refusal::Span)
    }

    fn setting_row(&self, settings: &[Setting], key: &str) -> SettingRow {
        let spec = words::KEYS.iter().find(|spec| spec.key == key);
        let mut values: Vec<DatedValue> = self.built_in(key);
        let own = settings.iter().filter(|setting| setting.key == key).map(|setting| DatedValue {
            id: Some(setting.id),
            from: shown(setting.valid_from),
            to: shown(setting.valid_to),
            value: setting.value.clone(),
            note: String::new(),
        });
        values.extend(own);
        SettingRow {
            key: key.to_owned(),
            label: spec.map_or(key, |spec| spec.label).to_owned(),
            hint: spec.map_or("", |spec| spec.hint).to_owned(),
            values,
        }
    }

    /// Values that hold where the office says nothing.
    fn built_in(&self, key: &str) -> Vec<DatedValue> {
        let Some(code) = key.strip_prefix("calendar.") else { return Vec::new() };
        let all = self.assets.catalogue.calendars().calendars().iter();
        all.filter(|calendar| calendar.code == code).map(built_in_calendar).collect()
    }
}

fn built_in_calendar(calendar: &Calendar) -> DatedValue {
    DatedValue {
        id: None,
        from: shown(calendar.valid_from),
        to: shown(calendar.valid_to),
        value: calendar.span.to_string(),
        note: calendar.basis.clone(),
    }
}

/// Whether two values of one setting hold on the same day and say it with the same beginning: a
/// later beginning rules, so only equal beginnings are in each other's way.
fn overlap(a: &Setting, b: &Setting) -> bool {
    a.valid_from == b.valid_from
}

fn day(raw: &str) -> Result<Option<NaiveDate>, AppError> {
    if raw.trim().is_empty() { Ok(None) } else { typed_day(raw).map(Some) }
}

fn shown(day: Option<NaiveDate>) -> String {
    day.map(date::full).unwrap_or_default()
}
