//! Integration tests.

mod bindings;
