//! The growth table: every window against the one before it and against the first.

use crate::compare::Terms;
use crate::cube::{Cube, MeasureIx, WindowIx};
use crate::like::{Compared, compare_windows};
use crate::review::Stage;
use crate::span::Span;
use crate::total::{Total, total};
use bc138_domain::catalogue::OverUnits;
use bc138_units::Registry;

/// One window of a growth table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrowthRow {
    /// The window.
    pub window: WindowIx,
    /// Its total.
    pub total: Total,
    /// Against the window that it follows on directly (so với kỳ trước); `None` in the first row
    /// and after a gap.
    pub on_previous: Option<Compared>,
    /// Against the first window (so với kỳ gốc); `None` in the first row.
    pub on_first: Option<Compared>,
}

/// The growth table of one measure over windows in the order of time.
#[must_use]
pub fn growth(
    registry: &Registry,
    cube: &Cube,
    measure: MeasureIx,
    rule: OverUnits,
    stages: &[Stage<'_>],
    terms: &Terms<'_>,
) -> Vec<GrowthRow> {
    let against = |now: Stage<'_>, before: Stage<'_>| {
        compare_windows(registry, cube, measure, rule, now, before, terms)
    };
    let mut rows = Vec::with_capacity(stages.len());
    let mut previous: Option<Stage<'_>> = None;
    for stage in stages {
        let followed = previous.filter(|earlier| follows(cube, *earlier, *stage));
        let first = stages.first().filter(|_| previous.is_some());
        rows.push(GrowthRow {
            window: stage.window,
            total: total(cube, measure, stage.window, stage.territory, rule),
            on_previous: followed.and_then(|earlier| against(*stage, earlier)),
            on_first: first.and_then(|first| against(*stage, *first)),
        });
        previous = Some(*stage);
    }
    rows
}

fn follows(cube: &Cube, earlier: Stage<'_>, later: Stage<'_>) -> bool {
    let span = |stage: Stage<'_>| cube.window(stage.window).and_then(Span::of);
    span(earlier).zip(span(later)).is_some_and(|(a, b)| a.is_followed_by(b))
}
