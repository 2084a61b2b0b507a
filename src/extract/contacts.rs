//! Ways to reach somebody: telephone, e-mail, web and postal addresses.
//!
//! Rules find them; here a number becomes E.164, with the calling codes of
//! `{calling-code}`, and a contact goes to the person named with it.

use std::cmp::Reverse;

use super::Reading;
use super::capitals::ordinary;
use crate::grammar::Annotation;
use crate::record::{Contact, ContactKind, Record};

/// The contacts of a text, in order. `record` holds what was found before: people.
#[must_use]
pub fn contacts(reading: &Reading<'_, '_>, record: &Record) -> Vec<Contact> {
    let mut found = reading.lattice.of_kind("contact");
    found.sort_by_key(|a| (a.start, Reverse(a.end)));
    let mut reached = 0;
    let mut out = Vec::new();
    for a in found {
        if reading.is_late() {
            break;
        }
        if a.start < reached {
            continue;
        }
        let Some(kind) = a.text("kind").and_then(|k| k.parse::<ContactKind>().ok()) else {
            continue;
        };
        let (start, end, text) = reading.span(a.start, a.end);
        let value = match kind {
            ContactKind::Phone => match phone(reading, a, record) {
                Some(number) => number,
                None => continue,
            },
            ContactKind::Email => text.trim_start_matches("mailto:").to_owned(),
            ContactKind::Url => text.trim_end_matches('/').to_owned(),
            ContactKind::Address => ordinary(reading, a.start, a.end),
        };
        reached = a.end;
        out.push(Contact {
            kind,
            value,
            person: person(reading, record, a.start, start),
            start,
            end,
        });
    }
    out
}

/// The person named last before the contact in the same unit, or in the line right before it.
fn person(reading: &Reading<'_, '_>, record: &Record, token: u32, at: u32) -> Option<String> {
    let unit = reading.unit_of(token);
    let first = reading.units.get(unit)?;
    if !matches!(
        first.label,
        "contacts" | "signature" | "letterhead" | "other"
    ) {
        return None;
    }
    let (from, ..) = reading.span(first.start, first.start + 1);
    record
        .people
        .iter()
        .flat_map(|p| p.mentions.iter().map(move |m| (m, &p.id)))
        .filter(|(m, _)| from <= m.start && m.end <= at)
        .max_by_key(|(m, _)| m.start)
        .map(|(_, id)| id.clone())
}

/// A telephone number in E.164; `None` where its digits fit no numbering plan.
fn phone(reading: &Reading<'_, '_>, a: &Annotation<'_>, record: &Record) -> Option<String> {
    let text = reading.lattice.words(a.start, a.end);
    let without_trunk = text.replace("(0)", "");
    let mut digits: String = without_trunk.chars().filter(char::is_ascii_digit).collect();
    let plus = text.trim_start_matches(['(', ' ']).starts_with('+');
    if plus || digits.starts_with("00") {
        if !plus {
            digits.drain(..2);
        }
        return (8..=15)
            .contains(&digits.len())
            .then(|| format!("+{digits}"));
    }
    // A national number: the plan of the text's own country, where its length fits.
    let lexicon = &reading.grammar.lexicon;
    own_countries(record).iter().find_map(|iso| {
        let plan = lexicon.rows("calling-code").find(|e| e.form() == *iso)?;
        let trunk = plan.feature("trunk").unwrap_or_default();
        let national = digits.strip_prefix(trunk)?;
        let fits = plan
            .feature("digits")?
            .split(',')
            .any(|n| n.parse() == Ok(national.len()));
        fits.then(|| format!("+{}{national}", plan.feature("code").unwrap_or_default()))
    })
}

/// The countries whose numbering plan may be meant: that of the dateline's town,
/// then those of the letterhead and contacts, then France.
fn own_countries(record: &Record) -> Vec<&str> {
    let dateline = record.dateline.as_ref().map(|d| (d.start, d.end));
    let mut places: Vec<_> = record
        .places
        .iter()
        .filter_map(|p| Some((p.mentions.first()?.start, p.country.as_deref()?)))
        .collect();
    let inside = |at: u32| dateline.is_some_and(|(start, end)| start <= at && at < end);
    places.sort_by_key(|(at, _)| (!inside(*at), *at));
    let mut countries: Vec<&str> = places.into_iter().map(|(_, iso)| iso).take(3).collect();
    countries.push("FR");
    countries
}
