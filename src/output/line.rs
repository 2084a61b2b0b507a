//! A record as the line that is written.

use crate::pipeline::Weight;
use crate::record::Record;

/// A record as one line of JSON, its end included.
#[derive(Debug)]
pub struct Line(pub Vec<u8>);

impl Line {
    /// Writes a record as a line.
    ///
    /// # Panics
    ///
    /// Never: a record has no keys that are no text and no failing types.
    #[must_use]
    pub fn new(record: &Record) -> Self {
        let text = record.text.as_ref().map_or(0, String::len);
        let mut line = Vec::with_capacity(text * 2 + 1024);
        serde_json::to_writer(&mut line, record).expect("a record is always valid JSON");
        line.push(b'\n');
        line.shrink_to_fit();
        Line(line)
    }
}

impl Weight for Line {
    fn weight(&self) -> usize {
        self.0.len()
    }
}
