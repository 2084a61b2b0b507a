//! `greffier eval`: precision, recall and F1 against annotated fixtures.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::exit::Exit;
use crate::evaluate::{Baseline, Fixture, Report, changes, score};
use crate::ingest::Document;
use crate::output::{Line, RecordLines};
use crate::pipeline::Config;
use crate::record::Record;

/// Arguments of `eval`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  greffier eval fixtures
  greffier eval --errors fixtures/hard-names-capitals.xml
  greffier eval --min-f1 0.9 fixtures
  greffier eval --baseline fixtures/baseline.json fixtures
  greffier eval --write-records before.jsonl fixtures      then change a rule, and:
  greffier eval --diff before.jsonl fixtures               the sentences that changed
  greffier eval annotated/                                 brat: NAME.ann beside NAME.txt")]
pub struct Eval {
    /// Annotated communiqués (.xml; .ann of brat beside its .txt; .jsonl of doccano), or folders of them.
    #[arg(required = true)]
    fixtures: Vec<PathBuf>,
    /// Print each miss and each false alarm.
    #[arg(long)]
    errors: bool,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
    /// Fail if the headline (mean F1 of people, roles, dates, places, agreements) is lower.
    #[arg(long, value_name = "F1")]
    min_f1: Option<f64>,
    /// Fail if any figure of any fixture is lower than in this file.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the figures of each fixture to this file, as the next baseline.
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// Print the sentences in which this run differs from the records in FILE (of --write-records, or of `extract`).
    #[arg(long, value_name = "FILE")]
    diff: Option<PathBuf>,
    /// Write the records of this run to FILE.
    #[arg(long, value_name = "FILE")]
    write_records: Option<PathBuf>,
    /// Rules and lexicons that add to or override the built-in ones; repeatable.
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

/// Runs `greffier eval`.
pub fn main(args: Eval) -> Exit {
    let fixtures = match read(&args.fixtures) {
        Ok(fixtures) if fixtures.is_empty() => {
            return super::fail(&"no fixture there (*.xml, *.ann or *.jsonl)");
        }
        Ok(fixtures) => fixtures,
        Err(message) => return super::fail(&message),
    };
    let before = match args.baseline.as_deref().map(baseline).transpose() {
        Ok(before) => before,
        Err(message) => return super::fail(&message),
    };
    let engine = match super::engine(Config {
        rules: args.rules,
        ..Config::default()
    }) {
        Ok(engine) => engine,
        Err(exit) => return exit,
    };
    let records: Vec<_> = fixtures
        .par_iter()
        .map(|f| engine.read(Document::from_text(&f.name, &f.text)))
        .collect();
    let pairs = records.par_iter().zip(&fixtures);
    let scored: Vec<_> = pairs.map(|(record, f)| score(record, f)).collect();
    let (mut report, mut out) = (Report::default(), String::new());
    for (fixture, (scores, differences)) in fixtures.iter().zip(scored) {
        report.add(&fixture.name, scores);
        if args.errors {
            for d in differences {
                let _ = writeln!(
                    out,
                    "{}\t{}\t{}\t{}",
                    d.fixture,
                    d.measure,
                    d.what,
                    d.detail.replace('\n', " ")
                );
            }
        }
    }
    out.push_str(&if args.json {
        report.json()
    } else {
        report.table()
    });
    if let Some(path) = &args.diff {
        match diff(path, &fixtures, &records) {
            Ok(changed) => out = changed + &out,
            Err(message) => return super::fail(&message),
        }
    }
    let mut exit = super::print(&out);
    if let Some(path) = &args.write_records {
        let lines: Vec<u8> = records
            .iter()
            .flat_map(|record| Line::new(record).0)
            .collect();
        if let Err(error) = std::fs::write(path, lines) {
            return super::fail(&format!("{}: {error}", path.display()));
        }
    }
    if let Some(path) = args.write_baseline {
        let json = serde_json::to_string_pretty(&report.fixtures).unwrap_or_default();
        if let Err(error) = std::fs::write(&path, json + "\n") {
            return super::fail(&format!("{}: {error}", path.display()));
        }
    }
    if let Some(before) = before {
        for (fixture, measure, was, is) in before.falls(&report.fixtures) {
            super::fail(&format!(
                "{fixture}: {measure} fell from {was:.3} to {is:.3}"
            ));
            exit = Exit::SomeFailed;
        }
    }
    if let Some(floor) = args.min_f1.filter(|floor| report.headline() < *floor) {
        super::fail(&format!(
            "headline {:.3} is under {floor}",
            report.headline()
        ));
        exit = Exit::SomeFailed;
    }
    exit
}

fn read(paths: &[PathBuf]) -> Result<Vec<Fixture>, String> {
    let (mut fixtures, mut foreign) = (Vec::new(), Vec::new());
    for path in paths {
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|e| e.to_string())?;
            let file = entry.path();
            let ending = file.extension().and_then(|e| e.to_str());
            match ending.filter(|_| entry.file_type().is_file()) {
                Some("xml") => fixtures.push(Fixture::read(file).map_err(|e| e.to_string())?),
                Some("ann") => foreign.push(Fixture::read_brat(file)?),
                Some("jsonl") => foreign.extend(Fixture::read_doccano(file)?),
                _ => {}
            }
        }
    }
    Fixture::score_what_is_annotated(&mut foreign);
    fixtures.extend(foreign);
    Ok(fixtures)
}

/// The sentences in which the records differ from those of an earlier run.
fn diff(path: &Path, fixtures: &[Fixture], records: &[Record]) -> Result<String, String> {
    let fail = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let mut before: HashMap<String, Record> = HashMap::new();
    let mut lines = RecordLines::open(path).map_err(|e| fail(&e))?;
    loop {
        let some = lines.some(1 << 20).map_err(|e| fail(&e))?;
        if some.is_empty() {
            break;
        }
        for line in some {
            let record: Record = serde_json::from_slice(&line.bytes).map_err(|e| fail(&e))?;
            let name = Path::new(&record.source.path)
                .file_name()
                .unwrap_or_default()
                .to_string_lossy();
            let name = [".txt", ".md"]
                .iter()
                .find_map(|end| name.strip_suffix(end))
                .unwrap_or(&name);
            before.insert(name.to_owned(), record);
        }
    }
    let mut out = String::new();
    for (fixture, record) in fixtures.iter().zip(records) {
        match before.get(&fixture.name) {
            Some(earlier) if earlier.text == record.text => {
                for change in changes(earlier, record, fixture) {
                    let _ = write!(out, "{change}");
                }
            }
            Some(_) => {
                let _ = writeln!(out, "{}: has another text now", fixture.name);
            }
            None => {
                let _ = writeln!(out, "{}: is new", fixture.name);
            }
        }
    }
    if out.is_empty() {
        out.push_str("no sentence changed\n");
    }
    out.push('\n');
    Ok(out)
}

fn baseline(path: &Path) -> Result<Baseline, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}
