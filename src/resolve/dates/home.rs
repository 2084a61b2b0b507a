//! The country whose calendar a text goes by: its national day is not everybody's.

use std::collections::BTreeMap;

use crate::extract::Reading;

/// The country of which a text speaks most, by its ISO code; where it names none, that of most of
/// its towns, and France where it names no town abroad.
pub(super) fn country<'r>(reading: &'r Reading<'_, '_>) -> &'r str {
    let lexicon = &reading.grammar.lexicon;
    let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
    let mut towns: BTreeMap<&str, usize> = BTreeMap::new();
    for place in reading.lattice.of_kind("place") {
        let tokens = &reading.lattice.tokens[place.start as usize..place.end as usize];
        if let Some(iso) = lexicon.feature(tokens, "country", "iso") {
            *countries.entry(iso).or_default() += 1;
        } else if lexicon.feature(tokens, "commune", "insee").is_some() {
            *towns.entry("FR").or_default() += 1;
        } else if let Some(iso) = lexicon.feature(tokens, "city-world", "iso") {
            *towns.entry(iso).or_default() += 1;
        }
    }
    let most = |told: &BTreeMap<&'r str, usize>| {
        let most = told.iter().max_by_key(|(_, count)| **count);
        most.map(|(iso, _)| *iso)
    };
    most(&countries).or_else(|| most(&towns)).unwrap_or("FR")
}

/// The national day of a country, as a rule of the calendar (`07-14`).
pub(super) fn national_day<'r>(reading: &'r Reading<'_, '_>, iso: &str) -> Option<&'r str> {
    let lexicon = &reading.grammar.lexicon;
    let mut days = lexicon.rows("national-day");
    days.find(|day| day.form() == iso)?.feature("rule")
}
