//! People and their functions.

use super::Reading;
use crate::record::{Person, RoleMention};

/// The people of a text in the order of their first mention, and every mention of a function.
#[must_use]
pub fn people(_reading: &Reading<'_, '_>) -> (Vec<Person>, Vec<RoleMention>) {
    (Vec::new(), Vec::new())
}
