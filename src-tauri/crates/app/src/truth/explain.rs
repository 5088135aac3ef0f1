//! Use case: where a number of a document comes from: how it is made, what it is made of, who changed
//! it last.

use super::source::Source;
use crate::app::App;
use crate::error::AppError;
use crate::field::{FieldKey, List, RowRef, figure_of};
use crate::vi::truth as words;
use crate::view::{CellVersion, LensChoice, SourceChange, SourceView};
use bc138_domain::{DossierPart, Window};

impl App {
    /// Where a number of a document or chart comes from that shows units on these borders.
    ///
    /// # Errors
    /// [`AppError::NoSuchField`] when nothing is known of the source, or the store fails.
    pub fn figure_source(
        &mut self,
        source: &str,
        lens: &LensChoice,
    ) -> Result<SourceView, AppError> {
        let part = self.part()?;
        let view = SourceView { name: self.source_name(&part, source), ..SourceView::default() };
        match Source::read(source) {
            Source::Derived(what, of) => {
                let base = self.figure_source(of, lens)?;
                let made = words::derivation(what, &base.value);
                Ok(SourceView { name: view.name, made, ..base })
            }
            Source::Part(what, of) => {
                let base = self.figure_source(of, lens)?;
                let made = words::part_made(what, &base.made);
                Ok(SourceView { name: view.name, made, ..base })
            }
            Source::Unit(unit) => self.unit_source(&part, unit, lens, view),
            Source::Award(id, what) => self.award_source(&part, id, what, view),
            Source::Field => self.field_source(&part, source, view),
        }
    }

    /// A typed field.
    fn field_source(
        &self,
        part: &DossierPart,
        source: &str,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let missing = || AppError::NoSuchField(source.to_owned());
        let key = FieldKey::parse(source).ok_or_else(missing)?;
        let history = self.field_history(source)?;
        let newest = history.versions.into_iter().next();
        let step = self.step_of(part, &key);
        let (window, basis) = match &key {
            FieldKey::Figure { code, .. } => {
                let indicator = self.indicator(part, code).ok_or_else(missing)?;
                let figure = figure_of(part, code);
                (figure.map(|it| window_words(&it.window)).unwrap_or_default(), indicator.basis)
            }
            _ => (window_words(&part.dossier.window), String::new()),
        };
        Ok(SourceView {
            value: newest.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
            made: words::typed(step),
            window,
            basis,
            changed: newest.map(changed),
            key: Some(source.to_owned()),
            step: Some(step),
            ..view
        })
    }

    /// A count or the money of an award.
    fn award_source(
        &mut self,
        part: &DossierPart,
        id: i32,
        what: &str,
        view: SourceView,
    ) -> Result<SourceView, AppError> {
        let missing = || AppError::NoSuchAward(id);
        let title = part.awards.iter().find(|award| award.id == id).map(|it| self.award_title(it));
        let title = title.unwrap_or_default();
        let card = self.awards()?.awards.into_iter().find(|card| card.id == id);
        let card = card.ok_or_else(missing)?;
        let key =
            FieldKey::Row { list: List::Award, row: RowRef::Id(id), field: "form".to_owned() };
        let newest = self.field_history(&key.to_string())?.versions.into_iter().next();
        let step = self.step_of(part, &key);
        let (value, made) = match what {
            "money" if card.money.is_empty() => (card.total, words::NO_MONEY.to_owned()),
            "money" => (card.total, words::money(&card.money)),
            "form" => (title, words::typed(step)),
            "decision_number" | "decision_date" | "decision" | "name" => {
                (String::new(), words::typed(step))
            }
            _ if card.derived => (card.counts, words::COUNTED.to_owned()),
            _ => (card.counts, words::typed(step)),
        };
        Ok(SourceView {
            value,
            made,
            window: window_words(&part.dossier.window),
            changed: newest.map(changed),
            key: Some(key.to_string()),
            step: Some(step),
            ..view
        })
    }
}

fn changed(version: CellVersion) -> SourceChange {
    SourceChange { at: version.at, actor: version.actor, what: version.what }
}

pub(super) fn window_words(window: &Window) -> String {
    window.days().or_else(|| window.label.clone()).unwrap_or_default()
}
