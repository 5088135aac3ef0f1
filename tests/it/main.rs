//! Integration tests.

mod architecture;
mod bindings;
