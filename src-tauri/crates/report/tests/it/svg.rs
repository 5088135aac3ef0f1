//! SVG: self-contained, clickable figures, the positions of the page.

use bc138_report::{Fonts, Page, layout, write_svg};

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
