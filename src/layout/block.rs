//! Lines to blocks: a paragraph, a list item, a title or a line that stands
//! alone, put together again from hard-wrapped lines, line ends inside words
//! and page breaks.

use super::Reader;
use super::cue::CueClass;
use super::line::{Line, has_address};
use crate::segment::{Abbreviation, Flags, Shape};
use std::ops::Range;

/// How a run of text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    Open,
}

/// A stretch of whole lines that belong together.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub lines: Range<usize>,
    pub tokens: Range<usize>,
    /// First token after the bullet or number.
    pub content: usize,
    /// Tokens of page numbers and running headers inside.
    pub asides: Vec<Range<usize>>,
    pub end: End,
    /// Words: tokens that are no signs.
    pub words: usize,
}

impl Reader<'_> {
    /// The blocks of all lines, in order, without a gap.
    pub(super) fn blocks(&self, lines: &[Line]) -> Vec<Block> {
        let width = wrap_width(lines);
        let mut out: Vec<Block> = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            let Some(current) = out.last_mut() else {
                out.push(self.block(lines, at));
                at += 1;
                continue;
            };
            if self.goes_on(lines, current, at, width) {
                self.extend(current, lines, at);
                at += 1;
            } else if let Some(resume) = self.resumes(lines, current, at) {
                current
                    .asides
                    .push(lines[at].tokens.start..lines[resume - 1].tokens.end);
                self.extend(current, lines, resume);
                at = resume + 1;
            } else {
                out.push(self.block(lines, at));
                at += 1;
            }
        }
        out
    }

    fn block(&self, lines: &[Line], at: usize) -> Block {
        let tokens = lines[at].tokens.clone();
        Block {
            lines: at..at + 1,
            content: lines[at].content,
            asides: Vec::new(),
            end: self.end(tokens.clone()),
            words: self.words(tokens.clone()),
            tokens,
        }
    }

    fn extend(&self, block: &mut Block, lines: &[Line], at: usize) {
        block.lines.end = at + 1;
        block.tokens.end = lines[at].tokens.end;
        block.end = self.end(lines[at].tokens.clone());
        block.words += self.words(lines[at].tokens.clone());
    }

    pub(super) fn words(&self, range: Range<usize>) -> usize {
        let signs = Shape::PUNCT.with(Shape::HYPHEN).with(Shape::DASH);
        self.tokens[range]
            .iter()
            .filter(|t| !t.shape.any(signs))
            .count()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens[at].text(self.text)
    }

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

    fn starts_small(&self, line: &Line) -> bool {
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

    /// Whether the line at `at` goes on with the block before it.
    fn goes_on(&self, lines: &[Line], block: &Block, at: usize, width: usize) -> bool {
        let last = &lines[block.lines.end - 1];
        let next = &lines[at];
        if self.is_page_line(next) {
            return false;
        }
        if next.heading > 0 || last.heading > 0 || next.after_rule || last.quoted != next.quoted {
            return false;
        }
        let first = &lines[block.lines.start];
        if first.all_emphasis
            && block.lines.len() == 1
            && !next.all_emphasis
            && block.end != End::Hanging
        {
            return false;
        }
        let broken = self.tokens[next.tokens.start].flags.any(Flags::BROKEN);
        let small = self.starts_small(next);
        let labelled = next.content > next.tokens.start;
        if next.after_blank {
            // A page break inside a sentence.
            let comma = small
                && self.ends_with_comma(last)
                && block.words >= 2
                && !self.is_signature(block);
            let unfinished =
                matches!(block.end, End::Open | End::Hanging) && (block.words >= 6 || comma);
            return !labelled
                && unfinished
                && (broken
                    || small
                        && !has_address(self, last.tokens.clone())
                        && !has_address(self, next.tokens.clone())
                        && !self.is_dateline(last)
                    || block.end == End::Hanging
                        && block.words >= 12
                        && last.length > 40
                        && !self.begins_anew(next)
                        && !self.ends_with_comma(last));
        }
        let full = last.length + 1 + next.first_word > width.max(last.length)
            || self.is_ragged(last, next, width);
        if labelled && self.open_bracket(block.tokens.clone()) {
            return true;
        }
        if labelled {
            let item = first.content > first.tokens.start;
            let dash = self.tokens[next.tokens.start]
                .shape
                .any(Shape::DASH.with(Shape::NUMBER));
            return !item
                && dash
                && full
                && width > 0
                && matches!(block.end, End::Open | End::Hanging)
                && block.words > 5;
        }
        // « salle / Senghor, le 20 juin. » is no dateline in the middle of a sentence.
        let inside = full
            && block.words >= 12
            && block.end == End::Open
            && !self.contact_cue(next.content, next.tokens.end);
        if self.begins_anew(next) && block.end != End::Hanging && !inside || self.is_dateline(last)
        {
            return false;
        }
        // The items of a list without bullets: each on its line, the first after « : ».
        let item = match block.end {
            End::Colon if first.content > first.tokens.start => false,
            End::Colon => !full || self.end(next.tokens.clone()) == End::Semicolon,
            End::Semicolon => !full || self.starts_small(first),
            _ => false,
        };
        if broken || small {
            return broken || !item;
        }
        if self.in_capitals(block.tokens.clone())
            && !self.in_capitals(next.tokens.clone())
            && block.end != End::Hanging
        {
            return false;
        }
        let full = full && width > 0 && last.length > 30;
        match block.end {
            End::Hanging => !self.ends_with_comma(last) || full || self.hangs_together(last, next),
            End::Colon | End::Semicolon | End::Final | End::Open => {
                full || self.starts_hanging(next) && block.end == End::Open
            }
        }
    }

    /// A line of a paragraph that was wrapped by hand, somewhat short of the width.
    fn is_ragged(&self, last: &Line, next: &Line, width: usize) -> bool {
        let long = |line: &Line| line.length * 10 > width * 7;
        let last_of_item = matches!(self.end(next.tokens.clone()), End::Semicolon | End::Final)
            && last.length * 2 > width
            && next.length < last.length
            && self.end(last.tokens.clone()) == End::Open;
        width > 0
            && (long(last) || last_of_item)
            && !has_address(self, last.tokens.clone())
            && (last_of_item || long(next) || self.end(next.tokens.clone()) == End::Final)
    }

    /// A round bracket that is not closed, and not far back.
    fn open_bracket(&self, range: Range<usize>) -> bool {
        let from = range.start.max(range.end.saturating_sub(12));
        (from..range.end)
            .rev()
            .find_map(|at| match self.word(at) {
                "(" => Some(true),
                ")" => Some(false),
                _ => None,
            })
            .unwrap_or(false)
    }

    fn is_signature(&self, block: &Block) -> bool {
        self.layout
            .cues
            .at(self.text, self.tokens, block.content, |c| {
                matches!(c, CueClass::Signature | CueClass::PlaceDate)
            })
            .is_some()
    }

    /// At least three words, all in capitals.
    pub(super) fn in_capitals(&self, range: Range<usize>) -> bool {
        let tokens = &self.tokens[range];
        tokens.iter().filter(|t| t.shape.any(Shape::CAPS)).count() >= 3
            && !tokens
                .iter()
                .any(|t| t.shape.any(Shape::LOWER.with(Shape::CAP)) && t.end - t.start > 2)
    }

    fn ends_with_comma(&self, line: &Line) -> bool {
        self.word(line.tokens.end - 1) == ","
    }

    /// Two short lines of a letterhead, the first ending with a comma.
    fn hangs_together(&self, last: &Line, next: &Line) -> bool {
        let caps = |line: &Line| {
            self.tokens[line.tokens.clone()]
                .iter()
                .all(|t| !t.shape.any(Shape::LOWER.with(Shape::CAP)))
        };
        caps(last) && caps(next) && self.starts_hanging(next)
    }

    /// Begins in capitals with a word that nothing begins with (« DES ARMÉES »).
    fn starts_hanging(&self, line: &Line) -> bool {
        let first = &self.tokens[line.tokens.start];
        first.shape.any(Shape::CAPS)
            && self.layout.cues.is(self.text, first, CueClass::Joiner)
            && !self.layout.cues.is(self.text, first, CueClass::DateArticle)
            && !self.tokens[line.tokens.clone()]
                .iter()
                .any(|t| t.shape.any(Shape::LOWER))
    }

    fn is_dateline(&self, line: &Line) -> bool {
        line.tokens.len() < 24
            && self
                .dateline(line.content, line.tokens.end)
                .is_some_and(|(_, next)| next == line.tokens.end)
    }

    /// A line that begins something of its own, whatever stands before it.
    fn begins_anew(&self, line: &Line) -> bool {
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
            || self.is_dateline(line)
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
        if self.end(range.clone()) == End::Final {
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
                    && self
                        .layout
                        .cues
                        .is(self.text, &self.tokens[at], CueClass::Page)
                    && self.tokens[at + 1].shape.any(Shape::NUMBER)
            })
    }

    /// Where the block goes on after a page number or a running header at `at`: the line that does.
    fn resumes(&self, lines: &[Line], block: &Block, at: usize) -> Option<usize> {
        if !matches!(block.end, End::Open | End::Hanging) || block.words < 6 {
            return None;
        }
        let last = &lines[block.lines.end - 1];
        if last.heading > 0 || has_address(self, last.tokens.clone()) || self.is_dateline(last) {
            return None;
        }
        if !lines[at].after_blank && !self.is_page_line(&lines[at]) {
            return None;
        }
        let mut page = false;
        for resume in at..lines.len().min(at + 4) {
            let line = &lines[resume];
            if resume > at && (line.after_blank || page) && !self.is_page_line(line) {
                let labelled = line.content > line.tokens.start;
                let small = self.starts_small(line) && !has_address(self, line.tokens.clone());
                let any = page && !labelled && line.heading == 0 && !self.begins_anew(line);
                if small || any {
                    return Some(resume);
                }
            }
            let paged = self.is_page_line(line);
            page |= paged;
            let labelled = line.content > line.tokens.start;
            if !paged
                && (line.heading > 0
                    || labelled
                    || line.tokens.len() > 20
                    || self.is_dateline(line)
                    || self.end(line.tokens.clone()) == End::Final)
            {
                return None;
            }
        }
        None
    }
}

/// The length of the lines of hard-wrapped text; `0` where it is not wrapped.
fn wrap_width(lines: &[Line]) -> usize {
    const NARROW: usize = 50;
    const WIDE: usize = 150;
    let wide = lines.iter().filter(|line| line.length > WIDE).count();
    if wide * 10 > lines.len() {
        return 0;
    }
    let mut lengths: Vec<usize> = lines
        .windows(2)
        .filter(|pair| !pair[1].after_blank && pair[1].content == pair[1].tokens.start)
        .map(|pair| pair[0].length)
        .filter(|length| (NARROW..=WIDE).contains(length))
        .collect();
    lengths.sort_unstable();
    // The longest that a good part of the lines come close to: a few may stick out.
    let crowd = if lengths.len() < 4 {
        1
    } else {
        (lengths.len() / 5).max(2)
    };
    let close = |length: usize| {
        lengths
            .iter()
            .filter(|&&l| l <= length && l * 100 >= length * 85)
            .count()
    };
    lengths
        .iter()
        .rev()
        .copied()
        .find(|&length| close(length) >= crowd)
        .unwrap_or(0)
}
