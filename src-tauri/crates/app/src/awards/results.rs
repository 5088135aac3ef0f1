//! The results of units over the years, out of the table of units: what proposals rest on.

use crate::table::UnitTable;
use bc138_awards::candidate::{Grade, YearResult};
use bc138_domain::{
    CalendarBook, Catalogue, Categories, Fixed, Indicator, Measure, Nature, Slot, State,
};
use bc138_series::{Feat, MeasureIx, Span, Territory, WindowIx, redrawn, streaks};
use bc138_units::{Registry, UnitIx};

/// The standard of the units themselves: of each type, and of all types together.
const STANDARD: [&str; 5] = ["at_xa", "at_phuong", "at_thi_tran", "at_dac_khu", "at_cap_xa"];
/// The standard of the khu dân cư.
const RESIDENTIAL: &str = "at_kdc";
/// Tips from the people.
const TIPS: &str = "tin_tong";
/// The grade of the movement at the level of communes, by [`GRADE`].
const GRADED: &str = "pl_cap_xa";
const GRADE: &str = "grade";
const GRADES: [(&str, Grade); 4] = [
    ("xuat_sac", Grade::Excellent),
    ("kha", Grade::Good),
    ("trung_binh", Grade::Average),
    ("yeu", Grade::Weak),
];

/// Where the results are read.
pub(super) struct Results<'a> {
    pub registry: &'a Registry,
    pub catalogue: &'a Catalogue,
    pub calendars: &'a CalendarBook,
    pub table: &'a UnitTable,
    /// The years with numbers, ascending.
    pub years: &'a [i32],
}

impl Results<'_> {
    /// The results of a unit, one a year.
    pub fn of(&self, unit: UnitIx) -> Vec<YearResult> {
        self.years.iter().map(|year| self.year(unit, *year)).collect()
    }

    /// Years in a row, up to the last one, in which every khu dân cư of the unit reached the
    /// standard.
    pub fn all_reached(&self, unit: UnitIx) -> u32 {
        let Some((indicator, measure)) = self.usual(RESIDENTIAL) else { return 0 };
        let windows: Vec<WindowIx> =
            self.years.iter().filter_map(|year| self.window(indicator, measure, *year)).collect();
        let found = streaks(&self.table.cube, unit, measure, &windows, Feat::Full);
        found.current.map_or(0, |streak| streak.length)
    }

    fn year(&self, unit: UnitIx, year: i32) -> YearResult {
        YearResult {
            year,
            standard: self.standard(unit, year),
            rate: self.ratio(unit, RESIDENTIAL, year),
            grade: self.grade(unit, year),
            tips: self.number(unit, TIPS, year).and_then(amount),
            comparable: self.is_comparable(unit, year),
        }
    }

    fn standard(&self, unit: UnitIx, year: i32) -> Option<bool> {
        let ratios = STANDARD.iter().find_map(|code| self.ratio(unit, code, year));
        ratios.map(|(reached, total)| reached == total)
    }

    /// Reached and total, where there is something to reach.
    fn ratio(&self, unit: UnitIx, code: &str, year: i32) -> Option<(Fixed, Fixed)> {
        let slot = self.number(unit, code, year)?;
        let total = slot.total().filter(|total| *total > Fixed::default())?;
        Some((slot.value()?, total))
    }

    /// The one grade that counts the unit; two at once are none.
    fn grade(&self, unit: UnitIx, year: i32) -> Option<Grade> {
        let indicator = self.catalogue.indicator(GRADED)?;
        let has = |code: &str| {
            let measure = self.measure(indicator, &[(GRADE, code)])?;
            let number = self.exact(unit, measure, self.window(indicator, measure, year)?)?;
            amount(number).filter(|count| *count > Fixed::default())
        };
        let mut found = GRADES.into_iter().filter(|(code, _)| has(code).is_some());
        match (found.next(), found.next()) {
            (Some((_, grade)), None) => Some(grade),
            _ => None,
        }
    }

    /// Whether the year's rate may be compared with the one before: equally long windows, the same
    /// borders of the unit, the same definition.
    fn is_comparable(&self, unit: UnitIx, year: i32) -> bool {
        let compared = || {
            let (indicator, measure) = self.usual(RESIDENTIAL)?;
            let span = |year| {
                let window = self.window(indicator, measure, year)?;
                Span::of(self.table.cube.window(window)?)
            };
            let (now, before) = (span(year)?, span(year - 1)?);
            let own = Territory::new(vec![unit]);
            let borders = redrawn(self.registry, &own, before.to, now.to).is_empty();
            let mut changes = self.catalogue.definition_changes(RESIDENTIAL).into_iter();
            let redefined = changes.any(|(day, _)| before.to < day && day <= now.to);
            Some(now.is_as_long_as(before) && borders && !redefined)
        };
        compared().unwrap_or(false)
    }

    fn usual(&self, code: &str) -> Option<(&Indicator, MeasureIx)> {
        let indicator = self.catalogue.indicator(code)?;
        Some((indicator, self.measure(indicator, &[])?))
    }

    /// The measure of an indicator that counts these kinds, whatever its nature: an import may
    /// name another one than the form.
    fn measure(&self, indicator: &Indicator, kinds: &[(&str, &str)]) -> Option<MeasureIx> {
        let kind = |(dimension, code): &(&str, &str)| {
            ((*dimension).to_owned(), std::iter::once((*code).to_owned()).collect())
        };
        let categories: Categories = kinds.iter().map(kind).collect();
        let natures = [
            crate::field::usual_nature(indicator),
            Nature::Stock,
            Nature::Flow,
            Nature::Cumulative,
        ];
        natures.into_iter().find_map(|nature| {
            let indicator = indicator.code.clone();
            let measure = Measure { indicator, nature, categories: categories.clone() };
            self.table.cube.find_measure(&measure)
        })
    }

    /// The window of a year: the calendar's, else the last one of the year with numbers.
    fn window(&self, indicator: &Indicator, measure: MeasureIx, year: i32) -> Option<WindowIx> {
        let cube = &self.table.cube;
        let has_numbers = |window: &WindowIx| cube.column(measure, *window).is_some();
        let own = self.calendars.window_of(indicator, year);
        let own = own.and_then(|window| cube.find_window(&window)).filter(has_numbers);
        own.or_else(|| self.table.windows_of(year).into_iter().rfind(has_numbers))
    }

    fn number(&self, unit: UnitIx, code: &str, year: i32) -> Option<Slot> {
        let (indicator, measure) = self.usual(code)?;
        self.exact(unit, measure, self.window(indicator, measure, year)?)
    }

    /// A number that is neither in words nor approximate.
    fn exact(&self, unit: UnitIx, measure: MeasureIx, window: WindowIx) -> Option<Slot> {
        let vague = self.table.cube.remark(unit, measure, window).is_some();
        self.table.cube.get(unit, measure, window).filter(|_| !vague)
    }
}

/// The number of a slot; “không phát sinh” is nought.
fn amount(slot: Slot) -> Option<Fixed> {
    match slot.state {
        State::Zero => Some(Fixed::default()),
        _ => slot.value(),
    }
}
