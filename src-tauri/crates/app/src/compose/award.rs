//! Awards as the templates see them: clauses of the same pattern and reason stand in one sentence,
//! a locality's share behind the sentence of its whole.

use super::{mark, words};
use crate::vi::award_papers::form_of;
use bc138_domain::{
    Award, AwardObjects, Catalogue, DossierPart, Fixed, MedalClass, Phrasing, Recipient, Share,
    date,
};
use serde::Serialize;

/// One award of a sentence.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AwardFacts {
    /// Counts with their nouns: “26 tập thể và 19 cá nhân”; empty when only things are counted.
    recipients: String,
    /// “Bằng khen”, “87 Kỷ niệm chương”, “danh hiệu …”; empty when no form is named.
    form: String,
    /// What is done where no form is named: “khen thưởng”, “biểu dương”.
    deed: String,
    /// “Bộ trưởng Bộ Công an”; may be empty.
    authority: String,
    /// Who handed it over, where that is not the authority; may be empty.
    presenter: String,
    /// The decision, with its date; may be empty.
    decision: String,
    /// Whether it has a number at all.
    numbered: bool,
    /// Whether the recipients are named instead of counted: “Công an xã A”.
    named: bool,
}

/// Awards in one sentence: same order of words, same reason.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AwardGroup {
    /// “giver_first”, “granted”, “received”.
    phrasing: &'static str,
    /// What they were given for; may be empty.
    reason: String,
    /// The awards.
    awards: Vec<AwardFacts>,
    /// Shares of localities in them.
    shares: Vec<LocalityShare>,
}

/// What one locality has of the awards of a sentence.
#[derive(Debug, Clone, Serialize)]
struct LocalityShare {
    locality: String,
    awards: Vec<AwardFacts>,
}

/// Awards of the conference, in the clerk's order.
pub(super) fn conference(part: &DossierPart, catalogue: &Catalogue) -> Vec<AwardGroup> {
    let awards = standing(part).filter(|award| !award.headline && whole_of(part, award).is_none());
    group(part, catalogue, awards)
}

/// Totals of the whole year by all levels; each is a sentence.
pub(super) fn headlines(part: &DossierPart, catalogue: &Catalogue) -> Vec<AwardGroup> {
    let headlines =
        standing(part).filter(|award| award.headline && whole_of(part, award).is_none());
    headlines.flat_map(|award| group(part, catalogue, std::iter::once(award))).collect()
}

/// A count of recipients that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// What of which award.
    pub source: String,
    /// The count, or its words.
    pub text: String,
    /// “tập thể được tặng Bằng khen của Bộ trưởng Bộ Công an”, with marks around other counts.
    pub name: String,
}

/// Counts of recipients and of things given, totals of the year first; shares of localities stand
/// in their wholes. Each count by itself.
pub(super) fn numbers(part: &DossierPart, catalogue: &Catalogue) -> Vec<Number> {
    told(part).into_iter().flat_map(|award| award_numbers(award, catalogue)).collect()
}

/// The same with all counts of an award in one: the first as the number, the others in its name.
pub(super) fn whole_numbers(part: &DossierPart, catalogue: &Catalogue) -> Vec<Number> {
    told(part).into_iter().filter_map(|award| whole_number(award, catalogue)).collect()
}

/// The awards that are told by themselves, totals of the year first.
fn told(part: &DossierPart) -> Vec<&Award> {
    let whole = |award: &&Award| whole_of(part, award).is_none() && is_stated(award);
    let awards = standing(part).filter(whole);
    let (mut totals, others): (Vec<&Award>, Vec<&Award>) = awards.partition(|award| award.headline);
    totals.extend(others);
    totals
}

fn award_numbers(award: &Award, catalogue: &Catalogue) -> Vec<Number> {
    let given = given(award, catalogue);
    let number = |share: &Share| {
        let text = count_text(share.count, share.words.as_ref())?;
        let name = mark::tidy(&format!("{} {given}", share_noun(share)));
        Some(Number { source: share_source(award, share), text, name })
    };
    let recipients = award.counts().iter().filter_map(number).collect::<Vec<Number>>();
    // Things are told by themselves where nobody is counted who got them.
    let things = things_number(award).filter(|_| recipients.is_empty());
    recipients.into_iter().chain(things).collect()
}

fn whole_number(award: &Award, catalogue: &Catalogue) -> Option<Number> {
    let counted = |share: &&Share| count_text(share.count, share.words.as_ref()).is_some();
    let counts = award.counts();
    let shares: Vec<&Share> = counts.iter().filter(counted).collect();
    let [first, others @ ..] = shares.as_slice() else { return things_number(award) };
    let mut nouns = vec![share_noun(first)];
    nouns.extend(others.iter().map(|share| share_text(award, share)));
    let name = mark::tidy(&format!("{} {}", words::listed(&nouns), given(award, catalogue)));
    let text = count_text(first.count, first.words.as_ref())?;
    Some(Number { source: share_source(award, first), text, name })
}

/// “của xã Mẫu được tặng Bằng khen của Bộ trưởng Bộ Công an”: what is said behind who got it.
fn given(award: &Award, catalogue: &Catalogue) -> String {
    let facts = facts(award, catalogue);
    let given = match facts.form.as_str() {
        "" => format!("được {} {}", facts.authority, facts.deed),
        form => format!("được tặng {}", form_of(form, &award.authorities)),
    };
    let place = award.locality.as_ref().map(|it| format!("của {it} ")).unwrap_or_default();
    format!("{place}{given}")
}

/// “87 Kỷ niệm chương do Bộ trưởng Bộ Công an tặng”.
fn things_number(award: &Award) -> Option<Number> {
    let things = award.objects.as_ref()?;
    let text = count_text(things.count, things.words.as_ref())?;
    let giver = match award.authorities.as_slice() {
        [] => "được trao tặng".to_owned(),
        authorities => format!("do {} tặng", authorities.join(", ")),
    };
    let place = award.locality.as_ref().map(|it| format!(" cho {it}")).unwrap_or_default();
    let name = mark::tidy(&format!("{} {giver}{place}", things.noun));
    Some(Number { source: things_source(award), text, name })
}

/// Where a count of recipients comes from: `award/3/persons`.
pub(crate) fn share_source(award: &Award, share: &Share) -> String {
    let kinds: Vec<Recipient> = share.kinds.iter().copied().collect();
    let field = match kinds[..] {
        [Recipient::Collective] => "collectives",
        [Recipient::Person] => "persons",
        [Recipient::Household] => "households",
        _ => "together",
    };
    format!("award/{}/{field}", award.id)
}

fn things_source(award: &Award) -> String {
    format!("award/{}/objects", award.id)
}

/// Awards that are printed: neither revoked themselves nor a part of one that was.
fn standing(part: &DossierPart) -> impl Iterator<Item = &Award> {
    part.awards.iter().filter(|award| !above(part, award).any(Award::is_revoked))
}

/// An award and those of which it is a share, outward; it ends where they lead in a circle.
fn above<'a>(part: &'a DossierPart, award: &'a Award) -> impl Iterator<Item = &'a Award> {
    let whole = |award: &&Award| part.awards.iter().find(|it| Some(it.id) == award.subset_of);
    std::iter::successors(Some(award), whole).take(part.awards.len())
}

/// The outermost award of which this one is a share, when that one is printed; a share that leads
/// back to itself stands alone.
fn whole_of<'a>(part: &'a DossierPart, award: &'a Award) -> Option<&'a Award> {
    let outermost = above(part, award).last()?;
    let is_whole = outermost.id != award.id && outermost.subset_of.is_none();
    Some(outermost).filter(|outermost| is_whole && is_stated(outermost))
}

/// Whether a row is filled in so far that it says something.
fn is_stated(award: &Award) -> bool {
    !award.counts().is_empty() || award.objects.is_some()
}

fn group<'a>(
    part: &'a DossierPart,
    catalogue: &Catalogue,
    awards: impl Iterator<Item = &'a Award>,
) -> Vec<AwardGroup> {
    let mut groups: Vec<AwardGroup> = Vec::new();
    for award in awards.filter(|award| is_stated(award)) {
        let mut facts = facts(award, catalogue);
        if let Some(locality) = &award.locality {
            facts.recipients = words::with_ending(&facts.recipients, &format!("của {locality}"));
        }
        let (phrasing, reason) = (phrasing_word(award), reason(award));
        let shares = shares(part, catalogue, award);
        let open = groups.last_mut().filter(|group| {
            let numbered = group.awards.iter().all(|award| award.numbered) && facts.numbered;
            // A share must stand behind its own whole.
            let alone = group.shares.is_empty() && shares.is_empty();
            let follows = shares
                .iter()
                .all(|share| group.shares.iter().all(|it| it.locality != share.locality));
            group.phrasing == phrasing && group.reason == reason && numbered && (alone || follows)
        });
        match open {
            Some(group) => {
                group.awards.push(facts);
                group.shares.extend(shares);
            }
            None => groups.push(AwardGroup { phrasing, reason, awards: vec![facts], shares }),
        }
    }
    groups
}

/// The shares of localities in an award.
fn shares(part: &DossierPart, catalogue: &Catalogue, whole: &Award) -> Vec<LocalityShare> {
    let mut shares: Vec<LocalityShare> = Vec::new();
    let inside = standing(part).filter(|award| is_stated(award));
    for award in inside.filter(|it| whole_of(part, it).is_some_and(|it| it.id == whole.id)) {
        let (locality, facts) =
            (award.locality.clone().unwrap_or_default(), facts(award, catalogue));
        match shares.iter_mut().find(|share| share.locality == locality) {
            Some(share) => share.awards.push(facts),
            None => shares.push(LocalityShare { locality, awards: vec![facts] }),
        }
    }
    shares
}

/// The giver can stand first only where somebody is named who gives.
const fn phrasing_word(award: &Award) -> &'static str {
    match award.phrasing {
        Phrasing::GiverFirst if award.authorities.is_empty() => "granted",
        Phrasing::GiverFirst => "giver_first",
        Phrasing::Granted => "granted",
        Phrasing::Received => "received",
    }
}

/// “thành tích xuất sắc trong …”, with the year of the merit.
fn reason(award: &Award) -> String {
    let typed = award.reason.clone().unwrap_or_default();
    let begins = ["vì ", "do ", "đã có ", "có "];
    let reason =
        begins.iter().fold(typed.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
    let reason = reason.to_owned();
    match award.merit_year {
        Some(year) if reason.is_empty() => format!("thành tích năm {year}"),
        Some(year) if !reason.contains("năm ") => format!("{reason} năm {year}"),
        _ => reason,
    }
}

/// Deeds that are no form of award: they are done, not given.
const DEEDS: [&str; 5] = ["khen thưởng", "biểu dương", "tuyên dương", "vinh danh", "khen"];

fn facts(award: &Award, catalogue: &Catalogue) -> AwardFacts {
    let counts = award.counts();
    let recipients: Vec<String> = counts.iter().map(|share| share_text(award, share)).collect();
    let things = award.objects.as_ref().map(|objects| objects_text(&things_source(award), objects));
    let form = things.unwrap_or_else(|| form(award, catalogue));
    let (form, deed) = match DEEDS.contains(&form.to_lowercase().as_str()) {
        true => (String::new(), form.to_lowercase()),
        false => (form, DEEDS[0].to_owned()),
    };
    AwardFacts {
        recipients: words::listed(&recipients),
        form,
        deed,
        authority: award.authorities.join(", "),
        presenter: award.presenter.clone().unwrap_or_default(),
        decision: decision(award),
        numbered: counts.iter().any(|share| share.count.is_some()) || award.objects.is_some(),
        named: counts.iter().all(|share| share.count.is_none() && share.words.is_none()),
    }
}

/// “Huân chương Chiến công hạng Nhất”, “danh hiệu …”: what is given, without who gives it.
pub(crate) fn form(award: &Award, catalogue: &Catalogue) -> String {
    let names = award.forms.iter().filter(|code| *code != "khen_thuong");
    let names: Vec<String> =
        names.filter_map(|code| catalogue.form(code)).map(|form| form.name.clone()).collect();
    let name = award.form_printed.clone().unwrap_or_else(|| words::listed(&names));
    let name = without_giver(&name, &award.authorities);
    // The title of an order is its name, no second honour: “Huân chương Chiến công hạng Nhất”.
    let is_name = |title: &&String| {
        !name.is_empty() && title.to_lowercase().starts_with(&name.to_lowercase())
    };
    let own = award.title.as_ref().filter(is_name).cloned();
    let (name, title) = match own {
        Some(own) => (own, None),
        None => (name, award.title.as_ref()),
    };
    let name = match award.medal_class.map(class_words) {
        Some(class) if !name.is_empty() => words::with_ending(&name, class),
        _ => name,
    };
    let title = title.map(|title| {
        if title.starts_with("danh hiệu") {
            title.clone()
        } else {
            format!("danh hiệu {title}")
        }
    });
    words::listed(
        &[Some(name), title].into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>(),
    )
}

/// The name of a form that names its giver (“Bằng khen của Thủ tướng Chính phủ”), where the award
/// names the same one.
fn without_giver(name: &str, authorities: &[String]) -> String {
    let [giver] = authorities else { return name.to_owned() };
    let bare = name.strip_suffix(giver.as_str()).and_then(|rest| rest.strip_suffix(" của "));
    bare.unwrap_or(name).to_owned()
}

const fn class_words(class: MedalClass) -> &'static str {
    match class {
        MedalClass::First => "hạng Nhất",
        MedalClass::Second => "hạng Nhì",
        MedalClass::Third => "hạng Ba",
    }
}

/// “Quyết định số 163/QĐ-UBND ngày 12/01/2023”.
fn decision(award: &Award) -> String {
    let Some(number) = &award.decision_number else { return String::new() };
    let named = number.to_lowercase().starts_with("quyết định");
    let name = if named { number.clone() } else { format!("Quyết định số {number}") };
    match award.decision_date {
        Some(day) => words::with_ending(&name, &format!("ngày {}", date::full(day))),
        None => name,
    }
}

fn share_text(award: &Award, share: &Share) -> String {
    let count = marked_count(&share_source(award, share), share.count, share.words.as_ref());
    format!("{count} {}", share_noun(share)).trim().to_owned()
}

fn share_noun(share: &Share) -> String {
    let kinds: Vec<&str> = share.kinds.iter().map(|kind| kind.noun()).collect();
    share.noun.clone().unwrap_or_else(|| match share.count {
        None => kinds.join(" và "),
        Some(_) => kinds.join(", "),
    })
}

fn objects_text(key: &str, objects: &AwardObjects) -> String {
    let count = marked_count(key, objects.count, objects.words.as_ref());
    format!("{count} {}", objects.noun).trim().to_owned()
}

/// The count as it is printed: the source's own words before the number.
fn marked_count(key: &str, count: Option<i32>, words: Option<&String>) -> String {
    count_text(count, words).map(|text| mark::figure(key, &text)).unwrap_or_default()
}

fn count_text(count: Option<i32>, words: Option<&String>) -> Option<String> {
    let number = || count.and_then(|count| Fixed::from_int(count.into())).map(|n| n.to_string());
    words.cloned().or_else(number)
}
