//! Figures in their groups: what belongs to one window and one place stands in one sentence, and
//! a part stands inside its whole.

use super::change::Changes;
use super::item::{self, Item};
use super::words;
use bc138_domain::catalogue::FieldGroup;
use bc138_domain::{Catalogue, DossierPart, Figure, Indicator, State};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The figures of one group of fields: one stretch for each window, place and acting subject; the
/// dossier's own first.
#[derive(Debug, Clone, Serialize, Default)]
pub(super) struct Group {
    stretches: Vec<Stretch>,
}

/// Figures that share window, place and acting subject: one sentence.
#[derive(Debug, Clone, Serialize, Default)]
pub(super) struct Stretch {
    /// The window with which the sentence opens; may be empty.
    pub window: String,
    /// The place; empty for the whole unit.
    place: String,
    /// Who acts; empty for the group's own words.
    subject: String,
    /// Figures that bring a verb; neighbours with the same verb share it.
    done: Vec<Clause>,
    /// Figures without a verb of their own.
    there: Vec<Item>,
    /// What did not occur.
    none: Vec<Item>,
    /// Whether the figure added last stands in `there`, not in `done`.
    #[serde(skip)]
    last_is_there: bool,
}

/// “vận động giao nộp” + “3 khẩu súng, 13,85 kg pháo”.
#[derive(Debug, Clone, Serialize)]
struct Clause {
    lead: String,
    items: Vec<Item>,
}

/// The figures of a dossier by group of fields.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    by_code: BTreeMap<String, Group>,
}

impl Groups {
    /// Arranges all figures; with `gaps`, core figures that are missing stand as gaps.
    /// What `changes` knows of a figure stands beside it.
    pub fn arrange(
        part: &DossierPart,
        catalogue: &Catalogue,
        gaps: bool,
        changes: &Changes,
    ) -> Self {
        let known = catalogue.groups().iter().map(|group| (group.code.clone(), Group::default()));
        let mut groups = Self { by_code: known.collect() };
        let told = Told::gather(part, catalogue, changes);
        for indicator in in_form_order(part, catalogue) {
            let mut figures = told.wholes(Some(indicator)).peekable();
            let missing = figures.peek().is_none() && gaps && is_wanted(part, indicator);
            let items: Vec<Item> = figures.map(|figure| told.item(figure, None)).collect();
            let gap = missing.then(|| item::gap(indicator));
            groups.add(&indicator.group, items.into_iter().chain(gap));
        }
        let strays: Vec<Item> = told.wholes(None).map(|figure| told.item(figure, None)).collect();
        groups.add("", strays.into_iter());
        groups
    }

    fn add(&mut self, group: &str, items: impl Iterator<Item = Item>) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            let group = self.by_code.entry(group.to_owned()).or_default();
            items.for_each(|item| group.add(item));
        }
    }

    /// Lets the first sentence of a group open with the dossier's period.
    pub fn open(&mut self, group: &str, period: &str) {
        let own = self.by_code.get_mut(group).and_then(|group| group.own_mut());
        if let Some(stretch) = own {
            period.clone_into(&mut stretch.window);
        }
    }

    /// The first of some groups that has figures of the dossier's own window.
    pub fn first_own<'a>(&mut self, codes: &[&'a str]) -> Option<&'a str> {
        let mut codes = codes.iter();
        codes
            .find(|code| self.by_code.get_mut(**code).is_some_and(|g| g.own_mut().is_some()))
            .copied()
    }

    /// Takes out the groups that no template names, by the step they are filled in on.
    pub fn take_others(
        &mut self,
        named: &[&str],
        part: &DossierPart,
        catalogue: &Catalogue,
    ) -> BTreeMap<i32, Vec<Group>> {
        let known: Vec<&FieldGroup> = catalogue.groups().iter().chain(&part.groups).collect();
        let others = self.by_code.keys().filter(|code| !named.contains(&code.as_str())).cloned();
        let mut by_step: BTreeMap<i32, Vec<Group>> = BTreeMap::new();
        for code in others.collect::<Vec<_>>() {
            let step = known.iter().find(|group| group.code == code).map_or(2, |group| group.step);
            by_step.entry(step).or_default().extend(self.by_code.remove(&code));
        }
        by_step
    }

    /// The groups by code.
    pub fn into_map(self) -> BTreeMap<String, Group> {
        self.by_code
    }
}

/// Indicators in the order in which the forms list them, in the version of the dossier's last day.
fn in_form_order<'a>(part: &'a DossierPart, catalogue: &'a Catalogue) -> Vec<&'a Indicator> {
    let mut indicators: Vec<&Indicator> =
        catalogue.indicators().iter().chain(&part.indicators).collect();
    indicators.sort_by_key(|indicator| catalogue.form_order(&indicator.code));
    let mut seen = BTreeSet::new();
    indicators.retain(|indicator| seen.insert(&indicator.code));
    let day = part.dossier.window.to;
    let of_day = |newest: &'a Indicator| {
        day.and_then(|day| catalogue.indicator_on(&newest.code, day)).unwrap_or(newest)
    };
    indicators.into_iter().map(of_day).collect()
}

fn is_wanted(part: &DossierPart, indicator: &Indicator) -> bool {
    let applies = !part
        .figures
        .iter()
        .any(|figure| figure.indicator == indicator.code && figure.state == State::NotApplicable);
    indicator.core && applies && indicator.is_valid_on(part.dossier.window.to)
}

/// The figures that are printed, and which of them is a part of which.
struct Told<'a> {
    part: &'a DossierPart,
    catalogue: &'a Catalogue,
    changes: &'a Changes,
    /// Indicators by code, with their place in the forms.
    indicators: BTreeMap<&'a str, (usize, &'a Indicator)>,
    /// Figures by their place in the forms and their id.
    figures: BTreeMap<(usize, i32), &'a Figure>,
}

impl<'a> Told<'a> {
    fn gather(part: &'a DossierPart, catalogue: &'a Catalogue, changes: &'a Changes) -> Self {
        let indicators = in_form_order(part, catalogue).into_iter().enumerate();
        let indicators: BTreeMap<&str, (usize, &Indicator)> =
            indicators.map(|(place, it)| (it.code.as_str(), (place, it))).collect();
        // A figure of which not even the noun is known says nothing.
        let is_told = |figure: &&Figure| {
            let named = indicators.contains_key(figure.indicator.as_str());
            (named || figure.wording.noun.is_some())
                && matches!(figure.state, State::Value | State::Estimate | State::Zero)
                && figure.printed_amount().is_some()
        };
        let place = |figure: &Figure| {
            indicators.get(figure.indicator.as_str()).map_or(usize::MAX, |(place, _)| *place)
        };
        let figures = part.figures.iter().filter(is_told);
        let figures = figures.map(|figure| ((place(figure), figure.id), figure)).collect();
        Self { part, catalogue, changes, indicators, figures }
    }

    /// Figures of an indicator that are no part of another; of unknown indicators for `None`.
    fn wholes(&self, indicator: Option<&Indicator>) -> impl Iterator<Item = &'a Figure> {
        let of = move |figure: &&Figure| match indicator {
            Some(indicator) => figure.indicator == indicator.code,
            None => !self.indicators.contains_key(figure.indicator.as_str()),
        };
        let wholes = self.figures.values().copied().filter(of);
        wholes.filter(|figure| self.whole_of(figure).is_none())
    }

    /// The figure of which this one is said to be a part; else that of the indicator of which its
    /// own is one, where the two are told side by side.
    fn parent(&self, figure: &Figure) -> Option<&'a Figure> {
        let mut others = self.figures.values().copied();
        if figure.part_of.is_some() {
            return others.find(|it| Some(it.id) == figure.part_of);
        }
        let indicator = self.indicator(figure)?;
        let whole = self.indicators.get(indicator.parent.as_deref()?).map(|(_, it)| *it)?;
        let beside = |it: &&Figure| {
            it.indicator == whole.code
                && it.state.has_amount()
                && it.scope == figure.scope
                && it.categories == figure.categories
                && it.wording.subject == figure.wording.subject
                && words::same_window(&it.window, &figure.window)
        };
        others.find(beside).filter(|_| whole.group == indicator.group)
    }

    fn indicator(&self, figure: &Figure) -> Option<&'a Indicator> {
        self.indicators.get(figure.indicator.as_str()).map(|(_, indicator)| *indicator)
    }

    /// The figure of which this one is a part, when that one is printed; a part that leads back to
    /// itself stands alone.
    fn whole_of(&self, figure: &Figure) -> Option<&'a Figure> {
        let parent = |figure: &Figure| self.parent(figure);
        let whole = parent(figure)?;
        let mut above = Some(whole);
        let mut seen = BTreeSet::from([figure.id]);
        while let Some(it) = above {
            if !seen.insert(it.id) {
                return None;
            }
            above = parent(it);
        }
        Some(whole)
    }

    /// The words of a figure and of its parts; window and place only where they differ from those
    /// of the whole, or of the dossier.
    fn item(&self, figure: &'a Figure, whole: Option<&Figure>) -> Item {
        let dossier = &self.part.dossier;
        let indicator = self.indicator(figure);
        let around = whole.map_or(&dossier.window, |whole| &whole.window);
        let (place, place_around) = (
            words::place(dossier, &figure.scope),
            whole.map(|whole| words::place(dossier, &whole.scope)).unwrap_or_default(),
        );
        let inside = self.figures.values();
        let inside = inside.filter(|it| self.whole_of(it).is_some_and(|it| it.id == figure.id));
        let inside = inside.map(|it| self.item(it, Some(figure)));
        let (joined, mut parts): (Vec<Item>, Vec<Item>) =
            inside.partition(|it| it.joins() && !it.zero && it.is_here());
        let mut own = item::item(self.part, self.catalogue, figure, indicator);
        // A share of the same thing is counted with the words of its whole.
        if whole.is_some_and(|whole| whole.indicator == figure.indicator) {
            let wording = &figure.wording;
            own.lead = wording.lead.clone().unwrap_or_default();
            own.tail = wording.tail.clone().unwrap_or_default();
        }
        for part in parts.iter_mut().filter(|part| part.lead == own.lead) {
            part.lead.clear();
        }
        let subject = figure.wording.subject.as_ref();
        let around_subject = whole.and_then(|whole| whole.wording.subject.as_ref());
        Item {
            window: match words::same_window(&figure.window, around) {
                true => String::new(),
                false => words::window_words(&figure.window),
            },
            place: match (place == place_around, place.is_empty()) {
                (true, _) => String::new(),
                (false, true) => words::whole_unit(dossier),
                (false, false) => place,
            },
            subject: subject.filter(|_| subject != around_subject).cloned().unwrap_or_default(),
            aside: self.changes.aside(self.part, figure),
            joined,
            parts,
            ..own
        }
    }
}

impl Group {
    /// The sentences.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The first stretch of the dossier's own window.
    fn own_mut(&mut self) -> Option<&mut Stretch> {
        self.stretches.iter_mut().find(|it| it.window.is_empty())
    }

    fn add(&mut self, item: Item) {
        let same = |it: &Stretch| {
            it.window == item.window && it.place == item.place && it.subject == item.subject
        };
        let index = self.stretches.iter().position(same).unwrap_or_else(|| {
            let (window, place) = (item.window.clone(), item.place.clone());
            let subject = item.subject.clone();
            let at = if item.is_here() { 0 } else { self.stretches.len() };
            self.stretches.insert(at, Stretch { window, place, subject, ..Stretch::default() });
            at
        });
        self.stretches[index].add(item);
    }
}

impl Stretch {
    /// Its figures with the verb of each; what did not occur has none.
    pub fn items(&self) -> impl Iterator<Item = (&str, &Item)> {
        let done = self.done.iter();
        let done = done.flat_map(|it| it.items.iter().map(|item| (it.lead.as_str(), item)));
        done.chain(self.there.iter().chain(&self.none).map(|item| ("", item)))
    }

    /// Window, place and person, where they are not the dossier's own: “năm 2021, huyện A”.
    pub fn opening(&self, period: &str) -> String {
        let said = [self.window.as_str(), self.place.as_str(), self.subject.as_str()];
        let said: Vec<&str> =
            said.into_iter().filter(|it| !it.is_empty() && *it != period).collect();
        said.join(", ")
    }

    fn add(&mut self, mut item: Item) {
        if item.zero {
            self.none.push(item);
            return;
        }
        if item.joins() {
            match self.last_mut() {
                Some(before) => return before.joined.push(item),
                None if item.pause => {}
                None => item.lead.clear(),
            }
        }
        self.last_is_there = item.lead.is_empty();
        match self.done.last_mut().filter(|clause| clause.lead == item.lead) {
            _ if item.lead.is_empty() => self.there.push(item),
            Some(clause) => clause.items.push(item),
            None => self.done.push(Clause { lead: item.lead.clone(), items: vec![item] }),
        }
    }

    /// The figure that was added last.
    fn last_mut(&mut self) -> Option<&mut Item> {
        match self.last_is_there {
            true => self.there.last_mut(),
            false => self.done.last_mut().and_then(|clause| clause.items.last_mut()),
        }
    }
}
