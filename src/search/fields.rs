//! The fields of the index, and a record as a document of it.

use jiff::civil::Date;
use tantivy::TantivyDocument;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions,
};

use super::group;
use super::words::{NAME, TEXT};
use crate::record::Record;

/// Longest mention, in days, that counts for each of its days; longer ones
/// count for their first and last day, so that « en 2025 » is not found by
/// every day of the year.
const LONGEST_MENTION: i64 = 31;

/// The fields of the index.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub id: Field,
    pub record: Field,
    pub title: Field,
    pub text: Field,
    pub issuer: Field,
    pub person: Field,
    pub role: Field,
    pub place: Field,
    pub country: Field,
    pub organisation: Field,
    pub agreement: Field,
    pub party: Field,
    /// See [`group`].
    pub capacity: Field,
    /// See [`group`].
    pub pact: Field,
    /// Day of the dateline.
    pub issued: Field,
    /// Year of the dateline, for its facet.
    pub year: Field,
    /// Days that the text speaks of.
    pub mentioned: Field,
}

impl Fields {
    /// The schema with its fields; always the same for the same version.
    pub fn new() -> (Schema, Fields) {
        let mut schema = Schema::builder();
        let words = |tokenizer: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions);
            TextOptions::default().set_indexing_options(indexing)
        };
        let name = words(NAME).set_fast("raw");
        let code = STRING.set_fast("raw");
        let day = NumericOptions::default().set_indexed().set_fast();
        let fields = Fields {
            id: schema.add_text_field("id", STRING),
            record: schema.add_bytes_field("record", STORED),
            title: schema.add_text_field("title", words(TEXT)),
            text: schema.add_text_field("text", words(TEXT)),
            issuer: schema.add_text_field("issuer", name.clone()),
            person: schema.add_text_field("person", name.clone()),
            role: schema.add_text_field("role", words(TEXT).set_fast("raw")),
            place: schema.add_text_field("place", name.clone()),
            country: schema.add_text_field("country", code.clone()),
            organisation: schema.add_text_field("organisation", name.clone()),
            agreement: schema.add_text_field("agreement", code),
            party: schema.add_text_field("party", name),
            capacity: schema.add_text_field("capacity", words(TEXT)),
            pact: schema.add_text_field("pact", words(TEXT)),
            issued: schema.add_i64_field("issued", day.clone()),
            year: schema.add_text_field("year", STRING.set_fast("raw")),
            mentioned: schema.add_i64_field("mentioned", day),
        };
        (schema.build(), fields)
    }

    /// A record as a document; `line` is the record as it was written.
    pub fn document(&self, record: &Record, line: &[u8]) -> TantivyDocument {
        let mut document = TantivyDocument::with_capacity(line.len() * 2);
        document.add_text(self.id, &record.id);
        document.add_bytes(self.record, line);
        if let Some(title) = &record.title {
            document.add_text(self.title, title);
        }
        if let Some(text) = &record.text {
            document.add_text(self.text, text);
        }
        if let Some(issuer) = &record.issuer {
            document.add_text(self.issuer, issuer);
        }
        let mut countries = Vec::new();
        for person in &record.people {
            document.add_text(self.person, &person.name);
            countries.extend(person.roles.iter().filter_map(|r| r.country.as_deref()));
        }
        let held = record.people.iter().flat_map(|p| &p.roles);
        let roles: Vec<&str> = held
            .map(|r| r.title.as_str())
            .chain(record.roles.iter().map(|r| r.text.as_str()))
            .collect();
        self.add_distinct(&mut document, self.role, roles);
        let mut places = Vec::new();
        for place in &record.places {
            places.push(place.name.as_str());
            countries.extend(place.country.as_deref());
        }
        self.add_distinct(&mut document, self.place, places);
        let mut organisations = Vec::new();
        for organisation in &record.organisations {
            organisations.push(organisation.name.as_str());
            organisations.extend(organisation.acronym.as_deref());
            countries.extend(organisation.country.as_deref());
        }
        self.add_distinct(&mut document, self.organisation, organisations);
        let (mut kinds, mut parties) = (Vec::new(), Vec::new());
        for agreement in &record.agreements {
            kinds.push(format!("{}:{}", agreement.kind, agreement.status));
            for party in &agreement.parties {
                parties.push(party.name.as_str());
                countries.extend(party.country.as_deref());
            }
        }
        let kinds = kinds.iter().map(String::as_str).collect();
        self.add_distinct(&mut document, self.agreement, kinds);
        self.add_distinct(&mut document, self.party, parties);
        self.add_distinct(&mut document, self.country, countries);
        document.add_text(self.capacity, group::capacities(&record.people));
        document.add_text(self.pact, group::pacts(&record.agreements));
        let date = record.dateline.as_ref().and_then(|d| d.date.as_deref());
        if let Some(date) = date.and_then(date_of) {
            document.add_i64(self.issued, number_of(date));
            document.add_text(self.year, date.year().to_string());
        }
        for day in mentioned(record) {
            document.add_i64(self.mentioned, day);
        }
        document
    }

    /// Adds each value once, in the order of the first.
    #[expect(clippy::unused_self, reason = "reads like the other ways to add")]
    fn add_distinct(&self, document: &mut TantivyDocument, field: Field, values: Vec<&str>) {
        let mut seen: Vec<&str> = Vec::with_capacity(values.len());
        for value in values {
            if !seen.contains(&value) {
                document.add_text(field, value);
                seen.push(value);
            }
        }
    }
}

/// The days that a record's dates speak of, in order.
fn mentioned(record: &Record) -> Vec<i64> {
    let mut days = Vec::new();
    for date in &record.dates {
        let from = date.from.as_deref().and_then(day_of);
        let to = date.to.as_deref().and_then(day_of);
        let (Some(from), Some(to)) = (from.or(to), to.or(from)) else {
            continue;
        };
        if (0..LONGEST_MENTION).contains(&(to - from)) {
            days.extend(from..=to);
        } else {
            days.extend([from, to]);
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// The number of a day that a text like `2025-02-28T18:00` begins with.
pub(super) fn day_of(text: &str) -> Option<i64> {
    date_of(text).map(number_of)
}

/// The day that a text like `2025-02-28T18:00` begins with.
fn date_of(text: &str) -> Option<Date> {
    text.split('T').next()?.parse().ok()
}

/// The number of a day, counted from 1970.
pub(super) fn number_of(date: Date) -> i64 {
    i64::from(
        Date::constant(1970, 1, 1)
            .until(date)
            .map_or(0, |span| span.get_days()),
    )
}
