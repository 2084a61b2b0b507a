//! Documents and settings for Meilisearch.

use serde_json::{Value, json};

use super::document::{document, issued, seconds};
use super::{ExportError, push_line};
use crate::record::Record;

/// The document. Days are seconds since 1970 as well, because only numbers can
/// be compared; `_geo` is the first place whose position is known.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    let point = |lat, lng| json!({ "lat": lat, "lng": lng });
    let mut document = document(record, point);
    if let Some(issued) = issued(record) {
        document.insert("issued".into(), json!(issued));
    }
    let days: Vec<i64> = record
        .dates
        .iter()
        .flat_map(|date| [date.from.as_deref(), date.to.as_deref()])
        .filter_map(|text| seconds(text?))
        .collect();
    document.insert("mentioned".into(), json!(days));
    let mut points = record.places.iter().map(|p| p.latitude.zip(p.longitude));
    if let Some((lat, lng)) = points.find_map(|p| p) {
        document.insert("_geo".into(), point(lat, lng));
    }
    push_line(out, &document)
}

/// The settings of the index.
pub(super) fn settings() -> Value {
    json!({
        "searchableAttributes": [
            "title", "people.name", "agreements.name", "organisations.name", "places.name",
            "roles", "issuer", "text",
        ],
        "filterableAttributes": [
            "issued", "mentioned", "issuer", "kind", "lang", "format", "dateline_place",
            "people.name", "people.gender", "people.roles.title", "people.roles.country", "people.roles.status",
            "places.name", "places.kind", "places.country",
            "organisations.name", "organisations.kind", "organisations.country",
            "agreements.kind", "agreements.status", "agreements.parties.name",
            "agreements.parties.country", "agreements.signatories", "agreements.amount", "_geo",
        ],
        "sortableAttributes": ["issued", "title", "_geo"],
        "displayedAttributes": ["*"],
        "localizedAttributes": [{ "attributePatterns": ["*"], "locales": ["fra"] }],
        "stopWords": ["l", "d", "qu", "le", "la", "les", "de", "du", "des", "un", "une", "et", "à", "au", "aux", "en"],
    })
}
