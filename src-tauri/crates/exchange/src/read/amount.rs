//! Amounts: as they are typed into a cell, as numbers, and as objects.

use super::Reader;
use crate::found::Path;
use crate::json::{Node, Value};
use crate::problem::{NumberProblem, Wanted};
use crate::shape;
use bc138_domain::cell::{self, Reading};
use bc138_domain::{Amount, Operator, Qualifier, State};
use serde_json::{Value as Json, json};

impl Reader<'_> {
    /// An amount with what it brings along: `{"amount", "qualifier", "state", "printed"}`, as far
    /// as said.
    pub(super) fn amount(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        let Value::Text(text) = &node.value else {
            return self.stated(node, path).map(|amount| json!({ "amount": amount }));
        };
        let Reading { amount, qualifier, state } = self.cell(node, path)?;
        let printed = cell::meant_form(text);
        Some(json!({
            "amount": amount, "qualifier": qualifier, "state": state, "printed": printed
        }))
    }

    /// A number, or an object that says what kind of amount it is.
    fn stated(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        match &node.value {
            Value::Number(_) => {
                let value = self.decimal(node, path)?;
                serde_json::to_value(Amount::Number { value }).ok()
            }
            Value::Object(_) => self.object(&shape::AMOUNT, node, path, &[]).map(Json::Object),
            _ => self.wrong_type(node, path, Wanted::Amount),
        }
    }

    /// A cell as it is typed; an empty one says nothing and is refused.
    pub(super) fn cell(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Reading> {
        let Some(text) = node.text() else {
            return self.wrong_type(node, path, Wanted::Amount);
        };
        match cell::read(text) {
            Ok(Some(reading)) => Some(reading),
            Ok(None) => self.refuse(node, path, cell::CellError::Unreadable),
            Err(error) => self.refuse(node, path, error),
        }
    }

    /// What is to be reached: `{"operator", "amount", "printed"}`, as far as said.
    pub(super) fn goal(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        let Value::Text(text) = &node.value else {
            return self.stated(node, path).map(|amount| json!({ "amount": amount }));
        };
        let (at_most, stated) = match text.trim().strip_prefix(AT_MOST) {
            Some(stated) => (true, stated),
            None => (false, text.as_ref()),
        };
        let cell = Node { at: node.at, value: Value::Text(stated.into()) };
        let Reading { amount, qualifier, .. } = self.cell(&cell, path)?;
        let Some(amount) = amount else {
            return self.refuse(node, path, cell::CellError::Unreadable);
        };
        let operator = if at_most { Operator::AtMost } else { operator_of(qualifier) };
        let plain = cell::meant_form(stated).unwrap_or_else(|| amount.to_string());
        let said = match qualifier {
            _ if at_most => format!("{AT_MOST}{plain}"),
            Some(qualifier) => qualifier.apply(&plain),
            None => plain,
        };
        let printed = Some(said).filter(|said| *said != operator.apply(&amount.to_string()));
        Some(json!({ "operator": operator, "amount": amount, "printed": printed }))
    }

    /// A count of recipients: `{"count", "words"}`; words alone for “nhiều”, both for “05”.
    pub(super) fn count(&mut self, node: &Node<'_>, path: &Path<'_>) -> Option<Json> {
        if let Value::Number(_) = node.value {
            let count = self.whole(node, path, (0, i64::from(i32::MAX)))?;
            return Some(json!({ "count": count }));
        }
        let Reading { amount, qualifier, state } = self.cell(node, path)?;
        let value = match amount {
            Some(Amount::Words { words }) => return Some(json!({ "words": words })),
            Some(Amount::Number { value }) => Some(value),
            _ => None,
        };
        let Some(value) = value.filter(|_| qualifier.is_none() && state == State::Value) else {
            return self.wrong_type(node, path, Wanted::WholeNumber);
        };
        match value.as_int().and_then(|count| i32::try_from(count).ok()) {
            Some(count) => {
                let printed = node.text().and_then(cell::meant_form);
                Some(json!({ "count": count, "words": printed }))
            }
            None => self.refuse(node, path, NumberProblem::NotWhole),
        }
    }
}

/// How a limit begins.
const AT_MOST: &str = "không quá ";

/// The operator that a qualifier stands for.
const fn operator_of(qualifier: Option<Qualifier>) -> Operator {
    match qualifier {
        Some(Qualifier::FromUp | Qualifier::AtLeast) => Operator::AtLeast,
        Some(Qualifier::Above | Qualifier::MoreThan | Qualifier::Exceeding) => Operator::MoreThan,
        _ => Operator::Exactly,
    }
}
