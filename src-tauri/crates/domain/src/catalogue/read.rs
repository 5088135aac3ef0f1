//! Reads the built-in catalogue from the texts of its files.

use super::award_form::AwardForm;
use super::dimension::{Category, Dimension};
use super::entry::{BuiltIn, EarlierDefinition};
use super::fit;
use super::group::FieldGroup;
use super::indicator::Indicator;
use super::own::Own;
use super::problem::{CatalogueError, Misfit, PackProblem};
use super::table::{Entry, Read, lines, read_table};
use super::version::backwards;
use super::{Catalogue, Section};
use crate::calendar::{Calendar, CalendarBook};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of the catalogue files.
#[derive(Debug, Clone, Copy)]
pub struct CatalogueFiles<'a> {
    /// `indicators.tsv`: every indicator with its newest definition, in the order of the forms.
    pub indicators: &'a str,
    /// `definitions.tsv`: what defined an indicator before, and until when.
    pub definitions: &'a str,
    /// `groups.tsv`: groups of fields.
    pub groups: &'a str,
    /// `dimensions.tsv`: dimensions.
    pub dimensions: &'a str,
    /// `categories.tsv`: kinds inside dimensions.
    pub categories: &'a str,
    /// `calendars.tsv`: reporting years.
    pub calendars: &'a str,
    /// `award_forms.tsv`: forms of award.
    pub award_forms: &'a str,
    /// `offices.tsv`: one title of an office a line.
    pub offices: &'a str,
}

/// A line of a file.
type Place = (&'static str, usize);

impl Catalogue {
    /// Reads the catalogue files.
    ///
    /// # Errors
    /// The first line that does not fit, with its place.
    pub fn read(files: &CatalogueFiles<'_>) -> Result<Self, CatalogueError> {
        let rows: Vec<Read<BuiltIn>> = read_file("indicators.tsv", files.indicators)?;
        let earlier = read_file("definitions.tsv", files.definitions)?;
        let groups: Vec<Read<FieldGroup>> = read_file("groups.tsv", files.groups)?;
        let dimensions: Vec<Read<Dimension>> = read_file("dimensions.tsv", files.dimensions)?;
        let categories: Vec<Read<Category>> = read_file("categories.tsv", files.categories)?;
        let calendars: Vec<Read<Calendar>> = read_file("calendars.tsv", files.calendars)?;
        let forms: Vec<Read<AwardForm>> = read_file("award_forms.tsv", files.award_forms)?;
        let (indicators, indicator_places) = versions(&rows, &earlier)?;
        let places = BTreeMap::from([
            (Section::Groups, places("groups.tsv", &groups)),
            (Section::Dimensions, places("dimensions.tsv", &dimensions)),
            (Section::Categories, places("categories.tsv", &categories)),
            (Section::Indicators, indicator_places),
        ]);
        let base = Self {
            calendars: CalendarBook::new(values(calendars)),
            forms: values(forms),
            offices: files.offices.lines().skip(1).map(str::to_owned).collect(),
            ..Self::default()
        };
        let own = Own {
            groups: &values(groups),
            dimensions: &values(dimensions),
            categories: &values(categories),
            indicators: &indicators,
        };
        if let Some((section, index, misfit)) = fit::within(&base, &own).into_iter().next() {
            let place = places.get(&section).and_then(|places| places.get(index));
            return Err(misplaced(place.copied().unwrap_or_default(), section, misfit));
        }
        let mut catalogue = base.with_own(&own)?;
        let counted = rows.into_iter().map(|row| row.value);
        catalogue.counted_from =
            counted.filter_map(|it| Some((it.indicator.code, it.counted_from?))).collect();
        Ok(catalogue)
    }
}

fn read_file<T: Entry>(file: &'static str, text: &str) -> Result<Vec<Read<T>>, CatalogueError> {
    let mut problems = Vec::new();
    let lines = lines(text, &mut problems);
    let read = read_table(&lines, &mut problems);
    match problems.into_iter().next() {
        Some(problem) => Err(CatalogueError::File { file, problem }),
        None => Ok(read),
    }
}

fn values<T>(rows: Vec<Read<T>>) -> Vec<T> {
    rows.into_iter().map(|row| row.value).collect()
}

fn places<T>(file: &'static str, rows: &[Read<T>]) -> Vec<Place> {
    rows.iter().map(|row| (file, row.line)).collect()
}

fn misplaced((file, line): Place, section: Section, misfit: Misfit) -> CatalogueError {
    CatalogueError::File { file, problem: PackProblem::misfit(line, section, misfit) }
}

/// The versions of all indicators: the earlier definitions of each, one after the other, then the
/// newest.
fn versions(
    rows: &[Read<BuiltIn>],
    earlier: &[Read<EarlierDefinition>],
) -> Result<(Vec<Indicator>, Vec<Place>), CatalogueError> {
    let known: BTreeSet<&str> = rows.iter().map(|row| row.value.indicator.code.as_str()).collect();
    if let Some(row) = earlier.iter().find(|row| !known.contains(row.value.code.as_str())) {
        let misfit = Misfit::UnknownIndicator(row.value.code.clone());
        return Err(misplaced(("definitions.tsv", row.line), Section::Indicators, misfit));
    }
    let mut found = (Vec::new(), Vec::new());
    for row in rows {
        let newest = &row.value.indicator;
        let mut valid_from = newest.valid_from;
        for old in earlier.iter().filter(|old| old.value.code == newest.code) {
            let (basis, valid_to) = (old.value.basis.clone(), old.value.valid_to);
            let version = Indicator { basis, valid_from, valid_to, ..newest.clone() };
            if let Some(misfit) = backwards(&version) {
                let place = ("definitions.tsv", old.line);
                return Err(misplaced(place, Section::Indicators, misfit));
            }
            found.0.push(version);
            found.1.push(("indicators.tsv", row.line));
            valid_from = valid_to.and_then(|day| day.succ_opt());
        }
        found.0.push(Indicator { valid_from, ..newest.clone() });
        found.1.push(("indicators.tsv", row.line));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    const FILES: CatalogueFiles<'static> = CatalogueFiles {
        indicators: "code\tgroup\tname\tkind\tnoun\tbasis\tvalid_from\tvalid_to\n\
             clb\tmodels\tCâu lạc bộ\tstock\tcâu lạc bộ\tĐiều 5\t\t2025-06-30\n",
        definitions: "code\tvalid_to\tbasis\nclb\t2022-02-09\tĐiều 6\n",
        groups: "code\tstep\ttitle\thint\nmodels\t4\tMô hình\t\n",
        dimensions: "code\tname\tcover\ngender\tGiới tính\tcomplete\n",
        categories: "dimension\tcode\tname\ngender\tnam\tnam\n",
        calendars: "code\tname\tlabel\tfirst\tlast\nchung\tChung\tnăm {year}\t16/11\t15/11\n",
        award_forms: "code\tname\trank\trecipients\tlegal_basis\n\
             co\tCờ thi đua\t1\tcollective,person\tĐiều 26\n",
        offices: "title\nChủ tịch UBND tỉnh\n",
    };

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn earlier_definitions_stand_before_the_newest() {
        let catalogue = Catalogue::read(&FILES).unwrap();
        let basis = |day| catalogue.indicator_on("clb", day).map(|it| it.basis.as_str());
        assert_eq!(basis(day(2022, 2, 9)), Some("Điều 6"));
        assert_eq!(basis(day(2022, 2, 10)), Some("Điều 5"));
        assert_eq!(basis(day(2025, 7, 1)), None, "it ended the day before");
        assert_eq!(catalogue.definition_changes("clb"), [(day(2022, 2, 10), "Điều 5")]);
        let over_all = catalogue.indicator("clb").unwrap();
        assert_eq!((over_all.valid_from, over_all.valid_to), (None, Some(day(2025, 6, 30))));
        assert_eq!(catalogue.form("co").map(|form| form.recipients.len()), Some(2));
    }

    #[test]
    fn a_bad_line_is_named_with_its_place() {
        let place = |files: &CatalogueFiles<'_>| match Catalogue::read(files) {
            Err(CatalogueError::File { file, problem }) => (file, problem.line, problem.column),
            other => panic!("{other:?} should have been refused"),
        };
        let cell = |column: &str| Some(column.to_owned());
        let groups = "code\tstep\ttitle\nother\t4\tKhác\n";
        let files = CatalogueFiles { groups, ..FILES };
        assert_eq!(place(&files), ("indicators.tsv", 2, cell("group")), "no such group any more");
        let definitions = "code\tvalid_to\nnothing\t2022-02-09\n";
        let files = CatalogueFiles { definitions, ..FILES };
        assert_eq!(place(&files), ("definitions.tsv", 2, cell("code")));
        let definitions = "code\tvalid_to\nclb\t2022-02-09\nclb\t2022-02-08\n";
        let files = CatalogueFiles { definitions, ..FILES };
        assert_eq!(place(&files), ("definitions.tsv", 3, cell("valid_to")), "runs backwards");
        let calendars = "code\tname\tlabel\tfirst\tlast\nchung\tChung\tnăm\t16/11\t31/11\n";
        let files = CatalogueFiles { calendars, ..FILES };
        assert_eq!(place(&files), ("calendars.tsv", 2, cell("last")), "no such day");
    }
}
