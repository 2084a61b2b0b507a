//! What a character is to the tokeniser.

/// The coarse classes of the first byte of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space inside a line, and control characters.
    Blank,
    /// A line end.
    Line,
    /// A letter of ASCII.
    Letter,
    /// A digit of ASCII.
    Digit,
    /// Any other character of ASCII.
    Other,
    /// The first byte of a longer character.
    Wide,
}

/// The class of every byte.
pub(super) static CLASS: [Class; 256] = {
    let mut table = [Class::Other; 256];
    let mut byte = 0usize;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\n' | 0x0b | 0x0c | b'\r' => Class::Line,
            0..=b' ' | 0x7f => Class::Blank,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            0x80.. => Class::Wide,
            _ => Class::Other,
        };
        byte += 1;
    }
    table
};

/// Whether a byte after `0xc3` makes a letter of Latin-1 with it: all but × and ÷ are.
pub(super) const fn is_latin_letter(second: u8) -> bool {
    !matches!(second, 0x97 | 0xb7)
}

/// The lowest first byte of a character that may belong to the sign before it
/// (accents that combine, the parts of an emoji).
pub(super) const FIRST_MARK: u8 = 0xcc;

/// Whether a character shows nothing: white space, controls, soft hyphens,
/// zero-width characters. Tokens need not cover it.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// A character that may stand inside a word without being seen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// A line end longer than a byte.
pub(super) fn is_wide_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// An apostrophe of any shape.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '\u{2032}' | '\u{b4}' | '`'
    )
}

/// A hyphen that joins words: not a dash.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A dash, or a minus.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}' | '\u{2212}')
}

/// A blank that may part the groups of a number.
pub(super) fn is_group_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// A sign that stands before the items of a list.
pub(super) fn is_bullet(c: char) -> bool {
    is_hyphen(c)
        || is_dash(c)
        || matches!(
            c,
            '*' | '·'
                | '•'
                | '‣'
                | '⁃'
                | '∙'
                | '○'
                | '●'
                | '◦'
                | '■'
                | '□'
                | '▪'
                | '▫'
                | '◆'
                | '◇'
                | '►'
                | '▶'
                | '▸'
                | '▹'
                | '➔'
                | '➢'
                | '➤'
                | '➜'
                | '→'
                | '⇒'
                | '✓'
                | '✔'
                | '☑'
                | '❖'
                | '✦'
                | '★'
                | '¤'
                | '§'
                | '\u{e000}'..='\u{f8ff}'
        )
}

/// A letter, a mark on a letter, or a raised or lowered digit: what makes words.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}')
}

/// A letter of a script whose words are not told by blanks and hyphens as in
/// French: the standard word boundaries of Unicode are used for it.
pub(super) fn is_other_script(c: char) -> bool {
    c >= '\u{590}'
        && !matches!(c, '\u{1d00}'..='\u{218f}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}' | '\u{fb00}'..='\u{fb06}')
        && c.is_alphanumeric()
}
