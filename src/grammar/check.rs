//! Running the examples that stand in the rules: each is a test of its rule,
//! within the whole cascade up to the rule's phase. And finding rules that
//! another rule makes superfluous.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::ast::{self, Node, Side};
use super::compile::{Grammar, Rule};
use super::lattice::{Annotation, LABELS, Lattice, Unit};
use crate::segment::{Flags, SegmentData, Token, tokenize};

/// An example that a rule fails, or another fault of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Full name of the rule.
    pub rule: String,
    /// File of the rule.
    pub file: String,
    /// Line of the example or of the rule, from 1.
    pub line: usize,
    /// What was expected and what was found.
    pub message: String,
}

impl Grammar {
    /// Runs the examples of the rules that `wanted` accepts, and finds those
    /// that another rule makes superfluous.
    #[must_use]
    pub fn check(&self, data: &SegmentData, wanted: impl Fn(&Rule) -> bool) -> Vec<Failure> {
        let mut failures = self.duplicates(&wanted);
        for rule in self.rules.iter().filter(|r| wanted(r)) {
            let fail = |line, message| Failure {
                rule: rule.name.clone(),
                file: rule.file.clone(),
                line,
                message,
            };
            let Some(source) = rule.source.as_deref() else {
                let message = "it is not known as it was written: compile it from its source";
                failures.push(fail(rule.line, message.to_owned()));
                continue;
            };
            if source.about.is_empty() {
                failures.push(fail(
                    rule.line,
                    "no `about` line says what the rule is for".to_owned(),
                ));
            }
            for (near, missing) in [
                (false, "no example (`match …`)"),
                (true, "no near miss (`near …`)"),
            ] {
                if !source.examples.iter().any(|e| e.spans.is_empty() == near) {
                    failures.push(fail(rule.line, missing.to_owned()));
                }
            }
            for example in &source.examples {
                let wanted = source.only_in.first();
                if let Some(message) = self.try_example(rule, example, wanted, data) {
                    failures.push(fail(example.place.line, message));
                }
            }
        }
        failures
    }

    /// Rules that another rule of the same phase always beats, since it matches
    /// the same words in the same places and makes the same of them.
    fn duplicates(&self, wanted: impl Fn(&Rule) -> bool) -> Vec<Failure> {
        let mut alike: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut failures = Vec::new();
        for (number, rule) in self.rules.iter().enumerate() {
            let Some((matches, makes)) = meaning(rule) else {
                continue;
            };
            for make in makes {
                let before = alike.entry(format!("{matches} {make}")).or_default();
                for &other in before.iter() {
                    let (winner, loser) = self.ranked(other, number);
                    if wanted(loser) && !failures.iter().any(|f: &Failure| f.rule == loser.name) {
                        failures.push(Failure {
                            rule: loser.name.clone(),
                            file: loser.file.clone(),
                            line: loser.line,
                            message: format!(
                                "matches what `{}` ({}:{}) matches and never wins (delete one of them)",
                                winner.name, winner.file, winner.line
                            ),
                        });
                    }
                }
                before.push(number);
            }
        }
        failures
    }

    /// Of two rules that match the same, the one that wins and the one that loses.
    fn ranked(&self, one: usize, other: usize) -> (&Rule, &Rule) {
        let (one, other) = (&self.rules[one], &self.rules[other]);
        let place = |rule: &Rule| (-i64::from(rule.priority), rule.rank);
        if place(one) < place(other) {
            (one, other)
        } else {
            (other, one)
        }
    }

    /// What is wrong with an example, if anything. It stands in a section of
    /// the `wanted` kind.
    fn try_example(
        &self,
        rule: &Rule,
        example: &super::ast::Example,
        wanted: Option<&String>,
        data: &SegmentData,
    ) -> Option<String> {
        let text = &example.text;
        let mut tokens = tokenize(text, data).tokens;
        if let Some(first) = tokens.first_mut() {
            first.flags.set(Flags::UNIT_START);
        }
        let hits = self.lexicon.look_up(text, &mut tokens);
        let label = LABELS
            .into_iter()
            .find(|l| wanted.is_some_and(|w| w == l))
            .unwrap_or("body");
        let mut lattice = Lattice::new(text, &tokens, &hits);
        let units = units_of(&tokens, label, self.phases[rule.phase].over_lines);
        for phase in 0..=rule.phase {
            self.run_phase(phase, &mut lattice, &units, None);
        }
        let mut made: Vec<&Annotation<'_>> = lattice
            .annotations
            .iter()
            .filter(|a| a.rule == rule.name)
            .collect();
        made.sort_by_key(|a| (a.start, a.end));
        let spans: Vec<(usize, usize)> = made
            .iter()
            .map(|a| lattice.bytes(a.start, a.end))
            .map(|r| (r.start, r.end))
            .collect();
        let shown = |spans: &[(usize, usize)]| match spans {
            [] => "nothing".to_owned(),
            some => some
                .iter()
                .map(|(s, e)| format!("[{}]", &text[*s..*e]))
                .collect::<Vec<_>>()
                .join(" "),
        };
        if spans != example.spans {
            return Some(format!(
                "expected {}, found {} in « {text} »",
                shown(&example.spans),
                shown(&spans)
            ));
        }
        for (field, expected) in &example.fields {
            let found = made
                .iter()
                .find_map(|a| a.get(field))
                .map(|v| lattice.value(v));
            if found != Some(expected.as_str()) {
                let found = found.unwrap_or("nothing");
                return Some(format!(
                    "expected {field}={expected}, found {found} in « {text} »"
                ));
            }
        }
        None
    }
}

/// What a rule matches and where, and each thing that it makes of it, in a form
/// that does not depend on how its captures are called, in which order its
/// alternatives stand, or how its examples read.
fn meaning(rule: &Rule) -> Option<(String, Vec<String>)> {
    let source = rule.source.as_deref()?;
    let subject = rule.name.split('/').next().unwrap_or_default();
    let mut captures = Vec::new();
    let pattern = canonical(source.pattern.as_ref()?, subject, &mut captures);
    let mut contexts: Vec<String> = source
        .contexts
        .iter()
        .map(|c| {
            let side = match c.side {
                Side::Prev => "prev",
                Side::Next => "next",
                Side::Here => "here",
            };
            let around = canonical(&c.pattern, subject, &mut Vec::new());
            format!("{side} {} {around}", c.unless)
        })
        .collect();
    contexts.sort();
    let mut sections = [source.only_in.clone(), source.not_in.clone()];
    for labels in &mut sections {
        labels.sort();
    }
    let matches = format!(
        "{} {} {sections:?} {contexts:?} {pattern}",
        rule.phase, source.shortest
    );
    let number = |name: &String| captures.iter().position(|c| c == name);
    let makes = source.makes.iter();
    let makes = makes.map(|m| format!("{} {:?}", m.kind, m.capture.as_ref().and_then(number)));
    Some((matches, makes.collect()))
}

/// A pattern in one form; its captures are collected and numbered.
fn canonical(node: &Node, subject: &str, captures: &mut Vec<String>) -> String {
    match node {
        Node::Seq(items) => {
            let mut all = String::from("(");
            for item in items {
                let _ = write!(all, "{} ", canonical(item, subject, captures));
            }
            all + ")"
        }
        Node::Alt(items) => {
            let mut all: Vec<String> = items
                .iter()
                .map(|item| canonical(item, subject, captures))
                .collect();
            all.sort();
            format!("({})", all.join("|"))
        }
        Node::Repeat(inner, min, max) => {
            format!("{}{{{min},{max}}}", canonical(inner, subject, captures))
        }
        Node::Capture(name, inner) => {
            let number = captures.iter().position(|c| c == name).unwrap_or_else(|| {
                captures.push(name.clone());
                captures.len() - 1
            });
            format!("{number}:{}", canonical(inner, subject, captures))
        }
        Node::Name(name, _) => format!("{subject}/{name}"),
        Node::Narrowed(inner, asked) => format!(
            "{{{} {} {:?}}}",
            canonical(inner, subject, captures),
            asked.glued,
            asked.conditions
        ),
        Node::Test(ast::Test {
            step,
            glued,
            conditions,
            place: _,
        }) => format!("[{step:?} {glued} {conditions:?}]"),
        Node::Anchor(anchor) => format!("{anchor:?}"),
    }
}

/// The whole example as one unit, or a unit a line.
fn units_of(tokens: &[Token], label: &'static str, over_lines: bool) -> Vec<Unit> {
    let end = tokens.len() as u32;
    if !over_lines {
        return vec![Unit {
            start: 0,
            end,
            label,
        }];
    }
    let starts = |i: &u32| *i == 0 || tokens[*i as usize].flags.any(Flags::LINE_START);
    let mut cuts: Vec<u32> = (0..end).filter(starts).collect();
    cuts.push(end);
    cuts.windows(2)
        .map(|w| Unit {
            start: w[0],
            end: w[1],
            label,
        })
        .collect()
}
