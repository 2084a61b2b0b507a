//! Counting hits, false alarms and misses.

use serde::{Deserialize, Serialize};

/// True positives, false positives and false negatives of one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Annotations found.
    pub tp: u32,
    /// Found, but not annotated.
    pub fp: u32,
    /// Annotated, but not found.
    #[serde(rename = "fn")]
    pub missed: u32,
}

impl Tally {
    /// Share of what was found that is right; 1 where nothing was found.
    #[must_use]
    pub fn precision(&self) -> f64 {
        ratio(self.tp, self.tp + self.fp)
    }

    /// Share of what is annotated that was found; 1 where nothing is annotated.
    #[must_use]
    pub fn recall(&self) -> f64 {
        ratio(self.tp, self.tp + self.missed)
    }

    /// Harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> f64 {
        ratio(2 * self.tp, 2 * self.tp + self.fp + self.missed)
    }

    /// Adds the counts of another tally.
    pub fn add(&mut self, other: &Tally) {
        self.tp += other.tp;
        self.fp += other.fp;
        self.missed += other.missed;
    }
}

fn ratio(a: u32, b: u32) -> f64 {
    if b == 0 {
        1.0
    } else {
        f64::from(a) / f64::from(b)
    }
}

/// What became of the pairing of two lists.
pub(super) struct Pairing<'a, G, P> {
    pub tally: Tally,
    /// Annotations that nothing was paired with.
    pub missed: Vec<&'a G>,
    /// Findings that nothing was paired with.
    pub alarms: Vec<&'a P>,
}

/// Pairs annotations with findings one to one, in the order of the
/// annotations, so that the result does not depend on anything else. An
/// optional annotation, or a finding that touches one, counts for nothing.
pub(super) fn pair<'a, G, P>(
    gold: &'a [G],
    found: &'a [P],
    same: impl Fn(&G, &P) -> bool,
    optional: impl Fn(&G) -> bool,
    touches: impl Fn(&G, &P) -> bool,
) -> Pairing<'a, G, P> {
    let mut left: Vec<&P> = found.iter().collect();
    let mut tally = Tally::default();
    let mut missed = Vec::new();
    for g in gold {
        if let Some(at) = left.iter().position(|p| same(g, p)) {
            left.remove(at);
            tally.tp += u32::from(!optional(g));
        } else if !optional(g) {
            tally.missed += 1;
            missed.push(g);
        }
    }
    left.retain(|p| !gold.iter().any(|g| optional(g) && touches(g, p)));
    tally.fp += left.len() as u32;
    Pairing {
        tally,
        missed,
        alarms: left,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, pair};

    #[test]
    fn pairs_one_to_one_and_leaves_out_what_is_optional() {
        let gold = [(1, false), (2, false), (3, true), (4, true)];
        let found = [1, 1, 3, 9];
        let same = |g: &(i32, bool), p: &i32| g.0 == *p;
        let touches = |g: &(i32, bool), p: &i32| g.0 == 4 && *p == 9;
        let pairing = pair(&gold, &found, same, |g| g.1, touches);
        // 1 is found once too often, 2 is missed, 3 and what touches 4 do not count.
        assert_eq!(
            pairing.tally,
            Tally {
                tp: 1,
                fp: 1,
                missed: 1
            }
        );
        assert_eq!(pairing.missed, [&(2, false)]);
        assert_eq!(pairing.alarms, [&1]);
    }

    #[test]
    fn figures() {
        let tally = Tally {
            tp: 3,
            fp: 1,
            missed: 2,
        };
        assert!((tally.precision() - 0.75).abs() < 1e-9);
        assert!((tally.recall() - 0.6).abs() < 1e-9);
        assert!((tally.f1() - 6.0 / 9.0).abs() < 1e-9);
        assert!((Tally::default().f1() - 1.0).abs() < 1e-9);
    }
}
