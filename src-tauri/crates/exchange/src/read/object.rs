//! Objects by their form: every key known, every needed key there.

use super::Reader;
use super::record::{MOST_OPEN, Open};
use crate::found::Path;
use crate::json::{Member, Node, Value};
use crate::problem::{ProblemKind, Wanted};
use crate::shape::{Field, Form};
use crate::suggest::nearest;
use serde_json::{Map, Value as Json};

impl Reader<'_> {
    /// The members of an object, each in its shape. Keys among `others` are left to the
    /// caller; keys that no form names are put aside until the record is asked about them.
    pub(super) fn object(
        &mut self,
        form: &Form,
        node: &Node<'_>,
        path: &Path<'_>,
        others: &[&str],
    ) -> Option<Map<String, Json>> {
        let Value::Object(members) = &node.value else {
            return self.wrong_type(node, path, Wanted::Object);
        };
        let mut map = Map::new();
        let Ok(word) = self.tag(form, node, path) else { return None };
        if let (Some(tagged), Some(word)) = (form.tagged, word) {
            map.insert(tagged.tag.to_owned(), Json::from(word));
        }
        let fields: Vec<&Field> = form.fields_of(word).collect();
        let mut sound = true;
        for member in members {
            let key = member.key.as_ref();
            if others.contains(&key) || form.tagged.is_some_and(|tagged| tagged.tag == key) {
                continue;
            }
            let here = path.key(key);
            match fields.iter().find(|field| field.key == key) {
                Some(_) if member.node.value == Value::Null => {}
                Some(field) => match self.take(&field.shape, &member.node, &here) {
                    Some(value) => drop(map.insert(key.to_owned(), value)),
                    None => sound = false,
                },
                None => {
                    let known = fields.iter().map(|field| field.key).chain(others.iter().copied());
                    let told = self.open.len() < MOST_OPEN;
                    self.put_aside(member, &here, nearest(key, known.filter(|_| told)));
                }
            }
        }
        (self.is_complete(&fields, node, path) && sound).then_some(map)
    }

    /// The members of an object that stands in no record, so that nobody knows further keys.
    pub(super) fn closed_object(
        &mut self,
        form: &Form,
        node: &Node<'_>,
        path: &Path<'_>,
        others: &[&str],
    ) -> Option<Map<String, Json>> {
        self.open.clear();
        let map = self.object(form, node, path, others);
        let open = std::mem::take(&mut self.open);
        let sound = open.is_empty();
        open.into_iter().for_each(|open| self.unknown(open));
        map.filter(|_| sound)
    }

    /// The word that decides which keys an object has.
    fn tag(
        &mut self,
        form: &Form,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> Result<Option<&'static str>, ()> {
        let Some(tagged) = form.tagged else { return Ok(None) };
        let Some(tag) = node.get(tagged.tag) else {
            self.problems.add(node.at, path, ProblemKind::Missing { key: tagged.tag });
            return Err(());
        };
        self.word(tag, &path.key(tagged.tag), tagged.words).map(Some).ok_or(())
    }

    fn is_complete(&mut self, fields: &[&Field], node: &Node<'_>, path: &Path<'_>) -> bool {
        let mut complete = true;
        for field in fields.iter().filter(|field| field.required) {
            if node.get(field.key).is_none() {
                self.problems.add(node.at, path, ProblemKind::Missing { key: field.key });
                complete = false;
            }
        }
        complete
    }

    fn put_aside(&mut self, member: &Member<'_>, path: &Path<'_>, likely: Option<&str>) {
        self.open.push(Open {
            pointer: path.to_string(),
            at: member.at,
            key: member.key.to_string(),
            value: as_it_lies(&member.node),
            likely: likely.map(str::to_owned),
        });
    }
}

/// A value of which nothing is known but that it is JSON; texts are normalised all the same.
fn as_it_lies(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Flag(flag) => Json::from(*flag),
        Value::Number(token) => match token.parse::<i64>() {
            Ok(number) => Json::from(number),
            Err(_) => Json::from(token.to_string()),
        },
        Value::Text(text) => Json::from(bc138_domain::text::normalise(text)),
        Value::List(items) => items.iter().map(as_it_lies).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|it| (it.key.to_string(), as_it_lies(&it.node)));
            Json::Object(members.collect())
        }
    }
}
