//! Rows of numbers in one run of bytes, which a program that embeds it reads
//! where they stand: nothing is copied, and what is never looked at is never
//! loaded.
//!
//! Numbers are in the byte order of the machine that wrote them; a mark at the
//! head tells one of another order.

use std::borrow::Cow;

use bytemuck::{AnyBitPattern, NoUninit};

/// Rows of numbers: made at run time, or those of an image.
pub type Rows<T> = Cow<'static, [T]>;

/// What an image begins with: its shape, and by its value the byte order.
const MARK: u64 = 0x6772_6566_0000_0001;
/// Rows begin at a multiple of this.
const ALIGN: usize = 8;

/// Writes an image.
pub struct Writer(Vec<u8>);

impl Default for Writer {
    fn default() -> Self {
        Writer(MARK.to_ne_bytes().to_vec())
    }
}

impl Writer {
    /// Appends rows.
    pub fn rows<T: NoUninit>(&mut self, rows: &[T]) {
        let bytes: &[u8] = bytemuck::cast_slice(rows);
        self.0.extend((bytes.len() as u64).to_ne_bytes());
        self.0.extend(bytes);
        self.0.resize(self.0.len().next_multiple_of(ALIGN), 0);
    }

    /// The image.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads an image.
pub struct Reader(&'static [u8]);

impl Reader {
    /// A reader of this image; `None` if it was not written for such a machine.
    #[must_use]
    pub fn new(image: &'static [u8]) -> Option<Reader> {
        let (mark, rest) = image.split_first_chunk()?;
        (u64::from_ne_bytes(*mark) == MARK).then_some(Reader(rest))
    }

    /// The next run of bytes.
    pub fn bytes(&mut self) -> Option<&'static [u8]> {
        let (length, rest) = self.0.split_first_chunk()?;
        let length = usize::try_from(u64::from_ne_bytes(*length)).ok()?;
        let (bytes, _) = rest.split_at_checked(length)?;
        self.0 = rest.get(length.checked_next_multiple_of(ALIGN)?..)?;
        Some(bytes)
    }

    /// The next rows.
    pub fn rows<T: AnyBitPattern + NoUninit>(&mut self) -> Option<Rows<T>> {
        let bytes = self.bytes()?;
        if !bytes.len().is_multiple_of(size_of::<T>()) {
            return None;
        }
        // Whoever embeds an image takes care that it is aligned.
        Some(
            bytemuck::try_cast_slice(bytes)
                .map_or_else(|_| Cow::Owned(copied(bytes)), Cow::Borrowed),
        )
    }
}

/// Numbers that may stand at any place.
fn copied<T: AnyBitPattern>(bytes: &[u8]) -> Vec<T> {
    let numbers = bytes.chunks_exact(size_of::<T>());
    numbers.map(bytemuck::pod_read_unaligned).collect()
}

/// For lists of numbers inside a larger structure (`#[serde(with = "…")]`): one
/// run of bytes, copied as it is.
pub mod numbers {
    use bytemuck::{AnyBitPattern, NoUninit};
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    /// Writes the list.
    ///
    /// # Errors
    /// As the serializer says.
    pub fn serialize<T: NoUninit, S: Serializer>(
        list: &[T],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytemuck::cast_slice(list))
    }

    /// Reads the list.
    ///
    /// # Errors
    /// If there is no run of bytes, or one of a wrong length.
    pub fn deserialize<'de, T: AnyBitPattern + NoUninit, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<T>, D::Error> {
        struct Bytes<T>(std::marker::PhantomData<T>);
        impl<T: AnyBitPattern + NoUninit> Visitor<'_> for Bytes<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("numbers as bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<T>, E> {
                if bytes.len().is_multiple_of(size_of::<T>()) {
                    Ok(super::copied(bytes))
                } else {
                    Err(E::invalid_length(bytes.len(), &self))
                }
            }
        }
        deserializer.deserialize_bytes(Bytes(std::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn rows_are_read_as_they_were_written() {
        let mut writer = Writer::default();
        writer.rows(&[1_u8, 2, 3]);
        writer.rows(&[[4_u32, 5], [6, 7]]);
        writer.rows::<u64>(&[]);
        let image: &'static [u8] = writer.finish().leak();
        let mut reader = Reader::new(image).unwrap();
        assert_eq!(reader.bytes(), Some(&[1_u8, 2, 3][..]));
        assert_eq!(reader.rows().as_deref(), Some(&[[4_u32, 5], [6, 7]][..]));
        assert_eq!(reader.rows::<u64>().as_deref(), Some(&[][..]));
        assert!(reader.bytes().is_none());
    }

    #[test]
    fn what_is_no_image_is_refused() {
        assert!(Reader::new(b"short").is_none());
        assert!(Reader::new(&[7; 64]).is_none());
        let mut writer = Writer::default();
        writer.rows(&[1_u32]);
        let whole: &'static [u8] = writer.finish().leak();
        let cut = Reader::new(&whole[..whole.len() - 8]);
        assert!(cut.unwrap().rows::<u32>().is_none());
    }
}
