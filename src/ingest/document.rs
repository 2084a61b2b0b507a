//! A document: what every later room reads.

use std::ops::Range;

use jiff::civil::Date;

use crate::pdf::Layout;
use crate::record::{Format, Warning};

/// The text of one input, and where it came from.
#[derive(Clone, Debug)]
pub struct Document {
    /// SHA-256 of the input's bytes, in hexadecimal.
    pub id: String,
    /// The path as given; `archive.zip!/member` for a member, `-` for standard
    /// input. Bytes that are not UTF-8 are written `\xE9`.
    pub path: String,
    /// The id that a line of JSON gave its document.
    pub line_id: Option<String>,
    /// The form the input had.
    pub format: Format,
    /// Size of the input in bytes.
    pub bytes: u64,
    /// UTF-8, NFC, line ends as `\n`.
    pub text: String,
    /// Byte range of each page of a PDF in `text`.
    pub pages: Vec<Range<usize>>,
    /// Where the parts of a PDF's text stand on its pages.
    pub layout: Option<Box<Layout>>,
    /// Pages that the file has, read or not; `None` where the format has none.
    pub page_count: Option<u32>,
    /// What relative dates refer to where the text has no dateline.
    pub anchor: Option<Date>,
    /// What was doubtful so far.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// A document from a text at hand, for tests and for callers without files.
    #[must_use]
    pub fn from_text(path: &str, text: &str) -> Self {
        Document {
            id: super::read::sha256_hex(text.as_bytes()),
            path: path.to_owned(),
            line_id: None,
            format: Format::Text,
            bytes: text.len() as u64,
            text: text.to_owned(),
            pages: Vec::new(),
            layout: None,
            page_count: None,
            anchor: None,
            warnings: Vec::new(),
        }
    }
}
