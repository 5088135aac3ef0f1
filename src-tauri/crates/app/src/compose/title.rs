//! What a figure is called where it stands alone: in a table, on the chair's sheet.

use super::{item, words};
use crate::field::usual_nature;
use bc138_domain::text::capitalise;
use bc138_domain::{Catalogue, DossierPart, Figure, Indicator, Nature};

/// The name of a figure with everything that tells it from others of its indicator: kinds, grades,
/// nature, place. Its window is not part of it.
pub(crate) fn title(part: &DossierPart, catalogue: &Catalogue, figure: &Figure) -> String {
    let own = part.indicators.iter().find(|it| it.code == figure.indicator);
    let indicator = catalogue.indicator(&figure.indicator).or(own);
    let name = name(figure, indicator);
    let known = item::KnownKinds { catalogue, own: &part.categories };
    let apart = kinds(known, figure, &name, indicator);
    let name = if apart.is_empty() { name } else { format!("{name}: {}", apart.join(", ")) };
    let place = words::at(&words::place(&part.dossier, &figure.scope));
    let told = [Some(name.as_str()), nature(figure, indicator), Some(place.as_str())];
    let told: Vec<&str> = told.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    capitalise(&told.join(" "))
}

/// Kinds and grades, as far as the name does not say them.
pub(super) fn kinds(
    known: item::KnownKinds<'_>,
    figure: &Figure,
    name: &str,
    indicator: Option<&Indicator>,
) -> Vec<String> {
    let (kinds, grades) = item::kinds_and_grades(known, figure, name, indicator);
    kinds.into_iter().chain(grades).collect()
}

/// The user's own words, else the catalogue's name.
fn name(figure: &Figure, indicator: Option<&Indicator>) -> String {
    match indicator.filter(|_| figure.wording.noun.is_none()) {
        Some(indicator) => words::without_in_which(&indicator.name),
        None => {
            let (_, noun, tail) = item::wording(figure, indicator);
            words::with_ending(&noun, &tail)
        }
    }
}

/// What is counted, where that is not what the indicator usually counts.
fn nature(figure: &Figure, indicator: Option<&Indicator>) -> Option<&'static str> {
    let usual = indicator.map(usual_nature)?;
    match figure.nature {
        nature if nature == usual => None,
        Nature::New => Some("(xây dựng mới)"),
        Nature::Cumulative => Some("(lũy kế)"),
        Nature::Stock => Some("(hiện có)"),
        Nature::Flow => Some("(trong kỳ)"),
    }
}
