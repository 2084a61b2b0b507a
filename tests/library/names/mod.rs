//! Names that nobody wrote rules for: every person of the fixtures gets another
//! name of the same shape, and must be found all the same; names that have lost
//! their capitals or accents must break nothing.

mod measure;
mod swap;

use std::path::Path;

use greffier::pipeline::{Config, Engine};
use measure::measure;
use swap::{Change, changed, genders};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

fn engine() -> Engine {
    Engine::new(Config::default()).expect("the built-in rules compile")
}

#[test]
fn other_names_are_found_as_well() {
    let engine = engine();
    let own = measure(&engine, Path::new(FOLDER), None);
    let other = measure(&engine, Path::new(FOLDER), Some(Change::Swapped));
    let (own, other) = (own.people.f1(), other.people.f1());
    assert!(
        own - other <= 0.02,
        "people: {own:.3} with the names of the fixtures, {other:.3} with others"
    );
}

#[test]
fn names_without_capitals_or_accents_degrade_gracefully() {
    let engine = engine();
    let recall = |change| {
        measure(&engine, Path::new(FOLDER), Some(change))
            .people
            .recall()
    };
    for (change, floor) in [
        (Change::Plain, 0.9),
        (Change::Upper, 0.8),
        (Change::Lower, 0.0),
    ] {
        let found = recall(change);
        assert!(found >= floor, "{change:?}: {found:.3} of the people");
    }
}

#[test]
fn a_swapped_name_keeps_its_shape() {
    let xml = concat!(
        "<communique id=\"x\">\n<people>\n",
        "<person id=\"a\" name=\"Jean-Paul de La Tour\"><role>conseiller du maire Éric Petit</role></person>\n",
        "<person id=\"b\" name=\"Éric Petit\"><role>maire</role></person>\n</people>\n<text>",
        "<per id=\"a\">Jean-Paul de LA TOUR</per>, <per id=\"a\">J.-P. de La Tour</per> et <per id=\"b\">Petit</per> ",
        "<per id=\"b\">Éric Petit</per></text>\n</communique>\n"
    );
    let genders = genders("Jean\tm\nPaul\tm\nÉric\tm\n");
    let new = changed(xml, Change::Swapped, &genders);
    assert!(!new.contains("Jean") && !new.contains("Petit"), "{new}");
    let between = |from: &str, to: &str| {
        let start = new.find(from).expect("its begin") + from.len();
        new[start..start + new[start..].find(to).expect("its end")].to_owned()
    };
    let full = between("id=\"a\" name=\"", "\"");
    let (given, family) = full.split_once(" de La ").expect("its particles");
    assert!(given.contains('-'), "{full}");
    let capitals = between("<per id=\"a\">", "<");
    assert_eq!(capitals, format!("{given} de LA {}", family.to_uppercase()));
    let initials: Vec<String> = given
        .split('-')
        .map(|g| g.chars().take(1).collect())
        .collect();
    assert!(
        new.contains(&format!(
            ">{}.-{}. de La {family}<",
            initials[0], initials[1]
        )),
        "{new}"
    );
    let other = between("id=\"b\" name=\"", "\"");
    assert!(new.contains(&format!("du maire {other}<")), "{new}");
    assert_eq!(
        changed(xml, Change::Plain, &genders)
            .matches("Eric Petit")
            .count(),
        1
    );
}
