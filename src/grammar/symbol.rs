//! Symbols: what the tests of all rules say of tokens and spans.
//!
//! For each token, and for each phrase or annotation, there is a row of bits,
//! one a test: whether it passes, as far as its word, shape and kind tell. The
//! number of a row is a *symbol*; a text is a string of symbols, of which there
//! are some thousands. What is worked out for a symbol once holds wherever it
//! stands again. Conditions that a row does not settle (the form of a word,
//! what covers it) count as met.

use rustc_hash::FxHashMap;

use super::compile::Grammar;
use super::lattice::Label;
use super::plan::Plan;
use super::program::{Check, Condition};
use super::rows::{Row, Rows};
use crate::segment::{Flags, Shape, Token};

/// Numbers from here on are not told apart.
const MAX_NUMBER: u32 = 10_000;

/// What tests see of a token.
#[derive(Clone, Copy)]
struct Facts {
    /// The row of its set.
    row: u32,
    shape: u16,
    flags: u16,
    number: Number,
}

#[derive(Clone, Copy)]
enum Number {
    None,
    /// Value and length.
    Known(u16, u8),
    Other,
}

impl Facts {
    fn of(token: &Token, row: u32) -> Facts {
        let number = if !token.shape.any(Shape::NUMBER) {
            Number::None
        } else if token.value < MAX_NUMBER && token.end - token.start < 32 {
            Number::Known(token.value as u16, (token.end - token.start) as u8)
        } else {
            Number::Other
        };
        Facts {
            row,
            shape: token.shape.0,
            flags: token.flags.0,
            number,
        }
    }

    /// The same as two numbers.
    fn key(&self) -> (u64, u32) {
        let number = match self.number {
            Number::None => 0,
            Number::Known(value, length) => 1 << 24 | u32::from(length) << 16 | u32::from(value),
            Number::Other => 2 << 24,
        };
        let rest = u64::from(self.flags) << 48 | u64::from(self.shape) << 32;
        (rest | u64::from(self.row), number)
    }

    /// Whether the conditions of a test that sets do not decide can hold.
    fn allow(&self, test: &Check) -> bool {
        if test.glued && self.flags & Flags::GLUED.0 == 0 {
            return false;
        }
        test.conditions.iter().all(|(negated, condition)| {
            let holds = match condition {
                Condition::Shape(bits) => self.shape & bits != 0,
                Condition::Flag(bits) => self.flags & bits != 0,
                Condition::Number(min, max, length) => match self.number {
                    Number::None => false,
                    Number::Known(value, own) => {
                        (*min..=*max).contains(&u32::from(value))
                            && length.is_none_or(|l| l == u32::from(own))
                    }
                    Number::Other => return true,
                },
                Condition::Any => true,
                Condition::Word(_)
                | Condition::Words(_)
                | Condition::Exact(..)
                | Condition::Class(_)
                | Condition::Inside(_) => return true,
            };
            holds != *negated
        })
    }
}

/// Which symbols there are, and what is known of them.
#[derive(Default)]
pub struct Symbols {
    /// The rows of the symbols.
    rows: Rows,
    numbers: FxHashMap<(u64, u32), u32>,
    /// Of each number: the facts and their symbol.
    facts: Vec<(Facts, u32)>,
    /// By what a span is and the facts of its first token.
    by_span: FxHashMap<(u64, u32), u32>,
    /// Words of the row at hand.
    row: Vec<u64>,
}

impl Symbols {
    pub fn new(plan: &Plan) -> Symbols {
        Symbols {
            rows: Rows::new(plan.width),
            ..Symbols::default()
        }
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// About how many words of memory they take.
    pub fn size(&self) -> usize {
        self.rows.size() + self.facts.len() * 4
    }

    /// The tests that a symbol passes.
    pub fn row(&self, symbol: u32) -> Row<'_> {
        self.rows.get(symbol)
    }

    /// The number of a token's facts, and its symbol.
    pub fn of_token(&mut self, grammar: &Grammar, token: &Token, row: u32) -> (u32, u32) {
        let facts = Facts::of(token, row);
        let key = facts.key();
        if let Some(number) = self.numbers.get(&key) {
            return (*number, self.facts[*number as usize].1);
        }
        grammar.verdicts.write(row, &mut self.row);
        self.strike(grammar, &facts);
        let (number, symbol) = (self.facts.len() as u32, self.rows.number(&self.row));
        self.facts.push((facts, symbol));
        self.numbers.insert(key, number);
        (number, symbol)
    }

    /// The symbol of a span; `first` is the number of the facts of its first token.
    pub fn of_span(&mut self, grammar: &Grammar, label: Label, kind: u16, first: u32) -> u32 {
        let code = match label {
            Label::Set(set) => u64::from(grammar.verdicts.row(set)),
            Label::Annotation(_) => u64::from(kind) | 1 << 32,
        };
        if let Some(known) = self.by_span.get(&(code, first)) {
            return *known;
        }
        let plan = grammar.plan();
        let facts = self.facts[first as usize].0;
        match label {
            Label::Set(_) => {
                grammar.verdicts.write(code as u32, &mut self.row);
                let classes = self.row.iter_mut().zip(&plan.of_classes);
                classes.for_each(|(own, class)| *own &= class);
                self.strike(grammar, &facts);
            }
            Label::Annotation(_) => {
                self.row.clear();
                self.row.resize(plan.width, 0);
                for test in &plan.of_kinds[usize::from(kind)] {
                    if allowed(grammar, *test, &facts) {
                        self.row[usize::from(test / 64)] |= 1 << (test % 64);
                    }
                }
            }
        }
        let symbol = self.rows.number(&self.row);
        self.by_span.insert((code, first), symbol);
        symbol
    }

    /// Takes out of the row at hand the tests whose other conditions do not hold.
    fn strike(&mut self, grammar: &Grammar, facts: &Facts) {
        let conditional = &grammar.plan().conditional;
        for (word, (row, conditional)) in self.row.iter_mut().zip(conditional).enumerate() {
            let mut open = *row & conditional;
            while open != 0 {
                let bit = open.trailing_zeros();
                open &= open - 1;
                if !allowed(grammar, (word * 64) as u16 + bit as u16, facts) {
                    *row &= !(1 << bit);
                }
            }
        }
    }
}

/// Whether all that is known of a token allows a test there.
fn allowed(grammar: &Grammar, test: u16, facts: &Facts) -> bool {
    let test = &grammar.tests[usize::from(test)];
    test.guard
        .is_none_or(|guard| grammar.verdicts.has(facts.row, guard))
        && facts.allow(test)
}
