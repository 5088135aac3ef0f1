//! Awards and targets: counts by recipient, and amounts that are to be reached.

use super::{Fields, Reader};
use crate::found::Path;
use crate::json::Node;
use bc138_domain::Kind;
use serde_json::{Value as Json, json};

impl Reader<'_> {
    pub(super) fn complete_award(
        &mut self,
        map: &mut Fields,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> Option<()> {
        let at = (node, path);
        if let Some(form) = map.remove("form") {
            if map.contains_key("forms") {
                return self.conflict(at, "form", "forms");
            }
            map.insert("forms".to_owned(), json!([form]));
        }
        let noun = map.remove("together_noun");
        if noun.is_some() {
            super::or(map, "together", || json!({}));
        }
        let mut shares = Vec::new();
        for (key, kinds) in COUNTS {
            let Some(Json::Object(mut share)) = map.remove(key) else { continue };
            if map.contains_key("shares") {
                return self.conflict(at, key, "shares");
            }
            share.insert("kinds".to_owned(), json!(kinds));
            if let Some(noun) = noun.clone().filter(|_| key == "together") {
                share.insert("noun".to_owned(), noun);
            }
            shares.push(Json::Object(share));
        }
        if !shares.is_empty() {
            map.insert("shares".to_owned(), Json::Array(shares));
        }
        if let Some(whole) = map.get("subset_of").and_then(Json::as_i64) {
            self.note_link(Kind::Award, map, whole, ("subset_of", node, path));
        }
        Some(())
    }

    pub(super) fn complete_target(
        &mut self,
        map: &mut Fields,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> Option<()> {
        let Some(Json::Object(goal)) = map.remove("amount") else { return Some(()) };
        for (key, value) in goal.into_iter().filter(|(_, value)| !value.is_null()) {
            match map.get(&key) {
                Some(given) if *given != value && key == "operator" => {
                    return self.conflict((node, path), "amount", "operator");
                }
                Some(_) => {}
                None => drop(map.insert(key, value)),
            }
        }
        Some(())
    }
}

/// The hand's counts of an award, in the order of printing.
const COUNTS: [(&str, &[&str]); 4] = [
    ("collectives", &["collective"]),
    ("together", &["collective", "person"]),
    ("persons", &["person"]),
    ("households", &["household"]),
];
