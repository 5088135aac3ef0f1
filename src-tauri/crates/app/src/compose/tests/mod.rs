//! The briefing of invented and of random dossiers: whatever the model holds is printed once, where
//! it belongs, in sentences that are sentences.

mod arrange;
mod every_indicator;
mod generate;
mod honours;
mod random;
mod sentences;
mod texts;

use super::{Composer, Facts, Piece, Rendered};
use crate::assets::Assets;
use bc138_domain::amount::Amount;
use bc138_domain::{
    Dossier, DossierKind, DossierPart, Event, Figure, Fixed, Nature, Provenance, Scope, State,
    Window, Wording,
};
use std::sync::OnceLock;

/// Catalogue and templates.
struct Press {
    assets: Assets,
    composer: Composer,
}

/// The one press of all tests.
fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    let load = || Press { assets: Assets::load().unwrap(), composer: Composer::load().unwrap() };
    PRESS.get_or_init(load)
}

impl Press {
    fn print(&self, part: &DossierPart) -> Vec<Rendered> {
        let facts = Facts::gather(part, &self.assets.catalogue, false);
        self.composer.render(&facts).unwrap()
    }

    /// The paragraphs as text.
    fn text(&self, part: &DossierPart) -> String {
        let blocks = self.print(part);
        let paragraphs = blocks.iter().flat_map(|block| &block.paragraphs);
        paragraphs.map(|pieces| plain(pieces)).collect::<Vec<_>>().join("\n")
    }
}

/// A paragraph as text.
fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Figure { text, .. } => text.as_str(),
        Piece::Gap { .. } => "",
    });
    texts.collect()
}

/// An empty dossier of 2022.
fn dossier() -> DossierPart {
    DossierPart {
        dossier: Dossier {
            id: 1,
            province: "Mẫu".to_owned(),
            province_type: "tỉnh".to_owned(),
            within: None,
            kind: DossierKind::Annual,
            window: Window::reporting_year(2022),
            headline: None,
            event: Event::default(),
            byline: None,
        },
        agenda: Vec::new(),
        bases: Vec::new(),
        participants: Vec::new(),
        speeches: Vec::new(),
        passages: Vec::new(),
        figures: Vec::new(),
        awards: Vec::new(),
        targets: Vec::new(),
        captions: Vec::new(),
        drafts: Vec::new(),
        reasons: Vec::new(),
        edited_paragraphs: Vec::new(),
        settings: Vec::new(),
        groups: Vec::new(),
        dimensions: Vec::new(),
        categories: Vec::new(),
        indicators: Vec::new(),
    }
}

/// A count of the dossier's own window and place.
pub(super) fn figure(id: i32, indicator: &str, count: i64) -> Figure {
    Figure {
        id,
        dossier: 1,
        indicator: indicator.to_owned(),
        scope: Scope::Province,
        window: Window::reporting_year(2022),
        categories: bc138_domain::figure::Categories::new(),
        nature: Nature::Stock,
        state: State::Value,
        amount: Amount::number(count),
        qualifier: None,
        part_of: None,
        wording: Wording::default(),
        provenance: Provenance::default(),
    }
}

fn ratio(id: i32, indicator: &str, reached: i64, total: i64) -> Figure {
    let of = |count| Fixed::from_int(count).unwrap();
    let amount = Some(Amount::Ratio { reached: of(reached), total: of(total) });
    Figure { amount, ..figure(id, indicator, 0) }
}
