//! Values of the expressions of time that the rules found.
//!
//! A rule names the parts of an expression (day, month, weekday, unit, count…)
//! and how its value is computed (`form`); here the parts become TIMEX3 values:
//! civil arithmetic from the text's own day (the anchor), from the dates already
//! read, and from the tense around. What the text does not settle gets no value;
//! no clock is read.

pub mod choose;
pub mod expression;
pub mod feast;
mod home;
mod link;
pub mod number;
mod span;
pub mod tense;
pub mod value;

use crate::extract::Reading;
use crate::grammar::Annotation;
use crate::record::{Warning, WarningCode};
use choose::{beside, in_story, nearest};
use expression::Expression;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use tense::{Side, Tense};
use value::{DayPart, Season, Value, monday, plus, weekday};

/// An expression with its value.
pub struct Resolved<'r, 'g> {
    /// What the rule found.
    pub expression: Expression<'r, 'g>,
    /// Its value, where the text settles it.
    pub value: Option<Value>,
}

/// The values of a text's expressions, in order, and what was doubtful.
#[must_use]
pub fn resolve<'r, 'g>(reading: &'r Reading<'_, 'g>) -> (Vec<Resolved<'r, 'g>>, Vec<Warning>) {
    let mut expressions: Vec<Expression<'r, 'g>> = reading
        .lattice
        .of_kind("date")
        .into_iter()
        .map(|annotation| Expression::new(reading, annotation))
        .collect();
    link::complete(reading, &mut expressions);
    let mut resolver = Resolver {
        reading,
        all: &expressions,
        anchor: reading.anchor,
        values: Vec::with_capacity(expressions.len()),
        last_day: None,
        warnings: Vec::new(),
        unanchored: false,
    };
    for (at, expression) in expressions.iter().enumerate() {
        if reading.is_late() {
            break;
        }
        let value = resolver.value(at);
        resolver.note(expression, value);
    }
    if resolver.unanchored {
        resolver.warnings.push(Warning::new(
            WarningCode::NoDateline,
            "relative dates have no value: the document has no date of its own",
        ));
    }
    let Resolver {
        values, warnings, ..
    } = resolver;
    let resolved = expressions
        .into_iter()
        .zip(values)
        .map(|(expression, value)| Resolved { expression, value })
        .collect();
    (resolved, warnings)
}

/// How many tokens after a year or month a date may still belong to its story.
const STORY: u32 = 8;
/// The same after a whole date: « née le 3 mars 1925 à Lyon, elle est morte le 12 juin » are two stories.
const STORY_OF_DAY: u32 = 5;
/// How many days from the anchor « le samedi 11 » is that of the anchor's own time.
const AT_HAND: i64 = 10;
/// How many days from the anchor the day may lie that « la veille » is counted from, in another sentence.
const AROUND: i32 = 100;
/// What is being told happened no more days from the text's own day.
const NEAR: i32 = 31;
/// « Le même jour » goes back no farther than so many expressions.
const RECENT: usize = 20;
/// How many days an item of a list of dates may lie after the one before.
const MONTHS: i32 = 270;
/// How many sentences further an hour belongs to the day last spoken of.
const SENTENCES: usize = 4;

/// The state of a walk through a text's expressions.
struct Resolver<'a, 'r, 't, 'g> {
    reading: &'r Reading<'t, 'g>,
    /// All expressions; those before the one under way have their values.
    all: &'a [Expression<'r, 'g>],
    anchor: Option<Date>,
    /// Values so far.
    values: Vec<Option<Value>>,
    /// The last day spoken of, and its unit.
    last_day: Option<(Date, usize)>,
    warnings: Vec<Warning>,
    /// Something was relative and there was nothing to count from.
    unanchored: bool,
}

impl<'r, 'g> Resolver<'_, 'r, '_, 'g> {
    fn note(&mut self, expression: &Expression<'r, 'g>, value: Option<Value>) {
        if let Some(day) = value.as_ref().and_then(Value::day) {
            self.last_day = Some((day, expression.unit));
        }
        self.values.push(value);
    }

    /// The expressions so far and their values, the last first.
    fn so_far(&self) -> impl Iterator<Item = (&Expression<'r, 'g>, &Option<Value>)> {
        let valued = &self.all[..self.values.len()];
        valued.iter().zip(&self.values).rev()
    }

    /// Whether an expression stands in a list.
    fn is_listed(&self, e: &Expression<'r, 'g>) -> bool {
        self.reading.units[e.unit].label == "list"
    }

    fn value(&mut self, at: usize) -> Option<Value> {
        let e = &self.all[at];
        match e.form {
            "calendar" => self.calendar(e),
            "weekday" => self.weekday(e),
            "adverb" => self.adverb(e.text("shift")?),
            "offset" => self.beside_full_date(at).or_else(|| self.offset(e)),
            "unit" => self.unit(e),
            "ago" => self.ago(e),
            "period" => self.period(e),
            "season" => self.season(e),
            "feast" => self.feast(e),
            "nth" => self.nth(e),
            "year" => e.year.map(Value::Year),
            "decade" => decade(e.number(self.reading, "year")?),
            "century" => self.century(e),
            "clock" => self.clock(at),
            "part" => Some(match self.day_here(at) {
                Some(day) => Value::Part(day, e.part?),
                None => Value::DayPart(e.part?),
            }),
            "duration" => span::duration(self.reading, e),
            "set" => span::set(self.reading, e),
            _ => None,
        }
    }

    fn tense(&self, e: &Expression<'r, 'g>) -> Option<Tense> {
        let unit = self.reading.units[e.unit];
        tense::tense(
            self.reading.tense,
            &self.reading.lattice,
            unit,
            e.annotation.start,
            e.annotation.end,
        )
    }

    fn warn(&mut self, code: WarningCode, e: &Expression<'r, 'g>, why: &str) {
        let words: Vec<&str> = self
            .reading
            .lattice
            .words(e.annotation.start, e.annotation.end)
            .split_whitespace()
            .collect();
        self.warnings.push(Warning::new(
            code,
            format!("« {} »: {why}", words.join(" ")),
        ));
    }

    /// What an expression is counted from.
    fn base(&mut self, e: &Expression<'r, 'g>) -> Option<Date> {
        let last = self.last_day.map(|(day, _)| day);
        let base = if e.from_text {
            let over = self.is_over(e);
            let fits = |d: &Date| !over || self.anchor.is_none_or(|a| *d <= a);
            let near = self.last_start(e.unit).filter(fits);
            near.or_else(|| self.told(e, over)).or(last).or(self.anchor)
        } else {
            self.anchor.or(last)
        };
        self.unanchored |= base.is_none();
        base
    }

    /// The first day of the last value that covers days, in this unit or the one before.
    fn last_start(&self, unit: usize) -> Option<Date> {
        self.so_far()
            .take_while(|(e, _)| e.unit + 1 >= unit)
            .find_map(|(_, v)| Some(v.as_ref()?.days()?.0))
    }

    /// A year far from the anchor that was spoken of right before: a story of then.
    fn story(&self, e: &Expression<'r, 'g>) -> Option<Date> {
        let anchor = self.anchor?;
        let (last, value) = self.so_far().next()?;
        // « depuis 2019 » tells no story of 2019; each item of a list is its own.
        if last.edge || self.is_listed(e) && last.unit != e.unit {
            return None;
        }
        let reach = match value.as_ref()? {
            Value::Day(_) => STORY_OF_DAY,
            _ => STORY,
        };
        let near = e.annotation.start <= last.annotation.end + reach;
        // « Le partenariat, noué en 2020, a été reconduit le 15 janvier »: no story of 2020.
        let lattice = &self.reading.lattice;
        let word = |at: u32| lattice.words(at, at + 1);
        let auxiliary = |at: u32| self.reading.tense.is_auxiliary(word(at));
        let end = last.annotation.end;
        let closed = near
            && last.unit == e.unit
            && (auxiliary(end) || word(end) == "," && auxiliary(end + 1));
        if closed {
            return None;
        }
        let day = match value.as_ref()? {
            Value::Decade(_) | Value::Century(_) => return None,
            value => value.days()?.0,
        };
        (near && day.year() + 1 < anchor.year()).then_some(day)
    }

    /// « L'enquête ouverte le 11 juin 2024 après la découverte, dans la nuit du 9 au 10 juin »: a day
    /// right beside one whose year the sentence tells is of that year.
    fn beside_told(
        &self,
        e: &Expression<'r, 'g>,
        of_year: impl Fn(i16) -> Option<Value>,
    ) -> Option<Value> {
        /// Days between the two at most.
        const DAYS: i32 = 10;
        let (last, value) = self.so_far().next()?;
        let day = value.as_ref()?.day()?;
        if last.unit != e.unit || last.year.is_none() {
            return None;
        }
        let near = of_year(day.year())?;
        let apart = value::days_between(day, near.day()?).abs();
        (apart <= DAYS).then_some(near)
    }

    /// Chooses between values by shift, by what stands before in a range, or by nearness and tense.
    fn pick(
        &mut self,
        e: &Expression<'r, 'g>,
        of_year: impl Fn(i16) -> Option<Value>,
    ) -> Option<Value> {
        if let Some(year) = e.year {
            return of_year(year);
        }
        let first = e
            .after
            .and_then(|i| Some(self.values[i].as_ref()?.days()?.0));
        let base = self.base(e);
        let years = |around: Date| {
            let year = around.year();
            (year - 4..=year + 4)
                .filter_map(&of_year)
                .collect::<Vec<_>>()
        };
        if let Some(first) = first {
            let mut later = years(first);
            later.retain(|v| v.days().is_some_and(|(_, to)| to >= first));
            return later.into_iter().min_by_key(|v| v.days().map(|d| d.1));
        }
        let base = base?;
        if let Some(shift) = e.shift {
            return beside(base, shift, years(base));
        }
        if let Some(year) = self.year_above(e) {
            return of_year(year);
        }
        let tense = self.tense(e);
        if let Some(last) = self.calendar_so_far(e, tense) {
            let mut later = years(last);
            // Not a year on: that item is merely out of order.
            let ahead = |from| (0..=MONTHS).contains(&value::days_between(last, from));
            later.retain(|v| v.days().is_some_and(|(from, _)| ahead(from)));
            if let Some(next) = later.into_iter().min_by_key(|v| v.days().map(|d| d.0)) {
                return Some(next);
            }
        }
        if let Some(beside) = self.beside_told(e, &of_year) {
            return Some(beside);
        }
        if let Some(year) = self.year_to_come(e) {
            return of_year(year);
        }
        if let Some(story) = self.story(e)
            && tense.is_none_or(|t| t.side == Side::Past)
        {
            return in_story(story, years(story));
        }
        // A list without verbs is more often of what comes, but for the figures of a quarter.
        let ahead = Tense {
            side: Side::Future,
            strong: false,
        };
        let behind = Tense {
            side: Side::Past,
            ..ahead
        };
        let of_list = || if self.is_below_past(e) { behind } else { ahead };
        let plans = self.is_listed(e) && e.form != "period";
        let tense = tense.or_else(|| plans.then(of_list));
        nearest(base, tense, years(base))
    }

    /// Whether the heading of a list says that it tells of what has happened: « Faits marquants ».
    fn is_below_past(&self, e: &Expression<'r, 'g>) -> bool {
        let marks = self.reading.lattice.of_kind("date-past");
        self.above_list(e).is_some_and(|above| {
            let unit = self.reading.units[above];
            let lies_in = |m: &&Annotation<'_>| m.start >= unit.start && m.end <= unit.end;
            marks.iter().any(lies_in)
        })
    }

    /// The unit above the list in which an expression stands.
    fn above_list(&self, e: &Expression<'r, 'g>) -> Option<usize> {
        let units = &self.reading.units;
        (0..e.unit).rev().find(|u| units[*u].label != "list")
    }

    /// « Genève accueillera en 2025 : – un ensemble, de février à juin »: the year of the sentence
    /// that announces the list, where it names no other date.
    fn year_above(&self, e: &Expression<'r, 'g>) -> Option<i16> {
        if !self.is_listed(e) {
            return None;
        }
        let above = self.above_list(e)?;
        let announces = self.reading.announces(above);
        let mut told = self.so_far().filter(|(told, _)| told.unit == above);
        match (announces, told.next(), told.next()) {
            (true, Some((told, Some(Value::Year(year)))), None) if !told.edge => Some(*year),
            _ => None,
        }
    }

    /// « En 2027, la reliure, pour une mise en ligne à l'automne »: the month or season is of the
    /// year to come that the sentence told before.
    fn year_to_come(&self, e: &Expression<'r, 'g>) -> Option<i16> {
        let anchor = self.anchor?;
        let (last, value) = self.so_far().next()?;
        let Some(Value::Year(year)) = value else {
            return None;
        };
        let goes_on = last.unit == e.unit && !last.edge && e.day.is_none();
        (goes_on && *year > anchor.year()).then_some(*year)
    }

    /// In a list of dates to come each item follows the one before: where that one began.
    fn calendar_so_far(&self, e: &Expression<'r, 'g>, tense: Option<Tense>) -> Option<Date> {
        /// How many tokens of an item stand before its date at most.
        const HEAD: u32 = 12;
        let anchor = self.anchor?;
        let (last, value) = self.so_far().next()?;
        let is_item = self.is_listed(e)
            && e.annotation.start <= self.reading.units[e.unit].start + HEAD
            && tense.is_none_or(|t| t.side == Side::Future || !t.strong);
        let follows = last.unit < e.unit && last.unit + 2 >= e.unit && self.is_listed(last);
        // « d'ici à 2030 » is no item of a calendar.
        let is_year = matches!(value, Some(Value::Year(_)));
        let (from, _) = value.as_ref()?.days()?;
        (is_item && follows && !is_year && from >= anchor).then_some(from)
    }

    fn calendar(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let (Some(day), month) = (e.day, e.month) else {
            if e.weekday.is_some() {
                return self.weekday(e);
            }
            let month = i8::try_from(e.month?).ok()?;
            return self.pick(e, |year| Some(Value::Month(year, month)));
        };
        let day = i8::try_from(day).ok()?;
        let date = match month {
            None if e.has("told") => self
                .told_before(day)
                .or_else(|| self.day_of_known_month(e, day))?,
            None => self.day_of_known_month(e, day)?,
            Some(month) => {
                let month = i8::try_from(month).ok()?;
                let agrees =
                    |date: &Date| e.weekday.is_none_or(|w| weekday(w) == Some(date.weekday()));
                let of_year = |year| Date::new(year, month, day).ok();
                let impossible = match e.year {
                    Some(year) => of_year(year).is_none(),
                    // 2000 has all the days that there are.
                    None => of_year(2000).is_none(),
                };
                if impossible {
                    self.warn(WarningCode::ImpossibleDate, e, "there is no such day");
                    return None;
                }
                if let Some(year) = e.year {
                    let date = of_year(year)?;
                    if !agrees(&date) {
                        self.warn(
                            WarningCode::WeekdayMismatch,
                            e,
                            "the weekday is not that of the date",
                        );
                    }
                    date
                } else {
                    let near = self.anchor.map(jiff::civil::Date::year);
                    let known = self.pick(e, |year| {
                        let close = near.is_none_or(|n| (year - n).abs() <= 1 || day == 29);
                        of_year(year)
                            .filter(|d| e.weekday.is_none() || agrees(d) && close)
                            .map(Value::Day)
                    });
                    if known.is_none() && e.weekday.is_some() && self.anchor.is_some() {
                        self.warn(
                            WarningCode::WeekdayMismatch,
                            e,
                            "the weekday is that of no year near the document's",
                        );
                    }
                    known?.day()?
                }
            }
        };
        Some(match (e.part, e.text("grain")) {
            (Some(part), _) => Value::Part(date, part),
            (None, Some("W")) => Value::Week(monday(date)?),
            (None, _) => Value::Day(date),
        })
    }

    /// « la grève débutera le 14 »: the day of that number of which the text has spoken, where it is
    /// one to come.
    fn told_before(&self, day: i8) -> Option<Date> {
        let days = self.so_far().filter_map(|(_, value)| value.as_ref()?.day());
        let ahead = |date: &Date| self.anchor.is_none_or(|anchor| *date >= anchor);
        days.filter(ahead).find(|date| date.day() == day)
    }

    /// The day of this number and weekday within some days of the text's own.
    fn at_hand(&self, day: i8, number: u32) -> Option<Date> {
        let anchor = self.anchor?;
        let mut days = (-AT_HAND..=AT_HAND).filter_map(|shift| plus(anchor, shift.days()));
        days.find(|date| date.day() == day && weekday(number) == Some(date.weekday()))
    }

    /// « le lundi 5 », « le 22 » : the month is that of what was spoken of last, or one beside it.
    fn day_of_known_month(&mut self, e: &Expression<'r, 'g>, day: i8) -> Option<Date> {
        let first = e.after.and_then(|i| self.values[i].as_ref()?.day());
        let last = self.so_far().find_map(|(e, v)| {
            let day = match v.as_ref()? {
                Value::Month(year, month) => Date::new(*year, *month, 1).ok()?,
                v => v.day()?,
            };
            Some((day, e.unit))
        });
        // With a weekday, it may as well be near the text's own day.
        let goes_on = |(day, unit): &(Date, usize)| {
            let far = |a| value::days_between(a, *day).abs() > AROUND;
            e.weekday.is_none()
                || *unit == e.unit
                || self
                    .anchor
                    .is_none_or(|anchor| far(anchor) != self.is_listed(e))
        };
        let in_sentence = last.is_some_and(|(_, unit)| unit == e.unit);
        let last = last.filter(goes_on).map(|(day, _)| day);
        let around = first.or(last).or(self.anchor);
        self.unanchored |= around.is_none();
        let around = around?;
        let start = around.first_of_month();
        let months = (-2..=3).filter_map(|m: i64| {
            let month = plus(start, m.months())?;
            Date::new(month.year(), month.month(), day).ok()
        });
        if let Some(number) = e.weekday {
            let spoken = self.values.iter().rev().filter_map(|v| v.as_ref()?.day());
            let again = |d: &Date| d.day() == day && weekday(number) == Some(d.weekday());
            if let Some(day) = spoken.clone().find(again) {
                return Some(day);
            }
            // « les a reçus le samedi 11 », three days ago: hardly another Saturday the 11th.
            if first.is_none()
                && !in_sentence
                && let Some(date) = self.at_hand(day, number)
            {
                return Some(date);
            }
            let agreeing = months.filter(|d| weekday(number) == Some(d.weekday()));
            let found = nearest(around, None, agreeing.map(Value::Day));
            if found.is_none() {
                self.warn(
                    WarningCode::WeekdayMismatch,
                    e,
                    "the weekday is that of no month near",
                );
            }
            return found?.day();
        }
        if let Some(first) = first {
            return months.filter(|d| *d >= first).min();
        }
        Date::new(around.year(), around.month(), day).ok()
    }

    fn weekday(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let number = e.weekday?;
        let base = self.base(e)?;
        let of_week = |week: Date| plus(monday(week)?, (i64::from(number) - 1).days());
        let days = |around: Date| {
            (-2..=2).filter_map(move |w: i64| plus(of_week(around)?, (w * 7).days()))
        };
        let values = |around: Date| days(around).map(Value::Day);
        let first = e.after.and_then(|i| self.values[i].as_ref()?.day());
        let day = if e.has("eighth") || e.has("fifteenth") {
            let next = beside(base, 1, values(base))?.day()?;
            plus(next, if e.has("eighth") { 7.days() } else { 14.days() })?
        } else if e.has("last-week") {
            of_week(plus(base, (-7).days())?)?
        } else if e.has("next-week") {
            of_week(plus(base, 7.days())?)?
        } else if let Some(shift) = e.shift {
            beside(base, shift, values(base))?.day()?
        } else if let Some(first) = first {
            days(first).filter(|d| *d > first).min()?
        } else if e.has("this") {
            nearest(base, None, values(base))?.day()?
        } else {
            let until = e.has("until").then_some(Tense {
                side: Side::Future,
                strong: false,
            });
            let tense = self.tense(e).or(until);
            let strong = tense.is_some_and(|t| t.strong);
            let listed = self
                .calendar_so_far(e, tense)
                .and_then(|last| days(last).filter(|d| *d >= last).min());
            let spoken = self
                .values
                .iter()
                .rev()
                .filter_map(|v| v.as_ref()?.day())
                .find(|d| {
                    let ahead = value::days_between(base, *d);
                    weekday(number) == Some(d.weekday()) && (0..=13).contains(&ahead)
                });
            let open = !strong && tense.is_none_or(|t| t.side == Side::Future);
            match listed.or(spoken.filter(|_| open)) {
                Some(day) => day,
                None => nearest(base, tense, values(base))?.day()?,
            }
        };
        Some(match e.part {
            Some(part) => Value::Part(day, part),
            None => Value::Day(day),
        })
    }

    /// `D-1TEV`: a shift in days from the anchor and a part of the day, or a TIMEX3 reference.
    fn adverb(&mut self, code: &str) -> Option<Value> {
        let Some(rest) = code.strip_prefix('D') else {
            return Some(Value::Plain(code.to_owned()));
        };
        let digits = rest[1..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(rest.len(), |i| i + 1);
        self.unanchored |= self.anchor.is_none();
        let day = plus(self.anchor?, rest[..digits].parse::<i64>().ok()?.days())?;
        Some(match &rest[digits..] {
            "" => Value::Day(day),
            "WE" => Value::Weekend(monday(day)?),
            clock if clock.contains(':') => {
                let (hour, minute) = clock[1..].split_once(':')?;
                Value::Instant(day, hour.parse().ok()?, minute.parse().ok()?)
            }
            part => Value::Part(day, DayPart::of_code(part)?),
        })
    }

    /// « Le lendemain, 17 mars 1915, »: a full date in apposition says which day.
    fn beside_full_date(&mut self, at: usize) -> Option<Value> {
        let (e, next) = (&self.all[at], self.all.get(at + 1)?);
        let full = next.form == "calendar" && next.day.is_some() && next.month.is_some();
        let comma = e.annotation.end + 1 == next.annotation.start
            && self
                .reading
                .lattice
                .words(e.annotation.end, e.annotation.end + 1)
                == ",";
        if e.part.is_some() || !full || next.year.is_none() || !comma {
            return None;
        }
        self.calendar(next)
    }

    /// Whether the tense says that it has happened.
    fn is_over(&self, e: &Expression<'r, 'g>) -> bool {
        self.tense(e).is_some_and(|t| t.side == Side::Past)
    }

    /// The day of what is being told, to which « le même jour » goes back: the last of the sentence,
    /// else the last that is near the text's own day, and not ahead of it where the tense is past.
    fn told(&self, e: &Expression<'r, 'g>, over: bool) -> Option<Date> {
        let anchor = self.anchor?;
        // The day after today is called « demain », not « le lendemain ».
        let moves = e.text("days").is_some_and(|days| days != "0");
        let days = || {
            let recent = self.so_far().take(RECENT);
            recent.filter_map(|(other, value)| {
                let day = value.as_ref()?.day()?;
                let is_today = other.form == "adverb" && day == anchor;
                (!(moves && is_today)).then_some((other.unit, day))
            })
        };
        let here = days().find(|(unit, _)| *unit == e.unit);
        let near = || {
            days().find(|(_, day)| {
                let gap = value::days_between(anchor, *day);
                if over {
                    (-NEAR..=0).contains(&gap)
                } else {
                    gap.abs() <= AROUND
                }
            })
        };
        here.or_else(near).map(|(_, day)| day)
    }

    fn offset(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let base = if e.from_text {
            let last = self.last_day.filter(|(day, unit)| {
                let far = |a| value::days_between(a, *day).abs() > AROUND;
                *unit == e.unit || !self.anchor.is_some_and(far)
            });
            let told = self.told(e, self.is_over(e));
            told.or(last.map(|(d, _)| d)).or(self.anchor)
        } else {
            self.anchor
        };
        self.unanchored |= base.is_none();
        let days = e.text("days")?.parse::<i64>().ok()?;
        let days = if e.has("extra") { days * 2 } else { days };
        let day = plus(base?, days.days())?;
        Some(match e.part {
            Some(part) => Value::Part(day, part),
            None => Value::Day(day),
        })
    }

    fn unit(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let shift = i64::from(e.shift?);
        if e.text("number") == Some("p") {
            return span::duration(self.reading, e);
        }
        let base = self.base(e)?;
        unit_at(base, e.text("unit")?, shift)
    }

    fn ago(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let sign = if e.text("sign") == Some("-1") || e.has("earlier") {
            -1.0
        } else {
            1.0
        };
        let Some(number::Amount::Exact(count)) = e.amount(self.reading, "count") else {
            return Some(Value::Plain(reference(sign < 0.0)));
        };
        if e.has("alone") && self.last_start(e.unit).is_none() {
            // « Soixante ans après, » with no date before it: only how long.
            return span::duration(self.reading, e);
        }
        let factor: f64 = e.text("factor").and_then(|f| f.parse().ok()).unwrap_or(1.0);
        let count = (count * factor * sign) as i64;
        let base = self.base(e)?;
        let unit = e.text("unit")?;
        if e.has("exact") {
            let none = Span::new();
            let span = match unit {
                "Y" => none.try_years(count),
                "M" => none.try_months(count),
                "W" => none.try_weeks(count),
                _ => none.try_days(count),
            };
            return plus(base, span.ok()?).map(Value::Day);
        }
        if matches!(unit, "TH" | "TM" | "TS") {
            // Less than a day from what is known by its day only.
            return Some(Value::Plain(reference(sign < 0.0)));
        }
        unit_at(base, unit, count)
    }

    fn period(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let unit = e.text("unit")?;
        let most = if unit == "Q" { 4 } else { 2 };
        let ordinal: i8 = match e.text("ordinal") {
            Some("-1") => most,
            Some("-2") => most - 1,
            Some(n) => n.parse().ok()?,
            None => {
                let (start, end) = e.annotation.span("sign")?;
                let digit = self.reading.lattice.words(start, end).chars().last()?;
                i8::try_from(digit.to_digit(10)?).ok()?
            }
        };
        if !(1..=most).contains(&ordinal) {
            return None;
        }
        let of_year = |year| {
            Some(if unit == "Q" {
                Value::Quarter(year, ordinal)
            } else {
                Value::Half(year, ordinal)
            })
        };
        // « de l'an dernier », « de l'année »: the shift is that of the year.
        if let (None, Some(shift)) = (e.year, e.shift) {
            let base = self.base(e)?;
            return of_year(base.year() + i16::try_from(shift).ok()?);
        }
        self.pick(e, of_year)
    }

    fn season(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let season = Season::of_code(e.text("season")?)?;
        // « l'automne dernier », said in December, is that of the year before: the
        // seasons of the sky end three weeks after those of the months.
        if e.year.is_none() && e.shift == Some(-1) {
            let base = plus(self.base(e)?, (-21).days())?;
            let years = (base.year() - 2..=base.year()).map(|y| Value::Season(y, season));
            return beside(base, -1, years);
        }
        self.pick(e, |year| Some(Value::Season(year, season)))
    }

    fn feast(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        let rule = match e.text("rule")? {
            "national" => {
                let named = e.text("iso").or_else(|| e.text("of"));
                let iso = named.unwrap_or_else(|| home::country(self.reading));
                home::national_day(self.reading, iso)?
            }
            rule => rule,
        };
        let days = e.text("days").and_then(|d| d.parse::<i64>().ok());
        let of_year =
            |year| plus(feast::feast(rule, year)?, days.unwrap_or(0).days()).map(Value::Day);
        let day = self.pick(e, of_year)?.day()?;
        Some(match e.text("unit") {
            Some("WE") => Value::Weekend(monday(day)?),
            Some("Y") => Value::Year(day.year()),
            _ => Value::Day(day),
        })
    }

    fn nth(&mut self, e: &Expression<'r, 'g>) -> Option<Value> {
        if let (None, Some(day)) = (e.weekday, e.day) {
            // « le 20 du mois prochain »
            let month = plus(self.base(e)?.first_of_month(), i64::from(e.shift?).months())?;
            let day = Date::new(month.year(), month.month(), i8::try_from(day).ok()?);
            return day.ok().map(Value::Day);
        }
        let nth: i32 = e.text("ordinal")?.parse().ok()?;
        let day = e.weekday?;
        if let Some(month) = e.month {
            let month = i8::try_from(month).ok()?;
            self.pick(e, |year| {
                feast::nth_weekday(year, month, day, nth).map(Value::Day)
            })
        } else {
            let base = self.base(e)?;
            let month = plus(base.first_of_month(), i64::from(e.shift?).months())?;
            feast::nth_weekday(month.year(), month.month(), day, nth).map(Value::Day)
        }
    }

    fn century(&self, e: &Expression<'r, 'g>) -> Option<Value> {
        let number = i16::try_from(e.number(self.reading, "ordinal")?).ok()?;
        if e.has("era") {
            return Some(Value::Plain(format!("BC{:02}", number.checked_sub(1)?)));
        }
        (1..=30)
            .contains(&number)
            .then(|| Value::Century(number - 1))
    }

    fn clock(&mut self, at: usize) -> Option<Value> {
        let all = self.all;
        let e = &all[at];
        let (hour, minute) = self.time_of_day(e)?;
        if e.weekday.is_some() {
            let day = self.weekday(e)?.day()?;
            return Some(Value::Instant(day, hour, minute));
        }
        let Some(mut day) = self.day_here(at) else {
            return Some(Value::Hour(hour, minute));
        };
        // Hours after midnight belong to the next day: of a night, of a range that began in the evening.
        let before = at.checked_sub(1).filter(|b| all[*b].unit == e.unit);
        match before.and_then(|b| self.values[b].clone()) {
            Some(Value::Part(_, DayPart::Night)) if hour < 9 => day = plus(day, 1.day())?,
            Some(Value::Instant(d, h, _))
                if h > hour
                    && d == day
                    && e.annotation.start <= all[at - 1].annotation.end + 1
                    && !self.opens_bracket(e.annotation.start) =>
            {
                day = plus(day, 1.day())?;
            }
            _ => {}
        }
        Some(Value::Instant(day, hour, minute))
    }

    /// « à 11 h (10 h à Kinshasa) »: the same hour, told elsewhere.
    fn opens_bracket(&self, at: u32) -> bool {
        at > 0 && self.reading.lattice.words(at - 1, at) == "("
    }

    fn time_of_day(&self, e: &Expression<'r, 'g>) -> Option<(i8, i8)> {
        if let Some(code) = e.text("noon") {
            let (hour, minute) = code.strip_prefix('T')?.split_once(':')?;
            return Some((hour.parse().ok()?, minute.parse().ok()?));
        }
        let (hour, minute) = if let Some(hour) = e.number(self.reading, "hour") {
            let minute = match () {
                () if e.has("half-past") => 30,
                () if e.has("quarter-past") => 15,
                () => e.number(self.reading, "minute").unwrap_or(0),
            };
            (hour, minute)
        } else {
            let span = e.annotation.start as usize..e.annotation.end as usize;
            let mut numbers = self.reading.lattice.tokens[span]
                .iter()
                .map(|t| t.value)
                .filter(|v| *v != u32::MAX);
            (numbers.next()?, numbers.next().unwrap_or(0))
        };
        let afternoon = e.has("afternoon") && hour < 12;
        let hour = hour + if afternoon { 12 } else { 0 };
        (hour <= 24 && minute < 60).then_some((hour as i8, minute as i8))
    }

    /// Whether an expression stands between quotation marks of its sentence.
    fn is_quoted(&self, e: &Expression<'r, 'g>) -> bool {
        let lattice = &self.reading.lattice;
        let unit = self.reading.units[e.unit];
        let mark = |at: &u32| matches!(lattice.words(*at, at + 1), "«" | "»");
        let last = (unit.start..e.annotation.start).rev().find(mark);
        last.is_some_and(|at| lattice.words(at, at + 1) == "«")
    }

    /// The day that an hour or a part of the day belongs to.
    fn day_here(&mut self, at: usize) -> Option<Date> {
        let all = self.all;
        let e = &all[at];
        // In its sentence: the day before it, unless several days or each one are meant.
        for before in (0..at).rev().take_while(|i| all[*i].unit == e.unit) {
            let is_daily = all[before].weekday.is_some() || all[before].text("unit") == Some("D");
            if all[before].form == "set" && is_daily {
                return None;
            }
            if let Some(day) = self.values[before].as_ref().and_then(Value::day) {
                return (!all[before].second || all[before].form == "clock").then_some(day);
            }
        }
        // Right after it: « vers 15 h 30, hier ».
        if let Some(next) = all.get(at + 1)
            && next.unit == e.unit
            && next.annotation.start <= e.annotation.end + 2
            && matches!(next.form, "calendar" | "weekday" | "adverb" | "offset")
        {
            let value = self.value(at + 1);
            if let Some(day) = value.as_ref().and_then(Value::day) {
                return Some(day);
            }
        }
        // « Elle rentrait à 3 heures du matin », somebody says: no hour of the day of the text.
        let any_day = e.has("daily") || self.is_quoted(e);
        if any_day || self.reading.units[e.unit].label == "contacts" {
            return None;
        }
        // Else the day last spoken of nearby: not one to come, where the hour has passed.
        // An hour that opens its line is one of a timetable.
        let opens = e.annotation.start == self.reading.units[e.unit].start;
        let tense = self.tense(e);
        let past = !opens && tense.is_some_and(|t| t.strong && t.side == Side::Past);
        let ahead = tense.is_some_and(|t| t.side == Side::Future);
        let is_list = self.is_listed(e);
        // « – arroser entre 9 h et 20 h », « Départs : 6 h 12, 8 h 40 »: hours of any day.
        let several = || {
            all.iter()
                .filter(|o| o.unit == e.unit && o.form == "clock")
                .count()
                > 1
        };
        let alone = !opens && (is_list || self.reading.is_heading(e.unit)) && several();
        let reach = if past { 2 * SENTENCES } else { SENTENCES };
        let now = |day: &Date| {
            let side = |anchor: Date| (!past || *day <= anchor) && (!ahead || *day >= anchor);
            self.anchor.is_none_or(side)
        };
        let spoken = |(told, value): (&Expression<'r, 'g>, &Option<Value>)| {
            let day = value.as_ref()?.day()?;
            // Not since when something lasts, nor a day of another time.
            let far = |anchor| value::days_between(anchor, day).abs() > AROUND;
            let apart_from = told.unit + 1 < e.unit || is_list && told.unit < e.unit;
            let aside = told.edge || apart_from && self.anchor.is_some_and(far);
            let apart = alone && told.unit != e.unit && !self.heads_programme(told);
            (!aside && !apart).then_some(day)
        };
        let near = self
            .so_far()
            .take_while(|(told, _)| told.unit + reach > e.unit || is_list);
        let days = near.filter_map(spoken);
        let take = if past || ahead { usize::MAX } else { 1 };
        days.take(take)
            .find(now)
            .or_else(|| self.last_told().filter(|_| past))
            .or(self.anchor.filter(|_| !alone))
    }

    /// Whether a day stands at the head of its line, or in one that announces a list: what
    /// follows happens on it.
    fn heads_programme(&self, told: &Expression<'r, 'g>) -> bool {
        /// Tokens before the day: an article, a bullet.
        const BEFORE: u32 = 2;
        let unit = self.reading.units[told.unit];
        let announces = self.reading.announces(told.unit);
        let alone = unit.end <= told.annotation.end + 1;
        let is_line = self.is_listed(told) && alone || self.reading.is_heading(told.unit);
        announces || is_line && told.annotation.start <= unit.start + BEFORE
    }

    /// The day of the week before the text that was last told of, however far back.
    fn last_told(&self) -> Option<Date> {
        let anchor = self.anchor?;
        self.so_far()
            .filter(|(told, _)| !told.edge)
            .filter_map(|(_, value)| value.as_ref()?.day())
            .find(|day| (0..=7).contains(&value::days_between(*day, anchor)))
    }
}

/// What is only known to lie before or after.
fn reference(past: bool) -> String {
    if past { "PAST_REF" } else { "FUTURE_REF" }.to_owned()
}

/// The unit that lies `count` units from a day's own.
fn unit_at(base: Date, unit: &str, count: i64) -> Option<Value> {
    let months = |per: i64| {
        let span = Span::new().try_months(count.checked_mul(per)?).ok()?;
        plus(base.first_of_month(), span)
    };
    let weeks = || plus(monday(base)?, Span::new().try_weeks(count).ok()?);
    Some(match unit {
        "Y" => Value::Year(base.year().checked_add(i16::try_from(count).ok()?)?),
        "M" => {
            let month = months(1)?;
            Value::Month(month.year(), month.month())
        }
        "Q" => {
            let month = months(3)?;
            Value::Quarter(month.year(), (month.month() + 2) / 3)
        }
        "H" => {
            let month = months(6)?;
            Value::Half(month.year(), (month.month() + 5) / 6)
        }
        "W" => Value::Week(weeks()?),
        "WE" => Value::Weekend(weeks()?),
        "D" => Value::Day(plus(base, Span::new().try_days(count).ok()?)?),
        "DE" => Value::Decade(
            base.year()
                .div_euclid(10)
                .checked_add(i16::try_from(count).ok()?)?,
        ),
        "CE" => Value::Century(
            base.year()
                .div_euclid(100)
                .checked_add(i16::try_from(count).ok()?)?,
        ),
        _ => return None,
    })
}

/// « 1990 », « 90 », « vingt »: two digits are of the last century, but for the first two decades.
fn decade(year: u32) -> Option<Value> {
    let year = match year {
        0 | 10 => 2000 + year,
        11..=99 => 1900 + year,
        _ => year,
    };
    // « les années 2022 et 2023 »
    if year % 10 != 0 {
        return i16::try_from(year).ok().map(Value::Year);
    }
    Some(Value::Decade(i16::try_from(year / 10).ok()?))
}
