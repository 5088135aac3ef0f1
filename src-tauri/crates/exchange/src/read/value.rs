//! Values by their shape: what a hand wrote, as the domain's own JSON.

use super::Reader;
use super::names::small;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::number;
use crate::problem::{NumberProblem, ProblemKind, Wanted};
use crate::shape::{Shape, Words, find_word};
use crate::suggest::nearest;
use bc138_domain::Fixed;
use bc138_domain::text::{self, TextError};
use serde_json::Value as Json;

impl Reader<'_> {
    /// The value of a shape; nothing when a problem was noted.
    pub(super) fn take(&mut self, shape: &Shape, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        match shape {
            Shape::Line => self.line(node, path).map(Json::from),
            Shape::Paragraph => self.cleaned(node, path, text::clean_long).map(Json::from),
            Shape::Clause => {
                let text = self.cleaned(node, path, text::clean_long)?;
                Some(Json::from(text.trim_end_matches(['.', ';', ' '])))
            }
            Shape::Verbatim => self.text(node, path).map(Json::from),
            Shape::Filled(inner) => match self.take(inner, node, path)? {
                Json::String(text) if text.trim().is_empty() => {
                    self.refuse(node, path, ProblemKind::Empty)
                }
                value => Some(value),
            },
            Shape::Flag => match node.value {
                Value::Flag(flag) => Some(Json::from(flag)),
                _ => self.wrong_type(node, path, Wanted::Flag),
            },
            Shape::Whole { min, max } => self.whole(node, path, (*min, *max)).map(Json::from),
            Shape::Decimal => self.decimal(node, path).map(|it| Json::from(it.thousandths())),
            Shape::Day => self.day(node, path).map(|day| Json::from(day.to_string())),
            Shape::Window => self.window(node, path),
            Shape::Word(words) => self.word(node, path, words).map(Json::from),
            Shape::List(item) => match &node.value {
                Value::List(items) => self.list(item, items, path),
                _ => self.wrong_type(node, path, Wanted::List),
            },
            Shape::Several(item) => match &node.value {
                Value::List(items) => self.list(item, items, path),
                _ => Some(Json::from(vec![self.take(item, node, path)?])),
            },
            Shape::Lines => self.lines(node, path),
            Shape::Object(form) => self.object(form, node, path, &[]).map(Json::Object),
            Shape::Amount => self.amount(node, path),
            Shape::Goal => self.goal(node, path),
            Shape::Count => self.count(node, path),
            Shape::Scope => self.scope(node, path),
            Shape::Categories => self.categories(node, path),
            Shape::Part(subject) => self.part(node, path, *subject).map(Json::from),
            Shape::Indicator => self.indicator_code(node, path).map(Json::from),
            Shape::AwardForm => self.award_form(node, path).map(Json::from),
            Shape::FieldGroup => self.field_group(node, path).map(Json::from),
            Shape::Unit(moment) => {
                let days = self.days_of(*moment);
                self.unit(node, path, &days).map(Json::from)
            }
            Shape::Photo => self.photo(node, path).map(Json::from),
            Shape::Finding => self.finding(node, path).map(Json::from),
        }
    }

    pub(super) fn wrong_type<T>(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        wanted: Wanted,
    ) -> Option<T> {
        self.refuse(node, path, ProblemKind::WrongType { wanted, found: node.json_type() })
    }

    fn text(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        match &node.value {
            Value::Text(text) => Some(text.to_string()),
            _ => self.wrong_type(node, path, Wanted::Text),
        }
    }

    fn cleaned(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        clean: impl Fn(&str) -> Result<String, TextError>,
    ) -> Option<String> {
        let Value::Text(text) = &node.value else {
            return self.wrong_type(node, path, Wanted::Text);
        };
        match clean(text) {
            Ok(text) => Some(text),
            Err(error) => self.refuse(node, path, error),
        }
    }

    /// One line of text.
    pub(super) fn line(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<String> {
        self.cleaned(node, path, text::clean)
    }

    /// Every item of a list, even behind one that is refused.
    fn list(&mut self, shape: &Shape, items: &[Node<'_>], path: &Path<'_>) -> Option<Json> {
        let each = items.iter().enumerate();
        let taken: Vec<Option<Json>> =
            each.map(|(index, item)| self.take(shape, item, &path.index(index))).collect();
        taken.into_iter().collect::<Option<Vec<Json>>>().map(Json::Array)
    }

    /// A list of lines, or one text with semicolons between them.
    pub(super) fn lines(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        match &node.value {
            Value::List(items) => self.list(&Shape::Line, items, path),
            Value::Text(_) => {
                let text = self.cleaned(node, path, text::clean_long)?;
                let lines = text.split(';').map(str::trim).filter(|line| !line.is_empty());
                Some(lines.map(Json::from).collect())
            }
            _ => self.wrong_type(node, path, Wanted::Texts),
        }
    }

    /// Kinds per dimension: a list of kinds, or one text with semicolons.
    fn categories(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        let Value::Object(members) = &node.value else {
            return self.wrong_type(node, path, Wanted::Object);
        };
        let mut all = Some(serde_json::Map::new());
        for member in members {
            let kinds = self.lines(&member.node, &path.key(&member.key));
            match (kinds, &mut all) {
                (Some(kinds), Some(map)) => {
                    map.insert(text::normalise(&member.key), kinds);
                }
                _ => all = None,
            }
        }
        all.map(Json::Object)
    }

    /// A word of an enumeration, or its Vietnamese term.
    pub(super) fn word(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        words: Words,
    ) -> Option<&'static str> {
        let written = self.line(node, path)?;
        if let Some(word) = find_word(words, &written) {
            return Some(word);
        }
        let choices = words.iter().map(|(word, terms)| *terms.first().unwrap_or(word)).collect();
        let known = words.iter().flat_map(|(word, terms)| std::iter::once(word).chain(*terms));
        let likely = nearest(&small(&written), known.copied());
        self.refuse(node, path, ProblemKind::UnknownWord { word: written, choices, likely })
    }

    /// A number in thousandths.
    pub(super) fn decimal(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Fixed> {
        let read = match &node.value {
            Value::Number(token) => number::from_token(token).map_err(ProblemKind::from),
            Value::Text(text) => number::from_text(text),
            _ => return self.wrong_type(node, path, Wanted::Number),
        };
        match read {
            Ok(number) => Some(number),
            Err(kind) => self.refuse(node, path, kind),
        }
    }

    /// A whole number in a range.
    pub(super) fn whole(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        (min, max): (i64, i64),
    ) -> Option<i64> {
        if !matches!(node.value, Value::Number(_) | Value::Text(_)) {
            return self.wrong_type(node, path, Wanted::WholeNumber);
        }
        let number = self.decimal(node, path)?;
        match number.as_int() {
            None => self.refuse(node, path, NumberProblem::NotWhole),
            Some(whole) if !(min..=max).contains(&whole) => {
                self.refuse(node, path, NumberProblem::OutOfRange { min, max })
            }
            whole => whole,
        }
    }
}
