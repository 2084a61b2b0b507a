//! One record against one fixture.

use std::collections::{BTreeMap, BTreeSet};

use super::fixture::{Fixture, GoldAgreement, Mark};
use super::tally::{Pairing, Tally, pair};
use crate::lexicon::fold::fold;
use crate::record::{Agreement, Form, PlaceKind, Record};

/// How alike two titles or functions must be to count as the same: F1 over their words.
const ALIKE: f64 = 0.8;

/// The marks of spans.
pub(super) const MARKS: [&str; 6] = ["per", "role", "place", "org", "agr", "date"];

/// Something that is not as annotated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Name of the fixture.
    pub fixture: String,
    /// The measure concerned.
    pub measure: String,
    /// `miss`, `false` or `slots`.
    pub what: &'static str,
    /// The words, or the slots.
    pub detail: String,
}

/// A found span, in code points.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub value: Option<String>,
    country: bool,
}

/// The tallies of a fixture by measure.
pub(super) type Scores = BTreeMap<String, Tally>;

/// Compares a record with the annotations of its text. Returns the tally of
/// each measure, and the differences in the order of the text.
#[must_use]
pub fn score(record: &Record, fixture: &Fixture) -> (BTreeMap<String, Tally>, Vec<Difference>) {
    let mut scorer = Scorer {
        fixture,
        scores: Scores::new(),
        differences: Vec::new(),
    };
    let is_annotated = |what: &str| fixture.only.as_ref().is_none_or(|only| only.contains(what));
    for mark in MARKS.into_iter().filter(|mark| is_annotated(mark)) {
        scorer.spans(mark, &found(record, mark));
    }
    if is_annotated("date value") {
        scorer.dates(&found(record, "date"));
    }
    if is_annotated("country") {
        scorer.countries(&found(record, "place"));
    }
    if is_annotated("s") {
        scorer.sentences(record);
    }
    if is_annotated("people") {
        scorer.people(record);
    }
    if is_annotated("people roles") {
        scorer.people_roles(record);
    }
    if is_annotated("agreement") {
        scorer.agreements(record);
    }
    scorer.head(record);
    (scorer.scores, scorer.differences)
}

/// The record's spans of a mark.
pub(super) fn found(record: &Record, mark: &str) -> Vec<Found> {
    let plain = |start, end, text: &str| Found {
        start,
        end,
        text: text.to_owned(),
        value: None,
        country: false,
    };
    match mark {
        "per" => {
            let mentions = record.people.iter().flat_map(|p| &p.mentions);
            mentions
                .filter(|m| !matches!(m.form, Form::Role | Form::Pronoun))
                .map(|m| plain(m.start, m.end, &m.text))
                .collect()
        }
        "role" => record
            .roles
            .iter()
            .map(|r| plain(r.start, r.end, &r.text))
            .collect(),
        "date" => {
            let dates = record.dates.iter();
            dates
                .map(|d| Found {
                    value: d.value.clone(),
                    ..plain(d.start, d.end, &d.text)
                })
                .collect()
        }
        "place" => {
            let places = record
                .places
                .iter()
                .flat_map(|p| p.mentions.iter().map(move |m| (p, m)));
            places
                .map(|(p, m)| {
                    let country = p.kind == PlaceKind::Country;
                    let value = if country {
                        p.country.clone()
                    } else {
                        Some(p.name.clone())
                    };
                    Found {
                        value,
                        country,
                        ..plain(m.start, m.end, &m.text)
                    }
                })
                .collect()
        }
        "org" => record
            .organisations
            .iter()
            .flat_map(|o| &o.mentions)
            .map(|m| plain(m.start, m.end, &m.text))
            .collect(),
        _ => record
            .agreements
            .iter()
            .flat_map(|a| &a.mentions)
            .map(|m| plain(m.start, m.end, &m.text))
            .collect(),
    }
}

/// How annotations and findings are shown.
type Shown<'s, G, P> = (&'s dyn Fn(&G) -> String, &'s dyn Fn(&P) -> String);

struct Scorer<'f> {
    fixture: &'f Fixture,
    scores: Scores,
    differences: Vec<Difference>,
}

fn exact(g: &Mark, p: &Found) -> bool {
    (g.start, g.end) == (p.start, p.end)
}

fn meets(g: &Mark, p: &Found) -> bool {
    g.start < p.end && p.start < g.end
}

impl Scorer<'_> {
    fn marks(&self, mark: &str) -> Vec<Mark> {
        self.fixture
            .marks
            .iter()
            .filter(|m| m.mark == mark)
            .cloned()
            .collect()
    }

    fn count(&mut self, measure: &str, tally: Tally) {
        self.scores
            .entry(measure.to_owned())
            .or_default()
            .add(&tally);
    }

    fn note(&mut self, measure: &str, what: &'static str, detail: String) {
        let fixture = self.fixture.name.clone();
        self.differences.push(Difference {
            fixture,
            measure: measure.to_owned(),
            what,
            detail,
        });
    }

    fn settle<G, P>(
        &mut self,
        measure: &str,
        pairing: &Pairing<'_, G, P>,
        shown: Option<Shown<'_, G, P>>,
    ) {
        self.count(measure, pairing.tally);
        if let Some((gold, found)) = shown {
            for g in &pairing.missed {
                self.note(measure, "miss", gold(g));
            }
            for p in &pairing.alarms {
                self.note(measure, "false", found(p));
            }
        }
    }

    fn spans(&mut self, mark: &str, found: &[Found]) {
        let gold = self.marks(mark);
        let strict = pair(&gold, found, exact, |g| g.optional, meets);
        let show: Shown<'_, Mark, Found> = (&|g| g.text.clone(), &|p| p.text.clone());
        self.settle(
            &format!("{mark} span"),
            &strict,
            (mark != "date").then_some(show),
        );
        let overlap = pair(&gold, found, meets, |g| g.optional, meets);
        self.settle(&format!("{mark} overlap"), &overlap, None);
    }

    fn dates(&mut self, found: &[Found]) {
        let gold = self.marks("date");
        let same_value = |g: &Mark, p: &Found| p.value.as_deref() == Some(g.value.as_str());
        let value = pair(
            &gold,
            found,
            |g, p| meets(g, p) && same_value(g, p),
            |g| g.optional,
            meets,
        );
        self.settle("date value", &value, None);
        let both = pair(
            &gold,
            found,
            |g, p| exact(g, p) && same_value(g, p),
            |g| g.optional,
            meets,
        );
        let show: Shown<'_, Mark, Found> = (&|g| format!("{} = {}", g.text, g.value), &|p| {
            format!("{} = {}", p.text, p.value.as_deref().unwrap_or("?"))
        });
        self.settle("date span+value", &both, Some(show));
    }

    fn countries(&mut self, found: &[Found]) {
        let gold: Vec<Mark> = self
            .marks("place")
            .into_iter()
            .filter(|m| m.kind == "country")
            .collect();
        let found: Vec<Found> = found.iter().filter(|p| p.country).cloned().collect();
        let same =
            |g: &Mark, p: &Found| meets(g, p) && p.value.as_deref() == Some(g.value.as_str());
        let pairing = pair(&gold, &found, same, |g| g.optional, meets);
        self.settle("country", &pairing, None);
    }

    /// Sentences that meet an annotated one: what stands elsewhere is not annotated.
    fn sentences(&mut self, record: &Record) {
        let gold = self.marks("s");
        let points: Vec<char> = self.fixture.text.chars().collect();
        let found: Vec<Found> = record
            .sentences
            .iter()
            .map(|s| {
                let text = points[s.start as usize..s.end as usize].iter().collect();
                Found {
                    start: s.start,
                    end: s.end,
                    text,
                    value: None,
                    country: false,
                }
            })
            .filter(|p| gold.iter().any(|g| meets(g, p)))
            .collect();
        let pairing = pair(&gold, &found, exact, |_| false, meets);
        let show: Shown<'_, Mark, Found> = (&|g| g.text.clone(), &|p| p.text.clone());
        self.settle("sentence", &pairing, Some(show));
    }

    fn people(&mut self, record: &Record) {
        let gold = self.fixture.people.clone();
        let same = |a: &str, b: &str| sorted_words(a) == sorted_words(b);
        let pairing = pair(
            &gold,
            &record.people,
            |g, p| same(&g.name, &p.name),
            |g| g.optional,
            |g, p| same(&g.name, &p.name),
        );
        self.settle(
            "people",
            &pairing,
            Some((&|g| g.name.clone(), &|p| p.name.clone())),
        );
    }

    fn people_roles(&mut self, record: &Record) {
        let same = |a: &str, b: &str| sorted_words(a) == sorted_words(b);
        let gold: Vec<(String, String, bool)> = self
            .fixture
            .people
            .iter()
            .flat_map(|p| {
                p.roles
                    .iter()
                    .map(|r| (p.name.clone(), r.clone(), p.optional))
            })
            .collect();
        let found: Vec<(String, String)> = record
            .people
            .iter()
            .flat_map(|p| p.roles.iter().map(|r| (p.name.clone(), r.title.clone())))
            .collect();
        let pairing = pair(
            &gold,
            &found,
            |g, p| same(&g.0, &p.0) && likeness(&g.1, &p.1) >= ALIKE,
            |g| g.2,
            |g, p| same(&g.0, &p.0),
        );
        self.settle(
            "people roles",
            &pairing,
            Some((&|g| format!("{}: {}", g.0, g.1), &|p| {
                format!("{}: {}", p.0, p.1)
            })),
        );
    }

    /// Agreements are paired by their mentions, then compared slot by slot.
    fn agreements(&mut self, record: &Record) {
        let marks = self.marks("agr");
        let touches = |id: &str, a: &Agreement| {
            a.mentions.iter().any(|m| {
                marks
                    .iter()
                    .any(|g| g.id == id && g.start < m.end && m.start < g.end)
            })
        };
        let mut free: Vec<&Agreement> = record.agreements.iter().collect();
        let (mut whole, mut slots) = (Tally::default(), Tally::default());
        let mut notes = Vec::new();
        for gold in self.fixture.agreements.clone() {
            let hit = free
                .iter()
                .position(|a| touches(&gold.id, a))
                .map(|at| free.remove(at));
            if gold.optional {
                continue;
            }
            let wanted = self.gold_slots(&gold);
            let got = hit.map(|a| slots_of(a, record)).unwrap_or_default();
            whole.tp += u32::from(hit.is_some());
            whole.missed += u32::from(hit.is_none());
            slots.tp += wanted.intersection(&got).count() as u32;
            slots.missed += wanted.difference(&got).count() as u32;
            slots.fp += got.difference(&wanted).count() as u32;
            if wanted != got {
                let missing: Vec<_> = wanted.difference(&got).cloned().collect();
                let surplus: Vec<_> = got.difference(&wanted).cloned().collect();
                notes.push((
                    "slots",
                    format!("{}: missing {missing:?}, false {surplus:?}", gold.id),
                ));
            }
        }
        for a in free {
            let optional = |m: &crate::record::Mention| {
                marks
                    .iter()
                    .any(|g| g.optional && g.start < m.end && m.start < g.end)
            };
            if !a.mentions.iter().any(optional) {
                whole.fp += 1;
                slots.fp += slots_of(a, record).len() as u32;
                notes.push(("false", a.name.clone()));
            }
        }
        self.count("agreement", whole);
        self.count("agreement slots", slots);
        for (what, detail) in notes {
            self.note("agreement", what, detail);
        }
    }

    fn gold_slots(&self, gold: &GoldAgreement) -> BTreeSet<String> {
        let name = |id: &String| {
            let person = self.fixture.people.iter().find(|p| p.id == *id);
            fold_words(person.map_or(id, |p| &p.name)).join(" ")
        };
        let mut slots = BTreeSet::from([
            format!("kind {}", gold.kind),
            format!("status {}", gold.status),
        ]);
        slots.extend(
            gold.parties
                .iter()
                .map(|p| format!("party {}", fold_words(p).join(" "))),
        );
        slots.extend(
            gold.signatories
                .iter()
                .map(|s| format!("signatory {}", name(s))),
        );
        slots.extend(gold.date.iter().map(|d| format!("date {d}")));
        slots
    }

    fn head(&mut self, record: &Record) {
        for (key, wanted) in &self.fixture.meta.clone() {
            let dateline = record.dateline.as_ref();
            let (measure, found, right) = match key.as_str() {
                "title" => ("title", record.title.clone(), None),
                "issuer" => ("issuer", record.issuer.clone(), None),
                "place" => (
                    "dateline place",
                    dateline.and_then(|d| d.place.clone()),
                    Some(true),
                ),
                _ => (
                    "dateline date",
                    dateline.and_then(|d| d.date.clone()),
                    Some(false),
                ),
            };
            let found = found.unwrap_or_default();
            let right = match right {
                None => likeness(wanted, &found) >= ALIKE,
                Some(true) => fold_words(wanted) == fold_words(&found),
                Some(false) => *wanted == found,
            };
            self.count(
                measure,
                Tally {
                    tp: u32::from(right),
                    fp: 0,
                    missed: u32::from(!right),
                },
            );
            if !right {
                self.note(measure, "miss", format!("{wanted} (found: {found})"));
            }
        }
    }
}

pub(super) fn slots_of(a: &Agreement, record: &Record) -> BTreeSet<String> {
    let name = |id: &String| {
        let person = record.people.iter().find(|p| p.id == *id);
        fold_words(person.map_or(id, |p| &p.name)).join(" ")
    };
    let mut slots = BTreeSet::from([
        format!("kind {}", word(&a.kind)),
        format!("status {}", word(&a.status)),
    ]);
    slots.extend(a.parties.iter().map(|p| {
        format!(
            "party {}",
            fold_words(p.country.as_ref().unwrap_or(&p.name)).join(" ")
        )
    }));
    slots.extend(
        a.signatories
            .iter()
            .map(|s| format!("signatory {}", name(s))),
    );
    slots.extend(a.date.iter().map(|d| format!("date {d}")));
    slots
}

/// The name of a vocabulary's word in the record.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn fold_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

fn sorted_words(text: &str) -> Vec<String> {
    let mut words = fold_words(text);
    words.sort();
    words
}

/// F1 over the words of two phrases, without case, accents and order.
fn likeness(a: &str, b: &str) -> f64 {
    let (a, mut b) = (fold_words(a), fold_words(b));
    let total = a.len() + b.len();
    let mut common = 0;
    for word in &a {
        if let Some(at) = b.iter().position(|w| w == word) {
            b.swap_remove(at);
            common += 1;
        }
    }
    if a.is_empty() || total == a.len() {
        0.0
    } else {
        f64::from(2 * common) / total as f64
    }
}
