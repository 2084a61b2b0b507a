//! Compiled patterns: small programs for the matcher.

use super::ast::Anchor;
use crate::lexicon::{Class, WordRef};

/// One instruction.
#[derive(Clone, Copy, Debug)]
pub enum Inst {
    /// Move over what the test of this number accepts.
    Test(u16),
    /// Go on at the first; later try the second.
    Split(u16, u16),
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
#[derive(Clone, Debug)]
pub enum Step {
    /// One token.
    Token,
    /// A word or phrase of a class.
    Class(Class),
    /// An annotation of a kind whose fields have one of these values.
    Annotation(u16, Vec<(String, Vec<String>)>),
}

/// A condition on one token.
#[derive(Clone, Debug)]
pub enum Condition {
    Word(WordRef),
    Exact(WordRef, Box<str>),
    Shape(u16),
    Flag(u16),
    Number(u32, u32, Option<u32>),
    Class(Class),
    /// Covered by an annotation of one of these kinds (bits).
    Inside(u64),
    Any,
}

/// A step with its conditions.
#[derive(Clone, Debug)]
pub struct Test {
    pub step: Step,
    pub glued: bool,
    pub conditions: Vec<(bool, Condition)>,
}

/// A compiled pattern.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub insts: Vec<Inst>,
    pub tests: Vec<Test>,
    /// Names of the captures; capture `i` has slots `2i` and `2i + 1`.
    pub captures: Vec<String>,
}
