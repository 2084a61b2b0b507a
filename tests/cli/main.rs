//! The command as its users meet it: runs the program and looks at its output.

mod inputs;
mod language;
mod lines;
mod lists;
mod output;
mod resume;
mod tool;
