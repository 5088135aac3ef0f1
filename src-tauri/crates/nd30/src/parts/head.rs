//! The head: bodies and number at the left, Quốc hiệu, Tiêu ngữ and date at the right.

use super::Layout;
use crate::finding::Part;
use crate::rules::Words;

/// The head ends before this many paragraphs.
const FARTHEST: usize = 40;

/// Finds the parts of the head; returns the first paragraph after it.
pub(super) fn find(layout: &mut Layout<'_>, words: &Words) -> usize {
    let range = 0..layout.len().min(FARTHEST);
    let nation = layout.find(range.clone(), |key| key.starts_with("cong hoa xa hoi"));
    let motto = layout.find(nation.map_or(0, |it| it + 1)..range.end, is_motto);
    let number = layout.find(range.clone(), is_number);
    let date = layout.find(range.clone(), is_date);
    let date = date.or_else(|| {
        layout.find(range, is_short_date).filter(|date| stands_in_head(layout, *date, nation))
    });
    let found = [
        (nation, Part::Nation),
        (motto, Part::Motto),
        (number, Part::Number),
        (date, Part::PlaceDate),
    ];
    for (index, part) in found {
        if let Some(index) = index {
            layout.set(index, part);
        }
    }
    bodies(layout, words, nation, number);
    letter_subject(layout, number);
    let tables: Vec<usize> =
        found.iter().filter_map(|(index, _)| layout.table((*index)?)).collect();
    let in_head = |layout: &Layout<'_>, index: usize| {
        layout.table(index).is_some_and(|table| tables.contains(&table))
    };
    let last = (0..layout.len()).rev().find(|index| in_head(layout, *index));
    let last = found.iter().filter_map(|(index, _)| *index).chain(last).max();
    let end = last.map_or(0, |last| last + 1);
    for index in 0..end {
        layout.set(index, Part::Other);
    }
    end
}

fn is_motto(key: &str) -> bool {
    let letters: String = key.chars().filter(char::is_ascii_alphabetic).collect();
    letters.starts_with("doclap")
}

/// “Số: 05/BC-BCĐ”, also with faults and without the number.
fn is_number(key: &str) -> bool {
    let rest = key.strip_prefix("so").filter(|rest| !rest.starts_with(char::is_alphabetic));
    rest.is_some_and(|rest| rest.contains('/') && key.len() < 60)
}

/// “Hà Nội, ngày 05 tháng 01 năm 2020”, also with faults and with gaps.
fn is_date(key: &str) -> bool {
    let words = ["ngay", "thang", "nam"];
    let places: Vec<usize> = words.iter().filter_map(|word| key.find(word)).collect();
    let ordered = places.len() == 3 && places.is_sorted();
    ordered && key.len() < 100 && !key.starts_with("can cu") && !key.starts_with('(')
}

/// “Hà Nội, 9/1/2024”: a date that is not written in words.
fn is_short_date(key: &str) -> bool {
    let last = key.split([' ', ',']).rfind(|word| !word.is_empty()).unwrap_or_default();
    let steps: Vec<&str> = last.trim_end_matches('.').split(['/', '.', '-']).collect();
    let counted = steps.iter().all(|it| !it.is_empty() && it.chars().all(|c| c.is_ascii_digit()));
    steps.len() == 3 && counted && steps[2].len() == 4 && key.len() < 60 && !is_number(key)
}

/// Below the Quốc hiệu, in its cell where it has one, or among the first lines without tables.
fn stands_in_head(layout: &Layout<'_>, index: usize, nation: Option<usize>) -> bool {
    let Some(nation) = nation.filter(|nation| *nation < index) else { return false };
    let beside = layout.table(nation).is_some() && layout.table(nation) == layout.table(index);
    beside || index - nation <= 6
}

/// The names of bodies: above the number, left of the Quốc hiệu.
fn bodies(layout: &mut Layout<'_>, words: &Words, nation: Option<usize>, number: Option<usize>) {
    let table = nation.or(number).and_then(|index| layout.table(index));
    let right = nation.and_then(|index| layout.column(index));
    let end = match (table, number) {
        (_, Some(number)) => number,
        (Some(_), None) => layout.len().min(FARTHEST),
        (None, None) => nation.unwrap_or(0),
    };
    let beside = |layout: &Layout<'_>, index: usize| match table {
        Some(table) => {
            let left = right.is_none_or(|right| layout.column(index) < Some(right));
            layout.table(index) == Some(table) && left
        }
        None => nation.is_none_or(|nation| index < nation),
    };
    let names: Vec<usize> =
        (0..end).filter(|index| layout.is_open(*index) && beside(layout, *index)).collect();
    let begins = issuing_body(layout, words, &names);
    for (place, index) in names.iter().enumerate() {
        layout.set(*index, if place < begins { Part::ParentAgency } else { Part::Agency });
    }
}

/// Where the name of the issuing body begins among the lines of names: it is the last name, and a
/// name begins with a known word or where bold begins.
fn issuing_body(layout: &Layout<'_>, words: &Words, names: &[usize]) -> usize {
    let bold = |place: usize| {
        names.get(place).and_then(|index| layout.para(*index)).is_some_and(|para| para.bold())
    };
    let begins = |place: usize| {
        let key = names.get(place).map_or("", |index| layout.key(*index));
        words.body_beginnings.iter().any(|word| key.starts_with(&crate::text::key(word)))
    };
    let turns = |place: usize| bold(place) && !bold(place - 1);
    let turn = (1..names.len()).rev().find(|place| turns(*place));
    turn.or_else(|| (1..names.len()).rev().find(|place| begins(*place))).unwrap_or(0)
}

/// “V/v …” under the number.
fn letter_subject(layout: &mut Layout<'_>, number: Option<usize>) {
    let Some(number) = number else { return };
    let (table, column) = (layout.table(number), layout.column(number));
    let same = |layout: &Layout<'_>, index: usize| {
        layout.table(index) == table && layout.column(index) == column
    };
    let range = number + 1..layout.len().min(FARTHEST);
    let begins = |key: &str| key.starts_with("v/v") || key.starts_with("ve viec");
    let Some(first) = layout.find(range.clone(), begins) else { return };
    let mut next = first;
    while next < range.end && layout.is_open(next) && same(layout, next) {
        layout.set(next, Part::LetterSubject);
        next += 1;
        if table.is_none() {
            break;
        }
    }
}
