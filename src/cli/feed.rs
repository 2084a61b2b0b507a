//! Files of records read in batches, for the commands that take records.

use std::path::Path;

use super::exit::Exit;
use super::report::say;
use crate::output::{RecordLine, RecordLines};

/// Reads files of records, and counts what could not be used.
pub(super) struct Feed {
    /// Bytes of records that are read at once.
    pub batch: usize,
    /// Whether no messages are printed.
    pub quiet: bool,
    /// Files and lines that could not be used.
    pub failed: u64,
}

impl Feed {
    /// Hands the lines of a file to `take`, batch by batch with the file's name,
    /// as long as `goes_on`. A file that cannot be read is told and counted.
    pub fn file<E>(
        &mut self,
        path: &Path,
        goes_on: impl Fn() -> bool,
        mut take: impl FnMut(&mut Feed, &str, Vec<RecordLine>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut lines = match RecordLines::open(path) {
            Ok(lines) => lines,
            Err(error) => {
                self.fail(&format!("{}: {error}", path.display()));
                return Ok(());
            }
        };
        while goes_on() {
            match lines.some(self.batch) {
                Ok(batch) if batch.is_empty() => break,
                Ok(batch) => take(self, lines.name(), batch)?,
                Err(error) => {
                    self.fail(&format!("{}: {error}", lines.name()));
                    break;
                }
            }
        }
        Ok(())
    }

    /// Counts what could not be used, and tells why.
    pub fn fail(&mut self, message: &str) {
        self.failed += 1;
        if !self.quiet {
            say(message);
        }
    }

    /// How a run that came to its end ended.
    pub fn exit(&self) -> Exit {
        if self.failed == 0 {
            Exit::Done
        } else {
            Exit::SomeFailed
        }
    }
}
