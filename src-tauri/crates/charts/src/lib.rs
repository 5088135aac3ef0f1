//! Charts: values and labels in, a [`bc138_report::Drawing`] out. Knows nothing of the domain.
#![deny(missing_docs)]
