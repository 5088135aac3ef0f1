//! Tests of catalogue packs: what is written is read back, and each problem has its line.

use super::super::dimension::Cover;
use super::super::indicator::{IndicatorKind, OverTime, OverUnits};
use super::super::plan::Standing;
use super::super::problem::Misfit;
use super::super::table::Word;
use super::*;
use crate::text;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn nothing() -> Catalogue {
    Catalogue::default()
}

/// A pack with one entry of each table.
fn sample() -> Pack {
    let gender = Dimension {
        id: 0,
        code: "gender".to_owned(),
        name: "Giới tính".to_owned(),
        cover: Cover::Complete,
    };
    let women = Category {
        id: 0,
        dimension: "gender".to_owned(),
        code: "nu".to_owned(),
        name: "nữ".to_owned(),
        valid_from: None,
        valid_to: Some(day(2030, 12, 31)),
    };
    let posts = Indicator {
        dimensions: vec!["gender".to_owned()],
        ..Indicator::own(1, "own_group_1", "Chốt dân phòng")
    };
    Pack {
        groups: vec![FieldGroup::own(1, 2, "Biên giới")],
        dimensions: vec![gender],
        categories: vec![women],
        indicators: vec![posts],
    }
}

fn problems(text: &str) -> Vec<(usize, Option<String>, ProblemKind)> {
    let problems = Pack::read(text, &nothing()).expect_err("the text has problems");
    problems.into_iter().map(|it| (it.line, it.column, it.kind)).collect()
}

fn at(line: usize, column: &str, kind: ProblemKind) -> (usize, Option<String>, ProblemKind) {
    (line, Some(column.to_owned()), kind)
}

#[test]
fn a_pack_survives_a_spreadsheet() {
    let padded: String = sample().write().lines().map(|line| format!("{line}\t\t\r\n")).collect();
    assert_eq!(Pack::read(&format!("\u{FEFF}{padded}"), &nothing()), Ok(sample()));
}

#[test]
fn decomposed_letters_are_composed() {
    let text = sample().write().replace("nữ", "nu\u{31B}\u{303}");
    assert_eq!(Pack::read(&text, &nothing()), Ok(sample()));
}

#[test]
fn a_formula_is_text_and_is_never_written_bare() {
    let mut pack = sample();
    pack.groups[0].title = "=HYPERLINK(\"x\")".to_owned();
    pack.groups[0].hint = "+84 \"nóng\"".to_owned();
    let text = pack.write();
    let bare = |cell: &str| cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']);
    assert!(!text.split(['\t', '\n']).any(bare), "a spreadsheet would compute it: {text}");
    assert_eq!(Pack::read(&text, &nothing()), Ok(pack));
}

#[test]
fn other_texts_and_newer_versions_are_told_apart() {
    for other in
        ["", "\n\n", "code\tname", "bc138-catalogue", "bc138-catalogue\tx", "bc138-catalogue\t0"]
    {
        assert_eq!(problems(other)[0].2, ProblemKind::NotOurFormat, "{other:?}");
    }
    let found = PACK_VERSION + 1;
    let newer = format!("bc138-catalogue\t{found}\n[groups]\nwhatever");
    let kind = ProblemKind::NewerVersion { found, known: PACK_VERSION };
    assert_eq!(problems(&newer), [(1, None, kind)], "its lines are not judged by the old rules");
}

#[test]
fn all_problems_are_told_at_once() {
    let text = "bc138-catalogue\t1\n\
        stray\n\
        [groups]\n\
        code\tstep\ttitle\n\
        posts\t9\tChốt\n\
        posts\t3\t\n\
        Không mã\t3\tChốt\n\
        [colours]\n\
        code\n\
        [indicators]\n\
        code\tname\tkind\tgroup\tparent\tvalid_from\tvalid_to\n\
        a\tA\tcount\tposts\ta\n\
        b\tB\tflow\tnone\tnone\t01/07/2025\t\n\
        c\tC\tstock\tposts\t\t2025-07-01\t2025-06-30\n\
        d\tD\tstock\tposts\t\t\t\textra\n\
        e\t\"E\tstock\n\
        f\tF\tstock\tposts\tg\n\
        g\tG\tstock\tposts\tf\n\
        h\tH\tstock\t\t\t\t2026-12-31\n\
        h\tH\tstock\t\t\t2026-12-31\n\
        [groups]\n\
        code\n";
    let number = ProblemKind::Number { text: "9".to_owned(), least: 2, most: 4 };
    let allowed = IndicatorKind::WORDS.iter().map(|(word, _)| *word).collect();
    let misfit = ProblemKind::Misfit;
    let expected = [
        (2, None, ProblemKind::OutsideSection),
        at(5, "step", number),
        at(6, "title", ProblemKind::Empty),
        at(7, "code", ProblemKind::Code("Không mã".to_owned())),
        (8, None, ProblemKind::UnknownSection("colours".to_owned())),
        at(12, "kind", ProblemKind::Word { text: "count".to_owned(), allowed }),
        at(13, "valid_from", ProblemKind::Date("01/07/2025".to_owned())),
        at(
            14,
            "valid_to",
            misfit(Misfit::Backwards {
                code: "c".to_owned(),
                from: day(2025, 7, 1),
                to: day(2025, 6, 30),
            }),
        ),
        (15, None, ProblemKind::CellCount { expected: 7, found: 8 }),
        (16, None, ProblemKind::Quotes),
        at(17, "parent", misfit(Misfit::ParentCycle("f".to_owned()))),
        at(18, "parent", misfit(Misfit::ParentCycle("g".to_owned()))),
        at(
            20,
            "valid_from",
            misfit(Misfit::OverlappingValidity {
                code: "h".to_owned(),
                from: Some(day(2026, 12, 31)),
                to: None,
            }),
        ),
        (21, None, ProblemKind::RepeatedSection("groups".to_owned())),
    ];
    assert_eq!(problems(text), expected);
}

#[test]
fn unknown_columns_and_references_are_told() {
    let text = "bc138-catalogue\t1\n\
        [categories]\n\
        dimension\tcode\tcode\tcolour\n\
        [indicators]\n\
        code\tname\tkind\tgroup\tdimensions\tcalendar\n\
        a\tA\tflow\tnone\tnone\tnone\n";
    let none = "none".to_owned();
    let expected = [
        (3, None, ProblemKind::RepeatedColumn("code".to_owned())),
        (3, None, ProblemKind::UnknownColumn("colour".to_owned())),
        (3, None, ProblemKind::MissingColumn("name".to_owned())),
        at(6, "group", ProblemKind::Misfit(Misfit::UnknownGroup(none.clone()))),
        at(6, "dimensions", ProblemKind::Misfit(Misfit::UnknownDimension(none.clone()))),
        at(6, "calendar", ProblemKind::Misfit(Misfit::UnknownCalendar(none))),
    ];
    assert_eq!(problems(text), expected);
}

#[test]
fn too_long_and_legacy_texts_are_refused() {
    let long = "a".repeat(text::MAX_LINE + 1);
    let text =
        format!("bc138-catalogue\t1\n[groups]\ncode\tstep\ttitle\na\t2\t{long}\nb\t2\tB¸o c¸o\n");
    let length = text::MAX_LINE + 1;
    let too_long = text::TextError::TooLong { length, limit: text::MAX_LINE };
    let expected = [
        at(4, "title", ProblemKind::Text(too_long)),
        at(5, "title", ProblemKind::Text(text::TextError::LegacyEncoding)),
    ];
    assert_eq!(problems(&text), expected);
}

#[test]
fn what_a_kind_usually_does_need_not_be_written() {
    let text = "bc138-catalogue\t1\n[indicators]\nkind\tcode\tname\nratio\ta\tA\ntext\tb\tB\n";
    let pack = Pack::read(text, &nothing()).unwrap();
    let over: Vec<_> = pack.indicators.iter().map(|it| (it.over_units, it.over_time)).collect();
    let expected = [(OverUnits::RatioOfSums, OverTime::Last), (OverUnits::Not, OverTime::Not)];
    assert_eq!(over, expected);
}

#[test]
fn references_may_point_to_the_catalogue_in_force() {
    let base = nothing().with_own(&sample().as_own()).unwrap();
    let text = "bc138-catalogue\t1\n[indicators]\ncode\tname\tkind\tgroup\tparent\n\
        x\tX\tstock\town_group_1\town_1\n";
    assert!(Pack::read(text, &base).is_ok());
    assert_eq!(problems(text).len(), 2, "without it neither group nor whole is known");
}

fn standings(pack: &Pack, base: &Catalogue) -> Vec<Standing> {
    pack.against(base).lines.into_iter().map(|line| line.standing).collect()
}

#[test]
fn what_is_there_stays_and_what_differs_is_a_conflict() {
    use Standing::{Conflict, New, Unchanged};
    let base = nothing().with_own(&sample().as_own()).unwrap();
    assert_eq!(standings(&sample(), &nothing()), [New; 4]);
    assert_eq!(standings(&sample(), &base), [Unchanged; 4]);
    assert_eq!(sample().against(&base).records, Pack::default(), "there is nothing to write");
    let mut other = sample();
    other.groups[0].title = "Vùng biên".to_owned();
    other.dimensions[0].cover = Cover::Open;
    other.categories[0].name = "phụ nữ".to_owned();
    other.indicators[0].unit = "chốt".to_owned();
    assert_eq!(standings(&other, &base), [Conflict; 4]);
    assert!(!other.against(&base).is_free_of_conflicts());
}

#[test]
fn a_dated_difference_is_a_new_version_and_ends_the_one_before() {
    let own = Indicator { id: 7, ..sample().indicators.remove(0) };
    let (groups, dimensions) = (sample().groups, sample().dimensions);
    let old = Own {
        groups: &groups,
        dimensions: &dimensions,
        indicators: std::slice::from_ref(&own),
        ..Own::default()
    };
    let base = nothing().with_own(&old).unwrap();
    let newer = Indicator {
        id: 0,
        unit: "chốt".to_owned(),
        valid_from: Some(day(2027, 1, 1)),
        ..own.clone()
    };
    let pack = Pack { indicators: vec![newer.clone()], ..Pack::default() };
    let plan = pack.against(&base);
    assert_eq!(plan.lines[0].standing, Standing::NewVersion);
    let ended = Indicator { valid_to: Some(day(2026, 12, 31)), ..own.clone() };
    assert_eq!(plan.records.indicators, [ended.clone(), newer.clone()]);
    let indicators = [ended, newer.clone()];
    let written = nothing().with_own(&Own { indicators: &indicators, ..old }).unwrap();
    assert_eq!(standings(&pack, &written), [Standing::Unchanged], "a second time changes nothing");
    let other = Indicator { kind: IndicatorKind::Flow, ..newer };
    let other = Pack { indicators: vec![other], ..Pack::default() };
    assert_eq!(standings(&other, &base), [Standing::Conflict], "the kind cannot change");
}

/// A text as the store keeps it, now and then one that needs care in a table.
fn line() -> impl Strategy<Value = String> {
    let tricky =
        prop::sample::select(vec!["=1+1", "'x", "\"", "a \"b\" c", "-", "[groups]", "x,y"]);
    let any = "\\PC{0,12}".prop_map(|raw| {
        let clean = |text: &str| text::clean(text).unwrap_or_default();
        clean(&clean(&raw))
    });
    prop_oneof![any, tricky.prop_map(str::to_owned)]
}

fn filled() -> impl Strategy<Value = String> {
    line().prop_map(|text| if text.is_empty() { "Tên".to_owned() } else { text })
}

fn cover() -> impl Strategy<Value = Cover> {
    prop::sample::select(vec![Cover::Complete, Cover::Open, Cover::Overlapping])
}

/// Up to three versions: one after the other, the first since ever, the last without end or not.
fn stretches() -> impl Strategy<Value = Vec<(Option<NaiveDate>, Option<NaiveDate>)>> {
    (prop::collection::btree_set(0..2000u64, 0..3), any::<bool>()).prop_map(|(cuts, open)| {
        let days: Vec<NaiveDate> =
            cuts.into_iter().map(|it| day(2020, 1, 1) + chrono::Days::new(it)).collect();
        let begins = std::iter::once(None).chain(days.iter().copied().map(Some));
        let last = (!open).then(|| day(2030, 1, 1));
        let ends = days.iter().map(|day| day.pred_opt()).chain([last]);
        begins.zip(ends).collect()
    })
}

prop_compose! {
    fn indicator(number: i32)(
        texts in [line(), line(), line(), line(), line()],
        name in filled(),
        kind in prop::sample::select(vec![
            IndicatorKind::Stock, IndicatorKind::Flow, IndicatorKind::Ratio, IndicatorKind::Money,
        ]),
        over_units in prop::sample::select(vec![OverUnits::Sum, OverUnits::DistinctNames]),
        over_time in prop::sample::select(vec![OverTime::Sum, OverTime::Not]),
        core in any::<bool>(),
        grouped in any::<bool>(),
        divided in any::<bool>(),
        stretches in stretches(),
    ) -> Vec<Indicator> {
        let [unit, lead, noun, tail, basis] = texts;
        let part = number > 0 && divided;
        let indicator = Indicator {
            name, unit, lead, noun, tail, basis, kind, core, over_units, over_time,
            group: if grouped { "own_group_0".to_owned() } else { String::new() },
            dimensions: if divided { vec!["d0".to_owned()] } else { Vec::new() },
            // A part points to an earlier code, so that no circle arises.
            parent: part.then(|| format!("own_{}", number - 1)),
            partition: part.then(|| "d0".to_owned()),
            ..Indicator::own(number, "", "")
        };
        let dated = stretches.into_iter().map(|(valid_from, valid_to)| {
            Indicator { valid_from, valid_to, ..indicator.clone() }
        });
        dated.collect()
    }
}

prop_compose! {
    fn pack()(
        titles in prop::collection::vec((filled(), line()), 1..4),
        names in prop::collection::vec((filled(), cover(), stretches()), 1..4),
        indicators in (0..4).prop_flat_map(|count| (0..count).map(indicator).collect::<Vec<_>>()),
    ) -> Pack {
        let groups = titles.into_iter().zip(0..).map(|((title, hint), number)| {
            FieldGroup { hint, ..FieldGroup::own(number, 2 + number % 3, &title) }
        });
        let mut pack = Pack { groups: groups.collect(), ..Pack::default() };
        for ((name, cover, stretches), number) in names.into_iter().zip(0..) {
            let dimension = format!("d{number}");
            for (valid_from, valid_to) in stretches {
                let (dimension, name) = (dimension.clone(), name.clone());
                let code = "k".to_owned();
                pack.categories.push(Category { id: 0, dimension, code, name, valid_from, valid_to });
            }
            pack.dimensions.push(Dimension { id: 0, code: dimension, name, cover });
        }
        pack.indicators = indicators.into_iter().flatten().collect();
        pack
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(pack in pack()) {
        prop_assert_eq!(Pack::read(&pack.write(), &nothing()), Ok(pack));
    }

    #[test]
    fn a_pack_laid_over_nothing_is_the_pack_of_the_whole(pack in pack()) {
        let whole = nothing().with_own(&pack.as_own()).expect("the pack fits together");
        prop_assert_eq!(Pack::of(&whole), pack.clone());
        let plan = pack.against(&whole);
        prop_assert!(plan.lines.iter().all(|line| line.standing == Standing::Unchanged));
        prop_assert_eq!(plan.records, Pack::default());
    }

    #[test]
    fn every_line_of_a_plan_is_an_entry(pack in pack(), other in pack()) {
        let base = nothing().with_own(&other.as_own()).expect("the pack fits together");
        let plan = pack.against(&base);
        let entries = pack.groups.len() + pack.dimensions.len() + pack.categories.len()
            + pack.indicators.len();
        prop_assert_eq!(plan.lines.len(), entries);
        if plan.is_free_of_conflicts() {
            // What is new goes over what is built in; the rest is there already.
            prop_assert!(base.with_own(&plan.records.as_own()).is_ok());
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "(bc138-catalogue\t1\n)?(\\PC|[\t\n\"\\[\\]]|\\[groups\\]\n){0,60}") {
        if let Ok(pack) = Pack::read(&text, &nothing()) {
            prop_assert!(nothing().with_own(&pack.as_own()).is_ok(), "what is read fits together");
        }
    }
}
