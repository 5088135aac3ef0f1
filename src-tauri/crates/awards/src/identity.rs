//! Who a line of an award speaks of: name, unit, post and year of birth, ready to be compared.

use crate::place::{Context, Located, Places, Relation, locate};
use crate::tables::Tables;
use crate::token::{Key, Spelling};
use crate::tsv::recipient_word;
use crate::words::Words;
use bc138_domain::{Award, AwardLine, Recipient};
use chrono::NaiveDate;

/// A line of an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineRef {
    /// Id of the award.
    pub award: i32,
    /// Place of the line in it.
    pub line: usize,
}

/// What speaks for or against two lines being about the same recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The same name.
    SameName,
    /// The same name, once without diacritics.
    NameWithoutDiacritics,
    /// Only diacritics differ; it may be a slip because everything else agrees.
    NameDiffersInDiacritics,
    /// The same unit.
    SameUnit,
    /// The unit was renamed, given another type, or taken over by the other.
    UnitSucceeded,
    /// The place has the same name and another type: xã, phường.
    UnitRetyped,
    /// A unit is not given.
    UnitUnknown,
    /// The units differ; people move.
    UnitDiffers,
    /// The same post.
    SamePost,
    /// The same year of birth.
    SameBirthYear,
}

/// How sure it is that two lines are about the same recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// From 1 (hardly) to 100 (beyond doubt).
    pub score: u8,
    /// The reasons, in a fixed order.
    pub why: Vec<Why>,
}

/// The score from which on two lines are taken for the same recipient.
pub const CERTAIN: u8 = 85;

/// A recipient ready to be compared.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    pub at: LineRef,
    kind: Recipient,
    /// A person's or household's name; a collective's name without its place.
    name: Key,
    /// A collective's name with its place.
    located: Option<Located>,
    /// A person's unit; what a collective belongs to.
    unit: Located,
    post: Key,
    birth_year: Option<i32>,
}

impl Identity {
    pub fn of(
        award: &Award,
        line: usize,
        it: &AwardLine,
        day: Option<NaiveDate>,
        tables: &Tables,
        places: &dyn Places,
    ) -> Self {
        let words = tables.words();
        let within = it.unit.as_deref().or(award.locality.as_deref());
        let unit_key = it.unit_key.as_deref();
        let located = (it.kind == Recipient::Collective)
            .then(|| collective(words, &it.name, Context { within, unit_key, day }, places));
        let name = match &located {
            Some(located) => located.body.clone(),
            None => Key::of(words.strip(it.kind, &Words::person(&it.name))),
        };
        // A collective's key is the place in its name; a person's is the unit.
        let unit_key = unit_key.filter(|_| located.is_none());
        let segments = words.segments(it.unit.as_deref().unwrap_or_default());
        let context = Context { within: award.locality.as_deref(), unit_key, day };
        Self {
            at: LineRef { award: award.id, line },
            kind: it.kind,
            name,
            located,
            unit: locate(words, &segments, context, places),
            post: words.key(it.post.as_deref().unwrap_or_default()),
            birth_year: it.birth_year,
        }
    }

    /// Keys under which recipients that may be the same come together.
    pub fn blocks(&self) -> Vec<String> {
        let Some(located) = &self.located else {
            return vec![format!("{} {}", recipient_word(self.kind), self.name.bare)];
        };
        let places = located.place.as_ref().map_or_else(|| vec![String::new()], |it| it.blocks());
        places.into_iter().map(|place| format!("{} @ {place}", located.body.bare)).collect()
    }

    /// How likely both are the same recipient; `None` when nothing speaks for it or their years
    /// of birth differ.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.kind != other.kind || self.name.is_empty() && self.located.is_none() {
            return None;
        }
        match (&self.located, &other.located) {
            (Some(a), Some(b)) => self.likeness_of_collectives(other, a, b),
            _ => self.likeness_of_people(other),
        }
    }

    fn likeness_of_collectives(&self, other: &Self, a: &Located, b: &Located) -> Option<Likeness> {
        let (relation, spelling) = match (&a.place, &b.place) {
            (Some(x), Some(y)) => {
                let names = x.name.spelling(&y.name);
                let relation = x.relation(y);
                let written = if relation == Relation::Succeeded { Spelling::Same } else { names };
                (relation, a.body.spelling(&b.body).max(written))
            }
            (None, None) => (self.unit.relation(&other.unit), a.whole.spelling(&b.whole)),
            _ => return None,
        };
        let (why, name) = match spelling {
            Spelling::Same => (Why::SameName, 95),
            Spelling::WithoutMarks => (Why::NameWithoutDiacritics, 85),
            Spelling::OtherMarks | Spelling::Different => return None,
        };
        let (unit, less) = match relation {
            Relation::Same => (Why::SameUnit, 0),
            Relation::Succeeded => (Why::UnitSucceeded, 10),
            Relation::Retyped => (Why::UnitRetyped, 40),
            Relation::Unknown => (Why::UnitUnknown, 25),
            Relation::Different => return None,
        };
        Some(Likeness { score: name - less, why: vec![why, unit] })
    }

    fn likeness_of_people(&self, other: &Self) -> Option<Likeness> {
        let born = self.birth_year.zip(other.birth_year).map(|(a, b)| a == b);
        if born == Some(false) {
            return None;
        }
        let same_post = !self.post.is_empty() && self.post.exact == other.post.exact;
        let relation = self.unit.relation(&other.unit);
        let (name, less) = match self.name.spelling(&other.name) {
            Spelling::Same => (Why::SameName, 0),
            Spelling::WithoutMarks => (Why::NameWithoutDiacritics, 10),
            Spelling::OtherMarks => {
                let agrees = relation == Relation::Same && (same_post || born == Some(true));
                return agrees.then(|| Self::slip(same_post, born == Some(true)));
            }
            Spelling::Different => return None,
        };
        let (unit, score) = person_score(relation, born == Some(true))?;
        let mut why = vec![name, unit];
        why.extend(same_post.then_some(Why::SamePost));
        why.extend(born.map(|_| Why::SameBirthYear));
        Some(Likeness { score: score - less, why })
    }

    /// The names differ in diacritics while unit and post, or year of birth, agree.
    fn slip(same_post: bool, born: bool) -> Likeness {
        let mut why = vec![Why::NameDiffersInDiacritics, Why::SameUnit];
        why.extend(same_post.then_some(Why::SamePost));
        why.extend(born.then_some(Why::SameBirthYear));
        Likeness { score: if same_post && born { 60 } else { 50 }, why }
    }
}

/// Vietnamese names repeat so often that a name alone, in two units, says nothing.
const fn person_score(relation: Relation, born: bool) -> Option<(Why, u8)> {
    Some(match (relation, born) {
        (Relation::Same, true) => (Why::SameUnit, 100),
        (Relation::Same, false) => (Why::SameUnit, 95),
        (Relation::Succeeded, true) => (Why::UnitSucceeded, 95),
        (Relation::Succeeded, false) => (Why::UnitSucceeded, 85),
        (Relation::Retyped, true) => (Why::UnitRetyped, 85),
        (Relation::Retyped, false) => (Why::UnitRetyped, 55),
        (Relation::Unknown, true) => (Why::UnitUnknown, 80),
        (Relation::Unknown, false) => (Why::UnitUnknown, 60),
        (Relation::Different, true) => (Why::UnitDiffers, 75),
        (Relation::Different, false) => return None,
    })
}

/// A collective's name divided into body and place, without “nhân dân và cán bộ” before it.
pub(crate) fn collective(
    words: &Words,
    name: &str,
    at: Context<'_>,
    places: &dyn Places,
) -> Located {
    let mut segments = words.segments(name);
    let tokens: Vec<_> = segments.concat();
    let stripped = words.strip(Recipient::Collective, &tokens);
    let mut drop = tokens.len() - stripped.len();
    for segment in &mut segments {
        let cut = drop.min(segment.len());
        segment.drain(..cut);
        drop -= cut;
    }
    segments.retain(|segment| !segment.is_empty());
    locate(words, &segments, at, places)
}
