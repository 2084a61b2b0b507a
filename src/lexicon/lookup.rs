//! The lexicon at work: tokens to words, classes and phrases.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

use super::builder::ClassSource;
use super::class::{Class, ClassSet};
use super::file::{LexiconFile, cell};
use super::fold::{fold_lowered_into, lower_into};
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

/// A known word: with its accents (`word`) and without (`fold`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordRef {
    /// The word, accents counted.
    pub word: u32,
    /// All words that are the same without accents.
    pub fold: u32,
}

#[derive(Default)]
pub(super) struct Word {
    pub lower: Box<str>,
    pub next_of_fold: Option<u32>,
    /// Sets where it begins with a small letter, and with a capital.
    pub sets: [SetId; 2],
    /// Where its entries stand in `of_word`, from and to.
    pub entries: (u32, u32),
}

#[derive(Default)]
pub(super) struct Fold {
    pub first_word: Option<u32>,
    pub sets: [SetId; 2],
    pub starts_phrase: bool,
}

/// An entry: its file, and where its line stands there.
pub(super) struct Entry {
    pub file: u16,
    pub start: u32,
    pub end: u32,
}

/// Entries of several words: a trie over folds.
#[derive(Default)]
pub(super) struct Phrases {
    /// Node and fold to node; the root is 0.
    edges: FxHashMap<(u32, u32), u32>,
    nodes: u32,
    entries: FxHashMap<u32, Vec<u32>>,
    sets: FxHashMap<u32, [SetId; 2]>,
}

impl Phrases {
    pub fn insert(&mut self, path: &[u32], entry: u32) -> u32 {
        let mut node = 0;
        for fold in path {
            node = *self.edges.entry((node, *fold)).or_insert_with(|| {
                self.nodes += 1;
                self.nodes
            });
        }
        self.entries.entry(node).or_default().push(entry);
        node
    }

    pub fn seal(&mut self, mut sets: impl FnMut(u32) -> Option<[SetId; 2]>) {
        let mut nodes: Vec<u32> = self.entries.keys().copied().collect();
        nodes.sort_unstable();
        self.sets = nodes
            .into_iter()
            .filter_map(|n| Some((n, sets(n)?)))
            .collect();
    }

    fn node(&self, tokens: &[Token]) -> Option<u32> {
        tokens
            .iter()
            .try_fold(0, |node, t| self.edges.get(&(node, t.fold)).copied())
    }
}

/// An entry of a lexicon: its file and its line.
#[derive(Clone, Copy)]
pub struct EntryRef<'l> {
    file: &'l LexiconFile,
    line: &'l str,
}

impl<'l> EntryRef<'l> {
    /// The form as listed.
    #[must_use]
    pub fn form(&self) -> &'l str {
        cell(self.line, 0)
    }

    /// The name of its lexicon.
    #[must_use]
    pub fn lexicon(&self) -> &'l str {
        &self.file.name
    }

    /// The value of a feature; `None` where the lexicon has no such column or the cell is empty.
    #[must_use]
    pub fn feature(&self, name: &str) -> Option<&'l str> {
        let value = cell(self.line, self.file.column(name)?);
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
pub struct Lexicon {
    pub(super) files: Vec<LexiconFile>,
    pub(super) classes: Vec<ClassSource>,
    pub(super) words: Vec<Word>,
    pub(super) folds: Vec<Fold>,
    pub(super) by_fold: FxHashMap<Box<str>, u32>,
    pub(super) entries: Vec<Entry>,
    /// The entries of each word, one word after the other.
    pub(super) of_word: Vec<u32>,
    pub(super) phrases: Phrases,
    pub(super) sets: Vec<ClassSet>,
    pub(super) starters: Vec<Starter>,
    pub(super) single_class_sets: Vec<SetId>,
}

impl Lexicon {
    /// Looks up every token: fills `word`, `fold` and `LOOSE`, and returns
    /// classes and phrases. One pass, linear in the text.
    pub fn look_up(&self, text: &str, tokens: &mut [Token]) -> Hits {
        let mut sets = Vec::with_capacity(tokens.len());
        let (mut lowered, mut folded) = (String::new(), String::new());
        for token in tokens.iter_mut() {
            let form = token.text(text);
            lowered.clear();
            lower_into(form, &mut lowered);
            let ascii = lowered.is_ascii();
            if !ascii {
                folded.clear();
                fold_lowered_into(&lowered, &mut folded);
            }
            let key = if ascii { &lowered } else { &folded };
            let upper = usize::from(token.begins_upper(text));
            let Some(&fold) = self.by_fold.get(key.as_str()) else {
                token.fold = unknown_fold(key);
                sets.push(0);
                continue;
            };
            token.fold = fold;
            let fold = &self.folds[fold as usize];
            let mut next = fold.first_word;
            while let Some(at) = next {
                let word = &self.words[at as usize];
                if *word.lower == *lowered {
                    token.word = at;
                    break;
                }
                next = word.next_of_fold;
            }
            // Capitals lose their accents, and so do some texts; a form that has
            // accents of its own lost none.
            if ascii && (token.shape.any(Shape::CAPS) || token.word == 0) {
                token.flags.set(Flags::LOOSE);
                sets.push(fold.sets[upper]);
            } else {
                sets.push(if token.word == 0 {
                    0
                } else {
                    self.words[token.word as usize].sets[upper]
                });
            }
        }
        let phrases = self.phrases_in(text, tokens);
        Hits { sets, phrases }
    }

    fn phrases_in(&self, text: &str, tokens: &[Token]) -> Vec<PhraseHit> {
        let mut found = Vec::new();
        for (start, token) in tokens.iter().enumerate() {
            if token.fold & UNKNOWN != 0 || !self.folds[token.fold as usize].starts_phrase {
                continue;
            }
            let upper = usize::from(token.begins_upper(text));
            let mut node = 0;
            for (at, next) in tokens[start..].iter().enumerate() {
                if at > 0 && next.flags.any(Flags::BLOCK_START) {
                    break;
                }
                match self.phrases.edges.get(&(node, next.fold)) {
                    Some(to) => node = *to,
                    None => break,
                }
                if let Some(sets) = self.phrases.sets.get(&node)
                    && sets[upper] != 0
                {
                    let (start, end) = (start as u32, (start + at + 1) as u32);
                    found.push(PhraseHit {
                        start,
                        end,
                        set: sets[upper],
                    });
                }
            }
        }
        found
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
        self.starters[id as usize]
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
                .is_none_or(|(c, values)| values.iter().any(|v| v == cell(entry.line, *c)))
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
                let mut next = self.folds[token.fold as usize].first_word;
                while let Some(word) = next {
                    let found = self.of_word(word).find_map(&mut f);
                    if found.is_some() {
                        return found;
                    }
                    next = self.words[word as usize].next_of_fold;
                }
                None
            }
            [token] => self.of_word(token.word).find_map(f),
            many => {
                let entries = self.phrases.entries.get(&self.phrases.node(many)?)?;
                entries.iter().find_map(|at| f(self.entry(*at)))
            }
        }
    }

    /// Every entry of a lexicon, in the order of its file: for lists that rules do not match, only code reads.
    pub fn rows<'l>(&'l self, lexicon: &'l str) -> impl Iterator<Item = EntryRef<'l>> {
        self.files
            .iter()
            .filter(move |f| f.name == lexicon)
            .flat_map(|file| file.entries().map(move |(_, line)| EntryRef { file, line }))
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

    fn of_word(&self, word: u32) -> impl Iterator<Item = EntryRef<'_>> {
        let (from, to) = self.words[word as usize].entries;
        let own = &self.of_word[from as usize..to as usize];
        own.iter().map(|at| self.entry(*at))
    }

    fn entry(&self, at: u32) -> EntryRef<'_> {
        let entry = &self.entries[at as usize];
        let file = &self.files[usize::from(entry.file)];
        EntryRef {
            file,
            line: &file.text[entry.start as usize..entry.end as usize],
        }
    }
}

/// Marks the fold of a form that the vocabulary does not have: the rest is a hash.
const UNKNOWN: u32 = 1 << 31;

fn unknown_fold(folded: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(folded.as_bytes());
    let hash = hasher.finish();
    ((hash ^ (hash >> 32)) as u32) | UNKNOWN
}
