//! What the rules do over a set of texts: which of them fire, which always lose.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::grammar::Outcome;
use crate::pipeline::Engine;

/// What became of the matches of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// Matches that made their annotations.
    pub taken: u64,
    /// Matches that what stands around them did not allow.
    pub refused: u64,
    /// Matches in whose way another rule's annotation stood, by that rule.
    pub lost: BTreeMap<String, u64>,
}

impl Use {
    /// Whether its pattern matched and was allowed, but never won.
    #[must_use]
    pub fn is_shadowed(&self) -> bool {
        self.taken == 0 && !self.lost.is_empty()
    }

    /// Whether nothing in the texts is what it looks for.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.taken == 0 && self.lost.is_empty()
    }
}

impl AddAssign for Use {
    fn add_assign(&mut self, other: Use) {
        self.taken += other.taken;
        self.refused += other.refused;
        for (rule, count) in other.lost {
            *self.lost.entry(rule).or_default() += count;
        }
    }
}

/// Runs all rules over the texts: what became of the matches of each, in the
/// order of the engine's rules.
#[must_use]
pub fn coverage(engine: &Engine, texts: &[String]) -> Vec<Use> {
    let rules = &engine.grammar().rules;
    let numbers: FxHashMap<&str, usize> = rules
        .iter()
        .enumerate()
        .map(|(number, rule)| (rule.name.as_str(), number))
        .collect();
    let none = || vec![Use::default(); rules.len()];
    let one = |text: &String| {
        let mut uses = none();
        for event in engine.why(text, 0..text.len()) {
            let Some(&number) = numbers.get(event.rule.as_str()) else {
                continue;
            };
            match event.outcome {
                Outcome::Taken => uses[number].taken += 1,
                Outcome::Refused => uses[number].refused += 1,
                Outcome::Lost(to) => *uses[number].lost.entry(to).or_default() += 1,
            }
        }
        uses
    };
    texts.par_iter().map(one).reduce(none, |mut sum, uses| {
        for (total, more) in sum.iter_mut().zip(uses) {
            *total += more;
        }
        sum
    })
}
