//! Annexes that list something else than units: kinds of models, awards, targets.

use super::notes::windows;
use super::numbers::{Numbers, Source, of_kind};
use super::shape::{ColumnShape, Field, Shape};
use super::table::{AnnexCell, AnnexColumn, AnnexRow, AnnexTable, columns};
use crate::app::App;
use crate::compose::share_source;
use crate::error::AppError;
use crate::field::{figure_key, usual_nature};
use crate::units::capital;
use crate::vi::annex as words;
use crate::view::AchievementRow;
use bc138_awards::total::{ListMoney, list_money};
use bc138_domain::{Award, AwardObjects, Categories, DossierPart, Fixed, Recipient, Scope, Share};
use bc138_report::RowRole;

impl AnnexTable {
    /// Kinds of models: a row for each kind with a number, from the report or from the units.
    pub(super) fn of_kinds(
        shape: &'static Shape,
        numbers: &Numbers,
        part: &DossierPart,
        places: u32,
    ) -> Option<Self> {
        let (groups, columns) = columns(shape, numbers);
        let mut rows = Vec::new();
        for dimension in &shape.dimensions {
            let categories = numbers.catalogue.categories(dimension).iter();
            let of_dimension: Vec<AnnexRow> = categories
                .filter_map(|category| {
                    let kind = of_kind(dimension, &category.code);
                    let cell = |it: &AnnexColumn| counted(it, numbers, part, &kind, places);
                    let cells: Vec<AnnexCell> = columns.iter().map(cell).collect();
                    let label = capital(&category.name);
                    let any = cells.iter().any(|cell| cell.value.is_some());
                    any.then(|| AnnexRow { label, cells, ..AnnexRow::default() })
                })
                .collect();
            let name = numbers.catalogue.dimension(dimension).map(|it| it.name.clone());
            if !of_dimension.is_empty() {
                let cells = vec![AnnexCell::default(); columns.len()];
                let label = name.unwrap_or_default();
                rows.push(AnnexRow { label, cells, role: RowRole::Group, ..AnnexRow::default() });
            }
            rows.extend(of_dimension);
        }
        let mut notes = vec![words::LEGEND.to_owned()];
        if numbers.years.len() > 1 {
            // Kinds are told of the last year only.
            let sources: Vec<Source> = columns.iter().flat_map(AnnexColumn::all).cloned().collect();
            notes.insert(0, words::windows(&windows(&sources)));
        }
        let (caption, totals) = (None, None);
        let table = Self { shape, caption, groups, columns, rows, totals, notes };
        (!table.rows.is_empty()).then_some(table)
    }
}

/// The number of one kind: the report's, else what the units add up to.
fn counted(
    column: &AnnexColumn,
    numbers: &Numbers,
    part: &DossierPart,
    kind: &Categories,
    places: u32,
) -> AnnexCell {
    let code = &column.shape.figure;
    let usual = numbers.catalogue.indicator(code).map(usual_nature);
    let stated = part.figures.iter().find(|figure| {
        figure.indicator == *code
            && figure.scope == Scope::Province
            && figure.categories == *kind
            && usual == Some(figure.nature)
            && figure.window == part.dossier.window
    });
    if let Some((figure, value)) =
        stated.and_then(|it| Some((it, it.amount.as_ref()?.magnitude()?)))
    {
        let text = figure.printed_amount().unwrap_or_default();
        let source = Some(figure_key(part, figure).to_string());
        return AnnexCell { text, value: Some(value), source, ..AnnexCell::default() };
    }
    let missing = AnnexCell { text: words::MISSING.to_owned(), ..AnnexCell::default() };
    let Some(source) = numbers.source(code, kind) else { return missing };
    let units = numbers.units(std::slice::from_ref(&source));
    let total = numbers.total(&source, &units, None);
    match total.value {
        Some(value) => {
            let cell = column.part(value, total.total, places);
            AnnexCell { source: Some(source.id(&numbers.own_key(&source))), ..cell }
        }
        None => missing,
    }
}

impl App {
    /// The awards of the dossier with their money.
    pub(super) fn award_annex(
        &self,
        shape: &'static Shape,
        part: &DossierPart,
    ) -> Result<Option<AnnexTable>, AppError> {
        if part.awards.is_empty() {
            return Ok(None);
        }
        let settings = self.settings()?;
        let money = list_money(&part.awards, self.assets.award_tables()?, &settings);
        let rows: Vec<AnnexRow> =
            part.awards.iter().map(|award| self.award_row(shape, award, &money)).collect();
        let cells = shape.columns().map(|column| award_total(column, part, &money)).collect();
        let label = words::GRAND_TOTAL.to_owned();
        let totals = AnnexRow { label, cells, role: RowRole::Total, ..AnnexRow::default() };
        let mut notes = Vec::new();
        if !money.missing.is_empty() {
            notes.push(words::money_missing(money.missing.len()));
        }
        if part.awards.iter().any(|award| !award.is_counted()) {
            notes.push(words::NOT_COUNTED.to_owned());
        }
        if part.awards.iter().flat_map(Award::counts).any(|share| share.kinds.len() > 1) {
            notes.push(words::COUNTED_TOGETHER.to_owned());
        }
        Ok(Some(list(shape, rows, Some(totals), notes)))
    }

    fn award_row(&self, shape: &Shape, award: &Award, money: &ListMoney) -> AnnexRow {
        let mark = if award.is_counted() { "" } else { words::ESTIMATE };
        let cells = shape.columns().map(|column| award_cell(column, award, money)).collect();
        let label = format!("{}{mark}", self.award_title(award));
        AnnexRow { label, cells, ..AnnexRow::default() }
    }

    /// How far the targets of the window before were met.
    pub(super) fn target_annex(
        &self,
        shape: &'static Shape,
    ) -> Result<Option<AnnexTable>, AppError> {
        let achievements = self.achievements()?;
        let row = |it: &AchievementRow| {
            let cell = |column: &ColumnShape| {
                let text = match column.field {
                    Some(Field::Outcome) => it.outcome.clone(),
                    _ => it.result.clone(),
                };
                AnnexCell { text, ..AnnexCell::default() }
            };
            let cells = shape.columns().map(cell).collect();
            AnnexRow { label: capital(&it.target), cells, ..AnnexRow::default() }
        };
        let rows: Vec<AnnexRow> = achievements.iter().map(row).collect();
        Ok((!rows.is_empty()).then(|| list(shape, rows, None, Vec::new())))
    }
}

fn list(
    shape: &'static Shape,
    rows: Vec<AnnexRow>,
    totals: Option<AnnexRow>,
    notes: Vec<String>,
) -> AnnexTable {
    let groups = shape.group.iter().map(|group| (group.title.clone(), group.column.len()));
    let columns = shape.columns();
    let (groups, columns) = (groups.collect(), columns.map(AnnexColumn::plain).collect());
    let caption = None;
    AnnexTable { shape, caption, groups, columns, rows, totals, notes }.without_blank_options()
}

/// The recipient that a column counts.
const fn recipient(field: Option<Field>) -> Option<Recipient> {
    match field {
        Some(Field::Collectives) => Some(Recipient::Collective),
        Some(Field::Persons) => Some(Recipient::Person),
        Some(Field::Households) => Some(Recipient::Household),
        _ => None,
    }
}

fn award_cell(column: &ColumnShape, award: &Award, money: &ListMoney) -> AnnexCell {
    let key = |field: &str| Some(format!("award/{}/{field}", award.id));
    if let Some(recipient) = recipient(column.field) {
        let counts = award.counts();
        let share = counts.iter().find(|share| share.kinds.first() == Some(&recipient));
        return share.map(|share| share_cell(share, award)).unwrap_or_default();
    }
    match column.field {
        Some(Field::Objects) => {
            let text = award.objects.as_ref().map(objects_text).unwrap_or_default();
            AnnexCell { text, source: key("objects"), ..AnnexCell::default() }
        }
        Some(Field::Decision) => {
            let text = words::decision(award.decision_number.as_deref(), award.decision_date);
            AnnexCell { text, source: key("decision"), ..AnnexCell::default() }
        }
        _ => {
            let known = money.awards.iter().find(|it| it.award == award.id);
            let value = known.filter(|it| !it.parts.is_empty()).map(|it| it.total);
            let missing = || words::MISSING.to_owned();
            let text = value.map_or_else(missing, |value| value.to_string());
            AnnexCell { text, value, source: key("money"), ..AnnexCell::default() }
        }
    }
}

/// “87 Kỷ niệm chương”: awards that are counted as things.
fn objects_text(objects: &AwardObjects) -> String {
    let number = objects.count.and_then(|count| Fixed::from_int(count.into()));
    let count = objects.words.clone().or_else(|| Some(number?.to_string())).unwrap_or_default();
    format!("{count} {}", objects.noun).trim().to_owned()
}

/// A share of several kinds together says so in the column of its first kind.
fn share_cell(share: &Share, award: &Award) -> AnnexCell {
    let value = share.count.and_then(|count| Fixed::from_int(count.into()));
    let text = share.words.clone().or_else(|| value.map(|it| it.to_string())).unwrap_or_default();
    let text = match share.kinds.len() {
        0 | 1 => text,
        _ => format!("{text} {}", words::TOGETHER),
    };
    let source = match share.kinds.len() {
        0 | 1 => share_source(award, share),
        _ => format!("award/{}/annex/together", award.id),
    };
    let source = Some(source);
    let value = value.filter(|_| share.kinds.len() < 2);
    AnnexCell { text, value, source, ..AnnexCell::default() }
}

/// The total of a column of awards: those that count, each recipient once.
fn award_total(column: &ColumnShape, part: &DossierPart, money: &ListMoney) -> AnnexCell {
    let value = match recipient(column.field) {
        Some(recipient) => {
            let counted = part.awards.iter().filter(|award| award.is_counted());
            let shares = counted.flat_map(Award::counts);
            let own = shares.filter(|share| share.kinds.len() == 1);
            let counts = own.filter(|share| share.kinds.contains(&recipient));
            let counted = counts.filter_map(|share| share.count).map(i64::from);
            counted.reduce(|sum, count| sum + count).and_then(Fixed::from_int)
        }
        None if column.field == Some(Field::Money) => {
            money.total.filter(|total| *total > Fixed::default())
        }
        None => None,
    };
    let text = value.map(|value| value.to_string()).unwrap_or_default();
    AnnexCell { text, value, ..AnnexCell::default() }
}
