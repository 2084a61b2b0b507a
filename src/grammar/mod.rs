//! The rule language: patterns over tokens, word classes and earlier
//! annotations, applied in ordered phases.
//!
//! A rule file is read by [`parse`] into the tree of [`ast`], compiled by
//! [`compile`] to small programs, and run by [`run`] over a [`Lattice`]: the
//! tokens of a text with everything known about them so far. The engine knows
//! no French and no kind of entity; `docs/rules.md` describes the language.
//!
//! Matching is bounded backtracking that visits each pair of instruction and
//! position at most once from each start, and a match covers at most
//! [`MAX_TOKENS`] tokens: time is linear in the text whatever the rules.

mod alphabet;
pub mod ast;
mod automaton;
mod check;
mod compile;
mod error;
mod image;
mod lattice;
mod matcher;
mod memo;
mod net;
mod parse;
mod plan;
mod program;
mod run;
mod select;
mod source;
mod symbol;
mod verdict;

pub use check::Failure;
pub use compile::{Grammar, Phase, Rule};
pub use error::{RuleError, RuleErrors};
pub use lattice::{Annotation, LABELS, Lattice, Unit, Value};
pub use run::{Event, Outcome};
pub use source::RuleSources;

/// How many tokens a match covers at most, context included.
pub const MAX_TOKENS: usize = 256;
