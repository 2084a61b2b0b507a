//! Running a program from one start: bounded backtracking.
//!
//! Alternatives are tried in the order of the pattern; a pair of instruction
//! and position that was tried before is not tried again, so that a start costs
//! at most `instructions × MAX_TOKENS` steps.

use super::alphabet::Alphabet;
use super::ast::Anchor;
use super::lattice::{Annotation, Label, Lattice, Span, Value};
use super::plan::Plan;
use super::program::{Check, Condition, Inst, Program, Step};
use super::{MAX_TOKENS, Unit};
use crate::lexicon::{WordRef, fold::fold};
use crate::segment::{Flags, Shape, Token};

/// Which way a program reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Forward,
    Backward,
}

/// What is still to be done: an instruction at a position, with as many
/// captures as were noted on the way there.
#[derive(Clone, Copy)]
struct Job {
    pc: u16,
    at: u32,
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

/// Which pairs of instruction and position a run has tried.
#[derive(Default)]
struct Seen {
    stamps: Vec<u32>,
    stamp: u32,
    width: usize,
    steps: u32,
}

impl Seen {
    fn start(&mut self, program: &Program) {
        self.width = program.insts.len();
        self.steps = 0;
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.stamps.fill(0);
            self.stamp = 1;
        }
    }

    /// Whether the pair is new, as far as that is remembered.
    fn insert(&mut self, pc: u16, offset: u32) -> bool {
        let offset = offset as usize;
        if self.steps < FREE_STEPS {
            self.steps += 1;
            return true;
        }
        // Positions far from the start are rare: the table grows as they come.
        let at = offset * self.width + usize::from(pc);
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
    pub plan: &'g Plan,
    /// What tests say of tokens and spans.
    pub alphabet: &'m Alphabet,
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
        seen.start(program);
        jobs.clear();
        notes.clear();
        let mut job = Some(Job {
            pc: 0,
            at: start,
            notes: 0,
        });
        while let Some(Job {
            mut pc,
            mut at,
            notes: noted,
        }) = job
        {
            notes.truncate(noted as usize);
            loop {
                match program.insts[usize::from(pc)] {
                    Inst::Accept => {
                        if !accept(at, notes) {
                            return;
                        }
                        break;
                    }
                    Inst::Jump(to) => pc = to,
                    Inst::Choice(number) => {
                        let open = self.open(program, number, way, at);
                        if open == 0 {
                            break;
                        }
                        let choice = &program.choices[usize::from(number)];
                        let first = choice[open.trailing_zeros() as usize];
                        let mut others = open & (open - 1);
                        // Where ways part, they may have parted before.
                        if others != 0 && !seen.insert(pc, at.abs_diff(start)) {
                            break;
                        }
                        // The last is pushed first: they are tried in the order of the pattern.
                        while others != 0 {
                            let last = others.ilog2();
                            others &= !(1 << last);
                            jobs.push(Job {
                                pc: choice[last as usize],
                                at,
                                notes: notes.len() as u32,
                            });
                        }
                        pc = first;
                    }
                    Inst::Save(slot) => {
                        notes.push((slot, at));
                        pc += 1;
                    }
                    Inst::Anchor(anchor) => {
                        if !self.anchored(anchor, at) {
                            break;
                        }
                        pc += 1;
                    }
                    Inst::Test(test) => {
                        if !seen.insert(pc, at.abs_diff(start)) {
                            break;
                        }
                        let noted = notes.len() as u32;
                        let mut next = None;
                        self.step(test, way, at, |to| {
                            if to.abs_diff(start) as usize > MAX_TOKENS {
                                return;
                            }
                            if let Some(later) = next.replace(to) {
                                jobs.push(Job {
                                    pc: pc + 1,
                                    at: later,
                                    notes: noted,
                                });
                            }
                        });
                        let Some(to) = next else { break };
                        at = to;
                        pc += 1;
                    }
                }
            }
            job = jobs.pop();
        }
    }

    /// The next token in the way of reading, within the unit.
    fn next_token(&self, way: Way, at: u32) -> Option<u32> {
        match way {
            Way::Forward if at < self.unit.end => Some(at),
            Way::Backward if at > self.unit.start => Some(at - 1),
            _ => None,
        }
    }

    /// The branches (bits) of a choice that what comes next does not exclude.
    fn open(&self, program: &Program, choice: u16, way: Way, at: u32) -> u64 {
        let choice = program.first_choice as usize + usize::from(choice);
        let Some(token) = self.next_token(way, at) else {
            return self.plan.choices[choice].always;
        };
        let symbol = self.lattice.symbols[token as usize];
        let mut open = self.alphabet.open(self.plan, choice, symbol);
        if self.lattice.has_span(way == Way::Forward, at) {
            self.each_span(way, at, |span| {
                open |= self.alphabet.open(self.plan, choice, span.symbol);
            });
        }
        open
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

    /// Calls `to` for each position that a test leads to, the farthest last.
    fn step(&self, number: u16, way: Way, at: u32, mut to: impl FnMut(u32)) {
        let test = &self.tests[usize::from(number)];
        let Some(token) = self.next_token(way, at) else {
            return;
        };
        let over_token = !matches!(test.step, Step::Annotation(..));
        if over_token
            && self
                .alphabet
                .passes(self.lattice.symbols[token as usize], number)
            && (!test.open || self.holds(test, token))
        {
            to(match way {
                Way::Forward => at + 1,
                Way::Backward => at - 1,
            });
        }
        if matches!(test.step, Step::Token) || !self.lattice.has_span(way == Way::Forward, at) {
            return;
        }
        self.each_span(way, at, |span| {
            if span.start >= self.unit.start
                && span.end <= self.unit.end
                && span.start < span.end
                && self.alphabet.passes(span.symbol, number)
                && self.has_fields(test, span)
                && (!test.open || self.holds(test, span.start))
            {
                to(if way == Way::Forward {
                    span.end
                } else {
                    span.start
                });
            }
        });
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

    fn each_span(&self, way: Way, at: u32, mut f: impl FnMut(&Span)) {
        match way {
            Way::Forward => self.lattice.spans_from(at).for_each(&mut f),
            Way::Backward => self.lattice.spans_to(at).for_each(&mut f),
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
