//! Measures of a finished drawing.

use bc138_report::{Anchor, Drawing, Fill, Mark, Point, Span};

use crate::canvas::label_box;
use crate::geometry::Rect;
use crate::input::{Reading, Setting, Size};

/// Rounding of 32-bit lengths.
pub(crate) const NEAR: f32 = 0.05;

pub(crate) fn setting(size: Size) -> Setting {
    Setting { caption: "Số vụ".into(), size, unit: "vụ".into(), print }
}

/// A plain print of thousandths.
pub(crate) fn print(thousandths: i64) -> String {
    if thousandths % 1_000 == 0 {
        (thousandths / 1_000).to_string()
    } else {
        format!("{:.3}", thousandths as f64 / 1_000.0).replace('.', ",")
    }
}

pub(crate) fn reading(thousandths: i64) -> Option<Reading> {
    Some(Reading::new(thousandths, print(thousandths)))
}

/// A value whose label can be found again.
pub(crate) fn known(thousandths: i64, source: &str) -> Option<Reading> {
    Some(Reading::new(thousandths, print(thousandths)).from_source(source))
}

/// The labels with their boxes.
pub(crate) fn labels(drawing: &Drawing) -> Vec<(&Span, Rect)> {
    let label = |mark: &'_ Mark| match mark {
        Mark::Label { size, at, anchor, span } => Some(label_box(span, *size, *at, *anchor)),
        _ => None,
    };
    let spans = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Label { span, .. } => Some(span),
        _ => None,
    });
    spans.zip(drawing.marks.iter().filter_map(label)).collect()
}

/// The box of the label with a source.
pub(crate) fn label_of(drawing: &Drawing, source: &str) -> Option<Rect> {
    let mut labels = labels(drawing).into_iter();
    labels.find(|(span, _)| span.source.as_deref() == Some(source)).map(|(_, rect)| rect)
}

/// The boxes of filled shapes, backgrounds of labels left out.
pub(crate) fn areas(drawing: &Drawing, wanted: impl Fn(Fill, f32) -> bool) -> Vec<Rect> {
    let areas = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Area { points, fill, outline } if wanted(*fill, *outline) => Some(bounds(points)),
        _ => None,
    });
    areas.collect()
}

pub(crate) fn bounds(points: &[Point]) -> Rect {
    points.iter().skip(1).fold(Rect::spanning(points[0], points[0]), |rect, point| Rect {
        left: rect.left.min(point.x),
        top: rect.top.min(point.y),
        right: rect.right.max(point.x),
        bottom: rect.bottom.max(point.y),
    })
}

/// Fails when a mark leaves the drawing, a label overlaps another, or nothing is said in words.
pub(crate) fn sound(drawing: &Drawing) {
    assert!(drawing.width <= 453.01, "wider than the page: {}", drawing.width);
    assert!(drawing.height <= crate::style::TALLEST + 0.01, "taller than a page");
    assert!(!drawing.description.trim().is_empty(), "not described");
    for mark in &drawing.marks {
        inside(drawing, mark);
    }
    let labels = labels(drawing);
    for (index, (span, rect)) in labels.iter().enumerate() {
        for (other, near) in &labels[index + 1..] {
            let core = Rect {
                left: rect.left + NEAR,
                top: rect.top + NEAR,
                right: rect.right - NEAR,
                bottom: rect.bottom - NEAR,
            };
            assert!(!core.overlaps(*near), "{:?} over {:?}", span.text, other.text);
        }
    }
}

fn inside(drawing: &Drawing, mark: &Mark) {
    let rect = match mark {
        Mark::Line { points, .. } | Mark::Area { points, .. } => bounds(points),
        Mark::Label { span, size, at, anchor } => label_box(span, *size, *at, *anchor),
    };
    let near = 0.6;
    let fits = rect.left >= -near
        && rect.top >= -near
        && rect.right <= drawing.width + near
        && rect.bottom <= drawing.height + near;
    assert!(fits, "{mark:?} leaves {} x {}", drawing.width, drawing.height);
    let finite = [rect.left, rect.top, rect.right, rect.bottom].iter().all(|x| x.is_finite());
    assert!(finite, "{mark:?}");
}

/// Fails when letters of a label are not in the drawing, in order, whatever the line breaks.
pub(crate) fn shows(drawing: &Drawing, label: &str) {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let all: String = labels(drawing).iter().map(|(span, _)| squeezed(&span.text)).collect();
    assert!(all.contains(&squeezed(label)), "{label:?} is lost in {all:?}");
}

/// The other tests rest on these boxes.
#[test]
fn boxes_hang_on_their_anchor() {
    let span = Span::plain("2025");
    let at = Point { x: 50.0, y: 20.0 };
    let [start, middle, end] = [Anchor::Start, Anchor::Middle, Anchor::End]
        .map(|anchor| label_box(&span, 10.0, at, anchor));
    assert!((start.left - 50.0).abs() < NEAR && (end.right - 50.0).abs() < NEAR);
    assert!((middle.left + middle.right - 100.0).abs() < NEAR);
    assert!((start.width() - 20.0).abs() < NEAR, "four digits of half an em");
}
