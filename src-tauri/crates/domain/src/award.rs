//! Awards (khen thưởng): who gave what to whom, with its lines or with a count only.

use crate::figure::Provenance;
use crate::fixed::Fixed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One award decision, or one award as a report states it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Award {
    /// Own stable id.
    pub id: i32,
    /// The dossier it is reported in.
    pub dossier: i32,
    /// Order among the awards of the dossier.
    pub position: i32,
    /// Codes of `award_forms.tsv`; several when one number covers several forms.
    #[serde(default)]
    pub forms: Vec<String>,
    /// The form in the source's own words (“Cờ thi đua xuất sắc”, “bằng khen”), instead of the
    /// catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_printed: Option<String>,
    /// The class of a medal (hạng của huân chương); the reward money follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medal_class: Option<MedalClass>,
    /// The title that was given (danh hiệu): “đơn vị dẫn đầu phong trào thi đua”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who decided, in the words that are printed; several when merged.
    #[serde(default)]
    pub authorities: Vec<String>,
    /// Number of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_number: Option<String>,
    /// Date of the decision; the reward money follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_date: Option<NaiveDate>,
    /// Who signed the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// On what occasion awards of this kind are given (loại khen thưởng).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_kind: Option<DecisionKind>,
    /// What the decision rests on (căn cứ): the proposal (tờ trình) with its number and date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Counts, where the recipients are not listed one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// The recipients one by one; where there are lines, counts are derived from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<AwardLine>,
    /// Awards counted as things, where the source does not count recipients: “87 Kỷ niệm chương”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objects: Option<AwardObjects>,
    /// What it was given for: “thành tích xuất sắc trong phong trào … năm 2022”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The year of the merit, which may differ from the year of the award.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merit_year: Option<i32>,
    /// Who handed it over, where it is not the authority (thừa ủy quyền).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presenter: Option<String>,
    /// A locality's share of another award; never added to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subset_of: Option<i32>,
    /// The locality of such a share, with its type: “huyện Hàm Yên”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locality: Option<String>,
    /// A total of the whole year by all levels, not one award: “207 tập thể, cá nhân … được các
    /// cấp khen thưởng”. It is compared with the sum of the lines and never corrected.
    #[serde(default)]
    pub headline: bool,
    /// The order of words in the sentence.
    #[serde(default)]
    pub phrasing: Phrasing,
    /// Revoked (hủy, thu hồi): kept, but neither counted nor printed.
    #[serde(default)]
    pub revoked: bool,
    /// When and why it was revoked, where that is known; it implies [`Award::revoked`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revocation: Option<Revocation>,
    /// Recorded as the source printed it although a rule forbids it, with the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sic: Option<String>,
    /// How it came in, and the document and place it was read from.
    #[serde(default)]
    pub provenance: Provenance,
}

/// On what occasion an award is given (loại khen thưởng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// thường xuyên: with the yearly review.
    Regular,
    /// theo chuyên đề: with the review of one programme.
    Thematic,
    /// đột xuất: for a single deed.
    Unplanned,
}

/// Class of a medal (hạng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MedalClass {
    /// hạng Nhất.
    First,
    /// hạng Nhì.
    Second,
    /// hạng Ba.
    Third,
}

/// Awards counted as things: “87 Kỷ niệm chương”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardObjects {
    /// How many, where the source has a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
    /// The amount in words where it has none: “hàng chục”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What is counted, in the source's words: “Kỷ niệm chương”, “huân chương các hạng”.
    pub noun: String,
}

/// How an award was taken back (hủy bỏ quyết định, thu hồi).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Revocation {
    /// Date of the revoking decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Number of the revoking decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A count of recipients; the kinds may be merged (“207 tập thể, cá nhân”).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// One kind, or several counted together.
    pub kinds: BTreeSet<Recipient>,
    /// How many, where the source has a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
    /// The amount in words where it has none: “nhiều”; beside a number its printed form: “05”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The recipients in the source's words, instead of “tập thể”, “cá nhân”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
}

/// One recipient named in a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardLine {
    /// Collective, person or household.
    pub kind: Recipient,
    /// Name of the collective or person.
    pub name: String,
    /// Post of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Unit or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The merit in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merit: Option<String>,
    /// How a person is addressed in print: “ông”, “bà”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honorific: Option<String>,
    /// A person's year of birth; it tells two people of one name apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<i32>,
    /// Key of the recipient's unit in the register of units, where the clerk chose it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_key: Option<String>,
    /// Codes of earlier honours that the person holds and that rule out this one
    /// (`assets/awards/rules.tsv`, rule of exclusion).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<String>,
    /// The reward money in đồng as a source printed it, beside the computed one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money_printed: Option<Fixed>,
    /// Whether the recipient has received the money (đã nhận).
    #[serde(default)]
    pub received: bool,
    /// How this one recipient's award was taken back; the line is kept, neither counted nor
    /// printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revocation: Option<Revocation>,
    /// Recorded as the source printed it although a rule forbids it for this recipient, with the
    /// reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sic: Option<String>,
}

impl AwardLine {
    /// A recipient of whom only kind and name are known.
    #[must_use]
    pub fn new(kind: Recipient, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            post: None,
            unit: None,
            merit: None,
            honorific: None,
            birth_year: None,
            unit_key: None,
            holds: Vec::new(),
            money_printed: None,
            received: false,
            revocation: None,
            sic: None,
        }
    }

    /// Whether the award still stands for this recipient.
    #[must_use]
    pub const fn stands(&self) -> bool {
        self.revocation.is_none()
    }
}

/// Who can receive an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// tập thể.
    Collective,
    /// cá nhân.
    Person,
    /// hộ gia đình.
    Household,
}

impl Recipient {
    /// Every kind, in the order of printing.
    pub const ALL: [Self; 3] = [Self::Collective, Self::Person, Self::Household];

    /// The Vietnamese noun.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Collective => "tập thể",
            Self::Person => "cá nhân",
            Self::Household => "hộ gia đình",
        }
    }
}

/// The order of words in an award sentence (cách nói).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Phrasing {
    /// “Bộ trưởng Bộ Công an tặng Bằng khen cho 7 tập thể”.
    #[default]
    GiverFirst,
    /// “11 tập thể được tặng bằng khen của Bộ trưởng Bộ Công an”.
    Granted,
    /// “3 tập thể … được nhận Cờ thi đua của Bộ Công an”.
    Received,
}

impl Award {
    /// The counts that are printed: derived from the lines where there are any, else the shares.
    /// A line that was revoked is not counted.
    #[must_use]
    pub fn counts(&self) -> Vec<Share> {
        if self.lines.is_empty() {
            return self.shares.clone();
        }
        Recipient::ALL
            .into_iter()
            .filter_map(|kind| {
                let count = self.lines.iter().filter(|line| line.kind == kind && line.stands());
                let count = count.count();
                let count = i32::try_from(count).ok().filter(|count| *count > 0)?;
                let kinds = BTreeSet::from([kind]);
                Some(Share { kinds, count: Some(count), words: None, noun: None })
            })
            .collect()
    }

    /// The sum of the numbered counts; `None` when a count is only in words.
    #[must_use]
    pub fn total(&self) -> Option<i32> {
        self.counts().iter().map(|share| share.count).sum()
    }

    /// Whether the whole award was taken back.
    #[must_use]
    pub const fn is_revoked(&self) -> bool {
        self.revoked || self.revocation.is_some()
    }

    /// Whether it counts towards a sum: a share of another award, a headline and a revoked award
    /// do not.
    #[must_use]
    pub const fn is_counted(&self) -> bool {
        self.subset_of.is_none() && !self.headline && !self.is_revoked()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn award(lines: Vec<AwardLine>, shares: Vec<Share>) -> Award {
        let forms = vec!["bang_khen".to_owned()];
        Award { id: 1, dossier: 1, position: 1, forms, shares, lines, ..Award::default() }
    }

    #[test]
    fn counts_come_from_the_lines_when_there_are_lines() {
        let typed = Share {
            kinds: BTreeSet::from([Recipient::Person]),
            count: Some(9),
            words: None,
            noun: None,
        };
        let two = vec![
            AwardLine::new(Recipient::Person, "Người Thứ Nhất"),
            AwardLine::new(Recipient::Collective, "Công an xã Mẫu"),
        ];
        let counted = award(two, vec![typed]);
        let kinds: Vec<_> = counted.counts().into_iter().map(|s| (s.kinds, s.count)).collect();
        assert_eq!(
            kinds,
            vec![
                (BTreeSet::from([Recipient::Collective]), Some(1)),
                (BTreeSet::from([Recipient::Person]), Some(1)),
            ],
            "lines win over a typed count"
        );
    }

    #[test]
    fn an_amount_in_words_has_no_total() {
        let many = Share {
            kinds: BTreeSet::from([Recipient::Collective, Recipient::Person]),
            count: None,
            words: Some("nhiều".to_owned()),
            noun: None,
        };
        assert_eq!(award(Vec::new(), vec![many]).total(), None);
    }

    #[test]
    fn a_revoked_line_is_kept_but_not_counted() {
        let mut lines = vec![
            AwardLine::new(Recipient::Person, "Người Thứ Nhất"),
            AwardLine::new(Recipient::Person, "Người Thứ Hai"),
        ];
        lines[1].revocation = Some(Revocation::default());
        let award = award(lines, Vec::new());
        assert_eq!(award.total(), Some(1), "only the award that stands is counted");
        assert_eq!(award.lines.len(), 2, "the ledger still shows both");
    }

    #[test]
    fn a_revocation_takes_the_award_out_of_every_sum() {
        let mut award = award(Vec::new(), Vec::new());
        assert!(award.is_counted());
        award.revocation = Some(Revocation::default());
        assert!(award.is_revoked() && !award.is_counted());
    }

    #[test]
    fn a_line_written_before_the_new_fields_is_still_read() {
        let old = r#"{"kind":"person","name":"Người Thứ Nhất"}"#;
        let line: AwardLine = serde_json::from_str(old).unwrap();
        assert_eq!(line, AwardLine::new(Recipient::Person, "Người Thứ Nhất"));
    }
}
