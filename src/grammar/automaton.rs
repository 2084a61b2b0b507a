//! Which rules may match from a token on, and how far: an automaton over the
//! rules of a phase that is made as texts need it.
//!
//! Running each rule that could start at a token costs far more than knowing
//! that it cannot match. So all rules of a phase are followed together, as the
//! threads of one automaton, and only those that reach their end are run for
//! themselves, to note what they capture; as it is known how far a rule
//! reaches at most, its run ends when it gets there.
//!
//! The automaton reads *letters*: the letter of a symbol is the set of tests of
//! the phase that it passes. States are sets of threads, made when they are
//! first reached and then kept, as in the lazy automata of RE2 (Cox 2010,
//! « Regular Expression Matching in the Wild »). Conditions that a symbol does
//! not settle count as met, and so do positions in a line: the automaton may
//! let through a rule that does not match, but never keeps out one that does.

use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use super::MAX_TOKENS;
use super::alphabet::{Alphabet, Seen, Sight};
use super::compile::Grammar;
use super::lattice::{Label, Lattice};
use super::memo::Memo;
use super::rows::Row;
use super::symbol::Symbols;

/// How much is kept of what symbols are; beyond, all begins anew with the next
/// text. Some tens of megabytes.
const MAX_KEPT: usize = 2_000_000;
/// Most threads and most moves that the automaton of a phase keeps; beyond, its
/// states are forgotten. A few megabytes.
const MAX_THREADS: usize = 500_000;
const MAX_MOVES: usize = 200_000;

/// A state by its number, with two marks beside it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct StateId(u32);

impl StateId {
    /// No thread is in it.
    const DEAD: StateId = StateId(0);
    /// All rules of the phase begin in it.
    const START: StateId = StateId(1 << 2 | StateId::ALIVE);
    const DONE: u32 = 1;
    const ALIVE: u32 = 2;

    /// Whether rules reach their end in it.
    fn is_done(self) -> bool {
        self.0 & StateId::DONE != 0
    }

    /// Whether threads may go on from it.
    fn is_alive(self) -> bool {
        self.0 & StateId::ALIVE != 0
    }

    fn number(self) -> usize {
        (self.0 >> 2) as usize
    }
}

/// Rule and place in its program.
type Thread = (u16, u16);

/// A set of threads.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct State {
    threads: Box<[Thread]>,
    /// Rules that reach their end with the step into this state.
    done: Box<[u16]>,
}

/// The automaton of a phase, as far as it has been needed.
#[derive(Default)]
struct Automaton {
    alphabet: Alphabet,
    states: Vec<State>,
    known: FxHashMap<State, StateId>,
    /// The threads that follow on each, once its test is passed, and whether its
    /// rule can end there.
    next: FxHashMap<Thread, (Box<[u16]>, bool)>,
    /// Of each letter, where it leads to from [`StateId::START`].
    begun: Vec<Option<StateId>>,
    /// State and letter to the state to which it leads. Of all pairs, few are met.
    moves: Memo<StateId>,
    /// Two states that are reached at one position to the state of their threads.
    joins: Memo<StateId>,
    /// How much is kept.
    size: usize,
}

impl Automaton {
    fn new(grammar: &Grammar, phase: usize) -> Automaton {
        let mut automaton = Automaton {
            alphabet: Alphabet::new(&grammar.phases[phase], grammar.plan().width),
            ..Automaton::default()
        };
        let mut threads = Vec::new();
        let mut found = Vec::new();
        for rule in &grammar.plan().phases[phase].rules {
            found.clear();
            grammar.rules[usize::from(*rule)]
                .program
                .reach(0, &mut found);
            threads.extend(found.iter().map(|pc| (*rule, *pc)));
        }
        automaton.begin(threads);
        automaton
    }

    /// Makes the first two states.
    fn begin(&mut self, mut threads: Vec<Thread>) {
        threads.sort_unstable();
        threads.dedup();
        self.size = threads.len();
        let start = State {
            threads: threads.into(),
            done: Box::default(),
        };
        self.states = vec![State::default(), start.clone()];
        self.known.insert(start, StateId::START);
        self.known.insert(State::default(), StateId::DEAD);
    }

    /// Forgets all states but the first, which costs the time to make them again.
    fn forget(&mut self) {
        let start = self.states[StateId::START.number()].threads.to_vec();
        self.moves = Memo::default();
        self.joins = Memo::default();
        self.known = FxHashMap::default();
        self.begin(start);
        self.begun.fill(None);
    }

    /// Adds the rules that are done in a state, which is reached at this token.
    fn note(&self, state: StateId, at: u32, found: &mut Vec<Candidate>) {
        for rule in &self.states[state.number()].done {
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

    /// What the phase sees of a symbol that passes these of all tests.
    fn see(&mut self, passed: Row<'_>) -> Seen {
        let seen = self.alphabet.see(passed);
        self.begun.resize(self.alphabet.len(), None);
        seen
    }

    fn state(&mut self, mut threads: Vec<Thread>, mut done: Vec<u16>) -> StateId {
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
        self.size += state.threads.len();
        let done = if state.done.is_empty() {
            0
        } else {
            StateId::DONE
        };
        let alive = if state.threads.is_empty() {
            0
        } else {
            StateId::ALIVE
        };
        let id = StateId((self.states.len() as u32) << 2 | done | alive);
        self.states.push(state.clone());
        self.known.insert(state, id);
        id
    }

    /// Where a letter leads to from a state.
    #[inline]
    fn step(&mut self, grammar: &Grammar, state: StateId, letter: u32) -> StateId {
        let known = if state == StateId::START {
            self.begun[letter as usize]
        } else {
            self.moves.get(state.0, letter)
        };
        known.unwrap_or_else(|| self.follow(grammar, state, letter))
    }

    /// Works out where a letter leads to from a state.
    #[cold]
    fn follow(&mut self, grammar: &Grammar, state: StateId, letter: u32) -> StateId {
        let (mut threads, mut done) = (Vec::new(), Vec::new());
        for (rule, pc) in &self.states[state.number()].threads {
            let program = &grammar.rules[usize::from(*rule)].program;
            let passes = |test| self.alphabet.letter_passes(letter, test);
            if !program.test(*pc).is_some_and(passes) {
                continue;
            }
            let (next, ends) = self.next.entry((*rule, *pc)).or_insert_with(|| {
                let mut found = Vec::new();
                let ends = program.reach(pc + 1, &mut found);
                (found.into(), ends)
            });
            if *ends {
                done.push(*rule);
            }
            threads.extend(next.iter().map(|pc| (*rule, *pc)));
        }
        let to = self.state(threads, done);
        if state == StateId::START {
            self.begun[letter as usize] = Some(to);
        } else {
            self.moves.insert(state.0, letter, to);
        }
        to
    }

    /// The state that has the threads of two.
    fn join(&mut self, a: StateId, b: StateId) -> StateId {
        let (a, b) = if a.0 < b.0 { (a, b) } else { (b, a) };
        if a == b || a == StateId::DEAD {
            return b;
        }
        if let Some(known) = self.joins.get(a.0, b.0) {
            return known;
        }
        let (one, other) = (&self.states[a.number()], &self.states[b.number()]);
        let to = self.state(
            [&*one.threads, &*other.threads].concat(),
            [&*one.done, &*other.done].concat(),
        );
        self.joins.insert(a.0, b.0, to);
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
struct Front(Vec<(u32, StateId)>);

impl Front {
    #[inline]
    fn add(&mut self, automaton: &mut Automaton, at: u32, state: StateId) {
        if state == StateId::DEAD {
            return;
        }
        match self.0.iter_mut().find(|(a, _)| *a == at) {
            Some((_, known)) => *known = automaton.join(*known, state),
            None => self.0.push((at, state)),
        }
    }

    /// The first position, taken out.
    fn pop(&mut self) -> Option<(u32, StateId)> {
        let first = (0..self.0.len()).min_by_key(|at| self.0[*at].0)?;
        Some(self.0.swap_remove(first))
    }
}

/// What a phase sees of the symbols of texts.
#[derive(Clone, Copy)]
pub struct View<'a> {
    alphabet: &'a Alphabet,
    sight: &'a Sight,
    phase: usize,
}

impl<'a> View<'a> {
    /// The phase whose view it is.
    pub fn phase(&self) -> usize {
        self.phase
    }

    /// Which tests a symbol passes, by their numbers in the phase.
    #[inline]
    pub fn row(&self, symbol: u32) -> Row<'a> {
        self.alphabet.row(self.sight.of(self.phase, symbol))
    }
}

/// The automata of all phases of a grammar, and what they have seen of texts.
#[derive(Default)]
pub struct Automata {
    grammar: u64,
    /// Tells apart what was begun anew.
    epoch: u64,
    symbols: Symbols,
    /// Of each symbol: the phases (bits) some of whose tests it passes, and those
    /// in which rules can start at it.
    phases_of: Vec<(u64, u64)>,
    sight: Sight,
    phases: Vec<Automaton>,
    front: Front,
}

impl Automata {
    /// Makes ready for a text: tokens and spans get their symbols.
    pub fn prepare(&mut self, grammar: &Grammar, lattice: &mut Lattice<'_, '_>) {
        if lattice.epoch == self.epoch && self.epoch != 0 {
            return;
        }
        let plan = grammar.plan();
        let of_phase = |phase: &Automaton| phase.alphabet.size();
        let kept = self.phases.iter().map(of_phase).sum::<usize>()
            + self.symbols.size()
            + self.sight.size();
        if self.grammar != plan.id || kept > MAX_KEPT {
            static NEXT: AtomicU64 = AtomicU64::new(1);
            *self = Automata {
                grammar: plan.id,
                epoch: NEXT.fetch_add(1, Ordering::Relaxed),
                symbols: Symbols::new(plan),
                sight: Sight::new(plan.phases.len()),
                phases: (0..plan.phases.len())
                    .map(|phase| Automaton::new(grammar, phase))
                    .collect(),
                ..Automata::default()
            };
        }
        lattice.epoch = self.epoch;
        lattice.facts.clear();
        lattice.symbols.clear();
        lattice.starts.clear();
        for (token, set) in lattice.tokens.iter().zip(lattice.sets) {
            let row = grammar.verdicts.row(*set);
            let (facts, symbol) = self.symbols.of_token(grammar, token, row);
            self.learn(grammar);
            lattice.facts.push(facts);
            lattice.symbols.push(symbol);
            let (_, starts) = self.phases_of[symbol as usize];
            lattice.starts.push(starts);
        }
        for at in 0..lattice.spans.len() {
            self.enter(grammar, lattice, at);
        }
    }

    /// Gives a span its symbol and notes that rules can start there.
    pub fn enter(&mut self, grammar: &Grammar, lattice: &mut Lattice<'_, '_>, at: usize) {
        let span = &lattice.spans[at];
        let kind = match span.label {
            Label::Set(_) => 0,
            Label::Annotation(number) => lattice.annotations[number as usize].kind_id,
        };
        let first = lattice.facts[span.start as usize];
        let symbol = self.symbols.of_span(grammar, span.label, kind, first);
        self.learn(grammar);
        let (phases, starts) = self.phases_of[symbol as usize];
        lattice.enter(at, symbol, phases, starts);
    }

    /// Works out what symbols that are new mean to the phases.
    fn learn(&mut self, grammar: &Grammar) {
        while (self.phases_of.len() as u32) < self.symbols.len() {
            let symbol = self.phases_of.len() as u32;
            let row = self.symbols.row(symbol);
            let (mut phases, mut starts) = (0, 0);
            for (phase, automaton) in self.phases.iter_mut().enumerate() {
                let seen = automaton.see(row);
                self.sight.push(seen);
                if automaton.alphabet.row(seen).passes_any() {
                    phases |= 1 << phase;
                }
                if automaton.step(grammar, StateId::START, seen.letter) != StateId::DEAD {
                    starts |= 1 << phase;
                }
            }
            self.phases_of.push((phases, starts));
        }
    }

    /// What a phase sees.
    pub fn view(&self, phase: usize) -> View<'_> {
        View {
            alphabet: &self.phases[phase].alphabet,
            sight: &self.sight,
            phase,
        }
    }

    /// Sees to it that the automaton of a phase does not outgrow its memory.
    pub fn limit(&mut self, phase: usize) {
        let automaton = &mut self.phases[phase];
        if automaton.size > MAX_THREADS || automaton.moves.len() + automaton.joins.len() > MAX_MOVES
        {
            automaton.forget();
        }
    }

    /// Adds the rules of a phase that may match from a token on, each once: follows
    /// them together as far as one of them goes on.
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
        let sight = &self.sight;
        let letter = |symbol: u32| sight.of(phase, symbol).letter;
        let last = end.min(start + MAX_TOKENS as u32);
        let (mut at, mut state) = (start, StateId::START);
        // As long as nothing but tokens begins, there is one way to go.
        while !lattice.has_span(phase, true, at) {
            state = automaton.step(grammar, state, letter(lattice.symbols[at as usize]));
            at += 1;
            if state.is_done() {
                automaton.note(state, at, found);
            }
            if !state.is_alive() || at >= last {
                return;
            }
        }
        let front = &mut self.front;
        front.0.push((at, state));
        while let Some((at, state)) = front.pop() {
            if state.is_done() {
                automaton.note(state, at, found);
            }
            if at >= last || !state.is_alive() {
                continue;
            }
            let to = automaton.step(grammar, state, letter(lattice.symbols[at as usize]));
            front.add(automaton, at + 1, to);
            for span in lattice.spans_from(at) {
                if span.concerns(phase) && span.end <= last && span.end > at {
                    let to = automaton.step(grammar, state, letter(span.symbol));
                    front.add(automaton, span.end, to);
                }
            }
        }
    }
}
