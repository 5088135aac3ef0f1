//! What is left from drafting: tracked changes, comments, gaps (Điều 12).

use crate::check::Check;
use crate::docx::para::Para;
use crate::finding::{Part, Trait, Value};
use crate::sink::Sink;

/// Checks every paragraph.
pub(super) fn check(sink: &mut Sink<'_>) {
    for (part, para) in sink.layout.all() {
        let marks = [(Check::TrackedChanges, para.tracked), (Check::Comments, para.commented)];
        for (check, _) in marks.into_iter().filter(|(_, there)| *there) {
            let (found, wanted) = (Trait::Present, Trait::Absent);
            sink.para(check, para, Value::Trait(found), Value::Trait(wanted));
        }
        // Number, date and reference are for the văn thư to fill.
        let filled_later =
            matches!(part, Part::Number | Part::PlaceDate | Part::AnnexReference | Part::Other);
        if !filled_later {
            gaps(sink, para);
        }
    }
}

fn gaps(sink: &mut Sink<'_>, para: &Para) {
    let line = para.line();
    let gap = line
        .split(|c| !matches!(c, '…' | '.'))
        .find(|dots| dots.chars().count() >= 4 || dots.chars().filter(|c| *c == '…').count() >= 2);
    if let Some(gap) = gap {
        let (found, wanted) = (Value::text(gap), Value::Trait(Trait::Absent));
        sink.para(Check::Gaps, para, found, wanted);
    }
}
