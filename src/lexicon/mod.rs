//! The word lists of `rules/lexicons/` in compact form, and the one pass that
//! looks a text's tokens up in them.
//!
//! A lexicon is a class of words that rules name in braces (`{given-name}`);
//! an entry may have several words and carry features (gender, ISO code…).
//! The lexicon does not know what rules do with its classes.

mod builder;
pub mod class;
pub mod file;
pub mod fold;
mod lookup;
pub mod pack;
mod phrases;
mod vocabulary;

pub use builder::{Builder, ClassQuery, NoClass};
pub use class::{Class, ClassSet};
pub use file::LexiconFile;
pub use lookup::{EntryRef, Hits, Lexicon, SetId, Starter, WordRef};
