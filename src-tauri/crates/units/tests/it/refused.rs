//! Events that cannot be applied, each with its id and what is wrong with it.

use crate::build::*;
use bc138_domain::{Fixed, Level, ShareMethod, UnitAct, UnitEvent, UnitKind, UnitShare};
use bc138_units::{Aspect, EventError, EventProblem};
use chrono::NaiveDate;

/// The only error of these acts; the last act is the one that is wrong.
fn problem(acts: Vec<(NaiveDate, UnitAct)>) -> EventProblem {
    let id = i32::try_from(acts.len()).expect("few acts");
    let errors = small().with_events(&numbered(acts)).expect_err("the last act is wrong");
    let [EventError { id: wrong, problem }] = &errors[..] else { panic!("one error: {errors:?}") };
    assert_eq!(*wrong, id, "{problem}");
    problem.clone()
}

fn now() -> NaiveDate {
    day(2026, 2, 1)
}

fn text(key: &str) -> String {
    key.to_owned()
}

#[test]
fn units_that_are_not_there() {
    assert_eq!(problem(vec![(now(), rename("U9", "Mới"))]), EventProblem::UnknownUnit(text("U9")));
    assert_eq!(
        problem(vec![(eve(), rename("P", "Mới"))]),
        EventProblem::NotYet { unit: text("P"), first: turn() }
    );
    assert_eq!(
        problem(vec![(turn(), rename("A", "Mới"))]),
        EventProblem::Ended { unit: text("A"), last: eve() }
    );
    assert_eq!(
        problem(vec![(now(), abolish("P")), (now(), rename("P", "Mới"))]),
        EventProblem::Ended { unit: text("P"), last: day(2026, 1, 31) }
    );
    assert_eq!(
        problem(vec![(turn(), merge(&["P"], "Q", None))]),
        EventProblem::NotYet { unit: text("P"), first: turn() },
        "it would end before it begins"
    );
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    assert_eq!(
        problem(vec![(turn(), split("P", new, ShareMethod::None, &[("U1", 0)], true))]),
        EventProblem::NotYet { unit: text("P"), first: turn() },
        "on its first day it has nothing of its own to give away"
    );
    assert_eq!(
        problem(vec![(day(2024, 1, 1), abolish("A"))]),
        EventProblem::EndsOfficially { unit: text("A"), last: eve() }
    );
}

#[test]
fn new_units() {
    let create_on = |date, unit| problem(vec![(date, create(unit))]);
    let twice = vec![
        (now(), create(commune("U1", "Yên Sơn", "T9"))),
        (day(2026, 3, 1), create(commune("U1", "Yên Hà", "T9"))),
    ];
    assert_eq!(problem(twice), EventProblem::DuplicateKey(text("U1")));
    for key in ["X1", "U", "U1a", "P"] {
        let malformed = EventProblem::MalformedKey(text(key));
        assert_eq!(create_on(now(), commune(key, "Yên Sơn", "T9")), malformed);
    }
    let nameless = EventProblem::Name { unit: text("U1"), name: text("  ") };
    assert_eq!(create_on(now(), commune("U1", "  ", "T9")), nameless);
    let orphan = new_unit("U1", Level::Commune, UnitKind::Commune, "Yên Sơn", None);
    assert_eq!(create_on(now(), orphan), EventProblem::NoParent(text("U1")));
    let below_a_commune = EventProblem::ParentLevel { unit: text("U1"), parent: text("P") };
    assert_eq!(create_on(now(), commune("U1", "Yên Sơn", "P")), below_a_commune);
}

#[test]
fn types_on_days_on_which_the_law_has_none() {
    let new = |kind, parent| new_unit("U1", Level::Commune, kind, "Đồi", Some(parent));
    let not_on_day = |kind| EventProblem::KindNotOnDay { unit: text("U1"), kind };
    for (date, unit, kind) in [
        (turn(), new(UnitKind::Township, "T9"), UnitKind::Township),
        (eve(), new(UnitKind::SpecialZone, "T1"), UnitKind::SpecialZone),
        (
            turn(),
            new_unit("U1", Level::District, UnitKind::Town, "Đồi", Some("T9")),
            UnitKind::Town,
        ),
    ] {
        assert_eq!(problem(vec![(date, create(unit))]), not_on_day(kind));
    }
    assert_eq!(
        problem(vec![(now(), retype("P", UnitKind::Township))]),
        EventProblem::KindNotOnDay { unit: text("P"), kind: UnitKind::Township }
    );
}

#[test]
fn levels_that_do_not_fit() {
    assert_eq!(
        problem(vec![(now(), retype("P", UnitKind::Province))]),
        EventProblem::KindOfOtherLevel {
            unit: text("P"),
            level: Level::Commune,
            kind: UnitKind::Province
        }
    );
    assert_eq!(
        problem(vec![(now(), relocate("P", "Q"))]),
        EventProblem::ParentLevel { unit: text("P"), parent: text("Q") }
    );
    assert_eq!(
        problem(vec![(now(), merge(&["P"], "T9", None))]),
        EventProblem::LevelMismatch { unit: text("P"), other: text("T9") }
    );
    let thon = vec![residential("U1", "Thôn Đông", "Q")];
    assert_eq!(
        problem(vec![(now(), split("P", thon, ShareMethod::None, &[("U1", 0)], true))]),
        EventProblem::LevelMismatch { unit: text("U1"), other: text("P") }
    );
}

#[test]
fn circles() {
    let acts = vec![
        (turn(), create(agency("U1", "Sở Một", None))),
        (turn(), create(agency("U2", "Phòng Hai", Some("U1")))),
        (turn(), create(agency("U3", "Tổ Ba", Some("U2")))),
        (now(), relocate("U1", "U3")),
    ];
    let circle = |parent| EventProblem::CyclicParent { unit: text("U1"), parent: text(parent) };
    assert_eq!(problem(acts.clone()), circle("U3"));
    let with_last = |last| [&acts[..3], &[(now(), last)]].concat();
    assert_eq!(problem(with_last(merge(&["U1"], "U3", None))), circle("U3"), "into its own part");
    let own = agency("U4", "Sở Bốn", Some("U1"));
    assert_eq!(problem(with_last(merge(&["U1"], "U4", Some(own)))), circle("U4"));
    let followed = [
        &acts[..3],
        &[
            (turn(), create(agency("U5", "Phòng Năm", None))),
            (now(), merge(&["U2"], "U5", None)),
            (day(2026, 3, 1), relocate("U5", "U3")),
        ],
    ]
    .concat();
    assert_eq!(
        problem(followed),
        EventProblem::CyclicParent { unit: text("U5"), parent: text("U3") },
        "U3 has followed U2 into U5"
    );
}

#[test]
fn mergers_and_divisions_that_say_nothing_sound() {
    let new = || commune("U1", "Yên Sơn", "T9");
    let none = ShareMethod::None;
    for (act, expected) in [
        (merge(&[], "P", None), EventProblem::TooFew),
        (merge(&["P"], "P", None), EventProblem::MergedIntoItself(text("P"))),
        (merge(&["P", "P"], "Q", None), EventProblem::NamedTwice(text("P"))),
        (merge(&["P"], "Q", Some(new())), EventProblem::CreatedInVain(text("U1"))),
        (split("P", vec![], none, &[("Q", 0)], false), EventProblem::TooFew),
        (split("P", vec![], none, &[], true), EventProblem::TooFew),
        (split("P", vec![new()], none, &[("Q", 0)], true), EventProblem::CreatedInVain(text("U1"))),
        (
            split("P", vec![], none, &[("Q", 0), ("Q", 0)], true),
            EventProblem::NamedTwice(text("Q")),
        ),
        (
            split("P", vec![], none, &[("P", 0), ("Q", 0)], false),
            EventProblem::MergedIntoItself(text("P")),
        ),
    ] {
        assert_eq!(problem(vec![(now(), act)]), expected);
    }
}

#[test]
fn two_words_on_one_day() {
    let same = |unit, aspect| EventProblem::SameDay { unit: text(unit), aspect, other: 1 };
    let new = vec![commune("U1", "Yên Sơn", "T9")];
    let divide = || split("Q", new.clone(), ShareMethod::None, &[("U1", 0)], true);
    for (first, second, expected) in [
        (rename("P", "Một"), rename("P", "Hai"), same("P", Aspect::Name)),
        (retype("P", UnitKind::Ward), retype("P", UnitKind::SpecialZone), same("P", Aspect::Kind)),
        (relocate("P", "T9"), relocate("P", "T9"), same("P", Aspect::Parent)),
        (divide(), merge(&["P"], "Q", None), same("Q", Aspect::Territory)),
        (merge(&["P"], "Q", None), divide(), same("Q", Aspect::Territory)),
        (merge(&["P"], "Q", None), merge(&["Q"], "R", None), same("Q", Aspect::Territory)),
        (create(commune("U1", "Yên Sơn", "T9")), rename("U1", "Yên Hà"), same("U1", Aspect::Name)),
        (
            share("C", ShareMethod::None, &[]),
            share("C", ShareMethod::None, &[]),
            same("C", Aspect::Share),
        ),
    ] {
        assert_eq!(problem(vec![(now(), first), (now(), second)]), expected);
    }
}

#[test]
fn shares_that_make_no_sense() {
    let (count, hand) = (ShareMethod::ResidentialCount, ShareMethod::ByHand);
    let fixed = |n| Fixed::from_int(n).expect("small");
    for (act, expected) in [
        (share("A", count, &[("P", 1)]), EventProblem::NotDivided(text("A"))),
        (share("C", count, &[("P", 1), ("Q", 1)]), EventProblem::NoSuccessor(text("P"))),
        (share("C", count, &[("Q", 1)]), EventProblem::ShareMissing(text("R"))),
        (share("C", count, &[("Q", 1), ("Q", 1)]), EventProblem::NamedTwice(text("Q"))),
        (share("C", count, &[("Q", 0), ("R", 0)]), EventProblem::NoWeight),
        (
            share("C", count, &[("Q", -1), ("R", 2)]),
            EventProblem::Weight { unit: text("Q"), weight: fixed(-1) },
        ),
        (share("C", hand, &[("Q", 50), ("R", 49)]), EventProblem::NotHundred(fixed(99))),
        (
            share("C", hand, &[("Q", 150), ("R", -50)]),
            EventProblem::Weight { unit: text("R"), weight: fixed(-50) },
        ),
    ] {
        assert_eq!(problem(vec![(turn(), act)]), expected);
    }
    let too_early = share("C", ShareMethod::None, &[]);
    assert_eq!(problem(vec![(eve(), too_early)]), EventProblem::NotDivided(text("C")));
    let half = UnitShare { unit: text("Q"), weight: Fixed::from_thousandths(500) };
    let other = UnitShare { unit: text("R"), weight: fixed(1) };
    let act = UnitAct::Share { unit: text("C"), method: count, parts: vec![half.clone(), other] };
    let expected = EventProblem::Weight { unit: text("Q"), weight: half.weight };
    assert_eq!(problem(vec![(turn(), act)]), expected, "khu dân cư are counted whole");
}

#[test]
fn every_wrong_event_is_named() {
    let wrong = |id, date, unit| UnitEvent { id, date, basis: None, act: abolish(unit) };
    let events =
        [wrong(7, now(), "U1"), wrong(3, now(), "A"), wrong(5, eve(), "P"), wrong(5, now(), "S")];
    let errors = small().with_events(&events).expect_err("all but the last are wrong");
    let ids: Vec<i32> = errors.iter().map(|error| error.id).collect();
    assert_eq!(ids, [5, 5, 3, 7], "the id that is taken first, then by date and id");
    assert_eq!(errors[0].problem, EventProblem::DuplicateId);
}

/// What only new events must keep: a register that carries such events stands all the same.
fn strict(acts: Vec<(NaiveDate, UnitAct)>) -> Vec<EventError> {
    let events = numbered(acts);
    let registry = small().with_events(&events).expect("the register opens");
    registry.strict_problems(&events)
}

#[test]
fn a_unit_is_not_abolished_under_the_units_that_belong_to_it() {
    let made = |date| {
        let province = new_unit("U1", Level::Province, UnitKind::Province, "Sông Mẫu", None);
        vec![(turn(), create(province)), (turn(), create(commune("U2", "Mẫu", "U1"))), date]
    };
    let problem = EventProblem::HasMembers { unit: text("U1"), member: text("U2"), count: 1 };
    assert_eq!(strict(made((now(), abolish("U1")))), [EventError { id: 3, problem }]);
    let mut both = made((now(), abolish("U1")));
    both.push((now(), abolish("U2")));
    assert_eq!(strict(both), [], "both end on one day, in whichever order it is written");
    let mut moved = made((now(), abolish("U1")));
    moved.push((now(), relocate("U2", "T9")));
    assert_eq!(strict(moved), []);
}

#[test]
fn two_units_of_one_type_and_name_do_not_lie_side_by_side() {
    let twins = strict(vec![(now(), create(commune("U1", "mẹt", "T9")))]);
    let problem = EventProblem::Namesake { unit: text("U1"), other: text("P") };
    assert_eq!(twins, [EventError { id: 1, problem }]);
    let renamed = strict(vec![(now(), rename("Q", "Mẹt"))]);
    let problem = EventProblem::Namesake { unit: text("Q"), other: text("P") };
    assert_eq!(renamed, [EventError { id: 1, problem }]);
    assert_eq!(strict(vec![(now(), create(commune("U1", "Tân Hòa", "T9")))]), [], "R is a phường");
}
