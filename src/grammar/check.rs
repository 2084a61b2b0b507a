//! Running the examples that stand in the rules: each is a test of its rule,
//! within the whole cascade up to the rule's phase.

use super::compile::{Grammar, Rule};
use super::lattice::{Annotation, LABELS, Lattice, Unit};
use crate::segment::{Flags, SegmentData, Token, tokenize};

/// An example that a rule fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Full name of the rule.
    pub rule: String,
    /// File of the rule.
    pub file: String,
    /// Line of the example, from 1.
    pub line: usize,
    /// What was expected and what was found.
    pub message: String,
}

impl Grammar {
    /// Runs the examples of the rules that `wanted` accepts.
    #[must_use]
    pub fn check(&self, data: &SegmentData, wanted: impl Fn(&Rule) -> bool) -> Vec<Failure> {
        let mut failures = Vec::new();
        for rule in self.rules.iter().filter(|r| wanted(r)) {
            let fail = |line, message| Failure {
                rule: rule.name.clone(),
                file: rule.file.clone(),
                line,
                message,
            };
            if rule.source.about.is_empty() {
                failures.push(fail(
                    rule.line,
                    "no `about` line says what the rule is for".to_owned(),
                ));
            }
            for (near, missing) in [
                (false, "no example (`match …`)"),
                (true, "no near miss (`near …`)"),
            ] {
                if !rule
                    .source
                    .examples
                    .iter()
                    .any(|e| e.spans.is_empty() == near)
                {
                    failures.push(fail(rule.line, missing.to_owned()));
                }
            }
            for example in &rule.source.examples {
                if let Some(message) = self.try_example(rule, example, data) {
                    failures.push(fail(example.place.line, message));
                }
            }
        }
        failures
    }

    /// What is wrong with an example, if anything.
    fn try_example(
        &self,
        rule: &Rule,
        example: &super::ast::Example,
        data: &SegmentData,
    ) -> Option<String> {
        let text = &example.text;
        let mut tokens = tokenize(text, data).tokens;
        if let Some(first) = tokens.first_mut() {
            first.flags.set(Flags::UNIT_START);
        }
        let hits = self.lexicon.look_up(text, &mut tokens);
        let wanted = rule.source.only_in.first();
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
