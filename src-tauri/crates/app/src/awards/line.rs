//! A recipient as typed, to a line and back.

use crate::field::{Refusal, parse};
use crate::vi::awards as words;
use crate::view::{RecipientKind, TypedAwardLine};
use bc138_domain::{Amount, AwardLine, Fixed, Recipient, cell};

impl From<Recipient> for RecipientKind {
    fn from(kind: Recipient) -> Self {
        match kind {
            Recipient::Collective => Self::Collective,
            Recipient::Person => Self::Person,
            Recipient::Household => Self::Household,
        }
    }
}

impl From<RecipientKind> for Recipient {
    fn from(kind: RecipientKind) -> Self {
        match kind {
            RecipientKind::Collective => Self::Collective,
            RecipientKind::Person => Self::Person,
            RecipientKind::Household => Self::Household,
        }
    }
}

/// The line as it would be typed.
pub(super) fn shown(line: &AwardLine) -> TypedAwardLine {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    TypedAwardLine {
        kind: line.kind.into(),
        honorific: text(&line.honorific),
        name: line.name.clone(),
        birth_year: line.birth_year.map(|year| year.to_string()).unwrap_or_default(),
        post: text(&line.post),
        unit: text(&line.unit),
        unit_key: line.unit_key.clone(),
        merit: text(&line.merit),
        holds: line.holds.clone(),
        money_printed: line.money_printed.map(|money| money.to_string()).unwrap_or_default(),
        received: line.received,
        sic: text(&line.sic),
    }
}

/// A field that cannot be taken, by its name, and why.
pub(super) type BadField = (&'static str, Refusal);

/// Reads a typed line; what the form does not show stays as it was.
///
/// # Errors
/// Every field that cannot be taken, in the order of the form.
pub(super) fn read(
    typed: &TypedAwardLine,
    before: Option<&AwardLine>,
) -> Result<AwardLine, Vec<BadField>> {
    let mut bad: Vec<BadField> = Vec::new();
    let (least, most) = BIRTH_YEARS;
    let line = AwardLine {
        kind: typed.kind.into(),
        honorific: taken(&mut bad, words::HONORIFIC, parse::line(&typed.honorific)),
        name: taken(&mut bad, words::NAME, parse::required(&typed.name)),
        birth_year: {
            let year = parse::whole(&typed.birth_year, least, most);
            taken(&mut bad, words::BIRTH_YEAR, year)
        },
        post: taken(&mut bad, words::POST, parse::line(&typed.post)),
        unit: taken(&mut bad, words::UNIT, parse::line(&typed.unit)),
        unit_key: typed.unit_key.clone().filter(|key| !key.is_empty()),
        merit: taken(&mut bad, words::MERIT, parse::line(&typed.merit)),
        holds: typed.holds.clone(),
        money_printed: taken(&mut bad, words::MONEY, money(&typed.money_printed)),
        received: typed.received,
        revocation: before.and_then(|line| line.revocation.clone()),
        sic: taken(&mut bad, words::SIC, parse::line(&typed.sic)),
    };
    if bad.is_empty() { Ok(line) } else { Err(bad) }
}

/// The value of a field, or its default with a note of why it cannot be taken.
fn taken<T: Default>(bad: &mut Vec<BadField>, field: &'static str, read: Result<T, Refusal>) -> T {
    read.unwrap_or_else(|refusal| {
        bad.push((field, refusal));
        T::default()
    })
}

/// Years that a person can be born in.
const BIRTH_YEARS: (i32, i32) = (1900, 2100);

/// Whole đồng: “3.510.000”, “3.510.000 đồng”.
fn money(raw: &str) -> Result<Option<Fixed>, Refusal> {
    let amount = cell::read(raw)?.filter(|reading| reading.qualifier.is_none());
    match amount.map(|reading| reading.amount) {
        Some(Some(Amount::Number { value } | Amount::Money { dong: value })) => Ok(Some(value)),
        None if raw.trim().is_empty() => Ok(None),
        _ => Err(Refusal::NumberNeeded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bc138_domain::Revocation;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = Option<String>> {
        prop::option::of("[A-Za-zĐđăâêôơưáàảãạ]{1,8}( [A-Za-zĐđăâêôơưáàảãạ]{1,8}){0,3}")
    }

    prop_compose! {
        fn line()(
            kind in prop::sample::select(Recipient::ALL.to_vec()),
            name in text().prop_filter_map("a name", |name| name),
            (post, unit, merit, honorific, sic) in (text(), text(), text(), text(), text()),
            birth_year in prop::option::of(1900..=2100),
            money in prop::option::of(0_i64..100_000_000),
            (received, revoked) in any::<(bool, bool)>(),
        ) -> AwardLine {
            AwardLine {
                post, unit, merit, honorific, sic, birth_year, received,
                money_printed: money.and_then(Fixed::from_int),
                revocation: revoked.then(Revocation::default),
                ..AwardLine::new(kind, name)
            }
        }
    }

    proptest! {
        #[test]
        fn a_line_that_is_shown_and_taken_again_is_the_same(line in line()) {
            let again = read(&shown(&line), Some(&line)).unwrap();
            prop_assert_eq!(again, line);
        }
    }
}
