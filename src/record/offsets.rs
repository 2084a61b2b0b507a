//! From byte offsets to code points, and back.

use super::Span;

/// Bytes between two stored counts: small enough that counting the rest is a
/// few instructions, large enough that the table is a quarter of the text.
const BLOCK: usize = 16;

/// Turns byte offsets of one text into code points, in constant time.
///
/// ```
/// let text = "Élysée, le 3 février";
/// let points = greffier::record::CodePoints::new(text);
/// assert_eq!(points.at(text.find("le").unwrap()), 8);
/// assert_eq!(points.byte(8), text.find("le").unwrap());
/// ```
pub struct CodePoints<'t> {
    bytes: &'t [u8],
    /// Code points before each block; empty where the text is ASCII and every
    /// offset is its own answer.
    before: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// Counts `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut before = Vec::new();
        if !text.is_ascii() {
            before.reserve_exact(bytes.len() / BLOCK + 1);
            let mut total = 0;
            for block in bytes.chunks(BLOCK) {
                before.push(total);
                total += starts(block);
            }
            if bytes.len().is_multiple_of(BLOCK) {
                before.push(total);
            }
        }
        CodePoints { bytes, before }
    }

    /// Code points before byte `offset`.
    ///
    /// # Panics
    ///
    /// If `offset` lies beyond the end of the text.
    #[must_use]
    pub fn at(&self, offset: usize) -> u32 {
        if self.before.is_empty() {
            return offset as u32;
        }
        let block = offset / BLOCK;
        self.before[block] + starts(&self.bytes[block * BLOCK..offset])
    }

    /// A byte range as a span of code points.
    #[must_use]
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span {
            start: self.at(range.start),
            end: self.at(range.end),
        }
    }

    /// The byte at which code point number `point` starts; the length of the
    /// text where there are fewer.
    #[must_use]
    pub fn byte(&self, point: u32) -> usize {
        if self.before.is_empty() {
            return (point as usize).min(self.bytes.len());
        }
        let block = self.before.partition_point(|&count| count <= point) - 1;
        let mut count = self.before[block];
        let mut offset = block * BLOCK;
        while offset < self.bytes.len() {
            if is_start(self.bytes[offset]) {
                if count == point {
                    break;
                }
                count += 1;
            }
            offset += 1;
        }
        offset
    }
}

/// Whether a byte begins a code point in UTF-8.
const fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Code points that begin in `bytes`.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(is_start(byte))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting(text in "(\\PC|[a-z éœ’€\n]){0,300}") {
            let points = CodePoints::new(&text);
            for (count, (offset, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(offset) as usize, count);
                prop_assert_eq!(points.byte(count as u32), offset);
            }
            prop_assert_eq!(points.at(text.len()) as usize, text.chars().count());
            prop_assert_eq!(points.byte(text.chars().count() as u32), text.len());
        }
    }

    #[test]
    fn block_edges() {
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK] {
            let text = "é".repeat(length);
            let points = CodePoints::new(&text);
            assert_eq!(points.at(text.len()) as usize, length);
            assert_eq!(
                points.span(0..text.len()),
                Span {
                    start: 0,
                    end: length as u32
                }
            );
        }
    }
}
