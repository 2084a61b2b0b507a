//! Days that a rule gives for each year: fixed and movable feasts, the K-th weekday of a month.

use super::value::{plus, weekday};
use jiff::ToSpan;
use jiff::civil::Date;

/// Easter Sunday of the Gregorian calendar.
fn easter(year: i16) -> Option<Date> {
    // The « anonymous Gregorian algorithm » (Meeus, Jones, Butcher).
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// The `nth` weekday (1 = Monday) of a month; counted from the end where negative.
#[must_use]
pub fn nth_weekday(year: i16, month: i8, day: u32, nth: i32) -> Option<Date> {
    Date::new(year, month, 1)
        .ok()?
        .nth_weekday_of_month(i8::try_from(nth).ok()?, weekday(day)?)
        .ok()
}

/// The day that a rule of the lexicon of feasts names in a year: `MM-DD`,
/// `easter±N`, or `MM-wDnK`, the K-th weekday D of the month.
#[must_use]
pub fn feast(rule: &str, year: i16) -> Option<Date> {
    if let Some(offset) = rule.strip_prefix("easter") {
        return plus(easter(year)?, offset.parse::<i64>().ok()?.days());
    }
    let (month, day) = rule.split_once('-')?;
    let month = month.parse().ok()?;
    match day.strip_prefix('w') {
        None => Date::new(year, month, day.parse().ok()?).ok(),
        Some(nth) => {
            let (day, nth) = nth.split_once('n')?;
            nth_weekday(year, month, day.parse().ok()?, nth.parse().ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::feast;
    use jiff::civil::date;

    #[test]
    fn feasts_fall_on_their_days() {
        for (rule, year, day) in [
            ("12-25", 2025, date(2025, 12, 25)),
            ("easter+0", 2024, date(2024, 3, 31)),
            ("easter+0", 2000, date(2000, 4, 23)),
            ("easter+0", 1961, date(1961, 4, 2)),
            ("easter+49", 2022, date(2022, 6, 5)),
            ("easter-2", 2026, date(2026, 4, 3)),
            ("11-w4n4", 2024, date(2024, 11, 28)),
            ("05-w7n-1", 2025, date(2025, 5, 25)),
        ] {
            assert_eq!(feast(rule, year), Some(day), "{rule} {year}");
        }
        assert_eq!(feast("easter", 2024), None);
        assert_eq!(feast("02-30", 2024), None);
    }
}
