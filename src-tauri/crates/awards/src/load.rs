//! Reads the data files of awards and checks them against each other.

use crate::authority::{self, Authority, AuthorityName};
use crate::form::{self, Form};
use crate::rate::{self, Backing, BaseSalary, Coefficient, Multiplier, RoundingRule};
use crate::rule::{self, Check, LegalRule};
use crate::tables::{TableFiles, Tables};
use crate::threshold::{self, Threshold};
use crate::tsv::{Sheet, TableError, TableFault, check_series};
use crate::validity::Validity;
use crate::words::{self, WordSheets, Words};
use bc138_domain::Recipient;
use chrono::NaiveDate;
use std::collections::BTreeMap;

type Lines<T> = Vec<(usize, T)>;

/// Reads every file.
pub(crate) fn load(files: &TableFiles<'_>) -> Result<Tables, TableError> {
    let words = read_words(files)?;
    let forms = read_forms(files)?;
    let authorities = read_authorities(files)?;
    let codes = Codes::of(&forms, &authorities);
    codes.check_deciders(&forms, &sheet("forms.tsv", form::COLUMNS, files.forms))?;
    let coefficients = read_coefficients(files, &codes)?;
    let multipliers = read_multipliers(files, &codes, &coefficients)?;
    let honours = read_honours(files)?;
    Ok(Tables {
        authority_names: read_names(files, &codes, &words)?,
        base_salaries: read_salaries(files)?,
        rounding: read_rounding(files)?,
        rules: read_rules(files, &codes, &honours)?,
        indicators: read_indicators(files, &codes)?,
        thresholds: read_thresholds(files, &codes)?,
        forms: plain(forms),
        authorities: plain(authorities),
        coefficients: plain(coefficients),
        multipliers: plain(multipliers),
        honours,
        words,
    })
}

fn plain<T>(lines: Lines<T>) -> Vec<T> {
    lines.into_iter().map(|(_, line)| line).collect()
}

const fn sheet<'a>(
    file: &'static str,
    columns: &'static [&'static str],
    text: &'a str,
) -> Sheet<'a> {
    Sheet { file, columns, text }
}

fn read_words(files: &TableFiles<'_>) -> Result<Words, TableError> {
    Words::read(&WordSheets {
        abbreviations: sheet("abbreviations.tsv", words::ABBREVIATION_COLUMNS, files.abbreviations),
        prefixes: sheet("name_prefixes.tsv", words::PREFIX_COLUMNS, files.name_prefixes),
        nouns: sheet("place_nouns.tsv", words::NOUN_COLUMNS, files.place_nouns),
        bodies: sheet("unit_bodies.tsv", words::BODY_COLUMNS, files.unit_bodies),
    })
}

fn read_forms(files: &TableFiles<'_>) -> Result<Lines<Form>, TableError> {
    let sheet = sheet("forms.tsv", form::COLUMNS, files.forms);
    let forms = form::read(&sheet)?;
    let keys = forms.iter().map(|(line, form)| (*line, form.code.clone(), form.validity));
    check_series(&sheet, keys, true)?;
    Ok(forms)
}

fn read_authorities(files: &TableFiles<'_>) -> Result<Lines<Authority>, TableError> {
    let sheet = sheet("authorities.tsv", authority::COLUMNS, files.authorities);
    let authorities = authority::read(&sheet)?;
    // An authority exists once: its validity says when, so a code may not stand twice at all.
    let always = Validity::default();
    let keys = authorities.iter().map(|(line, it)| (*line, it.code.clone(), always));
    check_series(&sheet, keys, false)?;
    Ok(authorities)
}

fn read_names(
    files: &TableFiles<'_>,
    codes: &Codes,
    words: &Words,
) -> Result<Vec<AuthorityName>, TableError> {
    let sheet = sheet("authority_names.tsv", authority::NAME_COLUMNS, files.authority_names);
    let names = authority::read_names(&sheet, |text| words.key(text).exact)?;
    for (line, name) in &names {
        codes.authority(&sheet, *line, &name.authority)?;
    }
    let key = |name: &AuthorityName| format!("{} ({})", name.key, u8::from(name.whole));
    check_series(&sheet, names.iter().map(|(line, it)| (*line, key(it), it.validity)), false)?;
    Ok(plain(names))
}

fn read_coefficients(
    files: &TableFiles<'_>,
    codes: &Codes,
) -> Result<Lines<Coefficient>, TableError> {
    let sheet = sheet("coefficients.tsv", rate::COEFFICIENT_COLUMNS, files.coefficients);
    let lines = rate::read_coefficients(&sheet)?;
    for (line, it) in &lines {
        codes.form(&sheet, *line, &it.form)?;
        codes.authority(&sheet, *line, &it.authority)?;
        let classless = codes.has_classes(&it.form) != it.class.is_some();
        let fault = TableFault::Contradiction("the class does not fit the form");
        if classless {
            return Err(sheet.fail(*line, fault));
        }
    }
    let keys = lines.iter().map(|(line, it)| (*line, it.key(), it.backing.validity));
    check_series(&sheet, keys, true)?;
    check_ends(&sheet, &lines, codes)?;
    Ok(lines)
}

/// A coefficient holds as long as its authority exists.
fn check_ends(
    sheet: &Sheet<'_>,
    lines: &Lines<Coefficient>,
    codes: &Codes,
) -> Result<(), TableError> {
    let mut last: BTreeMap<String, &(usize, Coefficient)> = BTreeMap::new();
    for it in lines {
        let place = last.entry(it.1.key()).or_insert(it);
        if place.1.backing.validity.from < it.1.backing.validity.from {
            *place = it;
        }
    }
    for (key, (line, it)) in last {
        let needed = codes.authorities.get(&it.authority).copied().flatten();
        let ends = it.backing.validity.to;
        if ends.is_some_and(|ends| needed.is_none_or(|needed| ends < needed)) {
            return Err(sheet.fail(*line, TableFault::Ends { key }));
        }
    }
    Ok(())
}

fn read_multipliers(
    files: &TableFiles<'_>,
    codes: &Codes,
    coefficients: &Lines<Coefficient>,
) -> Result<Lines<Multiplier>, TableError> {
    let sheet = sheet("multipliers.tsv", rate::MULTIPLIER_COLUMNS, files.multipliers);
    let lines = rate::read_multipliers(&sheet)?;
    for (line, it) in &lines {
        codes.form(&sheet, *line, &it.form)?;
        let person =
            coefficients.iter().any(|(_, c)| c.form == it.form && c.recipient == Recipient::Person);
        if !person || it.recipient == Recipient::Person {
            let fault = "a multiplier needs a person's coefficient and another kind of recipient";
            return Err(sheet.fail(*line, TableFault::Contradiction(fault)));
        }
    }
    let keys = lines.iter().map(|(line, it)| (*line, it.key(), it.backing.validity));
    check_series(&sheet, keys, true)?;
    Ok(lines)
}

fn read_salaries(files: &TableFiles<'_>) -> Result<Vec<BaseSalary>, TableError> {
    let sheet = sheet("base_salaries.tsv", rate::SALARY_COLUMNS, files.base_salaries);
    let lines = rate::read_salaries(&sheet)?;
    check_single(&sheet, "the base salary", lines.iter().map(|(line, it)| (*line, &it.backing)))?;
    Ok(plain(lines))
}

fn read_rounding(files: &TableFiles<'_>) -> Result<Vec<RoundingRule>, TableError> {
    let sheet = sheet("rounding.tsv", rate::ROUNDING_COLUMNS, files.rounding);
    let lines = rate::read_rounding(&sheet)?;
    check_single(&sheet, "the rounding", lines.iter().map(|(line, it)| (*line, &it.backing)))?;
    Ok(plain(lines))
}

/// A value of which there is always exactly one, until further notice.
fn check_single<'a>(
    sheet: &Sheet<'_>,
    key: &'static str,
    lines: impl Iterator<Item = (usize, &'a Backing)> + Clone,
) -> Result<(), TableError> {
    check_series(sheet, lines.clone().map(|(line, it)| (line, key, it.validity)), true)?;
    let last = lines.max_by_key(|(_, it)| it.validity.from);
    match last {
        Some((line, it)) if it.validity.to.is_some() => {
            Err(sheet.fail(line, TableFault::Ends { key: key.to_owned() }))
        }
        _ => Ok(()),
    }
}

fn read_indicators(
    files: &TableFiles<'_>,
    codes: &Codes,
) -> Result<BTreeMap<(String, String), String>, TableError> {
    let sheet = sheet("indicators.tsv", &["indicator", "form", "authority"], files.indicators);
    let lines = sheet.read(|row| Ok((row.text(0)?, row.text(1)?, row.text(2)?)))?;
    for (line, (_, form, authority)) in &lines {
        codes.form(&sheet, *line, form)?;
        codes.authority(&sheet, *line, authority)?;
    }
    let always = Validity::default();
    let key = |form: &str, authority: &str| format!("{form}.{authority}");
    let keys = lines.iter().map(|(line, (_, f, a))| (*line, key(f, a), always));
    check_series(&sheet, keys, false)?;
    Ok(plain(lines).into_iter().map(|(indicator, form, by)| ((form, by), indicator)).collect())
}

fn read_honours(files: &TableFiles<'_>) -> Result<BTreeMap<String, String>, TableError> {
    let sheet = sheet("honours.tsv", &["code", "name"], files.honours);
    let lines = sheet.read(|row| Ok((row.text(0)?, row.text(1)?)))?;
    let always = Validity::default();
    check_series(&sheet, lines.iter().map(|(line, (code, _))| (*line, code, always)), false)?;
    Ok(plain(lines).into_iter().collect())
}

fn read_rules(
    files: &TableFiles<'_>,
    codes: &Codes,
    honours: &BTreeMap<String, String>,
) -> Result<Vec<LegalRule>, TableError> {
    let sheet = sheet("rules.tsv", rule::COLUMNS, files.rules);
    let lines = rule::read(&sheet)?;
    for (line, it) in &lines {
        for form in &it.forms {
            codes.form(&sheet, *line, form)?;
        }
        let unknown = it.values.iter().find(|value| !honours.contains_key(*value));
        if let (Check::NotHeld, Some(code)) = (it.check, unknown) {
            let fault = TableFault::Unknown { column: "values", code: code.clone() };
            return Err(sheet.fail(*line, fault));
        }
    }
    let keys = lines.iter().map(|(line, it)| (*line, it.code.clone(), it.validity));
    check_series(&sheet, keys, false)?;
    Ok(plain(lines))
}

fn read_thresholds(files: &TableFiles<'_>, codes: &Codes) -> Result<Vec<Threshold>, TableError> {
    let sheet = sheet("thresholds.tsv", threshold::COLUMNS, files.thresholds);
    let lines = threshold::read(&sheet)?;
    for (line, it) in &lines {
        codes.form(&sheet, *line, &it.form)?;
        codes.authority(&sheet, *line, &it.authority)?;
    }
    let keys = lines.iter().map(|(line, it)| (*line, it.key(), it.validity));
    check_series(&sheet, keys, true)?;
    Ok(plain(lines))
}

/// The codes that other files may refer to.
struct Codes {
    forms: BTreeMap<String, bool>,
    /// With the last day on which the authority exists.
    authorities: BTreeMap<String, Option<NaiveDate>>,
}

impl Codes {
    fn of(forms: &Lines<Form>, authorities: &Lines<Authority>) -> Self {
        let last_days = authorities.iter().map(|(_, it)| (it.code.clone(), it.validity.to));
        Self {
            forms: forms.iter().map(|(_, form)| (form.code.clone(), form.has_classes)).collect(),
            authorities: last_days.collect(),
        }
    }

    fn has_classes(&self, form: &str) -> bool {
        self.forms.get(form).copied().unwrap_or_default()
    }

    fn form(&self, sheet: &Sheet<'_>, line: usize, code: &str) -> Result<(), TableError> {
        Self::known(self.forms.contains_key(code), sheet, line, "form", code)
    }

    fn authority(&self, sheet: &Sheet<'_>, line: usize, code: &str) -> Result<(), TableError> {
        Self::known(self.authorities.contains_key(code), sheet, line, "authority", code)
    }

    fn check_deciders(&self, forms: &Lines<Form>, sheet: &Sheet<'_>) -> Result<(), TableError> {
        for (line, form) in forms {
            for code in &form.decided_by {
                self.authority(sheet, *line, code)?;
            }
        }
        Ok(())
    }

    fn known(
        known: bool,
        sheet: &Sheet<'_>,
        line: usize,
        column: &'static str,
        code: &str,
    ) -> Result<(), TableError> {
        let fault = || TableFault::Unknown { column, code: code.to_owned() };
        if known { Ok(()) } else { Err(sheet.fail(line, fault())) }
    }
}
