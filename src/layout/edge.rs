//! The edges of lines: what the words that a line begins and ends with say of it.

use super::Reader;
use super::cue::CueClass;
use super::line::{Line, has_address};
use crate::segment::{Abbreviation, Flags, Shape};
use std::ops::Range;

/// How a run of text ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// With the stop of a sentence.
    Final,
    /// With « : ».
    Colon,
    /// With « ; ».
    Semicolon,
    /// In the middle of something: a comma, a hyphen, an article, a preposition.
    Hanging,
    /// With any other word or sign.
    #[default]
    Open,
}

impl Reader<'_> {
    /// How a run of tokens ends, closing quotes and brackets not counted.
    pub(super) fn end(&self, range: Range<usize>) -> End {
        let mut quote = false;
        for at in range.rev() {
            let token = &self.tokens[at];
            let word = token.text(self.text);
            if token.shape.any(Shape::PUNCT) {
                match word {
                    "»" | "”" | "\"" | "’" | "'" | ">>" => quote = true,
                    ")" | "]" | "*" => {}
                    "." | "!" | "?" | "…" | "..." => return End::Final,
                    ":" => return End::Colon,
                    ";" => return End::Semicolon,
                    "," | "(" | "«" => return End::Hanging,
                    _ => return if quote { End::Final } else { End::Open },
                }
                continue;
            }
            if quote {
                return End::Final;
            }
            if token.shape.any(Shape::HYPHEN) {
                return End::Hanging;
            }
            if token.shape.any(Shape::NUMBER) && !word.as_bytes()[0].is_ascii() && at > 0 {
                continue;
            }
            let last_dotted = token.shape.any(Shape::DOTTED);
            if last_dotted {
                return match self.data.abbreviation(word.trim_end_matches('.')) {
                    Some(Abbreviation::Name | Abbreviation::Inner) => End::Hanging,
                    Some(_) => End::Final,
                    None => End::Open,
                };
            }
            let hangs = token.shape.any(Shape::LOWER.with(Shape::CAPS))
                && self.layout.cues.is(self.text, token, CueClass::Joiner);
            return if hangs { End::Hanging } else { End::Open };
        }
        End::Open
    }

    /// Begins with a small letter, or with what nothing begins with.
    pub(super) fn starts_small(&self, line: &Line) -> bool {
        let first = &self.tokens[line.tokens.start];
        let word = if first.shape.any(Shape::PUNCT)
            && line.tokens.len() > 1
            && matches!(self.word(line.tokens.start), "«" | "(" | "\"" | "“")
        {
            &self.tokens[line.tokens.start + 1]
        } else {
            first
        };
        word.shape.any(Shape::LOWER)
            && !word.shape.any(Shape::URL.with(Shape::EMAIL))
            && line.content == line.tokens.start
            || matches!(
                self.word(line.tokens.start),
                "»" | "," | ")" | ";" | ":" | "." | "!" | "?" | "%" | "€"
            )
    }

    /// A line that is a dateline and nothing else.
    pub(super) fn is_dateline(&self, line: &Line) -> bool {
        let digits = Shape::NUMBER.with(Shape::ORDINAL);
        line.tokens.len() < 24
            && line.shapes.any(digits)
            && self
                .dateline(line.content, line.tokens.end)
                .is_some_and(|(_, next)| next == line.tokens.end)
    }

    /// A line that begins something of its own, whatever stands before it.
    pub(super) fn begins_anew(&self, line: &Line) -> bool {
        self.layout
            .cues
            .at(self.text, self.tokens, line.content, |class| {
                matches!(
                    class,
                    CueClass::Kind | CueClass::Embargo | CueClass::PlaceDate | CueClass::About
                )
            })
            .is_some_and(|(_, end)| end <= line.tokens.end && line.tokens.len() < 24)
            || self.contact_cue(line.content, line.tokens.end)
            || line.dated
    }

    /// A contact heading, or a contact with its heading before it.
    pub(super) fn contact_cue(&self, start: usize, stop: usize) -> bool {
        self.layout
            .cues
            .at(self.text, self.tokens, start, |class| {
                class == CueClass::Contact
            })
            .is_some_and(|(_, end)| {
                end == stop
                    || end < stop
                        && (self.tokens[end].shape.any(Shape::DASH)
                            || matches!(self.word(end), ":" | "|" | "•")
                            || stop - start < 30
                                && has_address(self, start..stop)
                                && self.end(start..stop) != End::Final)
            })
    }

    /// A page number, or a running header with one.
    pub(super) fn is_page_line(&self, line: &Line) -> bool {
        let range = line.tokens.clone();
        if line.end == End::Final || !line.shapes.any(Shape::NUMBER.with(Shape::ROMAN)) {
            return false;
        }
        let number = |at: usize| {
            self.tokens[at].shape.any(Shape::NUMBER.with(Shape::ROMAN))
                && self.tokens[at].value < 1000
        };
        if range.len() <= 5 && line.heading == 0 {
            let bare = range.clone().all(|at| {
                number(at)
                    || self.tokens[at].shape.any(Shape::DASH.with(Shape::HYPHEN))
                    || matches!(self.word(at), "/" | "|" | "[" | "]")
            });
            if bare && range.clone().any(number) {
                return true;
            }
        }
        // « … – 1/2 »
        if range.len() > 5 && range.len() < 30 {
            let [a, slash, b] = [range.end - 3, range.end - 2, range.end - 1];
            if self.word(slash) == "/"
                && self.tokens[a].shape.any(Shape::NUMBER)
                && self.tokens[b].shape.any(Shape::NUMBER)
                && self.tokens[a].value <= self.tokens[b].value
                && self.tokens[b].value < 100
                && !self.tokens[a].flags.any(Flags::GLUED)
            {
                return true;
            }
        }
        range.len() < 30
            && range.clone().any(|at| {
                let last = at + 5 >= range.end && self.tokens[at].end - self.tokens[at].start > 3;
                at + 1 < range.end
                    && (at == range.start && range.len() < 6 || last)
                    && self.tokens[at + 1].shape.any(Shape::NUMBER)
                    && self
                        .layout
                        .cues
                        .is(self.text, &self.tokens[at], CueClass::Page)
            })
    }
}
