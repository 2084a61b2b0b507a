//! Running a phase over a text: candidates, choice between them, annotations.
//!
//! In each unit all matches of the phase's rules are gathered, then taken in
//! this order: the one whose annotations begin first, then the one whose
//! annotations reach farthest, then the one of higher priority, then the one
//! that saw more of the text, then by the rule's name. A match is dropped if an
//! annotation of its would overlap one of the same kind (of this phase or an
//! earlier one), or one of a kind that the phase stays outside of.

use super::ast::Side;
use super::automaton::{Automata, Candidate};
use super::compile::{FieldSource, Grammar, Make, Phase, Rule};
use super::lattice::{Annotation, Label, Lattice, Unit, Value, label_bit};
use super::matcher::{Matcher, Scratch, Way};
use super::plan::Captures;
use super::select::{Match, Notes, Selection, occurrences};
use crate::lexicon::SetId;
use crate::segment::Token;
use rustc_hash::FxHashMap;
use std::cell::Cell;

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

impl Grammar {
    /// Runs all phases over units that are lines, or all others over units that
    /// are sentences and lines outside sentences.
    pub fn run<'g>(&'g self, lattice: &mut Lattice<'_, 'g>, units: &[Unit], over_lines: bool) {
        for (at, phase) in self.phases.iter().enumerate() {
            if phase.over_lines == over_lines && self.is_due(at, lattice) {
                self.run_phase(at, lattice, units, None);
            }
        }
    }

    /// Whether a phase can do anything for a text: some run only where an
    /// earlier one has found what they are about.
    #[must_use]
    pub fn is_due(&self, phase: usize, lattice: &Lattice<'_, '_>) -> bool {
        let needs = self.phases[phase].needs;
        needs == 0 || needs & lattice.kinds != 0
    }

    /// Runs one phase; with `trace`, tells what became of each match.
    pub fn run_phase<'g>(
        &'g self,
        phase: usize,
        lattice: &mut Lattice<'_, 'g>,
        units: &[Unit],
        mut trace: Option<&mut Vec<Event>>,
    ) {
        let mut scratch = SCRATCH.take();
        scratch.automata.prepare(self, lattice);
        let mut selection = std::mem::take(&mut scratch.selection);
        for unit in units {
            scratch.automata.limit(phase);
            selection.begin(unit.start, unit.end);
            self.gather(
                phase,
                lattice,
                *unit,
                &mut scratch,
                &mut selection,
                trace.as_deref_mut(),
            );
            selection.settle(self, lattice, unit.end + 1);
            for at in 0..selection.len() {
                let m = selection.get(at);
                if m.taken {
                    self.take(lattice, &m, selection.notes(&m), &mut scratch.automata);
                }
                if let Some(trace) = trace.as_deref_mut() {
                    let outcome = if m.taken {
                        Outcome::Taken
                    } else {
                        self.lost(phase, lattice, &m, selection.notes(&m))
                    };
                    trace.push(Event {
                        rule: usize::from(m.rule),
                        start: m.start,
                        end: m.end,
                        outcome,
                    });
                }
            }
        }
        self.teach(lattice, &mut scratch.automata);
        scratch.selection = selection;
        SCRATCH.set(scratch);
    }

    /// Finds the matches in a unit.
    fn gather(
        &self,
        phase: usize,
        lattice: &Lattice<'_, '_>,
        unit: Unit,
        scratch: &mut Scratches,
        selection: &mut Selection,
        mut trace: Option<&mut Vec<Event>>,
    ) {
        let label = label_bit(unit.label);
        let Phase {
            outside, closed, ..
        } = self.phases[phase];
        let plan = self.plan();
        // Whoever asks why wants to know of matches that cannot win, too.
        let is_traced = trace.is_some();
        let Scratches {
            main,
            context,
            rules,
            best_notes,
            automata,
            ..
        } = scratch;
        for start in unit.start..unit.end {
            if lattice.starts[start as usize] >> phase & 1 == 0 {
                continue;
            }
            if !is_traced && closed & lattice.cover[start as usize] != 0 {
                continue;
            }
            rules.clear();
            automata.candidates(self, phase, lattice, start, unit.end, rules);
            if rules.is_empty() {
                continue;
            }
            rules.sort_unstable_by_key(|c| c.rule);
            selection.settle(self, lattice, start);
            let matcher = Matcher {
                lattice,
                tests: &plan.phases[phase].checks,
                view: automata.view(phase),
                unit,
            };
            for candidate in rules.iter().copied() {
                let rule = &self.rules[usize::from(candidate.rule)];
                if rule.labels & label == 0 {
                    continue;
                }
                let mut fits_before = None;
                // None can be better than a match that ends there.
                let limit = if rule.shortest {
                    candidate.nearest
                } else {
                    candidate.farthest
                };
                if !is_traced {
                    let kinds = outside | rule.leading;
                    let loses = rule.leading != 0 && selection.is_covered(lattice, start, kinds);
                    if loses || !before(&matcher, rule, start, context) {
                        continue;
                    }
                    fits_before = Some(true);
                    let whole = plan.captures[usize::from(candidate.rule)];
                    if whole != Captures::Open && after(&matcher, rule, limit, context) {
                        whole.note(start, limit, best_notes);
                        selection.add(candidate.rule, rule, start, limit, best_notes);
                        continue;
                    }
                }
                let mut best: Option<u32> = None;
                matcher.run(&rule.program, Way::Forward, start, main, |end, notes| {
                    let better = best.is_none_or(|b| if rule.shortest { end < b } else { end > b });
                    if better && end > start {
                        let fits = *fits_before
                            .get_or_insert_with(|| before(&matcher, rule, start, context));
                        if fits && after(&matcher, rule, end, context) {
                            best = Some(end);
                            best_notes.clear();
                            best_notes.extend_from_slice(notes);
                            if end == limit {
                                return false;
                            }
                        } else if let Some(trace) = trace.as_deref_mut() {
                            trace.push(Event {
                                rule: usize::from(candidate.rule),
                                start,
                                end,
                                outcome: Outcome::Refused,
                            });
                        }
                    }
                    fits_before != Some(false)
                });
                if let Some(end) = best {
                    selection.add(candidate.rule, rule, start, end, best_notes);
                }
            }
        }
    }

    /// To whom a match lost.
    fn lost(&self, phase: usize, lattice: &Lattice<'_, '_>, m: &Match, notes: &Notes) -> Outcome {
        let rule = &self.rules[usize::from(m.rule)];
        let mut made = rule.made(notes, m.start, m.end);
        let other = made.find_map(|(make, start, end)| {
            let kinds = self.phases[phase].outside | 1 << make.kind;
            (start..end).find_map(|at| lattice.covering(at, kinds))
        });
        Outcome::Lost(other.map_or(String::new(), |a| a.rule.to_owned()))
    }

    /// Makes the annotations of a match.
    fn take<'g>(
        &'g self,
        lattice: &mut Lattice<'_, 'g>,
        m: &Match,
        notes: &Notes,
        automata: &mut Automata,
    ) {
        let rule = &self.rules[usize::from(m.rule)];
        lattice.matches += 1;
        let match_id = lattice.matches;
        for make in &rule.makes {
            let spans = || occurrences(make.capture, notes, m.start, m.end);
            let count = spans().count();
            for (at, (start, end)) in spans().enumerate() {
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
                automata.enter(self, lattice, lattice.spans.len() - 1);
            }
        }
        for (class, capture) in &rule.learns {
            for (start, end) in occurrences(Some(*capture), notes, m.start, m.end) {
                lattice
                    .lessons
                    .push((self.lexicon.set_of_class(*class), start, end));
            }
        }
    }

    /// Finds again, in the whole text, the words that the phase learned.
    fn teach(&self, lattice: &mut Lattice<'_, '_>, automata: &mut Automata) {
        if lattice.lessons.is_empty() {
            return;
        }
        let lessons = std::mem::take(&mut lattice.lessons);
        let tokens = lattice.tokens;
        let words = |start: u32, end: u32| &tokens[start as usize..end as usize];
        let same = |a: &[Token], b: &[Token]| a.iter().map(|t| t.fold).eq(b.iter().map(|t| t.fold));
        // By first word: what was learned, each once.
        let mut known: FxHashMap<u32, Vec<(&[Token], SetId)>> = FxHashMap::default();
        // Most tokens differ from all these in the last bits of their numbers.
        let bit = |token: &Token| 1_u64 << (token.fold % 64);
        let mut bits = 0;
        for (set, start, end) in lessons {
            let lesson = words(start, end);
            bits |= bit(&lesson[0]);
            let list = known.entry(lesson[0].fold).or_default();
            if !list.iter().any(|(l, s)| *s == set && same(l, lesson)) {
                list.push((lesson, set));
            }
        }
        for (start, token) in tokens.iter().enumerate() {
            if bits & bit(token) == 0 || !token.begins_upper(lattice.text) {
                continue;
            }
            for (lesson, set) in known.get(&token.fold).into_iter().flatten() {
                let end = start + lesson.len();
                if end <= tokens.len() && same(lesson, &tokens[start..end]) {
                    lattice.add_span(start as u32, end as u32, Label::Set(*set));
                    automata.enter(self, lattice, lattice.spans.len() - 1);
                }
            }
        }
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
            let found = || occurrences(Some(capture), notes, 0, 0);
            let inside = found().find(|f| f.0 >= span.0 && f.1 <= span.1);
            inside.or_else(|| {
                if found().count() == count {
                    found().nth(at)
                } else {
                    found().last()
                }
            })
        };
        let mut fields = Vec::with_capacity(make.fields.len());
        for (name, source) in &make.fields {
            let value = match source {
                FieldSource::Constant(text) => Some(Value::Text(text.as_str())),
                FieldSource::Capture(capture) => pick(*capture).map(|(s, e)| Value::Span(s, e)),
                FieldSource::Feature(capture, feature, columns) => {
                    pick(*capture).and_then(|(s, e)| self.feature(lattice, s, e, feature, columns))
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
        columns: &[(u16, u16)],
    ) -> Option<Value<'g>> {
        let tokens = &lattice.tokens[start as usize..end as usize];
        let of_lexicon = self.lexicon.in_columns(tokens, columns);
        of_lexicon.map(Value::Text).or_else(|| {
            let mut here = lattice.annotations_within(start, end);
            here.find_map(|a| a.get(feature))
        })
    }
}

/// Whether what must or must not stand before a match, or begin where it begins, does so.
fn before(matcher: &Matcher<'_, '_, '_>, rule: &Rule, start: u32, scratch: &mut Scratch) -> bool {
    fits(matcher, rule, scratch, |side| match side {
        Side::Prev => Some((Way::Backward, start)),
        Side::Here => Some((Way::Forward, start)),
        Side::Next => None,
    })
}

/// Whether what must or must not stand after a match does so.
fn after(matcher: &Matcher<'_, '_, '_>, rule: &Rule, end: u32, scratch: &mut Scratch) -> bool {
    fits(matcher, rule, scratch, |side| {
        (side == Side::Next).then_some((Way::Forward, end))
    })
}

/// Whether the contexts of a rule allow a match: those for which `from` tells
/// which way they are read and where from.
fn fits(
    matcher: &Matcher<'_, '_, '_>,
    rule: &Rule,
    scratch: &mut Scratch,
    from: impl Fn(Side) -> Option<(Way, u32)>,
) -> bool {
    rule.contexts.iter().all(|(side, unless, program)| {
        let Some((way, at)) = from(*side) else {
            return true;
        };
        let mut found = false;
        matcher.run(program, way, at, scratch, |_, _| {
            found = true;
            false
        });
        found != *unless
    })
}

thread_local! {
    /// The memory of a thread, so that no document has to ask for it anew.
    static SCRATCH: Cell<Scratches> = Cell::default();
}

/// Memory that the runs of a thread share.
#[derive(Default)]
struct Scratches {
    main: Scratch,
    context: Scratch,
    rules: Vec<Candidate>,
    best_notes: Vec<(u8, u32)>,
    selection: Selection,
    automata: Automata,
}
