//! Addresses of cells as the spreadsheet shows them. Rows and columns count from 0 here.

use crate::model::Area;

/// Returns the letters of a column: `A`, …, `Z`, `AA`, ….
#[must_use]
pub fn letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut backwards = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        backwards.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    backwards.iter().rev().collect()
}

/// Returns the address of a cell, e.g. `C7`.
#[must_use]
pub fn cell(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

/// Returns the address of an area whose rows stand `below` this many others, e.g. `C7:C20`.
pub(crate) fn area(area: &Area, below: u32) -> String {
    let first = cell(below + area.rows.start, area.columns.start);
    let last = cell(
        below.saturating_add(area.rows.end).saturating_sub(1),
        area.columns.end.saturating_sub(1),
    );
    if first == last { first } else { format!("{first}:{last}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_columns_of_the_format_have_their_known_letters() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(letters(column), expected);
        }
    }

    proptest! {
        #[test]
        fn letters_are_bijective_base_26(column in 0_u16..16_384) {
            let value = letters(column).bytes().fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1);
            prop_assert_eq!(value, u32::from(column) + 1);
        }
    }
}
