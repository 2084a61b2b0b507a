//! The head of the record: who speaks.

use super::Reading;
use crate::record::Record;

/// Who speaks, in ordinary capitals: a body that the letterhead, a source line
/// or the prose names. `record` holds what was found before.
#[must_use]
pub fn issuer(_reading: &Reading<'_, '_>, _record: &Record) -> Option<String> {
    None
}
