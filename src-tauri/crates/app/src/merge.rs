//! Laying a file's content over a store's: what is already there is left alone, what is new gets
//! ids of its own, and every reference follows.

use crate::exchange::same_event;
use crate::field::List;
use bc138_domain::{DossierPart, EntryBatch, Indicator, Kind, Record, with_keys};
use bc138_exchange::{Everything, Photo};
use bc138_store::Content;
use std::collections::{BTreeMap, BTreeSet};

/// What is to be written.
#[derive(Debug, Default)]
pub(crate) struct Merge {
    /// Records with their final ids.
    pub put: Vec<Record>,
    /// Entries.
    pub entries: EntryBatch,
    /// Photos.
    pub photos: Vec<Photo>,
    /// Dossiers that the store had already, with the same content.
    pub known_dossiers: usize,
    /// Dossiers of a place and window that the store has another dossier of.
    pub doubled_dossiers: usize,
    /// The ids that records had in the file, by those they get.
    origins: BTreeMap<(Kind, i32), i32>,
}

impl Merge {
    /// The difference between a store and what a file brings.
    pub fn new(store: &Content, file: Everything) -> Self {
        let empty = store.records.is_empty() && store.entries.cells.is_empty();
        let (entries, photos) = (file.entries, file.photos);
        if empty {
            return Self { put: file.records, entries, photos, ..Self::default() };
        }
        let mut laying = Laying::over(&store.records);
        laying.plan_codes(&store.records, &file.records);
        let skipped = laying.known_dossiers(&store.records, &file.records);
        for record in file.records {
            let dossier = dossier_of(&record);
            if dossier.is_none_or(|id| !skipped.contains(&id)) {
                laying.take(record, &store.records);
            }
        }
        let mut entries = entries;
        for measure in &mut entries.measures {
            laying.rename_code(&mut measure.indicator);
        }
        let known_dossiers = skipped.len();
        let doubled_dossiers = laying.doubled;
        let origins = laying.ids.iter().map(|((kind, old), new)| ((*kind, *new), *old)).collect();
        Self { put: laying.put, entries, photos, known_dossiers, doubled_dossiers, origins }
    }

    /// The dossiers that are to be written, with everything that belongs to them.
    pub fn dossiers(&self) -> Vec<DossierPart> {
        let mut parts: BTreeMap<i32, DossierPart> = BTreeMap::new();
        for record in &self.put {
            if let Record::Dossier(it) = record {
                parts.insert(it.id, DossierPart::of(it.clone()));
            }
        }
        for record in &self.put {
            if let Some(part) = dossier_of(record).and_then(|id| parts.get_mut(&id)) {
                add(part, record);
            }
        }
        parts.into_values().collect()
    }

    /// The id that a record had in the file.
    pub fn origin(&self, kind: Kind, id: i32) -> i32 {
        self.origins.get(&(kind, id)).copied().unwrap_or(id)
    }
}

/// Ids and codes as they become.
struct Laying {
    next: BTreeMap<Kind, i32>,
    ids: BTreeMap<(Kind, i32), i32>,
    codes: BTreeMap<String, String>,
    put: Vec<Record>,
    doubled: usize,
}

impl Laying {
    fn over(store: &[Record]) -> Self {
        let mut next = BTreeMap::new();
        for record in store {
            let id = next.entry(record.kind()).or_insert(1);
            *id = (*id).max(record.id() + 1);
        }
        let (ids, codes) = (BTreeMap::new(), BTreeMap::new());
        Self { next, ids, codes, put: Vec::new(), doubled: 0 }
    }

    /// Own indicators are numbered in each store, so one code may name two things: one of the same
    /// name keeps the store's code, another one gets a new code.
    fn plan_codes(&mut self, store: &[Record], file: &[Record]) {
        let known: BTreeMap<&str, &str> = own(store).map(|it| (&*it.name, &*it.code)).collect();
        let mut taken: BTreeSet<i32> =
            own(store).chain(own(file)).filter_map(|it| Indicator::own_number(&it.code)).collect();
        for indicator in own(file) {
            let same = known.get(indicator.name.as_str());
            let clash = same.is_none() && known.values().any(|code| *code == indicator.code);
            let code = match same {
                Some(code) => (*code).to_owned(),
                None if clash => {
                    let number = taken.last().map_or(1, |last| last + 1);
                    taken.insert(number);
                    Indicator::own(number, "", "").code
                }
                None => continue,
            };
            self.codes.insert(indicator.code.clone(), code);
        }
    }

    /// Dossiers of the file whose whole content the store has already.
    fn known_dossiers(&mut self, store: &[Record], file: &[Record]) -> BTreeSet<i32> {
        let here = contents(store);
        let theirs = contents(file);
        let known = theirs.iter().filter(|(_, content)| here.values().any(|it| it == *content));
        known.map(|(id, _)| *id).collect()
    }

    fn take(&mut self, mut record: Record, store: &[Record]) {
        let (kind, old) = (record.kind(), record.id());
        self.rename_own(&mut record);
        if let Some(known) = store.iter().find(|known| is_same_thing(known, &record)) {
            self.ids.insert((kind, old), known.id());
            record.set_id(known.id());
            if *known != record {
                self.put.push(record);
            }
            return;
        }
        if let Record::Dossier(new) = &record {
            let double = |it: &Record| {
                matches!(it, Record::Dossier(known)
                if known.province == new.province && known.window == new.window)
            };
            self.doubled += usize::from(store.iter().any(double));
        }
        let next = self.next.entry(kind).or_insert(1);
        self.ids.insert((kind, old), *next);
        record.set_id(*next);
        *next += 1;
        self.follow(&mut record);
        self.put.push(record);
    }

    /// An own indicator whose code the store uses for something else gets the next free code, and
    /// its parts follow.
    fn rename_own(&mut self, record: &mut Record) {
        if let Record::Indicator(indicator) = record {
            self.rename_code(&mut indicator.code);
            indicator.parent.iter_mut().for_each(|parent| self.rename_code(parent));
        }
    }

    fn rename_code(&self, code: &mut String) {
        if let Some(new) = self.codes.get(code) {
            code.clone_from(new);
        }
    }

    /// References to other records of the file.
    fn follow(&self, record: &mut Record) {
        match record {
            Record::Agenda(it) => self.point(Kind::Dossier, &mut it.dossier),
            Record::Basis(it) => self.point(Kind::Dossier, &mut it.dossier),
            Record::Participant(it) => self.point(Kind::Dossier, &mut it.dossier),
            Record::Speech(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                self.point(Kind::Participant, &mut it.speaker);
            }
            Record::Passage(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                self.point_opt(Kind::Speech, it.speech.as_mut());
            }
            Record::Figure(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                self.point_opt(Kind::Figure, it.part_of.as_mut());
                self.rename_code(&mut it.indicator);
            }
            Record::Award(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                self.point_opt(Kind::Award, it.subset_of.as_mut());
            }
            Record::Target(it) => self.point(Kind::Dossier, &mut it.dossier),
            Record::Caption(it) => self.point(Kind::Dossier, &mut it.dossier),
            Record::Draft(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                it.field = self.key(&it.field);
            }
            Record::Reason(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                it.finding = self.key(&it.finding);
            }
            Record::EditedParagraph(it) => {
                self.point(Kind::Dossier, &mut it.dossier);
                it.base = with_keys(&it.base, |key| self.key(key));
                it.text = with_keys(&it.text, |key| self.key(key));
            }
            _ => {}
        }
    }

    fn point(&self, kind: Kind, id: &mut i32) {
        *id = self.ids.get(&(kind, *id)).copied().unwrap_or(*id);
    }

    fn point_opt(&self, kind: Kind, id: Option<&mut i32>) {
        if let Some(id) = id {
            self.point(kind, id);
        }
    }

    /// A field's or finding's key with the ids of its rows: “K.003/award/12”, “task/7/text”.
    fn key(&self, key: &str) -> String {
        let mut words: Vec<String> = key.split('/').map(str::to_owned).collect();
        for at in 1..words.len() {
            let list = List::ALL.into_iter().find(|list| list.word() == words[at - 1]);
            if let (Some(list), Ok(id)) = (list, words[at].parse::<i32>())
                && let Some(new) = self.ids.get(&(list.kind(), id))
            {
                words[at] = new.to_string();
            }
        }
        words.join("/")
    }
}

/// The indicators that a user numbered.
fn own(records: &[Record]) -> impl Iterator<Item = &Indicator> {
    records.iter().filter_map(|record| match record {
        Record::Indicator(it) if Indicator::own_number(&it.code).is_some() => Some(it),
        _ => None,
    })
}

/// The dossier a record belongs to, or is.
/// Puts a record of a dossier in its list.
fn add(part: &mut DossierPart, record: &Record) {
    match record.clone() {
        Record::Agenda(it) => part.agenda.push(it),
        Record::Basis(it) => part.bases.push(it),
        Record::Participant(it) => part.participants.push(it),
        Record::Speech(it) => part.speeches.push(it),
        Record::Passage(it) => part.passages.push(it),
        Record::Figure(it) => part.figures.push(it),
        Record::Award(it) => part.awards.push(it),
        Record::Target(it) => part.targets.push(it),
        Record::Caption(it) => part.captions.push(it),
        Record::Draft(it) => part.drafts.push(it),
        Record::Reason(it) => part.reasons.push(it),
        Record::EditedParagraph(it) => part.edited_paragraphs.push(it),
        _ => {}
    }
}

fn dossier_of(record: &Record) -> Option<i32> {
    Some(match record {
        Record::Dossier(it) => it.id,
        Record::Agenda(it) => it.dossier,
        Record::Basis(it) => it.dossier,
        Record::Participant(it) => it.dossier,
        Record::Speech(it) => it.dossier,
        Record::Passage(it) => it.dossier,
        Record::Figure(it) => it.dossier,
        Record::Award(it) => it.dossier,
        Record::Target(it) => it.dossier,
        Record::Caption(it) => it.dossier,
        Record::Draft(it) => it.dossier,
        Record::Reason(it) => it.dossier,
        Record::EditedParagraph(it) => it.dossier,
        _ => return None,
    })
}

/// The parts of every dossier, comparable whatever the ids are.
fn contents(records: &[Record]) -> BTreeMap<i32, Vec<String>> {
    let mut contents: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    let mut ranks: BTreeMap<(Kind, i32), usize> = BTreeMap::new();
    for record in records {
        let Some(dossier) = dossier_of(record) else { continue };
        let parts = contents.entry(dossier).or_default();
        ranks.insert((record.kind(), record.id()), parts.len());
        parts.push(without_ids(record, &ranks));
    }
    contents
}

/// A record as text, ids replaced by ranks inside its dossier.
fn without_ids(record: &Record, ranks: &BTreeMap<(Kind, i32), usize>) -> String {
    let mut record = record.clone();
    let rank = |kind, id: i32| {
        ranks.get(&(kind, id)).and_then(|rank| i32::try_from(*rank).ok()).unwrap_or(0)
    };
    match &mut record {
        Record::Speech(it) => it.speaker = rank(Kind::Participant, it.speaker),
        Record::Passage(it) => it.speech = it.speech.map(|id| rank(Kind::Speech, id)),
        Record::Figure(it) => it.part_of = it.part_of.map(|id| rank(Kind::Figure, id)),
        Record::Award(it) => it.subset_of = it.subset_of.map(|id| rank(Kind::Award, id)),
        _ => {}
    }
    let mut json = serde_json::to_value(&record).unwrap_or_default();
    if let Some(fields) = json.as_object_mut() {
        for key in ["id", "dossier", "finding", "field"] {
            fields.remove(key);
        }
    }
    json.to_string()
}

/// Whether two records outside dossiers are one thing, by what names it.
fn is_same_thing(known: &Record, new: &Record) -> bool {
    match (known, new) {
        (Record::Setting(a), Record::Setting(b)) => {
            a.key == b.key && a.valid_from == b.valid_from && a.valid_to == b.valid_to
        }
        (Record::Group(a), Record::Group(b)) => a.code == b.code,
        (Record::Dimension(a), Record::Dimension(b)) => a.code == b.code,
        (Record::Category(a), Record::Category(b)) => {
            a.dimension == b.dimension && a.code == b.code && a.valid_from == b.valid_from
        }
        (Record::Indicator(a), Record::Indicator(b)) => {
            a.code == b.code && a.valid_from == b.valid_from
        }
        (Record::UnitEvent(a), Record::UnitEvent(b)) => same_event(a, b),
        (Record::UnitSet(a), Record::UnitSet(b)) => a.name == b.name,
        (Record::Template(a), Record::Template(b)) => a.name == b.name,
        (Record::YearMark(a), Record::YearMark(b)) => {
            a.year == b.year && a.step == b.step && a.digest == b.digest
        }
        _ => false,
    }
}
