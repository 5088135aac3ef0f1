//! What charts are given in property tests: few and many, short and very long, missing and extreme.

use proptest::prelude::*;

use crate::input::{Reading, Size, Years};
use crate::tests::measure::reading;

pub(crate) fn size() -> impl Strategy<Value = Size> {
    prop_oneof![Just(Size::Half), Just(Size::Full), Just(Size::Strip)]
}

/// Names of units as they are, and worse.
pub(crate) fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => ordinary_label(),
        1 => "[A-ZĐÂa-zđệưở ]{0,90}",
        1 => "[A-ZĐw]{20,40}",
    ]
}

/// Names of units as they are.
pub(crate) fn ordinary_label() -> impl Strategy<Value = String> {
    let names = [
        "Xã Mường Thử",
        "Phường Ví Dụ",
        "Đặc khu Đảo Mẫu",
        "Xã Ea Thử",
        "2025",
        "Xã Bản Giả Định",
        "Phường Nam Ví Dụ Tây",
        "Toàn tỉnh",
    ];
    prop::sample::select(names.map(String::from).to_vec())
}

/// A value or none; of all sizes.
pub(crate) fn value() -> impl Strategy<Value = Option<Reading>> {
    let thousandths = prop_oneof![
        4 => (0_i64..2_000).prop_map(|whole| whole * 1_000),
        2 => 0_i64..100_000,
        2 => -50_000_i64..50_000,
        1 => Just(0),
        1 => -9_000_000_000_000_i64..9_000_000_000_000,
    ];
    (prop::option::weighted(0.8, thousandths), any::<bool>()).prop_map(|(value, converted)| {
        let read = value.and_then(reading)?;
        Some(if converted { read.converted() } else { read })
    })
}

/// One to twelve years, with breaks here and there.
pub(crate) fn years() -> impl Strategy<Value = Years> {
    (1_usize..=12, prop::collection::btree_set(1_usize..12, 0..3), label()).prop_map(
        |(count, breaks, caption)| {
            let years = Years::new((0..count).map(|year| (2014 + year).to_string()));
            let breaks = breaks.into_iter().filter(|&before| before < count);
            breaks.fold(years, |years, before| years.broken(before, caption.clone()))
        },
    )
}

/// A label and its values.
type Row = (String, Vec<Option<Reading>>);

/// Years, and rows of values for them.
pub(crate) fn table(most: usize) -> impl Strategy<Value = (Years, Vec<Row>)> {
    years().prop_flat_map(move |years| {
        let row = (label(), prop::collection::vec(value(), years.labels.len()));
        (Just(years), prop::collection::vec(row, 1..=most))
    })
}
