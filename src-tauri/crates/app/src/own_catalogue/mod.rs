//! The catalogue in the window: groups, indicators and kinds of the user's own beside those that
//! are built in.

mod dimension;
mod records;

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::field::parse::shown_day;
use crate::typed::{self, required};
use crate::vi::{catalogue as words, labels};
use crate::view::{CatalogueView, CategoryRow, Choice, GroupRow, IndicatorRow};
use bc138_domain::{Catalogue, Categories, FieldGroup, Indicator, IndicatorKind, Kind, Record};
use bc138_store::{Change, EntryFilter};
pub(crate) use records::{OwnRecords, Unfit};

impl App {
    /// The catalogue with what the user defined.
    ///
    /// # Errors
    /// The store fails.
    pub fn catalogue_view(&self) -> Result<CatalogueView, AppError> {
        let catalogue = self.whole_catalogue()?;
        let groups = catalogue.groups().iter().map(|it| GroupRow {
            id: own_id(it.id),
            code: it.code.clone(),
            title: it.title.clone(),
            step: it.step,
        });
        let categories = catalogue.dimensions().iter().flat_map(|dimension| {
            catalogue.categories(&dimension.code).iter().map(|it| CategoryRow {
                id: own_id(it.id),
                dimension: dimension.code.clone(),
                heading: dimension.name.clone(),
                code: it.code.clone(),
                name: it.name.clone(),
            })
        });
        let mut calendars: Vec<Choice> = Vec::new();
        for it in catalogue.calendars().calendars() {
            if !calendars.iter().any(|known| known.value == it.code) {
                calendars.push(Choice::new(&it.code, &it.name));
            }
        }
        let dimensions = catalogue.dimensions().iter();
        let dimensions = dimensions.map(|it| dimension::row(&catalogue, it));
        Ok(CatalogueView {
            groups: groups.collect(),
            indicators: catalogue.indicators().iter().map(indicator_row).collect(),
            categories: categories.collect(),
            kinds: choices(&words::KINDS),
            covers: choices(&words::COVERS),
            calendars,
            dimensions: dimensions.collect(),
        })
    }

    /// Keeps an indicator of the user's own.
    ///
    /// # Errors
    /// A field cannot be taken, or it does not go with the catalogue.
    pub fn put_indicator(&mut self, row: &IndicatorRow) -> Result<(), AppError> {
        let name = required(words::NAME, &row.name)?;
        let kind = words::KINDS.iter().find(|(_, word, _)| *word == row.kind);
        let (kind, ..) = kind.ok_or_else(|| Refusal::Choice(row.kind.clone()).at(words::KIND))?;
        let known = self.own_record(Kind::Indicator, row.id)?;
        let own = self.own_records()?;
        let number = own.indicators.iter().filter_map(|it| Indicator::own_number(&it.code)).max();
        let before = match known {
            Some(Record::Indicator(it)) => it,
            _ => Indicator::own(number.unwrap_or(0) + 1, &row.group, &name),
        };
        let unit = typed::line(words::UNIT, &row.unit)?.unwrap_or_default();
        if *kind == IndicatorKind::Distribution && row.dimensions.is_empty() {
            return Err(Refusal::Required.at(words::DIMENSIONS));
        }
        let indicator = Indicator {
            noun: if before.name == name { before.noun.clone() } else { name.to_lowercase() },
            name,
            unit,
            kind: *kind,
            group: row.group.clone(),
            core: row.core,
            parent: Some(row.parent.clone()).filter(|code| !code.is_empty()),
            calendar: row.calendar.clone(),
            basis: typed::line(words::BASIS, &row.basis)?.unwrap_or_default(),
            valid_from: typed::limit(&row.from)?,
            valid_to: typed::limit(&row.to)?,
            dimensions: row.dimensions.clone(),
            over_units: kind.over_units(),
            over_time: kind.over_time(),
            ..before
        };
        self.change_own(vec![indicator.into()], &[])
    }

    /// Keeps a group of fields of the user's own.
    ///
    /// # Errors
    /// The title is empty or the step is none with figures.
    pub fn put_group(&mut self, row: &GroupRow) -> Result<(), AppError> {
        let title = required(words::TITLE, &row.title)?;
        let (min, max) = (FieldGroup::FIRST_STEP, FieldGroup::LAST_STEP);
        if !(min..=max).contains(&row.step) {
            return Err(Refusal::WholeNumber { min, max }.at(words::STEP));
        }
        let own = self.own_records()?;
        let number = own.groups.iter().filter_map(|it| FieldGroup::own_number(&it.code)).max();
        let group = match self.own_record(Kind::Group, row.id)? {
            Some(Record::Group(it)) => FieldGroup { title, step: row.step, ..it },
            _ => FieldGroup::own(number.unwrap_or(0) + 1, row.step, &title),
        };
        self.change_own(vec![group.into()], &[])
    }

    /// Removes an entry of the user's own from the catalogue.
    ///
    /// # Errors
    /// Something still uses it, or there is no such entry.
    pub fn remove_own(&mut self, kind: Kind, id: i32) -> Result<(), AppError> {
        let record = self.own_record(kind, Some(id))?;
        let record = record.ok_or(bc138_store::StoreError::NoSuchRecord)?;
        self.change_own(Vec::new(), &[record])
    }

    /// Puts and removes entries as one action; the first of them names it.
    fn change_own(&mut self, put: Vec<Record>, gone: &[Record]) -> Result<(), AppError> {
        let before = self.own_records()?;
        let mut own = before.clone();
        gone.iter().for_each(|record| own.without(record));
        put.iter().for_each(|record| own.put(record));
        own.no_worse_than(&before, &self.assets.catalogue)?;
        for record in gone {
            self.refuse_used(record)?;
        }
        let named = |record: &Record| crate::vi::past::record(record);
        let label = match (put.first(), gone.first()) {
            (Some(first), _) => labels::edit(&named(first)),
            (None, Some(first)) => labels::remove(&named(first)),
            (None, None) => return Ok(()),
        };
        let gone = gone.iter().map(|record| (record.kind(), record.id()));
        let mut change =
            gone.fold(Change::new(label, None), |change, (kind, id)| change.remove(kind, id));
        change.put = put;
        self.apply(&change).map(|_| ())
    }

    /// An indicator or kind whose numbers are in use stays.
    fn refuse_used(&self, record: &Record) -> Result<(), AppError> {
        let (name, indicators) = match record {
            Record::Indicator(it) => (&it.name, Some(vec![it.code.clone()])),
            Record::Category(it) => (&it.name, None),
            _ => return Ok(()),
        };
        let uses = |indicator: &str, categories: &Categories| match record {
            Record::Indicator(it) => it.code == indicator,
            Record::Category(it) => {
                categories.get(&it.dimension).is_some_and(|kinds| kinds.contains(&it.code))
            }
            _ => false,
        };
        let figures = self.store.records(Kind::Figure)?;
        let in_figures = figures
            .iter()
            .any(|it| matches!(it, Record::Figure(it) if uses(&it.indicator, &it.categories)));
        let entries = self.store.entries(&EntryFilter { units: None, indicators })?;
        let measure = |cell: &bc138_domain::Cell| &entries.measures[cell.measure as usize];
        let used = |cell| uses(&measure(cell).indicator, &measure(cell).categories);
        match in_figures || entries.cells.iter().any(used) {
            true => Err(AppError::InUse { name: name.clone() }),
            false => Ok(()),
        }
    }

    /// The catalogue with what the user defined. Entries that do not go with the rest are left
    /// out, so that a file which holds such ones still opens; [`App::left_out`] names them.
    pub(crate) fn whole_catalogue(&self) -> Result<Catalogue, AppError> {
        Ok(self.assets.catalogue.with_fitting(&self.own_records()?.own()).0)
    }

    /// The user's own entries that the catalogue leaves out, and why.
    pub(crate) fn left_out(&self) -> Result<Vec<Unfit>, AppError> {
        Ok(self.own_records()?.misfits(&self.assets.catalogue))
    }

    fn own_record(&self, kind: Kind, id: Option<i32>) -> Result<Option<Record>, AppError> {
        Ok(id.map(|id| self.store.record(kind, id)).transpose()?.flatten())
    }

    pub(crate) fn own_records(&self) -> Result<OwnRecords, AppError> {
        let mut own = OwnRecords::default();
        for kind in [Kind::Group, Kind::Dimension, Kind::Category, Kind::Indicator] {
            for record in self.store.records(kind)? {
                own.with(&record);
            }
        }
        Ok(own)
    }
}

fn choices<T>(known: &[(T, &str, &str)]) -> Vec<Choice> {
    known.iter().map(|(_, value, label)| Choice::new(*value, *label)).collect()
}

fn indicator_row(it: &Indicator) -> IndicatorRow {
    let kind = words::KINDS.iter().find(|(kind, ..)| *kind == it.kind);
    IndicatorRow {
        id: own_id(it.id),
        code: it.code.clone(),
        name: it.name.clone(),
        unit: it.unit.clone(),
        kind: kind.map_or("", |(_, word, _)| word).to_owned(),
        group: it.group.clone(),
        parent: it.parent.clone().unwrap_or_default(),
        calendar: it.calendar.clone(),
        from: shown_day(it.valid_from),
        to: shown_day(it.valid_to),
        basis: it.basis.clone(),
        core: it.core,
        dimensions: it.dimensions.clone(),
    }
}

const fn own_id(id: i32) -> Option<i32> {
    if id == 0 { None } else { Some(id) }
}
