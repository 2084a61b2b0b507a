//! Places: mentions gathered into entries with kind, country and coordinates.

use rustc_hash::FxHashSet;

use super::Reading;
use super::capitals::ordinary;
use super::gazetteer::{self, Spot};
use crate::grammar::Annotation;
use crate::lexicon::fold::fold;
use crate::record::{Mention, Place, PlaceKind};

/// Where the name of a street or building is part of an address.
const ADDRESSES: [&str; 4] = ["letterhead", "signature", "contacts", "other"];

/// A mention before it is gathered.
struct Found {
    start: u32,
    end: u32,
    kind: PlaceKind,
    name: String,
    spot: Option<Spot>,
    rule: String,
}

/// The places of a text, in the order of their first mention.
#[must_use]
pub fn places(reading: &Reading<'_, '_>) -> Vec<Place> {
    let mut found = candidates(reading);
    found.sort_by_key(|f| (f.start, std::cmp::Reverse(f.end)));
    let mut places: Vec<Place> = Vec::new();
    let mut keys: Vec<(PlaceKind, String)> = Vec::new();
    let mut reached = 0;
    for f in found {
        if reading.is_late() {
            break;
        }
        if f.start < reached {
            continue;
        }
        reached = f.end;
        let key = (f.kind, fold(&f.name));
        let mention: Mention = reading.mention(f.start, f.end, &f.rule);
        if let Some(at) = keys.iter().position(|k| *k == key) {
            places[at].mentions.push(mention);
            continue;
        }
        let spot = f.spot.unwrap_or_default();
        places.push(Place {
            id: format!("l{}", places.len() + 1),
            name: f.name,
            kind: f.kind,
            country: spot.country,
            latitude: spot.latitude,
            longitude: spot.longitude,
            mentions: vec![mention],
        });
        keys.push(key);
    }
    places
}

/// Sites and places that are no part of a person's or an organisation's name.
fn candidates(reading: &Reading<'_, '_>) -> Vec<Found> {
    let lattice = &reading.lattice;
    let people = lattice.of_kind("person");
    let bodies = lattice.of_kind("org");
    let inside = |a: &Annotation<'_>, others: &[&Annotation<'_>]| {
        others.iter().any(|o| o.start <= a.start && a.end <= o.end)
    };
    let overlaps = |a: &Annotation<'_>, others: &[&Annotation<'_>]| {
        others.iter().any(|o| o.start < a.end && a.start < o.end)
    };
    let annotations: Vec<&Annotation<'_>> = lattice
        .of_kind("place")
        .into_iter()
        .filter(|a| !reading.is_late() && !overlaps(a, &people) && !inside(a, &bodies))
        .collect();
    let countries: FxHashSet<String> = annotations
        .iter()
        .filter(|a| a.text("kind") == Some("country"))
        .filter_map(|a| a.text("iso"))
        .map(str::to_owned)
        .collect();
    let mut found: Vec<Found> = annotations
        .iter()
        .map(|a| place(reading, a, &countries))
        .collect();
    // An address is a contact, no place where something happens.
    let sites = lattice.of_kind("site");
    let scenes = sites.iter().filter(|a| {
        let unit = reading.units.get(reading.unit_of(a.start));
        unit.is_none_or(|u| !ADDRESSES.contains(&u.label)) && !has_postcode(reading, a.end)
    });
    found.extend(scenes.map(|a| Found {
        start: a.start,
        end: a.end,
        kind: PlaceKind::Site,
        name: site_name(reading, a),
        spot: None,
        rule: a.rule.to_owned(),
    }));
    if let Some((start, end)) = reading.layout.dateline.as_ref().and_then(|d| d.place) {
        let known = found.iter().any(|f| f.start < end && start < f.end);
        if !known {
            found.push(town(
                reading,
                start,
                end,
                None,
                &countries,
                "places/dateline",
            ));
        }
    }
    found
}

/// « 57, rue de Varenne – 75007 Paris »: a postal code right after the street.
fn has_postcode(reading: &Reading<'_, '_>, end: u32) -> bool {
    let text = reading.lattice.text;
    let after = reading.lattice.tokens[end as usize..].iter();
    after.take(2).any(|t| {
        let word = t.text(text);
        word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit())
    })
}

fn place(reading: &Reading<'_, '_>, a: &Annotation<'_>, countries: &FxHashSet<String>) -> Found {
    let kind = a
        .text("kind")
        .and_then(|k| k.parse().ok())
        .unwrap_or(PlaceKind::Other);
    if kind == PlaceKind::City && a.text("iso").is_none() {
        let inside = a.span("inside");
        return town(reading, a.start, a.end, inside, countries, a.rule);
    }
    let number = |field: &str| a.text(field).and_then(|n| n.parse().ok());
    let name = a
        .text("name")
        .map_or_else(|| name(reading, a.start, a.end), str::to_owned);
    Found {
        start: a.start,
        end: a.end,
        kind,
        name,
        spot: Some(Spot {
            country: a.text("iso").map(str::to_owned),
            latitude: number("lat"),
            longitude: number("lon"),
        }),
        rule: a.rule.to_owned(),
    }
}

/// A town, looked up among its namesakes.
fn town(
    reading: &Reading<'_, '_>,
    start: u32,
    end: u32,
    inside: Option<(u32, u32)>,
    countries: &FxHashSet<String>,
    rule: &str,
) -> Found {
    let spot = gazetteer::town(reading, start, end, inside, countries);
    Found {
        start,
        end,
        kind: PlaceKind::City,
        name: name(reading, start, end),
        spot,
        rule: rule.to_owned(),
    }
}

/// The name as lists spell it, else as the text does, in ordinary capitals.
fn name(reading: &Reading<'_, '_>, start: u32, end: u32) -> String {
    ordinary(reading, start, end)
}

/// The name of a site, its abbreviated noun written out.
fn site_name(reading: &Reading<'_, '_>, a: &Annotation<'_>) -> String {
    let name = ordinary(reading, a.start, a.end);
    let first = &reading.lattice.tokens[a.start as usize..=a.start as usize];
    let short = first[0].text(reading.lattice.text);
    match reading.grammar.lexicon.feature(first, "site-noun", "full") {
        Some(full) => name.replacen(short, full, 1),
        None => name,
    }
}
