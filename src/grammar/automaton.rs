//! Which rules may match from a token on, and how far: an automaton over the
//! rules of a phase that is made as texts need it.
//!
//! Running each rule that could start at a token costs far more than knowing
//! that it cannot match. So all rules of a phase are followed together, as the
//! threads of one automaton, and only those that reach their end are run for
//! themselves, to note what they capture; as it is known how far a rule
//! reaches at most, its run ends when it gets there.
//!
//! The automaton reads *letters*. The letter of a token (or of a phrase or an
//! annotation that begins there) is the set of tests of the phase that it
//! passes; tokens that no test tells apart are the same letter. States are sets
//! of threads, made when they are first reached and then kept, as in the lazy
//! automata of RE2 (Cox 2010, « Regular Expression Matching in the Wild »).
//! Conditions that a letter does not settle (the form of a word, what covers
//! it) count as met, and so do positions in a line: the automaton may let
//! through a rule that does not match, but never keeps out one that does.

use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use super::MAX_TOKENS;
use super::compile::Grammar;
use super::lattice::{Label, Lattice, Span};
use super::program::{Check, Condition, Inst, Step};
use crate::lexicon::Class;
use crate::segment::{Flags, Shape, Token};

/// How much is kept of what symbols are; beyond, all begins anew with the next
/// text. Some tens of megabytes.
const MAX_KEPT: usize = 2_000_000;
/// Most threads and most moves that the automaton of a phase keeps; beyond, its
/// states are forgotten. A few megabytes.
const MAX_THREADS: usize = 500_000;
const MAX_MOVES: usize = 1_000_000;
/// Numbers from here on are not told apart.
const MAX_NUMBER: u32 = 10_000;

/// What automata need to know of a grammar, worked out once.
pub struct Plan {
    /// Tells grammars apart.
    id: u64,
    /// Words of bits in a row of tests.
    width: usize,
    /// Tests that a set alone does not decide.
    conditional: Vec<u64>,
    /// Tests that step over a class.
    of_classes: Vec<u64>,
    /// Tests that step over annotations of each kind.
    of_kinds: Vec<Vec<u16>>,
    /// Phases (bits) in which rules can start at an annotation of each kind, and
    /// at a phrase of each class.
    pub kind_phases: Vec<u64>,
    pub class_phases: FxHashMap<Class, u64>,
    phases: Vec<PhasePlan>,
}

struct PhasePlan {
    rules: Vec<u16>,
    /// Tests of their patterns.
    mask: Vec<u64>,
}

impl Plan {
    pub fn new(grammar: &Grammar) -> Plan {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let tests = &grammar.tests;
        let width = tests.len().div_ceil(64);
        let (mut conditional, mut of_classes) = (vec![0; width], vec![0; width]);
        let mut of_kinds = vec![Vec::new(); grammar.kinds.len()];
        for (number, test) in tests.iter().enumerate() {
            let bit = 1 << (number % 64);
            if test.glued || test.guard.is_some() || !test.conditions.is_empty() {
                conditional[number / 64] |= bit;
            }
            match &test.step {
                Step::Token => {}
                Step::Class(_) => of_classes[number / 64] |= bit,
                Step::Annotation(kind, _) => of_kinds[usize::from(*kind)].push(number as u16),
            }
        }
        let mut kind_phases = vec![0; grammar.kinds.len()];
        let mut class_phases: FxHashMap<Class, u64> = FxHashMap::default();
        let mut first = Vec::new();
        let phases = (0..grammar.phases.len())
            .map(|phase| {
                let numbered = grammar.rules.iter().enumerate();
                let own = numbered.filter(|(_, rule)| rule.phase == phase);
                let rules: Vec<u16> = own.map(|(number, _)| number as u16).collect();
                let mut mask = vec![0; width];
                for rule in &rules {
                    let program = &grammar.rules[usize::from(*rule)].program;
                    for inst in &program.insts {
                        if let Inst::Test(test) = inst {
                            mask[usize::from(test / 64)] |= 1 << (test % 64);
                        }
                    }
                    first.clear();
                    program.reach(0, &mut first);
                    for test in first.iter().filter_map(|pc| program.test(*pc)) {
                        match tests[usize::from(test)].step {
                            Step::Token => {}
                            Step::Class(class) => {
                                *class_phases.entry(class).or_default() |= 1 << phase;
                            }
                            Step::Annotation(kind, _) => {
                                kind_phases[usize::from(kind)] |= 1 << phase;
                            }
                        }
                    }
                }
                PhasePlan { rules, mask }
            })
            .collect();
        Plan {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            width,
            conditional,
            of_classes,
            of_kinds,
            kind_phases,
            class_phases,
            phases,
        }
    }
}

/// What tests see of a token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Facts {
    /// The row of its set.
    row: u32,
    shape: u16,
    flags: u16,
    number: Number,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Number {
    None,
    /// Value and length.
    Known(u16, u8),
    Other,
}

impl Facts {
    fn of(token: &Token, row: u32) -> Facts {
        let number = if !token.shape.any(Shape::NUMBER) {
            Number::None
        } else if token.value < MAX_NUMBER && token.end - token.start < 32 {
            Number::Known(token.value as u16, (token.end - token.start) as u8)
        } else {
            Number::Other
        };
        Facts {
            row,
            shape: token.shape.0,
            flags: token.flags.0,
            number,
        }
    }

    /// Whether the conditions of a test that sets do not decide can hold.
    fn allow(&self, test: &Check) -> bool {
        if test.glued && self.flags & Flags::GLUED.0 == 0 {
            return false;
        }
        test.conditions.iter().all(|(negated, condition)| {
            let holds = match condition {
                Condition::Shape(bits) => self.shape & bits != 0,
                Condition::Flag(bits) => self.flags & bits != 0,
                Condition::Number(min, max, length) => match self.number {
                    Number::None => false,
                    Number::Known(value, own) => {
                        (*min..=*max).contains(&u32::from(value))
                            && length.is_none_or(|l| l == u32::from(own))
                    }
                    Number::Other => return true,
                },
                Condition::Any => true,
                Condition::Word(_)
                | Condition::Words(_)
                | Condition::Exact(..)
                | Condition::Class(_)
                | Condition::Inside(_) => return true,
            };
            holds != *negated
        })
    }
}

/// The state that no thread is in.
const DEAD: u32 = 0;
/// The state in which all rules of the phase begin.
const START: u32 = 1;
/// A state that is still to be found.
const UNKNOWN: u32 = u32::MAX;

/// Whether a state has rules that are done, and threads that may go on.
const DONE: u8 = 1;
const ALIVE: u8 = 2;

/// Rule and place in its program.
type Thread = (u16, u16);

/// A set of threads.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct State {
    threads: Box<[Thread]>,
    /// Rules that reach their end with the step into this state.
    done: Box<[u16]>,
}

/// What a symbol is in a phase.
#[derive(Clone, Copy)]
struct Letter {
    number: u32,
    /// The state to which it leads from [`START`], or [`UNKNOWN`].
    started: u32,
}

/// The automaton of a phase, as far as it has been needed.
#[derive(Default)]
struct Automaton {
    letters: FxHashMap<Box<[u64]>, u32>,
    rows: Vec<Box<[u64]>>,
    states: Vec<State>,
    /// Of each state: [`DONE`], [`ALIVE`].
    outlines: Vec<u8>,
    known: FxHashMap<State, u32>,
    /// Of each symbol: its letter, and the state to which it leads from [`START`].
    of_symbols: Vec<Letter>,
    /// For each state a row with the state to which each letter leads.
    moves: Vec<u32>,
    /// Length of such a row: at least the number of letters.
    stride: usize,
    /// Two states that are reached at one position to the state of their threads.
    joins: FxHashMap<(u32, u32), u32>,
    /// How much is kept.
    size: usize,
}

impl Automaton {
    fn new(grammar: &Grammar, plan: &PhasePlan) -> Automaton {
        let mut automaton = Automaton::default();
        let mut threads = Vec::new();
        let mut found = Vec::new();
        for rule in &plan.rules {
            found.clear();
            grammar.rules[usize::from(*rule)]
                .program
                .reach(0, &mut found);
            threads.extend(found.iter().map(|pc| (*rule, *pc)));
        }
        automaton.state(Vec::new(), Vec::new());
        automaton.state(threads, Vec::new());
        automaton
    }

    /// Forgets all states but the first, which costs the time to make them again.
    fn forget(&mut self) {
        let start = self.states[START as usize].threads.to_vec();
        self.moves = Vec::new();
        self.joins = FxHashMap::default();
        self.known = FxHashMap::default();
        self.states = Vec::new();
        self.outlines = Vec::new();
        self.size = 0;
        self.state(Vec::new(), Vec::new());
        self.state(start, Vec::new());
        for letter in &mut self.of_symbols {
            letter.started = UNKNOWN;
        }
    }

    /// The letter of a row of tests.
    fn letter(&mut self, row: &[u64]) -> u32 {
        if let Some(known) = self.letters.get(row) {
            return *known;
        }
        let letter = self.rows.len() as u32;
        if self.rows.len() == self.stride {
            self.widen();
        }
        self.letters.insert(row.into(), letter);
        self.rows.push(row.into());
        letter
    }

    /// Makes room for as many letters again.
    fn widen(&mut self) {
        let old = self.stride;
        self.stride = (old * 2).max(64);
        let mut moves = Vec::with_capacity(self.moves.len() * 2);
        for row in self.moves.chunks(old.max(1)) {
            moves.extend_from_slice(row);
            moves.resize(moves.len() + self.stride - old, UNKNOWN);
        }
        self.moves = moves;
    }

    fn state(&mut self, mut threads: Vec<Thread>, mut done: Vec<u16>) -> u32 {
        done.sort_unstable();
        done.dedup();
        threads.sort_unstable();
        threads.dedup();
        let state = State {
            threads: threads.into(),
            done: done.into(),
        };
        if let Some(known) = self.known.get(&state) {
            return *known;
        }
        let number = self.states.len() as u32;
        self.size += state.threads.len();
        let done = if state.done.is_empty() { 0 } else { DONE };
        let alive = if state.threads.is_empty() { 0 } else { ALIVE };
        self.outlines.push(done | alive);
        self.states.push(state.clone());
        self.known.insert(state, number);
        number
    }

    fn step(&mut self, grammar: &Grammar, state: u32, letter: u32) -> u32 {
        let at = state as usize * self.stride + letter as usize;
        if let Some(to) = self.moves.get(at).filter(|to| **to != UNKNOWN) {
            return *to;
        }
        let row = &self.rows[letter as usize];
        let (mut threads, mut done) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        for (rule, pc) in &self.states[state as usize].threads {
            let program = &grammar.rules[usize::from(*rule)].program;
            let passes = |test: &u16| row[usize::from(test / 64)] & 1 << (test % 64) != 0;
            if !program.test(*pc).as_ref().is_some_and(passes) {
                continue;
            }
            found.clear();
            if program.reach(pc + 1, &mut found) {
                done.push(*rule);
            }
            threads.extend(found.iter().map(|pc| (*rule, *pc)));
        }
        let to = self.state(threads, done);
        if at >= self.moves.len() {
            let rows = self.states.len().next_power_of_two();
            self.moves.resize(rows * self.stride, UNKNOWN);
        }
        self.moves[at] = to;
        to
    }

    fn symbol_step(&mut self, grammar: &Grammar, state: u32, symbol: u32) -> u32 {
        let letter = self.of_symbols[symbol as usize];
        if state == START && letter.started != UNKNOWN {
            return letter.started;
        }
        let to = self.step(grammar, state, letter.number);
        if state == START {
            self.of_symbols[symbol as usize].started = to;
        }
        to
    }

    fn join(&mut self, a: u32, b: u32) -> u32 {
        let key = (a.min(b), a.max(b));
        if a == b || key.0 == DEAD {
            return key.1;
        }
        if let Some(to) = self.joins.get(&key) {
            return *to;
        }
        let (a, b) = (&self.states[a as usize], &self.states[b as usize]);
        let to = self.state(
            [&*a.threads, &*b.threads].concat(),
            [&*a.done, &*b.done].concat(),
        );
        self.size += 1;
        self.joins.insert(key, to);
        to
    }
}

/// A rule that may match from a token on.
#[derive(Clone, Copy)]
pub struct Candidate {
    pub rule: u16,
    /// Where it may end, at the nearest and at the farthest.
    pub nearest: u32,
    pub farthest: u32,
}

/// Positions that are reached, with the state in which they are.
#[derive(Default)]
struct Front(Vec<(u32, u32)>);

impl Front {
    fn add(&mut self, automaton: &mut Automaton, at: u32, state: u32) {
        if state == DEAD {
            return;
        }
        match self.0.iter_mut().find(|(a, _)| *a == at) {
            Some((_, known)) => *known = automaton.join(*known, state),
            None => self.0.push((at, state)),
        }
    }

    /// The first position, taken out.
    fn pop(&mut self) -> Option<(u32, u32)> {
        let first = (0..self.0.len()).min_by_key(|at| self.0[*at].0)?;
        Some(self.0.swap_remove(first))
    }
}

/// The symbol of a span that has not been asked for it.
pub const NO_SYMBOL: u32 = u32::MAX;

/// The automata of all phases of a grammar, and what they have seen of texts.
#[derive(Default)]
pub struct Automata {
    grammar: u64,
    /// Tells apart what was begun anew.
    epoch: u64,
    by_facts: FxHashMap<Facts, u32>,
    by_span: FxHashMap<(u64, u32), u32>,
    /// Of each symbol: what tests see of its first token.
    facts: Vec<Facts>,
    /// Of each symbol: the phases (bits) in which rules can start at it.
    starts: Vec<u64>,
    /// Of each symbol: where its row of tests stands in `rows`.
    row_of: Vec<u32>,
    rows: Vec<u64>,
    by_row: FxHashMap<Box<[u64]>, u32>,
    phases: Vec<Automaton>,
    row: Vec<u64>,
    front: Front,
}

impl Automata {
    /// Makes ready for a text: each token gets its symbol.
    pub fn prepare(&mut self, grammar: &Grammar, lattice: &mut Lattice<'_, '_>) {
        if lattice.epoch == self.epoch && self.epoch != 0 {
            return;
        }
        let plan = grammar.plan();
        let of_phase = |p: &Automaton| p.rows.len() * plan.width + p.of_symbols.len();
        let kept = self.phases.iter().map(of_phase).sum::<usize>() + self.rows.len();
        if self.grammar != plan.id || kept > MAX_KEPT {
            static NEXT: AtomicU64 = AtomicU64::new(1);
            *self = Automata {
                grammar: plan.id,
                epoch: NEXT.fetch_add(1, Ordering::Relaxed),
                phases: plan
                    .phases
                    .iter()
                    .map(|phase| Automaton::new(grammar, phase))
                    .collect(),
                ..Automata::default()
            };
        }
        lattice.epoch = self.epoch;
        lattice.symbols.clear();
        for (token, set) in lattice.tokens.iter().zip(lattice.sets) {
            let facts = Facts::of(token, grammar.verdicts.row(*set));
            let symbol = match self.by_facts.get(&facts) {
                Some(known) => *known,
                None => self.token_symbol(grammar, facts),
            };
            lattice.symbols.push(symbol);
        }
        let symbols = lattice.symbols.iter();
        lattice.rows.clear();
        lattice
            .rows
            .extend(symbols.map(|s| self.row_of[*s as usize]));
        lattice.starts.clear(lattice.tokens.len());
        for (at, symbol) in lattice.symbols.iter().enumerate() {
            lattice.starts.add(at as u32, self.starts[*symbol as usize]);
        }
        for at in 0..lattice.spans.len() {
            let span = &lattice.spans[at];
            span.symbol.set(NO_SYMBOL);
            let (start, symbol) = (span.start, self.span_symbol(grammar, lattice, span));
            lattice.starts.add(start, self.starts[symbol as usize]);
        }
    }

    /// The rules of a phase that may match from a token on, each once, in order.
    pub fn candidates(
        &mut self,
        grammar: &Grammar,
        phase: usize,
        lattice: &Lattice<'_, '_>,
        start: u32,
        end: u32,
        found: &mut Vec<Candidate>,
    ) {
        let automaton = &mut self.phases[phase];
        if automaton.size > MAX_THREADS || automaton.moves.len() > MAX_MOVES {
            automaton.forget();
        }
        let last = end.min(start + MAX_TOKENS as u32);
        let mut next = Some((start, START));
        if !lattice.has_span(true, start) {
            // Most rules end here, for want of their second word.
            let symbols = &lattice.symbols[start as usize..last as usize];
            let first = automaton.symbol_step(grammar, START, symbols[0]);
            next = Some((start + 1, first));
            if let Some(symbol) = symbols.get(1)
                && automaton.outlines[first as usize] & DONE == 0
                && !lattice.has_span(true, start + 1)
            {
                let second = automaton.symbol_step(grammar, first, *symbol);
                if second == DEAD {
                    return;
                }
                next = Some((start + 2, second));
            }
        }
        let mut front = std::mem::take(&mut self.front);
        while let Some((at, state)) = next.take().or_else(|| front.pop()) {
            let automaton = &mut self.phases[phase];
            let outline = automaton.outlines[state as usize];
            if outline & DONE != 0 {
                for rule in &automaton.states[state as usize].done {
                    match found.iter_mut().find(|c| c.rule == *rule) {
                        Some(candidate) => candidate.farthest = at,
                        None => found.push(Candidate {
                            rule: *rule,
                            nearest: at,
                            farthest: at,
                        }),
                    }
                }
            }
            if at >= last || outline & ALIVE == 0 {
                continue;
            }
            let to = automaton.symbol_step(grammar, state, lattice.symbols[at as usize]);
            if !lattice.has_span(true, at) && front.0.is_empty() {
                next = (to != DEAD).then_some((at + 1, to));
                continue;
            }
            front.add(automaton, at + 1, to);
            for span in lattice.spans_from(at) {
                if span.end <= last && span.end > at {
                    let symbol = self.span_symbol(grammar, lattice, span);
                    let automaton = &mut self.phases[phase];
                    let to = automaton.symbol_step(grammar, state, symbol);
                    front.add(automaton, span.end, to);
                }
            }
        }
        self.front = front;
        if found.len() > 1 {
            found.sort_unstable_by_key(|c| c.rule);
        }
    }

    /// For each token that is looked up, what all tests say of it.
    pub fn rows(&self) -> &[u64] {
        &self.rows
    }

    fn span_symbol(&mut self, grammar: &Grammar, lattice: &Lattice<'_, '_>, span: &Span) -> u32 {
        if span.symbol.get() != NO_SYMBOL {
            return span.symbol.get();
        }
        let first = lattice.symbols[span.start as usize];
        let code = match span.label {
            Label::Set(set) => u64::from(grammar.verdicts.row(set)),
            Label::Annotation(number) => {
                u64::from(lattice.annotations[number as usize].kind_id) | 1 << 32
            }
        };
        if let Some(known) = self.by_span.get(&(code, first)) {
            span.symbol.set(*known);
            return *known;
        }
        let plan = grammar.plan();
        let facts = self.facts[first as usize];
        self.row.clear();
        self.row.resize(plan.width, 0);
        match span.label {
            Label::Set(_) => {
                let of_set = grammar.verdicts.bits_of(code as u32);
                let classes = of_set.iter().zip(&plan.of_classes);
                self.row.clear();
                self.row.extend(classes.map(|(a, b)| a & b));
                self.strike(grammar, plan, &facts);
            }
            Label::Annotation(_) => {
                for test in &plan.of_kinds[code as u32 as usize] {
                    if allowed(grammar, *test, &facts) {
                        self.row[usize::from(test / 64)] |= 1 << (test % 64);
                    }
                }
            }
        }
        let symbol = self.symbol(plan, grammar, facts);
        self.by_span.insert((code, first), symbol);
        span.symbol.set(symbol);
        symbol
    }

    fn token_symbol(&mut self, grammar: &Grammar, facts: Facts) -> u32 {
        let plan = grammar.plan();
        self.row.clear();
        self.row
            .extend_from_slice(grammar.verdicts.bits_of(facts.row));
        self.strike(grammar, plan, &facts);
        let symbol = self.symbol(plan, grammar, facts);
        self.by_facts.insert(facts, symbol);
        symbol
    }

    /// Takes out of the row at hand the tests whose other conditions do not hold.
    fn strike(&mut self, grammar: &Grammar, plan: &Plan, facts: &Facts) {
        for (word, (row, conditional)) in self.row.iter_mut().zip(&plan.conditional).enumerate() {
            let mut open = *row & conditional;
            while open != 0 {
                let bit = open.trailing_zeros();
                open &= open - 1;
                if !allowed(grammar, (word * 64) as u16 + bit as u16, facts) {
                    *row &= !(1 << bit);
                }
            }
        }
    }

    /// A new symbol for the row at hand.
    fn symbol(&mut self, plan: &Plan, grammar: &Grammar, facts: Facts) -> u32 {
        let symbol = self.facts.len() as u32;
        self.facts.push(facts);
        let mut starts = 0;
        let mut masked = Vec::with_capacity(plan.width);
        for (phase, automaton) in self.phases.iter_mut().enumerate() {
            masked.clear();
            let mask = &plan.phases[phase].mask;
            masked.extend(self.row.iter().zip(mask).map(|(row, mask)| row & mask));
            let number = automaton.letter(&masked);
            let started = automaton.step(grammar, START, number);
            automaton.of_symbols.push(Letter { number, started });
            if started != DEAD {
                starts |= 1 << phase;
            }
        }
        self.starts.push(starts);
        let next = self.rows.len() as u32;
        let row = if let Some(known) = self.by_row.get(self.row.as_slice()) {
            *known
        } else {
            self.rows.extend_from_slice(&self.row);
            self.by_row.insert(self.row.as_slice().into(), next);
            next
        };
        self.row_of.push(row);
        symbol
    }
}

/// Whether all that is known of a token allows a test there.
fn allowed(grammar: &Grammar, test: u16, facts: &Facts) -> bool {
    let test = &grammar.tests[usize::from(test)];
    test.guard
        .is_none_or(|guard| grammar.verdicts.has(facts.row, guard))
        && facts.allow(test)
}
