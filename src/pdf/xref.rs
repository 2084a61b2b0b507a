//! Where the objects of a file stand: its cross-reference sections read, or,
//! where they are damaged or missing, its objects looked for.

use memchr::memmem;
use rustc_hash::FxHashSet;

use super::lazy::Lazy;
use super::object::{Dictionary, Object};
use super::syntax::Parser;

/// Most objects that the lazy reader takes on.
pub(super) const MAX_OBJECTS: usize = 1 << 20;
/// Cross-reference sections that may follow each other.
const MAX_SECTIONS: usize = 256;
/// Streams of objects that are looked into where the table is lost.
const MAX_PACKS: usize = 4096;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Entry {
    /// In no section so far.
    Unset,
    /// Free: the object is null.
    Free,
    /// At an offset, with a generation.
    At(usize, u16),
    /// In an object stream, at an index.
    In(u32, usize),
}

impl<'a> Lazy<'a> {
    /// Reads the table that the end of the file points to.
    pub(super) fn read_table_of_file(&mut self) -> Option<()> {
        let tail = self.data.len().saturating_sub(2048);
        let mark = tail + memmem::rfind(&self.data[tail..], b"startxref")?;
        let start = Parser::new(self.data, mark + 9).whole()?;
        self.read_sections(usize::try_from(start).ok()?)
    }

    /// Reads the chain of cross-reference sections, the newest first.
    fn read_sections(&mut self, start: usize) -> Option<()> {
        let mut seen = FxHashSet::default();
        let mut next = Some(start);
        while let Some(at) = next {
            if at >= self.data.len() || !seen.insert(at) || seen.len() > MAX_SECTIONS {
                return None;
            }
            let mut parser = Parser::new(self.data, at);
            let trailer = if parser.word(b"xref") {
                self.read_table(&mut parser)?
            } else {
                self.read_xref_stream(at)?
            };
            next = match trailer.get(b"Prev") {
                Some(prev) => Some(prev.as_usize()?),
                None => None,
            };
            if self.trailer.is_empty() {
                self.trailer = trailer;
            }
        }
        Some(())
    }

    fn set(&mut self, number: usize, entry: Entry) -> Option<()> {
        if number >= MAX_OBJECTS {
            return None;
        }
        if number >= self.entries.len() {
            self.entries.resize(number + 1, Entry::Unset);
        }
        if self.entries[number] == Entry::Unset {
            self.entries[number] = entry;
        }
        Some(())
    }

    fn read_table(&mut self, parser: &mut Parser<'a>) -> Option<Dictionary> {
        let mut free = Vec::new();
        while !parser.word(b"trailer") {
            let first = usize::try_from(parser.whole()?).ok()?;
            let count = usize::try_from(parser.whole()?).ok()?;
            for number in first..first.checked_add(count)? {
                let offset = usize::try_from(parser.whole()?).ok()?;
                let generation = u16::try_from(parser.whole()?).ok()?;
                if parser.word(b"n") {
                    self.set(number, Entry::At(offset, generation))?;
                } else if parser.word(b"f") {
                    free.push(number);
                } else {
                    return None;
                }
            }
        }
        let trailer = parser.dictionary(0)?;
        // In a file for old and new readers, the objects that only the new
        // ones can read are free in the table.
        if let Some(stream) = trailer.get(b"XRefStm") {
            self.read_xref_stream(stream.as_usize()?)?;
        }
        for number in free {
            self.set(number, Entry::Free)?;
        }
        Some(trailer)
    }

    fn read_xref_stream(&mut self, at: usize) -> Option<Dictionary> {
        let (_, object) = self.indirect(at)?;
        let Object::Stream(stream) = object else {
            return None;
        };
        let list = |key: &[u8]| -> Option<Vec<usize>> {
            stream
                .dict
                .get(key)?
                .as_array()?
                .iter()
                .map(Object::as_usize)
                .collect()
        };
        if stream.dict.get(b"Type").and_then(Object::as_name)? != b"XRef" {
            return None;
        }
        let widths: [usize; 3] = list(b"W")?.try_into().ok()?;
        if widths.iter().any(|&w| w > 8) || widths[1] == 0 {
            return None;
        }
        let size = stream.dict.get(b"Size")?.as_usize()?;
        let index = list(b"Index").unwrap_or_else(|| vec![0, size]);
        let data = self.plain_content(&stream, self.unpackable.get())?;
        let mut rows = data.chunks_exact(widths.iter().sum());
        for pair in index.chunks_exact(2) {
            for number in pair[0]..pair[0].checked_add(pair[1])? {
                let row = rows.next()?;
                let (kind, rest) = row.split_at(widths[0]);
                let (second, third) = rest.split_at(widths[1]);
                let value =
                    |bytes: &[u8]| bytes.iter().fold(0usize, |v, &b| v << 8 | usize::from(b));
                let entry = match if widths[0] == 0 { 1 } else { value(kind) } {
                    0 => Entry::Free,
                    1 => Entry::At(value(second), u16::try_from(value(third)).ok()?),
                    2 => Entry::In(u32::try_from(value(second)).ok()?, value(third)),
                    _ => return None,
                };
                self.set(number, entry)?;
            }
        }
        Some(stream.dict)
    }

    /// Looks for objects and a trailer: of two objects with one number, the
    /// later is the newer.
    pub(super) fn scan(&mut self) -> Option<()> {
        self.entries.clear();
        self.trailer = Dictionary::default();
        for at in memmem::find_iter(self.data, b" obj") {
            if let Some((start, number, generation)) = self.heading(at)
                && number < MAX_OBJECTS
            {
                if number >= self.entries.len() {
                    self.entries.resize(number + 1, Entry::Unset);
                }
                self.entries[number] = Entry::At(start, generation);
            }
        }
        for at in memmem::find_iter(self.data, b"trailer") {
            let found = Parser::new(self.data, at + 7).dictionary(0);
            if let Some(trailer) = found.filter(|t| t.has(b"Root")) {
                self.trailer = trailer;
            }
        }
        if self.trailer.is_empty() {
            let found = self.trailer_of_stream();
            self.trailer = found.or_else(|| self.trailer_to_catalog())?;
        }
        Some(())
    }

    /// A table in a stream has the trailer in its dictionary.
    fn trailer_of_stream(&self) -> Option<Dictionary> {
        let at = memmem::rfind(self.data, b"/XRef")?;
        let start = self.heading_before(at)?;
        Parser::new(self.data, start + 4).dictionary(0)
    }

    /// Of a file that is cut off: what a trailer is needed for is the way to
    /// the catalog.
    fn trailer_to_catalog(&self) -> Option<Dictionary> {
        let at = memmem::rfind(self.data, b"/Catalog")?;
        let (_, number, generation) = self.heading(self.heading_before(at)?)?;
        let root = Object::Reference((u32::try_from(number).ok()?, generation));
        Some(Dictionary::new(vec![(b"Root".to_vec(), root)]))
    }

    /// The last ` obj` before this offset, if it is near enough to be that of
    /// the dictionary there.
    fn heading_before(&self, at: usize) -> Option<usize> {
        const NEAR: usize = 4096;
        let from = at.saturating_sub(NEAR);
        Some(from + memmem::rfind(&self.data[from..at], b" obj")?)
    }

    /// The heading of an object that ends in the ` obj` at this offset: its
    /// offset, number and generation.
    fn heading(&self, at: usize) -> Option<(usize, usize, u16)> {
        let digits = |end: usize| {
            let count = self.data[..end].iter().rev().take(10);
            end - count.take_while(|b| b.is_ascii_digit()).count()
        };
        let middle = digits(at);
        let blanks = self.data[..middle].iter().rev().take(10);
        let end = middle - blanks.take_while(|b| b.is_ascii_whitespace()).count();
        let start = digits(end);
        let number = |part: &[u8]| std::str::from_utf8(part).ok()?.parse::<u32>().ok();
        let generation = number(&self.data[middle..at])?;
        if end == middle {
            return None;
        }
        let number = number(&self.data[start..end])?;
        Some((start, number as usize, u16::try_from(generation).ok()?))
    }

    /// Adds the objects in the streams of objects that a scan found.
    pub(super) fn add_packed(&mut self) {
        let packs: Vec<u32> = memmem::find_iter(self.data, b"/ObjStm")
            .take(MAX_PACKS)
            .filter_map(|at| {
                let heading = self.heading(self.heading_before(at)?)?;
                u32::try_from(heading.1).ok()
            })
            .collect();
        for pack in packs {
            let Some(packed) = self.packed(pack) else {
                continue;
            };
            for (index, &(number, _)) in packed.index.iter().enumerate() {
                let number = number as usize;
                let known = matches!(self.entries.get(number), Some(Entry::At(..)));
                if !known && number < MAX_OBJECTS {
                    if number >= self.entries.len() {
                        self.entries.resize(number + 1, Entry::Unset);
                    }
                    self.entries[number] = Entry::In(pack, index);
                }
            }
        }
        self.make_slots();
    }
}
