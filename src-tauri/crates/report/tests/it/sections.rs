//! Sections, page breaks, drawings, rules and very long paragraphs.

use bc138_report::stylesheet::PT_PER_MM;
use bc138_report::{
    Block, Drawing, Figure, Mark, Page, PageSetup, Paper, Paragraph, PlacedShape, ReportError,
    RuleBelow, Span, Style, write_svg,
};

use crate::pages::{FONTS, assert_inside_margins, error_of, pages_of, words};
use crate::papers::{chart, of_sections, report, section, standard_report, text};

fn set(blocks: Vec<Block>) -> Vec<Page> {
    pages_of(&of_sections(vec![section(Paper::A4, blocks)]))
}

#[test]
fn pages_are_counted_anew_in_every_section() {
    let long = || (0..100).map(|_| text(Style::Body, "x")).collect::<Vec<_>>();
    let mut document = of_sections(vec![
        section(Paper::A4, long()),
        section(Paper::A4Landscape, long()),
        section(Paper::A3Landscape, vec![text(Style::Body, "x")]),
    ]);
    document.sections[1].numbered = false;
    let pages = pages_of(&document);
    let positions: Vec<usize> = pages.iter().map(|page| page.position).collect();
    assert_eq!(positions, (1..=pages.len()).collect::<Vec<_>>());
    let lying = pages.iter().position(|page| page.width > page.height).expect("there is one");
    assert_eq!((pages[lying].number, pages[lying].width.round()), (1, 842.0));
    assert_eq!(&*pages[1].runs[0].text, "2", "the second page shows its number");
    assert_eq!(&*pages[lying + 1].runs[0].text, "x", "this section shows none");
    let last = &pages[pages.len() - 1];
    assert_eq!((last.number, last.width.round(), last.height.round()), (1, 1191.0, 842.0));
}

#[test]
fn no_id_occurs_on_two_pages() {
    let drawings: Vec<String> =
        pages_of(&standard_report()).iter().map(|page| write_svg(page, &FONTS)).collect();
    let ids = |drawing: &str| -> Vec<String> {
        drawing
            .split("id=\"")
            .skip(1)
            .filter_map(|it| it.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let mut all: Vec<String> = drawings.iter().flat_map(|drawing| ids(drawing)).collect();
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn a_page_break_leaves_no_blank_page() {
    let line = |words: &str| text(Style::Body, words);
    let blocks = vec![
        Block::PageBreak,
        line("a"),
        Block::PageBreak,
        Block::PageBreak,
        text(Style::Heading, "b"),
        Block::PageBreak,
        line("c"),
        Block::PageBreak,
    ];
    let pages = set(blocks);
    assert_eq!(pages.iter().map(words).collect::<Vec<_>>(), ["a", "2 b", "3 c"]);
}

#[test]
fn a_rule_is_as_long_as_its_text_or_a_part_of_it() {
    let ruled = |rule| {
        let paragraph = Paragraph::plain(Style::Motto, "Độc lập - Tự do - Hạnh phúc").ruled(rule);
        let page = set(vec![paragraph.into(), text(Style::Body, "sau")]).remove(0);
        (page.runs[0].clone(), page.rules[0], page.runs[1].baseline)
    };
    let (run, rule, _) = ruled(RuleBelow::AsText);
    assert!((rule.width - run.width).abs() < 0.05 && (rule.x - run.x).abs() < 0.05);
    let (run, rule, next) = ruled(RuleBelow::Third);
    assert!(rule.width > run.width / 3.0 && rule.width < run.width / 2.0);
    let (middle, of_text) = (rule.x + rule.width / 2.0, run.x + run.width / 2.0);
    assert!((middle - of_text).abs() < 0.05, "centred under the text");
    assert!(rule.y > run.baseline + run.size * 0.2 && rule.y < next - 9.0, "between the lines");
}

#[test]
fn twenty_thousand_characters_in_one_paragraph_are_set_well() {
    let long = "Các cấp ủy, chính quyền quan tâm chỉ đạo 32 cuộc tuyên truyền. ".repeat(320);
    assert!(long.chars().count() >= 20_000);
    let pages = set(vec![text(Style::Body, &long)]);
    assert_inside_margins(&pages, Paper::A4);
    let said: String = pages
        .iter()
        .flat_map(|page| page.runs.iter().filter(|run| run.baseline > 57.0))
        .flat_map(|run| run.text.split_whitespace())
        .collect();
    assert_eq!(said, long.split_whitespace().collect::<String>(), "nothing is lost");
    let right = (210.0 - PageSetup::default().right_mm) * PT_PER_MM;
    let full = pages[1].runs.iter().filter(|run| run.baseline > 57.0);
    for run in full {
        assert!((run.x + run.width - right).abs() < 0.1, "every line is full: {}", run.text);
    }
}

#[test]
fn a_drawing_is_centred_and_stays_with_its_caption() {
    for lines in 0..40 {
        let mut blocks: Vec<_> = (0..lines).map(|_| text(Style::Note, "x")).collect();
        blocks.push(chart());
        for page in set(blocks) {
            let captioned = words(&page).contains("Hình 1.");
            assert_eq!(captioned, !page.shapes.is_empty(), "{lines}");
        }
    }
    let page = set(vec![chart()]).remove(0);
    let widths: Vec<f32> = page.shapes.iter().flat_map(points).map(|(x, _)| x).collect();
    assert!(widths.iter().all(|&x| x > 85.0 && x < 540.0), "{widths:?}");
    let source = page.runs.iter().find(|run| run.source.as_deref() == Some("chart"));
    assert!(source.is_some_and(|run| run.size == 10.0), "labels know their source");
    assert_inside_margins(&[page], Paper::A4);
}

fn points(shape: &PlacedShape) -> Vec<(f32, f32)> {
    let (PlacedShape::Stroke { points, .. } | PlacedShape::Area { points, .. }) = shape;
    points.iter().map(|point| (point.x, point.y)).collect()
}

#[test]
fn a_drawing_too_large_for_the_page_is_made_smaller() {
    let Block::Figure(figure) = chart() else { panic!("the chart is a figure") };
    let marks = figure.drawing.marks.iter().cloned().map(|mark| match mark {
        Mark::Line { points, thickness, dash } => {
            let points =
                points.iter().map(|at| bc138_report::Point { x: at.x * 3.0, y: at.y * 3.0 });
            Mark::Line { points: points.collect(), thickness, dash }
        }
        other => other,
    });
    let drawing = Drawing {
        width: 1200.0,
        height: 480.0,
        marks: marks.collect(),
        description: figure.drawing.description.clone(),
    };
    let page = set(vec![Figure { drawing, caption: None }.into()]).remove(0);
    assert!(page.shapes.iter().flat_map(points).all(|(x, y)| x < 540.0 && y < 790.0));
    assert!(page.runs.iter().all(|run| run.size < 10.0), "labels shrink with it");
}

#[test]
fn a_label_that_cannot_be_drawn_is_an_error() {
    let label = Mark::Label {
        span: Span::plain("số 漢"),
        size: 10.0,
        at: bc138_report::Point::default(),
        anchor: bc138_report::Anchor::Start,
    };
    let drawing =
        Drawing { width: 10.0, height: 10.0, marks: vec![label], description: "x".into() };
    let figure = Figure { drawing, caption: None };
    let found = error_of(&of_sections(vec![section(Paper::A4, vec![figure.into()])]));
    assert!(matches!(found, Some(ReportError::MissingGlyph { ch: '漢', .. })));
}

#[test]
fn an_official_report_is_set_inside_its_margins() {
    let pages = set(report(3));
    assert_inside_margins(&pages, Paper::A4);
    let nation = pages[0].runs.iter().filter(|run| run.text.contains("CỘNG HÒA"));
    let nation: Vec<&str> = nation.map(|run| &*run.text).collect();
    assert_eq!(nation, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "never broken in two lines");
}
