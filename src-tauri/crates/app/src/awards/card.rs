//! One award as the window shows it: counts, recipients, money with where it comes from.

use super::all::award_name;
use super::line;
use super::names::Names;
use crate::vi::awards as words;
use crate::view::{
    AwardCard, AwardLineRow, AwardMoneyRow, Message, MoneyGap, MoneySource, Severity,
};
use bc138_awards::Tables;
use bc138_awards::money::MoneyError;
use bc138_awards::total::{
    AwardMoney, ListMoney, Part, PrintedDifference, line_money, printed_differences,
};
use bc138_domain::{Award, AwardLine, Setting};

/// What a card is made with.
pub(super) struct Cards<'a> {
    pub tables: &'a Tables,
    pub settings: &'a [Setting],
    pub names: &'a Names,
    pub money: &'a ListMoney,
}

impl Cards<'_> {
    pub fn card(&self, award: &Award) -> AwardCard {
        let money = self.money.awards.iter().find(|money| money.award == award.id);
        let missing = self.money.missing.iter().find(|(id, _)| *id == award.id);
        AwardCard {
            id: award.id,
            key: format!("award/{}", award.id),
            label: award_name(award, self.names),
            counts: words::counts(award),
            derived: !award.lines.is_empty(),
            apart: apart(award),
            revoked: award.is_revoked().then(|| words::revoked(award.revocation.as_ref())),
            sic: award.sic.clone(),
            lines: self.lines(award),
            money: money.map(|money| money.parts.iter().map(row).collect()).unwrap_or_default(),
            total: money.filter(|it| !it.parts.is_empty()).map_or_else(String::new, total),
            missing: missing.map(|(id, error)| self.gap(*id, error)),
        }
    }

    fn gap(&self, award: i32, error: &MoneyError) -> MoneyGap {
        let (text, field) = words::money::missing(error, self.names);
        MoneyGap { text, key: field.map(|field| format!("award/{award}/{field}")) }
    }

    fn lines(&self, award: &Award) -> Vec<AwardLineRow> {
        let differing = printed_differences(award, self.tables, self.settings);
        let lines = award.lines.iter().enumerate();
        lines.map(|(place, line)| self.line(award, place, line, &differing)).collect()
    }

    fn line(
        &self,
        award: &Award,
        place: usize,
        it: &AwardLine,
        differing: &[PrintedDifference],
    ) -> AwardLineRow {
        let stands = it.stands() && award.is_counted();
        let money = line_money(award, it.kind, self.tables, self.settings).ok();
        let money = money.filter(|_| stands).map(|money| money.amount.to_string());
        let differing = differing.iter().find(|found| found.line == place);
        AwardLineRow {
            index: i32::try_from(place).unwrap_or(i32::MAX),
            typed: line::shown(it),
            money: money.unwrap_or_default(),
            revoked: it.revocation.as_ref().map(|it| words::revoked(Some(it))),
            message: differing.map(printed_otherwise),
        }
    }
}

fn apart(award: &Award) -> Option<String> {
    match (award.subset_of, award.headline) {
        (Some(_), _) => Some(words::subset(award.locality.as_deref())),
        (None, true) => Some(words::HEADLINE.to_owned()),
        (None, false) => None,
    }
}

fn total(money: &AwardMoney) -> String {
    money.total.to_string()
}

fn row(part: &Part) -> AwardMoneyRow {
    let mut sources: Vec<MoneySource> = Vec::new();
    for source in part.each.sources.iter().map(words::money::source) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    AwardMoneyRow {
        recipient: part.recipient.noun().to_owned(),
        count: part.count,
        each: part.each.amount.to_string(),
        sum: part.sum.to_string(),
        formula: words::money::formula(&part.each),
        sources,
    }
}

fn printed_otherwise(found: &PrintedDifference) -> Message {
    let text = words::money::printed_otherwise(found.printed, found.computed);
    Message { severity: Severity::Warning, text, offer: None }
}
