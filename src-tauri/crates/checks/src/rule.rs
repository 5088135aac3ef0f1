//! Evaluators: the small functions that checks are made of, chosen by name.

use crate::book::Sink;
use crate::dossier::{self, Reading};
use crate::table::{self, Sheet};
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::sync::Arc;

/// An evaluator with the parameters of one check.
pub(crate) trait Rule: Debug + Send + Sync {
    /// Looks at a dossier.
    fn on_dossier(&self, reading: &Reading<'_>, sink: &mut Sink<'_>) {
        let _ = (reading, sink);
    }

    /// Looks at a table.
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        let _ = (sheet, sink);
    }
}

/// What the check files must know of an evaluator.
pub(crate) trait Named: Rule + DeserializeOwned + 'static {
    /// Name in the check files.
    const NAME: &'static str;
    /// Names of the values its findings carry.
    const VALUES: &'static [&'static str];
    /// Special cases that may have words of their own.
    const VARIANTS: &'static [&'static str] = &[];
}

/// One evaluator as the reader of check files sees it.
pub(crate) struct Evaluator {
    pub name: &'static str,
    pub values: &'static [&'static str],
    pub variants: &'static [&'static str],
    pub read: fn(toml::Table) -> Result<Arc<dyn Rule>, toml::de::Error>,
}

const fn entry<R: Named>() -> Evaluator {
    Evaluator { name: R::NAME, values: R::VALUES, variants: R::VARIANTS, read: read::<R> }
}

fn read<R: Named>(parameters: toml::Table) -> Result<Arc<dyn Rule>, toml::de::Error> {
    Ok(Arc::new(parameters.try_into::<R>()?))
}

/// Every evaluator.
const EVALUATORS: &[Evaluator] = &[
    entry::<crate::amounts::ReachedWithinTotal>(),
    entry::<crate::amounts::PercentLimit>(),
    entry::<crate::amounts::WholeCount>(),
    entry::<crate::amounts::NotNegative>(),
    entry::<crate::amounts::ZeroMeansNothing>(),
    entry::<crate::unit_of::UnitFits>(),
    entry::<crate::unit_of::NoneOfNone>(),
    entry::<crate::relations::AtMost>(),
    entry::<crate::relations::Balanced>(),
    entry::<crate::relations::PartWithinWhole>(),
    entry::<crate::relations::Division>(),
    entry::<crate::relations::Kinds>(),
    entry::<crate::validity::InForce>(),
    entry::<crate::validity::KindInTime>(),
    entry::<crate::validity::Excluded>(),
    entry::<crate::validity::OwnCalendar>(),
    entry::<dossier::field::Unread>(),
    entry::<dossier::field::AgendaKnown>(),
    entry::<dossier::field::EventDateKnown>(),
    entry::<dossier::field::EventAfterEnd>(),
    entry::<dossier::field::WindowOrder>(),
    entry::<dossier::field::EqualWindows>(),
    entry::<dossier::award::RecipientAllowed>(),
    entry::<dossier::award::HeadlineAgrees>(),
    entry::<dossier::award::ShareWithinWhole>(),
    entry::<dossier::award::AwardComplete>(),
    entry::<dossier::award::DecisionBeforeEvent>(),
    entry::<dossier::award::DecisionInPeriod>(),
    entry::<dossier::award::AwardCounts>(),
    entry::<dossier::figure::PartOfFigure>(),
    entry::<dossier::figure::Approximation>(),
    entry::<dossier::figure::RollUpAgrees>(),
    entry::<dossier::figure::AssessedUnits>(),
    entry::<dossier::figure::UnitsMissing>(),
    entry::<dossier::text::PercentOfParts>(),
    entry::<dossier::text::SentenceAgrees>(),
    entry::<table::history::History>(),
    entry::<table::years::Jump>(),
    entry::<table::years::CarriedOver>(),
    entry::<table::years::NotDecreasing>(),
    entry::<table::years::Copied>(),
    entry::<table::years::AllZero>(),
    entry::<table::units::Lifetime>(),
    entry::<table::units::MissingUnits>(),
    entry::<table::units::MissingInColumn>(),
    entry::<table::units::SumOfUnits>(),
    entry::<table::units::ShareReached>(),
    entry::<table::windows::Overlap>(),
];

/// The evaluator of a name.
pub(crate) fn evaluator(name: &str) -> Option<&'static Evaluator> {
    EVALUATORS.iter().find(|evaluator| evaluator.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<&str> = EVALUATORS.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), EVALUATORS.len());
    }
}
