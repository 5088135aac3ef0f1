//! Units in the window: the tree of a province on a day, search, a unit's story, sets.

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::typed;
use crate::vi::{labels, units as words};
use crate::view::{
    Choice, DividedRow, ShareChoice, ShareRow, StoryLine, UnitCount, UnitEventRow, UnitHit,
    UnitRow, UnitSetRow, UnitStory, UnitsView,
};
use bc138_domain::{Kind, Record, ShareMethod, UnitSet, date, text};
use bc138_store::Change;
use bc138_units::{Divided, Registry, Search, Share, TWO_TIERS, UnitIx};
use chrono::NaiveDate;

/// Hits that are shown.
const HITS: usize = 40;

impl App {
    /// The units of a province on a day (as typed); the dossier's own when not said.
    ///
    /// # Errors
    /// The day cannot be read, or the store fails.
    pub fn units(
        &mut self,
        province: Option<&str>,
        day: Option<&str>,
    ) -> Result<UnitsView, AppError> {
        let registry = self.registry()?;
        let day = match day {
            Some(raw) => typed::day(raw)?,
            None => self.unit_day(),
        };
        let province = province.and_then(|key| registry.find(key));
        let province = province.map(|it| registry.province_then(it, day).unwrap_or(it));
        let province = province.or_else(|| self.own_province(&registry, day));
        let heading = province.map(|ix| capital(&registry.label(ix, day))).unwrap_or_default();
        Ok(UnitsView {
            title: format!("{heading} ngày {}", date::full(day)),
            day: date::full(day),
            province: province.map(|ix| registry.key(ix).to_owned()),
            provinces: provinces(&registry, day),
            counts: counts(&registry, province, day),
            rows: province.map(|ix| rows(&registry, ix, day)).unwrap_or_default(),
            events: self.event_rows(&registry)?,
            divided: province.map(|ix| divided(&registry, ix, day)).unwrap_or_default(),
            sets: self.set_rows()?,
        })
    }

    /// Units whose name, now or once, matches what was typed. Given the day of an event as typed,
    /// those that it can happen to come first, named as on its eve.
    ///
    /// # Errors
    /// The store fails.
    pub fn search_units(
        &mut self,
        query: &str,
        province: Option<&str>,
        event: Option<&str>,
    ) -> Result<Vec<UnitHit>, AppError> {
        let registry = self.registry()?;
        let event = event.and_then(|raw| typed::day(raw).ok());
        let day = event.and_then(|day| day.pred_opt()).unwrap_or_else(|| self.unit_day());
        let within = province.and_then(|key| registry.find(key));
        let mut hits = registry.search(query, &Search { day: None, within, limit: 400 });
        if let Some(event) = event {
            let touched = |ix| registry.exists_on(ix, day) || registry.exists_on(ix, event);
            hits.sort_by_key(|hit| !touched(hit.unit));
        }
        hits.truncate(HITS);
        Ok(hits.iter().map(|hit| told(&registry, hit, day)).collect())
    }

    /// What happened to a unit over time.
    ///
    /// # Errors
    /// No such unit.
    pub fn unit_story(&mut self, key: &str) -> Result<UnitStory, AppError> {
        let registry = self.registry()?;
        let ix = registry.find(key).ok_or_else(|| AppError::NoSuchUnit(key.to_owned()))?;
        let title = registry.full_label(ix, self.unit_day());
        Ok(UnitStory { key: key.to_owned(), title, lines: story(&registry, ix) })
    }

    /// Keeps a named set of units; without members it is removed.
    ///
    /// # Errors
    /// The name is empty or taken, or a member is no unit.
    pub fn put_unit_set(
        &mut self,
        id: Option<i32>,
        name: &str,
        members: &[String],
    ) -> Result<(), AppError> {
        let registry = self.registry()?;
        if let Some(stranger) = members.iter().find(|key| registry.find(key).is_none()) {
            return Err(AppError::NoSuchUnit(stranger.clone()));
        }
        let name = typed::required(words::SET_NAME, name)?;
        let change = match (id, members.is_empty()) {
            (Some(id), true) => Change::new(labels::remove(&name), None).remove(Kind::UnitSet, id),
            (None, true) => return Err(Refusal::Required.at(words::SET_MEMBERS)),
            (id, false) => {
                let sets = self.unit_sets()?;
                if sets.iter().any(|set| set.name == name && Some(set.id) != id) {
                    return Err(Refusal::Taken(name).at(words::SET_NAME));
                }
                let label = labels::set(&name);
                let set = UnitSet { id: id.unwrap_or(0), name, members: members.to_vec() };
                Change::new(label, None).put(set)
            }
        };
        self.apply(&change).map(|_| ())
    }

    /// The named sets of the store.
    pub(crate) fn unit_sets(&self) -> Result<Vec<UnitSet>, AppError> {
        let set = |record| match record {
            Record::UnitSet(set) => Some(set),
            _ => None,
        };
        Ok(self.store.records(Kind::UnitSet)?.into_iter().filter_map(set).collect())
    }

    fn set_rows(&self) -> Result<Vec<UnitSetRow>, AppError> {
        let row = |set: UnitSet| UnitSetRow { id: set.id, name: set.name, members: set.members };
        Ok(self.unit_sets()?.into_iter().map(row).collect())
    }

    fn event_rows(&self, registry: &Registry) -> Result<Vec<UnitEventRow>, AppError> {
        let mut events = self.unit_events()?;
        events.reverse();
        let row = |event: bc138_domain::UnitEvent| UnitEventRow {
            id: event.id,
            date: date::full(event.date),
            text: words::event(registry, &event),
            basis: event.basis,
        };
        Ok(events.into_iter().map(row).collect())
    }
}

/// A hit as it is shown for a day: the name of the day, where the unit lies, what it was called.
fn told(registry: &Registry, hit: &bc138_units::Hit, day: NaiveDate) -> UnitHit {
    let label = registry.label(hit.unit, day);
    let old = (hit.matched_name != label).then(|| format!("trước là {}", hit.matched_name));
    let place = registry.full_label(hit.unit, day);
    let place = place.strip_prefix(&label).unwrap_or(&place).trim_start_matches(", ");
    let note = [Some(place.to_owned()), old].into_iter().flatten();
    let note = note.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    UnitHit { key: registry.key(hit.unit).to_owned(), label, note }
}

fn provinces(registry: &Registry, day: NaiveDate) -> Vec<Choice> {
    let mut choices: Vec<Choice> = registry
        .provinces(day)
        .into_iter()
        .map(|ix| Choice::new(registry.key(ix), capital(&registry.label(ix, day))))
        .collect();
    choices.sort_by_cached_key(|choice| text::search_key(&choice.label));
    choices
}

fn counts(registry: &Registry, province: Option<UnitIx>, day: NaiveDate) -> Vec<UnitCount> {
    let count = |(kind, count): (bc138_domain::UnitKind, usize)| UnitCount {
        kind: kind.noun().to_owned(),
        count: printed(count),
    };
    registry.count_by_kind(province, day).into_iter().map(count).collect()
}

/// A count with dots between thousands.
pub(crate) fn printed(count: usize) -> String {
    let count = i64::try_from(count).ok().and_then(bc138_domain::Fixed::from_int);
    count.unwrap_or_default().to_string()
}

fn rows(registry: &Registry, province: UnitIx, day: NaiveDate) -> Vec<UnitRow> {
    let mut rows = Vec::new();
    walk(registry, province, day, 0, &mut rows);
    rows
}

fn walk(registry: &Registry, at: UnitIx, day: NaiveDate, depth: i32, rows: &mut Vec<UnitRow>) {
    for child in registry.children(at, day) {
        let label = registry.label(child, day);
        let lifetime = registry.lifetime(child);
        rows.push(UnitRow {
            key: registry.key(child).to_owned(),
            place: registry.label(at, day),
            lifetime: lifetime.map(|l| words::lifetime(l.first, l.last)).unwrap_or_default(),
            label,
            depth,
        });
        walk(registry, child, day, depth + 1, rows);
    }
}

fn divided(registry: &Registry, province: UnitIx, day: NaiveDate) -> Vec<DividedRow> {
    let before = TWO_TIERS.pred_opt().unwrap_or(TWO_TIERS);
    let later = day.max(TWO_TIERS);
    registry.divided(province, before, later).iter().map(|it| divided_row(registry, it)).collect()
}

fn divided_row(registry: &Registry, it: &Divided) -> DividedRow {
    let eve = it.date.pred_opt().unwrap_or(it.date);
    let weights = registry
        .successions(it.unit)
        .find(|succession| succession.date == it.date)
        .map(|succession| match &succession.share {
            Share::Weighted { weights, .. } => weights.clone(),
            _ => Vec::new(),
        })
        .unwrap_or_default();
    let part = |(place, ix): (usize, &UnitIx)| ShareRow {
        key: registry.key(*ix).to_owned(),
        label: registry.label(*ix, it.date),
        weight: weights.get(place).map(ToString::to_string).unwrap_or_default(),
    };
    DividedRow {
        key: registry.key(it.unit).to_owned(),
        label: registry.full_label(it.unit, eve),
        method: share_choice(it.method),
        parts: it.parts.iter().enumerate().map(part).collect(),
    }
}

const fn share_choice(method: Option<ShareMethod>) -> ShareChoice {
    match method {
        None => ShareChoice::Open,
        Some(ShareMethod::ResidentialCount) => ShareChoice::Residential,
        Some(ShareMethod::ByHand) => ShareChoice::ByHand,
        Some(ShareMethod::None) => ShareChoice::None,
    }
}

fn story(registry: &Registry, ix: UnitIx) -> Vec<StoryLine> {
    let mut lines: Vec<(Option<NaiveDate>, String)> = Vec::new();
    for origin in registry.origins(ix) {
        let eve = origin.date.pred_opt().unwrap_or(origin.date);
        let part = if origin.divides() { "một phần của " } else { "" };
        let text = format!("nhận {part}{}", registry.full_label(origin.unit, eve));
        lines.push((Some(origin.date), text));
    }
    for span in registry.names(ix) {
        lines.push((span.first, format!("tên gọi {} {}", span.kind.noun(), span.name)));
    }
    for succession in registry.successions(ix) {
        let text = words::passed_on(registry, &succession.parts, succession.date);
        lines.push((Some(succession.date), text));
    }
    lines.sort_by_key(|(day, _)| *day);
    let line = |(day, text): (Option<NaiveDate>, String)| StoryLine {
        date: day.map(date::full).unwrap_or_default(),
        text,
    };
    lines.into_iter().map(line).collect()
}

/// The text with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
