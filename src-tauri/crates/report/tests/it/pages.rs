//! Questions the tests ask about finished pages.

use std::sync::LazyLock;

use bc138_report::stylesheet::PT_PER_MM;
use bc138_report::{Document, Fonts, Page, PageSetup, Paper, PlacedRun, ReportError, layout};

/// The fonts of the program.
pub static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::embedded().expect("the files in assets are fonts"));

/// Lays a document out.
pub fn pages_of(document: &Document) -> Vec<Page> {
    layout(document, &FONTS).expect("the document can be laid out")
}

/// The error of a document that cannot be laid out.
pub fn error_of(document: &Document) -> Option<ReportError> {
    layout(document, &FONTS).err()
}

/// All text of a page in the order it is drawn, runs joined by spaces.
pub fn words(page: &Page) -> String {
    page.runs.iter().map(|run| &*run.text).collect::<Vec<_>>().join(" ")
}

/// Left, top, right and bottom of what a run covers.
pub fn frame(run: &PlacedRun) -> [f32; 4] {
    const ABOVE: f32 = 0.7;
    const BELOW: f32 = 0.2;
    let (above, below) = (run.size * ABOVE, run.size * BELOW);
    if run.turned {
        [run.x - above, run.baseline - run.width, run.x + below, run.baseline]
    } else {
        [run.x, run.baseline - above, run.x + run.width, run.baseline + below]
    }
}

/// Asserts that nothing but the page number stands in the margins.
pub fn assert_inside_margins(pages: &[Page], paper: Paper) {
    let setup = PageSetup::of(paper);
    let left = setup.left_mm * PT_PER_MM - 0.1;
    let right = (setup.width_mm - setup.right_mm) * PT_PER_MM + 0.1;
    let top = setup.top_mm * PT_PER_MM - 0.1;
    let bottom = (setup.height_mm - setup.bottom_mm) * PT_PER_MM + 0.6;
    for page in pages {
        let number = page.number.to_string();
        for run in page.runs.iter().filter(|run| *run.text != *number || run.baseline > top) {
            let [x0, y0, x1, y1] = frame(run);
            let inside = x0 >= left && x1 <= right && y0 >= top && y1 <= bottom;
            assert!(inside, "page {}: {:?} at {:?}", page.position, run.text, frame(run));
        }
        for rule in &page.rules {
            let (x1, y1) = (rule.x + rule.width, rule.y + rule.height);
            let inside = rule.x >= left && x1 <= right && rule.y >= top && y1 <= bottom;
            assert!(inside, "page {}: {rule:?}", page.position);
        }
    }
}

/// Asserts that no two texts of a page lie over each other.
pub fn assert_no_overlap(pages: &[Page]) {
    for page in pages {
        for (index, one) in page.runs.iter().enumerate() {
            let [x0, y0, x1, y1] = frame(one);
            for other in &page.runs[index + 1..] {
                let [u0, v0, u1, v1] = frame(other);
                let apart = x1 <= u0 + 0.1 || u1 <= x0 + 0.1 || y1 <= v0 + 0.1 || v1 <= y0 + 0.1;
                assert!(apart, "page {}: {:?} over {:?}", page.position, one.text, other.text);
            }
        }
    }
}
