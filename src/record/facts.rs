//! The facts of a record: people, functions, dates, places, organisations,
//! agreements and contacts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use super::vocabulary::{
    AgreementKind, AgreementStatus, ContactKind, DateType, Gender, OrganisationKind, PlaceKind,
    RoleStatus, vocabulary,
};

/// A person named in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// `p1`, `p2`… in order of first mention.
    pub id: String,
    /// Fullest form of the name in the text, in ordinary capitals.
    pub name: String,
    /// Given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Family name, with its particle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Gender that the text gives the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// The distinct functions that the text gives the person.
    pub roles: Vec<Role>,
    /// Each mention of the person, in order.
    pub mentions: Vec<PersonMention>,
}

/// A function that a person holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Role {
    /// The function, in the fullest form of the text.
    pub title: String,
    /// The body in which it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The country for which it is held, as ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// How it is held.
    pub status: RoleStatus,
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The rule that found it.
    pub rule: String,
}

vocabulary! {
    /// How a mention names its person.
    Form {
        /// Given and family name.
        Full = "full",
        /// Family name alone.
        Family = "family",
        /// Given name alone.
        Given = "given",
        /// A function that stands for the person.
        Role = "role",
        /// A pronoun.
        Pronoun = "pronoun",
    }
}

/// A mention of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonMention {
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// How they name the person.
    pub form: Form,
    /// The rule that found them.
    pub rule: String,
}

/// A mention of a place, an organisation or an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The rule that found them.
    pub rule: String,
}

/// A mention of a function.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoleMention {
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// Ids of the people who hold it.
    pub people: Vec<String>,
    /// The rule that found it.
    pub rule: String,
}

/// An expression of time, with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Date {
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// Kind of expression.
    #[serde(rename = "type")]
    pub kind: DateType,
    /// TIMEX3 value (`2026-01-23`, `2026-W05`, `P3D`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// First ISO day or instant that it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last ISO day or instant that it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The rule that found it.
    pub rule: String,
}

/// A place named in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// `l1`, `l2`… in order of first mention.
    pub id: String,
    /// Usual French name.
    pub name: String,
    /// Kind of place.
    pub kind: PlaceKind,
    /// Country it lies in or is, as ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Degrees north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Each mention, in order.
    pub mentions: Vec<Mention>,
}

/// An organisation named in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    /// `o1`, `o2`… in order of first mention.
    pub id: String,
    /// Fullest form of the name in the text.
    pub name: String,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// Kind of body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// Its country, as ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Each mention, in order.
    pub mentions: Vec<Mention>,
}

/// A pact between two parties or more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// `a1`, `a2`… in order of first mention.
    pub id: String,
    /// Form of the agreement.
    pub kind: AgreementKind,
    /// What the text calls it.
    pub name: String,
    /// Where it stands.
    pub status: AgreementStatus,
    /// Who binds themselves.
    pub parties: Vec<Party>,
    /// Ids of the people who signed.
    pub signatories: Vec<String>,
    /// When the status came about, ISO, as precise as the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where the act took place, if the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What it is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// How long it lasts, as an ISO 8601 period (`P5Y`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// The words that say what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// Each mention, in order.
    pub mentions: Vec<Mention>,
    /// The rule that found it.
    pub rule: String,
}

/// A party to an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Its name, as in the text.
    pub name: String,
    /// Where the party is a State: its ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Amount {
    /// How much, in whole units of the currency where possible.
    #[serde(serialize_with = "plain_number")]
    pub value: f64,
    /// ISO 4217 code.
    pub currency: String,
}

/// Writes `2500000`, not `2500000.0`.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature is serde's"
)]
fn plain_number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = *value as i64;
    #[expect(clippy::float_cmp, reason = "asks whether the value is a whole number")]
    if whole as f64 == *value {
        serializer.serialize_i64(whole)
    } else {
        serializer.serialize_f64(*value)
    }
}

/// The words that say what an agreement is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// A way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Kind of contact.
    pub kind: ContactKind,
    /// The address or number; a telephone number in E.164 form.
    pub value: String,
    /// Id of the person it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
}
