//! `greffier extract`: records as JSON lines.

use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::args::Extract;
use super::exit::Exit;
use crate::ingest::InputFormat;
use crate::output::Line;
use crate::pipeline::{Config, Engine, Found, Run, Stop, run};

#[expect(clippy::print_stderr, reason = "messages of the command")]
pub(super) fn main(args: Extract) -> Exit {
    let config = Config::default();
    let limits = config.limits.clone();
    let engine = match Engine::new(config) {
        Ok(engine) => Arc::new(engine),
        Err(error) => {
            eprintln!("greffier: {error}");
            return Exit::Unable;
        }
    };
    let jobs = args
        .jobs
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, Into::into));
    let job = Run {
        inputs: args.inputs,
        input_format: InputFormat::Auto,
        limits: limits.clone(),
        jobs,
        exclude: Vec::new(),
        shard: None,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut failed = false;
    let ended = run(
        job,
        &Stop::default(),
        move |raw| {
            let deadline = limits.deadline();
            let document = raw.into_document(&limits, deadline)?;
            let path = document.path.clone();
            match engine.read_by(document, deadline) {
                Ok(record) => Ok(Line::new(&record)),
                Err(problem) => Err(problem.at(&path)),
            }
        },
        |outcome| {
            let written = match outcome.map(|outcome| outcome.found) {
                None => out.flush(),
                Some(Found::Result(line)) => out.write_all(&line.0),
                Some(Found::Failure(failure)) => {
                    failed = true;
                    eprintln!("greffier: {failure}");
                    Ok(())
                }
                Some(Found::Skipped) => Ok(()),
            };
            if written.is_ok() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    );
    match ended {
        Ok(()) if failed => Exit::SomeFailed,
        Ok(()) => Exit::Done,
        Err(_) => Exit::Unable,
    }
}
