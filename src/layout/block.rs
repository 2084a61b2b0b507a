//! Lines to blocks: a paragraph, a list item, a title or a line that stands
//! alone, put together again from hard-wrapped lines, line ends inside words
//! and page breaks.

use super::Reader;
use super::cue::CueClass;
use super::edge::End;
use super::line::{Line, has_address};
use crate::segment::{Flags, Shape, Token};
use std::ops::Range;

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
    /// Which capitals its tokens have, asides included: kept up to date, since
    /// a long block would be read again for each of its lines.
    capitals: Capitals,
}

/// How much of a run of tokens is in capitals.
#[derive(Clone, Copy, Debug, Default)]
struct Capitals {
    words: usize,
    /// Whether a longer word is not.
    others: bool,
}

impl Capitals {
    fn of(tokens: &[Token]) -> Self {
        Capitals {
            words: tokens.iter().filter(|t| t.shape.any(Shape::CAPS)).count(),
            others: tokens
                .iter()
                .any(|t| t.shape.any(Shape::LOWER.with(Shape::CAP)) && t.end - t.start > 2),
        }
    }

    fn and(self, other: Self) -> Self {
        Capitals {
            words: self.words + other.words,
            others: self.others || other.others,
        }
    }

    /// At least three words, all in capitals.
    fn is_all(self) -> bool {
        self.words >= 3 && !self.others
    }
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
            end: lines[at].end,
            words: self.words(tokens.clone()),
            capitals: Capitals::of(&self.tokens[tokens.clone()]),
            tokens,
        }
    }

    fn extend(&self, block: &mut Block, lines: &[Line], at: usize) {
        let added = block.tokens.end..lines[at].tokens.end;
        block.capitals = block.capitals.and(Capitals::of(&self.tokens[added]));
        block.lines.end = at + 1;
        block.tokens.end = lines[at].tokens.end;
        block.end = lines[at].end;
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

    /// Whether the line at `at` goes on with the block before it.
    fn goes_on(&self, lines: &[Line], block: &Block, at: usize, width: usize) -> bool {
        let last = &lines[block.lines.end - 1];
        let next = &lines[at];
        if next.page {
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
        // The lines of a timetable: « 9h30 – Visite », « 11h00 – Table ronde ».
        let hour = |line: &Line| self.starts_with_hour(line.content, line.tokens.end);
        if hour(first) && hour(next) {
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
                        && !last.dated
                    || block.end == End::Hanging
                        && block.words >= 12
                        && last.length > 40
                        && !next.anew
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
        if next.anew && block.end != End::Hanging && !inside || last.dated {
            return false;
        }
        // The items of a list without bullets: each on its line, the first after « : ».
        let item = match block.end {
            End::Colon if first.content > first.tokens.start => false,
            End::Colon => !full || next.end == End::Semicolon,
            End::Semicolon => !full || self.starts_small(first),
            _ => false,
        };
        if broken || small {
            return broken || !item;
        }
        let column = block.end == End::Open && self.ends_column(last, next);
        if block.capitals.is_all()
            && !self.in_capitals(next.tokens.clone())
            && block.end != End::Hanging
            && !column
        {
            return false;
        }
        let full = full && width > 0 && last.length > 30;
        match block.end {
            End::Hanging => !self.ends_with_comma(last) || full || self.hangs_together(last, next),
            End::Colon | End::Semicolon | End::Final | End::Open => {
                full || column || self.starts_hanging(next) && block.end == End::Open
            }
        }
    }

    /// A line of a paragraph that was wrapped by hand, somewhat short of the width.
    fn is_ragged(&self, last: &Line, next: &Line, width: usize) -> bool {
        let long = |line: &Line| line.length * 10 > width * 7;
        let last_of_item = matches!(next.end, End::Semicolon | End::Final)
            && last.length * 2 > width
            && next.length < last.length
            && last.end == End::Open;
        width > 0
            && (long(last) || last_of_item)
            && !has_address(self, last.tokens.clone())
            && (last_of_item || long(next) || matches!(next.end, End::Final | End::Colon))
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
        Capitals::of(&self.tokens[range]).is_all()
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

    /// A last word of a name that stands in a narrow column, as the State writes
    /// those of its ministries: « MINISTÈRE / DE LA TRANSITION / ÉCOLOGIQUE ».
    fn ends_column(&self, last: &Line, next: &Line) -> bool {
        const WORDS: usize = 2;
        let own = &self.tokens[next.tokens.clone()];
        self.starts_hanging(last)
            && self.words(last.tokens.clone()) <= WORDS + 2
            && self.words(next.tokens.clone()) <= WORDS
            && own.iter().all(|t| t.shape.any(Shape::CAPS))
            && self
                .layout
                .cues
                .at(self.text, self.tokens, next.tokens.start, |_| true)
                .is_none()
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

    /// Where the block goes on after a page number or a running header at `at`: the line that does.
    fn resumes(&self, lines: &[Line], block: &Block, at: usize) -> Option<usize> {
        if !matches!(block.end, End::Open | End::Hanging) || block.words < 6 {
            return None;
        }
        let last = &lines[block.lines.end - 1];
        if last.heading > 0 || has_address(self, last.tokens.clone()) || last.dated {
            return None;
        }
        if !lines[at].after_blank && !lines[at].page {
            return None;
        }
        let mut page = false;
        for (resume, line) in lines.iter().enumerate().skip(at).take(4) {
            if resume > at && (line.after_blank || page) && !line.page {
                let labelled = line.content > line.tokens.start;
                let small = self.starts_small(line) && !has_address(self, line.tokens.clone());
                let any = page && !labelled && line.heading == 0 && !line.anew;
                if small || any {
                    return Some(resume);
                }
            }
            let paged = line.page;
            page |= paged;
            // A running header without a page number is one line.
            if !page && resume > at {
                return None;
            }
            let labelled = line.content > line.tokens.start;
            if !paged
                && (line.heading > 0
                    || labelled
                    || line.tokens.len() > 20
                    || line.dated
                    || line.end == End::Final)
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
    // How many lines have each length.
    let mut counts = [0usize; WIDE + 1];
    for pair in lines.windows(2) {
        let wraps = !pair[1].after_blank && pair[1].content == pair[1].tokens.start;
        if wraps && (NARROW..=WIDE).contains(&pair[0].length) {
            counts[pair[0].length] += 1;
        }
    }
    let all: usize = counts.iter().sum();
    // The longest that a good part of the lines come close to: a few may stick out.
    let crowd = if all < 4 { 1 } else { (all / 5).max(2) };
    let close =
        |length: usize| -> usize { counts[(length * 85).div_ceil(100)..=length].iter().sum() };
    (NARROW..=WIDE)
        .rev()
        .find(|&length| counts[length] > 0 && close(length) >= crowd)
        .unwrap_or(0)
}
