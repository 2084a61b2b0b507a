//! The lattice: a text's tokens with everything known about them so far.

use super::program::Kinds;
use crate::lexicon::{Hits, SetId};
use crate::segment::Token;
use std::cell::OnceCell;
use std::ops::Range;

/// A stretch of tokens that no match leaves: a sentence, or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// What the unit is, as the rules' `only in` names it (`title`, `body`…).
    pub label: &'static str,
}

/// What units can be: the kinds of sections, as `only in` and `not in` name them.
pub const LABELS: [&str; 11] = [
    "letterhead",
    "title",
    "dateline",
    "body",
    "list",
    "quotation",
    "table",
    "about",
    "signature",
    "contacts",
    "other",
];

/// A label as a bit; none for a label that no rule can name.
pub(super) fn label_bit(label: &str) -> u16 {
    LABELS
        .iter()
        .position(|l| *l == label)
        .map_or(0, |at| 1 << at)
}

/// The value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'g> {
    /// Tokens of the text, from and to.
    Span(u32, u32),
    /// A constant of the rule or a feature of a lexicon.
    Text(&'g str),
}

/// What a rule made: a kind over a span, with fields.
#[derive(Clone, Debug)]
pub struct Annotation<'g> {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// Kind, as the rule names it.
    pub kind: &'g str,
    /// Full name of the rule.
    pub rule: &'g str,
    /// Fields in the order of the rule.
    pub fields: Vec<(&'g str, Value<'g>)>,
    pub(super) kind_id: u16,
    /// Tells apart the matches that made annotations: those of one match share it.
    pub match_id: u32,
}

impl<'g> Annotation<'g> {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<Value<'g>> {
        self.fields
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, value)| *value)
    }

    /// The value of a field that is a constant or a feature.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&'g str> {
        match self.get(field)? {
            Value::Text(text) => Some(text),
            Value::Span(..) => None,
        }
    }

    /// The tokens of a field that is a capture.
    #[must_use]
    pub fn span(&self, field: &str) -> Option<(u32, u32)> {
        match self.get(field)? {
            Value::Span(start, end) => Some((start, end)),
            Value::Text(_) => None,
        }
    }
}

/// What a span of the lattice stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Label {
    /// A phrase of the lexicon, or words that the document taught.
    Set(SetId),
    /// The annotation of this number.
    Annotation(u32),
}

/// A span, linked with the others that start or end where it does.
#[derive(Debug)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
    pub label: Label,
    /// What tests say of it.
    pub symbol: u32,
    /// The phases (bits) some of whose tests it passes.
    phases: u64,
    next_with_start: u32,
    next_with_end: u32,
}

impl Span {
    /// Whether it passes a test of a phase.
    #[inline]
    pub fn concerns(&self, phase: usize) -> bool {
        self.phases >> phase & 1 != 0
    }
}

const NONE: u32 = u32::MAX;

/// The numbers of annotations, by kind and then in the order of the text.
struct InOrder {
    numbers: Vec<u32>,
    /// From where to where the numbers are of one kind.
    kinds: Vec<Range<usize>>,
}

/// See the module's description.
pub struct Lattice<'t, 'g> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [Token],
    /// Annotations in the order in which they were made.
    pub annotations: Vec<Annotation<'g>>,
    /// The same by kind; worked out when it is first asked for.
    in_order: OnceCell<InOrder>,
    pub(super) sets: &'t [SetId],
    pub(super) spans: Vec<Span>,
    first_with_start: Vec<u32>,
    first_with_end: Vec<u32>,
    /// For each position the phases (bits) to which spans that begin there, or end
    /// there, mean something: of most spans few phases have a test.
    begin: Vec<u64>,
    end: Vec<u64>,
    /// For each token the kinds of annotations that cover it, as bits.
    pub(super) cover: Vec<Kinds>,
    /// The kinds of all annotations, as bits.
    pub(super) kinds: Kinds,
    /// What documents taught in the phase under way: class set, start, end.
    pub(super) lessons: Vec<(SetId, u32, u32)>,
    pub(super) matches: u32,
    /// For each token the phases (bits) whose rules can start there.
    pub(super) starts: Vec<u64>,
    /// For each token what tests see of it, and what they say of it.
    pub(super) facts: Vec<u32>,
    pub(super) symbols: Vec<u32>,
    /// Which facts and symbols these are: those of a thread may begin anew.
    pub(super) epoch: u64,
}

impl<'t, 'g> Lattice<'t, 'g> {
    /// A lattice over tokens that were looked up.
    #[must_use]
    pub fn new(text: &'t str, tokens: &'t [Token], hits: &'t Hits) -> Self {
        let mut lattice = Lattice {
            text,
            tokens,
            // About as many as texts have.
            annotations: Vec::with_capacity(tokens.len() / 2),
            in_order: OnceCell::new(),
            sets: &hits.sets,
            spans: Vec::with_capacity(hits.phrases.len() + tokens.len() / 2),
            first_with_start: vec![NONE; tokens.len() + 1],
            first_with_end: vec![NONE; tokens.len() + 1],
            begin: vec![0; tokens.len() + 1],
            end: vec![0; tokens.len() + 1],
            cover: vec![0; tokens.len()],
            kinds: 0,
            lessons: Vec::new(),
            matches: 0,
            starts: Vec::with_capacity(tokens.len()),
            facts: Vec::with_capacity(tokens.len()),
            symbols: Vec::with_capacity(tokens.len()),
            epoch: 0,
        };
        for phrase in &hits.phrases {
            lattice.add_span(phrase.start, phrase.end, Label::Set(phrase.set));
        }
        lattice
    }

    /// Adds a span, which then has to get its symbol.
    pub(super) fn add_span(&mut self, start: u32, end: u32, label: Label) {
        let at = self.spans.len() as u32;
        let next_with_start = std::mem::replace(&mut self.first_with_start[start as usize], at);
        let next_with_end = std::mem::replace(&mut self.first_with_end[end as usize], at);
        self.spans.push(Span {
            start,
            end,
            label,
            symbol: 0,
            phases: 0,
            next_with_start,
            next_with_end,
        });
    }

    /// Gives a span its symbol, the phases (bits) to which it means something, and
    /// those whose rules can start with it.
    pub(super) fn enter(&mut self, at: usize, symbol: u32, phases: u64, starts: u64) {
        let span = &mut self.spans[at];
        span.symbol = symbol;
        span.phases = phases;
        self.starts[span.start as usize] |= starts;
        self.begin[span.start as usize] |= phases;
        self.end[span.end as usize] |= phases;
    }

    /// Whether anything begins, or ends, at a position that means something to a phase.
    #[inline]
    pub(super) fn has_span(&self, phase: usize, forward: bool, at: u32) -> bool {
        let phases = if forward { &self.begin } else { &self.end };
        phases[at as usize] >> phase & 1 != 0
    }

    pub(super) fn spans_from(&self, start: u32) -> impl Iterator<Item = &Span> {
        let first = self.first_with_start[start as usize];
        std::iter::successors(self.spans.get(first as usize), |s| {
            self.spans.get(s.next_with_start as usize)
        })
    }

    pub(super) fn spans_to(&self, end: u32) -> impl Iterator<Item = &Span> {
        let first = self.first_with_end[end as usize];
        std::iter::successors(self.spans.get(first as usize), |s| {
            self.spans.get(s.next_with_end as usize)
        })
    }

    pub(super) fn annotate(&mut self, annotation: Annotation<'g>) {
        let at = self.annotations.len() as u32;
        self.add_span(annotation.start, annotation.end, Label::Annotation(at));
        for cover in &mut self.cover[annotation.start as usize..annotation.end as usize] {
            *cover |= 1 << annotation.kind_id;
        }
        self.in_order.take();
        self.kinds |= 1 << annotation.kind_id;
        self.annotations.push(annotation);
    }

    /// Annotations that lie within these tokens, the latest first from each start.
    pub(super) fn annotations_within(
        &self,
        start: u32,
        end: u32,
    ) -> impl Iterator<Item = &Annotation<'g>> {
        let spans = (start..end).flat_map(|at| self.spans_from(at));
        spans
            .filter(move |s| s.end <= end)
            .filter_map(|s| match s.label {
                Label::Annotation(at) => Some(&self.annotations[at as usize]),
                Label::Set(_) => None,
            })
    }

    /// An annotation of one of these kinds (bits) that covers a token.
    pub(super) fn covering(&self, token: u32, kinds: Kinds) -> Option<&Annotation<'g>> {
        let first = token.saturating_sub(super::MAX_TOKENS as u32);
        let spans = (first..=token).rev().flat_map(|at| self.spans_from(at));
        spans
            .filter(|s| s.end > token)
            .filter_map(|s| match s.label {
                Label::Annotation(at) => Some(&self.annotations[at as usize]),
                Label::Set(_) => None,
            })
            .find(|a| kinds & 1 << a.kind_id != 0)
    }

    /// The annotations of a kind, in the order of the text.
    #[must_use]
    pub fn of_kind(&self, kind: &str) -> Vec<&Annotation<'g>> {
        let in_order = self.in_order.get_or_init(|| self.sort());
        let get = |at: &u32| &self.annotations[*at as usize];
        let mut kinds = in_order.kinds.iter().map(|k| &in_order.numbers[k.clone()]);
        let own = kinds.find(|numbers| get(&numbers[0]).kind == kind);
        own.unwrap_or_default().iter().map(get).collect()
    }

    fn sort(&self) -> InOrder {
        let numbered = self.annotations.iter().enumerate();
        // One number to compare: start, and the farthest end first.
        let place = |a: &Annotation<'_>| u64::from(a.start) << 32 | u64::from(!a.end);
        let keyed = numbered.map(|(at, a)| (a.kind_id, place(a), at as u32));
        let mut keyed: Vec<_> = keyed.collect();
        keyed.sort_unstable();
        let mut end = 0;
        let kinds = keyed.chunk_by(|a, b| a.0 == b.0).map(|own| {
            let start = end;
            end += own.len();
            start..end
        });
        InOrder {
            kinds: kinds.collect(),
            numbers: keyed.iter().map(|(.., at)| *at).collect(),
        }
    }

    /// The bytes from the first of these tokens to the last.
    #[must_use]
    pub fn bytes(&self, start: u32, end: u32) -> Range<usize> {
        if start >= end {
            let at = self
                .tokens
                .get(start as usize)
                .map_or(self.text.len(), |t| t.start as usize);
            return at..at;
        }
        self.tokens[start as usize].start as usize..self.tokens[end as usize - 1].end as usize
    }

    /// The words of these tokens as they stand in the text.
    #[must_use]
    pub fn words(&self, start: u32, end: u32) -> &'t str {
        &self.text[self.bytes(start, end)]
    }

    /// The words of a value.
    #[must_use]
    pub fn value(&self, value: Value<'g>) -> &'g str
    where
        't: 'g,
    {
        match value {
            Value::Span(start, end) => self.words(start, end),
            Value::Text(text) => text,
        }
    }
}
