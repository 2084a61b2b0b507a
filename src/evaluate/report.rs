//! Figures over many fixtures, and the baseline that they must not fall under.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::Tally;
use super::score::Scores;

/// The measures whose mean is the headline.
const HEADLINE: [&str; 5] = [
    "people",
    "people roles",
    "date span+value",
    "place span",
    "agreement slots",
];

/// The tallies of each fixture, as a file keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Baseline(pub BTreeMap<String, BTreeMap<String, Tally>>);

impl Baseline {
    /// What fell: fixture, measure, F1 before and now.
    #[must_use]
    pub fn falls(&self, now: &Baseline) -> Vec<(String, String, f64, f64)> {
        let mut falls = Vec::new();
        for (fixture, scores) in &self.0 {
            for (measure, before) in scores {
                let after = now
                    .0
                    .get(fixture)
                    .and_then(|s| s.get(measure))
                    .copied()
                    .unwrap_or_default();
                if after.f1() + 1e-9 < before.f1() {
                    falls.push((fixture.clone(), measure.clone(), before.f1(), after.f1()));
                }
            }
        }
        falls
    }
}

/// The figures of a set of fixtures.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Tallies by fixture.
    pub fixtures: Baseline,
    total: Scores,
}

/// One line of the report.
#[derive(Serialize)]
struct Row {
    p: f64,
    r: f64,
    f1: f64,
    #[serde(flatten)]
    tally: Tally,
}

impl Report {
    /// Adds the tallies of a fixture.
    pub fn add(&mut self, fixture: &str, scores: BTreeMap<String, Tally>) {
        for (measure, tally) in &scores {
            self.total.entry(measure.clone()).or_default().add(tally);
        }
        self.fixtures.0.insert(fixture.to_owned(), scores);
    }

    /// Mean F1 of people, their roles, dates with values, places and the slots
    /// of agreements, or those of them that are annotated.
    #[must_use]
    pub fn headline(&self) -> f64 {
        let f1: Vec<f64> = HEADLINE
            .iter()
            .filter_map(|m| self.total.get(*m).map(Tally::f1))
            .collect();
        f1.iter().sum::<f64>() / f1.len().max(1) as f64
    }

    /// The tally of a measure over all fixtures.
    #[must_use]
    pub fn measure(&self, name: &str) -> Option<&Tally> {
        self.total.get(name)
    }

    /// The figures as a table.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out = format!(
            "{:16} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n",
            "", "P", "R", "F1", "found", "false", "missed"
        );
        for (measure, t) in &self.total {
            let _ = writeln!(
                out,
                "{measure:16} {:6.3} {:6.3} {:6.3} {:6} {:6} {:6}",
                t.precision(),
                t.recall(),
                t.f1(),
                t.tp,
                t.fp,
                t.missed
            );
        }
        let _ = writeln!(
            out,
            "{:16} {:>20.3}   ({} fixtures)",
            "headline",
            self.headline(),
            self.fixtures.0.len()
        );
        out
    }

    /// The figures as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        let round = |x: f64| (x * 1e4).round() / 1e4;
        let rows: BTreeMap<&str, Row> = self
            .total
            .iter()
            .map(|(m, t)| {
                let row = Row {
                    p: round(t.precision()),
                    r: round(t.recall()),
                    f1: round(t.f1()),
                    tally: *t,
                };
                (m.as_str(), row)
            })
            .collect();
        let whole = serde_json::json!({
            "fixtures": self.fixtures.0.len(),
            "headline": round(self.headline()),
            "measures": rows,
        });
        format!("{whole:#}\n")
    }
}
