//! The rules as data: numbers, weights, clauses and words, read from `assets/nd30`.

mod display;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::Check;
use crate::docx::setting::Alignment;
use crate::finding::{Code, Part, Severity, Trait};

/// What a document is before the decree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Genre {
    /// Văn bản hành chính: the whole decree holds.
    Administrative,
    /// Phụ lục printed by itself: no head, no signature.
    Annex,
    /// A paper that the decree does not speak of (tin, tóm tắt, giấy khen): only how words and
    /// numbers are written.
    Other,
    /// The same to be filled in by hand: gaps are what it is for.
    Form,
}

/// Up to which documents a rule holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reach {
    #[default]
    Administrative,
    Annexes,
    Everything,
}

/// A rule: what is looked for, and every word that a clerk reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Number.
    pub code: Code,
    /// What is looked for.
    pub check: Check,
    /// Weight of its findings.
    pub severity: Severity,
    /// Where the law says so.
    pub clause: String,
    /// What is wrong, in a few words.
    pub title: String,
    /// What the rule wants and why.
    pub explanation: String,
    /// What to do in Word.
    pub todo: String,
    reach: Reach,
}

impl Rule {
    /// Whether the rule holds for documents of a genre.
    #[must_use]
    pub fn holds_for(&self, genre: Genre) -> bool {
        match genre {
            Genre::Administrative => true,
            Genre::Annex => self.reach != Reach::Administrative,
            Genre::Other => self.reach == Reach::Everything,
            Genre::Form => self.reach == Reach::Everything && self.check != Check::Gaps,
        }
    }
}

/// A word of Phụ lục II that is often written with the wrong capitals.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CapitalWord {
    /// As it should not be; `#` stands for a digit.
    pub(crate) wrong: String,
    /// As it should be.
    pub(crate) right: String,
    /// Words before it that make it right.
    #[serde(default)]
    pub(crate) fine_after: Vec<String>,
    /// A capital at the beginning of a sentence is no fault.
    #[serde(default)]
    pub(crate) within_sentence: bool,
}

/// Words by which parts are known, and the words of values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// Kinds of documents (NĐ 30, Điều 7), in small letters.
    pub(crate) kinds: Vec<String>,
    /// Kinds that go up and need a Kính gửi.
    pub(crate) kinds_with_addressee: Vec<String>,
    /// Words that begin the name of a body.
    pub(crate) body_beginnings: Vec<String>,
    /// Academic and honorary titles that do not stand before a signer's name.
    pub(crate) name_titles: Vec<String>,
    /// Kinds of legal documents in citations.
    pub(crate) cited_kinds: Vec<String>,
    /// Signs of TCVN3 that are no Vietnamese letters.
    pub(crate) tcvn3_signs: String,
    /// Words with capitals after Phụ lục II.
    pub(crate) capital: Vec<CapitalWord>,
    traits: BTreeMap<String, String>,
    parts: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
}

/// All rules, in the order of their numbers.
#[derive(Clone, Debug)]
pub struct Rules {
    rules: Vec<Rule>,
    by_check: BTreeMap<Check, usize>,
    pub(crate) words: Words,
}

/// Why the files of rules were not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    /// A file is no TOML, or a rule has a field too many or too few.
    #[error("{file}: {problem}")]
    Syntax {
        /// File.
        file: &'static str,
        /// What is wrong there.
        problem: String,
    },
    /// A number stands twice.
    #[error("{0} stands twice")]
    DuplicateCode(Code),
    /// A rule looks for something unknown.
    #[error("{code}: nothing is called {check}")]
    UnknownCheck {
        /// The rule.
        code: Code,
        /// The name.
        check: String,
    },
    /// Two rules look for the same.
    #[error("{0:?} has two rules")]
    DuplicateCheck(Check),
    /// Nothing is said of something that is looked for.
    #[error("{0:?} has no rule")]
    MissingCheck(Check),
    /// A word for a value is missing.
    #[error("no word for {0}")]
    MissingWord(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    decree: String,
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    code: Code,
    check: String,
    #[serde(default)]
    holds_for: Reach,
    severity: Severity,
    /// Another source than the decree of the file; empty when the clause names it.
    decree: Option<String>,
    clause: String,
    title: String,
    explanation: String,
    todo: String,
}

impl Rules {
    /// The rules that travel with the program.
    ///
    /// # Errors
    /// See [`RulesError`]; a test holds that there is none.
    pub fn embedded() -> Result<Self, RulesError> {
        Self::read(
            include_str!("../../../../assets/nd30/rules.toml"),
            include_str!("../../../../assets/nd30/words.toml"),
        )
    }

    /// Reads the texts of `rules.toml` and `words.toml`.
    ///
    /// # Errors
    /// [`RulesError`]: the first thing that does not fit.
    pub fn read(rules: &str, words: &str) -> Result<Self, RulesError> {
        let syntax =
            |file, error: &toml::de::Error| RulesError::Syntax { file, problem: error.to_string() };
        let file: RawFile = toml::from_str(rules).map_err(|error| syntax("rules.toml", &error))?;
        let words: Words = toml::from_str(words).map_err(|error| syntax("words.toml", &error))?;
        words.complete()?;
        let mut read = Self { rules: Vec::new(), by_check: BTreeMap::new(), words };
        for raw in file.rule {
            read.add(&file.decree, raw)?;
        }
        match Check::ALL.iter().find(|check| !read.by_check.contains_key(check)) {
            Some(missing) => Err(RulesError::MissingCheck(*missing)),
            None => Ok(read),
        }
    }

    fn add(&mut self, decree: &str, raw: RawRule) -> Result<(), RulesError> {
        let RawRule { code, check, severity, decree: own, clause, .. } = raw;
        let RawRule { title, explanation, todo, holds_for: reach, .. } = raw;
        let Some(check) = Check::named(&check) else {
            return Err(RulesError::UnknownCheck { code, check });
        };
        if self.rules.iter().any(|rule| rule.code == code) {
            return Err(RulesError::DuplicateCode(code));
        }
        if self.by_check.insert(check, self.rules.len()).is_some() {
            return Err(RulesError::DuplicateCheck(check));
        }
        let clause = match own.as_deref().unwrap_or(decree) {
            "" => clause,
            decree => format!("{decree}, {clause}"),
        };
        self.rules.push(Rule { code, check, severity, clause, title, explanation, todo, reach });
        Ok(())
    }

    /// All rules.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of a number.
    #[must_use]
    pub fn rule(&self, code: Code) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }

    /// The rule that looks for something.
    #[must_use]
    pub fn of(&self, check: Check) -> Option<&Rule> {
        self.by_check.get(&check).and_then(|index| self.rules.get(*index))
    }

    /// What a part is called (“Quốc hiệu”).
    #[must_use]
    pub fn part_name(&self, part: Part) -> &str {
        self.words.parts.get(part.key()).map_or(part.key(), String::as_str)
    }
}

impl Words {
    /// Every value that a finding can hold has a word.
    fn complete(&self) -> Result<(), RulesError> {
        let missing = |names: &BTreeMap<String, String>, keys: &[&'static str]| {
            keys.iter().find(|key| !names.contains_key(**key)).copied()
        };
        let traits: Vec<_> = Trait::ALL.iter().map(|one| one.key()).collect();
        let parts: Vec<_> = Part::ALL.iter().map(|one| one.key()).collect();
        let found = missing(&self.traits, &traits)
            .or_else(|| missing(&self.parts, &parts))
            .or_else(|| missing(&self.units, &display::UNITS));
        found.map_or(Ok(()), |key| Err(RulesError::MissingWord(key.to_owned())))
    }

    fn alignment(&self, alignment: Alignment) -> &str {
        self.unit(match alignment {
            Alignment::Left => "left",
            Alignment::Centre => "centre",
            Alignment::Right => "right",
            Alignment::Justified => "justified",
        })
    }

    fn unit<'a>(&'a self, key: &'a str) -> &'a str {
        self.units.get(key).map_or(key, String::as_str)
    }
}
