//! The official files: the counts that resolutions and the press gave.

use crate::build::{OFFICIAL, day, eve, ix, official, turn};
use bc138_domain::{Level, UnitKind};
use bc138_units::{Fate, Registry, UnitIx};
use chrono::NaiveDate;
use std::collections::BTreeSet;

fn count(province: Option<UnitIx>, day: NaiveDate, kind: UnitKind) -> usize {
    let counts = official().count_by_kind(province, day);
    counts.into_iter().find(|(k, _)| *k == kind).map_or(0, |(_, n)| n)
}

fn province(name: &str, day: NaiveDate) -> UnitIx {
    let named = |ix: &UnitIx| official().attributes(*ix, day).is_some_and(|a| a.name == name);
    official().provinces(day).into_iter().find(named).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn every_line_of_the_files_is_in_the_register() {
    assert_eq!(official().len(), OFFICIAL.units.lines().count() - 1);
    let links: usize =
        official().all().flat_map(|ix| official().successions(ix)).map(|s| s.parts.len()).sum();
    assert_eq!(links, OFFICIAL.succession.lines().count() - 1);
}

#[test]
fn provinces_and_communes_before_and_after() {
    assert_eq!(official().provinces(eve()).len(), 63);
    assert_eq!(official().provinces(turn()).len(), 34);
    assert_eq!(official().of_level(Level::Commune, eve()).len(), 10_047);
    assert_eq!(official().of_level(Level::Commune, turn()).len(), 3_321);
    assert_eq!(official().of_level(Level::District, turn()).len(), 0, "two tiers");
    assert_eq!(count(None, turn(), UnitKind::Township), 0, "no thị trấn any more");
    assert_eq!(count(None, eve(), UnitKind::SpecialZone), 0, "no đặc khu yet");
}

#[test]
fn types_of_communes_in_2025_and_2026() {
    for (day, xa, phuong) in [(turn(), 2_621, 687), (day(2026, 4, 30), 2_611, 697)] {
        assert_eq!(count(None, day, UnitKind::Commune), xa, "xã on {day}");
        assert_eq!(count(None, day, UnitKind::Ward), phuong, "phường on {day}");
        assert_eq!(count(None, day, UnitKind::SpecialZone), 13, "đặc khu on {day}");
    }
}

#[test]
fn dong_nai_is_a_city_from_30_04_2026_and_keeps_its_communes() {
    let (before, after) = (day(2026, 4, 29), day(2026, 4, 30));
    let cities = |day| {
        let all = official().provinces(day);
        all.iter().filter(|p| official().kind(**p, day) == Some(UnitKind::City)).count()
    };
    assert_eq!((cities(before), cities(after)), (6, 7));
    let (old, new) = (province("Đồng Nai", before), province("Đồng Nai", after));
    assert_ne!(old, new);
    assert_eq!(official().heir(old, after), Some(new));
    let (then, now) = (official().communes(old, before), official().communes(new, after));
    assert_eq!(then.len(), now.len());
    let kept = then.iter().filter(|c| now.contains(c)).count();
    assert_eq!(kept, now.len() - 10, "ten became phường, the others follow their province");
    assert!(official().orphans(after).is_empty());
    assert!(official().communes(old, after).is_empty());
}

/// Old and new communes of five provinces, and old communes that were divided.
#[test]
fn five_provinces_as_the_resolutions_count_them() {
    for (old, new, communes_old, communes_new, divided) in [
        ("Lào Cai", "Lào Cai", 151, 99, 0),
        ("Yên Bái", "Lào Cai", 168, 99, 0),
        ("Thái Bình", "Hưng Yên", 242, 104, 1),
        ("Hưng Yên", "Hưng Yên", 139, 104, 3),
        ("Hải Dương", "Hải Phòng", 207, 114, 35),
        ("Hải Phòng", "Hải Phòng", 167, 114, 37),
        ("Lạng Sơn", "Lạng Sơn", 194, 65, 2),
        ("Tuyên Quang", "Tuyên Quang", 137, 124, 2),
        ("Hà Giang", "Tuyên Quang", 193, 124, 3),
    ] {
        let (before, after) = (province(old, eve()), province(new, turn()));
        assert_eq!(official().heir(before, turn()), Some(after), "{old} -> {new}");
        assert_eq!(official().communes(before, eve()).len(), communes_old, "{old}");
        assert_eq!(official().communes(after, turn()).len(), communes_new, "{new}");
        assert_eq!(official().divided(before, eve(), turn()).len(), divided, "{old}");
    }
    let hai_phong = province("Hải Phòng", turn());
    assert_eq!(official().divided(hai_phong, eve(), turn()).len(), 35 + 37, "asked as it is now");
    assert_eq!(
        official().count_by_kind(Some(hai_phong), turn()),
        [(UnitKind::Commune, 67), (UnitKind::Ward, 45), (UnitKind::SpecialZone, 2)]
    );
}

#[test]
fn old_communes_go_to_one_unit_or_are_divided() {
    let crosswalk = official().crosswalk(eve(), turn());
    let communes = official().of_level(Level::Commune, eve());
    let fates = || communes.iter().map(|c| crosswalk.fate(*c).expect("it exists"));
    let to_one = fates().filter(|f| matches!(f, Fate::Same(_) | Fate::Whole(_))).count();
    let divided = fates().filter(|f| matches!(f, Fate::Unallocated { .. })).count();
    assert_eq!((to_one, divided), (9_587, 460));
    let asked: usize = official()
        .provinces(eve())
        .iter()
        .map(|p| official().divided(*p, eve(), turn()).len())
        .sum();
    assert_eq!(asked, divided, "every divided commune asks for shares in one province");
}

#[test]
fn every_old_province_lies_wholly_in_one_new_one() {
    let crosswalk = official().crosswalk(eve(), turn());
    for old in official().provinces(eve()) {
        let new = official().heir(old, turn()).expect("every province has an heir");
        for commune in official().communes(old, eve()) {
            let held = match crosswalk.fate(commune).expect("it exists") {
                Fate::Same(to) | Fate::Whole(to) => official().province_of(*to, turn()),
                Fate::Unallocated { common, .. } => *common,
                other => panic!("{}: {other:?}", official().key(commune)),
            };
            assert_eq!(held, Some(new), "{}", official().full_label(commune, eve()));
        }
    }
}

/// Nghị quyết 1654/NQ-UBTVQH15, Điều 1 khoản 31: thị trấn Vĩnh Bình, xã Tân Phú and xã Vĩnh An of
/// the district Châu Thành become xã Vĩnh An.
#[test]
fn tan_phu_of_chau_thanh_is_part_of_vinh_an() {
    let (old, new) = (ix(official(), "X30622.63"), ix(official(), "X30604.34"));
    assert_eq!(official().heir(old, turn()), Some(new));
    assert_eq!(official().label(new, turn()), "xã Vĩnh An");
}

#[test]
fn island_districts_become_dac_khu() {
    let crosswalk = official().crosswalk(eve(), turn());
    let con_dao = ix(official(), "H755.63");
    let zone = ix(official(), "X26732.34");
    assert_eq!(crosswalk.fate(con_dao), Some(&Fate::Same(zone)), "it had no communes");
    assert_eq!(official().label(zone, turn()), "đặc khu Côn Đảo");
    let back = official().crosswalk(turn(), eve());
    assert_eq!(back.fate(zone), Some(&Fate::Same(con_dao)));
}

#[test]
fn labels_name_type_and_place() {
    let registry = official();
    let ha_noi = province("Hà Nội", turn());
    assert_eq!(registry.label(ha_noi, turn()), "thành phố Hà Nội");
    let old = ix(registry, "X06385.63");
    assert_eq!(
        registry.full_label(old, turn()),
        "thị trấn Hữu Lũng, huyện Hữu Lũng, tỉnh Lạng Sơn (đến 30/06/2025)"
    );
    let new = registry.heir(old, turn()).expect("it passed on whole");
    assert_eq!(registry.full_label(new, turn()), "xã Hữu Lũng, tỉnh Lạng Sơn");
    assert!(registry.full_label(new, eve()).ends_with("(từ 01/07/2025)"));
}

#[test]
fn full_labels_tell_all_units_apart() {
    for day in [eve(), turn(), day(2026, 11, 22)] {
        let mut seen = BTreeSet::new();
        for unit in official().all() {
            let label = official().full_label(unit, day);
            assert!(seen.insert(label.clone()), "{label} on {day}");
        }
    }
}

#[test]
fn a_clone_and_a_second_reading_are_the_same_register() {
    let again = Registry::read(&OFFICIAL).expect("read before");
    assert_eq!(again.fingerprint(), official().fingerprint());
    assert_eq!(official().clone().fingerprint(), official().fingerprint());
    let folded = official().with_events(&[]).expect("no event, no error");
    assert_eq!(folded.fingerprint(), official().fingerprint());
}
