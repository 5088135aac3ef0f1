//! Dossiers of every shape the model can hold are printed, each thing once, in whole sentences.

use super::generate::any_dossier;
use super::sentences::{assert_nothing_invented, assert_sentences, numbers};
use super::{Press, press};
use crate::compose::{Piece, Rendered, share_source};
use bc138_domain::text::capitalise;
use bc138_domain::{Award, DossierPart, Fixed, Share, State};
use proptest::prelude::*;

fn pieces(blocks: &[Rendered]) -> Vec<&Piece> {
    blocks.iter().flat_map(|block| &block.paragraphs).flatten().collect()
}

/// How often a figure with a key and a text is printed; at the beginning of a sentence its first
/// letter is a capital.
fn times(pieces: &[&Piece], key: &str, text: &str) -> usize {
    let is_it = |piece: &&&Piece| match piece {
        Piece::Figure { key: of, text: printed } => {
            // “trở lên” stands behind what is counted.
            let text = text.strip_suffix(" trở lên").unwrap_or(text);
            let printed = printed.strip_suffix(" trở lên").unwrap_or(printed);
            of == key && (printed == text || printed == capitalise(text))
        }
        _ => false,
    };
    pieces.iter().filter(is_it).count()
}

fn assert_figures(press: &Press, part: &DossierPart, pieces: &[&Piece]) {
    for figure in &part.figures {
        let key = crate::field::figure_key(part, figure).to_string();
        let said = pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Figure { key: of, .. } if *of == key));
        let said = said.count();
        match figure.state {
            State::NotReported | State::NotApplicable => assert_eq!(said, 0, "{key} is not told"),
            State::Zero => assert_eq!(said, 1, "{key} did not occur, said once"),
            State::Value | State::Estimate => {
                let printed = figure.printed_amount().unwrap();
                assert_eq!(said, 1, "{key} is told once: {}", press.text(part));
                assert_eq!(times(pieces, &key, &printed), 1, "{key} as it prints itself");
            }
        }
    }
}

fn assert_awards(part: &DossierPart, pieces: &[&Piece]) {
    let whole = |award: &&Award| part.awards.iter().find(|it| Some(it.id) == award.subset_of);
    for award in &part.awards {
        let mut above = std::iter::successors(Some(award), whole).take(9);
        let hidden = above.any(Award::is_revoked);
        for share in award.counts() {
            let Some(count) = share.count.filter(|_| share.words.is_none()) else { continue };
            let printed = Fixed::from_int(count.into()).unwrap().to_string();
            let key = share_source(award, &share);
            let same = |it: &&Share| share_source(award, it) == key && it.count == Some(count);
            let counts = award.counts();
            let same = counts.iter().filter(same).filter(|it| it.words.is_none()).count();
            let expected = if hidden { 0 } else { same };
            assert_eq!(times(pieces, &key, &printed), expected, "{printed} of {key}");
        }
        let things = award.objects.as_ref().filter(|it| it.words.is_none());
        if let Some(count) = things.and_then(|it| it.count) {
            let printed = Fixed::from_int(count.into()).unwrap().to_string();
            let key = format!("award/{}/objects", award.id);
            assert_eq!(times(pieces, &key, &printed), usize::from(!hidden), "things of {key}");
        }
    }
}

fn assert_targets(part: &DossierPart, pieces: &[&Piece]) {
    for target in &part.targets {
        if let Some(printed) = target.printed_amount() {
            let key = format!("target/{}/amount", target.id);
            assert_eq!(times(pieces, &key, &printed), 1, "{printed} of {key}");
        }
    }
}

fn assert_texts(part: &DossierPart, text: &str) {
    let names = part.participants.iter().map(|person| person.name.as_str());
    let bases = part.bases.iter().map(|basis| basis.name.as_str());
    let goals = part.targets.iter().map(|target| target.text.as_str());
    let points = part.passages.iter().map(|passage| passage.text.as_str());
    let lower = text.to_lowercase();
    for said in names.chain(bases).chain(goals).chain(points) {
        assert!(lower.contains(&said.to_lowercase()), "“{said}” is not printed: {text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_dossier_holds_is_printed_once_in_whole_sentences(
        part in any_dossier({
            let press = press();
            let codes = press.assets.catalogue.indicators().iter().map(|it| it.code.clone());
            codes.chain(["own_1".to_owned()]).collect()
        })
    ) {
        let press = press();
        let blocks = press.print(&part);
        assert_sentences(&blocks);
        let words = press.assets.catalogue.indicators().iter();
        let words = words.flat_map(|it| [&it.lead, &it.noun, &it.tail].map(String::as_str));
        assert_nothing_invented(&part, &blocks, &words.flat_map(numbers).collect());
        let pieces = pieces(&blocks);
        assert_figures(press, &part, &pieces);
        assert_awards(&part, &pieces);
        assert_targets(&part, &pieces);
        assert_texts(&part, &press.text(&part));
    }
}
