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

/// Folded forms of the accented Latin letters, computed once from Unicode's
/// decompositions because this look-up runs for every accented letter.
static TABLE: LazyLock<Vec<Box<str>>> = LazyLock::new(|| {
    (FIRST..LAST)
        .map(|c| char::from_u32(c).map_or_else(Box::default, |c| fold_by_unicode(c).into()))
        .collect()
});

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
            out.push_str(&TABLE[(c as u32 - FIRST) as usize]);
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
    let mut out = String::with_capacity(text.len());
    fold_lowered_into(&lower(text), &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{fold, lower};

    #[test]
    fn lowering_keeps_accents_and_folding_drops_them() {
        assert_eq!(lower("L’ÉTÉ"), "l'été");
        assert_eq!(fold("L’ÉTÉ"), "l'ete");
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("Škoda Łódź Mykhaïlo"), "skoda lodz mykhailo");
        assert_eq!(fold("coopé\u{AD}ration"), "cooperation");
    }
}
