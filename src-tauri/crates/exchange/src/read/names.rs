//! What codes and names of a file mean: indicators, groups, forms of award and units.

use super::made::MadeUnits;
use super::time::day_of;
use super::{ReadContext, Reader};
use crate::found::Path;
use crate::json::Node;
use crate::problem::{ProblemKind, Subject};
use crate::shape::find_word;
use crate::shape::words::UNIT_ACT;
use crate::suggest::nearest;
use bc138_domain::text::normalise;
use bc138_domain::{Indicator, IndicatorKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that can be named.
pub(super) struct Names<'a> {
    context: &'a ReadContext<'a>,
    indicators: BTreeMap<String, Known>,
    /// Codes by name, in small letters.
    by_name: BTreeMap<String, BTreeSet<String>>,
    /// Codes that the file's writer made up for indicators of their own.
    aliases: BTreeMap<String, String>,
    /// Codes of the indicators made while reading, by name, unit and kind.
    pub made: BTreeMap<(String, String, String), String>,
    groups: BTreeMap<String, String>,
    /// Units of the file's own events.
    made_units: MadeUnits,
    /// Hashes of the file's photos, by the name they have there.
    pub photos: BTreeMap<String, String>,
}

/// What has to be known of an indicator.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub kind: IndicatorKind,
    pub unit: String,
    /// Whether its lead says that what is counted was newly built.
    pub is_new: bool,
}

impl<'a> Names<'a> {
    pub fn new(context: &'a ReadContext<'a>) -> Self {
        let mut names = Self {
            context,
            indicators: BTreeMap::new(),
            by_name: BTreeMap::new(),
            aliases: BTreeMap::new(),
            made: BTreeMap::new(),
            groups: BTreeMap::new(),
            made_units: MadeUnits::default(),
            photos: BTreeMap::new(),
        };
        for indicator in context.catalogue.indicators() {
            names.add_indicator(indicator);
        }
        for group in context.catalogue.groups() {
            names.add_group(&group.code, &group.title);
        }
        names
    }

    /// Adds an indicator; of several versions of a code any has the same kind.
    pub fn add_indicator(&mut self, it: &Indicator) {
        let is_new = it.lead == "xây dựng mới";
        let known = Known { kind: it.kind, unit: it.unit.clone(), is_new };
        self.indicators.insert(it.code.clone(), known);
        self.by_name.entry(small(&it.name)).or_default().insert(it.code.clone());
    }

    /// Adds a group of fields.
    pub fn add_group(&mut self, code: &str, title: &str) {
        self.groups.insert(code.to_owned(), code.to_owned());
        self.groups.entry(small(title)).or_insert_with(|| code.to_owned());
    }

    /// The code of a group, if there is such a group.
    pub fn group(&self, code: &str) -> Option<String> {
        self.groups.get(code).cloned()
    }

    /// Remembers the writer's own code for an indicator.
    pub fn add_alias(&mut self, alias: &str, code: &str) {
        self.aliases.insert(alias.to_owned(), code.to_owned());
    }

    /// The code that is meant by a code.
    pub fn code(&self, written: &str) -> Option<String> {
        let code = self.aliases.get(written).map_or(written, String::as_str);
        self.indicators.contains_key(code).then(|| code.to_owned())
    }

    /// The codes of the indicators of this name.
    pub fn codes_of_name(&self, name: &str) -> impl Iterator<Item = &String> {
        self.by_name.get(&small(name)).into_iter().flatten()
    }

    /// A code for an indicator of the user's own, from a number on.
    pub fn free_code(&self, number: i32) -> String {
        let mut codes = (number..).map(|number| format!("own_{number}"));
        codes.find(|code| !self.indicators.contains_key(code)).unwrap_or_default()
    }

    /// What is known of a code.
    pub fn known(&self, code: &str) -> Option<&Known> {
        self.indicators.get(code)
    }

    /// The code that was probably meant.
    pub fn nearest_code(&self, written: &str) -> Option<String> {
        let known = self.indicators.keys().chain(self.aliases.keys());
        nearest(written, known.map(String::as_str)).map(str::to_owned)
    }

    /// Notes the units that an event makes, and the name that it gives to one.
    pub fn collect_units(&mut self, event: &Node<'_>) {
        self.made_units.collect(event);
        let text = |key: &str| event.get(key).and_then(Node::text);
        let renames = text("act").is_some_and(|act| find_word(UNIT_ACT, act) == Some("rename"));
        let (Some(unit), Some(name), true) = (text("unit"), text("name"), renames) else { return };
        let day = day_of(event);
        for key in self.units_called(unit, day.and_then(|day| day.pred_opt())) {
            self.made_units.rename(key, name, day);
        }
    }

    /// Keys of the units that are meant by a key or a name: on a day, or ever.
    fn units_called(&self, written: &str, day: Option<NaiveDate>) -> Vec<String> {
        let known = self.context.units.is_some_and(|units| units.knows(written));
        if known || self.made_units.knows(written) {
            return vec![written.to_owned()];
        }
        let mut keys = self.made_units.called(written, day);
        match self.context.units {
            Some(units) => keys.extend(units.named(written, day)),
            None if keys.is_empty() && day.is_none() => keys.push(written.to_owned()),
            None => {}
        }
        keys.sort();
        keys.dedup();
        keys
    }
}

/// A name as it is compared: in small letters, without stray spaces.
pub(super) fn small(name: &str) -> String {
    normalise(name).to_lowercase()
}

impl Reader<'_> {
    /// Code of an indicator.
    pub(super) fn indicator_code(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        let written = self.line(node, path)?;
        match self.names.code(&written) {
            Some(code) => Some(code),
            None => {
                let likely = self.names.nearest_code(&written);
                self.no_such(node, path, (Subject::Indicator, &written, likely))
            }
        }
    }

    /// Code of a form of award, given by its code or name.
    pub(super) fn award_form(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        let written = self.line(node, path)?;
        let forms = self.names.context.catalogue.forms();
        let found = forms.iter().find(|it| it.code == written || is_called(&it.name, &written));
        if let Some(form) = found {
            return Some(form.code.clone());
        }
        let calls = forms.iter().flat_map(|form| [form.code.as_str(), form.name.as_str()]);
        let likely = nearest(&written, calls).map(str::to_owned);
        self.no_such(node, path, (Subject::AwardForm, &written, likely))
    }

    /// Code of a group of fields, given by its code or title; an empty one is no group.
    pub(super) fn field_group(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        let written = self.line(node, path)?;
        let groups = &self.names.groups;
        let found = groups.get(&written).or_else(|| groups.get(&small(&written))).cloned();
        if found.is_some() || written.is_empty() {
            return Some(found.unwrap_or_default());
        }
        let likely = nearest(&written, groups.keys().map(String::as_str)).map(str::to_owned);
        self.no_such(node, path, (Subject::FieldGroup, &written, likely))
    }

    /// Key of a unit, given by its key or by the name that it has on the first of the days on
    /// which any unit has it; at last by a name that one ever had.
    pub(super) fn unit(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        days: &[NaiveDate],
    ) -> Option<String> {
        let written = self.line(node, path)?;
        let moments = days.iter().copied().map(Some).chain([None]);
        let mut called = moments.map(|day| self.names.units_called(&written, day));
        let mut keys = called.find(|keys| !keys.is_empty()).unwrap_or_default();
        let subject = Subject::Unit;
        match (keys.pop(), keys.len()) {
            (Some(key), 0) if !key.is_empty() => Some(key),
            (Some(last), more) if more > 0 => {
                keys.push(last);
                let (name, count, candidates) = (written, keys.len(), keys);
                let kind = ProblemKind::Ambiguous { subject, name, count, candidates };
                self.refuse(node, path, kind)
            }
            _ => {
                let own = self.names.made_units.names();
                let likely = nearest(&written, own).map(str::to_owned);
                self.no_such(node, path, (subject, &written, likely))
            }
        }
    }

    /// Hash of a photo, given by its hash or its name in the file.
    pub(super) fn photo(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        let written = self.line(node, path)?;
        if let Some(hash) = self.names.photos.get(&written) {
            return Some(hash.clone());
        }
        let likely = nearest(&written, self.names.photos.keys().map(String::as_str));
        let likely = likely.map(str::to_owned);
        self.no_such(node, path, (Subject::Photo, &written, likely))
    }
}

/// Whether a form of award is called so; a name in quotation marks behind it may be left out:
/// “Kỷ niệm chương” for “Kỷ niệm chương “Bảo vệ an ninh Tổ quốc””.
fn is_called(name: &str, written: &str) -> bool {
    let bare = name.split(" “").next().unwrap_or(name);
    small(name) == small(written) || small(bare) == small(written)
}
