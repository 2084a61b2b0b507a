//! Which of the towns of one name a text means.
//!
//! A State's capital, a large town and a chief town weigh more; a country that
//! the text names weighs most; a department or country in brackets decides.

use rustc_hash::FxHashSet;

use super::Reading;
use crate::lexicon::EntryRef;

/// Where a place lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// How much a country that the text names speaks for its towns.
const NAMED_COUNTRY: u32 = 4;

/// The most likely town of the name that these tokens are; `None` where no list
/// has it. `inside` is what stands in brackets after it, `countries` the codes
/// of the countries that the text names.
#[must_use]
#[expect(clippy::implicit_hasher, reason = "the callers' own set")]
pub fn town(
    reading: &Reading<'_, '_>,
    start: u32,
    end: u32,
    inside: Option<(u32, u32)>,
    countries: &FxHashSet<String>,
) -> Option<Spot> {
    let lexicon = &reading.grammar.lexicon;
    let tokens = |(start, end): (u32, u32)| &reading.lattice.tokens[start as usize..end as usize];
    let holder = inside.map(|i| lexicon.entries(tokens(i)));
    let entries = lexicon.entries(tokens((start, end)));
    let best = entries
        .iter()
        .filter_map(|e| Some((weight(e)?, e)))
        .filter(|(_, e)| {
            holder
                .as_ref()
                .is_none_or(|h| h.is_empty() || h.iter().any(|h| holds(h, e)))
        })
        .map(|(weight, e)| {
            let named = country(e).is_some_and(|c| countries.contains(c));
            (weight + if named { NAMED_COUNTRY } else { 0 }, e)
        })
        // The first of equal weight: lists are in a fixed order.
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let (_, entry) = best?;
    let number = |column: &str| entry.feature(column).and_then(|n| n.parse().ok());
    Some(Spot {
        country: country(entry).map(str::to_owned),
        latitude: number("lat"),
        longitude: number("lon"),
    })
}

/// How likely a town is meant by its bare name; `None` for what is no town.
fn weight(entry: &EntryRef<'_>) -> Option<u32> {
    Some(
        match (
            entry.lexicon(),
            entry.feature("rank").or(entry.feature("pop")),
        ) {
            ("capital", _) => 6,
            ("commune", Some("region" | "prefecture")) => 5,
            ("commune", Some("sous-prefecture" | "large" | "town")) => 4,
            ("commune", Some("small")) => 2,
            ("commune", _) => 1,
            ("city-world", Some("a")) => 4,
            ("city-world", Some("b")) => 3,
            ("city-world", _) => 2,
            ("town-bare", _) => 3,
            _ => return None,
        },
    )
}

fn country<'e>(entry: &EntryRef<'e>) -> Option<&'e str> {
    match entry.lexicon() {
        "commune" => Some("FR"),
        _ => entry.feature("iso"),
    }
}

/// Whether a department or country holds a town.
fn holds(holder: &EntryRef<'_>, town: &EntryRef<'_>) -> bool {
    match holder.lexicon() {
        "departement" => town.feature("dept") == holder.feature("code"),
        "region-fr" => country(town) == Some("FR"),
        _ => holder.feature("iso").is_some() && holder.feature("iso") == country(town),
    }
}
