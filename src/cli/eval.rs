//! `greffier eval`: precision, recall and F1 against annotated fixtures.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::exit::Exit;
use crate::evaluate::{Baseline, Fixture, Report, score};
use crate::ingest::Document;
use crate::pipeline::{Config, Engine};

/// Arguments of `eval`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  greffier eval fixtures
  greffier eval --errors fixtures/hard-names-capitals.xml
  greffier eval --min-f1 0.9 fixtures
  greffier eval --baseline fixtures/baseline.json fixtures")]
pub struct Eval {
    /// Annotated communiqués (.xml), or folders of them.
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
    /// Rules and lexicons that add to or override the built-in ones; repeatable.
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

/// Runs `greffier eval`.
pub fn main(args: Eval) -> Exit {
    let fixtures = match read(&args.fixtures) {
        Ok(fixtures) if fixtures.is_empty() => return super::fail(&"no fixture (*.xml) there"),
        Ok(fixtures) => fixtures,
        Err(message) => return super::fail(&message),
    };
    let before = match args.baseline.as_deref().map(baseline).transpose() {
        Ok(before) => before,
        Err(message) => return super::fail(&message),
    };
    let engine = match Engine::new(Config {
        rules: args.rules,
        ..Config::default()
    }) {
        Ok(engine) => engine,
        Err(error) => return super::refuse(&error),
    };
    let scored: Vec<_> = fixtures
        .par_iter()
        .map(|f| score(&engine.read(Document::from_text(&f.name, &f.text)), f))
        .collect();
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
    let mut exit = super::print(&out);
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
    let mut files = Vec::new();
    for path in paths {
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|e| e.to_string())?;
            let is_xml = entry.path().extension().is_some_and(|e| e == "xml");
            if entry.file_type().is_file() && is_xml {
                files.push(entry.into_path());
            }
        }
    }
    files
        .iter()
        .map(|f| Fixture::read(f).map_err(|e| e.to_string()))
        .collect()
}

fn baseline(path: &Path) -> Result<Baseline, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}
