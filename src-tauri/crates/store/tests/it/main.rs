//! The store as its callers see it, on real files.

mod build;
mod child;
mod dump;
mod fresh;
mod full;
mod history;
mod kill;
mod migrate;
mod random;
mod refuse;
mod rules;
