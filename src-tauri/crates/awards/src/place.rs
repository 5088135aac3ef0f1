//! The place in a recipient's name or unit, and whether two places are the same unit: as they
//! are written, or as the register of units says after renaming and merging.

use crate::token::{Key, Spelling, Token};
use crate::words::Words;
use chrono::NaiveDate;

/// A place as it is written, to be looked up in a register of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName<'a> {
    /// The place with its noun: “xã Mẫu”.
    pub text: &'a str,
    /// What it lies in, where that is written: “huyện Hàm Yên”.
    pub within: Option<&'a str>,
    /// Key of the unit, where the clerk chose it in the register.
    pub unit_key: Option<&'a str>,
    /// The day on which it was called so.
    pub day: Option<NaiveDate>,
}

/// Where a place stands in the register of units.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Stable key of the unit that bore the name on the day.
    pub unit: String,
    /// Keys of the units that took it over later; empty while it exists.
    pub successors: Vec<String>,
}

/// A register of units that places can be looked up in.
pub trait Places {
    /// The unit of a name; `None` when it is not known or not the only one of that name.
    fn find(&self, place: &PlaceName<'_>) -> Option<Standing>;
}

impl<F: Fn(&PlaceName<'_>) -> Option<Standing>> Places for F {
    fn find(&self, place: &PlaceName<'_>) -> Option<Standing> {
        self(place)
    }
}

/// A register that knows no unit: places are compared as they are written.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRegister;

impl Places for NoRegister {
    fn find(&self, _: &PlaceName<'_>) -> Option<Standing> {
        None
    }
}

/// A place read out of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The noun: “xã”.
    pub noun: Key,
    /// The noun as it is written.
    pub noun_text: String,
    /// The name without its noun.
    pub name: Key,
    /// Names of the places it lies in, nearest first, without their nouns.
    pub within: Vec<Key>,
    /// Where the register has it.
    pub standing: Option<Standing>,
}

/// A text divided into what stands before the place (“Công an”) and the place (“xã Mẫu”).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Located {
    pub whole: Key,
    pub body: Key,
    pub place: Option<Place>,
}

/// How two texts are related by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    Same,
    /// Renamed, given another type, or taken over by the other.
    Succeeded,
    /// The same name with another noun: “xã Mẫu”, “phường Mẫu”.
    Retyped,
    /// One of them is not given.
    Unknown,
    Different,
}

/// Where and when a text was written; it decides which unit a name means.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context<'a> {
    pub within: Option<&'a str>,
    pub unit_key: Option<&'a str>,
    pub day: Option<NaiveDate>,
}

/// Divides a text and looks its place up.
pub(crate) fn locate(
    words: &Words,
    segments: &[Vec<Token>],
    at: Context<'_>,
    places: &dyn Places,
) -> Located {
    let tokens: Vec<Token> = segments.iter().flatten().cloned().collect();
    let whole = Key::of(&tokens);
    let Some(span) = find_span(words, segments, whole.is_plain()) else {
        let place = None;
        return Located { body: whole.clone(), whole, place };
    };
    let (body, place) = read_place(words, segments, &span, at, places, &whole);
    Located { whole, body, place: Some(place) }
}

/// Where a place stands: segment, first token, length of the noun, and the token behind the name.
struct Span {
    segment: usize,
    start: usize,
    noun: usize,
    end: usize,
}

fn find_span(words: &Words, segments: &[Vec<Token>], plain: bool) -> Option<Span> {
    let found = segments.iter().enumerate().find_map(|(index, tokens)| {
        let starts = (0..tokens.len()).find_map(|start| {
            let (noun, level) = words.noun_at(tokens.get(start..)?, plain)?;
            (start + noun < tokens.len()).then_some((start, noun, level))
        });
        starts.map(|(start, noun, level)| (index, start, noun, level))
    });
    let (segment, start, noun, level) = found?;
    let tokens = segments.get(segment)?;
    // “xã Mẫu huyện Hàm Yên”: a noun of a higher level ends the name.
    let end = (start + noun + 1..tokens.len()).find(|end| {
        let next = tokens.get(*end..).and_then(|rest| words.noun_at(rest, plain));
        next.is_some_and(|(_, next)| next > level)
    });
    Some(Span { segment, start, noun, end: end.unwrap_or(tokens.len()) })
}

fn read_place(
    words: &Words,
    segments: &[Vec<Token>],
    span: &Span,
    at: Context<'_>,
    places: &dyn Places,
    whole: &Key,
) -> (Key, Place) {
    let before = segments.iter().take(span.segment).flatten();
    let tokens = segments.get(span.segment).map(Vec::as_slice).unwrap_or_default();
    let part = |from: usize, to: usize| tokens.get(from..to).unwrap_or_default();
    let body: Vec<Token> = before.chain(part(0, span.start)).cloned().collect();
    let behind = segments.iter().skip(span.segment + 1).flatten();
    let rest: Vec<Token> = part(span.end, tokens.len()).iter().chain(behind).cloned().collect();
    let (noun, name) =
        (part(span.start, span.start + span.noun), part(span.start + span.noun, span.end));
    let within_text =
        if rest.is_empty() { at.within.map(str::to_owned) } else { Some(surface(&rest)) };
    let text = surface(part(span.start, span.end));
    let within = within_text.as_deref().map(|text| names(words, text)).unwrap_or_default();
    let (unit_key, day) = (at.unit_key, at.day);
    let standing =
        places.find(&PlaceName { text: &text, within: within_text.as_deref(), unit_key, day });
    let part_key = |tokens| Key::part_of(whole, tokens);
    let (noun_text, noun, name) = (surface(noun), part_key(noun), part_key(name));
    (part_key(&body), Place { noun, noun_text, name, within, standing })
}

/// The names of all places in a text, without their nouns.
fn names(words: &Words, text: &str) -> Vec<Key> {
    let mut names = Vec::new();
    let segments = words.segments(text);
    let plain = Key::of(&segments.concat()).is_plain();
    for tokens in segments {
        let mut rest: Vec<Vec<Token>> = vec![tokens];
        while let Some(span) = find_span(words, &rest, plain) {
            let tokens = rest.first().map(Vec::as_slice).unwrap_or_default();
            names.push(Key::of(tokens.get(span.start + span.noun..span.end).unwrap_or_default()));
            rest = vec![tokens.get(span.end..).unwrap_or_default().to_vec()];
        }
        let left = rest.iter().flatten().cloned().collect::<Vec<_>>();
        names.push(Key::of(&left));
    }
    names.retain(|name| !name.is_empty());
    names
}

fn surface(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.surface.as_str()).collect::<Vec<_>>().join(" ")
}

impl Place {
    /// Keys under which places that may be the same come together.
    pub fn blocks(&self) -> Vec<String> {
        let standing = self.standing.iter();
        let units = standing.flat_map(|it| std::iter::once(&it.unit).chain(&it.successors));
        std::iter::once(self.name.bare.clone()).chain(units.cloned()).collect()
    }

    pub fn relation(&self, other: &Self) -> Relation {
        if let (Some(a), Some(b)) = (&self.standing, &other.standing) {
            return a.relation(b, self, other);
        }
        if !matches!(self.name.spelling(&other.name), Spelling::Same | Spelling::WithoutMarks) {
            return Relation::Different;
        }
        let apart = !self.within.is_empty() && !other.within.is_empty();
        if apart && !self.within.iter().any(|name| is_among(name, &other.within)) {
            return Relation::Different;
        }
        if self.noun.bare == other.noun.bare { Relation::Same } else { Relation::Retyped }
    }
}

impl Standing {
    fn relation(&self, other: &Self, place: &Place, other_place: &Place) -> Relation {
        let same_words = place.noun == other_place.noun && place.name == other_place.name;
        if self.unit == other.unit {
            return if same_words { Relation::Same } else { Relation::Succeeded };
        }
        let took_over =
            self.successors.contains(&other.unit) || other.successors.contains(&self.unit);
        if took_over { Relation::Succeeded } else { Relation::Different }
    }
}

impl Located {
    /// How two units are related. An address inside the other's unit is the same unit.
    pub fn relation(&self, other: &Self) -> Relation {
        if self.whole.is_empty() || other.whole.is_empty() {
            return Relation::Unknown;
        }
        if self.whole.spelling(&other.whole) <= Spelling::WithoutMarks {
            return Relation::Same;
        }
        match (&self.place, &other.place) {
            (Some(a), Some(b)) => a.relation_of_addresses(b),
            (Some(place), None) => self.relation_to_name(place, other),
            (None, Some(place)) => other.relation_to_name(place, self),
            (None, None) => Relation::Different,
        }
    }

    /// How this unit with its place is related to a text that has no noun of a place.
    fn relation_to_name(&self, place: &Place, other: &Self) -> Relation {
        if is_among(&other.whole, std::slice::from_ref(&place.name)) {
            return Relation::Same;
        }
        let same_body = !self.body.is_empty() && self.body.exact == other.whole.exact;
        if same_body { Relation::Unknown } else { Relation::Different }
    }
}

impl Place {
    fn relation_of_addresses(&self, other: &Self) -> Relation {
        let relation = self.relation(other);
        let inside = is_among(&other.name, &self.within) || is_among(&self.name, &other.within);
        let known = self.standing.is_some() && other.standing.is_some();
        if relation == Relation::Different && inside && !known { Relation::Same } else { relation }
    }
}

fn is_among(name: &Key, names: &[Key]) -> bool {
    names.iter().any(|other| name.spelling(other) <= Spelling::WithoutMarks)
}
