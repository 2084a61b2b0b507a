//! `greffier explain`: one document, every mention with its rule; with `--why`,
//! what every rule did at one place.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use crate::grammar::Outcome;
use crate::ingest::{Document, Entry, Finder, InputFormat, Limits, Raw};
use crate::output::view;
use crate::pipeline::{Config, Engine};

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  greffier explain communique.pdf
  greffier explain --html page.html communique.txt
  greffier explain --why 'Alice Rufo' communique.txt")]
pub struct Explain {
    /// The document: a file, or `-` for standard input.
    input: PathBuf,
    /// Write a page of HTML to FILE instead.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// What the rules did with these words: which matched, which lost and to whom, which were refused.
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
    /// Rules and lexicons that add to or override the built-in ones; repeatable.
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// What encrypted PDF files may be opened with.
    #[command(flatten)]
    passwords: super::args::PdfPasswords,
}

/// Runs `greffier explain`.
pub fn main(args: Explain) -> Exit {
    let limits = match args.passwords.read() {
        Ok(passwords) => Limits {
            passwords,
            ..Limits::default()
        },
        Err(message) => return super::fail(&message),
    };
    let config = Config {
        rules: args.rules,
        limits: limits.clone(),
        ..Config::default()
    };
    let engine = match super::engine(config) {
        Ok(engine) => engine,
        Err(exit) => return exit,
    };
    let document = match first_document(&args.input, &limits) {
        Ok(document) => document,
        Err(message) => return super::fail(&message),
    };
    if let Some(words) = args.why {
        return why(&engine, &document, &words);
    }
    let record = engine.read(document);
    match args.html {
        None => super::print_in_colour(&view::terminal(&record)),
        Some(path) => match std::fs::write(&path, view::html(&record)) {
            Ok(()) => Exit::Done,
            Err(error) => super::fail(&format!("{}: {error}", path.display())),
        },
    }
}

fn why(engine: &Engine, document: &Document, words: &str) -> Exit {
    let spans: Vec<_> = document
        .text
        .match_indices(words)
        .map(|(at, _)| at..at + words.len())
        .collect();
    if spans.is_empty() {
        return super::fail(&format!(
            "{}: no « {words} » in the text (see `greffier text`)",
            document.path
        ));
    }
    let mut out = String::new();
    for (at, span) in spans.into_iter().enumerate() {
        let line = document.text[..span.start].matches('\n').count() + 1;
        let _ = writeln!(out, "« {words} », {} (line {line})", at + 1);
        let found = engine.why(&document.text, span);
        if found.is_empty() {
            out.push_str("  no rule matched\n");
        }
        for w in found {
            let outcome = match w.outcome {
                Outcome::Taken => "taken".to_owned(),
                Outcome::Refused => "refused by its prev, next or unless".to_owned(),
                Outcome::Lost(to) => format!("lost to {to}"),
            };
            let text = w.text.replace('\n', " ");
            let _ = writeln!(out, "  {:12} {:40} [{text}] {outcome}", w.phase, w.rule);
        }
    }
    super::print(&out)
}

/// The first document that the input holds.
fn first_document(input: &Path, limits: &Limits) -> Result<Document, String> {
    let mut first = None;
    let mut emit = |entry: Entry| {
        first = Some(entry);
        ControlFlow::Break(())
    };
    let mut finder = Finder {
        input_format: InputFormat::Auto,
        limits: limits.clone(),
        exclude: Vec::new(),
        emit: &mut emit,
    };
    let _ = finder.run(&[input.to_owned()]);
    let entry = first.ok_or_else(|| format!("{}: nothing to read there", input.display()))?;
    Raw::load(entry, limits)
        .and_then(|raw| raw.into_document(limits, limits.deadline()))
        .map_err(|failure| failure.to_string())
}
