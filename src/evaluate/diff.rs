//! What changed between two runs, sentence by sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::fixture::Fixture;
use super::score::{MARKS, found, slots_of};
use crate::record::Record;

/// A fact of a run: where it stands, what kind, what it says.
type Fact = (u32, u32, &'static str, String);

/// A sentence in which two runs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Name of the fixture.
    pub fixture: String,
    /// The sentence, on one line.
    pub sentence: String,
    /// What went: kind, words, whether it was annotated so.
    pub gone: Vec<(&'static str, String, bool)>,
    /// What came.
    pub come: Vec<(&'static str, String, bool)>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.fixture, self.sentence)?;
        for (sign, facts) in [('-', &self.gone), ('+', &self.come)] {
            for (kind, words, is_right) in facts {
                let right = if *is_right { "  (as annotated)" } else { "" };
                writeln!(f, "  {sign} {kind:10} {words}{right}")?;
            }
        }
        Ok(())
    }
}

/// The sentences in which two records of a fixture differ, in order.
#[must_use]
pub fn changes(before: &Record, now: &Record, fixture: &Fixture) -> Vec<Change> {
    let points: Vec<char> = fixture.text.chars().collect();
    let (old, new) = (facts(before), facts(now));
    let mut by_sentence: BTreeMap<(u32, u32), Change> = BTreeMap::new();
    let gone = old.difference(&new).map(|fact| (fact, true));
    let come = new.difference(&old).map(|fact| (fact, false));
    for (fact, is_gone) in gone.chain(come) {
        let (start, end) = around(now, &points, fact.0);
        let change = by_sentence.entry((start, end)).or_insert_with(|| {
            let words: String = points[start as usize..end as usize].iter().collect();
            Change {
                fixture: fixture.name.clone(),
                sentence: words.split_whitespace().collect::<Vec<_>>().join(" "),
                gone: Vec::new(),
                come: Vec::new(),
            }
        });
        let list = if is_gone {
            &mut change.gone
        } else {
            &mut change.come
        };
        list.push((fact.2, fact.3.clone(), is_annotated(fact, fixture)));
    }
    by_sentence.into_values().collect()
}

/// Whether a mark is annotated exactly so.
fn is_annotated((start, end, kind, _): &Fact, fixture: &Fixture) -> bool {
    let mut marks = fixture.marks.iter();
    marks.any(|m| m.mark == *kind && (m.start, m.end) == (*start, *end))
}

/// The sentence at a place, or the line where there is none.
fn around(record: &Record, points: &[char], at: u32) -> (u32, u32) {
    let mut sentences = record.sentences.iter();
    if let Some(sentence) = sentences.find(|s| s.start <= at && at < s.end) {
        return (sentence.start, sentence.end);
    }
    let at = (at as usize).min(points.len());
    let start = points[..at]
        .iter()
        .rposition(|&c| c == '\n')
        .map_or(0, |p| p + 1);
    let end = points[at..]
        .iter()
        .position(|&c| c == '\n')
        .map_or(points.len(), |p| at + p);
    (start as u32, end as u32)
}

/// What a record says, each with its place.
fn facts(record: &Record) -> BTreeSet<Fact> {
    let mut facts = BTreeSet::new();
    for mark in MARKS {
        for f in found(record, mark) {
            let words = match f.value {
                Some(value) => format!("{} = {value}", f.text),
                None => f.text,
            };
            facts.insert((f.start, f.end, mark, words));
        }
    }
    for person in &record.people {
        for role in &person.roles {
            facts.insert((
                role.start,
                role.end,
                "holds",
                format!("{}: {}", person.name, role.title),
            ));
        }
    }
    for agreement in &record.agreements {
        if let Some(mention) = agreement.mentions.first() {
            for slot in slots_of(agreement, record) {
                facts.insert((
                    mention.start,
                    mention.end,
                    "slot",
                    format!("{}: {slot}", agreement.name),
                ));
            }
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Document;
    use crate::pipeline::{Config, Engine};

    #[test]
    fn only_the_sentence_that_changed_is_told() {
        let text =
            "Paris, le 3 mars 2026\n\nLe ministre se rend à Lyon. Il revient le 5 mars 2026.\n";
        let engine = Engine::new(Config::default()).unwrap();
        let now = engine.read(Document::from_text("x", text));
        let mut before = now.clone();
        before.dates.pop();
        let fixture = Fixture {
            name: "x".into(),
            text: text.into(),
            ..Fixture::default()
        };
        assert!(changes(&now, &now, &fixture).is_empty());
        let changed = changes(&before, &now, &fixture);
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].sentence, "Il revient le 5 mars 2026.");
        assert!(changed[0].gone.is_empty());
        assert!(changed[0].come[0].1.ends_with("= 2026-03-05"));
        assert!(changed[0].to_string().contains("+ date"));
    }
}
