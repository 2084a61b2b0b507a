//! `greffier index`: an embedded search index of records.

use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::Args;

use super::exit::Exit;
use super::report::say;
use super::resolve::stop_on_signals;
use crate::output::{RecordLines, record_files};
use crate::pipeline::Stop;
use crate::search::Builder;

/// Bytes of records that are read at once, so that all threads have some.
const BATCH: usize = 8 << 20;

/// Arguments of `index`.
#[derive(Debug, Args)]
#[command(after_help = "\
The same document twice is one: a record replaces the one with its id. What a kill interrupts
leaves the index as it was last committed; give the records again.

Examples:
  greffier index --into base/ records.jsonl.zst
  greffier extract archive/ | greffier index --into base/ -
  greffier index --into base/ --delete 9163e6d8fd85a0825fa7be6b8f0ed4a7be599ca9c909c4444f44ee2f82b7bd26
  greffier index --into base/ --delete-from withdrawn.txt")]
pub struct Index {
    /// The folder of the index; made where there is none.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Files of records (.jsonl, .gz, .zst); `-` is standard input.
    #[arg(value_name = "RECORDS")]
    records: Vec<PathBuf>,
    /// Take the document with this id out; repeatable.
    #[arg(long, value_name = "ID")]
    delete: Vec<String>,
    /// Take out the documents whose ids are the lines of FILE.
    #[arg(long, value_name = "FILE")]
    delete_from: Option<PathBuf>,
    /// Threads [default: all cores].
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// Print no messages.
    #[arg(short, long)]
    quiet: bool,
}

/// Runs `greffier index`.
pub fn main(args: Index) -> Exit {
    index(args).unwrap_or_else(|message| super::fail(&message))
}

/// Runs the command. The error is a message for the user.
fn index(args: Index) -> Result<Exit, String> {
    let mut deleted = args.delete;
    if let Some(path) = &args.delete_from {
        let ids = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        deleted.extend(ids.split_whitespace().map(str::to_owned));
    }
    let files = if args.records.is_empty() && !deleted.is_empty() {
        Vec::new()
    } else {
        record_files(args.records)
            .ok_or("no records (name files of records, or `-` for standard input)")?
    };
    let cores = available_parallelism().map_or(1, usize::from);
    let jobs = args.jobs.map_or(cores, usize::from);
    let mut builder = Builder::open(&args.into, jobs).map_err(|e| e.to_string())?;
    let stop = stop_on_signals()?;
    for id in &deleted {
        builder.delete(id);
    }
    let mut run = Run {
        builder,
        stop,
        quiet: args.quiet,
        added: 0,
        failed: 0,
    };
    for file in &files {
        run.file(file)?;
    }
    let holds = run.builder.finish().map_err(|e| e.to_string())?;
    if !args.quiet {
        let gone = if deleted.is_empty() {
            String::new()
        } else {
            format!(", {} ids taken out", deleted.len())
        };
        let (added, failed) = (run.added, run.failed);
        say(&format!(
            "{added} records added{gone}, {failed} errors; {} holds {holds} documents",
            args.into.display()
        ));
    }
    Ok(if run.stop.is_stopped() {
        Exit::Interrupted
    } else if run.failed == 0 {
        Exit::Done
    } else {
        Exit::SomeFailed
    })
}

struct Run {
    builder: Builder,
    stop: Stop,
    quiet: bool,
    added: u64,
    failed: u64,
}

impl Run {
    /// Adds the records of one file.
    fn file(&mut self, path: &Path) -> Result<(), String> {
        let mut lines = match RecordLines::open(path) {
            Ok(lines) => lines,
            Err(error) => {
                self.fail(&format!("{}: {error}", path.display()));
                return Ok(());
            }
        };
        while !self.stop.is_stopped() {
            let batch = match lines.some(BATCH) {
                Ok(batch) if batch.is_empty() => break,
                Ok(batch) => batch,
                Err(error) => {
                    self.fail(&format!("{}: {error}", lines.name()));
                    break;
                }
            };
            let bytes: Vec<&[u8]> = batch.iter().map(|line| line.bytes.as_slice()).collect();
            let wrong = self.builder.add(&bytes).map_err(|e| e.to_string())?;
            self.added += (batch.len() - wrong.len()) as u64;
            for (at, message) in wrong {
                let number = batch[at].number;
                self.fail(&format!(
                    "{}:{number}: is no record: {message}",
                    lines.name()
                ));
            }
        }
        Ok(())
    }

    fn fail(&mut self, message: &str) {
        self.failed += 1;
        if !self.quiet {
            say(message);
        }
    }
}
