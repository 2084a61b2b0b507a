//! The command as its users meet it: runs the program and looks at its output.

mod faults;
mod hostile;
mod inputs;
mod lines;
mod output;
mod resume;
mod tool;
