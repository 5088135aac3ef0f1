//! Indicators of the user's own: from the list of indicators, and made by figures that only name
//! what they count.

use super::{Fields, Reader, or};
use crate::found::Path;
use crate::json::Node;
use crate::problem::{ProblemKind, Subject};
use crate::read::names::{Known, small};
use bc138_domain::{IndicatorKind, Kind};
use serde_json::{Value as Json, json};

/// What a figure says of its indicator beside code and name.
struct Said {
    unit: Option<String>,
    kind: Option<String>,
    group: Option<String>,
}

impl Said {
    /// Whether nothing is said that the indicator is not.
    fn agrees(&self, known: &Known) -> bool {
        let same =
            |said: &Option<String>, known: &str| said.as_deref().is_none_or(|it| it == known);
        let kind = json!(known.kind);
        same(&self.unit, &known.unit) && same(&self.kind, kind.as_str().unwrap_or_default())
    }
}

impl Reader<'_> {
    /// The code of a figure's indicator; one that is only named becomes the user's own.
    pub(super) fn figure_indicator(
        &mut self,
        map: &mut Fields,
        at: (&Node<'_>, &Path<'_>),
    ) -> Option<String> {
        let mut text = |key: &str| match map.remove(key) {
            Some(Json::String(text)) => Some(text),
            _ => None,
        };
        let (code, name) = (text("indicator"), text("name"));
        let said = Said { unit: text("unit"), kind: text("kind"), group: text("group") };
        let Some(code) = code else {
            let Some(name) = name else {
                return self.refuse(at.0, at.1, ProblemKind::Missing { key: "indicator" });
            };
            return self.named_indicator(map, &name, said, at);
        };
        let Some(known) = self.names.code(&code) else {
            let Some(name) = name else { return self.no_such_indicator(&code, at) };
            let made = self.named_indicator(map, &name, said, at)?;
            self.names.add_alias(&code, &made);
            return Some(made);
        };
        if name.is_some_and(|name| !self.names.codes_of_name(&name).any(|code| *code == known)) {
            return self.conflict(at, "indicator", "name");
        }
        if self.names.known(&known).is_some_and(|known| !said.agrees(known)) {
            return self.conflict(at, "indicator", "kind");
        }
        Some(known)
    }

    fn no_such_indicator<T>(&mut self, code: &str, at: (&Node<'_>, &Path<'_>)) -> Option<T> {
        let (node, path) = at;
        let likely = self.names.nearest_code(code);
        let said = node.get("indicator").unwrap_or(node);
        self.no_such(said, &path.key("indicator"), (Subject::Indicator, code, likely))
    }

    /// The indicator of this name, if it is what is said of it, else a new one.
    fn named_indicator(
        &mut self,
        map: &Fields,
        name: &str,
        said: Said,
        at: (&Node<'_>, &Path<'_>),
    ) -> Option<String> {
        let agrees = |code: &&String| self.names.known(code).is_some_and(|it| said.agrees(it));
        let mut codes: Vec<String> =
            self.names.codes_of_name(name).filter(agrees).cloned().collect();
        match (codes.pop(), codes.len()) {
            (None, _) => self.own_indicator(map, name, said, at),
            (Some(code), 0) => Some(code),
            (Some(last), _) => {
                codes.push(last);
                let (subject, name) = (Subject::Indicator, name.to_owned());
                let (count, candidates) = (codes.len(), codes);
                let named = at.0.get("name").unwrap_or(at.0);
                let kind = ProblemKind::Ambiguous { subject, name, count, candidates };
                self.refuse(named, &at.1.key("name"), kind)
            }
        }
    }

    /// Makes an indicator of the user's own, once for every name, unit and kind.
    fn own_indicator(
        &mut self,
        map: &Fields,
        name: &str,
        said: Said,
        (node, path): (&Node<'_>, &Path<'_>),
    ) -> Option<String> {
        let amount = map.get("amount").and_then(|amount| amount.get("type")).and_then(Json::as_str);
        let kind = said.kind.unwrap_or_else(|| kind_of_amount(amount).to_owned());
        let unit = said.unit.unwrap_or_default();
        let key = (small(name), small(&unit), kind.clone());
        if let Some(code) = self.names.made.get(&key) {
            return Some(code.clone());
        }
        let id = self.ids.next(Kind::Indicator);
        let code = self.names.free_code(id);
        let group = said.group.or_else(|| self.usual_group(&kind)).unwrap_or_default();
        let Json::Object(mut own) = json!({
            "record": "indicator", "id": id, "code": code, "name": name, "unit": unit,
            "kind": kind, "group": group,
        }) else {
            return None;
        };
        complete_indicator(&mut own);
        let record = self.domain(Json::Object(own), node, path)?;
        self.push(record, node, path);
        self.names.made.insert(key, code.clone());
        Some(code)
    }

    /// The group in which an indicator of a kind is printed with “toàn tỉnh” as its subject.
    fn usual_group(&self, kind: &str) -> Option<String> {
        let usual = match kind {
            "ratio" | "percent" | "distribution" => "standard_other",
            "money" => "funds",
            "flow" => "mobilise",
            _ => "models",
        };
        self.names.group(usual)
    }
}

/// An indicator as the program makes it: what its name says is what is counted.
pub(super) fn complete_indicator(map: &mut Fields) {
    let id = map.get("id").cloned().unwrap_or_default();
    or(map, "code", || Json::from(format!("own_{id}")));
    or(map, "unit", || json!(""));
    or(map, "kind", || json!("stock"));
    let name = map.get("name").and_then(Json::as_str).unwrap_or_default();
    let noun = name.to_lowercase();
    or(map, "noun", || Json::from(noun));
    let kind: Option<IndicatorKind> =
        map.get("kind").and_then(|kind| serde_json::from_value(kind.clone()).ok());
    or(map, "over_units", || json!(kind.map(IndicatorKind::over_units).unwrap_or_default()));
    or(map, "over_time", || json!(kind.map(IndicatorKind::over_time).unwrap_or_default()));
}

fn kind_of_amount(amount: Option<&str>) -> &'static str {
    match amount {
        Some("ratio") => "ratio",
        Some("percent") => "percent",
        Some("money") => "money",
        _ => "stock",
    }
}
