//! A mention of a name: its words, its parts, and how it is usually written.

use std::cmp::Reverse;

use super::gender;
use crate::extract::Reading;
use crate::grammar::Annotation;
use crate::lexicon::fold::fold;
use crate::record::{Form, Gender};
use crate::segment::Shape;

/// A word of a name, for comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// The folded word, as the token has it.
    pub fold: u32,
    /// Its first letter, folded.
    pub letter: char,
    /// Whether it is no more than that letter.
    pub initial: bool,
}

impl Word {
    /// Whether both may be the same word of a name, one of them shortened to its initial.
    pub fn fits(self, other: Word) -> bool {
        self.fold == other.fold || ((self.initial || other.initial) && self.letter == other.letter)
    }
}

/// A mention of a name.
#[derive(Clone, Debug)]
pub(super) struct Name<'r> {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// The rule that found it.
    pub rule: &'r str,
    /// What the civility or the given name says.
    pub gender: Option<Gender>,
    /// It is the civility that says so: given names are often borne by both.
    pub is_told: bool,
    /// The words in order, without hyphens.
    pub words: Vec<Word>,
    /// How many of the words are given names; `None` if the mention does not say.
    pub given: Option<usize>,
    /// How many words stand in capitals.
    pub capitals: usize,
    /// The grade or title right before it, in full: « docteur ».
    pub grade: Option<String>,
    /// Tokens of the given names.
    given_span: Option<(u32, u32)>,
}

impl<'r> Name<'r> {
    /// The name that an annotation is.
    pub fn read(reading: &Reading<'_, '_>, person: &Annotation<'r>) -> Self {
        let (start, end) = (person.start, person.end);
        // « BROU AKA Emmanuel »: capitals first say more than a rule that expects the given name first.
        let by_case = capitals(reading, start, end);
        let given_span = by_case
            .filter(|(from, _)| *from > start)
            .or_else(|| person.span("given"))
            .or(by_case);
        let words = words(reading, start, end);
        let given = given_span.map(|(from, to)| words_in(reading, from, to));
        let by_given = given_span.and_then(|(from, to)| {
            let tokens = &reading.lattice.tokens[from as usize..to as usize];
            let feature = |t| reading.grammar.lexicon.feature(t, "given-name", "gender");
            gender(feature(tokens).or_else(|| feature(&tokens[..1])))
        });
        let grade = start.checked_sub(1).and_then(|before| {
            let token = &reading.lattice.tokens[before as usize..start as usize];
            let lexicon = &reading.grammar.lexicon;
            let full = lexicon.feature(token, "grade-abbreviation", "full");
            let whole = || {
                let known = lexicon.feature(token, "grade", "kind").is_some();
                known.then(|| reading.lattice.words(before, start))
            };
            full.or_else(whole).map(fold)
        });
        Name {
            start,
            end,
            grade,
            rule: person.rule,
            gender: gender(person.text("gender")).or(by_given),
            is_told: gender(person.text("gender")).is_some(),
            words,
            given,
            capitals: reading.lattice.tokens[start as usize..end as usize]
                .iter()
                .filter(|t| t.shape.any(Shape::CAPS))
                .count(),
            given_span,
        }
    }

    /// Whether given and family name are there.
    pub fn is_full(&self) -> bool {
        self.given.is_some_and(|g| g > 0 && g < self.words.len())
    }

    /// Words of the family name.
    pub fn family(&self) -> &[Word] {
        match self.given {
            Some(given) if self.given_span.is_some_and(|(from, _)| from == self.start) => {
                &self.words[given..]
            }
            Some(given) => &self.words[..self.words.len() - given],
            None => &self.words,
        }
    }

    /// Words of the given names.
    pub fn given(&self) -> &[Word] {
        match self.given {
            Some(given) if self.given_span.is_some_and(|(from, _)| from == self.start) => {
                &self.words[..given]
            }
            Some(given) => &self.words[self.words.len() - given..],
            None => &[],
        }
    }

    /// How this mention names whoever is called `fullest`.
    pub fn form(&self, fullest: &Name<'_>) -> Form {
        if self.is_full() || self.words.len() >= fullest.words.len() && fullest.is_full() {
            Form::Full
        } else if fullest.is_full() && self.words.iter().all(|w| fullest.given().contains(w)) {
            Form::Given
        } else {
            Form::Family
        }
    }

    /// How much the mention says: words, spelt out, not all in capitals.
    pub fn weight(&self) -> (usize, Reverse<usize>) {
        let spelt = self.words.iter().filter(|w| !w.initial).count();
        (spelt * 2 + self.words.len(), Reverse(self.capitals))
    }

    /// The name in ordinary capitals, on one line.
    pub fn usual(&self, reading: &Reading<'_, '_>) -> String {
        usual(reading, self.start, self.end)
    }

    /// Given names and family name in ordinary capitals.
    pub fn parts(&self, reading: &Reading<'_, '_>) -> (Option<String>, Option<String>) {
        match self.given_span {
            Some((from, to)) if from == self.start && to < self.end => (
                Some(usual(reading, from, to)),
                Some(usual(reading, to, self.end)),
            ),
            Some((from, to)) if to == self.end && from > self.start => (
                Some(usual(reading, from, to)),
                Some(usual(reading, self.start, from)),
            ),
            Some((from, to)) => (Some(usual(reading, from, to)), None),
            None => (None, Some(self.usual(reading))),
        }
    }
}

/// The given names of a name whose family name alone stands in capitals.
fn capitals(reading: &Reading<'_, '_>, start: u32, end: u32) -> Option<(u32, u32)> {
    let tokens = &reading.lattice.tokens;
    let high = |at: u32| {
        tokens[at as usize].shape.any(Shape::CAPS) && !tokens[at as usize].shape.any(Shape::INITIAL)
    };
    let low = |at: u32| tokens[at as usize].shape.any(Shape::CAP);
    if high(start) {
        let turn = (start..end).find(|&at| low(at))?;
        (turn..end).all(|at| !high(at)).then_some((turn, end))
    } else {
        let turn = (start..end).find(|&at| high(at))?;
        let turn = (start + 1..turn)
            .rev()
            .take_while(|&at| !low(at) && !tokens[at as usize].shape.any(Shape::HYPHEN))
            .last()
            .unwrap_or(turn);
        (turn > start).then_some((start, turn))
    }
}

fn is_word(shape: Shape) -> bool {
    shape.any(
        Shape::LOWER
            .with(Shape::CAP)
            .with(Shape::CAPS)
            .with(Shape::ALNUM),
    )
}

fn words_in(reading: &Reading<'_, '_>, start: u32, end: u32) -> usize {
    let tokens = &reading.lattice.tokens[start as usize..end as usize];
    tokens.iter().filter(|t| is_word(t.shape)).count()
}

fn words(reading: &Reading<'_, '_>, start: u32, end: u32) -> Vec<Word> {
    reading.lattice.tokens[start as usize..end as usize]
        .iter()
        .filter(|t| is_word(t.shape))
        .map(|t| {
            let text = crate::lexicon::fold::fold(t.text(reading.lattice.text));
            Word {
                fold: t.fold,
                letter: text.chars().next().unwrap_or_default(),
                initial: t.shape.any(Shape::INITIAL),
            }
        })
        .collect()
}

/// Words in ordinary capitals, on one line: `Jean DUPONT-DE GAULLE` → `Jean Dupont-de Gaulle`.
pub(super) fn usual(reading: &Reading<'_, '_>, start: u32, end: u32) -> String {
    let lattice = &reading.lattice;
    let mut out = String::new();
    for at in start..end {
        let token = &lattice.tokens[at as usize];
        let text = token.text(lattice.text);
        if at > start && !token.flags.any(crate::segment::Flags::GLUED) {
            out.push(' ');
        }
        let capitals =
            token.shape.any(Shape::CAPS) && !token.shape.any(Shape::INITIAL.with(Shape::ROMAN));
        if !capitals {
            out.push_str(text);
        } else if reading
            .grammar
            .lexicon
            .feature(std::slice::from_ref(token), "particle", "case")
            == Some("both")
        {
            out.push_str(&text.to_lowercase());
        } else {
            let mut high = true;
            for c in text.chars() {
                if high {
                    out.push(c);
                } else {
                    out.extend(c.to_lowercase());
                }
                high = !c.is_alphanumeric();
            }
        }
    }
    out
}
