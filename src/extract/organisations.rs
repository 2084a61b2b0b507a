//! Organisations: mentions gathered into entries, acronyms tied to their names.

use super::Reading;
use crate::record::Organisation;

/// The organisations of a text, in the order of their first mention.
#[must_use]
pub fn organisations(_reading: &Reading<'_, '_>) -> Vec<Organisation> {
    Vec::new()
}
