//! The four faces and how bold and italic choose among them.

use parley::fontique::{FontStyle, FontWeight};

/// One of the four faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

impl Face {
    /// Every face, in the order of the files.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// Chooses the face for two properties.
    #[must_use]
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// Tells whether the face is bold.
    #[must_use]
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Bold | Self::BoldItalic)
    }

    /// Tells whether the face is italic.
    #[must_use]
    pub fn is_italic(self) -> bool {
        matches!(self, Self::Italic | Self::BoldItalic)
    }

    /// Names the face for errors.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Regular => "Regular",
            Self::Bold => "Bold",
            Self::Italic => "Italic",
            Self::BoldItalic => "BoldItalic",
        }
    }

    /// Returns the weight used to register and to select the face.
    pub(crate) fn weight(self) -> FontWeight {
        if self.is_bold() { FontWeight::BOLD } else { FontWeight::NORMAL }
    }

    /// Returns the slope used to register and to select the face.
    pub(crate) fn style(self) -> FontStyle {
        if self.is_italic() { FontStyle::Italic } else { FontStyle::Normal }
    }
}
