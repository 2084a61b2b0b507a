//! Objects read one by one: where the file's table says they stand, or where
//! a scan found them.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::cipher::Key;
use super::object::{Data, Dictionary, MAX_HOPS, Object, ObjectId, Stream, follow};
use super::password::Passwords;
use super::source::plain_content;
use super::syntax::Parser;
use super::xref::{Entry, MAX_OBJECTS};

/// An object read, or found to be missing; empty until asked for.
type Slot = OnceCell<Option<Box<Object>>>;

/// A decoded object stream: its bytes, and the number and offset of each object.
#[derive(Debug)]
pub(super) struct Packed {
    data: Vec<u8>,
    pub(super) index: Vec<(u32, usize)>,
}

/// A file, its objects unread.
#[derive(Debug)]
pub struct Lazy<'a> {
    pub(super) data: &'a [u8],
    pub(super) entries: Vec<Entry>,
    slots: Vec<Slot>,
    packed: RefCell<FxHashMap<u32, Option<Rc<Packed>>>>,
    pub(super) trailer: Dictionary,
    key: Option<Key>,
    /// Bytes that streams of objects may still be inflated to, and streams
    /// of unknown length be long.
    pub(super) unpackable: Cell<usize>,
    hops: Cell<usize>,
    recovered: Cell<bool>,
    broken: Cell<bool>,
}

impl<'a> Lazy<'a> {
    /// The file's table and trailer, no object read yet; `None` if they do not
    /// lead to a page tree.
    pub fn open(bytes: &'a [u8], stream_limit: usize, passwords: &Passwords) -> Option<Self> {
        let head = &bytes[..bytes.len().min(1024)];
        let data = &bytes[memchr::memmem::find(head, b"%PDF-")?..];
        let mut lazy = Self {
            data,
            entries: Vec::new(),
            slots: Vec::new(),
            packed: RefCell::default(),
            trailer: Dictionary::default(),
            key: None,
            unpackable: Cell::new(stream_limit),
            hops: Cell::new(0),
            recovered: Cell::new(false),
            broken: Cell::new(false),
        };
        let lost = lazy.read_table_of_file().is_none();
        if lost {
            lazy.scan()?;
        }
        lazy.recovered.set(lost);
        lazy.make_slots();
        if lazy.trailer.has(b"Encrypt") {
            lazy.key = Some(lazy.read_key(passwords)?);
            // What was read so far was read without the key.
            lazy.slots.iter_mut().for_each(|slot| *slot = Slot::new());
            lazy.packed.borrow_mut().clear();
        }
        if lost {
            lazy.add_packed();
        }
        lazy.has_pages().then_some(lazy)
    }

    /// Makes room for every object of the table.
    pub(super) fn make_slots(&mut self) {
        self.slots.resize_with(self.entries.len(), OnceCell::new);
    }

    /// The trailer.
    pub fn trailer(&self) -> &Dictionary {
        &self.trailer
    }

    /// Whether objects or their ends were found without what the file says.
    pub fn is_recovered(&self) -> bool {
        self.recovered.get()
    }

    /// Whether something was met that is not understood.
    pub fn is_broken(&self) -> bool {
        self.broken.get()
    }

    /// Whether the trailer leads to a page tree.
    fn has_pages(&self) -> bool {
        let pages = || {
            let root = self.trailer.get(b"Root")?.as_reference()?;
            let pages = self.get(root)?.as_dict()?.get(b"Pages")?;
            let kids = self.get(pages.as_reference()?)?.as_dict()?;
            Some(kids.has(b"Kids"))
        };
        pages() == Some(true) && !self.broken.get()
    }

    fn read_key(&self, passwords: &Passwords) -> Option<Key> {
        let dict = self.resolved(self.trailer.get(b"Encrypt")?, 0)?;
        let id = self.trailer.get(b"ID").and_then(Object::as_array);
        let first = id.and_then(|id| id.first()?.as_str());
        Key::of(dict.as_dict()?, first.unwrap_or(b""), passwords)
    }

    /// A small object with all that it refers to in it.
    fn resolved(&self, object: &Object, depth: usize) -> Option<Object> {
        const MAX_DEPTH: usize = 4;
        match object {
            _ if depth > MAX_DEPTH => None,
            Object::Reference(id) => self.resolved(self.get(*id)?, depth + 1),
            Object::Dictionary(dict) => {
                let entry = |(key, value): (&[u8], &Object)| {
                    Some((key.to_vec(), self.resolved(value, depth + 1)?))
                };
                let entries = dict.iter().map(entry).collect::<Option<_>>()?;
                Some(Object::Dictionary(Dictionary::new(entries)))
            }
            object => Some(object.clone()),
        }
    }

    /// The object with this identifier, references followed.
    pub fn get(&self, id: ObjectId) -> Option<&Object> {
        follow(id, |id| self.own(id))
    }

    /// The object with this identifier as it stands.
    pub(super) fn own(&self, id: ObjectId) -> Option<&Object> {
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
        let packed = self.packed(stream)?;
        let &(_, at) = packed.index.get(index).filter(|(own, _)| *own == number)?;
        Parser::new(&packed.data, at).object(0)
    }

    /// The decoded bytes of a stream, if they are no more than `limit`.
    pub(super) fn plain_content(&self, stream: &Stream, limit: usize) -> Option<Vec<u8>> {
        plain_content(&stream.dict, stream.bytes(self.data)?, usize::MAX, limit)
    }

    /// A stream of objects, decoded once.
    pub(super) fn packed(&self, stream: u32) -> Option<Rc<Packed>> {
        if let Some(known) = self.packed.borrow().get(&stream) {
            return known.clone();
        }
        let packed = self.unpack(stream).map(Rc::new);
        self.packed.borrow_mut().insert(stream, packed.clone());
        packed
    }

    fn unpack(&self, number: u32) -> Option<Packed> {
        // A stream of objects stands in the file itself.
        let Entry::At(..) = self.entries.get(number as usize)? else {
            return None;
        };
        let Object::Stream(stream) = self.own((number, 0))? else {
            return None;
        };
        let whole = |key: &[u8]| stream.dict.get(key)?.as_usize();
        let (count, first) = (whole(b"N")?, whole(b"First")?);
        let left = self.unpackable.get();
        let data = self.plain_content(stream, left)?;
        self.unpackable.set(left.saturating_sub(data.len()));
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
    pub(super) fn indirect(&self, at: usize) -> Option<(ObjectId, Object)> {
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
            object = Object::Stream(Box::new(self.stream(dict, parser.at)?));
        } else if !parser.word(b"endobj") {
            self.recovered.set(true);
        }
        if let Some(key) = &self.key {
            key.decrypt(&mut object, (number, generation), self.data)?;
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
        let length = match dict.get(b"Length") {
            Some(Object::Reference(id)) => self.get(*id).and_then(Object::as_usize),
            Some(object) => object.as_usize(),
            None => None,
        };
        let end = length
            .and_then(|n| at.checked_add(n))
            .filter(|&end| end <= self.data.len() && Parser::new(self.data, end).word(b"endstream"))
            .or_else(|| self.found_end(at))?;
        let data = Data::At(at..end);
        (at <= end).then_some(Stream { dict, data })
    }

    /// Where a stream ends that does not say how long it is, or says it wrong.
    fn found_end(&self, at: usize) -> Option<usize> {
        let length = memchr::memmem::find(&self.data[at..], b"endstream")?;
        let left = self.unpackable.get().checked_sub(length)?;
        self.unpackable.set(left);
        self.recovered.set(true);
        let content = &self.data[at..at + length];
        let content = content.strip_suffix(b"\n").unwrap_or(content);
        let content = content.strip_suffix(b"\r").unwrap_or(content);
        Some(at + content.len())
    }
}
