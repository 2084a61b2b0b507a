//! For whom somebody signs: their State, their town, their house.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::{push, same};
use super::scene::{Scene, between};
use crate::lexicon::fold::fold;
use crate::record::{Mention, Organisation, Party, Person, Place, PlaceKind, Role};

/// How far into a function the word may stand that says for whom its holder signs.
const HEAD: u32 = 4;

/// A country among the places of the record.
fn country<'r>(scene: &Scene<'r, '_>, iso: &str) -> Option<&'r Place> {
    let mut places = scene.record.places.iter();
    places.find(|p| p.kind == PlaceKind::Country && p.country.as_deref() == Some(iso))
}

/// The country of which a place of the text is the capital.
pub fn capital<'r>(scene: &'r Scene<'_, '_>, name: &str) -> Option<&'r str> {
    let place = scene.record.places.iter().find(|p| p.name == name)?;
    let first = place.mentions.first()?;
    let (start, end) = scene.tokens(first.start, first.end);
    let tokens = &scene.reading.lattice.tokens[start as usize..end as usize];
    let lexicon = &scene.reading.grammar.lexicon;
    lexicon.feature(tokens, "capital", "iso")
}

/// A state as a party.
pub fn state(scene: &Scene<'_, '_>, iso: &str) -> Party {
    Party {
        name: country(scene, iso).map_or_else(|| iso.to_owned(), |p| p.name.clone()),
        country: Some(iso.to_owned()),
    }
}

/// The European Union as a party: its institutions have no part of their own beside States.
pub fn union() -> Party {
    Party {
        name: "Union européenne".to_owned(),
        country: None,
    }
}

/// A body as a party.
pub fn of_name(name: impl Into<String>) -> Party {
    Party {
        name: name.into(),
        country: None,
    }
}

/// The State beside this one of which the text speaks most.
pub fn other_state(scene: &Scene<'_, '_>, one: &Party) -> Option<Party> {
    let places = scene.record.places.iter();
    let others = places.filter(|p| p.kind == PlaceKind::Country && p.country != one.country);
    let other = others.max_by_key(|p| p.mentions.len())?;
    Some(state(scene, other.country.as_deref()?))
}

/// The two States of which the text speaks more than of any other, the first the most; none
/// where a third is spoken of as much.
pub fn two_states(scene: &Scene<'_, '_>) -> Vec<Party> {
    let places = scene.record.places.iter();
    let mut countries: Vec<_> = places.filter(|p| p.kind == PlaceKind::Country).collect();
    countries.sort_by_key(|p| std::cmp::Reverse(p.mentions.len()));
    let clear = match countries.as_slice() {
        [_, second, third, ..] => second.mentions.len() > third.mentions.len(),
        [_, _] => true,
        _ => false,
    };
    let codes = countries.iter().filter_map(|p| p.country.as_deref());
    let found = codes.map(|iso| state(scene, iso));
    found.take(if clear { 2 } else { 0 }).collect()
}

/// The organisation of this name.
pub fn known<'r>(scene: &Scene<'r, '_>, name: &str) -> Option<&'r Organisation> {
    scene.record.organisations.iter().find(|o| o.name == name)
}

/// The tokens of an organisation's first mention.
pub fn first_mention(scene: &Scene<'_, '_>, body: &Organisation) -> Option<(u32, u32)> {
    let first = body.mentions.first()?;
    Some(scene.tokens(first.start, first.end))
}

/// Whether an organisation's first mention begins with one of the marked words.
pub fn begins(scene: &Scene<'_, '_>, body: &Organisation, marks: &[u32]) -> bool {
    first_mention(scene, body).is_some_and(|(start, _)| marks.binary_search(&start).is_ok())
}

/// The kind of body that a token tells as the noun of its name: « club », « région ».
pub fn noun_kind<'s>(scene: &'s Scene<'_, '_>, at: u32) -> Option<&'s str> {
    let noun = &scene.reading.lattice.tokens[at as usize..=at as usize];
    let lexicon = &scene.reading.grammar.lexicon;
    lexicon.feature(noun, "org-head", "kind")
}

/// The country in whose name the document speaks, or the Union: that of the place of issue, else
/// that in the issuer's name, else the one spoken of most.
pub fn home(scene: &Scene<'_, '_>) -> Option<Party> {
    let record = scene.record;
    let speaker = record.issuer.as_deref().and_then(|i| known(scene, i));
    if speaker.is_some_and(|o| begins(scene, o, &scene.marks.union)) {
        return Some(union());
    }
    let issued = record.dateline.as_ref().and_then(|d| d.place.as_deref());
    let of_issue = issued.and_then(|name| {
        let places = record.places.iter();
        places
            .filter(|p| p.country.is_some())
            .find(|p| p.name == name || p.mentions.iter().any(|m| m.text == name))
    });
    let spoken_of = || {
        let others = others(scene);
        let mut spoken: BTreeMap<&str, usize> = BTreeMap::new();
        for place in &record.places {
            if let Some(iso) = place.country.as_deref() {
                *spoken.entry(iso).or_default() += place.mentions.len();
            }
        }
        // « Le ministre belge »: so one speaks of another country's. Of those spoken of as much,
        // one by its own name, else the first.
        let weight = |p: &&Place| {
            let of_country = p.country.as_deref().map_or(0, |iso| spoken[iso]);
            let own = p
                .country
                .as_deref()
                .is_some_and(|iso| !others.contains(iso));
            (own, of_country, p.kind == PlaceKind::Country)
        };
        record.places.iter().rev().max_by_key(weight)
    };
    let of_place = |p: Option<&'_ Place>| p.and_then(|p| p.country.clone());
    let iso = of_place(of_issue)
        .or_else(|| {
            let (start, end) = first_mention(scene, speaker?)?;
            scene.reading.demonym(start, end).map(str::to_owned)
        })
        .or_else(|| above(scene).map(str::to_owned))
        .or_else(|| of_place(spoken_of()))?;
    let iso = iso.as_str();
    let spoken = country(scene, iso).map_or(0, |c| c.mentions.len());
    // « Québec »: a part of a country that binds itself, and of which the text speaks more.
    let mut parts = record.places.iter();
    let part = parts.find(|p| {
        p.country.as_deref() == Some(iso) && p.mentions.len() > spoken && is_member(scene, p)
    });
    Some(part.map_or_else(|| state(scene, iso), member))
}

/// The countries with whose adjective a function is told, as those of other countries are.
fn others<'r>(scene: &Scene<'r, '_>) -> BTreeSet<&'r str> {
    let roles = scene.record.people.iter().flat_map(|p| &p.roles);
    let told = roles.filter_map(|role| {
        let iso = role.country.as_deref()?;
        let (start, end) = scene.tokens(role.start, role.end);
        let by_adjective = scene.reading.demonym(start, end) == Some(iso)
            && !country(scene, iso).is_some_and(|place| names(role, place));
        by_adjective.then_some(iso)
    });
    told.collect()
}

/// The country of a body in the letterhead: « Gouvernement du Grand-Duché de Luxembourg ».
fn above<'r>(scene: &Scene<'r, '_>) -> Option<&'r str> {
    let reading = scene.reading;
    scene.record.organisations.iter().find_map(|o| {
        let (start, _) = first_mention(scene, o)?;
        let unit = reading.units[reading.unit_of(start)];
        o.country.as_deref().filter(|_| unit.label == "letterhead")
    })
}

/// Whether a place is a part of a federation that makes pacts of its own.
fn is_member(scene: &Scene<'_, '_>, place: &Place) -> bool {
    place.kind != PlaceKind::Country
        && place.mentions.iter().any(|m| {
            let (start, _) = scene.tokens(m.start, m.end);
            scene.marks.member.binary_search(&start).is_ok()
        })
}

/// Whether words name such a part: « le gouvernement de la Nouvelle-Calédonie » is no State.
pub fn names_member(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    !between(&scene.marks.member, start, end, |m| *m).is_empty()
}

/// A part of a federation as a party.
fn member(place: &Place) -> Party {
    of_name(&place.name)
}

/// The part of a federation that a function names.
fn member_of(scene: &Scene<'_, '_>, role: &Role) -> Option<Party> {
    let mut places = scene.record.places.iter();
    let place = places.find(|p| names(role, p) && is_member(scene, p))?;
    Some(member(place))
}

/// The body of a part of a federation that a function names: « Fédération Wallonie-Bruxelles ».
fn member_body(scene: &Scene<'_, '_>, role: &Role) -> Option<Party> {
    let mut bodies = bodies_inside(scene, role);
    let body = bodies.find(|o| begins(scene, o, &scene.marks.member))?;
    Some(of_name(&body.name))
}

/// The state or body for which somebody signs: a minister or an envoy signs for the
/// state, a mayor for the town.
pub fn body(scene: &Scene<'_, '_>, person: &Person) -> Option<Party> {
    let roles = &person.roles;
    let country = roles.iter().find_map(|r| r.country.as_deref());
    let of_commission = |r: &Role| has(scene, r, &scene.marks.commissioner);
    if roles.iter().any(|r| has(scene, r, &scene.marks.union))
        || roles.iter().any(of_commission) && scene.home.as_ref().is_some_and(|h| same(h, &union()))
    {
        return Some(union());
    }
    if roles.iter().any(|r| has(scene, r, &scene.marks.envoy)) {
        let member = roles.iter().find_map(|r| member_of(scene, r));
        let member = member.or_else(|| roles.iter().find_map(|r| member_body(scene, r)));
        let own = member.or_else(|| country.map(|iso| state(scene, iso)));
        return own.or_else(|| scene.home.clone());
    }
    if let Some(town) = roles
        .iter()
        .find(|r| has(scene, r, &scene.marks.mayor))
        .and_then(|r| town(scene, r))
    {
        return Some(town);
    }
    if let Some(area) = roles.iter().find_map(|r| of_council(scene, r)) {
        return Some(area);
    }
    let organisation = roles.iter().find_map(|r| {
        let name = r.organisation.as_deref()?;
        full(scene, name).or_else(|| Some(name).filter(|name| !is_field(scene, r, name)))
    });
    let inside = || roles.iter().find_map(|r| body_inside(scene, r));
    match (inside(), organisation, country) {
        (Some(body), ..) => Some(body),
        (None, Some(name), _) => Some(of_name(name)),
        (None, None, Some(iso)) => {
            let member = roles.iter().find_map(|r| member_of(scene, r));
            member.or_else(|| Some(state(scene, iso)))
        }
        (None, None, None) => None,
    }
}

/// Whether a function names its body by a plain word, which tells a field and no body: « à l'Agriculture ».
fn is_field(scene: &Scene<'_, '_>, role: &Role, name: &str) -> bool {
    let lattice = &scene.reading.lattice;
    let lexicon = &scene.reading.grammar.lexicon;
    let (start, end) = scene.tokens(role.start, role.end);
    (start..end).any(|at| {
        let token = &lattice.tokens[at as usize..=at as usize];
        lattice.words(at, at + 1) == name && lexicon.feature(token, "common-word", "band").is_some()
    })
}

/// The State for which the holder of a function signs whom the text does not name.
pub fn unheld(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<Party> {
    scene.marks.envoy.binary_search(&start).ok()?;
    let foreign = scene.reading.demonym(start, end);
    foreign.map_or_else(|| scene.home.clone(), |iso| Some(state(scene, iso)))
}

/// For whom several people sign. Where two envoys would sign for one State, the one whose
/// country no word names signs for the other that the text speaks of.
pub fn of_people<'p>(
    scene: &Scene<'_, '_>,
    people: &(impl Iterator<Item = &'p Person> + Clone),
) -> Vec<Party> {
    // « Le garde des sceaux, ministre de la Justice, et le ministre de la Culture »: in a pact of
    // one State with itself, its ministries, where the text names them.
    let ministries: Option<Vec<Party>> = people.clone().map(|p| ministry(scene, p)).collect();
    if let Some(ministries) = ministries.filter(|m| m.len() >= 2) {
        return ministries;
    }
    let mut found: Vec<Party> = people.clone().filter_map(|p| body(scene, p)).collect();
    let untold = |p: &Person| {
        p.roles.iter().all(|r| r.country.is_none())
            && p.roles.iter().any(|r| has(scene, r, &scene.marks.envoy))
    };
    // « Les ministres du Sénégal et de la Mauritanie, MM. X et Y » hold one function for two.
    let mut seen: Vec<(u32, u32)> = Vec::new();
    for role in people.clone().flat_map(|p| &p.roles) {
        if seen.contains(&(role.start, role.end)) && has(scene, role, &scene.marks.envoy) {
            for place in &scene.record.places {
                let named = place.kind == PlaceKind::Country && names(role, place);
                if let Some(iso) = place.country.as_deref().filter(|_| named) {
                    push(&mut found, state(scene, iso));
                }
            }
        }
        seen.push((role.start, role.end));
    }
    let one_state = found.len() >= 2 && found.iter().all(|p| same(p, &found[0]));
    if one_state
        && found[0].country.is_some()
        && people.clone().any(untold)
        && !people.clone().all(untold)
    {
        found.extend(other_state(scene, &found[0]));
    }
    found
}

/// The ministry of a minister, where the text names it and no country.
fn ministry(scene: &Scene<'_, '_>, person: &Person) -> Option<Party> {
    let of_state = |r: &Role| has(scene, r, &scene.marks.envoy);
    let untold = person.roles.iter().all(|r| r.country.is_none());
    // What stands behind the first word: « de la Justice ».
    let complement = |name: &str| fold(name).split_once(' ').map(|(_, rest)| rest.to_owned());
    let mut roles = person.roles.iter().filter(|r| untold && of_state(r));
    roles.find_map(|role| {
        let of_role = complement(&role.title)?;
        let mut bodies = scene.record.organisations.iter();
        let body = bodies.find(|o| {
            begins(scene, o, &scene.marks.ministry)
                && complement(&o.name).is_some_and(|c| c == of_role)
        })?;
        Some(of_name(&body.name))
    })
}

/// Whether a function names a place.
fn names(role: &Role, place: &Place) -> bool {
    let inside = |m: &Mention| m.start >= role.start && m.end <= role.end;
    place.mentions.iter().any(inside)
}

/// Whether a function begins with one of these words.
fn has(scene: &Scene<'_, '_>, role: &Role, words: &[u32]) -> bool {
    let (start, _) = scene.tokens(role.start, role.end);
    let next = words.partition_point(|w| *w < start);
    let limit = role.end;
    words.get(next).is_some_and(|w| {
        let (start_of_word, ..) = scene.reading.span(*w, w + 1);
        *w < start + HEAD && start_of_word < limit
    })
}

/// The region, department or diocese of the text whose council or bishop a function names: the
/// first of that sort, where the function does not say of what.
fn of_council(scene: &Scene<'_, '_>, role: &Role) -> Option<Party> {
    let (start, end) = scene.tokens(role.start, role.end);
    let councils = &scene.marks.council;
    let next = councils.partition_point(|c| c.0 < start);
    let (_, until, area) = councils.get(next).filter(|c| c.1 <= end)?;
    let complement = fold(scene.reading.lattice.words(*until, end));
    let mut bodies = scene.record.organisations.iter();
    let body = bodies.find(|o| {
        let name = fold(&o.name);
        let rest = name.strip_prefix(area.as_str());
        let rest = rest.and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|rest| complement.is_empty() || rest == complement)
    })?;
    Some(of_name(&body.name))
}

/// The town of a mayor, as the text names it when it acts.
fn town(scene: &Scene<'_, '_>, role: &Role) -> Option<Party> {
    let record = scene.record;
    let mut places = record.places.iter();
    let place =
        places.find(|p| matches!(p.kind, PlaceKind::City | PlaceKind::Region) && names(role, p));
    let Some(place) = place else {
        // A mayor whose town the function leaves out is that of the issuer.
        let name = record.issuer.clone()?;
        let country = None;
        return Some(Party { name, country });
    };
    let name = place.name.as_str();
    let folded = fold(name);
    // « Ville d'Autun », not « hôpital d'Autun ».
    let is_local = |o: &&Organisation| {
        let first = first_mention(scene, o);
        first.is_some_and(|(start, _)| noun_kind(scene, start) == Some("local"))
    };
    let acts = record
        .organisations
        .iter()
        .filter(is_local)
        .map(|o| &o.name)
        .find(|n| {
            let n = fold(n);
            n.strip_suffix(folded.as_str())
                .is_some_and(|head| head.ends_with("de ") || head.ends_with("d'"))
        })
        .cloned();
    Some(Party {
        name: acts.unwrap_or_else(|| name.to_owned()),
        country: None,
    })
}

/// The organisation that a function names.
fn body_inside(scene: &Scene<'_, '_>, role: &Role) -> Option<Party> {
    let body = bodies_inside(scene, role).next()?;
    Some(of_name(full(scene, &body.name).unwrap_or(&body.name)))
}

/// The organisations that a function names.
fn bodies_inside<'s>(
    scene: &'s Scene<'_, '_>,
    role: &'s Role,
) -> impl Iterator<Item = &'s Organisation> {
    let inside = |m: &Mention| m.start >= role.start && m.end <= role.end;
    let bodies = scene.record.organisations.iter();
    bodies.filter(move |o| o.mentions.iter().any(inside))
}

/// The full name of a body that an acronym of the text stands for, or a bare noun: « l'Institut ».
pub fn full<'r>(scene: &Scene<'r, '_>, name: &str) -> Option<&'r str> {
    let bare = || completed(scene, name);
    scene.full_name(name).or_else(bare)
}

/// The organisation whose name begins with this word alone: « le CHU », « l'Institut ».
fn completed<'r>(scene: &Scene<'r, '_>, word: &str) -> Option<&'r str> {
    let alone = !word.contains(char::is_whitespace);
    let complement = |rest: &str| rest.starts_with(char::is_lowercase);
    alone.then(|| longer(scene, word, complement)).flatten()
}

/// The organisation whose name goes on behind these words, with a rest that fits.
pub fn longer<'r>(
    scene: &Scene<'r, '_>,
    words: &str,
    fits: impl Fn(&str) -> bool,
) -> Option<&'r str> {
    let mut names = scene.record.organisations.iter().map(|o| o.name.as_str());
    // « le musée » is the Musée d'art of the text.
    let first = words.chars().next()?;
    let rest = |name: &&str| {
        let same = name.chars().next().map(char::to_lowercase);
        let begins = same.is_some_and(|c| c.eq(first.to_lowercase()));
        let rest = name.get(first.len_utf8()..).filter(|_| begins)?;
        let rest = rest.strip_prefix(&words[first.len_utf8()..])?;
        rest.strip_prefix(' ').map(&fits)
    };
    names.find(|name| rest(name) == Some(true))
}
