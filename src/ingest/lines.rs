//! Lines of JSON, each a document: `{"id": …, "text": …, "date": …}`.

use std::io::{self, BufRead};

use serde::Deserialize;

use crate::record::{ErrorCode, Problem};

/// A document given as a line of JSON. Other keys are ignored.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    /// What the line's owner calls it.
    id: Option<Id>,
    /// The document.
    pub text: String,
    /// The day it was given out.
    pub date: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl Line {
    /// Reads a line of JSON.
    pub fn parse(bytes: &[u8]) -> Result<Line, Problem> {
        serde_json::from_slice(bytes).map_err(|error| {
            let problem = if bytes.trim_ascii().is_empty() {
                "is an empty line".to_owned()
            } else {
                // The line is known from the path; only the column helps.
                let reason = error.to_string();
                let reason = reason
                    .split(" at line ")
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                format!("is no document: {reason}, column {}", error.column())
            };
            Problem::new(
                ErrorCode::BadLine,
                format!(
                    "{problem} (expected {{\"id\": …, \"text\": \"…\", \"date\": \"2026-01-27\"}})"
                ),
            )
        })
    }

    /// The line's id, as text.
    pub fn id(&self) -> Option<String> {
        self.id.as_ref().map(|id| match id {
            Id::Text(text) => text.clone(),
            Id::Number(number) => number.to_string(),
        })
    }
}

/// What came of an attempt to read a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A line, without its end.
    Line(Vec<u8>),
    /// A line over the limit, passed over.
    TooLong,
    /// No more lines.
    End,
}

/// Reads a line of at most `max` bytes; what is longer is passed over without
/// being held in memory.
pub(super) fn next_line(reader: &mut dyn BufRead, max: u64) -> io::Result<Next> {
    let mut line = Vec::new();
    let mut too_long = false;
    loop {
        let buffer = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        let at_end = buffer.is_empty();
        let found = memchr::memchr(b'\n', buffer);
        let used = found.map_or(buffer.len(), |end| end + 1);
        if !too_long {
            line.extend_from_slice(&buffer[..found.unwrap_or(used)]);
            if line.len() as u64 > max {
                too_long = true;
                line = Vec::new();
            }
        }
        let was_empty = line.is_empty() && !too_long;
        reader.consume(used);
        if found.is_some() || at_end {
            return Ok(match (too_long, at_end && was_empty) {
                (true, _) => Next::TooLong,
                (false, true) => Next::End,
                (false, false) => Next::Line(line),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_limits() {
        let mut reader = io::BufReader::with_capacity(4, &b"ab\n\nlonger than six\nend"[..]);
        let mut next = || next_line(&mut reader, 6).unwrap();
        assert_eq!(next(), Next::Line(b"ab".to_vec()));
        assert_eq!(next(), Next::Line(Vec::new()));
        assert_eq!(next(), Next::TooLong);
        assert_eq!(next(), Next::Line(b"end".to_vec()));
        assert_eq!(next(), Next::End);
        assert_eq!(next(), Next::End);
    }

    #[test]
    fn ids_are_text() {
        let id = |json: &str| Line::parse(json.as_bytes()).unwrap().id();
        assert_eq!(id(r#"{"id":7,"text":""}"#).as_deref(), Some("7"));
        assert_eq!(id(r#"{"id":"a","text":""}"#).as_deref(), Some("a"));
        assert_eq!(id(r#"{"text":"","other":[1]}"#), None);
    }

    #[test]
    fn bad_lines_say_where() {
        let message = Line::parse(b"{\"text\": 3}").unwrap_err().message;
        assert!(
            message.contains("column 10") && message.contains("expected a string"),
            "{message}"
        );
        assert!(
            Line::parse(b" ")
                .unwrap_err()
                .message
                .starts_with("is an empty line")
        );
    }
}
