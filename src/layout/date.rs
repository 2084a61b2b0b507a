//! Dates of the head of a text, and the datelines around them.
//!
//! Only whole dates are read here, as far as needed to see that a line is a
//! dateline; the dates of the text are for rules.

use super::Reader;
use super::cue::{Asked, CueClass, asked};
use crate::segment::{Flags, Forms, Shape, Token};

/// Month and weekday names.
#[derive(Clone, Debug, Default)]
pub(super) struct Calendar {
    months: Forms<u8>,
    weekdays: Forms<u8>,
}

impl Calendar {
    pub(super) fn builtin() -> Self {
        let read = |text: &str| {
            let mut names = Forms::default();
            for line in text.lines().filter(|l| !l.starts_with('#')) {
                let mut cells = line.split('\t');
                let form = cells.next().map(crate::lexicon::fold::fold);
                let number = cells.next().and_then(|cell| cell.parse().ok());
                if let (Some(form), Some(number)) = (form, number) {
                    names.insert(form.trim_end_matches('.'), number);
                }
            }
            names
        };
        Self {
            months: read(include_str!("../../rules/lexicons/month.tsv")),
            weekdays: read(include_str!("../../rules/lexicons/weekday.tsv")),
        }
    }
}

/// A day of the calendar as a text writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Year, four digits.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Where a text says that it was issued, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// First token and the token after the last, a closing dash not counted.
    pub tokens: (u32, u32),
    /// Tokens of the place.
    pub place: Option<(u32, u32)>,
    /// Tokens of the date, weekday and all.
    pub date: (u32, u32),
    /// The day, where the date is whole.
    pub day: Option<Day>,
}

/// A date that was read: the token after it, and its day if it has a year.
pub(super) struct Read {
    pub end: usize,
    pub day: Option<Day>,
}

impl Reader<'_> {
    fn named(&self, names: &Forms<u8>, at: usize) -> Option<u8> {
        match asked(names, self.tokens[at].text(self.text)) {
            Asked::Found(number) => Some(number),
            Asked::Unknown | Asked::TooLong => None,
        }
    }

    /// Reads a date at `at`: `[weekday] 27 janvier [2026]`, `27/01/2026`, `2026-01-27`.
    pub(super) fn date(&self, at: usize, stop: usize) -> Option<Read> {
        let mut at = at;
        if at >= stop {
            return None;
        }
        if self.tokens[at]
            .shape
            .any(Shape::LOWER.with(Shape::CAP).with(Shape::CAPS))
            && self.named(&self.layout.calendar.weekdays, at).is_some()
        {
            at += 1;
            at += usize::from(at < stop && self.tokens[at].text(self.text) == ",");
        }
        let first = self.tokens.get(at).filter(|_| at < stop)?;
        let number = |i: usize| {
            (i < stop && self.tokens[i].shape.any(Shape::NUMBER.with(Shape::ORDINAL)))
                .then(|| self.tokens[i].value)
        };
        let day = number(at)?;
        if first.shape.any(Shape::NUMBER) && at + 4 < stop + usize::from(stop == self.tokens.len())
        {
            let sep = |i: usize| {
                self.tokens.get(i).is_some_and(|t| {
                    i < stop
                        && t.flags.any(Flags::GLUED)
                        && matches!(t.text(self.text), "/" | "." | "-")
                })
            };
            if sep(at + 1) && sep(at + 3) {
                let (a, b, c) = (day, number(at + 2)?, number(at + 4)?);
                let found = if self.length(at) == 4 {
                    valid(a, b, c)
                } else {
                    valid(if c < 100 { c + 2000 } else { c }, b, a)
                };
                return found.map(|day| Read {
                    end: at + 5,
                    day: Some(day),
                });
            }
        }
        if !(1..=31).contains(&day) {
            return None;
        }
        let mut at = at + 1;
        at += usize::from(at < stop && self.tokens[at].text(self.text) == "-");
        if at >= stop {
            return None;
        }
        let month = self.named(&self.layout.calendar.months, at)?;
        let year = number(at + 1).filter(|y| (1000..3000).contains(y) && self.length(at + 1) == 4);
        let end = at + 1 + usize::from(year.is_some());
        Some(Read {
            end,
            day: year.and_then(|y| valid(y, u32::from(month), day)),
        })
    }

    fn length(&self, at: usize) -> u32 {
        self.tokens[at].end - self.tokens[at].start
    }

    /// Reads `le` or `ce` and a date.
    fn date_phrase(&self, at: usize, stop: usize) -> Option<(usize, Read)> {
        let joiner = |at: usize| {
            at < stop
                && self
                    .layout
                    .cues
                    .is(self.text, &self.tokens[at], CueClass::DateArticle)
        };
        self.date(at, stop).map(|read| (at, read)).or_else(|| {
            joiner(at)
                .then(|| self.date(at + 1, stop).map(|read| (at, read)))
                .flatten()
        })
    }

    /// The dateline at the beginning of a run of tokens, and the token where the text goes on after it (`stop` where
    /// the dateline is all there is). A sentence may begin with a place and a date as well: a sign has to stand between
    /// the dateline and the text.
    pub(super) fn dateline(&self, start: usize, stop: usize) -> Option<(Dateline, usize)> {
        let at = start < stop
            && self
                .layout
                .cues
                .is(self.text, &self.tokens[start], CueClass::PlaceAt);
        if at {
            let found = self.place_and_date(start + 1, stop)?;
            return (found.1 == stop && found.0.place.is_some()).then_some(found);
        }
        let (dateline, end) = self.place_and_date(start, stop)?;
        let next = self.after_dateline(end, stop, self.word(start) == "(")?;
        Some((dateline, next))
    }

    /// The dateline after words that announce one (« Fait à Berne, le 23 mai 2024, en deux exemplaires »), whatever comes
    /// after it.
    pub(super) fn announced_dateline(
        &self,
        start: usize,
        stop: usize,
    ) -> Option<(Dateline, usize)> {
        let (dateline, end) = self.place_and_date(start, stop)?;
        let next = self.after_dateline(end, stop, false).unwrap_or(end);
        Some((dateline, next))
    }

    /// A place and a date, or one of them, and the token after them.
    fn place_and_date(&self, start: usize, stop: usize) -> Option<(Dateline, usize)> {
        let word = |i: usize| self.tokens[i].text(self.text);
        if let Some(found) = self.date_in_brackets(start, stop) {
            return Some(found);
        }
        let mut from = start;
        let bracket = from < stop && word(from) == "(";
        from += usize::from(bracket);
        let (mut place, at) = if self.date_phrase(from, stop).is_some() {
            (None, from)
        } else {
            let (place, after) = self.place(from, stop)?;
            (Some(place), after)
        };
        let (date_start, read) = self.date_phrase(at, stop)?;
        let mut end = self.hour(read.end, stop);
        // « Vernissage le jeudi 17 juin à 18 h 30 » tells of an event.
        let comma = at > from && word(at - 1) == ",";
        if place.is_some() && !comma && read.day.is_none() && end > read.end {
            return None;
        }
        // « Le 26 mars 2025 – Ottawa (Ontario) – … »: the place may come after.
        let dash = |i: usize| i < stop && (self.tokens[i].shape.any(Shape::DASH) || word(i) == "|");
        if place.is_none()
            && dash(end)
            && let Some((found, after)) = self.place_name(end + 1, stop)
            && (after == stop || dash(after))
        {
            place = Some(found);
            end = stop;
        }
        if bracket {
            end += usize::from(end < stop && word(end) == ")");
        }
        let dateline = Dateline {
            tokens: (start as u32, end as u32),
            place: place.map(|(a, b)| (a as u32, b as u32)),
            date: (date_start as u32, read.end as u32),
            day: read.day,
        };
        Some((dateline, end))
    }

    /// « EDMUNDSTON (le mercredi 22 mai 2024) ».
    fn date_in_brackets(&self, start: usize, stop: usize) -> Option<(Dateline, usize)> {
        /// Tokens of a place at most.
        const PLACE: usize = 8;
        let word = |i: usize| self.tokens[i].text(self.text);
        let open = (start + 1..stop.min(start + PLACE)).find(|i| word(*i) == "(")?;
        let (date_start, read) = self.date_phrase(open + 1, stop)?;
        let closes = read.end < stop && word(read.end) == ")";
        let (place, after) = self.place_name(start, open)?;
        (closes && after == open).then(|| {
            let dateline = Dateline {
                tokens: (start as u32, read.end as u32 + 1),
                place: Some((place.0 as u32, place.1 as u32)),
                date: (date_start as u32, read.end as u32),
                day: read.day,
            };
            (dateline, read.end + 1)
        })
    }

    /// The token where the text goes on after a dateline that ends at `end`; none where no sign parts them.
    fn after_dateline(&self, end: usize, stop: usize, bracket: bool) -> Option<usize> {
        let word = |i: usize| self.tokens[i].text(self.text);
        // « /CNW/ », « - », « — », « : », « . », « | »
        let mut next = end;
        if next < stop && word(next) == "/" {
            let close = (next + 1..stop.min(next + 4)).find(|&i| word(i) == "/")?;
            next = close + 1;
        }
        let separator = next < stop
            && (self.tokens[next].shape.any(Shape::DASH)
                || matches!(word(next), ":" | "|" | "." | "," | "•" | ";"));
        if separator {
            next += 1;
            // « le 12 mai 2025. – »
            let stop_and_dash =
                next < stop && word(next - 1) == "." && self.tokens[next].shape.any(Shape::DASH);
            next += usize::from(stop_and_dash);
        } else if next < stop && !bracket && next == end {
            // A sentence that begins with a date, or a place and a date.
            return None;
        }
        if next < stop && separator && word(next - 1) == "," {
            return None;
        }
        Some(next)
    }

    /// « , 7 h », « à 7 h 30 », « - 15h12 », « 11h30 », « – 7h30 CET », « à 10 h (heure de Paris) »: the token after an hour.
    fn hour(&self, at: usize, stop: usize) -> usize {
        let mut i = at;
        while i < stop
            && i < at + 2
            && (matches!(
                self.tokens[i].text(self.text),
                "," | "à" | "À" | "-" | "–" | "—"
            ))
        {
            i += 1;
        }
        let number = |i: usize| i < stop && self.tokens[i].shape.any(Shape::NUMBER);
        if !number(i) || i + 1 >= stop {
            return at;
        }
        let unit = self.tokens[i + 1].text(self.text);
        let is_hour = unit.starts_with(['h', 'H', ':']);
        if !is_hour {
            return at;
        }
        i += 2;
        i += usize::from(number(i));
        let bracket = i < stop && self.tokens[i].text(self.text) == "(";
        let zone = i + usize::from(bracket);
        let Some((_, end)) = (zone < stop)
            .then(|| {
                self.layout
                    .cues
                    .at(self.text, self.tokens, zone, |c| c == CueClass::TimeZone)
            })
            .flatten()
        else {
            return i;
        };
        if !bracket {
            return end;
        }
        // « (heure de Lomé) »
        let close = (end..stop.min(end + 4)).find(|at| self.word(*at) == ")");
        close.map_or(i, |at| at + 1)
    }

    /// A place and what parts it from its date: `Paris,`, `Vienne (Isère),`, `Dijon –`, `Saint-Louis`.
    fn place(&self, start: usize, stop: usize) -> Option<((usize, usize), usize)> {
        let (place, mut at) = self.place_name(start, stop)?;
        while at < stop
            && (matches!(self.tokens[at].text(self.text), "," | ":" | "|" | ".")
                || self.tokens[at].shape.any(Shape::DASH))
        {
            at += 1;
        }
        Some((place, at))
    }

    /// Words with a capital, hyphens and small words between them, and what follows in brackets.
    fn place_name(&self, start: usize, stop: usize) -> Option<((usize, usize), usize)> {
        let capital =
            |t: &Token| t.shape.any(Shape::CAP.with(Shape::CAPS)) && !t.shape.any(Shape::DOTTED);
        let mut at = start;
        let mut end = start;
        let no_place = |at: usize| {
            self.layout
                .cues
                .at(self.text, self.tokens, at, |c| {
                    matches!(c, CueClass::Kind | CueClass::Published)
                })
                .is_some()
        };
        if start >= stop || no_place(start) {
            return None;
        }
        while at < stop && at < start + 10 {
            let token = &self.tokens[at];
            // « DU MERCREDI 9 AVRIL » is no place, « LA ROCHELLE » and « FORT-DE-FRANCE » are.
            let joins = token.shape.any(Shape::CAPS)
                && (at == start || !token.flags.any(Flags::GLUED))
                && self.layout.cues.is(self.text, token, CueClass::Joiner);
            if joins
                && (at > start
                    || !self
                        .layout
                        .cues
                        .is(self.text, token, CueClass::PlaceArticle))
            {
                break;
            }
            if capital(token) {
                at += 1;
                end = at;
            } else if at > start
                && (token.shape.any(Shape::HYPHEN)
                    || token.shape.any(Shape::LOWER) && (token.end - token.start <= 4))
            {
                at += 1;
            } else {
                break;
            }
        }
        if end == start || self.date_phrase(start, stop).is_some() {
            return None;
        }
        let mut after = end;
        // « Luxembourg et Abidjan, le 17 février »: the first is where it was written.
        let joins = |at: &usize| {
            let token = &self.tokens[*at];
            !token.flags.any(Flags::GLUED)
                && self.layout.cues.is(self.text, token, CueClass::PlaceAnd)
        };
        end = (start + 1..end).find(joins).unwrap_or(end);
        let word = |i: usize| self.tokens[i].text(self.text);
        if after < stop && word(after) == "(" {
            after = (after..stop.min(after + 10)).find(|&i| word(i) == ")")? + 1;
        } else if after + 1 < stop
            && word(after) == ","
            && self.tokens[after + 1]
                .shape
                .any(Shape::DOTTED.with(Shape::CAPS).with(Shape::CAP))
            && self.date_phrase(after + 1, stop).is_none()
        {
            // « DIEPPE, N.-B., le 26 juin »
            after = (after + 1..stop.min(after + 8))
                .find(|&i| word(i) == ",")
                .unwrap_or(after);
        }
        Some(((start, end), after))
    }
}

fn valid(year: u32, month: u32, day: u32) -> Option<Day> {
    const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let most = DAYS.get((month as usize).checked_sub(1)?)?;
    ((1000..3000).contains(&year) && (1..=*most).contains(&day)).then_some(Day {
        year: year as u16,
        month: month as u8,
        day: day as u8,
    })
}
