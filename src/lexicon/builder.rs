//! Building a [`Lexicon`]: words are interned and classes asked for while rules
//! are compiled, then the lists that somebody asked for are read in.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::class::{Class, ClassSet, MAX_CLASSES};
use super::file::{LexiconFile, cell};
use super::fold::{fold_lowered_into, lower};
use super::lookup::{Entry, Lexicon, SetId, Starter, WordRef};
use super::phrases::PhraseBuilder;
use super::vocabulary::Vocabulary;

/// What a class is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClassQuery {
    /// Name of the lexicon.
    pub lexicon: String,
    /// A feature and the values that count; the whole lexicon if there is none.
    pub feature: Option<(String, Vec<String>)>,
}

/// Why there is no such class.
#[derive(Debug, PartialEq, Eq)]
pub enum NoClass {
    /// No lexicon of that name; the known names that resemble it most.
    Lexicon(Vec<String>),
    /// The lexicon has no such column; the columns it has.
    Feature(Vec<String>),
    /// More classes than a [`ClassSet`] holds.
    TooMany,
}

/// Gathers words and classes, then makes the lexicon.
pub struct Builder {
    files: Vec<LexiconFile>,
    classes: Vec<ClassSource>,
    by_query: FxHashMap<ClassQuery, Class>,
    vocabulary: Vocabulary,
    starters: FxHashSet<u32>,
    scratch: String,
}

/// Where the members of a class come from.
#[derive(Serialize, Deserialize)]
pub(super) struct ClassSource {
    /// Index of the file; `None` for a class that documents fill (`learns`).
    pub file: Option<usize>,
    pub query: ClassQuery,
    /// Cell index and accepted values.
    pub filter: Option<(usize, Vec<String>)>,
}

impl Builder {
    /// A builder over these files; of two of one name the later wins.
    #[must_use]
    pub fn new(files: Vec<LexiconFile>) -> Builder {
        let mut kept: Vec<LexiconFile> = Vec::new();
        for file in files {
            match kept.iter_mut().find(|f| f.name == file.name) {
                Some(old) => *old = file,
                None => kept.push(file),
            }
        }
        Builder {
            files: kept,
            classes: Vec::new(),
            by_query: FxHashMap::default(),
            vocabulary: Vocabulary::default(),
            starters: FxHashSet::default(),
            scratch: String::new(),
        }
    }

    /// The lexicons at hand.
    #[must_use]
    pub fn files(&self) -> &[LexiconFile] {
        &self.files
    }

    /// The number of a lexicon and that of the cell that holds a feature there.
    #[must_use]
    pub fn column(&self, lexicon: &str, feature: &str) -> Option<(u16, u16)> {
        let file = self.files.iter().position(|f| f.name == lexicon)?;
        let column = self.files[file].column(feature)?;
        Some((u16::try_from(file).ok()?, u16::try_from(column).ok()?))
    }

    /// The word of a form as a rule writes it: its tokens carry a set of their
    /// own, which tells the word.
    pub fn rule_word(&mut self, form: &str) -> WordRef {
        let word = self.intern(form);
        self.starters.insert(word.word);
        word
    }

    fn intern(&mut self, form: &str) -> WordRef {
        let lowered = lower(form);
        self.scratch.clear();
        fold_lowered_into(&lowered, &mut self.scratch);
        self.vocabulary.intern(&lowered, &self.scratch)
    }

    /// The class that a rule asks for.
    ///
    /// # Errors
    /// If there is no such lexicon or feature, or there are too many classes.
    pub fn class(&mut self, query: &ClassQuery) -> Result<Class, NoClass> {
        if let Some(known) = self.by_query.get(query) {
            return Ok(*known);
        }
        let Some(file) = self.files.iter().position(|f| f.name == query.lexicon) else {
            let mut names: Vec<String> = self.files.iter().map(|f| f.name.clone()).collect();
            names.sort_by_key(|n| std::cmp::Reverse(common_prefix(n, &query.lexicon)));
            names.truncate(3);
            return Err(NoClass::Lexicon(names));
        };
        let filter = match &query.feature {
            None => None,
            Some((feature, values)) => match self.files[file].column(feature) {
                Some(column) => Some((column, values.clone())),
                None => return Err(NoClass::Feature(self.files[file].columns.clone())),
            },
        };
        self.add_class(ClassSource {
            file: Some(file),
            query: query.clone(),
            filter,
        })
    }

    /// Asks for the lists whose words the program looks up, which no rule need name.
    pub fn need_looked_up(&mut self) {
        let files = self.files.iter().filter(|f| f.looked_up);
        let names: Vec<String> = files.map(|f| f.name.clone()).collect();
        for lexicon in names {
            let feature = None;
            let query = ClassQuery { lexicon, feature };
            // Before any rule: where there are too many classes, a rule is told.
            let _ = self.class(&query);
        }
    }

    /// A class that documents fill as they are read.
    ///
    /// # Errors
    /// If there are too many classes.
    pub fn learned_class(&mut self, name: &str) -> Result<Class, NoClass> {
        let query = ClassQuery {
            lexicon: name.to_owned(),
            feature: None,
        };
        if let Some(known) = self.by_query.get(&query) {
            return Ok(*known);
        }
        self.add_class(ClassSource {
            file: None,
            query,
            filter: None,
        })
    }

    fn add_class(&mut self, source: ClassSource) -> Result<Class, NoClass> {
        if self.classes.len() == MAX_CLASSES {
            return Err(NoClass::TooMany);
        }
        let class = self.classes.len() as Class;
        self.by_query.insert(source.query.clone(), class);
        self.classes.push(source);
        Ok(class)
    }

    /// Reads the entries of every lexicon that a class draws from. `split`
    /// appends the byte ranges of a form's tokens: the tokenizer of the texts,
    /// so that lists and texts agree on what a word is.
    #[must_use]
    pub fn seal(mut self, mut split: impl FnMut(&str, &mut Vec<(usize, usize)>)) -> Lexicon {
        let mut entries: Vec<Entry> = Vec::new();
        let mut of_word: Vec<(u32, u32)> = Vec::new();
        let mut phrases = PhraseBuilder::default();
        let mut unions = Unions::default();
        // Of each word, the classes where it begins with a small letter, and with
        // a capital.
        let mut word_sets: Vec<[u32; 2]> = Vec::new();
        let mut tokens = Vec::new();
        let mut path = Vec::new();
        let files = std::mem::take(&mut self.files);
        for (at, file) in files.iter().enumerate() {
            let wanted: Vec<Class> = (0..self.classes.len())
                .filter(|c| self.classes[*c].file == Some(at))
                .map(|c| c as Class)
                .collect();
            if wanted.is_empty() {
                continue;
            }
            // Classes without a filter, and those that each value of a column brings.
            let filter = |class: &Class| self.classes[usize::from(*class)].filter.as_ref();
            let mut base = ClassSet::default();
            let unfiltered = wanted.iter().filter(|c| filter(c).is_none());
            unfiltered.for_each(|class| base.insert(*class));
            let base = unions.number(&base);
            let mut columns: Vec<(usize, FxHashMap<&str, u32>)> = Vec::new();
            for (column, _) in wanted.iter().filter_map(filter) {
                if !columns.iter().any(|(c, _)| c == column) {
                    columns.push((*column, FxHashMap::default()));
                }
            }
            let brought = |column: usize, value: &str| {
                let accepts = |class: &&Class| {
                    filter(class).is_some_and(|(c, values)| {
                        *c == column && values.iter().any(|v| v == value)
                    })
                };
                let mut set = ClassSet::default();
                let classes = wanted.iter().filter(accepts);
                classes.for_each(|class| set.insert(*class));
                set
            };
            let mut of_entries = Vec::new();
            for (offset, line) in file.entries() {
                let mut set = base;
                for (column, known) in &mut columns {
                    let value = cell(line, *column);
                    let more = *known
                        .entry(value)
                        .or_insert_with(|| unions.number(&brought(*column, value)));
                    set = unions.of(set, more);
                }
                of_entries.push((offset, line, set));
            }
            for (offset, line, set) in of_entries {
                let form = cell(line, 0);
                tokens.clear();
                if is_one_word(form) {
                    tokens.push((0, form.len()));
                } else {
                    split(form, &mut tokens);
                }
                let entry = entries.len() as u32;
                let sets = match tokens.as_slice() {
                    [] => continue,
                    [(s, e)] => {
                        let word = self.intern(&form[*s..*e]);
                        of_word.push((word.word, entry));
                        word_sets.resize(self.vocabulary.words.len(), [0; 2]);
                        &mut word_sets[word.word as usize]
                    }
                    many => {
                        path.clear();
                        path.extend(many.iter().map(|(s, e)| self.intern(&form[*s..*e]).fold));
                        let node = phrases.insert(path.iter().copied(), entry);
                        &mut phrases.sets[node as usize]
                    }
                };
                sets[1] = unions.of(sets[1], set);
                // « île Maurice » is a proper name, and begins with a small letter.
                if !file.proper || !form.chars().next().is_some_and(char::is_uppercase) {
                    sets[0] = unions.of(sets[0], set);
                }
                entries.push(Entry {
                    file: at as u32,
                    start: offset as u32,
                    end: (offset + line.len()) as u32,
                });
            }
        }
        word_sets.resize(self.vocabulary.words.len(), [0; 2]);
        let of_word = self.entries_by_word(&of_word);
        let mut sets = SetTable::default();
        self.seal_words(&word_sets, &mut unions, &mut sets);
        let phrases = phrases.seal(|set| sets.id(&unions.sets[set as usize], Starter::None));
        let folds = self.vocabulary.folds.to_mut();
        for (fold, node) in phrases.firsts() {
            folds[fold as usize].phrases = node;
        }
        let learned: Vec<SetId> = (0..self.classes.len())
            .map(|class| {
                let mut set = ClassSet::default();
                set.insert(class as Class);
                sets.id(&set, Starter::None)
            })
            .collect();
        Lexicon {
            files,
            classes: self.classes,
            vocabulary: self.vocabulary,
            entries: entries.into(),
            of_word: of_word.into(),
            phrases,
            sets: sets.sets.into(),
            starters: sets.starters.into(),
            single_class_sets: learned.into(),
        }
    }

    /// Puts the entries of each word one after the other, and notes where they begin.
    fn entries_by_word(&mut self, pairs: &[(u32, u32)]) -> Vec<u32> {
        let words = self.vocabulary.words.to_mut();
        let mut counts = vec![0; words.len()];
        for (word, _) in pairs {
            counts[*word as usize] += 1;
        }
        let mut ends = 0;
        for (word, count) in words.iter_mut().zip(&mut counts) {
            word.entries = ends;
            ends += std::mem::replace(count, ends);
        }
        let mut of_word = vec![0; pairs.len()];
        for (word, entry) in pairs {
            let next = &mut counts[*word as usize];
            of_word[*next as usize] = *entry;
            *next += 1;
        }
        of_word
    }

    /// Gives each word and each fold the set it has in lower case and with a capital.
    fn seal_words(&mut self, word_sets: &[[u32; 2]], unions: &mut Unions, sets: &mut SetTable) {
        sets.id(&ClassSet::default(), Starter::None);
        // Nearly all words share their sets with others, and begin no rule.
        let mut plain: FxHashMap<u32, SetId> = FxHashMap::default();
        let mut id = |set: u32, starter: Starter, unions: &Unions| {
            let set_of = |sets: &mut SetTable| sets.id(&unions.sets[set as usize], starter);
            match starter {
                Starter::None => *plain.entry(set).or_insert_with(|| set_of(sets)),
                _ => set_of(sets),
            }
        };
        let Vocabulary { words, folds, .. } = &mut self.vocabulary;
        let (words, folds) = (words.to_mut(), folds.to_mut());
        for (number, fold) in folds.iter_mut().enumerate() {
            let mut union = [0; 2];
            let mut starter = Starter::None;
            let mut at = fold.first_word;
            while at != 0 {
                let word = &mut words[at as usize];
                let own = if self.starters.contains(&at) {
                    Starter::Word(at)
                } else {
                    Starter::None
                };
                let both = word_sets[at as usize];
                word.sets = both.map(|set| id(set, own, unions));
                union = [unions.of(union[0], both[0]), unions.of(union[1], both[1])];
                if own != Starter::None {
                    starter = Starter::Fold(number as u32);
                }
                at = word.next_of_fold;
            }
            fold.sets = union.map(|set| id(set, starter, unions));
        }
    }
}

/// Whether a form is one token without asking the tokenizer: letters only.
fn is_one_word(form: &str) -> bool {
    !form.is_empty() && form.chars().all(char::is_alphabetic)
}

/// Sets of classes by number, 0 being the empty one, and their unions, each
/// worked out once.
struct Unions {
    sets: Vec<ClassSet>,
    numbers: FxHashMap<ClassSet, u32>,
    known: FxHashMap<(u32, u32), u32>,
}

impl Default for Unions {
    fn default() -> Self {
        let empty = ClassSet::default();
        Unions {
            sets: vec![empty],
            numbers: FxHashMap::from_iter([(empty, 0)]),
            known: FxHashMap::default(),
        }
    }
}

impl Unions {
    fn number(&mut self, set: &ClassSet) -> u32 {
        if let Some(known) = self.numbers.get(set) {
            return *known;
        }
        let number = self.sets.len() as u32;
        self.sets.push(*set);
        self.numbers.insert(*set, number);
        number
    }

    fn of(&mut self, a: u32, b: u32) -> u32 {
        if a == b || b == 0 {
            return a;
        }
        if a == 0 {
            return b;
        }
        if let Some(known) = self.known.get(&(a, b)) {
            return *known;
        }
        let mut union = self.sets[a as usize];
        union.extend(&self.sets[b as usize]);
        let number = self.number(&union);
        self.known.insert((a, b), number);
        number
    }
}

/// Distinct sets of classes, each with the word that begins rules, if it is one.
#[derive(Default)]
struct SetTable {
    ids: FxHashMap<(ClassSet, Starter), SetId>,
    sets: Vec<ClassSet>,
    starters: Vec<[u32; 2]>,
}

impl SetTable {
    fn id(&mut self, set: &ClassSet, starter: Starter) -> SetId {
        *self.ids.entry((*set, starter)).or_insert_with(|| {
            self.sets.push(*set);
            self.starters.push(starter.packed());
            (self.sets.len() - 1) as SetId
        })
    }
}

fn common_prefix(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}
