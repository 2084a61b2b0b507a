//! From arguments as typed to what they mean.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::thread::available_parallelism;

use super::args::Reading;
use super::report::Report;
use crate::ingest::{Limits, STDIN, resolved};
use crate::pipeline::{Run, Stop};

/// What the arguments of a run mean.
pub(super) struct Resolved {
    pub run: Run,
    pub report: Report,
    pub stop: Stop,
}

/// Resolves the arguments of a run; `outputs` are the files that it writes.
/// The error is a message for the user.
pub(super) fn resolve(reading: Reading, mut outputs: Vec<PathBuf>) -> Result<Resolved, String> {
    let mut inputs = reading.inputs;
    if inputs.is_empty() {
        if std::io::stdin().is_terminal() {
            return Err("no inputs (name files or folders, or `-` for standard input)".to_owned());
        }
        inputs.push(STDIN.into());
    }
    let limits = Limits {
        max_bytes: reading.max_bytes,
        max_pages: reading.max_pages,
        ocr: reading.ocr.into(),
        passwords: reading.passwords.read()?,
        timeout: (!reading.timeout.is_zero()).then_some(reading.timeout),
        ..Limits::default()
    };
    let report = Report::new(
        &inputs,
        reading.errors.as_deref(),
        reading.progress,
        reading.quiet,
        reading.verbose,
    )?;
    outputs.extend(reading.errors);
    let cores = available_parallelism().map_or(1, Into::into);
    let run = Run {
        inputs,
        input_format: reading.input_format,
        limits,
        jobs: reading.jobs.map_or(cores, usize::from),
        exclude: outputs.iter().map(|path| resolved(path)).collect(),
        shard: reading.shard,
    };
    Ok(Resolved {
        run,
        report,
        stop: stop_on_signals()?,
    })
}

/// A wish to stop that the first signal sets; the second ends the process.
pub(super) fn stop_on_signals() -> Result<Stop, String> {
    let stop = Stop::default();
    let asked = stop.clone();
    ctrlc::set_handler(move || {
        if asked.is_stopped() {
            #[expect(
                clippy::exit,
                reason = "the user insists; what is written is whole lines"
            )]
            std::process::exit(130);
        }
        asked.stop();
    })
    .map_err(|error| format!("cannot watch for signals: {error}"))?;
    Ok(stop)
}
