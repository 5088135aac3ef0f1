//! Recipients one by one: put, removed, revoked, recorded as printed. Every one is one action; an
//! entry that breaks a legal rule is refused with its article unless it is marked “sic”.

use super::all::{AllAwards, award_name};
use super::line;
use super::names::Names;
use super::remarks::named;
use super::unlawful::Unlawful;
use crate::app::App;
use crate::error::AppError;
use crate::field::{Refusal, parse};
use crate::typed;
use crate::vi::awards as words;
use crate::view::{TypedAwardLine, TypedRevocation};
use bc138_awards::lawful::{Violation, Weight, violations};
use bc138_domain::{Award, AwardLine, Revocation};
use bc138_store::{Change, StoreError};
use chrono::NaiveDate;

/// Which lines of an award are an entry, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry<'a> {
    /// The last line was added.
    Added(usize),
    /// Lines from a place on were pasted; each comes from a row of the block, counted from 1.
    Pasted { from: usize, rows: &'a [usize] },
    /// A line was changed.
    Changed(usize),
}

impl App {
    /// Takes a recipient into an award, into the place of a line or behind the last one.
    ///
    /// # Errors
    /// [`AppError::Refused`] names the field that cannot be taken, [`AppError::Unlawful`] the rule
    /// that the recipient breaks with its article; a reason in `sic` takes it nevertheless.
    pub fn put_award_line(
        &mut self,
        award: i32,
        line: Option<i32>,
        typed: &TypedAwardLine,
    ) -> Result<(), AppError> {
        let mut award = self.own_award(award)?;
        let place = line.map(|line| place_of(&award, line)).transpose()?;
        let before = place.and_then(|place| award.lines.get(place));
        let read = line::read(typed, before).map_err(first_bad)?;
        let read = self.settled(read, &award)?;
        if before == Some(&read) {
            return Ok(());
        }
        let name = read.name.clone();
        let (entry, label) = match place {
            Some(place) => {
                award.lines[place] = read;
                (Entry::Changed(place), words::edited(&name))
            }
            None => {
                award.lines.push(read);
                (Entry::Added(award.lines.len() - 1), words::added(&name))
            }
        };
        self.refuse_unlawful(&award, entry)?;
        self.put_award(award, label)
    }

    /// Removes a recipient.
    ///
    /// # Errors
    /// No such line, or the store fails.
    pub fn remove_award_line(&mut self, award: i32, line: i32) -> Result<(), AppError> {
        let mut award = self.own_award(award)?;
        let removed = award.lines.remove(place_of(&award, line)?);
        self.put_award(award, words::removed(&removed.name))
    }

    /// Revokes an award, or one recipient of it: it is kept, neither counted nor printed.
    ///
    /// # Errors
    /// A day that cannot be read or lies before the decision, or no reason.
    pub fn revoke_award(
        &mut self,
        award: i32,
        line: Option<i32>,
        typed: &TypedRevocation,
    ) -> Result<(), AppError> {
        let mut award = self.own_award(award)?;
        let revocation = revocation(typed, &award)?;
        let what = self.named_part(&award, line)?;
        *revocation_of(&mut award, line)? = Some(revocation);
        self.put_award(award, words::took_back(&what))
    }

    /// Takes a revocation back.
    ///
    /// # Errors
    /// No such line, or the store fails.
    pub fn unrevoke_award(&mut self, award: i32, line: Option<i32>) -> Result<(), AppError> {
        let mut award = self.own_award(award)?;
        let what = self.named_part(&award, line)?;
        *revocation_of(&mut award, line)? = None;
        award.revoked = award.revoked && line.is_some();
        self.put_award(award, words::restored(&what))
    }

    /// Records an award, or one recipient of it, as the source printed it although a rule forbids
    /// it; an empty reason takes the mark away.
    ///
    /// # Errors
    /// The reason cannot be taken, or no such line.
    pub fn mark_award_sic(
        &mut self,
        award: i32,
        line: Option<i32>,
        reason: &str,
    ) -> Result<(), AppError> {
        let mut award = self.own_award(award)?;
        let sic = typed::line(words::SIC, reason)?;
        let label = words::marked(&self.named_part(&award, line)?, sic.is_some());
        match line {
            Some(line) => line_of(&mut award, line)?.sic = sic,
            None => award.sic = sic,
        }
        self.put_award(award, label)
    }

    /// An award of the open dossier.
    pub(super) fn own_award(&self, id: i32) -> Result<Award, AppError> {
        let found = self.part()?.awards.into_iter().find(|award| award.id == id);
        found.ok_or(AppError::Store(StoreError::NoSuchRecord))
    }

    /// Writes an award as one action, unless it is as it was.
    pub(super) fn put_award(&mut self, award: Award, label: String) -> Result<(), AppError> {
        if self.own_award(award.id)? == award {
            return Ok(());
        }
        let dossier = Some(award.dossier);
        self.apply(&Change::new(label, dossier).put(award)).map(|_| ())
    }

    /// The line with the label of a chosen unit where no text was typed.
    ///
    /// # Errors
    /// The unit or an earlier honour is not known.
    pub(super) fn settled(
        &mut self,
        mut line: AwardLine,
        award: &Award,
    ) -> Result<AwardLine, AppError> {
        let tables = self.award_tables()?;
        if let Some(unknown) = line.holds.iter().find(|it| !tables.honours().contains_key(*it)) {
            return Err(Refusal::Choice(unknown.clone()).at(words::HOLDS));
        }
        if let Some(key) = &line.unit_key {
            let registry = self.registry()?;
            let unit = registry.find(key).ok_or_else(|| AppError::NoSuchUnit(key.clone()))?;
            let day = award.decision_date.unwrap_or_else(|| self.unit_day());
            line.unit = line.unit.or_else(|| Some(registry.label(unit, day)));
        }
        Ok(line)
    }

    /// Refuses an entry that breaks a rule. What was there before the entry does not keep a line
    /// from being corrected; a new line of an award that is itself not lawful is refused.
    fn refuse_unlawful(&mut self, award: &Award, entry: Entry<'_>) -> Result<(), AppError> {
        match self.unlawful(award, entry)?.into_iter().next() {
            Some(broken) => Err(AppError::Unlawful(Box::new(broken))),
            None => Ok(()),
        }
    }

    /// The rules that an entry breaks.
    ///
    /// # Errors
    /// The store fails.
    pub(super) fn unlawful(
        &mut self,
        award: &Award,
        entry: Entry<'_>,
    ) -> Result<Vec<Unlawful>, AppError> {
        let registry = self.registry()?;
        let places = self.unit_places(&registry)?;
        let tables = self.award_tables()?;
        let mut all = self.all_awards()?;
        let broken = |all: &AllAwards| {
            let found = violations(&all.registered(), tables, &places).into_iter();
            let refused = found.filter(|it| it.award == award.id && it.weight == Weight::Refused);
            refused.filter(|it| entry.is_about(it)).collect::<Vec<_>>()
        };
        let before = match entry {
            Entry::Changed(_) => broken(&all),
            Entry::Added(_) | Entry::Pasted { .. } => Vec::new(),
        };
        all.replace(award.clone());
        let fresh = broken(&all).into_iter().filter(|it| !before.contains(it));
        let told = fresh.map(|violation| {
            let mut names = Names::of(tables);
            let (recipient, _) = named(&violation, &all, &mut names);
            let row = entry.row_of(&violation);
            Unlawful { row, recipient, violation, names }
        });
        Ok(told.collect())
    }

    /// What an action is about: the recipient, or the award.
    fn named_part(&self, award: &Award, line: Option<i32>) -> Result<String, AppError> {
        match line {
            Some(line) => Ok(award.lines[place_of(award, line)?].name.clone()),
            None => Ok(award_name(award, &Names::of(self.award_tables()?))),
        }
    }
}

impl Entry<'_> {
    fn is_about(self, violation: &Violation) -> bool {
        match (self, violation.line) {
            (Self::Pasted { from, .. }, Some(line)) => line >= from,
            (Self::Added(place) | Self::Changed(place), Some(line)) => line == place,
            (_, None) => true,
        }
    }

    /// The row of the pasted block.
    fn row_of(self, violation: &Violation) -> Option<usize> {
        match (self, violation.line) {
            (Self::Pasted { from, rows }, Some(line)) => rows.get(line.checked_sub(from)?).copied(),
            _ => None,
        }
    }
}

/// Of the fields that cannot be taken, the one to mend first.
fn first_bad(bad: Vec<line::BadField>) -> AppError {
    let first = bad.into_iter().next().unwrap_or((words::NAME, Refusal::Required));
    first.1.at(first.0)
}

/// The place of a line that is there.
fn place_of(award: &Award, line: i32) -> Result<usize, AppError> {
    let place = usize::try_from(line).ok().filter(|place| *place < award.lines.len());
    place.ok_or(AppError::Store(StoreError::NoSuchRecord))
}

fn line_of(award: &mut Award, line: i32) -> Result<&mut AwardLine, AppError> {
    let place = place_of(award, line)?;
    Ok(&mut award.lines[place])
}

fn revocation_of(
    award: &mut Award,
    line: Option<i32>,
) -> Result<&mut Option<Revocation>, AppError> {
    match line {
        Some(line) => Ok(&mut line_of(award, line)?.revocation),
        None => Ok(&mut award.revocation),
    }
}

/// Nothing is revoked before it is decided.
fn refuse_early(revoked: Option<NaiveDate>, award: &Award) -> Result<(), AppError> {
    match (revoked, award.decision_date) {
        (Some(revoked), Some(decided)) if revoked < decided => {
            Err(AppError::RevokedBefore { revoked, decided })
        }
        _ => Ok(()),
    }
}

/// The revocations of an award, and of recipients of it, that cannot have been: each with the name
/// of the recipient where it is one's.
pub(crate) fn early_revocations(award: &Award) -> Vec<(Option<&str>, AppError)> {
    let own = (None, award.revocation.as_ref());
    let lines = award.lines.iter().map(|it| (Some(it.name.as_str()), it.revocation.as_ref()));
    let early = |(name, revocation): (_, Option<&Revocation>)| {
        let error = refuse_early(revocation?.date, award).err()?;
        Some((name, error))
    };
    std::iter::once(own).chain(lines).filter_map(early).collect()
}

fn revocation(typed: &TypedRevocation, award: &Award) -> Result<Revocation, AppError> {
    let day = parse::day(&typed.date).map_err(|refusal| refusal.at(words::REVOKED_ON))?;
    refuse_early(day, award)?;
    let reason = typed::required(words::REVOKED_WHY, &typed.reason)?;
    let decision = typed::line(words::REVOKED_BY, &typed.decision)?;
    Ok(Revocation { date: day, decision, reason: Some(reason) })
}
