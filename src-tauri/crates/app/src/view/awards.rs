//! What the window is told of awards: the list with money and remarks, and whom to propose.

use super::{Choice, Finding, Message};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Who receives an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RecipientKind {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Person,
    /// Hộ gia đình.
    Household,
}

/// The awards of the open dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AwardsView {
    /// Heading.
    pub title: String,
    /// Why nothing can be changed (year closed); nothing when it can.
    pub locked: Option<String>,
    /// The awards, in the order of the dossier.
    pub awards: Vec<AwardCard>,
    /// Counts by form, authority and recipient, as they are derived.
    pub counts: Vec<AwardCountRow>,
    /// The money of the whole list in đồng: “128.340.000”.
    pub total: String,
    /// What the total leaves out, and what in it is not verified.
    pub total_note: Option<String>,
    /// What to look at: broken rules, duplicates, differences; the gravest first.
    pub remarks: Vec<AwardRemark>,
    /// Kinds of recipients to choose from; the value is a [`RecipientKind`].
    pub kinds: Vec<Choice>,
    /// Earlier honours to choose from.
    pub honours: Vec<Choice>,
}

/// One award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AwardCard {
    /// Id.
    pub id: i32,
    /// Key of its row in the form: “award/12”.
    pub key: String,
    /// “Bằng khen · Chủ tịch UBND tỉnh Lạng Sơn · số 163/QĐ-UBND ngày 10/01/2024”.
    pub label: String,
    /// “2 tập thể, 1 cá nhân”.
    pub counts: String,
    /// Whether the counts come from the lines.
    pub derived: bool,
    /// Why it is in no sum: a locality's share, a total of the year; nothing when it is.
    pub apart: Option<String>,
    /// When and why it was revoked.
    pub revoked: Option<String>,
    /// Why it is recorded as the source printed it.
    pub sic: Option<String>,
    /// Recipients.
    pub lines: Vec<AwardLineRow>,
    /// Money by kind of recipient.
    pub money: Vec<AwardMoneyRow>,
    /// Money of the whole award in đồng; empty when it is not known.
    pub total: String,
    /// What is missing for the money, and where to enter it.
    pub missing: Option<MoneyGap>,
}

/// What is missing for the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoneyGap {
    /// What, and what to do.
    pub text: String,
    /// Key of the field where it is entered; nothing when it is no field of the dossier.
    pub key: Option<String>,
}

/// One recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AwardLineRow {
    /// Place in the award, from 0.
    pub index: i32,
    /// The line as it would be typed.
    pub typed: TypedAwardLine,
    /// Money in đồng; empty when it is not known or the line was revoked.
    pub money: String,
    /// When and why the line was revoked.
    pub revoked: Option<String>,
    /// Printed money that differs from the computed one.
    pub message: Option<Message>,
}

/// A recipient as typed; what is not known stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedAwardLine {
    /// Kind.
    pub kind: RecipientKind,
    /// “ông”, “bà”.
    pub honorific: String,
    /// Name of the collective or person.
    pub name: String,
    /// Year of birth.
    pub birth_year: String,
    /// Post.
    pub post: String,
    /// Unit or address, in free text.
    pub unit: String,
    /// Key of the unit where it was chosen in the register.
    pub unit_key: Option<String>,
    /// The merit in short.
    pub merit: String,
    /// Codes of earlier honours that the person holds.
    pub holds: Vec<String>,
    /// The money as the source printed it.
    pub money_printed: String,
    /// Whether it was received.
    pub received: bool,
    /// Ghi đúng như nguồn (sic): the reason; empty when it is an ordinary line.
    pub sic: String,
}

impl TypedAwardLine {
    /// A recipient of whom only kind and name are known.
    #[must_use]
    pub fn new(kind: RecipientKind, name: impl Into<String>) -> Self {
        Self {
            kind,
            honorific: String::new(),
            name: name.into(),
            birth_year: String::new(),
            post: String::new(),
            unit: String::new(),
            unit_key: None,
            merit: String::new(),
            holds: Vec::new(),
            money_printed: String::new(),
            received: false,
            sic: String::new(),
        }
    }
}

/// What taking a pasted list would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PasteView {
    /// How many recipients it names.
    pub recipients: i32,
    /// Everything that is in the way, in the order of the rows.
    pub faults: Vec<PasteFault>,
}

/// Something in a pasted list that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PasteFault {
    /// Row of the block, from 1; nothing where it is the whole block.
    pub row: Option<i32>,
    /// Column of the block, from 1; nothing where it is the whole row.
    pub column: Option<i32>,
    /// Where, what, and what to do.
    pub text: String,
}

/// How an award was taken back, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TypedRevocation {
    /// Date of the revoking decision.
    pub date: String,
    /// Its number.
    pub decision: String,
    /// Why.
    pub reason: String,
}

/// The money of one kind of recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AwardMoneyRow {
    /// “tập thể”.
    pub recipient: String,
    /// How many.
    pub count: i32,
    /// What each gets: “3.510.000”.
    pub each: String,
    /// What they get together.
    pub sum: String,
    /// “1,5 × 2.340.000 = 3.510.000 đồng”.
    pub formula: String,
    /// Where the values come from.
    pub sources: Vec<MoneySource>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoneySource {
    /// The article, or the setting.
    pub text: String,
    /// What is not verified in it; nothing when it is.
    pub unverified: Option<String>,
}

/// A count by form, authority and recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AwardCountRow {
    /// “Bằng khen · Chủ tịch UBND tỉnh, thành phố”.
    pub label: String,
    /// “tập thể”.
    pub recipients: String,
    /// “3”, “3 và nhiều”.
    pub count: String,
    /// Code of the indicator that counts it; nothing where no single one does.
    pub indicator: Option<String>,
}

/// Something to look at, at its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AwardRemark {
    /// What is wrong and what to do; its reason is that of a line recorded as printed (sic).
    #[serde(flatten)]
    pub finding: Finding,
    /// Id of the award.
    pub award: Option<i32>,
    /// Place of the line in it, from 0.
    pub line: Option<i32>,
}

/// Whom to propose in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CandidatesView {
    /// Heading.
    pub title: String,
    /// That it only proposes.
    pub note: String,
    /// The year.
    pub year: i32,
    /// Years to choose from, newest first.
    pub years: Vec<i32>,
    /// One list for each form and authority, the highest form first.
    pub proposals: Vec<ProposalView>,
}

/// A ranked list for one form of one authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProposalView {
    /// Code of the form.
    pub form: String,
    /// Code of the authority.
    pub authority: String,
    /// “Bằng khen của Chủ tịch UBND tỉnh, thành phố”.
    pub title: String,
    /// What is wanted.
    pub thresholds: Vec<ThresholdRow>,
    /// Units that lack nothing, by their place.
    pub candidates: Vec<CandidateRow>,
    /// The other units, with what they lack.
    pub others: Vec<CandidateRow>,
}

/// A threshold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ThresholdRow {
    /// “Tỷ lệ khu dân cư đạt từ 80%”.
    pub text: String,
    /// “mặc định của chương trình”; nothing where the province set its own.
    pub assumed: Option<String>,
}

/// One unit of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CandidateRow {
    /// Key of the unit.
    pub unit: String,
    /// “xã Hữu Lũng”.
    pub label: String,
    /// Place; units that are equal in everything share one.
    pub place: Option<i32>,
    /// “đồng hạng với xã Mẫu”.
    pub tied: Option<String>,
    /// What speaks for it.
    pub reasons: Vec<String>,
    /// What it lacks.
    pub lacks: Vec<String>,
}
