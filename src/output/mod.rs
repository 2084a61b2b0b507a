//! Writers of records.

mod line;
pub mod view;

pub use line::Line;
