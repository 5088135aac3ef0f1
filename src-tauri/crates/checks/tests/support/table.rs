//! The invented province as a table of entries, under the catalogue's own indicators.

use super::{COLUMNS, Province, YEARS};
use bc138_domain::{
    BatchBuilder, Catalogue, EntryBatch, Fixed, IndicatorKind, Measure, Nature, Slot, Window,
};

/// Measures for the columns: indicators that are counted, of the usual calendar, and of which
/// none is a part of another.
pub fn measures(catalogue: &Catalogue) -> Vec<Measure> {
    let counted = catalogue.indicators().iter().filter(|it| {
        matches!(it.kind, IndicatorKind::Stock | IndicatorKind::Flow)
            && it.parent.is_none()
            && it.valid_from.is_none()
            && it.valid_to.is_none()
            && it.calendar == "chung"
            && !it.code.starts_with("dvhc")
    });
    let measures = counted.map(|it| {
        let flow = it.kind == IndicatorKind::Flow;
        let nature = if flow { Nature::Flow } else { Nature::Stock };
        Measure { indicator: it.code.clone(), nature, categories: Default::default() }
    });
    let measures: Vec<Measure> = measures.take(COLUMNS).collect();
    assert_eq!(measures.len(), COLUMNS, "the catalogue has enough of them");
    measures
}

/// The windows: the reporting years from 2026 on.
pub fn windows() -> Vec<Window> {
    (0..YEARS).map(|year| Window::reporting_year(2026 + i32::try_from(year).unwrap())).collect()
}

/// Entries of the province for units with these keys; more units than the province has begin with
/// its first one again.
pub fn batch(province: &Province, keys: &[String], catalogue: &Catalogue) -> EntryBatch {
    let mut builder = BatchBuilder::default();
    let windows: Vec<u32> = windows().iter().map(|window| builder.window(window)).collect();
    for (column, measure) in measures(catalogue).iter().enumerate() {
        let measure = builder.measure(measure);
        let units = province.values[column].iter().cycle();
        for (key, years) in keys.iter().zip(units) {
            let unit = builder.unit(key);
            for (window, value) in windows.iter().zip(years) {
                let slot = Slot::number(Fixed::from_int(*value).expect("small"));
                builder.put(unit, measure, *window, Some(slot));
            }
        }
    }
    builder.build()
}
