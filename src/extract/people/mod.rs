//! People and their functions.
//!
//! The rules find names (`person`), functions (`role`) and who holds what
//! (`held`, `holds`); here names are gathered into individuals ([`who`]), the
//! functions that stand alone are given to those who hold them ([`office`]),
//! and all of it becomes entries of the record.

mod counterpart;
mod name;
mod office;
mod who;

use super::Reading;
use crate::record::{Form, Gender, Person, PersonMention, RoleMention};
use name::Name;
use office::Office;
use who::{Bearers, Individual};

/// The people of a text in the order of their first mention, and every mention of a function.
#[must_use]
pub fn people(reading: &Reading<'_, '_>) -> (Vec<Person>, Vec<RoleMention>) {
    let names: Vec<Name<'_>> = reading
        .lattice
        .of_kind("person")
        .into_iter()
        .map(|a| Name::read(reading, a))
        .collect();
    let mut individuals = who::gather(reading, &names);
    let bearers = Bearers::of(&names, &individuals);
    let mut offices = office::read(reading, &names, &bearers);
    for office in &offices {
        for holder in &office.holders {
            individuals[holder.individual].agree(office.gender);
        }
    }
    office::resolve(reading, &mut offices, &names, &individuals, &bearers);
    office::refer(reading, &mut offices, &names, &individuals, &bearers);
    // « Il est préfet de l'Ain »: what a pronoun holds says who « le préfet » is.
    office::resolve(reading, &mut offices, &names, &individuals, &bearers);
    let id = |individual: usize| format!("p{}", individual + 1);
    let roles = offices
        .iter()
        .filter(|o| o.is_told())
        .map(|o| {
            let (start, end, text) = reading.span(o.start, o.end);
            RoleMention {
                start,
                end,
                text: text.to_owned(),
                people: o.people().map(id).collect(),
                rule: o.rule.to_owned(),
            }
        })
        .collect();
    let people = individuals
        .iter()
        .enumerate()
        .take_while(|_| !reading.is_late())
        .map(|(at, individual)| person(reading, at, individual, &names, &offices))
        .collect();
    (people, roles)
}

/// The entry of an individual.
fn person(
    reading: &Reading<'_, '_>,
    at: usize,
    individual: &Individual,
    names: &[Name<'_>],
    offices: &[Office<'_>],
) -> Person {
    let fullest = &names[individual.fullest];
    let (given, family) = fullest.parts(reading);
    let mut mentions: Vec<PersonMention> = individual
        .names
        .iter()
        .map(|&n| {
            let name = &names[n];
            let (start, end, text) = reading.span(name.start, name.end);
            PersonMention {
                start,
                end,
                text: text.to_owned(),
                form: name.form(fullest),
                rule: name.rule.to_owned(),
            }
        })
        .collect();
    for office in offices.iter().filter(|o| o.stands_for(at)) {
        let (start, end, text) = reading.span(office.start, office.end);
        mentions.push(PersonMention {
            start,
            end,
            text: text.to_owned(),
            form: Form::Role,
            rule: office.rule.to_owned(),
        });
    }
    mentions.sort_by_key(|m| (m.start, m.end));
    Person {
        id: format!("p{}", at + 1),
        name: fullest.usual(reading),
        given,
        family,
        gender: individual.gender,
        roles: office::titles(reading, at, offices),
        mentions,
    }
}

/// The gender that a feature of a lexicon says.
fn gender(feature: Option<&str>) -> Option<Gender> {
    match feature? {
        "f" => Some(Gender::Feminine),
        "m" => Some(Gender::Masculine),
        _ => None,
    }
}
