//! The record: what the pipeline says about one communiqué.
//!
//! These types are the source of truth for the output. One [`Record`] is one
//! line of JSON, its keys in the order of the fields below; an absent value is
//! left out, an empty list is `[]`. Every `start` and `end` counts Unicode code
//! points of `text`, half-open; [`CodePoints`] makes them from the byte offsets
//! that the rest of the program works with. [`schema`] is the JSON Schema.
//!
//! The doc comments of fields are the descriptions of that schema, so they are
//! written for the people who read records.

mod facts;
mod failure;
mod offsets;
mod schema;
mod vocabulary;

pub use facts::{
    Agreement, Amount, Contact, Date, Form, Mention, Organisation, Party, Person, PersonMention,
    Place, Role, RoleMention, Subject,
};
pub use failure::{ErrorCode, Failure, Problem};
pub use offsets::CodePoints;
pub use schema::schema;
pub(crate) use vocabulary::vocabulary;
pub use vocabulary::{
    AgreementKind, AgreementStatus, ContactKind, DateType, Format, Gender, OrganisationKind,
    PlaceKind, RoleStatus, SectionKind, WarningCode,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one communiqué says: who, in what capacity, when, where, what was
/// signed. Offsets count Unicode code points of `text`, half-open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Version of the record's form.
    pub schema: Version,
    /// SHA-256 of the input's bytes, in hexadecimal: the same document has the same id wherever it lies.
    pub id: String,
    /// Where the document came from.
    pub source: Source,
    /// Language of the text, as a BCP 47 tag (`fr`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The text that all offsets point into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Each page's part of the text; left out where the format has no pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<Vec<Span>>,
    /// What the document calls itself (`communiqué de presse`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Who speaks, in ordinary capitals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The title, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where and when the document was given out: what relative dates refer to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// The parts of the document, in order, without overlap.
    pub sections: Vec<Section>,
    /// Titles, list items and sentences of the prose, in order.
    pub sentences: Vec<Span>,
    /// The people named in the text.
    pub people: Vec<Person>,
    /// Each mention of a function, in order.
    pub roles: Vec<RoleMention>,
    /// Each expression of time, in order.
    pub dates: Vec<Date>,
    /// The places named in the text.
    pub places: Vec<Place>,
    /// The organisations named in the text.
    pub organisations: Vec<Organisation>,
    /// Pacts between two parties or more, of whatever form and status.
    pub agreements: Vec<Agreement>,
    /// Ways to reach somebody, in order.
    pub contacts: Vec<Contact>,
    /// Where on its page each mention of a PDF stands, one box a line (`--boxes`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boxes: Option<Vec<TextBox>>,
    /// What was doubtful in the reading of this document.
    pub warnings: Vec<Warning>,
}

/// Version of the record's form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Version {
    /// The first form.
    #[default]
    #[serde(rename = "greffier/1")]
    V1,
}

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The path as given; `archive.zip!/member.pdf` for a member, `lines.ndjson:12` for a line, `-` for standard input.
    pub path: String,
    /// The id that the input line gave, where the input is lines of JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The form the document had.
    pub format: Format,
    /// Size of the input in bytes.
    pub bytes: u64,
    /// Number of pages, where the format has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
}

/// Where a line of a mention stands on a page: in points (1/72 inch) from the
/// lower left corner of the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TextBox {
    /// First code point of the mention.
    pub start: u32,
    /// Code point after the last of the mention.
    pub end: u32,
    /// Number of the page, from 1.
    pub page: u32,
    /// Left edge.
    pub x0: f64,
    /// Bottom edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Top edge.
    pub y1: f64,
}

/// Where and when the document was given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dateline {
    /// The town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day, as an ISO 8601 date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
}

/// A part of the document's layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// What part it is.
    pub kind: SectionKind,
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
}

/// Something doubtful in the reading of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// What kind of doubt.
    pub code: WarningCode,
    /// The doubt in words, for people.
    pub message: String,
}

impl Warning {
    /// A warning with its words.
    pub fn new(code: WarningCode, message: impl Into<String>) -> Self {
        Warning {
            code,
            message: message.into(),
        }
    }
}

impl Record {
    /// A record that says nothing yet: identity and source, empty lists.
    #[must_use]
    pub fn new(id: String, source: Source) -> Self {
        Record {
            schema: Version::V1,
            id,
            source,
            lang: None,
            text: None,
            pages: None,
            kind: None,
            issuer: None,
            title: None,
            dateline: None,
            sections: Vec::new(),
            sentences: Vec::new(),
            people: Vec::new(),
            roles: Vec::new(),
            dates: Vec::new(),
            places: Vec::new(),
            organisations: Vec::new(),
            agreements: Vec::new(),
            contacts: Vec::new(),
            boxes: None,
            warnings: Vec::new(),
        }
    }

    /// The spans of all mentions, roles, dates and contacts, in order, each once.
    #[must_use]
    pub fn mention_spans(&self) -> Vec<Span> {
        let mentions = |list: &[Mention]| -> Vec<(u32, u32)> {
            list.iter().map(|m| (m.start, m.end)).collect()
        };
        let mut spans: Vec<(u32, u32)> = Vec::new();
        spans.extend(self.dateline.iter().map(|d| (d.start, d.end)));
        for person in &self.people {
            spans.extend(person.mentions.iter().map(|m| (m.start, m.end)));
            spans.extend(person.roles.iter().map(|r| (r.start, r.end)));
        }
        spans.extend(self.roles.iter().map(|r| (r.start, r.end)));
        spans.extend(self.dates.iter().map(|d| (d.start, d.end)));
        spans.extend(self.places.iter().flat_map(|p| mentions(&p.mentions)));
        spans.extend(
            self.organisations
                .iter()
                .flat_map(|o| mentions(&o.mentions)),
        );
        for agreement in &self.agreements {
            spans.extend(mentions(&agreement.mentions));
            spans.extend(agreement.subject.iter().map(|s| (s.start, s.end)));
        }
        spans.extend(self.contacts.iter().map(|c| (c.start, c.end)));
        spans.sort_unstable();
        spans.dedup();
        spans
            .into_iter()
            .map(|(start, end)| Span { start, end })
            .collect()
    }
}
