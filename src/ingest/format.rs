//! Formats, and how they are told apart: by content first, by the file's
//! extension where the content leaves a choice.

use super::decode;
use crate::record::{ErrorCode, Format, Problem, vocabulary};

vocabulary! {
    /// What the user says of the inputs' format.
    InputFormat {
        /// Told apart by content and extension.
        Auto = "auto",
        /// Plain text.
        Text = "text",
        /// Text with Markdown marks.
        Markdown = "markdown",
        /// Web pages.
        Html = "html",
        /// PDF files.
        Pdf = "pdf",
        /// Word documents.
        Docx = "docx",
        /// A document on each line, as a JSON object.
        Ndjson = "ndjson",
    }
}

impl InputFormat {
    /// The document format it names; `None` for `auto` and `ndjson`.
    #[must_use]
    pub const fn document(self) -> Option<Format> {
        match self {
            InputFormat::Auto | InputFormat::Ndjson => None,
            InputFormat::Text => Some(Format::Text),
            InputFormat::Markdown => Some(Format::Markdown),
            InputFormat::Html => Some(Format::Html),
            InputFormat::Pdf => Some(Format::Pdf),
            InputFormat::Docx => Some(Format::Docx),
        }
    }
}

/// What the first bytes of an input show it to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One document.
    Document(Format),
    /// A document on each line.
    Lines,
    /// A zip file: an archive, or a document of an office program.
    Zip,
    /// A tar archive.
    Tar,
    /// Something compressed by gzip.
    Gzip,
    /// Something compressed by zstd.
    Zstd,
}

/// Bytes that [`sniff`] wants to see, where the input has as many.
pub(super) const HEAD: usize = 8 << 10;

/// Tells what an input is from its first bytes and its name.
///
/// # Errors
///
/// If it is nothing that can be read: the message says what it is instead.
pub(super) fn sniff(head: &[u8], name: &str) -> Result<Kind, Problem> {
    if head.is_empty() {
        return Err(Problem::new(ErrorCode::Empty, "is empty"));
    }
    if let Some(kind) = by_signature(head) {
        return Ok(kind);
    }
    if let Some(what) = foreign(head) {
        return Err(unsupported(what));
    }
    if decode::looks_binary(head) {
        return Err(Problem::new(
            ErrorCode::Binary,
            "is no text and no known format (expected PDF, text, Markdown, HTML or DOCX)",
        ));
    }
    text_kind(head, name)
}

/// The error for a format that is not read.
pub(super) fn unsupported(what: &str) -> Problem {
    Problem::new(
        ErrorCode::UnsupportedFormat,
        format!("is {what}, which is not read (convert it to PDF, DOCX, HTML or text)"),
    )
}

/// Formats that their first bytes give away.
fn by_signature(head: &[u8]) -> Option<Kind> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        Some(Kind::Zip)
    } else if head.starts_with(b"\x1f\x8b") {
        Some(Kind::Gzip)
    } else if head.starts_with(b"\x28\xb5\x2f\xfd") {
        Some(Kind::Zstd)
    } else if head.get(257..262) == Some(b"ustar") {
        Some(Kind::Tar)
    } else if memchr::memmem::find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        // Mail gateways and web servers leave junk before the header.
        Some(Kind::Document(Format::Pdf))
    } else {
        None
    }
}

/// Known formats that hold no text for us, by their first bytes.
fn foreign(head: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 12] = [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an old Word or Office document",
        ),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"II*\0", "a TIFF image"),
        (b"MM\0*", "a TIFF image"),
        (b"BM", "a BMP image"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"Rar!\x1a\x07", "a RAR archive"),
        (b"\xfd7zXZ\0", "an xz file"),
        (b"\x7fELF", "a program"),
    ];
    SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature))
        // Text may begin with « BM ».
        .filter(|(signature, _)| *signature != b"BM" || decode::looks_binary(head))
        .map(|&(_, what)| what)
}

/// Tells apart the formats that are text.
fn text_kind(head: &[u8], name: &str) -> Result<Kind, Problem> {
    let start = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    let lower = start[..start.len().min(2048)].to_ascii_lowercase();
    let extension = extension(name);
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
        return Ok(Kind::Document(Format::Html));
    }
    if lower.starts_with(b"<?xml") {
        return if memchr::memmem::find(&lower, b"<html").is_some() {
            Ok(Kind::Document(Format::Html))
        } else {
            Err(unsupported("an XML file"))
        };
    }
    if matches!(extension.as_str(), "ndjson" | "jsonl") || begins_with_a_document_line(start) {
        return Ok(Kind::Lines);
    }
    match extension.as_str() {
        "json" => Err(unsupported("a JSON file")),
        "xml" => Err(unsupported("an XML file")),
        "html" | "htm" | "xhtml" => Ok(Kind::Document(Format::Html)),
        "md" | "markdown" => Ok(Kind::Document(Format::Markdown)),
        _ => Ok(Kind::Document(Format::Text)),
    }
}

/// Whether the first line is a JSON object with a `text`, or the start of one
/// too long to see.
fn begins_with_a_document_line(start: &[u8]) -> bool {
    if !start.starts_with(b"{\"") {
        return false;
    }
    match memchr::memchr(b'\n', start) {
        Some(end) => serde_json::from_slice::<serde_json::Value>(&start[..end])
            .is_ok_and(|value| value.get("text").is_some_and(serde_json::Value::is_string)),
        None => memchr::memmem::find(start, b"\"text\"").is_some(),
    }
}

/// The extension of a path in lower case, without its dot.
fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_first() {
        let cases: [(&[u8], &str, Kind); 12] = [
            (b"%PDF-1.7\n", "x.txt", Kind::Document(Format::Pdf)),
            (b"\r\n\r\n%PDF-1.4", "x.pdf", Kind::Document(Format::Pdf)),
            (b"Bonjour", "x.pdf", Kind::Document(Format::Text)),
            (b"Bonjour", "x", Kind::Document(Format::Text)),
            (b"# Titre", "x.MD", Kind::Document(Format::Markdown)),
            (
                b"\xef\xbb\xbf <!DOCTYPE HTML>",
                "x.txt",
                Kind::Document(Format::Html),
            ),
            (
                b"<?xml version='1.0'?><html xmlns=''>",
                "x",
                Kind::Document(Format::Html),
            ),
            (b"<p>Bonjour", "x.htm", Kind::Document(Format::Html)),
            (b"{\"text\":\"a\"}\n", "-", Kind::Lines),
            (b"PK\x03\x04", "x.docx", Kind::Zip),
            (b"\x1f\x8b\x08", "x.txt", Kind::Gzip),
            (b"BM est ici", "x.txt", Kind::Document(Format::Text)),
        ];
        for (head, name, kind) in cases {
            assert_eq!(sniff(head, name), Ok(kind), "{name}");
        }
    }

    #[test]
    fn what_is_not_read_is_named() {
        let cases: [(&[u8], ErrorCode); 6] = [
            (b"", ErrorCode::Empty),
            (b"\x89PNG\r\n\x1a\n", ErrorCode::UnsupportedFormat),
            (b"{\\rtf1", ErrorCode::UnsupportedFormat),
            (
                b"<?xml version='1.0'?><feed/>",
                ErrorCode::UnsupportedFormat,
            ),
            (b"\x00\x01\x02\x03\x80\x99", ErrorCode::Binary),
            (b"BM\x00\x00\x01\x02\x03\x04", ErrorCode::UnsupportedFormat),
        ];
        for (head, code) in cases {
            assert_eq!(sniff(head, "x").unwrap_err().code, code);
        }
    }
}
