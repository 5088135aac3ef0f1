//! Legal bases and programmes as the templates see them.

use super::mark;
use super::words::listed;
use bc138_domain::Basis;
use bc138_domain::event::BasisRole;
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
