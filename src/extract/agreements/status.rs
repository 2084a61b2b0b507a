//! Which event befalls which pact, and how far the pact has got.

use super::group::Group;
use super::scene::{Determiner, Direction, Event, Form, Scene, Sign, Tense};
use super::when;
use crate::record::AgreementStatus;

/// An event that befalls the pact of a head.
#[derive(Clone, Copy, Debug)]
pub struct Bond {
    /// Index of the head.
    pub head: usize,
    /// Index of the event.
    pub event: usize,
    /// Status that the event gives, its tense and denial reckoned in.
    pub status: AgreementStatus,
    /// How much it counts against other events.
    pub strength: u8,
}

/// The bonds of a text, by their heads and then in the order of the events.
#[derive(Debug)]
pub struct Bonds(Vec<Bond>);

impl Bonds {
    /// Those of a head.
    pub fn of(&self, head: usize) -> &[Bond] {
        let from = self.0.partition_point(|b| b.head < head);
        let own = self.0[from..].partition_point(|b| b.head == head);
        &self.0[from..from + own]
    }

    /// Those of all heads of a group.
    pub fn of_group(&self, group: &Group) -> impl Iterator<Item = &Bond> {
        group.heads.iter().flat_map(|head| self.of(*head))
    }
}

/// Farthest distance in tokens between a verb and its object.
const REACH: u32 = 60;
/// The same for words that say other things as well.
const WEAK_REACH: u32 = 8;
/// The same where the pact is the subject, or a noun has it as its complement.
const WEAK_PASSIVE: u32 = 30;
/// Farthest distance between a pact and a participle that goes with it.
const PARTICIPLE_REACH: u32 = 20;

/// What an event in a title counts at most.
const TITLE: u8 = 4;
/// What a later sentence counts less than the one that names the pact.
const AFTERWARDS: u8 = 1;
/// Farthest that a sentence without a pact may stand behind the one it goes on speaking of, in units.
const SENTENCES: usize = 2;
/// Farthest that a word which recalls the pact stands from its verb, in tokens.
const RECALLED: u32 = 14;

/// Farthest that a draft stands before what it would allow, in tokens.
const DRAFT: u32 = 12;
/// Farthest that « que » stands from the pact that it takes up, in tokens.
const ANTECEDENT: u32 = 16;

/// Ties the events to the heads.
pub fn bonds(scene: &Scene<'_, '_>) -> Bonds {
    let mut bonds = Vec::new();
    for (at, event) in scene.events.iter().enumerate() {
        if scene.reading.is_late() {
            break;
        }
        let Some((status, mut strength)) = reckon(event) else {
            continue;
        };
        if drafted(scene, event) {
            strength = 1;
        }
        let heads = match event.direction {
            Direction::Before => {
                let before = subject(scene, event);
                // « Signé hier, ce texte succède à l'accord de 2019 »
                let opens = event.form == Form::Participle
                    && event.start <= scene.reading.units[event.unit].start + 1;
                let recalled = || back(scene, event).filter(|_| opens);
                let before = before.or_else(recalled);
                // « La visite s'est achevée par un point sur le contrat »: the visit, not the pact.
                let ends = event.form == Form::Phrase && event.status == AgreementStatus::Ended;
                let behind = || {
                    if ends {
                        Vec::new()
                    } else {
                        objects(scene, event)
                    }
                };
                before.map_or_else(behind, |h| vec![h])
            }
            Direction::After => {
                let relative = antecedent(scene, event);
                relative.map_or_else(|| objects(scene, event), |h| vec![h])
            }
        };
        let heads = if heads.is_empty() {
            strength = strength.saturating_sub(AFTERWARDS).max(1);
            all_back(scene, event)
        } else {
            heads
        };
        bonds.extend(heads.into_iter().map(|head| {
            // « A et B signent » in a title is said of what the prose dates.
            let strength = if scene.heads[head].title {
                strength.min(TITLE)
            } else {
                strength
            };
            let bond = Bond {
                head,
                event: at,
                status,
                strength,
            };
            dated(scene, bond)
        }));
    }
    bonds.sort_by_key(|b| b.head);
    Bonds(bonds)
}

/// « Un projet de loi autorisant à ratifier l'accord »: what the draft would allow says less of
/// the pact than anything else.
pub fn drafted(scene: &Scene<'_, '_>, event: &Event) -> bool {
    let unit = scene.reading.units[event.unit];
    let from = unit.start.max(event.start.saturating_sub(DRAFT));
    let drafts = scene.cues_in(from, event.start, &[Sign::Text]).next();
    drafts.is_some() && event.status == AgreementStatus::Adopted
}

/// The pacts of a list before, where the words speak of all of them: « Ces textes ont été signés ».
/// Else the pact of a sentence before.
fn all_back(scene: &Scene<'_, '_>, event: &Event) -> Vec<usize> {
    let Some(last) = back(scene, event) else {
        return Vec::new();
    };
    let units = &scene.reading.units;
    let mut of_all = scene.marks.back_to_all.iter();
    let from = units[event.unit].start;
    let speaks_of_all = of_all.any(|m| (from..=event.start).contains(&m.0) && m.1 >= event.start);
    let is_item = |unit: &usize| units[*unit].label == "list";
    if !speaks_of_all || !is_item(&scene.heads[last].unit) {
        return vec![last];
    }
    let items = (0..=scene.heads[last].unit).rev().take_while(is_item);
    let mut found: Vec<usize> = items.filter_map(|unit| first_head(scene, unit)).collect();
    found.reverse();
    found
}

/// The pact of a sentence before, of which « le document », « elle » go on speaking.
fn back(scene: &Scene<'_, '_>, event: &Event) -> Option<usize> {
    if event.weak || event.form == Form::Nominal || event.form == Form::Bound {
        return None;
    }
    let unit = scene.reading.units[event.unit];
    let recalls = &scene.marks.back;
    let from = recalls.partition_point(|m| m.0 < unit.start);
    let here = recalls[from..].iter().take_while(|m| m.1 <= unit.end);
    // « Il étend les travaux »: the pact acts, nothing befalls it.
    let acts = |m: u32| {
        event.direction == Direction::After
            && event.form == Form::Finite
            && m < event.start
            && scene.is_pronoun(m)
    };
    let near = here.clone().any(|m| {
        if acts(m.1 - 1) {
            return false;
        }
        let gap = if m.1 <= event.start {
            event.start - m.1
        } else {
            m.0.saturating_sub(event.end)
        };
        gap <= RECALLED
    });
    if !near || scene.head_in(unit.start, event.start) {
        return None;
    }
    let before = scene.heads.partition_point(|h| h.start < unit.start);
    let mut last = before.checked_sub(1)?;
    // « l'avenant au contrat »: the sentence spoke of the amendment.
    while scene.heads[last].governed
        && last > 0
        && scene.heads[last - 1].unit == scene.heads[last].unit
    {
        last -= 1;
    }
    (event.unit - scene.heads[last].unit <= SENTENCES && !scene.heads[last].title).then_some(last)
}

/// A bond whose date tells that the day has not come.
fn dated(scene: &Scene<'_, '_>, bond: Bond) -> Bond {
    use AgreementStatus as S;
    let event = &scene.events[bond.event];
    match bond.status {
        // « L'accord peut être dénoncé »: without a day, it holds.
        S::Ended
            if event.tense == Tense::Future
                && !event.denied
                && !when::falls_later(scene, event) =>
        {
            Bond {
                status: S::InForce,
                strength: 1,
                ..bond
            }
        }
        // « La signature de l'accord, le 3 mai »: a noun has no tense.
        S::Signed | S::Adopted | S::Renewed
            if event.form == Form::Nominal && when::is_to_come(scene, &bond) =>
        {
            Bond {
                status: S::Planned,
                ..bond
            }
        }
        _ => bond,
    }
}

/// The status that an event gives, and its weight.
fn reckon(event: &Event) -> Option<(AgreementStatus, u8)> {
    use AgreementStatus as S;
    let (status, tense) = (event.status, event.tense);
    if status == S::Mentioned {
        return None;
    }
    if event.denied {
        return match status {
            S::Signed | S::Adopted | S::Planned => Some((S::Planned, 2)),
            S::Negotiating => Some((S::Negotiating, 2)),
            // « Elle ne reconduira pas le partenariat »
            S::Renewed => Some((S::Ended, 4)),
            _ => None,
        };
    }
    let strength = match (event.form, tense) {
        (Form::Nominal, Tense::Future) => 1,
        (Form::Nominal, _) if event.weak => 2,
        (Form::Bound, _) => 2,
        (Form::Participle, _) => 3,
        (Form::Passive, Tense::Pluperfect) => 4,
        (_, Tense::Pluperfect) => 3,
        (_, Tense::Future) => 4,
        (Form::Phrase | Form::Nominal, Tense::Past) => 5,
        (Form::Finite | Form::Passive, Tense::Past) => 6,
    };
    let talks = status == S::Negotiating;
    let strength = if event.weak && strength > 3 {
        strength - if talks { 3 } else { 2 }
    } else {
        strength
    };
    Some(match (status, tense) {
        (S::Signed | S::Adopted | S::Renewed, Tense::Future) => (S::Planned, strength),
        (S::InForce, Tense::Future) => (S::Planned, 1),
        _ => (status, strength),
    })
}

/// The pact that is the subject of a passive, or that a participle goes with.
fn subject(scene: &Scene<'_, '_>, event: &Event) -> Option<usize> {
    let mut candidates = (0..scene.heads.len()).rev().filter(|h| {
        let head = &scene.heads[*h];
        head.unit == event.unit && head.end <= event.start
    });
    if event.form == Form::Participle {
        let nearest = candidates.next()?;
        let gap = event.start - scene.heads[nearest].end;
        let reach = if event.weak {
            WEAK_REACH
        } else {
            PARTICIPLE_REACH
        };
        let verb_between = scene
            .events_within(scene.heads[nearest].end, event.start)
            .any(|e| e.form == Form::Finite);
        return (gap <= reach && !verb_between).then_some(nearest);
    }
    let nearest = candidates.clone().next()?;
    // « s'inscrit dans l'accord qui s'applique »: the pact right before the relative clause.
    let end = scene.heads[nearest].end;
    let relative = scene.cues_in(end, end + 1, &[Sign::Break]).next();
    // « qui les lie et qui est en vigueur »: the second relative clause is of the same pact.
    let chained = || {
        let mut breaks = scene.cues_in(end, event.start, &[Sign::Break]);
        breaks.next_back().is_some_and(|cue| cue.end == event.start)
    };
    let linked = || {
        let links = [Sign::Links, Sign::LinksIt, Sign::LinksThem];
        scene.cues_in(end, end + 1, &links).next().is_some()
    };
    // « Un avenant au contrat a été signé »: the amendment.
    let told = event.form == Form::Passive || event.status == AgreementStatus::Negotiating;
    let amended = told && scene.heads[nearest].amended;
    let own = event.start == end && !amended
        || relative.is_some_and(|cue| cue.end == event.start)
        || (relative.is_some() || linked()) && chained();
    let chosen = candidates
        .find(|h| own || !scene.heads[*h].governed)
        .unwrap_or(nearest);
    let gap = event.start - scene.heads[chosen].end;
    (gap <= if event.weak { WEAK_PASSIVE } else { REACH }).then_some(chosen)
}

/// The pact before a verb that has it as the object of a relative clause.
fn antecedent(scene: &Scene<'_, '_>, event: &Event) -> Option<usize> {
    if event.form != Form::Finite {
        return None;
    }
    let unit = scene.reading.units[event.unit];
    let that = scene
        .cues_in(unit.start, event.start, &[Sign::That])
        .next_back()?;
    let head = (0..scene.heads.len()).rev().find(|h| {
        let head = &scene.heads[*h];
        head.unit == event.unit && head.end <= that.start
    })?;
    let end = scene.heads[head].end;
    // « l'accord que A avait conclu et qu'il a dénoncé »: the first of them is near.
    let first = scene.cues_in(end, that.end, &[Sign::That]).next();
    let near = first.is_some_and(|t| t.start - end <= ANTECEDENT);
    let verb_between = scene.events_within(that.end, event.start).next().is_some();
    (near && !verb_between && !scene.head_in(that.end, event.start)).then_some(head)
}

/// The pacts that a verb or noun has as its objects: the first that follows, and those joined to it.
fn objects(scene: &Scene<'_, '_>, event: &Event) -> Vec<usize> {
    let next = scene.heads.partition_point(|h| h.start < event.end);
    let first = scene
        .heads
        .get(next)
        .filter(|h| h.unit == event.unit)
        .map(|_| next);
    let Some(first) = first else {
        return listed(scene, event);
    };
    let head = &scene.heads[first];
    let gap = head.from.max(event.end) - event.end;
    let reach = match (event.weak, event.form) {
        (false, _) => REACH,
        (true, Form::Nominal) => WEAK_PASSIVE,
        // « discute depuis avril avec C d'un protocole »
        (true, _) if event.status == AgreementStatus::Negotiating => 2 * WEAK_REACH,
        (true, _) => WEAK_REACH,
    };
    let other_verb = scene.events_within(event.end, head.from).any(|e| {
        let talks = e.status == AgreementStatus::Negotiating;
        // « des négociations en vue de conclure un accord »
        let aim = event.status == AgreementStatus::Negotiating && e.tense == Tense::Future;
        !aim && (e.direction == Direction::After || e.form != Form::Participle)
            && (e.form != Form::Nominal || (talks && event.form != Form::Nominal))
    });
    // « a adopté le projet de loi relatif à l'accord »: a text about the pact is adopted.
    let text = event.form != Form::Nominal
        && scene
            .cues_in(event.end, head.from, &[Sign::Text])
            .next()
            .is_some();
    // « Ce mémorandum prolonge l'accord »: one pact goes on from another.
    let subject = event.status == AgreementStatus::Renewed
        && (first > 0 && scene.heads[first - 1].end == event.start
            || event.start > 0 && scene.is_it(event.start - 1));
    if gap > reach || other_verb || text || subject || scene.broken(event.end, head.from) {
        return Vec::new();
    }
    if head.plural && scene.reading.announces(event.unit) {
        let items = listed(scene, event);
        if !items.is_empty() {
            return items;
        }
    }
    let mut found = vec![first];
    for next in first + 1..scene.heads.len() {
        let (prior, head) = (&scene.heads[next - 1], &scene.heads[next]);
        let joined = scene
            .cues_in(prior.end, head.from, &[Sign::And])
            .next_back()
            // « la signature d'un accord et d'une déclaration »
            .is_some_and(|and| {
                let gap = u32::from(event.form == Form::Nominal);
                (and.end..=and.end + gap).contains(&head.from)
            });
        let event_between = scene
            .events_within(prior.end, head.start)
            .any(|e| e.form != Form::Participle);
        if head.unit != event.unit || !joined || event_between || head.governed {
            break;
        }
        found.push(next);
    }
    found
}

/// The pacts of the list that the unit of an event announces.
fn listed(scene: &Scene<'_, '_>, event: &Event) -> Vec<usize> {
    if !scene.reading.announces(event.unit) || event.weak {
        return Vec::new();
    }
    let units = &scene.reading.units;
    let level = event
        .unit
        .checked_sub(1)
        .and_then(|before| marker(scene, before));
    let mut found = Vec::new();
    let items = units.iter().enumerate().skip(event.unit + 1);
    for (unit, item) in items.take_while(|(_, u)| u.label == "list") {
        // The item that announces stands in a list of its own: it ends with the next item of that.
        if level.is_some() && marker(scene, unit) == level {
            break;
        }
        found.extend(first_head(scene, unit).filter(|h| {
            let head = &scene.heads[*h];
            // « – de négocier un protocole »: what befalls it is told in the item.
            let told = scene
                .events_in(item.start, head.from)
                .iter()
                .any(|e| !e.weak);
            // « Ont été discutés : – Climat : l'accord de Paris demeure »: the item tells more.
            let names = event.status != AgreementStatus::Negotiating || head.from <= item.start + 1;
            head.determiner != Determiner::Shown && !told && names
        }));
    }
    found
}

/// The first head of a unit.
fn first_head(scene: &Scene<'_, '_>, unit: usize) -> Option<usize> {
    let next = scene.heads.partition_point(|h| h.unit < unit);
    scene
        .heads
        .get(next)
        .is_some_and(|h| h.unit == unit)
        .then_some(next)
}

/// What the items of a list begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    Number,
    Letter,
    Sign(char),
}

/// The marker that a unit of one or two tokens is: « 4. », « a) », « – ».
fn marker(scene: &Scene<'_, '_>, unit: usize) -> Option<Marker> {
    /// Tokens of the longest: « 12. ) ».
    const TOKENS: u32 = 3;
    let unit = scene.reading.units[unit];
    if unit.label != "list" || unit.end - unit.start > TOKENS {
        return None;
    }
    let words = scene.reading.lattice.words(unit.start, unit.end);
    let mut chars = words.chars();
    Some(match chars.next()? {
        c if c.is_numeric() => Marker::Number,
        c if c.is_alphabetic() && chars.next().is_some_and(|c| !c.is_alphabetic()) => {
            Marker::Letter
        }
        c if c.is_alphabetic() => return None,
        c => Marker::Sign(c),
    })
}

/// Whether people act as signatories in a status.
pub fn acts(status: AgreementStatus) -> bool {
    use AgreementStatus as S;
    matches!(status, S::Signed | S::Renewed | S::Adopted | S::Planned)
}

/// The event that says how far a pact has got: the weightiest, of those the first.
pub fn best<'b>(scene: &Scene<'_, '_>, bonds: &'b Bonds, group: &Group) -> Option<&'b Bond> {
    let best = bonds.of_group(group).min_by_key(|b| {
        let event = &scene.events[b.event];
        let title = scene.heads[b.head].title;
        // « la trêve conclue jeudi » says which, « la trêve rompue » what became of it.
        let which = event.form == Form::Participle && b.status == AgreementStatus::Signed;
        (std::cmp::Reverse(b.strength), which, title, event.start)
    })?;
    // « arrivé à échéance en décembre, a été reconduit le 25 février »: it goes on.
    let lapsed = &scene.events[best.event];
    if best.status == AgreementStatus::Ended && lapsed.form == Form::Phrase {
        let renewed = |b: &&Bond| {
            let event = &scene.events[b.event];
            b.status == AgreementStatus::Renewed
                && matches!(event.form, Form::Passive | Form::Finite)
                && event.unit == lapsed.unit
                && event.start > lapsed.start
        };
        return bonds.of_group(group).find(renewed).or(Some(best));
    }
    // « L'accord que A et B ont conclu, en vigueur depuis mai »: of a pact that was made who knows
    // when, since when it holds.
    if best.status == AgreementStatus::Signed && !when::is_dated(scene, best) {
        let holds = |b: &&Bond| {
            b.status == AgreementStatus::InForce
                && scene.events[b.event].unit == scene.events[best.event].unit
                && when::is_dated(scene, b)
        };
        return bonds.of_group(group).find(holds).or(Some(best));
    }
    Some(best)
}
