//! One document from end to end.

use std::ops::Range;

use super::Engine;
use crate::ingest::{Deadline, Document};
use crate::record::{CodePoints, Problem, Record, Source};

/// Reads one document.
pub(super) fn read(
    engine: &Engine,
    document: Document,
    _deadline: Deadline,
) -> Result<Record, Problem> {
    let points = CodePoints::new(&document.text);
    let pages = document.page_count.map(|_| {
        document
            .pages
            .iter()
            .map(|page: &Range<usize>| points.span(page.clone()))
            .collect()
    });
    let source = Source {
        path: document.path,
        id: document.line_id,
        format: document.format,
        bytes: document.bytes,
        pages: document.page_count,
    };
    let mut record = Record::new(document.id, source);
    record.pages = pages;
    record.warnings = document.warnings;
    if engine.config().keep_text {
        record.text = Some(document.text);
    }
    Ok(record)
}
