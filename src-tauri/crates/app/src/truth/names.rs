//! What the sources of a document are called. The names travel with the document, so that it can be
//! told without the data which number of it was changed.

use super::source::{COUNTRY, SET, Source, UnitSource};
use crate::app::App;
use crate::compose::figure_title;
use crate::field::{FieldKey, figure_of};
use crate::vi::{annex, truth as words};
use bc138_domain::{Categories, DossierPart};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Names of units, measures, awards and fields, by what a source says of them.
pub(super) type Names = BTreeMap<String, String>;

/// The name of a source; empty where it has none.
pub(super) fn named(source: &str, names: &Names) -> String {
    let known = |key: String| names.get(&key).cloned().unwrap_or_default();
    match Source::read(source) {
        Source::Derived(what, of) => words::derived(what, &named(of, names)),
        Source::Part(what, of) => words::part(what, &named(of, names)),
        Source::Unit(unit) => {
            let (place, counted) = (known(place_key(&unit)), known(measure_key(&unit)));
            if place.is_empty() { counted } else { format!("{place} · {counted}") }
        }
        Source::Award(id, what) => match known(award_key(id)) {
            title if title.is_empty() => title,
            title => words::award(&title, what),
        },
        Source::Field => known(source.to_owned()),
    }
}

/// What has to be named so that a source has its name.
fn keys(source: &str) -> Vec<String> {
    match Source::read(source) {
        Source::Derived(_, of) | Source::Part(_, of) => keys(of),
        Source::Unit(unit) => vec![place_key(&unit), measure_key(&unit)],
        Source::Award(id, _) => vec![award_key(id)],
        Source::Field => vec![source.to_owned()],
    }
}

fn place_key(source: &UnitSource<'_>) -> String {
    format!("unit/{}", source.unit)
}

fn measure_key(source: &UnitSource<'_>) -> String {
    let year = source.days.1.map(|day| day.year().to_string()).unwrap_or_default();
    format!("measure/{}[{}]/{year}", source.code, source.kinds)
}

fn award_key(id: i32) -> String {
    format!("award/{id}")
}

impl App {
    /// The name of a source for the clerk; empty where it has none.
    pub(crate) fn source_name(&self, part: &DossierPart, source: &str) -> String {
        named(source, &self.names(part, [source]))
    }

    /// The names of sources as they are today.
    pub(super) fn names<'s>(
        &self,
        part: &DossierPart,
        sources: impl IntoIterator<Item = &'s str>,
    ) -> Names {
        let mut names = Names::new();
        for source in sources.into_iter().collect::<BTreeSet<&str>>() {
            for key in keys(source) {
                names.entry(key).or_insert_with_key(|key| {
                    self.name_of_source(part, source, key).unwrap_or_default()
                });
            }
        }
        names.retain(|_, name| !name.is_empty());
        names
    }

    fn name_of_source(&self, part: &DossierPart, source: &str, key: &str) -> Option<String> {
        match Source::read(source) {
            Source::Derived(_, of) | Source::Part(_, of) => self.name_of_source(part, of, key),
            Source::Unit(unit) if key.starts_with("unit/") => self.place_name(part, &unit),
            Source::Unit(unit) => Some(self.counted_name(part, &unit)),
            Source::Award(id, _) => {
                let award = part.awards.iter().find(|award| award.id == id)?;
                Some(self.award_title(award))
            }
            Source::Field => match FieldKey::parse(source)? {
                FieldKey::Figure { code, part: field } if field == "amount" => {
                    let figure = figure_of(part, &code);
                    let title = figure.map(|it| figure_title(part, &self.assets.catalogue, it));
                    title.or_else(|| self.indicator(part, &code).map(|it| it.name))
                }
                key => Some(self.label_of(part, &key)),
            },
        }
    }

    /// “xã Hữu Lũng”.
    fn place_name(&self, part: &DossierPart, source: &UnitSource<'_>) -> Option<String> {
        if source.unit == COUNTRY {
            return Some(annex::COUNTRY.to_owned());
        }
        if let Some(set) = source.unit.strip_prefix(SET) {
            return Some(self.unit_set(set)?.0);
        }
        let registry = self.known_registry()?;
        let unit = registry.find(source.unit)?;
        let day = source.days.1.or(part.dossier.window.to)?;
        Some(registry.label(unit, day))
    }

    /// “Khu dân cư (khá)”, with the year where it is not the dossier's own.
    fn counted_name(&self, part: &DossierPart, source: &UnitSource<'_>) -> String {
        let name = self.indicator(part, source.code);
        let name = name.map_or_else(|| source.code.to_owned(), |it| it.name);
        let kinds = categories(source.kinds);
        let kinds = self.assets.catalogue.kind_names(&kinds);
        let name = if kinds.is_empty() { name } else { format!("{name} ({})", kinds.join(", ")) };
        let year = |day: Option<NaiveDate>| day.map(|it| it.year());
        match year(source.days.1) {
            Some(other) if year(part.dossier.window.to) != Some(other) => {
                format!("{name}, {}", words::year(other))
            }
            _ => name,
        }
    }
}

/// `grade=kha+tot,kind=xa` as kinds.
fn categories(kinds: &str) -> Categories {
    let dimensions = kinds.split(',').filter_map(|it| it.split_once('='));
    let of = |kinds: &str| kinds.split('+').map(str::to_owned).collect();
    dimensions.map(|(dimension, kinds)| (dimension.to_owned(), of(kinds))).collect()
}
