//! A test for each annotated communiqué: no figure of any fixture may fall
//! under `fixtures/baseline.json`. After a change for the better, keep it with
//! `greffier eval fixtures --write-baseline fixtures/baseline.json`.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use greffier::evaluate::{Baseline, Fixture, Report, score};
use greffier::ingest::Document;
use greffier::pipeline::{Config, Engine};
use libtest_mimic::{Arguments, Failed, Trial};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

fn main() {
    let engine = Arc::new(Engine::new(Config::default()).expect("the built-in rules compile"));
    let text =
        std::fs::read_to_string(Path::new(FOLDER).join("baseline.json")).expect("a baseline");
    let baseline: Baseline = serde_json::from_str(&text).expect("a well-formed baseline");
    let files = Fixture::files(Path::new(FOLDER)).expect("a folder of fixtures");
    assert!(files.len() > 100, "the fixtures are there");
    let trials = files
        .into_iter()
        .map(|path| {
            let (engine, baseline) = (engine.clone(), baseline.clone());
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            Trial::test(name, move || check(&engine, &path, &baseline))
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn check(engine: &Engine, path: &Path, baseline: &Baseline) -> Result<(), Failed> {
    let fixture = Fixture::read(path)?;
    let record = engine.read(Document::from_text(&fixture.name, &fixture.text));
    let (scores, differences) = score(&record, &fixture);
    let mut report = Report::default();
    report.add(&fixture.name, scores);
    let Some(before) = baseline.0.get(&fixture.name) else {
        return Err("not in the baseline: run greffier eval fixtures --write-baseline fixtures/baseline.json".into());
    };
    let own = Baseline([(fixture.name.clone(), before.clone())].into());
    let falls = own.falls(&report.fixtures);
    if falls.is_empty() {
        return Ok(());
    }
    let mut message = String::new();
    for (_, measure, was, is) in &falls {
        let _ = writeln!(message, "{measure} fell from {was:.3} to {is:.3}");
        for d in differences.iter().filter(|d| d.measure == *measure) {
            let _ = writeln!(message, "  {}: {}", d.what, d.detail);
        }
    }
    Err(message.into())
}
