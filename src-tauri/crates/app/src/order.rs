//! Use case: what can be ordered at the reports desk, and what was typed for it.

use crate::app::App;
use crate::clock;
use crate::document::{DocumentStyle, Request};
use crate::error::AppError;
use crate::truth::DocumentFacts;
use crate::typed;
use crate::vi::documents::order as words;
use crate::view::{Choice, DocumentDesk, DocumentKind, DocumentOrder, LensChoice, OrderField};
use bc138_domain::{Award, DossierPart, date};
use bc138_store::DocumentRow;

impl DocumentOrder {
    /// The order as it is carried out.
    ///
    /// # Errors
    /// [`AppError::NoSuchStyle`]; [`AppError::Refused`] for a text that cannot be read.
    pub fn request(&self) -> Result<Request, AppError> {
        let style = DocumentStyle::of(&self.style);
        let style = style.ok_or_else(|| AppError::NoSuchStyle(self.style.clone()))?;
        let asks = asks(style);
        let given = |field: OrderField, text: &str| {
            Some(text.to_owned()).filter(|text| asks.contains(&field) && !text.is_empty())
        };
        let number = given(OrderField::Number, &self.number).unwrap_or_default();
        let dated = given(OrderField::Dated, &self.dated).unwrap_or_default();
        Ok(Request {
            style,
            unit: given(OrderField::Unit, &self.unit),
            since: given(OrderField::Since, &self.since),
            award: given(OrderField::Award, &self.award).and_then(|id| id.parse().ok()),
            test: self.test && asks.contains(&OrderField::Test),
            number: typed::line(words::NUMBER, &number)?,
            dated: typed::limit(&dated)?,
            approximate: self.approximate && asks.contains(&OrderField::Approximate),
            lens: if asks.contains(&OrderField::Lens) {
                self.lens.clone()
            } else {
                LensChoice::AsReported
            },
        })
    }

    /// An order as it would be typed.
    fn of(request: Request) -> Self {
        Self {
            style: request.style.code().to_owned(),
            number: request.number.unwrap_or_default(),
            dated: request.dated.map(date::full).unwrap_or_default(),
            unit: request.unit.unwrap_or_default(),
            since: request.since.unwrap_or_default(),
            award: request.award.map(|id| id.to_string()).unwrap_or_default(),
            approximate: request.approximate,
            test: request.test,
            lens: request.lens,
        }
    }
}

/// What a kind of document uses of an order.
const fn asks(style: DocumentStyle) -> &'static [OrderField] {
    use OrderField::{Approximate, Award, Dated, Lens, Number, Since, Test, Unit};
    match style {
        DocumentStyle::OfficialReport | DocumentStyle::Annex => &[Number, Dated, Lens],
        DocumentStyle::MeetingKit => &[Number, Dated, Award, Approximate, Lens],
        DocumentStyle::Briefing | DocumentStyle::LeaderSheet => &[],
        DocumentStyle::SpeechFigures => &[Approximate],
        DocumentStyle::AwardDecision => &[Award],
        DocumentStyle::Certificates => &[Award, Test],
        DocumentStyle::UnitLetter => &[Number, Dated, Unit],
        DocumentStyle::BlankForms => &[Unit],
        DocumentStyle::Changes => &[Since],
        DocumentStyle::Correction => &[Number, Dated, Since],
    }
}

impl App {
    /// Everything that can be ordered of the open dossier.
    ///
    /// # Errors
    /// No dossier is open, or the store fails.
    pub fn document_desk(&mut self) -> Result<DocumentDesk, AppError> {
        let part = self.part()?;
        let written = self.store.documents(part.dossier.id)?;
        let of_units = self.store.entries_version()? > 0;
        // Without numbers of units nothing stands on borders.
        let uses = |field: &OrderField| of_units || *field != OrderField::Lens;
        let kinds = DocumentStyle::ALL.into_iter().map(|style| DocumentKind {
            title: style.title().to_owned(),
            order: last_order(style, &written),
            asks: asks(style).iter().copied().filter(uses).collect(),
            spreadsheet: style == DocumentStyle::Annex,
        });
        Ok(DocumentDesk {
            kinds: kinds.collect(),
            units: self.units_of_orders()?,
            awards: self.awards_of_orders(&part)?,
            written: written.iter().map(named).collect(),
        })
    }

    fn units_of_orders(&mut self) -> Result<Vec<Choice>, AppError> {
        let (registry, day) = (self.registry()?, self.unit_day());
        let Some(province) = self.own_province(&registry, day) else { return Ok(Vec::new()) };
        let communes = registry.communes(province, day).into_iter();
        Ok(communes.map(|it| Choice::new(registry.key(it), registry.label(it, day))).collect())
    }

    fn awards_of_orders(&self, part: &DossierPart) -> Result<Vec<Choice>, AppError> {
        let awards = self.decisions(part, &Request::of(DocumentStyle::AwardDecision))?.into_iter();
        let choice = |award: &Award| Choice::new(award.id.to_string(), self.award_title(award));
        Ok(awards.map(choice).collect())
    }
}

/// A kind of document as it was ordered last; about which document or award it was does not stay.
fn last_order(style: DocumentStyle, written: &[DocumentRow]) -> DocumentOrder {
    let of_style = written.iter().find(|row| row.style.as_deref() == Some(style.code()));
    let facts = of_style.and_then(|row| DocumentFacts::read(row.facts.as_deref()?.as_bytes()));
    let request = facts.map_or_else(|| Request::of(style), |facts| facts.request);
    let lens = request.lens.offered(of_style.and_then(|row| clock::day(&row.at)));
    let order = DocumentOrder::of(Request { style, lens, ..request });
    DocumentOrder { since: String::new(), test: false, ..order }
}

/// “Báo cáo - Lạng Sơn - Tổng kết 2022.pdf, 07/02 16:40”.
fn named(row: &DocumentRow) -> Choice {
    Choice::new(&row.path, format!("{}, {}", row.name, clock::short(&row.at)))
}
