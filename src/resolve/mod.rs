//! What a pattern cannot say: memory and arithmetic over what the rules found.

pub mod dates;
