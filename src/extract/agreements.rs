//! Agreements: what was signed, by whom, when, about what.

use super::Reading;
use crate::record::{Agreement, Record};

/// The agreements of a text. `record` holds what was found before: people,
/// places, organisations and dates.
#[must_use]
pub fn agreements(_reading: &Reading<'_, '_>, _record: &Record) -> Vec<Agreement> {
    Vec::new()
}
