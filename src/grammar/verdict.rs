//! What the word of a token alone says about each test, worked out once.
//!
//! Most conditions of rules name words and classes, and both are decided by
//! the token's set. For each set there is a row of bits, one a test: whether
//! all such conditions of the test hold. A test that only names words and
//! classes costs one look at a bit; the rest looks further only if the bit is set.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::program::{Condition, Step, Test};
use super::rows::Rows;
use crate::lexicon::{Class, ClassSet, Lexicon, SetId, Starter, WordRef, pack::numbers};

/// See the module's description.
///
/// A row differs from the usual one in some tens of its thousands of bits: only where
/// it does is kept.
#[derive(Debug, Serialize, Deserialize)]
pub struct Verdicts {
    /// The number of each set's row.
    #[serde(with = "numbers")]
    row_of_set: Vec<u32>,
    /// The bits that most rows have.
    #[serde(with = "numbers")]
    usual: Vec<u64>,
    /// Where the tests in which each row differs begin; they end where those of the
    /// next begin.
    #[serde(with = "numbers")]
    first: Vec<u32>,
    #[serde(with = "numbers")]
    differences: Vec<u16>,
}

impl Verdicts {
    pub fn new(tests: &[Test], lexicon: &Lexicon) -> Verdicts {
        // A test is found by one of its words or classes; those that name what a
        // token must not be, or nothing that sets know, are looked at for each set.
        let mut by_word: FxHashMap<Starter, Vec<usize>> = FxHashMap::default();
        let mut by_class: FxHashMap<Class, Vec<usize>> = FxHashMap::default();
        let width = tests.len().div_ceil(64);
        let mut always = vec![0; width];
        let mut excluding = Vec::new();
        for (number, test) in tests.iter().enumerate() {
            if let Step::Class(class) = test.step {
                by_class.entry(class).or_default().push(number);
            } else if let Step::Annotation(..) = test.step {
                // Steps over no token.
            } else if let Some(words) = test.words() {
                for word in words {
                    let both = [Starter::Word(word.word), Starter::Fold(word.fold)];
                    for key in both {
                        by_word.entry(key).or_default().push(number);
                    }
                }
            } else if let Some(class) = test.class() {
                by_class.entry(class).or_default().push(number);
            } else if test.conditions.iter().any(|(_, c)| c.is_by_set()) {
                excluding.push(number);
            } else {
                always[number / 64] |= 1 << (number % 64);
            }
        }
        let mut row_of_set = Vec::new();
        let mut rows = Rows::new(width);
        for id in 0..lexicon.set_count() as SetId {
            let (set, starter) = (lexicon.set(id), lexicon.starter(id));
            let by_words = by_word.get(&starter).into_iter();
            let by_classes = set.iter().filter_map(|class| by_class.get(&class));
            let mut row = always.clone();
            let listed = by_words.chain(by_classes).flatten();
            for number in listed.chain(&excluding) {
                // For a step over a class, that the class is there is all that is asked.
                let is_step = matches!(tests[*number].step, Step::Class(_));
                if is_step || tests[*number].decided(set, starter) {
                    row[number / 64] |= 1 << (number % 64);
                }
            }
            row_of_set.push(rows.number(&row));
        }
        let usual = usual(&rows, width);
        let (mut first, mut differences) = (vec![0], Vec::new());
        for row in rows.all() {
            let words = row.words().iter().zip(&usual);
            let words = words.map(|(own, usual)| own ^ usual);
            differences.extend(ones(words));
            first.push(differences.len() as u32);
        }
        Verdicts {
            row_of_set,
            usual,
            first,
            differences,
        }
    }

    /// The number of a set's row: sets of which all tests think alike have the same.
    pub fn row(&self, set: SetId) -> u32 {
        self.row_of_set[set as usize]
    }

    /// Writes the bits of a row in place of what `bits` has.
    pub fn write(&self, row: u32, bits: &mut Vec<u64>) {
        bits.clone_from(&self.usual);
        for test in self.differences(row) {
            bits[usize::from(test / 64)] ^= 1 << (test % 64);
        }
    }

    /// The bit of a test in a row.
    pub fn has(&self, row: u32, test: u16) -> bool {
        let usual = self.usual[usize::from(test / 64)] & 1 << (test % 64) != 0;
        usual != self.differences(row).binary_search(&test).is_ok()
    }

    /// The tests in which a row differs from the usual one, in order.
    fn differences(&self, row: u32) -> &[u16] {
        let (from, to) = (self.first[row as usize], self.first[row as usize + 1]);
        &self.differences[from as usize..to as usize]
    }
}

/// The bits that more than half of the rows have.
fn usual(rows: &Rows, width: usize) -> Vec<u64> {
    let mut counts = vec![0; width * 64];
    for row in rows.all() {
        ones(row.words().iter().copied()).for_each(|bit| counts[usize::from(bit)] += 1);
    }
    let mut usual = vec![0; width];
    for (bit, count) in counts.into_iter().enumerate() {
        usual[bit / 64] |= u64::from(count * 2 > rows.len()) << (bit % 64);
    }
    usual
}

/// The numbers of the bits that are set.
fn ones(words: impl Iterator<Item = u64>) -> impl Iterator<Item = u16> {
    words.enumerate().flat_map(|(at, word)| {
        let rest = |word: &u64| Some(word & (word - 1)).filter(|w| *w != 0);
        let first = Some(word).filter(|w| *w != 0);
        std::iter::successors(first, rest).map(move |w| at as u16 * 64 + w.trailing_zeros() as u16)
    })
}

/// Whether tokens of a set with this starter are this word.
fn names(starter: Starter, word: WordRef) -> bool {
    match starter {
        Starter::None => false,
        Starter::Word(own) => own == word.word,
        Starter::Fold(fold) => fold == word.fold,
    }
}

impl Condition {
    /// Whether the token's set says if it holds.
    pub fn is_by_set(&self) -> bool {
        matches!(
            self,
            Condition::Word(_) | Condition::Words(_) | Condition::Exact(..) | Condition::Class(_)
        )
    }
}

impl Test {
    /// Whether the conditions that sets decide hold for a token of this set.
    fn decided(&self, set: &ClassSet, starter: Starter) -> bool {
        self.conditions.iter().all(|(negated, condition)| {
            let holds = match condition {
                Condition::Word(word) => names(starter, *word),
                Condition::Words(words) => words.iter().any(|w| names(starter, *w)),
                Condition::Class(class) => set.has(*class),
                // That it is not this form says nothing of the word.
                Condition::Exact(word, _) if !negated => names(starter, *word),
                _ => return true,
            };
            holds != *negated
        })
    }

    /// The test of one token that says what its set decides about the first
    /// token of this step, if that is anything.
    pub fn guard(&self) -> Option<Test> {
        let decided = |(_, c): &&(bool, Condition)| c.is_by_set();
        let conditions: Vec<_> = self.conditions.iter().filter(decided).cloned().collect();
        let steps_far = !matches!(self.step, Step::Token);
        (steps_far && !conditions.is_empty()).then_some(Test {
            step: Step::Token,
            glued: false,
            conditions,
        })
    }

    /// The class that its token must have, if it names one.
    fn class(&self) -> Option<Class> {
        self.conditions.iter().find_map(|(negated, c)| match c {
            Condition::Class(class) if !negated => Some(*class),
            _ => None,
        })
    }

    /// The conditions that the token's set does not decide.
    pub fn undecided(&self) -> Vec<(bool, Condition)> {
        // The set knows the word, not its form.
        let open =
            |(_, c): &&(bool, Condition)| !c.is_by_set() || matches!(c, Condition::Exact(..));
        self.conditions.iter().filter(open).cloned().collect()
    }
}
