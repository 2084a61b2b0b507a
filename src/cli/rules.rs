//! `greffier rules`: the rules in force, one rule with its examples, and the
//! check that runs them all.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::exit::Exit;
use crate::evaluate::{Fixture, Use, coverage};
use crate::grammar::Rule;
use crate::pipeline::{Config, Engine};

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub struct Rules {
    #[command(subcommand)]
    action: Action,
    /// Rules and lexicons that add to or override the built-in ones; repeatable.
    #[arg(long, value_name = "DIR", global = true)]
    rules: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Every rule: phase, name, and what it is for.
    List,
    /// Run the examples and near misses of every rule, or of those whose name begins so; find duplicates.
    #[command(after_help = "\
Examples:
  greffier rules check
  greffier rules check --rules mine people/             built-in rules and mine, those about people
  greffier rules check --fixtures fixtures              also tell which rules never fire or never win there
Exit codes: 0 all well; 1 an example fails or a rule is there twice; 2 the rules cannot be read.")]
    Check {
        /// Begin of the names of the rules to check (`dates/`).
        names: Vec<String>,
        /// Texts to try the rules on: annotated fixtures (.xml), .txt and .md files, or folders of them; repeatable.
        /// Rules that never fire or never win there are named; that alone is no failure.
        #[arg(long, value_name = "PATH")]
        fixtures: Vec<PathBuf>,
    },
    /// One rule as written.
    Show {
        /// Full name (`people/civility-name`).
        name: String,
    },
}

/// Runs `greffier rules`.
pub fn main(args: Rules) -> Exit {
    let engine = match Engine::from_sources(Config {
        rules: args.rules,
        ..Config::default()
    }) {
        Ok(engine) => engine,
        Err(error) => return super::refuse(&error),
    };
    match args.action {
        Action::List => list(&engine),
        Action::Check { names, fixtures } => match read(&fixtures) {
            Ok(texts) if texts.is_empty() && !fixtures.is_empty() => {
                super::fail(&"no fixtures there (expected .xml, .txt or .md files)")
            }
            Ok(texts) => check(&engine, &names, &texts),
            Err(message) => super::fail(&message),
        },
        Action::Show { name } => show(&engine, &name),
    }
}

fn list(engine: &Engine) -> Exit {
    let grammar = engine.grammar();
    let mut out = String::new();
    for (at, phase) in grammar.phases.iter().enumerate() {
        for rule in grammar.rules.iter().filter(|r| r.phase == at) {
            let _ = writeln!(out, "{:12} {:40} {}", phase.name, rule.name, rule.about);
        }
    }
    super::print(&out)
}

/// The texts of fixtures, in the order of their paths.
fn read(paths: &[PathBuf]) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    for path in paths {
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| error.to_string())?;
            if entry.file_type().is_file()
                && let Some(text) = text(entry.path())
            {
                texts.push(text?);
            }
        }
    }
    Ok(texts)
}

/// The text of a fixture; `None` for a file of another kind.
fn text(path: &Path) -> Option<Result<String, String>> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    match path.extension()?.to_str()? {
        "xml" => {
            let read = Fixture::read(path);
            Some(read.map(|f| f.text).map_err(|error| error.to_string()))
        }
        "txt" | "md" => Some(std::fs::read_to_string(path).map_err(|error| named(&error))),
        _ => None,
    }
}

fn check(engine: &Engine, names: &[String], texts: &[String]) -> Exit {
    let wanted =
        |rule: &Rule| names.is_empty() || names.iter().any(|n| rule.name.starts_with(n.as_str()));
    let failures = engine.grammar().check(engine.segment_data(), wanted);
    let mut out = String::new();
    for f in &failures {
        let _ = writeln!(out, "{}:{}: {}: {}", f.file, f.line, f.rule, f.message);
    }
    let rules: Vec<&Rule> = engine
        .grammar()
        .rules
        .iter()
        .filter(|r| wanted(r))
        .collect();
    let uses = if texts.is_empty() {
        Vec::new()
    } else {
        coverage(engine, texts)
    };
    let mut idle = 0;
    let mut shadowed = 0;
    for (rule, found) in engine.grammar().rules.iter().zip(&uses) {
        if wanted(rule)
            && let Some(what) = unused(found)
        {
            let _ = writeln!(out, "{}:{}: {}: {what}", rule.file, rule.line, rule.name);
            idle += usize::from(found.is_idle());
            shadowed += usize::from(found.is_shadowed());
        }
    }
    let sources = rules.iter().filter_map(|r| r.source.as_deref());
    let examples: usize = sources.map(|source| source.examples.len()).sum();
    let _ = writeln!(
        out,
        "{} rules, {examples} examples, {} failures",
        rules.len(),
        failures.len()
    );
    if !texts.is_empty() {
        let _ = writeln!(
            out,
            "{} fixtures: {} rules fire, {idle} never do, {shadowed} never win",
            texts.len(),
            rules.len() - idle - shadowed
        );
    }
    match super::print(&out) {
        Exit::Done if rules.is_empty() => {
            super::fail(&"no rule of that name (see `greffier rules list`)")
        }
        Exit::Done if !failures.is_empty() => Exit::SomeFailed,
        exit => exit,
    }
}

/// What is to be said of a rule that made nothing in the fixtures.
fn unused(found: &Use) -> Option<String> {
    if found.is_shadowed() {
        let count: u64 = found.lost.values().sum();
        let winners: Vec<String> = found
            .lost
            .iter()
            .map(|(rule, count)| format!("{rule} {count}"))
            .collect();
        let winners = winners.join(", ");
        Some(format!(
            "shadowed: matches {count} times in the fixtures and never wins ({winners})"
        ))
    } else if found.is_idle() && found.refused > 0 {
        let count = found.refused;
        Some(format!(
            "no fixture fires it: matches {count} times, but never where its context allows it"
        ))
    } else {
        found.is_idle().then(|| "no fixture fires it".to_owned())
    }
}

fn show(engine: &Engine, name: &str) -> Exit {
    let rule = engine.grammar().rule(name);
    match rule.and_then(|rule| Some((rule, rule.source.as_deref()?))) {
        Some((rule, source)) => super::print(&format!(
            "# {}:{}\n{}\n",
            rule.file, rule.line, source.written
        )),
        None => super::fail(&format!("no rule `{name}` (see `greffier rules list`)")),
    }
}
