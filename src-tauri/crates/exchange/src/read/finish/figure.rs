//! Figures: the short keys of the hand form, and what a typed cell says at once.

use super::{Fields, Reader, or};
use crate::found::Path;
use crate::json::Node;
use crate::problem::ProblemKind;
use crate::shape::KINDS;
use bc138_domain::{IndicatorKind, Kind, State};
use serde_json::{Value as Json, json};

impl Reader<'_> {
    pub(super) fn complete_figure(
        &mut self,
        map: &mut Fields,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> Option<()> {
        let at = (node, path);
        for key in ["subject", "lead", "noun", "tail", "rate"] {
            self.move_into(map, at, key, ("wording", key))?;
        }
        self.move_into(map, at, "printed", ("wording", "amount"))?;
        for key in ["document", "comment"] {
            self.move_into(map, at, key, ("provenance", key))?;
        }
        self.move_into(map, at, "kinds", ("categories", KINDS))?;
        self.spread_amount(map, at)?;
        let code = self.figure_indicator(map, at)?;
        let nature = self.nature_of(&code);
        map.insert("indicator".to_owned(), Json::from(code));
        or(map, "nature", || json!(nature));
        or(map, "scope", || json!({ "type": "province" }));
        let window = self.home.window.clone();
        or(map, "window", || window);
        if let Some(whole) = map.get("part_of").and_then(Json::as_i64) {
            self.note_link(Kind::Figure, map, whole, ("part_of", node, path));
        }
        Some(())
    }

    /// Amount, qualifier and state of a figure, which a typed cell says all at once.
    fn spread_amount(&mut self, map: &mut Fields, at: (&Node<'_>, &Path<'_>)) -> Option<()> {
        if let Some(Json::Object(read)) = map.remove("amount") {
            for (key, value) in read.into_iter().filter(|(_, value)| !value.is_null()) {
                if key == "printed" {
                    keep_printed(map, value);
                    continue;
                }
                let estimated = key == "state" && value == json!(State::Value);
                match map.get(&key) {
                    Some(given) if *given != value && !estimated => {
                        let other = if key == "state" { "state" } else { "qualifier" };
                        return self.conflict(at, "amount", other);
                    }
                    Some(_) => {}
                    None => drop(map.insert(key, value)),
                }
            }
        }
        or(map, "state", || json!(State::Value));
        let state = map.get("state").cloned().unwrap_or_default();
        let state: State = serde_json::from_value(state).unwrap_or_default();
        let (node, path) = at;
        match (state.has_amount(), map.contains_key("amount")) {
            (true, false) => self.refuse(node, path, ProblemKind::Missing { key: "amount" }),
            (false, true) => {
                let amount = node.get("amount").unwrap_or(node);
                self.refuse(amount, &path.key("amount"), ProblemKind::NeedlessAmount)
            }
            _ => Some(()),
        }
    }

    /// What kind of count over time an indicator's figures are, when that is not said.
    pub(in crate::read) fn nature_of(&self, code: &str) -> &'static str {
        let known = self.names.known(code);
        match known.map(|known| known.kind) {
            Some(IndicatorKind::Flow | IndicatorKind::Money) => {
                if known.is_some_and(|known| known.is_new) { "new" } else { "flow" }
            }
            _ => "stock",
        }
    }
}

/// Keeps the way in which an amount was written, unless another is given.
fn keep_printed(map: &mut Fields, printed: Json) {
    let wording = map.entry("wording").or_insert_with(|| json!({}));
    if let Json::Object(wording) = wording {
        or(wording, "amount", || printed);
    }
}
