//! From the bytes of one input to its [`Document`].

use std::io::Read;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::decode::{self, Decoded};
use super::entry::{Body, Entry};
use super::lines::Line;
use super::{Deadline, Document, Limits, docx, html};
use crate::record::{ErrorCode, Failure, Format, Problem, Warning, WarningCode};

/// The bytes of one document, of known format, not yet turned into text.
#[derive(Debug)]
pub struct Raw {
    /// The path as given.
    pub path: String,
    /// The id that a line of JSON gave its document.
    pub line_id: Option<String>,
    /// The date that a line of JSON gave its document.
    pub line_date: Option<String>,
    /// What the bytes are.
    pub format: Format,
    /// The input, whole.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub id: String,
}

impl Raw {
    /// Reads the rest of an entry, and takes its fingerprint.
    ///
    /// # Errors
    ///
    /// If the entry is itself a failure, cannot be read, or is too large.
    pub fn load(entry: Entry, limits: &Limits) -> Result<Raw, Failure> {
        let Entry { path, body, .. } = entry;
        match body {
            Body::Bytes { format, bytes } => Ok(Raw::new(path, format, bytes)),
            Body::File { format, head, file } => match read_rest(head, file, limits.max_bytes) {
                Ok(bytes) => Ok(Raw::new(path, format, bytes)),
                Err(problem) => Err(problem.at(&path)),
            },
            Body::Line(line) => match Line::parse(&line) {
                Ok(line) => Ok(Raw {
                    line_id: line.id(),
                    line_date: line.date,
                    ..Raw::new(path, Format::Text, line.text.into_bytes())
                }),
                Err(problem) => Err(problem.at(&path)),
            },
            Body::Failed(problem) => Err(problem.at(&path)),
        }
    }

    fn new(path: String, format: Format, bytes: Vec<u8>) -> Raw {
        let id = sha256_hex(&bytes);
        Raw {
            path,
            line_id: None,
            line_date: None,
            format,
            bytes,
            id,
        }
    }

    /// Turns the bytes into text.
    ///
    /// # Errors
    ///
    /// If the bytes are damaged, protected, or hold no text.
    pub fn into_document(self, limits: &Limits, deadline: Deadline) -> Result<Document, Failure> {
        let Raw {
            path,
            line_id,
            line_date,
            format,
            bytes,
            id,
        } = self;
        let mut document = Document {
            id,
            path,
            line_id,
            format,
            bytes: bytes.len() as u64,
            text: String::new(),
            pages: Vec::new(),
            layout: None,
            page_count: None,
            anchor: None,
            warnings: Vec::new(),
        };
        if let Some(date) = line_date {
            match date.parse::<Date>() {
                Ok(date) => document.anchor = Some(date),
                Err(_) => document.warnings.push(Warning::new(
                    WarningCode::BadDate,
                    format!("expected a date such as 2026-01-27, found {date:?}"),
                )),
            }
        }
        let problem = fill(&mut document, bytes, limits, deadline).err();
        let problem = problem
            .or_else(|| is_empty(&document).then(|| Problem::new(ErrorCode::Empty, "has no text")));
        match problem {
            Some(problem) => Err(problem.at(&document.path)),
            None => Ok(document),
        }
    }
}

/// Whether a document has no word and no reason for it: a scanned page has
/// none either, but its record says so.
fn is_empty(document: &Document) -> bool {
    let explained = document
        .warnings
        .iter()
        .any(|w| matches!(w.code, WarningCode::NoTextLayer | WarningCode::Recognised));
    document.text.trim().is_empty() && !explained
}

/// Fills in the text, the pages and the warnings.
fn fill(
    document: &mut Document,
    bytes: Vec<u8>,
    limits: &Limits,
    deadline: Deadline,
) -> Result<(), Problem> {
    let text = match document.format {
        Format::Text | Format::Markdown => decoded(document, decode::decode(&bytes)),
        Format::Html => {
            let declared = html::declared_encoding(&bytes).unwrap_or_default();
            let page = decoded(document, decode::decode_declared(&bytes, declared));
            decode::clean(html::text(&page).into())
        }
        Format::Docx => decode::clean(docx::text(&bytes, limits.max_bytes)?.into()),
        Format::Pdf => {
            super::pdf::fill(document, &bytes, limits, deadline)?;
            std::mem::take(&mut document.text)
        }
    };
    drop(bytes);
    document.text = text;
    truncate(document, limits.max_text);
    Ok(())
}

/// The text of a decoding, its faults noted.
fn decoded(document: &mut Document, Decoded { text, replaced }: Decoded<'_>) -> String {
    if replaced {
        document.warnings.push(Warning::new(
            WarningCode::BadEncoding,
            "some bytes mean nothing in the text's encoding and were replaced",
        ));
    }
    decode::clean(text)
}

/// Cuts a text that is too long, at the end of a line where one is near.
fn truncate(document: &mut Document, max_text: usize) {
    let text = &mut document.text;
    if text.len() <= max_text {
        return;
    }
    let mut end = text.floor_char_boundary(max_text);
    if let Some(line_end) = memchr::memrchr(b'\n', &text.as_bytes()[..end])
        && end - line_end < 64 << 10
    {
        end = line_end + 1;
    }
    let length = text.len();
    text.truncate(end);
    text.shrink_to_fit();
    document.pages.retain_mut(|page| {
        page.end = page.end.min(end);
        page.start < end
    });
    document.warnings.push(Warning::new(
        WarningCode::Truncated,
        format!("the text was cut after {end} of its {length} bytes"),
    ));
}

/// The rest of a file after its `head`.
fn read_rest(head: Vec<u8>, file: std::fs::File, max_bytes: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = head;
    let room = (max_bytes + 1).saturating_sub(bytes.len() as u64);
    file.take(room).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        Err(too_large(max_bytes))
    } else {
        Ok(bytes)
    }
}

/// The error for an input over the limit.
pub(super) fn too_large(max_bytes: u64) -> Problem {
    Problem::new(
        ErrorCode::TooLarge,
        format!("is larger than {max_bytes} bytes (raise the limit with --max-bytes)"),
    )
}

/// The error for an input that takes too long.
pub(crate) fn timed_out() -> Problem {
    Problem::new(
        ErrorCode::Timeout,
        "took longer to read than the limit (raise it with --timeout)",
    )
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes
        .iter()
        .flat_map(|&byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
