//! Who binds themselves, and who signs.

use super::actors::{self, Who};
use super::group::Group;
use super::scene::{Direction, Event, Form, Head, Scene, Sign};
use super::status::Bond;
use crate::record::{AgreementStatus, Party};

/// The parties of a pact and those who signed it.
#[derive(Debug, Default)]
pub struct Sides {
    /// States and bodies.
    pub parties: Vec<Party>,
    /// Ids of people.
    pub signatories: Vec<String>,
}

/// Those whom one mention names.
#[derive(Debug, Default)]
struct Named {
    /// Those between whom it is.
    bound: Vec<Party>,
    /// Those in whose name somebody signs.
    behalf: Vec<Party>,
    /// States and bodies that act.
    acting: Vec<Party>,
    /// People who act, by their place in the record.
    people: Vec<usize>,
}

impl Sides {
    /// The parties and signatories of a group.
    pub fn of(scene: &Scene<'_, '_>, bonds: &[Bond], group: &Group) -> Self {
        let mut sides = Sides::default();
        let mut fallback = Vec::new();
        for at in &group.heads {
            let named = mention(scene, bonds, *at);
            let mut people: Vec<usize> = named.people.clone();
            people.dedup();
            for p in &people {
                let id = &scene.record.people[*p].id;
                if !sides.signatories.contains(id) {
                    sides.signatories.push(id.clone());
                }
            }
            let parties = settle(scene, named);
            if parties.len() >= 2 && sides.parties.is_empty() {
                sides.parties = parties;
            } else {
                for p in parties {
                    push(&mut fallback, p);
                }
            }
        }
        if sides.parties.is_empty() {
            sides.parties = fallback;
        }
        sides
    }
}

/// The parties that one mention gives: those told outright, else those for whom people sign.
fn settle(scene: &Scene<'_, '_>, named: Named) -> Vec<Party> {
    if named.bound.len() >= 2 {
        return named.bound;
    }
    let mut parties = Vec::new();
    if named.behalf.len() >= 2 {
        parties = named.behalf;
    } else {
        for p in named.behalf.into_iter().chain(named.acting) {
            push(&mut parties, p);
        }
        for p in &named.people {
            if let Some(body) = actors::body(scene, &scene.record.people[*p]) {
                push(&mut parties, body);
            }
        }
    }
    for p in named.bound {
        push(&mut parties, p);
    }
    parties
}

fn push(parties: &mut Vec<Party>, party: Party) {
    let same = |p: &Party| match (&p.country, &party.country) {
        (Some(a), Some(b)) => a == b,
        (None, None) => p.name.to_lowercase() == party.name.to_lowercase(),
        _ => false,
    };
    if !parties.iter().any(same) {
        parties.push(party);
    }
}

/// Those whom the sentence of a head names.
fn mention(scene: &Scene<'_, '_>, bonds: &[Bond], at: usize) -> Named {
    let head = &scene.heads[at];
    let unit = scene.reading.units[head.unit];
    let next_head = scene
        .heads
        .get(at + 1)
        .map_or(unit.end, |n| n.from)
        .min(unit.end);
    let mut named = Named::default();
    let mut signers = Named::default();
    for cue in scene.cues_in(
        head.end,
        next_head,
        &[Sign::Between, Sign::Links, Sign::LinksThem, Sign::With],
    ) {
        take(
            scene,
            cue.end,
            unit.end,
            &mut named.bound,
            &mut signers.people,
        );
    }
    for bond in bonds.iter().filter(|b| b.head == at) {
        let event = &scene.events[bond.event];
        let signs = matches!(
            scene.events[bond.event].status,
            AgreementStatus::Signed
                | AgreementStatus::Renewed
                | AgreementStatus::Adopted
                | AgreementStatus::Planned
        );
        match (event.direction, event.form) {
            (Direction::After, Form::Finite) => {
                clause_subject(scene, head, event, &mut named, signs);
            }
            (Direction::Before, Form::Passive | Form::Participle) => {
                let end = unit.end;
                for cue in scene.cues_in(event.end, end, &[Sign::By]) {
                    if scene.broken(event.end, cue.start) || scene.head_in(event.end, cue.start) {
                        break;
                    }
                    let mut people = Vec::new();
                    take(scene, cue.end, end, &mut named.acting, &mut people);
                    if signs {
                        named.people.extend(people);
                    }
                }
            }
            _ => {
                for cue in scene.cues_in(event.end, head.from, &[Sign::Between, Sign::By]) {
                    take(
                        scene,
                        cue.end,
                        head.from,
                        &mut named.bound,
                        &mut named.people,
                    );
                }
            }
        }
    }
    for actor in scene.actors.iter().filter(|a| {
        (a.start >= head.end && a.start <= head.end + 1)
            || (a.end <= head.from && head.from - a.end <= 1)
    }) {
        if let Who::Nations(a, b) = &actor.who {
            push(&mut named.bound, a.clone());
            push(&mut named.bound, b.clone());
        }
    }
    named
}

/// The subject of a verb, and those in whose name it acts.
fn clause_subject(
    scene: &Scene<'_, '_>,
    head: &Head<'_>,
    event: &Event,
    named: &mut Named,
    signs: bool,
) {
    let unit = scene.reading.units[event.unit];
    let start = scene
        .events
        .iter()
        .filter(|e| {
            e.unit == event.unit
                && e.end <= event.start
                && e.form != Form::Participle
                && e.form != Form::Nominal
        })
        .map(|e| e.end)
        .max()
        .unwrap_or(unit.start);
    // The pact is the object of a relative clause: who stands before it is no subject.
    let start = if head.end <= event.start {
        start.max(head.end)
    } else {
        start
    };
    let mut people = Vec::new();
    let mut acting = Vec::new();
    for actor in scene
        .actors
        .iter()
        .filter(|a| a.start >= start && a.end <= event.start)
    {
        let watching = scene
            .cues_in(start, actor.start, &[Sign::Witness])
            .next_back()
            .is_some_and(|w| {
                !scene.actors.iter().any(|a| {
                    a.start >= w.end && a.end <= actor.start && matches!(a.who, Who::People(_))
                })
            });
        if watching {
            continue;
        }
        collect(
            scene,
            actor.start,
            &actor.who,
            &mut acting,
            &mut people,
            false,
        );
    }
    // Towards whom: « a conclu avec C », « au nom de C ».
    let last = if head.start > event.end {
        head.from
    } else {
        event.end
    };
    let mut with_people = Vec::new();
    for cue in scene.cues_in(event.end, last.max(event.end), &[Sign::With, Sign::Behalf]) {
        let into = if cue.sign == Sign::Behalf {
            &mut named.behalf
        } else {
            &mut acting
        };
        take(scene, cue.end, last, into, &mut with_people);
    }
    people.extend(with_people);
    if people.is_empty() {
        for p in acting {
            push(&mut named.acting, p);
        }
    } else if signs {
        named.people.extend(people);
    }
}

/// The actors of a list that begins at a token, until the list ends.
fn take(
    scene: &Scene<'_, '_>,
    start: u32,
    end: u32,
    parties: &mut Vec<Party>,
    people: &mut Vec<usize>,
) {
    let stops = [
        Sign::About,
        Sign::Witness,
        Sign::Break,
        Sign::That,
        Sign::Behalf,
        Sign::Represented,
        Sign::With,
        Sign::By,
    ];
    let stop = scene
        .cues_in(start, end, &stops)
        .map(|c| c.start)
        .chain(
            scene
                .events
                .iter()
                .filter(|e| e.start >= start && e.start < end)
                .map(|e| e.start),
        )
        .chain(
            scene
                .heads
                .iter()
                .filter(|h| h.from >= start && h.from < end)
                .map(|h| h.from),
        )
        .min()
        .unwrap_or(end);
    for actor in scene
        .actors
        .iter()
        .filter(|a| a.start >= start && a.end <= stop)
    {
        let located = scene.located(actor.start);
        collect(scene, actor.start, &actor.who, parties, people, !located);
    }
}

/// Adds whom an actor stands for.
fn collect(
    scene: &Scene<'_, '_>,
    at: u32,
    who: &Who,
    parties: &mut Vec<Party>,
    people: &mut Vec<usize>,
    towns: bool,
) {
    match who {
        Who::People(ids) => people.extend(
            ids.iter()
                .filter(|p| !people.contains(p))
                .copied()
                .collect::<Vec<_>>(),
        ),
        Who::Party(party) => push(parties, party.clone()),
        Who::Town(party) if towns => push(parties, party.clone()),
        Who::Town(_) | Who::Nations(..) => {}
        Who::TheStates | Who::TheParties => {
            let mut found: Vec<Party> = Vec::new();
            for actor in scene.actors.iter().filter(|a| a.end <= at).rev() {
                match &actor.who {
                    Who::Party(p) if *who == Who::TheParties || p.country.is_some() => {
                        push(&mut found, p.clone());
                    }
                    Who::Nations(a, b) => {
                        push(&mut found, b.clone());
                        push(&mut found, a.clone());
                    }
                    _ => {}
                }
                if found.len() >= 2 {
                    break;
                }
            }
            for p in found.into_iter().rev() {
                push(parties, p);
            }
        }
        Who::ThePeople => {
            let mut found: Vec<usize> = Vec::new();
            for actor in scene.actors.iter().filter(|a| a.end <= at).rev() {
                if let Who::People(ids) = &actor.who {
                    for id in ids.iter().rev() {
                        if !found.contains(id) {
                            found.push(*id);
                        }
                    }
                }
                if found.len() >= 2 {
                    break;
                }
            }
            people.extend(found.into_iter().rev());
        }
    }
}
