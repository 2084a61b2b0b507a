//! Cues: the words at the beginning of a line that tell what the line is.

use crate::lexicon::fold::fold;
use crate::segment::{Forms, SegmentData, Shape, Token, tokenize};

/// What a cue says of its line; see the head of `rules/layout/cue.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueClass {
    /// What the document calls itself.
    Kind,
    /// Who speaks, above the text.
    Letterhead,
    /// The motto of a State.
    Motto,
    /// First words of a contact line.
    Contact,
    /// Heading of a paragraph that presents a body.
    About,
    /// Release conditions.
    Embargo,
    /// Before the date of a web page.
    Published,
    /// Before the place and date that close a text.
    PlaceDate,
    /// First words of a signature.
    Signature,
    /// Beside a page number.
    Page,
    /// Before the number of the document.
    Reference,
    /// Furniture of a web page.
    Debris,
    /// Between a place and its date (« le »).
    DateArticle,
    /// After the hour of a dateline (« CET », « heure de Paris »).
    TimeZone,
    /// An article that the name of a place may begin with (« La Rochelle »).
    PlaceArticle,
    /// What a dateline on its own line may begin with (« À Auch, le 22 mai »).
    PlaceAt,
    /// Joins two places of a dateline.
    PlaceAnd,
    /// Before the number of a part of a legal text (« Article 3. - »).
    Article,
    /// A word that no line or page ends a sentence with.
    Joiner,
}

impl CueClass {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "kind" => Self::Kind,
            "letterhead" => Self::Letterhead,
            "motto" => Self::Motto,
            "contact" => Self::Contact,
            "about" => Self::About,
            "embargo" => Self::Embargo,
            "published" => Self::Published,
            "place-date" => Self::PlaceDate,
            "signature" => Self::Signature,
            "page" => Self::Page,
            "reference" => Self::Reference,
            "debris" => Self::Debris,
            "date-article" => Self::DateArticle,
            "time-zone" => Self::TimeZone,
            "place-article" => Self::PlaceArticle,
            "place-at" => Self::PlaceAt,
            "place-and" => Self::PlaceAnd,
            "article" => Self::Article,
            "joiner" => Self::Joiner,
            _ => return None,
        })
    }
}

/// One cue of the list.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The numbers of its words.
    words: Vec<u16>,
    /// What it says.
    pub class: CueClass,
    /// The usual form of what it names, for kinds.
    pub name: Box<str>,
}

/// The list. Its words are numbered, and a text is asked for the numbers of its own.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    /// The words of the cues, folded, with their numbers.
    numbers: Forms<u16>,
    /// The cues that begin with each word.
    by_first: Vec<Vec<Cue>>,
    /// The classes of the cues that are one word and no more, as bits.
    classes: Vec<u32>,
}

/// The number of a word that is in no cue.
const UNKNOWN: u16 = u16::MAX;

impl Cues {
    /// Reads lines of form, class and name, separated by tabs; `#` starts a comment line.
    ///
    /// # Errors
    /// The first line that is not understood, as `line N: …`.
    pub fn parse(text: &str, data: &SegmentData) -> Result<Self, String> {
        let mut cues = Self::default();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let mut cells = line.split('\t');
            let form = cells.next().unwrap_or("").trim();
            let class = cells.next().unwrap_or("").trim();
            let class = CueClass::of(class)
                .ok_or_else(|| format!("line {}: class {class:?} is not known here", number + 1))?;
            let words: Vec<u16> = tokenize(form, data)
                .tokens
                .iter()
                .filter_map(|t| folded(t, form))
                .map(|word| cues.number(&word))
                .collect();
            let Some(&first) = words.first() else {
                return Err(format!("line {}: expected a form", number + 1));
            };
            let first = usize::from(first);
            let name = cells.next().unwrap_or("").trim().into();
            if words.len() == 1 {
                cues.classes[first] |= 1 << class as u32;
            }
            cues.by_first[first].push(Cue { words, class, name });
        }
        Ok(cues)
    }

    /// The number of a cue's word, a new one if it is the first time.
    fn number(&mut self, word: &Folded) -> u16 {
        if let Some(number) = self.numbers.get_bytes(word.as_bytes()) {
            return number;
        }
        let number = self.classes.len() as u16;
        self.numbers.insert(word.as_str(), number);
        self.classes.push(0);
        self.by_first.push(Vec::new());
        number
    }

    /// The number of a token's word; none where it is a sign.
    fn of(&self, text: &str, token: &Token) -> Option<u16> {
        let word = written(token, text)?;
        match asked(&self.numbers, word) {
            Asked::Found(number) => Some(number),
            Asked::Unknown => Some(UNKNOWN),
            Asked::TooLong => None,
        }
    }

    /// The first word at a token or after it, signs passed over: its number and the token after it.
    fn next(&self, text: &str, tokens: &[Token], at: usize) -> Option<(u16, usize)> {
        let mut rest = tokens.get(at..)?.iter().enumerate();
        rest.find_map(|(i, token)| Some((self.of(text, token)?, at + i + 1)))
    }

    /// The longest cue of a class that `wanted` takes, at token `at`, and the token after it.
    pub(super) fn at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        wanted: impl Fn(CueClass) -> bool,
    ) -> Option<(&Cue, usize)> {
        let first = self.of(text, tokens.get(at)?)?;
        let cues = self.by_first.get(usize::from(first))?;
        let mut second = None;
        let mut best: Option<(&Cue, usize)> = None;
        for cue in cues.iter().filter(|cue| wanted(cue.class)) {
            let end = match cue.words[1..] {
                [] => at + 1,
                [word, ref rest @ ..] => {
                    // Many cues begin with the same word: what follows it is read once.
                    match *second.get_or_insert_with(|| self.next(text, tokens, at + 1)) {
                        Some((found, after)) if found == word => {
                            match self.follow(text, tokens, after, rest) {
                                Some(end) => end,
                                None => continue,
                            }
                        }
                        _ => continue,
                    }
                }
            };
            if best.is_none_or(|(_, so_far)| end > so_far) {
                best = Some((cue, end));
            }
        }
        best
    }

    /// The token after the last of some words, if they stand at `at`. Signs between them do not count.
    fn follow(&self, text: &str, tokens: &[Token], at: usize, words: &[u16]) -> Option<usize> {
        words.iter().try_fold(at, |at, &word| {
            let (found, after) = self.next(text, tokens, at)?;
            (found == word).then_some(after)
        })
    }

    /// Whether a single word is of a class.
    pub(super) fn is(&self, text: &str, token: &Token, class: CueClass) -> bool {
        self.of(text, token)
            .and_then(|number| self.classes.get(usize::from(number)))
            .is_some_and(|classes| classes & (1 << class as u32) != 0)
    }
}

/// A token as it is written, none for signs.
fn written<'t>(token: &Token, text: &'t str) -> Option<&'t str> {
    let word = token.text(text);
    let signs = Shape::PUNCT.with(Shape::HYPHEN).with(Shape::DASH);
    (!token.shape.any(signs) || word == "©").then_some(word)
}

/// The folded form of a word, without its apostrophe or stop; none for signs,
/// and for words longer than any cue.
fn folded(token: &Token, text: &str) -> Option<Folded> {
    Folded::of(written(token, text)?)
}

/// What a list of folded words answers.
pub(super) enum Asked<T> {
    Found(T),
    Unknown,
    /// The word is longer than any that is looked up.
    TooLong,
}

/// Asks a list of folded words for a word, without its apostrophe or stop.
pub(super) fn asked<T: Copy>(list: &Forms<T>, word: &str) -> Asked<T> {
    let found = if word.len() > Folded::MOST {
        return Asked::TooLong;
    } else if word.is_ascii() {
        let mut plain = word.as_bytes();
        while let [rest @ .., b'\'' | b'.'] = plain {
            plain = rest;
        }
        list.in_small_letters(plain)
    } else if let Some(word) = Folded::of(word) {
        list.get_bytes(word.as_bytes())
    } else {
        return Asked::TooLong;
    };
    found.map_or(Asked::Unknown, Asked::Found)
}

/// A short folded word, on the stack: many are looked up in each line.
pub(super) struct Folded {
    bytes: [u8; Self::MOST],
    length: usize,
}

impl Folded {
    /// The longest word that is looked up, in bytes.
    const MOST: usize = 28;

    /// Folds a word; none if it is too long to be a cue.
    pub(super) fn of(word: &str) -> Option<Self> {
        if word.len() > Self::MOST {
            return None;
        }
        let mut out = Self {
            bytes: [0; Self::MOST],
            length: 0,
        };
        let mut bytes = word.bytes();
        while let Some(byte) = bytes.next() {
            let plain = match byte {
                0..0x80 => byte.to_ascii_lowercase(),
                // The accented letters of Latin-1.
                0xc3 => match bytes.next()? | 0x20 {
                    0xa0..=0xa5 => b'a',
                    0xa7 => b'c',
                    0xa8..=0xab => b'e',
                    0xac..=0xaf => b'i',
                    0xb1 => b'n',
                    0xb2..=0xb6 => b'o',
                    0xb9..=0xbc => b'u',
                    0xbd => b'y',
                    _ => return Self::other(word),
                },
                _ => return Self::other(word),
            };
            out.bytes[out.length] = plain;
            out.length += 1;
        }
        Some(out.trimmed())
    }

    fn other(word: &str) -> Option<Self> {
        let form = fold(word);
        let mut bytes = [0; Self::MOST];
        bytes
            .get_mut(..form.len())?
            .copy_from_slice(form.as_bytes());
        Some(
            Self {
                bytes,
                length: form.len(),
            }
            .trimmed(),
        )
    }

    fn trimmed(mut self) -> Self {
        while self.length > 0 && matches!(self.bytes[self.length - 1], b'\'' | b'.') {
            self.length -= 1;
        }
        self
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_fold_as_long_ones_do() {
        for word in [
            "L’", "l'", "ÉTAT", "Çà", "œuvre", "Être", "NOËL", "naïve", "M.", "Ŝĝ", "ÿ", "ß", "Æ",
        ] {
            let form = fold(word);
            assert_eq!(
                Folded::of(word).unwrap().as_str(),
                form.trim_end_matches(['\'', '.']),
                "{word}"
            );
        }
    }

    #[test]
    fn cues_are_found_in_any_case_and_over_signs() {
        let data = SegmentData::builtin();
        let cues = Cues::parse(
            "# head\ncommuniqué de presse\tkind\tcommuniqué de presse\nfait à\tplace-date\n",
            &data,
        )
        .unwrap();
        let text = "COMMUNIQUE DE PRESSE - n° 3";
        let tokens = tokenize(text, &data).tokens;
        let (cue, end) = cues.at(text, &tokens, 0, |_| true).unwrap();
        assert_eq!((&*cue.name, end), ("communiqué de presse", 3));
        assert!(Cues::parse("mot\tnothing\n", &data).is_err());
    }
}
