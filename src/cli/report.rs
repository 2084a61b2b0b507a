//! What a run says to people: messages, progress, the summary at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};
use walkdir::WalkDir;

use super::args::When;
use super::exit::Exit;
use crate::output::Changes;
use crate::record::{ErrorCode, Failure};

/// Messages, progress and counts of a run.
pub(super) struct Report {
    progress: Option<Progress>,
    errors: Option<BufWriter<File>>,
    /// Whether errors could not be written to their file.
    errors_lost: bool,
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
            progress: shown.then(|| Progress::new(inputs, terminal)),
            errors,
            errors_lost: false,
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
            let written = writeln!(errors, "{line}");
            self.check_errors(written);
        }
        self.say(&failure.to_string());
    }

    /// Prints a message, unless nothing is to be printed.
    pub fn say(&self, message: &str) {
        if !self.quiet {
            match &self.progress {
                Some(Progress::Bar(bar)) => bar.suspend(|| say(message)),
                _ => say(message),
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
            let flushed = errors.flush();
            self.check_errors(flushed);
        }
    }

    /// Tells once that the file of errors cannot be written; the records go on.
    fn check_errors(&mut self, written: io::Result<()>) {
        if let Err(error) = written
            && let Some(lost) = self.errors.take()
        {
            // What it holds back can be written nowhere.
            drop(lost.into_parts());
            self.errors_lost = true;
            self.say(&format!("--errors: {error}"));
        }
    }

    fn advance(&mut self, progress: u64) {
        self.bytes += progress;
        let done = Done {
            records: self.records,
            failed: self.failures.values().sum(),
            bytes: self.bytes,
            seconds: self.begun.elapsed().as_secs_f64(),
        };
        let line = self.progress.as_mut().and_then(|p| p.advance(&done));
        if let Some(line) = line {
            self.say(&line);
        }
    }

    /// Prints the summary; tells how the run ended.
    pub fn finish(mut self, changes: Option<Changes>) -> Exit {
        self.flush();
        if let Some(Progress::Bar(bar)) = self.progress.take() {
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
        if self.errors_lost {
            Exit::Unable
        } else if failed == 0 {
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
            "{} inputs = {records} records + {failed} errors + {skipped} skipped (of other shards)",
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

/// How far a run is: a bar on a terminal, else a line now and then.
enum Progress {
    Bar(ProgressBar),
    Lines {
        total: Arc<AtomicU64>,
        said: Instant,
    },
}

/// How often a line tells how far the run is, where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(10);

impl Progress {
    fn new(inputs: &[PathBuf], terminal: bool) -> Self {
        let total = Arc::new(AtomicU64::new(0));
        if !terminal {
            count(inputs, Arc::clone(&total), |_| {});
            let said = Instant::now();
            return Progress::Lines { total, said };
        }
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(5));
        let style = "{bar:30} {bytes}/{total_bytes} {binary_bytes_per_sec} {msg}, {eta} left";
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(500));
        let counted = bar.clone();
        count(inputs, total, move |sum| counted.set_length(sum));
        Progress::Bar(bar)
    }

    /// Shows how far the run is; gives the line to print, if it is time for one.
    fn advance(&mut self, done: &Done) -> Option<String> {
        match self {
            Progress::Bar(bar) => {
                bar.set_position(done.bytes);
                bar.set_message(format!(
                    "{} documents, {} errors",
                    done.records, done.failed
                ));
                None
            }
            Progress::Lines { total, said } => {
                if said.elapsed() < LINE_EVERY {
                    return None;
                }
                *said = Instant::now();
                Some(done.line(total.load(Ordering::Relaxed)))
            }
        }
    }
}

/// What is done so far.
struct Done {
    records: u64,
    failed: u64,
    bytes: u64,
    seconds: f64,
}

impl Done {
    /// The line that tells it; `total` is what the inputs counted so far hold.
    fn line(&self, total: u64) -> String {
        let rate = self.bytes as f64 / self.seconds.max(1e-3);
        let mut line = format!(
            "{} documents, {} errors, {} of {}, {}/s",
            self.records,
            self.failed,
            HumanBytes(self.bytes),
            HumanBytes(total.max(self.bytes)),
            HumanBytes(rate as u64),
        );
        if total > self.bytes && rate >= 1.0 {
            let left = Duration::from_secs_f64((total - self.bytes) as f64 / rate);
            let _ = write!(line, ", {} left", HumanDuration(left));
        }
        line
    }
}

/// Counts the bytes of the inputs on a thread of its own; `tell` gets each sum.
fn count(inputs: &[PathBuf], total: Arc<AtomicU64>, tell: impl Fn(u64) + Send + 'static) {
    let inputs = inputs.to_vec();
    std::thread::spawn(move || {
        for input in inputs {
            for entry in WalkDir::new(input).into_iter().flatten() {
                if entry.file_type().is_file() {
                    let size = entry.metadata().map_or(0, |metadata| metadata.len());
                    tell(total.fetch_add(size, Ordering::Relaxed) + size);
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_rate_and_time_left() {
        let done = Done {
            records: 90,
            failed: 10,
            bytes: 10 << 20,
            seconds: 2.0,
        };
        assert_eq!(
            done.line(60 << 20),
            "90 documents, 10 errors, 10.00 MiB of 60.00 MiB, 5.00 MiB/s, 10 seconds left"
        );
        // More was read than was counted so far, as from standard input.
        assert_eq!(
            done.line(0),
            "90 documents, 10 errors, 10.00 MiB of 10.00 MiB, 5.00 MiB/s"
        );
    }

    #[test]
    fn a_line_comes_when_it_is_time() {
        let done = Done {
            records: 1,
            failed: 0,
            bytes: 5,
            seconds: 1.0,
        };
        let total = Arc::new(AtomicU64::new(5));
        let said = Instant::now();
        let mut lines = Progress::Lines { total, said };
        assert_eq!(lines.advance(&done), None);
        if let Progress::Lines { said, .. } = &mut lines
            && let Some(before) = said.checked_sub(LINE_EVERY)
        {
            *said = before;
            assert!(lines.advance(&done).is_some());
            assert_eq!(lines.advance(&done), None);
        }
    }
}
