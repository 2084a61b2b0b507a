//! What a run needs to know of a grammar and an image does not hold: it is
//! worked out once, when it is first asked for.

use std::sync::atomic::{AtomicU64, Ordering};

use super::compile::Grammar;
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
}

/// The rules of a phase, and its tests as they are run.
pub struct PhasePlan {
    pub rules: Vec<u16>,
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
                    checks: own
                        .tests
                        .iter()
                        .filter_map(|test| tests.get(usize::from(*test)).cloned())
                        .collect(),
                }
            })
            .collect();
        Plan {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            width,
            conditional,
            of_classes,
            of_kinds,
            phases,
        }
    }
}
