//! The open dossier for reading by people and programs (`bc138 show`).

use crate::app::App;
use crate::error::AppError;
use bc138_domain::DossierPart;
use serde::Serialize;

/// The dossier with its format's version; stable, documented in `docs/formats.md`.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Name of the format.
    pub format: &'static str,
    /// Version of the format.
    pub version: i32,
    /// The dossier and all its parts.
    #[serde(flatten)]
    pub part: DossierPart,
}

impl App {
    /// The open dossier in the stable form.
    ///
    /// # Errors
    /// No dossier is open.
    pub fn shown(&self) -> Result<Shown, AppError> {
        Ok(Shown { format: "bc138-dossier", version: 1, part: self.part()? })
    }

    /// The open dossier in lines of text: period, figures, awards, targets.
    ///
    /// # Errors
    /// No dossier is open.
    pub fn shown_text(&self) -> Result<String, AppError> {
        let part = self.part()?;
        let mut lines = vec![part.dossier.label(), String::new()];
        for figure in &part.figures {
            let name = self.indicator(&part, &figure.indicator).map(|it| it.name);
            let amount = figure.printed_amount().unwrap_or_default();
            lines.push(format!("{}: {amount}", name.unwrap_or_else(|| figure.indicator.clone())));
        }
        for award in &part.awards {
            let counts: Vec<String> = award
                .counts()
                .iter()
                .map(|share| {
                    let kinds: Vec<&str> = share.kinds.iter().map(|kind| kind.noun()).collect();
                    let count = share.count.map(|n| n.to_string());
                    let count = share.words.clone().or(count).unwrap_or_default();
                    format!("{count} {}", kinds.join(", "))
                })
                .collect();
            lines.push(format!("{}: {}", award.authorities.join(", "), counts.join("; ")));
        }
        for target in &part.targets {
            let amount = target.amount.as_ref().map(|a| target.operator.apply(&a.to_string()));
            lines.push(format!("{} {}", amount.unwrap_or_default(), target.text).trim().to_owned());
        }
        Ok(lines.join("\n"))
    }
}
