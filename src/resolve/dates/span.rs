//! Durations and sets: amounts of time that lie nowhere.

use std::fmt::Write;

use super::expression::Expression;
use super::number::Amount;
use super::value::Value;
use crate::extract::Reading;

/// The TIMEX3 unit, the factor to it, and whether it is a part of a day.
fn unit(code: &str) -> Option<(char, f64, bool)> {
    Some(match code {
        "Y" => ('Y', 1.0, false),
        "M" => ('M', 1.0, false),
        "W" => ('W', 1.0, false),
        "D" => ('D', 1.0, false),
        "H" => ('M', 6.0, false),
        "Q" => ('M', 3.0, false),
        "DE" => ('Y', 10.0, false),
        "CE" => ('Y', 100.0, false),
        "ML" => ('Y', 1000.0, false),
        "TH" => ('H', 1.0, true),
        "TM" => ('M', 1.0, true),
        "TS" => ('S', 1.0, true),
        _ => return None,
    })
}

/// `P18M`, `PT48H`, `PXY`.
fn period(count: Amount, code: &str, factor: f64, half: bool) -> Option<String> {
    if code == "WE" {
        return Some(match count {
            Amount::Exact(n) => format!("P{}WE", plain(n)),
            Amount::Vague => "PXWE".to_owned(),
        });
    }
    let (mut letter, times, mut clock) = unit(code)?;
    let prefix = |clock| if clock { "PT" } else { "P" };
    let Amount::Exact(n) = count else {
        return Some(format!("{}X{letter}", prefix(clock)));
    };
    let mut n = n * times * factor;
    // « une demi-heure » is thirty minutes, « un quart d'année » three months.
    let smaller = match (letter, clock) {
        ('Y', _) => Some(('M', 12.0)),
        ('H', true) => Some(('M', 60.0)),
        _ => None,
    };
    if let (true, false, Some((unit, per))) = (n.fract() != 0.0, half, smaller)
        && (n * per).fract() == 0.0
    {
        return Some(format!("{}{}{unit}", prefix(clock), plain(n * per)));
    }
    if half {
        // « deux ans et demi » is thirty months, « une heure et demie » ninety minutes.
        let (smaller, per) = match (letter, clock) {
            ('Y', _) => ('M', 12.0),
            ('H', true) => ('M', 60.0),
            ('M', true) => ('S', 60.0),
            ('D', _) => ('H', 24.0),
            _ => (letter, 1.0),
        };
        clock |= letter == 'D';
        n = (n + 0.5) * per;
        letter = smaller;
    }
    Some(format!("{}{}{letter}", prefix(clock), plain(n)))
}

/// A number without a needless fraction.
fn plain(n: f64) -> String {
    if n.fract() == 0.0 {
        format!("{}", n as i64)
    } else {
        format!("{n}")
    }
}

fn factor(e: &Expression<'_, '_>) -> f64 {
    e.text("factor").and_then(|f| f.parse().ok()).unwrap_or(1.0)
}

/// The value of a duration.
pub(super) fn duration(reading: &Reading<'_, '_>, e: &Expression<'_, '_>) -> Option<Value> {
    let count = if e.has("count") {
        e.amount(reading, "count")?
    } else if e.has("one") {
        Amount::Exact(1.0)
    } else {
        Amount::Vague
    };
    if let (Amount::Exact(hours), true) = (count, e.has("minutes")) {
        let mut clock = format!("PT{}H", plain(hours));
        for (field, letter) in [("minutes", 'M'), ("seconds", 'S')] {
            if let Some(n) = e.number(reading, field) {
                let _ = write!(clock, "{n}{letter}");
            }
        }
        return Some(Value::Plain(clock));
    }
    period(count, e.text("unit")?, factor(e), e.has("half")).map(Value::Plain)
}

/// The value of a set: what comes again, as the period between.
pub(super) fn set(reading: &Reading<'_, '_>, e: &Expression<'_, '_>) -> Option<Value> {
    if let Some(value) = e.text("value") {
        return Some(Value::Plain(value.to_owned()));
    }
    if let Some(season) = e.text("season") {
        return Some(Value::Plain(format!("XXXX-{season}")));
    }
    if let Some(day) = e.weekday {
        let part = e.part.map_or("", super::value::DayPart::code);
        return Some(Value::Plain(format!("XXXX-WXX-{day}{part}")));
    }
    if let Some(month) = e.month {
        let day = e.day.map_or(String::new(), |day| format!("-{day:02}"));
        return Some(Value::Plain(format!("XXXX-{month:02}{day}")));
    }
    if let (Some(part), None) = (e.part, e.text("unit")) {
        return Some(Value::Plain(format!("XXXX-XX-XX{}", part.code())));
    }
    let count = if e.has("count") {
        e.amount(reading, "count")?
    } else {
        Amount::Exact(1.0)
    };
    period(count, e.text("unit")?, factor(e), false).map(Value::Plain)
}

#[cfg(test)]
mod tests {
    use super::{Amount, period};

    #[test]
    fn periods_are_written_as_timex() {
        let exact = |n, code, factor, half| period(Amount::Exact(n), code, factor, half).unwrap();
        assert_eq!(exact(18.0, "M", 1.0, false), "P18M");
        assert_eq!(exact(48.0, "TH", 1.0, false), "PT48H");
        assert_eq!(exact(1.0, "TM", 30.0, false), "PT30M");
        assert_eq!(exact(2.0, "Y", 1.0, true), "P30M");
        assert_eq!(exact(1.0, "TH", 1.0, true), "PT90M");
        assert_eq!(exact(0.5, "CE", 1.0, false), "P50Y");
        assert_eq!(exact(0.5, "TH", 1.0, false), "PT30M");
        assert_eq!(exact(1.5, "Y", 1.0, false), "P18M");
        assert_eq!(period(Amount::Vague, "Y", 1.0, false).unwrap(), "PXY");
    }
}
