//! What a phase sees of symbols: whether they pass its own tests, some hundred
//! of the thousands that all rules have, in rows that fit the processor's cache.

use super::compile::Phase;
use super::program::ALWAYS;
use super::rows::{Row, Rows};

/// See the module's description.
#[derive(Default)]
pub struct Alphabet {
    rows: Rows,
    /// Of each letter, its tests of patterns.
    letters: Rows,
    /// Words of the row at hand.
    row: Vec<u64>,
}

impl Alphabet {
    pub fn new(phase: &Phase) -> Alphabet {
        let width = phase.tests.len().div_ceil(64);
        Alphabet {
            rows: Rows::new(width),
            letters: Rows::new(width),
            row: vec![0; width],
        }
    }

    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// About how many words of memory it takes.
    pub fn size(&self) -> usize {
        self.rows.size() + self.letters.size()
    }

    /// What the phase sees of a symbol that passes these of all tests.
    pub fn see(&mut self, phase: &Phase, passed: Row<'_>) -> Seen {
        self.row.fill(0);
        let mut set = |own: usize, bit: u64| self.row[own / 64] |= bit << (own % 64);
        let always = usize::from(ALWAYS);
        set(always, 1);
        for (own, test) in phase.tests.iter().enumerate().skip(always + 1) {
            set(own, passed.bit(*test));
        }
        let row = self.rows.number(&self.row);
        let (whole, part) = (phase.in_patterns / 64, phase.in_patterns % 64);
        for (at, word) in self.row.iter_mut().enumerate().skip(whole) {
            *word &= if at == whole { (1 << part) - 1 } else { 0 };
        }
        let letter = self.letters.number(&self.row);
        Seen { row, letter }
    }

    /// Whether a letter passes a test of a pattern, by its number in the phase.
    pub fn letter_passes(&self, letter: u32, test: u16) -> bool {
        self.letters.get(letter).passes(test)
    }

    /// Which tests a symbol passes, by their numbers in the phase.
    #[inline]
    pub fn row(&self, seen: Seen) -> Row<'_> {
        self.rows.get(seen.row)
    }
}

/// What a phase sees of a symbol.
#[derive(Clone, Copy)]
pub struct Seen {
    /// The row of the tests that it passes.
    row: u32,
    /// Symbols that no pattern of the phase tells apart share it.
    pub letter: u32,
}

/// What all phases see of all symbols: of a symbol side by side, since a text is
/// run through one phase after the other.
#[derive(Default)]
pub struct Sight {
    phases: usize,
    seen: Vec<Seen>,
}

impl Sight {
    pub fn new(phases: usize) -> Sight {
        Sight {
            phases,
            seen: Vec::new(),
        }
    }

    /// Adds what the next phase sees, of the next symbol after the last phase.
    pub fn push(&mut self, seen: Seen) {
        self.seen.push(seen);
    }

    /// About how many words of memory it takes.
    pub fn size(&self) -> usize {
        self.seen.len()
    }

    /// What a phase sees of a symbol.
    #[inline]
    pub fn of(&self, phase: usize, symbol: u32) -> Seen {
        self.seen[symbol as usize * self.phases + phase]
    }
}
