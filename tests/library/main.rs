//! The library as programs use it. One program for all of it: linking one for
//! each subject took longer than running them.

mod agreements;
mod dates;
mod dice;
mod findings;
mod grammar;
mod names;
mod pdf;
mod rules;
mod sentences;
mod tokens;
