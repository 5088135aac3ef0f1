//! Where a rule puts what it finds.

use super::Check;
use crate::found::{Found, Place};

/// Collects the findings of one check.
pub(crate) struct Sink<'a> {
    check: &'a Check,
    name: &'a dyn Fn(&Place) -> String,
    found: Vec<Found>,
}

impl<'a> Sink<'a> {
    pub fn new(check: &'a Check, name: &'a dyn Fn(&Place) -> String) -> Self {
        Self { check, name, found: Vec::new() }
    }

    pub fn into_found(self) -> Vec<Found> {
        self.found
    }

    /// Takes a finding with the values for its words.
    pub fn add<const N: usize>(&mut self, places: Vec<Place>, values: [(&'static str, String); N]) {
        self.add_variant(None, places, values);
    }

    /// Takes a finding of a special case, which may have words and weight of its own.
    pub fn add_variant<const N: usize>(
        &mut self,
        variant: Option<&'static str>,
        places: Vec<Place>,
        values: [(&'static str, String); N],
    ) {
        self.add_of("", variant, places, values);
    }

    /// Takes one of several findings that a check may have at one place: `what` tells them apart in
    /// their ids.
    pub fn add_of<const N: usize>(
        &mut self,
        what: &str,
        variant: Option<&'static str>,
        places: Vec<Place>,
        values: [(&'static str, String); N],
    ) {
        let words = variant.and_then(|name| self.check.variants.get(name));
        let severity = words.and_then(|words| words.severity).unwrap_or(self.check.severity);
        let place = places.first().map(self.name).unwrap_or_default();
        let mut id = format!("{}/{place}", self.check.code);
        if !what.is_empty() {
            id.push('/');
            id.push_str(what);
        }
        let values = values.into_iter().collect();
        self.found.push(Found { code: self.check.code, severity, variant, places, values, id });
    }
}
