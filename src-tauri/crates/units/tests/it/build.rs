//! Registers, days and events for the tests.

use bc138_domain::{Fixed, Level, NewUnit, ShareMethod, UnitAct, UnitEvent, UnitKind, UnitShare};
use bc138_units::{Registry, RegistryFiles, UnitIx};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// The official files as they are shipped.
pub const OFFICIAL: RegistryFiles<'static> = RegistryFiles {
    units: include_str!("../../../../../assets/units/units.tsv"),
    succession: include_str!("../../../../../assets/units/succession.tsv"),
};

/// A country of two provinces that become one on 01/07/2025:
/// A (whole → P), B (whole) and a part of C (→ Q), D (whole) and the rest of C (→ R), E (→ S),
/// and the island district I without communes (→ đặc khu Z).
pub const SMALL: RegistryFiles<'static> = RegistryFiles {
    units: "\
key\tlevel\tkind\tcode\tname\tparent\tfirst_day\tlast_day
T1\ttỉnh\ttỉnh\t01\tAn Bình\t\t\t2025-06-30
T2\ttỉnh\ttỉnh\t02\tBình Hòa\t\t\t2025-06-30
T9\ttỉnh\tthành phố\t01\tAn Bình\t\t2025-07-01\t
H1\thuyện\thuyện\t001\tSông Trong\tT1\t\t2025-06-30
H2\thuyện\tthị xã\t002\tSông Đục\tT2\t\t2025-06-30
HI\thuyện\thuyện\t003\tHòn Xa\tT2\t\t2025-06-30
A\txã\tthị trấn\t00001\tMẹt\tH1\t\t2025-06-30
B\txã\txã\t00002\tĐắk Thuỷ\tH1\t\t2025-06-30
C\txã\txã\t00003\tTân Lập\tH1\t\t2025-06-30
D\txã\txã\t00004\tTân Hòa\tH1\t\t2025-06-30
E\txã\tphường\t00005\tTân Lập\tH2\t\t2025-06-30
P\txã\txã\t00001\tMẹt\tT9\t2025-07-01\t
Q\txã\txã\t00002\tThuận Thuỷ\tT9\t2025-07-01\t
R\txã\tphường\t00004\tTân Hòa\tT9\t2025-07-01\t
S\txã\tphường\t00005\tTân Lập\tT9\t2025-07-01\t
Z\txã\tđặc khu\t00006\tHòn Xa\tT9\t2025-07-01\t
",
    succession: "\
old\tnew\tdate\textent
T1\tT9\t2025-07-01\twhole
T2\tT9\t2025-07-01\twhole
HI\tZ\t2025-07-01\twhole
A\tP\t2025-07-01\twhole
B\tQ\t2025-07-01\twhole
C\tQ\t2025-07-01\tpart
C\tR\t2025-07-01\tpart
D\tR\t2025-07-01\twhole
E\tS\t2025-07-01\twhole
",
};

/// The official register, read once.
pub fn official() -> &'static Registry {
    static OFFICIAL_REGISTER: OnceLock<Registry> = OnceLock::new();
    OFFICIAL_REGISTER
        .get_or_init(|| Registry::read(&OFFICIAL).expect("the official files are well-formed"))
}

/// The small country without events.
pub fn small() -> Registry {
    Registry::read(&SMALL).expect("the small country is well-formed")
}

/// The small country with these acts, numbered from 1, each on its day.
pub fn small_with(acts: Vec<(NaiveDate, UnitAct)>) -> Registry {
    small().with_events(&numbered(acts)).expect("the events can be applied")
}

/// Events with ids from 1.
pub fn numbered(acts: Vec<(NaiveDate, UnitAct)>) -> Vec<UnitEvent> {
    (1..).zip(acts).map(|(id, (date, act))| UnitEvent { id, date, basis: None, act }).collect()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// The last day of the old borders.
pub fn eve() -> NaiveDate {
    day(2025, 6, 30)
}

/// The first day of the new borders.
pub fn turn() -> NaiveDate {
    day(2025, 7, 1)
}

pub fn ix(registry: &Registry, key: &str) -> UnitIx {
    registry.find(key).unwrap_or_else(|| panic!("no unit {key}"))
}

/// The keys of units, for assertions that read well.
pub fn keys<'a>(registry: &'a Registry, units: &[UnitIx]) -> Vec<&'a str> {
    units.iter().map(|unit| registry.key(*unit)).collect()
}

/// A xã of the user's.
pub fn commune(key: &str, name: &str, parent: &str) -> NewUnit {
    new_unit(key, Level::Commune, UnitKind::Commune, name, Some(parent))
}

/// A khu dân cư of the user's.
pub fn residential(key: &str, name: &str, parent: &str) -> NewUnit {
    new_unit(key, Level::Residential, UnitKind::Residential, name, Some(parent))
}

/// An agency of the user's.
pub fn agency(key: &str, name: &str, parent: Option<&str>) -> NewUnit {
    new_unit(key, Level::Body, UnitKind::Agency, name, parent)
}

pub fn new_unit(
    key: &str,
    level: Level,
    kind: UnitKind,
    name: &str,
    parent: Option<&str>,
) -> NewUnit {
    let parent = parent.map(str::to_owned);
    NewUnit { key: key.to_owned(), level, kind, name: name.to_owned(), code: None, parent }
}

pub fn create(unit: NewUnit) -> UnitAct {
    UnitAct::Create { unit }
}

pub fn rename(unit: &str, name: &str) -> UnitAct {
    UnitAct::Rename { unit: unit.to_owned(), name: name.to_owned() }
}

pub fn retype(unit: &str, kind: UnitKind) -> UnitAct {
    UnitAct::Retype { unit: unit.to_owned(), kind }
}

pub fn relocate(unit: &str, parent: &str) -> UnitAct {
    UnitAct::Move { unit: unit.to_owned(), parent: parent.to_owned() }
}

pub fn merge(from: &[&str], into: &str, created: Option<NewUnit>) -> UnitAct {
    let from = from.iter().map(|key| (*key).to_owned()).collect();
    UnitAct::Merge { from, into: into.to_owned(), created }
}

pub fn abolish(unit: &str) -> UnitAct {
    UnitAct::Abolish { unit: unit.to_owned() }
}

/// A division with weights in whole numbers.
pub fn split(
    unit: &str,
    created: Vec<NewUnit>,
    method: ShareMethod,
    parts: &[(&str, i64)],
    keeps: bool,
) -> UnitAct {
    UnitAct::Split { unit: unit.to_owned(), created, method, parts: weights(parts), keeps }
}

pub fn share(unit: &str, method: ShareMethod, parts: &[(&str, i64)]) -> UnitAct {
    UnitAct::Share { unit: unit.to_owned(), method, parts: weights(parts) }
}

fn weights(parts: &[(&str, i64)]) -> Vec<UnitShare> {
    let weight = |n| Fixed::from_int(n).expect("a small number");
    parts.iter().map(|(key, n)| UnitShare { unit: (*key).to_owned(), weight: weight(*n) }).collect()
}
