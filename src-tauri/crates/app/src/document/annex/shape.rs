//! What an annex looks like: read from `assets/annexes/*.toml`, so that a column is moved or added
//! without touching the program.

use crate::error::AppError;
use crate::truth;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

/// The annexes in the order in which they are numbered.
const FILES: [(&str, &str); 8] = [
    ("standard.toml", include_str!("../../../../../../assets/annexes/standard.toml")),
    ("classes.toml", include_str!("../../../../../../assets/annexes/classes.toml")),
    ("models.toml", include_str!("../../../../../../assets/annexes/models.toml")),
    ("kinds.toml", include_str!("../../../../../../assets/annexes/kinds.toml")),
    ("people.toml", include_str!("../../../../../../assets/annexes/people.toml")),
    ("force.toml", include_str!("../../../../../../assets/annexes/force.toml")),
    ("awards.toml", include_str!("../../../../../../assets/annexes/awards.toml")),
    ("targets.toml", include_str!("../../../../../../assets/annexes/targets.toml")),
];

/// How an annex prints what the report itself states, a row for each figure.
const STATED: (&str, &str) =
    ("stated.toml", include_str!("../../../../../../assets/annexes/stated.toml"));

/// One annex (phụ lục, biểu mẫu).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::document) struct Shape {
    /// Stable code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Name of its sheet in a workbook.
    pub tab: String,
    /// The text of law that asks for it; empty where none does.
    #[serde(default)]
    pub basis: String,
    /// What its rows are.
    #[serde(default)]
    pub rows: RowsOf,
    /// Head of the column of names.
    #[serde(default = "unit_title")]
    pub row_title: String,
    /// Whether a row of column numbers stands under the head; the first column has none.
    #[serde(default)]
    pub numbered: bool,
    /// Whether a column of remarks closes the table.
    #[serde(default)]
    pub remarks: bool,
    /// The dimension that kinds of columns belong to.
    #[serde(default)]
    pub dimension: String,
    /// Dimensions whose kinds are the rows.
    #[serde(default)]
    pub dimensions: Vec<String>,
    /// Groups of columns.
    pub group: Vec<ColumnGroup>,
    /// Columns that must agree in every row.
    #[serde(default)]
    pub agree: Vec<Agreement>,
    /// The same annex as a list of what the report states, while no unit has numbers.
    #[serde(skip)]
    pub stated: Option<Box<Self>>,
    /// Indicators of a list, in its order.
    #[serde(skip)]
    pub indicators: Vec<String>,
}

/// What all lists of stated figures have in common.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatedShape {
    row_title: String,
    group: Vec<ColumnGroup>,
}

/// What the rows of an annex are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::document) enum RowsOf {
    /// Xã, phường, đặc khu.
    #[default]
    Units,
    /// Kinds of dimensions.
    Kinds,
    /// Awards of the dossier.
    Awards,
    /// Targets of the dossier of the window before.
    Targets,
    /// Figures that the report states.
    Figures,
}

/// Columns under a common heading; without a title each stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::document) struct ColumnGroup {
    /// Heading.
    #[serde(default)]
    pub title: String,
    /// Columns.
    pub column: Vec<ColumnShape>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::document) struct ColumnShape {
    /// Heading.
    pub title: String,
    /// Code of the indicator; empty for a field of an award or target.
    #[serde(default)]
    pub figure: String,
    /// Which part of its number.
    #[serde(default)]
    pub part: Part,
    /// Kinds that are added up; the indicator as a whole without any.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Kinds of the whole that a percentage is of.
    #[serde(default)]
    pub of: Vec<String>,
    /// The type of unit that it is about: another unit without a number is not missing.
    #[serde(default)]
    pub unit: Option<String>,
    /// Whether numbers of units of other types belong elsewhere.
    #[serde(default)]
    pub strict: bool,
    /// Left out while nobody has a number in it.
    #[serde(default)]
    pub optional: bool,
    /// Field of an award or target.
    #[serde(default)]
    pub field: Option<Field>,
}

/// Part of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::document) enum Part {
    /// The number, or x of x/y.
    #[default]
    Value,
    /// y of x/y.
    Total,
    /// x/y in percent.
    Rate,
}

impl Part {
    /// The source of what a column shows of a number; of one that is no fraction it is the number
    /// itself.
    pub fn of(self, source: &str, fraction: bool) -> String {
        match self {
            Self::Rate => truth::share(source),
            Self::Total => truth::total(source),
            Self::Value if fraction => truth::reached(source),
            Self::Value => source.to_owned(),
        }
    }
}

/// A field of an award or target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::document) enum Field {
    /// Number and day of a decision.
    Decision,
    /// Tập thể.
    Collectives,
    /// Cá nhân.
    Persons,
    /// Hộ gia đình.
    Households,
    /// Awards counted as things: “87 Kỷ niệm chương”.
    Objects,
    /// Đồng.
    Money,
    /// The result of a target.
    Result,
    /// How far a target was met.
    Outcome,
    /// What is counted: đơn vị tính.
    Noun,
    /// The window of a figure.
    Window,
}

/// Columns that must agree in every row: the whole is the sum of `plus` less `minus`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::document) struct Agreement {
    /// Indicator of the whole.
    pub whole: String,
    /// Added.
    pub plus: Vec<String>,
    /// Taken off.
    #[serde(default)]
    pub minus: Vec<String>,
    /// The rule in words.
    pub text: String,
}

fn unit_title() -> String {
    crate::vi::annex::UNIT.to_owned()
}

/// All annexes, read once.
///
/// # Errors
/// [`AppError::Template`] with the file that does not fit.
pub(in crate::document) fn shapes() -> Result<&'static [Shape], AppError> {
    static SHAPES: OnceLock<Vec<Shape>> = OnceLock::new();
    if let Some(known) = SHAPES.get() {
        return Ok(known);
    }
    let list: StatedShape = read(STATED)?;
    let read = FILES.iter().map(|file| Ok(read::<Shape>(*file)?.with_list(&list)));
    let read = read.collect::<Result<Vec<Shape>, AppError>>()?;
    Ok(SHAPES.get_or_init(|| read))
}

fn read<T: DeserializeOwned>((name, text): (&str, &str)) -> Result<T, AppError> {
    toml::from_str(text).map_err(|error: toml::de::Error| AppError::Template {
        name: name.to_owned(),
        detail: error.to_string(),
    })
}

impl Shape {
    /// The shape with that of its list, where its rows are units.
    fn with_list(self, list: &StatedShape) -> Self {
        if self.rows != RowsOf::Units {
            return self;
        }
        let stated = Self {
            indicators: self.columns().map(|column| column.figure.clone()).collect(),
            rows: RowsOf::Figures,
            row_title: list.row_title.clone(),
            group: list.group.clone(),
            numbered: false,
            remarks: false,
            agree: Vec::new(),
            ..self.clone()
        };
        Self { stated: Some(Box::new(stated)), ..self }
    }

    /// Its columns.
    pub fn columns(&self) -> impl Iterator<Item = &ColumnShape> {
        self.group.iter().flat_map(|group| &group.column)
    }

    /// Where a list of stated figures has an indicator; nothing where it does not ask for it.
    pub fn place_of(&self, indicator: &str) -> Option<usize> {
        self.indicators.iter().position(|it| it == indicator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn every_column_names_something_that_is_in_the_catalogue() {
        let catalogue = Assets::load().unwrap().catalogue;
        for shape in shapes().unwrap() {
            let known = |dimension: &str, kind: &String| {
                catalogue.categories(dimension).iter().any(|it| it.code == *kind)
            };
            for column in shape.group.iter().flat_map(|group| &group.column) {
                let figure = catalogue.indicator(&column.figure).is_some();
                assert!(figure || column.field.is_some(), "{}: {}", shape.code, column.figure);
                let mut kinds = column.kinds.iter().chain(&column.of);
                assert!(kinds.all(|kind| known(&shape.dimension, kind)), "{}", column.title);
            }
            for dimension in &shape.dimensions {
                assert!(catalogue.dimension(dimension).is_some(), "{dimension}");
            }
        }
    }

    #[test]
    fn the_form_of_the_ministry_has_its_26_columns_numbered_from_1_to_25() {
        let shapes = shapes().unwrap();
        let form = shapes.iter().find(|shape| shape.code == "force").unwrap();
        let columns: usize = form.group.iter().map(|group| group.column.len()).sum();
        assert_eq!(columns + 2, 26, "number, name and the columns of figures");
        assert!(form.numbered && !form.remarks);
    }

    #[test]
    fn the_catalogue_and_the_checks_name_the_columns_of_the_form_by_their_printed_numbers() {
        let assets = Assets::load().unwrap();
        let form = shapes().unwrap().iter().find(|shape| shape.code == "force").unwrap();
        let columns: Vec<&str> =
            form.group.iter().flat_map(|it| &it.column).map(|it| it.figure.as_str()).collect();
        // The name of the commune is column 1.
        let printed = |code: &str| columns.iter().position(|it| *it == code).unwrap() + 2;
        for code in &columns {
            let basis = &assets.catalogue.indicator(code).unwrap().basis;
            assert!(basis.ends_with(&format!("cột {}", printed(code))), "{code}: {basis}");
        }
        let checks = include_str!("../../../../../../assets/checks/force.toml");
        for (whole, parts) in [
            ("ll_tv_hien_co", ["ll_nam", "ll_nu"]),
            ("ll_tv_hien_co", ["ll_duoi_70", "ll_tren_70"]),
        ] {
            let [one, other] = parts.map(printed);
            let todo = format!("cột {}, cột {one} và cột {other}", printed(whole));
            assert!(checks.contains(&todo), "{todo}");
        }
    }
}
