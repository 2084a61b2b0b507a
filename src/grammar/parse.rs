//! From the text of a rule file to its tree.
//!
//! A file is a list of statements. A statement begins with a keyword and goes
//! on over the following lines until the next keyword; patterns have a small
//! grammar of their own, in [`pattern`].

mod pattern;

use super::ast::{Context, Example, FieldValue, File, Let, Make, Place, Rule, Side};
use super::error::RuleError;
use pattern::parse_pattern;

const KEYWORDS: [&str; 15] = [
    "phase", "let", "rule", "about", "pattern", "prev", "next", "unless", "only", "not", "makes",
    "learns", "priority", "match", "near",
];

/// Statements that may go on over several lines.
const CONTINUED: [&str; 6] = ["let", "about", "pattern", "prev", "next", "unless"];

/// How texts are cut into tokens: byte ranges of the tokens of a text.
pub type Split<'s> = &'s dyn Fn(&str) -> Vec<(usize, usize)>;

/// A keyword, what follows it, and where that stands.
struct Statement<'s> {
    keyword: &'s str,
    body: String,
    /// Where the keyword stands.
    place: Place,
    /// Where the body begins.
    body_place: Place,
}

/// Parses a file. All faults are reported, each at its place.
pub fn parse(
    path: &str,
    subject: &str,
    text: &str,
    split: Split<'_>,
    errors: &mut Vec<RuleError>,
) -> File {
    let mut file = File {
        path: path.to_owned(),
        subject: subject.to_owned(),
        ..File::default()
    };
    let mut phase = String::new();
    for statement in statements(text, path, errors) {
        if let Err((place, message, hint)) = apply(&statement, &mut file, &mut phase, split) {
            let (line, column) = (place.line, place.column);
            errors.push(RuleError {
                file: path.to_owned(),
                line,
                column,
                message,
                hint,
            });
        }
    }
    let lines: Vec<&str> = text.lines().collect();
    for at in 0..file.rules.len() {
        let start = file.rules[at].place.line - 1;
        let end = lines[start + 1..]
            .iter()
            .position(|l| !l.starts_with([' ', '\t']))
            .map_or(lines.len(), |n| start + 1 + n);
        file.rules[at].faulty = errors
            .iter()
            .any(|e| e.file == path && (start..end).contains(&(e.line - 1)));
        lines[start..end]
            .join("\n")
            .trim_end()
            .clone_into(&mut file.rules[at].written);
    }
    file
}

/// A fault at a place, with a hint.
type Fault = (Place, String, String);

fn statements<'s>(text: &'s str, path: &str, errors: &mut Vec<RuleError>) -> Vec<Statement<'s>> {
    let mut found: Vec<Statement<'s>> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let word = trimmed.split_whitespace().next().unwrap_or_default();
        let rest = trimmed[word.len()..].trim_start();
        // Between two lines of one statement the next line number is what counts.
        if let Some(keyword) = KEYWORDS
            .iter()
            .chain(["prefer"].iter())
            .find(|k| **k == word)
        {
            let skipped = trimmed.chars().count() - rest.chars().count();
            let place = Place {
                line: at + 1,
                column: indent + 1,
            };
            let body_place = Place {
                line: at + 1,
                column: indent + skipped + 1,
            };
            found.push(Statement {
                keyword,
                body: rest.to_owned(),
                place,
                body_place,
            });
        } else if let Some(last) = found
            .last_mut()
            .filter(|s| indent > 0 && CONTINUED.contains(&s.keyword))
        {
            let line_of_body = last.body_place.line + last.body.matches('\n').count();
            for _ in line_of_body..=at {
                last.body.push('\n');
            }
            last.body.push_str(line);
        } else {
            errors.push(RuleError {
                file: path.to_owned(),
                line: at + 1,
                column: indent + 1,
                message: format!("expected a keyword, found `{word}`"),
                hint: format!(
                    "statements begin with one of: {}, prefer",
                    KEYWORDS.join(", ")
                ),
            });
        }
    }
    found
}

fn apply(
    s: &Statement<'_>,
    file: &mut File,
    phase: &mut String,
    split: Split<'_>,
) -> Result<(), Fault> {
    let one_word = || {
        let mut words = s.body.split_whitespace();
        match (words.next(), words.next()) {
            (Some(word), None) => Ok(word.to_owned()),
            _ => Err((
                s.body_place,
                format!("expected one name after `{}`", s.keyword),
                "names have letters, digits and hyphens, no blanks".to_owned(),
            )),
        }
    };
    match s.keyword {
        "phase" => {
            *phase = one_word()?;
            return Ok(());
        }
        "let" => {
            let Some((name, body)) = s.body.split_once('=') else {
                return Err((
                    s.place,
                    "expected `let NAME = PATTERN`".into(),
                    "as in `let full-name = {given-name} Upper`".into(),
                ));
            };
            let skipped = name.chars().count() + 1;
            let place = Place {
                line: s.body_place.line,
                column: s.body_place.column + skipped,
            };
            let pattern = parse_pattern(body, place, split)?;
            file.lets.push(Let {
                name: name.trim().to_owned(),
                pattern,
                place: s.place,
            });
            return Ok(());
        }
        "rule" => {
            if phase.is_empty() {
                let hint = "write `phase NAME` above the first rule".to_owned();
                return Err((s.place, "a rule outside any phase".into(), hint));
            }
            let name = one_word()?;
            file.rules.push(Rule {
                name,
                phase: phase.clone(),
                place: s.place,
                ..Rule::default()
            });
            return Ok(());
        }
        _ => {}
    }
    let Some(rule) = file.rules.last_mut() else {
        return Err((
            s.place,
            format!("`{}` outside a rule", s.keyword),
            "begin with `rule NAME`".into(),
        ));
    };
    match s.keyword {
        "about" => rule.about = s.body.split_whitespace().collect::<Vec<_>>().join(" "),
        "pattern" => {
            if rule.pattern.is_some() {
                return Err((
                    s.place,
                    "a second pattern in one rule".into(),
                    "use `|` between alternatives".into(),
                ));
            }
            rule.pattern_place = s.body_place;
            rule.pattern = Some(parse_pattern(&s.body, s.body_place, split)?);
        }
        "prev" | "next" => {
            let side = if s.keyword == "prev" {
                Side::Prev
            } else {
                Side::Next
            };
            let pattern = parse_pattern(&s.body, s.body_place, split)?;
            rule.contexts.push(Context {
                side,
                unless: false,
                pattern,
            });
        }
        "unless" => {
            let word = s.body.split_whitespace().next().unwrap_or_default();
            let side = match word {
                "prev" => Side::Prev,
                "next" => Side::Next,
                "match" => Side::Here,
                other => {
                    let message = format!(
                        "expected `prev`, `next` or `match` after `unless`, found `{other}`"
                    );
                    return Err((
                        s.body_place,
                        message,
                        "as in `unless next {function}`".into(),
                    ));
                }
            };
            let place = Place {
                line: s.body_place.line,
                column: s.body_place.column + word.len(),
            };
            let pattern = parse_pattern(&s.body[word.len()..], place, split)?;
            rule.contexts.push(Context {
                side,
                unless: true,
                pattern,
            });
        }
        "only" | "not" => {
            let Some(labels) = s.body.strip_prefix("in ") else {
                let message = format!("expected `{} in LABEL, LABEL…`", s.keyword);
                return Err((s.body_place, message, "as in `only in title, body`".into()));
            };
            let labels = labels
                .split(',')
                .map(|l| l.trim().to_owned())
                .filter(|l| !l.is_empty());
            let list = if s.keyword == "only" {
                &mut rule.only_in
            } else {
                &mut rule.not_in
            };
            list.extend(labels);
        }
        "makes" => rule.makes.push(parse_make(s)?),
        "learns" => {
            let mut words = s.body.split_whitespace();
            match (
                words.next(),
                words.next().and_then(|w| w.strip_prefix('$')),
                words.next(),
            ) {
                (Some(class), Some(capture), None) => {
                    rule.learns
                        .push((class.to_owned(), capture.to_owned(), s.place));
                }
                _ => {
                    return Err((
                        s.body_place,
                        "expected `learns CLASS $capture`".into(),
                        "as in `learns known-name $n`".into(),
                    ));
                }
            }
        }
        "priority" => {
            rule.priority = s.body.trim().parse().map_err(|_| {
                (
                    s.body_place,
                    format!("expected a whole number, found `{}`", s.body),
                    "0 where no priority is given; the higher wins".to_owned(),
                )
            })?;
        }
        "prefer" => match s.body.trim() {
            "shortest" => rule.shortest = true,
            other => {
                return Err((
                    s.body_place,
                    format!("expected `prefer shortest`, found `{other}`"),
                    "the longest match is preferred without being asked for".into(),
                ));
            }
        },
        "match" | "near" => rule.examples.push(parse_example(s)?),
        _ => unreachable!("every keyword is handled"),
    }
    Ok(())
}

/// Splits on blanks outside quotes.
fn words(body: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    for c in body.chars() {
        if c == '"' {
            quoted = !quoted;
        } else if c.is_whitespace() && !quoted {
            found.push(String::new());
        } else if let Some(last) = found.last_mut() {
            last.push(c);
        }
    }
    found.retain(|w| !w.is_empty());
    found
}

fn parse_make(s: &Statement<'_>) -> Result<Make, Fault> {
    let mut words = words(&s.body).into_iter().peekable();
    let Some(kind) = words.next().filter(|k| !k.contains(['$', '='])) else {
        let hint = "as in `makes person $name gender=f`".to_owned();
        return Err((s.body_place, "expected a kind after `makes`".into(), hint));
    };
    let capture = words
        .next_if(|w| w.starts_with('$'))
        .map(|w| w[1..].to_owned());
    let mut fields = Vec::new();
    for word in words {
        let Some((key, value)) = word.split_once('=') else {
            let hint =
                "fields are written KEY=$capture, KEY=$capture.feature or KEY=value".to_owned();
            return Err((
                s.body_place,
                format!("expected a field, found `{word}`"),
                hint,
            ));
        };
        let value = match value
            .strip_prefix('$')
            .map(|v| v.split_once('.').unwrap_or((v, "")))
        {
            None => FieldValue::Constant(value.to_owned()),
            Some((capture, "")) => FieldValue::Capture(capture.to_owned()),
            Some((capture, feature)) => FieldValue::Feature(capture.to_owned(), feature.to_owned()),
        };
        fields.push((key.to_owned(), value));
    }
    Ok(Make {
        kind,
        capture,
        fields,
        place: s.place,
    })
}

fn parse_example(s: &Statement<'_>) -> Result<Example, Fault> {
    let (marked, fields) = match s.body.split_once(" => ") {
        Some((text, fields)) => (text, words(fields)),
        None => (s.body.as_str(), Vec::new()),
    };
    let fields = fields
        .iter()
        .map(|f| f.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned())))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| {
            (
                s.body_place,
                "expected KEY=value after `=>`".to_owned(),
                "as in `=> gender=f title=\"ministre des Armées\"`".to_owned(),
            )
        })?;
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), None);
    for c in marked.trim().chars() {
        match c {
            '[' => open = Some(text.len()),
            ']' => {
                if let Some(start) = open.take() {
                    spans.push((start, text.len()));
                } else {
                    let hint = "brackets stand around what the rule makes".to_owned();
                    return Err((s.body_place, "`]` without `[`".into(), hint));
                }
            }
            other => text.push(other),
        }
    }
    if open.is_some() {
        let hint = "brackets stand around what the rule makes".to_owned();
        return Err((s.body_place, "`[` without `]`".into(), hint));
    }
    if s.keyword == "match" && spans.is_empty() {
        let hint =
            "put what the rule makes in brackets: `match M. [Jean Dupont] est venu`".to_owned();
        return Err((s.body_place, "an example without brackets".into(), hint));
    }
    if s.keyword == "near" && !spans.is_empty() {
        return Err((
            s.body_place,
            "a near miss has no brackets".into(),
            "write `match` if the rule is to make something there".into(),
        ));
    }
    Ok(Example {
        text,
        spans,
        fields,
        place: s.place,
    })
}
