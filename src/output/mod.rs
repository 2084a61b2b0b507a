//! Writers of records.

mod line;

pub use line::Line;
