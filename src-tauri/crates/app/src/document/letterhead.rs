//! Who issues a document and who signs it: the dated settings of the office on the document's day,
//! with the built-in values where it says nothing. What is neither set nor built in stays empty and
//! is printed as a gap.

use super::Request;
use super::frame::{Head, Signature};
use crate::vi::documents::{frame as words, official};
use crate::vi::settings::DEFAULTS;
use bc138_domain::{DossierPart, setting};
use bc138_report::{Meta, SizeSet};
use chrono::NaiveDate;

/// The issuing office on one day.
#[derive(Debug, Clone)]
pub(crate) struct Letterhead<'a> {
    part: &'a DossierPart,
    day: NaiveDate,
    /// Number of the document, where it has one.
    number: Option<String>,
    /// Its own date, where it is known.
    dated: Option<NaiveDate>,
}

impl<'a> Letterhead<'a> {
    /// The office of a dossier on the day of the document; without a date of its own that is the
    /// dossier's day.
    pub(crate) fn of(part: &'a DossierPart, request: &Request) -> Self {
        let dated = request.dated;
        let day = dated.or_else(|| part.dossier.document_date()).unwrap_or_default();
        Self { part, day, number: request.number.clone(), dated }
    }

    /// A setting in force, else its built-in value, else nothing.
    pub(crate) fn setting(&self, key: &str) -> Option<&str> {
        let built_in = || DEFAULTS.iter().find(|(of, _)| *of == key).map(|(_, value)| *value);
        let own = setting::in_force(&self.part.settings, key, self.day);
        own.or_else(built_in).filter(|value| !value.trim().is_empty())
    }

    /// Type and name of the unit that reports.
    pub(crate) fn unit(&self) -> (&'a str, &'a str) {
        (&self.part.dossier.province_type, &self.part.dossier.province)
    }

    /// “tỉnh Lạng Sơn”.
    pub(crate) fn locality(&self) -> String {
        let dossier = &self.part.dossier;
        words::locality(&dossier.province_type, &dossier.province)
    }

    /// “Ban Chỉ đạo 138”.
    pub(crate) fn committee(&self) -> &str {
        self.setting("committee.short_name").unwrap_or(official::COMMITTEE)
    }

    /// “Ban Chỉ đạo 138 tỉnh Lạng Sơn”.
    pub(crate) fn issuer(&self) -> String {
        format!("{} {}", self.committee(), self.locality())
    }

    /// Địa danh: the setting, else the locality's name.
    pub(crate) fn place(&self) -> String {
        let place = self.setting("report.place");
        place.map_or_else(|| words::place_of(&self.part.dossier.province), str::to_owned)
    }

    /// The head of a document with a symbol of its kind: `report.symbol`, `letter.symbol`.
    pub(crate) fn head(&self, symbol_key: &str) -> Head {
        let parent = self.setting("committee.parent").map(str::to_owned);
        Head {
            parent: Some(parent.unwrap_or_else(|| format!("UBND {}", self.locality()))),
            agency: Some(self.committee().to_owned()),
            number: self.number.clone(),
            symbol: self.setting(symbol_key).map(str::to_owned),
            about: None,
            place: Some(self.place()),
            date: self.dated,
        }
    }

    /// Addressees of a report that goes up.
    pub(crate) fn addressees(&self) -> Vec<String> {
        self.entries("report.addressees")
    }

    /// The signature block; “Như trên” stands in it only where there are addressees.
    pub(crate) fn signature(&self, has_addressees: bool) -> Signature {
        let mut recipients = self.entries("report.recipients");
        recipients.retain(|line| has_addressees || !line.eq_ignore_ascii_case(words::AS_ABOVE));
        let role = self.setting("signer.role").unwrap_or_default().to_uppercase();
        Signature {
            authority: authority(&role, self.committee()),
            role,
            post: self.setting("signer.post").map(str::to_owned),
            name: self.setting("signer.name").map(str::to_owned),
            recipients,
        }
    }

    /// Which of the two size sets of the decree the office uses.
    pub(crate) fn sizes(&self) -> SizeSet {
        match self.setting("report.sizes") {
            Some("12/13/13") => SizeSet::Small,
            _ => SizeSet::Large,
        }
    }

    /// Decimals of a percentage, 0 to 2.
    pub(crate) fn percent_places(&self) -> u32 {
        let places = self.setting("report.percent_places").and_then(|it| it.parse().ok());
        places.map_or(1, |places: u32| places.min(2))
    }

    /// Properties of the file.
    pub(crate) fn meta(&self, title: &str) -> Meta {
        Meta {
            title: title.to_owned(),
            author: self.issuer(),
            subject: self.part.dossier.label(),
            keywords: Vec::new(),
            date: self.dated.or_else(|| self.part.dossier.document_date()),
        }
    }

    fn entries(&self, key: &str) -> Vec<String> {
        let text = self.setting(key).unwrap_or_default();
        let entries = text.split(';').map(str::trim).filter(|entry| !entry.is_empty());
        entries.map(|entry| entry.trim_end_matches('.').to_owned()).collect()
    }
}

/// On whose behalf is signed: a deputy signs for the chief, the chief for the whole committee
/// (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7).
fn authority(role: &str, committee: &str) -> String {
    match role.strip_prefix(words::DEPUTY) {
        // A standing deputy (Phó Trưởng Ban Thường trực) signs for the chief, who is not standing.
        Some(chief) => {
            let chief = chief.strip_suffix(words::STANDING).unwrap_or(chief);
            format!("{} {chief}", words::FOR_CHIEF)
        }
        None => format!("{} {}", words::FOR_ALL, committee.to_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deputy_signs_for_the_chief_and_the_chief_for_the_committee() {
        assert_eq!(authority("PHÓ TRƯỞNG BAN", "Ban Chỉ đạo"), "KT. TRƯỞNG BAN");
        assert_eq!(authority("PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "Ban Chỉ đạo"), "KT. TRƯỞNG BAN");
        assert_eq!(authority("TRƯỞNG BAN", "Ban Chỉ đạo"), "TM. BAN CHỈ ĐẠO");
    }
}
