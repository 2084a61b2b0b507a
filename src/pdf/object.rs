//! The objects of a file: small ones, for a press release has thousands, with
//! the data of streams left where they stand in the file.

use std::ops::Range;

pub use lopdf::ObjectId;

/// References that may lead to references; lengths that may need lengths.
pub const MAX_HOPS: usize = 16;

/// The object with this identifier, references followed; `own` has each as it stands.
pub fn follow<'o>(
    mut id: ObjectId,
    own: impl Fn(ObjectId) -> Option<&'o Object>,
) -> Option<&'o Object> {
    for _ in 0..MAX_HOPS {
        match own(id)? {
            Object::Reference(next) => id = *next,
            object => return Some(object),
        }
    }
    None
}

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    /// Nothing.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A real number.
    Real(f32),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// A string.
    String(Vec<u8>),
    /// A list.
    Array(Vec<Object>),
    /// Keys and values.
    Dictionary(Dictionary),
    /// Data with a dictionary.
    Stream(Box<Stream>),
    /// Another object.
    Reference(ObjectId),
}

/// A dictionary.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dictionary(Vec<(Vec<u8>, Object)>);

/// A stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// What describes it.
    pub dict: Dictionary,
    /// What it holds.
    pub data: Data,
}

/// Where the data of a stream are.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// Here in the file.
    At(Range<usize>),
    /// Not in the file as they are: decrypted.
    Own(Vec<u8>),
}

impl Object {
    /// A whole number.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that counts something or tells where it stands.
    pub fn as_usize(&self) -> Option<usize> {
        usize::try_from(self.as_i64()?).ok()
    }

    /// A name.
    pub fn as_name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    /// A string.
    pub fn as_str(&self) -> Option<&[u8]> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// A list.
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// A dictionary that is not that of a stream.
    pub fn as_dict(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dict) => Some(dict),
            _ => None,
        }
    }

    /// The object that it stands for.
    pub fn as_reference(&self) -> Option<ObjectId> {
        match self {
            Self::Reference(id) => Some(*id),
            _ => None,
        }
    }
}

impl Dictionary {
    /// Entries are looked through up to this many, and searched beyond.
    const FEW: usize = 24;

    /// A dictionary of these entries; of two with one key, the later counts.
    pub fn new(mut entries: Vec<(Vec<u8>, Object)>) -> Self {
        if entries.len() > Self::FEW {
            entries.sort_by(|a, b| a.0.cmp(&b.0));
        }
        Self(entries)
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<&Object> {
        if self.0.len() <= Self::FEW {
            let found = self.0.iter().rev().find(|(own, _)| own == key);
            return found.map(|(_, value)| value);
        }
        let end = self.0.partition_point(|(own, _)| own.as_slice() <= key);
        let (own, value) = &self.0[end.checked_sub(1)?];
        (own == key).then_some(value)
    }

    /// Whether there is such a key.
    pub fn has(&self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(key, value)| (key.as_slice(), value))
    }

    /// The values.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Object> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}

impl Stream {
    /// What it holds, as it is written; `None` if that lies outside the file.
    pub fn bytes<'d>(&'d self, file: &'d [u8]) -> Option<&'d [u8]> {
        match &self.data {
            Data::At(range) => file.get(range.clone()),
            Data::Own(bytes) => Some(bytes),
        }
    }

    /// The names of its filters in the order of decoding; `None` where they
    /// are not as they should be.
    pub fn filters(&self) -> Option<Vec<&[u8]>> {
        match self.dict.get(b"Filter") {
            None => Some(Vec::new()),
            Some(Object::Name(name)) => Some(vec![name]),
            Some(Object::Array(names)) => names.iter().map(Object::as_name).collect(),
            Some(_) => None,
        }
    }
}

impl From<lopdf::Object> for Object {
    fn from(object: lopdf::Object) -> Self {
        match object {
            lopdf::Object::Null => Self::Null,
            lopdf::Object::Boolean(value) => Self::Boolean(value),
            lopdf::Object::Integer(number) => Self::Integer(number),
            lopdf::Object::Real(number) => Self::Real(number),
            lopdf::Object::Name(name) => Self::Name(name),
            lopdf::Object::String(text, _) => Self::String(text),
            lopdf::Object::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            lopdf::Object::Dictionary(dict) => Self::Dictionary(dict.into()),
            lopdf::Object::Stream(stream) => Self::Stream(Box::new(Stream {
                dict: stream.dict.into(),
                data: Data::Own(stream.content),
            })),
            lopdf::Object::Reference(id) => Self::Reference(id),
        }
    }
}

impl From<lopdf::Dictionary> for Dictionary {
    fn from(dict: lopdf::Dictionary) -> Self {
        Self::new(
            dict.into_iter()
                .map(|(key, value)| (key, value.into()))
                .collect(),
        )
    }
}

/// As `lopdf` has it, for what it alone can decode.
pub fn to_lopdf(object: &Object) -> lopdf::Object {
    match object {
        Object::Null => lopdf::Object::Null,
        Object::Boolean(value) => lopdf::Object::Boolean(*value),
        Object::Integer(number) => lopdf::Object::Integer(*number),
        Object::Real(number) => lopdf::Object::Real(*number),
        Object::Name(name) => lopdf::Object::Name(name.clone()),
        Object::String(text) => lopdf::Object::string_literal(text.clone()),
        Object::Array(items) => lopdf::Object::Array(items.iter().map(to_lopdf).collect()),
        Object::Dictionary(dict) => {
            let entries = dict
                .iter()
                .map(|(key, value)| (key.to_vec(), to_lopdf(value)));
            lopdf::Object::Dictionary(entries.collect())
        }
        Object::Stream(_) => lopdf::Object::Null,
        Object::Reference(id) => lopdf::Object::Reference(*id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_of_two_entries_counts_however_many_there_are() {
        let key = |i: i64| format!("K{i}").into_bytes();
        for count in [3, 200] {
            let first = (0..count).map(|i| (key(i), Object::Integer(i)));
            let again = [(key(1), Object::Integer(-1))];
            let dict = Dictionary::new(first.chain(again).collect());
            let value = |i| dict.get(&key(i)).and_then(Object::as_i64);
            assert_eq!((value(0), value(1), value(2)), (Some(0), Some(-1), Some(2)));
            assert!(!dict.has(b"K") && !dict.has(b"L") && !dict.has(b""));
        }
        assert_eq!(Dictionary::default().get(b"K"), None);
    }
}
