//! The sentences of `fixtures/agreements.tsv`: what names a pact, of which kind,
//! and how far it has got; the near misses must give nothing.

use greffier::ingest::Document;
use greffier::pipeline::{Config, Engine};
use greffier::record::Record;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/agreements.tsv");

/// The text with its pacts in brackets, and the kind and status of each.
fn shown(text: &str, record: &Record) -> (String, String) {
    let mut spans: Vec<(u32, u32)> = record
        .agreements
        .iter()
        .flat_map(|a| a.mentions.iter().map(|m| (m.start, m.end)))
        .collect();
    spans.sort_unstable();
    let mut marked = String::new();
    for (at, c) in text.chars().enumerate() {
        let at = at as u32;
        marked.extend(spans.iter().filter(|s| s.1 == at).map(|_| ']'));
        marked.extend(spans.iter().filter(|s| s.0 == at).map(|_| '['));
        marked.push(c);
    }
    let facts: Vec<String> = record
        .agreements
        .iter()
        .map(|a| format!("{} {}", a.kind, a.status))
        .collect();
    (marked, facts.join(" "))
}

/// The parties, sum and length of time of the first pact, as the table writes them.
fn sides(record: &Record) -> String {
    let Some(pact) = record.agreements.first() else {
        return String::new();
    };
    let parties = pact
        .parties
        .iter()
        .map(|p| p.country.as_ref().unwrap_or(&p.name).clone());
    let mut parties: Vec<String> = parties.collect();
    parties.sort();
    let sum = pact
        .amount
        .iter()
        .map(|a| format!("{} {}", a.value, a.currency));
    let told = sum.chain(pact.duration.clone());
    let told: Vec<String> = parties.into_iter().chain(told).collect();
    told.join("; ")
}

#[test]
fn every_sentence_gives_what_it_says() {
    let engine = Engine::new(Config::default()).expect("the built-in rules compile");
    let table = std::fs::read_to_string(TABLE).expect("the table of sentences");
    let mut failures = Vec::new();
    let (mut pacts, mut near_misses) = (0, 0);
    for line in table
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let (marked, rest) = line.split_once('\t').expect("a tab in every line");
        let (facts, told) = rest
            .split_once('\t')
            .map_or((rest, None), |(f, t)| (f, Some(t)));
        if facts.is_empty() {
            near_misses += 1;
        } else {
            pacts += 1;
        }
        let text = marked.replace(['[', ']'], "");
        let record = engine.read(Document::from_text("sentence", &text));
        let found = shown(&text, &record);
        if found != (marked.to_owned(), facts.to_owned()) {
            failures.push(format!("{line}\n  gave {} ({})", found.0, found.1));
        }
        let sides = sides(&record);
        if told.is_some_and(|t| t != sides) {
            failures.push(format!("{line}\n  gave {sides}"));
        }
    }
    assert!(pacts >= 100 && near_misses >= 100, "half of each");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
