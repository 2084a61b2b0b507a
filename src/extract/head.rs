//! The head of the record: who speaks.
//!
//! Looked for where texts say it, the surest place first: the letterhead, an
//! « issuer » line or dateline that names its source, the prose. A body that
//! no word names is never inferred.

use super::Reading;
use super::capitals::ordinary;
use crate::grammar::Annotation;
use crate::record::Record;

/// Who speaks, in ordinary capitals: a body that the letterhead, a source line
/// or the prose names. `record` holds what was found before.
#[must_use]
pub fn issuer(reading: &Reading<'_, '_>, _record: &Record) -> Option<String> {
    let lattice = &reading.lattice;
    let mut speakers = lattice.of_kind("issuer");
    speakers.sort_by_key(|a| (rank(a), a.start));
    let stated = speakers.first().map(|a| written(reading, a));
    stated
        .or_else(|| first_body(reading, &["letterhead"]))
        .or_else(|| first_body(reading, &["dateline"]))
        .or_else(|| first_body(reading, &["title", "body", "list", "quotation"]))
}

/// How sure a rule is that it names the issuer: 1 is surest.
fn rank(a: &Annotation<'_>) -> u32 {
    a.text("rank").and_then(|r| r.parse().ok()).unwrap_or(9)
}

/// The name, with what the rule puts before it (« Préfecture » for « PRÉFET DU LOT »).
fn written(reading: &Reading<'_, '_>, a: &Annotation<'_>) -> String {
    match (a.text("as"), a.span("rest")) {
        (Some(head), Some((start, end))) => {
            format!("{head} {}", lower_first(&ordinary(reading, start, end)))
        }
        (Some(name), None) => name.to_owned(),
        _ => ordinary(reading, a.start, a.end),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|c| c.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The first body named in sections of these kinds.
fn first_body(reading: &Reading<'_, '_>, labels: &[&str]) -> Option<String> {
    reading
        .lattice
        .of_kind("org")
        .into_iter()
        .filter(|a| a.text("generic").is_none())
        .find(|a| {
            let unit = reading.units.get(reading.unit_of(a.start));
            unit.is_some_and(|u| labels.contains(&u.label))
        })
        .map(|a| match a.text("name") {
            Some(full) if a.text("acronym").is_none() => full.to_owned(),
            _ => ordinary(reading, a.start, a.end),
        })
}
