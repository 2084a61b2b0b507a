//! The library as programs use it. One program for all of it: linking one for
//! each subject took longer than running them.

mod agreements;
mod dates;
mod findings;
mod grammar;
mod names;
mod pdf;
mod rules;
mod sentences;
mod tokens;
