//! Which rules can start at a token: reached through the first word, class,
//! shape or annotation of their patterns, so that rules that cannot match cost nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use super::program::{Condition, Inst, Program, Step, Test};
use crate::lexicon::{Class, Lexicon, SetId, Starter, WordRef};
use crate::segment::Shape;

/// The rules of a phase by what they begin with.
pub struct Index {
    /// For each set of classes, where its rules stand in `lists`.
    by_set: Vec<(u32, u32)>,
    lists: Vec<u16>,
    /// Rules that begin with a shape alone.
    by_shape: Vec<(Shape, u16)>,
    shapes: Shape,
    by_kind: Vec<Vec<u16>>,
}

/// The numbers of the tests with which a match can begin.
pub fn firsts(program: &Program) -> Vec<usize> {
    let (mut found, mut seen, mut todo) = (Vec::new(), FxHashSet::default(), vec![0_u16]);
    while let Some(pc) = todo.pop() {
        if !seen.insert(pc) {
            continue;
        }
        match program.insts[usize::from(pc)] {
            Inst::Test(test) => found.push(usize::from(test)),
            Inst::Split(a, b) => todo.extend([a, b]),
            Inst::Jump(to) => todo.push(to),
            Inst::Save(_) | Inst::Anchor(_) => todo.push(pc + 1),
            Inst::Accept => {}
        }
    }
    found
}

/// What a test can be found by.
enum Key {
    Word(WordRef),
    Class(Class),
    Shape(Shape),
    Kind(u16),
}

fn key(test: &Test) -> Option<Key> {
    match &test.step {
        Step::Class(class) => return Some(Key::Class(*class)),
        Step::Annotation(kind, _) => return Some(Key::Kind(*kind)),
        Step::Token => {}
    }
    let positive = || {
        test.conditions
            .iter()
            .filter(|(negated, _)| !negated)
            .map(|(_, c)| c)
    };
    // A word is rarer than a class, a class than a shape.
    positive()
        .find_map(|c| match c {
            Condition::Word(word) | Condition::Exact(word, _) => Some(Key::Word(*word)),
            _ => None,
        })
        .or_else(|| {
            positive().find_map(|c| match c {
                Condition::Class(class) => Some(Key::Class(*class)),
                _ => None,
            })
        })
        .or_else(|| {
            positive().find_map(|c| match c {
                Condition::Shape(bits) => Some(Key::Shape(Shape(*bits))),
                Condition::Number(..) => Some(Key::Shape(Shape::NUMBER)),
                _ => None,
            })
        })
}

impl Index {
    pub fn new<'r>(
        rules: impl Iterator<Item = (u16, &'r Program)>,
        lexicon: &Lexicon,
        kinds: usize,
    ) -> Index {
        let mut by_word: FxHashMap<u32, Vec<u16>> = FxHashMap::default();
        let mut by_fold: FxHashMap<u32, Vec<u16>> = FxHashMap::default();
        let mut by_class: FxHashMap<Class, Vec<u16>> = FxHashMap::default();
        let mut by_shape: Vec<(Shape, u16)> = Vec::new();
        let mut by_kind = vec![Vec::new(); kinds];
        for (rule, program) in rules {
            for test in firsts(program) {
                match key(&program.tests[test]) {
                    Some(Key::Word(word)) => {
                        by_word.entry(word.word).or_default().push(rule);
                        by_fold.entry(word.fold).or_default().push(rule);
                    }
                    Some(Key::Class(class)) => by_class.entry(class).or_default().push(rule),
                    Some(Key::Shape(shape)) => by_shape.push((shape, rule)),
                    Some(Key::Kind(kind)) => by_kind[usize::from(kind)].push(rule),
                    None => {}
                }
            }
        }
        let mut lists = Vec::new();
        let by_set = (0..lexicon.set_count())
            .map(|set| {
                let start = lists.len() as u32;
                let starter = match lexicon.starter(set as SetId) {
                    Starter::None => None,
                    Starter::Word(word) => by_word.get(&word),
                    Starter::Fold(fold) => by_fold.get(&fold),
                };
                lists.extend(starter.into_iter().flatten());
                for class in lexicon.set(set as SetId).iter() {
                    lists.extend(by_class.get(&class).into_iter().flatten());
                }
                let own = &mut lists[start as usize..];
                own.sort_unstable();
                (start, lists.len() as u32)
            })
            .collect();
        let shapes = by_shape
            .iter()
            .fold(Shape::default(), |all, (shape, _)| all.with(*shape));
        Index {
            by_set,
            lists,
            by_shape,
            shapes,
            by_kind,
        }
    }

    /// Rules that can start at a token or phrase with these classes.
    pub fn of_set(&self, set: SetId) -> &[u16] {
        let (start, end) = self.by_set[set as usize];
        &self.lists[start as usize..end as usize]
    }

    /// Rules that can start at a token of this shape.
    pub fn of_shape(&self, shape: Shape) -> impl Iterator<Item = u16> {
        let any = self.shapes.any(shape);
        self.by_shape
            .iter()
            .filter(move |(s, _)| any && s.any(shape))
            .map(|(_, rule)| *rule)
    }

    /// Rules that can start at an annotation of this kind.
    pub fn of_kind(&self, kind: u16) -> &[u16] {
        &self.by_kind[usize::from(kind)]
    }
}
