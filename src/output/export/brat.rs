//! Stand-off annotation for brat: `NAME.txt` and `NAME.ann`, and the
//! `annotation.conf` that says what there is.
//!
//! `T` lines are mentions, `* Same` what names the same thing, `R` lines say
//! who holds a function, who signs and binds themselves; attributes and notes
//! carry kinds, status and values. `greffier eval` reads the same form back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::spans::{Label, Marked, marked};
use super::{ExportError, text_of};
use crate::record::{AgreementKind, AgreementStatus, DateType, PlaceKind, Record};

/// The two files of a record.
pub(super) fn files(record: &Record) -> Result<Vec<(&'static str, String)>, ExportError> {
    let text = text_of(record)?;
    Ok(vec![("txt", text.to_owned()), ("ann", annotations(record))])
}

fn annotations(record: &Record) -> String {
    let marks = marked(record);
    let mut out = Out::default();
    // Numbers of the mentions of each thing.
    let mut mentions: BTreeMap<(Label, usize), Vec<usize>> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate() {
        mentions
            .entry((mark.label, mark.item))
            .or_default()
            .push(at + 1);
        out.mention(at + 1, mark);
    }
    for numbers in mentions.values().filter(|numbers| numbers.len() > 1) {
        out.text.push_str("*\tSame");
        for number in numbers {
            let _ = write!(out.text, " T{number}");
        }
        out.text.push('\n');
    }
    let first = |label, item| {
        mentions
            .get(&(label, item))
            .and_then(|m| m.first().copied())
    };
    let person = |id: &String| {
        let item = record.people.iter().position(|p| p.id == *id)?;
        first(Label::Person, item)
    };
    for (item, person) in record.people.iter().enumerate() {
        if let Some(number) = first(Label::Person, item) {
            out.note(number, &format!("name {}", person.name));
            for role in &person.roles {
                out.note(number, &format!("role {}", role.title));
            }
        }
    }
    for (item, role) in record.roles.iter().enumerate() {
        for holder in role.people.iter().filter_map(person) {
            if let Some(number) = first(Label::Role, item) {
                out.relation("Holds", ("Who", holder), ("What", number));
            }
        }
    }
    for (item, date) in record.dates.iter().enumerate() {
        if let Some(number) = first(Label::Date, item) {
            out.attribute("Type", number, date.kind.as_str());
            if let Some(value) = &date.value {
                out.note(number, value);
            }
        }
    }
    for (item, place) in record.places.iter().enumerate() {
        for &number in mentions.get(&(Label::Place, item)).into_iter().flatten() {
            out.attribute("Kind", number, place.kind.as_str());
            let country = place
                .country
                .as_deref()
                .filter(|_| place.kind == PlaceKind::Country);
            out.note(number, country.unwrap_or(&place.name));
        }
    }
    for (item, agreement) in record.agreements.iter().enumerate() {
        let Some(number) = first(Label::Agreement, item) else {
            continue;
        };
        out.attribute("Form", number, agreement.kind.as_str());
        out.attribute("Status", number, agreement.status.as_str());
        if let Some(date) = &agreement.date {
            out.note(number, &format!("date {date}"));
        }
        for party in &agreement.parties {
            let party = party.country.as_deref().unwrap_or(&party.name);
            out.note(number, &format!("party {party}"));
        }
        for signatory in agreement.signatories.iter().filter_map(person) {
            out.relation("Signs", ("Who", signatory), ("What", number));
        }
    }
    out.text
}

/// Annotations being written.
#[derive(Default)]
struct Out {
    text: String,
    relations: usize,
    attributes: usize,
    notes: usize,
}

impl Out {
    /// A mention; one that goes over a line end is written in fragments.
    fn mention(&mut self, number: usize, mark: &Marked<'_>) {
        let mut fragments = Vec::new();
        let mut at = mark.start;
        for line in mark.text.split('\n') {
            let length = line.chars().count() as u32;
            if length > 0 {
                fragments.push(format!("{at} {}", at + length));
            }
            at += length + 1;
        }
        let lines: Vec<&str> = mark.text.split('\n').filter(|l| !l.is_empty()).collect();
        let _ = writeln!(
            self.text,
            "T{number}\t{} {}\t{}",
            mark.label.long(),
            fragments.join(";"),
            lines.join(" ")
        );
    }

    fn relation(&mut self, name: &str, from: (&str, usize), to: (&str, usize)) {
        self.relations += 1;
        let number = self.relations;
        let _ = writeln!(
            self.text,
            "R{number}\t{name} {}:T{} {}:T{}",
            from.0, from.1, to.0, to.1
        );
    }

    fn attribute(&mut self, name: &str, mention: usize, value: &str) {
        self.attributes += 1;
        let _ = writeln!(self.text, "A{}\t{name} T{mention} {value}", self.attributes);
    }

    fn note(&mut self, mention: usize, words: &str) {
        self.notes += 1;
        let words = words.replace(['\n', '\t'], " ");
        let _ = writeln!(
            self.text,
            "#{}\tAnnotatorNotes T{mention}\t{words}",
            self.notes
        );
    }
}

/// The `annotation.conf` of a folder.
pub(super) fn configuration() -> String {
    let mut out = "[entities]\n".to_owned();
    for label in Label::ALL {
        let _ = writeln!(out, "{}", label.long());
    }
    out.push_str(
        "\n[relations]\n\
         Holds\tWho:Person, What:Role\n\
         Signs\tWho:Person, What:Agreement\n\
         Same\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n\
         <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\
         \n[events]\n\n[attributes]\n",
    );
    let words = |all: Vec<&str>| all.join("|");
    let kinds = PlaceKind::ALL.iter().map(|k| k.as_str()).collect();
    let types = DateType::ALL.iter().map(|k| k.as_str()).collect();
    let forms = AgreementKind::ALL.iter().map(|k| k.as_str()).collect();
    let status = AgreementStatus::ALL.iter().map(|k| k.as_str()).collect();
    let _ = writeln!(out, "Kind\tArg:Place, Value:{}", words(kinds));
    let _ = writeln!(out, "Type\tArg:Date, Value:{}", words(types));
    let _ = writeln!(out, "Form\tArg:Agreement, Value:{}", words(forms));
    let _ = writeln!(out, "Status\tArg:Agreement, Value:{}", words(status));
    out
}
