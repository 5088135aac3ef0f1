//! What the roles of paragraphs are called inside the file and in Word's list of styles.

use super::units::half_points;
use crate::document::Style;
use crate::stylesheet::{StyleRule, StyleSheet};

/// The paragraph style of a role, as it is or as the cells of a table need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    /// The role.
    pub style: Style,
    /// Size in half points, when it is not that of the role.
    pub size: Option<i32>,
    /// Bold throughout where the role is not: group and total rows.
    pub strong: bool,
}

impl Look {
    /// The look of a paragraph in the flow.
    pub(super) const fn plain(style: Style) -> Self {
        Self { style, size: None, strong: false }
    }

    /// The look of a role that is set by another rule than its own.
    pub(super) fn of(style: Style, set: &StyleRule, sheet: &StyleSheet) -> Self {
        let own = sheet.rule(style);
        let size = half_points(set.size_pt);
        Self {
            style,
            size: (size != half_points(own.size_pt)).then_some(size),
            strong: set.bold && !own.bold,
        }
    }

    /// Returns the rule of the look.
    #[expect(clippy::cast_precision_loss, reason = "sizes of type are small")]
    pub(super) fn rule(self, sheet: &StyleSheet) -> StyleRule {
        let own = sheet.rule(self.style);
        let size_pt = self.size.map_or(own.size_pt, |size| size as f32 / 2.0);
        StyleRule { size_pt, bold: own.bold || self.strong, ..own }
    }

    /// Tells whether the look is a style of its own beside that of its role.
    pub(super) fn is_derived(self) -> bool {
        self != Self::plain(self.style)
    }

    /// Returns the id used in the file.
    pub(super) fn id(self) -> String {
        let (id, _) = identity(self.style);
        let strong = if self.strong { "Strong" } else { "" };
        let size = self.size.map(|size| size.to_string()).unwrap_or_default();
        format!("{id}{strong}{size}")
    }

    /// Returns the name shown in Word.
    pub(super) fn name(self) -> String {
        let (_, name) = identity(self.style);
        let strong = if self.strong { ", đậm" } else { "" };
        let size = self.size.map(|size| match size % 2 {
            0 => format!(", cỡ {}", size / 2),
            _ => format!(", cỡ {},5", size / 2),
        });
        format!("{name}{strong}{}", size.unwrap_or_default())
    }
}

/// Returns the id of a role's style and the name shown in Word. Names of built-in styles are fixed
/// by Word, the others are Vietnamese.
pub(super) fn identity(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::Organisation => ("Organisation", "Tên cơ quan"),
        Style::Title => ("Title", "Title"),
        Style::Subtitle => ("Subtitle", "Subtitle"),
        Style::Lead => ("Lead", "Đoạn mở đầu"),
        Style::Body => ("BodyText", "Body Text"),
        Style::Heading => ("BriefingHeading", "Đề mục tin"),
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
        Style::AddresseeItem => ("AddresseeItem", "Dòng kính gửi"),
        Style::Ground => ("Ground", "Căn cứ"),
        Style::Part => ("Heading1", "heading 1"),
        Style::Clause => ("Heading2", "heading 2"),
        Style::Point => ("Heading3", "heading 3"),
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

/// Returns the level at which a role stands in the outline of the document, from 0.
pub(super) fn outline_level(style: Style) -> Option<u8> {
    match style {
        Style::Part | Style::Heading | Style::AnnexTitle => Some(0),
        Style::Clause => Some(1),
        Style::Point => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_looks_share_an_id_or_a_name() {
        let mut looks = Vec::new();
        for style in Style::ALL {
            for size in [None, Some(14), Some(21), Some(24)] {
                looks.extend([true, false].map(|strong| Look { style, size, strong }));
            }
        }
        let ids: BTreeSet<String> = looks.iter().map(|look| look.id()).collect();
        let names: BTreeSet<String> = looks.iter().map(|look| look.name().to_lowercase()).collect();
        assert_eq!((ids.len(), names.len()), (looks.len(), looks.len()));
    }

    #[test]
    fn a_rule_that_changes_nothing_needs_no_style() {
        let sheet = StyleSheet::default();
        for style in Style::ALL {
            let own = sheet.rule(style);
            assert!(!Look::of(style, &own, &sheet).is_derived(), "{style:?}");
            let small = StyleRule { size_pt: 10.5, bold: true, ..own };
            let look = Look::of(style, &small, &sheet);
            assert_eq!(look.rule(&sheet), small, "{style:?}");
        }
    }
}
