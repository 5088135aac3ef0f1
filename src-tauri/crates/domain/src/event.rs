//! The conference (hội nghị): its agenda, people, speeches, texts and pictures.

use crate::window::Window;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Part of the day at which it took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Session {
    /// sáng.
    Morning,
    /// chiều.
    Afternoon,
    /// cả ngày; printed as “ngày”.
    WholeDay,
}

impl Session {
    /// The word before the date.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Morning => "Sáng",
            Self::Afternoon => "Chiều",
            Self::WholeDay => "Ngày",
        }
    }
}

/// How people met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingForm {
    /// trực tiếp.
    InPerson,
    /// trực tuyến.
    Online,
    /// trực tiếp kết hợp trực tuyến.
    Hybrid,
}

impl MeetingForm {
    /// The Vietnamese words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::InPerson => "trực tiếp",
            Self::Online => "trực tuyến",
            Self::Hybrid => "trực tiếp kết hợp trực tuyến",
        }
    }
}

/// What a conference does with a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// sơ kết.
    InterimReview,
    /// tổng kết.
    FinalReview,
    /// phát động.
    Launch,
    /// triển khai.
    Rollout,
}

impl Act {
    /// The Vietnamese verb.
    #[must_use]
    pub const fn verb(self) -> &'static str {
        match self {
            Self::InterimReview => "sơ kết",
            Self::FinalReview => "tổng kết",
            Self::Launch => "phát động",
            Self::Rollout => "triển khai",
        }
    }
}

/// One item of the agenda: a review or launch of one programme over its own window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// Order on the agenda.
    pub position: i32,
    /// What is done.
    pub act: Act,
    /// “2 năm”, “5 năm”: the number of years under review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<i32>,
    /// The programme, movement or task: “thực hiện Chỉ thị 06 của UBND tỉnh …”.
    pub subject: String,
    /// The stretch of time of this item.
    #[serde(default)]
    pub window: Window,
}

/// A legal basis or programme (văn bản, chương trình) that the report speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// Order.
    pub position: i32,
    /// Type and number, or the name of a programme: “Thông tư 23”, “Quyết định số 06, ngày
    /// 9/6/2017”.
    pub name: String,
    /// Who issued it: “Bộ Công an”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What it is about, beginning with its verb: “về …”, “ban hành quy định về …”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What the conference did with it.
    #[serde(default)]
    pub role: BasisRole,
}

/// What a conference does with a basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum BasisRole {
    /// Its results are under review (được sơ kết, tổng kết).
    #[default]
    Reviewed,
    /// It was presented at the conference (triển khai tại hội nghị).
    Announced,
    /// It is to be carried out in the time ahead (thực hiện thời gian tới).
    Ahead,
}

/// The part a person or group plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// chủ trì.
    Chair,
    /// dự hội nghị.
    Delegate,
    /// A group without names: “đại diện các sở, ngành”.
    Group,
    /// Presented the report (trình bày báo cáo).
    Presenter,
    /// Spoke, without being listed among the delegates.
    Speaker,
}

/// A person with offices, or a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// Order of precedence.
    pub position: i32,
    /// The part played.
    pub role: Role,
    /// Rank before the name: “Trung tướng”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<String>,
    /// Name of the person, or the words for the group.
    pub name: String,
    /// Offices in order: Party, state, committee.
    #[serde(default)]
    pub offices: Vec<String>,
    /// The venue the person attended at, where it is not the main one: “điểm cầu huyện Hàm Yên”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// The side it belongs to in the list of delegates: “Bộ Công an”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<String>,
}

impl Participant {
    /// Rank and name, then the offices, separated by commas.
    #[must_use]
    pub fn with_offices(&self) -> String {
        let mut parts = vec![self.ranked_name()];
        parts.extend(self.offices.iter().cloned());
        parts.join(", ")
    }

    /// Rank, if any, and name.
    #[must_use]
    pub fn ranked_name(&self) -> String {
        match &self.rank {
            Some(rank) => format!("{rank} {}", self.name),
            None => self.name.clone(),
        }
    }
}

/// When somebody spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Phát biểu tại hội nghị.
    #[default]
    Remarks,
    /// Phát biểu chỉ đạo hội nghị.
    Directive,
    /// Phát biểu kết luận hội nghị.
    Conclusion,
}

impl Occasion {
    /// The opening words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Remarks => "Phát biểu tại hội nghị",
            Self::Directive => "Phát biểu chỉ đạo hội nghị",
            Self::Conclusion => "Phát biểu kết luận hội nghị",
        }
    }
}

/// A speech: the speaker and what was appreciated; the tasks point to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// Order.
    pub position: i32,
    /// The participant who spoke.
    pub speaker: i32,
    /// When.
    #[serde(default)]
    pub occasion: Occasion,
    /// What was acknowledged, beginning with a verb: “biểu dương kết quả …”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub praise: Option<String>,
}

/// What a text of the report says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageRole {
    /// Leadership and steering (lãnh đạo, chỉ đạo): opens the results.
    Leadership,
    /// General assessment of the results (đánh giá chung).
    Assessment,
    /// The situation that followed (tình hình, chuyển biến).
    Outcome,
    /// What the discussion brought (tham luận).
    Discussion,
    /// A task given for the time ahead (nhiệm vụ).
    Task,
    /// Shortcomings (tồn tại, hạn chế).
    Shortcoming,
    /// Proposals (kiến nghị, đề xuất).
    Proposal,
}

/// One point of text that the clerk wrote: a clause without capital and full stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// Order.
    pub position: i32,
    /// What it says.
    pub role: PassageRole,
    /// The speech it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speech: Option<i32>,
    /// Who acts or is given the task: “Công an tỉnh”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The point itself, beginning with a verb.
    pub text: String,
    /// Until when, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
}

/// A caption, with its photo when one was supplied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caption {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// Order.
    pub position: i32,
    /// The sentence under the photo.
    pub text: String,
    /// The photo's SHA-256 in the store, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

/// When and where the conference was, and how it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Event {
    /// What it is called where it is no conference (hội nghị): “Ngày hội Toàn dân bảo vệ an ninh
    /// Tổ quốc năm 2025”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who held it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organiser: Option<String>,
    /// Part of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The day as the source printed it: “18-1”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_printed: Option<String>,
    /// The hall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// In person, online or both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<MeetingForm>,
    /// The rest of the form: “2 cấp kết nối điểm cầu tỉnh đến điểm cầu các huyện, thành phố”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_detail: Option<String>,
    /// Number of venues connected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venues: Option<i32>,
}
