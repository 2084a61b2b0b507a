//! Documents and index configuration for Quickwit.

use serde_json::{Value, json};

use super::document::document;
use super::{ExportError, push_line};
use crate::record::Record;

/// The document; Quickwit has no points, so a place has two numbers.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    push_line(
        out,
        &document(
            record,
            |lat, lon| json!({ "latitude": lat, "longitude": lon }),
        ),
    )
}

/// The configuration of the index. A document without a dateline has no
/// `date`, so that there is no timestamp field: Quickwit would refuse it.
pub(super) fn settings(index: &str) -> Value {
    let text = |name: &str| json!({ "name": name, "type": "text", "tokenizer": "default", "record": "position", "fieldnorms": true });
    let code =
        |name: &str| json!({ "name": name, "type": "text", "tokenizer": "raw", "fast": true });
    let day = |name: &str| json!({ "name": name, "type": "datetime", "input_formats": ["%Y-%m-%d", "rfc3339", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"], "fast": true, "fast_precision": "seconds" });
    json!({
        "version": "0.8",
        "index_id": index,
        "doc_mapping": {
            "mode": "lenient",
            "field_mappings": [
                code("id"), code("path"), code("format"), code("lang"), code("kind"), code("issuer"),
                text("title"), text("text"), day("date"), code("dateline_place"),
                { "name": "roles", "type": "array<text>", "tokenizer": "default", "record": "position" },
                { "name": "people", "type": "json", "tokenizer": "default", "record": "position", "fast": true },
                { "name": "dates", "type": "json", "tokenizer": "raw", "fast": true },
                { "name": "places", "type": "json", "tokenizer": "default", "record": "position", "fast": true },
                { "name": "organisations", "type": "json", "tokenizer": "default", "record": "position", "fast": true },
                { "name": "agreements", "type": "json", "tokenizer": "default", "record": "position", "fast": true },
            ],
        },
        "search_settings": { "default_search_fields": ["title", "text"] },
    })
}
