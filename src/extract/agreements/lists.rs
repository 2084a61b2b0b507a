//! Reading those who act out of a stretch of a sentence.

use super::actors::{Actor, Who};
use super::scene::{Cue, Form, Scene, Sign};
use crate::record::{Party, Person};

/// States, bodies and people, in the order in which they are named.
#[derive(Debug, Default)]
pub struct Members {
    /// States and bodies.
    pub parties: Vec<Party>,
    /// People, by their place in the record.
    pub people: Vec<usize>,
    /// « les deux pays », « les trois groupes »: who they are, the text said before.
    pub recalled: Option<(Who, u32)>,
}

/// What ends a list of parties.
const STOPS: [Sign; 7] = [
    Sign::About,
    Sign::Witness,
    Sign::Break,
    Sign::That,
    Sign::With,
    Sign::By,
    Sign::Links,
];
/// No more tokens than these lie between two members of a list.
const GAP: u32 = 14;
/// A doubtful name stands no farther from the beginning of the clause or from another member.
const NEAR: u32 = 4;
/// A doubtful name stands no farther from the member before: « et le chantier naval Piriou ».
const DOUBTFUL: u32 = 7;
/// « , société de Zorblat »: tokens from the comma to the town at least.
const APPOSED: u32 = 3;
/// Tokens of a name and its article between « représenté par » and who represents.
const BY_THE: u32 = 4;

/// Adds a party that is not there yet.
pub fn push(parties: &mut Vec<Party>, party: Party) {
    if !parties.iter().any(|p| same(p, &party)) {
        parties.push(party);
    }
}

/// Adds parties that are not there yet.
pub fn extend(parties: &mut Vec<Party>, more: impl IntoIterator<Item = Party>) {
    for party in more {
        push(parties, party);
    }
}

/// Whether two parties are one.
pub fn same(one: &Party, other: &Party) -> bool {
    match (&one.country, &other.country) {
        (Some(a), Some(b)) => a == b,
        (None, None) => one.name.to_lowercase() == other.name.to_lowercase(),
        _ => false,
    }
}

/// The members of a list that begins at a token, until the list ends.
pub fn take(scene: &Scene<'_, '_>, start: u32, end: u32) -> Members {
    let mut members = Members::default();
    let mut at = start;
    let mut represented = false;
    let stop = stop(scene, start, end);
    for actor in scene.actors_in(start, stop) {
        if scene.aside(actor.start) {
            continue;
        }
        if actor.start - at > GAP && !represented {
            break;
        }
        // « avec l'université, fixe la rénovation du campus de X »: X is farther than a member.
        if !actor.sure && at > start && actor.start - at > DOUBTFUL && !represented {
            continue;
        }
        let by = scene
            .cues_in(at.saturating_sub(1), actor.start, &[Sign::Represented])
            .next_back()
            .is_some();
        represented = by || (represented && actor.start - at <= BY_THE);
        // « avec Valnéo, société de Brest »
        let behind = at > start && scene.preposition(actor.start) == Some("of");
        let apposed = || actor.start - at >= APPOSED && scene.is_comma(at);
        let complement = behind && (!actor.sure || matches!(actor.who, Who::Town(_)) && apposed());
        let placed = elsewhere(scene, actor, at > start) || complement;
        match &actor.who {
            Who::ThePeople if told_by_name(scene, actor.end, stop) => {}
            Who::People(_) | Who::ThePeople => collect(scene, actor, &mut members),
            _ if placed => {}
            _ => collect(scene, actor, &mut members),
        }
        at = actor.end;
    }
    members
}

/// The members that a preposition governs: those behind it, or, where it ends the sentence
/// with a colon, those of the list below.
pub fn governed(scene: &Scene<'_, '_>, cue: &Cue, end: u32) -> Members {
    let units = &scene.reading.units;
    let own = scene.reading.unit_of(cue.start);
    if cue.end + 1 != units[own].end || !scene.reading.announces(own) {
        return take(scene, cue.end, end);
    }
    let mut members = Members::default();
    for item in units[own + 1..].iter().take_while(|u| u.label == "list") {
        let found = take(scene, item.start, item.end);
        extend(&mut members.parties, found.parties);
        members.people.extend(found.people);
    }
    members
}

/// The subject that begins at a token: its members stand side by side.
pub fn side_by_side(scene: &Scene<'_, '_>, start: u32, end: u32) -> Members {
    let mut members = Members::default();
    let mut at = start;
    for actor in scene.actors_in(start, end) {
        if actor.start - at > NEAR {
            break;
        }
        collect(scene, actor, &mut members);
        at = actor.end;
    }
    members
}

/// Where a list that begins at a token ends.
fn stop(scene: &Scene<'_, '_>, start: u32, end: u32) -> u32 {
    let cue = scene.cues_in(start, end, &STOPS).next().map(|c| c.start);
    let events = scene.events_in(start, end);
    let event = events
        .iter()
        .find(|e| e.form != Form::Participle || e.start > start)
        .map(|e| e.start);
    let head = scene.heads_in(start, end).first().map(|h| h.from);
    [cue, event, head]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(end)
}

/// Whether a place says where something is, and so is no party: « à Brest », or « , au Burkina Faso » behind a town.
fn elsewhere(scene: &Scene<'_, '_>, actor: &Actor, in_list: bool) -> bool {
    let placed = scene.located(actor.start);
    match &actor.who {
        Who::Town(_) => placed,
        Who::Party(p) if p.country.is_some() => {
            let behind = scene.marks.at.binary_search(&actor.start).is_ok();
            behind && in_list && scene.after_comma(actor.start)
        }
        _ => !actor.sure && in_list && (placed || scene.preposition(actor.start) == Some("at")),
    }
}

/// Adds whom an actor stands for.
pub fn collect(scene: &Scene<'_, '_>, actor: &Actor, members: &mut Members) {
    match &actor.who {
        Who::People(ids) => {
            for id in ids {
                if !members.people.contains(id) {
                    members.people.push(*id);
                }
            }
        }
        Who::Party(party) | Who::Town(party) => push(&mut members.parties, party.clone()),
        Who::Nations(..) | Who::Same | Who::OfSort(_) => {}
        Who::Several(..) => {
            members.recalled = Some((actor.who.clone(), actor.start));
        }
        Who::ThePeople => {
            let mut found: Vec<usize> = Vec::new();
            for prior in scene.actors_before(actor.start) {
                if let Who::People(ids) = &prior.who {
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
            members.people.extend(found.into_iter().rev());
        }
    }
}

/// Whether somebody is named right behind a token: « les deux ministres, X et Y ».
fn told_by_name(scene: &Scene<'_, '_>, token: u32, end: u32) -> bool {
    let next = scene.actors_in(token, end.min(token + GAP)).first();
    next.is_some_and(|a| a.start - token <= NEAR && matches!(a.who, Who::People(_)))
}

/// The subject of a clause between two tokens: those who neither look on nor belong to
/// a complement.
pub fn subject(scene: &Scene<'_, '_>, start: u32, end: u32) -> Members {
    let mut members = Members::default();
    // The people whom a word like « en présence de » has just made onlookers.
    let mut onlookers: Option<Vec<usize>> = None;
    let mut last = start;
    let mut witnesses = scene.cues_in(start, end, &[Sign::Witness]).peekable();
    for actor in scene.actors_in(start, end) {
        if scene.aside(actor.start) {
            continue;
        }
        while witnesses.peek().is_some_and(|w| w.end <= actor.start) {
            witnesses.next();
            onlookers = Some(Vec::new());
        }
        let preposition = scene.preposition(actor.start);
        if let Some(watching) = &mut onlookers {
            // « En marge de la cérémonie, M. X »: nobody looks on before the comma.
            let begun = !watching.is_empty();
            let opens = !begun && preposition.is_none() && scene.after_comma(actor.start);
            let own = match &actor.who {
                _ if opens => false,
                Who::People(ids) => {
                    let known = !begun
                        || preposition == Some("of")
                        || ids.is_empty()
                        || ids.iter().any(|id| watching.contains(id));
                    if known {
                        watching.extend(ids);
                    }
                    known
                }
                _ => !begun || preposition.is_some(),
            };
            if own {
                continue;
            }
            onlookers = None;
        }
        let of_place = match &actor.who {
            Who::Town(_) => true,
            Who::Party(p) => p.country.is_some(),
            _ => false,
        };
        let governed = of_place && scene.located(actor.start);
        // A name that no list knows opens the clause, or goes on a list.
        let doubtful = !actor.sure && actor.start - last > NEAR && actor.end != end;
        if !governed && !doubtful {
            collect(scene, actor, &mut members);
            last = actor.end;
        }
    }
    members
}

/// Those whom a plural pronoun at the head of a unit stands for: the several of the unit before
/// it, people who meet or bodies side by side.
pub fn plural(scene: &Scene<'_, '_>, unit: usize) -> Option<Members> {
    let before = (unit.saturating_sub(2)..unit).rev();
    before.into_iter().find_map(|at| {
        let unit = scene.reading.units[at];
        let mut members = subject(scene, unit.start, unit.end);
        if members.people.len() + members.parties.len() >= 2 {
            return Some(members);
        }
        for actor in scene.actors_in(unit.start, unit.end) {
            if matches!(&actor.who, Who::People(ids) if ids.len() == 1) {
                collect(scene, actor, &mut members);
            }
        }
        members.people.truncate(2);
        (members.people.len() == 2).then_some(members)
    })
}

/// The person whom a pronoun at the head of a unit stands for: the first of the unit before.
pub fn pronoun(
    scene: &Scene<'_, '_>,
    unit: usize,
    fits: impl Fn(&Person) -> bool,
) -> Option<usize> {
    let before = (unit.saturating_sub(2)..unit).rev();
    before.into_iter().find_map(|at| {
        let unit = scene.reading.units[at];
        scene.actors_in(unit.start, unit.end).iter().find_map(|a| {
            let Who::People(ids) = &a.who else {
                return None;
            };
            let [id] = ids.as_slice() else { return None };
            fits(&scene.record.people[*id]).then_some(*id)
        })
    })
}
