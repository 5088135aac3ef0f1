//! Marks that carry a figure's origin through a template: private-use characters around the text
//! of the figure, which no user text can hold (`domain::text` refuses them).

const OPEN: char = '\u{E000}';
const MIDDLE: char = '\u{E001}';
const CLOSE: char = '\u{E002}';
const GAP: char = '\u{E003}';

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words of the template or of the clerk.
    Text(String),
    /// A figure, with the key of its field.
    Figure { key: String, text: String },
    /// A figure still missing.
    Gap { key: String },
}

/// The text of a figure inside its marks.
pub(crate) fn figure(key: &str, text: &str) -> String {
    format!("{OPEN}{key}{MIDDLE}{text}{CLOSE}")
}

/// The place of a missing figure.
pub(crate) fn gap(key: &str) -> String {
    format!("{OPEN}{key}{GAP}{CLOSE}")
}

/// Splits a rendered text at its marks.
pub(crate) fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once(OPEN) {
        push_text(&mut pieces, before);
        let Some((inside, after)) = marked.split_once(CLOSE) else { break };
        if let Some((key, text)) = inside.split_once(MIDDLE) {
            pieces.push(Piece::Figure { key: key.to_owned(), text: text.to_owned() });
        } else if let Some((key, _)) = inside.split_once(GAP) {
            pieces.push(Piece::Gap { key: key.to_owned() });
        }
        rest = after;
    }
    push_text(&mut pieces, rest);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// Puts the first letter in capitals, past a mark if the sentence begins with one.
pub(crate) fn capitalise(text: &str) -> String {
    match text.strip_prefix(OPEN).and_then(|marked| marked.split_once(MIDDLE)) {
        Some((key, rest)) => {
            format!("{OPEN}{key}{MIDDLE}{}", bc138_domain::text::capitalise(rest))
        }
        None => bc138_domain::text::capitalise(text),
    }
}

/// One space between words, none before a stop or inside a bracket: templates need not watch
/// their white space.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let stops = word.starts_with([',', '.', ';', ':', ')']) && !word.starts_with("./.");
        if !out.is_empty() && !stops && !out.ends_with('(') {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_splits_into_words_figures_and_gaps() {
        let sentence = format!("có {} xã và {} phường.", figure("a", "173/181"), gap("b"));
        assert_eq!(
            split(&sentence),
            vec![
                Piece::Text("có ".to_owned()),
                Piece::Figure { key: "a".to_owned(), text: "173/181".to_owned() },
                Piece::Text(" xã và ".to_owned()),
                Piece::Gap { key: "b".to_owned() },
                Piece::Text(" phường.".to_owned()),
            ]
        );
    }

    #[test]
    fn a_sentence_that_begins_with_a_figure_in_words_begins_with_a_capital() {
        let text = capitalise(&figure("k", "hàng nghìn"));
        assert_eq!(
            split(&text),
            vec![Piece::Figure { key: "k".into(), text: "Hàng nghìn".into() }]
        );
    }

    #[test]
    fn white_space_of_a_template_leaves_no_trace() {
        assert_eq!(tidy("  a \n b  , c ;\td ."), "a b, c; d.");
        assert_eq!(tidy("a ( b c ) ."), "a (b c).");
    }
}
