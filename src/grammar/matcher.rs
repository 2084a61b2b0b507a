//! Running a program from one start: bounded backtracking.
//!
//! Alternatives are tried in the order of the pattern; a pair of position in the
//! net and position in the text that was tried before is not tried again, so
//! that a start costs at most `edges × MAX_TOKENS` steps.

use super::ast::Anchor;
use super::automaton::View;
use super::lattice::{Annotation, Label, Lattice, Span, Value};
use super::net::{Action, Edge, Net};
use super::program::{Check, Condition, Program, Step};
use super::rows::Row;
use super::{MAX_TOKENS, Unit};
use crate::lexicon::{WordRef, fold::fold};
use crate::segment::{Flags, Shape, Token};

/// Which way a program reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Forward,
    Backward,
}

/// What is still to be done: an edge whose test was passed between two
/// positions, with as many captures as were noted on the way there.
#[derive(Clone, Copy)]
struct Job {
    edge: u32,
    at: u32,
    to: u32,
    notes: u32,
}

/// Memory that runs share, so that none of them allocates.
#[derive(Default)]
pub struct Scratch {
    jobs: Vec<Job>,
    notes: Vec<(u8, u32)>,
    seen: Seen,
}

/// Steps of a run that are taken before the memory of what was tried is used:
/// nearly all runs end before, and filling it costs more than a few steps
/// taken twice.
const FREE_STEPS: u32 = 128;

/// Which pairs of position in the net and in the text a run has tried.
#[derive(Default)]
struct Seen {
    stamps: Vec<u32>,
    stamp: u32,
    width: usize,
    steps: u32,
}

impl Seen {
    fn start(&mut self, net: &Net) {
        self.width = net.len();
        self.steps = 0;
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.stamps.fill(0);
            self.stamp = 1;
        }
    }

    /// Whether the pair is new, as far as that is remembered.
    fn insert(&mut self, position: u16, offset: u32) -> bool {
        let offset = offset as usize;
        if self.steps < FREE_STEPS {
            self.steps += 1;
            return true;
        }
        // Positions far from the start are rare: the table grows as they come.
        let at = offset * self.width + usize::from(position);
        if at >= self.stamps.len() {
            self.stamps.resize((offset + 1) * self.width, 0);
        }
        std::mem::replace(&mut self.stamps[at], self.stamp) != self.stamp
    }
}

/// The text that programs run over, and what is known of it.
pub struct Matcher<'m, 't, 'g> {
    pub lattice: &'m Lattice<'t, 'g>,
    pub tests: &'g [Check],
    /// What tests say of tokens and spans.
    pub view: View<'m>,
    pub unit: Unit,
}

impl Matcher<'_, '_, '_> {
    /// Runs a program from a position. `accept` is called for each end at which
    /// it matches, with the captures noted on the way, and says whether to go on.
    pub fn run(
        &self,
        program: &Program,
        way: Way,
        start: u32,
        scratch: &mut Scratch,
        mut accept: impl FnMut(u32, &[(u8, u32)]) -> bool,
    ) {
        let Scratch { seen, jobs, notes } = scratch;
        let net = program.net(self.tests);
        seen.start(net);
        jobs.clear();
        notes.clear();
        self.look(net, 0, way, start, 0, jobs);
        while let Some(job) = jobs.pop() {
            notes.truncate(job.notes as usize);
            let edge = net.edge(job.edge);
            if edge.has_actions() && !self.act(net.actions(edge), job.at, notes) {
                continue;
            }
            if edge.to == Edge::ACCEPT {
                if !accept(job.at, notes) {
                    return;
                }
                continue;
            }
            let offset = job.to.abs_diff(start);
            if offset as usize <= MAX_TOKENS && seen.insert(edge.to, offset) {
                self.look(net, edge.to, way, job.to, notes.len() as u32, jobs);
            }
        }
    }

    /// Does what an edge asks for; whether all that has to hold does.
    fn act(&self, actions: &[Action], at: u32, notes: &mut Vec<(u8, u32)>) -> bool {
        for action in actions {
            match action {
                Action::Save(slot) => notes.push((*slot, at)),
                Action::Anchor(anchor) if self.anchored(*anchor, at) => {}
                Action::Anchor(_) => return false,
                Action::End => break,
            }
        }
        true
    }

    /// Adds what can be done from a position of the net at one of the text; what
    /// comes first in the pattern is added last and so done first.
    fn look(&self, net: &Net, position: u16, way: Way, at: u32, notes: u32, jobs: &mut Vec<Job>) {
        let (first, edges) = net.edges(position);
        let job = |number: usize, to: u32| Job {
            edge: first + number as u32,
            at,
            to,
            notes,
        };
        let Some(token) = self.next_token(way, at) else {
            let numbered = edges.iter().enumerate().rev();
            let ends = numbered.filter(|(_, edge)| edge.to == Edge::ACCEPT);
            jobs.extend(ends.map(|(number, _)| job(number, at)));
            return;
        };
        let one = match way {
            Way::Forward => at + 1,
            Way::Backward => at - 1,
        };
        let row = self.view.row(self.lattice.symbols[token as usize]);
        let has_span = self.has_span(way, at);
        for (chunk, edges) in edges.chunks(64).enumerate().rev() {
            // The edges (bits) whose test the token or one of the spans passes.
            let passed = |row: Row<'_>| {
                let numbered = edges.iter().enumerate();
                numbered.fold(0, |all, (number, edge)| {
                    all | row.bit(edge.test()) << number
                })
            };
            let by_token = passed(row);
            let mut by_any = by_token;
            if has_span {
                self.each_span(way, at, |span| by_any |= passed(self.view.row(span.symbol)));
            }
            while by_any != 0 {
                let last = by_any.ilog2();
                by_any &= !(1 << last);
                let (number, edge) = (chunk * 64 + last as usize, edges[last as usize]);
                if edge.to == Edge::ACCEPT {
                    jobs.push(job(number, at));
                    continue;
                }
                if by_token & 1 << last != 0
                    && (!edge.is_open() || self.holds(&self.tests[usize::from(edge.test())], token))
                {
                    jobs.push(job(number, one));
                }
                if has_span {
                    self.each_span(way, at, |span| {
                        if self.span_passes(edge, span) {
                            let to = match way {
                                Way::Forward => span.end,
                                Way::Backward => span.start,
                            };
                            jobs.push(job(number, to));
                        }
                    });
                }
            }
        }
    }

    /// Whether a span lies in the unit and passes the test of an edge.
    fn span_passes(&self, edge: Edge, span: &Span) -> bool {
        let test = edge.test();
        if !self.view.row(span.symbol).passes(test)
            || span.start < self.unit.start
            || span.end > self.unit.end
            || span.start == span.end
        {
            return false;
        }
        let check = &self.tests[usize::from(test)];
        !edge.is_open() || self.has_fields(check, span) && self.holds(check, span.start)
    }

    /// The next token in the way of reading, within the unit.
    fn next_token(&self, way: Way, at: u32) -> Option<u32> {
        match way {
            Way::Forward if at < self.unit.end => Some(at),
            Way::Backward if at > self.unit.start => Some(at - 1),
            _ => None,
        }
    }

    fn anchored(&self, anchor: Anchor, at: u32) -> bool {
        let begins = |flag| {
            self.lattice
                .tokens
                .get(at as usize)
                .is_none_or(|t| t.flags.any(flag))
        };
        match anchor {
            Anchor::UnitStart => at == self.unit.start,
            Anchor::UnitEnd => at == self.unit.end,
            Anchor::LineStart => at == self.unit.start || begins(Flags::LINE_START),
            Anchor::LineEnd => at == self.unit.end || begins(Flags::LINE_START),
        }
    }

    /// Whether a span has the fields that a test asks of annotations.
    fn has_fields(&self, test: &Check, span: &Span) -> bool {
        match (&test.step, span.label) {
            (Step::Annotation(_, fields), Label::Annotation(number)) => {
                let annotation = &self.lattice.annotations[number as usize];
                fields
                    .iter()
                    .all(|(field, values)| self.has_value(annotation, field, values))
            }
            _ => true,
        }
    }

    fn has_value(&self, annotation: &Annotation<'_>, field: &str, values: &[String]) -> bool {
        match annotation.get(field) {
            None => false,
            Some(Value::Text(text)) => values.iter().any(|v| v == text),
            Some(Value::Span(start, end)) => {
                let words = fold(self.lattice.words(start, end));
                values.iter().any(|v| fold(v) == words)
            }
        }
    }

    fn has_span(&self, way: Way, at: u32) -> bool {
        let phase = self.view.phase();
        self.lattice.has_span(phase, way == Way::Forward, at)
    }

    fn each_span(&self, way: Way, at: u32, mut f: impl FnMut(&Span)) {
        let phase = self.view.phase();
        let own = |span: &Span| {
            if span.concerns(phase) {
                f(span);
            }
        };
        match way {
            Way::Forward => self.lattice.spans_from(at).for_each(own),
            Way::Backward => self.lattice.spans_to(at).for_each(own),
        }
    }

    /// Whether the conditions of a test hold at its first token.
    fn holds(&self, test: &Check, at: u32) -> bool {
        let token = &self.lattice.tokens[at as usize];
        test.conditions
            .iter()
            .all(|(negated, condition)| self.condition(condition, token, at) != *negated)
    }

    fn condition(&self, condition: &Condition, token: &Token, at: u32) -> bool {
        match condition {
            Condition::Exact(word, form) => {
                is_word(token, *word) && token.text(self.lattice.text) == &**form
            }
            Condition::Shape(bits) => token.shape.any(Shape(*bits)),
            Condition::Flag(bits) => token.flags.any(Flags(*bits)),
            Condition::Number(min, max, length) => {
                (*min..=*max).contains(&token.value)
                    && token.shape.any(Shape::NUMBER)
                    && length.is_none_or(|l| token.end - token.start == l)
            }
            Condition::Inside(kinds) => self.lattice.cover[at as usize] & kinds != 0,
            // What sets decide is in the rows; a check does not keep it.
            Condition::Word(_) | Condition::Words(_) | Condition::Class(_) | Condition::Any => true,
        }
    }
}

fn is_word(token: &Token, word: WordRef) -> bool {
    token.word == word.word || (token.fold == word.fold && token.flags.any(Flags::LOOSE))
}
