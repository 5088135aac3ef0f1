//! What to look at: broken legal rules, likely doubles, statements that differ.

use super::all::{AllAwards, award_name};
use super::names::Names;
use crate::app::App;
use crate::check::Finding;
use crate::error::AppError;
use crate::vi::awards::{faults, remarks as words};
use crate::view;
use bc138_awards::Tables;
use bc138_awards::count::{Difference, Statement, excesses, reconcile};
use bc138_awards::duplicate::{Duplicate, Extent, duplicates};
use bc138_awards::identity::{CERTAIN, LineRef, Why};
use bc138_awards::lawful::{Fault, Violation, Weight, violations};
use bc138_awards::place::Places;
use bc138_domain::{Award, DossierPart};
use std::collections::{BTreeMap, BTreeSet};

/// Code of a double in one decision.
pub(super) const SAME_DECISION: &str = "A.01";
/// Code of a double of one form in one year.
pub(super) const SAME_FORM: &str = "A.02";
const SAME_YEAR: &str = "A.03";
const OTHER_YEAR: &str = "A.04";
/// Code of typed counts that are not those of the list.
pub(super) const TYPED: &str = "A.05";
const HEADLINE: &str = "A.06";
const EXCESS: &str = "A.07";

impl App {
    /// Everything to look at in the awards of a dossier, the gravest first.
    pub(super) fn award_remarks(
        &self,
        part: &DossierPart,
        all: &AllAwards,
        places: &dyn Places,
    ) -> Result<Vec<AwardRemark>, AppError> {
        let tables = self.award_tables()?;
        let own = part.awards.iter().map(|award| award.id).collect();
        let mut look = Look { part, all, own, tables, names: Names::of(tables) };
        let mut remarks = look.broken_rules(places);
        remarks.extend(look.doubles(places));
        remarks.extend(look.typed_counts());
        remarks.extend(look.headlines());
        remarks.extend(look.excesses());
        remarks.sort_by_key(|remark| weight(&remark.finding));
        Ok(remarks)
    }
}

/// A finding of the awards, at its award and line.
#[derive(Debug, Clone)]
pub(super) struct AwardRemark {
    pub finding: Finding,
    pub award: Option<i32>,
    /// Place of the line in the award.
    pub line: Option<i32>,
}

impl From<&AwardRemark> for view::AwardRemark {
    fn from(remark: &AwardRemark) -> Self {
        let finding = view::Finding::from(&remark.finding);
        Self { finding, award: remark.award, line: remark.line }
    }
}

const ERROR: &str = "error";
const WARNING: &str = "warning";
const NOTE: &str = "note";

fn weight(finding: &Finding) -> usize {
    [ERROR, WARNING].iter().position(|it| *it == finding.severity).unwrap_or(2)
}

struct Look<'a> {
    part: &'a DossierPart,
    all: &'a AllAwards,
    /// Ids of the dossier's own awards.
    own: BTreeSet<i32>,
    tables: &'a Tables,
    names: Names,
}

/// A violation at its place, with the names that its words need.
pub(super) fn named(
    violation: &Violation,
    all: &AllAwards,
    names: &mut Names,
) -> (String, Option<i32>) {
    if let Fault::SecondTime { earlier, .. } = &violation.fault {
        names.put_line(*earlier, all.line_name(*earlier, names));
    }
    let award = all.get(violation.award);
    let line = violation.line.and_then(|line| award?.lines.get(line));
    let place = match (line, award) {
        (Some(line), _) => line.name.clone(),
        (None, Some(award)) => award_name(award, names),
        (None, None) => String::new(),
    };
    (place, violation.line.and_then(|line| i32::try_from(line).ok()))
}

impl Look<'_> {
    fn broken_rules(&mut self, places: &dyn Places) -> Vec<AwardRemark> {
        let found = violations(&self.all.registered(), self.tables, places);
        let own: Vec<Violation> =
            found.into_iter().filter(|it| self.own.contains(&it.award)).collect();
        own.iter().map(|violation| self.broken_rule(violation)).collect()
    }

    fn broken_rule(&mut self, violation: &Violation) -> AwardRemark {
        let (place, line) = named(violation, self.all, &mut self.names);
        let (severity, sic) = match &violation.weight {
            Weight::Refused => (ERROR, None),
            Weight::Warned => (WARNING, None),
            Weight::Noted { reason } => (WARNING, Some(reason.clone())),
        };
        let award = violation.award;
        let at = line.map(|line| format!("/{line}")).unwrap_or_default();
        let finding = Finding {
            id: format!("{}/award/{award}{at}", violation.rule),
            severity,
            text: faults::violation(&place, violation, &self.names),
            todo: faults::way_out(violation),
            legal: Some(violation.article.clone()),
            reason: sic,
            ..warning(&violation.rule, faults::title(&violation.fault), Some(award))
        };
        AwardRemark { finding, award: Some(award), line }
    }

    /// Likely doubles of which at least one stands in the dossier. Where two awards are no fault,
    /// only certain ones are told: who was honoured in other years, once for each recipient.
    fn doubles(&mut self, places: &dyn Places) -> Vec<AwardRemark> {
        let found = duplicates(&self.all.registered(), self.tables, places);
        let mut remarks = Vec::new();
        let mut earlier: BTreeMap<LineRef, Vec<Duplicate>> = BTreeMap::new();
        for double in found {
            let Some(own) = self.own_line(&double) else { continue };
            match (double.extent, double.likeness >= CERTAIN) {
                (Extent::OtherYear, true) => earlier.entry(own).or_default().push(double),
                (Extent::SameYear | Extent::OtherYear, false) => {}
                _ => remarks.push(self.double(own, &double)),
            }
        }
        remarks.extend(earlier.iter().map(|(own, doubles)| self.other_years(*own, doubles)));
        remarks
    }

    /// The later of the two lines, where that one is the dossier's own.
    fn own_line(&self, found: &Duplicate) -> Option<LineRef> {
        [found.b, found.a].into_iter().find(|at| self.own.contains(&at.award))
    }

    fn double(&mut self, own: LineRef, found: &Duplicate) -> AwardRemark {
        for at in [found.a, found.b] {
            self.names.put_line(at, self.all.line_name(at, &self.names));
        }
        let code = match found.extent {
            Extent::SameDecision => SAME_DECISION,
            Extent::SameForm => SAME_FORM,
            Extent::SameYear | Extent::OtherYear => SAME_YEAR,
        };
        let (a, b) = (found.a, found.b);
        let finding = Finding {
            id: format!("{code}/award/{}/{}/{}/{}", a.award, a.line, b.award, b.line),
            severity: self.weight_of(found),
            text: words::duplicate(found, &self.names),
            todo: words::duplicate_todo(found.extent).to_owned(),
            ..warning(code, words::duplicate_title(found.extent), None)
        };
        at_line(finding, own)
    }

    /// Awards of other years of one recipient of the dossier.
    fn other_years(&self, own: LineRef, doubles: &[Duplicate]) -> AwardRemark {
        let name = |at| self.all.line_name(at, &self.names);
        let others =
            doubles.iter().map(|it| (name(if it.a == own { it.b } else { it.a }), &it.why));
        let others: Vec<(String, &Vec<Why>)> = others.collect();
        let finding = Finding {
            id: format!("{OTHER_YEAR}/award/{}/{}", own.award, own.line),
            severity: NOTE,
            text: words::other_years(&name(own), &others),
            todo: words::duplicate_todo(Extent::OtherYear).to_owned(),
            ..warning(OTHER_YEAR, words::duplicate_title(Extent::OtherYear), None)
        };
        at_line(finding, own)
    }

    /// One decision reported in two dossiers names the same people twice, rightly.
    fn weight_of(&self, found: &Duplicate) -> &'static str {
        let dossier = |id| self.all.get(id).map(|award| award.dossier);
        let apart = dossier(found.a.award) != dossier(found.b.award);
        match found.extent {
            Extent::SameDecision if apart => NOTE,
            Extent::SameDecision | Extent::SameForm => WARNING,
            Extent::SameYear | Extent::OtherYear => NOTE,
        }
    }

    /// Awards whose typed counts are not those of their list.
    fn typed_counts(&self) -> Vec<AwardRemark> {
        let event = self.part.dossier.event.date;
        let both = |award: &&Award| !award.lines.is_empty() && !award.shares.is_empty();
        let awards = self.part.awards.iter().filter(both).map(std::slice::from_ref);
        let found = awards.flat_map(|award| {
            let typed = Statement::typed(award, self.tables, event);
            reconcile(&typed, &Statement::listed(award, self.tables, event))
        });
        found.enumerate().map(|(place, it)| self.typed_count(place, &it)).collect()
    }

    fn typed_count(&self, place: usize, found: &Difference) -> AwardRemark {
        let award = award_of(found);
        let finding = Finding {
            id: format!("{TYPED}/award/{}/{place}", award.unwrap_or_default()),
            text: words::typed(&found.first, &found.second, &self.names),
            todo: words::TYPED_TODO.to_owned(),
            ..warning(TYPED, words::TYPED_TITLE, award)
        };
        AwardRemark { finding, award, line: None }
    }

    /// Totals of the year that are not the sum of the awards. A total says nothing of forms that
    /// it does not name, and a list that was not entered contradicts nobody.
    fn headlines(&self) -> Vec<AwardRemark> {
        let (awards, event) = (&self.part.awards, self.part.dossier.event.date);
        let stated = Statement::headlines(awards, self.tables, event);
        let sum = Statement::of(awards, self.tables, event);
        let told = |it: &Difference| !it.first.is_empty() && !it.second.is_empty();
        let found = reconcile(&stated, &sum).into_iter().filter(told);
        let remarks = found.map(|it| {
            let award = it.first.iter().flat_map(|(_, tally)| &tally.awards).next().copied();
            let finding = Finding {
                text: words::headline(&it.first, &it.second, &self.names),
                todo: words::HEADLINE_TODO.to_owned(),
                ..warning(HEADLINE, words::HEADLINE_TITLE, award)
            };
            AwardRemark { finding, award, line: None }
        });
        remarks.collect()
    }

    fn excesses(&self) -> Vec<AwardRemark> {
        let name = |id| self.all.get(id).map(|it| award_name(it, &self.names)).unwrap_or_default();
        let found = excesses(&self.part.awards);
        let remarks = found.iter().map(|it| {
            let award = Some(it.subset);
            let finding = Finding {
                severity: ERROR,
                text: words::excess(it, &name(it.subset), &name(it.whole)),
                todo: words::EXCESS_TODO.to_owned(),
                ..warning(EXCESS, words::EXCESS_TITLE, award)
            };
            AwardRemark { finding, award, line: None }
        });
        remarks.collect()
    }
}

/// The award that a difference is about, where it is one.
fn award_of(found: &Difference) -> Option<i32> {
    let cells = found.first.iter().chain(&found.second);
    let awards: BTreeSet<i32> = cells.flat_map(|(_, tally)| tally.awards.iter().copied()).collect();
    awards.first().copied().filter(|_| awards.len() == 1)
}

/// A finding at a line of an award.
fn at_line(finding: Finding, line: LineRef) -> AwardRemark {
    AwardRemark { finding, award: Some(line.award), line: i32::try_from(line.line).ok() }
}

/// A warning without words yet.
fn warning(code: &str, title: &str, award: Option<i32>) -> Finding {
    Finding {
        id: format!("{code}/award/{}", award.unwrap_or_default()),
        code: code.to_owned(),
        severity: WARNING,
        title: title.to_owned(),
        ..Finding::default()
    }
}
