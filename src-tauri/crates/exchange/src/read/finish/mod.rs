//! What the hand form leaves out or says in another way, made whole.

mod award;
mod figure;
mod indicator;

use super::Reader;
use crate::found::Path;
use crate::json::Node;
use crate::problem::ProblemKind;
use crate::shape::{Section, UNIT_KIND};
use bc138_domain::Kind;
use bc138_domain::window::WindowError;
use chrono::NaiveDate;
use indicator::complete_indicator;
use serde_json::{Map, Value as Json, json};

type Fields = Map<String, Json>;

impl Reader<'_> {
    /// The record with everything that its kind needs.
    pub(super) fn completed(
        &mut self,
        section: &Section,
        mut map: Fields,
        node: &Node<'_>,
        path: &Path<'_>,
    ) -> Option<Fields> {
        match section.kind {
            Kind::Dossier => self.complete_dossier(&mut map, node),
            Kind::Indicator => {
                complete_indicator(&mut map);
                self.check_days(&map, node, path)?;
            }
            Kind::Setting | Kind::Category => self.check_days(&map, node, path)?,
            Kind::YearMark => self.check_reason(&map, node, path)?,
            Kind::Participant => or(&mut map, "role", || json!("delegate")),
            Kind::Figure => self.complete_figure(&mut map, node, path)?,
            Kind::Award => self.complete_award(&mut map, node, path)?,
            Kind::Target => self.complete_target(&mut map, node, path)?,
            Kind::Group => or(&mut map, "step", || json!(2)),
            _ => {}
        }
        Some(map)
    }

    /// The days of a dated record run forwards.
    fn check_days(&mut self, map: &Fields, node: &Node<'_>, path: &Path<'_>) -> Option<()> {
        let day = |key: &str| map.get(key)?.as_str()?.parse::<NaiveDate>().ok();
        match (day("valid_from"), day("valid_to")) {
            (Some(from), Some(to)) if to < from => {
                let said = node.get("valid_to").unwrap_or(node);
                self.refuse(said, &path.key("valid_to"), WindowError::Backwards { from, to })
            }
            _ => Some(()),
        }
    }

    /// A year is opened again for a reason.
    fn check_reason(&mut self, map: &Fields, node: &Node<'_>, path: &Path<'_>) -> Option<()> {
        let text = |key: &str| map.get(key).and_then(Json::as_str).unwrap_or_default();
        if text("step") == "reopen" && text("reason").is_empty() {
            return self.refuse(node, path, ProblemKind::Missing { key: "reason" });
        }
        Some(())
    }

    /// “tỉnh Lạng Sơn” is split into type and name, also where the type is given as well; a window of
    /// several years makes a review.
    fn complete_dossier(&mut self, map: &mut Fields, node: &Node<'_>) {
        let name = map.get("province").and_then(Json::as_str).unwrap_or_default().to_owned();
        let typed = UNIT_KIND.iter().flat_map(|(_, terms)| *terms).find_map(|noun| {
            let (head, rest) = name.split_at_checked(noun.len())?;
            let rest = rest.strip_prefix(' ')?;
            (head.to_lowercase() == *noun).then(|| ((*noun).to_owned(), rest.to_owned()))
        });
        let given = map.get("province_type").and_then(Json::as_str).map(str::to_lowercase);
        let agrees = |noun: &String| given.as_ref().is_none_or(|given| given == noun);
        if let Some((noun, rest)) = typed.filter(|(noun, _)| agrees(noun)) {
            map.insert("province".to_owned(), Json::from(rest));
            map.insert("province_type".to_owned(), Json::from(noun));
        }
        or(map, "province_type", || json!("tỉnh"));
        let years = node.get("window").and_then(|window| window.get("years"));
        or(map, "kind", || json!(if years.is_some() { "review" } else { "annual" }));
        or(map, "event", || json!({}));
        if let Some(window) = map.get("window") {
            self.home.window.clone_from(window);
        }
    }

    /// Remembers the whole that a part names under `key`.
    fn note_link(
        &mut self,
        kind: Kind,
        map: &Fields,
        whole: i64,
        (key, node, path): (&str, &Node<'_>, &Path<'_>),
    ) {
        let part = map.get("id").and_then(Json::as_i64).and_then(|id| i32::try_from(id).ok());
        if let (Some(part), Ok(whole)) = (part, i32::try_from(whole)) {
            let said = node.get(key).unwrap_or(node);
            self.link((kind, part), whole, said, &path.key(key));
        }
    }

    /// Moves what the hand wrote beside the other keys into the object where it belongs.
    fn move_into(
        &mut self,
        map: &mut Fields,
        at: (&Node<'_>, &Path<'_>),
        from: &'static str,
        (object, key): (&'static str, &'static str),
    ) -> Option<()> {
        let Some(value) = map.remove(from) else { return Some(()) };
        let target = map.entry(object).or_insert_with(|| json!({}));
        let Json::Object(target) = target else { return Some(()) };
        match target.insert(key.to_owned(), value) {
            Some(_) => self.conflict(at, from, object),
            None => Some(()),
        }
    }

    fn conflict<T>(
        &mut self,
        (node, path): (&Node<'_>, &Path<'_>),
        key: &'static str,
        other: &'static str,
    ) -> Option<T> {
        let said = node.get(key).unwrap_or(node);
        self.refuse(said, &path.key(key), ProblemKind::Conflict { key, other })
    }
}

/// Sets a key that was left out.
fn or(map: &mut Fields, key: &str, value: impl FnOnce() -> Json) {
    if !map.contains_key(key) {
        map.insert(key.to_owned(), value());
    }
}
