//! What a rule cannot do without: where a unit lacks it, the rule is not tried.
//!
//! A pattern says that certain steps are taken whatever way is gone through it.
//! Each such step, or one of several where ways part, is a need. Most rules ask
//! for a word or a class that few sentences have.

use super::ast::{self, Node};
use super::program::Step;

/// Steps one of which every match takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Need {
    /// Numbers of tests that a set can rule out.
    pub tests: Vec<u16>,
    /// Kinds of annotations, as bits.
    pub kinds: u64,
}

/// What a unit has: the tests that its tokens and phrases allow, and the kinds
/// of its annotations.
#[derive(Clone, Debug, Default)]
pub struct Presence {
    pub tests: Vec<u64>,
    pub kinds: u64,
}

/// Most needs that are looked at for a rule, those with the fewest ways first.
const MAX_NEEDS: usize = 4;

impl Need {
    fn ways(&self) -> usize {
        self.tests.len() + self.kinds.count_ones() as usize
    }

    /// Whether a unit has what is needed.
    pub fn is_met(&self, presence: &Presence) -> bool {
        let has = |test: &u16| presence.tests[usize::from(test / 64)] & 1 << (test % 64) != 0;
        self.kinds & presence.kinds != 0 || self.tests.iter().any(has)
    }
}

/// The needs of a pattern. `number` gives a step's number and what it steps
/// over, or nothing for a step that no unit can be known to lack.
pub fn needs<'n>(
    node: &'n Node,
    number: &mut dyn FnMut(&'n ast::Test) -> Option<(u16, Step)>,
) -> Vec<Need> {
    let mut found = all(node, number);
    found.sort_by_key(Need::ways);
    found.dedup();
    found.truncate(MAX_NEEDS);
    found
}

fn all<'n>(
    node: &'n Node,
    number: &mut dyn FnMut(&'n ast::Test) -> Option<(u16, Step)>,
) -> Vec<Need> {
    match node {
        Node::Seq(items) => items.iter().flat_map(|n| all(n, number)).collect(),
        Node::Alt(items) => {
            // One of the ways is gone; of each, the need that says most stands for it.
            let mut one = Need::default();
            for item in items {
                let Some(best) = all(item, number).into_iter().min_by_key(Need::ways) else {
                    return Vec::new();
                };
                one.tests.extend(best.tests);
                one.kinds |= best.kinds;
            }
            vec![one]
        }
        Node::Repeat(_, 0, _) => Vec::new(),
        Node::Repeat(inner, ..) | Node::Capture(_, inner) => all(inner, number),
        Node::Test(test) => match number(test) {
            Some((_, Step::Annotation(kind, _))) => vec![Need {
                tests: Vec::new(),
                kinds: 1 << kind,
            }],
            Some((test, _)) => vec![Need {
                tests: vec![test],
                kinds: 0,
            }],
            None => Vec::new(),
        },
        Node::Name(..) | Node::Anchor(_) => Vec::new(),
    }
}
