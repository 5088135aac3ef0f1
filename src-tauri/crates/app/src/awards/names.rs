//! Names of what codes stand for, to be read by people.

use bc138_awards::Tables;
use bc138_awards::identity::LineRef;
use std::collections::BTreeMap;

/// Names by code: forms, authorities, honours; and recipients by their place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    codes: BTreeMap<String, String>,
    lines: BTreeMap<LineRef, String>,
}

impl Names {
    /// The names in the tables; of several versions of a form the last.
    pub(crate) fn of(tables: &Tables) -> Self {
        let forms = tables.forms().iter().map(|it| (&it.code, &it.name));
        let authorities = tables.authorities().iter().map(|it| (&it.code, &it.name));
        let all = forms.chain(authorities).chain(tables.honours());
        let codes = all.map(|(code, name)| (code.clone(), name.clone())).collect();
        Self { codes, lines: BTreeMap::new() }
    }

    /// Gives a recipient a name.
    pub(crate) fn put_line(&mut self, at: LineRef, name: String) {
        self.lines.insert(at, name);
    }

    /// Whether a code has a name.
    pub(crate) fn knows(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    /// The name of a code; what is not known stands for itself.
    pub(crate) fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.codes.get(code).map_or(code, String::as_str)
    }

    /// The names of several codes: “Bằng khen, Giấy khen”.
    pub(crate) fn all<'a>(&self, codes: impl IntoIterator<Item = &'a String>) -> String {
        codes.into_iter().map(|code| self.name(code)).collect::<Vec<_>>().join(", ")
    }

    /// The name of a recipient.
    pub(crate) fn line(&self, at: LineRef) -> &str {
        self.lines.get(&at).map_or("", String::as_str)
    }
}
