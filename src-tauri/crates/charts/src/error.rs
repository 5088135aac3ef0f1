//! The one error type of the crate. Variants carry data; sentences are made elsewhere.

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// The caption is empty: a drawing must say in words what it shows.
    #[error("a chart needs a caption")]
    NoCaption,
    /// There is nothing to draw: no series, no row or no year.
    #[error("nothing to draw")]
    Empty,
    /// More series than can be told apart in black and white.
    #[error("{given} series, at most {most}")]
    TooManySeries {
        /// How many were given.
        given: usize,
        /// How many the chart takes.
        most: usize,
    },
    /// A series or row has not one value for each label.
    #[error("{given} values for {expected} labels")]
    Lengths {
        /// How many values belong there.
        expected: usize,
        /// How many were given.
        given: usize,
    },
    /// More rows, panels or years than a page can hold.
    #[error("{given} rows do not fit on a page")]
    TooManyRows {
        /// How many were given.
        given: usize,
    },
    /// A break stands before the first year, after the last, or twice at one place.
    #[error("no break can stand before year {before}")]
    Break {
        /// Index of the year after the break.
        before: usize,
    },
    /// A label leaves no room for the chart.
    #[error("no room for label \"{label}\"")]
    LabelTooLong {
        /// The label.
        label: String,
    },
    /// Classes of a heat strip: bounds not ascending, not one text more than bounds, or not 2 to 5.
    #[error("classes do not fit together")]
    Classes,
}
