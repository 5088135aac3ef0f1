//! Forms that a person receives once in a life, whatever the year, the dossier and the spelling.

use crate::duplicate::{Extent, Registered, extent, identities, pairs};
use crate::identity::{CERTAIN, Likeness, LineRef};
use crate::lawful::{Case, Fault, Violation, Weight};
use crate::place::Places;
use crate::rule::Check;
use crate::tables::Tables;
use bc138_domain::Recipient;
use std::collections::{BTreeMap, BTreeSet};

/// Everybody who receives such a form a second time.
pub(crate) fn second_times(
    register: &[Registered<'_>],
    tables: &Tables,
    places: &dyn Places,
) -> Vec<Violation> {
    let mut found = Vec::new();
    for (rule, form) in once_in_life_forms(tables) {
        let of_form: Vec<Registered<'_>> =
            register.iter().filter(|it| it.award.forms.contains(&form)).copied().collect();
        let people = identities(&of_form, tables, places);
        let by_id: BTreeMap<i32, &Registered<'_>> =
            of_form.iter().map(|it| (it.award.id, it)).collect();
        for (a, b, likeness) in pairs(&people) {
            let both = by_id.get(&a.award).zip(by_id.get(&b.award));
            let Some((x, y)) = both else { continue };
            let violation = second_time((a, x), (b, y), &likeness, &rule, tables);
            found.extend(violation);
        }
    }
    found
}

/// The violation of the later of two lines. A decision reported in two dossiers is one award, and
/// a name twice in one list is a duplicate: neither is a second award.
fn second_time(
    (a, x): (LineRef, &Registered<'_>),
    (b, y): (LineRef, &Registered<'_>),
    likeness: &Likeness,
    rule: &str,
    tables: &Tables,
) -> Option<Violation> {
    // Without days, the one further down the register is taken for the later one.
    let swapped = matches!((x.day(), y.day()), (Some(x), Some(y)) if y < x);
    let (earlier, at, it) = if swapped { (b, a, x) } else { (a, b, y) };
    let is_person = it.award.lines.get(at.line)?.kind == Recipient::Person;
    if !is_person || extent(x, y) == Extent::SameDecision {
        return None;
    }
    let mut rules = tables.rules().iter();
    let rule = rules.find(|it_rule| it_rule.code == rule && it_rule.validity.holds(it.day()))?;
    let fault = Fault::SecondTime { earlier, likeness: likeness.score };
    let mut violation = Case { it, rule, tables }.found(Some(at.line), fault, "");
    if likeness.score < CERTAIN && violation.weight == Weight::Refused {
        violation.weight = Weight::Warned;
    }
    Some(violation)
}

/// Codes of rules with the forms they are about.
fn once_in_life_forms(tables: &Tables) -> BTreeSet<(String, String)> {
    let rules = tables.rules().iter().filter(|rule| rule.check == Check::OnceInLife);
    rules.flat_map(|rule| rule.forms.iter().map(|form| (rule.code.clone(), form.clone()))).collect()
}
