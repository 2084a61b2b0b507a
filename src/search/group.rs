//! Facts whose parts belong together: a person with their functions, an
//! agreement with its kind, status and parties.
//!
//! All such facts of a document lie in one field, each in a group of words far
//! from the next, so that a query for words near each other asks for parts of
//! the same fact: *this* person in *that* capacity, not both somewhere.

use crate::record::{Agreement, AgreementKind, AgreementStatus, Person};

/// Stands between two groups in the value of a field.
pub(super) const SEPARATOR: char = '\u{1E}';

/// The word that stands for a kind of agreement.
pub(super) fn kind_word(kind: AgreementKind) -> String {
    format!("kind{}", kind.as_str().replace('_', ""))
}

/// The word that stands for a status of an agreement.
pub(super) fn status_word(status: AgreementStatus) -> String {
    format!("status{}", status.as_str().replace('_', ""))
}

/// People with their functions.
pub(super) fn capacities(people: &[Person]) -> String {
    let mut value = String::new();
    for person in people {
        // A group a function, so that words of two functions do not mix.
        for role in &person.roles {
            open(&mut value);
            value.push_str(&person.name);
            for part in [Some(&role.title), role.organisation.as_ref()] {
                push(&mut value, part.map_or("", String::as_str));
            }
        }
    }
    value
}

/// Agreements with their kind, status and parties.
pub(super) fn pacts(agreements: &[Agreement]) -> String {
    let mut value = String::new();
    for agreement in agreements {
        open(&mut value);
        value.push_str(&kind_word(agreement.kind));
        push(&mut value, &status_word(agreement.status));
        for party in &agreement.parties {
            push(&mut value, &party.name);
        }
    }
    value
}

fn open(value: &mut String) {
    if !value.is_empty() {
        value.push(SEPARATOR);
    }
}

fn push(value: &mut String, words: &str) {
    value.push(' ');
    value.push_str(words);
}
