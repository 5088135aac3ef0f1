//! `word/styles.xml`: the style sheet as Word styles.
//!
//! Direct formatting is kept to bold and italic of single spans; everything else is a style, so a
//! clerk can restyle the file in one place.

use std::fmt::Write as _;

use crate::document::Style;
use crate::stylesheet::{Align, StyleRule, StyleSheet};

/// Twentieths of a point in one millimetre.
const TWIPS_PER_MM: f32 = 1440.0 / 25.4;

/// Returns the id of a style and the name shown in Word. Names of built-in styles are fixed by
/// Word, the others are Vietnamese.
pub(super) fn identity(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::Organisation => ("Organisation", "Tên cơ quan"),
        Style::Title => ("Title", "Title"),
        Style::Subtitle => ("Subtitle", "Subtitle"),
        Style::Lead => ("Lead", "Đoạn mở đầu"),
        Style::Body => ("BodyText", "Body Text"),
        Style::Heading => ("Heading1", "heading 1"),
        Style::Item => ("ListParagraph", "List Paragraph"),
        Style::Caption => ("Caption", "caption"),
        Style::Byline => ("Signature", "Signature"),
        Style::Note => ("Note", "Ghi chú"),
        Style::Nation => ("Nation", "Quốc hiệu"),
        Style::Motto => ("Motto", "Tiêu ngữ"),
        Style::ParentAgency => ("ParentAgency", "Cơ quan chủ quản"),
        Style::Agency => ("Agency", "Cơ quan ban hành"),
        Style::Number => ("Number", "Số, ký hiệu"),
        Style::LetterSubject => ("LetterSubject", "Trích yếu công văn"),
        Style::PlaceDate => ("PlaceDate", "Địa danh, ngày tháng"),
        Style::Kind => ("Kind", "Tên loại văn bản"),
        Style::Subject => ("Subject", "Trích yếu"),
        Style::Addressee => ("Addressee", "Kính gửi"),
        Style::Ground => ("Ground", "Căn cứ"),
        Style::Part => ("Heading2", "heading 2"),
        Style::Clause => ("Heading3", "heading 3"),
        Style::Point => ("Heading4", "heading 4"),
        Style::SignerRole => ("SignerRole", "Chức vụ người ký"),
        Style::SignerName => ("SignerName", "Họ tên người ký"),
        Style::RecipientsHead => ("RecipientsHead", "Nơi nhận"),
        Style::Recipient => ("Recipient", "Dòng nơi nhận"),
        Style::AnnexNumber => ("AnnexNumber", "Số phụ lục"),
        Style::AnnexTitle => ("AnnexTitle", "Tên phụ lục"),
        Style::AnnexReference => ("AnnexReference", "Kèm theo"),
        Style::TableHead => ("TableHead", "Đầu bảng"),
        Style::TableCell => ("TableCell", "Ô bảng"),
        Style::TableNote => ("TableNote", "Ghi chú bảng"),
        Style::Display => ("Display", "Số lớn"),
    }
}

/// Converts millimetres to whole twips.
#[expect(clippy::cast_possible_truncation, reason = "paper sizes are small")]
pub(super) fn twips(millimetres: f32) -> i32 {
    (millimetres * TWIPS_PER_MM).round() as i32
}

/// Writes the part.
pub(super) fn write(sheet: &StyleSheet) -> String {
    let mut xml = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
        r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" "#,
        r#"w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>"#,
        r#"<w:sz w:val="28"/><w:szCs w:val="28"/>"#,
        r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
        r#"<w:pPrDefault/></w:docDefaults>"#,
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal">"#,
        r#"<w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    ));
    for style in Style::ALL {
        push_style(&mut xml, style, &sheet.rule(style));
    }
    push_header(&mut xml, sheet);
    xml.push_str("</w:styles>");
    xml
}

/// Writes one paragraph style. The order of the elements is fixed by the schema.
fn push_style(xml: &mut String, style: Style, rule: &StyleRule) {
    let (id, name) = identity(style);
    let custom = if name.is_ascii() { "" } else { r#" w:customStyle="1""# };
    let _ = write!(
        xml,
        r#"<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{name}"/>"#
    );
    let _ = write!(xml, r#"<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>"#);
    if rule.keep_with_next {
        xml.push_str("<w:keepNext/>");
    }
    xml.push_str("<w:widowControl/>");
    push_spacing(xml, rule);
    if rule.first_indent_mm > 0.0 {
        let _ = write!(xml, r#"<w:ind w:firstLine="{}"/>"#, twips(rule.first_indent_mm));
    }
    let _ = write!(xml, r#"<w:jc w:val="{}"/>"#, justification(rule.align));
    if style == Style::Heading {
        xml.push_str(r#"<w:outlineLvl w:val="0"/>"#);
    }
    xml.push_str("</w:pPr>");
    push_look(xml, rule.size_pt, rule.bold, rule.italic);
    xml.push_str("</w:style>");
}

/// Writes the space above and below and the line pitch, at least as on the printed page.
fn push_spacing(xml: &mut String, rule: &StyleRule) {
    let _ = write!(
        xml,
        r#"<w:spacing w:before="{:.0}" w:after="{:.0}" w:line="{:.0}" w:lineRule="atLeast"/>"#,
        rule.before_pt * 20.0,
        rule.after_pt * 20.0,
        rule.size_pt * rule.line_height * 20.0
    );
}

/// Writes the run properties of a style.
fn push_look(xml: &mut String, size_pt: f32, bold: bool, italic: bool) {
    xml.push_str("<w:rPr>");
    if bold {
        xml.push_str("<w:b/><w:bCs/>");
    }
    if italic {
        xml.push_str("<w:i/><w:iCs/>");
    }
    let half_points = size_pt * 2.0;
    let _ = write!(
        xml,
        r#"<w:sz w:val="{half_points:.0}"/><w:szCs w:val="{half_points:.0}"/></w:rPr>"#
    );
}

/// Writes the style of the page number.
fn push_header(xml: &mut String, sheet: &StyleSheet) {
    xml.push_str(concat!(
        r#"<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>"#,
        r#"<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr>"#,
    ));
    push_look(xml, sheet.page.page_number_pt, false, false);
    xml.push_str("</w:style>");
}

/// Returns Word's value for an alignment.
fn justification(align: Align) -> &'static str {
    match align {
        Align::Justify => "both",
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}
