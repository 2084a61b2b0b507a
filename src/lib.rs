//! Reads French press releases (communiqués) and writes down who was there,
//! in what capacity, on which day, where, and what was signed.

pub mod cli;
pub mod evaluate;
pub mod extract;
pub mod grammar;
pub mod ingest;
pub mod layout;
pub mod lexicon;
pub mod output;
pub mod pdf;
pub mod pipeline;
pub mod record;
pub mod resolve;
#[cfg(feature = "search")]
pub mod search;
pub mod segment;
