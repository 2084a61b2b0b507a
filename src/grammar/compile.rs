//! From the trees of all rule files to a grammar that can run.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::ast::{self, ClassName, FieldValue, Node, Place, Side};
use super::error::{RuleError, RuleErrors};
use super::lattice::{LABELS, label_bit};
use super::narrow::narrow;
use super::parse::{Split, parse};
use super::plan::Plan;
use super::program::{ALWAYS, Check, Condition, Inst, Kinds, Program, Step, Test, Tests};
use super::source::RuleSources;
use super::verdict::Verdicts;
use crate::lexicon::{Builder, Class, ClassQuery, Lexicon, NoClass, WordRef};

/// Most instructions of a pattern.
const MAX_INSTS: usize = 20_000;
/// Most captures of a pattern: two slots each, which are bytes.
const MAX_CAPTURES: usize = 127;
/// Most kinds of annotations: they are bits of a word.
const MAX_KINDS: usize = Kinds::BITS as usize;
/// Most phases: they are bits of a word.
const MAX_PHASES: usize = 64;
/// How deep `let` may refer to `let`.
const MAX_LET_DEPTH: usize = 16;

/// Rules in force, compiled with the lexicons that they use.
#[derive(Serialize, Deserialize)]
pub struct Grammar {
    /// The word lists; an image holds them apart.
    #[serde(skip)]
    pub lexicon: Lexicon,
    /// Phases in the order in which they run.
    pub phases: Vec<Phase>,
    /// All rules.
    pub rules: Vec<Rule>,
    pub(super) kinds: Vec<String>,
    /// The tests of all programs.
    pub(super) tests: Vec<Check>,
    /// What sets say about them.
    pub(super) verdicts: Verdicts,
    #[serde(skip)]
    plan: OnceLock<Plan>,
}

/// A step of the cascade.
#[derive(Serialize, Deserialize)]
pub struct Phase {
    /// Its name.
    pub name: String,
    /// Whether its units are lines, not sentences.
    pub over_lines: bool,
    /// Kinds (bits) inside which its rules make nothing.
    pub(super) outside: Kinds,
    /// Kinds (bits) one of which a text must have for it to run; none asks for nothing.
    pub(super) needs: Kinds,
    /// Kinds (bits) that, where they cover a token, leave no match that begins
    /// there a chance.
    pub(super) closed: Kinds,
    /// The tests of its rules, by which their programs name them: of each its
    /// number among all; first those of patterns, then those of contexts alone.
    pub(super) tests: Vec<u16>,
    /// How many of them are in patterns.
    pub(super) in_patterns: usize,
}

/// A compiled rule.
#[derive(Serialize, Deserialize)]
pub struct Rule {
    /// Subject and name (`people/civility-name`).
    pub name: String,
    /// What it is for.
    pub about: String,
    /// File and line.
    pub file: String,
    /// Line of its head, from 1.
    pub line: usize,
    /// Index of its phase.
    pub phase: usize,
    /// The rule as written; `None` in a grammar that was read from an image.
    #[serde(skip)]
    pub source: Option<Box<ast::Rule>>,
    /// Decides between matches of one length.
    pub(super) priority: i32,
    /// Whether the shortest match is wanted, not the longest.
    pub(super) shortest: bool,
    pub(super) program: Program,
    pub(super) contexts: Vec<(Side, bool, Program)>,
    pub(super) makes: Vec<Make>,
    pub(super) learns: Vec<(Class, u8)>,
    /// Labels of units (bits) in which it runs.
    pub(super) labels: u16,
    /// Kinds (bits) of which each match makes an annotation that begins where it
    /// begins.
    pub(super) leading: Kinds,
    /// Place in the order of names, which decides last between matches.
    pub(super) rank: u32,
}

/// An annotation to make.
#[derive(Serialize, Deserialize)]
pub(super) struct Make {
    pub kind: u16,
    pub capture: Option<u8>,
    pub fields: Vec<(String, FieldSource)>,
}

/// Where a field's value comes from.
#[derive(Serialize, Deserialize)]
pub(super) enum FieldSource {
    Capture(u8),
    /// At a capture: a feature of the entry, in the first of these columns that
    /// has one, or a field of the annotation.
    Feature(u8, String, Vec<(u16, u16)>),
    Constant(String),
}

impl Grammar {
    /// Compiles rules and lexicons. `split` cuts texts into tokens as documents are cut.
    ///
    /// # Errors
    /// All faults of all files, each with its place.
    pub fn compile(sources: RuleSources, split: Split<'_>) -> Result<Grammar, RuleErrors> {
        let mut errors = Vec::new();
        let files: Vec<ast::File> = sources
            .files
            .iter()
            .map(|(path, text)| {
                let subject = path
                    .split('/')
                    .next()
                    .unwrap_or(path)
                    .trim_end_matches(".rules");
                parse(path, subject, text, split, &mut errors)
            })
            .collect();
        let mut compiler = Compiler {
            builder: Builder::new(sources.lexicons),
            lets: BTreeMap::new(),
            learned: Vec::new(),
            kinds: Vec::new(),
            tests: Tests::default(),
            errors,
            file: String::new(),
            expanded: 0,
        };
        compiler.builder.need_looked_up();
        compiler.declare(&files);
        let (phase_heads, kinds) = compiler.phases(&sources.phases);
        let mut rules = compiler.rules(files, &phase_heads);
        if !compiler.errors.is_empty() {
            compiler
                .errors
                .sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
            return Err(RuleErrors(compiler.errors));
        }
        let lexicon = compiler.builder.seal(|text, out| out.extend(split(text)));
        let phases = phase_heads.into_iter().zip(kinds);
        let mut phases: Vec<Phase> = phases
            .map(|((name, over_lines), [outside, needs])| Phase {
                name,
                over_lines,
                outside,
                needs,
                closed: 0,
                tests: Vec::new(),
                in_patterns: 0,
            })
            .collect();
        number_tests(&mut rules, &mut phases);
        for (number, phase) in phases.iter_mut().enumerate() {
            let mut own = rules.iter().filter(|rule| rule.phase == number);
            if own.all(|rule| rule.leading != 0) {
                let own = rules.iter().filter(|rule| rule.phase == number);
                phase.closed = own.fold(Kinds::MAX, |kinds, rule| kinds & rule.leading);
                phase.closed |= phase.outside;
            }
        }
        let verdicts = Verdicts::new(&compiler.tests.list, &lexicon);
        let check = |test: &Test| {
            let guard = test.guard().and_then(|guard| compiler.tests.known(&guard));
            Check::new(test, guard)
        };
        let tests = compiler.tests.list.iter().map(check).collect();
        Ok(Grammar {
            lexicon,
            phases,
            rules,
            kinds: compiler.kinds,
            tests,
            verdicts,
            plan: OnceLock::new(),
        })
    }

    /// What the automata of threads are made by.
    pub(super) fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| Plan::new(self))
    }

    /// The rule of a name.
    #[must_use]
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.name == name)
    }

    /// The kinds of annotations that rules make.
    #[must_use]
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }
}

/// Numbers for each phase the tests of its own.
fn number_tests(rules: &mut [Rule], phases: &mut [Phase]) {
    let mut known: Vec<FxHashMap<u16, u16>> = vec![FxHashMap::default(); phases.len()];
    // In the place of the test that everything passes; nothing asks it.
    for phase in &mut *phases {
        debug_assert_eq!(phase.tests.len(), usize::from(ALWAYS));
        phase.tests.push(0);
    }
    let mut renumber = |program: &mut Program, phase: &mut Phase, at: usize| {
        for inst in &mut program.insts {
            if let Inst::Test(test) = inst {
                let next = phase.tests.len() as u16;
                let own = *known[at].entry(*test).or_insert(next);
                if own == next {
                    phase.tests.push(*test);
                }
                *test = own;
            }
        }
    };
    for rule in &mut *rules {
        renumber(&mut rule.program, &mut phases[rule.phase], rule.phase);
    }
    for phase in &mut *phases {
        phase.in_patterns = phase.tests.len();
    }
    for rule in rules {
        for (.., program) in &mut rule.contexts {
            renumber(program, &mut phases[rule.phase], rule.phase);
        }
    }
}

struct Compiler {
    builder: Builder,
    /// Subject and name of a `let`, or `common` and name.
    lets: BTreeMap<(String, String), Node>,
    learned: Vec<String>,
    kinds: Vec<String>,
    tests: Tests,
    errors: Vec<RuleError>,
    file: String,
    /// Nodes of the pattern under way, its names replaced by what they stand for.
    expanded: usize,
}

impl Compiler {
    fn fail(&mut self, place: Place, message: String, hint: impl Into<String>) {
        let (line, column) = (place.line, place.column);
        self.errors.push(RuleError {
            file: self.file.clone(),
            line,
            column,
            message,
            hint: hint.into(),
        });
    }

    /// Notes what rules refer to across files: lets, kinds, learned classes.
    fn declare(&mut self, files: &[ast::File]) {
        for file in files {
            self.file.clone_from(&file.path);
            for item in &file.lets {
                let key = (file.subject.clone(), item.name.clone());
                if self.lets.insert(key, item.pattern.clone()).is_some() {
                    self.fail(
                        item.place,
                        format!("`{}` is named twice", item.name),
                        "names are shared by a subject",
                    );
                }
            }
            for rule in &file.rules {
                for make in &rule.makes {
                    if self.kinds.contains(&make.kind) {
                        continue;
                    }
                    if self.kinds.len() == MAX_KINDS {
                        let message = format!("more than {MAX_KINDS} kinds of annotations");
                        self.fail(rule.place, message, "tell them apart by a field");
                        continue;
                    }
                    self.kinds.push(make.kind.clone());
                }
                for (class, _, place) in &rule.learns {
                    if !self.learned.contains(class) {
                        self.learned.push(class.clone());
                        self.learn(class, *place);
                    }
                }
            }
        }
    }

    /// Makes a class of what documents teach.
    fn learn(&mut self, class: &str, place: Place) {
        // It may bear the name of a lexicon that is not there only.
        if self.builder.files().iter().any(|f| f.name == class) {
            let message = format!("`{class}` is a lexicon and cannot be learned");
            self.fail(place, message, "choose another name");
        } else if self.builder.learned_class(class).is_err() {
            self.fail(place, "too many classes".into(), "");
        }
    }

    /// Reads the list of phases: a name, `units` or `lines`, and the kinds it stays outside of.
    fn phases(&mut self, text: &str) -> (Vec<(String, bool)>, Vec<[Kinds; 2]>) {
        "phases".clone_into(&mut self.file);
        let (mut heads, mut all) = (Vec::new(), Vec::new());
        for (at, line) in text.lines().enumerate() {
            let mut words = line
                .split('#')
                .next()
                .unwrap_or_default()
                .split_whitespace();
            let Some(name) = words.next() else { continue };
            let place = Place {
                line: at + 1,
                column: 1,
            };
            let over = words.next().unwrap_or_default();
            if !matches!(over, "units" | "lines") {
                self.fail(
                    place,
                    format!("expected `units` or `lines` after `{name}`"),
                    "as in `dates units`",
                );
            }
            // Kinds after `outside`, and after `if`.
            let mut kinds = [0; 2];
            let mut list = None;
            for word in words {
                match (word, list) {
                    ("outside", _) => list = Some(0),
                    ("if", _) => list = Some(1),
                    (kind, Some(list)) => {
                        if let Some(kind) = self.kinds.iter().position(|k| k == kind) {
                            kinds[list] |= 1 << kind;
                        } else {
                            let hint = "take it from the list, or write a rule that makes it";
                            self.fail(place, format!("no rule makes `{kind}`"), hint);
                        }
                    }
                    (other, None) => {
                        let hint = "as in `names units outside site`";
                        let message = format!("expected `outside` or `if`, found `{other}`");
                        self.fail(place, message, hint);
                    }
                }
            }
            if heads.len() == MAX_PHASES {
                self.fail(place, format!("more than {MAX_PHASES} phases"), "");
                break;
            }
            heads.push((name.to_owned(), over == "lines"));
            all.push(kinds);
        }
        (heads, all)
    }

    fn rules(&mut self, files: Vec<ast::File>, phases: &[(String, bool)]) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::new();
        for file in files {
            self.file.clone_from(&file.path);
            for rule in file.rules {
                let name = format!("{}/{}", file.subject, rule.name);
                if rules.iter().any(|r| r.name == name) {
                    self.fail(
                        rule.place,
                        format!("a second rule `{name}`"),
                        "names are shared by a subject",
                    );
                    continue;
                }
                let Some(phase) = phases.iter().position(|(p, _)| *p == rule.phase) else {
                    let known: Vec<&str> = phases.iter().map(|(p, _)| p.as_str()).collect();
                    let hint = format!("the file `phases` has: {}", known.join(", "));
                    self.fail(rule.place, format!("unknown phase `{}`", rule.phase), hint);
                    continue;
                };
                if let Some(compiled) = self.rule(name, phase, &file.path, &file.subject, rule) {
                    rules.push(compiled);
                }
            }
        }
        let mut order: Vec<usize> = (0..rules.len()).collect();
        order.sort_by(|a, b| rules[*a].name.cmp(&rules[*b].name));
        for (rank, at) in order.into_iter().enumerate() {
            rules[at].rank = rank as u32;
        }
        rules
    }

    fn rule(
        &mut self,
        name: String,
        phase: usize,
        path: &str,
        subject: &str,
        rule: ast::Rule,
    ) -> Option<Rule> {
        let before = self.errors.len();
        // What a faulty rule lacks may stand in the line that could not be read,
        // which is told already.
        let Some(pattern) = &rule.pattern else {
            if !rule.faulty {
                self.fail(
                    rule.place,
                    format!("rule `{}` has no pattern", rule.name),
                    "add a line `pattern …`",
                );
            }
            return None;
        };
        if rule.makes.is_empty() && rule.learns.is_empty() && !rule.faulty {
            self.fail(
                rule.place,
                format!("rule `{}` makes nothing", rule.name),
                "add a line `makes KIND $capture`",
            );
        }
        let place = rule.pattern_place;
        self.expanded = 0;
        let pattern = self.expand(pattern, subject, 0)?;
        let program = self.program(&pattern, false, place)?;
        if nullable(&pattern) {
            self.fail(
                place,
                "the pattern can match nothing".into(),
                "make one of its parts obligatory",
            );
        } else if !has_firsts(&pattern) {
            let hint = "begin with a word, a class, a shape or an annotation, not with `any` or a negation";
            self.fail(place, "the pattern could start everywhere".into(), hint);
        }
        for label in rule.only_in.iter().chain(&rule.not_in) {
            if !LABELS.contains(&label.as_str()) {
                self.fail(
                    rule.place,
                    format!("unknown section `{label}`"),
                    format!("known: {}", LABELS.join(", ")),
                );
            }
        }
        let bits = |labels: &[String]| labels.iter().fold(0, |all, l| all | label_bit(l));
        let only = if rule.only_in.is_empty() {
            u16::MAX
        } else {
            bits(&rule.only_in)
        };
        let labels = only & !bits(&rule.not_in);
        let mut contexts = Vec::new();
        for context in &rule.contexts {
            self.expanded = 0;
            let pattern = self.expand(&context.pattern, subject, 0)?;
            let program = self.program(&pattern, context.side == Side::Prev, rule.place)?;
            contexts.push((context.side, context.unless, program));
        }
        let makes: Vec<Make> = rule
            .makes
            .iter()
            .filter_map(|m| self.make(m, &program, &pattern))
            .collect();
        let captures = program.leading();
        let is_leading = |make: &&Make| make.capture.is_none_or(|c| captures & 1 << c != 0);
        let leading = makes.iter().filter(is_leading);
        let leading = leading.fold(0, |kinds, make| kinds | 1 << make.kind);
        let mut learns = Vec::new();
        for (class, capture, place) in &rule.learns {
            let capture = self.capture(&program, capture, *place);
            if let (Some(capture), Ok(class)) = (capture, self.builder.learned_class(class)) {
                learns.push((class, capture));
            }
        }
        let file = path.to_owned();
        let about = rule.about.clone();
        let line = rule.place.line;
        (self.errors.len() == before).then_some(Rule {
            name,
            about,
            file,
            line,
            phase,
            priority: rule.priority,
            shortest: rule.shortest,
            source: Some(Box::new(rule)),
            program,
            contexts,
            makes,
            learns,
            labels,
            leading,
            rank: 0,
        })
    }

    /// Puts the patterns of `let` in the place of their names.
    fn expand(&mut self, node: &Node, subject: &str, depth: usize) -> Option<Node> {
        self.expanded += 1;
        Some(match node {
            Node::Seq(items) => Node::Seq(
                items
                    .iter()
                    .map(|n| self.expand(n, subject, depth))
                    .collect::<Option<_>>()?,
            ),
            Node::Alt(items) => Node::Alt(
                items
                    .iter()
                    .map(|n| self.expand(n, subject, depth))
                    .collect::<Option<_>>()?,
            ),
            Node::Repeat(inner, min, max) => {
                Node::Repeat(Box::new(self.expand(inner, subject, depth)?), *min, *max)
            }
            Node::Capture(name, inner) => {
                Node::Capture(name.clone(), Box::new(self.expand(inner, subject, depth)?))
            }
            Node::Narrowed(inner, asked) => {
                let mut inner = self.expand(inner, subject, depth)?;
                if !narrow(&mut inner, asked) {
                    let hint = "put the condition on a part of it that always matches";
                    let message = "what may match nothing takes no condition".to_owned();
                    self.fail(asked.place, message, hint);
                    return None;
                }
                inner
            }
            Node::Name(name, place) => {
                let own = self.lets.get(&(subject.to_owned(), name.clone()));
                let found = own
                    .or_else(|| self.lets.get(&("common".to_owned(), name.clone())))
                    .cloned();
                match found {
                    Some(_) if depth == MAX_LET_DEPTH => {
                        let hint = "the pattern of a `let` may use other names, never its own";
                        self.fail(*place, format!("`{name}` refers to itself"), hint);
                        return None;
                    }
                    Some(_) if self.expanded >= MAX_INSTS => {
                        let hint = "names that stand for names grow fast: use fewer of them";
                        self.fail(*place, "the pattern is too large".into(), hint);
                        return None;
                    }
                    Some(inner) => self.expand(&inner, subject, depth + 1)?,
                    None => {
                        let hint = "words stand in quotes; names are made with `let` in the same subject or in common.rules";
                        self.fail(*place, format!("unknown name `{name}`"), hint);
                        return None;
                    }
                }
            }
            Node::Test(_) | Node::Anchor(_) => node.clone(),
        })
    }

    fn program(&mut self, pattern: &Node, backward: bool, place: Place) -> Option<Program> {
        let mut program = Program::default();
        let fits = self.emit(pattern, backward, &mut program)?;
        if !fits && program.captures.len() == MAX_CAPTURES {
            let hint = "captures of one name are one: use fewer names";
            self.fail(place, format!("more than {MAX_CAPTURES} captures"), hint);
            return None;
        }
        if !fits || program.insts.len() > MAX_INSTS {
            self.fail(
                place,
                "the pattern is too large".into(),
                "use smaller bounds in its repetitions",
            );
            return None;
        }
        program.insts.push(Inst::Accept);
        Some(program)
    }

    /// Appends a node's instructions; `Some(false)` once there are too many.
    fn emit(&mut self, node: &Node, backward: bool, program: &mut Program) -> Option<bool> {
        if program.insts.len() > MAX_INSTS {
            return Some(false);
        }
        match node {
            Node::Seq(items) => {
                let order: Vec<&Node> = if backward {
                    items.iter().rev().collect()
                } else {
                    items.iter().collect()
                };
                for item in order {
                    if !self.emit(item, backward, program)? {
                        return Some(false);
                    }
                }
            }
            Node::Alt(items) => {
                return self.emit_branches(&branches(items), backward, program);
            }
            Node::Repeat(inner, min, max) => {
                let mut splits = Vec::new();
                for at in 0..*max {
                    if at >= *min {
                        let choice = program.choices.len();
                        program.insts.push(Inst::Choice(choice as u16));
                        program.choices.push(vec![program.insts.len() as u16]);
                        splits.push(choice);
                    }
                    if !self.emit(inner, backward, program)? {
                        return Some(false);
                    }
                }
                for split in splits {
                    program.choices[split].push(program.insts.len() as u16);
                }
            }
            Node::Capture(name, inner) => {
                let known = program.captures.iter().position(|c| c == name);
                if known.is_none() {
                    if program.captures.len() == MAX_CAPTURES {
                        return Some(false);
                    }
                    program.captures.push(name.clone());
                }
                let capture = known.unwrap_or(program.captures.len() - 1) as u8;
                let (open, close) = if backward { (1, 0) } else { (0, 1) };
                program.insts.push(Inst::Save(capture * 2 + open));
                if !self.emit(inner, backward, program)? {
                    return Some(false);
                }
                program.insts.push(Inst::Save(capture * 2 + close));
            }
            Node::Test(test) => {
                let made = self.test(test)?;
                self.push_test(program, made, test.place)?;
            }
            Node::Anchor(anchor) => program.insts.push(Inst::Anchor(*anchor)),
            Node::Name(..) | Node::Narrowed(..) => {}
        }
        Some(true)
    }

    /// Appends alternatives: one after the other where they are two, else as a choice.
    fn emit_branches(
        &mut self,
        branches: &[Branch<'_>],
        backward: bool,
        program: &mut Program,
    ) -> Option<bool> {
        if let [only] = branches {
            return self.emit_branch(only, backward, program);
        }
        let choice = program.choices.len();
        program.choices.push(Vec::new());
        program.insts.push(Inst::Choice(choice as u16));
        let mut jumps = Vec::new();
        for branch in branches {
            program.choices[choice].push(program.insts.len() as u16);
            if !self.emit_branch(branch, backward, program)? {
                return Some(false);
            }
            jumps.push(program.insts.len());
            program.insts.push(Inst::Jump(0));
        }
        for jump in jumps {
            program.insts[jump] = Inst::Jump(program.insts.len() as u16);
        }
        Some(true)
    }

    fn emit_branch(
        &mut self,
        branch: &Branch<'_>,
        backward: bool,
        program: &mut Program,
    ) -> Option<bool> {
        match branch {
            Branch::Node(node) => self.emit(node, backward, program),
            Branch::Words(forms) => {
                let mut words: Vec<WordRef> = forms
                    .iter()
                    .map(|form| self.builder.rule_word(form))
                    .collect();
                words.sort_unstable();
                words.dedup();
                let test = Test {
                    step: Step::Token,
                    glued: false,
                    conditions: vec![(false, Condition::Words(words.into()))],
                };
                self.push_test(program, test, Place::default())?;
                Some(true)
            }
        }
    }

    /// Appends a test.
    fn push_test(&mut self, program: &mut Program, test: Test, place: Place) -> Option<()> {
        let guard = test.guard();
        let guard = guard.map(|guard| self.tests.number(guard).is_some());
        let Some(number) = self.tests.number(test).filter(|_| guard != Some(false)) else {
            self.fail(place, "too many different tests in all rules".into(), "");
            return None;
        };
        program.insts.push(Inst::Test(number));
        Some(())
    }

    fn test(&mut self, test: &ast::Test) -> Option<Test> {
        let step = match &test.step {
            ast::Step::Token => Step::Token,
            ast::Step::Class(class) => Step::Class(self.class(class, test.place)?),
            ast::Step::Annotation(kind, fields) => {
                Step::Annotation(self.kind(kind, test.place)?, fields.clone())
            }
        };
        let mut conditions = Vec::new();
        for (negated, condition) in &test.conditions {
            let compiled = match condition {
                ast::Condition::Word(form) => Condition::Word(self.builder.rule_word(form)),
                ast::Condition::Exact(form) => {
                    Condition::Exact(self.builder.rule_word(form), form.as_str().into())
                }
                ast::Condition::Shape(bits) => Condition::Shape(*bits),
                ast::Condition::Flag(bits) => Condition::Flag(*bits),
                ast::Condition::Number(min, max, length) => Condition::Number(*min, *max, *length),
                ast::Condition::Class(class) => Condition::Class(self.class(class, test.place)?),
                ast::Condition::Inside(kind) => {
                    Condition::Inside(1 << self.kind(kind, test.place)?)
                }
                ast::Condition::Any => Condition::Any,
            };
            conditions.push((*negated, compiled));
        }
        Some(Test {
            step,
            glued: test.glued,
            conditions,
        })
    }

    fn class(&mut self, class: &ClassName, place: Place) -> Option<Class> {
        if self.learned.contains(&class.lexicon) {
            return self.builder.learned_class(&class.lexicon).ok();
        }
        let query = ClassQuery {
            lexicon: class.lexicon.clone(),
            feature: class.feature.clone(),
        };
        match self.builder.class(&query) {
            Ok(class) => Some(class),
            Err(NoClass::Lexicon(near)) => {
                let hint = if near.is_empty() {
                    "classes are the files of rules/lexicons/ and what rules learn".to_owned()
                } else {
                    format!("did you mean {}?", near.join(" or "))
                };
                self.fail(place, format!("unknown class {{{}}}", class.lexicon), hint);
                None
            }
            Err(NoClass::Feature(columns)) => {
                let feature = class.feature.as_ref().map_or("", |(f, _)| f);
                let hint = format!("it has: {}", columns.join(", "));
                self.fail(
                    place,
                    format!("{{{}}} has no feature `{feature}`", class.lexicon),
                    hint,
                );
                None
            }
            Err(NoClass::TooMany) => {
                self.fail(place, "too many classes".into(), "");
                None
            }
        }
    }

    fn kind(&mut self, kind: &str, place: Place) -> Option<u16> {
        let found = self.kinds.iter().position(|k| k == kind);
        if found.is_none() {
            let hint = format!("rules make: {}", self.kinds.join(", "));
            self.fail(place, format!("no rule makes <{kind}>"), hint);
        }
        found.map(|k| k as u16)
    }

    fn capture(&mut self, program: &Program, name: &str, place: Place) -> Option<u8> {
        let found = program.captures.iter().position(|c| c == name);
        if found.is_none() {
            let hint = match program.captures.as_slice() {
                [] => format!("write `{name}:( … )` in the pattern"),
                some => format!("the pattern has: {}", some.join(", ")),
            };
            self.fail(place, format!("no capture `{name}` in the pattern"), hint);
        }
        found.map(|c| c as u8)
    }

    fn make(&mut self, make: &ast::Make, program: &Program, pattern: &Node) -> Option<Make> {
        let kind = self.kind(&make.kind, make.place)?;
        let capture = match &make.capture {
            None => None,
            Some(name) => Some(self.capture(program, name, make.place)?),
        };
        let mut fields = Vec::new();
        for (key, value) in &make.fields {
            let source = match value {
                FieldValue::Constant(text) => FieldSource::Constant(text.clone()),
                FieldValue::Capture(name) => {
                    FieldSource::Capture(self.capture(program, name, make.place)?)
                }
                FieldValue::Feature(name, feature) => {
                    let capture = self.capture(program, name, make.place)?;
                    let mut lexicons = Vec::new();
                    lexicons_of(pattern, name, false, &mut lexicons);
                    let columns = lexicons.iter();
                    let columns = columns.filter_map(|l| self.builder.column(l, feature));
                    FieldSource::Feature(capture, feature.clone(), columns.collect())
                }
            };
            fields.push((key.clone(), source));
        }
        Some(Make {
            kind,
            capture,
            fields,
        })
    }
}

/// One of several alternatives; those that are single words go together.
enum Branch<'n> {
    Node(&'n Node),
    Words(Vec<&'n str>),
}

fn branches(items: &[Node]) -> Vec<Branch<'_>> {
    let mut found: Vec<Branch<'_>> = Vec::new();
    let mut words: Option<usize> = None;
    for item in items {
        match (single_word(item), words) {
            (Some(form), Some(at)) => {
                if let Branch::Words(forms) = &mut found[at] {
                    forms.push(form);
                }
            }
            (Some(form), None) => {
                words = Some(found.len());
                found.push(Branch::Words(vec![form]));
            }
            (None, _) => found.push(Branch::Node(item)),
        }
    }
    found
}

/// The word that a pattern is, if it is just one.
fn single_word(node: &Node) -> Option<&str> {
    match node {
        Node::Test(test) if test.step == ast::Step::Token && !test.glued => {
            match test.conditions.as_slice() {
                [(false, ast::Condition::Word(form))] => Some(form),
                _ => None,
            }
        }
        Node::Seq(items) => match items.as_slice() {
            [only] => single_word(only),
            _ => None,
        },
        _ => None,
    }
}

/// The lexicons that tests inside a capture name.
fn lexicons_of(node: &Node, capture: &str, inside: bool, found: &mut Vec<String>) {
    match node {
        Node::Seq(items) | Node::Alt(items) => items
            .iter()
            .for_each(|n| lexicons_of(n, capture, inside, found)),
        Node::Repeat(inner, ..) => lexicons_of(inner, capture, inside, found),
        Node::Capture(name, inner) => lexicons_of(inner, capture, inside || name == capture, found),
        Node::Test(test) if inside => {
            let of_conditions = test.conditions.iter().filter_map(|(_, c)| match c {
                ast::Condition::Class(class) => Some(class),
                _ => None,
            });
            let of_step = match &test.step {
                ast::Step::Class(class) => Some(class),
                _ => None,
            };
            for class in of_step.into_iter().chain(of_conditions) {
                if !found.contains(&class.lexicon) {
                    found.push(class.lexicon.clone());
                }
            }
        }
        Node::Test(_) | Node::Name(..) | Node::Narrowed(..) | Node::Anchor(_) => {}
    }
}

/// Whether a pattern can match no token at all.
pub(super) fn nullable(node: &Node) -> bool {
    match node {
        Node::Seq(items) => items.iter().all(nullable),
        Node::Alt(items) => items.iter().any(nullable),
        Node::Repeat(inner, min, _) => *min == 0 || nullable(inner),
        Node::Capture(_, inner) => nullable(inner),
        Node::Test(_) => false,
        Node::Anchor(_) | Node::Name(..) | Node::Narrowed(..) => true,
    }
}

/// Whether every test that a match can begin with can be indexed.
fn has_firsts(node: &Node) -> bool {
    match node {
        Node::Seq(items) => {
            for item in items {
                if !has_firsts(item) {
                    return false;
                }
                if !nullable(item) {
                    break;
                }
            }
            true
        }
        Node::Alt(items) => items.iter().all(has_firsts),
        Node::Repeat(inner, ..) | Node::Capture(_, inner) => has_firsts(inner),
        Node::Test(test) => {
            test.step != ast::Step::Token
                || test.conditions.iter().any(|(negated, c)| {
                    !negated
                        && !matches!(
                            c,
                            ast::Condition::Any
                                | ast::Condition::Flag(_)
                                | ast::Condition::Inside(_)
                        )
                })
        }
        Node::Anchor(_) | Node::Name(..) | Node::Narrowed(..) => true,
    }
}
