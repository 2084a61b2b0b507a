//! A token: the smallest piece of text that a rule can speak of.
//!
//! Tokens follow French writing. An elided word keeps its apostrophe and stands
//! alone (`l'` + `accord`); a hyphen between letters is a token of its own, so
//! that compounds are seen in their parts (`vice` `-` `ministre`, `Jean` `-`
//! `Pierre`, `franco` `-` `ukrainien`); a number written in groups is one token
//! (`1 200 000`, `3,5`), a date or an hour is several (`03` `/` `02` `/` `2025`,
//! `9` `h` `30`); an ordinal (`1er`, `XXe`), an initial with its stop (`J.`), an
//! abbreviation with its stop (`M.`, `Dr.`), a dotted acronym (`O.N.U.`), a URL
//! and an e-mail address are one token each.

/// The outer form of a token, as a set of bits: a token may have several
/// (`M.` is `CAPS | INITIAL | DOTTED`, `V` is `CAPS | INITIAL | ROMAN`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Shape(pub u16);

impl Shape {
    /// Letters, the first one lower case.
    pub const LOWER: Shape = Shape(1);
    /// A capital, then at least one lower-case letter (`Alice`, `McDonald`).
    pub const CAP: Shape = Shape(1 << 1);
    /// Letters in capitals only (`DUPONT`, `ONU`, `A`).
    pub const CAPS: Shape = Shape(1 << 2);
    /// One capital, with or without its stop (`J.`, `V`).
    pub const INITIAL: Shape = Shape(1 << 3);
    /// A number in digits (`12`, `1 200`, `3,5`).
    pub const NUMBER: Shape = Shape(1 << 4);
    /// An ordinal (`1er`, `2e`, `XXe`).
    pub const ORDINAL: Shape = Shape(1 << 5);
    /// A Roman number in capitals (`XIV`); for an ordinal, its number is Roman.
    pub const ROMAN: Shape = Shape(1 << 6);
    /// Punctuation and symbols.
    pub const PUNCT: Shape = Shape(1 << 7);
    /// A hyphen that joins two words without blanks (`-`, U+2010, U+2011).
    pub const HYPHEN: Shape = Shape(1 << 8);
    /// A dash, or a hyphen that stands between blanks or at a line start.
    pub const DASH: Shape = Shape(1 << 9);
    /// A web address.
    pub const URL: Shape = Shape(1 << 10);
    /// An e-mail address.
    pub const EMAIL: Shape = Shape(1 << 11);
    /// A word with its stop that belongs to it (`M.`, `av.`, `S.E.M.`).
    pub const DOTTED: Shape = Shape(1 << 12);
    /// Letters with digits (`COP28`, `A400M`).
    pub const ALNUM: Shape = Shape(1 << 13);
    /// A list bullet at a line start (`•`, `–`, `*`), with `PUNCT` or `DASH`.
    pub const BULLET: Shape = Shape(1 << 14);
    /// A Markdown mark (`**`, `#`, `_`): layout, never part of a phrase.
    pub const MARKUP: Shape = Shape(1 << 15);

    /// Whether this shape has any of the bits of `other`.
    #[must_use]
    pub const fn any(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    /// The bits of both.
    #[must_use]
    pub const fn with(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }
}

/// What stands before a token, and what it lost, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u16);

impl Flags {
    /// No white space between the token before and this one.
    pub const GLUED: Flags = Flags(1);
    /// At least one line end before it.
    pub const LINE_START: Flags = Flags(1 << 1);
    /// At least one blank line before it.
    pub const BLOCK_START: Flags = Flags(1 << 2);
    /// Its accents may have been lost (capitals, or a form that the vocabulary
    /// has with accents only): it is compared without accents.
    pub const LOOSE: Flags = Flags(1 << 3);
    /// First word of its sentence or line, where a capital says nothing.
    pub const UNIT_START: Flags = Flags(1 << 4);
    /// The word goes on from the line before: `ration` after `coopé-`, where
    /// the hyphen (a token of its own) may or may not belong to the word.
    pub const BROKEN: Flags = Flags(1 << 5);
    /// Holds characters that do not show (soft hyphen, zero width): they do not
    /// count when words are compared.
    pub const INVISIBLE: Flags = Flags(1 << 6);

    /// A page number or running header inside a sentence, not a part of it.
    pub const ASIDE: Flags = Flags(1 << 7);

    /// Has a capital after a small letter: `TotalEnergies`.
    pub const MIXED: Flags = Flags(1 << 8);

    /// Whether any of the bits of `other` is set.
    #[must_use]
    pub const fn any(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    /// Unsets the bits of `other`.
    pub const fn clear(&mut self, other: Flags) {
        self.0 &= !other.0;
    }

    /// Sets the bits of `other`.
    pub const fn set(&mut self, other: Flags) {
        self.0 |= other.0;
    }
}

/// One token. Offsets are bytes of the text; `word` and `fold` are zero until
/// the lexicon has looked the token up.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// The known word it is, accents counted; `0` where the vocabulary has none.
    pub word: u32,
    /// Its folded form (lower case, no accents, plain apostrophes): equal forms
    /// have equal values, known to the vocabulary or not.
    pub fold: u32,
    /// The whole number it is (`12`, `1 200`, `XXe` = 20); `u32::MAX` where it is none.
    pub value: u32,
    /// Outer form.
    pub shape: Shape,
    /// Surroundings.
    pub flags: Flags,
}

impl Token {
    /// The token's text.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
    /// Whether its first letter is a capital.
    #[must_use]
    pub fn begins_upper(&self, text: &str) -> bool {
        let form = self.text(text);
        match form.as_bytes().first() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => form.chars().next().is_some_and(char::is_uppercase),
        }
    }
}
