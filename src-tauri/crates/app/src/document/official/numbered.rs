//! Numbers of parts: I., 1., a). They are given to what is printed, so they are always consecutive.

use crate::compose::{Alone, Part, Told};
use crate::document::frame::{point_letter, roman};
use bc138_report::{Block, Paragraph, Span, Style};

/// The parts of a report with their numbers; a part without facts has a dotted line.
pub(super) fn blocks(parts: &[Part]) -> Vec<Block> {
    let parts = parts.iter().enumerate();
    parts.flat_map(|(i, part)| part_blocks(i + 1, part)).map(Block::Paragraph).collect()
}

fn part_blocks(number: usize, part: &Part) -> Vec<Paragraph> {
    let title = format!("{}. {}", roman(number), part.title.to_uppercase());
    let mut out = vec![Paragraph::plain(Style::Part, title)];
    if part.is_empty() {
        out.push(Paragraph::new(Style::Body, vec![Span::gap(Some(GAP.to_owned()))]));
    }
    out.extend(texts(&part.body));
    let lone = part.inside.len() == 1;
    for (i, clause) in part.inside.iter().enumerate() {
        let heading = heading(clause, &format!("{}.", i + 1), lone);
        out.extend(heading.map(|text| Paragraph::plain(Style::Clause, text)));
        out.extend(texts(&clause.body));
        out.extend(points(&clause.inside));
    }
    out
}

/// Where a part is filled in that has no facts yet.
const GAP: &str = "report/part";

/// Points a), b) …
fn points(points: &[Part]) -> Vec<Paragraph> {
    let lone = points.len() == 1;
    let lines = points.iter().enumerate().flat_map(|(i, point)| {
        let heading = heading(point, &format!("{})", point_letter(i + 1)), lone);
        let heading = heading.map(|text| Paragraph::plain(Style::Point, text));
        heading.into_iter().chain(texts(&point.body))
    });
    lines.collect()
}

/// The heading of a part with its number; one that is alone has no number, perhaps no heading.
fn heading(part: &Part, number: &str, lone: bool) -> Option<String> {
    match (lone, part.alone) {
        (false, _) => Some(format!("{number} {}", part.title)),
        (true, Alone::Titled) => Some(part.title.clone()),
        (true, Alone::Untitled) => None,
    }
}

fn texts(told: &[Told]) -> impl Iterator<Item = Paragraph> {
    told.iter().cloned().map(super::said)
}
