//! Notes under an annex: who has not reported, what differs, what was remarked. Nothing is ever
//! corrected here; it is said.

use super::numbers::{Numbers, Source};
use super::shape::Agreement;
use super::table::{AnnexColumn, AnnexRow, AnnexTable, Over};
use crate::vi::{annex as words, table};
use bc138_domain::{Amount, DossierPart, EntryNote, Figure, Fixed, Scope, State, Window};
use bc138_series::{Span, Total};
use bc138_units::UnitIx;
use std::collections::BTreeSet;

impl AnnexTable {
    /// Adds the notes that a table of units needs; of parts of one table the last says more.
    pub(super) fn annotate(&mut self, numbers: &Numbers, part: &DossierPart, last: bool) {
        let sources: Vec<Source> =
            self.columns.iter().flat_map(AnnexColumn::all).cloned().collect();
        let keys = self.rows.iter().filter_map(|row| numbers.registry.find(row.unit.as_deref()?));
        let units: Vec<UnitIx> = keys.collect();
        let any = |unit: &&UnitIx| {
            let mut slots = sources.iter().filter_map(|source| numbers.slot(**unit, source));
            slots.any(|slot| slot.state != bc138_domain::State::NotReported)
        };
        let reported = units.iter().filter(any).count();
        if let Some(totals) = &mut self.totals {
            totals.label = words::grand_total(reported, units.len());
        }
        self.notes.push(words::windows(&windows(&sources)));
        self.notes.push(words::LEGEND.to_owned());
        self.notes.extend(self.review_notes(numbers));
        self.notes.extend(self.carried_notes(numbers, last));
        self.notes.extend(self.incomplete_sums(numbers));
        self.notes.extend(self.totals_notes(numbers, &units, reported));
        self.notes.extend(self.stated_otherwise(numbers, &units, part));
        self.notes.extend(self.disagreements());
        self.remark(numbers, &units, &sources);
    }

    /// Rows whose columns do not agree as the form wants it.
    fn disagreements(&self) -> Vec<String> {
        let of_rule = |rule: &Agreement| {
            let rows = self.rows.iter().filter(|row| self.breaks(rule, row));
            let labels: Vec<&str> = rows.map(|row| row.label.as_str()).collect();
            (!labels.is_empty()).then(|| words::disagreement(&rule.text, &labels))
        };
        self.shape.agree.iter().filter_map(of_rule).collect()
    }

    /// Whether a row has all the numbers of a rule and they break it.
    fn breaks(&self, rule: &Agreement, row: &AnnexRow) -> bool {
        let value = |code: &String| {
            let place = self.columns.iter().position(|column| column.shape.figure == *code)?;
            row.cells.get(place)?.value.map(|value| i128::from(value.thousandths()))
        };
        let sum = |codes: &[String]| codes.iter().map(value).sum::<Option<i128>>();
        match (value(&rule.whole), sum(&rule.plus), sum(&rule.minus)) {
            (Some(whole), Some(plus), Some(minus)) => whole != plus - minus,
            _ => false,
        }
    }

    /// Columns with other reports than the table as a whole, and columns that are not added.
    fn totals_notes(&self, numbers: &Numbers, units: &[UnitIx], reported: usize) -> Vec<String> {
        let mut others: Vec<(String, Total)> = Vec::new();
        let mut notes = Vec::new();
        let mut seen = BTreeSet::new();
        for (title, column) in self.titled() {
            let Some(source) = column.sources.first() else { continue };
            let unit = column.shape.unit.as_deref();
            if !seen.insert((&source.measure, source.window.to, unit)) {
                continue;
            }
            let total = numbers.total(source, units, unit);
            let whole = (total.reported as usize, total.expected as usize);
            if !total.is_complete() && whole != (reported, units.len()) {
                others.push((title.clone(), total));
            }
            notes.extend(table::total(&total).note.map(|note| format!("{title}: {note}.")));
        }
        if !others.is_empty() {
            notes.insert(0, words::reported(&others));
        }
        notes
    }

    /// Columns with the heading they stand under.
    fn titled(&self) -> impl Iterator<Item = (String, &AnnexColumn)> {
        let heads = self.groups.iter().flat_map(|(title, n)| std::iter::repeat_n(title, *n));
        heads.zip(&self.columns).map(|(head, column)| (words::under(head, &column.title), column))
    }

    /// Sums over the years in which units have not reported every year.
    fn incomplete_sums(&self, numbers: &Numbers) -> Vec<String> {
        let mut notes = Vec::new();
        for (place, (title, column)) in self.titled().enumerate() {
            if column.over != Over::Sum {
                continue;
            }
            let lacking = self.rows.iter().filter_map(|row| {
                row.cells.get(place)?.value?;
                let unit = numbers.registry.find(row.unit.as_deref()?)?;
                let has = |source: &&Source| {
                    let slot = numbers.slot(unit, source);
                    slot.is_some_and(|it| it.state != State::NotReported)
                };
                let reported = column.sources.iter().filter(has).count();
                let all = column.sources.len();
                (reported < all).then(|| words::review::some_years(&row.label, reported, all))
            });
            let lacking: Vec<String> = lacking.collect();
            notes.extend((!lacking.is_empty()).then(|| words::review::lacking(&title, &lacking)));
        }
        notes
    }

    /// Figures that the report states for the whole province and that are not the sum of its units.
    fn stated_otherwise(
        &self,
        numbers: &Numbers,
        units: &[UnitIx],
        part: &DossierPart,
    ) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut notes = Vec::new();
        for source in self.columns.iter().filter_map(AnnexColumn::only_source) {
            if !seen.insert(&source.measure) {
                continue;
            }
            let Some(figure) = stated(part, source) else { continue };
            let total = numbers.total(source, units, None);
            let Some(difference) = difference(figure, &total) else { continue };
            let printed = figure.printed_amount().unwrap_or_default();
            let (name, sum) = (&source.indicator.name, table::amount(&total));
            notes.push(words::stated_otherwise(name, &printed, &sum, &difference));
        }
        notes
    }

    /// Remarks, reasons and unread texts of cells, each with a number beside its unit.
    fn remark(&mut self, numbers: &Numbers, units: &[UnitIx], sources: &[Source]) {
        let (mut next, review) = (0, self.is_review());
        for (unit, row) in units.iter().zip(&mut self.rows) {
            for source in distinct(sources) {
                let Some((measure, window)) = source.at else { continue };
                let Some(note) = numbers.notes.get(&(*unit, measure, window)) else { continue };
                let Some(text) = remark_of(note) else { continue };
                let name = match review {
                    true => numbers.measure_label(measure, window),
                    false => source.indicator.name.clone(),
                };
                next += 1;
                row.remarks.push(next);
                self.notes.push(words::remark(next, &row.label, &name, &text));
            }
        }
    }
}

/// The figure that the report states for the province, of the same measure and window.
fn stated<'a>(part: &'a DossierPart, source: &Source) -> Option<&'a Figure> {
    let year = |window| crate::year::year_of(window);
    part.figures.iter().find(|figure| {
        figure.indicator == source.indicator.code
            && figure.nature == source.measure.nature
            && figure.scope == Scope::Province
            && figure.categories.is_empty()
            && year(&figure.window) == year(&source.window)
            && is_as_long(&figure.window, &source.window)
    })
}

/// Whether two windows are equally long; one without days is taken at its word.
fn is_as_long(one: &Window, other: &Window) -> bool {
    Span::of(one).zip(Span::of(other)).is_none_or(|(one, other)| one.is_as_long_as(other))
}

/// Stated less sum: “+7”, “-4/0”; nothing when they agree or cannot be compared.
fn difference(figure: &Figure, total: &Total) -> Option<String> {
    let sum = total.value?;
    let (value, whole) = match figure.amount.as_ref()? {
        Amount::Ratio { reached, total } => (*reached, Some(*total)),
        Amount::Number { value }
        | Amount::Quantity { value, .. }
        | Amount::Money { dong: value } => (*value, None),
        Amount::Percent { .. } | Amount::Words { .. } => return None,
    };
    let parts = [Some((value, sum)), whole.zip(total.total)];
    let less = |(stated, sum): (Fixed, Fixed)| {
        Some(Fixed::from_thousandths(stated.thousandths().checked_sub(sum.thousandths())?))
    };
    let differences: Vec<Fixed> = parts.into_iter().flatten().filter_map(less).collect();
    let differs = differences.iter().any(|it| *it != Fixed::default());
    let signed: Vec<String> = differences.iter().map(|it| words::signed(*it)).collect();
    differs.then(|| signed.join("/"))
}

/// What a note has to tell a reader.
fn remark_of(note: &EntryNote) -> Option<String> {
    let draft = note.draft.as_ref().map(|text| words::unread(text));
    let said = [note.comment.clone(), note.reason.clone(), draft];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The sources, each place once.
fn distinct(sources: &[Source]) -> Vec<&Source> {
    let mut seen = BTreeSet::new();
    sources.iter().filter(|source| source.at.is_some_and(|at| seen.insert(at))).collect()
}

/// The windows of the sources and the calendars they are of.
pub(super) fn windows(sources: &[Source]) -> Vec<String> {
    let mut windows: Vec<&Window> = sources.iter().map(|source| &source.window).collect();
    windows.sort_by_key(|window| (window.to, window.from));
    let mut days: Vec<String> = windows.into_iter().filter_map(Window::days).collect();
    days.dedup();
    days
}
