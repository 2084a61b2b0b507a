//! Which rules can start at a token: reached through the first word, class,
//! shape or annotation of their patterns, and let through only if what stands
//! next can go on, so that rules that cannot match cost next to nothing.
//!
//! Most French phrases begin with the same few words (`le`, `du`, a capital),
//! so the first token alone leaves too many rules. A *gate* is what may follow
//! a first step: the words, classes, shapes and kinds with which the second
//! step can begin. Gates are numbered within a phase, and each set of classes
//! has the gates that it opens as a row of bits, computed once.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::lattice::{Label, Lattice};
use super::program::{Condition, Program, Step, Test};
use crate::lexicon::{Class, Lexicon, SetId, Starter, pack::numbers};
use crate::segment::Shape;

/// How many bits a shape has.
const SHAPES: usize = 16;
/// The gate of rules whose second step may be anything.
const OPEN: u16 = 0;

/// A rule that can start here, and the gate that its second step has to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Start {
    pub rule: u16,
    gate: u16,
}

/// What a token does for the rules of a phase: the rules that it starts (a
/// range of `starts`) and the gates that it opens (a row of `bits`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Row {
    from: u32,
    to: u32,
    bits: u32,
}

/// The rules of a phase by what they begin with.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Index {
    #[serde(with = "numbers")]
    row_of_set: Vec<u16>,
    rows: Vec<Row>,
    shapes: [Row; SHAPES],
    /// The shapes that start rules, and those that open gates.
    starting_shapes: Shape,
    opening_shapes: Shape,
    kinds: Vec<Row>,
    starts: Vec<Start>,
    #[serde(with = "numbers")]
    bits: Vec<u64>,
    /// Words of bits in a row.
    width: u32,
}

/// What a test can be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Word(u32, u32),
    Class(Class),
    Shape(u16),
    Kind(u16),
}

/// The keys by one of which a test can be found; none where it could hold at anything.
fn keys_of(test: &Test) -> Vec<Key> {
    match &test.step {
        Step::Class(class) => return vec![Key::Class(*class)],
        Step::Annotation(kind, _) => return vec![Key::Kind(*kind)],
        Step::Token => {}
    }
    // A word is rarer than a class, a class than a shape.
    if let Some(words) = test.words() {
        return words.iter().map(|w| Key::Word(w.word, w.fold)).collect();
    }
    let positive = || {
        test.conditions
            .iter()
            .filter(|(negated, _)| !negated)
            .map(|(_, c)| c)
    };
    let class = positive().find_map(|c| match c {
        Condition::Class(class) => Some(Key::Class(*class)),
        _ => None,
    });
    let shape = || {
        positive().find_map(|c| match c {
            Condition::Shape(bits) => Some(Key::Shape(*bits)),
            Condition::Number(..) => Some(Key::Shape(Shape::NUMBER.0)),
            _ => None,
        })
    };
    class.or_else(shape).into_iter().collect()
}

/// What a phase looks up while it is compiled.
#[derive(Default)]
struct Keys {
    starts: FxHashMap<Key, Vec<Start>>,
    gates: FxHashMap<Vec<Key>, u16>,
}

impl Keys {
    fn add(&mut self, rule: u16, program: &Program, tests: &[Test]) {
        for (pc, test) in program.reach(tests, 0).0 {
            let gate = self.gate(program, tests, pc + 1);
            let start = Start { rule, gate };
            for key in keys_of(test) {
                let starts = self.starts.entry(key).or_default();
                if !starts.contains(&start) {
                    starts.push(start);
                }
            }
        }
    }

    fn gate(&mut self, program: &Program, tests: &[Test], from: u16) -> u16 {
        let (seconds, ends) = program.reach(tests, from);
        let of_tests: Vec<Vec<Key>> = seconds.iter().map(|(_, test)| keys_of(test)).collect();
        if ends || of_tests.iter().any(Vec::is_empty) {
            return OPEN;
        }
        let mut keys: Vec<Key> = of_tests.into_iter().flatten().collect();
        keys.sort_unstable();
        keys.dedup();
        let next = self.gates.len() as u16 + 1;
        *self.gates.entry(keys).or_insert(next)
    }
}

impl Index {
    pub fn new<'r>(
        rules: impl Iterator<Item = (u16, &'r Program)>,
        tests: &[Test],
        lexicon: &Lexicon,
        kinds: usize,
    ) -> Index {
        let mut keys = Keys::default();
        for (rule, program) in rules {
            keys.add(rule, program, tests);
        }
        let mut index = Index {
            width: (keys.gates.len() as u32 + 1).div_ceil(64),
            ..Index::default()
        };
        // What each key starts and opens; a gate opens to any of its keys.
        let mut opens: FxHashMap<Key, Vec<u16>> = FxHashMap::default();
        #[expect(clippy::iter_over_hash_type, reason = "the lists are sorted below")]
        for (wanted, gate) in &keys.gates {
            for key in wanted {
                opens.entry(*key).or_default().push(*gate);
            }
        }
        let mut by_shape: Vec<(Shape, &[Start], &[u16])> = Vec::new();
        let mut by_word: FxHashMap<Starter, Vec<Key>> = FxHashMap::default();
        let mut by_class: FxHashMap<Class, Key> = FxHashMap::default();
        let mut all: Vec<Key> = keys.starts.keys().chain(opens.keys()).copied().collect();
        all.sort_unstable();
        all.dedup();
        for key in all {
            match key {
                Key::Word(word, fold) => {
                    by_word.entry(Starter::Word(word)).or_default().push(key);
                    by_word.entry(Starter::Fold(fold)).or_default().push(key);
                }
                Key::Class(class) => {
                    by_class.insert(class, key);
                }
                Key::Shape(bits) => by_shape.push((
                    Shape(bits),
                    keys.starts.get(&key).map_or(&[], Vec::as_slice),
                    opens.get(&key).map_or(&[], Vec::as_slice),
                )),
                Key::Kind(_) => {}
            }
        }
        let mut rows: FxHashMap<(Vec<Start>, Vec<u16>), u16> = FxHashMap::default();
        index.row_of_set = (0..lexicon.set_count())
            .map(|set| {
                let set = set as SetId;
                let words = by_word.get(&lexicon.starter(set)).into_iter().flatten();
                let classes = lexicon.set(set).iter().filter_map(|c| by_class.get(&c));
                let (mut starts, mut gates) = (Vec::new(), Vec::new());
                for key in words.chain(classes) {
                    starts.extend(keys.starts.get(key).into_iter().flatten().copied());
                    gates.extend(opens.get(key).into_iter().flatten().copied());
                }
                starts.sort_unstable();
                starts.dedup();
                gates.sort_unstable();
                gates.dedup();
                let next = rows.len() as u16;
                *rows
                    .entry((starts, gates))
                    .or_insert_with_key(|(starts, gates)| {
                        let row = index.row(starts, gates);
                        index.rows.push(row);
                        next
                    })
            })
            .collect();
        for bit in 0..SHAPES {
            let shape = Shape(1 << bit);
            let here = || by_shape.iter().filter(|(s, ..)| s.any(shape));
            let starts: Vec<Start> = here().flat_map(|(_, s, _)| s.iter().copied()).collect();
            let gates: Vec<u16> = here().flat_map(|(_, _, g)| g.iter().copied()).collect();
            index.shapes[bit] = index.row(&starts, &gates);
            if !starts.is_empty() {
                index.starting_shapes = index.starting_shapes.with(shape);
            }
            if !gates.is_empty() {
                index.opening_shapes = index.opening_shapes.with(shape);
            }
        }
        index.kinds = (0..kinds)
            .map(|kind| {
                let key = Key::Kind(kind as u16);
                let starts = keys.starts.get(&key).map_or(&[][..], Vec::as_slice);
                let gates = opens.get(&key).map_or(&[][..], Vec::as_slice);
                index.row(starts, gates)
            })
            .collect();
        index
    }

    fn row(&mut self, starts: &[Start], gates: &[u16]) -> Row {
        let from = self.starts.len() as u32;
        self.starts.extend_from_slice(starts);
        let bits = self.bits.len() as u32;
        self.bits.resize((bits + self.width) as usize, 0);
        for gate in gates {
            self.bits[bits as usize + usize::from(gate / 64)] |= 1 << (gate % 64);
        }
        Row {
            from,
            to: self.starts.len() as u32,
            bits,
        }
    }

    /// Whether rules can start at a token or phrase with these classes.
    pub fn set_starts(&self, set: SetId) -> bool {
        let row = &self.rows[usize::from(self.row_of_set[set as usize])];
        row.from < row.to
    }

    /// The shapes at which rules can start.
    pub fn starting_shapes(&self) -> Shape {
        self.starting_shapes
    }

    /// Whether rules can start at an annotation of this kind.
    pub fn kind_starts(&self, kind: u16) -> bool {
        let row = &self.kinds[usize::from(kind)];
        row.from < row.to
    }

    /// Calls `found` with every rule that can start at a token and whose second
    /// step can begin where the first ends, before `end`; a rule may be named
    /// more than once. `open` is memory for the gates that are open there.
    pub fn candidates(
        &self,
        lattice: &Lattice<'_, '_>,
        at: u32,
        end: u32,
        open: &mut Vec<u64>,
        mut found: impl FnMut(u16),
    ) {
        let token = &lattice.tokens[at as usize];
        let mut known = None;
        let mut visit = |row: &Row, next: u32| {
            for start in &self.starts[row.from as usize..row.to as usize] {
                if start.gate != OPEN {
                    if next >= end {
                        continue;
                    }
                    if known != Some(next) {
                        self.open_gates(lattice, next, open);
                        known = Some(next);
                    }
                    if open[usize::from(start.gate / 64)] & 1 << (start.gate % 64) == 0 {
                        continue;
                    }
                }
                found(start.rule);
            }
        };
        visit(self.row_of(lattice.sets[at as usize]), at + 1);
        let mut shapes = token.shape.0 & self.starting_shapes.0;
        while shapes != 0 {
            visit(&self.shapes[shapes.trailing_zeros() as usize], at + 1);
            shapes &= shapes - 1;
        }
        for span in lattice.spans_from(at) {
            match span.label {
                Label::Set(set) => visit(self.row_of(set), span.end),
                Label::Annotation(number) => {
                    let kind = lattice.annotations[number as usize].kind_id;
                    visit(&self.kinds[usize::from(kind)], span.end);
                }
            }
        }
    }

    fn row_of(&self, set: SetId) -> &Row {
        &self.rows[usize::from(self.row_of_set[set as usize])]
    }

    /// The gates that a token, its shape and what begins at it open.
    fn open_gates(&self, lattice: &Lattice<'_, '_>, at: u32, open: &mut Vec<u64>) {
        let row = |row: &Row| &self.bits[row.bits as usize..(row.bits + self.width) as usize];
        open.clear();
        open.extend_from_slice(row(self.row_of(lattice.sets[at as usize])));
        let mut add = |more: &Row| {
            for (all, bits) in open.iter_mut().zip(row(more)) {
                *all |= bits;
            }
        };
        let mut shapes = lattice.tokens[at as usize].shape.0 & self.opening_shapes.0;
        while shapes != 0 {
            add(&self.shapes[shapes.trailing_zeros() as usize]);
            shapes &= shapes - 1;
        }
        for span in lattice.spans_from(at) {
            match span.label {
                Label::Set(set) => add(self.row_of(set)),
                Label::Annotation(number) => {
                    let kind = lattice.annotations[number as usize].kind_id;
                    add(&self.kinds[usize::from(kind)]);
                }
            }
        }
    }
}
