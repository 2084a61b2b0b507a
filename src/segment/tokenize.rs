//! Text to tokens, in one pass.
//!
//! A state machine of its own reads Latin, Greek and Cyrillic text: the word
//! boundaries of Unicode (UAX 29) keep `l'accord` together, part `O.N.U.` and
//! `1 200`, and would have to be undone token by token, at several times the
//! cost. Other scripts are cut by `unicode-segmentation`.

use super::address;
use super::chars::{
    CLASS, Class, FIRST_MARK, is_apostrophe, is_blank, is_bullet, is_dash, is_hyphen, is_invisible,
    is_latin_letter, is_other_script, is_wide_line_end, is_word,
};
use super::data::{Abbreviation, Elision, SegmentData, Suffix};
use super::number;
use super::token::{Flags, Shape, Token};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What a text is made of: together the tokens and the marks cover everything
/// that is not blank.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// The tokens in order, without overlap.
    pub tokens: Vec<Token>,
    /// Byte ranges of Markdown marks (`**`, `#`, `>`, `---`), in order: rules
    /// never see them, layout does.
    pub marks: Vec<Range<u32>>,
}

impl Tokens {
    /// The bytes of a run of tokens, not empty. An emphasis mark that opens or
    /// closes right outside belongs to it if its other half is inside.
    #[must_use]
    pub fn span(&self, text: &str, range: &Range<u32>) -> Range<usize> {
        let mut start = self.tokens[range.start as usize].start;
        let mut end = self.tokens[range.end as usize - 1].end;
        let from = self.marks.partition_point(|m| m.start < start);
        let to = self.marks.partition_point(|m| m.end <= end);
        let sign = |mark: &Range<u32>| &text[mark.start as usize..mark.end as usize];
        let alone = |mark: &&Range<u32>| {
            sign(mark).starts_with(['*', '_'])
                && self.marks[from..to.max(from)]
                    .iter()
                    .filter(|m| sign(m) == sign(mark))
                    .count()
                    % 2
                    == 1
        };
        if let Some(mark) = from
            .checked_sub(1)
            .map(|i| &self.marks[i])
            .filter(|m| m.end == start)
            .filter(alone)
        {
            start = mark.start;
        } else if let Some(mark) = self.marks.get(to).filter(|m| m.start == end).filter(alone) {
            end = mark.end;
        }
        start as usize..end as usize
    }
}

/// Cuts a text into tokens. Any text will do; offsets are bytes.
///
/// # Panics
/// If the text is longer than 4 GiB.
#[must_use]
pub fn tokenize(text: &str, data: &SegmentData) -> Tokens {
    assert!(
        u32::try_from(text.len()).is_ok(),
        "a document is below 4 GiB"
    );
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        data,
        out: Tokens {
            // A token takes five bytes and more in most texts.
            tokens: Vec::with_capacity(text.len() / 4 + 1),
            marks: Vec::new(),
        },
        pos: 0,
        // The text starts as if after a blank line.
        pending: Flags(Flags::LINE_START.0 | Flags::BLOCK_START.0),
        broken: false,
        mailbox: memchr::memchr(b'@', text.as_bytes()),
    };
    scanner.run();
    scanner.out
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    data: &'t SegmentData,
    out: Tokens,
    pos: usize,
    /// Flags that the next token will take: what was seen since the last.
    pending: Flags,
    /// The first token of the next line goes on with a word.
    broken: bool,
    /// Where the next `@` is, if there is one.
    mailbox: Option<usize>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.pos) {
            // A blank between two words is half of all that is met here.
            if byte == b' ' {
                self.skip(1);
                continue;
            }
            match CLASS[byte as usize] {
                Class::Letter => self.word(),
                Class::Blank => self.skip(1),
                Class::Line => self.line_end(),
                Class::Digit => self.number(),
                Class::Other => self.sign(byte),
                Class::Wide => self.wide(),
            }
        }
    }

    fn char_at(&self, pos: usize) -> Option<char> {
        let byte = *self.bytes.get(pos)?;
        if byte < 0x80 {
            Some(byte as char)
        } else {
            self.text[pos..].chars().next()
        }
    }

    fn char_before(&self, pos: usize) -> Option<char> {
        self.text[..pos].chars().next_back()
    }

    fn byte_at(&self, pos: usize) -> u8 {
        self.bytes.get(pos).copied().unwrap_or(0)
    }

    fn skip(&mut self, width: usize) {
        self.pos += width;
        self.pending.clear(Flags::GLUED);
    }

    /// Whether no token stands before this place on its line.
    fn at_line_start(&self) -> bool {
        self.pending.any(Flags::LINE_START)
    }

    /// The next token comes after one more line end.
    fn new_line(&mut self) {
        if self.at_line_start() {
            self.pending.set(Flags::BLOCK_START);
        }
        self.pending.set(Flags::LINE_START);
    }

    fn line_end(&mut self) {
        let byte = self.bytes[self.pos];
        if byte == b'\r' && self.byte_at(self.pos + 1) == b'\n' {
            self.pos += 1;
        }
        self.new_line();
        if byte == 0x0c {
            // A form feed is a page break, as good as a blank line.
            self.new_line();
        }
        self.skip(1);
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape, value: u32) {
        let mut flags = std::mem::replace(&mut self.pending, Flags::GLUED);
        if self.broken && flags.any(Flags::LINE_START) {
            self.broken = false;
            flags.set(Flags::BROKEN);
        }
        if shape.any(Shape::CAPS) {
            flags.set(Flags::LOOSE);
        } else if shape.any(Shape::CAP) && is_mixed(&self.text[start..end]) {
            flags.set(Flags::MIXED);
        }
        self.out.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            word: 0,
            fold: 0,
            value,
            shape,
            flags,
        });
        self.pos = end;
    }

    /// Whether an e-mail address may begin at `start`.
    fn may_be_mailbox(&mut self, start: usize) -> bool {
        while let Some(at) = self.mailbox {
            if at >= start {
                return at - start <= address::LONGEST_LOCAL;
            }
            self.mailbox = memchr::memchr(b'@', &self.bytes[start..]).map(|i| start + i);
        }
        false
    }

    fn mark(&mut self, end: usize) {
        self.out.marks.push(self.pos as u32..end as u32);
        self.pos = end;
    }

    /// A character beyond ASCII that starts something.
    fn wide(&mut self) {
        match self.bytes[self.pos..] {
            // What French texts are full of: accented letters, guillemets, blanks that do not break.
            [0xc3, second, ..] if is_latin_letter(second) => return self.word(),
            [0xc2, 0xa0, ..] => return self.skip(2),
            [0xc2, 0xab | 0xbb, next, ..] if next < FIRST_MARK => {
                return self.push(self.pos, self.pos + 2, Shape::PUNCT, u32::MAX);
            }
            [0xe2, 0x80, 0xaf, ..] => return self.skip(3),
            _ => {}
        }
        let c = self.char_at(self.pos).unwrap_or(' ');
        if is_wide_line_end(c) {
            self.new_line();
            self.skip(c.len_utf8());
        } else if is_invisible(c) && c != '\u{ad}' {
            // A zero-width character parts nothing.
            self.pos += c.len_utf8();
        } else if is_blank(c) {
            if c == '\u{ad}' && self.line_breaks_word(self.pos + c.len_utf8()) {
                self.broken = true;
            }
            self.skip(c.len_utf8());
        } else if is_other_script(c) {
            self.other_script();
        } else if is_word(c) {
            self.word();
        } else {
            self.punctuation();
        }
    }

    /// A run of a script without elisions and hyphens, cut as Unicode says.
    fn other_script(&mut self) {
        let rest = &self.text[self.pos..];
        let length = rest
            .find(|c: char| c.is_ascii() || is_blank(c))
            .unwrap_or(rest.len());
        for piece in rest[..length].split_word_bounds() {
            let shape = if piece.chars().any(char::is_alphanumeric) {
                Shape::LOWER
            } else {
                Shape::PUNCT
            };
            let start = self.pos;
            self.push(start, start + piece.len(), shape, u32::MAX);
        }
    }

    /// A word: letters, digits after a letter, apostrophes inside.
    fn word(&mut self) {
        let start = self.pos;
        let mut form = Form::default();
        let mut end = start;
        let elided = loop {
            end = form.plain(self.bytes, end);
            match (self.byte_at(end), self.byte_at(end + 1)) {
                (0xc3, second) if is_latin_letter(second) => {
                    form.latin(second);
                    end += 2;
                }
                (b'\'' | b'`' | b'_' | 0x80.., _) => match self.joint(start, end, &mut form) {
                    Joint::Inside(after) => end = after,
                    Joint::Elision(after) => {
                        end = after;
                        break true;
                    }
                    Joint::Outside => break false,
                },
                _ => break false,
            }
        };
        if elided {
            return self.push(start, end, form.shape(), u32::MAX);
        }
        if end == start {
            // An apostrophe that Unicode counts among the letters, and no letter after it.
            return self.punctuation();
        }
        let sign = self.byte_at(end);
        if matches!(sign, b'.' | b':' | b'-' | b'+' | b'@') {
            let mailbox = self.may_be_mailbox(start);
            if (mailbox || matches!(sign, b'.' | b':'))
                && let Some((stop, shape)) = address::at(self.text, start, end, mailbox, self.data)
            {
                return self.push(start, stop, shape, u32::MAX);
            }
            if sign == b'.' && self.byte_at(end + 1) != b'.' {
                return self.stop_after(start, end, form);
            }
        } else if sign == 0xc2
            && self.byte_at(end + 1) == 0xb0
            && !form.has_digits()
            && form.letters <= 3
        {
            // « n° », « N° »
            end += 2;
        }
        self.push_word(start, end, form);
    }

    /// What a character that is no plain letter does to the word around it.
    fn joint(&mut self, start: usize, at: usize, form: &mut Form) -> Joint {
        let c = self.char_at(at).unwrap_or(' ');
        let after = at + c.len_utf8();
        if c == '_' {
            if self.char_at(after).is_some_and(is_word) {
                Joint::Inside(after)
            } else {
                Joint::Outside
            }
        } else if is_apostrophe(c) {
            self.apostrophe(start, at, after)
        } else if is_invisible(c) && self.char_at(after).is_some_and(char::is_alphabetic) {
            self.pending.set(Flags::INVISIBLE);
            Joint::Inside(after)
        } else if !is_word(c) || is_other_script(c) || is_raised(c) && form.letters > 3 {
            Joint::Outside
        } else {
            if c.is_numeric() {
                form.digit();
            } else {
                form.letter(c.is_uppercase(), c.is_lowercase());
            }
            Joint::Inside(after)
        }
    }

    fn push_word(&mut self, start: usize, end: usize, form: Form) {
        if form.letters == 0 {
            return self.push(start, end, Shape::NUMBER, u32::MAX);
        }
        if !form.has_digits()
            && matches!(self.bytes[start], b'I' | b'V' | b'X' | b'L' | b'C')
            && let Some((shape, value)) = self.roman(&self.text[start..end], form)
        {
            return self.push(start, end, shape, value);
        }
        self.push(start, end, form.shape(), u32::MAX);
    }

    /// The shape and the value of a Roman numeral, or an ordinal with one (`XXe`).
    fn roman(&self, word: &str, form: Form) -> Option<(Shape, u32)> {
        let numeral = word
            .bytes()
            .take_while(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
            .count();
        if numeral == word.len() {
            return number::roman(word).map(|n| (form.shape().with(Shape::ROMAN), n));
        }
        let ordinal = (numeral > 1 || matches!(word.as_bytes()[0], b'I' | b'V' | b'X'))
            && word.is_char_boundary(numeral)
            && self.data.suffix(&word[numeral..]) == Some(Suffix::Ordinal);
        let value = number::roman(&word[..numeral]).filter(|_| ordinal)?;
        Some((Shape::ORDINAL.with(Shape::ROMAN), value))
    }

    /// A word with a stop after it: an initial, an acronym, an abbreviation, or the last of a sentence.
    fn stop_after(&mut self, start: usize, end: usize, form: Form) {
        if form.letters == 1 && !form.has_digits() {
            let (stop, parts) = self.dotted(start, end);
            let capital = form.has_capitals();
            if parts > 1 {
                let shape = if capital { Shape::CAPS } else { Shape::LOWER };
                return self.push(start, stop, shape.with(Shape::DOTTED), u32::MAX);
            }
            if capital {
                let mut shape = form.shape().with(Shape::DOTTED);
                let value = number::roman(&self.text[start..end]);
                if value.is_some() {
                    shape = shape.with(Shape::ROMAN);
                }
                return self.push(start, stop, shape, value.unwrap_or(u32::MAX));
            }
        }
        let belongs = match self.data.abbreviation(&self.text[start..end]) {
            None => false,
            Some(Abbreviation::Name | Abbreviation::Inner | Abbreviation::End) => true,
            Some(Abbreviation::Number) => self.number_follows(end + 1),
            Some(Abbreviation::Month) => {
                self.number_follows(end + 1)
                    || !self.at_line_start()
                        && self
                            .out
                            .tokens
                            .last()
                            .is_some_and(|t| t.shape.any(Shape::NUMBER.with(Shape::ORDINAL)))
            }
        };
        if belongs {
            self.push(start, end + 1, form.shape().with(Shape::DOTTED), u32::MAX);
        } else {
            self.push_word(start, end, form);
        }
    }

    /// The end and the number of parts of `O.N.U.`, whose first letter ends at `end`. The last stop may be missing.
    fn dotted(&self, start: usize, mut end: usize) -> (usize, usize) {
        let mut parts = 1;
        debug_assert!(start < end);
        loop {
            end += 1;
            let Some(letter) = self.char_at(end).filter(|c| c.is_alphabetic()) else {
                return (end, parts);
            };
            let after = end + letter.len_utf8();
            let last = !self
                .char_at(after)
                .is_some_and(|c| is_word(c) || is_apostrophe(c));
            if self.byte_at(after) == b'.' {
                parts += 1;
                end = after;
            } else if last && parts > 1 && letter.is_uppercase() {
                return (after, parts + 1);
            } else {
                return (end, parts);
            }
        }
    }

    /// Whether a number (or a numbered article: `L. 123`, `III`) stands after a stop.
    fn number_follows(&self, mut pos: usize) -> bool {
        let mut lines = 0;
        while let Some(c) = self.char_at(pos).filter(|&c| is_blank(c)) {
            lines += u32::from(c == '\n');
            pos += c.len_utf8();
        }
        let rest = &self.bytes[pos.min(self.bytes.len())..];
        let first = rest.first().copied().unwrap_or(0);
        if lines > 1 {
            false
        } else if first.is_ascii_digit() || matches!(first, b'+' | b':') {
            true
        } else if first.is_ascii_uppercase() {
            let length = rest
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            let word = &self.text[pos..pos + length];
            let next = rest.get(length).copied().unwrap_or(0);
            number::roman(word).is_some_and(|_| next != b'.' || length > 1)
                || (word.bytes().filter(u8::is_ascii_alphabetic).count() == 1
                    && (length > 1
                        || next == b'.'
                        || rest.get(length + 1).is_some_and(u8::is_ascii_digit)))
        } else {
            false
        }
    }

    fn apostrophe(&self, start: usize, at: usize, after: usize) -> Joint {
        let elision = self.data.elision(&self.text[start..at]);
        let Some(next) = self.char_at(after) else {
            // A word list or a rule may name the elided word alone (« d' »).
            return if elision.is_some() && self.text[start..at].starts_with(char::is_lowercase) {
                Joint::Elision(after)
            } else {
                Joint::Outside
            };
        };
        if !next.is_alphabetic() {
            // « l'« Union », « d'1 M€ »; but not the closing quote of ‘plan D’.
            let joins = elision.is_some()
                && (!is_blank(next) || self.text[start..at].starts_with(char::is_lowercase));
            return if joins {
                Joint::Elision(after)
            } else {
                Joint::Outside
            };
        }
        match elision {
            None => Joint::Inside(after),
            Some(Elision::Word) => Joint::Elision(after),
            Some(Elision::Vowel) => {
                let capitals =
                    next.is_uppercase() && self.text[start..at].starts_with(char::is_uppercase);
                let titled = capitals
                    && self
                        .char_at(after + next.len_utf8())
                        .is_some_and(char::is_lowercase);
                if titled || !is_vowel_or_h(next) {
                    Joint::Inside(after)
                } else {
                    Joint::Elision(after)
                }
            }
        }
    }

    fn number(&mut self) {
        let start = self.pos;
        if self.may_be_mailbox(start)
            && let Some((stop, shape)) = address::at(self.text, start, start, true, self.data)
        {
            return self.push(start, stop, shape, u32::MAX);
        }
        let (end, value) = number::scan(self.text, start);
        if self.byte_at(end) < 0x80 && CLASS[self.byte_at(end) as usize] != Class::Letter {
            return self.push(start, end, Shape::NUMBER, value);
        }
        let rest = &self.text[end..];
        let letters = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        if letters == 0 {
            return self.push(start, end, Shape::NUMBER, value);
        }
        match self.data.suffix(&rest[..letters]) {
            Some(Suffix::Ordinal | Suffix::DigitOrdinal) => {
                self.push(start, end + letters, Shape::ORDINAL, value);
            }
            Some(Suffix::Unit) => {
                self.push(start, end, Shape::NUMBER, value);
                let mut form = Form::default();
                for c in rest[..letters].chars() {
                    form.letter(c.is_uppercase(), c.is_lowercase());
                }
                let raised = rest[letters..]
                    .chars()
                    .next()
                    .filter(|&c| is_raised(c))
                    .map_or(0, char::len_utf8);
                self.push(end, end + letters + raised, form.shape(), u32::MAX);
            }
            None if self.bytes[start..end].iter().all(u8::is_ascii_digit) => {
                self.word();
            }
            None => self.push(start, end, Shape::NUMBER, value),
        }
    }

    /// A sign of ASCII: most stand for themselves, whatever stands around them.
    fn sign(&mut self, byte: u8) {
        let next = self.byte_at(self.pos + 1);
        let alone = match byte {
            b'.' | b',' | b'\'' => next != byte,
            b'(' | b')' | b'/' | b':' | b';' | b'!' | b'?' | b'"' | b'%' | b'&' | b'+' | b'['
            | b']' | b'|' | b'@' | b'$' => true,
            _ => false,
        };
        if alone && next < FIRST_MARK {
            self.push(self.pos, self.pos + 1, Shape::PUNCT, u32::MAX);
        } else {
            self.punctuation();
        }
    }

    fn punctuation(&mut self) {
        let start = self.pos;
        let c = self.char_at(start).unwrap_or(' ');
        let mut end = start + c.len_utf8();
        let marks = matches!(c, '*' | '_')
            || self.at_line_start() && matches!(c, '-' | '=' | '#' | '>' | '~');
        if marks && self.markdown(c) {
            return;
        }
        // Runs that are one sign.
        if matches!(c, '.' | '\'' | '<' | '>' | '-' | ',' | '`') || is_dash(c) {
            let most = match c {
                '<' | '>' | '\'' | '`' | ',' => 2,
                _ => usize::MAX,
            };
            let mut count = 1;
            while count < most && self.char_at(end) == Some(c) {
                count += 1;
                end += c.len_utf8();
            }
        }
        let next = self.char_at(end);
        let shape = if is_hyphen(c) || is_dash(c) {
            self.hyphen(c, start, end)
        } else {
            // The parts of one emoji stay together.
            while let Some(n) = self.char_at(end) {
                match n {
                    '\u{fe00}'..='\u{fe0f}'
                    | '\u{20d0}'..='\u{20ff}'
                    | '\u{300}'..='\u{36f}'
                    | '\u{1f3fb}'..='\u{1f3ff}' => end += n.len_utf8(),
                    '\u{200d}'
                        if self
                            .char_at(end + 3)
                            .is_some_and(|c| !is_blank(c) && !is_word(c)) =>
                    {
                        end += 3;
                        end += self.char_at(end).map_or(0, char::len_utf8);
                    }
                    _ => break,
                }
            }
            Shape::PUNCT
        };
        let bullet = self.at_line_start()
            && is_bullet(c)
            && next.is_some_and(|n| is_blank(n) && n != '\n' || n.is_alphanumeric());
        self.push(
            start,
            end,
            if bullet {
                shape.with(Shape::BULLET)
            } else {
                shape
            },
            u32::MAX,
        );
    }

    /// Whether a hyphen joins or a dash parts; a line end after a hyphen breaks a word.
    fn hyphen(&mut self, c: char, start: usize, end: usize) -> Shape {
        let single = end - start == c.len_utf8();
        let before = self
            .char_before(start)
            .filter(|_| self.pending.any(Flags::GLUED) && !self.at_line_start());
        let joins_left = before
            .is_some_and(|b| b.is_alphanumeric() || matches!(b, '.' | '\'' | '\u{2019}' | ')'));
        if is_dash(c) || !single || !joins_left {
            return Shape::DASH;
        }
        if self.char_at(end).is_some_and(char::is_alphanumeric) {
            return Shape::HYPHEN;
        }
        if before.is_some_and(char::is_alphabetic) && self.line_breaks_word(end) {
            self.broken = true;
            return Shape::HYPHEN;
        }
        Shape::DASH
    }

    /// Whether a line ends at `pos` and the next text goes on with a letter: a
    /// small one, or a capital on the very next line.
    fn line_breaks_word(&self, mut pos: usize) -> bool {
        let mut lines = 0;
        while let Some(c) = self.char_at(pos) {
            if c == '\n' {
                lines += 1;
            } else if !is_blank(c) {
                return lines > 0 && (c.is_lowercase() || lines == 1 && c.is_uppercase());
            }
            pos += c.len_utf8();
        }
        false
    }

    /// Takes a Markdown mark at the current place, if there is one.
    fn markdown(&mut self, c: char) -> bool {
        let start = self.pos;
        let run = self.bytes[start..]
            .iter()
            .take_while(|&&b| b == c as u8)
            .count();
        let end = start + run;
        let next = self.char_at(end);
        let next_blank = next.is_none_or(is_blank);
        if self.at_line_start() && c != '>' {
            // A line of such signs only is a rule.
            let rest = &self.text[start..];
            let other = rest.find(|l: char| matches!(l, '\n' | '\r') || l != c && !is_blank(l));
            let line = &rest[..other.unwrap_or(rest.len())];
            if rest[line.len()..].chars().next().is_none_or(is_blank)
                && line.chars().filter(|&l| l == c).count() > 2
            {
                self.mark(start + line.trim_end().len());
                return true;
            }
        }
        match c {
            '#' if self.at_line_start() && run <= 6 && next_blank => self.mark(end),
            '>' if self.at_line_start() && run == 1 => self.mark(end),
            '*' | '_' => {
                let before = self.char_before(start);
                let before_blank = before.is_none_or(is_blank);
                let figures = |x: Option<char>| x.is_some_and(char::is_numeric);
                if run <= 3 && (before_blank && next_blank || figures(before) && figures(next)) {
                    return false;
                }
                self.mark(end);
            }
            _ => return false,
        }
        true
    }
}

/// How a word goes on at a character that is no plain letter.
enum Joint {
    /// It is inside the word, which goes on here.
    Inside(usize),
    /// It is the apostrophe that the word ends with, here.
    Elision(usize),
    /// It is no part of the word.
    Outside,
}

/// What a word's characters are, gathered while it is read.
#[derive(Clone, Copy, Default)]
struct Form {
    letters: u32,
    /// Which of the kinds below it has.
    seen: u8,
    first_upper: bool,
}

impl Form {
    const UPPER: u8 = 1;
    const LOWER: u8 = 2;
    const DIGIT: u8 = 4;

    /// Takes the letters and digits of ASCII from `start` on; where they end.
    fn plain(&mut self, bytes: &[u8], start: usize) -> usize {
        if self.is_new() {
            self.first_upper = bytes.get(start).is_some_and(u8::is_ascii_uppercase);
        }
        let mut end = start;
        while let Some(eight) = bytes.get(end..end + 8) {
            let mut word = [0; 8];
            word.copy_from_slice(eight);
            let run = Run::of(word);
            self.take(run);
            end += run.length;
            if run.length < 8 {
                return end;
            }
        }
        let rest = bytes.get(end..).unwrap_or_default();
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        let run = Run::of(word);
        self.take(run);
        end + run.length
    }

    fn take(&mut self, run: Run) {
        self.letters += run.letters;
        self.seen |= run.seen;
    }

    /// Takes the letter of Latin-1 that this byte makes with `0xc3`.
    fn latin(&mut self, second: u8) {
        self.letter(second < 0x9f, second >= 0x9f);
    }

    fn is_new(self) -> bool {
        self.letters == 0 && self.seen == 0
    }

    fn letter(&mut self, upper: bool, lower: bool) {
        if self.is_new() {
            self.first_upper = upper;
        }
        self.letters += 1;
        self.seen |= (u8::from(upper) * Self::UPPER) | (u8::from(lower) * Self::LOWER);
    }

    fn digit(&mut self) {
        self.seen |= Self::DIGIT;
    }

    fn has_digits(self) -> bool {
        self.seen & Self::DIGIT != 0
    }

    fn has_capitals(self) -> bool {
        self.seen & Self::UPPER != 0
    }

    fn shape(self) -> Shape {
        let case = if self.seen & (Self::UPPER | Self::LOWER) == Self::UPPER {
            Shape::CAPS
        } else if self.first_upper {
            Shape::CAP
        } else {
            Shape::LOWER
        };
        if self.has_digits() {
            case.with(Shape::ALNUM)
        } else if self.letters == 1 && self.has_capitals() {
            case.with(Shape::INITIAL)
        } else {
            case
        }
    }
}

/// Whether a word has a capital after a small letter.
fn is_mixed(word: &str) -> bool {
    let mut letters = word.chars().skip_while(|c| !c.is_lowercase());
    letters.any(char::is_uppercase)
}

/// The letters and digits of ASCII that eight bytes begin with. Words are short
/// and their ends cannot be foreseen: a loop over bytes is left at a place that the
/// processor guesses wrong more often than not, so eight are looked at together.
#[derive(Clone, Copy)]
struct Run {
    length: usize,
    letters: u32,
    seen: u8,
}

impl Run {
    fn of(bytes: [u8; 8]) -> Self {
        const EACH: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x80 * EACH;
        let all = u64::from_le_bytes(bytes);
        let ascii = !all & HIGH;
        // The high bit of a byte tells whether it is at least `least`.
        let at_least = |bytes: u64, least: u8| bytes + u64::from(0x80 - least) * EACH;
        let low = all & !HIGH;
        let small = low | (0x20 * EACH);
        let letter = at_least(small, b'a') & !at_least(small, b'z' + 1) & ascii;
        let digit = at_least(low, b'0') & !at_least(low, b'9' + 1) & ascii;
        let stop = !(letter | digit) & HIGH;
        // The high bits before the first byte that is neither.
        let before = HIGH & (stop & stop.wrapping_neg()).wrapping_sub(1);
        let lower = letter & (all << 2) & before;
        let upper = letter & !(all << 2) & before;
        let digits = digit & before;
        let length = stop.trailing_zeros() / 8;
        Self {
            length: length as usize,
            letters: if digits == 0 {
                length
            } else {
                (letter & before).count_ones()
            },
            seen: (u8::from(upper != 0) * Form::UPPER)
                | (u8::from(lower != 0) * Form::LOWER)
                | (u8::from(digits != 0) * Form::DIGIT),
        }
    }
}

fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

fn is_vowel_or_h(c: char) -> bool {
    matches!(
        c.to_lowercase().next().unwrap_or(c),
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'à'..='æ' | 'è'..='ï' | 'ò'..='ö' | 'ø'..='ý' | 'ÿ' | 'œ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let data = SegmentData::builtin();
        tokenize(text, &data)
            .tokens
            .iter()
            .map(|t| t.text(text))
            .collect()
    }

    fn first(text: &str) -> Token {
        tokenize(text, &SegmentData::builtin()).tokens[0]
    }

    #[test]
    fn french_text_is_cut_as_it_is_written() {
        // A bar stands between tokens.
        for line in [
            "l'|accord| qu’|elle| d'|Ivoire| L’|Oréal| QU'|IL",
            "aujourd'hui| quelqu’un| presqu'île| prud'hommes| entr'acte| Dell’Orto| O'Brien",
            "N'Djamena| N’Diaye| M'Baye| N'DIAYE| M'Hamed| n'djaména",
            "n'|est| m'|a| N'|est| N'|A| M'|honorer",
            "l'|« |Union| »| d'|1| M|€",
            "Jean|-|Pierre| J.|-|P.| Morel| va|-|t|-|il| franco|-|ukrainien",
            "le| plan| '|D|'",
            "M.| Dupont| MM.| Mme| Dr.| Vesely| S.E.M.| Abdou",
            "O.N.U.| R.D.C| i.e.| J.P.| Morel",
            "art.| 3| art.| L.| 123|-|4| de| l'|art|.",
            "p.| 14| chap.| III| tél.| :| 01| 42| 19| 30| 25",
            "12| sept.| 2024| sept.| 2024| ils| sont| sept|.",
            "etc.| cf.| etc|...",
            "9|h|30| 9| h| 30| 9|H| 40|km| 25| M|€| 7,5| t|.",
            "1er| 2e| 3ème| 1ère| XXe| XIXème| Ier| Ve| 1ers| 2nd| Vers| Le| Ce| Me",
            "03|/|02|/|2025| 12|.|06|.|2024| 1.2| 2024|-|2025| 3,5| %",
            "1 200 000| euros| 12 000| 2024| 100",
            "COP28| A400M| G7| 4x4| 3D| CO₂| km²| cession|¹| n°| 12| N°|12| 1|°",
            "(|AFD|)|,| «| mot| »|...| ?|!| …| “|mot|”| <<|mot|>>",
            "voir| https://www.elysee.fr/a_(b)/c?d=1|,| www.culture.gouv.fr|.| elysee.fr| fin|.|La",
            "presse.x-y@un.gouv.fr|.| a|@|b| 1presse@un.org",
            "–| mot| –| Paris|–|Lyon| --",
            "hors|-|d'|œuvre| presqu'île",
            "ʼ| a| ʼEua| ʼ",
            "12| mars| Москва| Αθήνα| L'|Étranger",
        ] {
            let text = line.replace('|', "");
            let expected: Vec<&str> = line.split('|').map(str::trim).collect();
            assert_eq!(cut(&text), expected, "{text}");
        }
    }

    #[test]
    fn shapes_say_the_outer_form() {
        for (text, shape) in [
            ("accord", Shape::LOWER),
            ("Alice", Shape::CAP),
            ("N'Djamena", Shape::CAP),
            ("ONU", Shape::CAPS),
            ("A", Shape::CAPS.with(Shape::INITIAL)),
            ("J.", Shape::CAPS.with(Shape::INITIAL).with(Shape::DOTTED)),
            ("V", Shape::CAPS.with(Shape::INITIAL).with(Shape::ROMAN)),
            ("XIV", Shape::CAPS.with(Shape::ROMAN)),
            ("XXe", Shape::ORDINAL.with(Shape::ROMAN)),
            ("1er", Shape::ORDINAL),
            ("1 200", Shape::NUMBER),
            ("O.N.U.", Shape::CAPS.with(Shape::DOTTED)),
            ("Mme. X", Shape::CAP.with(Shape::DOTTED)),
            ("COP28", Shape::CAPS.with(Shape::ALNUM)),
            ("• mot", Shape::PUNCT.with(Shape::BULLET)),
            ("- mot", Shape::DASH.with(Shape::BULLET)),
            ("* mot", Shape::PUNCT.with(Shape::BULLET)),
            ("http://a.b", Shape::URL),
        ] {
            assert_eq!(first(text).shape, shape, "{text}");
        }
        assert_eq!(first("1 200").value, 1200);
        assert_eq!(first("XXe").value, 20);
        assert_eq!(first("3e").value, 3);
    }

    #[test]
    fn surroundings_are_flagged() {
        let data = SegmentData::builtin();
        let text = "Un\r\ndeux\n\nvice-\nprésident co\u{ad}opé\u{ad}\nration";
        let tokens = tokenize(text, &data).tokens;
        let flags: Vec<u16> = tokens.iter().map(|t| t.flags.0).collect();
        let (line, block) = (
            Flags::LINE_START.0,
            Flags::LINE_START.0 | Flags::BLOCK_START.0,
        );
        let (broken, glued) = (Flags::BROKEN.0 | line, Flags::GLUED.0);
        assert_eq!(
            flags,
            [
                block,
                line,
                block,
                glued,
                broken,
                Flags::INVISIBLE.0,
                broken
            ]
        );
        assert!(tokens[3].shape.any(Shape::HYPHEN));
    }

    #[test]
    fn markdown_is_set_aside() {
        let data = SegmentData::builtin();
        for (text, words, marks) in [
            ("**MINISTÈRE\nDES**", "MINISTÈRE DES", "** **"),
            ("## Un titre", "Un titre", "##"),
            (
                "*Amiral-Ronarc’h* et _mot_",
                "Amiral - Ronarc’h et mot",
                "* * _ _",
            ),
            ("> mot\n---\nmot", "mot mot", "> ---"),
            ("un_mot 3*4 a * b #tag", "un_mot 3 * 4 a * b # tag", ""),
            ("* * *\n___", "", "* * * ___"),
        ] {
            let out = tokenize(text, &data);
            let found: Vec<&str> = out.tokens.iter().map(|t| t.text(text)).collect();
            let seen: Vec<&str> = out
                .marks
                .iter()
                .map(|m| &text[m.start as usize..m.end as usize])
                .collect();
            assert_eq!(
                (found.join(" "), seen.join(" ")),
                (words.into(), marks.into()),
                "{text}"
            );
        }
    }
}
