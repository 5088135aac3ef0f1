//! The one chart of the chair's sheet: the shares of the kinds of units that reached the standard.

use crate::compose::Line;
use crate::truth;
use crate::vi::documents::leader as words;
use bc138_charts::{BarGroup, Bars, Direction, Reading, Setting, Size};
use bc138_domain::Fixed;
use bc138_report::{Figure, Paragraph, Style};

/// The chart; nothing where fewer than two shares are known, or no label finds room.
pub(super) fn chart(lines: &[Line]) -> Option<Figure> {
    let groups: Vec<BarGroup> = lines.iter().filter_map(bar).collect();
    if groups.len() < 2 {
        return None;
    }
    let setting = Setting {
        caption: words::CHART.to_owned(),
        size: Size::Full,
        unit: String::new(),
        print: percent,
    };
    let bars =
        Bars { setting, direction: Direction::Sideways, series: vec![String::new()], groups };
    let caption = Some(Paragraph::plain(Style::Caption, words::CHART));
    Some(Figure { drawing: bars.draw().ok()?, caption })
}

/// The bar of a share of the standard.
fn bar(line: &Line) -> Option<BarGroup> {
    let rate = line.share().filter(|_| line.own && line.group == "standard")?;
    let name = line.name.split(words::REACHED).next().unwrap_or_default().trim();
    let reading = Reading::new(rate.thousandths(), format!("{rate}%"));
    let source = truth::rate(&line.source);
    Some(BarGroup::new(name, vec![Some(reading.from_source(source))]))
}

/// A value of the axis.
fn percent(thousandths: i64) -> String {
    format!("{}%", Fixed::from_thousandths(thousandths))
}
