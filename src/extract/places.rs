//! Places: mentions gathered into entries with kind, country and coordinates.

use super::Reading;
use crate::record::Place;

/// The places of a text, in the order of their first mention.
#[must_use]
pub fn places(_reading: &Reading<'_, '_>) -> Vec<Place> {
    Vec::new()
}
