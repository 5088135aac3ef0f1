//! A written DOCX opened for looking: its parts, their XML as trees, and what a reader sees.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use bc138_report::{Document, write_docx};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The parts of a file by name.
pub struct Opened {
    pub parts: BTreeMap<String, Vec<u8>>,
}

/// An element of a part.
#[derive(Default)]
pub struct Node {
    /// Name with its prefix.
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Self>,
    /// The text directly inside.
    pub text: String,
}

impl Opened {
    /// Writes a document and opens the file.
    pub fn of(document: &Document) -> Self {
        Self::read(&write_docx(document).expect("the document can be written"))
    }

    /// Opens a file.
    pub fn read(docx: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).expect("the part exists");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("the part can be unpacked");
            parts.insert(part.name().to_owned(), bytes);
        }
        Self { parts }
    }

    /// Returns a part as text.
    pub fn text(&self, name: &str) -> &str {
        let bytes = self.parts.get(name).unwrap_or_else(|| panic!("there is no {name}"));
        std::str::from_utf8(bytes).expect("the part is UTF-8")
    }

    /// Returns a part as a tree; fails when it is not well formed.
    pub fn tree(&self, name: &str) -> Node {
        parse(self.text(name))
    }

    /// Returns the main part as a tree.
    pub fn document(&self) -> Node {
        self.tree("word/document.xml")
    }

    /// Returns the lines a reader sees, the automatic dash of items included, shapes left out.
    pub fn lines(&self) -> Vec<String> {
        let dashes = self.dashes();
        let body = self.document();
        let paragraphs = body.all("w:p").into_iter();
        paragraphs
            .map(|paragraph| {
                let style =
                    paragraph.first("w:pStyle").map(|style| style.value("w:val").to_owned());
                let dash = style.and_then(|style| dashes.get(&style).cloned());
                format!("{}{}", dash.unwrap_or_default(), paragraph.shown())
            })
            .collect()
    }

    /// Returns the words of [`Opened::lines`].
    pub fn words(&self) -> Vec<String> {
        words(&self.lines().join("\n"))
    }

    /// Returns what automatic numbering sets before the paragraphs of a style.
    fn dashes(&self) -> BTreeMap<String, String> {
        let (styles, numbering) = (self.tree("word/styles.xml"), self.tree("word/numbering.xml"));
        let mut dashes = BTreeMap::new();
        for style in styles.all("w:style") {
            let Some(list) = style.first("w:numId") else { continue };
            let number = list.value("w:val");
            let uses = numbering.all("w:num").into_iter();
            let using = uses.filter(|used| used.value("w:numId") == number).collect::<Vec<_>>();
            let [using] = using[..] else { panic!("list {number} is defined once") };
            let definition = using.first("w:abstractNumId").expect("it names its definition");
            let definitions = numbering.all("w:abstractNum").into_iter();
            let level = definitions
                .filter(|it| it.value("w:abstractNumId") == definition.value("w:val"))
                .find_map(|it| it.first("w:lvl"))
                .expect("it has a level");
            let text = level.first("w:lvlText").expect("it has a text").value("w:val").to_owned();
            assert_eq!(level.first("w:suff").map(|it| it.value("w:val")), Some("space"));
            dashes.insert(style.value("w:styleId").to_owned(), format!("{text} "));
        }
        dashes
    }
}

/// Splits at white space.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

impl Node {
    /// Returns an attribute, or nothing.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Returns an attribute that must be there.
    pub fn value(&self, name: &str) -> &str {
        self.get(name).unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }

    /// Returns the elements of a name below this one in order, none inside another one or inside
    /// a shape.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            } else if child.name != "mc:AlternateContent" {
                found.extend(child.all(name));
            }
        }
        found
    }

    /// Returns every element of a name below this one, shapes included.
    pub fn everywhere(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.everywhere(name));
        }
        found
    }

    /// Returns the first element of a name.
    pub fn first(&self, name: &str) -> Option<&Self> {
        self.everywhere(name).into_iter().next()
    }

    /// Returns the elements directly inside.
    pub fn inside(&self, name: &str) -> Vec<&Self> {
        self.children.iter().filter(|child| child.name == name).collect()
    }

    /// Returns the text of the runs, forced breaks as line feeds, shapes left out.
    pub fn shown(&self) -> String {
        match self.name.as_str() {
            "w:t" => self.text.clone(),
            "w:br" => "\n".to_owned(),
            "mc:AlternateContent" => String::new(),
            _ => self.children.iter().map(Self::shown).collect(),
        }
    }
}

/// Parses a part; every mistake in it fails the test.
pub fn parse(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("the part is well formed") {
            Event::Eof => break,
            Event::Start(tag) => open.push(element(&tag)),
            Event::Empty(tag) => last(&mut open).children.push(element(&tag)),
            Event::End(_) => {
                let done = open.pop().expect("every end has its beginning");
                last(&mut open).children.push(done);
            }
            Event::Text(text) => last(&mut open).text.push_str(&text),
            Event::GeneralRef(name) => {
                let known = match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => panic!("unknown entity {other}"),
                };
                last(&mut open).text.push_str(known);
            }
            _ => {}
        }
    }
    let [root] = &mut open[..] else { panic!("every element is closed") };
    assert_eq!(root.children.len(), 1, "a part has one root");
    root.children.remove(0)
}

fn last(open: &mut [Node]) -> &mut Node {
    open.last_mut().expect("the root is never closed")
}

fn element(tag: &BytesStart<'_>) -> Node {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.expect("attributes are well formed and occur once");
        let version = quick_xml::XmlVersion::Explicit1_0;
        let value = attribute.normalized_value(version).expect("values are escaped");
        (attribute.key.as_ref().to_owned(), value.into_owned())
    });
    Node {
        name: tag.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Node::default()
    }
}
