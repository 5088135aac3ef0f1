//! What document is asked for.

use crate::view::LensChoice;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentStyle {
    /// Tin hội nghị.
    Briefing,
    /// Báo cáo tổng kết, sơ kết by NĐ 30/2020/NĐ-CP.
    OfficialReport,
    /// Phụ lục: tables by unit.
    Annex,
    /// One page for the chair (tóm tắt cho lãnh đạo).
    LeaderSheet,
    /// Figures to be spoken (số liệu để phát biểu).
    SpeechFigures,
    /// All papers of the conference in one file (bộ tài liệu hội nghị).
    MeetingKit,
    /// List that goes with an award decision (danh sách kèm theo Quyết định).
    AwardDecision,
    /// Certificates, one page each (Giấy khen, Bằng khen).
    Certificates,
    /// Letter to a unit with its findings (công văn đề nghị rà soát).
    UnitLetter,
    /// Paper forms, numbered as on the screen (mẫu biểu trống).
    BlankForms,
    /// What changed since a draft (thay đổi so với bản trước).
    Changes,
    /// What a written document said and what is right (đính chính).
    Correction,
}

/// A document that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its kind.
    pub style: DocumentStyle,
    /// Key of the unit it is for; only a letter to one unit uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Label or time of the draft to compare with; only the list of changes uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Id of the award it is for; only the list of a decision and certificates use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub award: Option<i32>,
    /// Prints the test sheet instead of certificates.
    #[serde(default)]
    pub test: bool,
    /// Number of the document, in digits; without it the head has a gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Date of the document; without it the head has a gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
    /// Says numbers approximately where that is true (“gần 2.000”), with the exact number beside;
    /// only the figures to be spoken use it.
    #[serde(default)]
    pub approximate: bool,
    /// The borders that the annexes show numbers of units on.
    #[serde(default, skip_serializing_if = "LensChoice::is_as_reported")]
    pub lens: LensChoice,
}

impl DocumentStyle {
    /// Every style, in the order of a list.
    pub const ALL: [Self; 12] = [
        Self::Briefing,
        Self::OfficialReport,
        Self::Annex,
        Self::LeaderSheet,
        Self::SpeechFigures,
        Self::MeetingKit,
        Self::AwardDecision,
        Self::Certificates,
        Self::UnitLetter,
        Self::BlankForms,
        Self::Changes,
        Self::Correction,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Briefing => "briefing",
            Self::OfficialReport => "official-report",
            Self::Annex => "annex",
            Self::LeaderSheet => "leader-sheet",
            Self::SpeechFigures => "speech-figures",
            Self::MeetingKit => "meeting-kit",
            Self::AwardDecision => "award-decision",
            Self::Certificates => "certificates",
            Self::UnitLetter => "unit-letter",
            Self::BlankForms => "blank-forms",
            Self::Changes => "changes",
            Self::Correction => "correction",
        }
    }

    /// The style of a name on the command line.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.code() == code)
    }

    /// Its name for the clerk.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Briefing => "Tin hội nghị",
            Self::OfficialReport => "Báo cáo",
            Self::Annex => "Phụ lục số liệu",
            Self::LeaderSheet => "Tóm tắt cho chủ trì",
            Self::SpeechFigures => "Số liệu để phát biểu",
            Self::MeetingKit => "Bộ tài liệu hội nghị",
            Self::AwardDecision => "Danh sách khen thưởng",
            Self::Certificates => "Giấy khen, Bằng khen",
            Self::UnitLetter => "Công văn đề nghị rà soát",
            Self::BlankForms => "Mẫu biểu trống",
            Self::Changes => "Thay đổi so với bản trước",
            Self::Correction => "Đính chính số liệu",
        }
    }
}

impl Request {
    /// Asks for a document of a style, without particulars.
    #[must_use]
    pub const fn of(style: DocumentStyle) -> Self {
        Self {
            style,
            unit: None,
            since: None,
            award: None,
            test: false,
            number: None,
            dated: None,
            approximate: false,
            lens: LensChoice::AsReported,
        }
    }
}
