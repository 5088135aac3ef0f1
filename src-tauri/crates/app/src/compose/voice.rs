//! How figures are written: the press writes “5 mô hình”, an official document “05 mô hình”.

use super::mark::Piece;

/// The hand in which a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Voice {
    /// As in the papers: counts as they are.
    #[default]
    Press,
    /// As in official documents: counts below ten have a zero before them.
    Official,
}

impl Voice {
    /// The piece as this hand writes it.
    pub(crate) fn write(self, piece: Piece) -> Piece {
        match (self, piece) {
            (Self::Official, Piece::Figure { key, text }) => {
                Piece::Figure { key, text: padded(&text) }
            }
            (_, piece) => piece,
        }
    }
}

/// Pads a bare count of one digit; whatever else stands in a figure (percentages, measures, words)
/// is none. A share stays too: “01/03 doanh nghiệp” reads like a date.
pub(crate) fn padded(text: &str) -> String {
    match text.as_bytes() {
        [b'1'..=b'9'] => format!("0{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_counts_below_ten_get_a_zero() {
        for (plain, official) in [
            ("5", "05"),
            ("4/5", "4/5"),
            ("9/14", "9/14"),
            ("12", "12"),
            ("1.686/1.727", "1.686/1.727"),
            ("0", "0"),
            ("5%", "5%"),
            ("3 kg", "3 kg"),
            ("2,3", "2,3"),
            ("09", "09"),
            ("gần 300", "gần 300"),
            ("hàng nghìn", "hàng nghìn"),
            ("", ""),
        ] {
            assert_eq!(padded(plain), official);
        }
    }

    #[test]
    fn words_and_gaps_are_written_alike_in_every_hand() {
        let text = Piece::Text("5 năm".to_owned());
        assert_eq!(Voice::Official.write(text.clone()), text);
        let figure = Piece::Figure { key: "k".to_owned(), text: "5".to_owned() };
        assert_eq!(Voice::Press.write(figure.clone()), figure);
    }
}
