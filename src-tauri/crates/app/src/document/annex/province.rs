//! An annex from what the report itself states, where no unit has numbers: the whole province and
//! the units and sets that figures name.

use super::numbers::{Numbers, of_kind};
use super::shape::Shape;
use super::table::{AnnexCell, AnnexColumn, AnnexRow, AnnexTable, columns};
use crate::field::figure_key;
use crate::units::capital;
use crate::vi::{annex as words, forms};
use bc138_domain::{Amount, Categories, DossierPart, Figure, Fixed, Scope};

impl AnnexTable {
    /// A table of the figures of the dossier; nothing when none of its columns is stated.
    pub(super) fn of_figures(
        shape: &'static Shape,
        numbers: &Numbers,
        part: &DossierPart,
        places: u32,
    ) -> Option<Self> {
        let (groups, columns) = columns(shape, numbers);
        let mut scopes: Vec<&Scope> = vec![&Scope::Province];
        for figure in &part.figures {
            if !scopes.contains(&&figure.scope) {
                scopes.push(&figure.scope);
            }
        }
        let rows = scopes.into_iter().filter_map(|scope| {
            let stated = |column: &AnnexColumn| stated(column, shape, part, scope, places);
            let cells: Vec<Option<AnnexCell>> = columns.iter().map(stated).collect();
            let any = cells.iter().any(Option::is_some);
            let blank = || AnnexCell { text: words::MISSING.to_owned(), ..AnnexCell::default() };
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(blank)).collect();
            any.then(|| AnnexRow { label: label(part, scope), cells, ..AnnexRow::default() })
        });
        let rows: Vec<AnnexRow> = rows.collect();
        let notes = vec![words::FIGURES_ONLY.to_owned(), words::LEGEND.to_owned()];
        let table = Self { shape, groups, columns, rows, totals: None, notes };
        (!table.rows.is_empty()).then_some(table)
    }
}

fn label(part: &DossierPart, scope: &Scope) -> String {
    match scope {
        Scope::Province => forms::whole_unit(&part.dossier.province_type),
        Scope::Unit { name } | Scope::Set { name } => capital(name),
        Scope::Country => words::COUNTRY.to_owned(),
    }
}

/// What the dossier states for a column.
fn stated(
    column: &AnnexColumn,
    shape: &Shape,
    part: &DossierPart,
    scope: &Scope,
    places: u32,
) -> Option<AnnexCell> {
    let code = column.shape.figure.as_str();
    // The form's own figure of all types together cannot be told apart by type.
    if column.shape.strict {
        return None;
    }
    let add = |kinds: &[String]| match kinds {
        [] => find(part, code, scope, &Categories::new()),
        kinds => {
            let found = kinds.iter().filter_map(|kind| {
                let categories = of_kind(&shape.dimension, kind);
                find(part, code, scope, &categories)
            });
            found.reduce(|a, b| (a.0, a.1.checked_add(b.1).unwrap_or(a.1), None))
        }
    };
    let (figure, x, y) = add(&column.shape.kinds)?;
    let y = if column.shape.of.is_empty() { y } else { add(&column.shape.of).map(|it| it.1) };
    let cell = column.part(x, y, places);
    let printed = figure.printed_amount().filter(|_| cell.value == Some(x) && y.is_none());
    let text = printed.filter(|_| column.shape.kinds.is_empty()).unwrap_or(cell.text);
    let source = Some(figure_key(part, figure).to_string());
    (cell.value.is_some()).then_some(AnnexCell { text, source, ..cell })
}

fn find<'a>(
    part: &'a DossierPart,
    code: &str,
    scope: &Scope,
    categories: &Categories,
) -> Option<(&'a Figure, Fixed, Option<Fixed>)> {
    let figure = part.figures.iter().find(|figure| {
        figure.indicator == code && figure.scope == *scope && figure.categories == *categories
    })?;
    let (x, y) = match figure.amount.as_ref()? {
        Amount::Ratio { reached, total } => (*reached, Some(*total)),
        Amount::Number { value } | Amount::Quantity { value, .. } => (*value, None),
        Amount::Money { dong } => (*dong, None),
        Amount::Percent { .. } | Amount::Words { .. } => return None,
    };
    Some((figure, x, y))
}
