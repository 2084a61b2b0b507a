//! What the word of a token alone says about each test, worked out once.
//!
//! Most conditions of rules name words and classes, and both are decided by
//! the token's set. For each set there is a row of bits, one a test: whether
//! all such conditions of the test hold. A test that only names words and
//! classes costs one look at a bit; the rest looks further only if the bit is set.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::program::{Condition, Step, Test};
use crate::lexicon::{Class, ClassSet, Lexicon, SetId, Starter, WordRef, pack::numbers};

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
        let mut verdicts = Verdicts {
            width,
            ..Verdicts::default()
        };
        let mut known: FxHashMap<Vec<u64>, u32> = FxHashMap::default();
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
            let next = verdicts.bits.len() as u32;
            let at = *known.entry(row).or_insert_with_key(|row| {
                verdicts.bits.extend_from_slice(row);
                next
            });
            verdicts.row_of_set.push(at);
        }
        verdicts
    }

    /// Where the row of a set stands: sets of which all tests think alike have the same.
    pub fn row(&self, set: SetId) -> u32 {
        self.row_of_set[set as usize]
    }

    /// The bits of a row.
    pub fn bits_of(&self, row: u32) -> &[u64] {
        &self.bits[row as usize..row as usize + self.width]
    }

    /// The bit of a test in a row.
    pub fn has(&self, row: u32, test: u16) -> bool {
        self.bits[row as usize + usize::from(test / 64)] & 1 << (test % 64) != 0
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
