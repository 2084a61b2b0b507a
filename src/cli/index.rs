//! `greffier index`: an embedded search index of records.

use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;

use super::exit::Exit;
use super::feed::Feed;
use super::report::say;
use super::resolve::stop_on_signals;
use crate::output::record_files;
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
    let mut added = 0;
    let mut feed = Feed {
        batch: BATCH,
        quiet: args.quiet,
        failed: 0,
    };
    for file in &files {
        feed.file(
            file,
            || !stop.is_stopped(),
            |feed, name, lines| {
                let bytes: Vec<&[u8]> = lines.iter().map(|line| line.bytes.as_slice()).collect();
                let wrong = builder.add(&bytes).map_err(|e| e.to_string())?;
                added += (lines.len() - wrong.len()) as u64;
                for (at, message) in wrong {
                    let number = lines[at].number;
                    feed.fail(&format!("{name}:{number}: is no record: {message}"));
                }
                Ok::<_, String>(())
            },
        )?;
    }
    let holds = builder.finish().map_err(|e| e.to_string())?;
    if !args.quiet {
        let gone = if deleted.is_empty() {
            String::new()
        } else {
            format!(", {} ids taken out", deleted.len())
        };
        let failed = feed.failed;
        say(&format!(
            "{added} records added{gone}, {failed} errors; {} holds {holds} documents",
            args.into.display()
        ));
    }
    Ok(if stop.is_stopped() {
        Exit::Interrupted
    } else {
        feed.exit()
    })
}
