//! Collects what is wrong while a file is read, and finds line and column of every problem in the
//! end, in one pass over the text.

use crate::json::Stop;
use crate::problem::{Place, Problem, ProblemKind};
use std::fmt;

/// The most problems that are listed.
pub(crate) const MOST: usize = 200;

/// The way to a value, as a linked list on the stack.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'p> {
    Root,
    Key(&'p Self, &'p str),
    Index(&'p Self, usize),
}

impl<'p> Path<'p> {
    pub const fn key(&'p self, key: &'p str) -> Self {
        Self::Key(self, key)
    }

    pub const fn index(&'p self, index: usize) -> Self {
        Self::Index(self, index)
    }
}

impl fmt::Display for Path<'_> {
    /// A JSON Pointer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(parent, key) => {
                write!(f, "{parent}/{}", key.replace('~', "~0").replace('/', "~1"))
            }
            Self::Index(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// Problems found so far, by their place in the text.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<(usize, String, ProblemKind)>,
    closed: bool,
}

impl Problems {
    /// Adds a problem; beyond the most that are listed, nothing.
    pub fn add(&mut self, at: usize, path: &Path<'_>, kind: impl Into<ProblemKind>) {
        if self.found.len() <= MOST {
            self.found.push((at, path.to_string(), kind.into()));
        }
    }

    /// Adds a problem whose way is already written out.
    pub fn add_at(&mut self, at: usize, pointer: &str, kind: impl Into<ProblemKind>) {
        if self.found.len() <= MOST {
            self.found.push((at, pointer.to_owned(), kind.into()));
        }
    }

    /// Adds the reason why the scanner stopped.
    pub fn add_stop(&mut self, path: &Path<'_>, stop: Stop) {
        self.add(stop.at, path, stop.kind);
    }

    /// Adds the problems of another list.
    pub fn append(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Ends the list: reading on would be of no use.
    pub const fn close(&mut self) {
        self.closed = true;
    }

    /// Whether reading on would only find more than can be listed.
    pub const fn is_full(&self) -> bool {
        self.closed || self.found.len() > MOST
    }

    pub const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of the text, with lines and columns.
    pub fn in_text(mut self, text: &str) -> Vec<Problem> {
        self.found.sort_by_key(|(at, ..)| *at);
        let cut = (self.found.len() > MOST).then(|| self.found.split_off(MOST));
        if let Some((at, pointer, _)) = cut.into_iter().flatten().next() {
            self.found.push((at, pointer, ProblemKind::ManyMore { limit: MOST }));
        }
        let mut walk = Walk::of(text);
        let placed = self.found.into_iter().map(|(at, pointer, kind)| {
            let (line, column) = walk.to(at);
            Problem { place: Place { pointer, line, column }, kind }
        });
        placed.collect()
    }
}

/// The place of a value that begins at `at`.
pub(crate) fn place_in(text: &str, at: usize, pointer: String) -> Place {
    let (line, column) = Walk::of(text).to(at);
    Place { pointer, line, column }
}

/// Counts lines and columns on the way through a text.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl Walk<'_> {
    const fn of(text: &str) -> Walk<'_> {
        Walk { text, at: 0, line: 1, column: 1 }
    }

    fn to(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        for c in passed.chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at += passed.len();
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_in_characters() {
        let text = "{\n  \"tên\": \"đúng\", 9\n}";
        let mut problems = Problems::default();
        let at = text.find('9').unwrap();
        problems.add(at, &Path::Root.key("a/b~"), ProblemKind::Circular);
        problems.add(0, &Path::Root, ProblemKind::NotUtf8);
        let listed = problems.in_text(text);
        let placed = |at: usize| {
            let place = &listed[at].place;
            (place.line, place.column, place.pointer.as_str())
        };
        assert_eq!(placed(0), (1, 1, ""));
        let column = text.lines().nth(1).unwrap().chars().position(|c| c == '9').unwrap() + 1;
        assert_eq!(placed(1), (2, column, "/a~1b~0"), "RFC 6901 escapes");
    }

    #[test]
    fn the_list_is_cut_and_says_so() {
        let mut problems = Problems::default();
        for _ in 0..3 * MOST {
            problems.add(0, &Path::Root, ProblemKind::Circular);
        }
        assert!(problems.is_full());
        let listed = problems.in_text("");
        assert_eq!(listed.len(), MOST + 1);
        assert_eq!(listed[MOST].kind, ProblemKind::ManyMore { limit: MOST });
    }
}
