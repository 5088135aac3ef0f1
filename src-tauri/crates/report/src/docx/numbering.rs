//! `word/numbering.xml`: the dash before items as automatic numbering.
//!
//! Pressing Enter after an item then gives the next dash, and the dash is never edited by mistake.
//! The number format is “none” with the dash as its text, not a bullet: readers that print lists as
//! plain text would put their own bullet instead.

use std::fmt::Write as _;

use super::names::identity;
use super::package::DECLARATION;
use super::units::twips_of_mm;
use crate::document::Style;
use crate::stylesheet::StyleSheet;

/// Returns the number of the list a style belongs to, from 1.
pub(super) fn list_of(style: Style, sheet: &StyleSheet) -> Option<usize> {
    lists(sheet).position(|listed| listed == style).map(|index| index + 1)
}

/// Visits the styles that begin with a text of their own.
fn lists(sheet: &StyleSheet) -> impl Iterator<Item = Style> {
    Style::ALL.into_iter().filter(|&style| !sheet.rule(style).lead_in.is_empty())
}

/// Writes the part.
pub(super) fn write(sheet: &StyleSheet) -> String {
    let mut xml = format!(
        r#"{DECLARATION}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#
    );
    // Definitions come before their uses (ECMA-376, Part 1, 17.9.17).
    for (index, style) in lists(sheet).enumerate() {
        push_definition(&mut xml, index, style, sheet);
    }
    for (index, _) in lists(sheet).enumerate() {
        let number = index + 1;
        let _ =
            write!(xml, r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{index}"/></w:num>"#);
    }
    xml.push_str("</w:numbering>");
    xml
}

/// Writes how the items of a style are marked.
fn push_definition(xml: &mut String, index: usize, style: Style, sheet: &StyleSheet) {
    let rule = sheet.rule(style);
    let (id, _) = identity(style);
    let gap = if rule.lead_in.ends_with(' ') { "space" } else { "nothing" };
    let _ = write!(
        xml,
        concat!(
            r#"<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="singleLevel"/>"#,
            r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/>"#,
            r#"<w:pStyle w:val="{id}"/><w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/>"#,
            r#"<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>"#,
            r#"</w:lvl></w:abstractNum>"#,
        ),
        index = index,
        id = id,
        gap = gap,
        text = rule.lead_in.trim_end(),
        indent = twips_of_mm(rule.first_indent_mm),
    );
}
