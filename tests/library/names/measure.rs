//! The scores of all fixtures after a change of their names.

use std::path::Path;

use greffier::evaluate::{Fixture, Tally, score};
use greffier::ingest::Document;
use greffier::pipeline::Engine;

use super::swap::{Change, changed, genders};

/// The tallies of people, of their functions and of the spans of names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// People as facts.
    pub people: Tally,
    /// Pairs of person and function.
    pub roles: Tally,
    /// Mentions of names.
    pub spans: Tally,
}

/// Scores every annotated communiqué of `folder`, its names changed or not.
pub fn measure(engine: &Engine, folder: &Path, change: Option<Change>) -> Scores {
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/lexicons/given-name.tsv");
    let genders = genders(&std::fs::read_to_string(lexicon).expect("the list of given names"));
    let files = Fixture::files(folder).expect("a folder of fixtures");
    let mut sum = Scores::default();
    for path in files {
        let xml = std::fs::read_to_string(&path).expect("a fixture");
        let xml = change.map_or_else(|| xml.clone(), |change| changed(&xml, change, &genders));
        let name = path.file_stem().expect("a name").to_string_lossy();
        let fixture = Fixture::parse(&name, &xml).expect("a well-formed fixture");
        let record = engine.read(Document::from_text(&fixture.name, &fixture.text));
        let (scores, _) = score(&record, &fixture);
        for (measure, into) in [
            ("people", &mut sum.people),
            ("people roles", &mut sum.roles),
            ("per span", &mut sum.spans),
        ] {
            into.add(scores.get(measure).unwrap_or(&Tally::default()));
        }
    }
    sum
}
