//! Tokens of a content stream (and of a `CMap`, which has the same syntax).
//!
//! The lexer never fails: a stray delimiter is skipped and reading goes on
//! with the next byte, so one damaged operator costs itself and not the rest
//! of the page. Strings and names are written into one arena that the caller
//! clears after each operator: no allocation per operand.

/// One token, small since it is copied often. Strings and names are ranges of
/// the arena given to [`Lexer::next`], words of the data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token {
    /// A number; integers and reals are not told apart.
    Number(f32),
    /// A decoded string: start and end in the arena.
    String(u32, u32),
    /// A name without its slash, `#xx` not decoded: start and end in the arena.
    Name(u32, u32),
    /// `[`
    ArrayStart,
    /// `]`
    ArrayEnd,
    /// `<<`
    DictStart,
    /// `>>`
    DictEnd,
    /// Any other word, an operator, `true`, `false`, `null`: start and end in
    /// the data, for [`Lexer::word`].
    Word(u32, u32),
}

impl Token {
    /// The bytes of a name in the arena.
    pub fn name(self, arena: &[u8]) -> Option<&[u8]> {
        match self {
            Self::Name(a, b) => Some(&arena[a as usize..b as usize]),
            _ => None,
        }
    }

    /// The bytes of a string in the arena.
    pub fn string(self, arena: &[u8]) -> Option<&[u8]> {
        match self {
            Self::String(a, b) => Some(&arena[a as usize..b as usize]),
            _ => None,
        }
    }
}

/// What a digit counts by its place after the point, as many as a number may have.
const DECIMALS: [f64; 20] = [
    1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14,
    1e-15, 1e-16, 1e-17, 1e-18, 1e-19,
];

/// Reads tokens from bytes.
#[derive(Debug, Clone)]
pub struct Lexer<'a> {
    data: &'a [u8],
    at: usize,
}

const fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\n' | b'\r' | b'\t' | 0 | 0x0c)
}

const fn is_delimiter(b: u8) -> bool {
    matches!(
        b,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// Bytes of names and words.
static REGULAR: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = !is_space(b as u8) && !is_delimiter(b as u8);
        b += 1;
    }
    table
};

/// Values of hexadecimal digits; 255 for all other bytes.
static HEX: [u8; 256] = {
    let mut table = [255; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            d @ b'0'..=b'9' => d - b'0',
            d @ b'a'..=b'f' => d - b'a' + 10,
            d @ b'A'..=b'F' => d - b'A' + 10,
            _ => 255,
        };
        b += 1;
    }
    table
};

impl<'a> Lexer<'a> {
    /// A lexer at the start of `data`; what is beyond 4 GiB is left out.
    pub fn new(data: &'a [u8]) -> Self {
        let data = &data[..data.len().min(u32::MAX as usize)];
        Self { data, at: 0 }
    }

    /// The bytes of a [`Token::Word`].
    pub fn word(&self, start: u32, end: u32) -> &'a [u8] {
        &self.data[start as usize..end as usize]
    }

    /// Index of the next byte.
    pub fn position(&self) -> usize {
        self.at
    }

    fn skip_space(&mut self) {
        while let Some(&b) = self.data.get(self.at) {
            if is_space(b) {
                self.at += 1;
            } else if b == b'%' {
                while self
                    .data
                    .get(self.at)
                    .is_some_and(|&b| b != b'\n' && b != b'\r')
                {
                    self.at += 1;
                }
            } else {
                break;
            }
        }
    }

    /// The next token, or `None` at the end of the data.
    #[expect(clippy::inline_always, reason = "a page has thousands of tokens")]
    #[inline(always)]
    pub fn next(&mut self, arena: &mut Vec<u8>) -> Option<Token> {
        loop {
            let mut b = *self.data.get(self.at)?;
            // Nearly always one blank, and no comment.
            if b == b' ' || b == b'\n' {
                self.at += 1;
                b = *self.data.get(self.at)?;
            }
            if is_space(b) || b == b'%' {
                self.skip_space();
                b = *self.data.get(self.at)?;
            }
            match b {
                b'0'..=b'9' | b'+' | b'-' | b'.' => {
                    return match self.number() {
                        Some(number) => Some(Token::Number(number)),
                        None => Some(self.odd_number()),
                    };
                }
                b'(' => return Some(self.literal(arena)),
                b'<' => {
                    if self.data.get(self.at + 1) == Some(&b'<') {
                        self.at += 2;
                        return Some(Token::DictStart);
                    }
                    return Some(self.hex(arena));
                }
                b'>' => {
                    if self.data.get(self.at + 1) == Some(&b'>') {
                        self.at += 2;
                        return Some(Token::DictEnd);
                    }
                    self.at += 1;
                }
                b'[' => {
                    self.at += 1;
                    return Some(Token::ArrayStart);
                }
                b']' => {
                    self.at += 1;
                    return Some(Token::ArrayEnd);
                }
                b'/' => return Some(self.name(arena)),
                b')' | b'{' | b'}' => self.at += 1,
                _ => {
                    let start = self.at as u32;
                    self.regular();
                    return Some(Token::Word(start, self.at as u32));
                }
            }
        }
    }

    #[inline]
    fn regular(&mut self) -> &'a [u8] {
        let rest = &self.data[self.at..];
        let end = rest.iter().position(|&b| !REGULAR[usize::from(b)]);
        let word = &rest[..end.unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    /// A name, from its slash on.
    #[inline(never)]
    fn name(&mut self, arena: &mut Vec<u8>) -> Token {
        self.at += 1;
        let start = arena.len() as u32;
        arena.extend_from_slice(self.regular());
        Token::Name(start, arena.len() as u32)
    }

    /// A number as nearly all are: a sign or none, few digits, one point or none.
    #[inline]
    fn number(&mut self) -> Option<f32> {
        /// Digits that surely fit.
        const FEW: usize = 16;
        let data = self.data;
        let mut at = self.at;
        let negative = data.get(at) == Some(&b'-');
        at += usize::from(negative);
        let first = at;
        let mut value = 0i64;
        let digit = |at: usize| data.get(at).map(|b| b.wrapping_sub(b'0'));
        while let Some(d @ 0..=9) = digit(at) {
            value = value.wrapping_mul(10).wrapping_add(i64::from(d));
            at += 1;
        }
        let whole = at - first;
        let mut decimals = 0;
        if data.get(at) == Some(&b'.') {
            at += 1;
            let point = at;
            while let Some(d @ 0..=9) = digit(at) {
                value = value.wrapping_mul(10).wrapping_add(i64::from(d));
                at += 1;
            }
            decimals = at - point;
        }
        let goes_on = matches!(data.get(at), Some(b'.' | b'-'));
        if at == first || goes_on || whole + decimals > FEW {
            return None;
        }
        self.at = at;
        let value = if decimals == 0 {
            value as f32
        } else {
            (value as f64 * DECIMALS[decimals]) as f32
        };
        Some(if negative { -value } else { value })
    }

    /// Any other number, or a word that starts as if it were one.
    #[cold]
    fn odd_number(&mut self) -> Token {
        // More digits than these say nothing in single precision.
        const FULL: u64 = 1 << 56;
        let data = self.data;
        let start = self.at;
        let mut at = start;
        let mut negative = false;
        while let Some(&b @ (b'-' | b'+')) = data.get(at) {
            negative |= b == b'-';
            at += 1;
        }
        let first = at;
        let mut value = 0u64;
        // Digits before the point that did not fit, and digits after it that did.
        let (mut dropped, mut decimals) = (0usize, 0usize);
        let mut point = false;
        while let Some(&b) = data.get(at) {
            match b {
                b'0'..=b'9' if value < FULL => {
                    value = value * 10 + u64::from(b - b'0');
                    decimals += usize::from(point);
                }
                b'0'..=b'9' => dropped += usize::from(!point),
                b'.' => point = true,
                // `12-34` and `1.2.3` occur in damaged files: the rest is noise.
                b'-' => {}
                _ => break,
            }
            at += 1;
        }
        self.at = at;
        if at == first {
            // A lone sign, or a word that starts with one.
            let word = self.regular();
            if !word.is_empty() {
                return Token::Word(start as u32, self.at as u32);
            }
        }
        let value = match (decimals, dropped) {
            (0, 0) => value as f32,
            (_, 0) => (value as f64 * DECIMALS[decimals.min(DECIMALS.len() - 1)]) as f32,
            _ => value as f32 * 10f32.powi(dropped.min(40) as i32),
        };
        Token::Number(if negative { -value } else { value })
    }

    #[inline(never)]
    fn literal(&mut self, arena: &mut Vec<u8>) -> Token {
        let start = arena.len() as u32;
        self.at += 1;
        let mut depth = 1u32;
        // Up to the first byte that may mean more than itself.
        let rest = &self.data[self.at..];
        let plain = rest
            .iter()
            .position(|&b| matches!(b, b'(' | b')' | b'\\' | b'\r'))
            .unwrap_or(rest.len());
        arena.extend_from_slice(&rest[..plain]);
        self.at += plain;
        while let Some(&b) = self.data.get(self.at) {
            self.at += 1;
            match b {
                b'(' => {
                    depth += 1;
                    arena.push(b);
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    arena.push(b);
                }
                b'\\' => self.escape(arena),
                b'\r' => {
                    if self.data.get(self.at) == Some(&b'\n') {
                        self.at += 1;
                    }
                    arena.push(b'\n');
                }
                _ => arena.push(b),
            }
        }
        Token::String(start, arena.len() as u32)
    }

    fn escape(&mut self, arena: &mut Vec<u8>) {
        let Some(&b) = self.data.get(self.at) else {
            return;
        };
        self.at += 1;
        match b {
            b'n' => arena.push(b'\n'),
            b'r' => arena.push(b'\r'),
            b't' => arena.push(b'\t'),
            b'b' => arena.push(8),
            b'f' => arena.push(12),
            b'0'..=b'7' => {
                let mut code = u16::from(b - b'0');
                for _ in 0..2 {
                    match self.data.get(self.at) {
                        Some(&d @ b'0'..=b'7') => {
                            code = code * 8 + u16::from(d - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                arena.push((code & 0xff) as u8);
            }
            b'\r' => {
                if self.data.get(self.at) == Some(&b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            _ => arena.push(b),
        }
    }

    #[inline(never)]
    fn hex(&mut self, arena: &mut Vec<u8>) -> Token {
        let start = arena.len() as u32;
        self.at += 1;
        // Whole pairs of digits first.
        for pair in self.data[self.at..].chunks_exact(2) {
            let (high, low) = (HEX[usize::from(pair[0])], HEX[usize::from(pair[1])]);
            if high | low > 15 {
                break;
            }
            arena.push(high << 4 | low);
            self.at += 2;
        }
        if self.data.get(self.at) == Some(&b'>') {
            self.at += 1;
        } else {
            self.odd_hex(arena);
        }
        Token::String(start, arena.len() as u32)
    }

    /// The rest of a hexadecimal string with blanks or an odd digit in it.
    #[cold]
    fn odd_hex(&mut self, arena: &mut Vec<u8>) {
        let mut high = None;
        while let Some(&b) = self.data.get(self.at) {
            self.at += 1;
            if b == b'>' {
                break;
            }
            let value = HEX[usize::from(b)];
            if value > 15 {
                continue;
            }
            match high.take() {
                None => high = Some(value),
                Some(first) => arena.push(first << 4 | value),
            }
        }
        if let Some(first) = high {
            arena.push(first << 4);
        }
    }

    /// Skips the data of an inline image; called right after `ID`.
    ///
    /// Its length is not written down: the end is an `EI` between white space
    /// whose following bytes look like content again.
    pub fn skip_inline_image(&mut self) {
        let data = self.data;
        let mut i = self.at;
        while let Some(found) = memchr::memmem::find(data.get(i..).unwrap_or(&[]), b"EI") {
            let start = i + found;
            let end = start + 2;
            let before = start == 0 || is_space(data[start - 1]);
            let after = data.get(end).is_none_or(|&b| is_space(b));
            let tail = &data[end..data.len().min(end + 12)];
            let plain = tail
                .iter()
                .all(|&b| matches!(b, b'\n' | b'\r' | b'\t' | b' '..=b'~'));
            if before && after && plain {
                self.at = end;
                return;
            }
            i = end;
        }
        self.at = data.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(data: &[u8]) -> (Vec<Token>, Vec<u8>) {
        let mut lexer = Lexer::new(data);
        let mut arena = Vec::new();
        let mut tokens = Vec::new();
        while let Some(token) = lexer.next(&mut arena) {
            tokens.push(token);
        }
        (tokens, arena)
    }

    #[test]
    fn numbers_of_every_shape() {
        let (tokens, _) = all(b"1 -2.5 +.25 --3 4. 00012 -");
        let numbers: Vec<f32> = tokens
            .iter()
            .map(|t| match t {
                Token::Number(n) => *n,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(numbers, [1.0, -2.5, 0.25, -3.0, 4.0, 12.0, 0.0]);
    }

    #[test]
    fn strings_are_unescaped() {
        let (tokens, arena) = all(b"(a\\)b\\351(c)\\\nd) <41 4> ");
        assert_eq!(tokens.len(), 2);
        assert_eq!(arena, b"a)b\xe9(c)dA@");
    }

    #[test]
    fn a_stray_delimiter_costs_only_itself() {
        let (tokens, arena) = all(b"] >> ) } 1 0 Td (x) Tj");
        assert!(tokens.ends_with(&[Token::String(0, 1), Token::Word(20, 22)]));
        assert_eq!(arena, b"x");
    }

    #[test]
    fn an_inline_image_is_passed_over() {
        let data = b"BI /W 1 ID \x00EI\xff EI\x80 x EI Q (y) Tj";
        let mut lexer = Lexer::new(data);
        let mut arena = Vec::new();
        while lexer.next(&mut arena) != Some(Token::Word(8, 10)) {}
        lexer.skip_inline_image();
        let Some(Token::Word(start, end)) = lexer.next(&mut arena) else {
            panic!("no word");
        };
        assert_eq!(lexer.word(start, end), b"Q");
    }
}
