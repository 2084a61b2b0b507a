//! Compiled patterns: small programs for the matcher.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::ast::Anchor;
use super::net::Net;
use crate::lexicon::{Class, WordRef};

/// Kinds of annotations, a bit each.
pub type Kinds = u128;

/// The number, in each phase, of the test that everything passes.
pub const ALWAYS: u16 = 0;

/// One instruction.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Inst {
    /// Move over what the test of this number in the phase accepts.
    Test(u16),
    /// Go on at each branch of the choice of this number.
    Choice(u16),
    /// Go on elsewhere.
    Jump(u16),
    /// Note the position: even slots begin a capture, odd ones end it.
    Save(u8),
    /// Hold only at such a position.
    Anchor(Anchor),
    /// The pattern has matched.
    Accept,
}

/// What a test moves over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// One token.
    Token,
    /// A word or phrase of a class.
    Class(Class),
    /// An annotation of a kind whose fields have one of these values.
    Annotation(u16, Vec<(String, Vec<String>)>),
}

/// A condition on one token.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    Word(WordRef),
    /// One of these words, sorted.
    Words(Box<[WordRef]>),
    Exact(WordRef, Box<str>),
    Shape(u16),
    Flag(u16),
    Number(u32, u32, Option<u32>),
    Class(Class),
    /// Covered by an annotation of one of these kinds (bits).
    Inside(Kinds),
    Any,
}

/// A step with its conditions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Test {
    pub step: Step,
    pub glued: bool,
    pub conditions: Vec<(bool, Condition)>,
}

/// Where to go on: at these instructions, in the order of the pattern.
pub type Branches = Vec<u16>;

/// A test as it is run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Check {
    pub step: Step,
    pub glued: bool,
    /// The test whose verdict says what the set of the first token decides; of
    /// steps over one token it is their own, and not named here.
    pub guard: Option<u16>,
    /// Whether more than the symbol has to be looked at: conditions that need the
    /// token itself, or fields of the annotation.
    pub open: bool,
    /// Conditions that the set does not decide.
    pub conditions: Vec<(bool, Condition)>,
}

impl Check {
    pub fn new(test: &Test, guard: Option<u16>) -> Check {
        let conditions = test.undecided();
        let open = |(_, c): &(bool, Condition)| {
            let settled = matches!(c, Condition::Shape(_) | Condition::Flag(_) | Condition::Any);
            !settled
        };
        let has_fields = matches!(&test.step, Step::Annotation(_, fields) if !fields.is_empty());
        Check {
            step: test.step.clone(),
            glued: test.glued,
            guard,
            open: has_fields || conditions.iter().any(open),
            conditions,
        }
    }
}

/// The tests of all rules, each once: rules share most of them, and what is
/// small stays near the processor.
#[derive(Debug, Default)]
pub struct Tests {
    pub list: Vec<Test>,
    numbers: FxHashMap<Test, u16>,
}

impl Tests {
    /// The number of a test that has one.
    pub fn known(&self, test: &Test) -> Option<u16> {
        self.numbers.get(test).copied()
    }

    /// The number of a test; `None` once there are too many.
    pub fn number(&mut self, test: Test) -> Option<u16> {
        if let Some(known) = self.numbers.get(&test) {
            return Some(*known);
        }
        // A bit of the number is left for others.
        let number = i16::try_from(self.list.len()).ok()?.cast_unsigned();
        self.list.push(test.clone());
        self.numbers.insert(test, number);
        Some(number)
    }
}

/// A compiled pattern.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Program {
    pub insts: Vec<Inst>,
    pub choices: Vec<Branches>,
    #[serde(skip)]
    net: OnceLock<Net>,
    /// Names of the captures; capture `i` has slots `2i` and `2i + 1`.
    pub captures: Vec<String>,
}

impl Program {
    /// The program as a net, made when it is first asked for; `checks` are the
    /// tests of its phase.
    pub fn net(&self, checks: &[Check]) -> &Net {
        self.net.get_or_init(|| Net::new(self, checks))
    }

    /// Adds the tests (as places in the program) that a run can meet first from
    /// an instruction on; whether it can end there without meeting any.
    pub fn reach(&self, from: u16, found: &mut Vec<u16>) -> bool {
        let mut ends = false;
        let (mut seen, mut todo) = (vec![false; self.insts.len()], vec![from]);
        while let Some(pc) = todo.pop() {
            if std::mem::replace(&mut seen[usize::from(pc)], true) {
                continue;
            }
            match self.insts[usize::from(pc)] {
                Inst::Test(_) => found.push(pc),
                Inst::Choice(choice) => todo.extend(&self.choices[usize::from(choice)]),
                Inst::Jump(to) => todo.push(to),
                Inst::Save(_) | Inst::Anchor(_) => todo.push(pc + 1),
                Inst::Accept => ends = true,
            }
        }
        ends
    }

    /// Captures (bits) that begin where each match begins and hold a token.
    pub fn leading(&self) -> u128 {
        self.leading_from(0, &mut vec![None; self.insts.len()]).0
    }

    /// Captures that open before the next test on all paths, and those that
    /// close before it on one.
    fn leading_from(&self, pc: usize, known: &mut [Option<(u128, u128)>]) -> (u128, u128) {
        if let Some(known) = known[pc] {
            return known;
        }
        let found = match self.insts[pc] {
            Inst::Test(_) | Inst::Accept => (0, 0),
            Inst::Save(slot) => {
                let (open, closed) = self.leading_from(pc + 1, known);
                let own = 1 << (slot / 2);
                if slot % 2 == 0 {
                    (open | own & !closed, closed)
                } else {
                    (open, closed | own)
                }
            }
            Inst::Anchor(_) => self.leading_from(pc + 1, known),
            Inst::Jump(to) => self.leading_from(usize::from(to), known),
            Inst::Choice(choice) => {
                let branches = self.choices[usize::from(choice)].iter();
                branches.fold((u128::MAX, 0), |(open, closed), branch| {
                    let own = self.leading_from(usize::from(*branch), known);
                    (open & own.0, closed | own.1)
                })
            }
        };
        known[pc] = Some(found);
        found
    }

    /// The test at a place in the program, by its number in the phase, if one stands there.
    pub fn test(&self, pc: u16) -> Option<u16> {
        match self.insts[usize::from(pc)] {
            Inst::Test(test) => Some(test),
            _ => None,
        }
    }
}

impl Test {
    /// The words one of which its token must be, if it names words.
    pub fn words(&self) -> Option<&[WordRef]> {
        if !matches!(self.step, Step::Token) {
            return None;
        }
        let mut positive = self.conditions.iter().filter(|(negated, _)| !negated);
        positive.find_map(|(_, condition)| match condition {
            Condition::Word(word) | Condition::Exact(word, _) => Some(std::slice::from_ref(word)),
            Condition::Words(words) => Some(words),
            _ => None,
        })
    }
}
