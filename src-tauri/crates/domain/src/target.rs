//! Targets (chỉ tiêu, mục tiêu) for the time ahead.

use crate::amount::Amount;
use serde::{Deserialize, Serialize};

/// One target: “phấn đấu” + “100%” + “khu dân cư … đạt chuẩn”, with its deadline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Own stable id.
    pub id: i32,
    /// The dossier that sets it.
    pub dossier: i32,
    /// Order among the targets.
    pub position: i32,
    /// The indicator it can be measured by, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Words before the amount: “phấn đấu”, “xây dựng thành công”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// At least, more than, …
    #[serde(default)]
    pub operator: Operator,
    /// How much; `None` for a goal in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The amount with its operator as it was typed, where it differs from the program's words:
    /// “ít nhất 05”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// What is to be reached.
    pub text: String,
    /// Until when, in words: “năm 2024”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
}

impl Target {
    /// The amount with its operator as it is printed; `None` for a goal in words.
    #[must_use]
    pub fn printed_amount(&self) -> Option<String> {
        let amount = self.amount.as_ref()?;
        let usual = || self.operator.apply(&amount.to_string());
        Some(self.printed.clone().unwrap_or_else(usual))
    }
}

/// How the result is compared with the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// The amount itself.
    #[default]
    Exactly,
    /// từ … trở lên.
    AtLeast,
    /// trên.
    MoreThan,
    /// không quá.
    AtMost,
}

impl Operator {
    /// The amount with the operator's words.
    #[must_use]
    pub fn apply(self, amount: &str) -> String {
        match self {
            Self::Exactly => amount.to_owned(),
            Self::AtLeast => format!("từ {amount} trở lên"),
            Self::MoreThan => format!("trên {amount}"),
            Self::AtMost => format!("không quá {amount}"),
        }
    }
}
