//! The forms of lists and rules, cut as texts are, so that both agree on what a word is.

use super::data::SegmentData;
use super::tokenize::tokenize;

/// The byte ranges of the tokens of a listed form.
#[must_use]
pub fn split_form(form: &str, data: &SegmentData) -> Vec<(usize, usize)> {
    // « oct. », « art. » keep their stop where a number follows: as they mostly stand.
    let number = if form.ends_with('.') { " 1" } else { "" };
    tokenize(&format!("{form}{number}"), data)
        .tokens
        .iter()
        .map(|t| (t.start as usize, t.end as usize))
        .filter(|(_, end)| *end <= form.len())
        .collect()
}
