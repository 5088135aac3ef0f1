//! Which figures stand on the chair's sheet: a few of each group, the groups that a conference asks
//! about first.

use crate::compose::{AWARDS, Line, TARGETS};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Most figures on the sheet: two full rows.
const MOST: usize = 6;

/// Groups in the order in which a conference asks about them, with how many figures each gives in
/// one round.
const ORDER: [(&str, usize); 17] = [
    ("standard", 3),
    ("models", 1),
    ("people", 1),
    ("mobilise", 1),
    ("exemplary", 1),
    (AWARDS, 2),
    (TARGETS, 1),
    ("force", 1),
    ("register", 1),
    ("task_force", 1),
    ("standard_other", 1),
    ("propaganda", 1),
    ("steering", 1),
    ("funds", 1),
    ("context", 1),
    ("scale", 1),
    ("", 1),
];

/// The figures of the sheet, most important first: exact ones before those in words, a round of
/// all groups after the other.
pub(super) fn chosen(lines: Vec<Line>) -> Vec<Line> {
    let (exact, other): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.exact);
    let mut chosen: Vec<Line> = rounds(exact);
    chosen.extend(rounds(other));
    // A figure that stands in several sentences is shown once.
    let mut seen = BTreeSet::new();
    chosen.retain(|line| seen.insert((line.source.clone(), line.text.clone())));
    chosen.truncate(MOST);
    chosen
}

fn rounds(lines: Vec<Line>) -> Vec<Line> {
    let mut by_group: Vec<(usize, Vec<Line>)> =
        ORDER.iter().map(|(_, share)| (*share, Vec::new())).collect();
    for line in lines {
        let place = ORDER.iter().position(|(group, _)| *group == line.group);
        by_group[place.unwrap_or(ORDER.len() - 1)].1.push(line);
    }
    let mut out = Vec::new();
    while by_group.iter().any(|(_, lines)| !lines.is_empty()) {
        for (share, lines) in &mut by_group {
            out.extend(lines.drain(..(*share).min(lines.len())));
        }
    }
    out
}

/// Puts the newest number of each indicator before the older ones of any; else the order stays.
pub(super) fn newest_first(lines: &mut [Line]) {
    let times: Vec<Option<(String, Option<NaiveDate>)>> =
        lines.iter().map(|line| line.of.clone()).collect();
    let newer = |line: &Line| {
        let Some((code, until)) = &line.of else { return 0 };
        let later = |other: &&(String, Option<NaiveDate>)| other.0 == *code && other.1 > *until;
        times.iter().flatten().filter(later).map(|it| it.1).collect::<BTreeSet<_>>().len()
    };
    lines.sort_by_cached_key(newer);
}
