//! A figure beside itself: what is odd about it, and how it differs from the window before.

use crate::vi::forms;
use crate::view::{Comparison, Direction, Message, Offer, Severity};
use bc138_domain::{Amount, Figure, Fixed};

/// “5/4”: more reached than there are, with the swap offered.
pub(crate) fn ratio_message(figure: &Figure) -> Option<Message> {
    let Some(Amount::Ratio { reached, total }) = figure.amount else { return None };
    if reached <= total {
        return None;
    }
    let swapped = format!("{total}/{reached}");
    let text =
        format!("Số đạt ({reached}) lớn hơn tổng số ({total}). Kiểm tra lại thứ tự: đạt / tổng.");
    let offer = Some(Offer { label: forms::offer_label(&swapped), text: swapped });
    Some(Message { severity: Severity::Error, text, offer })
}

/// The change against the equal window before: points for ratios, a count for numbers.
pub(crate) fn compare(now: &Figure, before: &Figure) -> Option<Comparison> {
    if now.qualifier.is_some() || before.qualifier.is_some() || now.categories != before.categories
    {
        let text = forms::NOT_COMPARABLE.to_owned();
        return Some(Comparison { text, direction: Direction::None });
    }
    let (now, before) = (now.amount.as_ref()?, before.amount.as_ref()?);
    let (difference, is_rate) = match (now, before) {
        (Amount::Ratio { .. }, Amount::Ratio { .. }) => {
            (subtract(now.rate(1)?, before.rate(1)?), true)
        }
        (Amount::Number { value }, Amount::Number { value: earlier }) => {
            (subtract(*value, *earlier), false)
        }
        _ => return None,
    };
    let direction = match difference.thousandths() {
        0 => Direction::Same,
        up if up > 0 => Direction::Up,
        _ => Direction::Down,
    };
    let size = Fixed::from_thousandths(difference.thousandths().abs()).to_string();
    let text = match (direction, is_rate) {
        (Direction::Same, _) => forms::UNCHANGED.to_owned(),
        (_, true) => forms::points(&size),
        (_, false) => size,
    };
    Some(Comparison { text, direction })
}

const fn subtract(a: Fixed, b: Fixed) -> Fixed {
    Fixed::from_thousandths(a.thousandths() - b.thousandths())
}
