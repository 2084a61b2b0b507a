//! The command as its users meet it: runs the program and looks at its output.

mod inputs;
mod lines;
mod output;
mod pdf;
mod resume;
mod tool;
