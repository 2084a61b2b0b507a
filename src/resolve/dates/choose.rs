//! Choosing between the dates that an incomplete one could be.

use super::tense::{Side, Tense};
use super::value::{Value, days_between};
use jiff::civil::Date;

/// How much farther the wrong side of the anchor counts, if a finite verb says so.
const STRONG: i64 = 12;
/// The same if only a participle or a preposition says so.
const WEAK: i64 = 3;

/// Days from the anchor to the nearest day of a value: negative before, zero inside.
fn distance(anchor: Date, value: &Value) -> Option<i64> {
    let (from, to) = value.days()?;
    Some(if to < anchor {
        i64::from(-days_between(to, anchor))
    } else if from > anchor {
        i64::from(days_between(anchor, from))
    } else {
        0
    })
}

/// The candidate nearest to the anchor, the side that the tense speaks against counting as farther.
#[must_use]
pub fn nearest(
    anchor: Date,
    tense: Option<Tense>,
    candidates: impl IntoIterator<Item = Value>,
) -> Option<Value> {
    let cost = |value: &Value| {
        let days = distance(anchor, value)?;
        let against = tense.is_some_and(|t| match t.side {
            Side::Past => days > 0,
            Side::Future => days < 0,
        });
        let factor = match (against, tense) {
            (true, Some(tense)) if tense.strong => STRONG,
            (true, _) => WEAK,
            _ => 1,
        };
        Some(days.abs() * factor)
    };
    candidates
        .into_iter()
        .filter_map(|v| Some((cost(&v)?, v)))
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, v)| v)
}

/// How much farther a day of the year before counts in a story, which goes forward.
const BACK: i64 = 4;

/// The candidate that a story goes on with: of the same year or soon after.
#[must_use]
pub fn in_story(last: Date, candidates: impl IntoIterator<Item = Value>) -> Option<Value> {
    let cost = |value: &Value| {
        let days = distance(last, value)?;
        let year = value.days()?.0.year();
        Some(days.abs() * if year < last.year() { BACK } else { 1 })
    };
    candidates
        .into_iter()
        .filter_map(|v| Some((cost(&v)?, v)))
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, v)| v)
}

/// The last candidate before the anchor (-1), the first after it (1), or the one around or nearest to it (0).
#[must_use]
pub fn beside(
    anchor: Date,
    shift: i32,
    candidates: impl IntoIterator<Item = Value>,
) -> Option<Value> {
    candidates
        .into_iter()
        .filter_map(|v| Some((distance(anchor, &v)?, v)))
        .filter(|(days, _)| match shift {
            0 => true,
            s if s < 0 => *days < 0,
            _ => *days > 0,
        })
        .min_by_key(|(days, _)| days.abs())
        .map(|(_, v)| v)
}
