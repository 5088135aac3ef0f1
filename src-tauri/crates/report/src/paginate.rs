//! Items to pages: where a page may end.
//!
//! Owns the vertical rules: no widows and orphans, nothing that belongs together is parted, space
//! above is dropped at the top of a page, heads of tables are repeated. Must not shape text or
//! write files.

use std::rc::Rc;

use crate::fragment::Fragment;
use crate::page::Page;
use crate::shape::Line;
use crate::stylesheet::{PT_PER_MM, PageSetup, StyleRule};
use crate::table::SetTable;

/// Lines of a paragraph that stay together at either end of a page.
const MIN_LINES: usize = 2;
/// Rounding slack in points when a page is exactly full.
const SLACK: f32 = 0.01;

/// One piece of the vertical flow that is never cut.
pub(crate) struct Item {
    /// Height without spacing; of a row without the head of its table.
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
    /// Text or a picture, measured from the left margin.
    Fragment(Fragment),
    /// A row of a table; its head comes before the first row on every page.
    Row(Rc<SetTable>, usize),
    /// A sheet filled at fixed places, measured from the corner of the paper.
    Sheet(Fragment),
    /// The end of the page.
    Break,
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
            content: Content::Fragment(line.fragment),
        });
    }
}

/// Distributes the items over pages; there is always at least one page.
pub(crate) fn paginate(items: Vec<Item>, setup: &PageSetup) -> Vec<Page> {
    let mut flow = Flow::new(setup);
    let mut group = Vec::new();
    for item in items {
        match item.content {
            Content::Break | Content::Sheet(_) => {
                flow.place_group(std::mem::take(&mut group));
                flow.place_alone(item.content);
            }
            _ => {
                let complete = item.break_after;
                group.push(item);
                if complete {
                    flow.place_group(std::mem::take(&mut group));
                }
            }
        }
    }
    flow.place_group(group);
    flow.close_table();
    flow.pages
}

/// The rows of a table on one page.
struct OpenTable {
    table: Rc<SetTable>,
    /// First row and the row after the last.
    rows: std::ops::Range<usize>,
    /// Upper edge, from the top margin.
    top: f32,
}

/// The pages so far and the place of the next item.
struct Flow<'s> {
    setup: &'s PageSetup,
    pages: Vec<Page>,
    /// Used height of the current page, from the top margin.
    y: f32,
    /// Space owed to the item above.
    owed: f32,
    /// Nothing stands on the current page.
    empty: bool,
    /// Nothing more may stand on the current page.
    full: bool,
    /// The table whose rows are being placed.
    table: Option<OpenTable>,
}

impl<'s> Flow<'s> {
    /// Opens the first page.
    fn new(setup: &'s PageSetup) -> Self {
        let pages = Vec::new();
        let mut flow =
            Self { setup, pages, y: 0.0, owed: 0.0, empty: true, full: false, table: None };
        flow.open_page();
        flow
    }

    /// Opens the next page.
    fn open_page(&mut self) {
        self.close_table();
        let (width, height) = (self.setup.width_mm * PT_PER_MM, self.setup.height_mm * PT_PER_MM);
        self.pages.push(Page::empty(self.pages.len() + 1, width, height));
        (self.y, self.owed, self.empty, self.full) = (0.0, 0.0, true, false);
    }

    /// Ends a page, or fills a page of its own.
    fn place_alone(&mut self, content: Content) {
        self.close_table();
        if let Content::Sheet(fragment) = content {
            if !self.empty || self.full {
                self.open_page();
            }
            if let Some(page) = self.pages.last_mut() {
                fragment.place(page, 0.0, 0.0);
            }
            self.empty = false;
        }
        // A page is opened only when something stands on it.
        self.full = !self.empty;
    }

    /// Places items that belong together; a group taller than a page is cut where it must be.
    fn place_group(&mut self, group: Vec<Item>) {
        let Some(first) = group.first() else { return };
        if self.full || !self.fits(self.group_height(&group), first.before) {
            self.open_page();
        }
        for item in group {
            let height = item.height + self.head_height(&item.content, self.table.as_ref());
            if !self.fits(height, item.before) {
                self.open_page();
            }
            self.place(item);
        }
    }

    /// Tells whether something fits on the current page. An empty page takes anything.
    fn fits(&self, height: f32, before: f32) -> bool {
        let end = self.y + self.owed + before + height;
        self.empty || end <= self.setup.text_height_pt() + SLACK
    }

    /// Sums a group with the spacing inside it and the heads of the tables it begins.
    fn group_height(&self, group: &[Item]) -> f32 {
        let inner: f32 = group.windows(2).map(|pair| pair[0].after + pair[1].before).sum();
        let mut height = inner + group.iter().map(|item| item.height).sum::<f32>();
        let mut previous = None;
        for item in group {
            let open = self.table.as_ref().filter(|_| previous.is_none());
            if let Content::Row(table, _) = &item.content {
                let known = previous.is_some_and(|known| Rc::ptr_eq(known, table));
                if !known {
                    height += self.head_height(&item.content, open);
                }
                previous = Some(table);
            }
        }
        height
    }

    /// Returns the height of the head that must come before a row.
    fn head_height(&self, content: &Content, open: Option<&OpenTable>) -> f32 {
        match content {
            Content::Row(table, row) if !continues(open, table, *row) => table.head_height,
            _ => 0.0,
        }
    }

    /// Draws one item at the current place.
    fn place(&mut self, item: Item) {
        let gap = if self.empty { 0.0 } else { self.owed + item.before };
        let top = self.y + gap;
        self.y = top + item.height;
        self.owed = item.after;
        self.empty = false;
        match item.content {
            Content::Row(table, row) => self.place_row(table, row, top),
            Content::Fragment(fragment) => {
                self.close_table();
                let left = self.setup.left_mm * PT_PER_MM;
                if let Some(page) = self.pages.last_mut() {
                    fragment.place(page, left, self.setup.top_mm * PT_PER_MM + top);
                }
            }
            Content::Sheet(_) | Content::Break => {}
        }
    }

    /// Adds a row to the table on this page, or begins the table there.
    fn place_row(&mut self, table: Rc<SetTable>, row: usize, top: f32) {
        if continues(self.table.as_ref(), &table, row) {
            if let Some(open) = &mut self.table {
                open.rows.end = row + 1;
            }
            return;
        }
        self.close_table();
        self.y += table.head_height;
        self.table = Some(OpenTable { table, rows: row..row + 1, top });
    }

    /// Draws the rows that stand on this page.
    fn close_table(&mut self) {
        let (Some(open), Some(page)) = (self.table.take(), self.pages.last_mut()) else {
            return;
        };
        let (left, top) = (self.setup.left_mm * PT_PER_MM, self.setup.top_mm * PT_PER_MM);
        open.table.draw(page, open.rows, left, top + open.top);
    }
}

/// Tells whether a row comes directly under the last one of an open table.
fn continues(open: Option<&OpenTable>, table: &Rc<SetTable>, row: usize) -> bool {
    open.is_some_and(|open| Rc::ptr_eq(&open.table, table) && open.rows.end == row)
}
