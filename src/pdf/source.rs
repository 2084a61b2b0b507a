//! Looking things up in the file's objects: references followed, streams
//! inflated within one budget for the whole document.

use std::cell::{Cell, RefCell};

use flate2::{Decompress, FlushDecompress, Status};

use super::geometry::{Matrix, Rect};
use super::object::{self, Dictionary, Object, ObjectId, Stream};
use super::objects::Objects;

/// The objects of a document and what may still be inflated.
#[derive(Debug)]
pub struct Source<'a> {
    /// The file's objects.
    pub objects: &'a Objects<'a>,
    budget: Cell<u64>,
    /// A stream could not be (wholly) inflated.
    pub damaged: Cell<bool>,
}

impl<'a> Source<'a> {
    /// Over `objects`, inflating at most `budget` bytes in all.
    pub fn new(objects: &'a Objects<'a>, budget: u64) -> Self {
        Self {
            objects,
            budget: Cell::new(budget),
            damaged: Cell::new(false),
        }
    }

    /// The dictionary with this identifier.
    pub fn dict_of(&self, id: ObjectId) -> Option<&'a Dictionary> {
        self.objects.get(id)?.as_dict()
    }

    /// The object itself, references followed.
    pub fn resolve<'d>(&self, object: &'d Object) -> Option<&'d Object>
    where
        'a: 'd,
    {
        match object {
            Object::Reference(id) => self.objects.get(*id),
            _ => Some(object),
        }
    }

    /// The value of a key, references followed.
    pub fn get<'d>(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d Object>
    where
        'a: 'd,
    {
        match dict.get(key)? {
            Object::Reference(id) => self.objects.get(*id),
            object => Some(object),
        }
    }

    /// A dictionary or the dictionary of a stream.
    pub fn as_dict<'d>(&self, object: &'d Object) -> Option<&'d Dictionary>
    where
        'a: 'd,
    {
        match self.resolve(object)? {
            Object::Dictionary(dict) => Some(dict),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    /// A number, integer or real.
    pub fn as_number(&self, object: &Object) -> Option<f32> {
        match object {
            Object::Integer(n) => Some(*n as f32),
            Object::Real(n) => Some(*n),
            Object::Reference(id) => match self.objects.get(*id)? {
                Object::Integer(n) => Some(*n as f32),
                Object::Real(n) => Some(*n),
                _ => None,
            },
            _ => None,
        }
    }

    /// A dictionary under a key.
    pub fn dict<'d>(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary>
    where
        'a: 'd,
    {
        match self.get(dict, key)? {
            Object::Dictionary(d) => Some(d),
            Object::Stream(s) => Some(&s.dict),
            _ => None,
        }
    }

    /// An array under a key.
    pub fn array<'d>(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d [Object]>
    where
        'a: 'd,
    {
        match self.get(dict, key)? {
            Object::Array(a) => Some(a),
            _ => None,
        }
    }

    /// A name under a key.
    pub fn name<'d>(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d [u8]>
    where
        'a: 'd,
    {
        match self.get(dict, key)? {
            Object::Name(n) => Some(n),
            _ => None,
        }
    }

    /// A number under a key.
    pub fn number(&self, dict: &Dictionary, key: &[u8]) -> Option<f32> {
        self.as_number(dict.get(key)?)
    }

    /// The numbers of an array under a key.
    fn numbers<const N: usize>(&self, dict: &Dictionary, key: &[u8]) -> Option<[f32; N]> {
        let array = match dict.get(key)? {
            Object::Reference(id) => self.objects.get(*id)?.as_array()?,
            object => object.as_array()?,
        };
        if array.len() < N {
            return None;
        }
        let mut out = [0.0; N];
        for (slot, item) in out.iter_mut().zip(array) {
            *slot = self.as_number(item)?;
        }
        Some(out)
    }

    /// A matrix under a key.
    pub fn matrix(&self, dict: &Dictionary, key: &[u8]) -> Option<Matrix> {
        let [a, b, c, d, e, f] = self.numbers::<6>(dict, key)?;
        Some(Matrix::new(a, b, c, d, e, f))
    }

    /// A rectangle under a key.
    pub fn rect(&self, dict: &Dictionary, key: &[u8]) -> Option<Rect> {
        let [a, b, c, d] = self.numbers::<4>(dict, key)?;
        Some(Rect::of(a, b, c, d))
    }

    /// What a stream holds, as it is written.
    pub fn data<'d>(&self, stream: &'d Stream) -> &'d [u8]
    where
        'a: 'd,
    {
        stream.bytes(self.objects.file()).unwrap_or(&[])
    }

    /// The decoded bytes of a stream; empty if it cannot be decoded or the
    /// budget is spent.
    pub fn inflate(&self, stream: &Stream) -> Vec<u8> {
        self.inflate_some(stream, usize::MAX)
    }

    /// At least the first `wanted` decoded bytes of a stream, if it has as
    /// many: for files of which only the head is of interest.
    pub fn inflate_some(&self, stream: &Stream, wanted: usize) -> Vec<u8> {
        let budget = self.budget.get();
        let limit = usize::try_from(budget).unwrap_or(usize::MAX);
        let data = match plain_content(&stream.dict, self.data(stream), wanted, limit) {
            Some(data) => data,
            None => self.inflate_damaged(stream, limit),
        };
        self.budget.set(budget.saturating_sub(data.len() as u64));
        data
    }

    /// What can be had of a stream that does not decode as written: as much
    /// of its deflate data as is sound.
    fn inflate_damaged(&self, stream: &Stream, limit: usize) -> Vec<u8> {
        use std::io::Read;
        self.damaged.set(true);
        let flate = stream
            .filters()
            .is_some_and(|f| f.len() == 1 && (f[0] == b"FlateDecode" || f[0] == b"Fl"));
        if !flate {
            return Vec::new();
        }
        let limit = limit.min(16 << 20) as u64;
        let mut out = Vec::new();
        // A read error ends the data; what came before it is kept.
        let _ = flate2::read::ZlibDecoder::new(self.data(stream))
            .take(limit)
            .read_to_end(&mut out);
        out
    }
}

/// The decoded bytes of a sound stream with this dictionary, or at least the
/// first `wanted` of them; `None` if it is damaged or holds more than `limit`.
pub fn plain_content(
    dict: &Dictionary,
    data: &[u8],
    wanted: usize,
    limit: usize,
) -> Option<Vec<u8>> {
    if !dict.has(b"Filter") {
        return (data.len() <= limit).then(|| data.to_vec());
    }
    if is_plain_flate(dict)
        && let Some(data) = inflate_plain(data, wanted, limit)
    {
        return Some(data);
    }
    let keys = [&b"Filter"[..], b"DecodeParms"].into_iter();
    let entries = keys.filter_map(|key| Some((key, object::to_lopdf(dict.get(key)?))));
    let stream = lopdf::Stream::new(entries.collect(), data.to_vec());
    stream.get_plain_content_with_limit(limit).ok()
}

/// Deflate alone, without a predictor: how nearly all streams are written.
fn is_plain_flate(dict: &Dictionary) -> bool {
    let is_flate = |o: &Object| matches!(o, Object::Name(n) if n == b"FlateDecode");
    let filter = match dict.get(b"Filter") {
        Some(Object::Array(filters)) => filters.len() == 1 && is_flate(&filters[0]),
        Some(filter) => is_flate(filter),
        None => false,
    };
    filter && !dict.has(b"DecodeParms") && !dict.has(b"F")
}

thread_local! {
    /// Its tables and window are large: one for all streams of a thread.
    static INFLATER: RefCell<Decompress> = RefCell::new(Decompress::new(true));
}

/// Inflates sound data; `None` if they are damaged or over the limit.
fn inflate_plain(content: &[u8], wanted: usize, limit: usize) -> Option<Vec<u8>> {
    INFLATER.with_borrow_mut(|state| {
        let guess = content.len().saturating_mul(6).clamp(1 << 10, 4 << 20);
        let mut out = Vec::with_capacity(guess.min(wanted.saturating_add(1 << 10)));
        state.reset(true);
        loop {
            let (taken, made) = (state.total_in(), out.len());
            let rest = content.get(usize::try_from(taken).ok()?..)?;
            let status = state
                .decompress_vec(rest, &mut out, FlushDecompress::Finish)
                .ok();
            if out.len() > limit {
                return None;
            }
            if status == Some(Status::StreamEnd) || out.len() >= wanted {
                return Some(out);
            }
            // Full, or at an end that is none.
            if out.len() < out.capacity() && (out.len() == made || state.total_in() == taken) {
                return None;
            }
            status?;
            let more = out.capacity();
            out.reserve(more);
        }
    })
}
