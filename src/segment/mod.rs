//! Tokens and sentences of French text.
//!
//! [`token`] defines the unit that every later room works on, [`tokenize`]
//! makes it, out of the lists of [`SegmentData`].

mod address;
mod chars;
mod data;
mod form;
mod forms;
mod language;
mod number;
mod sentence;
pub mod token;
mod tokenize;

pub use chars::is_blank;
pub use data::{Abbreviation, Elision, List, Opener, SegmentData, Suffix};
pub use form::split_form;
pub use forms::Forms;
pub use language::language;
pub use sentence::{Prose, split};
pub use token::{Flags, Shape, Token};
pub use tokenize::{Tokens, tokenize};
