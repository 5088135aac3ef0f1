//! Lines and pictures to pages: where a page may end.
//!
//! Owns the vertical rules: no widows and orphans, nothing that belongs together is parted, space
//! above is dropped at the top of a page. Must not shape text or write files.

use std::sync::Arc;

use crate::page::{Page, PlacedImage};
use crate::picture::PreparedPicture;
use crate::shape::Line;
use crate::stylesheet::{PT_PER_MM, PageSetup, StyleRule};

/// Lines of a paragraph that stay together at either end of a page.
const MIN_LINES: usize = 2;
/// Rounding slack in points when a page is exactly full.
const SLACK: f32 = 0.01;

/// One piece of the vertical flow that is never cut.
pub(crate) struct Item {
    /// Height without spacing.
    pub height: f32,
    /// Space above, dropped at the top of a page.
    pub before: f32,
    /// Space below.
    pub after: f32,
    /// Whether a page may end after this item.
    pub break_after: bool,
    /// What is drawn.
    pub content: Content,
}

/// What an [`Item`] draws.
pub(crate) enum Content {
    /// A line of text.
    Line(Line),
    /// A picture of the given width, centred.
    Picture(Arc<PreparedPicture>, f32),
}

/// Appends the lines of a paragraph with its page-break rules.
pub(crate) fn push_lines(items: &mut Vec<Item>, lines: Vec<Line>, rule: &StyleRule) {
    if let Some(last) = items.last_mut().filter(|_| rule.keep_with_previous) {
        last.break_after = false;
    }
    let count = lines.len();
    for (index, line) in lines.into_iter().enumerate() {
        let done = index + 1;
        let inside = done >= MIN_LINES && count - done >= MIN_LINES;
        items.push(Item {
            height: line.height,
            before: if index == 0 { rule.before_pt } else { 0.0 },
            after: if done == count { rule.after_pt } else { 0.0 },
            break_after: if done == count { !rule.keep_with_next } else { inside },
            content: Content::Line(line),
        });
    }
}

/// Distributes the items over pages; there is always at least one page.
pub(crate) fn paginate(items: Vec<Item>, setup: &PageSetup) -> Vec<Page> {
    let mut flow = Flow::new(setup);
    let mut group = Vec::new();
    for item in items {
        let complete = item.break_after;
        group.push(item);
        if complete {
            flow.place_group(std::mem::take(&mut group));
        }
    }
    flow.place_group(group);
    flow.pages
}

/// The pages so far and the place of the next item.
struct Flow<'s> {
    setup: &'s PageSetup,
    pages: Vec<Page>,
    /// Used height of the current page, from the top margin.
    y: f32,
    /// Space owed to the item above.
    owed: f32,
}

impl<'s> Flow<'s> {
    /// Opens the first page.
    fn new(setup: &'s PageSetup) -> Self {
        let mut flow = Self { setup, pages: Vec::new(), y: 0.0, owed: 0.0 };
        flow.open_page();
        flow
    }

    /// Opens the next page.
    fn open_page(&mut self) {
        let (width, height) = (self.setup.width_mm * PT_PER_MM, self.setup.height_mm * PT_PER_MM);
        self.pages.push(Page::empty(self.pages.len() + 1, width, height));
        self.y = 0.0;
        self.owed = 0.0;
    }

    /// Places items that belong together; a group taller than a page is cut where it must be.
    fn place_group(&mut self, group: Vec<Item>) {
        let Some(first) = group.first() else { return };
        if !self.fits(group_height(&group), first.before) {
            self.open_page();
        }
        for item in group {
            if !self.fits(item.height, item.before) {
                self.open_page();
            }
            self.place(item);
        }
    }

    /// Tells whether something fits on the current page. An empty page takes anything.
    fn fits(&self, height: f32, before: f32) -> bool {
        let end = self.y + self.owed + before + height;
        self.y == 0.0 || end <= self.setup.text_height_pt() + SLACK
    }

    /// Draws one item at the current place.
    fn place(&mut self, item: Item) {
        let gap = if self.y == 0.0 { 0.0 } else { self.owed + item.before };
        let top = self.y + gap;
        let (left, down) = (self.setup.left_mm * PT_PER_MM, self.setup.top_mm * PT_PER_MM + top);
        self.y = top + item.height;
        self.owed = item.after;
        let Some(page) = self.pages.last_mut() else {
            return;
        };
        match item.content {
            Content::Line(line) => {
                page.runs.extend(line.runs.into_iter().map(|run| run.moved(left, down)));
            }
            Content::Picture(picture, width) => {
                let x = left + (self.setup.text_width_pt() - width) / 2.0;
                page.images.push(PlacedImage { picture, x, y: down, width, height: item.height });
            }
        }
    }
}

/// Sums a group with the spacing inside it.
fn group_height(group: &[Item]) -> f32 {
    let inner: f32 = group.windows(2).map(|pair| pair[0].after + pair[1].before).sum();
    inner + group.iter().map(|item| item.height).sum::<f32>()
}
