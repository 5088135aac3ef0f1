//! Fields of figures: the amount in one cell, and the words and window that differ from the
//! catalogue's.

use super::key::FieldKey;
use super::parse::{Refusal, chosen, entries, line, shown, word};
use bc138_domain::figure::Categories;
use bc138_domain::{
    Amount, DossierPart, Figure, Indicator, IndicatorKind, Nature, Provenance, Scope, State,
    Window, Wording, cell,
};

/// The dimension under which a merged count names its kinds.
const KINDS: &str = "kind";
/// The dimension of grades (mức phân loại).
pub(crate) const GRADE: &str = "grade";

/// Stands between the code of an indicator and the number of one of its further figures, as in
/// `figure/at_xa:17/amount`; `figure/at_xa:new/amount` makes one.
const FURTHER: char = ':';

/// The code of the indicator in the middle of a figure's key.
pub(crate) fn indicator_code(code: &str) -> &str {
    code.split(FURTHER).next().unwrap_or(code)
}

/// The figure that the middle of a key names: the first of an indicator, or a further one.
pub(crate) fn figure_of<'a>(part: &'a DossierPart, code: &str) -> Option<&'a Figure> {
    match code.split_once(FURTHER) {
        None => part.figures.iter().find(|figure| figure.indicator == code),
        Some((code, number)) => {
            let id: i32 = number.parse().ok()?;
            part.figures.iter().find(|figure| figure.id == id && figure.indicator == code)
        }
    }
}

/// The middle of the key of a further figure of an indicator.
pub(crate) fn further(code: &str, id: Option<i32>) -> String {
    let code = indicator_code(code);
    id.map_or_else(|| format!("{code}{FURTHER}new"), |id| format!("{code}{FURTHER}{id}"))
}

/// The middle of a figure's key: the first figure of an indicator goes by its code alone.
pub(crate) fn figure_code(part: &DossierPart, figure: &Figure) -> String {
    match figure_of(part, &figure.indicator) {
        Some(first) if first.id != figure.id => further(&figure.indicator, Some(figure.id)),
        _ => figure.indicator.clone(),
    }
}

/// The key of a figure's amount.
pub(crate) fn figure_key(part: &DossierPart, figure: &Figure) -> FieldKey {
    FieldKey::Figure { code: figure_code(part, figure), part: "amount".to_owned() }
}

/// What kind of count over time an indicator's figures usually are.
pub(crate) fn usual_nature(indicator: &Indicator) -> Nature {
    match indicator.kind {
        IndicatorKind::Flow | IndicatorKind::Money if indicator.lead == "xây dựng mới" => {
            Nature::New
        }
        IndicatorKind::Flow | IndicatorKind::Money => Nature::Flow,
        _ => Nature::Stock,
    }
}

/// A figure of an indicator, not yet stated.
pub(crate) fn new_figure(part: &DossierPart, indicator: &Indicator) -> Figure {
    Figure {
        id: 0,
        dossier: part.dossier.id,
        indicator: indicator.code.clone(),
        scope: Scope::Province,
        window: part.dossier.window.clone(),
        categories: Categories::new(),
        nature: usual_nature(indicator),
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
        "amount" => amount_text(it),
        "printed" => shown(it.wording.amount.as_ref()),
        "rate" => shown(it.wording.rate.as_ref()),
        "subject" => shown(it.wording.subject.as_ref()),
        "nature" => word(&it.nature),
        "lead" => shown_words(it.wording.lead.as_ref()),
        "noun" => shown_words(it.wording.noun.as_ref()),
        "tail" => shown_words(it.wording.tail.as_ref()),
        "window" if it.window == *own_window => String::new(),
        "window" => shown(it.window.label.as_ref()),
        "scope" => match &it.scope {
            Scope::Province => String::new(),
            Scope::Unit { name } | Scope::Set { name } => name.clone(),
            Scope::Country => "cả nước".to_owned(),
        },
        "kinds" => kinds_text(it, KINDS),
        "grade" => kinds_text(it, GRADE),
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
        "printed" => it.wording.amount = read_printed(it, raw)?,
        "rate" => it.wording.rate = read_rate(raw)?,
        "subject" => it.wording.subject = line(raw)?,
        "nature" => it.nature = chosen(raw)?,
        "lead" => it.wording.lead = own_words(raw)?,
        "noun" => it.wording.noun = own_words(raw)?,
        "tail" => it.wording.tail = own_words(raw)?,
        "window" => it.window = read_window(raw, own_window)?,
        "scope" => it.scope = read_scope(raw)?,
        "kinds" => set_kinds(it, KINDS, raw)?,
        "grade" => set_kinds(it, GRADE, raw)?,
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
    it.wording.amount = cell::meant_form(raw);
    Ok(())
}

/// What stands for no words at all, where the catalogue has some.
const NO_WORDS: &str = "-";

fn own_words(raw: &str) -> Result<Option<String>, Refusal> {
    Ok(line(raw)?.map(|words| if words == NO_WORDS { String::new() } else { words }))
}

fn shown_words(words: Option<&String>) -> String {
    match words {
        Some(words) if words.is_empty() => NO_WORDS.to_owned(),
        words => shown(words),
    }
}

/// The amount as it is typed, so that typing it again gives the same figure.
fn amount_text(it: &Figure) -> String {
    match (it.state, it.printed_amount()) {
        (State::NotReported, _) | (_, None) => String::new(),
        (State::Estimate, Some(text)) => format!("ước tính {text}"),
        (_, Some(text)) => text,
    }
}

/// The printed form of an amount: words, or digits that are the same amount (“2000” for 2.000).
fn read_printed(it: &Figure, raw: &str) -> Result<Option<String>, Refusal> {
    let Some(text) = line(raw)? else { return Ok(None) };
    let same = match cell::read(&text) {
        Ok(Some(reading)) => reading.amount == it.amount,
        _ => !text.contains(|c: char| c.is_ascii_digit()),
    };
    if same { Ok(Some(text)) } else { Err(Refusal::NumberNeeded) }
}

/// A percentage printed beside an amount: “88,73%”, “trên 96%”.
fn read_rate(raw: &str) -> Result<Option<String>, Refusal> {
    match cell::read(raw)?.map(|reading| reading.amount) {
        None => Ok(None),
        Some(Some(Amount::Percent { .. })) => line(raw),
        Some(_) => Err(Refusal::NumberNeeded),
    }
}

fn kinds_text(it: &Figure, dimension: &str) -> String {
    let kinds = it.categories.get(dimension).into_iter().flatten().cloned();
    kinds.collect::<Vec<_>>().join("; ")
}

fn set_kinds(it: &mut Figure, dimension: &str, raw: &str) -> Result<(), Refusal> {
    let kinds = entries(raw)?;
    if kinds.is_empty() {
        it.categories.remove(dimension);
    } else {
        it.categories.insert(dimension.to_owned(), kinds.into_iter().collect());
    }
    Ok(())
}

/// The text of one part of a figure; of which other figure it is a part is said by that one's code.
pub(crate) fn read_figure(part: &DossierPart, it: &Figure, field: &str) -> Option<String> {
    if field != "part_of" {
        return figure_text(it, field, &part.dossier.window);
    }
    let whole = part.figures.iter().find(|figure| Some(figure.id) == it.part_of);
    Some(whole.map(|whole| figure_code(part, whole)).unwrap_or_default())
}

/// Takes the typed text of one part of a figure.
pub(crate) fn put_figure(
    part: &DossierPart,
    it: &mut Figure,
    field: &str,
    raw: &str,
) -> Result<(), Refusal> {
    if field != "part_of" {
        return write_figure(it, field, raw, &part.dossier.window);
    }
    it.part_of = match line(raw)? {
        None => None,
        Some(name) => Some(whole_named(part, it.id, &name)?),
    };
    Ok(())
}

/// The id of the figure that a code, or the name of one of the user's indicators, stands for; a
/// figure is no part of itself, directly or through others.
fn whole_named(part: &DossierPart, own: i32, name: &str) -> Result<i32, Refusal> {
    let named = part.indicators.iter().find(|indicator| indicator.name == name);
    let code = named.map_or(name, |indicator| indicator.code.as_str());
    let refusal = || Refusal::Choice(name.to_owned());
    let whole = figure_of(part, code).ok_or_else(refusal)?;
    let mut above = Some(whole);
    for _ in 0..=part.figures.len() {
        match above {
            Some(figure) if figure.id == own => return Err(refusal()),
            Some(figure) => {
                above = part.figures.iter().find(|it| Some(it.id) == figure.part_of);
            }
            None => return Ok(whole.id),
        }
    }
    Err(refusal())
}

fn read_scope(raw: &str) -> Result<Scope, Refusal> {
    Ok(match line(raw)? {
        None => Scope::Province,
        Some(name) if name.to_lowercase() == "cả nước" => Scope::Country,
        Some(name) if is_set(&name) => Scope::Set { name },
        Some(name) => Scope::Unit { name },
    })
}

/// “các xã biên giới”, “5 xã vùng cao”: several units under one name.
fn is_set(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    ["các", "những", "khối", "nhóm"].contains(&first.as_str())
        || first.chars().all(|c| c.is_ascii_digit())
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
