//! The rule language: patterns over tokens, word classes and earlier
//! annotations, applied in ordered phases.
//!
//! A rule file is read by [`parse`] into the tree of [`ast`] and compiled by
//! [`compile`] to small programs. [`run`] runs them, phase after phase, over a
//! [`Lattice`]: the tokens of a text with everything known about them so far.
//! For speed a phase goes three ways into a text, each narrower than the one
//! before. What tests say of tokens is worked out once a kind of token
//! ([`symbol`], and [`alphabet`] for one phase); one [`automaton`] over all
//! rules tells which of them may match from a token on; those are run alone,
//! each as a [`net`] of its tests ([`matcher`]), unless they would lose to
//! others anyway ([`select`]). The engine knows no French and no kind of entity;
//! `docs/rules.md` describes the language.
//!
//! Matching is bounded backtracking that visits each pair of positions in net
//! and text at most once from each start, and a match covers at most
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
mod narrow;
mod net;
mod parse;
mod plan;
mod program;
mod rows;
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
