//! Sentences of a run of prose.
//!
//! A stop ends a sentence unless something speaks against it: what stands
//! before it (an initial, an abbreviation by its class, the number of a list
//! item), what stands after it (a small letter, a comma, nothing but glue), or
//! where it stands (inside brackets). What closes after the stop (`»`, `)`, a
//! raised note number) belongs to the sentence. The words that all this is told
//! by are lists of [`SegmentData`].

use super::chars::is_apostrophe;
use super::data::{Abbreviation, Opener, SegmentData};
use super::token::{Flags, Shape, Token};
use std::ops::Range;

/// What kind of text is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prose {
    /// A paragraph that layout has found: titles and list items stand elsewhere.
    Paragraph,
    /// Text that has lost its layout: titles and list items may have run into it.
    Bare,
}

/// Most tokens of a sentence. None is so long that is one: what goes on without a
/// stop is cut here, so that those who compare the parts of a sentence with each
/// other take time in proportion to the text.
const MAX_TOKENS: usize = 2_000;

/// Adds the sentences of the tokens of `range`, one paragraph, to `out`. They
/// follow each other without a gap.
pub fn split(
    text: &str,
    tokens: &[Token],
    range: Range<u32>,
    data: &SegmentData,
    prose: Prose,
    out: &mut Vec<Range<u32>>,
) {
    let (first, end) = (range.start as usize, range.end as usize);
    let splitter = Splitter {
        text,
        tokens: &tokens[..end],
        first,
        data,
    };
    let mut start = first;
    let mut at = first;
    let mut brackets = Brackets::default();
    while at < end {
        if at - start >= MAX_TOKENS {
            out.push(start as u32..at as u32);
            start = at;
        }
        // Most tokens are words without a stop: they neither end anything nor open brackets.
        let sign = tokens[at].shape.any(Shape::PUNCT.with(Shape::DOTTED));
        if sign {
            brackets.see(&splitter, at, start);
        }
        if !sign || splitter.stop(at) == Stop::None {
            at += 1;
            if prose == Prose::Bare
                && at < end
                && tokens[at].shape.any(Shape::CAP.with(Shape::DASH))
                && !brackets.inside(at)
                && splitter.runs_on(start, at)
            {
                out.push(start as u32..at as u32);
                start = at;
            }
            continue;
        }
        let mut last = at;
        while last + 1 < end && splitter.is_sign(last + 1, &[".", "...", "…", "!", "?"]) {
            last += 1;
        }
        let mut next = last + 1;
        while next < end && splitter.closes(next) {
            brackets.see(&splitter, next, start);
            next += 1;
        }
        if next < end && !brackets.inside(next) && splitter.parts(start, last, next) {
            out.push(start as u32..next as u32);
            start = next;
        }
        at = next;
    }
    if start < end {
        out.push(start as u32..end as u32);
    }
}

/// What kind of stop a token is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    None,
    /// A full stop.
    Full,
    /// `!`, `?`, `…`.
    Other,
    /// A word with its own stop.
    Dotted,
}

struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    first: usize,
    data: &'t SegmentData,
}

impl<'t> Splitter<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens[at].text(self.text)
    }

    fn is_sign(&self, at: usize, signs: &[&str]) -> bool {
        self.tokens[at].shape.any(Shape::PUNCT) && signs.contains(&self.word(at))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.flags.any(Flags::GLUED))
    }

    fn stop(&self, at: usize) -> Stop {
        let token = &self.tokens[at];
        match self.text.as_bytes()[token.end as usize - 1] {
            b'.' if token.shape.any(Shape::PUNCT) => {
                if token.end - token.start == 1 {
                    Stop::Full
                } else {
                    Stop::Other
                }
            }
            b'.' if token.shape.any(Shape::DOTTED) => Stop::Dotted,
            b'!' | b'?' if token.shape.any(Shape::PUNCT) => Stop::Other,
            0xa6 if self.word(at) == "…" => Stop::Other,
            _ => Stop::None,
        }
    }

    /// Whether a token after a stop closes what the sentence opened.
    fn closes(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.shape.any(Shape::NUMBER) {
            // A note number: « fin.¹ »
            return self.glued(at) && !self.text.as_bytes()[token.start as usize].is_ascii();
        }
        if !token.shape.any(Shape::PUNCT) {
            return false;
        }
        match self.word(at) {
            "»" | ">>" | "”" | ")" | "]" | "›" => true,
            "\"" | "''" | "'" | "’" | "“" => {
                // A straight quote closes where it clings to the stop, or where it is the second of a pair.
                let free = at + 1 >= self.tokens.len()
                    || !self.glued(at + 1)
                    || self.tokens[at + 1].shape.any(Shape::PUNCT);
                self.glued(at) && free || !self.glued(at) && free && self.second_of_pair(at)
            }
            _ => false,
        }
    }

    fn second_of_pair(&self, at: usize) -> bool {
        let sign = self.word(at);
        (self.first..at)
            .filter(|&i| self.tokens[i].shape.any(Shape::PUNCT) && self.word(i) == sign)
            .count()
            % 2
            == 1
    }

    fn opens(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape.any(Shape::DASH)
            || self.is_sign(
                at,
                &[
                    "«", "<<", "“", "„", "\"", "''", "'", "‘", "’", "(", "[", "‹", "¿", "¡", "•",
                    "·", "*", "→",
                ],
            )
    }

    /// Whether a new sentence starts at `next`, after the stop `last`, in a sentence that begins at `start`.
    fn parts(&self, start: usize, last: usize, next: usize) -> bool {
        let Some(word) = (next..self.tokens.len()).find(|&at| !self.opens(at)) else {
            return true;
        };
        let token = &self.tokens[word];
        if token.shape.any(Shape::PUNCT.with(Shape::HYPHEN)) {
            return false;
        }
        // « eBay » is as good as a capital.
        let inner_capital = self
            .word(word)
            .as_bytes()
            .get(1)
            .is_some_and(u8::is_ascii_uppercase);
        if token.shape.any(Shape::LOWER) && !inner_capital {
            return self.small_letter_parts(last, next, word);
        }
        let stop = self.stop(last);
        if stop == Stop::Dotted {
            return self.dotted_parts(last, next, word);
        }
        let closed = next > last + 1;
        if self.glued(next) && !closed {
            // « fin.La » lacks its blank, « 3.La » or « A.La » need none.
            return last > start
                && self.tokens[last - 1].shape.any(Shape::LOWER)
                && self.tokens[last - 1].end - self.tokens[last - 1].start > 2
                && token.shape.any(Shape::CAP)
                && next == word;
        }
        if stop == Stop::Full && last > start {
            let before = &self.tokens[last - 1];
            let label = last - 1 == start
                && before
                    .shape
                    .any(Shape::NUMBER.with(Shape::ROMAN).with(Shape::INITIAL));
            if label || self.unknown_abbreviation(last - 1) && self.opener(word).is_none() {
                return false;
            }
        }
        true
    }

    /// A sentence that begins with a small letter: a list item after a hyphen, or
    /// a word that opens sentences after a full word and its stop.
    fn small_letter_parts(&self, last: usize, next: usize, word: usize) -> bool {
        if self.stop(last) != Stop::Full || self.glued(next) || last == self.first {
            return false;
        }
        let before = &self.tokens[last - 1];
        next + 1 == word && self.word(next) == "-"
            || next == word
                && next == last + 1
                && before.shape.any(Shape::LOWER)
                && before.end - before.start > 4
                && self
                    .data
                    .opener(self.word(word).trim_end_matches(is_apostrophe))
                    .is_some()
    }

    /// Whether a new sentence starts at `at` though no stop stands before it: a
    /// capitalised word that only opens sentences, after « ; » or after a title
    /// that ran into the text.
    fn runs_on(&self, start: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        if at - start < 2 || self.glued(at) {
            return false;
        }
        if self.is_sign(at - 1, &[";"]) && token.shape.any(Shape::DASH) {
            return true;
        }
        if !token.shape.any(Shape::CAP) {
            return false;
        }
        if self.is_sign(at - 1, &[";", ":"]) {
            return self.opener_before_prose(at);
        }
        // What costs least is asked first: most capitals are those of names.
        if !self
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.shape.any(Shape::LOWER))
        {
            return false;
        }
        let before = &self.tokens[at - 1];
        let small = before.shape.any(Shape::LOWER.with(Shape::NUMBER));
        let capital = before.shape.any(Shape::CAP.with(Shape::CAPS));
        if !small && !capital && !self.is_sign(at - 1, &[")"]) {
            return false;
        }
        let known = self.opener(at);
        let after_title = !capital || small || known == Some(Opener::Word);
        after_title
            && known.is_some()
            && self
                .data
                .opener(self.word(at - 1).trim_end_matches(is_apostrophe))
                .is_none()
    }

    /// Whether a word with its own stop ends the sentence before the word at `word`.
    fn dotted_parts(&self, last: usize, next: usize, word: usize) -> bool {
        let token = &self.tokens[last];
        if self.glued(next) && next == last + 1 {
            return false;
        }
        let form = self.word(last);
        let form = &form[..form.len() - 1];
        match self.data.abbreviation(form) {
            Some(Abbreviation::Inner) if next > last + 1 => true,
            Some(Abbreviation::Name | Abbreviation::Inner | Abbreviation::Number) => false,
            // « Groupe Zorblat inc. (« GZ ») annonce »
            Some(Abbreviation::End) => self.word(next) != "(",
            Some(Abbreviation::Month) => self.opener(word).is_some(),
            None if token.shape.any(Shape::INITIAL) => {
                // « le plan B. Le ministre », not « Mme C. Le Goff », not « J. Dupont ».
                let before = self.tokens[self.first..last].last();
                before.is_some_and(|b| {
                    (b.shape.any(Shape::LOWER) || b.shape.any(Shape::PUNCT) && self.glued(last))
                        && self.opener_before_prose(word)
                        || b.shape.any(Shape::CAP.with(Shape::CAPS))
                            && self.opener(word) == Some(Opener::Word)
                })
            }
            // « au-dessus du S.M.I.C. La CGT », not « S.E. Le Clerc ».
            None => {
                self.opener_before_prose(word)
                    || token.end - token.start > 5 && self.opener(word).is_some()
            }
        }
    }

    fn opener(&self, at: usize) -> Option<Opener> {
        let token = &self.tokens[at];
        if !token.shape.any(Shape::CAP.with(Shape::CAPS)) {
            return None;
        }
        self.data
            .opener(self.word(at).trim_end_matches(is_apostrophe))
    }

    fn opener_before_prose(&self, at: usize) -> bool {
        match self.opener(at) {
            None => false,
            Some(Opener::Word) => true,
            Some(Opener::Article) => self
                .tokens
                .get(at + 1)
                .is_some_and(|t| !t.shape.any(Shape::CAP.with(Shape::CAPS))),
        }
    }

    /// A short capitalised word without a vowel is an abbreviation, listed or not (`Sgt`).
    fn unknown_abbreviation(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape.any(Shape::CAP)
            && token.end - token.start <= 4
            && self.word(at).bytes().all(|b| {
                b.is_ascii_alphabetic()
                    && !matches!(b | 32, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
            })
    }
}

/// Whether the place is inside round brackets that opened after the sentence did.
#[derive(Default)]
struct Brackets {
    /// Where the innermost open bracket will close.
    close: usize,
}

impl Brackets {
    /// How far a closing bracket is looked for, in tokens: beyond, the bracket was never closed.
    const REACH: usize = 80;

    fn see(&mut self, splitter: &Splitter<'_>, at: usize, start: usize) {
        if at > start && at >= self.close && splitter.is_sign(at, &["("]) {
            let mut depth = 0;
            let stop = splitter.tokens.len().min(at + Self::REACH);
            for i in at..stop {
                if splitter.is_sign(i, &["("]) {
                    depth += 1;
                } else if splitter.is_sign(i, &[")"]) {
                    depth -= 1;
                    if depth == 0 {
                        self.close = i;
                        break;
                    }
                }
            }
        }
    }

    fn inside(&self, at: usize) -> bool {
        at <= self.close
    }
}
