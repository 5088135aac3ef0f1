//! What a file of the open format may not bring although each of its records can be read: entries
//! that do not go with the catalogue, units that cannot be, settings and templates that nobody
//! could type. Every refusal is told with its place in the file; dry run and real taking ask here.

use crate::app::App;
use crate::awards::early_revocations;
use crate::compose::Composer;
use crate::error::AppError;
use crate::merge::Merge;
use crate::settings::TypedBy;
use crate::vi::{exchange as words, messages};
use crate::wording::wording_fault;
use crate::year::{refuse_event, refuse_years, year_of, year_of_record};
use bc138_domain::{
    Award, EditedParagraph, Indicator, Kind, OwnTemplate, Record, Setting, UnitEvent, UnitSet,
    Window,
};
use bc138_exchange::Places;
use bc138_units::{EventError, EventProblem, Registry, UnitIx};
use chrono::NaiveDate;

impl App {
    /// What is wrong with what a file would write, in the order of its parts.
    pub(crate) fn refused_intake(
        &self,
        merge: &Merge,
        places: &Places<'_>,
    ) -> Result<Vec<String>, AppError> {
        let intake = Intake { app: self, merge, places };
        let mut problems = intake.settings()?;
        problems.extend(intake.catalogue()?);
        problems.extend(intake.templates()?);
        problems.extend(intake.wording()?);
        problems.extend(intake.revocations());
        problems.extend(intake.closed()?);
        match intake.units()? {
            Ok(registry) => {
                problems.extend(intake.sets(&registry));
                problems.extend(intake.entries(&registry));
            }
            Err(events) => problems.extend(events),
        }
        problems.dedup();
        Ok(problems)
    }

    /// A template of a file that can be read but not be rendered, with its place.
    pub(crate) fn refused_templates(
        &mut self,
        merge: &Merge,
        places: &Places<'_>,
    ) -> Result<Option<String>, AppError> {
        let unfit = self.unfit_template(merge)?;
        Ok(unfit.map(|(template, error)| {
            let origin = merge.origin(Kind::Template, template.id);
            let place = places.record(Kind::Template, origin, "text");
            words::placed(&place, &messages::failure(&error))
        }))
    }
}

struct Intake<'a> {
    app: &'a App,
    merge: &'a Merge,
    places: &'a Places<'a>,
}

impl Intake<'_> {
    /// A problem with the place of a record, or of what `inner` names in it.
    fn placed(&self, (kind, id): (Kind, i32), inner: &str, words: &str) -> String {
        let origin = self.merge.origin(kind, id);
        words::placed(&self.places.record(kind, origin, inner), words)
    }

    /// Settings that the settings screen would refuse.
    fn settings(&self) -> Result<Vec<String>, AppError> {
        let new: Vec<&Setting> = self.put(|record| match record {
            Record::Setting(it) => Some(it),
            _ => None,
        });
        let mut problems = Vec::new();
        for setting in &new {
            let beside: Vec<&Setting> =
                new.iter().copied().filter(|other| other.id != setting.id).collect();
            if let Some((at, refusal)) =
                self.app.refused_setting(setting, &beside, TypedBy::File)?
            {
                let label = self.app.setting_label(&setting.key)?;
                let told = words::setting(setting, &label, &refusal);
                problems.push(self.placed((Kind::Setting, setting.id), at, &told));
            }
        }
        Ok(problems)
    }

    /// Own entries that would not go with the catalogue.
    fn catalogue(&self) -> Result<Vec<String>, AppError> {
        let mut own = self.app.own_records()?;
        let is_put = |kind: Kind, id: i32| {
            self.merge.put.iter().any(|record| record.kind() == kind && record.id() == id)
        };
        self.merge.put.iter().for_each(|record| own.put(record));
        let misfits = own.misfits(&self.app.assets.catalogue).into_iter();
        let new = misfits.filter(|unfit| is_put(unfit.kind(), unfit.id));
        let told = |unfit: crate::own_catalogue::Unfit| {
            let column = unfit.misfit.column(unfit.section);
            self.placed((unfit.kind(), unfit.id), column, &words::unfit(&unfit))
        };
        Ok(new.map(told).collect())
    }

    /// Templates that the program does not have, or that cannot be read.
    fn templates(&self) -> Result<Vec<String>, AppError> {
        let new: Vec<&OwnTemplate> = self.put(|record| match record {
            Record::Template(it) => Some(it),
            _ => None,
        });
        let told = new.into_iter().filter_map(|it| {
            let of = (Kind::Template, it.id);
            let is_known = crate::assets::TEMPLATES.iter().any(|(name, _)| *name == it.name);
            if !is_known {
                return Some(self.placed(of, "name", &words::unknown_template(&it.name)));
            }
            let error = Composer::strictly(std::slice::from_ref(it)).err()?;
            Some(self.placed(of, "text", &messages::failure(&error)))
        });
        Ok(told.collect())
    }

    /// Paragraphs in own words that no document could print.
    fn wording(&self) -> Result<Vec<String>, AppError> {
        let catalogue = self.app.whole_catalogue()?;
        let own: Vec<&Indicator> = self.put(|record| match record {
            Record::Indicator(it) => Some(it),
            _ => None,
        });
        let is_figure = |code: &str| {
            catalogue.indicator(code).is_some() || own.iter().any(|it| it.code == code)
        };
        let new: Vec<&EditedParagraph> = self.put(|record| match record {
            Record::EditedParagraph(it) => Some(it),
            _ => None,
        });
        let told = new.into_iter().filter_map(|it| {
            let (at, fault) = wording_fault(it, is_figure)?;
            Some(self.placed((Kind::EditedParagraph, it.id), at, &words::wording(&fault)))
        });
        Ok(told.collect())
    }

    /// Awards, and recipients, that were revoked before they were decided.
    fn revocations(&self) -> Vec<String> {
        let awards: Vec<&Award> = self.put(|record| match record {
            Record::Award(it) => Some(it),
            _ => None,
        });
        let told = |award: &&Award| {
            let number = award.decision_number.as_deref().unwrap_or_default();
            let early = early_revocations(award).into_iter();
            let told = early.map(|(recipient, error)| {
                let words = words::early_revocation(number, recipient, &error);
                self.placed((Kind::Award, award.id), "", &words)
            });
            told.collect::<Vec<String>>()
        };
        awards.iter().flat_map(told).collect()
    }

    /// What touches a year that is closed.
    fn closed(&self) -> Result<Vec<String>, AppError> {
        let marks = self.app.year_marks()?;
        let entries = &self.merge.entries;
        let mut windows: Vec<(&str, &Window)> = Vec::new();
        for cell in &entries.cells {
            let window = &entries.windows[cell.window as usize];
            if !windows.iter().any(|(_, known)| *known == window) {
                windows.push((&entries.units[cell.unit as usize], window));
            }
        }
        let refused = |year| refuse_years(&marks, [year]).err();
        let numbers = windows.into_iter().filter_map(|(unit, window)| {
            let words = messages::failure(&refused(year_of(window)?)?);
            Some(words::placed(&self.places.entry(unit, window), &words))
        });
        let dossiers = self.merge.put.iter().filter_map(|record| {
            let words = messages::failure(&refused(year_of_record(record)?)?);
            Some(self.placed((record.kind(), record.id()), "window", &words))
        });
        let events = self.merge.put.iter().filter_map(|record| {
            let words = messages::failure(&refuse_event(&marks, record).err()?);
            Some(self.placed((record.kind(), record.id()), "date", &words))
        });
        Ok(dossiers.chain(events).chain(numbers).collect())
    }

    /// The register as it would be, or the events that cannot be.
    fn units(&self) -> Result<Result<Registry, Vec<String>>, AppError> {
        let new: Vec<&UnitEvent> = self.put(|record| match record {
            Record::UnitEvent(it) => Some(it),
            _ => None,
        });
        let mut events = self.app.unit_events()?;
        let new: Vec<UnitEvent> = new.into_iter().cloned().collect();
        events.extend(new.iter().cloned());
        let folded = self.app.folded_with(&events, &new)?;
        let reference = self.app.assets.registry()?;
        Ok(folded.map_err(|errors| {
            errors.iter().map(|error| self.event(reference, &events, error)).collect()
        }))
    }

    fn event(&self, registry: &Registry, events: &[UnitEvent], error: &EventError) -> String {
        let why = messages::failure(&AppError::event(registry, events, error));
        let event = events.iter().find(|event| event.id == error.id);
        let told = event.map_or_else(|| why.clone(), |it| words::event(registry, it, &why));
        self.placed((Kind::UnitEvent, error.id), at_fault(&error.problem), &told)
    }

    /// Members of named sets that no register knows.
    fn sets(&self, registry: &Registry) -> Vec<String> {
        let sets: Vec<&UnitSet> = self.put(|record| match record {
            Record::UnitSet(it) => Some(it),
            _ => None,
        });
        let unknown = |set: &UnitSet| {
            let members = set.members.iter().enumerate();
            let unknown = members.filter(|(_, key)| registry.find(key).is_none());
            let told = unknown.map(|(place, key)| {
                let inner = format!("members/{place}");
                self.placed((Kind::UnitSet, set.id), &inner, &words::unknown_unit(key))
            });
            told.collect::<Vec<String>>()
        };
        sets.into_iter().flat_map(unknown).collect()
    }

    /// Numbers of units that do not exist when they are counted.
    fn entries(&self, registry: &Registry) -> Vec<String> {
        let mut problems = Vec::new();
        let entries = &self.merge.entries;
        for cell in &entries.cells {
            let key = &entries.units[cell.unit as usize];
            let window = &entries.windows[cell.window as usize];
            let told = match (registry.find(key), window.to) {
                (None, _) => words::unknown_unit(key),
                (Some(ix), Some(day)) if !reported_by(registry, ix, window.from, day) => {
                    words::unit_not_then(&registry.full_label(ix, day), day)
                }
                _ => continue,
            };
            let told = words::placed(&self.places.entry(key, window), &told);
            if !problems.contains(&told) {
                problems.push(told);
            }
            if problems.len() >= words::SHOWN {
                break;
            }
        }
        problems
    }

    fn put<'m, T>(&'m self, of: impl Fn(&'m Record) -> Option<T>) -> Vec<T> {
        self.merge.put.iter().filter_map(of).collect()
    }
}

/// The part of an event that a problem is about.
const fn at_fault(problem: &EventProblem) -> &'static str {
    match problem {
        EventProblem::DuplicateKey(_) | EventProblem::MalformedKey(_) => "unit/key",
        EventProblem::Name { .. } | EventProblem::Namesake { .. } => "unit/name",
        EventProblem::KindOfOtherLevel { .. } | EventProblem::KindNotOnDay { .. } => "unit/kind",
        EventProblem::ParentLevel { .. } => "unit/parent",
        EventProblem::NotHundred(_)
        | EventProblem::Weight { .. }
        | EventProblem::NoWeight
        | EventProblem::ShareMissing(_)
        | EventProblem::NoSuccessor(_) => "parts",
        EventProblem::NotYet { .. } | EventProblem::Ended { .. } => "date",
        _ => "unit",
    }
}

/// Whether a unit exists on a day of the window: a flow of a year of changes may be of a unit that
/// ended inside it.
fn reported_by(registry: &Registry, ix: UnitIx, from: Option<NaiveDate>, to: NaiveDate) -> bool {
    let Some(life) = registry.lifetime(ix) else { return false };
    life.first.is_none_or(|first| first <= to)
        && life.last.is_none_or(|last| from.unwrap_or(to) <= last)
}
