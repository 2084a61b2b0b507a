//! Those who can be parties or sign: people, bodies, states, and the words that
//! stand for several of them.

use super::scene::Scene;
use crate::record::{Form, Mention, Party, Person, PlaceKind, Role};

/// Who acts.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// People, by their place in the record.
    People(Vec<usize>),
    /// A state or a body.
    Party(Party),
    /// A town or region, which is a party only where the sentence makes it one.
    Town(Party),
    /// Two states told by one adjective.
    Nations(Party, Party),
    /// « les deux pays ».
    TheStates,
    /// « les deux ministres ».
    ThePeople,
    /// « les deux parties ».
    TheParties,
}

/// A mention of somebody who acts.
#[derive(Clone, Debug)]
pub struct Actor {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// Who it is.
    pub who: Who,
}

/// A state as a party.
fn state(scene: &Scene<'_, '_>, iso: &str) -> Party {
    let places = &scene.record.places;
    let named = places
        .iter()
        .find(|p| p.kind == PlaceKind::Country && p.country.as_deref() == Some(iso));
    Party {
        name: named.map_or_else(|| iso.to_owned(), |p| p.name.clone()),
        country: Some(iso.to_owned()),
    }
}

/// The country in whose name the document speaks: that of the place of issue, else
/// the one spoken of most.
fn home(scene: &Scene<'_, '_>) -> Option<Party> {
    let record = scene.record;
    let issued = record.dateline.as_ref().and_then(|d| d.place.as_deref());
    let of_issue = issued.and_then(|name| {
        let places = record.places.iter();
        places
            .filter(|p| p.country.is_some())
            .find(|p| p.name == name || p.mentions.iter().any(|m| m.text == name))
    });
    let spoken_of = || {
        let countries = record.places.iter().filter(|p| p.country.is_some());
        countries.max_by_key(|p| p.mentions.len())
    };
    let iso = of_issue.or_else(spoken_of)?.country.as_deref()?;
    Some(state(scene, iso))
}

/// All who act, in the order of the text; who stands inside another is left out.
pub fn actors(scene: &Scene<'_, '_>) -> Vec<Actor> {
    let record = scene.record;
    let lattice = &scene.reading.lattice;
    let mut found = Vec::new();
    let mut add = |(start, end): (u32, u32), who| {
        if start < end {
            found.push(Actor { start, end, who });
        }
    };
    for (at, person) in record.people.iter().enumerate() {
        for m in person.mentions.iter().filter(|m| m.form != Form::Role) {
            add(scene.tokens(m.start, m.end), Who::People(vec![at]));
        }
    }
    for role in &record.roles {
        let ids = role.people.iter();
        let held = ids
            .filter_map(|id| record.people.iter().position(|p| p.id == *id))
            .collect();
        add(scene.tokens(role.start, role.end), Who::People(held));
    }
    for place in &record.places {
        for m in &place.mentions {
            let span = scene.tokens(m.start, m.end);
            let party = |country| Party {
                name: place.name.clone(),
                country,
            };
            match place.kind {
                PlaceKind::Country => add(span, Who::Party(party(place.country.clone()))),
                PlaceKind::City | PlaceKind::Region => add(span, Who::Town(party(None))),
                _ => {}
            }
        }
    }
    for body in &record.organisations {
        for m in &body.mentions {
            let name = m.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let country = None;
            add(
                scene.tokens(m.start, m.end),
                Who::Party(Party { name, country }),
            );
        }
    }
    let home = home(scene);
    for a in lattice.of_kind("agr-state") {
        let named = a.text("iso").map(|iso| state(scene, iso));
        if let Some(party) = named.or_else(|| home.clone()) {
            add((a.start, a.end), Who::Party(party));
        }
    }
    for a in lattice.of_kind("agr-nations") {
        if let (Some(first), Some(second)) = (a.text("first"), a.text("second")) {
            let who = Who::Nations(state(scene, first), state(scene, second));
            add((a.start, a.end), who);
        }
    }
    for a in lattice.of_kind("agr-both") {
        let who = match a.text("of") {
            Some("state") => Who::TheStates,
            Some("person") => Who::ThePeople,
            _ => Who::TheParties,
        };
        add((a.start, a.end), who);
    }
    found.sort_by_key(|a| (a.start, std::cmp::Reverse(a.end)));
    let mut kept: Vec<Actor> = Vec::with_capacity(found.len());
    for actor in found {
        match kept.last_mut() {
            Some(last) if actor.start < last.end => {
                // A function without a holder gives way to what its words name.
                if matches!(&last.who, Who::People(p) if p.is_empty()) && last.start == actor.start
                {
                    *last = actor;
                }
            }
            _ => kept.push(actor),
        }
    }
    kept
}

/// The state or body for which somebody signs: a minister or an envoy signs for the state.
pub fn body(scene: &Scene<'_, '_>, person: &Person) -> Option<Party> {
    let roles = &person.roles;
    let country = roles.iter().find_map(|r| r.country.as_deref());
    if roles.iter().any(|r| of_state(scene, r)) {
        return country.map(|iso| state(scene, iso)).or_else(|| home(scene));
    }
    let organisation = roles.iter().find_map(|r| r.organisation.as_ref());
    match (country, organisation) {
        (_, Some(name)) => Some(Party {
            name: name.clone(),
            country: None,
        }),
        (Some(iso), None) => Some(state(scene, iso)),
        (None, None) => None,
    }
}

/// Whether a function is one of a government or of its envoys.
fn of_state(scene: &Scene<'_, '_>, role: &Role) -> bool {
    let record = scene.record;
    let inside = |m: &Mention| m.start >= role.start && m.end <= role.end;
    let of_body = record
        .organisations
        .iter()
        .any(|o| o.mentions.iter().any(inside));
    let of_town = record.places.iter().any(|p| {
        matches!(p.kind, PlaceKind::City | PlaceKind::Region) && p.mentions.iter().any(inside)
    });
    let (start, end) = scene.tokens(role.start, role.end);
    let lattice = &scene.reading.lattice;
    let kind = (start + 1..=end.min(start + 4)).rev().find_map(|stop| {
        let tokens = &lattice.tokens[start as usize..stop as usize];
        let lexicon = &scene.reading.grammar.lexicon;
        lexicon.feature(tokens, "function", "kind")
    });
    !of_body && !of_town && matches!(kind, Some("political" | "diplomatic"))
}
