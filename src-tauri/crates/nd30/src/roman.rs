//! Roman numbers, as parts and annexes are counted.

const SIGNS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The largest number that is written.
const LARGEST: u32 = 3999;

/// Writes a number in Roman signs; empty for zero and for what no document counts to.
#[must_use]
pub fn write(number: u32) -> String {
    let mut left = if number > LARGEST { 0 } else { number };
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

/// Reads a number in Roman capitals written the proper way (“IIII” is none).
pub(crate) fn read(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 15 {
        return None;
    }
    let mut left = text;
    let mut number = 0;
    for (value, sign) in SIGNS {
        while let Some(rest) = left.strip_prefix(sign) {
            number += value;
            left = rest;
        }
    }
    (left.is_empty() && write(number) == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_undoes_writing() {
        for number in 1..=LARGEST {
            assert_eq!(read(&write(number)), Some(number), "{number} has one proper form");
        }
    }

    #[test]
    fn what_is_not_proper_is_no_number() {
        for text in ["", "IIII", "IC", "VX", "A", "i", "I."] {
            assert_eq!(read(text), None, "{text} is not written so");
        }
    }
}
