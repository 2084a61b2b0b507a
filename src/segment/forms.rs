//! A list of words that texts are asked against, word after word.

use rustc_hash::FxHashMap;

/// What a list says of each of its forms. A form of up to seven bytes, as nearly
/// all are, is asked as one number: hashing and comparing strings would cost more
/// than cutting the text into tokens.
#[derive(Clone, Debug)]
pub struct Forms<T> {
    short: FxHashMap<u64, T>,
    long: FxHashMap<Box<[u8]>, T>,
    /// The lengths in bytes that there are, as bits; forms of 63 or more share one.
    lengths: u64,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        Self {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
            lengths: 0,
        }
    }
}

impl<T: Copy> Forms<T> {
    /// Adds a form, or says something else of it.
    pub fn insert(&mut self, form: &str, value: T) {
        self.lengths |= 1 << form.len().min(63);
        match packed(form.as_bytes()) {
            Some(key) => self.short.insert(key, value),
            None => self.long.insert(form.as_bytes().into(), value),
        };
    }

    /// What the list says of a form, as it is written.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<T> {
        self.get_bytes(form.as_bytes())
    }

    /// What the list says of a form in UTF-8.
    #[must_use]
    pub fn get_bytes(&self, form: &[u8]) -> Option<T> {
        if self.lengths & 1 << form.len().min(63) == 0 {
            return None;
        }
        match packed(form) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(form).copied(),
        }
    }

    /// What the list says of a word of ASCII, put in small letters.
    #[must_use]
    pub fn in_small_letters(&self, word: &[u8]) -> Option<T> {
        debug_assert!(word.is_ascii());
        if word.len() > MOST || self.lengths & 1 << word.len() == 0 {
            return None;
        }
        if let Some(key) = packed(word) {
            return self.short.get(&small(key)).copied();
        }
        let mut lower = [0u8; MOST];
        lower[..word.len()].copy_from_slice(word);
        lower.make_ascii_lowercase();
        self.get_bytes(&lower[..word.len()])
    }

    /// What the list says of a word as it is, or else in small letters.
    #[must_use]
    pub fn in_either_case(&self, word: &str) -> Option<T> {
        if word.len() > MOST {
            return None;
        }
        let found = self.get(word);
        if found.is_some() {
            return found;
        }
        if word.is_ascii() {
            let capitals = word.bytes().any(|b| b.is_ascii_uppercase());
            return capitals
                .then(|| self.in_small_letters(word.as_bytes()))
                .flatten();
        }
        let mut lower = [0u8; MOST];
        let mut length = 0;
        for c in word.chars().flat_map(char::to_lowercase) {
            if length + c.len_utf8() > MOST {
                return None;
            }
            length += c.encode_utf8(&mut lower[length..]).len();
        }
        self.get_bytes(&lower[..length])
    }
}

/// The longest word that is asked in another case than its own, in bytes.
const MOST: usize = 28;

/// A form of up to seven bytes and its length, as a number.
fn packed(form: &[u8]) -> Option<u64> {
    let length = form.len();
    let four = |at: usize| -> Option<u64> {
        let bytes = form.get(at..at + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_le_bytes(bytes)))
    };
    let letters = match length {
        0 => 0,
        1..4 => {
            // The first, the middle and the last: the same byte twice where there are less than three.
            let byte = |at: usize| u64::from(form[at]) << (at * 8);
            byte(0) | byte(length / 2) | byte(length - 1)
        }
        4..8 => four(0)? | four(length - 4)? << ((length - 4) * 8),
        _ => return None,
    };
    Some(letters | (length as u64) << 56)
}

/// A packed form of ASCII in small letters. Its length is no capital: it is too small for one.
fn small(packed: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let from_a = packed + u64::from(0x80 - b'A') * EACH;
    let beyond_z = packed + u64::from(0x80 - b'Z' - 1) * EACH;
    packed | (from_a & !beyond_z & HIGH) >> 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn forms_of_every_length_are_told_apart() {
        let all = "aéb\0c'ïabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghi";
        let mut listed = BTreeMap::new();
        for (start, _) in all.char_indices() {
            for (end, _) in all.char_indices().filter(|(end, _)| *end >= start) {
                listed.insert(&all[start..end], (start, end));
            }
        }
        let mut forms = Forms::default();
        for (form, value) in &listed {
            forms.insert(form, *value);
        }
        for (form, value) in &listed {
            assert_eq!(forms.get(form), Some(*value), "{form}");
            let unlisted = format!("{form}z");
            assert_eq!(forms.get(&unlisted), listed.get(&*unlisted).copied());
        }
    }

    #[test]
    fn capitals_are_asked_in_small_letters_too() {
        let mut forms = Forms::default();
        for (value, form) in ["é", "de", "De", "conformément"].into_iter().enumerate() {
            forms.insert(form, value);
        }
        for (word, value) in [
            ("É", Some(0)),
            ("DE", Some(1)),
            ("De", Some(2)),
            ("CONFORMÉMENT", Some(3)),
            ("Conformement", None),
            ("dé", None),
        ] {
            assert_eq!(forms.in_either_case(word), value, "{word}");
        }
    }
}
