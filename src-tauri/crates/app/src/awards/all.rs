//! The awards of all dossiers of the store: rules that follow a person through life, and likely
//! doubles, look across years.

use super::names::Names;
use super::places::UnitPlaces;
use crate::app::App;
use crate::error::AppError;
use crate::vi::awards as words;
use bc138_awards::Tables;
use bc138_awards::duplicate::Registered;
use bc138_awards::identity::LineRef;
use bc138_awards::place::Places;
use bc138_domain::{Award, Dossier, Kind, Record, Setting, cell};
use bc138_units::Registry;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Every award of the store, by its id, with the day it was presented on.
#[derive(Debug, Clone, Default)]
pub(super) struct AllAwards {
    awards: BTreeMap<i32, (Award, Option<NaiveDate>)>,
}

impl AllAwards {
    /// As the rules want it.
    pub fn registered(&self) -> Vec<Registered<'_>> {
        self.awards.values().map(|(award, event)| Registered { award, event: *event }).collect()
    }

    /// The award of an id.
    pub fn get(&self, id: i32) -> Option<&Award> {
        self.awards.get(&id).map(|(award, _)| award)
    }

    /// The awards, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Award> {
        self.awards.values().map(|(award, _)| award)
    }

    /// Puts an award as it would be into the place of the one that is.
    pub fn replace(&mut self, award: Award) {
        let event = self.awards.get(&award.id).and_then(|(_, event)| *event);
        self.awards.insert(award.id, (award, event));
    }

    /// Keeps what a question is about.
    pub fn retain(&mut self, keep: impl Fn(&Registered<'_>) -> bool) {
        self.awards.retain(|_, (award, event)| keep(&Registered { award, event: *event }));
    }

    /// Whether any recipient is named.
    pub fn has_lines(&self) -> bool {
        self.iter().any(|award| !award.lines.is_empty())
    }

    /// “Nguyễn Văn Mẫu (Giấy khen · Giám đốc Công an tỉnh · …)”.
    pub fn line_name(&self, at: LineRef, names: &Names) -> String {
        let Some(award) = self.get(at.award) else { return String::new() };
        let name = award.lines.get(at.line).map_or("", |line| line.name.as_str());
        words::line(name, &award_name(award, names))
    }
}

/// An award in words.
pub(super) fn award_name(award: &Award, names: &Names) -> String {
    let forms: Vec<&str> = award.forms.iter().map(|code| names.name(code)).collect();
    words::award(award, &forms)
}

/// A number in the plain writing that the tables have: “2.530.000” is `2530000` there. What is no
/// number stays as it is.
pub(crate) fn plain_number(value: &str) -> String {
    cell::read_number(value)
        .map_or_else(|_| value.to_owned(), |number| number.to_string().replace('.', ""))
}

impl App {
    /// The legal tables.
    pub(crate) fn award_tables(&self) -> Result<&Tables, AppError> {
        self.assets.award_tables()
    }

    /// The awards of all dossiers.
    pub(super) fn all_awards(&self) -> Result<AllAwards, AppError> {
        let dossiers = self.store.dossiers()?;
        let events: BTreeMap<i32, Option<NaiveDate>> =
            dossiers.iter().map(|dossier| (dossier.id, dossier.event.date)).collect();
        let award = |record| match record {
            Record::Award(award) => Some(award),
            _ => None,
        };
        let awards = self.store.records(Kind::Award)?.into_iter().filter_map(award);
        let dated = |award: Award| {
            let event = events.get(&award.dossier).copied().flatten();
            (award.id, (award, event))
        };
        Ok(AllAwards { awards: awards.map(dated).collect() })
    }

    /// Where units in the lines of awards are looked up: in the province of the store's dossiers,
    /// or in the whole country when they are of several.
    pub(super) fn unit_places<'a>(
        &self,
        registry: &'a Registry,
    ) -> Result<impl Places + use<'a>, AppError> {
        let today = self.now().date();
        let province = |dossier: &Dossier| {
            let day = dossier.window.to.unwrap_or(today);
            let then = crate::register::province_around(registry, dossier, day)?;
            Some(registry.heir(then, today).unwrap_or(then))
        };
        let dossiers = self.store.dossiers()?;
        let mut provinces: Vec<_> = dossiers.iter().map(province).collect();
        provinces.sort_unstable();
        provinces.dedup();
        let scope = match provinces.as_slice() {
            [one] => *one,
            _ => None,
        };
        Ok(UnitPlaces::new(registry, scope))
    }

    /// The settings of awards, numbers in plain writing.
    pub(crate) fn award_settings(&self) -> Result<Vec<Setting>, AppError> {
        let mut settings = self.settings()?;
        settings.retain(|setting| setting.key.starts_with("award."));
        for setting in &mut settings {
            setting.value = plain_number(&setting.value);
        }
        Ok(settings)
    }
}
