//! A record as the line that is written.

use std::cell::Cell;

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
        // How long a line will be is not known before it is written; what is
        // written into memory that is there already need not be moved as it grows.
        let mut buffer = BUFFER.take();
        buffer.clear();
        serde_json::to_writer(&mut buffer, record).expect("a record is always valid JSON");
        buffer.push(b'\n');
        let line = Line(buffer.as_slice().into());
        buffer.shrink_to(MAX_KEPT);
        BUFFER.set(buffer);
        line
    }
}

/// Most bytes that a thread keeps for its lines.
const MAX_KEPT: usize = 1 << 20;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

impl Weight for Line {
    fn weight(&self) -> usize {
        self.0.len()
    }
}
