//! A record as a document for a search server: the facts without the places
//! of their mentions, names in the place of ids.

use jiff::civil::{Date as Day, DateTime};
use serde_json::{Map, Value, json};

use crate::record::{Agreement, Date, Person, Place, Record};

/// An object without its absent members.
pub(super) fn object(members: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let present = members.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(
        present
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// A record as a document. `location` says how the server writes a point.
pub(super) fn document(record: &Record, location: fn(f64, f64) -> Value) -> Map<String, Value> {
    let dateline = record.dateline.as_ref();
    let role_texts: Vec<&str> = record.roles.iter().map(|r| r.text.as_str()).collect();
    let value = object([
        ("id", json!(record.id)),
        ("path", json!(record.source.path)),
        ("format", json!(record.source.format)),
        ("lang", json!(record.lang)),
        ("kind", json!(record.kind)),
        ("issuer", json!(record.issuer)),
        ("title", json!(record.title)),
        ("date", json!(dateline.and_then(|d| d.date.as_ref()))),
        (
            "dateline_place",
            json!(dateline.and_then(|d| d.place.as_ref())),
        ),
        ("text", json!(record.text)),
        ("people", record.people.iter().map(person).collect()),
        ("roles", json!(role_texts)),
        ("dates", record.dates.iter().map(date).collect()),
        (
            "places",
            record.places.iter().map(|p| place(p, location)).collect(),
        ),
        (
            "organisations",
            record
                .organisations
                .iter()
                .map(|o| {
                    object([
                        ("name", json!(o.name)),
                        ("acronym", json!(o.acronym)),
                        ("kind", json!(o.kind)),
                        ("country", json!(o.country)),
                        ("mentions", json!(o.mentions.len())),
                    ])
                })
                .collect(),
        ),
        (
            "agreements",
            record
                .agreements
                .iter()
                .map(|a| agreement(a, record))
                .collect(),
        ),
    ]);
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn person(person: &Person) -> Value {
    let roles: Vec<Value> = person
        .roles
        .iter()
        .map(|role| {
            object([
                ("title", json!(role.title)),
                ("organisation", json!(role.organisation)),
                ("country", json!(role.country)),
                ("status", json!(role.status)),
            ])
        })
        .collect();
    object([
        ("name", json!(person.name)),
        ("given", json!(person.given)),
        ("family", json!(person.family)),
        ("gender", json!(person.gender)),
        ("roles", json!(roles)),
        ("mentions", json!(person.mentions.len())),
    ])
}

fn date(date: &Date) -> Value {
    let period = (date.from.is_some() || date.to.is_some())
        .then(|| object([("gte", json!(date.from)), ("lte", json!(date.to))]));
    object([
        ("text", json!(date.text)),
        ("type", json!(date.kind)),
        ("value", json!(date.value)),
        ("period", json!(period)),
    ])
}

fn place(place: &Place, location: fn(f64, f64) -> Value) -> Value {
    let point = place.latitude.zip(place.longitude);
    object([
        ("name", json!(place.name)),
        ("kind", json!(place.kind)),
        ("country", json!(place.country)),
        (
            "location",
            point.map_or(Value::Null, |(lat, lon)| location(lat, lon)),
        ),
        ("mentions", json!(place.mentions.len())),
    ])
}

fn agreement(agreement: &Agreement, record: &Record) -> Value {
    let parties: Vec<Value> = agreement
        .parties
        .iter()
        .map(|party| {
            object([
                ("name", json!(party.name)),
                ("country", json!(party.country)),
            ])
        })
        .collect();
    object([
        ("kind", json!(agreement.kind)),
        ("name", json!(agreement.name)),
        ("status", json!(agreement.status)),
        ("parties", json!(parties)),
        ("signatories", json!(names(&agreement.signatories, record))),
        ("date", json!(agreement.date)),
        ("place", json!(agreement.place)),
        ("amount", json!(agreement.amount.as_ref().map(|a| a.value))),
        (
            "currency",
            json!(agreement.amount.as_ref().map(|a| &a.currency)),
        ),
        (
            "subject",
            json!(agreement.subject.as_ref().map(|s| &s.text)),
        ),
    ])
}

/// The names of people.
pub(super) fn names<'r>(ids: &[String], record: &'r Record) -> Vec<&'r str> {
    let named = |id: &String| record.people.iter().find(|p| p.id == *id);
    ids.iter()
        .filter_map(named)
        .map(|p| p.name.as_str())
        .collect()
}

/// The day of the dateline, as [`seconds`].
pub(super) fn issued(record: &Record) -> Option<i64> {
    seconds(record.dateline.as_ref()?.date.as_deref()?)
}

/// Days or instants as seconds since 1970, for servers that have no dates.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let instant: DateTime = text.parse().ok()?;
    let days = Day::constant(1970, 1, 1)
        .until(instant.date())
        .ok()?
        .get_days();
    let seconds = i64::from(instant.hour()) * 3600
        + i64::from(instant.minute()) * 60
        + i64::from(instant.second());
    Some(i64::from(days) * 86_400 + seconds)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn days_and_instants_have_seconds() {
        assert_eq!(seconds("1970-01-02"), Some(86_400));
        assert_eq!(seconds("2025-02-28T18:30"), Some(1_740_767_400));
        assert_eq!(seconds("2025"), None);
    }
}
