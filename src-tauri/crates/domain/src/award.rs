//! Awards (khen thưởng): who gave what to whom, with its lines or with a count only.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One award decision, or one award as a report states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Counts, where the recipients are not listed one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// The recipients one by one; where there are lines, counts are derived from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<AwardLine>,
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
    /// Recorded as the source printed it although a rule forbids it, with the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sic: Option<String>,
}

/// A count of recipients; the kinds may be merged (“207 tập thể, cá nhân”).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// One kind, or several counted together.
    pub kinds: BTreeSet<Recipient>,
    /// How many, where the source has a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
    /// The amount in words where it has none: “nhiều”.
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
    #[must_use]
    pub fn counts(&self) -> Vec<Share> {
        if self.lines.is_empty() {
            return self.shares.clone();
        }
        Recipient::ALL
            .into_iter()
            .filter_map(|kind| {
                let count = self.lines.iter().filter(|line| line.kind == kind).count();
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

    /// Whether it counts towards a sum: a share of another award, a headline and a revoked award
    /// do not.
    #[must_use]
    pub const fn is_counted(&self) -> bool {
        self.subset_of.is_none() && !self.headline && !self.revoked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn award(lines: Vec<AwardLine>, shares: Vec<Share>) -> Award {
        Award {
            id: 1,
            dossier: 1,
            position: 1,
            forms: vec!["bang_khen".to_owned()],
            form_printed: None,
            authorities: Vec::new(),
            decision_number: None,
            decision_date: None,
            signer: None,
            shares,
            lines,
            reason: None,
            merit_year: None,
            presenter: None,
            subset_of: None,
            locality: None,
            headline: false,
            phrasing: Phrasing::default(),
            revoked: false,
            sic: None,
        }
    }

    fn line(kind: Recipient, name: &str) -> AwardLine {
        AwardLine { kind, name: name.to_owned(), post: None, unit: None, merit: None }
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
            line(Recipient::Person, "Người Thứ Nhất"),
            line(Recipient::Collective, "Công an xã Mẫu"),
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
}
