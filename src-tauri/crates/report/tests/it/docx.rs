//! DOCX: the package, its text, sections, tables, drawings and attachments.

mod files;
mod opened;
mod papers;
mod shapes;
mod tables;

use std::collections::BTreeSet;

use bc138_report::{
    Block, Document, Form, Meta, Paper, Paragraph, Section, SizeSet, Span, Style, write_docx,
};
use opened::{Node, Opened, words};
use papers::everything as report;

use crate::sample::{awkward, briefing, illustrated};

/// Every sample.
fn samples() -> Vec<Document> {
    vec![Document::default(), briefing(), illustrated(), awkward(), report()]
}

#[test]
fn every_part_is_well_formed_and_named() {
    for document in samples() {
        let opened = Opened::of(&document);
        let types = opened.tree("[Content_Types].xml");
        let overrides: BTreeSet<&str> =
            types.all("Override").iter().map(|it| it.value("PartName")).collect();
        for name in opened.parts.keys().filter(|name| name.ends_with("xml")) {
            let _root = opened.tree(name);
            let known = overrides.contains(format!("/{name}").as_str());
            let by_extension = name.starts_with("customXml/item") && !name.contains("Props");
            assert!(known || by_extension || name == "[Content_Types].xml", "{name} has a type");
        }
        for name in overrides {
            assert!(opened.parts.contains_key(name.trim_start_matches('/')), "{name} is there");
        }
    }
}

#[test]
fn every_relation_leads_to_a_part_and_every_use_has_its_relation() {
    for document in samples() {
        let opened = Opened::of(&document);
        let relations = opened.tree("word/_rels/document.xml.rels");
        let mut ids = BTreeSet::new();
        for relation in relations.all("Relationship") {
            let target = relation.value("Target");
            let part = match target.strip_prefix("../") {
                Some(outside) => outside.to_owned(),
                None => format!("word/{target}"),
            };
            assert!(opened.parts.contains_key(&part), "{part}");
            assert!(ids.insert(relation.value("Id").to_owned()), "ids are unique");
        }
        let body = opened.document();
        for node in descendants(&body) {
            for name in ["r:id", "r:embed"] {
                assert!(node.get(name).is_none_or(|id| ids.contains(id)), "{}", node.name);
            }
        }
    }
}

#[test]
fn every_style_that_is_used_is_defined_once() {
    for document in samples() {
        let opened = Opened::of(&document);
        let styles = opened.tree("word/styles.xml");
        let ids: Vec<&str> =
            styles.all("w:style").iter().map(|style| style.value("w:styleId")).collect();
        let defined: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(defined.len(), ids.len(), "ids are unique");
        for name in ["w:pStyle", "w:tblStyle", "w:basedOn"] {
            let body = opened.document();
            let used = body.everywhere(name).into_iter().chain(styles.everywhere(name));
            for style in used {
                assert!(defined.contains(style.value("w:val")), "{}", style.value("w:val"));
            }
        }
    }
}

#[test]
fn the_words_are_those_of_the_text_in_order() {
    for document in samples() {
        assert_eq!(Opened::of(&document).words(), words(&document.plain_text()));
    }
}

#[test]
fn paragraphs_keep_their_forced_breaks_and_endless_words() {
    let mut text = "Đồng chí ".to_owned() + &"ẦÉ".repeat(10_000);
    text.push_str("\nDòng hai\n\nDòng bốn");
    let document = body(vec![Paragraph::plain(Style::Body, text.clone()).into()]);
    assert_eq!(Opened::of(&document).lines(), [text]);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for make in [illustrated, report] {
        let write = || write_docx(&make()).expect("the document can be written");
        assert!(write() == write(), "no clock, counter or hash order shows");
    }
}

#[test]
fn every_section_has_its_paper_and_its_page_numbers() {
    let opened = Opened::of(&report());
    let body = opened.document();
    let sections = body.all("w:sectPr");
    let shown: Vec<_> = sections
        .iter()
        .map(|section| {
            let size = section.first("w:pgSz").expect("a section has a paper");
            let number = section.first("w:pgNumType").expect("pages are counted");
            assert_eq!(number.value("w:start"), "1", "each section is counted on its own");
            assert!(section.first("w:titlePg").is_some(), "no number on the first page");
            (size.value("w:w"), size.value("w:h"), size.get("w:orient"))
        })
        .collect();
    let lying = Some("landscape");
    // Twips of 210, 297 and 420 mm.
    let expected = [
        ("11906", "16838", None),
        ("16838", "11906", lying),
        ("23811", "16838", lying),
        ("16838", "11906", lying),
    ];
    assert_eq!(shown, expected);
    let headers: Vec<bool> =
        sections.iter().map(|section| shows_number(&opened, section)).collect();
    assert_eq!(headers, [true, true, true, false], "the certificates have no page numbers");
}

/// Tells whether the pages after the first carry the PAGE field.
fn shows_number(opened: &Opened, section: &Node) -> bool {
    let headers = section.all("w:headerReference");
    let part = |kind: &str| {
        let header = headers.iter().find(|it| it.value("w:type") == kind).expect("it has a header");
        let relations = opened.tree("word/_rels/document.xml.rels");
        let relation = relations.all("Relationship").into_iter();
        let mut target = relation.filter(|it| it.value("Id") == header.value("r:id"));
        let target = target.next().expect("the header exists").value("Target").to_owned();
        opened.text(&format!("word/{target}")).to_owned()
    };
    assert!(!part("first").contains(" PAGE "), "never on the first page");
    part("default").contains(" PAGE ")
}

#[test]
fn the_page_follows_the_decree() {
    let opened = Opened::of(&briefing());
    let body = opened.text("word/document.xml");
    assert!(body.contains(r#"w:top="1134" w:right="1134" w:bottom="1134" w:left="1701""#));
    let styles = opened.text("word/styles.xml");
    assert!(styles.contains(r#"w:ascii="Times New Roman""#));
    assert!(styles.contains(r#"<w:ind w:left="0" w:firstLine="720"/><w:jc w:val="both"/>"#));
}

#[test]
fn the_sizes_of_a_set_move_together() {
    let size = |sizes: SizeSet, style: &str| {
        let opened = Opened::of(&Document { sizes, ..briefing() });
        let styles = opened.tree("word/styles.xml");
        let all = styles.all("w:style").into_iter();
        let mut found = all.filter(|it| it.value("w:styleId") == style);
        let style = found.next().expect("the style exists");
        style.first("w:sz").expect("it has a size").value("w:val").to_owned()
    };
    for style in ["Motto", "PlaceDate", "BodyText", "Kind"] {
        assert_eq!(size(SizeSet::Large, style), "28", "{style}: 14 points");
        assert_eq!(size(SizeSet::Small, style), "26", "{style}: 13 points");
    }
    assert_eq!((size(SizeSet::Large, "Nation"), size(SizeSet::Small, "Nation")), s("26", "24"));
    assert_eq!((size(SizeSet::Large, "Number"), size(SizeSet::Small, "Number")), s("26", "26"));
}

fn s(large: &str, small: &str) -> (String, String) {
    (large.to_owned(), small.to_owned())
}

#[test]
fn headings_make_an_outline() {
    let opened = Opened::of(&report());
    let styles = opened.tree("word/styles.xml");
    let level = |id: &str| {
        let all = styles.all("w:style").into_iter();
        let mut found = all.filter(|style| style.value("w:styleId") == id);
        let level = found.next().and_then(|style| style.first("w:outlineLvl"));
        level.map(|level| level.value("w:val").to_owned())
    };
    let levels = ["Heading1", "Heading2", "Heading3", "AnnexTitle", "BodyText"].map(level);
    assert_eq!(levels.map(Option::unwrap_or_default), ["0", "1", "2", "0", ""]);
}

#[test]
fn a_page_break_belongs_to_what_follows_it() {
    let text = |text: &str| Block::from(Paragraph::plain(Style::Body, text));
    let breaks = |blocks: Vec<Block>| {
        let body = Opened::of(&body(blocks)).document();
        let paragraphs = body.all("w:p").into_iter();
        let breaking = paragraphs.filter(|it| it.first("w:pageBreakBefore").is_some());
        breaking.map(Node::shown).collect::<Vec<_>>()
    };
    let stop = || Block::PageBreak;
    assert_eq!(breaks(vec![text("a"), stop(), text("b")]), ["b"]);
    assert_eq!(breaks(vec![stop(), text("a"), stop(), stop(), text("b"), stop()]), ["b"]);
    let table = || Block::from(papers::head_table());
    assert_eq!(breaks(vec![text("a"), stop(), table()]), [""], "a paragraph before the table");
    let forms = vec![Form::default().into(), Form::default().into(), text("b")];
    assert_eq!(breaks(forms), ["", "b"], "every form has a page of its own");
}

#[test]
fn a_byline_keeps_what_stands_above_it() {
    let blocks = [(Style::Body, "Nội dung"), (Style::Byline, "Người ký")];
    let blocks = blocks.map(|(style, text)| Paragraph::plain(style, text).into());
    let body = Opened::of(&body(blocks.to_vec())).document();
    let kept: Vec<bool> =
        body.all("w:p").iter().map(|it| it.first("w:keepNext").is_some()).collect();
    assert_eq!(kept, [true, false]);
}

#[test]
fn neighbouring_spans_of_one_look_are_one_run() {
    let spans = vec![
        Span::plain("có "),
        Span::figure("32", "a"),
        Span::plain(" cuộc, "),
        Span::bold("09"),
        Span::plain(" tổ"),
    ];
    let body = Opened::of(&body(vec![Paragraph::new(Style::Body, spans).into()])).document();
    let runs: Vec<String> = body.all("w:r").into_iter().map(Node::shown).collect();
    assert_eq!(runs, ["có 32 cuộc, ", "09", " tổ"]);
}

#[test]
fn markup_and_control_characters_in_the_text_stay_harmless() {
    let mut document =
        body(vec![Paragraph::plain(Style::Body, "1 < 2 & \"3\" \u{1}\u{B}'x'").into()]);
    document.meta.title = "A & B <C>\u{0}".into();
    let opened = Opened::of(&document);
    assert_eq!(opened.lines(), ["1 < 2 & \"3\" 'x'"]);
    let core = opened.tree("docProps/core.xml");
    assert_eq!(core.first("dc:title").map(|title| title.text.as_str()), Some("A & B <C>"));
}

#[test]
fn properties_come_from_the_document() {
    let opened = Opened::of(&briefing());
    let core = opened.text("docProps/core.xml");
    assert!(core.contains("2026-11-19T17:00:00Z"), "midnight in Vietnam: {core}");
    assert!(core.contains("<dc:creator>Ban Chỉ đạo 138 tỉnh Ví Dụ</dc:creator>"));
    let empty = Opened::of(&Document::default());
    assert!(!empty.text("docProps/core.xml").contains("created"), "never the clock");
}

/// A document of one section.
fn body(blocks: Vec<Block>) -> Document {
    let section = Section { paper: Paper::A4, numbered: true, blocks };
    Document { meta: Meta::default(), sections: vec![section], ..Document::default() }
}

/// Every element below one.
fn descendants(node: &Node) -> Vec<&Node> {
    node.children
        .iter()
        .flat_map(|child| std::iter::once(child).chain(descendants(child)))
        .collect()
}
