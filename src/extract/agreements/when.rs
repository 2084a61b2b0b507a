//! When and where the status of a pact came about.

use super::group::Group;
use super::scene::{Day, Event, Form, Limit, Scene, Tense};
use super::status::{self, Bond, Bonds};
use crate::record::AgreementStatus;
use jiff::civil::Date;

/// What a clause boundary between an event and a date counts, in tokens.
const BOUNDARY: u32 = 25;
/// What a year without a day counts, in tokens.
const YEAR: u32 = 12;
/// Farthest that a date may stand from its event.
const REACH: u32 = 60;
/// A date stands close behind an event when no more tokens lie between.
const CLOSE: u32 = 4;
/// Days back within which a text speaks of what it has just told.
const SPOKEN: i32 = 10;
/// The same where words go back to what was told: « au cours de la même séance ».
const TOLD: i32 = 30;

/// The day on which the status came about.
pub fn date(
    scene: &Scene<'_, '_>,
    bonds: &Bonds,
    group: &Group,
    status: AgreementStatus,
) -> Option<String> {
    let mut of_group: Vec<&Bond> = bonds
        .of_group(group)
        .filter(|b| b.status == status)
        .collect();
    of_group.sort_by_key(|b| {
        let event = &scene.events[b.event];
        (std::cmp::Reverse(b.strength), event.start)
    });
    let told = of_group
        .iter()
        .find_map(|b| day_of(scene, b).map(|d| d.value.clone()));
    told.or_else(|| signed_after(scene, bonds, group, of_group.first()?))
        .or_else(|| announced(scene, of_group.first()?))
        .or_else(|| in_name(scene, group).filter(|_| status == AgreementStatus::Signed))
        .or_else(|| {
            let event = &scene.events[of_group.first()?.event];
            if then(scene, event) {
                return around(scene, event, TOLD);
            }
            // Told without a day, it is of the day of which the text speaks where it tells of it
            // first below its title.
            let happened = |event: &&Event| {
                let told = match status {
                    AgreementStatus::Signed | AgreementStatus::Adopted => true,
                    AgreementStatus::Renewed => event.form == Form::Finite,
                    _ => false,
                };
                // « Adoptée par 74 voix, la convention fixe… »
                let opens = event.start == scene.reading.units[event.unit].start;
                let voted = status == AgreementStatus::Adopted && opens;
                told && event.tense == Tense::Past && (event.form != Form::Participle || voted)
            };
            let events = of_group
                .iter()
                .map(|b| (scene.heads[b.head].title, &scene.events[b.event]));
            let told = events.filter(|(_, event)| happened(event));
            let (_, first) = told.min_by_key(|(title, event)| (*title, event.start))?;
            around(scene, first, SPOKEN)
        })
}

/// « L'accord du 18 décembre 2025 », whose signature the text tells without a day.
fn in_name(scene: &Scene<'_, '_>, group: &Group) -> Option<String> {
    let mut heads = group.heads.iter().map(|h| &scene.heads[*h]);
    heads.find_map(|head| {
        let mut days = scene.days_in(head.end + 1, head.end + 2).iter();
        let own = days.find(|d| d.value.len() == "2025-12-18".len())?;
        (named(scene, own) && !after_anchor(scene, own)).then(|| own.value.clone())
    })
}

/// « Réuni ce jeudi, le gouvernement a : – prolongé le partenariat »: the day of the sentence that
/// announces the list.
fn announced(scene: &Scene<'_, '_>, bond: &Bond) -> Option<String> {
    let units = &scene.reading.units;
    let event = &scene.events[bond.event];
    if units[event.unit].label != "list" || !status::acts(bond.status) {
        return None;
    }
    let above = (0..event.unit).rev().find(|u| units[*u].label != "list")?;
    if !scene.reading.announces(above) {
        return None;
    }
    let unit = units[above];
    let mut days = scene.days_in(unit.start, unit.end).iter();
    let day = days.find(|d| d.limit == Limit::Free && !after_anchor(scene, d))?;
    Some(day.value.clone())
}

/// « A et B ont prolongé la convention. X et Y ont apposé leur signature vendredi »: the day of
/// the signature by which a pact was adopted or renewed.
fn signed_after(
    scene: &Scene<'_, '_>,
    bonds: &Bonds,
    group: &Group,
    bond: &Bond,
) -> Option<String> {
    use AgreementStatus as S;
    if bond.status != S::Renewed {
        return None;
    }
    let event = &scene.events[bond.event];
    let mut signatures = bonds.of_group(group).filter(|b| {
        let signature = &scene.events[b.event];
        b.status == S::Signed
            && signature.unit > event.unit
            && signature.tense == Tense::Past
            && signature.form != Form::Participle
    });
    signatures.find_map(|b| day_of(scene, b).map(|d| d.value.clone()))
}

/// Whether an event is told to happen on the day of what was told before it.
fn then(scene: &Scene<'_, '_>, event: &Event) -> bool {
    let unit = scene.reading.units[event.unit];
    let marks = &scene.marks.then;
    let next = marks.partition_point(|m| *m < unit.start);
    marks.get(next).is_some_and(|m| *m < unit.end)
}

/// The date of the sentence that goes with an event.
fn day_of<'s>(scene: &'s Scene<'_, '_>, bond: &Bond) -> Option<&'s Day> {
    let event = &scene.events[bond.event];
    let unit = scene.reading.units[event.unit];
    let cost = |day: &Day| -> Option<u32> {
        // « La signature, prévue vendredi, est reportée au 21 juillet »
        let planned = bond.status == AgreementStatus::Planned;
        if planned && scene.marks.moved.contains(&day.start) {
            return Some(0);
        }
        if limited(day, bond.status)
            || scene.aside(day.start)
            || too_late(scene, event, day)
            || named(scene, day)
            || of_another(scene, bond, day)
        {
            return None;
        }
        // « expiré depuis mai », not « met fin à l'accord qui les lie depuis 2011 »
        let since = day.limit == Limit::Since && bond.status == AgreementStatus::Ended;
        if since && !(event.end..=event.end + CLOSE).contains(&day.start) {
            return None;
        }
        let (from, to) = if day.start >= event.end {
            (event.end, day.start)
        } else if day.end <= event.start {
            if event.form == Form::Participle {
                return None;
            }
            (day.end, event.start)
        } else {
            return Some(0);
        };
        let crossed = u32::from(scene.broken(from, to)) * BOUNDARY;
        let side = if day.start < event.start { 3 } else { 0 };
        // « ont signé l'accord sur les salaires 2025 »: a bare year may tell what the pact is about.
        let is_year = day.value.len() == "2025".len();
        let year = if is_year && status::acts(bond.status) {
            YEAR
        } else {
            0
        };
        let cost = to - from + crossed + side + year;
        (cost <= REACH).then_some(cost)
    };
    let days = scene
        .days
        .iter()
        .filter(|d| d.start >= unit.start && d.end <= unit.end);
    days.filter_map(|d| Some((cost(d)?, d)))
        .min_by_key(|(c, d)| (*c, d.start))
        .map(|(_, d)| d)
}

/// Whether the word before a date says that it is not when the status came about.
fn limited(day: &Day, status: AgreementStatus) -> bool {
    use AgreementStatus as S;
    match day.limit {
        Limit::Free => false,
        Limit::Until => true,
        Limit::By => status != S::Planned,
        Limit::Since => !matches!(status, S::InForce | S::Negotiating | S::Planned | S::Ended),
    }
}

/// Whether a date lies after the day of the text, and so is not that of what has happened.
fn too_late(scene: &Scene<'_, '_>, event: &Event, day: &Day) -> bool {
    let ends = event.status == AgreementStatus::Ended && event.form == Form::Phrase;
    event.tense == Tense::Past && event.form != Form::Nominal && !ends && after_anchor(scene, day)
}

/// Whether a date lies after the day of the text.
fn after_anchor(scene: &Scene<'_, '_>, day: &Day) -> bool {
    // A month or a year has not come where it is a later one.
    let is_later = || {
        let anchor = scene.reading.anchor?.to_string();
        let same = anchor.get(..day.value.len())?;
        let is_plain = day.value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        Some(is_plain && day.value.as_str() > same)
    };
    let ahead = days_ahead(scene, day).map(|days| days > 0);
    ahead.or_else(is_later).unwrap_or(false)
}

/// Whether the date right behind an event lies after the day of the text.
pub fn falls_later(scene: &Scene<'_, '_>, event: &Event) -> bool {
    let near = |d: &&Day| d.start >= event.end && d.start - event.end <= CLOSE;
    let mut days = scene.days.iter().filter(near);
    days.any(|d| after_anchor(scene, d))
}

/// How many days a date lies after the day of the text.
fn days_ahead(scene: &Scene<'_, '_>, day: &Day) -> Option<i32> {
    let date: Date = day.value.parse().ok()?;
    Some((date - scene.reading.anchor?).get_days())
}

/// Whether the sentence says when an event came about.
pub fn is_dated(scene: &Scene<'_, '_>, bond: &Bond) -> bool {
    day_of(scene, bond).is_some()
}

/// Whether the date of an event lies after the day of the text.
pub fn is_to_come(scene: &Scene<'_, '_>, bond: &Bond) -> bool {
    // « au plus tard le 31 mars » is a day for what is to come.
    let planned = Bond {
        status: AgreementStatus::Planned,
        ..*bond
    };
    let day = day_of(scene, bond).or_else(|| day_of(scene, &planned));
    day.is_some_and(|day| after_anchor(scene, day))
}

/// Whether a date belongs to the name of a pact (« l'accord du 19 septembre »).
fn named(scene: &Scene<'_, '_>, day: &Day) -> bool {
    let before = scene.heads.partition_point(|h| h.end < day.start);
    before > 0 && {
        let end = scene.heads[before - 1].end;
        day.start - end == 1 && scene.events_in(end, day.start).is_empty()
    }
}

/// Whether a date stands right behind another event.
fn of_another(scene: &Scene<'_, '_>, bond: &Bond, day: &Day) -> bool {
    let event = &scene.events[bond.event];
    let unit = scene.reading.units[event.unit];
    // « ont paraphé un avenant à l'accord conclu à Luxembourg le 4 mai 2022 »
    let amended = |e: &Event| {
        let own = scene.heads[bond.head].end;
        let head = scene.heads.get(bond.head + 1);
        e.form == Form::Participle
            && head.is_some_and(|h| h.governed && h.start >= own && e.start == h.end)
    };
    // « a notifié, vendredi, la dénonciation de l'accord »: the day is that of both.
    let object = event.form == Form::Nominal && (day.end..=day.end + CLOSE).contains(&event.start);
    let of_its_own = |e: &Event| {
        let of_both = object && e.form == Form::Finite;
        let alike = e.status == event.status && event.form != Form::Participle;
        let farther = event.end <= day.start && event.end > e.end;
        // « adopteront le texte lors d'une réunion prévue le 20 mai »
        e.status != bond.status && !of_both && !alike && !farther
    };
    scene.events_within(unit.start, day.start).any(|e| {
        e.start != event.start && day.start - e.end <= CLOSE && (amended(e) || of_its_own(e))
    })
}

/// The day of which the text is speaking when an event without date is told.
fn around(scene: &Scene<'_, '_>, event: &Event, reach: i32) -> Option<String> {
    let anchor = scene.reading.anchor?;
    let recent =
        |day: &&Day| days_ahead(scene, day).is_some_and(|days| (-reach..=0).contains(&days));
    let before = scene
        .days
        .iter()
        .filter(|d| d.start < event.start && d.limit == Limit::Free)
        .rfind(recent);
    Some(before.map_or_else(|| anchor.to_string(), |d| d.value.clone()))
}

/// The place that the text names for the act.
pub fn place(scene: &Scene<'_, '_>, bonds: &Bonds, group: &Group) -> Option<String> {
    let best = status::best(scene, bonds, group)?;
    let event = &scene.events[best.event];
    let unit = scene.reading.units[event.unit];
    let sites = scene.sites_in(unit.start, unit.end).iter();
    let costs = sites.filter(|s| s.end <= unit.end).map(|site| {
        let (from, to) = if site.start >= event.end {
            (event.end, site.start)
        } else {
            (site.end.min(event.start), event.start)
        };
        let cost = to - from + u32::from(scene.broken(from, to)) * BOUNDARY;
        (cost, site.place)
    });
    let (_, place) = costs.filter(|(cost, _)| *cost <= BOUNDARY).min()?;
    Some(scene.record.places[place].name.clone())
}
