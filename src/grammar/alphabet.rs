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
    /// Of each symbol, where its row begins.
    row_of: Vec<u32>,
    rows: Vec<u64>,
    by_row: FxHashMap<Box<[u64]>, u32>,
    /// Of each symbol, its letter: symbols that no pattern tells apart share it.
    letter_of: Vec<u32>,
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
        let rows = self.rows.len() + self.letter_rows.len() * self.width;
        rows * 2 + self.row_of.len() + self.letter_of.len()
    }

    /// Takes in the next symbol, which passes these of all tests.
    pub fn learn(&mut self, plan: &PhasePlan, passed: &[u64]) {
        self.row.clear();
        self.row.resize(self.width, 0);
        for (own, test) in plan.tests.iter().enumerate() {
            let word = passed.get(usize::from(test / 64));
            let passes = word.map_or(0, |word| word >> (test % 64) & 1);
            self.row[own / 64] |= passes << (own % 64);
        }
        self.row[usize::from(ALWAYS / 64)] |= 1 << (ALWAYS % 64);
        let at = match self.by_row.get(self.row.as_slice()) {
            Some(known) => *known,
            None => {
                let at = self.rows.len() as u32;
                self.rows.extend_from_slice(&self.row);
                self.by_row.insert(self.row.as_slice().into(), at);
                at
            }
        };
        self.row_of.push(at);
        let (whole, part) = (plan.in_patterns / 64, plan.in_patterns % 64);
        for (at, word) in self.row.iter_mut().enumerate().skip(whole) {
            *word &= if at == whole { (1 << part) - 1 } else { 0 };
        }
        let letter = match self.letters.get(self.row.as_slice()) {
            Some(known) => *known,
            None => {
                let letter = self.letter_rows.len() as u32;
                self.letter_rows.push(self.row.as_slice().into());
                self.letters.insert(self.row.as_slice().into(), letter);
                letter
            }
        };
        self.letter_of.push(letter);
    }

    /// The letter of a symbol.
    #[inline]
    pub fn letter(&self, symbol: u32) -> u32 {
        self.letter_of[symbol as usize]
    }

    /// Whether a letter passes a test of a pattern, by its number in the phase.
    pub fn letter_passes(&self, letter: u32, test: u16) -> bool {
        self.letter_rows[letter as usize][usize::from(test / 64)] & 1 << (test % 64) != 0
    }

    /// Which tests a symbol passes, by their numbers in the phase.
    #[inline]
    pub fn row(&self, symbol: u32) -> Row<'_> {
        Row(&self.rows[self.row_of[symbol as usize] as usize..][..self.width])
    }
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
