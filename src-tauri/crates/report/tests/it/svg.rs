//! SVG: self-contained, clickable figures, the positions of the page.

use bc138_report::{
    Anchor, Block, Drawing, Fonts, Mark, Page, Point, Span, layout, write_drawing_svg, write_svg,
};

use crate::sample::illustrated;

fn drawn() -> (Vec<Page>, Vec<String>) {
    let fonts = Fonts::embedded().expect("the files in assets are fonts");
    let pages = layout(&illustrated(), &fonts).expect("the document can be laid out");
    let drawings = pages.iter().map(|page| write_svg(page, &fonts)).collect();
    (pages, drawings)
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    for drawing in drawn().1 {
        assert!(drawing.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="));
        assert!(drawing.contains("role=\"img\" aria-label=\"Trang "));
        assert!(!drawing.contains("<script") && !drawing.contains("url("));
        for reference in drawing.split("href=\"").skip(1) {
            assert!(reference.starts_with('#') || reference.starts_with("data:image/"));
        }
    }
}

#[test]
fn every_used_glyph_is_defined_with_the_prefix_of_its_page() {
    for (index, drawing) in drawn().1.iter().enumerate() {
        for reference in drawing.split("href=\"#").skip(1) {
            let id = reference.split('"').next().unwrap_or_default();
            assert!(id.starts_with(&format!("p{}-", index + 1)), "{id}");
            assert!(drawing.contains(&format!("<path id=\"{id}\"")), "{id} is defined");
        }
    }
}

#[test]
fn each_figure_has_an_area_with_its_source() {
    let (pages, drawings) = drawn();
    let sources: Vec<_> =
        pages.iter().flat_map(|page| &page.runs).filter_map(|run| run.source.as_ref()).collect();
    assert!(sources.len() >= 12, "three rounds of four figures");
    for source in sources {
        let attribute = format!("data-source=\"{source}\"");
        assert!(drawings.iter().any(|drawing| drawing.contains(&attribute)), "{source}");
    }
}

#[test]
fn a_numbered_paragraph_has_an_area_under_its_figures() {
    let mut document = illustrated();
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let paragraphs = blocks.filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    let mut numbered = 0;
    for paragraph in paragraphs.filter(|it| it.spans.iter().any(|span| span.source.is_some())) {
        paragraph.place = Some(numbered);
        numbered += 1;
    }
    assert!(numbered > 0, "the sample has figures in its text");
    let fonts = Fonts::embedded().expect("the files in assets are fonts");
    let pages = layout(&document, &fonts).expect("the document can be laid out");
    let drawings: Vec<String> = pages.iter().map(|page| write_svg(page, &fonts)).collect();
    for place in 0..numbered {
        let attribute = format!("data-paragraph=\"{place}\"");
        assert!(drawings.iter().any(|drawing| drawing.contains(&attribute)), "{place}");
    }
    for drawing in &drawings {
        let last = drawing.rfind("data-paragraph=").unwrap_or(0);
        let first = drawing.find("data-source=").unwrap_or(usize::MAX);
        assert!(last < first, "a figure lies above its paragraph");
    }
}

#[test]
fn a_drawing_alone_has_its_own_size_and_says_what_it_shows() {
    let label = Mark::Label {
        span: Span::figure("12", "figure/a/amount"),
        size: 9.0,
        at: Point { x: 10.0, y: 20.0 },
        anchor: Anchor::Start,
    };
    let description = "Hai xã “A” & “B”".to_owned();
    let drawing = Drawing { width: 120.0, height: 40.0, marks: vec![label], description };
    let fonts = Fonts::embedded().expect("the files in assets are fonts");
    let svg = write_drawing_svg(&drawing, 7, &fonts).expect("it can be drawn");
    assert!(svg.contains("viewBox=\"0 0 120 40\"") && svg.contains("“B”\""), "{svg}");
    assert!(svg.contains("data-source=\"figure/a/amount\""), "its figure can be asked about");
    assert!(svg.contains("id=\"p7-"), "its glyphs are told apart from other drawings");
}
