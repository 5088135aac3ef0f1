//! The catalogue in the window: groups, indicators and kinds of the user's own beside those that
//! are built in.

use crate::app::App;
use crate::error::AppError;
use crate::field::Refusal;
use crate::field::parse::shown_day;
use crate::typed::{self, required};
use crate::vi::{catalogue as words, labels};
use crate::view::{CatalogueView, CategoryRow, Choice, GroupRow, IndicatorRow};
use bc138_domain::catalogue::{CatalogueError, Misfit, OverTime, OverUnits, Own, Section};
use bc138_domain::{Catalogue, Category, FieldGroup, Indicator, IndicatorKind, Kind, Record, text};
use bc138_store::Change;

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
        let dimensions = dimensions.map(|it| Choice::new(&it.code, &it.name));
        Ok(CatalogueView {
            groups: groups.collect(),
            indicators: catalogue.indicators().iter().map(indicator_row).collect(),
            categories: categories.collect(),
            kinds: words::KINDS
                .iter()
                .map(|(_, value, label)| Choice::new(*value, *label))
                .collect(),
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
        let (over_units, over_time) = usual(*kind);
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
            over_units,
            over_time,
            ..before
        };
        self.put_own(indicator.into())
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
        self.put_own(group.into())
    }

    /// Keeps a kind inside a dimension, of the user's own.
    ///
    /// # Errors
    /// The name is empty or the dimension is not known.
    pub fn put_category(&mut self, row: &CategoryRow) -> Result<(), AppError> {
        let name = required(words::NAME, &row.name)?;
        let own = self.own_records()?;
        let category = match self.own_record(Kind::Category, row.id)? {
            Some(Record::Category(it)) => Category { name, ..it },
            _ => Category {
                id: 0,
                dimension: row.dimension.clone(),
                code: free_code(&name, &own.categories),
                name,
                valid_from: None,
                valid_to: None,
            },
        };
        self.put_own(category.into())
    }

    /// Removes an entry of the user's own from the catalogue.
    ///
    /// # Errors
    /// Something still uses it, or there is no such entry.
    pub fn remove_own(&mut self, kind: Kind, id: i32) -> Result<(), AppError> {
        let record = self.own_record(kind, Some(id))?;
        let record = record.ok_or(bc138_store::StoreError::NoSuchRecord)?;
        let before = self.own_records()?;
        let mut own = before.clone();
        own.without(&record);
        own.no_worse_than(&before, &self.assets.catalogue)?;
        if let Record::Indicator(it) = &record {
            self.refuse_used(it)?;
        }
        let label = labels::remove(&crate::vi::past::record(&record));
        self.apply(&Change::new(label, None).remove(kind, id)).map(|_| ())
    }

    /// An indicator whose numbers are in use stays.
    fn refuse_used(&self, indicator: &Indicator) -> Result<(), AppError> {
        let in_figures =
            self.store.records(Kind::Figure)?.iter().any(
                |it| matches!(it, Record::Figure(figure) if figure.indicator == indicator.code),
            );
        let filter = bc138_store::EntryFilter {
            units: None,
            indicators: Some(vec![indicator.code.clone()]),
        };
        match in_figures || !self.store.entries(&filter)?.cells.is_empty() {
            true => Err(AppError::InUse { name: indicator.name.clone() }),
            false => Ok(()),
        }
    }

    fn put_own(&mut self, record: Record) -> Result<(), AppError> {
        let mut before = self.own_records()?;
        before.without(&record);
        let mut own = before.clone();
        own.with(&record);
        own.no_worse_than(&before, &self.assets.catalogue)?;
        let label = labels::edit(&crate::vi::past::record(&record));
        self.apply(&Change::new(label, None).put(record)).map(|_| ())
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

/// An entry of the user's own that does not go with the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// Its table.
    pub section: Section,
    /// Its id.
    pub id: i32,
    /// Its name.
    pub name: String,
    /// Why it does not fit.
    pub misfit: Misfit,
}

impl Unfit {
    /// The kind of record it is.
    pub const fn kind(&self) -> Kind {
        match self.section {
            Section::Groups => Kind::Group,
            Section::Dimensions => Kind::Dimension,
            Section::Categories => Kind::Category,
            Section::Indicators => Kind::Indicator,
        }
    }
}

/// What the user defined, as it would be.
#[derive(Debug, Clone, Default)]
pub(crate) struct OwnRecords {
    groups: Vec<FieldGroup>,
    dimensions: Vec<bc138_domain::Dimension>,
    categories: Vec<Category>,
    indicators: Vec<Indicator>,
}

impl OwnRecords {
    /// Adds an entry, or puts it in the place of the one with its id.
    pub fn put(&mut self, record: &Record) {
        self.without(record);
        self.with(record);
    }

    fn with(&mut self, record: &Record) {
        match record {
            Record::Group(it) => self.groups.push(it.clone()),
            Record::Dimension(it) => self.dimensions.push(it.clone()),
            Record::Category(it) => self.categories.push(it.clone()),
            Record::Indicator(it) => self.indicators.push(it.clone()),
            _ => {}
        }
    }

    fn without(&mut self, record: &Record) {
        match record {
            Record::Group(gone) => self.groups.retain(|it| it.id != gone.id),
            Record::Dimension(gone) => self.dimensions.retain(|it| it.id != gone.id),
            Record::Category(gone) => self.categories.retain(|it| it.id != gone.id),
            Record::Indicator(gone) => self.indicators.retain(|it| it.id != gone.id),
            _ => {}
        }
    }

    fn own(&self) -> Own<'_> {
        Own {
            groups: &self.groups,
            dimensions: &self.dimensions,
            categories: &self.categories,
            indicators: &self.indicators,
        }
    }

    /// What does not go with the catalogue.
    pub fn misfits(&self, catalogue: &Catalogue) -> Vec<Unfit> {
        let (_, left_out) = catalogue.with_fitting(&self.own());
        let named = left_out.into_iter().map(|(section, place, misfit)| {
            let (id, name) = self.entry(section, place).unwrap_or_default();
            Unfit { section, id, name, misfit }
        });
        named.collect()
    }

    fn entry(&self, section: Section, place: usize) -> Option<(i32, String)> {
        Some(match section {
            Section::Groups => self.groups.get(place).map(|it| (it.id, it.title.clone()))?,
            Section::Dimensions => self.dimensions.get(place).map(|it| (it.id, it.name.clone()))?,
            Section::Categories => self.categories.get(place).map(|it| (it.id, it.name.clone()))?,
            Section::Indicators => self.indicators.get(place).map(|it| (it.id, it.name.clone()))?,
        })
    }

    /// Refuses a change that makes something unfit which was not so before.
    fn no_worse_than(&self, before: &Self, catalogue: &Catalogue) -> Result<(), AppError> {
        let before = before.misfits(catalogue);
        let was = |it: &Unfit| before.iter().any(|b| b.section == it.section && b.id == it.id);
        match self.misfits(catalogue).into_iter().find(|it| !was(it)) {
            Some(new) => Err(CatalogueError::Own(new.misfit).into()),
            None => Ok(()),
        }
    }
}

/// How numbers of a kind are put together when the user says nothing else.
const fn usual(kind: IndicatorKind) -> (OverUnits, OverTime) {
    match kind {
        IndicatorKind::Ratio => (OverUnits::RatioOfSums, OverTime::Not),
        IndicatorKind::Percent | IndicatorKind::Text => (OverUnits::Not, OverTime::Not),
        IndicatorKind::Flow | IndicatorKind::Money => (OverUnits::Sum, OverTime::Sum),
        IndicatorKind::Stock | IndicatorKind::Distribution => (OverUnits::Sum, OverTime::Last),
    }
}

/// A code made of a name: “xã biên giới” becomes `xa_bien_gioi`.
fn free_code(name: &str, taken: &[Category]) -> String {
    let letters = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let base: String = text::search_key(name).chars().map(letters).take(40).collect();
    let is_free = |code: &String| !taken.iter().any(|it| it.code == *code);
    let numbered = (2..1_000).map(|number| format!("{base}_{number}"));
    std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or(base)
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
    }
}

const fn own_id(id: i32) -> Option<i32> {
    if id == 0 { None } else { Some(id) }
}
