//! What taking a pack would do to a catalogue.

use super::dimension::{Category, Dimension};
use super::group::FieldGroup;
use super::indicator::Indicator;
use super::pack::Pack;
use super::version::Dated;
use super::{Catalogue, Section};
use chrono::NaiveDate;

/// How an entry of a pack stands to the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The catalogue has nothing of that code.
    New,
    /// The catalogue has the same.
    Unchanged,
    /// The catalogue has older versions of the code.
    NewVersion,
    /// The catalogue has something else of that code for the same days.
    Conflict,
}

/// What becomes of one entry of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// The table it stands in.
    pub section: Section,
    /// Its code.
    pub code: String,
    /// Its name or heading.
    pub name: String,
    /// First day of a dated entry.
    pub valid_from: Option<NaiveDate>,
    /// How it stands to the catalogue.
    pub standing: Standing,
}

/// What taking a pack would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// One line for every entry of the pack, in its order.
    pub lines: Vec<PlanLine>,
    /// What is to be written: new entries have the id 0; an entry with an id is one of the user's
    /// own that ends where its new version begins. Entries in conflict are not among them.
    pub records: Pack,
}

impl Plan {
    /// Whether every entry can be taken.
    #[must_use]
    pub fn is_free_of_conflicts(&self) -> bool {
        self.lines.iter().all(|line| line.standing != Standing::Conflict)
    }

    fn note(&mut self, section: Section, code: &str, name: &str, standing: Standing) {
        let (code, name) = (code.to_owned(), name.to_owned());
        self.lines.push(PlanLine { section, code, name, valid_from: None, standing });
    }

    /// Notes a dated entry and gives the records to write for it.
    fn note_dated<T: Version>(
        &mut self,
        section: Section,
        entry: &T,
        pack: &[T],
        known: &[&T],
    ) -> Vec<T> {
        let standing = standing_among(entry, pack, known);
        self.note(section, entry.key().0, entry.name(), standing);
        if let Some(line) = self.lines.last_mut() {
            line.valid_from = entry.from();
        }
        match standing {
            Standing::New => vec![entry.clone()],
            Standing::NewVersion => {
                ended(entry, pack, known).into_iter().chain([entry.clone()]).collect()
            }
            Standing::Unchanged | Standing::Conflict => Vec::new(),
        }
    }
}

impl Pack {
    /// What taking the pack would do to a catalogue, which stays as it is.
    #[must_use]
    pub fn against(&self, base: &Catalogue) -> Plan {
        let mut plan = Plan::default();
        for group in &self.groups {
            let known = base.group(&group.code);
            let same = known.map(|it| FieldGroup { id: 0, ..it.clone() } == *group);
            plan.note(Section::Groups, &group.code, &group.title, standing(same));
            plan.records.groups.extend(same.is_none().then(|| group.clone()));
        }
        for dimension in &self.dimensions {
            let known = base.dimension(&dimension.code);
            let same = known.map(|it| Dimension { id: 0, ..it.clone() } == *dimension);
            plan.note(Section::Dimensions, &dimension.code, &dimension.name, standing(same));
            plan.records.dimensions.extend(same.is_none().then(|| dimension.clone()));
        }
        for category in &self.categories {
            let known = base.categories(&category.dimension).iter();
            let known: Vec<&Category> = known.filter(|it| it.code == category.code).collect();
            let put = plan.note_dated(Section::Categories, category, &self.categories, &known);
            plan.records.categories.extend(put);
        }
        for indicator in &self.indicators {
            let known: Vec<&Indicator> = base.versions(&indicator.code).iter().collect();
            let put = plan.note_dated(Section::Indicators, indicator, &self.indicators, &known);
            plan.records.indicators.extend(put);
        }
        plan
    }
}

/// The standing of an entry without dates: whether it is the same as the known one, if there is
/// one.
const fn standing(same: Option<bool>) -> Standing {
    match same {
        None => Standing::New,
        Some(true) => Standing::Unchanged,
        Some(false) => Standing::Conflict,
    }
}

/// A dated entry that can be compared with others of its code.
trait Version: Dated + Clone + PartialEq {
    fn id(&self) -> i32;
    fn name(&self) -> &str;
    /// The same without its id.
    fn anonymous(&self) -> Self;
    /// Whether both may be versions of one code.
    fn goes_with(&self, other: &Self) -> bool;
}

impl Version for Category {
    fn id(&self) -> i32 {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn anonymous(&self) -> Self {
        Self { id: 0, ..self.clone() }
    }

    fn goes_with(&self, _: &Self) -> bool {
        true
    }
}

impl Version for Indicator {
    fn id(&self) -> i32 {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn anonymous(&self) -> Self {
        Self { id: 0, ..self.clone() }
    }

    fn goes_with(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

fn standing_among<T: Version>(entry: &T, pack: &[T], known: &[&T]) -> Standing {
    if known.is_empty() {
        return Standing::New;
    }
    if known.iter().any(|it| is_same(entry, pack, *it)) {
        return Standing::Unchanged;
    }
    let follows = |it: &&T| entry.goes_with(it) && it.from() < entry.from();
    if known.iter().all(follows) { Standing::NewVersion } else { Standing::Conflict }
}

/// Whether a known version is the same. It may also last longer, when the pack has what follows.
fn is_same<T: Version>(entry: &T, pack: &[T], known: &T) -> bool {
    let mut known = known.anonymous();
    if known == *entry {
        return true;
    }
    let Some(end) = entry.to().filter(|end| known.to().is_none_or(|to| *end < to)) else {
        return false;
    };
    known.end(end);
    let next = |it: &T| it.key() == entry.key() && it.from() == end.succ_opt();
    known == *entry && pack.iter().any(next)
}

/// The newest known version with its end before the entry, when it is the user's own, lasts too
/// long and nothing else of the pack ends it earlier.
fn ended<T: Version>(entry: &T, pack: &[T], known: &[&T]) -> Option<T> {
    let last = known.last().filter(|last| last.id() != 0)?;
    let lasts = last.to().is_none_or(|to| Some(to) >= entry.from());
    let earlier =
        |it: &T| it.key() == entry.key() && last.from() < it.from() && it.from() < entry.from();
    if !lasts || pack.iter().any(earlier) {
        return None;
    }
    let mut last = (*last).clone();
    last.end(entry.from()?.pred_opt()?);
    Some(last)
}
