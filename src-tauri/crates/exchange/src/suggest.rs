//! “Did you mean …?”: the nearest of the known words, where one is near enough.

use bc138_domain::text::search_key;

/// The longest word that is compared; longer ones are no typing errors of a key.
const LONGEST: usize = 64;

/// The most words that are compared: a suggestion is a help, not a search.
const MOST: usize = 2_000;

/// The known word that was probably meant: without regard to diacritics, at most a third of its
/// letters different, and nearer than every other.
pub(crate) fn nearest<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let typed = key_of(typed);
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    let limit = typed.len().div_ceil(3);
    known
        .into_iter()
        .take(MOST)
        .map(|word| (distance(&typed, &key_of(word)), word))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

fn key_of(word: &str) -> Vec<char> {
    search_key(word).chars().take(LONGEST + 1).collect()
}

/// Letters to insert, remove, replace or swap with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(x != y);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["participants", "passages", "figures", "province"];
        assert_eq!(nearest("partcipants", keys), Some("participants"));
        assert_eq!(nearest("figrues", keys), Some("figures"), "two letters swapped");
        assert_eq!(nearest("chu tri", ["chủ trì", "đại biểu"]), Some("chủ trì"));
    }

    #[test]
    fn what_is_far_from_everything_gets_no_suggestion() {
        assert_eq!(nearest("weather", ["participants", "figures"]), None);
        assert_eq!(nearest("", ["a"]), None);
        assert_eq!(nearest(&"a".repeat(1_000), ["a"]), None);
    }
}
