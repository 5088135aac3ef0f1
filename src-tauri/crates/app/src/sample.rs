//! Samples: years of real conferences, typed field by field through the same door as the forms.
//!
//! A sample file is what a clerk would type, nothing else: each value of the TOML file goes to the
//! field of its key through [`App::set_field`], and a value that a field refuses makes the sample
//! fail. So whatever a sample holds can be entered in the window.

use crate::app::{App, NewDossier};
use crate::assets::SAMPLES;
use crate::error::AppError;
use bc138_domain::DossierKind;
use toml::{Table, Value};

/// Sections of a sample with one row a table, in the order in which they are typed.
const LISTS: [&str; 14] = [
    "agenda",
    "participant",
    "basis",
    "leadership",
    "assessment",
    "outcome",
    "shortcoming",
    "discussion",
    "award",
    "speech",
    "task",
    "target",
    "proposal",
    "caption",
];

/// The title of a sample file.
pub(crate) fn title(text: &str) -> String {
    let parsed = text.parse::<Table>().ok();
    let title = parsed.as_ref().and_then(|table| table.get("title")?.as_str());
    title.unwrap_or_default().to_owned()
}

impl App {
    /// Types a sample into the store, as a new dossier.
    ///
    /// # Errors
    /// No such sample, a field refuses its text, or the store fails.
    pub fn load_sample(&mut self, name: &str) -> Result<i32, AppError> {
        let text = SAMPLES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        self.type_sample(name, text.ok_or_else(|| AppError::NoSuchSample(name.to_owned()))?)
    }

    /// Types the text of a sample file into the store, as a new dossier.
    ///
    /// # Errors
    /// The text is no sample, a field refuses its text, or the store fails.
    pub fn type_sample(&mut self, name: &str, text: &str) -> Result<i32, AppError> {
        let fail = |key: &str, detail: String| AppError::Sample {
            name: name.to_owned(),
            key: key.to_owned(),
            detail,
        };
        let sample: Table =
            text.parse().map_err(|e: toml::de::Error| fail("tệp", e.to_string()))?;
        let id = self
            .create_dossier(&new_dossier(&sample).ok_or_else(|| fail("hồ sơ", String::new()))?)?;
        Typist { app: self, sample: name }.type_all(&sample)?;
        self.remember_place(1, None)?;
        Ok(id)
    }
}

fn new_dossier(sample: &Table) -> Option<NewDossier> {
    let text = |key: &str| sample.get(key).and_then(Value::as_str);
    let number =
        |key: &str| sample.get(key).and_then(Value::as_integer).and_then(|n| i32::try_from(n).ok());
    let kind = match text("kind")? {
        "review" => DossierKind::Review,
        _ => DossierKind::Annual,
    };
    let (province, year) = (text("province")?.to_owned(), number("year")?);
    Some(NewDossier { kind, province, year, years: number("years") })
}

/// Types the values of one sample.
struct Typist<'a> {
    app: &'a mut App,
    sample: &'a str,
}

impl Typist<'_> {
    fn type_all(&mut self, sample: &Table) -> Result<(), AppError> {
        for section in ["dossier", "setting"] {
            for (field, value) in fields(sample.get(section)) {
                self.put(&format!("{section}/{field}"), value)?;
            }
        }
        self.figures(sample)?;
        for list in LISTS {
            for row in rows(sample.get(list)) {
                self.row(list, row)?;
            }
        }
        for reason in rows(sample.get("reason")) {
            let text = |key: &str| reason.get(key).and_then(Value::as_str).unwrap_or_default();
            let finding = self.finding_of(text("finding"))?;
            self.app.give_reason(&finding, text("text"))?;
        }
        Ok(())
    }

    /// All figures: first the amounts, then their details, so that a part finds its whole.
    fn figures(&mut self, sample: &Table) -> Result<(), AppError> {
        let mut typed: Vec<(String, Table)> = Vec::new();
        for (code, value) in fields(sample.get("figure")) {
            for (nth, details) in figures_of(value).into_iter().enumerate() {
                let further = if nth == 0 { "" } else { ":new" };
                typed.push(self.amount(&format!("{code}{further}"), details)?);
            }
        }
        for own in rows(sample.get("indicator")) {
            typed.push(self.own_indicator(own)?);
        }
        let (wholes, others) = typed
            .iter()
            .flat_map(|(code, details)| {
                details.iter().map(move |(field, value)| (code, field, value))
            })
            .partition::<Vec<_>, _>(|(_, field, _)| *field == "part_of");
        for (code, field, value) in others.into_iter().chain(wholes) {
            self.put(&format!("figure/{code}/{field}"), value)?;
        }
        Ok(())
    }

    /// Types the amount of a figure; the middle of its key and what is left to type.
    fn amount(&mut self, code: &str, mut details: Table) -> Result<(String, Table), AppError> {
        let amount = details.remove("amount").unwrap_or_else(|| Value::from(""));
        let key = self.put(&format!("figure/{code}/amount"), &amount)?;
        Ok((key.split('/').nth(1).unwrap_or_default().to_owned(), details))
    }

    /// An indicator of the user's own: its name makes it, the rest is its figure.
    fn own_indicator(&mut self, own: &Table) -> Result<(String, Table), AppError> {
        let mut details = own.clone();
        let group = details.remove("group").unwrap_or_else(|| Value::from(""));
        let name = details.remove("name").unwrap_or_else(|| Value::from(""));
        let group = group.as_str().unwrap_or_default();
        let key = self.put(&format!("indicator/{group}/name"), &name)?;
        let code = key.split('/').nth(1).unwrap_or_default().to_owned();
        self.amount(&code, details)
    }

    /// `K.004/award/5` in a file speaks of the fifth award, in the store of the award's id.
    fn finding_of(&self, text: &str) -> Result<String, AppError> {
        let Some((code, number)) = text.split_once("/award/") else { return Ok(text.to_owned()) };
        let part = self.app.part()?;
        let index = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let award = index.and_then(|index| part.awards.get(index));
        let award = award.ok_or_else(|| AppError::NoSuchField(text.to_owned()))?;
        Ok(format!("{code}/award/{}", award.id))
    }

    /// The first field makes the row, the others go to it.
    fn row(&mut self, list: &str, row: &Table) -> Result<(), AppError> {
        let mut place = format!("{list}/new");
        for (field, value) in row {
            let key = self.put(&format!("{place}/{field}"), value)?;
            if let Some((row, _)) = key.rsplit_once('/') {
                row.clone_into(&mut place);
            }
        }
        Ok(())
    }

    fn put(&mut self, key: &str, value: &Value) -> Result<String, AppError> {
        let text = value.as_str().ok_or_else(|| AppError::Sample {
            name: self.sample.to_owned(),
            key: key.to_owned(),
            detail: "giá trị phải là chữ trong ngoặc kép".to_owned(),
        })?;
        let written = self.app.set_field(key, text)?;
        match written.refusal {
            None => Ok(written.key),
            Some(refusal) => Err(AppError::Sample {
                name: self.sample.to_owned(),
                key: key.to_owned(),
                detail: crate::vi::messages::refusal(&refusal).0,
            }),
        }
    }
}

/// The figures of one indicator: `"1.686/1.727"`, a table with the amount and its details, or
/// several tables for several windows or places.
fn figures_of(value: &Value) -> Vec<Table> {
    match value {
        Value::Array(several) => several.iter().flat_map(figures_of).collect(),
        Value::Table(details) => vec![details.clone()],
        plain => vec![Table::from_iter([("amount".to_owned(), plain.clone())])],
    }
}

fn fields(section: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    section.and_then(Value::as_table).into_iter().flatten()
}

fn rows(section: Option<&Value>) -> impl Iterator<Item = &Table> {
    section.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}
