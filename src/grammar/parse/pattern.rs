//! The grammar of patterns, by recursive descent.
//!
//! ```text
//! alt    = seq { "|" seq }
//! seq    = item { item }
//! item   = [ NAME ":" ] atom [ "?" | "*" | "+" | "{m}" | "{m,n}" ]
//! atom   = [ "~" ] ( "(" alt ")" | test ) { "&" [ "!" ] test } | "^" | "$" | bol | eol | "..N"
//! test   = "\"words|words\"" | "'Exact'" | "{class.feature=a|b}" | "<kind field=a|b>" | "-" | SHAPE | "num(1..31)"
//! ```

use super::super::ast::{Anchor, ClassName, Condition, Narrowing, Node, Place, Step, Test};
use super::{Fault, Split};
use crate::segment::{Flags, Shape};

/// How often `*` and `+` repeat at most.
const STAR: u32 = 30;
/// Deepest nesting of parentheses.
const MAX_DEPTH: usize = 40;

/// Parses a pattern that begins at `place` of its file.
pub fn parse_pattern(text: &str, place: Place, split: Split<'_>) -> Result<Node, Fault> {
    let mut parser = Parser {
        rest: text,
        place,
        depth: 0,
        split,
    };
    let node = parser.alternatives()?;
    parser.blanks();
    match parser.rest.chars().next() {
        None => Ok(node),
        Some(c) => Err(parser.fault(
            &format!("expected the end of the pattern, found `{c}`"),
            "a parenthesis too many, or one too few before it?",
        )),
    }
}

/// Fields of an annotation, each with the values that count.
type Fields = Vec<(String, Vec<String>)>;

struct Parser<'s> {
    rest: &'s str,
    place: Place,
    depth: usize,
    split: Split<'s>,
}

fn test(place: Place, step: Step, glued: bool, conditions: Vec<(bool, Condition)>) -> Test {
    Test {
        step,
        glued,
        conditions,
        place,
    }
}

impl<'s> Parser<'s> {
    fn fault(&self, message: &str, hint: &str) -> Fault {
        (self.place, message.to_owned(), hint.to_owned())
    }

    fn advance(&mut self, bytes: usize) {
        for c in self.rest[..bytes].chars() {
            if c == '\n' {
                self.place = Place {
                    line: self.place.line + 1,
                    column: 1,
                };
            } else {
                self.place.column += 1;
            }
        }
        self.rest = &self.rest[bytes..];
    }

    fn blanks(&mut self) {
        let blank = self.rest.len() - self.rest.trim_start().len();
        self.advance(blank);
    }

    fn eat(&mut self, wanted: &str) -> bool {
        let found = self.rest.starts_with(wanted);
        if found {
            self.advance(wanted.len());
        }
        found
    }

    fn name(&mut self) -> Option<&'s str> {
        let end = self
            .rest
            .char_indices()
            .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
            .map_or(self.rest.len(), |(i, _)| i);
        let begins = self.rest.chars().next().is_some_and(char::is_alphabetic);
        (begins && end > 0).then(|| {
            let name = &self.rest[..end];
            self.advance(end);
            name
        })
    }

    fn until(&mut self, close: char) -> Result<&'s str, Fault> {
        let Some(end) = self.rest.find(close) else {
            return Err(self.fault(
                &format!("expected `{close}` before the end of the pattern"),
                "what is opened must be closed in the same pattern",
            ));
        };
        let inside = &self.rest[..end];
        self.advance(end + close.len_utf8());
        Ok(inside)
    }

    fn alternatives(&mut self) -> Result<Node, Fault> {
        let mut all = vec![self.sequence()?];
        loop {
            self.blanks();
            if !self.eat("|") {
                break;
            }
            all.push(self.sequence()?);
        }
        Ok(if all.len() == 1 {
            all.remove(0)
        } else {
            Node::Alt(all)
        })
    }

    fn sequence(&mut self) -> Result<Node, Fault> {
        let mut items = Vec::new();
        loop {
            self.blanks();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                break;
            }
            items.push(self.item()?);
        }
        match items.len() {
            0 => Err(self.fault(
                "expected a pattern",
                "an alternative may not be empty; use `?` for what is optional",
            )),
            1 => Ok(items.remove(0)),
            _ => Ok(Node::Seq(items)),
        }
    }

    fn item(&mut self) -> Result<Node, Fault> {
        let before = (self.rest, self.place);
        if let Some(name) = self.name() {
            if self.eat(":") {
                let atom = self.atom()?;
                // `name:x?` captures the optional part where it is there.
                let node = Node::Capture(name.to_owned(), Box::new(atom));
                return self.quantified(node);
            }
            (self.rest, self.place) = before;
        }
        let atom = self.atom()?;
        self.quantified(atom)
    }

    fn quantified(&mut self, node: Node) -> Result<Node, Fault> {
        let (min, max) = match self.rest.chars().next() {
            Some('?') => (0, 1),
            Some('*') => (0, STAR),
            Some('+') => (1, STAR),
            Some('{') if self.rest[1..].starts_with(|c: char| c.is_ascii_digit() || c == ',') => {
                self.advance(1);
                let bounds = self.until('}')?;
                let (min, max) = bounds.split_once(',').unwrap_or((bounds, bounds));
                let number = |s: &str, default: u32| match s.trim() {
                    "" => Some(default),
                    digits => digits.parse::<u32>().ok(),
                };
                let (Some(min), Some(max)) = (number(min, 0), number(max, STAR)) else {
                    return Err(self.fault(
                        &format!("expected bounds as in {{1,3}}, found {{{bounds}}}"),
                        "a class in braces needs a blank before it",
                    ));
                };
                if min > max || max > super::super::MAX_TOKENS as u32 {
                    let hint = format!(
                        "at most {}, the smaller bound first",
                        super::super::MAX_TOKENS
                    );
                    return Err(self.fault(&format!("bad bounds {{{bounds}}}"), &hint));
                }
                return Ok(Node::Repeat(Box::new(node), min, max));
            }
            _ => return Ok(node),
        };
        self.advance(1);
        Ok(Node::Repeat(Box::new(node), min, max))
    }

    fn atom(&mut self) -> Result<Node, Fault> {
        let place = self.place;
        if self.eat("^") {
            return Ok(Node::Anchor(Anchor::UnitStart));
        }
        if self.eat("$") {
            return Ok(Node::Anchor(Anchor::UnitEnd));
        }
        if self.eat("..") {
            let digits = self.rest.len()
                - self
                    .rest
                    .trim_start_matches(|c: char| c.is_ascii_digit())
                    .len();
            let Ok(count) = self.rest[..digits].parse::<u32>() else {
                return Err(self.fault(
                    "expected a number after `..`",
                    "as in `..5`: at most five tokens",
                ));
            };
            self.advance(digits);
            let any = test(place, Step::Token, false, vec![(false, Condition::Any)]);
            return Ok(Node::Repeat(Box::new(Node::Test(any)), 0, count));
        }
        let glued = self.eat("~");
        if self.rest.starts_with('(') {
            let inner = self.group()?;
            let conditions = self.conditions()?;
            return Ok(narrowed(inner, glued, conditions, place));
        }
        self.tests(glued)
    }

    /// A part in parentheses.
    fn group(&mut self) -> Result<Node, Fault> {
        self.advance(1);
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fault(
                "parentheses nested too deeply",
                "give the inner part a name with `let`",
            ));
        }
        let inner = self.alternatives()?;
        self.blanks();
        if !self.eat(")") {
            return Err(self.fault("expected `)`", "every `(` of a pattern needs its `)`"));
        }
        self.depth -= 1;
        Ok(inner)
    }

    /// The conditions joined by `&`.
    fn conditions(&mut self) -> Result<Vec<(bool, Condition)>, Fault> {
        let mut conditions = Vec::new();
        while self.eat("&") {
            let negated = self.eat("!");
            conditions.push((negated, self.condition()?));
        }
        Ok(conditions)
    }

    /// A test with the conditions joined to it by `&`.
    fn tests(&mut self, glued: bool) -> Result<Node, Fault> {
        let place = self.place;
        let mut alternatives = self.first_test(glued)?;
        let conditions = self.conditions()?;
        if let [Node::Name(..) | Node::Anchor(_)] = alternatives.as_slice() {
            return Ok(narrowed(alternatives.remove(0), glued, conditions, place));
        }
        for node in &mut alternatives {
            if let Some(test) = first_test_of(node) {
                test.conditions.extend_from_slice(&conditions);
            }
        }
        Ok(if alternatives.len() == 1 {
            alternatives.remove(0)
        } else {
            Node::Alt(alternatives)
        })
    }

    /// What stands first: several alternatives for a quotation with `|`.
    fn first_test(&mut self, glued: bool) -> Result<Vec<Node>, Fault> {
        let place = self.place;
        if self.eat("!") {
            let condition = self.condition()?;
            return Ok(vec![Node::Test(test(
                place,
                Step::Token,
                glued,
                vec![(true, condition)],
            ))]);
        }
        if self.eat("\"") {
            let inside = self.until('"')?;
            let count = inside.split('|').map(spellings);
            if count.fold(0_usize, usize::saturating_add) > MAX_SPELLINGS {
                let message = format!("more than {MAX_SPELLINGS} spellings in one quotation");
                let hint = "put the words into a lexicon and name it: {words}";
                return Err((place, message, hint.to_owned()));
            }
            return inside
                .split('|')
                .flat_map(braces)
                .map(|words| self.literal(&words, glued, place))
                .collect();
        }
        if self.eat("{") {
            let class = self.class()?;
            return Ok(vec![Node::Test(test(
                place,
                Step::Class(class),
                glued,
                Vec::new(),
            ))]);
        }
        if self.eat("<") {
            let (kind, fields) = self.annotation()?;
            return Ok(vec![Node::Test(test(
                place,
                Step::Annotation(kind, fields),
                glued,
                Vec::new(),
            ))]);
        }
        let before = (self.rest, self.place);
        if let Some(name) = self.name() {
            match name {
                "bol" => return Ok(vec![Node::Anchor(Anchor::LineStart)]),
                "eol" => return Ok(vec![Node::Anchor(Anchor::LineEnd)]),
                _ => {}
            }
            if name != "num" && shape(name).is_none() && name != "any" && flag(name).is_none() {
                return Ok(vec![Node::Name(name.to_owned(), before.1)]);
            }
            (self.rest, self.place) = before;
        }
        let condition = self.condition()?;
        Ok(vec![Node::Test(test(
            place,
            Step::Token,
            glued,
            vec![(false, condition)],
        ))])
    }

    fn literal(&self, words: &str, glued: bool, place: Place) -> Result<Node, Fault> {
        let mut tests: Vec<Node> = Vec::new();
        for (start, end) in (self.split)(words) {
            let glued = glued && tests.is_empty();
            let condition = Condition::Word(words[start..end].to_owned());
            tests.push(Node::Test(Test {
                step: Step::Token,
                glued,
                conditions: vec![(false, condition)],
                place,
            }));
        }
        match tests.len() {
            0 => Err((
                place,
                "an empty quotation".into(),
                "a word is expected between the quotes".into(),
            )),
            1 => Ok(tests.remove(0)),
            _ => Ok(Node::Seq(tests)),
        }
    }

    fn class(&mut self) -> Result<ClassName, Fault> {
        let inside = self.until('}')?;
        let (lexicon, feature) = match inside.split_once('.') {
            None => (inside, None),
            Some((lexicon, feature)) => {
                let Some((key, values)) = feature.split_once('=') else {
                    return Err(self.fault(
                        &format!("expected a value in {{{inside}}}"),
                        "as in {function.gender=f}",
                    ));
                };
                (
                    lexicon,
                    Some((
                        key.trim().to_owned(),
                        values.split('|').map(|v| v.trim().to_owned()).collect(),
                    )),
                )
            }
        };
        if lexicon.is_empty() {
            return Err(self.fault(
                "expected the name of a class between the braces",
                "as in {given-name}",
            ));
        }
        Ok(ClassName {
            lexicon: lexicon.trim().to_owned(),
            feature,
        })
    }

    fn annotation(&mut self) -> Result<(String, Fields), Fault> {
        let inside = self.until('>')?;
        let mut parts = inside.split_whitespace();
        let Some(kind) = parts.next() else {
            return Err(self.fault(
                "expected the kind of an annotation between `<` and `>`",
                "as in <date>",
            ));
        };
        let fields = parts
            .map(|p| {
                let (key, values) = p.split_once('=')?;
                Some((
                    key.to_owned(),
                    values.split('|').map(str::to_owned).collect(),
                ))
            })
            .collect::<Option<Vec<_>>>();
        match fields {
            Some(fields) => Ok((kind.to_owned(), fields)),
            None => Err(self.fault(
                &format!("expected FIELD=value in <{inside}>"),
                "as in <role gender=f>",
            )),
        }
    }

    /// A condition on one token.
    fn condition(&mut self) -> Result<Condition, Fault> {
        if self.eat("\"") {
            let inside = self.until('"')?;
            if inside.contains(['|', ' ', '{']) {
                return Err(self.fault(
                    "expected one word",
                    "alternatives and phrases cannot be conditions",
                ));
            }
            return Ok(Condition::Word(inside.to_owned()));
        }
        if self.eat("'") {
            return Ok(Condition::Exact(self.until('\'')?.to_owned()));
        }
        if self.eat("{") {
            return Ok(Condition::Class(self.class()?));
        }
        if self.eat("<") {
            let (kind, fields) = self.annotation()?;
            if !fields.is_empty() {
                return Err(self.fault(
                    "a condition on an annotation has no fields",
                    "as in `{city}&!<site>`",
                ));
            }
            return Ok(Condition::Inside(kind));
        }
        if self.eat("-") {
            return Ok(Condition::Shape(Shape::HYPHEN.0));
        }
        let place = self.place;
        let Some(name) = self.name() else {
            let found = self
                .rest
                .chars()
                .next()
                .map_or("the end".to_owned(), |c| format!("`{c}`"));
            let hint = "words stand in quotes, classes in braces, annotations in angle brackets";
            return Err(self.fault(&format!("expected a pattern, found {found}"), hint));
        };
        if name == "num" && self.eat("(") {
            let inside = self.until(')')?;
            return number(inside).ok_or_else(|| {
                let hint = "as in num(1..31), num(4d) or num(1900..2100,4d)".to_owned();
                (place, format!("bad bounds in num({inside})"), hint)
            });
        }
        if name == "any" {
            return Ok(Condition::Any);
        }
        if let Some(bits) = shape(name) {
            return Ok(Condition::Shape(bits));
        }
        if let Some(bits) = flag(name) {
            return Ok(Condition::Flag(bits));
        }
        let hint = "a name made with `let` cannot be a condition; words stand in quotes".to_owned();
        Err((place, format!("unknown shape `{name}`"), hint))
    }
}

/// A part with what is asked of the first token of what it matches, if anything is.
fn narrowed(node: Node, glued: bool, conditions: Vec<(bool, Condition)>, place: Place) -> Node {
    if !glued && conditions.is_empty() {
        return node;
    }
    let asked = Narrowing {
        glued,
        conditions,
        place,
    };
    Node::Narrowed(Box::new(node), asked)
}

/// The first test of the words of a quotation.
fn first_test_of(node: &mut Node) -> Option<&mut Test> {
    match node {
        Node::Test(test) => Some(test),
        Node::Seq(items) => items.first_mut().and_then(first_test_of),
        _ => None,
    }
}

/// The bits of a shape's name.
fn shape(name: &str) -> Option<u16> {
    let shape = match name {
        "lower" => Shape::LOWER,
        "Cap" => Shape::CAP,
        "CAPS" => Shape::CAPS,
        "Upper" => Shape::CAP.with(Shape::CAPS),
        "Init" => Shape::INITIAL,
        "word" => Shape::LOWER
            .with(Shape::CAP)
            .with(Shape::CAPS)
            .with(Shape::ALNUM),
        "num" => Shape::NUMBER,
        "ord" => Shape::ORDINAL,
        "roman" => Shape::ROMAN,
        "punct" => Shape::PUNCT,
        "dash" => Shape::DASH,
        "url" => Shape::URL,
        "email" => Shape::EMAIL,
        "dotted" => Shape::DOTTED,
        "alnum" => Shape::ALNUM,
        "bullet" => Shape::BULLET,
        _ => return None,
    };
    Some(shape.0)
}

/// The bits of a flag's name.
fn flag(name: &str) -> Option<u16> {
    match name {
        "first" => Some(Flags::UNIT_START.0),
        "glued" => Some(Flags::GLUED.0),
        "mixed" => Some(Flags::MIXED.0),
        _ => None,
    }
}

/// `1..31`, `4d` or both with a comma.
fn number(inside: &str) -> Option<Condition> {
    let (mut min, mut max, mut digits) = (0, u32::MAX - 1, None);
    for part in inside.split(',').map(str::trim) {
        if let Some(count) = part.strip_suffix('d') {
            digits = Some(count.parse().ok()?);
        } else if let Some((low, high)) = part.split_once("..") {
            min = if low.is_empty() { 0 } else { low.parse().ok()? };
            max = if high.is_empty() {
                u32::MAX - 1
            } else {
                high.parse().ok()?
            };
        } else {
            min = part.parse().ok()?;
            max = min;
        }
    }
    (min <= max).then_some(Condition::Number(min, max, digits))
}

/// Braces multiply: no quotation may have more spellings.
const MAX_SPELLINGS: usize = 1_000;

/// How many spellings [`braces`] makes of a quotation.
fn spellings(words: &str) -> usize {
    let mut count = 1_usize;
    let mut rest = words;
    while let Some((inside, after)) = rest.split_once('{').and_then(|(_, r)| r.split_once('}')) {
        count = count.saturating_mul(inside.split(',').count());
        rest = after;
    }
    count
}

/// Spells out one pair of braces in a quotation: `sign{é,ée}` is `signé` and `signée`.
fn braces(words: &str) -> Vec<String> {
    let Some((before, rest)) = words.split_once('{') else {
        return vec![words.to_owned()];
    };
    let Some((inside, after)) = rest.split_once('}') else {
        return vec![words.to_owned()];
    };
    inside
        .split(',')
        .flat_map(|middle| {
            braces(after)
                .into_iter()
                .map(move |end| format!("{before}{middle}{end}"))
        })
        .collect()
}
