//! Whether entries go together: with each other and with the catalogue they are added to.

use super::indicator::Indicator;
use super::own::Own;
use super::problem::Misfit;
use super::version::{backwards, overlapping};
use super::{Catalogue, Section};
use std::collections::{BTreeMap, BTreeSet};

/// An entry that does not fit: its section, its place there and the reason.
pub(crate) type Misplaced = (Section, usize, Misfit);

/// What does not fit among the entries themselves; what they refer to may also stand in `base`.
pub(crate) fn within(base: &Catalogue, own: &Own<'_>) -> Vec<Misplaced> {
    let known = Known::gather(base, own);
    let mut found = Vec::new();
    let mut note = |section, list: Vec<(usize, Misfit)>| {
        found.extend(list.into_iter().map(|(index, misfit)| (section, index, misfit)));
    };
    note(Section::Groups, repeated(own.groups.iter().map(|group| group.code.as_str())));
    note(Section::Dimensions, repeated(own.dimensions.iter().map(|it| it.code.as_str())));
    note(Section::Categories, overlapping(own.categories));
    note(Section::Categories, each(own.categories, backwards));
    note(Section::Categories, each(own.categories, |it| known.dimension(&it.dimension)));
    note(Section::Indicators, overlapping(own.indicators));
    note(Section::Indicators, each(own.indicators, backwards));
    for rule in [Known::group, Known::dimensions, Known::partition, Known::parent, Known::calendar]
    {
        note(Section::Indicators, each(own.indicators, |it| rule(&known, it)));
    }
    note(Section::Indicators, cycles(base, own.indicators));
    note(Section::Indicators, other_kinds(own.indicators));
    found
}

fn each<T>(entries: &[T], rule: impl Fn(&T) -> Option<Misfit>) -> Vec<(usize, Misfit)> {
    let places = entries.iter().enumerate();
    places.filter_map(|(index, entry)| Some((index, rule(entry)?))).collect()
}

/// Places of codes that stood before.
fn repeated<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<(usize, Misfit)> {
    let mut seen = BTreeSet::new();
    let again = codes.enumerate().filter(|(_, code)| !seen.insert(*code));
    again.map(|(index, code)| (index, Misfit::RepeatedCode(code.to_owned()))).collect()
}

/// Places of versions of another kind than the first of their code.
fn other_kinds(indicators: &[Indicator]) -> Vec<(usize, Misfit)> {
    let mut kinds = BTreeMap::new();
    for indicator in indicators {
        kinds.entry(indicator.code.as_str()).or_insert(indicator.kind);
    }
    let differs = |it: &Indicator| kinds.get(it.code.as_str()) != Some(&it.kind);
    each(indicators, |it| differs(it).then(|| Misfit::KindChanged(it.code.clone())))
}

/// The codes that may be referred to.
struct Known<'a> {
    groups: BTreeSet<&'a str>,
    dimensions: BTreeSet<&'a str>,
    indicators: BTreeSet<&'a str>,
    base: &'a Catalogue,
}

impl<'a> Known<'a> {
    fn gather(base: &'a Catalogue, own: &Own<'a>) -> Self {
        let groups = base.groups.iter().chain(own.groups);
        let dimensions = base.dimensions.iter().chain(own.dimensions);
        let indicators = base.indicators.iter().chain(own.indicators);
        Self {
            groups: groups.map(|it| it.code.as_str()).collect(),
            dimensions: dimensions.map(|it| it.code.as_str()).collect(),
            indicators: indicators.map(|it| it.code.as_str()).collect(),
            base,
        }
    }

    fn dimension(&self, code: &str) -> Option<Misfit> {
        let unknown = !code.is_empty() && !self.dimensions.contains(code);
        unknown.then(|| Misfit::UnknownDimension(code.to_owned()))
    }

    fn group(&self, indicator: &Indicator) -> Option<Misfit> {
        let code = indicator.group.as_str();
        let unknown = !code.is_empty() && !self.groups.contains(code);
        unknown.then(|| Misfit::UnknownGroup(code.to_owned()))
    }

    fn dimensions(&self, indicator: &Indicator) -> Option<Misfit> {
        indicator.dimensions.iter().find_map(|code| self.dimension(code))
    }

    fn partition(&self, indicator: &Indicator) -> Option<Misfit> {
        let code = indicator.partition.as_deref()?;
        if indicator.parent.is_none() {
            return Some(Misfit::PartitionWithoutParent(code.to_owned()));
        }
        self.dimension(code).map(|_| Misfit::UnknownPartition(code.to_owned()))
    }

    fn parent(&self, indicator: &Indicator) -> Option<Misfit> {
        let code = indicator.parent.as_deref()?;
        (!self.indicators.contains(code)).then(|| Misfit::UnknownParent(code.to_owned()))
    }

    fn calendar(&self, indicator: &Indicator) -> Option<Misfit> {
        let code = indicator.calendar.as_str();
        let unknown = !code.is_empty() && !self.base.calendars.has(code);
        unknown.then(|| Misfit::UnknownCalendar(code.to_owned()))
    }
}

/// Places of indicators that are, over some steps, parts of themselves.
fn cycles(base: &Catalogue, own: &[Indicator]) -> Vec<(usize, Misfit)> {
    let mut wholes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for indicator in base.versions.values().flatten().chain(own) {
        if let Some(parent) = &indicator.parent {
            wholes.entry(&indicator.code).or_default().insert(parent);
        }
    }
    // What has no whole, or is no whole of anything, lies on no circle; neither does what is left
    // of it without those.
    loop {
        let left: BTreeSet<&str> = wholes.keys().copied().collect();
        let pointed: BTreeSet<&str> = wholes.values().flatten().copied().collect();
        wholes.retain(|code, parents| {
            parents.retain(|parent| left.contains(parent));
            !parents.is_empty() && pointed.contains(code)
        });
        if wholes.len() == left.len() {
            break;
        }
    }
    let circular = |it: &Indicator| it.parent.is_some() && wholes.contains_key(it.code.as_str());
    each(own, |it| circular(it).then(|| Misfit::ParentCycle(it.code.clone())))
}
