//! The use cases as the window and the command line call them.

mod desk;
mod drafts;
mod findings;
mod history;
mod identical;
mod invented;
mod previous;
mod printed;
mod refused;
mod rows;
