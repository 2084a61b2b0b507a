//! Tokens and sentences of French text.
//!
//! [`token`] defines the unit that every later room works on.

pub mod token;

pub use token::{Flags, Shape, Token};
