//! Findings: the rule, its clause, where, and found against wanted as data.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, de};

use crate::check::Check;
use crate::docx::setting::Alignment;
use crate::names::named;

/// The stable number of a rule: “TT.01”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TT.{:02}", self.0)
    }
}

impl FromStr for Code {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.strip_prefix("TT.").and_then(|digits| digits.parse().ok()).map(Self);
        let proper = number.filter(|code| code.to_string() == text);
        proper.ok_or_else(|| format!("{text} is no code like TT.01"))
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Against the wording of the decree.
    Error,
    /// Most likely against it.
    Warning,
    /// Worth a look.
    Note,
}

/// Something found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Number of the rule.
    pub code: Code,
    /// What the rule looks for.
    pub check: Check,
    /// Where the law says so: “NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3.c”.
    pub clause: String,
    /// Weight.
    pub severity: Severity,
    /// Where it is first.
    pub place: Place,
    /// Numbers of further paragraphs where the same was found.
    pub others: Vec<usize>,
    /// What stands there.
    pub found: Value,
    /// What should stand there.
    pub wanted: Value,
}

/// Where something is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Number of the section, from 1.
    pub section: usize,
    /// Number of the paragraph from 1, counted through tables and text boxes; `None` when the
    /// whole section is meant, or something that is missing.
    pub paragraph: Option<usize>,
    /// The beginning of the paragraph.
    pub beginning: String,
    /// What the paragraph is, or what is missing.
    pub part: Option<Part>,
}

/// A value found or wanted. Whole numbers in small units, so that equal things are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text of the document, or the text it should have.
    Text(String),
    /// A length in tenths of a millimetre.
    Millimetres(i32),
    /// Paper: width and height in millimetres.
    Paper(i32, i32),
    /// A size or a space in twentieths of a point.
    Points(i32),
    /// Distance of lines in hundredths of a single line.
    Lines(i32),
    /// Placement of lines.
    Alignment(Alignment),
    /// A plain number.
    Number(i64),
    /// Something with a name.
    Trait(Trait),
    /// From … to ….
    Between(Box<Self>, Box<Self>),
    /// Not less.
    AtLeast(Box<Self>),
    /// All of them.
    All(Vec<Self>),
    /// Any of them.
    Any(Vec<Self>),
}

impl Value {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A size of letters given in half-points.
    pub(crate) fn size(half_points: i32) -> Self {
        Self::Points(half_points.saturating_mul(10))
    }

    /// A length given in twips.
    pub(crate) fn length(twips: i32) -> Self {
        // A twip is 127/7200 of a centimetre; rounded to the nearest tenth of a millimetre.
        let tenths = (i64::from(twips) * 127 + 360 * i64::from(twips.signum())) / 720;
        Self::Millimetres(i32::try_from(tenths).unwrap_or(i32::MAX))
    }

    /// From … to ….
    pub(crate) fn between(low: Self, high: Self) -> Self {
        Self::Between(Box::new(low), Box::new(high))
    }

    /// All of some traits.
    pub(crate) fn traits(traits: &[Trait]) -> Self {
        match traits {
            [one] => Self::Trait(*one),
            many => Self::All(many.iter().copied().map(Self::Trait).collect()),
        }
    }
}

named! {
    /// What a finding can say of something.
    pub enum Trait {
        /// Nothing is there.
        Absent = "absent",
        /// It is there.
        Present = "present",
        /// Bold.
        Bold = "bold",
        /// Not bold.
        NotBold = "not_bold",
        /// Italic.
        Italic = "italic",
        /// Upright.
        Upright = "upright",
        /// Underlined.
        Underlined = "underlined",
        /// Not underlined.
        NotUnderlined = "not_underlined",
        /// In capitals.
        Capitals = "capitals",
        /// Not in capitals.
        NotCapitals = "not_capitals",
        /// On one line.
        OneLine = "one_line",
        /// On several lines.
        SeveralLines = "several_lines",
        /// In the right half of the page.
        RightHalf = "right_half",
        /// Across the whole page, or in its left half.
        NotRightHalf = "not_right_half",
        /// On one line with the number.
        SameRow = "same_row",
        /// Not on one line with it.
        OtherRow = "other_row",
        /// A line drawn as a line.
        DrawnLine = "drawn_line",
        /// A line typed with underscores.
        Underscores = "underscores",
        /// In the header.
        InHeader = "in_header",
        /// In the footer.
        InFooter = "in_footer",
        /// On its long side.
        Landscape = "landscape",
        /// On its short side.
        Portrait = "portrait",
        /// Arabic digits alone.
        ArabicDigits = "arabic_digits",
        /// A section of its own whose pages are counted from 1.
        OwnSection = "own_section",
        /// Counted on with the pages before.
        CountedOn = "counted_on",
        /// Black.
        Black = "black",
        /// Coloured background.
        Marked = "marked",
        /// Letters and marks in one sign each.
        Composed = "composed",
        /// Letters and marks apart.
        Decomposed = "decomposed",
        /// An encoding before Unicode.
        OldEncoding = "old_encoding",
        /// Characters that cannot be seen.
        Invisible = "invisible",
        /// Empty paragraphs.
        EmptyParagraphs = "empty_paragraphs",
        /// Spacing set in the paragraph.
        SetSpacing = "set_spacing",
        /// Spaces or tabs typed to move text.
        TypedSpaces = "typed_spaces",
        /// A day that the calendar has.
        RealDate = "real_date",
    }
}

named! {
    /// What a paragraph is (thành phần thể thức).
    pub enum Part {
        /// Quốc hiệu.
        Nation = "nation",
        /// Tiêu ngữ.
        Motto = "motto",
        /// Cơ quan chủ quản.
        ParentAgency = "parent_agency",
        /// Cơ quan ban hành.
        Agency = "agency",
        /// Số, ký hiệu.
        Number = "number",
        /// Địa danh, thời gian ban hành.
        PlaceDate = "place_date",
        /// Trích yếu công văn.
        LetterSubject = "letter_subject",
        /// Tên loại.
        Kind = "kind",
        /// Trích yếu.
        Subject = "subject",
        /// Kính gửi.
        Addressee = "addressee",
        /// A line of several addressees.
        AddresseeItem = "addressee_item",
        /// Căn cứ.
        Ground = "ground",
        /// “Phần I”, “Chương I”.
        PartNumber = "part_number",
        /// Title of a phần or chương.
        PartTitle = "part_title",
        /// Mục La Mã.
        Heading = "heading",
        /// Khoản.
        Clause = "clause",
        /// What is counted below a khoản, “1.1.”.
        SubClause = "sub_clause",
        /// Điểm.
        Point = "point",
        /// Running text.
        Text = "text",
        /// Caption of a table or picture.
        Caption = "caption",
        /// Text in a table.
        Table = "table",
        /// Quyền hạn, chức vụ.
        SignerRole = "signer_role",
        /// Họ tên người ký.
        SignerName = "signer_name",
        /// “Nơi nhận:”.
        RecipientsHead = "recipients_head",
        /// A line of Nơi nhận.
        Recipient = "recipient",
        /// “Phụ lục I”.
        AnnexNumber = "annex_number",
        /// Tên phụ lục.
        AnnexTitle = "annex_title",
        /// “(Kèm theo …)”.
        AnnexReference = "annex_reference",
        /// Text of an annex.
        AnnexText = "annex_text",
        /// A line typed with underscores.
        Underscores = "underscores",
        /// Số trang.
        PageNumber = "page_number",
        /// Nothing that can be seen.
        Empty = "empty",
        /// Anything else.
        Other = "other",
    }
}
