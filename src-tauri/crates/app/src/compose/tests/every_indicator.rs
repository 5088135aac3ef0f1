//! Each of the catalogue's indicators alone, in every state and nature.

use super::sentences::{assert_nothing_invented, assert_sentences, numbers};
use super::{Press, dossier, figure, plain, press};
use crate::compose::Piece;
use bc138_domain::amount::Amount;
use bc138_domain::{DossierPart, Figure, Fixed, Nature, State};
use std::collections::BTreeSet;

const NATURES: [Nature; 4] = [Nature::Stock, Nature::Flow, Nature::New, Nature::Cumulative];

fn amounts() -> Vec<Amount> {
    let fixed = Fixed::from_thousandths;
    vec![
        Amount::Number { value: fixed(1_686_000) },
        Amount::Ratio { reached: fixed(1_686_000), total: fixed(1_727_000) },
        Amount::Percent { value: fixed(97_600) },
        Amount::Words { words: "hàng nghìn".to_owned() },
        Amount::Money { dong: fixed(125_000_000_000) },
        Amount::Quantity { value: fixed(13_850), unit: "kg".to_owned() },
    ]
}

fn known(press: &Press) -> BTreeSet<String> {
    let words = press.assets.catalogue.indicators().iter();
    let words = words.flat_map(|it| [&it.lead, &it.noun, &it.tail].map(String::as_str));
    words.flat_map(numbers).chain(numbers("19/8")).collect()
}

fn alone(figure: Figure) -> DossierPart {
    DossierPart { figures: vec![figure], ..dossier() }
}

/// Fails unless every figure of the dossier is printed once, as it prints itself.
fn assert_told_once(press: &Press, part: &DossierPart) {
    let blocks = press.print(part);
    assert_sentences(&blocks);
    assert_nothing_invented(part, &blocks, &known(press));
    let pieces: Vec<&Piece> = blocks.iter().flat_map(|b| &b.paragraphs).flatten().collect();
    for figure in &part.figures {
        let printed = figure.printed_amount().unwrap();
        let key = format!("figure/{}/amount", figure.indicator);
        let told = pieces.iter().filter(|piece| {
            matches!(piece, Piece::Figure { key: of, text } if *of == key && *text == printed)
        });
        assert_eq!(told.count(), 1, "{printed} of {}", figure.indicator);
    }
}

#[test]
fn every_indicator_alone_is_told_beside_its_noun() {
    let press = press();
    let mut amounts = amounts().into_iter().cycle();
    let mut natures = NATURES.into_iter().cycle();
    for indicator in press.assets.catalogue.indicators() {
        let (amount, nature) = (amounts.next(), natures.next().unwrap());
        let part = alone(Figure { amount, nature, ..figure(1, &indicator.code, 0) });
        assert_told_once(press, &part);
        assert!(press.text(&part).contains(words_of(&indicator.noun)), "{}", indicator.noun);
    }
}

#[test]
fn all_indicators_together_are_told_with_every_amount() {
    let press = press();
    for (amount, nature) in amounts().into_iter().zip(NATURES.into_iter().cycle()) {
        let codes = press.assets.catalogue.indicators().iter().map(|it| it.code.as_str());
        let figures = codes.zip(1..).map(|(code, id)| Figure {
            amount: Some(amount.clone()),
            nature,
            ..figure(id, code, 0)
        });
        assert_told_once(press, &DossierPart { figures: figures.collect(), ..dossier() });
    }
}

/// The noun without the words that the template says itself.
fn words_of(noun: &str) -> &str {
    noun.strip_prefix("trong đó ").unwrap_or(noun)
}

#[test]
fn the_states_of_an_empty_cell_are_told_apart() {
    let press = press();
    for indicator in press.assets.catalogue.indicators() {
        let with = |state| {
            let figure = Figure { state, amount: None, ..figure(1, &indicator.code, 0) };
            press.text(&alone(figure))
        };
        for silent in [State::NotReported, State::NotApplicable] {
            assert_eq!(with(silent), "", "{}: what is not reported is not told", indicator.code);
        }
        let zero = with(State::Zero);
        let noun = words_of(&indicator.noun);
        assert!(zero.contains(&format!("không phát sinh {noun}")), "{zero}");
        assert!(zero.ends_with('.') && !zero.contains(" 0 "), "{zero}");
    }
}

#[test]
fn an_estimate_says_so_and_only_once() {
    let press = press();
    let mut figure = figure(1, "clb", 300);
    figure.state = State::Estimate;
    let text = press.text(&alone(figure.clone()));
    assert!(text.contains("có ước tính 300 câu lạc bộ"), "{text}");
    figure.qualifier = Some(bc138_domain::Qualifier::Estimated);
    let text = press.text(&alone(figure));
    assert!(text.contains("có ước 300 câu lạc bộ"), "{text}");
}

#[test]
fn what_is_new_kept_up_or_counted_from_the_beginning_is_said() {
    let press = press();
    let told = |code: &str, nature| press.text(&alone(Figure { nature, ..figure(1, code, 5) }));
    assert!(told("clb", Nature::New).contains("đã xây dựng mới 5 câu lạc bộ"));
    assert!(told("clb", Nature::Cumulative).contains("có 5 câu lạc bộ (lũy kế)"));
    assert!(told("mh_moi_loai", Nature::New).contains("đã xây dựng mới 5 mô hình"));
    assert!(told("mh_moi_loai", Nature::Stock).contains("đã duy trì 5 mô hình"));
    assert!(told("mh_loai", Nature::Stock).contains("đã duy trì 5 mô hình"));
}

#[test]
fn no_catalogue_word_dangles() {
    let press = press();
    for indicator in press.assets.catalogue.indicators() {
        let blocks = press.print(&alone(figure(1, &indicator.code, 7)));
        let text: String = blocks.iter().flat_map(|b| &b.paragraphs).map(|p| plain(p)).collect();
        assert!(!text.contains("trong đó"), "nothing is a part here: {text}");
    }
}
