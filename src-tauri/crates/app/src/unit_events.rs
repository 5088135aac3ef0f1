//! Events of units as they are typed: read, tried against the register, recorded or refused.

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::typed;
use crate::vi::{labels, units as words};
use crate::view::{EventKind, ShareChoice, TypedEvent, TypedPart};
use bc138_domain::{
    Fixed, Kind, Level, NewUnit, ShareMethod, UnitAct, UnitEvent, UnitKind, UnitShare, cell,
};
use bc138_store::Change;
use bc138_units::Registry;
use chrono::NaiveDate;

impl App {
    /// Records an event of units.
    ///
    /// # Errors
    /// The event cannot be: the message says where and why, and nothing is changed.
    pub fn record_unit_event(&mut self, typed: &TypedEvent) -> Result<(), AppError> {
        let registry = self.registry()?;
        let mut events = self.unit_events()?;
        let reading = Reading { registry: &registry, next: next_key(&events) };
        let mut event = reading.event(typed)?;
        event.id = events.iter().map(|event| event.id).max().unwrap_or(0) + 1;
        events.retain(|known| !replaces(&event, known));
        events.push(event.clone());
        let folded = self.folded_with(&events, std::slice::from_ref(&event))?;
        let folded = folded.map_err(|problems| AppError::events(&registry, &events, &problems))?;
        let label = labels::unit_event(&words::event(&folded, &event));
        let replaced = self.unit_events()?.into_iter().filter(|known| replaces(&event, known));
        let mut change = Change::new(label, None);
        for old in replaced {
            change = change.remove(Kind::UnitEvent, old.id);
        }
        event.id = 0;
        self.apply(&change.put(event)).map(|_| ())
    }

    /// Takes an event away.
    ///
    /// # Errors
    /// Later events stand on it, or the store fails.
    pub fn remove_unit_event(&mut self, id: i32) -> Result<(), AppError> {
        let registry = self.registry()?;
        let events = self.unit_events()?;
        let gone = events.iter().find(|event| event.id == id);
        let gone = gone.ok_or(bc138_store::StoreError::NoSuchRecord)?.clone();
        let rest: Vec<UnitEvent> = events.into_iter().filter(|event| event.id != id).collect();
        self.folded(&rest)?;
        let label = labels::unit_event_gone(&words::event(&registry, &gone));
        self.apply(&Change::new(label, None).remove(Kind::UnitEvent, id)).map(|_| ())
    }
}

/// A share of a divided unit takes the place of the one said before.
fn replaces(new: &UnitEvent, old: &UnitEvent) -> bool {
    match (&new.act, &old.act) {
        (UnitAct::Share { unit, .. }, UnitAct::Share { unit: before, .. }) => {
            unit == before && new.date == old.date
        }
        _ => false,
    }
}

/// The number of the next key of an own unit.
fn next_key(events: &[UnitEvent]) -> u32 {
    let created = |event: &UnitEvent| match &event.act {
        UnitAct::Create { unit } => vec![unit.key.clone()],
        UnitAct::Merge { created, .. } => created.iter().map(|unit| unit.key.clone()).collect(),
        UnitAct::Split { created, .. } => created.iter().map(|unit| unit.key.clone()).collect(),
        _ => Vec::new(),
    };
    let numbers = events.iter().flat_map(created);
    numbers.filter_map(|key| key.strip_prefix('U')?.parse::<u32>().ok()).max().unwrap_or(0) + 1
}

struct Reading<'a> {
    registry: &'a Registry,
    next: u32,
}

impl Reading<'_> {
    fn event(&self, typed: &TypedEvent) -> Result<UnitEvent, AppError> {
        let basis = typed::line(words::BASIS, &typed.basis)?;
        Ok(UnitEvent { id: 0, date: self.day(typed)?, basis, act: self.act(typed)? })
    }

    /// The day as typed; the shares of a divided unit hold from the day of the division, so there
    /// it may be left out.
    fn day(&self, typed: &TypedEvent) -> Result<NaiveDate, AppError> {
        if typed.kind != EventKind::Share || !typed.date.trim().is_empty() {
            return typed::day(&typed.date);
        }
        let unit = self.registry.find(&one(typed)?);
        let mut divisions = unit.into_iter().flat_map(|ix| self.registry.successions(ix));
        let divided = divisions.find(|succession| succession.divides());
        divided.map(|succession| succession.date).ok_or_else(|| Refusal::Required.at(labels::DAY))
    }

    fn act(&self, typed: &TypedEvent) -> Result<UnitAct, AppError> {
        Ok(match typed.kind {
            EventKind::Create => {
                let parent = typed.parent.trim();
                let parent = Some(parent.to_owned()).filter(|key| !key.is_empty());
                UnitAct::Create { unit: self.new_unit(0, &typed.name, typed, parent)? }
            }
            EventKind::Rename => UnitAct::Rename {
                unit: one(typed)?,
                name: typed::required(words::NAME, &typed.name)?,
            },
            EventKind::Retype => UnitAct::Retype { unit: one(typed)?, kind: kind(typed)? },
            EventKind::Move => UnitAct::Move { unit: one(typed)?, parent: parent(typed)? },
            EventKind::Merge => self.merge(typed)?,
            EventKind::Split => self.split(typed)?,
            EventKind::Abolish => UnitAct::Abolish { unit: one(typed)? },
            EventKind::Share => UnitAct::Share {
                unit: one(typed)?,
                method: method(typed.method)?,
                parts: match typed.method {
                    ShareChoice::None => Vec::new(),
                    _ => typed
                        .parts
                        .iter()
                        .map(|it| share(&it.unit, it))
                        .collect::<Result<_, _>>()?,
                },
            },
        })
    }

    fn merge(&self, typed: &TypedEvent) -> Result<UnitAct, AppError> {
        let from = typed.units.clone();
        if !typed.parent.is_empty() {
            return Ok(UnitAct::Merge { from, into: typed.parent.clone(), created: None });
        }
        let parent = self.parent_of(&one(typed)?, typed)?;
        let created = self.new_unit(0, &typed.name, typed, parent)?;
        Ok(UnitAct::Merge { from, into: created.key.clone(), created: Some(created) })
    }

    fn split(&self, typed: &TypedEvent) -> Result<UnitAct, AppError> {
        let unit = one(typed)?;
        let parent = self.parent_of(&unit, typed)?;
        let (mut created, mut parts) = (Vec::new(), Vec::new());
        for part in &typed.parts {
            if self.registry.find(&part.unit).is_some() {
                parts.push(share(&part.unit, part)?);
                continue;
            }
            let number = u32::try_from(created.len()).unwrap_or(u32::MAX);
            let new = self.new_unit(number, &part.unit, typed, parent.clone())?;
            parts.push(share(&new.key, part)?);
            created.push(new);
        }
        let method = method(typed.method)?;
        Ok(UnitAct::Split { unit, created, method, parts, keeps: typed.keeps })
    }

    /// Where a unit belonged on the eve of the event.
    fn parent_of(&self, key: &str, typed: &TypedEvent) -> Result<Option<String>, AppError> {
        let day = typed::day(&typed.date)?;
        let ix = self.registry.find(key).ok_or_else(|| AppError::NoSuchUnit(key.to_owned()))?;
        let parent = self.registry.attributes(ix, day).and_then(|it| it.parent);
        Ok(parent.map(|ix| self.registry.key(ix).to_owned()))
    }

    /// A new unit; a type before its name (“phường Mẫu”) goes before the type that was chosen.
    fn new_unit(
        &self,
        number: u32,
        typed_name: &str,
        typed: &TypedEvent,
        parent: Option<String>,
    ) -> Result<NewUnit, AppError> {
        let full = typed::required(words::NAME, typed_name)?;
        let spoken = words::KINDS.into_iter().find_map(|kind| {
            let lower = full.to_lowercase();
            let rest = lower.strip_prefix(kind.noun())?.strip_prefix(' ')?;
            Some((kind, full[full.len() - rest.len()..].to_owned()))
        });
        let (kind, name) = match spoken {
            Some(found) => found,
            None => (kind(typed)?, full),
        };
        let key = format!("U{}", self.next + number);
        Ok(NewUnit { key, level: level(kind), kind, name, code: None, parent })
    }
}

const fn level(kind: UnitKind) -> Level {
    match kind {
        UnitKind::Residential => Level::Residential,
        UnitKind::Agency | UnitKind::Enterprise | UnitKind::School => Level::Body,
        _ => Level::Commune,
    }
}

fn one(typed: &TypedEvent) -> Result<String, AppError> {
    typed.units.first().cloned().ok_or_else(|| Refusal::Required.at(words::UNIT))
}

fn parent(typed: &TypedEvent) -> Result<String, AppError> {
    let key = Some(typed.parent.clone()).filter(|key| !key.is_empty());
    key.ok_or_else(|| Refusal::Required.at(words::PARENT))
}

fn kind(typed: &TypedEvent) -> Result<UnitKind, AppError> {
    let word = typed.unit_kind.trim().to_lowercase();
    let found = words::KINDS.into_iter().find(|kind| kind.noun() == word);
    found.ok_or_else(|| Refusal::Choice(word).at(words::KIND))
}

fn method(choice: ShareChoice) -> Result<ShareMethod, AppError> {
    Ok(match choice {
        ShareChoice::Residential => ShareMethod::ResidentialCount,
        ShareChoice::ByHand => ShareMethod::ByHand,
        ShareChoice::None => ShareMethod::None,
        ShareChoice::Open => return Err(Refusal::Required.at(words::METHOD)),
    })
}

fn share(unit: &str, part: &TypedPart) -> Result<UnitShare, AppError> {
    let raw = part.weight.trim().trim_end_matches('%').trim();
    let weight = if raw.is_empty() { Ok(Fixed::default()) } else { cell::read_number(raw) };
    let weight = weight.map_err(|error| Refusal::from(error).at(words::SHARE))?;
    Ok(UnitShare { unit: unit.to_owned(), weight })
}
