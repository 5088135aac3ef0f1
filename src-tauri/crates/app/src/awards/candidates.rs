//! Whom to propose: communes ranked by their results, with what speaks for them in words. Nothing
//! is decided here.

use super::all::AllAwards;
use super::names::Names;
use super::results::Results;
use crate::app::App;
use crate::error::AppError;
use crate::units::capital;
use crate::vi::awards::candidates as words;
use crate::view::{CandidateRow, CandidatesView, ProposalView, ThresholdRow};
use bc138_awards::Tables;
use bc138_awards::authority::Authority;
use bc138_awards::candidate::{Candidate, PastAward, Proposal, UnitResults, YearResult, propose};
use bc138_awards::duplicate::{Registered, duplicates};
use bc138_awards::identity::{CERTAIN, LineRef};
use bc138_awards::place::Places;
use bc138_domain::{Award, AwardLine, Recipient};
use bc138_units::{Registry, UnitIx};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Reasons that the ranking does not know, by the key of the unit.
type Further = BTreeMap<String, Vec<String>>;

/// How many years back results are read.
const YEARS: usize = 10;

/// The calendar of communes.
const GENERAL: &str = "chung";

/// The award that stands for the units themselves; ids of stored awards begin with 1.
const UNITS: i32 = 0;

impl App {
    /// Units to propose for every form that has thresholds, by the results of a year; of the
    /// dossier's own province.
    ///
    /// # Errors
    /// A threshold was set to something that is no number, or the store fails.
    pub fn candidates(&mut self, year: Option<i32>) -> Result<CandidatesView, AppError> {
        let registry = self.registry()?;
        let year = year.unwrap_or_else(|| self.unit_day().year());
        let day = self.review_day(year)?;
        let own = self.own_province(&registry, self.unit_day());
        let province = own.or_else(|| registry.provinces(day).first().copied());
        let province = province.ok_or(AppError::NoDossier)?;
        let province = registry.heir(province, day).unwrap_or(province);
        let communes = registry.communes(province, day);
        let results = self.unit_results(&registry, &communes, year, day)?;
        let (units, further): (Vec<UnitResults>, Vec<Vec<String>>) = results.into_iter().unzip();
        let (tables, settings) = (self.award_tables()?, self.award_settings()?);
        let proposals = propose(&units, year, day, tables, &settings)?;
        let names = Names::of(tables);
        let keys = units.into_iter().map(|unit| unit.unit);
        let further: Further = keys.zip(further).collect();
        let lists = proposals.iter().map(|proposal| shown(proposal, &names, &further));
        let (proposals, label) = (lists.collect(), registry.label(province, day));
        let mut years = self.table()?.years();
        years.reverse();
        let (title, note) = (words::title(&capital(&label), year), words::NOTE.to_owned());
        Ok(CandidatesView { title, note, year, years, proposals })
    }

    /// The last day of the year under review.
    fn review_day(&self, year: i32) -> Result<NaiveDate, AppError> {
        let window = self.calendars()?.window(GENERAL, year).and_then(|window| window.to);
        Ok(window.or_else(|| NaiveDate::from_ymd_opt(year, 12, 31)).unwrap_or_default())
    }

    /// The results and awards of units, each with reasons that the ranking does not know.
    fn unit_results(
        &mut self,
        registry: &Registry,
        units: &[UnitIx],
        year: i32,
        day: NaiveDate,
    ) -> Result<Vec<(UnitResults, Vec<String>)>, AppError> {
        let (catalogue, calendars) = (self.whole_catalogue()?, self.calendars()?);
        let names = labels(registry, units, day);
        let mut awards = self.awards_of(registry, units, day)?;
        let table = &*self.table()?;
        let mut years = table.years();
        years.retain(|it| *it <= year);
        let years = years.split_off(years.len().saturating_sub(YEARS));
        let results = Results {
            registry,
            catalogue: &catalogue,
            calendars: &calendars,
            table,
            years: &years,
        };
        let one = |(unit, name): (&UnitIx, String)| {
            let key = registry.key(*unit).to_owned();
            let years = results.of(*unit);
            let further = further_reasons(&results, *unit, &years, year);
            let mut awards = awards.remove(&key).unwrap_or_default();
            // A proposal looks back from the year under review.
            awards.retain(|award| award.year <= year);
            (UnitResults { unit: key, name, years, awards }, further)
        };
        Ok(units.iter().zip(names).map(one).collect())
    }

    /// The awards that units have, by the key of the unit. A unit is looked for among the
    /// recipients like any other: whatever it was called, and under the units it was made of.
    fn awards_of(
        &self,
        registry: &Registry,
        units: &[UnitIx],
        day: NaiveDate,
    ) -> Result<BTreeMap<String, Vec<PastAward>>, AppError> {
        let (tables, all) = (self.award_tables()?, self.all_awards()?);
        let places = self.unit_places(registry)?;
        let line = |unit: &UnitIx| AwardLine {
            unit_key: Some(registry.key(*unit).to_owned()),
            ..AwardLine::new(Recipient::Collective, registry.label(*unit, day))
        };
        let themselves = Award {
            id: UNITS,
            decision_date: Some(day),
            lines: units.iter().map(line).collect(),
            ..Award::default()
        };
        Ok(past_awards(&themselves, &all, tables, &places))
    }
}

/// Labels; of units of one name with what they lie in.
fn labels(registry: &Registry, units: &[UnitIx], day: NaiveDate) -> Vec<String> {
    let plain: Vec<String> = units.iter().map(|unit| registry.label(*unit, day)).collect();
    let label = |(unit, label): (&UnitIx, &String)| {
        let shared = plain.iter().filter(|other| *other == label).count() > 1;
        if shared { registry.full_label(*unit, day) } else { label.clone() }
    };
    units.iter().zip(&plain).map(label).collect()
}

/// What speaks for a unit beside the ranking, and why a change is not told.
fn further_reasons(
    results: &Results<'_>,
    unit: UnitIx,
    years: &[YearResult],
    year: i32,
) -> Vec<String> {
    let all_reached = Some(results.all_reached(unit)).filter(|years| *years > 1);
    let has_rate = |year| years.iter().find(|it| it.year == year).filter(|it| it.rate.is_some());
    let now = has_rate(year).filter(|_| has_rate(year - 1).is_some());
    let redrawn = now.filter(|it| !it.comparable).map(|_| words::redrawn(year - 1));
    all_reached.map(words::all_reached).into_iter().chain(redrawn).collect()
}

/// The awards of the lines that are certainly one of `themselves`, by the key of its unit.
fn past_awards(
    themselves: &Award,
    all: &AllAwards,
    tables: &Tables,
    places: &dyn Places,
) -> BTreeMap<String, Vec<PastAward>> {
    let mut register = all.registered();
    register.insert(0, Registered { award: themselves, event: None });
    let mut found: BTreeMap<String, Vec<PastAward>> = BTreeMap::new();
    for double in duplicates(&register, tables, places) {
        let of_unit = double.a.award == UNITS && double.b.award != UNITS;
        if !of_unit || double.likeness < CERTAIN {
            continue;
        }
        let unit = themselves.lines.get(double.a.line).and_then(|line| line.unit_key.clone());
        let received = received(double.b, &register, tables);
        if let Some((unit, received)) = unit.zip(received) {
            found.entry(unit).or_default().extend(received);
        }
    }
    found
}

/// What a line received: one award for each form and authority.
fn received(at: LineRef, register: &[Registered<'_>], tables: &Tables) -> Option<Vec<PastAward>> {
    let it = register.iter().find(|it| it.award.id == at.award)?;
    let year = it.year()?;
    let authorities = it.award.authorities.iter();
    let codes = authorities.filter_map(|printed| tables.recognise(printed, it.day()));
    let of = |authority: &Authority| {
        let authority = authority.code.clone();
        let forms = it.award.forms.clone().into_iter();
        forms.map(move |form| PastAward { form, authority: authority.clone(), year })
    };
    Some(codes.flat_map(of).collect())
}

fn shown(proposal: &Proposal, names: &Names, further: &Further) -> ProposalView {
    let row = |candidate: &Candidate| candidate_row(candidate, proposal, names, further);
    let (fit, others): (Vec<_>, Vec<_>) =
        proposal.candidates.iter().partition(|candidate| candidate.place.is_some());
    let threshold = |applied| ThresholdRow {
        text: words::threshold(applied),
        assumed: applied.assumed.then(|| words::ASSUMED.to_owned()),
    };
    ProposalView {
        form: proposal.form.clone(),
        authority: proposal.authority.clone(),
        title: words::proposal(proposal, names),
        thresholds: proposal.thresholds.iter().map(threshold).collect(),
        candidates: fit.into_iter().map(row).collect(),
        others: others.into_iter().map(row).collect(),
    }
}

fn candidate_row(
    candidate: &Candidate,
    proposal: &Proposal,
    names: &Names,
    further: &Further,
) -> CandidateRow {
    let form = words::proposal(proposal, names);
    let merits = candidate.merits.iter().map(|merit| words::merit(merit, &form));
    let further = further.get(&candidate.unit).into_iter().flatten().cloned();
    let shares = |other: &&Candidate| {
        candidate.tied && other.place == candidate.place && other.unit != candidate.unit
    };
    let others: Vec<&str> =
        proposal.candidates.iter().filter(shares).map(|other| other.name.as_str()).collect();
    CandidateRow {
        unit: candidate.unit.clone(),
        label: candidate.name.clone(),
        place: candidate.place.and_then(|place| i32::try_from(place).ok()),
        tied: (!others.is_empty()).then(|| words::tied(&others)),
        reasons: merits.chain(further).collect(),
        lacks: candidate.lacks.iter().map(words::lack).collect(),
    }
}
