//! What the awards of a dossier add to its findings, beside the numbered checks.

use super::all::AllAwards;
use super::remarks::{AwardRemark, SAME_DECISION, SAME_FORM, TYPED};
use crate::app::App;
use crate::check::Finding;
use crate::error::AppError;
use crate::field::{FieldKey, List, RowRef};
use crate::vi::awards::remarks as words;
use bc138_awards::Tables;
use bc138_awards::duplicate::Registered;
use bc138_awards::place::NoRegister;
use bc138_awards::rule::Check;
use bc138_domain::DossierPart;
use std::collections::BTreeSet;

/// Codes that become findings. L.01 and L.07 are the checks K.003 and K.013; totals and shares are
/// K.004 and K.005.
const CODES: [&str; 9] =
    ["L.02", "L.03", "L.04", "L.05", "L.06", "L.08", SAME_DECISION, SAME_FORM, TYPED];

impl App {
    /// Broken legal rules, likely doubles and counts that differ from their list, of the open
    /// dossier, gravest first.
    ///
    /// # Errors
    /// No dossier is open, or the store fails.
    pub fn award_findings(&self) -> Result<Vec<Finding>, AppError> {
        let part = &self.part()?;
        let mut all = self.all_awards()?;
        near(&mut all, part, self.award_tables()?);
        let remarks = match self.known_registry().filter(|_| all.has_lines()) {
            Some(registry) => self.award_remarks(part, &all, &self.unit_places(registry)?)?,
            None => self.award_remarks(part, &all, &NoRegister)?,
        };
        Ok(remarks.into_iter().filter_map(|remark| self.award_finding(part, remark)).collect())
    }

    /// A remark as a finding of the dossier, with its field, its reason and why it matters; what is
    /// only worth knowing stands in the list of awards.
    fn award_finding(&self, part: &DossierPart, remark: AwardRemark) -> Option<Finding> {
        let finding = remark.finding;
        let code = CODES.into_iter().find(|code| *code == finding.code)?;
        if !finding.counts() {
            return None;
        }
        let row = RowRef::Id(remark.award?);
        let key = FieldKey::Row { list: List::Award, row, field: "form".to_owned() };
        let given = part.reasons.iter().find(|reason| reason.finding == finding.id);
        Some(Finding {
            step: self.step_of(part, &key),
            key: Some(key.to_string()),
            reason: given.map(|reason| reason.text.clone()).or(finding.reason),
            why: words::why(code).to_owned(),
            reasons: words::usual_reasons(code).iter().map(|it| (*it).to_owned()).collect(),
            ..finding
        })
    }
}

/// Keeps the awards that a finding of the dossier can be about: its own, those of the same form
/// and year, and those that are given once in a life.
fn near(all: &mut AllAwards, part: &DossierPart, tables: &Tables) {
    let event = part.dossier.event.date;
    let own: BTreeSet<(String, Option<i32>)> = part
        .awards
        .iter()
        .flat_map(|award| {
            let year = Registered { award, event }.year();
            award.forms.iter().map(move |form| (form.clone(), year))
        })
        .collect();
    let for_life = tables.rules().iter().filter(|rule| rule.check == Check::OnceInLife);
    let for_life: BTreeSet<&String> = for_life.flat_map(|rule| &rule.forms).collect();
    all.retain(|it| {
        let concerns =
            |form: &String| for_life.contains(form) || own.contains(&(form.clone(), it.year()));
        it.award.dossier == part.dossier.id || it.award.forms.iter().any(concerns)
    });
}
