//! What an office may set otherwise than the tables: which settings there are, what the tables say
//! in their place, and which values they take.

use crate::key;
use crate::rounding::Rounding;
use crate::tables::Tables;
use crate::threshold::Criterion;
use crate::tsv::{self, decimal};
use crate::validity::Validity;
use bc138_domain::{Fixed, MedalClass, Recipient};
use std::collections::BTreeSet;

/// One setting of awards.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnValue {
    /// The base salary in đồng.
    BaseSalary,
    /// How reward money is rounded.
    Rounding,
    /// Times the base salary.
    Coefficient {
        /// Code of the form.
        form: String,
        /// Code of the authority.
        authority: String,
        /// Who receives it.
        recipient: Recipient,
        /// Class of the medal, for a form that has classes.
        class: Option<MedalClass>,
    },
    /// Times a person's coefficient.
    Multiplier {
        /// Code of the form.
        form: String,
        /// Who receives it.
        recipient: Recipient,
    },
    /// From when on a unit is proposed.
    Threshold {
        /// Code of the form.
        form: String,
        /// Code of the authority.
        authority: String,
        /// What is compared.
        criterion: Criterion,
    },
}

/// A value that the tables have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableValue {
    /// As it would be typed.
    pub value: String,
    /// From when to when it holds.
    pub validity: Validity,
    /// The article; empty where the program's own start stands in for one.
    pub article: String,
    /// Whether the article was read.
    pub confirmed: bool,
    /// The assumption, in Vietnamese, where there is one.
    pub note: String,
}

/// Why a setting does not take a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// No number above nought with at most three decimals.
    #[error("not a positive number")]
    NotPositive,
    /// Above what the law allows.
    #[error("more than {most}")]
    AboveBound {
        /// The most it may be.
        most: Fixed,
        /// The article.
        article: String,
    },
    /// Not a whole number from `least` to `most`.
    #[error("not a whole number from {least} to {most}")]
    NotWhole {
        /// Least.
        least: i32,
        /// Most.
        most: i32,
    },
    /// Not a percentage up to 100.
    #[error("not a percentage")]
    NotPercent,
    /// No way of rounding.
    #[error("not a way of rounding")]
    NotRounding,
}

/// Years that a threshold may look back.
const MOST_YEARS: i32 = 50;
/// The best grade: Xuất sắc.
const BEST_GRADE: i32 = 4;

impl OwnValue {
    /// Every setting that the tables have a value for, in their order.
    #[must_use]
    pub fn all(tables: &Tables) -> Vec<Self> {
        let coefficients = tables.coefficients.iter().map(|it| Self::Coefficient {
            form: it.form.clone(),
            authority: it.authority.clone(),
            recipient: it.recipient,
            class: it.class,
        });
        let multipliers = tables
            .multipliers
            .iter()
            .map(|it| Self::Multiplier { form: it.form.clone(), recipient: it.recipient });
        let thresholds = tables.thresholds.iter().map(|it| Self::Threshold {
            form: it.form.clone(),
            authority: it.authority.clone(),
            criterion: it.criterion,
        });
        let all = [Self::BaseSalary, Self::Rounding].into_iter();
        let mut seen = BTreeSet::new();
        let all = all.chain(coefficients).chain(multipliers).chain(thresholds);
        all.filter(|it| seen.insert(it.clone())).collect()
    }

    /// The setting of a key; of forms and authorities that the tables know, also where they have
    /// no value.
    #[must_use]
    pub fn of_key(key: &str, tables: &Tables) -> Option<Self> {
        let form = |code: &str| {
            let known = tables.forms().iter().any(|form| form.code == code);
            known.then(|| code.to_owned())
        };
        let authority = |code: &str| tables.authority(code).map(|it| it.code.clone());
        let parts: Vec<&str> = key.split('.').collect();
        Some(match *parts.as_slice() {
            _ if key == key::BASE_SALARY => Self::BaseSalary,
            _ if key == key::ROUNDING => Self::Rounding,
            ["award", "coefficient", of, by, to] => Self::Coefficient {
                form: form(of)?,
                authority: authority(by)?,
                recipient: tsv::recipient(to)?,
                class: None,
            },
            ["award", "coefficient", of, by, to, class] => Self::Coefficient {
                form: form(of)?,
                authority: authority(by)?,
                recipient: tsv::recipient(to)?,
                class: Some(tsv::class(class)?),
            },
            ["award", "multiplier", of, to] => {
                Self::Multiplier { form: form(of)?, recipient: tsv::recipient(to)? }
            }
            ["award", "threshold", of, by, what] => Self::Threshold {
                form: form(of)?,
                authority: authority(by)?,
                criterion: Criterion::of_word(what)?,
            },
            _ => return None,
        })
    }

    /// The key of the setting.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::BaseSalary => key::BASE_SALARY.to_owned(),
            Self::Rounding => key::ROUNDING.to_owned(),
            Self::Coefficient { form, authority, recipient, class } => {
                key::coefficient(form, authority, *recipient, *class)
            }
            Self::Multiplier { form, recipient } => key::multiplier(form, *recipient),
            Self::Threshold { form, authority, criterion } => {
                key::threshold(form, authority, *criterion)
            }
        }
    }

    /// What the tables say in its place, oldest first. Where the law sets an upper bound only, they
    /// say nothing.
    #[must_use]
    pub fn table_values(&self, tables: &Tables) -> Vec<TableValue> {
        let backed = |value: String, backing: &crate::rate::Backing| TableValue {
            value,
            validity: backing.validity,
            article: backing.legal_basis.clone(),
            confirmed: backing.confirmed,
            note: backing.note.clone(),
        };
        match self {
            Self::BaseSalary => {
                let lines = tables.base_salaries.iter();
                lines.map(|it| backed(it.amount.to_string(), &it.backing)).collect()
            }
            Self::Rounding => {
                let lines = tables.rounding.iter();
                lines.map(|it| backed(it.rounding.to_string(), &it.backing)).collect()
            }
            Self::Coefficient { .. } => {
                let lines = self.coefficients(tables).filter(|it| !it.at_most);
                lines.map(|it| backed(it.value.to_string(), &it.backing)).collect()
            }
            Self::Multiplier { form, recipient } => {
                let lines = tables.multipliers.iter();
                let lines = lines.filter(|it| it.form == *form && it.recipient == *recipient);
                lines.map(|it| backed(it.factor.to_string(), &it.backing)).collect()
            }
            Self::Threshold { .. } => {
                let lines = tables.thresholds.iter().filter(|it| it.setting() == *self);
                let value = |it: &crate::threshold::Threshold| TableValue {
                    value: it.value.to_string(),
                    validity: it.validity,
                    article: String::new(),
                    confirmed: it.confirmed,
                    note: it.note.clone(),
                };
                lines.map(value).collect()
            }
        }
    }

    /// Whether the setting takes a value, written plainly as in the tables (`2530000`, `7,5`), for
    /// a stretch of time.
    ///
    /// # Errors
    /// [`Unfit`]: why not.
    pub fn check(&self, value: &str, validity: Validity, tables: &Tables) -> Result<(), Unfit> {
        let number = decimal(value).filter(|number| number.thousandths() > 0);
        match self {
            Self::Rounding => Rounding::read(value).map(|_| ()).ok_or(Unfit::NotRounding),
            Self::BaseSalary | Self::Multiplier { .. } => {
                number.map(|_| ()).ok_or(Unfit::NotPositive)
            }
            Self::Coefficient { .. } => {
                let given = number.ok_or(Unfit::NotPositive)?;
                let bounds = self.coefficients(tables).filter(|it| it.at_most);
                let mut bounds = bounds.filter(|it| it.backing.validity.overlaps(&validity));
                bounds.find(|it| given > it.value).map_or(Ok(()), |bound| {
                    let (most, article) = (bound.value, bound.backing.legal_basis.clone());
                    Err(Unfit::AboveBound { most, article })
                })
            }
            Self::Threshold { criterion, .. } => criterion.check(number),
        }
    }

    /// The lines of the coefficient.
    fn coefficients<'a>(
        &'a self,
        tables: &'a Tables,
    ) -> impl Iterator<Item = &'a crate::rate::Coefficient> {
        tables.coefficients.iter().filter(move |it| match self {
            Self::Coefficient { form, authority, recipient, class } => {
                it.form == *form
                    && it.authority == *authority
                    && it.recipient == *recipient
                    && it.class == *class
            }
            _ => false,
        })
    }
}

impl Criterion {
    fn check(self, number: Option<Fixed>) -> Result<(), Unfit> {
        let most = match self {
            Self::RateAtLeast => {
                let hundred = Fixed::from_int(100).unwrap_or_default();
                let fits = number.is_some_and(|number| number <= hundred);
                return if fits { Ok(()) } else { Err(Unfit::NotPercent) };
            }
            Self::GradeAtLeast => BEST_GRADE,
            Self::StreakYears | Self::YearsSinceSameForm => MOST_YEARS,
        };
        let whole = number.and_then(Fixed::as_int).filter(|whole| *whole <= i64::from(most));
        whole.map(|_| ()).ok_or(Unfit::NotWhole { least: 1, most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{TABLES, day};

    fn since_ever() -> Validity {
        Validity::default()
    }

    fn unfit(key: &str, value: &str) -> Option<Unfit> {
        let own = OwnValue::of_key(key, &TABLES).unwrap_or_else(|| panic!("{key} is a setting"));
        own.check(value, since_ever(), &TABLES).err()
    }

    #[test]
    fn every_setting_is_known_by_its_key_and_takes_what_the_tables_say() {
        let all = OwnValue::all(&TABLES);
        let keys: BTreeSet<String> = all.iter().map(OwnValue::key).collect();
        assert_eq!(keys.len(), all.len(), "no two settings share a key");
        for own in all {
            let key = own.key();
            assert_eq!(OwnValue::of_key(&key, &TABLES).as_ref(), Some(&own), "{key}");
            for line in own.table_values(&TABLES) {
                let plain = line.value.replace('.', "");
                assert_eq!(own.check(&plain, line.validity, &TABLES), Ok(()), "{key}: {plain}");
            }
        }
    }

    #[test]
    fn keys_of_nothing_are_no_settings() {
        for key in [
            "award.colour",
            "award.coefficient.bang_khen.chu_tich_ubnd_tinh",
            "award.coefficient.bang_khen.vua.person",
            "award.coefficient.bang_vang.chu_tich_ubnd_tinh.person",
            "award.multiplier.bang_khen.cat",
            "award.threshold.bang_khen.chu_tich_ubnd_tinh.height",
            "award.coefficient.huan_chuong.chu_tich_nuoc.person.fourth",
        ] {
            assert_eq!(OwnValue::of_key(key, &TABLES), None, "{key}");
        }
    }

    #[test]
    fn values_that_cannot_be_are_told_apart() {
        let threshold = |what| format!("award.threshold.bang_khen.chu_tich_ubnd_tinh.{what}");
        assert_eq!(unfit("award.base_salary", "nhiều"), Some(Unfit::NotPositive));
        assert_eq!(unfit("award.base_salary", "0"), Some(Unfit::NotPositive));
        assert_eq!(unfit("award.multiplier.bang_khen.collective", "-2"), Some(Unfit::NotPositive));
        assert_eq!(unfit("award.rounding", "10000"), Some(Unfit::NotRounding));
        assert_eq!(unfit(&threshold("rate_at_least"), "101"), Some(Unfit::NotPercent));
        assert_eq!(unfit(&threshold("rate_at_least"), "99,5"), None);
        let grade = Unfit::NotWhole { least: 1, most: BEST_GRADE };
        assert_eq!(unfit(&threshold("grade_at_least"), "5"), Some(grade.clone()));
        assert_eq!(unfit(&threshold("grade_at_least"), "2,5"), Some(grade));
        let years = Unfit::NotWhole { least: 1, most: MOST_YEARS };
        assert_eq!(unfit(&threshold("streak_years"), "không"), Some(years));
    }

    #[test]
    fn a_bound_of_the_law_holds_on_its_days() {
        let key = "award.coefficient.ky_niem_chuong.bo_truong_bca.person";
        let own = OwnValue::of_key(key, &TABLES).unwrap();
        let from = |from| Validity { from: Some(from), to: None };
        let check = |value, validity| own.check(value, validity, &TABLES);
        assert_eq!(check("0,6", from(day(2026, 1, 1))), Ok(()));
        let above = check("0,7", from(day(2026, 1, 1))).unwrap_err();
        assert!(matches!(above, Unfit::AboveBound { most, .. } if most.thousandths() == 600));
        let before = Validity { from: None, to: Some(day(2017, 1, 1)) };
        assert_eq!(check("0,7", before), Ok(()), "no law of that time is known");
        assert!(own.table_values(&TABLES).is_empty(), "a bound is no value");
    }
}
