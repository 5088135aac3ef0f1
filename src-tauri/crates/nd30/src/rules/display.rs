//! Values in words: what the clerk reads as found and wanted.

use super::{Rules, Words};
use crate::finding::Value;

/// The words that values need beside those of traits.
pub(super) const UNITS: [&str; 13] = [
    "millimetre",
    "point",
    "line",
    "text",
    "between",
    "at_least",
    "and",
    "or",
    "left",
    "centre",
    "right",
    "justified",
    "paper",
];

impl Rules {
    /// Says a value in Vietnamese, with a decimal comma.
    #[must_use]
    pub fn show(&self, value: &Value) -> String {
        self.words.show(value)
    }
}

impl Words {
    fn show(&self, value: &Value) -> String {
        let fill = |key: &str, values: &[&str]| {
            let mut text = self.unit(key).to_owned();
            for (place, value) in ["{a}", "{b}"].iter().zip(values) {
                text = text.replace(place, value);
            }
            text
        };
        match value {
            Value::Text(text) => fill("text", &[text]),
            Value::Millimetres(tenths) => fill("millimetre", &[&decimal(*tenths, 10)]),
            Value::Paper(width, height) => {
                fill("paper", &[&width.to_string(), &height.to_string()])
            }
            Value::Points(twentieths) => fill("point", &[&decimal(twentieths * 5, 100)]),
            Value::Lines(hundredths) => fill("line", &[&decimal(*hundredths, 100)]),
            Value::Alignment(alignment) => self.alignment(*alignment).to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Trait(one) => {
                self.traits.get(one.key()).map_or(one.key(), String::as_str).to_owned()
            }
            Value::Between(low, high) => fill("between", &[&self.show(low), &self.show(high)]),
            Value::AtLeast(low) => fill("at_least", &[&self.show(low)]),
            Value::All(values) => self.join(values, "and"),
            Value::Any(values) => self.join(values, "or"),
        }
    }

    fn join(&self, values: &[Value], word: &str) -> String {
        let shown: Vec<String> = values.iter().map(|value| self.show(value)).collect();
        shown.join(self.unit(word))
    }
}

/// A decimal number without needless zeros: 125 tenths are “12,5”, 130 are “13”.
fn decimal(value: i32, unit: i32) -> String {
    let (whole, rest) = ((value / unit).abs(), (value % unit).abs());
    let digits = if unit == 100 { 2 } else { 1 };
    let sign = if value < 0 { "-" } else { "" };
    let rest = format!("{rest:0digits$}");
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole},{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_have_a_comma_and_no_needless_zero() {
        assert_eq!(decimal(127, 10), "12,7", "12.7 mm");
        assert_eq!(decimal(130, 10), "13", "no zero after the comma");
        assert_eq!(decimal(105, 100), "1,05", "a zero within the digits stays");
        assert_eq!(decimal(-5, 10), "-0,5", "a hanging line");
    }
}
