//! How the program ends.

use std::process::ExitCode;

/// How the program ends, and the code that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All done: 0.
    Done,
    /// Done, but some inputs failed: 1.
    SomeFailed,
    /// Wrong usage, or nothing could be done: 2.
    Unable,
    /// Stopped by a signal: 130.
    Interrupted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::SomeFailed => 1,
            Exit::Unable => 2,
            Exit::Interrupted => 130,
        })
    }
}
