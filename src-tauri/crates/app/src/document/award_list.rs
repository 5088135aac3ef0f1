//! List that goes with an award decision (danh sách kèm theo Quyết định): collectives, persons,
//! households, with their reward money.

use super::Request;
use super::frame::{date_spans, long_date, roman};
use super::letterhead::Letterhead;
use crate::app::App;
use crate::compose::{award_form, capitalise, share_source};
use crate::error::AppError;
use crate::vi::award_papers as words;
use bc138_awards::Tables;
use bc138_awards::total::line_money;
use bc138_domain::{Award, AwardLine, DossierPart, Fixed, Recipient, Setting};
use bc138_report::{
    Align, Block, Cell, Column, Density, Document, Paragraph, Row, RowRole, Section, Span, Style,
    Table, Width,
};

/// What the money of a list follows from.
struct Purse<'a> {
    tables: &'a Tables,
    settings: &'a [Setting],
}

impl App {
    /// The lists of the awards of a dossier that still stand; only the one asked for, where one is
    /// named.
    pub(super) fn award_list(
        &self,
        part: &DossierPart,
        request: &Request,
    ) -> Result<Document, AppError> {
        let letterhead = Letterhead::of(part, request);
        let (tables, settings) = (self.award_tables()?, self.award_settings()?);
        let purse = Purse { tables, settings: &settings };
        let lists = self.decisions(part, request)?;
        let sections = lists.into_iter().map(|award| Section {
            numbered: true,
            blocks: purse.list(award, &self.award_title(award)),
            ..Section::default()
        });
        Ok(Document {
            meta: letterhead.meta(request.style.title()),
            sizes: letterhead.sizes(),
            sections: sections.collect(),
            attachments: Vec::new(),
        })
    }

    /// The awards that papers are made of: counted, not revoked.
    pub(crate) fn decisions<'a>(
        &self,
        part: &'a DossierPart,
        request: &Request,
    ) -> Result<Vec<&'a Award>, AppError> {
        let stands = |award: &&Award| award.is_counted() && award.subset_of.is_none();
        let mut awards: Vec<&Award> = part.awards.iter().filter(stands).collect();
        if let Some(id) = request.award {
            awards.retain(|award| award.id == id);
            if awards.is_empty() {
                return Err(AppError::NoSuchAward(id));
            }
        }
        Ok(awards)
    }

    /// “Bằng khen của Chủ tịch UBND tỉnh”.
    pub(crate) fn award_title(&self, award: &Award) -> String {
        let form = capitalise(&award_form(award, &self.assets.catalogue));
        words::form_of(&form, &award.authorities)
    }
}

impl Purse<'_> {
    fn list(&self, award: &Award, title: &str) -> Vec<Block> {
        let mut blocks = vec![
            Paragraph::plain(Style::Kind, words::LIST).into(),
            Paragraph::new(Style::AnnexTitle, vec![said(award, "form", &words::granted(title))])
                .into(),
            reference(award).into(),
        ];
        blocks.extend(
            award
                .reason
                .iter()
                .map(|reason| Block::from(Paragraph::plain(Style::Body, words::for_merit(reason)))),
        );
        blocks.push(self.table(award).into());
        blocks
    }

    /// The table; without the column of merits where no recipient has one of his own.
    fn table(&self, award: &Award) -> Table {
        let merits = award.lines.iter().any(|line| line.stands() && line.merit.is_some());
        let mut rows = vec![Row::new(words::COLUMNS.map(Cell::head).to_vec())];
        let mut groups = 0;
        for kind in Recipient::ALL {
            let lines = self.lines(award, kind);
            if !lines.is_empty() {
                groups += 1;
                rows.push(group(groups, kind));
                rows.extend(lines);
            }
        }
        rows.extend(things(award).filter(|_| groups == 0));
        rows.extend(self.total(award));
        let mut columns = columns();
        if !merits {
            columns.remove(MERIT);
            rows.iter_mut().for_each(|row| without_merit(&mut row.cells));
        }
        let head = vec![rows.remove(0)];
        Table { columns, head, rows, density: Density::Normal, ..Table::default() }
    }

    /// The rows of one kind of recipient. Where recipients are only counted, one row says how many
    /// and leaves room for the names.
    fn lines(&self, award: &Award, kind: Recipient) -> Vec<Row> {
        let lines = award.lines.iter().enumerate();
        let lines: Vec<(usize, &AwardLine)> =
            lines.filter(|(_, line)| line.kind == kind && line.stands()).collect();
        if award.lines.is_empty() {
            return award.counts().iter().filter_map(|share| counted(award, share, kind)).collect();
        }
        let money = self.each(award, kind);
        let numbered = lines.into_iter().enumerate();
        numbered.map(|(at, (place, line))| recipient(award, at + 1, place, line, money)).collect()
    }

    fn each(&self, award: &Award, kind: Recipient) -> Option<Fixed> {
        line_money(award, kind, self.tables, self.settings).ok().map(|money| money.amount)
    }

    /// The money of the whole list, where it is known for every recipient.
    fn total(&self, award: &Award) -> Option<Row> {
        let standing = award.lines.iter().filter(|line| line.stands());
        let sum = standing.map(|line| Some(self.each(award, line.kind)?.thousandths()));
        let sum: i64 = sum.collect::<Option<Vec<i64>>>()?.into_iter().sum();
        if sum == 0 {
            return None;
        }
        let source = format!("award/{}/money", award.id);
        let money = Span::figure(Fixed::from_thousandths(sum).to_string(), source);
        let cells = vec![
            Cell::plain(words::TOTAL).spanning(4, 1),
            Cell::new(vec![Paragraph::new(Style::TableCell, vec![money])]),
            Cell::plain(""),
        ];
        Some(Row::new(cells).with_role(RowRole::Total))
    }
}

/// What an award says, with its source.
fn said(award: &Award, what: &str, text: &str) -> Span {
    Span::figure(text, format!("award/{}/{what}", award.id))
}

/// “(Kèm theo Quyết định số … ngày …)”; what is not known is left to be written by hand.
fn reference(award: &Award) -> Paragraph {
    let number = award.decision_number.as_ref();
    let mut spans = vec![Span::plain(words::GOES_WITH)];
    spans.push(match number {
        Some(number) => said(award, "decision_number", number),
        None => Span::gap(Some(format!("award/{}/decision_number", award.id))),
    });
    spans.push(Span::plain(" "));
    spans.extend(match award.decision_date {
        Some(date) => vec![said(award, "decision_date", &long_date(date))],
        None => date_spans(None),
    });
    spans.push(Span::plain(")"));
    Paragraph::new(Style::AnnexReference, spans)
}

/// Place of the column of merits.
const MERIT: usize = 3;

/// Takes the column of merits out of a row; a cell over it becomes narrower.
fn without_merit(cells: &mut Vec<Cell>) {
    let mut from = 0;
    for at in 0..cells.len() {
        let columns = cells[at].columns;
        if (from..from + columns).contains(&MERIT) {
            match columns {
                1 => drop(cells.remove(at)),
                _ => cells[at].columns -= 1,
            }
            return;
        }
        from += columns;
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(Width::Digits(3), Align::Centre),
        Column::new(Width::Share(3.0), Align::Left),
        Column::new(Width::Share(3.0), Align::Left),
        Column::new(Width::Share(3.0), Align::Left),
        Column::new(Width::Digits(10), Align::Right),
        Column::new(Width::Share(1.2), Align::Left),
    ]
}

fn group(number: usize, kind: Recipient) -> Row {
    let cells =
        vec![Cell::plain(roman(number)), Cell::plain(kind.noun().to_uppercase()).spanning(5, 1)];
    Row::new(cells).with_role(RowRole::Group)
}

fn recipient(
    award: &Award,
    number: usize,
    place: usize,
    line: &AwardLine,
    money: Option<Fixed>,
) -> Row {
    let text = |text: Option<String>| Cell::plain(text.unwrap_or_default());
    let money = money.map_or_else(
        || Cell::plain(""),
        |money| {
            let source = format!("award/{}/line/{place}/money", award.id);
            let figure = Span::figure(money.to_string(), source);
            Cell::new(vec![Paragraph::new(Style::TableCell, vec![figure])])
        },
    );
    let name = said(award, &format!("line/{place}/name"), &words::addressed(line));
    Row::new(vec![
        Cell::plain(number.to_string()),
        Cell::new(vec![Paragraph::new(Style::TableCell, vec![name])]),
        text(words::post_and_unit(line)),
        text(line.merit.clone()),
        money,
        Cell::plain(""),
    ])
}

fn counted(award: &Award, share: &bc138_domain::award::Share, kind: Recipient) -> Option<Row> {
    if share.kinds.first() != Some(&kind) {
        return None;
    }
    let count = share.count.map(|count| count.to_string()).or_else(|| share.words.clone())?;
    let nouns = share.kinds.iter().map(|kind| kind.noun()).collect::<Vec<_>>().join(", ");
    let field = share_source(award, share);
    let field = field.rsplit('/').next().unwrap_or_default();
    Some(to_be_named(award, field, &count, &nouns))
}

/// The row of an award of which only the things given are counted.
fn things(award: &Award) -> Option<Row> {
    let things = award.objects.as_ref()?;
    let count = things.words.clone().or_else(|| things.count.map(|count| count.to_string()))?;
    Some(to_be_named(award, "objects", &count, &things.noun))
}

/// A row that says how many, and leaves room for the names.
fn to_be_named(award: &Award, field: &str, count: &str, noun: &str) -> Row {
    let count = said(award, &format!("list/{field}"), count);
    let spans = vec![count, Span::plain(format!(" {noun}: ")), Span::gap(None)];
    let name = Cell::new(vec![Paragraph::new(Style::TableCell, spans)]);
    let empty = || Cell::plain("");
    Row::new(vec![empty(), name, empty(), empty(), empty(), empty()])
}
