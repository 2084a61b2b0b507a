//! What the word of a token alone says about each test, worked out once.
//!
//! Most conditions of rules name words and classes, and both are decided by
//! the token's set. For each set there is a row of bits, one a test: whether
//! all such conditions of the test hold. A test that only names words and
//! classes costs one look at a bit; the rest looks further only if the bit is set.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::program::{Condition, Step, Test};
use crate::lexicon::{Class, Lexicon, SetId, Starter, WordRef, pack::numbers};

/// See the module's description.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Verdicts {
    /// Where the row of each set begins in `bits`.
    #[serde(with = "numbers")]
    row_of_set: Vec<u32>,
    #[serde(with = "numbers")]
    bits: Vec<u64>,
    /// Words of bits in a row.
    width: usize,
}

impl Verdicts {
    pub fn new(tests: &[Test], lexicon: &Lexicon) -> Verdicts {
        // Each test is found by one of its words or classes.
        let mut by_word: FxHashMap<Starter, Vec<usize>> = FxHashMap::default();
        let mut by_class: FxHashMap<Class, Vec<usize>> = FxHashMap::default();
        for (number, test) in tests.iter().enumerate().filter(|(_, t)| t.is_listed()) {
            if let Step::Class(class) = test.step {
                by_class.entry(class).or_default().push(number);
            } else if let Some(words) = test.words() {
                for word in words {
                    let both = [Starter::Word(word.word), Starter::Fold(word.fold)];
                    for key in both {
                        by_word.entry(key).or_default().push(number);
                    }
                }
            } else if let Some(class) = test.class() {
                by_class.entry(class).or_default().push(number);
            }
        }
        let width = tests.len().div_ceil(64);
        let mut verdicts = Verdicts {
            width,
            ..Verdicts::default()
        };
        let mut known: FxHashMap<Vec<u64>, u32> = FxHashMap::default();
        for id in 0..lexicon.set_count() as SetId {
            let (set, starter) = (lexicon.set(id), lexicon.starter(id));
            let by_words = by_word.get(&starter).into_iter();
            let by_classes = set.iter().filter_map(|class| by_class.get(&class));
            let mut row = vec![0; width];
            for number in by_words.chain(by_classes).flatten() {
                let decides = |condition: &Condition| match condition {
                    Condition::Word(word) | Condition::Exact(word, _) => names(starter, *word),
                    Condition::Words(words) => words.iter().any(|w| names(starter, *w)),
                    Condition::Class(class) => set.has(*class),
                    _ => true,
                };
                // For a step over a class, that the class is there is all that is asked.
                let by_class = matches!(tests[*number].step, Step::Class(_));
                let mut decided = tests[*number]
                    .conditions
                    .iter()
                    .filter(|(_, c)| c.is_by_set());
                if by_class
                    || decided.all(|(negated, c)| match c {
                        // That it is not this form says nothing of the word.
                        Condition::Exact(..) if *negated => true,
                        _ => decides(c) != *negated,
                    })
                {
                    row[number / 64] |= 1 << (number % 64);
                }
            }
            let next = verdicts.bits.len() as u32;
            let at = *known.entry(row).or_insert_with_key(|row| {
                verdicts.bits.extend_from_slice(row);
                next
            });
            verdicts.row_of_set.push(at);
        }
        verdicts
    }

    /// Adds the tests that a set allows to those that others allow.
    pub fn add_to(&self, set: SetId, present: &mut Vec<u64>) {
        let row = self.row_of_set[set as usize] as usize;
        present.resize(self.width, 0);
        for (all, bits) in present.iter_mut().zip(&self.bits[row..row + self.width]) {
            *all |= bits;
        }
    }

    /// Whether all that a set says about a test that is decided by sets is in its favour.
    pub fn allows(&self, set: SetId, test: u16) -> bool {
        let row = self.row_of_set[set as usize] as usize;
        self.bits[row + usize::from(test / 64)] & 1 << (test % 64) != 0
    }
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
    /// Whether the token's set can rule it out: it steps over one token and
    /// asks for a word or a class.
    pub fn is_by_set(&self) -> bool {
        matches!(self.step, Step::Token)
            && self
                .conditions
                .iter()
                .any(|(negated, c)| !negated && c.is_by_set())
    }

    /// Whether a row has a bit of it: its token's set, or a phrase's, can rule it out.
    pub fn is_listed(&self) -> bool {
        self.is_by_set() || matches!(self.step, Step::Class(_))
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
        let open = |(_, c): &&(bool, Condition)| {
            !self.is_by_set()
                || !c.is_by_set()
                // The set knows the word, not its form.
                || matches!(c, Condition::Exact(..))
        };
        self.conditions.iter().filter(open).cloned().collect()
    }
}
