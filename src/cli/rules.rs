//! `greffier rules`: the rules in force, one rule with its examples, and the
//! check that runs them all.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::exit::Exit;
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
    /// Run the examples and near misses of every rule, or of those whose name begins so.
    Check {
        /// Begin of the names of the rules to check (`dates/`).
        names: Vec<String>,
    },
    /// One rule as written.
    Show {
        /// Full name (`people/civility-name`).
        name: String,
    },
}

/// Runs `greffier rules`.
pub fn main(args: Rules) -> Exit {
    let engine = match Engine::new(Config {
        rules: args.rules,
        ..Config::default()
    }) {
        Ok(engine) => engine,
        Err(error) => return super::fail(&error),
    };
    match args.action {
        Action::List => list(&engine),
        Action::Check { names } => check(&engine, &names),
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

fn check(engine: &Engine, names: &[String]) -> Exit {
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
    let examples: usize = rules.iter().map(|r| r.source.examples.len()).sum();
    let _ = writeln!(
        out,
        "{} rules, {examples} examples, {} failures",
        rules.len(),
        failures.len()
    );
    match super::print(&out) {
        Exit::Done if rules.is_empty() => {
            super::fail(&"no rule of that name (see `greffier rules list`)")
        }
        Exit::Done if !failures.is_empty() => Exit::SomeFailed,
        exit => exit,
    }
}

fn show(engine: &Engine, name: &str) -> Exit {
    match engine.grammar().rule(name) {
        Some(rule) => super::print(&format!(
            "# {}:{}\n{}\n",
            rule.file, rule.line, rule.source.written
        )),
        None => super::fail(&format!("no rule `{name}` (see `greffier rules list`)")),
    }
}
