//! Rows of bits, each kept once and named by a number.

use rustc_hash::FxHashMap;

use super::program::ALWAYS;

/// See the module's description.
#[derive(Default)]
pub struct Rows {
    /// Words of bits in a row.
    width: usize,
    numbers: FxHashMap<Box<[u64]>, u32>,
    /// All rows, one after the other.
    words: Vec<u64>,
}

impl Rows {
    pub fn new(width: usize) -> Rows {
        Rows {
            width,
            ..Rows::default()
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// About how many words of memory they take.
    pub fn size(&self) -> usize {
        self.words.len() * 2
    }

    /// The number of a row, a new one for a row that is new.
    pub fn number(&mut self, row: &[u64]) -> u32 {
        if let Some(known) = self.numbers.get(row) {
            return *known;
        }
        let number = self.len() as u32;
        self.words.extend_from_slice(row);
        self.numbers.insert(row.into(), number);
        number
    }

    /// All of them, by their numbers.
    pub fn all(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len() as u32).map(|number| self.get(number))
    }

    /// The row of a number.
    #[inline]
    pub fn get(&self, number: u32) -> Row<'_> {
        Row(&self.words[number as usize * self.width..][..self.width])
    }
}

/// The tests that something passes.
#[derive(Clone, Copy)]
pub struct Row<'a>(&'a [u64]);

impl<'a> Row<'a> {
    /// Its words of bits.
    pub fn words(self) -> &'a [u64] {
        self.0
    }

    /// Whether it passes a test.
    #[inline]
    pub fn passes(self, test: u16) -> bool {
        self.bit(test) != 0
    }

    /// Whether it passes any but the one that everything passes.
    pub fn passes_any(self) -> bool {
        self.0[0] & !(1 << ALWAYS) != 0 || self.0[1..].iter().any(|word| *word != 0)
    }

    /// The same as a number, 1 if it does.
    #[inline]
    pub fn bit(self, test: u16) -> u64 {
        self.0[usize::from(test / 64)] >> (test % 64) & 1
    }
}
