//! A dossier as the checks read it.

pub(crate) mod award;
pub(crate) mod field;
pub(crate) mod figure;
pub(crate) mod text;

use crate::context::Context;
use crate::found::Place;
use crate::term::{Part, Term};
use bc138_domain::{Amount, DossierPart, Figure, Fixed, Indicator, Scope, State, Window};

/// A dossier with what stands around it.
pub(crate) struct Reading<'a> {
    pub part: &'a DossierPart,
    pub context: &'a Context<'a>,
    /// Groups of figures that speak of the same territory and window.
    rows: Vec<FigureRow<'a>>,
}

/// Figures of the same territory and window, without those that count only some kinds.
pub(crate) struct FigureRow<'a> {
    scope: &'a Scope,
    window: &'a Window,
    figures: Vec<&'a Figure>,
}

impl<'a> Reading<'a> {
    pub fn of(part: &'a DossierPart, context: &'a Context<'a>) -> Self {
        let mut rows: Vec<FigureRow<'a>> = Vec::new();
        for figure in part.figures.iter().filter(|figure| figure.categories.is_empty()) {
            let of_row = |row: &&mut FigureRow<'_>| {
                *row.scope == figure.scope && same_days(row.window, &figure.window)
            };
            match rows.iter_mut().find(of_row) {
                Some(row) => row.figures.push(figure),
                None => rows.push(FigureRow {
                    scope: &figure.scope,
                    window: &figure.window,
                    figures: vec![figure],
                }),
            }
        }
        Self { part, context, rows }
    }

    /// The indicator of a figure: the catalogue's, or the user's own.
    pub fn indicator(&self, code: &str) -> Option<&'a Indicator> {
        let own = || self.part.indicators.iter().find(|indicator| indicator.code == code);
        self.context.indicator(code).or_else(own)
    }

    pub fn rows(&self) -> &[FigureRow<'a>] {
        &self.rows
    }

    pub fn figures(&self) -> impl Iterator<Item = &'a Figure> + use<'a> {
        self.part.figures.iter()
    }

    /// The place of a figure; the first one of an indicator is known by the indicator alone.
    pub fn place(&self, figure: &Figure) -> Place {
        let first = self.figures().find(|other| other.indicator == figure.indicator);
        let id = (first.map(|first| first.id) != Some(figure.id)).then_some(figure.id);
        Place::Figure { indicator: figure.indicator.clone(), id }
    }

    /// The part of a finding's id that names a place; rows by their id, which outlives the order.
    pub fn id(&self, place: &Place) -> String {
        match place {
            Place::Dossier(field) => format!("dossier/{field}"),
            Place::Figure { indicator, id: None } => format!("figure/{indicator}"),
            Place::Figure { indicator, id: Some(id) } => format!("figure/{indicator}/{id}"),
            Place::Row(kind, id) => format!("{}/{id}", kind.table()),
            Place::Field(key) => key.clone(),
            Place::Cell { .. }
            | Place::UnitRow { .. }
            | Place::Column { .. }
            | Place::Window(_) => String::new(),
        }
    }
}

impl<'a> FigureRow<'a> {
    /// The figure of an indicator, where there is exactly one.
    pub fn figure(&self, indicator: &str) -> Option<&'a Figure> {
        let mut found = self.figures.iter().filter(|figure| figure.indicator == indicator);
        match (found.next(), found.next()) {
            (Some(figure), None) => Some(figure),
            _ => None,
        }
    }

    pub fn figures(&self) -> &[&'a Figure] {
        &self.figures
    }

    pub const fn window(&self) -> &Window {
        self.window
    }

    /// The number of a term, where it is known exactly.
    pub fn value(&self, term: &Term) -> Option<Fixed> {
        number(self.figure(&term.indicator)?, term.part)
    }
}

/// An exact part of a figure; “không phát sinh” is zero, “gần 300” is no exact number.
pub(crate) fn number(figure: &Figure, part: Part) -> Option<Fixed> {
    if figure.qualifier.is_some() {
        return None;
    }
    if figure.state == State::Zero && part == Part::Value {
        return Some(Fixed::default());
    }
    match (figure.amount.as_ref()?, part) {
        (Amount::Ratio { reached, .. }, Part::Value) => Some(*reached),
        (Amount::Ratio { total, .. }, Part::Total) => Some(*total),
        (Amount::Number { value } | Amount::Quantity { value, .. }, Part::Value) => Some(*value),
        (Amount::Money { dong }, Part::Value) => Some(*dong),
        _ => None,
    }
}

/// Whether two windows are the same days; words alone must be the same words.
pub(crate) fn same_days(a: &Window, b: &Window) -> bool {
    let days = |window: &Window| (window.from, window.to);
    days(a) == days(b) && (days(a) != (None, None) || a.label == b.label)
}
