//! Running a phase over a text: candidates, choice between them, annotations.
//!
//! In each unit all matches of the phase's rules are gathered, then taken in
//! this order: the one whose annotations begin first, then the one whose
//! annotations reach farthest, then the one of higher priority, then the one
//! that saw more of the text, then by the rule's name. A match is dropped if an
//! annotation of its would overlap one of the same kind (of this phase or an
//! earlier one), or one of a kind that the phase stays outside of.

use super::ast::Side;
use super::compile::{FieldSource, Grammar, Make, Rule};
use super::lattice::{Annotation, Label, Lattice, Unit, Value};
use super::matcher::{Matcher, Scratch, Way};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// What became of a match, for whoever asks why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It made its annotations.
    Taken,
    /// The pattern matched, but `prev`, `next` or `unless` did not allow it.
    Refused,
    /// Another annotation stood there already: the rule that made it.
    Lost(String),
}

/// A match that was seen while tracing.
#[derive(Clone, Debug)]
pub struct Event {
    /// Index of the rule.
    pub rule: usize,
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// What became of it.
    pub outcome: Outcome,
}

/// A match: its rule, its extent, and its captures in the arena.
#[derive(Clone, Copy)]
struct Match {
    rule: u16,
    start: u32,
    end: u32,
    notes: (u32, u32),
    /// From the first to the last token of what it would make.
    made: (u32, u32),
}

/// The captures of a match, in the order in which they were noted.
type Notes = [(u8, u32)];

impl Grammar {
    /// Runs all phases over units that are lines, or all others over units that
    /// are sentences and lines outside sentences.
    pub fn run<'g>(&'g self, lattice: &mut Lattice<'_, 'g>, units: &[Unit], over_lines: bool) {
        for (at, phase) in self.phases.iter().enumerate() {
            if phase.over_lines == over_lines {
                self.run_phase(at, lattice, units, None);
            }
        }
    }

    /// Runs one phase; with `trace`, tells what became of each match.
    pub fn run_phase<'g>(
        &'g self,
        phase: usize,
        lattice: &mut Lattice<'_, 'g>,
        units: &[Unit],
        mut trace: Option<&mut Vec<Event>>,
    ) {
        let mut scratch = Scratches::default();
        let mut matches = Vec::new();
        let mut arena = Vec::new();
        for unit in units {
            matches.clear();
            arena.clear();
            self.gather(
                phase,
                lattice,
                *unit,
                &mut scratch,
                &mut matches,
                &mut arena,
                trace.as_deref_mut(),
            );
            matches.sort_by_key(|m: &Match| {
                let rule = &self.rules[usize::from(m.rule)];
                let (start, end) = m.made;
                let length = m.end - m.start;
                (
                    start,
                    Reverse(end),
                    Reverse(rule.source.priority),
                    Reverse(length),
                    rule.rank,
                )
            });
            for m in &matches {
                let notes = &arena[m.notes.0 as usize..m.notes.1 as usize];
                let outcome = self.take(phase, lattice, m, notes);
                if let Some(trace) = trace.as_deref_mut() {
                    trace.push(Event {
                        rule: usize::from(m.rule),
                        start: m.start,
                        end: m.end,
                        outcome,
                    });
                }
            }
        }
        teach(lattice);
    }

    #[allow(clippy::too_many_arguments)]
    fn gather(
        &self,
        phase: usize,
        lattice: &Lattice<'_, '_>,
        unit: Unit,
        scratch: &mut Scratches,
        matches: &mut Vec<Match>,
        arena: &mut Vec<(u8, u32)>,
        mut trace: Option<&mut Vec<Event>>,
    ) {
        let index = &self.phases[phase].index;
        let matcher = Matcher {
            lattice,
            lexicon: &self.lexicon,
            unit,
        };
        for start in unit.start..unit.end {
            let token = &lattice.tokens[start as usize];
            scratch.rules.clear();
            scratch
                .rules
                .extend_from_slice(index.of_set(lattice.sets[start as usize]));
            scratch.rules.extend(index.of_shape(token.shape));
            for span in lattice.spans_from(start) {
                match span.label {
                    Label::Set(set) => scratch.rules.extend_from_slice(index.of_set(set)),
                    Label::Annotation(at) => {
                        let kind = lattice.annotations[at as usize].kind_id;
                        scratch.rules.extend_from_slice(index.of_kind(kind));
                    }
                }
            }
            if scratch.rules.len() > 1 {
                scratch.rules.sort_unstable();
                scratch.rules.dedup();
            }
            for at in 0..scratch.rules.len() {
                let number = scratch.rules[at];
                let rule = &self.rules[usize::from(number)];
                if !rule.allows(unit.label) || !before(&matcher, rule, start, &mut scratch.context)
                {
                    continue;
                }
                let mut best: Option<u32> = None;
                let Scratches {
                    main,
                    context,
                    best_notes,
                    ..
                } = scratch;
                matcher.run(&rule.program, Way::Forward, start, main, |end, notes| {
                    let better = best.is_none_or(|b| {
                        if rule.source.shortest {
                            end < b
                        } else {
                            end > b
                        }
                    });
                    if better && end > start {
                        if after(&matcher, rule, start, end, context) {
                            best = Some(end);
                            best_notes.clear();
                            best_notes.extend_from_slice(notes);
                        } else if let Some(trace) = trace.as_deref_mut() {
                            trace.push(Event {
                                rule: usize::from(number),
                                start,
                                end,
                                outcome: Outcome::Refused,
                            });
                        }
                    }
                    true
                });
                if let Some(end) = best {
                    let first = arena.len() as u32;
                    arena.extend_from_slice(&scratch.best_notes);
                    let notes = (first, arena.len() as u32);
                    let made = rule.extent(&scratch.best_notes, start, end);
                    matches.push(Match {
                        rule: number,
                        start,
                        end,
                        notes,
                        made,
                    });
                }
            }
        }
    }

    /// Makes the annotations of a match, unless others stand in the way.
    fn take<'g>(
        &'g self,
        phase: usize,
        lattice: &mut Lattice<'_, 'g>,
        m: &Match,
        notes: &Notes,
    ) -> Outcome {
        let rule = &self.rules[usize::from(m.rule)];
        for make in &rule.makes {
            let mask = self.phases[phase].outside | 1 << make.kind;
            for (start, end) in occurrences(make.capture, notes, m.start, m.end) {
                if lattice.cover[start as usize..end as usize]
                    .iter()
                    .any(|c| c & mask != 0)
                {
                    let other = (start..end).find_map(|at| lattice.covering(at, mask));
                    return Outcome::Lost(other.map_or(String::new(), |a| a.rule.to_owned()));
                }
            }
        }
        lattice.matches += 1;
        let match_id = lattice.matches;
        for make in &rule.makes {
            let spans = occurrences(make.capture, notes, m.start, m.end);
            let count = spans.len();
            for (at, (start, end)) in spans.into_iter().enumerate() {
                let fields = self.fields(lattice, make, notes, (start, end), at, count);
                lattice.annotate(Annotation {
                    start,
                    end,
                    kind: &self.kinds[usize::from(make.kind)],
                    rule: &rule.name,
                    fields,
                    kind_id: make.kind,
                    match_id,
                });
            }
        }
        for (class, capture) in &rule.learns {
            for (start, end) in occurrences(Some(*capture), notes, m.start, m.end) {
                lattice
                    .lessons
                    .push((self.lexicon.set_of_class(*class), start, end));
            }
        }
        Outcome::Taken
    }

    fn fields<'g>(
        &'g self,
        lattice: &Lattice<'_, 'g>,
        make: &'g Make,
        notes: &Notes,
        span: (u32, u32),
        at: usize,
        count: usize,
    ) -> Vec<(&'g str, Value<'g>)> {
        // In a repetition, the occurrence inside the span or of the same number goes with it.
        let pick = |capture: u8| -> Option<(u32, u32)> {
            let found = occurrences(Some(capture), notes, 0, 0);
            let inside = found.iter().find(|f| f.0 >= span.0 && f.1 <= span.1);
            inside
                .or_else(|| {
                    if found.len() == count {
                        found.get(at)
                    } else {
                        found.last()
                    }
                })
                .copied()
        };
        let mut fields = Vec::with_capacity(make.fields.len());
        for (name, source) in &make.fields {
            let value = match source {
                FieldSource::Constant(text) => Some(Value::Text(text.as_str())),
                FieldSource::Capture(capture) => pick(*capture).map(|(s, e)| Value::Span(s, e)),
                FieldSource::Feature(capture, feature, lexicons) => {
                    pick(*capture).and_then(|(s, e)| self.feature(lattice, s, e, feature, lexicons))
                }
            };
            if let Some(value) = value {
                fields.push((name.as_str(), value));
            }
        }
        fields
    }

    fn feature<'g>(
        &'g self,
        lattice: &Lattice<'_, 'g>,
        start: u32,
        end: u32,
        feature: &str,
        lexicons: &[String],
    ) -> Option<Value<'g>> {
        let tokens = &lattice.tokens[start as usize..end as usize];
        let of_lexicon = lexicons
            .iter()
            .find_map(|l| self.lexicon.feature(tokens, l, feature));
        of_lexicon.map(Value::Text).or_else(|| {
            let mut here = lattice.annotations_within(start, end);
            here.find_map(|a| a.get(feature))
        })
    }
}

impl Rule {
    fn allows(&self, label: &str) -> bool {
        let (only, not) = (&self.source.only_in, &self.source.not_in);
        (only.is_empty() || only.iter().any(|l| l == label)) && !not.iter().any(|l| l == label)
    }

    /// From the first to the last token of what a match would make.
    fn extent(&self, notes: &Notes, start: u32, end: u32) -> (u32, u32) {
        let spans = self
            .makes
            .iter()
            .flat_map(|m| occurrences(m.capture, notes, start, end));
        spans
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .unwrap_or((start, end))
    }
}

/// The spans of a capture in a match, or the whole match where none is asked for.
fn occurrences(capture: Option<u8>, notes: &Notes, start: u32, end: u32) -> Vec<(u32, u32)> {
    let Some(capture) = capture else {
        return vec![(start, end)];
    };
    let mut found = Vec::new();
    let mut open = None;
    for (slot, at) in notes {
        if *slot == capture * 2 {
            open = Some(*at);
        } else if *slot == capture * 2 + 1
            && let Some(from) = open.take()
            && from < *at
        {
            found.push((from, *at));
        }
    }
    found
}

/// Whether what must or must not stand before a match does so.
fn before(matcher: &Matcher<'_, '_, '_>, rule: &Rule, start: u32, scratch: &mut Scratch) -> bool {
    rule.contexts.iter().all(|(side, unless, program)| {
        let (way, from) = match side {
            Side::Prev => (Way::Backward, start),
            Side::Here => (Way::Forward, start),
            Side::Next => return true,
        };
        let mut found = false;
        matcher.run(program, way, from, scratch, |_, _| {
            found = true;
            false
        });
        found != *unless
    })
}

/// Whether what must or must not stand after a match does so.
fn after(
    matcher: &Matcher<'_, '_, '_>,
    rule: &Rule,
    _start: u32,
    end: u32,
    scratch: &mut Scratch,
) -> bool {
    rule.contexts
        .iter()
        .filter(|(side, ..)| *side == Side::Next)
        .all(|(_, unless, program)| {
            let mut found = false;
            matcher.run(program, Way::Forward, end, scratch, |_, _| {
                found = true;
                false
            });
            found != *unless
        })
}

/// Finds again, in the whole text, the words that the phase learned.
fn teach(lattice: &mut Lattice<'_, '_>) {
    let lessons = std::mem::take(&mut lattice.lessons);
    let mut known: FxHashMap<u32, Vec<(Vec<u32>, u32)>> = FxHashMap::default();
    for (set, start, end) in lessons {
        let folds: Vec<u32> = lattice.tokens[start as usize..end as usize]
            .iter()
            .map(|t| t.fold)
            .collect();
        let list = known.entry(folds[0]).or_default();
        if !list.iter().any(|(f, s)| *f == folds && *s == set) {
            list.push((folds, set));
        }
    }
    if known.is_empty() {
        return;
    }
    let tokens = lattice.tokens;
    for (start, token) in tokens.iter().enumerate() {
        let Some(list) = known.get(&token.fold) else {
            continue;
        };
        if !token
            .text(lattice.text)
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
        {
            continue;
        }
        for (folds, set) in list {
            let here = tokens[start..].iter().map(|t| t.fold).take(folds.len());
            if here.eq(folds.iter().copied()) {
                lattice.add_span(start as u32, (start + folds.len()) as u32, Label::Set(*set));
            }
        }
    }
}

#[derive(Default)]
struct Scratches {
    main: Scratch,
    context: Scratch,
    rules: Vec<u16>,
    best_notes: Vec<(u8, u32)>,
}
