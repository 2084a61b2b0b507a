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
    /// The phase's tests among all (bits), and of each of all its number in the phase.
    tests: Vec<u64>,
    numbers: Vec<u16>,
    /// The phase's tests (bits) that patterns have.
    in_patterns: Vec<u64>,
    /// Words of the row at hand.
    row: Vec<u64>,
}

impl Alphabet {
    /// The alphabet of a phase, where rows of all tests have so many words of bits.
    pub fn new(phase: &Phase, width_of_all: usize) -> Alphabet {
        let width = phase.tests.len().div_ceil(64);
        let mut tests = vec![0; width_of_all];
        let mut numbers = vec![0; width_of_all * 64];
        let numbered = phase.tests.iter().enumerate();
        for (own, test) in numbered.skip(usize::from(ALWAYS) + 1) {
            set(&mut tests, usize::from(*test));
            numbers[usize::from(*test)] = own as u16;
        }
        let mut in_patterns = vec![0; width];
        (0..phase.in_patterns).for_each(|own| set(&mut in_patterns, own));
        Alphabet {
            rows: Rows::new(width),
            letters: Rows::new(width),
            tests,
            numbers,
            in_patterns,
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
    pub fn see(&mut self, passed: Row<'_>) -> Seen {
        self.row.fill(0);
        set(&mut self.row, usize::from(ALWAYS));
        // Of thousands of tests a symbol passes some tens.
        for (at, (word, own)) in passed.words().iter().zip(&self.tests).enumerate() {
            let mut open = word & own;
            while open != 0 {
                let test = at * 64 + open.trailing_zeros() as usize;
                open &= open - 1;
                set(&mut self.row, usize::from(self.numbers[test]));
            }
        }
        let row = self.rows.number(&self.row);
        let in_patterns = self.in_patterns.iter();
        self.row
            .iter_mut()
            .zip(in_patterns)
            .for_each(|(word, own)| *word &= own);
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

/// Sets a bit of a row.
fn set(row: &mut [u64], bit: usize) {
    row[bit / 64] |= 1 << (bit % 64);
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
