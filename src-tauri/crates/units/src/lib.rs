//! Administrative units with dates: registry, events, succession, search.
#![deny(missing_docs)]
