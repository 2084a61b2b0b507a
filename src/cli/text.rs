//! `greffier text`: the text alone, in reading order.

use std::collections::HashSet;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::args::Text;
use super::exit::Exit;
use super::fail;
use super::resolve::{Resolved, resolve};
use crate::ingest::{Document, Raw};
use crate::pipeline::{Found, Weight, run};

impl Weight for Document {
    fn weight(&self) -> usize {
        self.text.len()
    }
}

pub(super) fn main(args: Text) -> Exit {
    text(args).unwrap_or_else(|message| fail(&message))
}

/// Runs the command. The error is a message for the user.
fn text(args: Text) -> Result<Exit, String> {
    let Resolved {
        run: job,
        mut report,
        stop,
    } = resolve(args.reading, Vec::new())?;
    let mut target = match args.output {
        None => Target::Stdout {
            out: BufWriter::new(io::stdout()),
            is_first: true,
        },
        Some(folder) => {
            std::fs::create_dir_all(&folder)
                .map_err(|error| format!("{}: {error}", folder.display()))?;
            Target::Folder {
                folder,
                names: HashSet::new(),
            }
        }
    };
    let limits = job.limits.clone();
    let work = move |raw: Raw| raw.into_document(&limits, limits.deadline());
    let mut fault = None;
    let ran = run(job, &stop, work, |outcome| {
        let written = match outcome {
            None => {
                report.flush();
                target.flush()
            }
            Some(outcome) => match outcome.found {
                Found::Result(document) => {
                    report.record(outcome.progress);
                    for warning in &document.warnings {
                        report.tell(&format!("{}: {}", document.path, warning.message));
                    }
                    target.write(&document)
                }
                Found::Failure(failure) => {
                    report.failure(&failure, outcome.progress);
                    Ok(())
                }
                Found::Skipped => {
                    report.skip(outcome.progress);
                    Ok(())
                }
            },
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
    match fault.or(target.flush().err()) {
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done),
        Some(error) => return Err(format!("output: {error}")),
        None => {}
    }
    let exit = report.finish(None);
    Ok(if stop.is_stopped() {
        Exit::Interrupted
    } else {
        exit
    })
}

/// Where texts go.
enum Target {
    /// One after the other, a form feed between them.
    Stdout {
        out: BufWriter<io::Stdout>,
        is_first: bool,
    },
    /// A file each.
    Folder {
        folder: PathBuf,
        names: HashSet<String>,
    },
}

impl Target {
    fn write(&mut self, document: &Document) -> io::Result<()> {
        match self {
            Target::Stdout { out, is_first } => {
                if !std::mem::take(is_first) {
                    out.write_all(b"\x0C\n")?;
                }
                out.write_all(document.text.as_bytes())?;
                if document.text.ends_with('\n') {
                    Ok(())
                } else {
                    out.write_all(b"\n")
                }
            }
            Target::Folder { folder, names } => {
                let stem = stem(&document.path);
                let mut name = format!("{stem}.txt");
                let mut number = 2;
                while !names.insert(name.to_lowercase()) {
                    name = format!("{stem}-{number}.txt");
                    number += 1;
                }
                std::fs::write(folder.join(name), &document.text)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Target::Stdout { out, .. } => out.flush(),
            Target::Folder { .. } => Ok(()),
        }
    }
}

/// The last part of a path without its extension, safe as the name of a file.
fn stem(path: &str) -> String {
    let stem = Path::new(path)
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let unsafe_ones = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    let stem = stem.unwrap_or_default().replace(unsafe_ones, "_");
    match stem.as_str() {
        "" | "." | ".." => "text".to_owned(),
        "-" => "stdin".to_owned(),
        _ => stem,
    }
}
