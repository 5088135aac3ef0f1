//! What the chair should say, chosen by rule: targets met or missed, the largest rise, the largest
//! fall; then the lowest and the highest share, the first award, the first target.

use crate::compose::{AWARDS, Composer, Line, Movement, Piece, TARGETS, marked, uncapitalise};
use crate::error::AppError;
use bc138_domain::{Amount, DossierPart, Fixed, Operator, Target};
use bc138_series::Direction;
use minijinja::context;
use minijinja::value::Value;
use std::cmp::Ordering;

/// How many things are said.
const THREE: usize = 3;
/// Figures of this group are reported by others; a rise in them is no result of the movement.
const CONTEXT: &str = "context";

/// A figure with what is worth saying about it.
struct Point<'a> {
    kind: &'static str,
    line: &'a Line,
    /// The target it was measured by.
    target: Option<String>,
}

/// The things to say, most important first; each about another figure.
pub(super) fn points(
    lines: &[Line],
    before: Option<&DossierPart>,
    composer: &Composer,
) -> Result<Vec<Vec<Piece>>, AppError> {
    let targets = before.map(|part| part.targets.as_slice()).unwrap_or_default();
    let mut points = measured(lines, targets);
    points.extend(extreme(lines, "rise", Direction::Up));
    points.extend(extreme(lines, "fall", Direction::Down));
    points.extend(shares(lines));
    let first = |group, kind| {
        let line = lines.iter().find(|line| line.group == group)?;
        Some(Point { kind, line, target: None })
    };
    points.extend(first(AWARDS, "award"));
    points.extend(first(TARGETS, "target"));
    let is_figure = |line: &&Line| line.group != AWARDS && line.group != TARGETS;
    let figures = lines.iter().filter(is_figure);
    let figures = figures.filter(|line| line.exact && line.is_possible());
    // What the office did itself comes before what others did.
    let (own, others): (Vec<&Line>, Vec<&Line>) = figures.partition(|line| line.own);
    let figures = own.into_iter().chain(others);
    points.extend(figures.map(|line| Point { kind: "figure", line, target: None }));
    let mut said: Vec<&str> = Vec::new();
    points.retain(|point| {
        let new = !said.contains(&point.line.source.as_str());
        said.push(&point.line.source);
        new
    });
    points.truncate(THREE);
    points.iter().map(|point| told(point, composer)).collect()
}

fn told(point: &Point<'_>, composer: &Composer) -> Result<Vec<Piece>, AppError> {
    let line = point.line;
    let change = line.beside.change.as_ref();
    let derived = |what: &str, text: &str| line.derived(what, text);
    let share =
        line.beside.rate.map(|rate| format!(" ({})", line.derived("rate", &format!("{rate}%"))));
    let facts = context! {
        kind => point.kind,
        name => uncapitalise(&line.name),
        amount => format!("{}{}", marked(&line.source, &line.text), share.unwrap_or_default()),
        change => change.map(|it| it.movement_words(&derived)).unwrap_or_default(),
        before => change.map(|it| it.period.clone()).unwrap_or_default(),
        target => point.target.clone().unwrap_or_default(),
        sentence => line.sentence.clone(),
    };
    let told = composer.told("leader/point.j2", &Value::from_serialize(facts))?;
    Ok(told.into_iter().flat_map(|told| told.pieces).collect())
}

/// Figures measured by the targets that the dossier before set; the missed ones first.
fn measured<'a>(lines: &'a [Line], targets: &[Target]) -> Vec<Point<'a>> {
    let measure = |target: &Target| {
        let code = target.indicator.as_ref()?;
        let line = lines.iter().find(|line| line.is_of(code) && line.exact)?;
        let order = against(line.amount.as_ref()?, target.amount.as_ref()?)?;
        let met = match target.operator {
            Operator::Exactly | Operator::AtLeast => order != Ordering::Less,
            Operator::MoreThan => order == Ordering::Greater,
            Operator::AtMost => order != Ordering::Greater,
        };
        let kind = if met { "met" } else { "missed" };
        Some(Point { kind, line, target: target.printed_amount() })
    };
    let mut points: Vec<Point<'_>> = targets.iter().filter_map(measure).collect();
    points.sort_by_key(|point| point.kind == "met");
    points
}

/// How an amount stands to a target of its kind; a fraction is measured by its exact share.
fn against(amount: &Amount, target: &Amount) -> Option<Ordering> {
    match (amount, target) {
        (Amount::Ratio { reached, total }, Amount::Percent { value }) => {
            let of = |fixed: Fixed| i128::from(fixed.thousandths());
            let hundred = 100 * 1_000 * of(*reached);
            (*total > Fixed::default()).then(|| hundred.cmp(&(of(*value) * of(*total))))
        }
        (Amount::Percent { value }, Amount::Percent { value: wanted })
        | (Amount::Number { value }, Amount::Number { value: wanted })
        | (Amount::Money { dong: value }, Amount::Money { dong: wanted }) => {
            Some(value.cmp(wanted))
        }
        _ => None,
    }
}

/// The figure that went furthest in one direction.
fn extreme<'a>(lines: &'a [Line], kind: &'static str, way: Direction) -> Option<Point<'a>> {
    let movement = |line: &'a Line| {
        let change = line.beside.change.as_ref();
        let change = change.filter(|_| line.own && line.group != CONTEXT)?;
        let movement = &change.movement;
        (movement.direction() == way && movement.is_said_with_size()).then_some(movement)
    };
    let moved = lines.iter().filter_map(|line| Some((line, movement(line)?)));
    let weight = |(_, movement): &(&Line, &Movement)| movement.weight();
    // Of equal ones the first stands for all.
    let line = moved.rev().max_by_key(weight).map(|(line, _)| line)?;
    Some(Point { kind, line, target: None })
}

/// The lowest and the highest share of the standard, where they differ.
fn shares(lines: &[Line]) -> Vec<Point<'_>> {
    let shares = lines.iter().filter(|line| line.own && line.group == "standard");
    let shares: Vec<(&Line, Fixed)> =
        shares.filter_map(|line| Some((line, line.share()?))).collect();
    let lowest = shares.iter().min_by_key(|(_, rate)| *rate);
    let highest = shares.iter().rev().max_by_key(|(_, rate)| *rate);
    let (Some(lowest), Some(highest)) = (lowest, highest) else { return Vec::new() };
    if lowest.1 == highest.1 {
        return Vec::new();
    }
    let point = |kind, line| Point { kind, line, target: None };
    vec![point("lowest", lowest.0), point("highest", highest.0)]
}
