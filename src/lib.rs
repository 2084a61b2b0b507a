//! Reads French press releases (communiqués) and writes down who was there,
//! in what capacity, on which day, where, and what was signed.

pub mod grammar;
pub mod layout;
pub mod lexicon;
pub mod segment;
