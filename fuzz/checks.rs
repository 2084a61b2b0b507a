//! What must hold whatever the input: shared by the fuzz targets and by the
//! test that runs the inputs that once failed (`tests/library/findings.rs`).

use std::sync::LazyLock;
use std::time::Duration;

use greffier::grammar::{Grammar, RuleSources};
use greffier::ingest::{Body, Entry, Limits, Raw};
use greffier::lexicon::LexiconFile;
use greffier::output::Line;
use greffier::pipeline::{Config, Engine};
use greffier::record::{ErrorCode, Failure, Format};
use greffier::segment::{SegmentData, tokenize};

/// Largest input of a rule file that is tried.
const MAX_RULES: usize = 16 << 10;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::new(Config::default()).expect("the built-in rules compile"));

static DATA: LazyLock<SegmentData> = LazyLock::new(SegmentData::builtin);

fn limits() -> Limits {
    Limits {
        max_bytes: 1 << 20,
        max_text: 256 << 10,
        max_pages: 20,
        timeout: Some(Duration::from_secs(10)),
        ..Limits::default()
    }
}

/// A PDF file.
pub fn pdf(bytes: &[u8]) {
    document(Format::Pdf, bytes);
}

/// A text, a Markdown text, a web page or a Word document, as the first byte says.
pub fn text(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let format = match first % 8 {
        0 => Format::Html,
        1 => Format::Docx,
        2 => Format::Markdown,
        _ => Format::Text,
    };
    document(format, rest);
}

/// A line of JSON.
pub fn ndjson(bytes: &[u8]) {
    for line in bytes.split(|&byte| byte == b'\n').take(4) {
        read(Body::Line(line.to_vec()));
    }
}

/// A rule file; after lines `%%`, a lexicon, and the list of phases.
pub fn rules(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if text.len() > MAX_RULES {
        return;
    }
    let mut parts = text.split("\n%%\n");
    let rules = parts.next().unwrap_or_default().to_owned();
    let lexicon = parts
        .next()
        .unwrap_or("# columns: form\tgender\nAlice\tf\n");
    let phases = parts.next().unwrap_or("p units\nq lines outside k\n");
    let Ok(lexicon) = LexiconFile::parse("given", lexicon.to_owned().into()) else {
        return;
    };
    let lines = rules.lines().count();
    let sources = RuleSources {
        phases: phases.to_owned().into(),
        files: vec![("fuzz.rules".to_owned(), rules.clone().into())],
        lexicons: vec![lexicon],
    };
    let split = |text: &str| -> Vec<(usize, usize)> {
        tokenize(text, &DATA)
            .tokens
            .iter()
            .map(|t| (t.start as usize, t.end as usize))
            .collect()
    };
    match Grammar::compile(sources, &split) {
        Ok(grammar) => {
            let _ = grammar.check(&DATA, |_| true);
        }
        Err(errors) => {
            assert!(!errors.0.is_empty(), "refused without a reason");
            for error in errors.0.iter().filter(|e| e.file == "fuzz.rules") {
                assert!(
                    (1..=lines.max(1) + 1).contains(&error.line) && error.column >= 1,
                    "no such place: {error}"
                );
            }
        }
    }
}

fn document(format: Format, bytes: &[u8]) {
    read(Body::Bytes {
        format,
        bytes: bytes.to_vec(),
    });
}

/// Reads an input from end to end: a failure that is the input's own, or a
/// record whose offsets are true.
fn read(body: Body) {
    let limits = limits();
    let entry = Entry {
        path: "input".to_owned(),
        progress: 0,
        body,
    };
    let made = Raw::load(entry, &limits)
        .and_then(|raw| raw.into_document(&limits, limits.deadline()))
        .and_then(|document| {
            let text = document.text.clone();
            let read = ENGINE.read_by(document, limits.deadline());
            let record = read.map_err(|problem| problem.at("input"))?;
            Ok((text, Line::new(&record)))
        });
    match made {
        Ok((text, line)) => {
            assert!(line.0.ends_with(b"}\n") && !line.0[..line.0.len() - 1].contains(&b'\n'));
            let record = serde_json::from_slice(&line.0).expect("a record is valid JSON");
            let points: Vec<char> = text.chars().collect();
            spans(&record, &points);
        }
        Err(Failure { code, message, .. }) => {
            assert_ne!(code, ErrorCode::Internal, "{message}");
        }
    }
}

/// Every span of a record lies in the text, and quotes it where it quotes.
fn spans(value: &serde_json::Value, text: &[char]) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| spans(item, text)),
        serde_json::Value::Object(fields) => {
            let number = |name: &str| fields.get(name).and_then(serde_json::Value::as_u64);
            if let (Some(start), Some(end)) = (number("start"), number("end")) {
                let (start, end) = (start as usize, end as usize);
                assert!(
                    start <= end && end <= text.len(),
                    "{start}..{end} of {}",
                    text.len()
                );
                if let Some(words) = fields.get("text").and_then(serde_json::Value::as_str) {
                    assert_eq!(text[start..end].iter().collect::<String>(), words);
                }
            }
            fields.values().for_each(|item| spans(item, text));
        }
        _ => {}
    }
}
