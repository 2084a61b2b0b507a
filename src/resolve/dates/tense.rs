//! The tense around a date: whether what it dates lies behind or ahead.
//!
//! Only a hint: the verb nearest to the date, within its clause, as a list of
//! words and endings tells it (the lexicon `{tense}`).

use crate::grammar::{Lattice, Unit};
use crate::lexicon::Lexicon;
use crate::lexicon::fold::lower;
use crate::segment::Shape;
use rustc_hash::FxHashMap;

/// How the date lies to the text's own day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Behind.
    Past,
    /// Ahead.
    Future,
}

/// A side, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tense {
    /// Behind or ahead.
    pub side: Side,
    /// A finite verb says so, not a participle or a preposition alone.
    pub strong: bool,
}

#[derive(Clone, Copy)]
struct Cue {
    tense: Option<Tense>,
    auxiliary: bool,
    /// Right before the date it says so surely (« prévue en novembre »).
    beside: bool,
    /// It says something with a participle only (« avant qu'il soit rendu », but « soit 3 % »).
    only: bool,
    /// A relative pronoun.
    relative: bool,
}

/// The lexicon `{tense}`, ready for look-up.
pub struct TenseWords {
    words: FxHashMap<Box<str>, Cue>,
    endings: Vec<(Box<str>, Cue)>,
}

impl TenseWords {
    /// Takes the words and endings from the lexicon in force.
    #[must_use]
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut all = TenseWords {
            words: FxHashMap::default(),
            endings: Vec::new(),
        };
        for row in lexicon.rows("tense") {
            let side = match row.feature("side") {
                Some("future") => Some(Side::Future),
                Some("past") => Some(Side::Past),
                _ => None,
            };
            let strong = row.feature("strength") == Some("strong");
            let cue = Cue {
                tense: side.map(|side| Tense { side, strong }),
                auxiliary: row.feature("auxiliary").is_some(),
                beside: row.feature("strength") == Some("beside"),
                relative: row.feature("side") == Some("relative"),
                only: row.feature("auxiliary") == Some("only"),
            };
            if row.feature("ending") == Some("y") {
                all.endings.push((row.form().into(), cue));
            } else {
                all.words.insert(row.form().into(), cue);
            }
        }
        all
    }

    /// Whether a word is an auxiliary verb.
    pub fn is_auxiliary(&self, word: &str) -> bool {
        self.cue(word).is_some_and(|c| c.auxiliary)
    }

    fn cue(&self, word: &str) -> Option<Cue> {
        let word = lower(word);
        if let Some(cue) = self.words.get(word.as_str()) {
            return Some(*cue);
        }
        if word.chars().count() < SHORTEST {
            return None;
        }
        self.endings
            .iter()
            .find(|(ending, _)| word.ends_with(&**ending))
            .map(|(_, cue)| *cue)
    }
}

/// How many letters a word has at least whose ending says something.
const SHORTEST: usize = 4;
/// How far a verb is looked for, in tokens.
const REACH: u32 = 30;
/// How many tokens farther a comma puts what is behind it.
const COMMA: u32 = 2;
/// How far before the date what is right before it stands: « prévue pour novembre ».
const BESIDE: u32 = 2;
/// A participle speaks of the date where it stands no farther before it.
const PARTICIPLE: u32 = 3;
/// How far before a participle the verb of its clause is looked for.
const CLAUSE: u32 = 8;
/// How many tokens may stand between an auxiliary and its participle.
const AUXILIARY: u32 = 4;

/// The tense around the tokens from `start` to `end`.
#[must_use]
pub fn tense(
    words: &TenseWords,
    lattice: &Lattice<'_, '_>,
    unit: Unit,
    start: u32,
    end: u32,
) -> Option<Tense> {
    let text = |at: u32| lattice.tokens[at as usize].text(lattice.text);
    let cue = |at: u32| {
        let token = &lattice.tokens[at as usize];
        // A date inside is no verb, nor is a name.
        (token.shape.any(Shape::LOWER) || at == unit.start)
            .then(|| words.cue(text(at)))
            .flatten()
    };
    let relative = |at: u32| words.cue(text(at)).is_some_and(|c| c.relative);
    let search = |positions: &mut dyn Iterator<Item = u32>, bias: u32| {
        let mut distance = bias;
        for at in positions {
            distance += 1;
            match text(at) {
                ";" | "." | ":" | "«" | "»" | "!" | "?" => return None,
                // The clause of a relative pronoun speaks of another noun.
                "," if at >= end && at + 1 < unit.end && relative(at + 1) => return None,
                "," | "(" | ")" => distance += COMMA,
                _ => {}
            }
            if distance > REACH {
                return None;
            }
            if let Some(found) = cue(at)
                && found.tense.is_some()
                && !found.only
            {
                return Some((distance, at, found));
            }
        }
        None
    };
    let before = search(&mut (unit.start..start).rev(), 0).map(|(distance, at, mut found)| {
        if let Some(tense) = &mut found.tense {
            tense.strong |= found.beside && distance <= BESIDE;
        }
        (distance, at, found)
    });
    // « réunira les deux ministres concernés, X et Y, lundi »: a participle away from the date is of
    // the noun before it, the finite verb of the date.
    let before = before.map(|(distance, at, found)| {
        let finite = |found: &Cue| !found.auxiliary && found.tense.is_some_and(|t| t.strong);
        let weak = !finite(&found) && !found.auxiliary && distance > PARTICIPLE;
        if !weak {
            return (distance, at, found);
        }
        let verb = (at.saturating_sub(CLAUSE).max(unit.start)..at)
            .rev()
            .take_while(|i| !relative(*i) && !matches!(text(*i), "," | ";" | ":" | "."))
            .filter_map(cue)
            .find(|c| c.tense.is_some() || c.auxiliary);
        (distance, at, verb.filter(finite).unwrap_or(found))
    });
    // What follows in French says less often when it was: a small handicap.
    let after = search(&mut (end..unit.end), 1);
    // « pourraient partir dès octobre, a indiqué X »: behind the comma begins another clause.
    let aside = |(_, at, found): &(u32, u32, Cue)| {
        found.auxiliary && *at > end && text(*at - 1) == "," && before.is_some()
    };
    let after = after.filter(|found| !aside(found));
    let (_, at, found) = [before, after]
        .into_iter()
        .flatten()
        .min_by_key(|(distance, ..)| *distance)?;
    if found.auxiliary {
        // « sont invités », « est prévue »: the participle says that it is to come.
        let to = (at + 1 + AUXILIARY).min(unit.end);
        let coming = (at + 1..to)
            .take_while(|i| text(*i) != ",")
            .filter_map(cue)
            .find_map(|c| c.tense)
            .filter(|t| t.side == Side::Future && !t.strong);
        if let Some(coming) = coming
            && found.tense.is_none_or(|t| !t.strong)
        {
            return Some(coming);
        }
    } else {
        let from = at.saturating_sub(AUXILIARY).max(unit.start);
        let helper = (from..at)
            .rev()
            .take_while(|i| text(*i) != ",")
            .filter_map(cue)
            .find(|c| c.auxiliary);
        if let Some(helper) = helper
            && found.tense.is_none_or(|t| t.side == Side::Past)
        {
            return helper.tense;
        }
    }
    found.tense
}

#[cfg(test)]
mod tests {
    use super::{Side, TenseWords};
    use crate::pipeline::{Config, Engine};

    #[test]
    fn words_before_endings() {
        let engine = Engine::new(Config::default()).unwrap();
        let words = TenseWords::new(&engine.grammar().lexicon);
        let side = |word: &str| words.cue(word).and_then(|c| c.tense).map(|t| t.side);
        assert_eq!(side("signera"), Some(Side::Future));
        assert_eq!(side("signèrent"), Some(Side::Past));
        assert_eq!(side("prévue"), Some(Side::Future));
        assert_eq!(side("opéra"), None);
        assert_eq!(side("journée"), None);
    }
}
