//! Expressions of time and their values.

use super::Reading;
use crate::record::Date;

/// The dates of a text, in order.
#[must_use]
pub fn dates(_reading: &Reading<'_, '_>) -> Vec<Date> {
    Vec::new()
}
