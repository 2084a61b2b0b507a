//! The objects of a file as it writes them: a strict parser for the objects
//! that a document really needs. What it does not understand it says so, and
//! the file goes to the reader that repairs.

use super::object::{Dictionary, Object};

/// Containers within containers.
const MAX_DEPTH: usize = 64;

/// Reads objects from a file's bytes.
#[derive(Debug, Clone)]
pub struct Parser<'a> {
    data: &'a [u8],
    /// The next byte.
    pub at: usize,
}

const fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\n' | b'\r' | b'\t' | 0 | 0x0c)
}

const fn is_regular(b: u8) -> bool {
    !is_space(b)
        && !matches!(
            b,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

fn hex(b: u8) -> Option<u8> {
    char::from(b).to_digit(16).map(|d| d as u8)
}

impl<'a> Parser<'a> {
    /// A parser of `data` from `at` on.
    pub fn new(data: &'a [u8], at: usize) -> Self {
        Self { data, at }
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    /// Skips white space and comments.
    pub fn skip_space(&mut self) {
        while let Some(b) = self.peek() {
            if is_space(b) {
                self.at += 1;
            } else if b == b'%' {
                while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else {
                break;
            }
        }
    }

    /// Takes this word if it comes next.
    pub fn word(&mut self, word: &[u8]) -> bool {
        self.skip_space();
        let found = self.data[self.at..].starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// A whole number without a sign.
    pub fn whole(&mut self) -> Option<u64> {
        self.skip_space();
        let start = self.at;
        let mut value = 0u64;
        while let Some(b @ b'0'..=b'9') = self.peek() {
            value = value.checked_mul(10)?.checked_add(u64::from(b - b'0'))?;
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }

    /// Any object but a stream.
    pub fn object(&mut self, depth: usize) -> Option<Object> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.skip_space();
        match self.peek()? {
            b'<' if self.data.get(self.at + 1) == Some(&b'<') => {
                self.dictionary(depth).map(Object::Dictionary)
            }
            b'<' => self.hex_string(),
            b'(' => self.literal(),
            b'/' => self.name().map(Object::Name),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.skip_space();
                    if self.peek()? == b']' {
                        self.at += 1;
                        return Some(Object::Array(items));
                    }
                    items.push(self.object(depth + 1)?);
                }
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            _ if self.word(b"true") => Some(Object::Boolean(true)),
            _ if self.word(b"false") => Some(Object::Boolean(false)),
            _ if self.word(b"null") => Some(Object::Null),
            _ => None,
        }
    }

    /// A dictionary, from its `<<` on.
    pub fn dictionary(&mut self, depth: usize) -> Option<Dictionary> {
        if !self.word(b"<<") {
            return None;
        }
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.peek()? {
                b'>' if self.data.get(self.at + 1) == Some(&b'>') => {
                    self.at += 2;
                    return Some(Dictionary::new(entries));
                }
                b'/' => {
                    let key = self.name()?;
                    entries.push((key, self.object(depth + 1)?));
                }
                _ => return None,
            }
        }
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let start = self.at;
        let mut escaped = false;
        while let Some(b) = self.peek().filter(|&b| is_regular(b)) {
            escaped |= b == b'#';
            self.at += 1;
        }
        let raw = &self.data[start..self.at];
        if !escaped {
            return Some(raw.to_vec());
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut i = 0;
        while i < raw.len() {
            if raw[i] == b'#' {
                name.push(hex(*raw.get(i + 1)?)? << 4 | hex(*raw.get(i + 2)?)?);
                i += 3;
            } else {
                name.push(raw[i]);
                i += 1;
            }
        }
        Some(name)
    }

    /// A number, or a reference where two whole numbers and an `R` follow each other.
    fn number(&mut self) -> Option<Object> {
        let start = self.at;
        let mut real = false;
        // A whole number's value, for as long as it fits.
        let mut whole = Some(0i64);
        while let Some(b @ (b'0'..=b'9' | b'+' | b'-' | b'.')) = self.peek() {
            if b.is_ascii_digit() {
                let digit = i64::from(b - b'0');
                whole = whole.and_then(|n| n.checked_mul(10)?.checked_add(digit));
            } else if b == b'.' {
                real = true;
            } else if self.at > start {
                return None;
            }
            self.at += 1;
        }
        if self.peek().is_some_and(is_regular) {
            return None;
        }
        let text = &self.data[start..self.at];
        if real {
            let text = std::str::from_utf8(text).ok()?;
            return text.parse().ok().map(Object::Real);
        }
        if !text[text.len() - 1].is_ascii_digit() {
            return None;
        }
        let value = if text[0] == b'-' { -whole? } else { whole? };
        if let Ok(number) = u32::try_from(value) {
            let end = self.at;
            if let Some(generation) = self.whole().and_then(|g| u16::try_from(g).ok()) {
                self.skip_space();
                let last = self.data.get(self.at + 1);
                if self.peek() == Some(b'R') && last.is_none_or(|&b| !is_regular(b)) {
                    self.at += 1;
                    return Some(Object::Reference((number, generation)));
                }
            }
            self.at = end;
        }
        Some(Object::Integer(value))
    }

    fn hex_string(&mut self) -> Option<Object> {
        self.at += 1;
        let mut out = Vec::new();
        let mut high = None;
        loop {
            let b = self.peek()?;
            self.at += 1;
            match b {
                b'>' => break,
                b if is_space(b) => {}
                b => match high.take() {
                    None => high = Some(hex(b)?),
                    Some(first) => out.push(first << 4 | hex(b)?),
                },
            }
        }
        out.extend(high.map(|first| first << 4));
        Some(Object::String(out))
    }

    fn literal(&mut self) -> Option<Object> {
        let mut lexer = super::lexer::Lexer::new(&self.data[self.at..]);
        let mut out = Vec::new();
        lexer.next(&mut out)?;
        self.at += lexer.position();
        (self.data[self.at - 1] == b')').then_some(Object::String(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Option<Object> {
        Parser::new(text, 0).object(0)
    }

    #[test]
    fn objects_of_every_kind() {
        let Some(Object::Dictionary(dict)) = read(
            b"<</A 1 0 R/B[1 0 2 -3.5 .5]/C(a\\(b\\))/D<4 1>/E#20F/G/H true%x\n/I null/J<</K 7>>>>",
        ) else {
            panic!("no dictionary");
        };
        assert_eq!(dict.get(b"A").unwrap(), &Object::Reference((1, 0)));
        let list = dict.get(b"B").unwrap().as_array().unwrap();
        assert_eq!(list.len(), 5);
        assert_eq!(list[3], Object::Real(-3.5));
        assert_eq!(dict.get(b"C").unwrap().as_str().unwrap(), b"a(b)");
        assert_eq!(dict.get(b"D").unwrap().as_str().unwrap(), b"A");
        assert_eq!(dict.get(b"E F").unwrap().as_name().unwrap(), b"G");
        assert_eq!(dict.get(b"H").unwrap(), &Object::Boolean(true));
        let inner = dict.get(b"J").unwrap().as_dict().unwrap();
        assert_eq!(inner.get(b"K").unwrap().as_i64().unwrap(), 7);
    }

    #[test]
    fn what_is_damaged_is_nothing() {
        for text in [
            &b"<</A"[..],
            b"<</A 1",
            b"[1 2",
            b"(abc",
            b"<4x>",
            b"1x",
            b"--1",
            b"/A#zz",
            b"<<1 2>>",
            b"foo",
            b"",
        ] {
            assert_eq!(read(text), None, "{}", String::from_utf8_lossy(text));
        }
        let deep = [b'['; 500];
        assert_eq!(read(&deep), None);
    }
}
