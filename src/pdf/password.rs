//! Passwords of encrypted files.

use std::fmt;
use std::sync::Arc;

/// Passwords to try on encrypted files that the empty one does not open.
/// `Debug` does not show them.
#[derive(Clone, Default)]
pub struct Passwords(Arc<[String]>);

impl Passwords {
    /// The passwords in the order in which they are tried.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl From<Vec<String>> for Passwords {
    fn from(all: Vec<String>) -> Self {
        Self(all.into())
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not even how many: what a run is told apart by must not change with them.
        f.write_str("Passwords(…)")
    }
}

/// A password as the bytes that revisions 2 to 4 may mean by it: in the
/// encoding of PDF, or as some programs write it, in UTF-8.
pub(super) fn old_forms(password: &str) -> Vec<Vec<u8>> {
    let code = |c: char| match c {
        '\0'..='\u{7f}' | '\u{a1}'..='\u{ff}' => Some(c as u8),
        _ => {
            const HIGH: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™\u{fb01}\u{fb02}ŁŒŠŸŽıłœšž";
            let at = HIGH.chars().position(|own| own == c)?;
            Some(0x80 + at as u8)
        }
    };
    let own = password.chars().map(|c| match c {
        '€' => Some(0xa0),
        c => code(c),
    });
    let mut forms: Vec<Vec<u8>> = own.collect::<Option<_>>().into_iter().collect();
    if !password.is_ascii() {
        forms.push(password.as_bytes().to_vec());
    }
    forms
}

/// A password as the bytes that revisions 5 and 6 may mean by it: prepared by
/// RFC 4013, or as it is.
pub(super) fn new_forms(password: &str) -> Vec<Vec<u8>> {
    const MOST: usize = 127;
    let cut = |text: &str| text.as_bytes()[..text.len().min(MOST)].to_vec();
    let mut forms = Vec::new();
    if let Ok(prepared) = stringprep::saslprep(password) {
        forms.push(cut(&prepared));
    }
    let plain = cut(password);
    if !forms.contains(&plain) {
        forms.push(plain);
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_shown() {
        let some = Passwords::from(vec!["secret".to_owned(), "other".to_owned()]);
        assert_eq!(format!("{some:?}"), format!("{:?}", Passwords::default()));
        assert_eq!(some.iter().collect::<Vec<_>>(), ["secret", "other"]);
    }

    #[test]
    fn the_forms_of_a_password() {
        assert_eq!(old_forms("abc"), [b"abc"]);
        assert_eq!(old_forms("é€œ"), [&b"\xe9\xa0\x9c"[..], "é€œ".as_bytes()]);
        assert_eq!(old_forms("语"), ["语".as_bytes()]);
        assert_eq!(new_forms("abc"), [b"abc"]);
        // A soft hyphen is left out, an ordinal a letter.
        let word = "S\u{aa}SL\u{ad}prep";
        assert_eq!(new_forms(word), [b"SaSLprep", word.as_bytes()]);
        assert_eq!(new_forms(&"x".repeat(200))[0].len(), 127);
    }
}
