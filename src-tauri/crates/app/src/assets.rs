//! The data files under `assets/`, embedded so that the program is one file.

use crate::error::AppError;
use bc138_awards::{TableFiles, Tables};
use bc138_checks::Book;
use bc138_domain::Catalogue;
use bc138_domain::catalogue::CatalogueFiles;
use bc138_units::{Registry, RegistryFiles};
use std::sync::OnceLock;

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!("../../../../assets/", $path))
    };
}

/// The sample years: name and file.
pub const SAMPLES: &[(&str, &str)] = &[
    ("lao-cai-2017", asset!("samples/lao-cai-2017.toml")),
    ("thai-binh-2018", asset!("samples/thai-binh-2018.toml")),
    ("hai-duong-2016", asset!("samples/hai-duong-2016.toml")),
    ("lang-son-2022", asset!("samples/lang-son-2022.toml")),
    ("tuyen-quang-2023", asset!("samples/tuyen-quang-2023.toml")),
];

/// The templates of the briefing: block name and text, in the order of `briefing.toml`.
pub(crate) const BRIEFING: &str = asset!("templates/briefing/briefing.toml");

/// Where the texts of a certificate stand.
pub(crate) const CERTIFICATE: &str = asset!("certificates/layout.toml");

/// The outline of the report.
pub(crate) const OFFICIAL: &str = asset!("templates/official/official.toml");

/// The files of the numbered checks.
const CHECKS: &[(&str, &str)] = &[
    ("dossier.toml", asset!("checks/dossier.toml")),
    ("numbers.toml", asset!("checks/numbers.toml")),
    ("force.toml", asset!("checks/force.toml")),
    ("units.toml", asset!("checks/units.toml")),
    ("time.toml", asset!("checks/time.toml")),
    ("history.toml", asset!("checks/history.toml")),
    ("text.toml", asset!("checks/text.toml")),
];

/// The templates of all documents: name and text. Those of the briefing have no folder in their name.
pub(crate) const TEMPLATES: &[(&str, &str)] = &[
    ("phrases.j2", asset!("templates/briefing/phrases.j2")),
    ("honours.j2", asset!("templates/briefing/honours.j2")),
    ("title.j2", asset!("templates/briefing/title.j2")),
    ("lead.j2", asset!("templates/briefing/lead.j2")),
    ("people.j2", asset!("templates/briefing/people.j2")),
    ("bases.j2", asset!("templates/briefing/bases.j2")),
    ("leadership.j2", asset!("templates/briefing/leadership.j2")),
    ("results.j2", asset!("templates/briefing/results.j2")),
    ("standard.j2", asset!("templates/briefing/standard.j2")),
    ("models.j2", asset!("templates/briefing/models.j2")),
    ("participation.j2", asset!("templates/briefing/participation.j2")),
    ("outcome.j2", asset!("templates/briefing/outcome.j2")),
    ("discussion.j2", asset!("templates/briefing/discussion.j2")),
    ("speeches.j2", asset!("templates/briefing/speeches.j2")),
    ("targets.j2", asset!("templates/briefing/targets.j2")),
    ("awards.j2", asset!("templates/briefing/awards.j2")),
    ("captions.j2", asset!("templates/briefing/captions.j2")),
    ("byline.j2", asset!("templates/briefing/byline.j2")),
    ("leader/line.j2", asset!("templates/leader/line.j2")),
    ("leader/point.j2", asset!("templates/leader/point.j2")),
    ("official/intro.j2", asset!("templates/official/intro.j2")),
    ("official/closing.j2", asset!("templates/official/closing.j2")),
    ("official/situation.j2", asset!("templates/official/situation.j2")),
    ("official/leadership.j2", asset!("templates/official/leadership.j2")),
    ("official/propaganda.j2", asset!("templates/official/propaganda.j2")),
    ("official/hotspots.j2", asset!("templates/official/hotspots.j2")),
    ("official/launch.j2", asset!("templates/official/launch.j2")),
    ("official/models.j2", asset!("templates/official/models.j2")),
    ("official/standard.j2", asset!("templates/official/standard.j2")),
    ("official/forces.j2", asset!("templates/official/forces.j2")),
    ("official/people.j2", asset!("templates/official/people.j2")),
    ("official/exemplary.j2", asset!("templates/official/exemplary.j2")),
    ("official/funds.j2", asset!("templates/official/funds.j2")),
    ("official/others.j2", asset!("templates/official/others.j2")),
    ("official/awards.j2", asset!("templates/official/awards.j2")),
    ("official/strengths.j2", asset!("templates/official/strengths.j2")),
    ("official/list.j2", asset!("templates/official/list.j2")),
    ("official/shortcomings.j2", asset!("templates/official/shortcomings.j2")),
    ("official/causes.j2", asset!("templates/official/causes.j2")),
    ("official/tasks.j2", asset!("templates/official/tasks.j2")),
    ("official/targets.j2", asset!("templates/official/targets.j2")),
    ("official/proposals.j2", asset!("templates/official/proposals.j2")),
];

/// The files of the legal tables of awards.
const AWARDS: TableFiles<'static> = TableFiles {
    forms: asset!("awards/forms.tsv"),
    authorities: asset!("awards/authorities.tsv"),
    authority_names: asset!("awards/authority_names.tsv"),
    coefficients: asset!("awards/coefficients.tsv"),
    multipliers: asset!("awards/multipliers.tsv"),
    base_salaries: asset!("awards/base_salaries.tsv"),
    rounding: asset!("awards/rounding.tsv"),
    rules: asset!("awards/rules.tsv"),
    indicators: asset!("awards/indicators.tsv"),
    honours: asset!("awards/honours.tsv"),
    thresholds: asset!("awards/thresholds.tsv"),
    abbreviations: asset!("awards/abbreviations.tsv"),
    name_prefixes: asset!("awards/name_prefixes.tsv"),
    place_nouns: asset!("awards/place_nouns.tsv"),
    unit_bodies: asset!("awards/unit_bodies.tsv"),
};

/// A province as the catalogue names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Province {
    /// “Lạng Sơn”.
    pub name: String,
    /// “tỉnh” or “thành phố”.
    pub kind: String,
    /// Whether it still exists after 30/06/2025.
    pub current: bool,
}

/// Everything read from the files once.
#[derive(Debug, Clone)]
pub struct Assets {
    /// Indicators, groups, dimensions, calendars, award forms, offices.
    pub catalogue: Catalogue,
    /// Provinces of today and of before 01/07/2025.
    pub provinces: Vec<Province>,
    /// The register of units; read when it is first wanted.
    registry: OnceLock<Registry>,
    /// The checks; read when they are first wanted.
    book: OnceLock<Book>,
    /// The legal tables of awards; read when they are first wanted.
    award_tables: OnceLock<Tables>,
}

impl Assets {
    /// Reads the embedded files.
    ///
    /// # Errors
    /// [`AppError::Catalogue`] with the file and line that does not fit.
    pub fn load() -> Result<Self, AppError> {
        let catalogue = Catalogue::read(&CatalogueFiles {
            indicators: asset!("catalogue/indicators.tsv"),
            definitions: asset!("catalogue/definitions.tsv"),
            groups: asset!("catalogue/groups.tsv"),
            dimensions: asset!("catalogue/dimensions.tsv"),
            categories: asset!("catalogue/categories.tsv"),
            calendars: asset!("catalogue/calendars.tsv"),
            award_forms: asset!("catalogue/award_forms.tsv"),
            offices: asset!("catalogue/offices.tsv"),
        })?;
        let provinces = asset!("catalogue/provinces.tsv").lines().skip(1).filter_map(province);
        Ok(Self {
            catalogue,
            provinces: provinces.collect(),
            registry: OnceLock::new(),
            book: OnceLock::new(),
            award_tables: OnceLock::new(),
        })
    }

    /// The official register of units.
    ///
    /// # Errors
    /// [`AppError::Register`] with the file and line that does not fit.
    pub fn registry(&self) -> Result<&Registry, AppError> {
        if let Some(known) = self.registry.get() {
            return Ok(known);
        }
        let files = RegistryFiles {
            units: asset!("units/units.tsv"),
            succession: asset!("units/succession.tsv"),
        };
        let read = Registry::read(&files)?;
        Ok(self.registry.get_or_init(|| read))
    }

    /// The numbered checks.
    ///
    /// # Errors
    /// [`AppError::Checks`] with the place that does not fit.
    pub fn book(&self) -> Result<&Book, AppError> {
        if let Some(known) = self.book.get() {
            return Ok(known);
        }
        let read = Book::read(CHECKS)?;
        Ok(self.book.get_or_init(|| read))
    }

    /// The legal tables of awards: forms, authorities, coefficients, rules, names.
    ///
    /// # Errors
    /// [`AppError::AwardTables`] with the file and line that does not fit.
    pub fn award_tables(&self) -> Result<&Tables, AppError> {
        if let Some(known) = self.award_tables.get() {
            return Ok(known);
        }
        let read = Tables::read(&AWARDS)?;
        Ok(self.award_tables.get_or_init(|| read))
    }

    /// The type of a province: the catalogue's, else “tỉnh”.
    #[must_use]
    pub fn province_type(&self, name: &str) -> &str {
        self.provinces.iter().find(|p| p.name == name).map_or("tỉnh", |p| p.kind.as_str())
    }
}

fn province(line: &str) -> Option<Province> {
    let mut cells = line.split('\t');
    let (name, kind) = (cells.next()?.to_owned(), cells.next()?.to_owned());
    let current = cells.nth(1).is_none_or(str::is_empty);
    Some(Province { name, kind, current })
}
