//! Who is who: the mentions of names gathered into individuals.
//!
//! Full names come first: two of them are the same person where their words
//! agree, an initial standing for the given name it begins. A part of a name
//! (a family name alone, mostly) goes to the one whom it fits and whom the
//! civility allows; of several, to the one named last before it.

use super::name::{Name, Word};
use crate::extract::Reading;
use crate::record::Gender;
use rustc_hash::{FxHashMap, FxHashSet};

/// A person of the text.
#[derive(Clone, Debug)]
pub(super) struct Individual {
    /// Mentions, as numbers of names.
    pub names: Vec<usize>,
    /// The mention that says most.
    pub fullest: usize,
    /// What mentions and functions say; `None` too where they disagree.
    pub gender: Option<Gender>,
}

impl Individual {
    fn new(name: usize, gender: Option<Gender>) -> Self {
        Individual {
            names: vec![name],
            fullest: name,
            gender,
        }
    }

    /// Learns a gender, if none is known.
    pub fn agree(&mut self, gender: Option<Gender>) {
        self.gender = self.gender.or(gender);
    }

    fn add(&mut self, name: usize, names: &[Name<'_>]) {
        // What a civility says goes before what a given name says.
        let told = self.names.iter().any(|n| names[*n].is_told);
        if names[name].is_told && !told {
            self.gender = names[name].gender;
        }
        self.names.push(name);
        self.agree(names[name].gender);
        if names[name].weight() > names[self.fullest].weight() {
            self.fullest = name;
        }
    }
}

/// Whose each name of a text is.
pub(super) struct Bearers {
    by_name: Vec<Option<usize>>,
    /// Of the tokens that names cover, the first name over them.
    by_span: FxHashMap<(u32, u32), usize>,
}

impl Bearers {
    pub fn of(names: &[Name<'_>], individuals: &[Individual]) -> Bearers {
        let mut by_name = vec![None; names.len()];
        for (at, individual) in individuals.iter().enumerate() {
            for name in &individual.names {
                by_name[*name].get_or_insert(at);
            }
        }
        let mut by_span = FxHashMap::default();
        for (at, name) in names.iter().enumerate() {
            by_span.entry((name.start, name.end)).or_insert(at);
        }
        Bearers { by_name, by_span }
    }

    /// The individual of a name, by its number.
    pub fn of_name(&self, name: usize) -> Option<usize> {
        self.by_name[name]
    }

    /// The individual whose name stands over just these tokens.
    pub fn at(&self, span: (u32, u32)) -> Option<usize> {
        self.of_name(*self.by_span.get(&span)?)
    }
}

/// Individuals in the order of their first mention.
pub(super) fn gather(reading: &Reading<'_, '_>, names: &[Name<'_>]) -> Vec<Individual> {
    let mut found: Vec<Individual> = Vec::new();
    let families = families(names);
    let whole: Vec<bool> = names
        .iter()
        .map(|n| n.is_full() && !families.contains(n.words.as_slice()))
        .collect();
    for (at, name) in names.iter().enumerate().filter(|(at, _)| whole[*at]) {
        if reading.is_late() {
            break;
        }
        let same = found
            .iter_mut()
            .find(|i| i.names.iter().any(|&n| same_full(&names[n], name)));
        match same {
            Some(individual) => individual.add(at, names),
            None => found.push(Individual::new(at, name.gender)),
        }
    }
    for (at, name) in names.iter().enumerate().filter(|(at, _)| !whole[*at]) {
        if reading.is_late() {
            break;
        }
        match bearer(at, name, names, &found) {
            Some(individual) => found[individual].add(at, names),
            None => found.push(Individual::new(at, name.gender)),
        }
    }
    for individual in &mut found {
        individual.names.sort_unstable();
    }
    found.sort_by_key(|i| i.names[0]);
    found
}

/// What may look like a full name and is a part of one: family names of several
/// words (« El Khattabi »), and the ends of names.
fn families<'n>(names: &'n [Name<'_>]) -> FxHashSet<&'n [Word]> {
    let mut found = FxHashSet::default();
    for name in names.iter().filter(|n| n.is_full()) {
        if name.family().len() < name.words.len() {
            found.insert(name.family());
        }
        found.extend((1..name.words.len()).map(|from| &name.words[from..]));
    }
    found
}

/// Whether two full names are one person's.
fn same_full(a: &Name<'_>, b: &Name<'_>) -> bool {
    // « Mme Yacine Fall », and « Yacine Fall », whose given name men bear as well.
    let untold = a.words == b.words && !(a.is_told && b.is_told);
    if !untold && !genders_agree(a.gender, b.gender) {
        return false;
    }
    if a.words.len() == b.words.len() {
        let ordered = a.words.iter().zip(&b.words).all(|(x, y)| x.fits(*y));
        let shuffled = a.words.iter().all(|w| b.words.contains(w));
        return ordered || shuffled;
    }
    let (short, long) = if a.words.len() < b.words.len() {
        (a, b)
    } else {
        (b, a)
    };
    // « J. Müller » and « Jean-Paul Müller », « Paul Biya » and « Paul Barthélemy Biya ».
    let family = ends_with(&long.words, short.family()) || starts_with(&long.words, short.family());
    let given = short.given();
    family
        && !given.is_empty()
        && long.words.first().is_some_and(|w| w.fits(given[0]))
        && given.iter().all(|g| long.words.iter().any(|w| w.fits(*g)))
}

/// The individual whom a part of a name names.
fn bearer(at: usize, name: &Name<'_>, names: &[Name<'_>], found: &[Individual]) -> Option<usize> {
    let grade = |individual: &Individual| {
        individual
            .names
            .iter()
            .map(|&n| likeness(&names[n], name))
            .max()
            .unwrap_or(0)
    };
    // « le Dr Renard » is rather the Dr Philippe Renard than Nathalie Renard.
    let same_grade = |individual: &Individual| {
        let mut own = individual.names.iter();
        name.grade.is_some() && own.any(|&n| names[n].grade == name.grade)
    };
    let mut best: Option<((u8, bool, bool, usize), usize)> = None;
    for (number, individual) in found.iter().enumerate() {
        let likeness = grade(individual);
        if likeness == 0 || !genders_agree(individual.gender, name.gender) {
            continue;
        }
        let before = individual.names.iter().copied().filter(|&n| n < at).max();
        let rank = (
            likeness,
            same_grade(individual),
            before.is_some(),
            before.unwrap_or(usize::MAX - individual.names[0]),
        );
        if best.is_none_or(|(b, _)| rank > b) {
            best = Some((rank, number));
        }
    }
    best.map(|(_, number)| number)
}

/// How well a part fits a name: 3 the family name, 2 its end or begin, 1 the given name, 0 not.
fn likeness(full: &Name<'_>, part: &Name<'_>) -> u8 {
    let (family, words) = (full.family(), &part.words);
    if words.is_empty() {
        0
    } else if family == words.as_slice() || full.words == *words {
        3
    } else if ends_with(family, words) || starts_with(family, words) {
        2
    } else {
        u8::from(
            starts_with(full.given(), words)
                || ends_with(&full.words, words)
                || ends_with(full.given(), words),
        )
    }
}

fn ends_with(long: &[Word], short: &[Word]) -> bool {
    !short.is_empty() && long.ends_with(short)
}

fn starts_with(long: &[Word], short: &[Word]) -> bool {
    !short.is_empty() && long.starts_with(short)
}

/// Whether both may be said of one person.
pub(super) fn genders_agree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// The only one among these individuals, however often.
pub(super) fn only(mut found: impl Iterator<Item = usize>) -> Option<usize> {
    let one = found.next()?;
    found.all(|other| other == one).then_some(one)
}
