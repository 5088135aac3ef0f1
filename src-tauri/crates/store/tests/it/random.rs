//! Any sequence of actions, undone and redone in any order: each state comes back as it was.

use crate::build::{
    AT, Place, WHO, basis, draft, figure, number, open, participant, passage, place, put, speech,
    with_dossier,
};
use crate::dump::{assert_sound, records};
use bc138_domain::{DossierPart, Kind, Record};
use bc138_store::{Change, Store};
use proptest::prelude::*;
use std::path::Path;

#[derive(Debug, Clone)]
enum Step {
    /// New records of these sorts, as one action.
    Put(Vec<u8>),
    /// The record that stands at a place in the list of all is written again, changed.
    Edit(usize),
    /// It is removed, which is refused while others point to it.
    Remove(usize),
    Undo,
    Redo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::collection::vec(0_u8..6, 1..4).prop_map(Step::Put),
        3 => (0_usize..50).prop_map(Step::Edit),
        3 => (0_usize..50).prop_map(Step::Remove),
        4 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

/// The store, and what it should look like after each action that stands.
struct Run<'a> {
    db: &'a Path,
    store: Store,
    states: Vec<String>,
    now: usize,
    serial: i64,
}

impl Run<'_> {
    fn take(&mut self, step: &Step) {
        match step {
            Step::Put(sorts) => self.act(|run, part| {
                let new = sorts.iter().map(|sort| run.record(*sort, part)).collect();
                Some(Change { put: new, ..Change::new("thêm", Some(1)) })
            }),
            Step::Edit(index) => self.act(|run, part| {
                let record = pick(part, *index)?;
                Some(Change::new("sửa", Some(1)).put(run.changed(record)))
            }),
            Step::Remove(index) => self.act(|_, part| {
                // Everything here hangs on the dossier: it is only edited.
                let record = pick(part, *index).filter(|r| r.kind() != Kind::Dossier)?;
                Some(Change::new("xóa", Some(1)).remove(record.kind(), record.id()))
            }),
            Step::Undo => {
                let done = self.store.undo(AT, WHO).expect("what was done can be undone");
                assert_eq!(done.is_some(), self.now > 0, "undo stops at the first state");
                self.now -= usize::from(done.is_some());
            }
            Step::Redo => {
                let done = self.store.redo(AT, WHO).expect("what was undone can be redone");
                assert_eq!(
                    done.is_some(),
                    self.now + 1 < self.states.len(),
                    "redo stops at the last"
                );
                self.now += usize::from(done.is_some());
            }
            Step::Reopen => self.store = open(self.db),
        }
        assert_eq!(records(self.db), self.states[self.now], "after {step:?}");
    }

    /// One action; a refused one leaves the state as it is.
    fn act(&mut self, change: impl FnOnce(&mut Self, &DossierPart) -> Option<Change>) {
        let part = self.store.dossier(1).expect("read").expect("the dossier stays");
        let Some(change) = change(self, &part) else {
            return;
        };
        if self.store.apply(&change, AT, WHO).is_ok() {
            self.states.truncate(self.now + 1);
            self.states.push(records(self.db));
            self.now += 1;
        }
    }

    fn record(&mut self, sort: u8, part: &DossierPart) -> Record {
        self.serial += 1;
        let speaker = part.participants.last().map(|person| person.id);
        let last_speech = part.speeches.last().map(|speech| speech.id);
        match (sort, speaker) {
            (0, _) => basis().into(),
            (1, _) => figure("at_kdc", number(self.serial)).into(),
            (2, _) => draft(&format!("figure/f{}/amount", self.serial), "1,686").into(),
            (3, Some(speaker)) => speech(speaker).into(),
            (4, _) => passage(last_speech).into(),
            _ => participant(&format!("Người Dự {}", self.serial)).into(),
        }
    }

    fn changed(&mut self, mut record: Record) -> Record {
        self.serial += 1;
        let text = format!("lần {}", self.serial);
        match &mut record {
            Record::Basis(it) => it.name = text,
            Record::Figure(it) => it.amount = Some(number(self.serial)),
            Record::Draft(it) => it.text = text,
            Record::Speech(it) => it.praise = None,
            Record::Passage(it) => it.speech = None,
            Record::Participant(it) => it.offices.push(text),
            Record::Dossier(it) => it.headline = Some(text),
            _ => {}
        }
        record
    }
}

fn pick(part: &DossierPart, index: usize) -> Option<Record> {
    fn all<T: Clone + Into<Record>>(rows: &[T]) -> impl Iterator<Item = Record> {
        rows.iter().cloned().map(Into::into)
    }
    let dossier = std::iter::once(Record::Dossier(part.dossier.clone()));
    let records: Vec<Record> = dossier
        .chain(all(&part.bases))
        .chain(all(&part.figures))
        .chain(all(&part.drafts))
        .chain(all(&part.speeches))
        .chain(all(&part.passages))
        .chain(all(&part.participants))
        .collect();
    // A place past the end stands for no record: nothing is done.
    records.get(index % (records.len() + 3)).cloned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn every_state_comes_back(steps in prop::collection::vec(step(), 1..25)) {
        let Place { folder: _folder, db } = place();
        let mut store = with_dossier(&db);
        put(&mut store, [participant("Người Chủ Trì").into()]);
        let start = records(&db);
        // The two actions of the start stay: the run undoes only its own.
        let mut run = Run { db: &db, store, states: vec![String::new(), String::new(), start], now: 2, serial: 0 };
        run.states[0] = empty();
        run.states[1] = only_dossier();
        for step in &steps {
            if !matches!(step, Step::Undo) || run.now > 2 {
                run.take(step);
            }
        }
        while run.now > 0 {
            run.take(&Step::Undo);
        }
        while run.now + 1 < run.states.len() {
            run.take(&Step::Redo);
        }
        assert_sound(&db, "after the run");
    }
}

fn empty() -> String {
    let Place { folder: _folder, db } = place();
    drop(open(&db));
    records(&db)
}

fn only_dossier() -> String {
    let Place { folder: _folder, db } = place();
    drop(with_dossier(&db));
    records(&db)
}
