//! A whole number in Vietnamese words, as it is read aloud.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// Names of groups of three digits up to a thousand million.
const GROUPS: [&str; 3] = ["", "nghìn", "triệu"];

/// “một nghìn sáu trăm tám mươi sáu”.
pub(crate) fn spell(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let (billions, rest) = (number / 1_000_000_000, number % 1_000_000_000);
    let mut words = Vec::new();
    if billions > 0 {
        words.push(format!("{} tỷ", spell(billions)));
    }
    for (power, name) in GROUPS.iter().enumerate().rev() {
        let unit = 1_000_u64.pow(u32::try_from(power).unwrap_or(0));
        let group = rest / unit % 1_000;
        if group > 0 {
            // Inside a number a group is read with its hundreds: “hai nghìn không trăm linh năm”.
            let group = three_digits(group, !words.is_empty());
            words.push(format!("{group} {name}").trim_end().to_owned());
        }
    }
    words.join(" ")
}

/// A group below 1.000; with `whole` its hundreds are read even when there are none.
fn three_digits(group: u64, whole: bool) -> String {
    let (hundreds, rest) = (group / 100, group % 100);
    let mut words = Vec::new();
    if hundreds > 0 || whole {
        words.push(format!("{} trăm", digit(hundreds)));
    }
    if rest > 0 {
        words.push(two_digits(rest, !words.is_empty()));
    }
    words.join(" ")
}

/// 1 to 99; behind a hundred a single digit is read with “linh”.
fn two_digits(rest: u64, behind_hundred: bool) -> String {
    let (tens, units) = (rest / 10, rest % 10);
    match (tens, units) {
        (0, units) if behind_hundred => format!("linh {}", digit(units)),
        (0, units) => digit(units).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, units) => format!("mười {}", digit(units)),
        (tens, 0) => format!("{} mươi", digit(tens)),
        (tens, 1) => format!("{} mươi mốt", digit(tens)),
        (tens, 5) => format!("{} mươi lăm", digit(tens)),
        (tens, units) => format!("{} mươi {}", digit(tens), digit(units)),
    }
}

fn digit(digit: u64) -> &'static str {
    usize::try_from(digit).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_they_are_spoken() {
        for (number, words) in [
            (0, "không"),
            (5, "năm"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (105, "một trăm linh năm"),
            (1_686, "một nghìn sáu trăm tám mươi sáu"),
            (2_005, "hai nghìn không trăm linh năm"),
            (1_000_000, "một triệu"),
            (2_530_000, "hai triệu năm trăm ba mươi nghìn"),
            (3_000_000_000, "ba tỷ"),
        ] {
            assert_eq!(spell(number), words, "{number}");
        }
    }

    /// Reads the words back: each digit word adds, each power multiplies what stands before it.
    fn read(words: &str) -> u64 {
        let (mut total, mut billions, mut group, mut last) = (0, 0, 0, 0);
        for word in words.split(' ') {
            match word {
                "trăm" => (group, last) = (group + last * 100, 0),
                "mươi" => (group, last) = (group + last * 10, 0),
                "mười" => group += 10,
                "linh" => {}
                "mốt" => last = 1,
                "lăm" => last = 5,
                "nghìn" => (total, group, last) = (total + (group + last) * 1_000, 0, 0),
                "triệu" => (total, group, last) = (total + (group + last) * 1_000_000, 0, 0),
                "tỷ" => (billions, total, group, last) = (total + group + last, 0, 0, 0),
                digit => last = DIGITS.iter().position(|it| *it == digit).unwrap() as u64,
            }
        }
        billions * 1_000_000_000 + total + group + last
    }

    proptest! {
        #[test]
        fn words_read_back_to_the_number(number in 0_u64..999_999_999_999) {
            prop_assert_eq!(read(&spell(number)), number);
        }
    }
}
