//! How a sheet is printed.

/// Paper and what stands on every page. Sheets are always fitted to the width of the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintSetup {
    /// Paper.
    pub paper: Paper,
    /// The long side of the paper is horizontal.
    pub landscape: bool,
    /// Margins.
    pub margins: Margins,
    /// Head rows are printed on every page.
    pub repeat_head: bool,
    /// The number of the page, in the middle of the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I).
    pub page_numbers: bool,
    /// Text at the left of the bottom margin.
    pub footer: Option<String>,
}

/// Size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
}

/// Margins in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    /// Left.
    pub left: u8,
    /// Right.
    pub right: u8,
    /// Top.
    pub top: u8,
    /// Bottom.
    pub bottom: u8,
}

impl Default for PrintSetup {
    /// A4 upright, margins of the decree, repeated head, numbered pages.
    fn default() -> Self {
        Self {
            paper: Paper::A4,
            landscape: false,
            margins: Margins::default(),
            repeat_head: true,
            page_numbers: true,
            footer: None,
        }
    }
}

impl PrintSetup {
    /// Returns the set-up of a wide table.
    #[must_use]
    pub fn landscape() -> Self {
        Self { landscape: true, ..Self::default() }
    }
}

impl Default for Margins {
    /// The least margins of NĐ 30/2020/NĐ-CP, Phụ lục I: left 30, right 15, top and bottom 20.
    fn default() -> Self {
        Self { left: 30, right: 15, top: 20, bottom: 20 }
    }
}
