//! How far the targets of the year before were met (mức hoàn thành chỉ tiêu).

use crate::app::App;
use crate::error::AppError;
use crate::field::figure_of;
use crate::vi::table as words;
use crate::view::AchievementRow;
use bc138_domain::{Amount, DossierPart, Qualifier, Target};
use bc138_series::achievement;

/// Decimals of the percentages.
const PLACES: u32 = 1;

impl App {
    /// The targets that the dossier of the window before set, and how far they were met.
    ///
    /// # Errors
    /// No dossier is open, or the store fails.
    pub fn achievements(&self) -> Result<Vec<AchievementRow>, AppError> {
        let part = self.part()?;
        let Some(before) = self.dossier_before(&part)? else { return Ok(Vec::new()) };
        Ok(before.targets.iter().map(|target| row(&part, target)).collect())
    }

    /// The dossier of the same place whose window ends just before this one begins.
    fn dossier_before(&self, part: &DossierPart) -> Result<Option<DossierPart>, AppError> {
        let Some((from, to)) = part.dossier.window.preceding() else { return Ok(None) };
        for dossier in self.store.dossiers()? {
            let window = &dossier.window;
            let same = dossier.province == part.dossier.province;
            if same && window.from == Some(from) && window.to == Some(to) {
                return Ok(self.store.dossier(dossier.id)?);
            }
        }
        Ok(None)
    }
}

fn row(part: &DossierPart, target: &Target) -> AchievementRow {
    let figure = target.indicator.as_ref().and_then(|code| figure_of(part, code));
    let result = figure.and_then(|figure| figure.amount.clone());
    let qualifier = figure.and_then(|figure| figure.qualifier);
    AchievementRow {
        target: words::target(target),
        result: figure.and_then(|figure| figure.printed_amount()).unwrap_or_default(),
        outcome: outcome(target, result.as_ref(), qualifier),
    }
}

fn outcome(target: &Target, result: Option<&Amount>, qualifier: Option<Qualifier>) -> String {
    let (Some(goal), Some(result)) = (&target.amount, result) else {
        return words::NOT_MEASURED.to_owned();
    };
    match achievement(target.operator, goal, result, qualifier, PLACES) {
        Ok(found) => words::achieved(&found),
        Err(_) => words::NOT_MEASURED.to_owned(),
    }
}
