//! Targets and the indicators they are measured by: what can be chosen, and what is probably meant.

use crate::view::Choice;
use bc138_domain::text::search_key;
use bc138_domain::{Amount, Catalogue, Indicator, IndicatorKind, Target};
use std::collections::BTreeSet;

/// How much of the words must be alike before an indicator is offered.
const LIKE_ENOUGH: f64 = 0.6;

/// The indicators that a target can be measured by, each told apart by the heading of its group.
pub(crate) fn choices<'a>(catalogue: &'a Catalogue, own: &'a [Indicator]) -> Vec<Choice> {
    measurable(catalogue, own).map(|it| choice(catalogue, it)).collect()
}

/// The indicator that the words of a target fit better than any other, where they fit well.
pub(crate) fn likely(target: &Target, catalogue: &Catalogue, own: &[Indicator]) -> Option<Choice> {
    let words = words(&[target.lead.as_deref().unwrap_or_default(), &target.text]);
    let fitting = measurable(catalogue, own).filter(|it| fits(target.amount.as_ref(), it.kind));
    let mut scored: Vec<(f64, &Indicator)> =
        fitting.map(|it| (likeness(&words, catalogue, it), it)).collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let (best, indicator) = *scored.first()?;
    let second = scored.get(1).map_or(0.0, |(score, _)| *score);
    (best >= LIKE_ENOUGH && best > second).then(|| choice(catalogue, indicator))
}

fn measurable<'a>(
    catalogue: &'a Catalogue,
    own: &'a [Indicator],
) -> impl Iterator<Item = &'a Indicator> {
    let asked = |it: &&Indicator| it.kind != IndicatorKind::Text && !it.group.is_empty();
    catalogue.indicators().iter().chain(own).filter(asked)
}

fn choice(catalogue: &Catalogue, it: &Indicator) -> Choice {
    let group = catalogue.group(&it.group).map_or("", |group| group.title.as_str());
    let parts = [it.name.as_str(), group];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Choice::new(&it.code, parts.join(" – "))
}

/// A percentage is of a ratio; a number of anything else. A goal in words is measured by nothing.
const fn fits(amount: Option<&Amount>, kind: IndicatorKind) -> bool {
    let rate = matches!(kind, IndicatorKind::Ratio | IndicatorKind::Percent);
    match amount {
        Some(Amount::Percent { .. }) => rate,
        Some(Amount::Ratio { .. }) => matches!(kind, IndicatorKind::Ratio),
        Some(Amount::Money { .. }) => matches!(kind, IndicatorKind::Money),
        Some(Amount::Number { .. } | Amount::Quantity { .. }) => {
            !rate && !matches!(kind, IndicatorKind::Money)
        }
        Some(Amount::Words { .. }) | None => false,
    }
}

/// How like the words of a target are to what an indicator is called: in its field, in a sentence,
/// or in its field under the heading of its group.
fn likeness(target: &BTreeSet<String>, catalogue: &Catalogue, it: &Indicator) -> f64 {
    let group = catalogue.group(&it.group).map_or("", |group| group.title.as_str());
    let called =
        [words(&[&it.name]), words(&[&it.lead, &it.noun, &it.tail]), words(&[&it.name, group])];
    called.iter().map(|called| shared(target, called)).fold(0.0, f64::max)
}

/// The share of words that both have (Dice): 1 when they are the same.
fn shared(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let count = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
    let all = count(a.len() + b.len());
    if all == 0.0 { 0.0 } else { 2.0 * count(a.intersection(b).count()) / all }
}

/// Words that say nothing of what is counted.
const EMPTY: [&str; 9] = ["phan", "dau", "cac", "tren", "dia", "ban", "toan", "tinh", "co"];

fn words(texts: &[&str]) -> BTreeSet<String> {
    let key = search_key(&texts.join(" "));
    let words = key.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !EMPTY.contains(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use bc138_domain::{Fixed, Operator};

    fn target(text: &str, amount: Option<Amount>) -> Target {
        let text = text.to_owned();
        Target { text, amount, operator: Operator::AtLeast, ..Target::default() }
    }

    fn percent() -> Option<Amount> {
        Some(Amount::Percent { value: Fixed::from_int(80).unwrap() })
    }

    fn meant(target: &Target) -> Option<String> {
        let catalogue = Assets::load().unwrap().catalogue;
        likely(target, &catalogue, &[]).map(|choice| choice.value)
    }

    #[test]
    fn the_words_of_a_target_name_its_indicator() {
        let kdc = target("khu dân cư đạt tiêu chuẩn “An toàn về ANTT”", percent());
        assert_eq!(meant(&kdc).as_deref(), Some("at_kdc"));
        let short = target("khu dân cư đạt chuẩn “An toàn về ANTT”", percent());
        assert_eq!(meant(&short).as_deref(), Some("at_kdc"), "as the form's example says it");
        let registered = target("khu dân cư đăng ký phấn đấu", percent());
        assert_eq!(meant(&registered).as_deref(), Some("dk_kdc"));
        let five = Some(Amount::Number { value: Fixed::from_int(5).unwrap() });
        let models =
            Target { lead: Some("xây dựng mới".to_owned()), ..target("mô hình ANTT", five) };
        assert_eq!(meant(&models).as_deref(), Some("mh_moi_loai"));
    }

    #[test]
    fn nothing_is_offered_on_slight_likeness_or_for_goals_in_words() {
        assert_eq!(meant(&target("hộ gia đình trồng cây xanh", percent())), None);
        let words = target("khu dân cư đạt tiêu chuẩn “An toàn về ANTT”", None);
        assert_eq!(meant(&words), None, "there is no number to measure");
    }
}
