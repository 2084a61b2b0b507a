//! Lines for the `_bulk` interface of OpenSearch and Elasticsearch.

use serde_json::{Value, json};

use super::document::document;
use crate::record::Record;

/// The action and the document. The id makes a second feed replace the first.
pub(super) fn write(record: &Record, index: &str, out: &mut Vec<u8>) {
    let mut document = document(record, |lat, lon| json!({ "lat": lat, "lon": lon }));
    let id = document.remove("id");
    let action = json!({ "index": { "_index": index, "_id": id } });
    for line in [action, Value::Object(document)] {
        out.extend(line.to_string().into_bytes());
        out.push(b'\n');
    }
}

/// Settings and mapping of the index: French words, people and agreements as
/// objects of their own, days as ranges, places as points.
pub(super) fn settings() -> Value {
    let french = json!({ "type": "text", "analyzer": "french_folded" });
    // Searched by words, counted and sorted as a whole.
    let name = json!({
        "type": "text", "analyzer": "name_folded",
        "fields": { "raw": { "type": "keyword", "ignore_above": 512 } },
    });
    let code = json!({ "type": "keyword" });
    let count = json!({ "type": "integer" });
    json!({
        "settings": {
            "analysis": {
                "filter": {
                    "french_elision": {
                        "type": "elision", "articles_case": true,
                        "articles": ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"],
                    },
                    "french_stemmer": { "type": "stemmer", "language": "light_french" },
                },
                "analyzer": {
                    "french_folded": {
                        "type": "custom", "tokenizer": "standard",
                        "filter": ["french_elision", "lowercase", "french_stemmer", "asciifolding"],
                    },
                    "name_folded": {
                        "type": "custom", "tokenizer": "standard",
                        "filter": ["french_elision", "lowercase", "asciifolding"],
                    },
                },
            },
        },
        "mappings": {
            "dynamic": false,
            "properties": {
                "path": code, "format": code, "lang": code, "kind": code,
                "issuer": name,
                "title": french,
                "text": french,
                "date": { "type": "date", "format": "strict_date_optional_time" },
                "dateline_place": name,
                "roles": french,
                "people": { "type": "nested", "properties": {
                    "name": name, "given": code, "family": code, "gender": code,
                    "mentions": count,
                    "roles": { "properties": {
                        "title": french, "organisation": name, "country": code, "status": code,
                    } },
                } },
                "dates": { "type": "nested", "properties": {
                    "text": code, "type": code, "value": code,
                    "period": { "type": "date_range", "format": "strict_date_optional_time" },
                } },
                "places": { "type": "nested", "properties": {
                    "name": name, "kind": code, "country": code, "mentions": count,
                    "location": { "type": "geo_point" },
                } },
                "organisations": { "type": "nested", "properties": {
                    "name": name, "acronym": code, "kind": code, "country": code, "mentions": count,
                } },
                "agreements": { "type": "nested", "properties": {
                    "kind": code, "status": code, "name": french, "place": name,
                    "signatories": name,
                    "parties": { "properties": { "name": name, "country": code } },
                    "date": { "type": "date", "format": "strict_date_optional_time", "ignore_malformed": true },
                    "amount": { "type": "double" }, "currency": code, "subject": french,
                } },
            },
        },
    })
}
