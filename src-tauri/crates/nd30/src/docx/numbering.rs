//! Automatic numbers of lists: what Word would print before a paragraph.

use std::collections::{BTreeMap, BTreeSet};

use crate::docx::setting::ParaLayer;
use crate::roman;
use crate::xml::Element;

/// Lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    lists: BTreeMap<String, List>,
    abstracts: BTreeMap<String, BTreeMap<usize, Level>>,
    counters: BTreeMap<String, BTreeMap<usize, u32>>,
    begun: BTreeSet<String>,
}

#[derive(Debug)]
struct List {
    of: String,
    starts: BTreeMap<usize, u32>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    text: String,
    para: ParaLayer,
}

/// The deepest level of a list.
const MAX_LEVEL: usize = 8;

impl Numbering {
    /// Reads the numbering part.
    pub(crate) fn read(part: &Element) -> Self {
        let mut numbering = Self::default();
        for element in part.words("abstractNum") {
            let Some(id) = element.word_attribute("abstractNumId") else { continue };
            let levels = element.words("lvl").filter_map(read_level).collect();
            numbering.abstracts.insert(id.to_owned(), levels);
        }
        for element in part.words("num") {
            let of = element.word("abstractNumId").and_then(Element::val);
            let (Some(id), Some(of)) = (element.word_attribute("numId"), of) else { continue };
            let starts = element.words("lvlOverride").filter_map(read_start).collect();
            numbering.lists.insert(id.to_owned(), List { of: of.to_owned(), starts });
        }
        numbering
    }

    /// The indents of a level.
    pub(crate) fn indents(&self, list: &str, level: usize) -> ParaLayer {
        self.level(list, level).map(|level| level.para.clone()).unwrap_or_default()
    }

    fn level(&self, list: &str, level: usize) -> Option<&Level> {
        self.abstracts.get(&self.lists.get(list)?.of)?.get(&level)
    }

    /// Counts one paragraph and returns its label; empty when the list is unknown or shows none.
    pub(crate) fn next_label(&mut self, list: &str, level: usize) -> String {
        let Some(found) = self.level(list, level).cloned() else { return String::new() };
        self.count(list, level, &found);
        if found.format == "bullet" {
            return bullet(&found.text);
        }
        let mut label = found.text.clone();
        for upper in 0..=level {
            let sign = format!("%{}", upper + 1);
            if label.contains(&sign) {
                label = label.replace(&sign, &self.shown(list, upper));
            }
        }
        label
    }

    fn count(&mut self, list: &str, level: usize, found: &Level) {
        let Some(List { of, starts }) = self.lists.get(list) else { return };
        let counters = self.counters.entry(of.clone()).or_default();
        if !self.begun.contains(list) {
            self.begun.insert(list.to_owned());
            for level in starts.keys() {
                counters.remove(level);
            }
        }
        let start = starts.get(&level).copied().unwrap_or(found.start);
        let next = counters.get(&level).map_or(start, |count| count.saturating_add(1));
        counters.insert(level, next);
        counters.retain(|deeper, _| *deeper <= level);
    }

    fn shown(&self, list: &str, level: usize) -> String {
        let Some(found) = self.level(list, level) else { return String::new() };
        let counters = self.lists.get(list).and_then(|it| self.counters.get(&it.of));
        let count = counters.and_then(|it| it.get(&level)).copied().unwrap_or(found.start);
        match found.format.as_str() {
            "upperRoman" => roman::write(count),
            "lowerRoman" => roman::write(count).to_lowercase(),
            "upperLetter" => letter(count).to_uppercase(),
            "lowerLetter" => letter(count),
            "decimalZero" => format!("{count:02}"),
            "none" => String::new(),
            _ => count.to_string(),
        }
    }
}

fn read_level(element: &Element) -> Option<(usize, Level)> {
    let number: usize = element.word_attribute("ilvl")?.parse().ok()?;
    let value = |name| element.word(name).and_then(Element::val);
    let level = Level {
        start: value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: value("numFmt").unwrap_or("decimal").to_owned(),
        text: value("lvlText").unwrap_or_default().to_owned(),
        para: ParaLayer::read(element.word("pPr")),
    };
    (number <= MAX_LEVEL).then_some((number, level))
}

fn read_start(element: &Element) -> Option<(usize, u32)> {
    let level = element.word_attribute("ilvl")?.parse().ok()?;
    let start = element.word("startOverride").and_then(Element::val)?.parse().ok()?;
    Some((level, start))
}

/// Word's own letters: a … z, then aa, bb; there is no đ among them.
fn letter(count: u32) -> String {
    let Some(index) = count.checked_sub(1) else { return String::new() };
    let letter = char::from_u32(u32::from(b'a') + index % 26).unwrap_or('a');
    let times = usize::try_from(index / 26 + 1).unwrap_or(1).min(8);
    std::iter::repeat_n(letter, times).collect()
}

/// A bullet; those of symbol fonts have private codes.
fn bullet(text: &str) -> String {
    let private = |c| matches!(c, '\u{E000}'..='\u{F8FF}');
    if text.chars().any(private) { "•".to_owned() } else { text.to_owned() }
}
