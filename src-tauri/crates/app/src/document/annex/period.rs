//! The years that a dossier reports on, and columns that show each of them.
//!
//! In a review (sơ kết, tổng kết of several years) every column of an annex stands once for each
//! year, and closes with what the years make together: flows are added where their windows leave no
//! gap and do not overlap, of a stock the last one stands, shares are stated for themselves.

use super::numbers::{Numbers, Source};
use super::shape::{ColumnGroup, ColumnShape, Shape};
use super::table::{AnnexColumn, AnnexTable, Over, shown_natures};
use crate::vi::annex::review as words;
use bc138_domain::{Nature, Window};
use bc138_series::{Joining, Span, seams};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Columns of numbers that a table of a review has at most; the others get a table of their own.
const MOST: usize = 33;

/// The years of a window, ascending: one, unless it is as long as two or more.
pub(super) fn years(window: &Window) -> Vec<i32> {
    let Some(last) = crate::year::year_of(window) else { return Vec::new() };
    let months = |span: Span| span.months().unwrap_or_else(|| whole_months(span));
    let count = Span::of(window).map_or(1, |span| (months(span) / 12).max(1));
    (last - count + 1..=last).collect()
}

/// Months of a window that does not begin and end on the same day of the month, rounded.
fn whole_months(span: Span) -> i32 {
    i32::try_from((span.plain_days() * 12 + 182) / 365).unwrap_or(1)
}

/// The columns of a review under their headings.
#[derive(Default)]
pub(super) struct OverYears {
    pub groups: Vec<(String, usize)>,
    pub columns: Vec<AnnexColumn>,
}

impl OverYears {
    /// The columns of a shape, each once for every year. One that is valid in no year is left out.
    pub fn of(shape: &'static Shape, numbers: &Numbers) -> Self {
        let mut it = Self::default();
        for group in &shape.group {
            for column in &group.column {
                it.add(shape, group, column, numbers);
            }
        }
        it
    }

    fn add(
        &mut self,
        shape: &'static Shape,
        group: &ColumnGroup,
        column: &'static ColumnShape,
        numbers: &Numbers,
    ) {
        for nature in shown_natures(shape, column, numbers, &numbers.years) {
            self.add_nature(shape, group, (column, nature), numbers);
        }
    }

    fn add_nature(
        &mut self,
        shape: &'static Shape,
        group: &ColumnGroup,
        (column, nature): (&'static ColumnShape, Nature),
        numbers: &Numbers,
    ) {
        let of_year = |year: &i32| AnnexColumn::of_year(shape, column, numbers, (*year, nature));
        let each: Vec<(i32, AnnexColumn)> =
            numbers.years.iter().map(|year| (*year, of_year(year))).collect();
        let named = each.iter().rfind(|(_, column)| !column.sources.is_empty());
        let Some(name) = named.map(|(_, column)| column.title.clone()) else { return };
        let each = each.into_iter().map(|(year, column)| AnnexColumn {
            title: year.to_string(),
            over: Over::Year(year),
            ..column
        });
        let mut columns: Vec<AnnexColumn> = each.collect();
        let title = crate::vi::annex::under(&group.title, &name);
        let closing = Closing::of(&columns);
        columns.extend(closing.column(&columns));
        self.groups.push((title, columns.len()));
        self.columns.extend(columns);
    }
}

/// What the years of a column make together.
pub(super) enum Closing {
    Sum,
    Last,
    Each,
    /// A sum that would count days twice or leave some out.
    Seams,
}

impl Closing {
    pub(super) fn of(columns: &[AnnexColumn]) -> Self {
        let sources = || columns.iter().filter_map(|column| column.sources.first());
        let Some(source) = sources().next() else { return Self::Each };
        match Joining::of(source.measure.nature, source.indicator.over_time) {
            Joining::Sum => {
                let windows: Vec<&Window> = sources().map(|source| &source.window).collect();
                if seams(&windows, None).is_empty() { Self::Sum } else { Self::Seams }
            }
            Joining::Last => Self::Last,
            Joining::Each | Joining::Increase => Self::Each,
        }
    }

    pub(super) fn column(&self, years: &[AnnexColumn]) -> Option<AnnexColumn> {
        let last = years.last()?.clone();
        match self {
            Self::Sum => {
                let all = |of: fn(&AnnexColumn) -> &Vec<Source>| {
                    years.iter().flat_map(of).cloned().collect()
                };
                let (sources, of) = (all(|it| &it.sources), all(|it| &it.of));
                let title = words::WHOLE.to_owned();
                Some(AnnexColumn { title, sources, of, over: Over::Sum, ..last })
            }
            Self::Last => {
                Some(AnnexColumn { title: words::LAST.to_owned(), over: Over::Last, ..last })
            }
            Self::Each | Self::Seams => None,
        }
    }
}

/// A definition that changed between the years of a column: the day and what it rests on.
fn redefined(columns: &[AnnexColumn], numbers: &Numbers) -> Option<(NaiveDate, String)> {
    let sources = || columns.iter().filter_map(|column| column.sources.first());
    let (first, last) = (sources().next()?, sources().next_back()?);
    let changes = numbers.catalogue.definition_changes(&first.indicator.code);
    let inside = |day| first.window.to < Some(day) && Some(day) <= last.window.to;
    let (day, basis) = changes.into_iter().find(|(day, _)| inside(*day))?;
    Some((day, basis.to_owned()))
}

/// The years of a column.
pub(super) type Years<'a> = &'a [AnnexColumn];

/// What has to be said of the years of columns, each under its title.
pub(super) fn review_notes(columns: &[(String, Years<'_>)], numbers: &Numbers) -> Vec<String> {
    let (mut changed, mut notes) = (BTreeMap::<_, Vec<String>>::new(), Vec::new());
    for (title, years) in columns {
        if let Some(change) = redefined(years, numbers) {
            let mut sources = years.iter().filter_map(|column| column.sources.first());
            let name = sources.next().map(|it| it.indicator.name.clone());
            let names = changed.entry(change).or_default();
            names.extend(name.filter(|name| !names.contains(name)));
        }
        if years.len() > 1 && matches!(Closing::of(years), Closing::Seams) {
            notes.push(words::seams(title));
        }
    }
    let changed = changed.into_iter();
    notes.extend(changed.map(|((day, basis), names)| words::redefined(&names, day, &basis)));
    notes
}

impl AnnexTable {
    /// Parts of a table that fit on paper; a group of the shape stays together where it can.
    pub(super) fn split(self) -> Vec<Self> {
        if self.is_review() { self.parted(MOST) } else { vec![self] }
    }

    /// Parts of at most so many columns.
    pub(super) fn parted(self, most: usize) -> Vec<Self> {
        if self.columns.len() <= most {
            return vec![self];
        }
        let mut parts: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
        let mut from = 0;
        for of_group in self.groups.chunk_by(|a, b| self.home(a) == self.home(b)) {
            let width = |groups: &[(String, usize)]| -> usize {
                groups.iter().map(|(_, count)| count).sum()
            };
            let whole = width(of_group) <= most;
            let pieces = of_group.chunks(if whole { of_group.len() } else { 1 });
            for piece in pieces {
                let count = width(piece);
                match parts.last_mut() {
                    Some((part, groups)) if part.len() + count <= most => {
                        part.end += count;
                        *groups += piece.len();
                    }
                    _ => parts.push((from..from + count, piece.len())),
                }
                from += count;
            }
        }
        let mut groups = self.groups.iter();
        let part = |(range, count): (std::ops::Range<usize>, usize)| {
            self.part_of(groups.by_ref().take(count).cloned().collect(), range)
        };
        parts.into_iter().map(part).collect()
    }

    fn part_of(&self, groups: Vec<(String, usize)>, columns: std::ops::Range<usize>) -> Self {
        let mut part =
            Self { groups, columns: self.columns[columns.clone()].to_vec(), ..self.clone() };
        for row in part.rows.iter_mut().chain(&mut part.totals) {
            row.cells = row.cells[columns.clone()].to_vec();
        }
        part
    }

    /// What has to be said of years beside each other: definitions that changed, sums that are not
    /// made.
    pub(super) fn review_notes(&self, numbers: &Numbers) -> Vec<String> {
        if !self.is_review() {
            return Vec::new();
        }
        let mut from = 0;
        let groups = self.groups.iter().map(|(title, count)| {
            let of_group = &self.columns[from..from + count];
            from += count;
            let years = of_group.iter().take_while(|it| matches!(it.over, Over::Year(_))).count();
            (title.clone(), &of_group[..years])
        });
        review_notes(&groups.collect::<Vec<_>>(), numbers)
    }

    /// Whether its columns are years.
    pub(super) fn is_review(&self) -> bool {
        self.columns.iter().any(|column| column.over != Over::Window)
    }

    /// The group of the shape that a group of columns is of.
    fn home(&self, group: &(String, usize)) -> Option<usize> {
        let mut end = 0;
        let at = self.groups.iter().find_map(|it| {
            let start = end;
            end += it.1;
            std::ptr::eq(it, group).then_some(start)
        })?;
        let column = self.columns.get(at)?.shape;
        self.shape
            .group
            .iter()
            .position(|group| group.column.iter().any(|it| std::ptr::eq(it, column)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_has_its_years_and_anything_shorter_has_one() {
        assert_eq!(years(&Window::reporting_year(2022)), [2022]);
        assert_eq!(years(&Window::review(2022, 3)), [2020, 2021, 2022]);
        assert_eq!(years(&Window::review(2024, 10)).len(), 10);
        let days = |from: (i32, u32, u32), to: (i32, u32, u32)| Window {
            from: NaiveDate::from_ymd_opt(from.0, from.1, from.2),
            to: NaiveDate::from_ymd_opt(to.0, to.1, to.2),
            label: None,
        };
        assert_eq!(years(&days((2016, 1, 1), (2020, 12, 31))), [2016, 2017, 2018, 2019, 2020]);
        assert_eq!(years(&days((2020, 12, 15), (2022, 11, 30))), [2021, 2022], "nearly two years");
        assert_eq!(years(&days((2022, 12, 15), (2023, 6, 14))), [2023], "half a year");
        assert_eq!(years(&Window::named("đến nay")), [] as [i32; 0]);
    }
}
