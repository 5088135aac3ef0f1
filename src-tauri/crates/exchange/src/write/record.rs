//! One record as it stands in a file: the domain's JSON without what the place in the file says,
//! and with numbers written for people.

use super::layout;
use crate::json::{Member, Node, Scanner, Value};
use crate::number;
use crate::shape::{self, Form, Section, Shape};
use bc138_domain::{Fixed, Kind, Record};
use std::borrow::Cow;
use std::io;

/// A record ready to be printed.
pub(super) struct Written {
    pub dossier: Option<i32>,
    pub position: Option<i32>,
    pub id: i32,
    node: Node<'static>,
}

impl Written {
    pub fn of(record: &Record) -> io::Result<Self> {
        let mut node = tree(record)?;
        let number = |key: &str| match &node.get(key)?.value {
            Value::Number(token) => token.parse().ok(),
            _ => None,
        };
        let dossier = number("dossier").filter(|_| record.kind() != Kind::Dossier);
        let position = number("position");
        if let Value::Object(members) = &mut node.value {
            members.retain(|member| member.key != "record" && member.key != "dossier");
        }
        if let Some(section) = Section::of(record.kind()) {
            for_people(&mut node, &section.form);
        }
        Ok(Self { dossier, position, id: record.id(), node })
    }

    /// The record as an object.
    pub fn text(&self, depth: usize) -> String {
        layout::printed(&self.node, depth)
    }

    /// The members of the object, without its braces.
    pub fn members(&self, depth: usize) -> String {
        layout::printed_members(&self.node, depth)
    }
}

/// The domain's JSON of a value, its keys in the domain's order.
pub(super) fn tree<T: serde::Serialize>(value: &T) -> io::Result<Node<'static>> {
    let text = serde_json::to_string(value)?;
    let mut room = usize::MAX;
    let node = Scanner::new(&text, 0).node(&mut room);
    node.map(into_owned).map_err(|stop| io::Error::other(stop.kind.to_string()))
}

fn into_owned(node: Node<'_>) -> Node<'static> {
    let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    let value = match node.value {
        Value::Null => Value::Null,
        Value::Flag(flag) => Value::Flag(flag),
        Value::Number(token) => Value::Number(owned(token)),
        Value::Text(text) => Value::Text(owned(text)),
        Value::List(items) => Value::List(items.into_iter().map(into_owned).collect()),
        Value::Object(members) => {
            let owned = |it: Member<'_>| Member {
                at: it.at,
                key: Cow::Owned(it.key.into_owned()),
                node: into_owned(it.node),
            };
            Value::Object(members.into_iter().map(owned).collect())
        }
    };
    Node { at: node.at, value }
}

/// Turns thousandths into decimals wherever the form says that a number stands.
pub(super) fn for_people(node: &mut Node<'_>, form: &Form) {
    let word = form.tagged.and_then(|tagged| node.get(tagged.tag)?.text().map(str::to_owned));
    let Value::Object(members) = &mut node.value else { return };
    for field in form.fields_of(word.as_deref()) {
        let member = members.iter_mut().find(|member| member.key == field.key);
        if let Some(member) = member {
            shaped(&mut member.node, &field.shape);
        }
    }
}

fn shaped(node: &mut Node<'_>, shape: &Shape) {
    match shape {
        Shape::Decimal => decimal(node),
        Shape::Amount | Shape::Goal => for_people(node, &shape::AMOUNT),
        Shape::Object(form) => for_people(node, form),
        Shape::List(item) | Shape::Several(item) => {
            if let Value::List(items) = &mut node.value {
                for node in items {
                    shaped(node, item);
                }
            }
        }
        _ => {}
    }
}

fn decimal(node: &mut Node<'_>) {
    let Value::Number(token) = &node.value else { return };
    let Ok(thousandths) = token.parse() else { return };
    let token = number::token_of(Fixed::from_thousandths(thousandths));
    node.value = match token.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) => Value::Text(Cow::Owned(text.to_owned())),
        None => Value::Number(Cow::Owned(token)),
    };
}
