//! The theme: which fonts “+Body” and “+Headings” stand for.

use crate::xml::{Element, Space};

/// The Latin fonts of a theme.
#[derive(Debug, Default)]
pub(crate) struct Theme {
    major: Option<String>,
    minor: Option<String>,
}

impl Theme {
    /// Reads the theme part.
    pub(crate) fn read(part: &Element) -> Self {
        let scheme = part.all().into_iter().find(|it| it.is(Space::Drawing, "fontScheme"));
        let font = |name| {
            let collection = scheme?.child(Space::Drawing, name)?;
            let latin = collection.child(Space::Drawing, "latin")?;
            latin.attribute(Space::None, "typeface").filter(|it| !it.is_empty()).map(str::to_owned)
        };
        Self { major: font("majorFont"), minor: font("minorFont") }
    }

    /// The font of a slot such as `minorHAnsi`.
    pub(crate) fn font(&self, slot: &str) -> Option<&str> {
        if slot.starts_with("major") { self.major.as_deref() } else { self.minor.as_deref() }
    }
}
