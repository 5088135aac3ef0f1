//! Drawings of a DOCX: rules below paragraphs, charts, pictures, forms.

use std::collections::BTreeSet;

use bc138_report::{Block, Document, Paragraph, ReportError, RuleBelow, Style, write_docx};

use super::opened::{Node, Opened};
use super::papers::{everything, figure, form};
use super::{body, descendants, samples};
use crate::sample::illustrated;

/// English metric units in a point.
const EMU: f32 = 12_700.0;

fn number(node: &Node, name: &str) -> f32 {
    node.value(name).parse().expect("a length is a number")
}

#[test]
fn ids_of_drawings_are_unique() {
    for document in samples() {
        let body = Opened::of(&document).document();
        let mut ids = BTreeSet::new();
        for node in descendants(&body) {
            if ["wp:docPr", "wps:cNvPr"].contains(&node.name.as_str()) {
                assert!(ids.insert(node.value("id").to_owned()), "{}", node.value("id"));
            }
        }
    }
}

/// Returns the length in points of the line under a paragraph, drawn twice: for Word as a shape,
/// for Word 2007 as VML.
fn rule_length(style: Style, text: &str, rule: RuleBelow) -> f32 {
    let paragraph = Paragraph::plain(style, text).ruled(rule);
    let body = Opened::of(&body(vec![paragraph.into()])).document();
    let shapes = body.everywhere("wps:wsp");
    assert_eq!((shapes.len(), body.everywhere("v:line").len()), (1, 1));
    let line = shapes[0].first("a:prstGeom").expect("it has a form");
    assert_eq!(line.value("prst"), "line", "a drawn line");
    assert!(body.everywhere("w:u").is_empty(), "never underlined");
    let place = body.first("wp:positionV").expect("it has a place");
    assert_eq!(place.value("relativeFrom"), "line", "it moves with the last line");
    number(body.first("wp:extent").expect("it has a length"), "cx") / EMU
}

#[test]
fn the_rule_is_as_long_as_the_text_or_a_part_of_it() {
    let motto = "Độc lập - Tự do - Hạnh phúc";
    let whole = rule_length(Style::Motto, motto, RuleBelow::AsText);
    let third = rule_length(Style::Motto, motto, RuleBelow::Third);
    let double = rule_length(Style::Motto, &motto.repeat(2), RuleBelow::AsText);
    assert!((double / whole - 2.0).abs() < 0.02, "{whole} {double}");
    assert!((1.0 / 3.0..=0.5).contains(&(third / whole)), "{third} of {whole}");
}

#[test]
fn a_blank_paragraph_has_no_rule() {
    let blank = Paragraph::plain(Style::Motto, " ").ruled(RuleBelow::AsText);
    let body = Opened::of(&body(vec![blank.into()])).document();
    assert!(body.everywhere("wps:wsp").is_empty());
}

#[test]
fn a_chart_is_a_group_with_every_label_and_a_description() {
    let figure = figure();
    let body = Opened::of(&body(vec![figure.clone().into()])).document();
    let group = body.first("wpg:wgp").expect("the chart is a group");
    // One invisible rectangle gives the group its size.
    assert_eq!(group.inside("wps:wsp").len(), figure.drawing.marks.len() + 1);
    let labels: Vec<String> = group.everywhere("w:t").into_iter().map(Node::shown).collect();
    assert_eq!(labels.len(), 9);
    for label in ["60 vụ", "110 vụ", "Năm 2023", "Năm 2026", "88 vụ"] {
        assert!(labels.iter().any(|shown| shown == label), "{label} in {labels:?}");
    }
    let properties = body.first("wp:docPr").expect("the chart has properties");
    assert_eq!(properties.value("descr"), figure.drawing.description);
    let fallback = body.first("mc:Fallback").expect("there is something for other programs");
    assert_eq!(fallback.shown(), figure.drawing.description);
    assert!(body.all("w:p")[0].first("w:keepNext").is_some(), "it stays with its caption");
}

#[test]
fn a_chart_wider_than_the_page_is_made_smaller_as_a_whole() {
    let mut figure = figure();
    figure.drawing.width *= 2.0;
    let body = Opened::of(&body(vec![figure.clone().into()])).document();
    let extent = body.first("wp:extent").expect("it has a size");
    let (width, height) = (number(extent, "cx"), number(extent, "cy"));
    let ratio = figure.drawing.width / figure.drawing.height;
    assert!((width / height - ratio).abs() < 0.01);
    // 160 mm between the margins of A4, to a thousandth of a millimetre.
    assert!((width - 160.0 * 36_000.0).abs() < 36.0, "exactly as wide as the text: {width}");
}

#[test]
fn a_picture_has_its_part_relation_and_description() {
    let opened = Opened::of(&illustrated());
    let body = opened.text("word/document.xml");
    assert!(body.contains(r#"r:embed="rIdImage1""#));
    assert!(body.contains(r#"descr="Quang cảnh hội nghị tại điểm cầu cấp tỉnh.""#));
    let relations = opened.text("word/_rels/document.xml.rels");
    assert!(relations.contains(r#"Target="media/image1.jpeg""#));
}

#[test]
fn texts_of_a_form_stand_at_their_places_as_large_as_they_fit() {
    let name = "Ban Chỉ đạo phòng, chống tội phạm xã ".to_owned() + &"Ví Dụ ".repeat(12);
    let asked = form(&name, false);
    let body = Opened::of(&body(vec![asked.clone().into()])).document();
    let frames = body.all("w:framePr");
    assert_eq!(frames.len(), asked.fields.len());
    for (frame, field) in frames.iter().zip(&asked.fields) {
        let twips = |millimetres: f32| millimetres * 1440.0 / 25.4;
        let (x, y) = (twips(field.left_mm + 2.0), twips(field.top_mm - 1.5));
        assert!((number(frame, "w:x") - x).abs() <= 1.0, "the shift of the form is in it");
        assert!((number(frame, "w:y") - y).abs() <= 1.0);
        assert_eq!((frame.value("w:vAnchor"), frame.value("w:hAnchor")), ("page", "page"));
    }
    let sizes: Vec<f32> = body.all("w:sz").iter().map(|size| number(size, "w:val") / 2.0).collect();
    assert_eq!(sizes[0], asked.fields[0].size_pt, "a short text keeps its size");
    assert!((8.0..asked.fields[1].size_pt).contains(&sizes[1]), "a long one gives way: {sizes:?}");
}

#[test]
fn the_test_sheet_shows_fields_and_rulers() {
    let sheet = |test| {
        let blocks: Vec<Block> = vec![form("Ví Dụ", test).into()];
        Opened::of(&body(blocks)).document().everywhere("wps:wsp").len()
    };
    assert_eq!(sheet(false), 0);
    assert!(sheet(true) > 100, "a mark every five millimetres and a figure every ten");
}

#[test]
fn a_text_that_fits_nowhere_is_named() {
    let forms: Vec<Block> =
        vec![form("Ví Dụ", false).into(), form(&"Nguyễn Văn ".repeat(200), false).into()];
    let found = write_docx(&body(forms));
    assert!(matches!(found, Err(ReportError::FieldTooLong { form: 2, field: 2, .. })), "{found:?}");
}

#[test]
fn nothing_is_drawn_with_characters() {
    let document: Document = everything();
    let text = Opened::of(&document).lines().join("\n");
    assert!(!text.contains("__") && !text.contains("--"), "lines are drawn");
}
