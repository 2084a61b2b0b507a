//! `CMaps`: how the bytes of a string are cut into codes, and what the codes
//! stand for (`ToUnicode`: text; an encoding `CMap`: character identifiers).
//!
//! Ranges stay ranges: a `CMap` of 65 536 entries is a handful of rows here.

use crate::pdf::lexer::{Lexer, Token};

/// Entries read from one `CMap` at most; a subset font has a few hundred.
const MAX_ENTRIES: usize = 200_000;

/// What a range of codes maps to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Target {
    /// The first code's value; each following code's is one more.
    Number(u32),
    /// An index into `texts`, for a code that stands for several characters.
    Text(u32),
}

/// A parsed `CMap`.
#[derive(Debug, Clone, Default)]
pub struct CMap {
    /// Byte length and bounds of each code space.
    spaces: Vec<(u8, u32, u32)>,
    /// Ranges sorted by first code.
    ranges: Vec<(u32, u32, Target)>,
    texts: Vec<Box<[char]>>,
    /// Vertical writing.
    pub vertical: bool,
}

/// What a code stands for in a `ToUnicode` `CMap`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mapped<'a> {
    /// One character.
    Char(char),
    /// A ligature or a decomposed letter.
    Text(&'a [char]),
}

impl CMap {
    /// The two-byte identity (`Identity-H`, `Identity-V`).
    pub fn identity(vertical: bool) -> Self {
        Self {
            spaces: vec![(2, 0, 0xffff)],
            ranges: vec![(0, 0xffff, Target::Number(0))],
            texts: Vec::new(),
            vertical,
        }
    }

    /// Reads a `CMap`. `unicode` says whether its values are UTF-16 text
    /// (`ToUnicode`) or numbers. Damaged parts are left out.
    pub fn parse(data: &[u8], unicode: bool) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(data);
        let mut arena: Vec<u8> = Vec::new();
        let mut stack: Vec<Token> = Vec::new();
        while let Some(token) = lexer.next(&mut arena) {
            let Token::Word(start, end) = token else {
                if stack.len() < 4 * MAX_ENTRIES {
                    stack.push(token);
                }
                continue;
            };
            match lexer.word(start, end) {
                b"endcodespacerange" => map.add_spaces(&stack, &arena),
                b"endbfchar" | b"endcidchar" => map.add_chars(&stack, &arena, unicode),
                b"endbfrange" | b"endcidrange" => map.add_ranges(&stack, &arena, unicode),
                b"def" => {
                    if let [.., key, Token::Number(n)] = stack[..]
                        && key.name(&arena) == Some(b"WMode")
                    {
                        map.vertical = n >= 1.0;
                    }
                }
                _ => {}
            }
            stack.clear();
            arena.clear();
            if map.ranges.len() >= MAX_ENTRIES {
                break;
            }
        }
        // A later entry for the same code wins: stable sort, then search from the right.
        map.ranges.sort_by_key(|r| r.0);
        map
    }

    fn add_spaces(&mut self, stack: &[Token], arena: &[u8]) {
        for pair in stack.chunks_exact(2) {
            if let (Some((lo, n)), Some((hi, _))) = (code(pair[0], arena), code(pair[1], arena)) {
                self.spaces.push((n, lo, hi));
            }
        }
    }

    fn add_chars(&mut self, stack: &[Token], arena: &[u8], unicode: bool) {
        for pair in stack.chunks_exact(2) {
            if let Some((lo, _)) = code(pair[0], arena)
                && let Some(target) = self.target(pair[1], arena, unicode)
            {
                self.ranges.push((lo, lo, target));
            }
        }
    }

    fn add_ranges(&mut self, stack: &[Token], arena: &[u8], unicode: bool) {
        let mut i = 0;
        while i + 2 < stack.len() {
            let bounds = (code(stack[i], arena), code(stack[i + 1], arena));
            let third = stack[i + 2];
            i += 3;
            let (Some((lo, _)), Some((hi, _))) = bounds else {
                continue;
            };
            if third == Token::ArrayStart {
                let mut at = lo;
                while i < stack.len() && stack[i] != Token::ArrayEnd {
                    if let Some(target) = self.target(stack[i], arena, unicode) {
                        self.ranges.push((at, at, target));
                    }
                    at = at.saturating_add(1);
                    i += 1;
                }
                i += 1;
            } else if let Some(target) = self.target(third, arena, unicode) {
                self.add_range(lo, hi, target);
            }
        }
    }

    fn add_range(&mut self, lo: u32, hi: u32, target: Target) {
        match target {
            Target::Text(t) if hi > lo && hi - lo < 256 => {
                // Only the last character counts up.
                let first = self.texts[t as usize].clone();
                for step in 0..=(hi - lo) {
                    let mut text = first.clone();
                    if let Some(last) = text.last_mut() {
                        *last = char::from_u32(*last as u32 + step).unwrap_or(*last);
                    }
                    self.ranges
                        .push((lo + step, lo + step, Target::Text(self.texts.len() as u32)));
                    self.texts.push(text);
                }
            }
            _ => self.ranges.push((lo, hi.max(lo), target)),
        }
    }

    fn target(&mut self, token: Token, arena: &[u8], unicode: bool) -> Option<Target> {
        match token {
            Token::Number(n) => Some(Target::Number(n as u32)),
            Token::Name(..) if unicode => {
                let name = token.name(arena)?;
                let text = pdfboss_encoding::glyph_to_text(std::str::from_utf8(name).ok()?)?;
                self.text_target(text.chars().collect())
            }
            Token::String(a, b) if unicode => match arena[a as usize..b as usize] {
                [] => None,
                // Zero too: the first of a range that starts there.
                [high, low] => Some(Target::Number(u32::from(high) << 8 | u32::from(low))),
                ref bytes => self.text_target(utf16(bytes)),
            },
            Token::String(..) => code(token, arena).map(|(n, _)| Target::Number(n)),
            _ => None,
        }
    }

    fn text_target(&mut self, text: Vec<char>) -> Option<Target> {
        match text.len() {
            0 => None,
            1 => Some(Target::Number(text[0] as u32)),
            _ => {
                self.texts.push(text.into());
                Some(Target::Text(self.texts.len() as u32 - 1))
            }
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether every code has two bytes.
    pub fn is_pairs(&self) -> bool {
        self.spaces == [(2, 0, 0xffff)]
    }

    fn find(&self, code: u32) -> Option<(u32, Target)> {
        let mut end = self.ranges.partition_point(|r| r.0 <= code);
        // Overlaps are rare: a few steps back are enough.
        for _ in 0..4 {
            end = end.checked_sub(1)?;
            let (lo, hi, target) = self.ranges[end];
            if code <= hi {
                return Some((code - lo, target));
            }
        }
        None
    }

    /// The number a code maps to (a character identifier).
    pub fn number(&self, code: u32) -> Option<u32> {
        match self.find(code)? {
            (step, Target::Number(n)) => Some(n.saturating_add(step)),
            _ => None,
        }
    }

    /// The text a code maps to.
    pub fn text(&self, code: u32) -> Option<Mapped<'_>> {
        match self.find(code)? {
            (step, Target::Number(n)) => char::from_u32(n.saturating_add(step)).map(Mapped::Char),
            (_, Target::Text(t)) => Some(Mapped::Text(&self.texts[t as usize])),
        }
    }

    /// Takes the next code off `bytes` (not empty): its value and length.
    pub fn next_code(&self, bytes: &[u8]) -> (u32, usize) {
        let mut value = 0u32;
        for (i, &b) in bytes.iter().take(4).enumerate() {
            value = value << 8 | u32::from(b);
            let len = (i + 1) as u8;
            if self
                .spaces
                .iter()
                .any(|&(n, lo, hi)| n == len && in_space(value, lo, hi, n))
            {
                return (value, i + 1);
            }
        }
        // Outside every code space: the shortest length that is declared.
        let len = self.spaces.iter().map(|s| s.0).min().unwrap_or(2);
        let len = usize::from(len.max(1)).min(bytes.len());
        let value = bytes[..len].iter().fold(0, |v, &b| v << 8 | u32::from(b));
        (value, len)
    }
}

/// Code spaces are boxes: each byte within its own bounds.
fn in_space(value: u32, lo: u32, hi: u32, len: u8) -> bool {
    (0..len).all(|i| {
        let byte = |v: u32| v >> (8 * i) & 0xff;
        (byte(lo)..=byte(hi)).contains(&byte(value))
    })
}

fn code(token: Token, arena: &[u8]) -> Option<(u32, u8)> {
    let bytes = token.string(arena)?;
    if bytes.is_empty() || bytes.len() > 4 {
        return None;
    }
    let value = bytes.iter().fold(0, |v, &b| v << 8 | u32::from(b));
    Some((value, bytes.len() as u8))
}

/// Big-endian UTF-16, with two repairs: a single byte is a character of its
/// own, and a run of byte-swapped ASCII letters (as one version of
/// Ghostscript writes ligatures) is swapped back.
pub fn utf16(bytes: &[u8]) -> Vec<char> {
    if let [b] = bytes {
        return vec![char::from(*b)];
    }
    let mut units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|c| u16::from_be_bytes([c[0], c[1]]))
        .collect();
    let swapped = units.len() >= 2
        && units.iter().all(|u| u.trailing_zeros() >= 8)
        && ((units[0] >> 8) as u8).is_ascii_alphabetic();
    if swapped {
        for unit in &mut units {
            *unit = unit.swap_bytes();
        }
        // Of three letters the last two come added up.
        for last in [b'i', b'l', b't', b'j'] {
            let f = u16::from(b'f');
            if units == [f, f + u16::from(last)] {
                units = vec![f, f, u16::from(last)];
            }
        }
    }
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .filter(|&c| c != '\0' && c != '\u{feff}')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chars_ranges_and_arrays() {
        let map = CMap::parse(
            b"1 begincodespacerange <00> <ff> endcodespacerange
              2 beginbfchar <01> <00e9> <02> <00660069> endbfchar
              2 beginbfrange <10> <12> <0041> <20> <21> [<0061> <0062>] endbfrange",
            true,
        );
        assert_eq!(map.text(1), Some(Mapped::Char('é')));
        assert_eq!(map.text(2), Some(Mapped::Text(&['f', 'i'])));
        assert_eq!(map.text(0x12), Some(Mapped::Char('C')));
        assert_eq!(map.text(0x21), Some(Mapped::Char('b')));
        assert_eq!(map.text(0x13), None);
        assert_eq!(map.next_code(b"\x10\x11"), (0x10, 1));
    }

    #[test]
    fn a_large_range_stays_one_row() {
        let map = CMap::parse(b"1 beginbfrange <0000> <ffff> <0000> endbfrange", true);
        assert_eq!(map.ranges.len(), 1);
        assert_eq!(map.text(0xe9), Some(Mapped::Char('é')));
    }

    #[test]
    fn swapped_ligatures_are_repaired() {
        assert_eq!(utf16(&[0x66, 0, 0x6c, 0]), ['f', 'l']);
        assert_eq!(utf16(&[0x66, 0, 0xcf, 0]), ['f', 'f', 'i']);
        assert_eq!(utf16(&[0xd8, 0x3d, 0xde, 0x00]), ['😀']);
    }
}
