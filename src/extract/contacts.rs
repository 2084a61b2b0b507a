//! Ways to reach somebody: telephone, e-mail, web and postal addresses.

use super::Reading;
use crate::record::Contact;

/// The contacts of a text, in order.
#[must_use]
pub fn contacts(_reading: &Reading<'_, '_>) -> Vec<Contact> {
    Vec::new()
}
