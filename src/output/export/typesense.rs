//! Documents and schema for Typesense.

use serde_json::{Value, json};

use super::document::{document, issued};
use super::{ExportError, push_line};
use crate::record::Record;

/// The document. A field of an object that has points may not be left out in
/// some objects, so points are a field of their own.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    let mut document = document(record, |_, _| Value::Null);
    if let Some(issued) = issued(record) {
        document.insert("issued".into(), json!(issued));
    }
    let points: Vec<Value> = record
        .places
        .iter()
        .filter_map(|place| place.latitude.zip(place.longitude))
        .map(|(lat, lon)| json!([lat, lon]))
        .collect();
    document.insert("points".into(), json!(points));
    push_line(out, &document)
}

/// The schema of the collection.
pub(super) fn settings(name: &str) -> Value {
    let text = |name: &str| json!({ "name": name, "type": "string", "locale": "fr", "stem": true, "optional": true });
    let facet =
        |name: &str| json!({ "name": name, "type": "string", "facet": true, "optional": true });
    let facets =
        |name: &str| json!({ "name": name, "type": "string[]", "facet": true, "optional": true });
    let objects = |name: &str| json!({ "name": name, "type": "object[]", "optional": true });
    json!({
        "name": name,
        "enable_nested_fields": true,
        "token_separators": ["'", "’", "-"],
        "fields": [
            text("title"), text("text"),
            facet("issuer"), facet("kind"), facet("lang"), facet("format"), facet("dateline_place"),
            facet("date"), { "name": "issued", "type": "int64", "sort": true, "optional": true },
            { "name": "points", "type": "geopoint[]", "optional": true },
            facets("roles"),
            objects("people"), facets("people.name"), facets("people.roles.title"), facets("people.roles.country"),
            objects("dates"),
            objects("places"), facets("places.name"), facets("places.country"),
            objects("organisations"), facets("organisations.name"),
            objects("agreements"), facets("agreements.kind"), facets("agreements.status"),
            facets("agreements.parties.name"), facets("agreements.parties.country"),
            facets("agreements.signatories"),
        ],
    })
}
