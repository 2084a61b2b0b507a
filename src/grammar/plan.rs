//! What a run needs to know of a grammar and an image does not hold: it is
//! worked out once, in a millisecond or two.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use super::compile::{Grammar, Rule};
use super::program::{Check, Step};

/// See the module's description.
pub struct Plan {
    /// Tells grammars apart.
    pub id: u64,
    /// Words of bits in a row of tests.
    pub width: usize,
    /// Tests that a set alone does not decide.
    pub conditional: Vec<u64>,
    /// Tests that step over a class.
    pub of_classes: Vec<u64>,
    /// Tests that step over annotations of each kind.
    pub of_kinds: Vec<Vec<u16>>,
    pub phases: Vec<PhasePlan>,
    /// Of each choice of all programs.
    pub choices: Vec<Choice>,
    /// The firsts of all choices, one choice after the other.
    pub firsts: Vec<First>,
}

/// What a choice asks of that which comes next.
pub struct Choice {
    /// Branches (bits) that need nothing to come.
    pub always: u64,
    /// From where on its firsts stand among those of all; they end where those
    /// of the next begin.
    pub firsts: u32,
}

/// Tests with which a branch may begin: bits of one word of a row.
pub struct First {
    pub branch: u8,
    pub word: u16,
    pub tests: u64,
}

/// The rules of a phase and what they test.
pub struct PhasePlan {
    pub rules: Vec<u16>,
    /// Of each test of the phase, its number among all: first those of patterns,
    /// then those of contexts alone.
    pub tests: Vec<u16>,
    /// How many of them are in patterns.
    pub in_patterns: usize,
    /// The same tests as they are run.
    pub checks: Vec<Check>,
}

impl Plan {
    pub fn new(grammar: &Grammar) -> Plan {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let tests = &grammar.tests;
        let width = tests.len().div_ceil(64);
        let (mut conditional, mut of_classes) = (vec![0; width], vec![0; width]);
        let mut of_kinds = vec![Vec::new(); grammar.kinds.len()];
        for (number, test) in tests.iter().enumerate() {
            let bit = 1 << (number % 64);
            if test.glued || test.guard.is_some() || !test.conditions.is_empty() {
                conditional[number / 64] |= bit;
            }
            match &test.step {
                Step::Token => {}
                Step::Class(_) => of_classes[number / 64] |= bit,
                Step::Annotation(kind, _) => of_kinds[usize::from(*kind)].push(number as u16),
            }
        }
        let phases = (0..grammar.phases.len())
            .map(|phase| {
                let numbered = grammar.rules.iter().enumerate();
                let own = numbered.filter(|(_, rule)| rule.phase == phase);
                let rules: Vec<u16> = own.map(|(number, _)| number as u16).collect();
                let own = &grammar.phases[phase];
                PhasePlan {
                    rules,
                    tests: own.tests.clone(),
                    in_patterns: own.in_patterns,
                    checks: own
                        .tests
                        .iter()
                        .map(|t| tests[usize::from(*t)].clone())
                        .collect(),
                }
            })
            .collect();
        let (choices, firsts) = choices(grammar);
        Plan {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            width,
            conditional,
            of_classes,
            of_kinds,
            phases,
            choices,
            firsts,
        }
    }
}

/// What all choices ask, in the order of their numbers; one more ends the last.
fn choices(grammar: &Grammar) -> (Vec<Choice>, Vec<First>) {
    let (mut choices, mut firsts) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for program in grammar.rules.iter().flat_map(Rule::programs) {
        for branches in &program.choices {
            let mut choice = Choice {
                always: 0,
                firsts: firsts.len() as u32,
            };
            for (at, branch) in branches.iter().enumerate() {
                found.clear();
                if program.reach(*branch, &mut found) {
                    choice.always |= 1 << at;
                    continue;
                }
                let mut words: BTreeMap<u16, u64> = BTreeMap::new();
                for test in found.iter().filter_map(|pc| program.test(*pc)) {
                    *words.entry(test / 64).or_default() |= 1 << (test % 64);
                }
                firsts.extend(words.into_iter().map(|(word, tests)| First {
                    branch: at as u8,
                    word,
                    tests,
                }));
            }
            choices.push(choice);
        }
    }
    choices.push(Choice {
        always: 0,
        firsts: firsts.len() as u32,
    });
    (choices, firsts)
}
