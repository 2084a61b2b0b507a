//! The arguments, as typed.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::ingest::{InputFormat, Limits};
use crate::pdf::{Ocr, Passwords};
use crate::pipeline::LayoutMode;

/// Reads French press releases and writes down who was there, in what capacity, when, where, and what was signed.
#[derive(Debug, Parser)]
#[command(
    name = "greffier",
    version,
    max_term_width = 100,
    after_help = "\
Examples:
  greffier extract archive/ > records.jsonl
  greffier extract archive.zip -o records.jsonl.zst --errors errors.jsonl
  greffier text communique.pdf
Exit codes: 0 all done; 1 done, some inputs failed; 2 usage, or nothing could be done; 130 interrupted."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a record for each document, as JSON lines.
    Extract(Box<Extract>),
    /// Write the text alone, in reading order: what the extraction sees.
    Text(Box<Text>),
    /// Show one document with every mention and its rule.
    Explain(super::explain::Explain),
    /// Measure precision, recall and F1 against annotated fixtures.
    Eval(super::eval::Eval),
    /// The rules in force: list them, run their examples, show one.
    Rules(super::rules::Rules),
    /// Build or extend an embedded search index of records.
    #[cfg(feature = "search")]
    Index(super::index::Index),
    /// Search an index: words, people, functions, places, agreements, dates.
    #[cfg(feature = "search")]
    Search(Box<super::search::Search>),
    /// Write records in the formats that others read: search servers, tables, annotation tools.
    Export(super::export::Export),
    /// Print the JSON Schema of the record.
    Schema,
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
}

/// Arguments of `extract`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  greffier extract communique.pdf | jq .people
  greffier extract archive/ more.zip -o records.jsonl --errors errors.jsonl
  greffier extract archive/ -o records.jsonl --resume     go on after a stop; add what is new
  greffier extract archive/ -o part2.jsonl --shard 2/8    the second of eight machines
  some-source | greffier extract --input-format ndjson --error-lines - | some-sink")]
pub struct Extract {
    /// What to read, and how.
    #[command(flatten)]
    pub reading: Reading,
    /// Write to FILE, which appears whole or not at all; `.gz` and `.zst` compress [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Keep what the output holds already; read only what is new or changed.
    #[arg(long, requires = "output")]
    pub resume: bool,
    /// `none`: the text is bare prose, without letterhead or contacts.
    #[arg(long, value_name = "MODE", default_value = "auto")]
    pub layout: Layout,
    /// What relative dates refer to where the document has no dateline, as 2026-01-27.
    #[arg(long, value_name = "DATE")]
    pub anchor: Option<Date>,
    /// Rules and lexicons that add to or override the built-in ones; repeatable.
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
    /// Leave `text` out of the records.
    #[arg(long)]
    pub no_text: bool,
    /// Look for people, places, dates… in texts that are not French too.
    #[arg(long)]
    pub any_language: bool,
    /// Say where on the page of a PDF each mention stands (`boxes`).
    #[arg(long)]
    pub boxes: bool,
    /// For an input that fails, write `{"error": …}` in the place of its record.
    #[arg(long, conflicts_with = "output")]
    pub error_lines: bool,
}

/// Arguments of `text`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  greffier text communique.pdf
  greffier text archive/ -o texts/                        texts/NAME.txt for each")]
pub struct Text {
    /// What to read, and how.
    #[command(flatten)]
    pub reading: Reading,
    /// Write NAME.txt for each document into DIR [default: standard output].
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// `json`: for each document a line of JSON (in DIR, NAME.json) with the text, its pages, and the blocks and lines of a PDF with their boxes.
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub layout: TextForm,
}

/// What `text` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TextForm {
    /// The text alone.
    Text,
    /// The text and its layout, as JSON.
    Json,
}

/// Whether pages of a PDF are read by character recognition.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum OcrMode {
    /// None.
    Never,
    /// Those without text, or with text that says nothing.
    Auto,
    /// All.
    Always,
}

impl From<OcrMode> for Ocr {
    fn from(mode: OcrMode) -> Self {
        match mode {
            OcrMode::Never => Ocr::Never,
            OcrMode::Auto => Ocr::Auto,
            OcrMode::Always => Ocr::Always,
        }
    }
}

/// What to read, and how.
#[derive(Debug, Args)]
pub struct Reading {
    /// Files, folders, archives (.zip, .tar, .tar.gz, .tar.zst), .gz and .zst files; `-` is standard input.
    #[arg(value_name = "INPUTS")]
    pub inputs: Vec<PathBuf>,
    /// Threads [default: all cores].
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// What the inputs are: auto, text, markdown, html, pdf, docx; `ndjson`: each line `{"id": …, "text": …, "date": …}` is a document.
    #[arg(long, value_name = "FORMAT", default_value_t = InputFormat::Auto)]
    pub input_format: InputFormat,
    /// Write errors to FILE too, as JSON lines.
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
    /// Read only part I of N of the inputs, told apart by a stable hash of the path.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub shard: Option<(u64, u64)>,
    /// Largest input in bytes (K, M and G are understood).
    #[arg(long, value_name = "BYTES", value_parser = size, default_value = "64M")]
    pub max_bytes: u64,
    /// Most pages of a PDF that are read.
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_pages)]
    pub max_pages: u32,
    /// What encrypted PDF files may be opened with.
    #[command(flatten)]
    pub passwords: PdfPasswords,
    /// Read scanned pages of a PDF with tesseract, where it is installed with its French data: 100 pages a file at most, within --timeout.
    #[arg(long, value_name = "WHEN", default_value = "never")]
    pub ocr: OcrMode,
    /// Longest time for one document in seconds; 0 is no limit.
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub timeout: Duration,
    /// When to show how far the run is: auto is on a terminal; elsewhere it is a line every ten seconds.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub progress: When,
    /// Print no messages: see the exit code, or --errors.
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print warnings of documents, and a summary at the end.
    #[arg(short, long)]
    pub verbose: bool,
}

/// What encrypted PDF files may be opened with.
#[derive(Args)]
pub struct PdfPasswords {
    /// A user's or owner's password to try on encrypted PDF files; repeatable. Whoever lists processes can see it: see --pdf-password-file.
    #[arg(long, value_name = "TEXT")]
    pdf_password: Vec<String>,
    /// Try the passwords in FILE too, one a line.
    #[arg(long, value_name = "FILE")]
    pdf_password_file: Option<PathBuf>,
}

impl std::fmt::Debug for PdfPasswords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PdfPasswords(…)")
    }
}

impl PdfPasswords {
    /// All passwords, those of the file last. The error is a message for the user.
    pub fn read(self) -> Result<Passwords, String> {
        let mut all = self.pdf_password;
        if let Some(path) = self.pdf_password_file {
            let failed = |what: String| format!("{}: {what}", path.display());
            let bytes = std::fs::read(&path).map_err(|error| failed(error.to_string()))?;
            let text = String::from_utf8(bytes)
                .map_err(|_| failed("is not UTF-8 (save it as such)".to_owned()))?;
            let lines = text.trim_start_matches('\u{feff}').lines();
            all.extend(lines.filter(|line| !line.is_empty()).map(str::to_owned));
        }
        Ok(all.into())
    }
}

/// Whether a document has a layout to look for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Layout {
    /// Letterhead, title, dateline, contacts are looked for.
    Auto,
    /// The text is bare prose.
    None,
}

impl From<Layout> for LayoutMode {
    fn from(layout: Layout) -> Self {
        match layout {
            Layout::Auto => LayoutMode::Auto,
            Layout::None => LayoutMode::None,
        }
    }
}

/// When to show progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Reads `2/8` as the second of eight: number from 0, count.
fn shard(text: &str) -> Result<(u64, u64), String> {
    let (number, count) = text.split_once('/').ok_or("expected I/N, such as 2/8")?;
    match (number.parse::<u64>(), count.parse::<u64>()) {
        (Ok(number), Ok(count)) if 1 <= number && number <= count => Ok((number - 1, count)),
        _ => Err("expected I/N with I from 1 to N, such as 2/8".to_owned()),
    }
}

/// Reads a number of bytes: `1500`, `64K`, `64M`, `2G`.
pub(super) fn size(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.chars().last().map(|last| last.to_ascii_uppercase()) {
        Some('K') => (&text[..text.len() - 1], 10),
        Some('M') => (&text[..text.len() - 1], 20),
        Some('G') => (&text[..text.len() - 1], 30),
        _ => (text, 0),
    };
    let number = digits.parse::<u64>().ok().filter(|&number| number > 0);
    number
        .and_then(|number| number.checked_mul(1 << shift))
        .filter(|&bytes| bytes <= 4 << 30)
        .ok_or_else(|| "expected a number of bytes up to 4G, such as 64M".to_owned())
}

/// Reads a number of seconds: `60`, `0.5`.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok();
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| "expected a number of seconds, such as 60".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn sizes_shards_and_seconds() {
        assert_eq!(size("64M"), Ok(64 << 20));
        assert_eq!(size("12"), Ok(12));
        assert!(
            size("0").is_err() && size("5G").is_err() && size("M").is_err() && size("").is_err()
        );
        assert_eq!(shard("2/8"), Ok((1, 8)));
        assert!(shard("0/8").is_err() && shard("9/8").is_err() && shard("x").is_err());
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert!(seconds("-1").is_err() && seconds("1e40").is_err());
    }
}
