//! Numbers that do not fit their unit's own past, and the slip of the hand that would explain it.

use super::Sheet;
use super::odd::Odd;
use crate::book::Sink;
use crate::rule::{Named, Rule};
use bc138_domain::Fixed;
use serde::Deserialize;

/// A number far from what its unit's other windows let one expect.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct History {
    /// Which explanation this check is about.
    verdict: Verdict,
    /// Usual distances at least.
    deviations: u8,
    /// The larger of the number and the expected one is at least this: small counts may swing.
    least: i64,
    /// Other windows that must be known.
    years: usize,
}

/// What explains a number that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    /// Two digits changed places.
    Transposed,
    /// Zeros too many or too few.
    Zeros,
    /// Nothing simple.
    Outlier,
}

impl Named for History {
    const NAME: &'static str = "history";
    const VALUES: &'static [&'static str] = &["value", "likely", "expected", "years"];
    const VARIANTS: &'static [&'static str] = &["thousand", "low"];
}

/// A corrected number this close to what was expected explains the odd one.
const FITS: f64 = 1.5;
/// A count this small is no sign of a slip: it has one digit, and swings.
const SMALL: i64 = 20;

impl Rule for History {
    fn on_table(&self, sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
        for odd in sheet.odd().iter().filter(|odd| self.concerns(odd)) {
            let slip = slip(odd);
            if slip.map_or(Verdict::Outlier, |slip| slip.verdict) != self.verdict {
                continue;
            }
            let likely = slip.map(|slip| slip.likely);
            let expected = odd.expected.centre();
            let variant = match slip {
                Some(slip) if slip.thousand => Some("thousand"),
                None if odd.value < expected => Some("low"),
                _ => None,
            };
            let values = [
                ("value", odd.value.to_string()),
                ("likely", likely.map(|likely| likely.to_string()).unwrap_or_default()),
                ("expected", expected.to_string()),
                ("years", odd.expected.years.to_string()),
            ];
            sink.add_variant(variant, vec![sheet.cell(odd.cell)], values);
        }
    }
}

impl History {
    fn concerns(&self, odd: &Odd) -> bool {
        let larger = odd.value.max(odd.expected.centre());
        odd.deviation >= f64::from(self.deviations)
            && Fixed::from_int(self.least).is_some_and(|least| larger >= least)
            && odd.expected.years >= self.years
    }
}

#[derive(Clone, Copy)]
struct Slip {
    verdict: Verdict,
    likely: Fixed,
    thousand: bool,
}

/// The slip that leads from what was expected to what stands there.
fn slip(odd: &Odd) -> Option<Slip> {
    let fits = |likely: &Fixed| {
        let larger = odd.value.max(*likely);
        odd.expected.deviation(*likely) <= FITS
            && Fixed::from_int(SMALL).is_some_and(|small| larger >= small)
    };
    let zeros = [10, 100, 1_000].into_iter().find_map(|factor| {
        let likely = times(odd.value, factor).into_iter().flatten().find(fits)?;
        Some(Slip { verdict: Verdict::Zeros, likely, thousand: factor == 1_000 })
    });
    zeros.or_else(|| {
        let likely = swaps(odd.value).into_iter().find(fits)?;
        Some(Slip { verdict: Verdict::Transposed, likely, thousand: false })
    })
}

/// The number with the zeros taken away or put on; whole numbers only.
fn times(value: Fixed, factor: i64) -> [Option<Fixed>; 2] {
    let thousandths = value.thousandths();
    let smaller =
        (thousandths % factor == 0).then(|| Fixed::from_thousandths(thousandths / factor));
    let larger = thousandths.checked_mul(factor).map(Fixed::from_thousandths);
    [smaller, larger].map(|likely| likely.filter(|likely| likely.as_int().is_some_and(|n| n != 0)))
}

/// The number with two neighbouring digits exchanged, in every way.
fn swaps(value: Fixed) -> Vec<Fixed> {
    let Some(whole) = value.as_int().filter(|whole| *whole > 9) else { return Vec::new() };
    let digits = whole.to_string().into_bytes();
    let swapped = (1..digits.len()).filter(|at| digits[at - 1] != digits[*at]).filter_map(|at| {
        let mut digits = digits.clone();
        digits.swap(at - 1, at);
        String::from_utf8(digits).ok()?.parse().ok().and_then(Fixed::from_int)
    });
    swapped.collect()
}
