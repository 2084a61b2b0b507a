//! The command line: arguments, progress, messages, exit codes.

mod args;
mod eval;
mod exit;
mod explain;
mod export;
mod extract;
mod feed;
#[cfg(feature = "search")]
mod index;
mod report;
mod resolve;
mod rules;
#[cfg(feature = "search")]
mod search;
mod text;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::args::{Cli, Command};
use self::exit::Exit;
use crate::pipeline::{Config, Engine, EngineError};

/// Runs the command that the arguments ask for.
#[must_use]
pub fn main() -> ExitCode {
    crate::pipeline::quiet_panics();
    let exit = match Cli::parse().command {
        Command::Extract(args) => extract::main(*args),
        Command::Text(args) => text::main(*args),
        Command::Eval(args) => eval::main(args),
        Command::Export(args) => export::main(args),
        Command::Explain(args) => explain::main(args),
        Command::Rules(args) => rules::main(args),
        #[cfg(feature = "search")]
        Command::Index(args) => index::main(args),
        #[cfg(feature = "search")]
        Command::Search(args) => search::main(*args),
        Command::Schema => print(&crate::record::schema()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "greffier", &mut script);
            print(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            match clap_mangen::Man::new(Cli::command()).render(&mut page) {
                Ok(()) => print(&page),
                Err(_) => Exit::Unable,
            }
        }
    };
    exit.into()
}

/// Prints on standard output; a closed pipe is no error.
fn print(text: &(impl AsRef<[u8]> + ?Sized)) -> Exit {
    let mut stdout = std::io::stdout().lock();
    match stdout
        .write_all(text.as_ref())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Exit::Unable,
        _ => Exit::Done,
    }
}

/// Says why nothing could be done.
fn fail(problem: &dyn std::fmt::Display) -> Exit {
    report::say(&problem.to_string());
    Exit::Unable
}

/// An engine; else why there is none was said. Says too if it took long for want
/// of an image of the rules.
fn engine(config: Config) -> Result<Engine, Exit> {
    let engine = Engine::new(config).map_err(|error| refuse(&error))?;
    if engine.starts_slowly() {
        report::say(
            "the rules compiled with this program cannot be used here: compiled anew, which takes a moment at each start",
        );
    }
    Ok(engine)
}

/// Says why there is no engine: each fault of the rules on a line of its own.
fn refuse(error: &EngineError) -> Exit {
    for line in error.to_string().lines() {
        report::say(line);
    }
    Exit::Unable
}

/// Prints a text with colours; they are left out where standard output is no
/// terminal or `NO_COLOR` is set. A closed pipe is no error.
fn print_in_colour(text: &str) -> Exit {
    let mut stdout = anstream::AutoStream::auto(std::io::stdout().lock());
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Exit::Unable,
        _ => Exit::Done,
    }
}
