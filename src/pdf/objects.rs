//! The objects of a file: read one by one as they are asked for where the
//! file is sound, all at once by `lopdf` where it is damaged.
//!
//! A press release needs a tenth of its file's objects; reading only these is
//! several times faster than loading all. The lazy reader understands what
//! the standard says and no more. At the first contradiction it marks itself
//! as broken, and the document is read anew from a repairing load.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};
use rustc_hash::{FxHashMap, FxHashSet};

use super::cipher::Key;
use super::syntax::Parser;
use super::{Error, Limits};

/// Most objects that the lazy reader takes on.
const MAX_OBJECTS: usize = 1 << 20;
/// Cross-reference sections that may follow each other.
const MAX_SECTIONS: usize = 256;
/// References that may lead to references; lengths that may need lengths.
const MAX_HOPS: usize = 16;

/// The objects of one file.
#[derive(Debug)]
pub enum Objects<'a> {
    /// Read as asked for.
    Lazy(Box<Lazy<'a>>),
    /// All read beforehand.
    Loaded(Box<Document>),
}

impl<'a> Objects<'a> {
    /// A file whose objects are read as they are asked for; `None` if it is
    /// not sound enough for that.
    pub fn lazy(bytes: &'a [u8], limits: &Limits) -> Option<Self> {
        Lazy::open(bytes, stream_limit(limits)).map(|lazy| Objects::Lazy(Box::new(lazy)))
    }

    /// Loads and repairs a file.
    pub fn load(bytes: &[u8], limits: &Limits) -> Result<Self, Error> {
        load(bytes, limits).map(|document| Objects::Loaded(Box::new(document)))
    }

    /// The object with this identifier, references followed.
    pub fn get(&self, id: ObjectId) -> Option<&Object> {
        match self {
            Objects::Lazy(lazy) => lazy.get(id),
            Objects::Loaded(document) => document.get_object(id).ok(),
        }
    }

    /// The trailer.
    pub fn trailer(&self) -> &Dictionary {
        match self {
            Objects::Lazy(lazy) => &lazy.trailer,
            Objects::Loaded(document) => &document.trailer,
        }
    }

    /// Objects that say they are pages, for files without a page tree.
    pub fn stray_pages(&self) -> Vec<ObjectId> {
        let Objects::Loaded(document) = self else {
            return Vec::new();
        };
        let is_page = |o: &Object| {
            o.as_dict().is_ok_and(|d| {
                d.get(b"Type")
                    .and_then(Object::as_name)
                    .is_ok_and(|n| n == b"Page")
            })
        };
        document
            .objects
            .iter()
            .filter(|(_, o)| is_page(o))
            .map(|(id, _)| *id)
            .collect()
    }

    /// Whether the cross-reference table had to be rebuilt.
    pub fn is_recovered(&self) -> bool {
        match self {
            Objects::Lazy(lazy) => lazy.recovered,
            Objects::Loaded(document) => document.xref_recovery.is_some(),
        }
    }

    /// Whether the lazy reader met something that it does not understand.
    pub fn is_broken(&self) -> bool {
        matches!(self, Objects::Lazy(lazy) if lazy.broken.get())
    }
}

fn stream_limit(limits: &Limits) -> usize {
    usize::try_from(limits.max_inflated / 4).unwrap_or(64 << 20)
}

fn load(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let options = LoadOptions {
        max_decompressed_size: Some(stream_limit(limits)),
        ..LoadOptions::default()
    };
    let head = &bytes[..bytes.len().min(1024)];
    let header = memchr::memmem::find(head, b"%PDF-");
    let start = header.unwrap_or(0);
    let loaded = Document::load_mem_with_options(bytes, options);
    let document = match loaded {
        Ok(document) => document,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => {
            return Err(Error::Encrypted);
        }
        Err(first) => {
            if header.is_none() && memchr::memmem::find(bytes, b" obj").is_none() {
                return Err(Error::NotPdf);
            }
            // Offsets may count from the header, or the header be missing.
            let mut patched = Vec::with_capacity(bytes.len() + 16);
            if header.is_none() {
                patched.extend_from_slice(b"%PDF-1.4\n");
            }
            patched.extend_from_slice(&bytes[start..]);
            let options = LoadOptions {
                max_decompressed_size: Some(stream_limit(limits)),
                force_reconstruct: true,
                ..LoadOptions::default()
            };
            Document::load_mem_with_options(&patched, options)
                .map_err(|_| Error::Damaged(first.to_string()))?
        }
    };
    if document.is_encrypted() {
        return Err(Error::Encrypted);
    }
    if document
        .trailer
        .get(b"Root")
        .and_then(Object::as_reference)
        .is_err()
        && document.objects.is_empty()
    {
        return Err(Error::Damaged("it holds no objects".to_owned()));
    }
    Ok(document)
}

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Entry {
    /// In no section so far.
    Unset,
    /// Free: the object is null.
    Free,
    /// At an offset, with a generation.
    At(usize, u16),
    /// In an object stream, at an index.
    In(u32, usize),
}

/// An object read, or found to be missing; empty until asked for.
type Slot = OnceCell<Option<Box<Object>>>;

/// A decoded object stream: its bytes, and the number and offset of each object.
#[derive(Debug)]
struct Packed {
    data: Vec<u8>,
    index: Vec<(u32, usize)>,
}

/// A sound file, its objects unread.
#[derive(Debug)]
pub struct Lazy<'a> {
    data: &'a [u8],
    entries: Vec<Entry>,
    slots: Vec<Slot>,
    packed: RefCell<FxHashMap<u32, Option<Rc<Packed>>>>,
    trailer: Dictionary,
    key: Option<Key>,
    stream_limit: usize,
    hops: Cell<usize>,
    recovered: bool,
    broken: Cell<bool>,
}

impl<'a> Lazy<'a> {
    fn open(bytes: &'a [u8], stream_limit: usize) -> Option<Self> {
        let head = &bytes[..bytes.len().min(1024)];
        let data = &bytes[memchr::memmem::find(head, b"%PDF-")?..];
        let tail = data.len().saturating_sub(2048);
        let mark = tail + memchr::memmem::rfind(&data[tail..], b"startxref")?;
        let start = Parser::new(data, mark + 9).whole()?;
        let mut lazy = Self {
            data,
            entries: Vec::new(),
            slots: Vec::new(),
            packed: RefCell::default(),
            trailer: Dictionary::new(),
            key: None,
            stream_limit,
            hops: Cell::new(0),
            recovered: false,
            broken: Cell::new(false),
        };
        if lazy.read_sections(usize::try_from(start).ok()?).is_none() {
            lazy.find_last_table()?;
        }
        lazy.slots.resize_with(lazy.entries.len(), OnceCell::new);
        if lazy.trailer.has(b"Encrypt") {
            lazy.key = Some(lazy.read_key()?);
            // What was read so far was read without the key.
            lazy.slots.iter_mut().for_each(|slot| *slot = Slot::new());
            lazy.packed.borrow_mut().clear();
        }
        lazy.has_pages().then_some(lazy)
    }

    /// Where the end of an encrypted file points beside its last table: reads
    /// that table. Files that are not encrypted are repaired by `lopdf`.
    fn find_last_table(&mut self) -> Option<()> {
        let table = memchr::memmem::rfind(self.data, b"\nxref")? + 1;
        self.entries.clear();
        self.trailer = Dictionary::new();
        self.recovered = true;
        self.read_sections(table)?;
        self.trailer.has(b"Encrypt").then_some(())
    }

    /// Whether the trailer leads to a page tree.
    fn has_pages(&self) -> bool {
        let pages = || {
            let root = self.trailer.get(b"Root").ok()?.as_reference().ok()?;
            let pages = self.get(root)?.as_dict().ok()?.get(b"Pages").ok()?;
            let kids = self.get(pages.as_reference().ok()?)?.as_dict().ok()?;
            Some(kids.has(b"Kids"))
        };
        pages() == Some(true) && !self.broken.get()
    }

    fn read_key(&self) -> Option<Key> {
        let dict = match self.trailer.get(b"Encrypt").ok()? {
            Object::Reference(id) => self.get(*id)?.as_dict().ok()?,
            object => object.as_dict().ok()?,
        };
        let id = self.trailer.get(b"ID").and_then(Object::as_array).ok();
        let first = id.and_then(|id| id.first()?.as_str().ok());
        Key::of(dict, first.unwrap_or(b""))
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
                Ok(prev) => Some(usize::try_from(prev.as_i64().ok()?).ok()?),
                Err(_) => None,
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
        if let Ok(stream) = trailer.get(b"XRefStm") {
            self.read_xref_stream(usize::try_from(stream.as_i64().ok()?).ok()?)?;
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
        let whole = |o: &Object| o.as_i64().ok().and_then(|n| usize::try_from(n).ok());
        let list = |key: &[u8]| -> Option<Vec<usize>> {
            stream
                .dict
                .get(key)
                .ok()?
                .as_array()
                .ok()?
                .iter()
                .map(whole)
                .collect()
        };
        if stream.dict.get(b"Type").and_then(Object::as_name).ok()? != b"XRef" {
            return None;
        }
        let widths: [usize; 3] = list(b"W")?.try_into().ok()?;
        if widths.iter().any(|&w| w > 8) || widths[1] == 0 {
            return None;
        }
        let size = whole(stream.dict.get(b"Size").ok()?)?;
        let index = list(b"Index").unwrap_or_else(|| vec![0, size]);
        let data = stream
            .get_plain_content_with_limit(self.stream_limit)
            .ok()?;
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

    /// The object with this identifier, references followed.
    fn get(&self, mut id: ObjectId) -> Option<&Object> {
        for _ in 0..MAX_HOPS {
            match self.own(id)? {
                Object::Reference(next) => id = *next,
                object => return Some(object),
            }
        }
        None
    }

    /// The object with this identifier as it stands.
    fn own(&self, id: ObjectId) -> Option<&Object> {
        let number = id.0 as usize;
        let slot = self.slots.get(number)?;
        if let Some(found) = slot.get() {
            return found.as_deref();
        }
        // Reading an object may ask for another, but never for itself.
        let hops = self.hops.get();
        if hops >= MAX_HOPS {
            self.broken.set(true);
            return None;
        }
        self.hops.set(hops + 1);
        let object = self.read(id, self.entries[number]);
        self.hops.set(hops);
        slot.get_or_init(|| object.map(Box::new)).as_deref()
    }

    fn read(&self, id: ObjectId, entry: Entry) -> Option<Object> {
        let object = match entry {
            Entry::Unset | Entry::Free => return None,
            Entry::At(at, generation) if generation == id.1 => self
                .indirect(at)
                .filter(|(own, _)| *own == id)
                .map(|(_, object)| object),
            Entry::In(stream, index) if id.1 == 0 => self.unpacked(id.0, stream, index),
            // A reference to another generation: null, or damage.
            Entry::At(..) | Entry::In(..) => None,
        };
        if object.is_none() {
            self.broken.set(true);
        }
        object
    }

    fn unpacked(&self, number: u32, stream: u32, index: usize) -> Option<Object> {
        let known = self.packed.borrow().get(&stream).cloned();
        let packed = if let Some(packed) = known {
            packed
        } else {
            let packed = self.unpack(stream).map(Rc::new);
            self.packed.borrow_mut().insert(stream, packed.clone());
            packed
        }?;
        let &(_, at) = packed.index.get(index).filter(|(own, _)| *own == number)?;
        Parser::new(&packed.data, at).object(0)
    }

    fn unpack(&self, number: u32) -> Option<Packed> {
        // A stream of objects stands in the file itself.
        let Entry::At(..) = self.entries.get(number as usize)? else {
            return None;
        };
        let Object::Stream(stream) = self.own((number, 0))? else {
            return None;
        };
        let whole = |key: &[u8]| -> Option<usize> {
            usize::try_from(stream.dict.get(key).ok()?.as_i64().ok()?).ok()
        };
        let (count, first) = (whole(b"N")?, whole(b"First")?);
        let data = stream
            .get_plain_content_with_limit(self.stream_limit)
            .ok()?;
        let mut parser = Parser::new(&data, 0);
        let mut index = Vec::with_capacity(count.min(MAX_OBJECTS));
        for _ in 0..count {
            let number = u32::try_from(parser.whole()?).ok()?;
            let at = first.checked_add(usize::try_from(parser.whole()?).ok()?)?;
            if at > data.len() {
                return None;
            }
            index.push((number, at));
        }
        Some(Packed { data, index })
    }

    /// The object written at an offset, with its identifier; decrypted.
    fn indirect(&self, at: usize) -> Option<(ObjectId, Object)> {
        let mut parser = Parser::new(self.data, at.min(self.data.len()));
        let number = u32::try_from(parser.whole()?).ok()?;
        let generation = u16::try_from(parser.whole()?).ok()?;
        if !parser.word(b"obj") {
            return None;
        }
        let mut object = parser.object(0)?;
        if parser.word(b"stream")
            && let Object::Dictionary(dict) = object
        {
            object = Object::Stream(self.stream(dict, parser.at)?);
        } else if !parser.word(b"endobj") {
            return None;
        }
        if let Some(key) = &self.key {
            key.decrypt(&mut object, (number, generation))?;
        }
        Some(((number, generation), object))
    }

    /// A stream whose data begin after the line end at `at`.
    fn stream(&self, dict: Dictionary, mut at: usize) -> Option<Stream> {
        match self.data.get(at..at + 2)? {
            b"\r\n" => at += 2,
            [b'\n', _] => at += 1,
            _ => return None,
        }
        let length = match dict.get(b"Length").ok()? {
            Object::Reference(id) => self.get(*id)?.as_i64().ok()?,
            object => object.as_i64().ok()?,
        };
        let end = at.checked_add(usize::try_from(length).ok()?)?;
        let content = self.data.get(at..end)?;
        if !Parser::new(self.data, end).word(b"endstream") {
            return None;
        }
        Some(Stream::new(dict, content.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures/pdf")
            .join(name);
        let bytes = std::fs::read(path).unwrap();
        let limits = Limits::default();
        let lazy = Objects::lazy(&bytes, &limits).expect("a sound file");
        let Ok(Objects::Loaded(document)) = Objects::load(&bytes, &limits) else {
            panic!("{name} does not load");
        };
        let mut same = 0;
        for (&id, object) in &document.objects {
            let Some(own) = lazy.get(id) else {
                continue;
            };
            if let (Object::Stream(a), Object::Stream(b)) = (own, object) {
                assert_eq!(a.content, b.content, "{name} {id:?}");
            } else if !matches!(object, Object::Reference(_)) {
                assert_eq!(own, object, "{name} {id:?}");
            }
            same += 1;
        }
        assert!(!lazy.is_broken(), "{name}");
        assert!(same > 5, "{name}");
    }

    #[test]
    fn reads_the_same_objects_as_a_full_load() {
        for name in [
            "lo_letterhead.pdf",
            "latex_twocol.pdf",
            "qpdf_aes256.pdf",
            "typst_comm.pdf",
            "word_like.pdf",
            "weasy_comm.pdf",
        ] {
            check(name);
        }
    }
}
