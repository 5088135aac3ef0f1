//! Times the arithmetic on two made-up loads and prints one line a measurement: name, value, unit.
//!
//! W-PROV: 170 communes × 60 measures × 10 years; W-NAT: 3.321 × 60 × 10. The communes are those
//! of `assets/units` when it is there, otherwise a register of the same size is made up. Run with
//! `cargo run --release -p bc138-series --example series_timing`.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement, not a product")]

use bc138_domain::catalogue::OverUnits;
use bc138_domain::{BatchBuilder, EntryBatch, Fixed, Level, Measure, Nature, Slot, State, Window};
use bc138_series::{
    Cube, MeasureIx, Remark, Territory, WindowIx, column_total, restate_cube, totals,
};
use bc138_units::{Registry, RegistryFiles, TWO_TIERS, UnitIx};
use chrono::NaiveDate;
use std::fmt::Write;
use std::time::{Duration, Instant};

const MEASURES: u32 = 60;
const YEARS: i32 = 10;

fn main() {
    let registry = registry();
    let communes = registry.of_level(Level::Commune, TWO_TIERS);
    let old = registry.of_level(Level::Commune, TWO_TIERS.pred_opt().unwrap());
    load(&registry, "prov", &communes[..170.min(communes.len())]);
    load(&registry, "nat", &communes);
    restated(&registry, &old[..600.min(old.len())]);
}

/// Every measurement of one load.
fn load(registry: &Registry, name: &str, units: &[UnitIx]) {
    let entries = batch(registry, units, 2016, false);
    let by_unit = batch(registry, units, 2016, true);
    report(name, "build", build(registry, &entries));
    report(name, "build_by_unit", build(registry, &by_unit));
    let mut cube = Cube::build(registry, entries).unwrap();
    let all = Territory::new(units.to_vec());
    report(name, "totals", median(9, || totals(&cube, &all, rule)));
    report(name, "totals_by_province", median(5, || by_province(registry, &cube)));
    report(name, "join", median(9, || joined(&cube)));
    let values = cube.len();
    println!("series.{name}.values {values} count");
    println!("series.{name}.heap {:.1} MB", cube.heap_bytes() as f64 / 1e6);
    println!("series.{name}.heap_per_value {:.1} B", cube.heap_bytes() as f64 / values as f64);
    let (changed, added) = (put(&mut cube, units), put_new(&mut cube, registry));
    println!("series.{name}.put_p50 {changed} ns");
    println!("series.{name}.put_new_unit_p50 {added} ns");
}

/// The time of building a cube, without the copy of the batch that it consumes.
fn build(registry: &Registry, batch: &EntryBatch) -> Duration {
    let mut copies: Vec<EntryBatch> = (0..5).map(|_| batch.clone()).collect();
    median(5, || Cube::build(registry, copies.pop().unwrap()).unwrap())
}

/// 600 communes of 2024 on the borders of 01/07/2025.
fn restated(registry: &Registry, old: &[UnitIx]) {
    let cube = Cube::build(registry, batch(registry, old, 2015, false)).unwrap();
    let time = median(5, || restate_cube(registry, &cube, TWO_TIERS, rule));
    println!("series.restate_{}x60x10 {:.1} ms", old.len(), milliseconds(time));
    let time = median(5, || registry.crosswalk(TWO_TIERS.pred_opt().unwrap(), TWO_TIERS));
    println!("series.crosswalk {:.1} ms", milliseconds(time));
}

/// The totals of every province, measure and year.
fn by_province(registry: &Registry, cube: &Cube) -> usize {
    let provinces = registry.provinces(TWO_TIERS).into_iter();
    let territories: Vec<Territory> =
        provinces.map(|ix| Territory::communes(registry, ix, TWO_TIERS)).collect();
    let mut reported = 0;
    for (measure, words) in cube.measure_places().zip(cube.measures()) {
        for column in cube.windows_in_time().iter().filter_map(|at| cube.column(measure, *at)) {
            let of = |territory| column_total(column, territory, rule(words)).reported as usize;
            reported += territories.iter().map(of).sum::<usize>();
        }
    }
    reported
}

/// Every unit's change against the year before, in every measure; how many rose.
fn joined(cube: &Cube) -> usize {
    let windows = cube.windows_in_time();
    let mut rose = 0;
    for measure in cube.measure_places() {
        for pair in windows.windows(2) {
            let column = |at| cube.column(measure, at).unwrap();
            let joined = column(pair[1]).join(column(pair[0]));
            let value = |slot: Option<Slot>| slot.and_then(Slot::value);
            rose += joined.filter(|it| value(it.left) > value(it.right)).count();
        }
    }
    rose
}

/// The median time of setting a number that is there already.
fn put(cube: &mut Cube, units: &[UnitIx]) -> u128 {
    let mut random = Random(7);
    let places = (0..20_001).map(|_| {
        let unit = units[random.below(units.len() as u64) as usize];
        (unit, random.below(MEASURES.into()) as u32, random.below(YEARS as u64) as u32)
    });
    middle(places.map(|place| time_put(cube, place)).collect())
}

/// The median time of setting a number of a unit that is new in its column.
fn put_new(cube: &mut Cube, registry: &Registry) -> u128 {
    let mut random = Random(8);
    let last_day = TWO_TIERS.pred_opt().unwrap();
    let old = registry.of_level(Level::Commune, last_day);
    let places = old.into_iter().take(2_001).map(|unit| {
        (unit, random.below(MEASURES.into()) as u32, random.below(YEARS as u64) as u32)
    });
    middle(places.map(|place| time_put(cube, place)).collect())
}

fn time_put(cube: &mut Cube, (unit, measure, window): (UnitIx, u32, u32)) -> Duration {
    let slot = Slot::ratio(Fixed::from_thousandths(5_000), Fixed::from_thousandths(9_000));
    let begin = Instant::now();
    cube.put(unit, MeasureIx(measure), WindowIx(window), slot, Remark::default());
    begin.elapsed()
}

fn middle(mut times: Vec<Duration>) -> u128 {
    times.sort_unstable();
    times[times.len() / 2].as_nanos()
}

/// Half of the measures are counts, half are x of y; one number in 20 is not there.
fn batch(registry: &Registry, units: &[UnitIx], first_year: i32, by_unit: bool) -> EntryBatch {
    let mut batch = BatchBuilder::default();
    let mut random = Random(138);
    let units: Vec<u32> = units.iter().map(|ix| batch.unit(registry.key(*ix))).collect();
    let measures: Vec<u32> = (0..MEASURES).map(|i| batch.measure(&measure(i))).collect();
    let years: Vec<u32> = (first_year..first_year + YEARS)
        .map(|year| batch.window(&Window::reporting_year(year)))
        .collect();
    let mut places = Vec::with_capacity(units.len() * measures.len() * years.len());
    for measure in &measures {
        for year in &years {
            places.extend(units.iter().map(|unit| (*unit, *measure, *year)));
        }
    }
    if by_unit {
        places.sort_unstable();
    }
    for (unit, measure, year) in places {
        batch.put(unit, measure, year, Some(slot(&mut random, measure % 2 == 1)));
    }
    batch.build()
}

fn slot(random: &mut Random, ratio: bool) -> Slot {
    let total = 5 + random.below(56);
    let reached = random.below(total + 1);
    let fixed = |n: u64| Fixed::from_int(n as i64).unwrap();
    match random.below(20) {
        0 => Slot::new(State::NotReported, None, None),
        _ if ratio => Slot::ratio(fixed(reached), fixed(total)),
        _ => Slot::number(fixed(reached)),
    }
}

fn measure(i: u32) -> Measure {
    let indicator = if i % 2 == 1 { format!("ratio_{i}") } else { format!("count_{i}") };
    Measure { indicator, nature: Nature::Flow, categories: Default::default() }
}

fn rule(measure: &Measure) -> OverUnits {
    if measure.indicator.starts_with("ratio") { OverUnits::RatioOfSums } else { OverUnits::Sum }
}

fn median<T>(times: usize, mut work: impl FnMut() -> T) -> Duration {
    let mut all: Vec<Duration> = (0..times)
        .map(|_| {
            let begin = Instant::now();
            let made = std::hint::black_box(work());
            let time = begin.elapsed();
            drop(made);
            time
        })
        .collect();
    all.sort_unstable();
    all[times / 2]
}

fn report(load: &str, name: &str, time: Duration) {
    println!("series.{load}.{name} {:.2} ms", milliseconds(time));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The generator of Knuth's MMIX: the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn registry() -> Registry {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/units");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}"));
    let (units, succession) = match (read("units.tsv"), read("succession.tsv")) {
        (Ok(units), Ok(succession)) => (units, succession),
        _ => made_up(),
    };
    Registry::read(&RegistryFiles { units: &units, succession: &succession }).unwrap()
}

/// One province in which every three communes became one.
fn made_up() -> (String, String) {
    let last: NaiveDate = TWO_TIERS.pred_opt().unwrap();
    let mut units = String::from("key\tlevel\tkind\tcode\tname\tparent\tfirst_day\tlast_day\n");
    let mut succession = String::from("old\tnew\tdate\textent\n");
    writeln!(units, "T1.63\ttỉnh\ttỉnh\t01\tCũ\t\t\t{last}").unwrap();
    writeln!(units, "T1.34\ttỉnh\ttỉnh\t01\tMới\t\t{TWO_TIERS}\t").unwrap();
    writeln!(succession, "T1.63\tT1.34\t{TWO_TIERS}\twhole").unwrap();
    for i in 0..9_963 {
        writeln!(units, "X{i}.63\txã\txã\t{i:05}\tCũ {i}\tT1.63\t\t{last}").unwrap();
        writeln!(succession, "X{i}.63\tX{}.34\t{TWO_TIERS}\twhole", i / 3).unwrap();
    }
    for i in 0..3_321 {
        writeln!(units, "X{i}.34\txã\txã\t{i:05}\tMới {i}\tT1.34\t{TWO_TIERS}\t").unwrap();
    }
    (units, succession)
}
