//! The choice between the matches of a unit: which of them make annotations.
//!
//! It goes on while matches are still gathered, so that a rule need not be run
//! where it is clear that it would lose.

use std::cmp::Reverse;

use super::compile::{Grammar, Make, Rule};
use super::lattice::Lattice;
use super::program::Kinds;

/// The captures of a match, in the order in which they were noted.
pub type Notes = [(u8, u32)];

/// By what matches go first: where what they make begins, where it ends, the
/// rule's priority, the length of the match, the rule's name.
type Order = (u32, Reverse<u32>, Reverse<i32>, Reverse<u32>, u32);

/// A match: its rule, its extent, and its captures in the arena.
#[derive(Clone, Copy)]
pub struct Match {
    pub rule: u16,
    pub start: u32,
    pub end: u32,
    notes: (u32, u32),
    order: Order,
    /// Whether it makes its annotations, once that is settled.
    pub taken: bool,
}

/// The matches of a unit, in the order in which they are settled.
#[derive(Default)]
pub struct Selection {
    /// First token of the unit, and token after its last.
    unit: (u32, u32),
    matches: Vec<Match>,
    /// How many of them are settled.
    settled: usize,
    arena: Vec<(u8, u32)>,
    /// For each token of the unit the kinds (bits) that taken matches put over
    /// it; empty as long as none is.
    cover: Vec<Kinds>,
}

impl Selection {
    /// Begins with a unit.
    pub fn begin(&mut self, start: u32, end: u32) {
        self.unit = (start, end);
        self.matches.clear();
        self.settled = 0;
        self.arena.clear();
        self.cover.clear();
    }

    /// Adds a match of the rule of this number.
    pub fn add(&mut self, number: u16, rule: &Rule, start: u32, end: u32, notes: &Notes) {
        let first = self.arena.len() as u32;
        self.arena.extend_from_slice(notes);
        let made = rule.extent(notes, start, end);
        let order = (
            made.0,
            Reverse(made.1),
            Reverse(rule.priority),
            Reverse(end - start),
            rule.rank,
        );
        let at = self.matches.partition_point(|m| m.order <= order);
        self.matches.insert(
            at,
            Match {
                rule: number,
                start,
                end,
                notes: (first, self.arena.len() as u32),
                order,
                taken: false,
            },
        );
    }

    /// The captures of a match.
    pub fn notes(&self, m: &Match) -> &Notes {
        &self.arena[m.notes.0 as usize..m.notes.1 as usize]
    }

    /// How many matches there are.
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// A match, in the order in which they are settled.
    pub fn get(&self, at: usize) -> Match {
        self.matches[at]
    }

    /// Settles the matches whose annotations begin before a token: no match that
    /// begins there or later can go before them.
    pub fn settle(&mut self, grammar: &Grammar, lattice: &Lattice<'_, '_>, before: u32) {
        while let Some(m) = self
            .matches
            .get(self.settled)
            .filter(|m| m.order.0 < before)
        {
            let rule = &grammar.rules[usize::from(m.rule)];
            let outside = grammar.phases[rule.phase].outside;
            let notes = &self.arena[m.notes.0 as usize..m.notes.1 as usize];
            let (start, end) = (m.start, m.end);
            let taken = rule.made(notes, start, end).all(|(make, start, end)| {
                let kinds = outside | 1 << make.kind;
                (start..end).all(|at| !self.is_covered(lattice, at, kinds))
            });
            self.matches[self.settled].taken = taken;
            self.settled += 1;
            if taken {
                self.cover.resize((self.unit.1 - self.unit.0) as usize, 0);
                for (make, start, end) in rule.made(notes, start, end) {
                    let (start, end) = (start - self.unit.0, end - self.unit.0);
                    for own in &mut self.cover[start as usize..end as usize] {
                        *own |= 1 << make.kind;
                    }
                }
            }
        }
    }

    /// Whether annotations of one of these kinds (bits) cover a token, or will.
    pub fn is_covered(&self, lattice: &Lattice<'_, '_>, at: u32, kinds: Kinds) -> bool {
        let own = self.cover.get((at - self.unit.0) as usize);
        (lattice.cover[at as usize] | own.copied().unwrap_or_default()) & kinds != 0
    }
}

impl Rule {
    /// What a match would make, and over which tokens.
    pub(super) fn made(
        &self,
        notes: &Notes,
        start: u32,
        end: u32,
    ) -> impl Iterator<Item = (&Make, u32, u32)> {
        self.makes.iter().flat_map(move |make| {
            let spans = occurrences(make.capture, notes, start, end);
            spans.map(move |(start, end)| (make, start, end))
        })
    }

    /// From the first to the last token of what a match would make.
    fn extent(&self, notes: &Notes, start: u32, end: u32) -> (u32, u32) {
        let spans = self.made(notes, start, end).map(|(_, from, to)| (from, to));
        spans
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .unwrap_or((start, end))
    }
}

/// The spans of a capture in a match, or the whole match where none is asked for.
pub fn occurrences(
    capture: Option<u8>,
    notes: &Notes,
    start: u32,
    end: u32,
) -> impl Iterator<Item = (u32, u32)> {
    let whole = capture.is_none().then_some((start, end));
    let mut open = None;
    let captured = notes.iter().filter_map(move |(slot, at)| {
        let capture = capture?;
        if *slot == capture * 2 {
            open = Some(*at);
        } else if *slot == capture * 2 + 1 {
            return open.take().filter(|from| from < at).map(|from| (from, *at));
        }
        None
    });
    whole.into_iter().chain(captured)
}
