//! The list of awards of the open dossier.

use super::card::Cards;
use super::names::Names;
use crate::app::App;
use crate::error::AppError;
use crate::vi::awards as words;
use crate::view::{AwardCountRow, AwardsView, Choice, RecipientKind};
use bc138_awards::Tables;
use bc138_awards::count::{Cell, Statement, Tally};
use bc138_awards::ledger::derive;
use bc138_awards::total::{ListMoney, list_money};
use bc138_domain::year::state_of;
use bc138_domain::{DossierPart, Recipient, YearState};

impl App {
    /// The awards of the open dossier: recipients, counts, money with its sources, and what to
    /// look at. Nothing in it is stored or corrected.
    ///
    /// # Errors
    /// No dossier is open, or the store fails.
    pub fn awards(&mut self) -> Result<AwardsView, AppError> {
        let registry = self.registry()?;
        let (part, tables, settings) = (self.part()?, self.award_tables()?, self.award_settings()?);
        let all = self.all_awards()?;
        let money = list_money(&part.awards, tables, &settings);
        let names = Names::of(tables);
        let cards = Cards { tables, settings: &settings, names: &names, money: &money };
        let awards = part.awards.iter().map(|award| cards.card(award)).collect();
        let remarks = self.award_remarks(&part, &all, &self.unit_places(&registry)?)?;
        Ok(AwardsView {
            title: words::title(&part.dossier.label()),
            locked: self.awards_locked(&part)?,
            awards,
            counts: counts(&part, tables, &names),
            total: money.total.map(|total| total.to_string()).unwrap_or_default(),
            total_note: note(&money),
            remarks: remarks.iter().map(Into::into).collect(),
            kinds: Recipient::ALL.into_iter().map(kind_choice).collect(),
            honours: tables.honours().iter().map(|(code, name)| Choice::new(code, name)).collect(),
        })
    }

    fn awards_locked(&self, part: &DossierPart) -> Result<Option<String>, AppError> {
        let Some(year) = crate::year::year_of(&part.dossier.window) else { return Ok(None) };
        let closed = state_of(&self.year_marks()?, year) == YearState::Closed;
        Ok(closed.then(|| crate::vi::table::closed(year)))
    }
}

fn note(money: &ListMoney) -> Option<String> {
    let unconfirmed = money.awards.iter().any(|award| award.unconfirmed);
    words::money::total_note(money.missing.len(), unconfirmed)
}

/// Every count with the indicator it belongs to; counts of no single indicator come last.
fn counts(part: &DossierPart, tables: &Tables, names: &Names) -> Vec<AwardCountRow> {
    let statement = Statement::of(&part.awards, tables, part.dossier.event.date);
    let ledger = derive(&statement, tables);
    let indicator = |cell: &Cell| {
        let (form, authority) = (cell.forms.first()?, cell.authorities.first()?);
        let code = tables.indicator(form, authority)?;
        let alone = !ledger.unassigned.iter().any(|(other, _)| other == cell);
        alone.then(|| code.to_owned())
    };
    let row = |(cell, tally): (&Cell, &Tally)| AwardCountRow {
        label: words::remarks::about(cell, names),
        recipients: words::kinds(&cell.recipients),
        count: words::remarks::tally_text(tally),
        indicator: indicator(cell),
    };
    let mut rows: Vec<AwardCountRow> = statement.cells().iter().map(row).collect();
    rows.sort_by_key(|row| row.indicator.is_none());
    rows
}

fn kind_choice(kind: Recipient) -> Choice {
    let value = serde_json::to_value(RecipientKind::from(kind)).unwrap_or_default();
    Choice::new(value.as_str().unwrap_or_default(), words::kind(kind))
}
