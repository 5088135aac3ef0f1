//! The borders that were chosen, as a day (“hiện nay” is the day on which it is asked), and how
//! much of a divided unit goes where.

use crate::error::AppError;
use crate::typed;
use crate::view::LensChoice;
use bc138_domain::date;
use bc138_units::{Fate, UnitIx};
use chrono::NaiveDate;

impl LensChoice {
    /// The day whose borders are shown; nothing leaves every number where it was reported.
    ///
    /// # Errors
    /// [`AppError::Refused`] for a day that cannot be read.
    pub(crate) fn border_day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, AppError> {
        Ok(match self {
            Self::AsReported => None,
            Self::Today => Some(today),
            Self::On { day } => Some(typed::day(day)?),
        })
    }

    /// The choice as a document keeps it that is written today: its borders stay those of this day,
    /// whatever is decided later.
    pub(crate) fn written(&self, today: NaiveDate) -> Self {
        match self {
            Self::Today => Self::On { day: date::full(today) },
            other => other.clone(),
        }
    }

    /// The choice as it is offered again after a document of a day.
    pub(crate) fn offered(self, written: Option<NaiveDate>) -> Self {
        let today = written.map(|written| Self::Today.written(written));
        if Some(&self) == today.as_ref() { Self::Today } else { self }
    }

    pub(crate) fn is_as_reported(&self) -> bool {
        *self == Self::AsReported
    }
}

/// The share of a divided unit that goes to another, in percent; nothing where it goes as a whole.
pub(crate) fn share(fate: &Fate, to: UnitIx) -> Option<i64> {
    let Fate::Parts(parts) = fate else { return None };
    let all: i64 = parts.iter().map(|(_, weight)| weight).sum();
    let own = parts.iter().find(|(unit, _)| *unit == to)?.1;
    (all > 0)
        .then(|| (i128::from(own) * 100 + i128::from(all) / 2) / i128::from(all))
        .and_then(|percent| i64::try_from(percent).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_today_stay_those_of_the_day_of_writing_and_are_offered_as_today() {
        let day = |d| NaiveDate::from_ymd_opt(2023, 2, d).expect("a day");
        let other = LensChoice::On { day: "30/06/2022".to_owned() };
        let written = LensChoice::Today.written(day(8));
        assert_eq!(written.border_day(day(9)).expect("a day"), Some(day(8)));
        assert_eq!(written.offered(Some(day(8))), LensChoice::Today);
        for lens in [LensChoice::AsReported, other] {
            assert_eq!(lens.written(day(8)).offered(Some(day(8))), lens, "it is no other choice");
        }
    }
}
