//! The command as its users meet it: runs the program and looks at its output.

mod export;
mod faults;
mod hostile;
mod inputs;
mod language;
mod lines;
mod lists;
mod output;
mod pdf;
mod resume;
#[cfg(feature = "search")]
mod search;
mod tool;
