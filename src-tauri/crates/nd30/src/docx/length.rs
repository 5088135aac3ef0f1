//! Lengths: twentieths of a point (twips), and what other units of the file are in them.

/// Reads a decimal number times a whole factor, rounded towards zero; `None` when it is none or
/// far outside of any paper.
pub(crate) fn decimal(text: &str, factor: i64) -> Option<i32> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let only_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 7 || whole.len() + fraction.len() == 0 || !only_digits(whole) {
        return None;
    }
    let fraction: String = fraction.chars().take(4).collect();
    if !only_digits(&fraction) {
        return None;
    }
    let scaled: i64 = format!("{whole}{fraction:0<4}").parse().ok()?;
    let value = scaled.checked_mul(factor)? / 10_000;
    i32::try_from(if negative { -value } else { value }).ok()
}

/// A measure of WordprocessingML in twips: `720`, `36pt`, `12.7mm`, `0.5in`.
pub(crate) fn twips(text: &str) -> Option<i32> {
    let units = [("pt", 20_000), ("mm", 56_693), ("cm", 566_929), ("in", 1_440_000)];
    for (unit, factor) in units {
        if let Some(number) = text.strip_suffix(unit) {
            return decimal(number, factor).map(|thousandths| thousandths / 1000);
        }
    }
    decimal(text, 1)
}

/// English metric units (635 of them are a twip) in twips.
pub(crate) fn emu(text: &str) -> Option<i32> {
    let value: i64 = text.trim().parse().ok()?;
    i32::try_from(value / 635).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_of_the_format_is_read() {
        assert_eq!(twips("720"), Some(720), "plain numbers are twips");
        assert_eq!(twips("36pt"), Some(720), "a point is twenty twips");
        assert_eq!(twips("0.5in"), Some(720), "an inch is 72 points");
        assert_eq!(twips("12.7mm"), Some(720), "half an inch");
        assert_eq!(twips("-1.27cm"), Some(-719), "hanging, rounded towards zero");
        assert_eq!(emu("457200"), Some(720), "12 700 English metric units are a point");
    }

    #[test]
    fn nonsense_is_no_length() {
        for text in ["", "-", "pt", "1e9", "99999999999", "1.x", "½"] {
            assert_eq!(twips(text), None, "{text} is no measure");
        }
    }
}
