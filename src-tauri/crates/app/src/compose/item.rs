//! One figure as the templates see it: lead, amount, noun, tail and everything that says what it
//! is an amount of.

use super::{approximate, mark, words};
use crate::field::{FieldKey, GRADE, figure_key, usual_nature};
use bc138_domain::text::search_key;
use bc138_domain::{
    Amount, Catalogue, Category, DossierPart, Figure, Indicator, IndicatorKind, Nature, Qualifier,
    State,
};
use serde::Serialize;

/// One figure of a sentence.
#[derive(Debug, Clone, Serialize, Default)]
pub(super) struct Item {
    /// The window, where it is not the one around it.
    pub window: String,
    /// The place, where it is not the one around it.
    pub place: String,
    /// Who acts, instead of the group's words.
    pub subject: String,
    /// Words before the amount, beginning with a verb; may be empty.
    pub lead: String,
    /// The amount inside its marks, or a gap.
    pub amount: String,
    /// What is counted.
    pub noun: String,
    /// Words behind it; may be empty.
    pub tail: String,
    /// Kinds counted together that the noun does not name.
    pub kinds: Vec<String>,
    /// Grades (xuất sắc, khá, …) that are counted.
    pub grades: Vec<String>,
    /// The percentage printed beside the amount.
    pub rate: String,
    /// What the program adds beside the amount: its share in percent, its change; may be empty.
    pub aside: String,
    /// The figure it tells; 0 for one that is missing.
    #[serde(skip)]
    pub figure: i32,
    /// Whether nothing occurred.
    pub zero: bool,
    /// Whether it is an estimate.
    pub estimate: bool,
    /// Whether it is a total since a beginning.
    pub cumulative: bool,
    /// Whether the noun names a measure and stands before its amount: “kinh phí 14 tỷ đồng”.
    pub measure: bool,
    /// Whether the tail says of this figure alone what a group says of all of its figures.
    pub own_ending: bool,
    /// Whether a comma stands before it when it is joined to another.
    pub pause: bool,
    /// Whether it stands in brackets when it is joined to another: “(vượt 275% chỉ tiêu)”.
    pub bracket: bool,
    /// Figures said in the same breath: “với 356 đơn vị”.
    pub joined: Vec<Self>,
    /// Figures that are parts of this one (trong đó).
    pub parts: Vec<Self>,
}

/// How the lead of a figure begins that is said in the same breath as the one before.
const JOINING: [&str; 8] = ["với", "cho", "gồm", "tại", "trị giá", "thu hút", "đạt", "tương đương"];

impl Item {
    /// Whether it goes on in the same breath: “với 356 đơn vị”.
    pub fn joins(&self) -> bool {
        let begins = |word: &str| {
            let rest = self.lead.strip_prefix(word);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.bracket || JOINING.into_iter().any(begins)
    }

    /// Whether it speaks of the window, place and person around it.
    pub fn is_here(&self) -> bool {
        self.window.is_empty() && self.place.is_empty() && self.subject.is_empty()
    }
}

/// The words of a figure that is printed.
pub(super) fn item(
    part: &DossierPart,
    catalogue: &Catalogue,
    figure: &Figure,
    indicator: Option<&Indicator>,
) -> Item {
    let (lead, noun, tail) = wording(figure, indicator);
    let (bracket, lead, tail) = without_brackets(lead, tail);
    let (lead, tail) = with_nature(figure, indicator, lead, tail);
    let key = figure_key(part, figure).to_string();
    let zero = figure.state == State::Zero;
    let printed = approximate::printed(figure).unwrap_or_default();
    let measure = is_measure(figure, &lead, &noun);
    let known = KnownKinds { catalogue, own: &part.categories };
    let (kinds, grades) = kinds_and_grades(known, figure, &noun, indicator);
    let (noun, kinds) = match figure.wording.noun.is_none() && counts_kinds(indicator) {
        true if !kinds.is_empty() => (words::listed(&kinds), Vec::new()),
        _ => (noun, kinds),
    };
    let (printed, noun) = around_noun(figure, printed, noun);
    Item {
        pause: lead.starts_with("thu hút") || lead.starts_with("đạt"),
        bracket,
        lead,
        // Of what did not occur only the noun is left to carry the mark.
        amount: if zero { String::new() } else { mark::figure(&key, &printed) },
        tail,
        kinds,
        grades,
        rate: figure.wording.rate.clone().unwrap_or_default(),
        figure: figure.id,
        zero,
        estimate: figure.state == State::Estimate && !printed.starts_with("ước"),
        cumulative: figure.nature == Nature::Cumulative && !says_cumulative(figure, &noun),
        measure,
        own_ending: figure.wording.tail.is_some(),
        noun: if zero { mark::figure(&key, &noun) } else { noun },
        ..Item::default()
    }
}

/// “từ 40.000 lượt người trở lên”: what is counted stands inside the bounds of a count.
fn around_noun(figure: &Figure, printed: String, noun: String) -> (String, String) {
    let suffix = figure.qualifier.and_then(Qualifier::suffix).unwrap_or_default();
    let counted = matches!(figure.amount, Some(Amount::Number { .. })) && !noun.is_empty();
    let front = printed.strip_suffix(suffix).map(str::trim_end).map(str::to_owned);
    match front.filter(|_| counted && !suffix.is_empty()) {
        Some(front) => (front, format!("{noun} {suffix}")),
        None => (printed, noun),
    }
}

/// The place of a figure that is still missing.
pub(super) fn gap(indicator: &Indicator) -> Item {
    let key = FieldKey::Figure { code: indicator.code.clone(), part: "amount".to_owned() };
    let key = key.to_string();
    Item {
        lead: indicator.lead.clone(),
        amount: mark::gap(&key),
        noun: indicator.noun.clone(),
        tail: indicator.tail.clone(),
        ..Item::default()
    }
}

/// Lead, noun and tail: the figure's own words, else the catalogue's.
pub(super) fn wording(figure: &Figure, indicator: Option<&Indicator>) -> (String, String, String) {
    let own = &figure.wording;
    let of = |word: &Option<String>, usual: fn(&Indicator) -> &String| {
        word.clone().unwrap_or_else(|| indicator.map(usual).cloned().unwrap_or_default())
    };
    let lead = of(&own.lead, |indicator| &indicator.lead);
    let noun = own.noun.clone().unwrap_or_else(|| indicator.map(noun).unwrap_or_default());
    let tail = of(&own.tail, |indicator| &indicator.tail);
    (without_in_which(&lead), without_in_which(&noun), tail)
}

/// The noun of an indicator; of one of the user's own its name, inside a sentence.
fn noun(indicator: &Indicator) -> String {
    match indicator.noun == indicator.name.to_lowercase() {
        true => words::uncapitalise(&indicator.name),
        false => indicator.noun.clone(),
    }
}

/// The template says “trong đó” where a figure is a part; the words themselves must not.
fn without_in_which(text: &str) -> String {
    let rest = text.strip_prefix("trong đó").unwrap_or(text).trim_start_matches([',', ':', ' ']);
    rest.strip_prefix("có ").filter(|_| rest.len() < text.len()).unwrap_or(rest).to_owned()
}

/// A lead that opens a bracket says that the figure stands in one; the template sets both.
fn without_brackets(lead: String, tail: String) -> (bool, String, String) {
    match lead.strip_prefix('(') {
        Some(inside) => {
            (true, inside.trim().to_owned(), tail.trim_end_matches(')').trim().to_owned())
        }
        None => (false, lead, tail),
    }
}

/// Says what is new or only kept up, where that is not what the catalogue's words say.
fn with_nature(
    figure: &Figure,
    indicator: Option<&Indicator>,
    lead: String,
    tail: String,
) -> (String, String) {
    let usual = indicator.map(usual_nature);
    if figure.wording.lead.is_some() || usual == Some(figure.nature) || indicator.is_none() {
        return (lead, tail);
    }
    match (figure.nature, usual) {
        (Nature::New, _) if lead.is_empty() => ("xây dựng mới".to_owned(), tail),
        (Nature::New, _) if !lead.contains("mới") => (lead, words::with_ending(&tail, "(mới)")),
        (Nature::Stock, Some(Nature::New)) => ("duy trì".to_owned(), tail),
        _ => (lead, tail),
    }
}

fn says_cumulative(figure: &Figure, noun: &str) -> bool {
    let own = &figure.wording;
    let texts = [own.lead.as_deref(), own.tail.as_deref(), figure.window.label.as_deref()];
    texts.into_iter().flatten().chain([noun]).any(|text| text.to_lowercase().contains("lũy kế"))
}

/// How nouns begin that name a measure, not the things that are counted.
const MEASURES: [&str; 14] = [
    "tỷ lệ",
    "mức",
    "trị giá",
    "giá trị",
    "kinh phí",
    "tổng kinh phí",
    "tổng trị giá",
    "tổng số tiền",
    "số tiền",
    "số dư",
    "quỹ",
    "tiền",
    "diện tích",
    "thiệt hại",
];

fn is_measure(figure: &Figure, lead: &str, noun: &str) -> bool {
    let lower = noun.to_lowercase();
    let named = MEASURES.iter().any(|measure| lower.starts_with(measure));
    match figure.amount {
        Some(Amount::Percent { .. } | Amount::Quantity { .. }) => named,
        Some(Amount::Money { .. }) => named || lead.is_empty(),
        _ => false,
    }
}

/// Whether each kind is counted in a unit of its own: vụ, người chết, người bị thương.
fn counts_kinds(indicator: Option<&Indicator>) -> bool {
    indicator.is_some_and(|indicator| indicator.unit.contains(", "))
}

/// The kinds that have a name: the catalogue's and the office's own.
#[derive(Clone, Copy)]
pub(super) struct KnownKinds<'a> {
    pub catalogue: &'a Catalogue,
    pub own: &'a [Category],
}

impl<'a> KnownKinds<'a> {
    fn of(self, dimension: &str) -> Vec<&'a Category> {
        let own = self.own.iter().filter(|kind| kind.dimension == dimension);
        self.catalogue.categories(dimension).iter().chain(own).collect()
    }
}

/// All kinds of a merged count, unless the noun names every one of them and no other: “xã, phường,
/// thị trấn” does not say that only xã and thị trấn were counted.
fn kinds(known: KnownKinds<'_>, figure: &Figure, noun: &str) -> Vec<String> {
    let listed = noun.replace(" và ", ", ").split(", ").count();
    let noun = search_key(noun);
    let is_named = |kind: &String| noun.contains(&search_key(kind));
    let is_said = |names: &Vec<String>| listed <= names.len() && names.iter().all(is_named);
    let dimensions = figure.categories.keys().filter(|dimension| *dimension != GRADE);
    let in_order = |mut names: Vec<String>| {
        names.sort_by_key(|name| noun.find(&search_key(name)).unwrap_or(usize::MAX));
        names
    };
    let names = dimensions.map(|dimension| in_order(names(known, figure, dimension)));
    names.filter(|names| !is_said(names)).flatten().collect()
}

/// Kinds and grades; a grade that stands among the kinds of a distribution is a grade.
pub(super) fn kinds_and_grades(
    known: KnownKinds<'_>,
    figure: &Figure,
    noun: &str,
    indicator: Option<&Indicator>,
) -> (Vec<String>, Vec<String>) {
    let graded = indicator.is_some_and(|it| it.kind == IndicatorKind::Distribution);
    let grades: Vec<String> = known.of(GRADE).iter().map(|grade| search_key(&grade.name)).collect();
    let is_grade = |kind: &String| graded && grades.contains(&search_key(kind));
    let (among, kinds): (Vec<String>, Vec<String>) =
        kinds(known, figure, noun).into_iter().partition(is_grade);
    let grades = names(known, figure, GRADE).into_iter().chain(among);
    (kinds, grades.map(|grade| grade.to_lowercase()).collect())
}

/// The names of a figure's kinds in one dimension, in the catalogue's order. What the catalogue
/// does not know is printed as it stands.
fn names(known: KnownKinds<'_>, figure: &Figure, dimension: &str) -> Vec<String> {
    let known = known.of(dimension);
    let place = |kind: &String| {
        known.iter().position(|it| it.code == *kind || search_key(&it.name) == search_key(kind))
    };
    let kinds = figure.categories.get(dimension).into_iter().flatten();
    let mut kinds: Vec<(Option<usize>, &String)> = kinds.map(|kind| (place(kind), kind)).collect();
    kinds.sort_by_key(|(place, _)| place.unwrap_or(usize::MAX));
    let name = |(place, kind): (Option<usize>, &String)| {
        place.map_or_else(|| kind.clone(), |place| known[place].name.clone())
    };
    kinds.into_iter().map(name).collect()
}
