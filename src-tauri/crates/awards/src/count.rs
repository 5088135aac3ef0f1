//! Counts of awards by form, authority and kind of recipient, and where two statements of the
//! same awards differ: the text, the list, the headline.

use crate::tables::Tables;
use bc138_domain::{Award, Recipient, Share};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a count is about. One number may cover several forms, authorities and kinds; an empty
/// set means that the statement does not say, so that it may be any.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cell {
    /// Codes of forms.
    pub forms: BTreeSet<String>,
    /// Codes of authorities; a name that is not known stands as it is printed.
    pub authorities: BTreeSet<String>,
    /// Kinds of recipients.
    pub recipients: BTreeSet<Recipient>,
}

/// How many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// The sum of what has a number.
    pub number: i64,
    /// How often there was no number but words (“nhiều”).
    pub in_words: usize,
    /// The awards that were counted, by id, each once.
    pub awards: BTreeSet<i32>,
}

/// What one source says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statement {
    cells: BTreeMap<Cell, Tally>,
}

/// Two statements of the same awards that cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What the first statement says, cell by cell; empty where it says nothing.
    pub first: Vec<(Cell, Tally)>,
    /// What the second says.
    pub second: Vec<(Cell, Tally)>,
}

/// A locality's share that is larger than the award it is a part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// Id of the share.
    pub subset: i32,
    /// Id of the whole.
    pub whole: i32,
    /// The kind of recipient, or the kinds counted together.
    pub recipients: BTreeSet<Recipient>,
    /// The share's number.
    pub share: i64,
    /// The whole's number.
    pub total: i64,
}

impl Tally {
    pub(crate) fn add(&mut self, other: &Self) {
        self.number += other.number;
        self.in_words += other.in_words;
        self.awards.extend(&other.awards);
    }
}

impl Statement {
    /// The awards as they count: lines win over typed counts, and a share of another award, a
    /// headline and a revoked award are not in it.
    #[must_use]
    pub fn of(awards: &[Award], tables: &Tables, event: Option<NaiveDate>) -> Self {
        Self::collect(awards.iter().filter(|it| it.is_counted()), tables, event, counts)
    }

    /// The counts that were typed, whether there are lines or not.
    #[must_use]
    pub fn typed(awards: &[Award], tables: &Tables, event: Option<NaiveDate>) -> Self {
        let counted = awards.iter().filter(|it| it.is_counted());
        Self::collect(counted, tables, event, |award, tables| {
            counts(&Award { lines: Vec::new(), ..award.clone() }, tables)
        })
    }

    /// The lines alone.
    #[must_use]
    pub fn listed(awards: &[Award], tables: &Tables, event: Option<NaiveDate>) -> Self {
        let listed = awards.iter().filter(|it| it.is_counted() && !it.lines.is_empty());
        Self::collect(listed, tables, event, |award, _| award.counts())
    }

    /// The totals of the whole year by all levels.
    #[must_use]
    pub fn headlines(awards: &[Award], tables: &Tables, event: Option<NaiveDate>) -> Self {
        let stated =
            awards.iter().filter(|it| it.headline && it.subset_of.is_none() && !it.is_revoked());
        Self::collect(stated, tables, event, counts)
    }

    fn collect<'a>(
        awards: impl Iterator<Item = &'a Award>,
        tables: &Tables,
        event: Option<NaiveDate>,
        counts: impl Fn(&Award, &Tables) -> Vec<Share>,
    ) -> Self {
        let mut cells: BTreeMap<Cell, Tally> = BTreeMap::new();
        for award in awards {
            for share in counts(award, tables) {
                let tally = cells.entry(cell(award, &share, tables, event)).or_default();
                tally.number += i64::from(share.count.unwrap_or_default());
                tally.in_words += usize::from(share.count.is_none());
                tally.awards.insert(award.id);
            }
        }
        Self { cells }
    }

    /// The counts, in the order of their cells.
    #[must_use]
    pub const fn cells(&self) -> &BTreeMap<Cell, Tally> {
        &self.cells
    }

    /// The sum of everything that has a number, and how often there were only words.
    #[must_use]
    pub fn total(&self) -> (i64, usize) {
        sum(self.cells.values())
    }
}

/// Counts of an award: lines, else shares, else things, which may have gone to anybody whom the
/// form is for.
fn counts(award: &Award, tables: &Tables) -> Vec<Share> {
    let counts = award.counts();
    match &award.objects {
        Some(objects) if counts.is_empty() && award.lines.is_empty() => {
            let forms =
                award.forms.iter().filter_map(|code| tables.form(code, award.decision_date));
            let kinds: BTreeSet<Recipient> =
                forms.flat_map(|form| form.recipients.clone()).collect();
            let (count, words) = (objects.count, objects.words.clone());
            vec![Share { kinds, count, words, noun: Some(objects.noun.clone()) }]
        }
        _ => counts,
    }
}

fn cell(award: &Award, share: &Share, tables: &Tables, event: Option<NaiveDate>) -> Cell {
    let day = award.decision_date.or(event);
    let unnamed = |code: &&String| tables.form(code, None).is_none_or(crate::form::Form::is_named);
    let authority = |printed: &String| {
        tables.recognise(printed, day).map_or_else(|| printed.clone(), |it| it.code.clone())
    };
    // “các cấp” names nobody: an authority that is not known in a headline may be any.
    let known = |printed: &&String| !award.headline || tables.recognise(printed, day).is_some();
    Cell {
        forms: award.forms.iter().filter(unnamed).cloned().collect(),
        authorities: award.authorities.iter().filter(known).map(authority).collect(),
        recipients: share.kinds.clone(),
    }
}

impl Cell {
    /// Whether one recipient may be in both counts.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        fn meet<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> bool {
            a.is_empty() || b.is_empty() || !a.is_disjoint(b)
        }
        meet(&self.forms, &other.forms)
            && meet(&self.authorities, &other.authorities)
            && meet(&self.recipients, &other.recipients)
    }
}

/// Where two statements differ. Cells that may speak of the same recipients are compared by
/// their sums, so that “207 tập thể, cá nhân” agrees with 150 tập thể and 57 cá nhân, and an
/// amount in words agrees with any number above what is numbered beside it.
#[must_use]
pub fn reconcile(first: &Statement, second: &Statement) -> Vec<Difference> {
    let first: Vec<(&Cell, &Tally)> = first.cells.iter().collect();
    let second: Vec<(&Cell, &Tally)> = second.cells.iter().collect();
    let mut differences = Vec::new();
    for (of_first, of_second) in groups(&first, &second) {
        let pick = |from: &[(&Cell, &Tally)], places: &BTreeSet<usize>| {
            let picked = places.iter().filter_map(|place| from.get(*place));
            picked.map(|(cell, tally)| ((*cell).clone(), (*tally).clone())).collect::<Vec<_>>()
        };
        let (left, right) = (pick(&first, &of_first), pick(&second, &of_second));
        if !agree(&left, &right) {
            differences.push(Difference { first: left, second: right });
        }
    }
    differences
}

type Places = BTreeSet<usize>;

/// Cells of both sides that are connected by cells they meet.
fn groups(first: &[(&Cell, &Tally)], second: &[(&Cell, &Tally)]) -> Vec<(Places, Places)> {
    let mut groups: Vec<(Places, Places)> = Vec::new();
    for (place, (cell, _)) in first.iter().enumerate() {
        let met = second.iter().enumerate().filter(|(_, (other, _))| cell.meets(other));
        let met: Places = met.map(|(place, _)| place).collect();
        let (joined, mut rest): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(_, seconds)| !seconds.is_disjoint(&met));
        let mut group = (Places::from([place]), met);
        for (firsts, seconds) in joined {
            group.0.extend(firsts);
            group.1.extend(seconds);
        }
        rest.push(group);
        groups = rest;
    }
    let alone = (0..second.len()).filter(|place| !groups.iter().any(|(_, it)| it.contains(place)));
    let alone: Vec<_> = alone.map(|place| (Places::new(), Places::from([place]))).collect();
    groups.extend(alone);
    groups.sort();
    groups
}

fn agree(left: &[(Cell, Tally)], right: &[(Cell, Tally)]) -> bool {
    let (left, right) = (sum(left.iter().map(|(_, t)| t)), sum(right.iter().map(|(_, t)| t)));
    match (left, right) {
        ((a, 0), (b, 0)) => a == b,
        ((_, 0), (b, _)) => left.0 > b,
        ((a, _), (_, 0)) => right.0 > a,
        _ => true,
    }
}

fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>) -> (i64, usize) {
    tallies.fold((0, 0), |(number, words), it| (number + it.number, words + it.in_words))
}

/// Shares of localities that are larger than their whole, kind by kind.
#[must_use]
pub fn excesses(awards: &[Award]) -> Vec<Excess> {
    let standing = |award: &&Award| !award.is_revoked();
    let mut found = Vec::new();
    for subset in awards.iter().filter(standing) {
        let whole = awards.iter().filter(standing).find(|it| Some(it.id) == subset.subset_of);
        if let Some(whole) = whole {
            found.extend(subset.counts().iter().filter_map(|share| excess(subset, share, whole)));
        }
    }
    found
}

fn excess(subset: &Award, share: &Share, whole: &Award) -> Option<Excess> {
    let counts = whole.counts();
    let met = counts.iter().filter(|it| !it.kinds.is_disjoint(&share.kinds));
    // A whole whose count is in words cannot be exceeded.
    let total: Option<i64> = met.map(|it| it.count.map(i64::from)).sum();
    let (total, number) = (total?, i64::from(share.count?));
    let (subset, whole, recipients) = (subset.id, whole.id, share.kinds.clone());
    (number > total).then_some(Excess { subset, whole, recipients, share: number, total })
}
