//! Counterparts: « son homologue », whom the text names elsewhere.

use super::name::Name;
use super::office::{Office, last_seen};
use super::who::{Individual, genders_agree, only};

/// In a text of more functions or people nobody is the only one.
const MOST: usize = 500;

/// Who is meant by « son homologue » without a name: whom the text calls so elsewhere, else the
/// only other one with an office like that of whoever was spoken of last.
pub(super) fn counterpart(
    offices: &[Office<'_>],
    at: usize,
    names: &[Name<'_>],
    individuals: &[Individual],
) -> Option<usize> {
    if offices.len() > MOST || individuals.len() > MOST {
        return None;
    }
    let office = &offices[at];
    let of_country = |o: &Office<'_>| office.country.is_none() || o.country == office.country;
    let fits = |i: &usize| genders_agree(office.gender, individuals[*i].gender);
    let seen = |i: usize| last_seen(i, office.start, offices, names, individuals);
    let speaker = (0..individuals.len()).max_by_key(|&i| seen(i))?;
    seen(speaker)?;
    let held = |by: usize| {
        let own = offices.iter().filter(move |o| o.is_held(by));
        own.filter(|o| !o.counterpart)
    };
    let alike = |other: &Office<'_>| {
        let mut own = held(speaker);
        own.any(|own| own.words.first() == other.words.first())
    };
    // The minister's counterpart is not that of the general who signs.
    let may_be = |i: &usize| {
        let untold = held(*i).next().is_none() || held(speaker).next().is_none();
        *i != speaker && (untold || held(*i).any(alike))
    };
    let may_name = |o: &&Office<'_>| o.counterpart && (o.country.is_none() || of_country(o));
    let called = offices.iter().filter(may_name);
    if let Some(one) = only(called.flat_map(Office::people).filter(fits).filter(may_be)) {
        return Some(one);
    }
    let others = (0..individuals.len())
        .filter(|&i| i != speaker && held(i).any(|o| alike(o) && of_country(o)));
    only(others.filter(fits))
}
