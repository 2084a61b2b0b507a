//! Expressions of time and their values.

use super::Reading;
use crate::record::{Date, DateType, Warning};
use crate::resolve::dates::{Resolved, resolve, value::Value};

/// The dates of a text, in order, and what was doubtful about them.
#[must_use]
pub fn dates(reading: &Reading<'_, '_>) -> (Vec<Date>, Vec<Warning>) {
    let (resolved, warnings) = resolve(reading);
    let dates = resolved.iter().map(|r| date(reading, r)).collect();
    (dates, warnings)
}

fn date(reading: &Reading<'_, '_>, resolved: &Resolved<'_, '_>) -> Date {
    let annotation = resolved.expression.annotation;
    let (start, end, text) = reading.span(annotation.start, annotation.end);
    let value = resolved.value.as_ref();
    let (from, to) = value.and_then(Value::cover).unzip();
    Date {
        start,
        end,
        text: text.to_owned(),
        kind: kind(resolved),
        value: value.map(Value::timex),
        from,
        to,
        rule: annotation.rule.to_owned(),
    }
}

/// Parts of days are times, whatever the rule that found them.
fn kind(resolved: &Resolved<'_, '_>) -> DateType {
    match resolved.expression.text("type") {
        Some("duration") => DateType::Duration,
        Some("set") => DateType::Set,
        Some("time") => DateType::Time,
        _ => match &resolved.value {
            Some(Value::Part(..) | Value::Instant(..) | Value::Hour(..) | Value::DayPart(_)) => {
                DateType::Time
            }
            Some(Value::Plain(text)) if text.starts_with('P') && !text.ends_with("_REF") => {
                DateType::Duration
            }
            _ => DateType::Date,
        },
    }
}
