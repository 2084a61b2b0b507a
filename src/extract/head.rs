//! The head of the record: who speaks.
//!
//! Looked for where texts say it, the surest place first: the letterhead, an
//! « issuer » line or dateline that names its source, the prose. A body that
//! no word names is never inferred.

use super::Reading;
use super::capitals::ordinary;
use crate::grammar::Annotation;
use crate::layout::SectionKind;
use crate::record::Record;
use crate::segment::{Flags, Shape};

/// Who speaks, in ordinary capitals: a body that the letterhead, a source line
/// or the prose names. `record` holds what was found before.
#[must_use]
pub fn issuer(reading: &Reading<'_, '_>, record: &Record) -> Option<String> {
    let lattice = &reading.lattice;
    let mut speakers = lattice.of_kind("issuer");
    speakers.sort_by_key(|a| (rank(a), a.start));
    let stated = speakers.first().map(|a| written(reading, a));
    stated
        .or_else(|| letterhead(reading, record))
        .or_else(|| first_body(reading, record, &["letterhead"]))
        .or_else(|| first_body(reading, record, &["dateline"]))
        .or_else(|| first_body(reading, record, &["title", "body", "list", "quotation"]))
}

/// Marks of lines that are no name: a motto has several dashes.
const DASHES_OF_A_MOTTO: usize = 2;
/// A longer line is no name, in tokens.
const LONGEST_NAME: u32 = 12;

/// The first line of the letterhead that names a body, known or not: not the
/// State, its motto, an office or a date.
fn letterhead(reading: &Reading<'_, '_>, record: &Record) -> Option<String> {
    let lattice = &reading.lattice;
    let bodies = lattice.of_kind("org");
    let other: Vec<&Annotation<'_>> = ["role", "person", "date", "contact"]
        .iter()
        .flat_map(|kind| lattice.of_kind(kind))
        .chain(
            lattice
                .of_kind("place")
                .into_iter()
                .filter(|a| a.text("kind") == Some("country")),
        )
        .collect();
    for (at, unit) in reading.units.iter().enumerate() {
        let section = reading.layout.units.get(at).map(|u| u.section as usize);
        let kind = section
            .and_then(|s| reading.layout.sections.get(s))
            .map(|s| s.kind);
        if kind != Some(SectionKind::Letterhead) {
            if unit.label == "body" {
                return None;
            }
            continue;
        }
        let is_word = |t: &u32| {
            let shape = lattice.tokens[*t as usize].shape;
            shape.any(WORD) && !shape.any(Shape::MARKUP)
        };
        let Some(start) = (unit.start..unit.end).find(is_word) else {
            continue;
        };
        if let Some(body) = bodies.iter().find(|a| a.start <= start && start < a.end) {
            return Some(full_name(reading, record, body));
        }
        let stops = |t: &u32| {
            let token = &lattice.tokens[*t as usize];
            *t > start
                && (token.flags.any(Flags::LINE_START)
                    || token
                        .shape
                        .any(Shape::DASH.with(Shape::BULLET).with(Shape::MARKUP))
                    || matches!(token.text(lattice.text), "|" | "•" | "("))
        };
        let end = (start..unit.end).find(stops).unwrap_or(unit.end);
        let dashes = (unit.start..unit.end)
            .filter(|t| lattice.tokens[*t as usize].shape.any(Shape::DASH))
            .count();
        let capital = (start..end).filter(is_word).all(|t| {
            let token = &lattice.tokens[t as usize];
            !token.shape.any(Shape::LOWER) || token.text(lattice.text).chars().count() <= 3
        });
        let taken = other.iter().any(|a| a.start < end && start < a.end);
        if !taken && capital && dashes < DASHES_OF_A_MOTTO && end - start <= LONGEST_NAME {
            return Some(ordinary(reading, start, end));
        }
    }
    None
}

/// The fullest form of a body's name in the text.
fn full_name(reading: &Reading<'_, '_>, record: &Record, body: &Annotation<'_>) -> String {
    let (start, ..) = reading.span(body.start, body.end);
    record
        .organisations
        .iter()
        .find(|o| o.mentions.iter().any(|m| m.start == start))
        .map_or_else(
            || ordinary(reading, body.start, body.end),
            |o| o.name.clone(),
        )
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
fn first_body(reading: &Reading<'_, '_>, record: &Record, labels: &[&str]) -> Option<String> {
    reading
        .lattice
        .of_kind("org")
        .into_iter()
        .find(|a| {
            let unit = reading.units.get(reading.unit_of(a.start));
            unit.is_some_and(|u| labels.contains(&u.label))
        })
        .map(|a| full_name(reading, record, a))
}

const WORD: Shape = Shape::LOWER.with(Shape::CAP).with(Shape::CAPS);
