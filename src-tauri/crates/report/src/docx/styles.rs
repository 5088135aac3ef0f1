//! `word/styles.xml`: the style sheet as Word styles.
//!
//! Direct formatting is kept to what a style cannot know (bold words, the alignment of a column,
//! the size of a fitted name); everything else is a style, so a clerk can restyle the file in one
//! place.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::names::{Look, identity, outline_level};
use super::numbering::list_of;
use super::package::DECLARATION;
use super::units::{half_points, twips, twips_of_mm};
use crate::document::Style;
use crate::layout::{CAPTION_GAP_PT, PICTURE_GAP_PT};
use crate::stylesheet::{Align, StyleRule, StyleSheet};
use crate::table::SPACE_PT;

/// The style of the paragraph that holds a picture or a chart.
pub(super) const FIGURE: &str = "Figure";
/// The style of a paragraph that only carries a break or anchors frames: 1 point high.
pub(super) const SPACER: &str = "Spacer";
/// The style of the empty paragraph above and below a table.
pub(super) const GAP: &str = "TableGap";
/// The table style with every line drawn.
pub(super) const GRID_TABLE: &str = "GridTable";
/// The table style without lines.
pub(super) const PLAIN_TABLE: &str = "PlainTable";

/// Height of the paragraph that must be there and should not be seen.
const SPACER_PT: f32 = 1.0;

/// Writes the part: every role, and the looks that cells of this document need beside them.
pub(super) fn write(sheet: &StyleSheet, looks: &BTreeSet<Look>) -> String {
    let mut xml = format!(
        "{DECLARATION}{}",
        concat!(
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
            r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" "#,
            r#"w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>"#,
            // Pairs of letters are kerned at every size, as on the pages; Word's default is not to.
            r#"<w:kern w:val="2"/><w:sz w:val="28"/><w:szCs w:val="28"/>"#,
            r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
            r#"<w:pPrDefault/></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal">"#,
            r#"<w:name w:val="Normal"/><w:qFormat/></w:style>"#,
        )
    );
    for style in Style::ALL {
        push_style(&mut xml, style, sheet);
    }
    for look in looks {
        push_derived(&mut xml, *look, &look.rule(sheet));
    }
    push_fixed(&mut xml, sheet);
    push_tables(&mut xml);
    xml.push_str("</w:styles>");
    xml
}

/// Writes one paragraph style. The order of the elements is fixed by the schema.
fn push_style(xml: &mut String, style: Style, sheet: &StyleSheet) {
    let rule = sheet.rule(style);
    let (id, name) = identity(style);
    let custom = if name.is_ascii() { "" } else { r#" w:customStyle="1""# };
    let _ = write!(
        xml,
        r#"<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>"#
    );
    if outline_level(style).is_some() {
        let (body, _) = identity(Style::Body);
        let _ = write!(xml, r#"<w:next w:val="{body}"/>"#);
    }
    xml.push_str("<w:qFormat/><w:pPr>");
    if rule.keep_with_next {
        xml.push_str("<w:keepNext/><w:keepLines/>");
    }
    xml.push_str("<w:widowControl/>");
    if let Some(list) = list_of(style, sheet) {
        let _ = write!(xml, r#"<w:numPr><w:numId w:val="{list}"/></w:numPr>"#);
    }
    push_spacing(xml, &rule);
    let indent = twips_of_mm(rule.first_indent_mm);
    let _ = write!(xml, r#"<w:ind w:left="0" w:firstLine="{indent}"/>"#);
    let _ = write!(xml, r#"<w:jc w:val="{}"/>"#, justification(rule.align));
    if let Some(level) = outline_level(style) {
        let _ = write!(xml, r#"<w:outlineLvl w:val="{level}"/>"#);
    }
    xml.push_str("</w:pPr>");
    push_run_properties(xml, &rule);
    xml.push_str("</w:style>");
}

/// Writes the style of a role inside tables of another size, or in bold rows.
fn push_derived(xml: &mut String, look: Look, rule: &StyleRule) {
    let (id, name) = (look.id(), look.name());
    let (base, _) = identity(look.style);
    let _ = write!(
        xml,
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>"#
    );
    let _ = write!(xml, r#"<w:basedOn w:val="{base}"/><w:qFormat/><w:pPr>"#);
    push_spacing(xml, rule);
    xml.push_str("</w:pPr>");
    push_run_properties(xml, rule);
    xml.push_str("</w:style>");
}

/// Writes the space above and below and the line pitch, at least as on the printed page.
pub(super) fn push_spacing(xml: &mut String, rule: &StyleRule) {
    let _ = write!(
        xml,
        r#"<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="atLeast"/>"#,
        twips(rule.before_pt),
        twips(rule.after_pt),
        twips(rule.size_pt * rule.line_height)
    );
}

/// Writes the run properties of a style.
fn push_run_properties(xml: &mut String, rule: &StyleRule) {
    xml.push_str("<w:rPr>");
    if rule.bold {
        xml.push_str("<w:b/><w:bCs/>");
    }
    if rule.italic {
        xml.push_str("<w:i/><w:iCs/>");
    }
    let size = half_points(rule.size_pt);
    let _ = write!(xml, r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#);
}

/// Writes the styles of what is not a role: page number, pictures, spacers.
fn push_fixed(xml: &mut String, sheet: &StyleSheet) {
    let size = half_points(sheet.page.page_number_pt);
    let _ = write!(
        xml,
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>"#,
            r#"<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr>"#,
            r#"<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#,
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{figure}">"#,
            r#"<w:name w:val="Hình"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>"#,
            r#"<w:spacing w:before="{gap}" w:after="{caption}"/><w:jc w:val="center"/></w:pPr></w:style>"#,
        ),
        size = size,
        figure = FIGURE,
        gap = twips(PICTURE_GAP_PT),
        caption = twips(CAPTION_GAP_PT),
    );
    push_empty(xml, SPACER, "Dòng ngăn cách", SPACER_PT);
    push_empty(xml, GAP, "Khoảng cách bảng", SPACE_PT);
}

/// Writes the style of an empty paragraph of an exact height.
fn push_empty(xml: &mut String, id: &str, name: &str, height_pt: f32) {
    let _ = write!(
        xml,
        concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}">"#,
            r#"<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>"#,
            r#"<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr>"#,
            r#"<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>"#,
        ),
        id = id,
        name = name,
        height = twips(height_pt),
    );
}

/// Writes the two table styles. Lines are half a point.
fn push_tables(xml: &mut String) {
    let line =
        |side: &str| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#);
    let lines: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).concat();
    let _ = write!(
        xml,
        concat!(
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal">"#,
            r#"<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>"#,
            r#"<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>"#,
            r#"<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>"#,
            r#"</w:tblPr></w:style>"#,
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{plain}">"#,
            r#"<w:name w:val="Bảng không kẻ"/><w:basedOn w:val="TableNormal"/></w:style>"#,
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{grid}">"#,
            r#"<w:name w:val="Bảng kẻ ô"/><w:basedOn w:val="TableNormal"/>"#,
            r#"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"#,
        ),
        plain = PLAIN_TABLE,
        grid = GRID_TABLE,
        lines = lines,
    );
}

/// Returns Word's value for an alignment.
pub(super) fn justification(align: Align) -> &'static str {
    match align {
        Align::Justify => "both",
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}
