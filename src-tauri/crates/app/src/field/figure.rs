//! Fields of figures: the amount in one cell, and the words and window that differ from the
//! catalogue's.

use super::parse::{Refusal, entries, line, shown};
use bc138_domain::figure::Categories;
use bc138_domain::{
    DossierPart, Figure, Indicator, IndicatorKind, Nature, Provenance, Scope, State, Window,
    Wording, cell,
};

/// The dimension under which a merged count names its kinds.
pub(crate) const KINDS: &str = "kind";

/// The figure of an indicator in a dossier.
pub(crate) fn figure_of<'a>(part: &'a DossierPart, code: &str) -> Option<&'a Figure> {
    part.figures.iter().find(|figure| figure.indicator == code)
}

/// A figure of an indicator, not yet stated.
pub(crate) fn new_figure(part: &DossierPart, indicator: &Indicator) -> Figure {
    let nature = match indicator.kind {
        IndicatorKind::Flow | IndicatorKind::Money if indicator.lead == "xây dựng mới" => {
            Nature::New
        }
        IndicatorKind::Flow | IndicatorKind::Money => Nature::Flow,
        _ => Nature::Stock,
    };
    Figure {
        id: 0,
        dossier: part.dossier.id,
        indicator: indicator.code.clone(),
        scope: Scope::Province,
        window: part.dossier.window.clone(),
        categories: Categories::new(),
        nature,
        state: State::NotReported,
        amount: None,
        qualifier: None,
        part_of: None,
        wording: Wording::default(),
        provenance: Provenance::default(),
    }
}

/// The text of one part of a figure, as a field shows it.
pub(crate) fn figure_text(it: &Figure, field: &str, own_window: &Window) -> Option<String> {
    Some(match field {
        "amount" => match (it.state, it.printed_amount()) {
            (State::NotReported, _) | (_, None) => String::new(),
            (_, Some(text)) => text,
        },
        "lead" => shown(it.wording.lead.as_ref()),
        "noun" => shown(it.wording.noun.as_ref()),
        "tail" => shown(it.wording.tail.as_ref()),
        "window" if it.window == *own_window => String::new(),
        "window" => shown(it.window.label.as_ref()),
        "scope" => match &it.scope {
            Scope::Province => String::new(),
            Scope::Unit { name } | Scope::Set { name } => name.clone(),
            Scope::Country => "cả nước".to_owned(),
        },
        "kinds" => it
            .categories
            .get(KINDS)
            .map(|kinds| kinds.iter().cloned().collect::<Vec<_>>().join("; "))
            .unwrap_or_default(),
        "comment" => shown(it.provenance.comment.as_ref()),
        _ => return None,
    })
}

/// Takes the typed text of one part.
pub(crate) fn write_figure(
    it: &mut Figure,
    field: &str,
    raw: &str,
    own_window: &Window,
) -> Result<(), Refusal> {
    match field {
        "amount" => set_amount(it, raw)?,
        "lead" => it.wording.lead = line(raw)?,
        "noun" => it.wording.noun = line(raw)?,
        "tail" => it.wording.tail = line(raw)?,
        "window" => it.window = read_window(raw, own_window)?,
        "scope" => it.scope = read_scope(raw)?,
        "kinds" => set_kinds(it, raw)?,
        "comment" => it.provenance.comment = line(raw)?,
        other => return Err(Refusal::Choice(other.to_owned())),
    }
    Ok(())
}

fn set_amount(it: &mut Figure, raw: &str) -> Result<(), Refusal> {
    let (state, amount, qualifier) = match cell::read(raw)? {
        Some(reading) => (reading.state, reading.amount, reading.qualifier),
        None => (State::NotReported, None, None),
    };
    it.state = state;
    it.amount = amount;
    it.qualifier = qualifier;
    it.wording.amount = None;
    Ok(())
}

fn set_kinds(it: &mut Figure, raw: &str) -> Result<(), Refusal> {
    let kinds = entries(raw)?;
    if kinds.is_empty() {
        it.categories.remove(KINDS);
    } else {
        it.categories.insert(KINDS.to_owned(), kinds.into_iter().collect());
    }
    Ok(())
}

fn read_scope(raw: &str) -> Result<Scope, Refusal> {
    Ok(match line(raw)? {
        None => Scope::Province,
        Some(name) if name.to_lowercase() == "cả nước" => Scope::Country,
        Some(name) => Scope::Unit { name },
    })
}

/// A window typed as words; two years in it (“giai đoạn 2011-2015”) also give its days.
fn read_window(raw: &str, own: &Window) -> Result<Window, Refusal> {
    let Some(label) = line(raw)? else { return Ok(own.clone()) };
    let years: Vec<i32> = label
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let day = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day);
    let (from, to) = match years[..] {
        [first, last] if first <= last => (day(first, 1, 1), day(last, 12, 31)),
        [_, _] => return Err(Refusal::BackwardWindow),
        _ => (None, None),
    };
    Ok(Window { from, to, label: Some(label) })
}
