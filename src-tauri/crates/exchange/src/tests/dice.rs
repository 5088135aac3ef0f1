//! Random contents of a store, rolled from the tables of shapes: whatever a table names is tried,
//! so that a new key of a table is tested without a new line here.

use super::CATALOGUE;
use crate::problem::Subject;
use crate::shape::{Field, Form, Place, SECTIONS, Section, Shape};
use crate::{Everything, Photo};
use bc138_domain::{
    BatchBuilder, EntryBatch, EntryNote, Fixed, Kind, Measure, Qualifier, Record, Slot, State,
    Window,
};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

/// Contents of a store, in their one order.
pub(super) fn everything() -> impl Strategy<Value = Everything> {
    proptest::collection::vec(any::<u32>(), 0..600)
        .prop_map(|rolls| Dice { rolls, at: 0 }.everything().ordered())
}

/// A long row of random numbers; behind its end every roll is 0.
struct Dice {
    rolls: Vec<u32>,
    at: usize,
}

/// What has been rolled of the dossier at hand.
#[derive(Default)]
struct Parts {
    dossier: i32,
    ids: Vec<(Kind, i32)>,
}

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        let roll = self.rolls.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        roll as usize % sides
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }

    fn everything(mut self) -> Everything {
        let photos = self.photos();
        let mut records = Vec::new();
        for section in SECTIONS.iter().filter(|section| !section.is_nested()) {
            for id in 0..self.roll(3) as i32 {
                let id = 3 * id + 1;
                records.push(self.record(section, id, &mut Parts::default(), &photos));
                if section.kind == Kind::Dossier {
                    self.dossier(id, &photos, &mut records);
                }
            }
        }
        Everything { records, entries: self.entries(), photos }
    }

    fn dossier(&mut self, dossier: i32, photos: &[Photo], records: &mut Vec<Record>) {
        let mut parts = Parts { dossier, ids: Vec::new() };
        for section in SECTIONS.iter().filter(|section| section.is_nested()) {
            for index in 0..self.roll(4) as i32 {
                let needs_person = section.kind == Kind::Speech;
                if needs_person && !parts.ids.iter().any(|(kind, _)| *kind == Kind::Participant) {
                    continue;
                }
                let id = 100 * dossier + 2 * index + 1;
                records.push(self.record(section, id, &mut parts, photos));
                parts.ids.push((section.kind, id));
            }
        }
    }

    /// A record of a section; what the domain cannot do without is always there.
    fn record(
        &mut self,
        section: &Section,
        id: i32,
        parts: &mut Parts,
        photos: &[Photo],
    ) -> Record {
        let mut map = self.object(&section.form, parts, photos);
        map.insert("record".to_owned(), json!(section.word));
        map.insert("id".to_owned(), json!(id));
        if section.is_nested() {
            map.insert("dossier".to_owned(), json!(parts.dossier));
        }
        if section.place == Place::Ordered {
            map.insert("position".to_owned(), json!(self.roll(9)));
        }
        for key in section.unique {
            if let Some(Json::String(text)) = map.get_mut(*key) {
                *text = if key.starts_with("valid") {
                    "2020-01-01".into()
                } else {
                    format!("{text}{id}")
                };
            }
        }
        self.mend(section.kind, &mut map);
        loop {
            let error = match serde_json::from_value(Json::Object(map.clone())) {
                Ok(record) => return record,
                Err(error) => error.to_string(),
            };
            let key = error.split('`').nth(1).unwrap_or_default();
            let field = section.form.fields.iter().find(|field| field.key == key);
            let field = field.unwrap_or_else(|| panic!("{error}: {map:?}"));
            map.insert(key.to_owned(), self.value(&field.shape, parts, photos));
        }
    }

    /// What two keys must agree on.
    fn mend(&mut self, kind: Kind, map: &mut Map<String, Json>) {
        let id = map["id"].clone();
        match kind {
            Kind::Figure => {
                let state = map.get("state").cloned().unwrap_or(json!("value"));
                if state == json!("value") || state == json!("estimate") {
                    let amount = self.amount();
                    map.entry("amount").or_insert(amount);
                } else {
                    map.remove("amount");
                }
                let code = self.pick(CATALOGUE.indicators()).code;
                map.insert("indicator".to_owned(), json!(code));
                if map.get("part_of") == Some(&id) {
                    map.remove("part_of");
                }
            }
            Kind::Award if map.get("subset_of") == Some(&id) => drop(map.remove("subset_of")),
            Kind::Indicator => {
                map.insert("code".to_owned(), json!(format!("own_{id}")));
                forwards(map);
            }
            Kind::Setting | Kind::Category => forwards(map),
            Kind::YearMark => drop(map.entry("reason").or_insert(json!("Mẫu"))),
            _ => {}
        }
    }

    fn object(&mut self, form: &Form, parts: &Parts, photos: &[Photo]) -> Map<String, Json> {
        let mut map = Map::new();
        let word = form.tagged.map(|tagged| (tagged.tag, self.pick(tagged.words).0));
        if let Some((tag, word)) = word {
            map.insert(tag.to_owned(), json!(word));
        }
        let fields: Vec<&Field> = form.fields_of(word.map(|(_, word)| word)).collect();
        for field in fields {
            let refers = matches!(field.shape, Shape::Part(_) | Shape::Photo);
            if (field.required || self.roll(3) > 0)
                && !(refers && self.is_nothing(field, parts, photos))
            {
                map.insert(field.key.to_owned(), self.value(&field.shape, parts, photos));
            }
        }
        map
    }

    fn is_nothing(&self, field: &Field, parts: &Parts, photos: &[Photo]) -> bool {
        match field.shape {
            Shape::Part(subject) => !parts.ids.iter().any(|(kind, _)| *kind == kind_of(subject)),
            _ => photos.is_empty(),
        }
    }

    fn value(&mut self, shape: &Shape, parts: &Parts, photos: &[Photo]) -> Json {
        match shape {
            Shape::Line | Shape::Paragraph | Shape::Clause | Shape::Finding => json!(self.text()),
            Shape::Filled(inner) => match self.value(inner, parts, photos) {
                Json::String(text) if text.trim().is_empty() => json!("Mẫu"),
                value => value,
            },
            Shape::Verbatim => json!(self.pick(&["  1,686\n", "\u{1}e\u{302}", "B¸o c¸o", ""])),
            Shape::Flag => json!(self.roll(2) == 1),
            Shape::Whole { min, max } => {
                json!(self.pick(&[*min, *max, min + self.at as i64 % (max - min)]))
            }
            Shape::Decimal => json!(self.fixed().thousandths()),
            Shape::Day => json!(self.day()),
            Shape::Window => serde_json::to_value(self.window()).unwrap(),
            Shape::Word(words) => json!(self.pick(words).0),
            Shape::List(item) | Shape::Several(item) => {
                (0..self.roll(3)).map(|_| self.value(item, parts, photos)).collect()
            }
            Shape::Lines => (0..self.roll(3)).map(|_| json!(self.text())).collect(),
            Shape::Object(form) => Json::Object(self.object(form, parts, photos)),
            Shape::Amount | Shape::Goal => self.amount(),
            Shape::Count => json!(self.roll(50)),
            Shape::Scope => Json::Object(self.object(&crate::shape::SCOPE, parts, photos)),
            Shape::Categories => json!({ self.text(): [self.text()], "kind": ["xã", "phường"] }),
            Shape::Part(subject) => {
                let same = parts.ids.iter().filter(|(kind, _)| *kind == kind_of(*subject));
                let ids: Vec<i32> = same.map(|(_, id)| *id).collect();
                json!(self.pick(&ids))
            }
            Shape::Indicator => json!(self.pick(CATALOGUE.indicators()).code),
            Shape::AwardForm => json!(self.pick(CATALOGUE.forms()).code),
            Shape::FieldGroup => json!(self.pick(CATALOGUE.groups()).code),
            Shape::Unit(_) => json!(format!("U{}", self.roll(9))),
            Shape::Photo => json!(self.pick(photos).0),
        }
    }

    fn amount(&mut self) -> Json {
        Json::Object(self.object(&crate::shape::AMOUNT, &Parts::default(), &[]))
    }

    /// Texts that would give a careless writer or reader away; some look like other things.
    fn text(&mut self) -> String {
        let words = [
            "Nguyễn Văn Mẫu",
            "“trích”",
            "a\"b\\c/d",
            "2023-02-09",
            "1.686",
            "đặc khu",
            "null",
            "ố",
            "không phát sinh",
            "K.004/award/5",
            "€ ± 25 °C",
            "{}",
            "own_1",
            "chủ trì",
            "😀",
        ];
        let (first, second) = (self.pick(&words), self.pick(&words));
        if self.roll(2) == 0 { first.to_owned() } else { format!("{first} {second}") }
    }

    fn fixed(&mut self) -> Fixed {
        let some = [0, 1, 125, 1_000, 13_850, 1_686_000, 1_686, i64::MAX];
        let any = i64::from(self.rolls.get(self.at).copied().unwrap_or(7));
        Fixed::from_thousandths(if self.roll(2) == 0 { self.pick(&some) } else { any })
    }

    fn day(&mut self) -> String {
        format!("{}-{:02}-{:02}", 1945 + self.roll(250), 1 + self.roll(12), 1 + self.roll(28))
    }

    fn window(&mut self) -> Window {
        let mut days = [self.day(), self.day()].map(|day| day.parse().ok());
        days.sort();
        let [from, to] = days.map(|day| day.filter(|_| self.roll(4) > 0));
        Window { from, to, label: (self.roll(2) == 1).then(|| self.text()) }
    }

    fn photos(&mut self) -> Vec<Photo> {
        let photo = |bytes: Vec<u8>| {
            let hash = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            (hash, bytes)
        };
        (0..self.roll(3)).map(|length| photo(vec![self.roll(256) as u8; length])).collect()
    }

    /// Entries; the same place may be rolled twice.
    fn entries(&mut self) -> EntryBatch {
        let mut batch = BatchBuilder::default();
        for _ in 0..self.roll(20) {
            let unit = batch.unit(&format!("U{}", self.roll(4)));
            let measure = batch.measure(&self.measure());
            let windows = [Window::reporting_year(2024), Window::default(), Window::named("5 năm")];
            let window = batch.window(&self.pick(&windows));
            let slot = self.slot();
            batch.put(unit, measure, window, slot);
            if self.roll(3) == 0 {
                batch.note(self.note());
            }
        }
        batch.build()
    }

    fn measure(&mut self) -> Measure {
        let indicator = CATALOGUE.indicators()[self.roll(3)].code.clone();
        let nature = self.pick(&[bc138_domain::Nature::Stock, bc138_domain::Nature::New]);
        let mut categories = bc138_domain::Categories::new();
        if self.roll(2) == 1 {
            categories.insert("kind".to_owned(), [self.text()].into());
        }
        Measure { indicator, nature, categories }
    }

    fn slot(&mut self) -> Option<Slot> {
        let state = self.pick(&[State::Value, State::Estimate, State::Zero, State::NotReported]);
        let part = |dice: &mut Self| {
            let stated = state.has_amount() && dice.roll(3) > 0;
            stated.then(|| dice.fixed())
        };
        let (value, total) = (part(self), part(self));
        (self.roll(9) > 0).then(|| Slot::new(state, value, total))
    }

    fn note(&mut self) -> EntryNote {
        let text = |dice: &mut Self| (dice.roll(3) == 0).then(|| dice.text());
        EntryNote {
            words: text(self),
            printed: text(self),
            document: text(self),
            qualifier: (self.roll(2) == 0).then_some(Qualifier::Nearly),
            ..EntryNote::default()
        }
    }
}

const fn kind_of(subject: Subject) -> Kind {
    match subject {
        Subject::Speech => Kind::Speech,
        Subject::Figure => Kind::Figure,
        Subject::Award => Kind::Award,
        _ => Kind::Participant,
    }
}

/// The days of a dated record run forwards.
fn forwards(map: &mut Map<String, Json>) {
    let (from, to) = (map.get("valid_from").cloned(), map.get("valid_to").cloned());
    if let (Some(Json::String(from)), Some(Json::String(to))) = (from, to)
        && to < from
    {
        map.insert("valid_from".to_owned(), json!(to));
        map.insert("valid_to".to_owned(), json!(from));
    }
}
