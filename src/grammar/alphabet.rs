//! What a phase sees of symbols: whether they pass its own tests, some hundred
//! of the thousands that all rules have, in rows that fit the processor's cache.

use rustc_hash::FxHashMap;

use super::plan::PhasePlan;
use super::program::ALWAYS;

/// See the module's description.
#[derive(Default)]
pub struct Alphabet {
    /// Words of bits in a row.
    width: usize,
    rows: Vec<u64>,
    by_row: FxHashMap<Box<[u64]>, u32>,
    letters: FxHashMap<Box<[u64]>, u32>,
    letter_rows: Vec<Box<[u64]>>,
    row: Vec<u64>,
}

impl Alphabet {
    pub fn new(plan: &PhasePlan) -> Alphabet {
        Alphabet {
            width: plan.tests.len().div_ceil(64),
            ..Alphabet::default()
        }
    }

    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.letter_rows.len()
    }

    /// About how many numbers are kept.
    pub fn size(&self) -> usize {
        (self.rows.len() + self.letter_rows.len() * self.width) * 2
    }

    /// What the phase sees of a symbol that passes these of all tests.
    pub fn see(&mut self, plan: &PhasePlan, passed: &[u64]) -> Seen {
        self.row.clear();
        self.row.resize(self.width, 0);
        for (own, test) in plan.tests.iter().enumerate() {
            let word = passed.get(usize::from(test / 64));
            let passes = word.map_or(0, |word| word >> (test % 64) & 1);
            self.row[own / 64] |= passes << (own % 64);
        }
        self.row[usize::from(ALWAYS / 64)] |= 1 << (ALWAYS % 64);
        let row = if let Some(known) = self.by_row.get(self.row.as_slice()) {
            *known
        } else {
            let at = self.rows.len() as u32;
            self.rows.extend_from_slice(&self.row);
            self.by_row.insert(self.row.as_slice().into(), at);
            at
        };
        let (whole, part) = (plan.in_patterns / 64, plan.in_patterns % 64);
        for (at, word) in self.row.iter_mut().enumerate().skip(whole) {
            *word &= if at == whole { (1 << part) - 1 } else { 0 };
        }
        let letter = if let Some(known) = self.letters.get(self.row.as_slice()) {
            *known
        } else {
            let letter = self.letter_rows.len() as u32;
            self.letter_rows.push(self.row.as_slice().into());
            self.letters.insert(self.row.as_slice().into(), letter);
            letter
        };
        Seen { row, letter }
    }

    /// Whether a letter passes a test of a pattern, by its number in the phase.
    pub fn letter_passes(&self, letter: u32, test: u16) -> bool {
        self.letter_rows[letter as usize][usize::from(test / 64)] & 1 << (test % 64) != 0
    }

    /// Which tests a symbol passes, by their numbers in the phase.
    #[inline]
    pub fn row(&self, seen: Seen) -> Row<'_> {
        Row(&self.rows[seen.row as usize..][..self.width])
    }
}

/// What a phase sees of a symbol.
#[derive(Clone, Copy)]
pub struct Seen {
    /// Where the row of the tests that it passes begins.
    row: u32,
    /// Symbols that no pattern of the phase tells apart share it.
    pub letter: u32,
}

/// The tests that a symbol passes.
#[derive(Clone, Copy)]
pub struct Row<'a>(&'a [u64]);

impl Row<'_> {
    /// Whether it passes a test, by its number in the phase.
    #[inline]
    pub fn passes(self, test: u16) -> bool {
        self.bit(test) != 0
    }

    /// The same as a number, 1 if it does.
    #[inline]
    pub fn bit(self, test: u16) -> u64 {
        self.0[usize::from(test / 64)] >> (test % 64) & 1
    }
}
