//! Cues: the words at the beginning of a line that tell what the line is.

use crate::lexicon::fold::fold;
use crate::segment::{SegmentData, Shape, Token, tokenize};
use rustc_hash::FxHashMap;

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
    /// An article that the name of a place may begin with (« La Rochelle »).
    PlaceArticle,
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
            "place-article" => Self::PlaceArticle,
            "article" => Self::Article,
            "joiner" => Self::Joiner,
            _ => return None,
        })
    }
}

/// One cue of the list.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Its words, folded.
    words: Vec<Box<str>>,
    /// What it says.
    pub class: CueClass,
    /// The usual form of what it names, for kinds.
    pub name: Box<str>,
}

/// The list, by first word.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    by_first: FxHashMap<Box<str>, Vec<Cue>>,
}

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
            let words: Vec<Box<str>> = tokenize(form, data)
                .tokens
                .iter()
                .filter_map(|t| folded(t, form))
                .map(Into::into)
                .collect();
            let Some(first) = words.first().cloned() else {
                return Err(format!("line {}: expected a form", number + 1));
            };
            let name = cells.next().unwrap_or("").trim().into();
            cues.by_first
                .entry(first)
                .or_default()
                .push(Cue { words, class, name });
        }
        Ok(cues)
    }

    /// The longest cue of a class that `wanted` takes, at token `at`, and the token after it.
    pub(super) fn at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        wanted: impl Fn(CueClass) -> bool,
    ) -> Option<(&Cue, usize)> {
        let first = folded(tokens.get(at)?, text)?;
        let mut best: Option<(&Cue, usize)> = None;
        for cue in self.by_first.get(first.as_str())? {
            if wanted(cue.class)
                && let Some(end) = cue.matches(text, tokens, at)
                && best.is_none_or(|(_, so_far)| end > so_far)
            {
                best = Some((cue, end));
            }
        }
        best
    }

    /// Whether a single word is of a class.
    pub(super) fn is(&self, text: &str, token: &Token, class: CueClass) -> bool {
        folded(token, text).is_some_and(|word| {
            self.by_first
                .get(word.as_str())
                .is_some_and(|all| all.iter().any(|c| c.class == class && c.words.len() == 1))
        })
    }
}

impl Cue {
    /// The token after the cue's last, if it stands at `at`. Signs between its words do not count.
    fn matches(&self, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
        let mut at = at;
        for (i, word) in self.words.iter().enumerate() {
            while i > 0 && tokens.get(at).is_some_and(|t| folded(t, text).is_none()) {
                at += 1;
            }
            if folded(tokens.get(at)?, text)?.as_str() != &**word {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// The folded form of a word, without its apostrophe or stop; none for signs.
fn folded(token: &Token, text: &str) -> Option<String> {
    if token
        .shape
        .any(Shape::PUNCT.with(Shape::HYPHEN).with(Shape::DASH))
        && token.text(text) != "©"
    {
        return None;
    }
    let mut word = fold(token.text(text));
    word.truncate(word.trim_end_matches(['\'', '.']).len());
    Some(word)
}
