//! Text to tokens, in one pass.
//!
//! A state machine of its own reads Latin, Greek and Cyrillic text: the word
//! boundaries of Unicode (UAX 29) keep `l'accord` together, part `O.N.U.` and
//! `1 200`, and would have to be undone token by token, at several times the
//! cost. Other scripts are cut by `unicode-segmentation`.

use super::address;
use super::chars::{
    CLASS, Class, is_apostrophe, is_blank, is_bullet, is_dash, is_hyphen, is_invisible,
    is_other_script, is_wide_line_end, is_word,
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
            tokens: Vec::with_capacity(text.len() / 5),
            marks: Vec::new(),
        },
        pos: 0,
        lines: 2,
        glued: false,
        pending: Flags::default(),
        broken: false,
        has_at: memchr::memchr(b'@', text.as_bytes()).is_some(),
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
    /// Line ends since the last token; the text starts as if after a blank line.
    lines: u32,
    /// No blank since the last token.
    glued: bool,
    /// Flags that the next token will take.
    pending: Flags,
    /// The first token of the next line goes on with a word.
    broken: bool,
    /// Whether there can be e-mail addresses at all.
    has_at: bool,
}

impl Scanner<'_> {
    fn run(&mut self) {
        while self.pos < self.bytes.len() {
            match CLASS[self.bytes[self.pos] as usize] {
                Class::Blank => self.skip(1),
                Class::Line => self.line_end(),
                Class::Letter => self.word(),
                Class::Digit => self.number(),
                Class::Other => self.punctuation(),
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
        self.glued = false;
    }

    fn line_end(&mut self) {
        let byte = self.bytes[self.pos];
        if byte == b'\r' && self.byte_at(self.pos + 1) == b'\n' {
            self.pos += 1;
        }
        // A form feed is a page break, as good as a blank line.
        self.lines += if byte == 0x0c { 2 } else { 1 };
        self.skip(1);
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape, value: u32) {
        let mut flags = std::mem::take(&mut self.pending);
        if self.glued {
            flags.set(Flags::GLUED);
        }
        if self.lines > 0 {
            flags.set(Flags::LINE_START);
            if std::mem::take(&mut self.broken) {
                flags.set(Flags::BROKEN);
            }
        }
        if self.lines > 1 {
            flags.set(Flags::BLOCK_START);
        }
        if shape.any(Shape::CAPS) {
            flags.set(Flags::LOOSE);
        }
        let (start, end) = (start as u32, end as u32);
        self.out.tokens.push(Token {
            start,
            end,
            word: 0,
            fold: 0,
            value,
            shape,
            flags,
        });
        self.lines = 0;
        self.glued = true;
        self.pos = end as usize;
    }

    fn mark(&mut self, end: usize) {
        self.out.marks.push(self.pos as u32..end as u32);
        self.pos = end;
    }

    /// A character beyond ASCII that starts something.
    fn wide(&mut self) {
        let c = self.char_at(self.pos).unwrap_or(' ');
        if is_wide_line_end(c) {
            self.lines += 1;
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
        let mut elided = false;
        while end < self.bytes.len() {
            let byte = self.bytes[end];
            match CLASS[byte as usize] {
                Class::Letter => {
                    form.letter(byte.is_ascii_uppercase(), byte.is_ascii_lowercase());
                    end += 1;
                }
                Class::Digit => {
                    form.digits += 1;
                    end += 1;
                }
                Class::Other if byte == b'_' && self.char_at(end + 1).is_some_and(is_word) => {
                    end += 1;
                }
                // The accented letters of Latin-1, but for × and ÷.
                Class::Wide if byte == 0xc3 && !matches!(self.byte_at(end + 1), 0x97 | 0xb7) => {
                    let upper = self.bytes[end + 1] < 0x9f;
                    form.letter(upper, !upper);
                    end += 2;
                }
                Class::Other | Class::Wide => {
                    let c = self.char_at(end).unwrap_or(' ');
                    let after = end + c.len_utf8();
                    if is_apostrophe(c) {
                        match self.apostrophe(start, end, after) {
                            Apostrophe::Inside => end = after,
                            Apostrophe::Elision => {
                                end = after;
                                elided = true;
                                break;
                            }
                            Apostrophe::Outside => break,
                        }
                    } else if is_invisible(c)
                        && self.char_at(after).is_some_and(char::is_alphabetic)
                    {
                        self.pending.set(Flags::INVISIBLE);
                        end = after;
                    } else if !is_word(c) || is_other_script(c) {
                        break;
                    } else {
                        if is_raised(c) && form.letters > 3 {
                            break;
                        }
                        if c.is_numeric() {
                            form.digits += 1;
                        } else {
                            form.letter(c.is_uppercase(), c.is_lowercase());
                        }
                        end = after;
                    }
                }
                Class::Blank | Class::Line => break,
            }
        }
        if elided {
            return self.push(start, end, form.shape(), u32::MAX);
        }
        match self.byte_at(end) {
            sign @ (b'.' | b':' | b'-' | b'+' | b'@')
                if self.has_at || matches!(sign, b'.' | b':') =>
            {
                if let Some((stop, shape)) =
                    address::at(self.text, start, end, self.has_at, self.data)
                {
                    return self.push(start, stop, shape, u32::MAX);
                }
                if self.bytes[end] == b'.' && self.byte_at(end + 1) != b'.' {
                    return self.stop_after(start, end, form);
                }
            }
            // « n° », « N° »
            0xc2 if self.byte_at(end + 1) == 0xb0 && form.digits == 0 && form.letters <= 3 => {
                end += 2;
            }
            _ => {}
        }
        self.push_word(start, end, form);
    }

    fn push_word(&mut self, start: usize, end: usize, form: Form) {
        let word = &self.text[start..end];
        let mut shape = form.shape();
        let mut value = u32::MAX;
        if form.letters == 0 {
            shape = Shape::NUMBER;
        } else if form.digits == 0 && matches!(word.as_bytes()[0], b'I' | b'V' | b'X' | b'L' | b'C')
        {
            let numeral = word
                .bytes()
                .take_while(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
                .count();
            if numeral == word.len() {
                if let Some(n) = number::roman(word) {
                    (shape, value) = (shape.with(Shape::ROMAN), n);
                }
            } else if (numeral > 1 || matches!(word.as_bytes()[0], b'I' | b'V' | b'X'))
                && word.is_char_boundary(numeral)
                && self.data.suffix(&word[numeral..]) == Some(Suffix::Ordinal)
                && let Some(n) = number::roman(&word[..numeral])
            {
                (shape, value) = (Shape::ORDINAL.with(Shape::ROMAN), n);
            }
        }
        self.push(start, end, shape, value);
    }

    /// A word with a stop after it: an initial, an acronym, an abbreviation, or the last of a sentence.
    fn stop_after(&mut self, start: usize, end: usize, form: Form) {
        if form.letters == 1 && form.digits == 0 {
            let (stop, parts) = self.dotted(start, end);
            let capital = form.upper == 1;
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
                    || self.lines == 0
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

    fn apostrophe(&self, start: usize, at: usize, after: usize) -> Apostrophe {
        let elision = self.data.elision(&self.text[start..at]);
        let Some(next) = self.char_at(after) else {
            // A word list or a rule may name the elided word alone (« d' »).
            return if elision.is_some() && self.text[start..at].starts_with(char::is_lowercase) {
                Apostrophe::Elision
            } else {
                Apostrophe::Outside
            };
        };
        if !next.is_alphabetic() {
            // « l'« Union », « d'1 M€ »; but not the closing quote of ‘plan D’.
            let joins = elision.is_some()
                && (!is_blank(next) || self.text[start..at].starts_with(char::is_lowercase));
            return if joins {
                Apostrophe::Elision
            } else {
                Apostrophe::Outside
            };
        }
        match elision {
            None => Apostrophe::Inside,
            Some(Elision::Word) => Apostrophe::Elision,
            Some(Elision::Vowel) => {
                let capitals =
                    next.is_uppercase() && self.text[start..at].starts_with(char::is_uppercase);
                let titled = capitals
                    && self
                        .char_at(after + next.len_utf8())
                        .is_some_and(char::is_lowercase);
                if titled || !is_vowel_or_h(next) {
                    Apostrophe::Inside
                } else {
                    Apostrophe::Elision
                }
            }
        }
    }

    fn number(&mut self) {
        let start = self.pos;
        if self.has_at
            && let Some((stop, shape)) = address::at(self.text, start, start, true, self.data)
        {
            return self.push(start, stop, shape, u32::MAX);
        }
        let (end, value) = number::scan(self.text, start);
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
                rest[..letters]
                    .chars()
                    .for_each(|c| form.letter(c.is_uppercase(), c.is_lowercase()));
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

    fn punctuation(&mut self) {
        let start = self.pos;
        let c = self.char_at(start).unwrap_or(' ');
        let mut end = start + c.len_utf8();
        if matches!(c, '*' | '_' | '-' | '=' | '#' | '>' | '~') && self.markdown(c) {
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
        let bullet = self.lines > 0
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
            .filter(|_| self.glued && self.lines == 0);
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
        if self.lines > 0 && matches!(c, '*' | '_' | '-' | '=' | '#' | '~') {
            // A line of such signs only is a rule.
            let line = self.text[start..]
                .split(['\n', '\r'])
                .next()
                .unwrap_or("")
                .trim_end();
            if line.chars().all(|l| l == c || is_blank(l))
                && line.chars().filter(|&l| l == c).count() > 2
            {
                self.mark(start + line.len());
                return true;
            }
        }
        match c {
            '#' if self.lines > 0 && run <= 6 && next_blank => self.mark(end),
            '>' if self.lines > 0 && run == 1 => self.mark(end),
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

enum Apostrophe {
    Inside,
    Elision,
    Outside,
}

/// What a word's characters are, counted while it is read.
#[derive(Clone, Copy, Default)]
struct Form {
    letters: u32,
    upper: u32,
    lower: u32,
    digits: u32,
    first_upper: bool,
}

impl Form {
    fn letter(&mut self, upper: bool, lower: bool) {
        self.first_upper |= upper && self.letters == 0 && self.digits == 0;
        self.letters += 1;
        self.upper += u32::from(upper);
        self.lower += u32::from(lower);
    }

    fn shape(self) -> Shape {
        let case = if self.upper > 0 && self.lower == 0 {
            Shape::CAPS
        } else if self.first_upper {
            Shape::CAP
        } else {
            Shape::LOWER
        };
        if self.digits > 0 {
            case.with(Shape::ALNUM)
        } else if self.letters == 1 && self.upper == 1 {
            case.with(Shape::INITIAL)
        } else {
            case
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
