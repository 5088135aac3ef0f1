//! Why a check file was not taken.

/// Why the check files were not taken; always with the file and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// The text is no TOML, or a check has a part too many or too few.
    #[error("{file}, line {line}: {problem}")]
    Syntax {
        /// File.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What is wrong there.
        problem: String,
    },
    /// Two checks have the same number.
    #[error("{file}: code {code} stands twice")]
    DuplicateCode {
        /// File of the second one.
        file: String,
        /// The number.
        code: String,
    },
    /// A check names an evaluator that does not exist.
    #[error("{file}, {code}: unknown evaluator {name}")]
    UnknownEvaluator {
        /// File.
        file: String,
        /// The check.
        code: String,
        /// The name.
        name: String,
    },
    /// The parameters do not fit the evaluator.
    #[error("{file}, {code}: {problem}")]
    Parameters {
        /// File.
        file: String,
        /// The check.
        code: String,
        /// What is wrong.
        problem: String,
    },
    /// A check has no passing or no failing example.
    #[error("{file}, {code}: no {missing} example")]
    NoExample {
        /// File.
        file: String,
        /// The check.
        code: String,
        /// “passing” or “failing”.
        missing: &'static str,
    },
    /// A text uses a name that its evaluator gives no value for, or a variant it does not have.
    #[error("{file}, {code}: the evaluator knows no {name}")]
    UnknownName {
        /// File.
        file: String,
        /// The check.
        code: String,
        /// The name.
        name: String,
    },
}
