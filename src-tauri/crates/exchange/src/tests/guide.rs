//! The guide and the schema.
