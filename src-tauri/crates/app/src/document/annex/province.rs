//! An annex from what the report itself states, where no unit has numbers: a row for each figure,
//! with its own window, kinds and place, as it is printed. Nothing is added up.

use super::shape::{ColumnShape, Field, Part, Shape, shapes};
use super::table::{AnnexCell, AnnexColumn, AnnexRow, AnnexTable};
use crate::compose::{figure_title, window_words};
use crate::field::figure_key;
use crate::vi::annex as words;
use bc138_domain::{
    Amount, Catalogue, DossierPart, Figure, Fixed, Indicator, IndicatorKind, State,
};

impl AnnexTable {
    /// The figures of the dossier that an annex asks for; nothing when none is stated.
    pub(super) fn of_figures(
        shape: &'static Shape,
        catalogue: &Catalogue,
        part: &DossierPart,
        places: u32,
    ) -> Option<Self> {
        let shape = shape.stated.as_deref()?;
        let columns: Vec<AnnexColumn> = shape.columns().map(AnnexColumn::plain).collect();
        let said = part.figures.iter().filter(|figure| is_said(figure));
        let place = |figure: &Figure| {
            let behind = || is_of_group(shape, catalogue, part, figure).then_some(usize::MAX);
            shape.place_of(&figure.indicator).or_else(behind)
        };
        let mut figures: Vec<(usize, &Figure)> =
            said.filter_map(|it| Some((place(it)?, it))).collect();
        figures.sort_by_key(|(place, figure)| (*place, figure.id));
        let rows: Vec<AnnexRow> = figures
            .into_iter()
            .map(|(_, figure)| {
                let cell = |it: &AnnexColumn| cell(it.shape, catalogue, part, figure, places);
                let cells = columns.iter().map(cell).collect();
                let label = figure_title(part, catalogue, figure);
                AnnexRow { label, cells, ..AnnexRow::default() }
            })
            .collect();
        let groups = vec![(String::new(), columns.len())];
        let mut notes = vec![words::FIGURES_ONLY.to_owned()];
        if rows.iter().flat_map(|row| &row.cells).any(has_sign) {
            notes.push(words::LEGEND.to_owned());
        }
        let (caption, totals) = (None, None);
        let table = Self { shape, caption, groups, columns, rows, totals, notes };
        (!table.rows.is_empty()).then(|| table.without_blank_options())
    }
}

/// Whether a figure that no annex has a column for belongs to this one: to the first that has a
/// column of its group.
fn is_of_group(shape: &Shape, catalogue: &Catalogue, part: &DossierPart, figure: &Figure) -> bool {
    let own = part.indicators.iter().find(|it| it.code == figure.indicator);
    let Some(indicator) = catalogue.indicator(&figure.indicator).or(own) else { return false };
    let lists = || shapes().into_iter().flatten().filter_map(|it| it.stated.as_deref());
    let of_group = |list: &&Shape| {
        let known = list.indicators.iter().filter_map(|code| catalogue.indicator(code));
        known.into_iter().any(|it| it.group == indicator.group)
    };
    let has_column = lists().any(|list| list.place_of(&indicator.code).is_some());
    !has_column && lists().find(of_group).is_some_and(|list| list.code == shape.code)
}

/// Whether a cell needs the legend.
fn has_sign(cell: &AnnexCell) -> bool {
    cell.text == words::NOT_APPLICABLE || cell.text.ends_with(words::ESTIMATE)
}

/// Whether a figure says something; a field that nobody filled in does not.
fn is_said(figure: &Figure) -> bool {
    match figure.state {
        State::Value | State::Estimate => figure.printed_amount().is_some(),
        State::Zero | State::NotApplicable => true,
        State::NotReported => false,
    }
}

fn cell(
    column: &ColumnShape,
    catalogue: &Catalogue,
    part: &DossierPart,
    figure: &Figure,
    places: u32,
) -> AnnexCell {
    let text = match column.field {
        Some(Field::Noun) => noun(catalogue, part, figure),
        Some(_) => window_words(&figure.window),
        None => return amount(column.part, part, figure, places),
    };
    AnnexCell { text, ..AnnexCell::default() }
}

/// Đơn vị tính.
fn noun(catalogue: &Catalogue, part: &DossierPart, figure: &Figure) -> String {
    let own = part.indicators.iter().find(|it| it.code == figure.indicator);
    let indicator = catalogue.indicator(&figure.indicator).or(own);
    match &figure.amount {
        Some(Amount::Money { .. }) => words::DONG.to_owned(),
        Some(Amount::Percent { .. }) => "%".to_owned(),
        Some(Amount::Quantity { unit, .. }) => unit.clone(),
        _ => indicator.map(unit_noun).unwrap_or_default(),
    }
}

/// The unit of an indicator; of a fraction, whose parts stand apart here, what is counted.
fn unit_noun(indicator: &Indicator) -> String {
    let fraction = indicator.kind == IndicatorKind::Ratio;
    if fraction { indicator.noun.clone() } else { indicator.unit.clone() }
}

/// One of the three numbers of a row: as it is printed where it stands alone, x and y each in its
/// column where it is a fraction.
fn amount(shown: Part, part: &DossierPart, figure: &Figure, places: u32) -> AnnexCell {
    let cell = match (figure.state, &figure.amount) {
        (State::Zero, _) => number(shown, Fixed::default(), None, places),
        (State::NotApplicable, _) if shown == Part::Value => AnnexCell::not_applicable(),
        (_, Some(Amount::Ratio { reached, total })) => {
            let cell = number(shown, *reached, Some(*total), places);
            let text = match shown {
                Part::Value => figure.qualifier.map(|it| it.apply(&cell.text)),
                Part::Rate => own_rate(figure),
                Part::Total => None,
            };
            AnnexCell { text: text.unwrap_or(cell.text), ..cell }
        }
        (_, Some(Amount::Percent { value })) if shown == Part::Rate => {
            let text = said(figure).trim_end_matches('%').to_owned();
            AnnexCell { text, value: Some(*value), ..AnnexCell::default() }
        }
        (_, Some(Amount::Percent { .. })) => AnnexCell::default(),
        // Its unit stands in the column beside it.
        (_, Some(Amount::Quantity { value, unit })) if shown == Part::Value => {
            let text = said(figure).replace(&format!(" {unit}"), "");
            AnnexCell { text, value: Some(*value), ..AnnexCell::default() }
        }
        (_, Some(amount)) if shown == Part::Value => match amount.magnitude() {
            Some(value) => {
                AnnexCell { text: said(figure), value: Some(value), ..AnnexCell::default() }
            }
            None => AnnexCell { text: said(figure), ..AnnexCell::default() },
        },
        _ if shown == Part::Rate => {
            AnnexCell { text: own_rate(figure).unwrap_or_default(), ..AnnexCell::default() }
        }
        _ => AnnexCell::default(),
    };
    let estimate = figure.state == State::Estimate && !cell.text.is_empty() && shown == Part::Value;
    let text = if estimate { format!("{}{}", cell.text, words::ESTIMATE) } else { cell.text };
    // In a column of percentages a share is said without its sign.
    let apart = matches!(figure.amount, Some(Amount::Ratio { .. } | Amount::Percent { .. }));
    let source = || match (apart, figure_key(part, figure).to_string()) {
        (true, key) => shown.of(&key, true),
        (false, key) => key,
    };
    let source = (!text.is_empty()).then(source);
    AnnexCell { text, source, percent: shown == Part::Rate, ..cell }
}

/// The rate as the clerk typed it, for a column of percentages.
fn own_rate(figure: &Figure) -> Option<String> {
    figure.wording.rate.as_ref().map(|rate| rate.trim_end_matches('%').trim().to_owned())
}

fn number(shown: Part, x: Fixed, y: Option<Fixed>, places: u32) -> AnnexCell {
    let value = match shown {
        Part::Value => Some(x),
        Part::Total => y,
        Part::Rate => y.and_then(|y| Fixed::percent_of(x, y, places)),
    };
    let text = value.map(|value| value.to_string()).unwrap_or_default();
    AnnexCell { text, value, ..AnnexCell::default() }
}

/// The amount as it is printed, with what makes it less than exact: “gần 300”.
fn said(figure: &Figure) -> String {
    figure.printed_amount().unwrap_or_default()
}
