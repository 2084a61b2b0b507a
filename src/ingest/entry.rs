//! An entry: one input as it is found, before it is read.

use std::fs::File;

use crate::record::{Format, Problem};

/// One input that will give a record or a failure.
#[derive(Debug)]
pub struct Entry {
    /// The path as given, see [`Document::path`](super::Document::path).
    pub path: String,
    /// Bytes on disk that were passed to reach this entry since the one before:
    /// what progress counts.
    pub progress: u64,
    /// Its content.
    pub body: Body,
}

/// What is known of an entry's content.
#[derive(Debug)]
pub enum Body {
    /// An open file, to be read by whoever takes the entry.
    File {
        /// What it is.
        format: Format,
        /// Its first bytes, read already.
        head: Vec<u8>,
        /// The rest.
        file: File,
    },
    /// A member of an archive, or another input that only its finder can read.
    Bytes {
        /// What it is.
        format: Format,
        /// The whole content.
        bytes: Vec<u8>,
    },
    /// A line of JSON, not yet parsed.
    Line(Vec<u8>),
    /// Something that cannot be read.
    Failed(Problem),
}

impl Entry {
    /// Bytes of memory that the entry holds.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.path.len()
            + match &self.body {
                Body::File { head, .. } => head.len(),
                Body::Bytes { bytes, .. } | Body::Line(bytes) => bytes.len(),
                Body::Failed(_) => 0,
            }
    }
}
