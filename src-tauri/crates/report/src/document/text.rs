//! Paragraphs: one role, many spans.

/// Text printed where a value is still missing (a dotted gap to be filled in by hand).
pub const GAP_TEXT: &str = "……";

/// A paragraph: one style, many spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The role, which decides size, alignment and spacing.
    pub style: Style,
    /// The text in reading order; spans join without any separator.
    pub spans: Vec<Span>,
    /// A drawn line under the paragraph.
    pub rule: Option<RuleBelow>,
    /// Opaque number by which the application knows the paragraph; reaches the SVG as
    /// `data-paragraph`, never a file.
    pub place: Option<usize>,
    /// Opaque name of the template that said it; reaches no output.
    pub template: Option<String>,
}

/// How long the line under a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleBelow {
    /// As long as the text (under the Tiêu ngữ).
    AsText,
    /// Between a third and a half of the text (under the issuing body and the trích yếu).
    Third,
}

/// The role of a paragraph. Roles of an official document follow NĐ 30/2020/NĐ-CP, Phụ lục I.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Name of the issuing body above the title of a briefing: centred.
    Organisation,
    /// Title: centred, bold.
    Title,
    /// Line under the title: centred, italic.
    Subtitle,
    /// Opening paragraph: body set in bold.
    Lead,
    /// Running text, justified.
    Body,
    /// Section heading: bold, kept with the next block.
    Heading,
    /// Item of a list: body with "- " set before it by the writers (not part of the spans).
    Item,
    /// Caption of a picture: centred, italic, small.
    Caption,
    /// Author or signature line: right aligned, bold.
    Byline,
    /// Small print.
    Note,
    /// Quốc hiệu: capitals, bold, centred.
    Nation,
    /// Tiêu ngữ: bold, centred.
    Motto,
    /// Cơ quan chủ quản: capitals, centred.
    ParentAgency,
    /// Cơ quan ban hành: capitals, bold, centred.
    Agency,
    /// Số, ký hiệu: centred, 13 pt.
    Number,
    /// Trích yếu of an official letter (“V/v …”): centred, small.
    LetterSubject,
    /// Địa danh, ngày tháng năm: centred, italic.
    PlaceDate,
    /// Tên loại văn bản: capitals, bold, centred.
    Kind,
    /// Trích yếu nội dung under the kind: bold, centred.
    Subject,
    /// Kính gửi with one addressee: centred.
    Addressee,
    /// Kính gửi with several: the words, and an addressee a line, flush left in their columns.
    AddresseeItem,
    /// Căn cứ: italic, justified.
    Ground,
    /// Phần, mục La Mã with its title: bold.
    Part,
    /// Khoản with a title (`1. …`): bold.
    Clause,
    /// Điểm with a title (`a) …`): bold italic is never used; upright, kept with the next block.
    Point,
    /// Quyền hạn, chức vụ of the signer: capitals, bold, centred.
    SignerRole,
    /// Họ tên of the signer: bold, centred, with room above it for the signature.
    SignerName,
    /// “Nơi nhận:”: bold italic, 12 pt.
    RecipientsHead,
    /// A line of Nơi nhận: 11 pt.
    Recipient,
    /// “Phụ lục I”: bold, centred.
    AnnexNumber,
    /// Tên phụ lục: capitals, bold, centred.
    AnnexTitle,
    /// “(Kèm theo …)”: italic, centred.
    AnnexReference,
    /// Heading cell of a table: bold, centred.
    TableHead,
    /// Cell of a table; its column decides the placement.
    TableCell,
    /// Note under a table.
    TableNote,
    /// A number or a word set very large (leader's sheet).
    Display,
}

impl Style {
    /// Every style, in the order of declaration.
    pub const ALL: [Self; 36] = [
        Self::Organisation,
        Self::Title,
        Self::Subtitle,
        Self::Lead,
        Self::Body,
        Self::Heading,
        Self::Item,
        Self::Caption,
        Self::Byline,
        Self::Note,
        Self::Nation,
        Self::Motto,
        Self::ParentAgency,
        Self::Agency,
        Self::Number,
        Self::LetterSubject,
        Self::PlaceDate,
        Self::Kind,
        Self::Subject,
        Self::Addressee,
        Self::AddresseeItem,
        Self::Ground,
        Self::Part,
        Self::Clause,
        Self::Point,
        Self::SignerRole,
        Self::SignerName,
        Self::RecipientsHead,
        Self::Recipient,
        Self::AnnexNumber,
        Self::AnnexTitle,
        Self::AnnexReference,
        Self::TableHead,
        Self::TableCell,
        Self::TableNote,
        Self::Display,
    ];
}

/// A run of text with one look and one origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text. Ignored when [`Span::gap`] is set.
    pub text: String,
    /// Bold in addition to the style of the paragraph.
    pub bold: bool,
    /// Italic in addition to the style of the paragraph.
    pub italic: bool,
    /// Opaque id of where a figure comes from; reaches the SVG as `data-source`, never the PDF.
    pub source: Option<String>,
    /// A value still missing: printed as [`GAP_TEXT`].
    pub gap: bool,
}

impl Paragraph {
    /// Makes a paragraph.
    #[must_use]
    pub fn new(style: Style, spans: Vec<Span>) -> Self {
        Self { style, spans, rule: None, place: None, template: None }
    }

    /// Makes a paragraph of one plain span.
    #[must_use]
    pub fn plain(style: Style, text: impl Into<String>) -> Self {
        Self::new(style, vec![Span::plain(text)])
    }

    /// Returns the paragraph with a line drawn under it.
    #[must_use]
    pub fn ruled(mut self, rule: RuleBelow) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Returns the paragraph with the name of the template that said it.
    #[must_use]
    pub fn said_by(mut self, template: impl Into<String>) -> Self {
        self.template = Some(template.into());
        self
    }

    /// Returns the text of all spans, gaps included.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.spans.iter().map(Span::shown).collect()
    }
}

impl Span {
    /// Makes a span without emphasis.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Makes a bold span.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// Makes an italic span.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self { italic: true, ..Self::plain(text) }
    }

    /// Makes a figure that remembers where it comes from.
    #[must_use]
    pub fn figure(text: impl Into<String>, source: impl Into<String>) -> Self {
        Self { source: Some(source.into()), ..Self::plain(text) }
    }

    /// Makes a dotted gap for a missing value; `source` names what is missing.
    #[must_use]
    pub fn gap(source: Option<String>) -> Self {
        Self { gap: true, source, ..Self::default() }
    }

    /// Returns what is printed: the text, or the dotted gap.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.gap { GAP_TEXT } else { &self.text }
    }
}
