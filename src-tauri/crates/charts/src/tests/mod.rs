//! What holds for every chart, whatever it is given.

mod bars;
mod heat;
mod lines;
mod many;
mod measure;
mod slopes;
