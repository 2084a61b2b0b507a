//! Folding: what makes two written forms the same word.
//!
//! Two levels. *Lowering* removes case and typographic variants (curly
//! apostrophes, soft and non-breaking hyphens) but keeps accents, which tell
//! French words apart (`a`/`à`, `signe`/`signé`). *Folding* removes accents
//! too, for capitals and for texts that lost them.

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// First code point of the table of folded letters: `À`.
const FIRST: u32 = 0xC0;
/// Code point after the last of the table: the end of Latin Extended-B.
const LAST: u32 = 0x250;

/// A letter in lower case and folded, in UTF-8.
#[derive(Clone, Copy, Default)]
struct Letter {
    lower: [u8; 4],
    fold: [u8; 4],
    lengths: [u8; 2],
}

impl Letter {
    fn of(c: char) -> Letter {
        let mut letter = Letter::default();
        let lower: String = c.to_lowercase().collect();
        let fold = fold_by_unicode(c);
        letter.lower[..lower.len()].copy_from_slice(lower.as_bytes());
        letter.fold[..fold.len()].copy_from_slice(fold.as_bytes());
        letter.lengths = [lower.len() as u8, fold.len() as u8];
        letter
    }

    fn lower(&self) -> &[u8] {
        &self.lower[..usize::from(self.lengths[0])]
    }

    fn fold(&self) -> &[u8] {
        &self.fold[..usize::from(self.lengths[1])]
    }
}

/// The accented Latin letters, worked out once from Unicode's decompositions
/// because this look-up runs for every accented letter.
static TABLE: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    let letters = (FIRST..LAST).filter_map(char::from_u32);
    letters.map(Letter::of).collect()
});

/// The two plain forms of a token, one token after the other in the same memory.
#[derive(Default)]
pub struct Letters {
    lowered: Vec<u8>,
    /// Left empty where the lowered form is ASCII: it is the same.
    folded: Vec<u8>,
    is_ascii: bool,
    begins_upper: bool,
}

impl Letters {
    /// Takes the next form.
    pub fn set(&mut self, form: &str) {
        self.lowered.clear();
        self.folded.clear();
        if form.is_ascii() {
            self.lowered.extend_from_slice(form.as_bytes());
            self.begins_upper = self.lowered.first().is_some_and(u8::is_ascii_uppercase);
            self.lowered.make_ascii_lowercase();
            self.is_ascii = true;
        } else {
            self.set_accented(form);
        }
    }

    fn set_accented(&mut self, form: &str) {
        let table = &*TABLE;
        self.begins_upper = form.chars().next().is_some_and(char::is_uppercase);
        for c in form.chars() {
            if c.is_ascii() {
                self.lowered.push(c.to_ascii_lowercase() as u8);
                self.folded.push(c.to_ascii_lowercase() as u8);
            } else if (FIRST..LAST).contains(&(c as u32)) {
                let letter = &table[(c as u32 - FIRST) as usize];
                self.lowered.extend_from_slice(letter.lower());
                self.folded.extend_from_slice(letter.fold());
            } else {
                let lowered = lower(c.encode_utf8(&mut [0; 4]));
                let mut folded = String::new();
                fold_lowered_into(&lowered, &mut folded);
                self.lowered.extend_from_slice(lowered.as_bytes());
                self.folded.extend_from_slice(folded.as_bytes());
            }
        }
        self.is_ascii = self.lowered.is_ascii();
    }

    /// The lowered form.
    #[must_use]
    pub fn lowered(&self) -> &[u8] {
        &self.lowered
    }

    /// The folded form.
    #[must_use]
    pub fn folded(&self) -> &[u8] {
        if self.is_ascii {
            &self.lowered
        } else {
            &self.folded
        }
    }

    /// Whether the lowered form has plain letters only.
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.is_ascii
    }

    /// Whether the form begins with a capital.
    #[must_use]
    pub fn begins_upper(&self) -> bool {
        self.begins_upper
    }
}

fn fold_by_unicode(c: char) -> String {
    c.to_lowercase()
        .flat_map(|c| match c {
            'œ' => vec!['o', 'e'],
            'æ' => vec!['a', 'e'],
            'ø' => vec!['o'],
            'ł' => vec!['l'],
            'đ' | 'ð' => vec!['d'],
            'ı' => vec!['i'],
            'ß' => vec!['s', 's'],
            other => other.nfd().filter(|c| !is_combining_mark(*c)).collect(),
        })
        .collect()
}

/// Appends the lowered form of `text` to `out`.
pub fn lower_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out[from..].make_ascii_lowercase();
        return;
    }
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            match typography(c) {
                Some('\0') => {}
                Some(plain) => out.push(plain),
                None => out.extend(c.to_lowercase()),
            }
        }
    }
}

/// Appends the folded form of an already lowered `text` to `out`.
pub fn fold_lowered_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else if (FIRST..LAST).contains(&(c as u32)) {
            let letter = &TABLE[(c as u32 - FIRST) as usize];
            out.push_str(std::str::from_utf8(letter.fold()).unwrap_or_default());
        } else {
            out.push_str(&fold_by_unicode(c));
        }
    }
}

/// The plain character that stands for a typographic one; `\0` for those that vanish.
fn typography(c: char) -> Option<char> {
    match c {
        '’' | '‘' | 'ʼ' | '′' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => Some('\0'),
        _ => None,
    }
}

/// The lowered form: no case, plain apostrophes and hyphens, accents kept.
#[must_use]
pub fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    lower_into(text, &mut out);
    out
}

/// The folded form: lowered, without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let lowered = lower(text);
    if lowered.is_ascii() {
        return lowered;
    }
    let mut out = String::with_capacity(lowered.len());
    fold_lowered_into(&lowered, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{Letters, fold, lower};

    #[test]
    fn lowering_keeps_accents_and_folding_drops_them() {
        assert_eq!(lower("L’ÉTÉ"), "l'été");
        assert_eq!(fold("L’ÉTÉ"), "l'ete");
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("Škoda Łódź Mykhaïlo"), "skoda lodz mykhailo");
        assert_eq!(fold("coopé\u{AD}ration"), "cooperation");
    }

    #[test]
    fn letters_are_lowered_and_folded_as_texts_are() {
        let mut letters = Letters::default();
        let all: String = ('\0'..'\u{3000}').collect();
        let forms = [
            "L’ÉTÉ",
            "Œuvre",
            "coopé\u{AD}ration",
            "İnönü",
            "ȺȾ",
            "abc",
            "",
            "ΆΣ",
        ];
        let single: Vec<String> = all.chars().map(String::from).collect();
        for form in forms
            .iter()
            .copied()
            .chain(single.iter().map(String::as_str))
        {
            letters.set(form);
            assert_eq!(letters.lowered(), lower(form).as_bytes(), "{form:?}");
            assert_eq!(letters.folded(), fold(form).as_bytes(), "{form:?}");
            assert_eq!(letters.is_ascii(), lower(form).is_ascii(), "{form:?}");
            let first = form.chars().next();
            assert_eq!(
                letters.begins_upper(),
                first.is_some_and(char::is_uppercase)
            );
        }
    }
}
