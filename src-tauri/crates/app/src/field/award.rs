//! Fields of awards and targets.

use super::parse::{
    Refusal, choice, chosen, clause, count_or_words, day, entries, line, shown, shown_day,
    shown_number, whole, word,
};
use bc138_domain::{Award, AwardObjects, Operator, Qualifier, Recipient, Share, Target, cell};
use std::collections::BTreeSet;

pub(super) fn award_text(it: &Award, field: &str) -> Option<String> {
    Some(match field {
        "form" => it.forms.join("; "),
        "form_printed" => shown(it.form_printed.as_ref()),
        "authorities" => it.authorities.join("; "),
        "collectives" => share_text(it, &[Recipient::Collective]),
        "persons" => share_text(it, &[Recipient::Person]),
        "households" => share_text(it, &[Recipient::Household]),
        "together" => share_text(it, &TOGETHER),
        "together_noun" => {
            find_share(it, &TOGETHER).map_or_else(String::new, |share| shown(share.noun.as_ref()))
        }
        "title" => shown(it.title.as_ref()),
        "medal_class" => it.medal_class.as_ref().map(word).unwrap_or_default(),
        "objects" => it.objects.as_ref().map(objects_text).unwrap_or_default(),
        "objects_noun" => it.objects.as_ref().map(|it| it.noun.clone()).unwrap_or_default(),
        "reason" => shown(it.reason.as_ref()),
        "merit_year" => shown_number(it.merit_year),
        "decision_number" => shown(it.decision_number.as_ref()),
        "decision_date" => shown_day(it.decision_date),
        "signer" => shown(it.signer.as_ref()),
        "presenter" => shown(it.presenter.as_ref()),
        "locality" => shown(it.locality.as_ref()),
        "phrasing" => word(&it.phrasing),
        "headline" => flag_text(it.headline),
        "revoked" => flag_text(it.revoked),
        "sic" => shown(it.sic.as_ref()),
        _ => return None,
    })
}

const TOGETHER: [Recipient; 2] = [Recipient::Collective, Recipient::Person];

pub(super) fn set_award(it: &mut Award, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "form" => it.forms = entries(raw)?,
        "form_printed" => it.form_printed = line(raw)?,
        "authorities" => it.authorities = entries(raw)?,
        "collectives" => set_share(it, &[Recipient::Collective], raw)?,
        "persons" => set_share(it, &[Recipient::Person], raw)?,
        "households" => set_share(it, &[Recipient::Household], raw)?,
        "together" => set_share(it, &TOGETHER, raw)?,
        "together_noun" => set_noun(it, raw)?,
        "title" => it.title = line(raw)?,
        "medal_class" => it.medal_class = choice(raw)?,
        "objects" => set_objects(it, raw)?,
        "objects_noun" => set_objects_noun(it, raw)?,
        "reason" => it.reason = Some(clause(raw)?).filter(|text| !text.is_empty()),
        "merit_year" => it.merit_year = whole(raw, 1945, 2200)?,
        "decision_number" => it.decision_number = line(raw)?,
        "decision_date" => it.decision_date = day(raw)?,
        "signer" => it.signer = line(raw)?,
        "presenter" => it.presenter = line(raw)?,
        "locality" => it.locality = line(raw)?,
        "phrasing" => it.phrasing = chosen(raw)?,
        "headline" => it.headline = flag(raw)?,
        "revoked" => it.revoked = flag(raw)?,
        "sic" => it.sic = line(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

fn flag(raw: &str) -> Result<bool, Refusal> {
    match raw.trim() {
        "" | "no" => Ok(false),
        "yes" => Ok(true),
        other => Err(Refusal::Choice(other.to_owned())),
    }
}

fn flag_text(flag: bool) -> String {
    if flag { "yes" } else { "no" }.to_owned()
}

fn find_share<'a>(award: &'a Award, kinds: &[Recipient]) -> Option<&'a Share> {
    let kinds: BTreeSet<Recipient> = kinds.iter().copied().collect();
    award.shares.iter().find(|share| share.kinds == kinds)
}

fn share_text(award: &Award, kinds: &[Recipient]) -> String {
    find_share(award, kinds).map_or_else(String::new, |share| match (&share.words, share.count) {
        (Some(words), _) => words.clone(),
        (None, Some(count)) => {
            bc138_domain::Fixed::from_int(count.into()).map(|n| n.to_string()).unwrap_or_default()
        }
        (None, None) => String::new(),
    })
}

/// Replaces the share of these kinds; an empty text removes it. Shares keep the order of kinds.
fn set_share(award: &mut Award, kinds: &[Recipient], raw: &str) -> Result<(), Refusal> {
    let read = count_or_words(raw)?;
    let kinds: BTreeSet<Recipient> = kinds.iter().copied().collect();
    let noun = award.shares.iter().find(|s| s.kinds == kinds).and_then(|s| s.noun.clone());
    award.shares.retain(|share| share.kinds != kinds);
    if let Some((count, words)) = read {
        award.shares.push(Share { kinds, count, words, noun });
        award.shares.sort_by(|a, b| a.kinds.cmp(&b.kinds));
    }
    Ok(())
}

/// The recipients in the source's words; without a count it names them: “cán bộ và Nhân dân xã A”.
fn set_noun(award: &mut Award, raw: &str) -> Result<(), Refusal> {
    let noun = line(raw)?;
    let kinds: BTreeSet<Recipient> = TOGETHER.into_iter().collect();
    match award.shares.iter_mut().find(|share| share.kinds == kinds) {
        Some(share) => share.noun = noun,
        None if noun.is_some() => {
            award.shares.push(Share { kinds, count: None, words: None, noun });
            award.shares.sort_by(|a, b| a.kinds.cmp(&b.kinds));
        }
        None => {}
    }
    let says_something =
        |share: &Share| share.count.is_some() || share.words.is_some() || share.noun.is_some();
    award.shares.retain(says_something);
    Ok(())
}

fn objects_text(objects: &AwardObjects) -> String {
    let number = || objects.count.and_then(|count| bc138_domain::Fixed::from_int(count.into()));
    let words = objects.words.clone();
    words.or_else(|| number().map(|number| number.to_string())).unwrap_or_default()
}

/// Awards counted as things; an empty count leaves the noun, an empty noun takes all away.
fn set_objects(award: &mut Award, raw: &str) -> Result<(), Refusal> {
    let noun = award.objects.take().map(|objects| objects.noun).unwrap_or_default();
    let (count, words) = count_or_words(raw)?.unwrap_or_default();
    let says_something = count.is_some() || words.is_some() || !noun.is_empty();
    award.objects = says_something.then_some(AwardObjects { count, words, noun });
    Ok(())
}

fn set_objects_noun(award: &mut Award, raw: &str) -> Result<(), Refusal> {
    let noun = line(raw)?.unwrap_or_default();
    let (count, words) = award.objects.take().map(|it| (it.count, it.words)).unwrap_or_default();
    let says_something = count.is_some() || words.is_some() || !noun.is_empty();
    award.objects = says_something.then_some(AwardObjects { count, words, noun });
    Ok(())
}

pub(super) fn target_text(it: &Target, field: &str) -> Option<String> {
    Some(match field {
        "indicator" => shown(it.indicator.as_ref()),
        "lead" => shown(it.lead.as_ref()),
        "amount" => it.printed_amount().unwrap_or_default(),
        "text" => it.text.clone(),
        "deadline" => shown(it.deadline.as_ref()),
        _ => return None,
    })
}

pub(super) fn set_target(it: &mut Target, field: &str, raw: &str) -> Result<(), Refusal> {
    match field {
        "indicator" => it.indicator = line(raw)?,
        "lead" => it.lead = line(raw)?,
        "amount" => set_target_amount(it, raw)?,
        "text" => it.text = clause(raw)?,
        "deadline" => it.deadline = line(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

/// The amount; its words are kept where the operator says it with others (“ít nhất 05”).
fn set_target_amount(it: &mut Target, raw: &str) -> Result<(), Refusal> {
    let (operator, stated) = match raw.trim().strip_prefix(AT_MOST) {
        Some(stated) => (Some(Operator::AtMost), stated),
        None => (None, raw),
    };
    let reading = cell::read(stated)?;
    let qualifier = reading.as_ref().and_then(|reading| reading.qualifier);
    it.operator = operator.unwrap_or_else(|| operator_of(qualifier));
    it.amount = reading.and_then(|reading| reading.amount);
    it.printed = None;
    let Some(amount) = &it.amount else { return Ok(()) };
    let plain = cell::meant_form(stated).unwrap_or_else(|| amount.to_string());
    let said = match (operator, qualifier) {
        (Some(_), _) => format!("{AT_MOST}{plain}"),
        (None, Some(qualifier)) => qualifier.apply(&plain),
        (None, None) => plain,
    };
    it.printed = Some(said).filter(|said| it.printed_amount().as_ref() != Some(said));
    Ok(())
}

/// The words of [`Operator::AtMost`] before an amount.
const AT_MOST: &str = "không quá ";

const fn operator_of(qualifier: Option<Qualifier>) -> Operator {
    match qualifier {
        Some(Qualifier::FromUp | Qualifier::AtLeast) => Operator::AtLeast,
        Some(Qualifier::Above | Qualifier::MoreThan | Qualifier::Exceeding) => Operator::MoreThan,
        Some(Qualifier::Below) => Operator::AtMost,
        _ => Operator::Exactly,
    }
}
