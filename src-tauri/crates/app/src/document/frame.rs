//! The frame of an official document after NĐ 30/2020/NĐ-CP, Phụ lục I: head, name and trích yếu,
//! Kính gửi, căn cứ, signature, head of an annex, numbering of parts. Data in, blocks out; what is
//! missing is left as a dotted gap and never made up.

use crate::vi::documents::frame as words;
use bc138_domain::text::capitalise;
use bc138_report::{
    Align, Block, Cell, Column, Density, Frame, Paragraph, Row, RuleBelow, Span, Style, Table,
    Width,
};
use chrono::{Datelike, NaiveDate};

/// What stands in the head of a document. `None` prints a gap, except for `parent` and `about`,
/// which are then left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// Cơ quan chủ quản.
    pub parent: Option<String>,
    /// Cơ quan ban hành.
    pub agency: Option<String>,
    /// Number of the document, in digits.
    pub number: Option<String>,
    /// Ký hiệu: “BC-BCĐ”.
    pub symbol: Option<String>,
    /// Trích yếu of a letter, without “V/v”.
    pub about: Option<String>,
    /// Địa danh.
    pub place: Option<String>,
    /// The document's date.
    pub date: Option<NaiveDate>,
}

/// Who signs, and who receives the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Signature {
    /// “TM. BAN CHỈ ĐẠO”, “KT. TRƯỞNG BAN”.
    pub authority: String,
    /// “TRƯỞNG BAN”.
    pub role: String,
    /// Office in the signer's own agency, printed under the signature.
    pub post: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Lines of Nơi nhận; the last is the archive.
    pub recipients: Vec<String>,
}

/// The head of an annex.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AnnexHead {
    /// Its number from 1; `None` where there is only one annex.
    pub number: Option<usize>,
    /// Its title.
    pub title: String,
    /// “(Kèm theo Báo cáo …)”, with gaps where number and date are not known.
    pub reference: Vec<Span>,
}

/// The head: agencies at the left, Quốc hiệu and Tiêu ngữ at the right; under them number and
/// symbol, place and date. The right column is as wide as the Quốc hiệu, which must not be broken.
pub(crate) fn head(head: &Head) -> Block {
    let upper = |style, text: &String| Paragraph::plain(style, text.to_uppercase());
    let mut left: Vec<Paragraph> =
        head.parent.iter().map(|parent| upper(Style::ParentAgency, parent)).collect();
    let agency = Paragraph::new(Style::Agency, vec![given(head.agency.as_ref(), "agency", true)]);
    left.push(agency.ruled(RuleBelow::Third));
    let right = vec![
        Paragraph::plain(Style::Nation, words::NATION),
        Paragraph::plain(Style::Motto, words::MOTTO).ruled(RuleBelow::AsText),
    ];
    let mut number = vec![number(head)];
    let about = head.about.iter().map(|about| format!("{}{about}", words::ABOUT));
    number.extend(about.map(|about| Paragraph::plain(Style::LetterSubject, about)));
    let rows = vec![
        Row::new(vec![Cell::new(left), Cell::new(right)]),
        Row::new(vec![Cell::new(number), Cell::new(vec![place_and_date(head)])]),
    ];
    Block::Table(side_by_side([Width::Share(1.0), Width::Content], rows))
}

/// “Số: 05/BC-BCĐ”: a number below ten has a zero before it.
fn number(head: &Head) -> Paragraph {
    let number = match &head.number {
        Some(number) => Span::plain(padded(number)),
        None => Span::gap(Some("document/number".to_owned())),
    };
    let symbol = given(head.symbol.as_ref(), "symbol", false);
    Paragraph::new(
        Style::Number,
        vec![Span::plain(words::NUMBER), number, Span::plain("/"), symbol],
    )
}

/// One digit gets a zero before it; anything else stays as it is.
fn padded(number: &str) -> String {
    let digit = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit());
    if digit { format!("0{number}") } else { number.to_owned() }
}

/// “Lạng Sơn, ngày 05 tháng 01 năm 2023”.
fn place_and_date(head: &Head) -> Paragraph {
    let mut spans = vec![given(head.place.as_ref(), "place", false), Span::plain(", ")];
    spans.extend(date_spans(head.date));
    Paragraph::new(Style::PlaceDate, spans)
}

/// “ngày 05 tháng 01 năm 2023”, or the same with gaps.
pub(crate) fn date_spans(date: Option<NaiveDate>) -> Vec<Span> {
    if let Some(date) = date {
        return vec![Span::plain(long_date(date))];
    }
    let gap = || Span::gap(Some("document/date".to_owned()));
    let words = |text: &str| Span::plain(text);
    vec![words("ngày "), gap(), words(" tháng "), gap(), words(" năm "), gap()]
}

/// “ngày 05 tháng 01 năm 2023”: a zero before days below 10 and before the months 1 and 2 only
/// (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4).
pub(crate) fn long_date(date: NaiveDate) -> String {
    let month = match date.month() {
        month @ (1 | 2) => format!("0{month}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// Tên loại, and under it the trích yếu with its rule.
pub(crate) fn kind_and_subject(kind: &str, subject: &str) -> [Block; 2] {
    let subject = Paragraph::plain(Style::Subject, capitalise(subject)).ruled(RuleBelow::Third);
    [Paragraph::plain(Style::Kind, kind).into(), subject.into()]
}

/// “Kính gửi: …”; several addressees stand under each other, with dashes.
pub(crate) fn addressees(to: &[String]) -> Vec<Block> {
    match to {
        [] => Vec::new(),
        [one] => vec![Paragraph::plain(Style::Addressee, format!("{} {one}.", words::TO)).into()],
        several => vec![Block::Table(list_of(several))],
    }
}

/// Room before “Kính gửi:”, the width of these words up to the colon, and what is left for names:
/// the dashes stand under the colon, one below the other (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9.d).
const TO_WIDTHS: [f32; 3] = [0.2, 0.11, 0.69];

fn list_of(several: &[String]) -> Table {
    let lines = several.iter().enumerate().map(|(i, to)| {
        let stop = if i + 1 == several.len() { '.' } else { ';' };
        Paragraph::plain(Style::AddresseeItem, format!("- {to}{stop}"))
    });
    let head = Cell::new(vec![Paragraph::plain(Style::AddresseeItem, words::TO)]);
    let blank = || Cell::new(Vec::new());
    let rows = vec![
        Row::new(vec![blank(), head.spanning(2, 1)]),
        Row::new(vec![blank(), blank(), Cell::new(lines.collect())]),
    ];
    let columns = TO_WIDTHS.map(|share| Column::new(Width::Share(share), Align::Left));
    Table { columns: columns.to_vec(), whole: true, ..side_by_side([Width::Share(1.0); 2], rows) }
}

/// Căn cứ, each on a line of its own that ends with a semicolon, the last with a full stop.
pub(crate) fn grounds(grounds: Vec<Vec<Span>>) -> Vec<Block> {
    let last = grounds.len().saturating_sub(1);
    let lines = grounds.into_iter().enumerate().map(|(i, mut spans)| {
        spans.push(Span::plain(if i == last { "." } else { ";" }));
        Paragraph::new(Style::Ground, spans).into()
    });
    lines.collect()
}

/// Nơi nhận at the left, the signature at the right; never parted by a page break.
pub(crate) fn signature(signature: &Signature) -> Block {
    let mut left = vec![Paragraph::plain(Style::RecipientsHead, words::RECIPIENTS)];
    let last = signature.recipients.len().saturating_sub(1);
    left.extend(signature.recipients.iter().enumerate().map(|(i, recipient)| {
        let stop = if i == last { '.' } else { ';' };
        Paragraph::plain(Style::Recipient, format!("{recipient}{stop}"))
    }));
    let mut right = vec![Paragraph::plain(Style::SignerRole, &signature.authority)];
    if !signature.role.is_empty() {
        right.push(Paragraph::plain(Style::SignerRole, &signature.role));
    }
    let name = given(signature.name.as_ref(), "signer.name", false);
    match &signature.post {
        // The room for the signature is above the office, and the name right under it.
        Some(post) => {
            right.push(Paragraph::plain(Style::SignerName, post.to_uppercase()));
            right.push(Paragraph::new(Style::SignerRole, vec![name]));
        }
        None => right.push(Paragraph::new(Style::SignerName, vec![name])),
    }
    let rows = vec![Row::new(vec![Cell::new(left), Cell::new(right)])];
    Block::Table(Table { whole: true, ..side_by_side([Width::Share(0.5); 2], rows) })
}

/// The head of an annex: number, title and the document it goes with.
pub(crate) fn annex_head(annex: &AnnexHead) -> Vec<Block> {
    let number = annex.number.map(|number| format!("{} {}", words::ANNEX, roman(number)));
    let number = number.unwrap_or_else(|| words::ANNEX.to_owned());
    let mut blocks: Vec<Block> = vec![
        Paragraph::plain(Style::AnnexNumber, number).into(),
        Paragraph::plain(Style::AnnexTitle, annex.title.to_uppercase()).into(),
    ];
    if !annex.reference.is_empty() {
        blocks.push(Paragraph::new(Style::AnnexReference, annex.reference.clone()).into());
    }
    blocks
}

/// “(Kèm theo Báo cáo số …/BC-BCĐ ngày …)”: the words, the number and date of a document.
pub(crate) fn reference(opening: &str, head: &Head) -> Vec<Span> {
    let mut spans = vec![Span::plain(format!("({opening} số "))];
    spans.extend(number(head).spans.into_iter().skip(1));
    spans.push(Span::plain(" "));
    spans.extend(date_spans(head.date));
    spans.push(Span::plain(")"));
    spans
}

/// A number in Roman figures: “IV”.
pub(crate) fn roman(number: usize) -> String {
    bc138_nd30::roman::write(u32::try_from(number).unwrap_or(0))
}

/// Letters of points in the order of the Vietnamese alphabet; f, j, w and z are not in it.
const POINTS: [char; 20] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u',
];

/// The letter of a point, from 1: “a)”, “đ)”. After the last letter it goes on with “aa)”.
pub(crate) fn point_letter(number: usize) -> String {
    let at = number.saturating_sub(1);
    let letter = POINTS[at % POINTS.len()];
    letter.to_string().repeat(at / POINTS.len() + 1)
}

/// Two columns without lines: things that stand side by side.
fn side_by_side(widths: [Width; 2], rows: Vec<Row>) -> Table {
    let columns = widths.map(|width| Column::new(width, Align::Centre));
    Table {
        columns: columns.to_vec(),
        rows,
        frame: Frame::None,
        density: Density::Own,
        ..Table::default()
    }
}

/// A text, or the gap of a setting.
fn given(text: Option<&String>, name: &str, upper: bool) -> Span {
    match text {
        Some(text) if upper => Span::plain(text.to_uppercase()),
        Some(text) => Span::plain(text.clone()),
        None => Span::gap(Some(format!("setting/{name}"))),
    }
}

#[cfg(test)]
mod tests;
