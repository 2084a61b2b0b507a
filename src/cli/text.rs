//! `greffier text`: the text alone, in reading order.

use std::collections::HashSet;
use std::io::{self, BufWriter, Write};
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Text, TextForm};
use super::exit::Exit;
use super::fail;
use super::resolve::{Resolved, resolve};
use crate::ingest::{Document, Raw};
use crate::pdf::{Layout, Rect};
use crate::pipeline::{Found, Weight, run};
use crate::record::CodePoints;

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
    let form = args.layout;
    let mut target = match args.output {
        None => Target::Stdout {
            out: BufWriter::new(io::stdout()),
            form,
            is_first: true,
        },
        Some(folder) => {
            std::fs::create_dir_all(&folder)
                .map_err(|error| format!("{}: {error}", folder.display()))?;
            Target::Folder {
                folder,
                form,
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
    /// One after the other; a form feed between texts.
    Stdout {
        out: BufWriter<io::Stdout>,
        form: TextForm,
        is_first: bool,
    },
    /// A file each.
    Folder {
        folder: PathBuf,
        form: TextForm,
        names: HashSet<String>,
    },
}

impl Target {
    fn write(&mut self, document: &Document) -> io::Result<()> {
        match self {
            Target::Stdout {
                out,
                form: TextForm::Json,
                ..
            } => {
                serde_json::to_writer(&mut *out, &layout_json(document))?;
                out.write_all(b"\n")
            }
            Target::Stdout { out, is_first, .. } => {
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
            Target::Folder {
                folder,
                form,
                names,
            } => {
                let stem = stem(&document.path);
                let (extension, content) = match form {
                    TextForm::Text => ("txt", document.text.clone()),
                    TextForm::Json => ("json", format!("{}\n", layout_json(document))),
                };
                let mut name = format!("{stem}.{extension}");
                let mut number = 2;
                while !names.insert(name.to_lowercase()) {
                    name = format!("{stem}-{number}.{extension}");
                    number += 1;
                }
                std::fs::write(folder.join(name), content)
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

/// A document's text and, of a PDF, where its parts stand: offsets in code
/// points, boxes in points from the lower left corner of the page.
fn layout_json(document: &Document) -> Value {
    let points = CodePoints::new(&document.text);
    let empty = Layout::default();
    let layout = document.layout.as_deref().unwrap_or(&empty);
    let boxed = |page: usize, at: Rect, range: &Range<usize>| {
        let tenths = |points: f32| (f64::from(points) * 10.0).round() / 10.0;
        // A text over the limit is cut, its layout is not.
        let end = range.end.min(document.text.len());
        let span = points.span(range.start.min(end)..end);
        json!({
            "page": page + 1,
            "box": [tenths(at.x0), tenths(at.y0), tenths(at.x1), tenths(at.y1)],
            "start": span.start,
            "end": span.end,
        })
    };
    let mut lines = layout.lines.iter().peekable();
    let blocks: Vec<Value> = layout
        .blocks
        .iter()
        .map(|block| {
            let own = std::iter::from_fn(|| lines.next_if(|l| l.start < block.range.end));
            let own: Vec<Value> = own
                .map(|l| boxed(l.page, l.bbox, &(l.start..l.end)))
                .collect();
            let mut value = boxed(block.page, block.bbox, &block.range);
            value["kind"] = json!(block.kind);
            value["lines"] = own.into();
            value
        })
        .collect();
    let pages: Vec<Value> = layout
        .sizes
        .iter()
        .zip(&document.pages)
        .map(|(&(width, height), range)| {
            let span = points.span(range.clone());
            json!({"width": width, "height": height, "start": span.start, "end": span.end})
        })
        .collect();
    let furniture: Vec<Value> = layout
        .furniture
        .iter()
        .map(|f| json!({"page": f.page + 1, "text": f.text}))
        .collect();
    json!({
        "path": document.path,
        "format": document.format,
        "text": document.text,
        "pages": pages,
        "blocks": blocks,
        "furniture": furniture,
        "warnings": document.warnings,
    })
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
