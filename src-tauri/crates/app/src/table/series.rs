//! Series over years: totals of a territory by lens, changes, reviews, best and worst.

use super::columns::{groups, in_group, usual_measure};
use super::{UnitTable, reporters};
use crate::app::App;
use crate::error::AppError;
use crate::truth::{SET, unit_source_id};
use crate::vi::table as words;
use crate::view::{
    Choice, Direction, NumberMark, SeriesCell, SeriesQuery, SeriesRow, SeriesView, SeriesYear,
};
use bc138_domain::{CalendarBook, Catalogue, Indicator, IndicatorKind, Measure, Window};
use bc138_series::{
    Best, Borders, Column, Comparison, Cube, Joining, Outcome, RankBy, ReviewOf, Side, Stage,
    Terms, Territory, Total, ValueKind, WindowIx, compare, lens_total, ranking, redrawn, review,
    total,
};
use bc138_units::{Registry, UnitIx};
use chrono::{Datelike, NaiveDate};

/// Years shown at most, the newest.
const YEARS: usize = 10;

/// What a series is of.
struct Scene {
    registry: Registry,
    catalogue: Catalogue,
    calendars: CalendarBook,
    province: UnitIx,
    /// One unit or the members of a set; the whole province without any.
    units: Option<Vec<UnitIx>>,
    /// Id of the set.
    set: Option<String>,
    lens: Option<NaiveDate>,
    years: Vec<i32>,
}

/// One year of one measure.
struct Point {
    window: Option<(WindowIx, Window)>,
    territory: Territory,
    total: Total,
}

/// One measure over the years, as numbers.
pub(crate) struct SeriesNumbers {
    /// Whose numbers: “Tỉnh Lạng Sơn”, “xã Hữu Lũng”.
    pub title: String,
    /// What is counted.
    pub indicator: Indicator,
    /// The indicators of the group that have numbers.
    pub choices: Vec<Choice>,
    /// The years, with what changed before each.
    pub years: Vec<SeriesYear>,
    /// The whole scope, a number for each year.
    pub whole: Vec<YearNumber>,
    /// Its units of the last year, each with a number for each year.
    pub units: Vec<(String, Vec<YearNumber>)>,
}

/// The number of one year.
pub(crate) struct YearNumber {
    /// What was reported.
    pub total: Total,
    /// Whether it was carried over to other borders.
    pub restated: bool,
    /// Where it comes from; nothing where nobody reported.
    pub source: Option<String>,
}

impl App {
    /// The numbers of a group over the years.
    ///
    /// # Errors
    /// The store fails.
    pub fn series(&mut self, query: &SeriesQuery) -> Result<SeriesView, AppError> {
        let scene = self.series_scene(query)?;
        let groups = groups(&scene.catalogue);
        let asked = query.group.as_ref().filter(|code| groups.iter().any(|(it, _)| it == *code));
        let group = asked.cloned().unwrap_or_else(|| words::FIRST_GROUP.to_owned());
        let scopes = self.scopes(&scene)?;
        let table = self.table()?;
        let rows = measures(&scene, table, &group);
        let rows = rows.iter().map(|(indicator, measure)| scene.row(table, indicator, measure));
        let day = scene.day();
        Ok(SeriesView {
            title: crate::units::capital(&scene.registry.label(scene.province, day)),
            province: scene.registry.key(scene.province).to_owned(),
            group,
            groups: groups.iter().map(|(v, l)| Choice::new(v, l)).collect(),
            scopes,
            lens: query.lens.clone(),
            rows: rows.collect(),
            years: scene.heads(),
            remainder: Vec::new(),
        })
    }

    /// One measure of a group over the years, as numbers: of the whole scope and of its units. The
    /// first measure that has numbers where none is named.
    ///
    /// # Errors
    /// As [`App::series`].
    pub(crate) fn series_numbers(
        &mut self,
        query: &SeriesQuery,
        code: Option<&str>,
    ) -> Result<Option<SeriesNumbers>, AppError> {
        let mut scene = self.series_scene(query)?;
        let group = query.group.clone().unwrap_or_else(|| words::FIRST_GROUP.to_owned());
        let table = self.table()?;
        let rows = measures(&scene, table, &group);
        let numbers = |it: &(Indicator, Measure)| {
            let whole = scene.numbers(table, &it.0, &it.1);
            whole.iter().any(|it| it.total.value.is_some()).then_some(whole)
        };
        let choices: Vec<Choice> = rows
            .iter()
            .filter(|it| numbers(it).is_some())
            .map(|(indicator, _)| Choice::new(&indicator.code, &indicator.name))
            .collect();
        let wanted = code.filter(|code| choices.iter().any(|it| it.value == *code));
        let wanted = wanted.or(choices.first().map(|it| it.value.as_str()));
        let found = rows.iter().find(|it| Some(it.0.code.as_str()) == wanted);
        let Some(((indicator, measure), whole)) = found.and_then(|it| Some((it, numbers(it)?)))
        else {
            return Ok(None);
        };
        let (title, years, day) = (scene.label(), scene.heads(), scene.day());
        let mut units = Vec::new();
        for unit in scene.territory(day).units() {
            scene.units = Some(vec![*unit]);
            units
                .push((scene.registry.label(*unit, day), scene.numbers(table, indicator, measure)));
        }
        let indicator = indicator.clone();
        Ok(Some(SeriesNumbers { title, indicator, choices, years, whole, units }))
    }

    fn series_scene(&mut self, query: &SeriesQuery) -> Result<Scene, AppError> {
        let (registry, catalogue) = (self.registry()?, self.whole_catalogue()?);
        let today = self.now().date();
        let lens = query.lens.border_day(today)?;
        let own_day = self.unit_day();
        let mut years = self.table()?.years();
        years.retain(|year| *year <= own_day.year().max(today.year()));
        let years = years.split_off(years.len().saturating_sub(YEARS));
        let day = lens.unwrap_or(own_day);
        let province = query.province.as_deref().and_then(|key| registry.find(key));
        let province = province.or_else(|| self.own_unit(&registry, own_day));
        let province = province.or_else(|| registry.provinces(day).first().copied());
        let province = province.ok_or(AppError::NoDossier)?;
        let units = self.scope_units(&registry, query.scope.as_deref())?;
        let set = query.scope.as_deref().and_then(|it| it.strip_prefix("set/")).map(str::to_owned);
        let calendars = self.calendars()?;
        Ok(Scene { registry, catalogue, calendars, province, units, set, lens, years })
    }

    /// The units of a chosen scope: one unit's key, or `set/ID`.
    fn scope_units(
        &self,
        registry: &Registry,
        scope: Option<&str>,
    ) -> Result<Option<Vec<UnitIx>>, AppError> {
        let Some(scope) = scope.filter(|scope| !scope.is_empty()) else { return Ok(None) };
        if let Some(id) = scope.strip_prefix("set/") {
            let set = self.unit_sets()?.into_iter().find(|set| set.id.to_string() == id);
            let members = set.map(|set| set.members).unwrap_or_default();
            return Ok(Some(members.iter().filter_map(|key| registry.find(key)).collect()));
        }
        let unit = registry.find(scope).ok_or_else(|| AppError::NoSuchUnit(scope.to_owned()))?;
        Ok(Some(vec![unit]))
    }

    fn scopes(&self, scene: &Scene) -> Result<Vec<Choice>, AppError> {
        let day = scene.day();
        let mut scopes = vec![Choice::new("", words::WHOLE)];
        for set in self.unit_sets()? {
            scopes.push(Choice::new(format!("set/{}", set.id), &set.name));
        }
        let province = scene.registry.heir(scene.province, day).unwrap_or(scene.province);
        for unit in Territory::below(&scene.registry, province, day).units().iter().copied() {
            scopes.push(Choice::new(scene.registry.key(unit), scene.registry.label(unit, day)));
        }
        Ok(scopes)
    }
}

/// The measures of a group: the usual ones shown by themselves, and those that have numbers.
fn measures(scene: &Scene, table: &UnitTable, group: &str) -> Vec<(Indicator, Measure)> {
    let mut found = Vec::new();
    for indicator in in_group(&scene.catalogue, group) {
        let usual = usual_measure(indicator);
        let reported = table.cube.measures().iter().filter(|it| it.indicator == indicator.code);
        let mut measures: Vec<Measure> = reported.cloned().collect();
        if indicator.core && !measures.contains(&usual) {
            measures.insert(0, usual);
        }
        found.extend(measures.into_iter().map(|measure| (indicator.clone(), measure)));
    }
    found
}

impl Scene {
    fn day(&self) -> NaiveDate {
        let last = self.years.last().and_then(|year| NaiveDate::from_ymd_opt(*year, 11, 15));
        self.lens.or(last).unwrap_or_default()
    }

    /// The units on a day: those chosen, or those that report to the unit of the table.
    fn territory(&self, day: NaiveDate) -> Territory {
        match &self.units {
            Some(units) => Territory::new(units.clone()),
            None => {
                let wholes = self.registry.stands_for(self.province, day).into_iter();
                let below = |whole| Territory::below(&self.registry, whole, day);
                wholes.flat_map(|whole| below(whole).units().to_vec()).collect()
            }
        }
    }

    fn province_on(&self, day: NaiveDate) -> UnitIx {
        self.registry.heir(self.province, day).unwrap_or(self.province)
    }

    /// Whose numbers these are, as a source names them.
    fn key_on(&self, day: NaiveDate) -> String {
        match (self.units.as_deref(), &self.set) {
            (Some([unit]), _) => self.registry.key(*unit).to_owned(),
            (Some(_), Some(set)) => format!("{SET}{set}"),
            _ => self.registry.key(self.province_on(day)).to_owned(),
        }
    }

    /// Whose numbers these are.
    fn label(&self) -> String {
        match self.units.as_deref() {
            Some([unit]) => self.registry.label(*unit, self.day()),
            Some(_) => String::new(),
            None => crate::units::capital(&self.registry.label(self.province, self.day())),
        }
    }

    fn numbers(
        &self,
        table: &UnitTable,
        indicator: &Indicator,
        measure: &Measure,
    ) -> Vec<YearNumber> {
        let point = |year: &i32| {
            let point = self.point(table, indicator, measure, *year);
            let source = point.window.as_ref().map(|(_, window)| {
                let day = self.lens.or(window.to).unwrap_or_else(|| self.day());
                unit_source_id(&self.key_on(day), measure, window)
            });
            let restated = self.lens.is_some() && point.window.is_some();
            YearNumber { total: point.total, restated, source }
        };
        self.years.iter().map(point).collect()
    }

    fn row(&self, table: &UnitTable, indicator: &Indicator, measure: &Measure) -> SeriesRow {
        let points: Vec<Point> =
            self.years.iter().map(|year| self.point(table, indicator, measure, *year)).collect();
        let mut cells = Vec::new();
        for (place, point) in points.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &points[before]);
            cells.push(self.cell(indicator, point, before));
        }
        SeriesRow {
            label: words::measure(&self.catalogue, indicator, measure),
            unit: indicator.unit.clone(),
            cells,
            together: self.together(table, indicator, measure, &points),
            remarks: self.remarks(table, measure, points.last()),
        }
    }

    fn point(
        &self,
        table: &UnitTable,
        indicator: &Indicator,
        measure: &Measure,
        year: i32,
    ) -> Point {
        let wanted = self.calendars.window_of(indicator, year);
        let at = table.cube.find_measure(measure);
        let has = |window: &WindowIx| {
            at.and_then(|at| table.cube.column(at, *window)).is_some_and(|it| !it.is_empty())
        };
        let own = wanted.as_ref().and_then(|it| table.cube.find_window(it)).filter(|it| has(it));
        let window = own.or_else(|| table.windows_of(year).into_iter().rfind(|it| has(it)));
        let words = window.and_then(|ix| table.cube.window(ix)).cloned();
        let end = words.as_ref().or(wanted.as_ref()).and_then(|it| it.to);
        let territory = self.territory(self.lens.or(end).unwrap_or_else(|| self.day()));
        let total = self.total(table, indicator, measure, window, &territory);
        Point { window: window.zip(words), territory, total }
    }

    fn total(
        &self,
        table: &UnitTable,
        indicator: &Indicator,
        measure: &Measure,
        window: Option<WindowIx>,
        territory: &Territory,
    ) -> Total {
        let rule = indicator.over_units;
        let at = table.cube.find_measure(measure).zip(window);
        let Some((measure_ix, window)) = at else { return Total::default() };
        let borders =
            self.lens.and_then(|day| Borders::of(&self.registry, &table.cube, window, day));
        match (borders, table.cube.column(measure_ix, window)) {
            (Some(borders), Some(column)) => {
                lens_total(column, &borders, territory, measure.nature, rule)
            }
            (_, column) => {
                let counted = self.counted(column, window, &table.cube, territory);
                total(&table.cube, measure_ix, window, &counted, rule)
            }
        }
    }

    /// The units whose numbers make a total as reported: of the whole province also those that ended
    /// before the last day, as in the table of units.
    fn counted(
        &self,
        column: Option<&Column>,
        window: WindowIx,
        cube: &Cube,
        territory: &Territory,
    ) -> Territory {
        let day = cube.window(window).and_then(|it| it.to).unwrap_or_else(|| self.day());
        let ended = column.filter(|_| self.units.is_none()).into_iter();
        let ended = ended.flat_map(|it| reporters(&self.registry, it, self.province_on(day), day));
        territory.units().iter().copied().chain(ended).collect()
    }

    fn cell(&self, indicator: &Indicator, point: &Point, before: Option<&Point>) -> SeriesCell {
        let (change, direction) = match before.and_then(|it| self.compare(indicator, point, it)) {
            Some(comparison) => words::change(&self.registry, &comparison, self.day()),
            None => (String::new(), Direction::None),
        };
        let mark = match (self.lens, point.total.estimates + point.total.unallocated) {
            _ if point.window.is_none() => NumberMark::None,
            (None, _) => NumberMark::Plain,
            (Some(_), 0) => NumberMark::Restated,
            _ => NumberMark::Estimated,
        };
        SeriesCell {
            text: words::amount(&point.total),
            rate: words::rate(&point.total),
            reported: point
                .window
                .as_ref()
                .map(|_| words::coverage(&point.total))
                .unwrap_or_default(),
            mark,
            change,
            direction,
        }
    }

    fn compare(&self, indicator: &Indicator, now: &Point, before: &Point) -> Option<Comparison> {
        let ((_, window), (_, earlier)) = (now.window.as_ref()?, before.window.as_ref()?);
        let changes = self.catalogue.definition_changes(&indicator.code);
        let redefined_on: Vec<NaiveDate> = changes.iter().map(|(day, _)| *day).collect();
        let drawn = match (self.lens, window.to, earlier.to) {
            (None, Some(day), Some(other)) => redrawn(&self.registry, &now.territory, day, other),
            _ => Vec::new(),
        };
        let terms = Terms {
            places: 1,
            kind: ValueKind::of(indicator.kind),
            redefined_on: &redefined_on,
            redrawn: &drawn,
        };
        let side = |window, point: &'_ Point| (window, point.territory.clone(), point.total);
        let (now, before) = (side(window, now), side(earlier, before));
        Some(compare(
            &Side { window: now.0, territory: &now.1, total: &now.2 },
            &Side { window: before.0, territory: &before.1, total: &before.2 },
            &terms,
        ))
    }

    /// The years put together; only as reported, where territories may differ from year to year.
    fn together(
        &self,
        table: &UnitTable,
        indicator: &Indicator,
        measure: &Measure,
        points: &[Point],
    ) -> String {
        let Some(at) = table.cube.find_measure(measure) else { return String::new() };
        let stages: Vec<Stage<'_>> = points
            .iter()
            .filter_map(|point| {
                let (window, _) = point.window.as_ref()?;
                Some(Stage { window: *window, territory: &point.territory })
            })
            .collect();
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return String::new();
        };
        if stages.len() < 2 || self.lens.is_some() {
            return String::new();
        }
        let joining = Joining::of(measure.nature, indicator.over_time);
        let of = ReviewOf { measure: at, over_units: indicator.over_units, joining, whole: None };
        let review = review(&table.cube, &of, &stages);
        match review.outcome {
            Outcome::Sum(total) => words::together(*first, *last, &words::amount(&total)),
            Outcome::Seams => {
                let seams: Vec<String> = review.seams.iter().map(words::seam).collect();
                format!("{}: {}", words::SEAMS, seams.join("; "))
            }
            _ => String::new(),
        }
    }

    /// The best and the worst units of the last year.
    fn remarks(&self, table: &UnitTable, measure: &Measure, last: Option<&Point>) -> Vec<String> {
        let column = last.and_then(|point| {
            let (window, _) = point.window.as_ref()?;
            table.cube.column(table.cube.find_measure(measure)?, *window)
        });
        let (Some(column), Some(last)) = (column, last) else { return Vec::new() };
        let ratio = last.total.total.is_some();
        let by = if ratio { RankBy::Rate } else { RankBy::Value };
        let ranked = ranking(column, &last.territory, by, Best::Highest);
        if ranked.rows.len() < 3 || self.lens.is_some() {
            return Vec::new();
        }
        let day = last.window.as_ref().and_then(|(_, window)| window.to).unwrap_or_default();
        let named = |rows: &[bc138_series::Ranked], best| {
            let labels: Vec<String> =
                rows.iter().take(2).map(|row| self.registry.label(row.unit, day)).collect();
            let more = u32::try_from(rows.len().saturating_sub(2)).unwrap_or_default();
            words::ranked(best, &labels, more)
        };
        vec![named(ranked.best(1), true), named(ranked.worst(1), false)]
    }

    /// The heads of the years, with what changed before each.
    fn heads(&self) -> Vec<SeriesYear> {
        let end = |year: i32| NaiveDate::from_ymd_opt(year, 11, 15).unwrap_or_default();
        let mut heads: Vec<SeriesYear> = Vec::new();
        for (place, year) in self.years.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| self.years[before]);
            let breaks = before.filter(|_| self.lens.is_none()).and_then(|before| {
                let (then, now) = (self.territory(end(before)), self.territory(end(*year)));
                let changed = redrawn(&self.registry, &now, end(before), end(*year));
                let count = now.difference(&then).len().max(changed.len());
                (count > 0).then(|| words::borders_changed(count))
            });
            let redefined = before.and_then(|before| self.redefined(end(before), end(*year)));
            let breaks = [breaks, redefined].into_iter().flatten().collect::<Vec<_>>().join("; ");
            let breaks = Some(breaks).filter(|breaks| !breaks.is_empty());
            heads.push(SeriesYear { year: *year, breaks });
        }
        heads
    }

    /// The first change of a definition between two days among the standards of the movement.
    fn redefined(&self, before: NaiveDate, now: NaiveDate) -> Option<String> {
        let ratios =
            self.catalogue.indicators().iter().filter(|it| it.kind == IndicatorKind::Ratio);
        let changes = ratios.flat_map(|it| self.catalogue.definition_changes(&it.code));
        let mut within = changes.filter(|(day, _)| before < *day && *day <= now);
        within.next().map(|(day, basis)| words::redefined(day, basis))
    }
}
