//! Reward money of whole awards and lists of awards.

use crate::money::{Grant, Money, MoneyError, money};
use crate::tables::Tables;
use bc138_domain::{Award, Fixed, Recipient, Setting};

/// The money of all recipients of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The kind.
    pub recipient: Recipient,
    /// How many.
    pub count: i32,
    /// What each of them gets.
    pub each: Money,
    /// What they get together, in đồng.
    pub sum: Fixed,
}

/// The money of one award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardMoney {
    /// Id of the award.
    pub award: i32,
    /// By kind of recipient.
    pub parts: Vec<Part>,
    /// The sum in đồng.
    pub total: Fixed,
    /// Whether an assumption is in it.
    pub unconfirmed: bool,
}

/// The money of a list of awards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListMoney {
    /// Awards whose money is known, in the order of the list.
    pub awards: Vec<AwardMoney>,
    /// Awards whose money is not known, and why; they are not in the total.
    pub missing: Vec<(i32, MoneyError)>,
    /// The sum of the known ones in đồng; `None` when it is out of range.
    pub total: Option<Fixed>,
}

/// A line on which the source printed another amount than the law gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedDifference {
    /// Place of the line in the award.
    pub line: usize,
    /// As printed.
    pub printed: Fixed,
    /// As computed.
    pub computed: Fixed,
}

/// The money of one award; recipients come from its lines where there are any.
///
/// # Errors
/// [`MoneyError`] names what is missing: nothing is told for a part of the recipients only.
pub fn award_money(
    award: &Award,
    tables: &Tables,
    settings: &[Setting],
) -> Result<AwardMoney, MoneyError> {
    let mut parts = Vec::new();
    for (recipient, count) in recipients(award, tables)? {
        let each = line_money(award, recipient, tables, settings)?;
        let sum = times(each.amount, count).ok_or(MoneyError::Inexact)?;
        parts.push(Part { recipient, count, each, sum });
    }
    let total = sum(parts.iter().map(|part| part.sum)).ok_or(MoneyError::Inexact)?;
    let unconfirmed = parts.iter().any(|part| part.each.unconfirmed);
    Ok(AwardMoney { award: award.id, parts, total, unconfirmed })
}

/// The money of a list: awards that count towards a sum, so that a locality's share, a headline
/// and a revoked award are passed over.
#[must_use]
pub fn list_money(awards: &[Award], tables: &Tables, settings: &[Setting]) -> ListMoney {
    let mut list = ListMoney::default();
    for award in awards.iter().filter(|award| award.is_counted()) {
        match award_money(award, tables, settings) {
            Ok(money) => list.awards.push(money),
            Err(missing) => list.missing.push((award.id, missing)),
        }
    }
    list.total = sum(list.awards.iter().map(|award| award.total));
    list
}

/// The lines whose printed money is not the computed one. A line without a computable amount is
/// passed over: [`award_money`] says what it lacks.
#[must_use]
pub fn printed_differences(
    award: &Award,
    tables: &Tables,
    settings: &[Setting],
) -> Vec<PrintedDifference> {
    let lines = award.lines.iter().enumerate().filter(|(_, line)| line.stands());
    let differing = lines.filter_map(|(line, it)| {
        let printed = it.money_printed?;
        let computed = line_money(award, it.kind, tables, settings).ok()?.amount;
        (printed != computed).then_some(PrintedDifference { line, printed, computed })
    });
    differing.collect()
}

/// What one recipient of this kind gets from the award.
///
/// # Errors
/// [`MoneyError`] names what is missing.
pub fn line_money(
    award: &Award,
    recipient: Recipient,
    tables: &Tables,
    settings: &[Setting],
) -> Result<Money, MoneyError> {
    let decision_day = award.decision_date.ok_or(MoneyError::NoDecisionDate)?;
    let [form] = award.forms.as_slice() else { return Err(several_forms(award)) };
    let unknown = || MoneyError::UnknownAuthority(award.authorities.clone());
    let [printed] = award.authorities.as_slice() else { return Err(unknown()) };
    let authority = tables.recognise(printed, Some(decision_day)).ok_or_else(unknown)?;
    let class = award.medal_class;
    let grant = Grant { form, authority: &authority.code, recipient, class, decision_day };
    money(&grant, tables, settings)
}

fn several_forms(award: &Award) -> MoneyError {
    let printed = award.form_printed.clone().unwrap_or_default();
    if award.forms.is_empty() { MoneyError::UnknownForm(printed) } else { MoneyError::SeveralForms }
}

/// Counts by single kinds of recipients.
fn recipients(award: &Award, tables: &Tables) -> Result<Vec<(Recipient, i32)>, MoneyError> {
    let counts = award.counts();
    if counts.is_empty() {
        return objects(award, tables);
    }
    let single = |share: &bc138_domain::Share| {
        let mut kinds = share.kinds.iter();
        match (kinds.next(), kinds.next()) {
            (Some(kind), None) => share.count.map(|n| (*kind, n)).ok_or(MoneyError::Uncounted),
            _ => Err(MoneyError::MergedRecipients),
        }
    };
    counts.iter().map(single).collect()
}

/// Awards counted as things have as many recipients, where the form has one kind of them only.
fn objects(award: &Award, tables: &Tables) -> Result<Vec<(Recipient, i32)>, MoneyError> {
    let Some(objects) = &award.objects else { return Ok(Vec::new()) };
    let form = award.forms.first().and_then(|form| tables.form(form, award.decision_date));
    match form.map(|form| form.recipients.as_slice()) {
        Some([only]) => Ok(vec![(*only, objects.count.ok_or(MoneyError::Uncounted)?)]),
        _ => Err(MoneyError::MergedRecipients),
    }
}

fn times(amount: Fixed, count: i32) -> Option<Fixed> {
    amount.thousandths().checked_mul(i64::from(count)).map(Fixed::from_thousandths)
}

fn sum(mut amounts: impl Iterator<Item = Fixed>) -> Option<Fixed> {
    amounts.try_fold(Fixed::default(), Fixed::checked_add)
}
