//! Values of expressions of time: TIMEX3 notation and the days they cover.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// A part of the day, as TIMEX3 writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// `TMO`.
    Morning,
    /// `TAF`.
    Afternoon,
    /// `TEV`.
    Evening,
    /// `TNI`, from the evening of its day to the morning after.
    Night,
}

impl DayPart {
    /// Reads `TMO`, `TAF`, `TEV`, `TNI`.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "TMO" => DayPart::Morning,
            "TAF" => DayPart::Afternoon,
            "TEV" => DayPart::Evening,
            "TNI" => DayPart::Night,
            _ => return None,
        })
    }

    /// The code that TIMEX3 gives it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            DayPart::Morning => "TMO",
            DayPart::Afternoon => "TAF",
            DayPart::Evening => "TEV",
            DayPart::Night => "TNI",
        }
    }
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December of its year to February of the next.
    Winter,
}

impl Season {
    /// Reads `SP`, `SU`, `FA`, `WI`.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            "WI" => Season::Winter,
            _ => return None,
        })
    }

    const fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    const fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// What an expression of time stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A day.
    Day(Date),
    /// A part of a day.
    Part(Date, DayPart),
    /// An hour of a day; 24 is the midnight that ends it.
    Instant(Date, i8, i8),
    /// The week of this Monday.
    Week(Date),
    /// The week-end of the week of this Monday.
    Weekend(Date),
    /// A month.
    Month(i16, i8),
    /// A quarter, 1 to 4.
    Quarter(i16, i8),
    /// A half, 1 or 2.
    Half(i16, i8),
    /// A season; the year is that of its first day.
    Season(i16, Season),
    /// A year.
    Year(i16),
    /// A decade: the year without its last digit.
    Decade(i16),
    /// A century: the year without its last two digits.
    Century(i16),
    /// An hour of no known day.
    Hour(i8, i8),
    /// A part of no known day.
    DayPart(DayPart),
    /// A TIMEX3 value that covers no days: a duration, a set, a vague reference.
    Plain(String),
}

impl Value {
    /// The TIMEX3 value.
    #[must_use]
    pub fn timex(&self) -> String {
        match self {
            Value::Day(day) => day.to_string(),
            Value::Part(day, part) => format!("{day}{}", part.code()),
            Value::Instant(day, hour, minute) => format!("{day}T{hour:02}:{minute:02}"),
            Value::Week(monday) => week_name(*monday),
            Value::Weekend(monday) => format!("{}-WE", week_name(*monday)),
            Value::Month(year, month) => format!("{year:04}-{month:02}"),
            Value::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Value::Half(year, half) => format!("{year:04}-H{half}"),
            Value::Season(year, season) => format!("{year:04}-{}", season.code()),
            Value::Year(year) => format!("{year:04}"),
            Value::Decade(decade) => format!("{decade:03}"),
            Value::Century(century) => format!("{century:02}"),
            Value::Hour(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Value::DayPart(part) => part.code().to_owned(),
            Value::Plain(text) => text.clone(),
        }
    }

    /// The first and the last day that it covers.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        let months = |year: i16, first: i8, count: i64| {
            let from = Date::new(year, first, 1).ok()?;
            Some((from, plus(plus(from, count.months())?, (-1).days())?))
        };
        match *self {
            Value::Day(day) => Some((day, day)),
            Value::Part(day, DayPart::Night) => Some((day, plus(day, 1.day())?)),
            Value::Part(day, _) => Some((day, day)),
            Value::Instant(day, hour, _) => {
                let day = if hour == 24 { plus(day, 1.day())? } else { day };
                Some((day, day))
            }
            Value::Week(monday) => Some((monday, plus(monday, 6.days())?)),
            Value::Weekend(monday) => Some((plus(monday, 5.days())?, plus(monday, 6.days())?)),
            Value::Month(year, month) => months(year, month, 1),
            Value::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Value::Half(year, half) => months(year, half * 6 - 5, 6),
            Value::Season(year, season) => months(year, season.first_month(), 3),
            Value::Year(year) => months(year, 1, 12),
            Value::Decade(decade) => Some((
                Date::new(decade.checked_mul(10)?, 1, 1).ok()?,
                Date::new(decade.checked_mul(10)?.checked_add(9)?, 12, 31).ok()?,
            )),
            Value::Century(century) => Some((
                Date::new(century.checked_mul(100)?, 1, 1).ok()?,
                Date::new(century.checked_mul(100)?.checked_add(99)?, 12, 31).ok()?,
            )),
            Value::Hour(..) | Value::DayPart(_) | Value::Plain(_) => None,
        }
    }

    /// The first and the last ISO day, or instant for parts of a day, that it covers.
    #[must_use]
    pub fn cover(&self) -> Option<(String, String)> {
        let (from, to) = self.days()?;
        Some(match *self {
            Value::Instant(_, hour, minute) => {
                let at = format!("{from}T{:02}:{minute:02}", hour % 24);
                (at.clone(), at)
            }
            Value::Part(_, part) => {
                let (start, end) = match part {
                    DayPart::Morning => ("00:00", "12:00"),
                    DayPart::Afternoon => ("12:00", "18:00"),
                    DayPart::Evening => ("18:00", "23:59"),
                    DayPart::Night => ("18:00", "06:00"),
                };
                (format!("{from}T{start}"), format!("{to}T{end}"))
            }
            _ => (from.to_string(), to.to_string()),
        })
    }

    /// The day, where it is a day or lies within one.
    #[must_use]
    pub const fn day(&self) -> Option<Date> {
        match self {
            Value::Day(day) | Value::Part(day, _) | Value::Instant(day, ..) => Some(*day),
            _ => None,
        }
    }
}

/// The ISO name of the week of a Monday.
fn week_name(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// A day moved by a span; nothing where the calendar ends.
#[must_use]
pub fn plus(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: Date) -> Option<Date> {
    plus(
        day,
        (-i64::from(day.weekday().to_monday_zero_offset())).days(),
    )
}

/// The weekday of a number, 1 for Monday.
#[must_use]
pub fn weekday(number: u32) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()
}

/// The days from one to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::{DayPart, Season, Value};
    use jiff::civil::date;

    #[test]
    fn values_are_written_and_cover_days() {
        let cases = [
            (
                Value::Day(date(2026, 1, 23)),
                "2026-01-23",
                "2026-01-23",
                "2026-01-23",
            ),
            (
                Value::Week(date(2026, 1, 26)),
                "2026-W05",
                "2026-01-26",
                "2026-02-01",
            ),
            (
                Value::Weekend(date(2022, 5, 30)),
                "2022-W22-WE",
                "2022-06-04",
                "2022-06-05",
            ),
            (Value::Month(2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
            (Value::Half(2025, 2), "2025-H2", "2025-07-01", "2025-12-31"),
            (
                Value::Season(2023, Season::Winter),
                "2023-WI",
                "2023-12-01",
                "2024-02-29",
            ),
            (Value::Decade(202), "202", "2020-01-01", "2029-12-31"),
            (Value::Century(19), "19", "1900-01-01", "1999-12-31"),
            (
                Value::Instant(date(2026, 1, 23), 24, 0),
                "2026-01-23T24:00",
                "2026-01-24T00:00",
                "2026-01-24T00:00",
            ),
            (
                Value::Part(date(2026, 1, 23), DayPart::Night),
                "2026-01-23TNI",
                "2026-01-23T18:00",
                "2026-01-24T06:00",
            ),
        ];
        for (value, timex, from, to) in cases {
            assert_eq!(value.timex(), timex);
            assert_eq!(
                value.cover(),
                Some((from.to_owned(), to.to_owned())),
                "{timex}"
            );
        }
        assert_eq!(Value::Hour(9, 30).timex(), "T09:30");
    }
}
