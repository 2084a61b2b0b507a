//! The lexicon at work: tokens to words, classes and phrases.

use bytemuck::{Pod, Zeroable};

use super::builder::ClassSource;
use super::class::{Class, ClassSet};
use super::file::{LexiconFile, cell};
use super::fold::Letters;
use super::pack::{Reader, Rows, Writer};
use super::phrases::Phrases;
use super::vocabulary::{Vocabulary, hash};
use crate::segment::{Flags, Shape, Token};

/// The number of a distinct set of classes.
pub type SetId = u32;

/// The word that rules begin with for which a set stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Starter {
    /// None.
    None,
    /// This word.
    Word(u32),
    /// Any word that is this one without its accents.
    Fold(u32),
}

impl Starter {
    /// As numbers, for an image.
    pub(super) fn packed(self) -> [u32; 2] {
        match self {
            Starter::None => [0, 0],
            Starter::Word(word) => [1, word],
            Starter::Fold(fold) => [2, fold],
        }
    }
}

/// A known word: with its accents (`word`) and without (`fold`).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct WordRef {
    /// The word, accents counted.
    pub word: u32,
    /// All words that are the same without accents.
    pub fold: u32,
}

/// An entry: its file, and where its line stands there.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Entry {
    pub file: u32,
    pub start: u32,
    pub end: u32,
}

/// An entry of a lexicon: its file and where its line stands there, which is
/// far from everything else and only read when asked for.
#[derive(Clone, Copy)]
pub struct EntryRef<'l> {
    file: &'l LexiconFile,
    start: u32,
    end: u32,
}

impl<'l> EntryRef<'l> {
    /// The form as listed.
    #[must_use]
    pub fn form(&self) -> &'l str {
        self.cell(0)
    }

    fn cell(&self, number: usize) -> &'l str {
        cell(
            &self.file.text[self.start as usize..self.end as usize],
            number,
        )
    }

    /// The name of its lexicon.
    #[must_use]
    pub fn lexicon(&self) -> &'l str {
        &self.file.name
    }

    /// The value of a feature; `None` where the lexicon has no such column or the cell is empty.
    #[must_use]
    pub fn feature(&self, name: &str) -> Option<&'l str> {
        let value = self.cell(self.file.column(name)?);
        (!value.is_empty()).then_some(value)
    }
}

/// An entry of several words found in a text.
#[derive(Clone, Copy, Debug)]
pub struct PhraseHit {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// The classes it has.
    pub set: SetId,
}

/// What a look-up found: a set for each token, and the phrases in order of their start.
#[derive(Default)]
pub struct Hits {
    /// The set of each token.
    pub sets: Vec<SetId>,
    /// Entries of several words.
    pub phrases: Vec<PhraseHit>,
}

/// All word lists, compiled.
#[derive(Default)]
pub struct Lexicon {
    pub(super) files: Vec<LexiconFile>,
    pub(super) classes: Vec<ClassSource>,
    pub(super) vocabulary: Vocabulary,
    pub(super) entries: Rows<Entry>,
    /// The entries of each word, one word after the other.
    pub(super) of_word: Rows<u32>,
    pub(super) phrases: Phrases,
    pub(super) sets: Rows<ClassSet>,
    pub(super) starters: Rows<[u32; 2]>,
    pub(super) single_class_sets: Rows<SetId>,
}

impl Lexicon {
    /// Writes the lexicon into an image, without the texts of its files.
    ///
    /// # Errors
    /// Never, as far as memory lasts.
    pub fn encode(&self, out: &mut Writer) -> Result<(), postcard::Error> {
        out.rows(&postcard::to_stdvec(&(&self.files, &self.classes))?);
        let lengths: Vec<u64> = self.files.iter().map(|f| f.text.len() as u64).collect();
        out.rows(&lengths);
        self.vocabulary.encode(out);
        out.rows(&self.entries);
        out.rows(&self.of_word);
        self.phrases.encode(out);
        out.rows(&self.sets);
        out.rows(&self.starters);
        out.rows(&self.single_class_sets);
        Ok(())
    }

    /// Reads a lexicon from an image; `text` gives the texts of its files. `None`
    /// if the image is not whole or the texts are not those that it was made from.
    pub fn decode(
        image: &mut Reader,
        text: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<Lexicon> {
        let (mut files, classes): (Vec<LexiconFile>, _) =
            postcard::from_bytes(image.bytes()?).ok()?;
        let lengths = image.rows::<u64>()?;
        for (file, length) in files.iter_mut().zip(lengths.iter()) {
            let text = text(&file.name).filter(|text| text.len() as u64 == *length)?;
            file.text = text.into();
        }
        Some(Lexicon {
            files,
            classes,
            vocabulary: Vocabulary::decode(image)?,
            entries: image.rows()?,
            of_word: image.rows()?,
            phrases: Phrases::decode(image)?,
            sets: image.rows()?,
            starters: image.rows()?,
            single_class_sets: image.rows()?,
        })
    }

    /// The text of a list; `None` where there is none of that name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let file = self.files.iter().find(|file| file.name == name)?;
        Some(&file.text)
    }

    /// Looks up every token: fills `word`, `fold` and `LOOSE`, and returns
    /// classes and phrases. One pass, linear in the text.
    pub fn look_up(&self, text: &str, tokens: &mut [Token]) -> Hits {
        let (words, folds) = (&*self.vocabulary.words, &*self.vocabulary.folds);
        let mut sets = Vec::with_capacity(tokens.len());
        let mut phrases = Vec::new();
        let mut letters = Letters::default();
        for token in tokens.iter_mut() {
            letters.set(token.text(text));
            let upper = usize::from(letters.begins_upper());
            let hash = hash(letters.folded());
            let Some(number) = self.vocabulary.fold(letters.folded(), hash) else {
                token.fold = (hash ^ (hash >> 32)) as u32 | UNKNOWN;
                sets.push(0);
                continue;
            };
            token.fold = number;
            let fold = &folds[number as usize];
            token.word = self.vocabulary.word(fold, letters.lowered());
            // Capitals lose their accents, and so do some texts; a form that has
            // accents of its own lost none.
            if letters.is_ascii() && (token.shape.any(Shape::CAPS) || token.word == 0) {
                token.flags.set(Flags::LOOSE);
                sets.push(fold.sets[upper]);
            } else {
                sets.push(words[token.word as usize].sets[upper]);
            }
        }
        for start in 0..tokens.len() {
            self.phrases_from(text, tokens, start, &mut phrases);
        }
        Hits { sets, phrases }
    }

    /// Finds the phrases that begin at a token.
    fn phrases_from(&self, text: &str, tokens: &[Token], start: usize, found: &mut Vec<PhraseHit>) {
        let token = &tokens[start];
        if token.fold & UNKNOWN != 0 {
            return;
        }
        let mut node = self.vocabulary.folds[token.fold as usize].phrases;
        if node == 0 {
            return;
        }
        let mut upper = None;
        let mut end = start + 1;
        loop {
            let sets = self.phrases.sets(node);
            if sets != [0; 2] {
                let set = sets[*upper.get_or_insert_with(|| usize::from(token.begins_upper(text)))];
                if set != 0 {
                    let (start, end) = (start as u32, end as u32);
                    found.push(PhraseHit { start, end, set });
                }
            }
            let Some(next) = tokens.get(end) else { return };
            if next.flags.any(Flags::BLOCK_START) || next.fold & UNKNOWN != 0 {
                return;
            }
            match self.phrases.child(node, next.fold) {
                Some(child) => node = child,
                None => return,
            }
            end += 1;
        }
    }

    /// The classes of a set.
    #[must_use]
    pub fn set(&self, id: SetId) -> &ClassSet {
        &self.sets[id as usize]
    }

    /// How many distinct sets there are.
    #[must_use]
    pub fn set_count(&self) -> usize {
        self.sets.len()
    }

    /// The word that begins rules for which a set stands.
    #[must_use]
    pub fn starter(&self, id: SetId) -> Starter {
        match self.starters[id as usize] {
            [1, word] => Starter::Word(word),
            [2, fold] => Starter::Fold(fold),
            _ => Starter::None,
        }
    }

    /// The set of a class alone.
    #[must_use]
    pub fn set_of_class(&self, class: Class) -> SetId {
        self.single_class_sets[usize::from(class)]
    }

    /// The lexicon that a class draws from.
    #[must_use]
    pub fn class_name(&self, class: Class) -> &str {
        &self.classes[usize::from(class)].query.lexicon
    }

    /// Whether an entry takes part in a class.
    #[must_use]
    pub fn in_class(&self, entry: &EntryRef<'_>, class: Class) -> bool {
        let source = &self.classes[usize::from(class)];
        source.query.lexicon == entry.file.name
            && source
                .filter
                .as_ref()
                .is_none_or(|(c, values)| values.iter().any(|v| v == entry.cell(*c)))
    }

    /// The entries that these tokens are, as one word or one phrase.
    #[must_use]
    pub fn entries(&self, tokens: &[Token]) -> Vec<EntryRef<'_>> {
        let mut found = Vec::new();
        self.find_entry(tokens, |entry| {
            found.push(entry);
            None::<()>
        });
        found
    }

    /// Hands the entries that these tokens are to `f`, until it has an answer.
    fn find_entry<'l, T>(
        &'l self,
        tokens: &[Token],
        mut f: impl FnMut(EntryRef<'l>) -> Option<T>,
    ) -> Option<T> {
        match tokens {
            [] => None,
            [token] if token.flags.any(Flags::LOOSE) && token.fold & UNKNOWN == 0 => {
                let mut word = self.vocabulary.folds[token.fold as usize].first_word;
                while word != 0 {
                    let found = self.of_word(word).find_map(&mut f);
                    if found.is_some() {
                        return found;
                    }
                    word = self.vocabulary.words[word as usize].next_of_fold;
                }
                None
            }
            [token] => self.of_word(token.word).find_map(f),
            [first, rest @ ..] => {
                if first.fold & UNKNOWN != 0 {
                    return None;
                }
                let mut node = self.vocabulary.folds[first.fold as usize].phrases;
                if node == 0 {
                    return None;
                }
                for token in rest {
                    node = self.phrases.child(node, token.fold)?;
                }
                let entries = self.phrases.entries(node);
                entries.iter().find_map(|at| f(self.entry(*at)))
            }
        }
    }

    /// Every entry of a lexicon, in the order of its file: for lists that rules do not match, only code reads.
    pub fn rows<'l>(&'l self, lexicon: &'l str) -> impl Iterator<Item = EntryRef<'l>> {
        self.files
            .iter()
            .filter(move |f| f.name == lexicon)
            .flat_map(|file| {
                file.entries().map(move |(start, line)| EntryRef {
                    file,
                    start: start as u32,
                    end: (start + line.len()) as u32,
                })
            })
    }

    /// The value of a feature for these tokens, in the first of the lexicon's
    /// entries that has one.
    #[must_use]
    pub fn feature(&self, tokens: &[Token], lexicon: &str, feature: &str) -> Option<&str> {
        self.find_entry(tokens, |entry| {
            if entry.lexicon() == lexicon {
                entry.feature(feature)
            } else {
                None
            }
        })
    }

    /// The value that the first of the tokens' entries in one of these columns
    /// (of files, by their numbers) has, the columns in order.
    #[must_use]
    pub fn in_columns(&self, tokens: &[Token], columns: &[(u16, u16)]) -> Option<&str> {
        columns.iter().find_map(|(file, column)| {
            let file = &self.files[usize::from(*file)];
            self.find_entry(tokens, |entry| {
                let value =
                    std::ptr::eq(entry.file, file).then(|| entry.cell(usize::from(*column)));
                value.filter(|value| !value.is_empty())
            })
        })
    }

    fn of_word(&self, word: u32) -> impl Iterator<Item = EntryRef<'_>> {
        let words = &self.vocabulary.words;
        let from = words[word as usize].entries as usize;
        let next = words.get(word as usize + 1);
        let to = next.map_or(self.of_word.len(), |next| next.entries as usize);
        self.of_word[from..to].iter().map(|at| self.entry(*at))
    }

    fn entry(&self, at: u32) -> EntryRef<'_> {
        let entry = &self.entries[at as usize];
        let file = &self.files[entry.file as usize];
        EntryRef {
            file,
            start: entry.start,
            end: entry.end,
        }
    }
}

/// Marks the fold of a form that the vocabulary does not have: the rest is a hash.
const UNKNOWN: u32 = 1 << 31;
