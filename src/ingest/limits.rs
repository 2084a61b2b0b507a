//! Limits of a document: every reader keeps to them.

use std::time::{Duration, Instant};

use crate::pdf::{Ocr, Passwords};
use crate::record::{ErrorCode, Problem};

/// How much of one input is read.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Largest input in bytes, after decompression.
    pub max_bytes: u64,
    /// Longest text in bytes; what is longer is cut, with a warning.
    pub max_text: usize,
    /// Most pages of a PDF that are read.
    pub max_pages: u32,
    /// Longest time for one document.
    pub timeout: Option<Duration>,
    /// Archives inside archives: 1 is an archive whose members are documents.
    pub max_depth: u32,
    /// Whether pages of a PDF are read by character recognition.
    pub ocr: Ocr,
    /// Passwords to try on encrypted PDF files.
    pub passwords: Passwords,
    /// Most members of one zip archive, whose directory is held in memory.
    pub max_members: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            max_bytes: 64 << 20,
            max_text: 16 << 20,
            max_pages: 2000,
            timeout: Some(Duration::from_mins(1)),
            max_depth: 3,
            ocr: Ocr::Never,
            passwords: Passwords::default(),
            max_members: 1_000_000,
        }
    }
}

impl Limits {
    /// The deadline of a document whose reading begins now.
    #[must_use]
    pub fn deadline(&self) -> Deadline {
        Deadline(
            self.timeout
                .and_then(|timeout| Instant::now().checked_add(timeout)),
        )
    }
}

/// When the reading of a document must be over. Stages ask at their own pace.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// A deadline that never comes.
    pub const NEVER: Deadline = Deadline(None);

    /// Whether the time is up. Costs a look at the clock: ask once a page or
    /// once a section, not once a token.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }

    /// Goes on, or ends the document.
    ///
    /// # Errors
    ///
    /// If the time is up.
    pub fn check(&self) -> Result<(), Problem> {
        if self.is_over() {
            return Err(Problem::new(
                ErrorCode::Timeout,
                "the time limit is reached (raise it with --timeout)",
            ));
        }
        Ok(())
    }

    /// The moment itself, for stages with a clock of their own.
    #[must_use]
    pub fn instant(&self) -> Option<Instant> {
        self.0
    }
}
