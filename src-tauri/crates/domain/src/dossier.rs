//! A dossier (hồ sơ kỳ báo cáo): one conference and the period it reports on, with all its parts.

use crate::award::Award;
use crate::catalogue::{Category, Dimension, FieldGroup, Indicator, Own};
use crate::event::{AgendaItem, Basis, Caption, Event, Participant, Passage, Speech};
use crate::figure::Figure;
use crate::setting::Setting;
use crate::target::Target;
use crate::window::Window;
use crate::wording::EditedParagraph;
use serde::{Deserialize, Serialize};

/// Annual report or a review of several years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DossierKind {
    /// Tổng kết năm.
    Annual,
    /// Sơ kết, tổng kết nhiều năm.
    Review,
}

/// The dossier itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Own stable id.
    pub id: i32,
    /// Province name without its type: “Lạng Sơn”.
    pub province: String,
    /// What kind of unit reports: “tỉnh”, “thành phố”; “huyện”, “xã”, “phường” for a dossier of
    /// a lower level.
    pub province_type: String,
    /// What the unit lies in, with its type, where it is no province: “tỉnh Tuyên Quang”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Annual or review.
    pub kind: DossierKind,
    /// The period it reports on.
    pub window: Window,
    /// The headline, where it is not the agenda's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The conference.
    #[serde(default)]
    pub event: Event,
    /// Who wrote the briefing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
}

impl Dossier {
    /// “Lạng Sơn · Tổng kết 2022”: how the dossier is called in lists.
    #[must_use]
    pub fn label(&self) -> String {
        let period = self.window.label.as_deref().unwrap_or("chưa rõ kỳ");
        let act = match self.kind {
            DossierKind::Annual if self.window.is_part_of_year() => "Sơ kết",
            DossierKind::Annual => "Tổng kết",
            DossierKind::Review => "Sơ kết, tổng kết",
        };
        format!("{} · {act} {}", self.province, period.trim_start_matches("năm "))
    }

    /// The day the dossier's documents are dated by: the conference, else the period's last day.
    #[must_use]
    pub fn document_date(&self) -> Option<chrono::NaiveDate> {
        self.event.date.or(self.window.to)
    }
}

/// Text that was typed into a field and could not be read yet; kept so that nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// The key of the field.
    pub field: String,
    /// What was typed.
    pub text: String,
}

/// A warning that the clerk has looked at, with the reason why it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Own stable id.
    pub id: i32,
    /// The dossier.
    pub dossier: i32,
    /// The finding's stable id.
    pub finding: String,
    /// Why it stands.
    pub text: String,
}

/// A dossier with everything that belongs to it, in printing order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierPart {
    /// The dossier.
    pub dossier: Dossier,
    /// Agenda.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// Legal bases and programmes.
    #[serde(default)]
    pub bases: Vec<Basis>,
    /// People and groups.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Speeches.
    #[serde(default)]
    pub speeches: Vec<Speech>,
    /// Texts.
    #[serde(default)]
    pub passages: Vec<Passage>,
    /// Figures.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Awards.
    #[serde(default)]
    pub awards: Vec<Award>,
    /// Targets.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// Captions.
    #[serde(default)]
    pub captions: Vec<Caption>,
    /// Text not yet read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<Draft>,
    /// Reasons given for warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// Paragraphs in the clerk's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edited_paragraphs: Vec<EditedParagraph>,
    /// Dated settings that apply (of the whole store).
    #[serde(default)]
    pub settings: Vec<Setting>,
    /// Groups of fields the user made (of the whole store).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<FieldGroup>,
    /// Dimensions the user made (of the whole store).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<Dimension>,
    /// Categories the user made (of the whole store).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// Indicators the user defined (of the whole store).
    #[serde(default)]
    pub indicators: Vec<Indicator>,
}

impl DossierPart {
    /// A dossier with nothing in it yet.
    #[must_use]
    pub const fn of(dossier: Dossier) -> Self {
        Self {
            dossier,
            agenda: Vec::new(),
            bases: Vec::new(),
            participants: Vec::new(),
            speeches: Vec::new(),
            passages: Vec::new(),
            figures: Vec::new(),
            awards: Vec::new(),
            targets: Vec::new(),
            captions: Vec::new(),
            drafts: Vec::new(),
            reasons: Vec::new(),
            edited_paragraphs: Vec::new(),
            settings: Vec::new(),
            groups: Vec::new(),
            dimensions: Vec::new(),
            categories: Vec::new(),
            indicators: Vec::new(),
        }
    }

    /// What the user defined, to be laid over the built-in catalogue.
    #[must_use]
    pub fn own(&self) -> Own<'_> {
        Own {
            groups: &self.groups,
            dimensions: &self.dimensions,
            categories: &self.categories,
            indicators: &self.indicators,
        }
    }
}
