//! Words of texts and queries, made comparable.
//!
//! Every word is lowered and loses its accents; elided articles and pronouns
//! (`l’accord`, `qu’elle`) fall away; words of the text are cut to their stem.
//! The stemmer needs accents to know French endings and texts in capitals have
//! lost them, so what it leaves at the end of such words is cut off after it:
//! `signé`, `signée`, `SIGNEE` and `signes` are the same word.

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{
    Language, RawTokenizer, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager,
};

use super::group::SEPARATOR;
use crate::lexicon::fold::{fold_lowered_into, lower_into};

/// Name of the tokenizer that stems.
pub(super) const TEXT: &str = "greffier-text";
/// Name of the tokenizer of names.
pub(super) const NAME: &str = "greffier-name";

/// Positions between two groups of a value.
pub(super) const GAP: usize = 1000;

/// Stems remembered before the memory is emptied: more than the words of a
/// year of press releases, a few megabytes.
const REMEMBERED: usize = 1 << 16;

/// Longest word that is indexed, in bytes.
const LONGEST: usize = 120;

/// What falls away before an apostrophe.
const ELIDED: [&str; 14] = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
];

/// The tokenizers under their names.
pub(super) fn tokenizers() -> TokenizerManager {
    // The index library looks for its own, too, under the names that these have.
    let manager = TokenizerManager::default();
    manager.register(TEXT, Words::text());
    manager.register(NAME, Words::name());
    manager
}

/// Cuts a text into comparable words.
#[derive(Clone)]
pub(super) struct Words {
    stemmer: Option<TextAnalyzer>,
    stems: FxHashMap<String, String>,
    token: Token,
    word: String,
}

impl Words {
    /// Words as stems.
    pub fn text() -> Self {
        let stemmer = TextAnalyzer::builder(RawTokenizer::default())
            .filter(Stemmer::new(Language::French))
            .build();
        Words::new(Some(stemmer))
    }

    /// Words as they are.
    pub fn name() -> Self {
        Words::new(None)
    }

    fn new(stemmer: Option<TextAnalyzer>) -> Self {
        Words {
            stemmer,
            stems: FxHashMap::default(),
            token: Token::default(),
            word: String::new(),
        }
    }

    /// The comparable words of a text.
    pub fn of(&mut self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        self.token_stream(text)
            .process(&mut |token| words.push(token.text.clone()));
        words
    }

    /// Makes `self.token` of the word as written.
    fn make(&mut self, written: &str) {
        self.word.clear();
        lower_into(written, &mut self.word);
        self.token.text.clear();
        let Some(stemmer) = &mut self.stemmer else {
            fold_lowered_into(&self.word, &mut self.token.text);
            return;
        };
        if let Some(stem) = self.stems.get(&self.word) {
            self.token.text.push_str(stem);
            return;
        }
        // « succès » : the stemmer would take its end for a plural only where the accent is lost.
        let plain = self.word.strip_suffix("ès").map(|head| format!("{head}es"));
        let mut stream = stemmer.token_stream(plain.as_deref().unwrap_or(&self.word));
        stream.advance();
        fold_lowered_into(&stream.token().text, &mut self.token.text);
        drop(stream);
        let kept = self.token.text.trim_end_matches('e').len();
        if kept >= 2 {
            self.token.text.truncate(kept);
        }
        if self.stems.len() >= REMEMBERED {
            self.stems.clear();
        }
        self.stems
            .insert(self.word.clone(), self.token.text.clone());
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.position = usize::MAX;
        WordStream {
            words: self,
            text,
            at: 0,
            gap: 0,
        }
    }
}

/// The words of one text.
pub(super) struct WordStream<'a> {
    words: &'a mut Words,
    text: &'a str,
    at: usize,
    gap: usize,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            let rest = &self.text[self.at..];
            let Some(start) = rest.find(|c: char| c.is_alphanumeric() || c == SEPARATOR) else {
                self.at = self.text.len();
                return false;
            };
            let start = self.at + start;
            if self.text[start..].starts_with(SEPARATOR) {
                self.gap += GAP;
                self.at = start + SEPARATOR.len_utf8();
                continue;
            }
            let rest = &self.text[start..];
            let length = rest
                .find(|c: char| !(c.is_alphanumeric() || is_inside(c)))
                .unwrap_or(rest.len());
            self.at = start + length;
            let word = &rest[..length];
            let next = rest[length..].chars().next();
            if length > LONGEST || (is_apostrophe(next) && is_elided(word)) {
                continue;
            }
            self.words.make(word);
            let token = &mut self.words.token;
            token.position = token
                .position
                .wrapping_add(1 + std::mem::take(&mut self.gap));
            token.offset_from = start;
            token.offset_to = start + length;
            return true;
        }
    }

    fn token(&self) -> &Token {
        &self.words.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.words.token
    }
}

/// Characters that do not end a word: accents written apart, soft hyphens.
fn is_inside(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{AD}'
}

fn is_apostrophe(c: Option<char>) -> bool {
    matches!(c, Some('\'' | '’' | 'ʼ' | '‘'))
}

fn is_elided(word: &str) -> bool {
    ELIDED.iter().any(|e| e.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{GAP, Words};
    use crate::search::group::SEPARATOR;
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    #[test]
    fn written_forms_of_a_word_are_the_same_word() {
        let mut words = Words::text();
        for same in [
            ["signé", "SIGNÉE", "signee", "signés"].as_slice(),
            &["coopération", "COOPERATION", "coopérations"],
            &["déléguée", "déléguées", "DELEGUEE", "délégué"],
            &["l’accord", "D'ACCORDS", "accord", "qu’accord"],
            &["œuvre", "OEUVRES"],
            &["traités", "traité", "TRAITES"],
            &["européen", "EUROPEENS", "européenne"],
            &["succès", "SUCCES", "succes"],
            &["après", "APRÈS", "apres"],
        ] {
            let stems: Vec<_> = same.iter().map(|word| words.of(word)).collect();
            assert_eq!(stems[0].len(), 1, "{same:?}");
            assert!(stems.iter().all(|s| *s == stems[0]), "{same:?}: {stems:?}");
        }
        assert_ne!(words.of("accord"), words.of("accords-cadres"));
    }

    #[test]
    fn names_keep_their_ends_and_groups_lie_apart() {
        let mut words = Words::name();
        assert_eq!(
            words.of("Hélène de L’Isle-Adam"),
            ["helene", "de", "isle", "adam"]
        );
        let text = format!("Élise{SEPARATOR}Roux");
        let mut stream = words.token_stream(&text);
        assert!(stream.advance());
        assert_eq!(stream.token().position, 0);
        assert!(stream.advance());
        assert_eq!(stream.token().position, GAP + 1);
        assert_eq!(
            &text[stream.token().offset_from..stream.token().offset_to],
            "Roux"
        );
        assert!(!stream.advance());
    }
}
