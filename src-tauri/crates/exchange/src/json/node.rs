//! A JSON value as a tree, each value with its place in the text.

use super::scan::{Scan, Scanner, Stop};
use crate::problem::{JsonType, ProblemKind};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A value and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node<'a> {
    pub at: usize,
    pub value: Value<'a>,
}

/// A JSON value; numbers keep the text they are written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Flag(bool),
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<Member<'a>>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member<'a> {
    /// Where the key begins.
    pub at: usize,
    pub key: Cow<'a, str>,
    pub node: Node<'a>,
}

impl Node<'_> {
    pub const fn json_type(&self) -> JsonType {
        match self.value {
            Value::Null => JsonType::Null,
            Value::Flag(_) => JsonType::Flag,
            Value::Number(_) => JsonType::Number,
            Value::Text(_) => JsonType::Text,
            Value::List(_) => JsonType::List,
            Value::Object(_) => JsonType::Object,
        }
    }

    /// The member of an object; a `null` counts as absent.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Value::Object(members) = &self.value else { return None };
        let member = members.iter().find(|member| member.key == key)?;
        Some(&member.node).filter(|node| node.value != Value::Null)
    }

    /// The text of a string.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'a> Scanner<'a> {
    /// Reads a value as a tree of at most `room` values.
    ///
    /// The text must have passed [`Scanner::check_whole`], which bounds the depth of recursion.
    pub fn node(&mut self, room: &mut usize) -> Scan<Node<'a>> {
        let at = self.place();
        let too_many = || Stop { at, kind: ProblemKind::TooMany { limit: ROOM } };
        *room = room.checked_sub(1).ok_or_else(too_many)?;
        let value = match self.peek() {
            Some(b'{') => Value::Object(self.object(room)?),
            Some(b'[') => {
                let mut items = Vec::new();
                self.items(|scanner, _| {
                    items.push(scanner.node(room)?);
                    Ok(())
                })?;
                Value::List(items)
            }
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(Cow::Borrowed(self.number()?)),
            _ => self.word()?.map_or(Value::Null, Value::Flag),
        };
        Ok(Node { at, value })
    }

    fn object(&mut self, room: &mut usize) -> Scan<Vec<Member<'a>>> {
        let mut members: Vec<Member<'a>> = Vec::new();
        let mut keys: BTreeSet<Cow<'a, str>> = BTreeSet::new();
        self.members(|scanner, key, at| {
            if !keys.insert(key.clone()) {
                let kind = ProblemKind::DuplicateKey { key: key.into_owned() };
                return Err(Stop { at, kind });
            }
            let node = scanner.node(room)?;
            members.push(Member { at, key, node });
            Ok(())
        })?;
        Ok(members)
    }
}

/// The most values in one tree: a dossier of fifty thousand award lines stays below it.
pub(crate) const ROOM: usize = 1_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_knows_the_place_of_every_value() {
        let text = r#"{"a": [1, {"b": 13.850}], "c": null}"#;
        let root = Scanner::new(text, 0).node(&mut ROOM.clone()).unwrap();
        let Some(Value::List(items)) = root.get("a").map(|node| &node.value) else {
            panic!("a list stands at a")
        };
        let b = items[1].get("b").unwrap();
        assert_eq!(&text[b.at..b.at + 6], "13.850");
        assert_eq!(b.value, Value::Number("13.850".into()), "digits stay as written");
        assert_eq!(root.get("c"), None, "null is nothing");
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_at_its_second_place() {
        let text = r#"{"a": 1, "\u0061": 2}"#;
        let stop = Scanner::new(text, 0).node(&mut ROOM.clone()).unwrap_err();
        assert_eq!((stop.at, stop.kind), (9, ProblemKind::DuplicateKey { key: "a".to_owned() }));
    }

    #[test]
    fn a_tree_never_grows_beyond_its_room() {
        let stop = Scanner::new("[1,2,3,4]", 0).node(&mut 3).unwrap_err();
        assert!(matches!(stop.kind, ProblemKind::TooMany { .. }));
    }
}
