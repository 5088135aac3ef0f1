//! A small tree of XML elements, with namespaces resolved and limits kept.
//!
//! Knows which namespaces Office Open XML uses (transitional and strict), nothing of their
//! meaning. Document type definitions are refused, so no entity can grow.

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::error::{Excess, LintError};

/// The deepest nesting that is read; Word itself stops far below.
const MAX_DEPTH: usize = 200;
/// The most elements of one part.
const MAX_ELEMENTS: usize = 800_000;

/// The namespaces that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// No namespace.
    None,
    /// WordprocessingML.
    Word,
    /// References to relations.
    Relation,
    /// The relations part itself.
    Relations,
    /// DrawingML.
    Drawing,
    /// Drawings in Word.
    WordDrawing,
    /// Shapes in Word.
    WordShape,
    /// Vector Markup Language, the older drawings.
    Vml,
    /// Markup compatibility.
    Compatibility,
    /// Anything else.
    Other,
}

/// An element with what stands in it.
#[derive(Debug)]
pub(crate) struct Element {
    space: Space,
    name: String,
    attributes: Vec<(Space, String, String)>,
    nodes: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Whether the element has this name.
    pub(crate) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }

    /// The name, when it is WordprocessingML.
    pub(crate) fn word_name(&self) -> Option<&str> {
        (self.space == Space::Word).then_some(self.name.as_str())
    }

    /// The child elements in order.
    pub(crate) fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child of WordprocessingML with this name.
    pub(crate) fn word(&self, name: &str) -> Option<&Self> {
        self.child(Space::Word, name)
    }

    /// The first child with this name.
    pub(crate) fn child(&self, space: Space, name: &str) -> Option<&Self> {
        self.children().find(|child| child.is(space, name))
    }

    /// The children of WordprocessingML with this name.
    pub(crate) fn words<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children().filter(move |child| child.is(Space::Word, name))
    }

    /// The element itself and everything in it, in order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        let mut at = 0;
        while let Some(element) = found.get(at).copied() {
            found.extend(element.children());
            at += 1;
        }
        found
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, space: Space, name: &str) -> Option<&str> {
        let mut found = self.attributes.iter();
        found.find(|(s, n, _)| *s == space && n == name).map(|(_, _, value)| value.as_str())
    }

    /// The value of an attribute of WordprocessingML.
    pub(crate) fn word_attribute(&self, name: &str) -> Option<&str> {
        self.attribute(Space::Word, name)
    }

    /// The `w:val` of the element.
    pub(crate) fn val(&self) -> Option<&str> {
        self.word_attribute("val")
    }

    /// The text directly in the element.
    pub(crate) fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }
}

/// Reads a part.
pub(crate) fn parse(part: &str, bytes: &[u8]) -> Result<Element, LintError> {
    let text = decode(bytes).ok_or_else(|| broken(part, 0, "not UTF-8 or UTF-16"))?;
    let mut tree = Tree { part, open: Vec::new(), root: None, elements: 0 };
    let mut reader = NsReader::from_str(&text);
    loop {
        let offset = reader.buffer_position();
        let (space, event) = match reader.read_resolved_event() {
            Ok((space, event)) => (space_of(&space), event.into_owned()),
            Err(error) => return Err(broken(part, offset, error)),
        };
        match event {
            Event::Start(start) => tree.open(element(part, &reader, space, &start, offset)?)?,
            Event::Empty(start) => {
                tree.open(element(part, &reader, space, &start, offset)?)?;
                tree.close();
            }
            Event::End(_) => tree.close(),
            Event::Text(text) => tree.text(&text.xml10_content()),
            Event::CData(text) => tree.text(&text.xml10_content()),
            Event::GeneralRef(reference) => tree.text(&character(part, offset, &reference)?),
            Event::DocType(_) => return Err(broken(part, offset, "a document type definition")),
            Event::Eof => return tree.finish(offset),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// The text of a part; UTF-8 with or without a mark, or UTF-16 with one.
fn decode(bytes: &[u8]) -> Option<String> {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<u16>>()).ok()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    }
}

fn broken(part: &str, offset: u64, reason: impl std::fmt::Display) -> LintError {
    LintError::BrokenXml { part: part.to_owned(), offset, reason: reason.to_string() }
}

fn element(
    part: &str,
    reader: &NsReader<&[u8]>,
    space: Space,
    start: &BytesStart<'_>,
    offset: u64,
) -> Result<Element, LintError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| broken(part, offset, error))?;
        if attribute.key.as_namespace_binding().is_none() {
            attributes.push(value(part, reader, &attribute, offset)?);
        }
    }
    let name = start.local_name().as_ref().to_owned();
    Ok(Element { space, name, attributes, nodes: Vec::new() })
}

fn value(
    part: &str,
    reader: &NsReader<&[u8]>,
    attribute: &Attribute<'_>,
    offset: u64,
) -> Result<(Space, String, String), LintError> {
    let (space, name) = reader.resolver().resolve_attribute(attribute.key);
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    let value = value.map_err(|error| broken(part, offset, error))?;
    Ok((space_of(&space), name.as_ref().to_owned(), value.into_owned()))
}

/// The character that a reference stands for: `&amp;`, `&#7879;`.
fn character(part: &str, offset: u64, reference: &BytesRef<'_>) -> Result<String, LintError> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => return Ok(character.to_string()),
        Ok(None) => {}
        Err(error) => return Err(broken(part, offset, error)),
    }
    let name = reference.xml10_content();
    let text = match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        other => return Err(broken(part, offset, format!("unknown entity {other}"))),
    };
    Ok(text.to_owned())
}

fn space_of(space: &ResolveResult<'_>) -> Space {
    const MAIN: [&str; 2] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let ResolveResult::Bound(namespace) = space else { return Space::None };
    match namespace.as_ref() {
        name if MAIN.contains(&name) => Space::Word,
        OFFICE | "http://purl.oclc.org/ooxml/officeDocument/relationships" => Space::Relation,
        "http://schemas.openxmlformats.org/package/2006/relationships" => Space::Relations,
        "http://schemas.openxmlformats.org/drawingml/2006/main"
        | "http://purl.oclc.org/ooxml/drawingml/main" => Space::Drawing,
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Space::WordDrawing,
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape" => Space::WordShape,
        "urn:schemas-microsoft-com:vml" => Space::Vml,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
        _ => Space::Other,
    }
}

/// The tree while it grows.
struct Tree<'a> {
    part: &'a str,
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
}

impl Tree<'_> {
    fn open(&mut self, element: Element) -> Result<(), LintError> {
        self.elements += 1;
        let limits = [
            (Excess::Depth, self.open.len(), MAX_DEPTH),
            (Excess::Elements, self.elements, MAX_ELEMENTS),
        ];
        for (what, size, limit) in limits {
            if size >= limit {
                return Err(LintError::TooLarge { what, limit: limit as u64 });
            }
        }
        self.open.push(element);
        Ok(())
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.nodes.push(Node::Element(closed)),
            None => self.root = self.root.take().or(Some(closed)),
        }
    }

    fn text(&mut self, text: &str) {
        let Some(parent) = self.open.last_mut() else { return };
        match parent.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => parent.nodes.push(Node::Text(text.to_owned())),
        }
    }

    fn finish(self, offset: u64) -> Result<Element, LintError> {
        if !self.open.is_empty() {
            return Err(broken(self.part, offset, "the text ends within an element"));
        }
        self.root.ok_or_else(|| broken(self.part, offset, "no element"))
    }
}
