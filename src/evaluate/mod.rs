//! Scores of records against annotated communiqués.
//!
//! A [`Fixture`] is a communiqué with its annotations (see
//! `fixtures/README.md`); [`score`] compares what the engine says about its text
//! with them. Spans are paired one to one, exactly (strict) or wherever they
//! meet (overlap), in the manner of SemEval-2013 task 9; dates also by their
//! TIMEX3 value; people, their roles and the slots of agreements as facts of the
//! document. An annotation marked `opt` counts neither for nor against.
//! Annotations made in brat or doccano are fixtures too. [`changes`] tells the
//! sentences in which two runs differ.

mod brat;
mod coverage;
mod diff;
mod fixture;
mod report;
mod score;
mod tally;

pub use coverage::{Use, coverage};
pub use diff::{Change, changes};
pub use fixture::{Fixture, FixtureError, Mark};
pub use report::{Baseline, Report};
pub use score::{Difference, score};
pub use tally::Tally;
