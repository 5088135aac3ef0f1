//! Legal bases and programmes as the templates see them.

use super::mark;
use super::words::listed;
use bc138_domain::Basis;
use bc138_domain::event::BasisRole;
use bc138_domain::text::search_key;
use serde::Serialize;

/// Bases by what the conference does with them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Bases {
    /// All whose results are under review, cited together.
    reviewed: String,
    announced: Vec<BasisFacts>,
    ahead: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct BasisFacts {
    issuer: String,
    name: String,
    subject: String,
}

pub(super) fn bases(bases: &[Basis]) -> Bases {
    let of = |role| bases.iter().filter(move |basis| basis.role == role && !basis.name.is_empty());
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let announced = of(BasisRole::Announced).map(|basis| BasisFacts {
        issuer: words(&basis.issuer),
        name: basis.name.clone(),
        subject: words(&basis.subject),
    });
    Bases {
        reviewed: cite_together(of(BasisRole::Reviewed)),
        announced: announced.collect(),
        ahead: of(BasisRole::Ahead).map(cite).collect(),
    }
}

/// Bases as an official document cites them: in full where one is named first, by its name alone
/// afterwards.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Citations {
    /// What the report carries out (căn cứ): its results are under review.
    pub grounds: Vec<String>,
    /// Presented in the time under review.
    pub announced: Vec<String>,
    /// To be carried out.
    pub ahead: Vec<String>,
}

pub(super) fn citations(bases: &[Basis]) -> Citations {
    let mut cited: Vec<String> = Vec::new();
    let mut of = |role| {
        let named = bases.iter().filter(|basis| basis.role == role && !basis.name.is_empty());
        let mut texts: Vec<String> = Vec::new();
        for basis in named {
            let key = search_key(&format!(
                "{} {}",
                basis.name,
                basis.issuer.as_deref().unwrap_or_default()
            ));
            let known = cited.contains(&key);
            let text = if known { basis.name.clone() } else { cite(basis) };
            cited.push(key);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    };
    let (grounds, announced) = (of(BasisRole::Reviewed), of(BasisRole::Announced));
    Citations { grounds, announced, ahead: of(BasisRole::Ahead) }
}

/// “Chỉ thị số 02 của UBND tỉnh Hải Dương về …”.
fn cite(basis: &Basis) -> String {
    let issuer = basis.issuer.as_ref().map(|issuer| format!("của {issuer}")).unwrap_or_default();
    mark::tidy(&format!("{} {issuer} {}", basis.name, basis.subject.clone().unwrap_or_default()))
}

/// “Thông tư 23, Chỉ thị 07 của Bộ Công an và Chỉ thị 06 của UBND tỉnh”: neighbours of the same
/// issuer are cited together; one with a subject stands by itself.
fn cite_together<'a>(bases: impl Iterator<Item = &'a Basis>) -> String {
    let mut cited: Vec<(Option<&String>, Vec<String>)> = Vec::new();
    for basis in bases {
        let issuer = basis.issuer.as_ref();
        let open = cited.last_mut().filter(|(of, _)| issuer.is_some() && *of == issuer);
        match (open, &basis.subject) {
            (_, Some(_)) => cited.push((None, vec![cite(basis)])),
            (Some((_, names)), None) => names.push(basis.name.clone()),
            (None, None) => cited.push((issuer, vec![basis.name.clone()])),
        }
    }
    let cited = cited.into_iter().map(|(issuer, names)| match issuer {
        Some(issuer) => format!("{} của {issuer}", names.join(", ")),
        None => names.join(", "),
    });
    let cited: Vec<String> = cited.collect();
    let composite = bases_have_commas(&cited);
    if composite { cited.join("; ") } else { listed(&cited) }
}

/// Whether citations need semicolons between them.
fn bases_have_commas(cited: &[String]) -> bool {
    cited.len() > 1 && cited.iter().any(|text| text.contains(" về ") && text.contains(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basis(name: &str, issuer: &str, subject: &str, role: BasisRole) -> Basis {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (id, name) = (0, name.to_owned());
        Basis {
            id,
            dossier: 1,
            position: 0,
            name,
            issuer: some(issuer),
            subject: some(subject),
            role,
        }
    }

    #[test]
    fn a_text_is_cited_in_full_once_and_by_its_name_afterwards() {
        let bases = [
            basis("Chỉ thị 06", "UBND tỉnh", "về địa bàn trọng điểm", BasisRole::Ahead),
            basis("Chỉ thị 06", "UBND tỉnh", "về địa bàn trọng điểm", BasisRole::Reviewed),
            basis("Chỉ thị 06", "Bộ Công an", "", BasisRole::Announced),
        ];
        let cited = citations(&bases);
        assert_eq!(cited.grounds, ["Chỉ thị 06 của UBND tỉnh về địa bàn trọng điểm"]);
        assert_eq!(cited.ahead, ["Chỉ thị 06"], "it was cited in full at the head");
        assert_eq!(cited.announced, ["Chỉ thị 06 của Bộ Công an"], "another text of that number");
    }
}
