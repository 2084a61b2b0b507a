//! `greffier extract`: records as JSON lines.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use super::args::Extract;
use super::exit::Exit;
use super::fail;
use super::report::Report;
use super::resolve::{Resolved, resolve};
use crate::ingest::{Limits, Raw};
use crate::output::{Cache, Changes, Ledger, Line, Made};
use crate::pipeline::{Config, Engine, Found, Outcome, Stop, run};
use crate::record::Failure;

pub(super) fn main(args: Extract) -> Exit {
    extract(args).unwrap_or_else(|message| fail(&message))
}

/// Runs the command. The error is a message for the user.
fn extract(args: Extract) -> Result<Exit, String> {
    let error_lines = args.error_lines;
    let outputs = args
        .output
        .as_deref()
        .map(Ledger::files)
        .unwrap_or_default();
    let Resolved {
        run: job,
        mut report,
        stop,
    } = resolve(args.reading, outputs)?;
    let config = Config {
        layout: args.layout.into(),
        anchor: args.anchor,
        rules: args.rules,
        keep_text: !args.no_text,
        any_language: args.any_language,
        boxes: args.boxes,
        limits: job.limits.clone(),
    };
    let engine = match super::engine(config) {
        Ok(engine) => Arc::new(engine),
        Err(exit) => return Ok(exit),
    };
    let mut sink = Sink::open(args.output, &engine, args.resume)?;
    let cache = sink.cache();
    let limits = job.limits.clone();
    let mut fault = None;
    let work = move |raw: Raw| cache.record(raw, |raw| record(&engine, &limits, raw));
    let ran = run(job, &stop, work, |outcome| {
        let written = if let Some(outcome) = outcome {
            consume(outcome, &mut sink, &mut report, error_lines)
        } else {
            report.flush();
            sink.flush()
        };
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                fault = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    ran.map_err(|error| format!("cannot start threads: {error}"))?;
    end(sink, report, fault, &stop)
}

/// Reads one document and writes its record as a line.
fn record(engine: &Engine, limits: &Limits, raw: Raw) -> Result<Line, Failure> {
    let deadline = limits.deadline();
    let document = raw.into_document(limits, deadline)?;
    let path = document.path.clone();
    match engine.read_by(document, deadline) {
        Ok(record) => Ok(Line::new(&record)),
        Err(problem) => Err(problem.at(&path)),
    }
}

fn consume(
    outcome: Outcome<Made>,
    sink: &mut Sink,
    report: &mut Report,
    error_lines: bool,
) -> io::Result<()> {
    let Outcome {
        path,
        progress,
        found,
    } = outcome;
    match found {
        Found::Result(made) => {
            report.record(progress);
            sink.push(&path, made)
        }
        Found::Failure(failure) => {
            report.failure(&failure, progress);
            sink.push_failure(&path, &failure, error_lines)
        }
        Found::Skipped => {
            report.skip(progress);
            Ok(())
        }
    }
}

/// Ends the output as the run ended.
fn end(
    mut sink: Sink,
    report: Report,
    fault: Option<io::Error>,
    stop: &Stop,
) -> Result<Exit, String> {
    let name = sink.name();
    match fault {
        // Whoever read our output has seen enough.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done),
        Some(error) => return Err(format!("{name}: {error}{}", sink.advice())),
        None => {}
    }
    let failed = |error: io::Error| format!("{name}: {error}");
    if stop.is_stopped() {
        let advice = sink.advice();
        sink.flush().map_err(failed)?;
        report.say(&format!("interrupted{advice}"));
        report.finish(None);
        return Ok(Exit::Interrupted);
    }
    match sink.finish() {
        Ok(changes) => Ok(report.finish(changes)),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Done),
        Err(error) => Err(failed(error)),
    }
}

/// Where records go.
enum Sink {
    /// Standard output, or a file that is no regular one.
    Stream(String, BufWriter<Box<dyn Write>>),
    /// A file that can be gone on with.
    File(String, Box<Ledger>, bool),
}

impl Sink {
    fn open(output: Option<PathBuf>, engine: &Engine, resume: bool) -> Result<Self, String> {
        let Some(path) = output else {
            let stdout = Box::new(io::stdout());
            return Ok(Sink::Stream(
                "standard output".to_owned(),
                BufWriter::new(stdout),
            ));
        };
        let name = path.display().to_string();
        let failed = |error: io::Error| format!("{}: {error}", path.display());
        if path.is_dir() {
            return Err(format!("{name}: is a folder (name a file for the records)"));
        }
        if path.exists() && !path.is_file() {
            if resume {
                return Err(format!("{name}: is no regular file (leave out --resume)"));
            }
            let file = std::fs::OpenOptions::new()
                .write(true)
                .open(&path)
                .map_err(failed)?;
            return Ok(Sink::Stream(name, BufWriter::new(Box::new(file))));
        }
        let fingerprint = engine.fingerprint().map_err(|error| error.to_string())?;
        let ledger = Ledger::open(&path, &fingerprint, resume).map_err(failed)?;
        Ok(Sink::File(name, Box::new(ledger), resume))
    }

    fn cache(&self) -> Arc<Cache> {
        match self {
            Sink::Stream(..) => Arc::default(),
            Sink::File(_, ledger, _) => ledger.cache(),
        }
    }

    fn name(&self) -> String {
        match self {
            Sink::Stream(name, _) | Sink::File(name, ..) => name.clone(),
        }
    }

    /// What to do after a stop.
    fn advice(&self) -> &'static str {
        match self {
            Sink::Stream(..) => "",
            Sink::File(..) => " (go on with --resume)",
        }
    }

    fn push(&mut self, path: &str, made: Made) -> io::Result<()> {
        match self {
            Sink::Stream(_, out) => made.line().map_or(Ok(()), |line| out.write_all(&line.0)),
            Sink::File(_, ledger, _) => ledger.push(path, made),
        }
    }

    fn push_failure(&mut self, path: &str, failure: &Failure, as_line: bool) -> io::Result<()> {
        match self {
            Sink::Stream(_, out) if as_line => {
                out.write_all(b"{\"error\":")?;
                serde_json::to_writer(&mut *out, failure)?;
                out.write_all(b"}\n")
            }
            Sink::Stream(..) => Ok(()),
            Sink::File(_, ledger, _) => {
                ledger.fail(path);
                Ok(())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Sink::Stream(_, out) => out.flush(),
            Sink::File(_, ledger, _) => ledger.flush(),
        }
    }

    fn finish(self) -> io::Result<Option<Changes>> {
        match self {
            Sink::Stream(_, mut out) => out.flush().map(|()| None),
            Sink::File(_, ledger, resumed) => {
                let changes = ledger.finish()?;
                Ok(resumed.then_some(changes))
            }
        }
    }
}
