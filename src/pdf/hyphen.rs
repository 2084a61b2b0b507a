//! Hyphens at the ends of lines: part of the word, or put there by the
//! break? The parts that keep theirs come from `rules/pdf/hyphenation.txt`,
//! the rest from the document's own words.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashSet, FxHasher};

static PARTS: LazyLock<Parts> =
    LazyLock::new(|| Parts::read(include_str!("../../rules/pdf/hyphenation.txt")));

#[derive(Default)]
struct Parts {
    first: FxHashSet<String>,
    second: FxHashSet<String>,
    whole: FxHashSet<String>,
}

impl Parts {
    fn read(list: &str) -> Self {
        let mut parts = Self::default();
        for line in list.lines().map(str::trim) {
            if line.starts_with('#') {
                continue;
            }
            if let Some(part) = line.strip_prefix('-') {
                parts.second.insert(part.to_owned());
            } else if let Some(part) = line.strip_suffix('-') {
                parts.first.insert(part.to_owned());
            } else if line.contains('-') {
                parts.whole.insert(line.to_owned());
            }
        }
        parts
    }
}

/// Whether a character may be a hyphen at the end of a line.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

/// The words of a document, to tell compounds from broken words.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: FxHashSet<u64>,
    /// U+2010 stands within words too, not only at line ends.
    inner_2010: bool,
    /// The ASCII hyphen stands within words.
    inner_ascii: bool,
    /// Line ends with a mark that only breaks use (U+00AD, U+2010).
    soft_ends: usize,
    /// Line ends with an ASCII hyphen.
    ascii_ends: usize,
}

fn key(word: impl Iterator<Item = char>) -> u64 {
    let mut hasher = FxHasher::default();
    for c in word {
        if c.is_ascii() {
            c.to_ascii_lowercase().hash(&mut hasher);
            continue;
        }
        let c = if c == '\u{2010}' { '-' } else { c };
        for low in c.to_lowercase() {
            low.hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn splits(c: char) -> bool {
    let accented = ('\u{c0}'..='\u{24f}').contains(&c);
    !(accented || c.is_alphanumeric() || c == '-' || c == '\u{2010}')
}

impl Vocabulary {
    /// Makes room for about this many words.
    pub fn reserve(&mut self, words: usize) {
        self.words.reserve(words);
    }

    /// Adds a word that stands whole on a line.
    pub fn add(&mut self, word: &[char]) {
        for piece in word.split(|&c| splits(c)) {
            if piece.len() < 3 {
                continue;
            }
            let inner = &piece[1..piece.len() - 1];
            self.inner_ascii |= inner.contains(&'-');
            self.inner_2010 |= inner.contains(&'\u{2010}');
            self.words.insert(key(piece.iter().copied()));
        }
    }

    /// Counts a word at the end of a line.
    pub fn add_end(&mut self, word: &[char]) {
        match word.last() {
            Some('\u{ad}' | '\u{2010}') => self.soft_ends += 1,
            Some('-') => self.ascii_ends += 1,
            _ => {}
        }
    }

    fn has(&self, first: &[char], hyphen: bool, second: &[char]) -> bool {
        let middle = hyphen.then_some('-');
        let all = first.iter().copied().chain(middle);
        self.words.contains(&key(all.chain(second.iter().copied())))
    }

    /// Whether the hyphen `mark` between `first` (the end of a line) and
    /// `second` (the start of the next) belongs to the word.
    pub fn keeps(&self, first: &[char], mark: char, second: &[char]) -> bool {
        if mark == '\u{ad}' {
            return false;
        }
        // An address is never broken by a hyphen of its own.
        let address = ['@', '/', '_'].iter().any(|c| first.contains(c))
            || first.starts_with(&['w', 'w', 'w', '.']);
        // Where breaks have a mark of their own, an ASCII hyphen is none.
        let own = mark == '-' && self.soft_ends >= 2 && self.soft_ends >= self.ascii_ends;
        if address || own {
            return true;
        }
        let start = first.iter().rposition(|&c| splits(c)).map_or(0, |i| i + 1);
        let first = &first[start..];
        let end = second.iter().position(|&c| splits(c));
        let proper = first.first().is_some_and(|c| c.is_uppercase());
        let second = &second[..end.unwrap_or(second.len())];
        let (Some(&before), Some(&after)) = (first.last(), second.first()) else {
            return true;
        };
        if !before.is_alphabetic() || !after.is_lowercase() {
            return true;
        }
        if self.has(first, true, second) {
            return true;
        }
        // A place name of several parts: Pays-de-…, Saint-Aubin-le-….
        let parts = second
            .windows(2)
            .any(|w| w[0] == '-' && w[1].is_uppercase());
        if proper && parts {
            return true;
        }
        if self.has(first, false, second) {
            return false;
        }
        if mark == '\u{2010}' && self.inner_ascii && !self.inner_2010 {
            return false;
        }
        let lower =
            |part: &[char]| -> String { part.iter().flat_map(|c| c.to_lowercase()).collect() };
        let (head, tail) = (lower(first), lower(second));
        let last_part = head.rsplit('-').next().unwrap_or("");
        let listed = PARTS.first.contains(&head) || PARTS.first.contains(last_part);
        listed
            || PARTS.second.contains(&tail)
            || PARTS.whole.contains(&format!("{head}-{tail}"))
            || tail.starts_with("t-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keeps(vocabulary: &Vocabulary, first: &str, second: &str) -> bool {
        let first: Vec<char> = first.chars().collect();
        let second: Vec<char> = second.chars().collect();
        vocabulary.keeps(&first, '-', &second)
    }

    #[test]
    fn broken_words_lose_it_and_compounds_keep_it() {
        let mut words = Vocabulary::default();
        for word in ["garde-corps", "contribution", "l’aménagement"] {
            words.add(&word.chars().collect::<Vec<_>>());
        }
        assert!(!keeps(&words, "préoccu", "pantes"));
        assert!(!keeps(&words, "contri", "bution,"));
        assert!(!keeps(&words, "l’aména", "gement"));
        assert!(keeps(&words, "garde", "corps."));
        assert!(keeps(&words, "l’après", "midi"));
        assert!(keeps(&words, "Pays-de", "Brénoux"));
        assert!(keeps(&words, "c’est-à", "dire"));
        assert!(keeps(&words, "2024", "117"));
        assert!(keeps(&words, "pourra", "t-elle"));
        assert!(keeps(&words, "Pays", "de-Brénoux"));
        assert!(keeps(&words, "mi", "juillet"));
        assert!(!keeps(&words, "mi", "nistre"));
        assert!(!keeps(&words, "entre", "prise"));
    }
}
