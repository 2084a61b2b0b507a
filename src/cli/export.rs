//! `greffier export`: records in the formats that others read.

use std::io::ErrorKind;
use std::path::PathBuf;

use clap::Args;

use super::args::size;
use super::exit::Exit;
use super::feed::Feed;
use crate::output::export::{ExportError, ExportFormat, Exporter, Options, exporter, settings};
use crate::output::{RecordLine, record_files};
use crate::record::Record;

/// Bytes of records that are read at once.
const BATCH: usize = 1 << 20;

/// Arguments of `export`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: opensearch, elasticsearch, meilisearch, typesense, quickwit (documents for the server;
--settings prints what it is told first); csv (a folder of tables), parquet (a file); brat, tei,
timeml (a folder of files), conll, spacy, w3c, ftm (lines).

Examples:
  greffier export --to csv -o tables/ records.jsonl
  greffier export --to csv --table people --excel -o people.csv records.jsonl
  greffier export --to parquet -o records.parquet records.jsonl.zst
  greffier export --to opensearch --settings > mapping.json
  greffier export --to opensearch --split 50M -o bulk/ records.jsonl
  greffier extract archive/ | greffier export --to ftm - > entities.ijson
  greffier export --to brat -o annotated/ records.jsonl")]
pub struct Export {
    /// The format.
    #[arg(long, value_name = "FORMAT")]
    to: ExportFormat,
    /// Files of records (.jsonl, .gz, .zst); `-` is standard input.
    #[arg(value_name = "RECORDS")]
    records: Vec<PathBuf>,
    /// Write to this file or folder [default: standard output]; `.gz` and `.zst` compress.
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Cut the lines into parts of at most this size (K, M, G), in the folder that -o names.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    split: Option<u64>,
    /// Name of the index or collection on the server.
    #[arg(long, value_name = "NAME", default_value = "communiques")]
    index: String,
    /// Print the mapping, settings or schema for the server, and no records.
    #[arg(long, conflicts_with_all = ["records", "output", "split"])]
    settings: bool,
    /// For csv: only this table (documents, people, roles, dates, places, organisations, agreements, parties, mentions).
    #[arg(long, value_name = "TABLE")]
    table: Option<String>,
    /// For csv: as French spreadsheets want it, with a byte order mark and `;`.
    #[arg(long)]
    excel: bool,
    /// Print no messages.
    #[arg(short, long)]
    quiet: bool,
}

/// Runs `greffier export`.
pub fn main(args: Export) -> Exit {
    if args.settings {
        return match settings(args.to, &args.index) {
            Some(settings) => super::print(&format!("{settings:#}\n")),
            None => super::fail(&format!(
                "{} has no settings (only search servers have)",
                args.to
            )),
        };
    }
    match export(args) {
        Ok(exit) => exit,
        Err(ExportError::Output(error)) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => super::fail(&error),
    }
}

fn export(args: Export) -> Result<Exit, ExportError> {
    let Some(files) = record_files(args.records) else {
        let message = "no records (name files of records, or `-` for standard input)";
        return Err(ExportError::Usage(message.to_owned()));
    };
    let options = Options {
        output: args.output,
        split: args.split,
        index: args.index,
        table: args.table,
        excel: args.excel,
    };
    let mut exporter = exporter(args.to, &options)?;
    let mut feed = Feed {
        batch: BATCH,
        quiet: args.quiet,
        failed: 0,
    };
    for file in &files {
        feed.file(
            file,
            || true,
            |feed, name, lines| write(exporter.as_mut(), feed, name, &lines),
        )?;
    }
    exporter.finish()?;
    Ok(feed.exit())
}

fn write(
    exporter: &mut dyn Exporter,
    feed: &mut Feed,
    name: &str,
    lines: &[RecordLine],
) -> Result<(), ExportError> {
    for line in lines {
        let at = || format!("{name}:{}", line.number);
        match serde_json::from_slice::<Record>(&line.bytes) {
            Err(error) => feed.fail(&format!("{}: is no record: {error}", at())),
            Ok(record) => match exporter.push(&record) {
                Err(ExportError::NoText) => {
                    feed.fail(&format!("{}: {}", at(), ExportError::NoText));
                }
                other => other?,
            },
        }
    }
    Ok(())
}
