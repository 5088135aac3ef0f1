//! The operators of one page (ISO 32000-1, Annex A), numbers with two decimals.
//!
//! Places come measured from the upper left corner, as everywhere in this crate; the file measures
//! from the lower left one. Two decimals of a point are 0,0035 mm.

/// Hundredths of a point, the unit of the file's numbers.
pub(super) type Hundredths = i64;

/// The content of a page while it is written.
pub(super) struct Content {
    bytes: Vec<u8>,
    height: f32,
}

impl Content {
    /// Begins the content of a page of the given height.
    pub(super) fn new(height: f32) -> Self {
        Self { bytes: Vec::new(), height }
    }

    /// Returns what was written.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Converts a distance to the right.
    pub(super) fn x(&self, x: f32) -> Hundredths {
        hundredths(x)
    }

    /// Converts a place from the top to the place from the bottom.
    pub(super) fn y(&self, y: f32) -> Hundredths {
        hundredths(self.height - y)
    }

    /// Writes numbers and the operator they belong to.
    pub(super) fn op(&mut self, numbers: &[Hundredths], operator: &str) {
        for &number in numbers {
            self.number(number);
            self.bytes.push(b' ');
        }
        self.word(operator);
    }

    /// Writes a name, numbers and an operator.
    pub(super) fn named_op(&mut self, name: &str, numbers: &[Hundredths], operator: &str) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
        self.op(numbers, operator);
    }

    /// Writes bare text, for instance an operator.
    pub(super) fn word(&mut self, word: &str) {
        self.bytes.extend_from_slice(word.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Writes a character without a separator.
    pub(super) fn mark(&mut self, mark: u8) {
        self.bytes.push(mark);
    }

    /// Writes a whole number without a separator.
    pub(super) fn whole(&mut self, number: i64) {
        self.bytes.extend_from_slice(number.to_string().as_bytes());
    }

    /// Writes a character code of two bytes into a literal string (ISO 32000-1, 7.3.4.2).
    pub(super) fn code(&mut self, code: u16) {
        for byte in code.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
                b'\r' => self.bytes.extend_from_slice(b"\\r"),
                b'\n' => self.bytes.extend_from_slice(b"\\n"),
                _ => self.bytes.push(byte),
            }
        }
    }

    /// Writes a number without superfluous digits.
    fn number(&mut self, number: Hundredths) {
        let (whole, part) = (number.abs() / 100, number.abs() % 100);
        if number < 0 {
            self.bytes.push(b'-');
        }
        if whole > 0 || part == 0 {
            self.bytes.extend_from_slice(whole.to_string().as_bytes());
        }
        if part > 0 {
            let digits = format!(".{part:02}");
            self.bytes.extend_from_slice(digits.trim_end_matches('0').as_bytes());
        }
    }
}

/// Converts points.
#[expect(clippy::cast_possible_truncation, reason = "paper is small")]
pub(super) fn hundredths(points: f32) -> Hundredths {
    (points * 100.0).round() as Hundredths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(numbers: &[Hundredths]) -> String {
        let mut content = Content::new(0.0);
        content.op(numbers, "m");
        String::from_utf8(content.into_bytes()).expect("operators are ASCII")
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(written(&[0, 100, 1250, -5, 7, -10_020]), "0 1 12.5 -.05 .07 -100.2 m\n");
    }

    #[test]
    fn codes_cannot_end_their_string() {
        let mut content = Content::new(0.0);
        content.code(u16::from_be_bytes([b'(', b'\\']));
        content.code(u16::from_be_bytes([b'\r', b')']));
        assert_eq!(content.into_bytes(), b"\\(\\\\\\r\\)");
    }
}
