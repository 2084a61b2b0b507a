//! The arguments, as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Reads French press releases and writes down who was there, in what capacity, when, where, and what was signed.
#[derive(Debug, Parser)]
#[command(name = "greffier", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Records as JSON lines, one for each document.
    Extract(Extract),
    /// Show one document with every mention and its rule.
    Explain(super::explain::Explain),
    /// Precision, recall and F1 against annotated fixtures.
    Eval(super::eval::Eval),
    /// The rules in force: list them, run their examples, show one.
    Rules(super::rules::Rules),
    /// The JSON Schema of the record.
    Schema,
}

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub struct Extract {
    /// Files, folders, archives; `-` is standard input.
    pub inputs: Vec<PathBuf>,
    /// Threads; default: all cores.
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<usize>,
}
