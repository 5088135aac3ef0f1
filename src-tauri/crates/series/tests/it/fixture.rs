//! Builders: a register with one rearrangement of communes, cubes of entries, random slots.

use bc138_domain::{
    BatchBuilder, EntryNote, Fixed, Measure, Nature, Qualifier, ShareMethod, Slot, State, UnitAct,
    UnitEvent, UnitShare, Window,
};
use bc138_series::{Cube, MeasureIx, Territory, WindowIx};
use bc138_units::{Registry, RegistryFiles, TWO_TIERS, UnitIx};
use chrono::NaiveDate;
use proptest::prelude::*;

/// What became of an old commune on 01/07/2025; new communes by their number.
#[derive(Debug, Clone)]
pub enum Way {
    Whole(usize),
    /// Divided; with weights when somebody said how.
    Parts(Vec<(usize, i64)>, bool),
}

pub fn old(i: usize) -> String {
    format!("X{i}.63")
}

pub fn new(i: usize) -> String {
    format!("X{i}.34")
}

/// Old communes in turn in two provinces, which one new province takes over.
pub fn registry(ways: &[Way], news: usize) -> Registry {
    let mut units = String::from("key\tlevel\tkind\tcode\tname\tparent\tfirst_day\tlast_day\n");
    let mut succession = String::from("old\tnew\tdate\textent\n");
    for i in 1..=2 {
        units += &format!("T{i}.63\ttỉnh\ttỉnh\t0{i}\tTỉnh {i}\t\t\t2025-06-30\n");
        succession += &format!("T{i}.63\tT1.34\t2025-07-01\twhole\n");
    }
    units += "T1.34\ttỉnh\ttỉnh\t01\tTỉnh mới\t\t2025-07-01\t\n";
    for (i, way) in ways.iter().enumerate() {
        let (key, parent) = (old(i), i % 2 + 1);
        units += &format!("{key}\txã\txã\t1{i:03}\tCũ {i}\tT{parent}.63\t\t2025-06-30\n");
        let (parts, extent) = match way {
            Way::Whole(to) => (vec![*to], "whole"),
            Way::Parts(parts, _) => (parts.iter().map(|(to, _)| *to).collect(), "part"),
        };
        for to in parts {
            succession += &format!("{key}\t{}\t2025-07-01\t{extent}\n", new(to));
        }
    }
    for i in 0..news {
        units += &format!("{}\txã\txã\t2{i:03}\tMới {i}\tT1.34\t2025-07-01\t\n", new(i));
    }
    let files = RegistryFiles { units: &units, succession: &succession };
    let shares = (1..).zip(ways.iter().enumerate()).filter_map(|(id, (i, way))| match way {
        Way::Parts(parts, true) => Some(share(id, i, parts)),
        _ => None,
    });
    Registry::read(&files).unwrap().with_events(&shares.collect::<Vec<_>>()).unwrap()
}

fn share(id: i32, unit: usize, parts: &[(usize, i64)]) -> UnitEvent {
    let part = |(to, weight): &(usize, i64)| UnitShare { unit: new(*to), weight: int(*weight) };
    let act = UnitAct::Share {
        unit: old(unit),
        method: ShareMethod::ResidentialCount,
        parts: parts.iter().map(part).collect(),
    };
    UnitEvent { id, date: TWO_TIERS, basis: None, act }
}

/// Old communes 0 and 1 make new 0; old 2 alone makes new 1; old 3 is divided between new 2 and
/// new 3 by 3 : 1; old 4 joins new 3; old 5 is divided between new 4 and new 5, nobody said how.
pub fn small() -> Registry {
    let ways = [
        Way::Whole(0),
        Way::Whole(0),
        Way::Whole(1),
        Way::Parts(vec![(2, 3), (3, 1)], true),
        Way::Whole(3),
        Way::Parts(vec![(4, 1), (5, 1)], false),
    ];
    registry(&ways, 6)
}

/// Registers with 1 to 10 old communes and 5 new ones.
pub fn registers() -> impl Strategy<Value = (Registry, usize)> {
    let parts = prop::collection::btree_map(0_usize..5, 1_i64..10, 2..4);
    let divided = (parts, any::<bool>())
        .prop_map(|(parts, said)| Way::Parts(parts.into_iter().collect(), said));
    let way = prop_oneof![3 => (0_usize..5).prop_map(Way::Whole), 2 => divided];
    prop::collection::vec(way, 1..=10).prop_map(|ways| (registry(&ways, 5), ways.len()))
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn int(n: i64) -> Fixed {
    Fixed::from_int(n).unwrap()
}

pub fn number(n: i64) -> Slot {
    Slot::number(int(n))
}

pub fn ratio(x: i64, y: i64) -> Slot {
    Slot::ratio(int(x), int(y))
}

pub fn empty(state: State) -> Slot {
    Slot::new(state, None, None)
}

pub fn measure(indicator: &str, nature: Nature) -> Measure {
    Measure { indicator: indicator.to_owned(), nature, categories: Default::default() }
}

pub fn find(registry: &Registry, key: &str) -> UnitIx {
    registry.find(key).unwrap()
}

/// Old communes by their numbers.
pub fn olds(registry: &Registry, numbers: impl IntoIterator<Item = usize>) -> Territory {
    numbers.into_iter().map(|i| find(registry, &old(i))).collect()
}

/// New communes by their numbers.
pub fn news(registry: &Registry, numbers: impl IntoIterator<Item = usize>) -> Territory {
    numbers.into_iter().map(|i| find(registry, &new(i))).collect()
}

/// A batch for a cube, entry by entry.
#[derive(Default)]
pub struct Entries(BatchBuilder);

impl Entries {
    pub fn put(mut self, key: &str, measure: &Measure, window: &Window, slot: Slot) -> Self {
        let (unit, measure) = (self.0.unit(key), self.0.measure(measure));
        let window = self.0.window(window);
        self.0.put(unit, measure, window, Some(slot));
        self
    }

    pub fn qualified(mut self, qualifier: Qualifier) -> Self {
        self.0.note(EntryNote { qualifier: Some(qualifier), ..EntryNote::default() });
        self
    }

    pub fn words(mut self, words: &str) -> Self {
        self.0.note(EntryNote { words: Some(words.to_owned()), ..EntryNote::default() });
        self
    }

    pub fn cube(self, registry: &Registry) -> Cube {
        Cube::build(registry, self.0.build()).unwrap()
    }
}

/// A cube of one measure in one window.
pub fn column(
    registry: &Registry,
    measure: &Measure,
    window: &Window,
    slots: impl IntoIterator<Item = (String, Slot)>,
) -> (Cube, MeasureIx, WindowIx) {
    let entries = slots
        .into_iter()
        .fold(Entries::default(), |entries, (key, slot)| entries.put(&key, measure, window, slot));
    let cube = entries.cube(registry);
    let places = (cube.find_measure(measure), cube.find_window(window));
    (cube, places.0.unwrap_or(MeasureIx(0)), places.1.unwrap_or(WindowIx(0)))
}

/// Every state; amounts whole or with thousandths, with y or without.
pub fn slots() -> impl Strategy<Value = Slot> {
    let amount = (0_i64..2_000_000, prop::option::of(0_i64..2_000_000), any::<bool>());
    let amount = amount.prop_map(|(x, rest, whole)| {
        let fixed = |n: i64| if whole { int(n) } else { Fixed::from_thousandths(n) };
        (fixed(x), rest.map(|rest| fixed(x + rest)))
    });
    prop_oneof![
        6 => amount.clone().prop_map(|(x, y)| Slot::new(State::Value, Some(x), y)),
        2 => amount.prop_map(|(x, y)| Slot::new(State::Estimate, Some(x), y)),
        1 => Just(empty(State::Value)),
        1 => Just(empty(State::Zero)),
        1 => Just(empty(State::NotReported)),
        1 => Just(empty(State::NotApplicable)),
    ]
}
