//! What a run says to people: messages, progress, the summary at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use walkdir::WalkDir;

use super::args::When;
use super::exit::Exit;
use crate::output::Changes;
use crate::record::{ErrorCode, Failure};

/// Messages, progress and counts of a run.
pub(super) struct Report {
    bar: Option<ProgressBar>,
    errors: Option<BufWriter<File>>,
    quiet: bool,
    verbose: bool,
    summary: bool,
    begun: Instant,
    bytes: u64,
    records: u64,
    skipped: u64,
    failures: BTreeMap<ErrorCode, u64>,
}

impl Report {
    /// Begins the report of a run. The error is a message for the user.
    pub fn new(
        inputs: &[PathBuf],
        errors: Option<&Path>,
        progress: When,
        quiet: bool,
        verbose: bool,
    ) -> Result<Self, String> {
        let errors = match errors {
            Some(path) => Some(BufWriter::new(
                File::create(path).map_err(|error| format!("{}: {error}", path.display()))?,
            )),
            None => None,
        };
        let terminal = io::stderr().is_terminal();
        let shown = match progress {
            When::Auto => terminal && !quiet,
            When::Always => true,
            When::Never => false,
        };
        Ok(Report {
            bar: shown.then(|| bar(inputs)),
            errors,
            quiet,
            verbose,
            summary: verbose || shown,
            begun: Instant::now(),
            bytes: 0,
            records: 0,
            skipped: 0,
            failures: BTreeMap::new(),
        })
    }

    /// Counts a record.
    pub fn record(&mut self, progress: u64) {
        self.records += 1;
        self.advance(progress);
    }

    /// Counts an input that belongs to another shard.
    pub fn skip(&mut self, progress: u64) {
        self.skipped += 1;
        self.advance(progress);
    }

    /// Counts a failure, and tells it.
    pub fn failure(&mut self, failure: &Failure, progress: u64) {
        *self.failures.entry(failure.code).or_default() += 1;
        self.advance(progress);
        if let Some(errors) = &mut self.errors {
            let line = serde_json::to_string(failure).unwrap_or_default();
            if let Err(error) = writeln!(errors, "{line}") {
                self.errors = None;
                self.say(&format!("--errors: {error}"));
            }
        }
        self.say(&failure.to_string());
    }

    /// Prints a message, unless nothing is to be printed.
    pub fn say(&self, message: &str) {
        if !self.quiet {
            match &self.bar {
                Some(bar) => bar.suspend(|| say(message)),
                None => say(message),
            }
        }
    }

    /// Prints a message that only the curious want.
    pub fn tell(&self, message: &str) {
        if self.verbose {
            self.say(message);
        }
    }

    /// Writes what is held back.
    pub fn flush(&mut self) {
        if let Some(errors) = &mut self.errors {
            let _ = errors.flush();
        }
    }

    fn advance(&mut self, progress: u64) {
        self.bytes += progress;
        if let Some(bar) = &self.bar {
            let failed: u64 = self.failures.values().sum();
            bar.set_position(self.bytes);
            bar.set_message(format!("{} documents, {failed} errors", self.records));
        }
    }

    /// Prints the summary; tells how the run ended.
    pub fn finish(mut self, changes: Option<Changes>) -> Exit {
        self.flush();
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        let failed: u64 = self.failures.values().sum();
        if self.summary {
            self.say(&self.summary(failed, changes));
        }
        let missing = self
            .failures
            .get(&ErrorCode::NotFound)
            .copied()
            .unwrap_or_default();
        if failed == 0 {
            Exit::Done
        } else if self.records + self.skipped == 0 && missing == failed {
            Exit::Unable
        } else {
            Exit::SomeFailed
        }
    }

    fn summary(&self, failed: u64, changes: Option<Changes>) -> String {
        let Report {
            records, skipped, ..
        } = *self;
        let mut text = format!(
            "{} inputs = {records} records + {failed} errors + {skipped} skipped",
            records + failed + skipped
        );
        for (number, (code, count)) in self.failures.iter().enumerate() {
            let lead = if number == 0 { "; errors:" } else { "," };
            let _ = write!(text, "{lead} {count} {code}");
        }
        if let Some(Changes {
            kept,
            renamed,
            changed,
            new,
            vanished,
        }) = changes
        {
            let _ = write!(
                text,
                "; records: {kept} kept, {renamed} renamed, {changed} changed, {new} new; {vanished} vanished"
            );
        }
        let seconds = self.begun.elapsed().as_secs_f64();
        let rate = HumanBytes((self.bytes as f64 / seconds.max(1e-3)) as u64);
        let _ = write!(
            text,
            "; {} in {seconds:.1} s, {rate}/s",
            HumanBytes(self.bytes)
        );
        text
    }
}

/// Prints a message on standard error, control characters made visible.
pub(super) fn say(message: &str) {
    let mut line = String::from("greffier: ");
    for character in message.chars() {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line.push('\n');
    // Nobody can be told that standard error is closed.
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// A bar whose length grows as a thread counts the inputs.
fn bar(inputs: &[PathBuf]) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(5));
    let style = "{bar:30} {bytes}/{total_bytes} {binary_bytes_per_sec} {msg}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(style) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(500));
    let (inputs, counted) = (inputs.to_vec(), bar.clone());
    let total = Arc::new(AtomicU64::new(0));
    std::thread::spawn(move || {
        for input in inputs {
            for entry in WalkDir::new(input).into_iter().flatten() {
                if entry.file_type().is_file() {
                    let size = entry.metadata().map_or(0, |metadata| metadata.len());
                    let sum = total.fetch_add(size, Ordering::Relaxed) + size;
                    counted.set_length(sum);
                }
            }
        }
    });
    bar
}
