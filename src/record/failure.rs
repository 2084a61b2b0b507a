//! An input that gave no record, and why.

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;

/// Why an input gave no record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The path as given; that of [`Source::path`](super::Source::path).
    pub path: String,
    /// What kind of failure.
    pub code: ErrorCode,
    /// What is wrong, then in brackets what to do, where something can be done.
    pub message: String,
}

impl Failure {
    /// A failure with its words.
    pub fn new(path: impl Into<String>, code: ErrorCode, message: impl Into<String>) -> Self {
        Failure {
            path: path.into(),
            code,
            message: message.into(),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Failure {}

/// What is wrong with an input whose path the caller knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of failure.
    pub code: ErrorCode,
    /// What is wrong, then in brackets what to do, where something can be done.
    pub message: String,
}

impl Problem {
    /// A problem with its words.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Problem {
            code,
            message: message.into(),
        }
    }

    /// The problem of the input at `path`.
    #[must_use]
    pub fn at(self, path: &str) -> Failure {
        Failure {
            path: path.to_owned(),
            code: self.code,
            message: self.message,
        }
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let (code, message) = match error.kind() {
            ErrorKind::NotFound => (ErrorCode::NotFound, "no such file or folder".to_owned()),
            ErrorKind::PermissionDenied => (
                ErrorCode::NoPermission,
                "no right to read it (ask its owner)".to_owned(),
            ),
            ErrorKind::UnexpectedEof => (ErrorCode::Damaged, "ends too early".to_owned()),
            ErrorKind::InvalidData | ErrorKind::InvalidInput => {
                (ErrorCode::Damaged, format!("damaged: {error}"))
            }
            _ => (ErrorCode::Io, format!("cannot be read: {error}")),
        };
        Problem { code, message }
    }
}

vocabulary! {
    /// Kinds of failure.
    ErrorCode {
        /// There is no such file, or it went away.
        NotFound = "not_found",
        /// The rights to read it are missing.
        NoPermission = "no_permission",
        /// The system could not read it.
        Io = "io",
        /// It has no bytes, or no text.
        Empty = "empty",
        /// Bytes that are no document.
        Binary = "binary",
        /// A format that is not read.
        UnsupportedFormat = "unsupported_format",
        /// Larger than the limit.
        TooLarge = "too_large",
        /// Broken beyond reading.
        Damaged = "damaged",
        /// Protected by a password.
        Encrypted = "encrypted",
        /// An archive that expands beyond all measure.
        Bomb = "bomb",
        /// Archives inside archives beyond the limit.
        NestedTooDeep = "nested_too_deep",
        /// A line of JSON that is none, or has no text.
        BadLine = "bad_line",
        /// Reading took longer than the limit.
        Timeout = "timeout",
        /// A fault in the program itself.
        Internal = "internal",
    }
}
