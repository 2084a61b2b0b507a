//! An expression of time as the rules found it: its parts as numbers.

use super::number::{self, Amount};
use super::value::DayPart;
use crate::extract::Reading;
use crate::grammar::{Annotation, Value as Field};

/// What a rule of `rules/dates` found, its fields read as numbers.
#[derive(Clone)]
pub struct Expression<'r, 'g> {
    /// The annotation.
    pub annotation: &'r Annotation<'g>,
    /// Index of its unit.
    pub unit: usize,
    /// How its value is computed.
    pub form: &'g str,
    /// Weekday, 1 for Monday.
    pub weekday: Option<u32>,
    /// Day of the month.
    pub day: Option<u32>,
    /// Month, 1 to 12.
    pub month: Option<u32>,
    /// Year.
    pub year: Option<i16>,
    /// Before (-1), at (0) or after (1) what it is counted from.
    pub shift: Option<i32>,
    /// Counted from the last date of the text, not from the text's own day.
    pub from_text: bool,
    /// Part of the day.
    pub part: Option<DayPart>,
    /// It is read with this earlier expression, which it does not precede.
    pub after: Option<usize>,
    /// It is the second of two that go together.
    pub second: bool,
    /// It is where a time that lasts begins or ends (« depuis le 6 octobre »).
    pub edge: bool,
}

impl<'r, 'g> Expression<'r, 'g> {
    /// Reads the fields of an annotation.
    pub fn new(reading: &Reading<'_, 'g>, annotation: &'r Annotation<'g>) -> Self {
        let mut expression = Expression {
            annotation,
            unit: reading.unit_of(annotation.start),
            form: annotation.text("form").unwrap_or_default(),
            weekday: None,
            day: None,
            month: None,
            year: None,
            shift: annotation.text("shift").and_then(|s| s.parse().ok()),
            from_text: annotation.text("base") == Some("text"),
            part: annotation.text("part").and_then(DayPart::of_code),
            after: None,
            second: false,
            edge: false,
        };
        expression.weekday = expression.number(reading, "weekday");
        expression.day = expression.number(reading, "day");
        expression.month = expression.number(reading, "month");
        if expression.month.is_none()
            && let Some(month) = expression.number(reading, "last-month")
        {
            // « la nuit du 31 au 1er mai » began in the month before.
            let earlier = expression.day > expression.number(reading, "last-day");
            expression.month = Some(match (earlier, month) {
                (true, 1) => 12,
                (true, m) => m - 1,
                (false, m) => m,
            });
        }
        expression.year = expression.number(reading, "year").map(|year| {
            match expression.annotation.span("year") {
                Some((start, end))
                    if year < 100 && reading.lattice.bytes(start, end).len() == 2 =>
                {
                    full_year(year, reading.anchor.map(jiff::civil::Date::year))
                }
                _ => year as i16,
            }
        });
        expression
    }

    /// A field as a whole number.
    pub fn number(&self, reading: &Reading<'_, 'g>, field: &str) -> Option<u32> {
        match self.annotation.get(field)? {
            Field::Text(text) => text.parse().ok(),
            Field::Span(start, end) => {
                number::whole(&reading.grammar.lexicon, &reading.lattice, (start, end))
            }
        }
    }

    /// A field as an amount.
    pub fn amount(&self, reading: &Reading<'_, 'g>, field: &str) -> Option<Amount> {
        let span = self.annotation.span(field)?;
        number::amount(&reading.grammar.lexicon, &reading.lattice, span)
    }

    /// A constant or feature.
    pub fn text(&self, field: &str) -> Option<&'g str> {
        self.annotation.text(field)
    }

    /// Whether a field is there.
    pub fn has(&self, field: &str) -> bool {
        self.annotation.get(field).is_some()
    }
}

/// The year that two digits stand for: not more than twenty years ahead.
fn full_year(short: u32, anchor: Option<i16>) -> i16 {
    let latest = anchor.unwrap_or(2030) + 20;
    let century = latest - latest.rem_euclid(100);
    let year = century + short as i16;
    if year > latest { year - 100 } else { year }
}

#[cfg(test)]
mod tests {
    use super::full_year;

    #[test]
    fn two_digits_are_near() {
        assert_eq!(full_year(15, Some(2016)), 2015);
        assert_eq!(full_year(97, Some(1999)), 1997);
        assert_eq!(full_year(2, Some(1999)), 2002);
        assert_eq!(full_year(68, Some(2024)), 1968);
    }
}
