//! Where the mark of tone stands in “oa”, “oe”, “uy” at the end of a syllable: on the first vowel
//! (“hòa”) or on the second (“hoà”). Both are read alike; one document keeps to one.

use crate::check::Check;
use crate::finding::Value;
use crate::sink::Sink;

/// The endings in which the place differs: as written on the first vowel, and on the second.
const ENDINGS: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// Which of the two vowels carries the mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carrier {
    First,
    Second,
}

/// Checks that a document places the marks in one way; the rarer one is told.
pub(super) fn check(sink: &mut Sink<'_>) {
    let layout = sink.layout;
    let (mut first, mut second) = (0_usize, 0_usize);
    for (_, para) in layout.all() {
        for (_, carrier, _) in syllables(&para.line()) {
            match carrier {
                Carrier::First => first += 1,
                Carrier::Second => second += 1,
            }
        }
    }
    if first == 0 || second == 0 {
        return;
    }
    let rarer = if first < second { Carrier::First } else { Carrier::Second };
    for (_, para) in layout.all() {
        let line = para.line();
        let found = syllables(&line).find(|(_, carrier, _)| *carrier == rarer);
        if let Some((word, _, wanted)) = found {
            let wanted = Value::Text(wanted);
            sink.para(Check::TonePlacement, para, Value::text(word.to_lowercase()), wanted);
        }
    }
}

/// The syllables of a line with such an ending: as written, which vowel carries the mark, and the
/// other way in small letters. “quý” has one vowel only.
fn syllables(line: &str) -> impl Iterator<Item = (&str, Carrier, String)> {
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.filter_map(|word| {
        let small = word.to_lowercase();
        ENDINGS.iter().find_map(|(first, second)| {
            let other = |own: &str, other: &str| {
                let rest = small.strip_suffix(own).filter(|rest| !rest.ends_with('q'))?;
                Some(format!("{rest}{other}"))
            };
            let on_first = other(first, second).map(|wanted| (word, Carrier::First, wanted));
            on_first.or_else(|| other(second, first).map(|wanted| (word, Carrier::Second, wanted)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_syllables_with_two_vowels_can_be_written_in_two_ways() {
        let found: Vec<_> = syllables("HÒA giải, hoà thuận, quý, hoàn, Thuỷ, thủy")
            .map(|(word, _, wanted)| (word.to_owned(), wanted))
            .collect();
        let pairs = [("HÒA", "hoà"), ("hoà", "hòa"), ("Thuỷ", "thủy"), ("thủy", "thuỷ")];
        assert_eq!(found, pairs.map(|(word, wanted)| (word.to_owned(), wanted.to_owned())));
    }
}
