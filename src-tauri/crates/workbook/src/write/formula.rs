//! Formulas as the file says them.

use crate::address;
use crate::model::{Area, Formula, Sheet};

/// Returns the text of a formula in row `row` of the rows. `known` tells that it has a value: a
/// plain sum is what a clerk expects to see, but the sum of nothing must not become zero.
pub(super) fn text(sheet: &Sheet, row: u32, formula: &Formula, known: bool) -> String {
    let cell = |column: &u16| sheet.address(row, *column);
    match formula {
        Formula::Sum(areas) => sum(&list(areas, sheet.first_row()), known),
        Formula::Difference { from, less } => {
            let (from, less) = (cell(from), cell(less));
            format!("IF(COUNT({from},{less})<2,\"\",{from}-{less})")
        }
        Formula::Share { part, whole, places } => {
            let (part, whole) = (cell(part), cell(whole));
            guarded(&part, &whole, &format!("{part}/{whole}"), *places)
        }
        Formula::Change { new, old, places } => {
            let (new, old) = (cell(new), cell(old));
            guarded(&new, &old, &format!("({new}-{old})/{old}"), *places)
        }
    }
}

fn sum(areas: &str, known: bool) -> String {
    if known { format!("SUM({areas})") } else { format!("IF(COUNT({areas})=0,\"\",SUM({areas}))") }
}

fn list(areas: &[Area], below: u32) -> String {
    let areas: Vec<String> = areas.iter().map(|area| address::area(area, below)).collect();
    areas.join(",")
}

/// Writes a rounded quotient that stays empty without numbers or without a whole.
fn guarded(first: &str, whole: &str, quotient: &str, places: u8) -> String {
    let digits = places.min(3) + 2;
    format!("IF(OR(COUNT({first},{whole})<2,N({whole})<=0),\"\",ROUND({quotient},{digits}))")
}
