//! All forms that rules and lists name, each a *word* (accents counted) and,
//! with its fellows that differ in accents only, a *fold*. Flat: rows of
//! numbers over one run of bytes, whether built at run time or embedded.

use bytemuck::{Pod, Zeroable};

use super::lookup::{SetId, WordRef};
use super::pack::{Reader, Rows, Writer};

/// A known word.
#[derive(Clone, Copy, Debug, Default, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Word {
    /// Where its lowered form stands in `forms`, and its length. One that has
    /// no accents is that of its fold.
    form: u32,
    length: u32,
    /// The next word of its fold; 0 where there is none.
    pub next_of_fold: u32,
    /// Sets where it begins with a small letter, and with a capital.
    pub sets: [SetId; 2],
    /// Where its entries begin among those of all words; they end where those
    /// of the next word begin.
    pub entries: u32,
}

/// Words that are one without their accents.
#[derive(Clone, Copy, Debug, Default, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Fold {
    form: u32,
    length: u32,
    pub first_word: u32,
    /// As of a word.
    pub sets: [SetId; 2],
    /// The node of the phrases that begin with it; 0 where none do.
    pub phrases: u32,
}

/// See the module's description. Word 0 and fold 0 stand for "none".
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    forms: Rows<u8>,
    pub words: Rows<Word>,
    pub folds: Rows<Fold>,
    /// Folds by the hash of their form, its length a power of two and more than
    /// the number of folds: the fold in the lower bits, as many as the length
    /// needs, and above them a part of the hash, so that others are passed over
    /// without a look at their form. 0 is an empty place.
    table: Rows<u32>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Vocabulary {
            forms: Rows::default(),
            words: vec![Word::default()].into(),
            folds: vec![Fold::default()].into(),
            table: vec![0; 1 << 10].into(),
        }
    }
}

impl Vocabulary {
    pub fn encode(&self, out: &mut Writer) {
        out.rows(&self.forms);
        out.rows(&self.words);
        out.rows(&self.folds);
        out.rows(&self.table);
    }

    pub fn decode(image: &mut Reader) -> Option<Vocabulary> {
        let vocabulary = Vocabulary {
            forms: image.rows()?,
            words: image.rows()?,
            folds: image.rows()?,
            table: image.rows()?,
        };
        let table = vocabulary.table.len();
        (table.is_power_of_two() && vocabulary.folds.len() < table).then_some(vocabulary)
    }

    /// The fold of a form, its hash known.
    pub fn fold(&self, folded: &[u8], hash: u64) -> Option<u32> {
        let (table, folds) = (&*self.table, &*self.folds);
        let bits = table.len().ilog2();
        let mask = table.len() - 1;
        let tag = (hash >> (32 + bits)) as u32;
        let mut at = hash as usize & mask;
        loop {
            let place = table[at];
            if place == 0 {
                return None;
            }
            if place >> bits == tag {
                let number = place & mask as u32;
                let fold = &folds[number as usize];
                if self.form(fold.form, fold.length) == folded {
                    return Some(number);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// The word of a fold that has this form; 0 where none has.
    pub fn word(&self, fold: &Fold, lowered: &[u8]) -> u32 {
        let words = &*self.words;
        let mut next = fold.first_word;
        while next != 0 {
            let word = &words[next as usize];
            if self.form(word.form, word.length) == lowered {
                return next;
            }
            next = word.next_of_fold;
        }
        0
    }

    fn form(&self, start: u32, length: u32) -> &[u8] {
        &self.forms[start as usize..][..length as usize]
    }

    /// The word of a form, added if it is new.
    pub fn intern(&mut self, lowered: &str, folded: &str) -> WordRef {
        let (lowered, folded) = (lowered.as_bytes(), folded.as_bytes());
        let hash = hash(folded);
        let fold = self
            .fold(folded, hash)
            .unwrap_or_else(|| self.add_fold(folded, hash));
        let row = self.folds[fold as usize];
        let mut word = self.word(&row, lowered);
        if word == 0 {
            word = self.add_word(fold, lowered);
        }
        WordRef { word, fold }
    }

    fn add_fold(&mut self, folded: &[u8], hash: u64) -> u32 {
        let number = self.folds.len() as u32;
        if number as usize * 2 >= self.table.len() {
            self.grow();
        }
        let form = self.forms.len() as u32;
        self.forms.to_mut().extend(folded);
        self.folds.to_mut().push(Fold {
            form,
            length: folded.len() as u32,
            ..Fold::default()
        });
        place(self.table.to_mut(), number, hash);
        number
    }

    fn add_word(&mut self, fold: u32, lowered: &[u8]) -> u32 {
        let number = self.words.len() as u32;
        let Fold {
            mut form,
            length,
            first_word,
            ..
        } = self.folds[fold as usize];
        if self.form(form, length) != lowered {
            form = self.forms.len() as u32;
            self.forms.to_mut().extend(lowered);
        }
        let words = self.words.to_mut();
        words.push(Word {
            form,
            length: lowered.len() as u32,
            ..Word::default()
        });
        if first_word == 0 {
            self.folds.to_mut()[fold as usize].first_word = number;
        } else {
            let mut last = first_word as usize;
            while words[last].next_of_fold != 0 {
                last = words[last].next_of_fold as usize;
            }
            words[last].next_of_fold = number;
        }
        number
    }

    fn grow(&mut self) {
        let mut table = vec![0; self.table.len() * 2];
        for (number, fold) in self.folds.iter().enumerate().skip(1) {
            let hash = hash(self.form(fold.form, fold.length));
            place(&mut table, number as u32, hash);
        }
        self.table = table.into();
    }
}

/// Puts a fold into the table.
fn place(table: &mut [u32], number: u32, hash: u64) {
    let bits = table.len().ilog2();
    let mask = table.len() - 1;
    let mut at = hash as usize & mask;
    while table[at] != 0 {
        at = (at + 1) & mask;
    }
    table[at] = ((hash >> (32 + bits)) as u32) << bits | number;
}

/// The hash of a form: the same on every machine, since tables are embedded.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, more: u64| {
        let product = u128::from(hash ^ more) * u128::from(FACTOR);
        product as u64 ^ (product >> 64) as u64
    };
    let word = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
    let half = |bytes: &[u8]| u64::from(u32::from_le_bytes(bytes.try_into().expect("four bytes")));
    let length = bytes.len();
    let mut hash = FACTOR.wrapping_mul(length as u64 + 1);
    let mut rest = bytes;
    while rest.len() > 8 {
        hash = mix(hash, word(&rest[..8]));
        rest = &rest[8..];
    }
    // Parts that overlap cover any length without a loop.
    let last = match (length, rest.len()) {
        (8.., _) => word(&bytes[length - 8..]),
        (4.., rest_length) => half(&rest[..4]) | half(&rest[rest_length - 4..]) << 32,
        (1.., rest_length) => {
            u64::from(rest[0])
                | u64::from(rest[rest_length / 2]) << 8
                | u64::from(rest[rest_length - 1]) << 16
        }
        _ => 0,
    };
    mix(hash, last)
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, hash};

    #[test]
    fn words_are_found_again() {
        let mut all = Vocabulary::default();
        let forms: Vec<String> = (0..5000).map(|n| format!("mot{n}")).collect();
        let known: Vec<_> = forms.iter().map(|form| all.intern(form, form)).collect();
        for (form, word) in forms.iter().zip(&known) {
            assert_eq!(all.intern(form, form), *word);
            assert_eq!(
                all.fold(form.as_bytes(), hash(form.as_bytes())),
                Some(word.fold)
            );
        }
        assert_eq!(all.fold(b"autre", hash(b"autre")), None);
    }

    #[test]
    fn accents_part_words_of_one_fold() {
        let mut all = Vocabulary::default();
        let plain = all.intern("signe", "signe");
        let accented = all.intern("signé", "signe");
        assert_eq!(plain.fold, accented.fold);
        assert_ne!(plain.word, accented.word);
        let fold = all.folds[plain.fold as usize];
        assert_eq!(all.word(&fold, "signé".as_bytes()), accented.word);
        assert_eq!(all.word(&fold, b"sign"), 0);
    }

    #[test]
    fn hashes_differ_by_each_byte_and_by_length() {
        let long = "abcdefghijklmnopqrstuvwxyz";
        assert_ne!(hash(b"a"), hash(b"ba"));
        let mut seen = std::collections::BTreeSet::new();
        for end in 0..=long.len() {
            assert!(seen.insert(hash(&long.as_bytes()[..end])));
            for at in 0..end {
                let mut other = long.as_bytes()[..end].to_vec();
                other[at] = b'_';
                assert!(seen.insert(hash(&other)), "{end} {at}");
            }
        }
    }
}
