//! Those who can be parties or sign: people, bodies, states, and the words that
//! stand for several of them.

use rustc_hash::FxHashMap;

use super::bodies;
use super::scene::{Scene, between};
use crate::grammar::Annotation;
use crate::lexicon::fold::fold;
use crate::record::{Form, Organisation, OrganisationKind, Party, Person, PlaceKind, Role};

/// The number of « les parties »: as many as the pact before has.
pub const ALL: usize = 0;

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
    /// « les deux pays », « les trois groupes », « les parties »: their sort and number, or [`ALL`].
    Several(Sort, usize),
    /// « les deux ministres ».
    ThePeople,
    /// « cette société »: the body last named.
    Same,
    /// « le club »: the body of that sort, told by the first token of its noun.
    OfSort(u32),
}

/// The sort of several that a number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// « les deux pays ».
    States,
    /// « les deux groupes ».
    Bodies,
    /// « les deux parties ».
    Any,
    /// « les deux partenaires »: those of the pact just told.
    Partners,
}

impl Sort {
    /// Whether a party is of this sort.
    pub fn fits(self, party: &Party) -> bool {
        match self {
            Sort::States => party.country.is_some(),
            Sort::Bodies => party.country.is_none(),
            Sort::Any | Sort::Partners => true,
        }
    }
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
    /// It is known to be somebody, not just a name.
    pub sure: bool,
}

/// All who act, in the order of the text; who stands inside another is left out.
pub fn actors(scene: &Scene<'_, '_>) -> Vec<Actor> {
    let record = scene.record;
    let lattice = &scene.reading.lattice;
    let mut found = Vec::new();
    let mut add = |(start, end): (u32, u32), who| {
        if start < end {
            found.push(Actor {
                start,
                end,
                who,
                sure: true,
            });
        }
    };
    let numbers: FxHashMap<&str, usize> = record
        .people
        .iter()
        .enumerate()
        .map(|(at, p)| (p.id.as_str(), at))
        .collect();
    for (at, person) in record.people.iter().enumerate() {
        for m in person.mentions.iter().filter(|m| m.form != Form::Role) {
            add(scene.tokens(m.start, m.end), Who::People(vec![at]));
        }
    }
    for role in &record.roles {
        let ids = role.people.iter();
        let held: Vec<usize> = ids
            .filter_map(|id| numbers.get(id.as_str()).copied())
            .collect();
        let span = scene.tokens(role.start, role.end);
        let of_state = bodies::unheld(scene, span).filter(|_| held.is_empty());
        add(span, of_state.map_or(Who::People(held), Who::Party));
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
                // « à Québec » is where something is, « Québec » who acts.
                PlaceKind::City | PlaceKind::Region
                    if scene.marks.member.binary_search(&span.0).is_ok()
                        && !scene.located(span.0) =>
                {
                    add(span, Who::Party(party(None)));
                }
                PlaceKind::City | PlaceKind::Region => add(span, Who::Town(party(None))),
                _ => {}
            }
        }
    }
    let mut known = Vec::new();
    for body in &record.organisations {
        for m in &body.mentions {
            let span = scene.tokens(m.start, m.end);
            known.push(span);
            add(span, Who::Party(named(scene, body, span, &m.text)));
        }
    }
    // « son homologue grec », whom the text does not name.
    for a in lattice.of_kind("agr-peer") {
        if let Some(iso) = a.text("iso") {
            add((a.start, a.end), Who::Party(bodies::state(scene, iso)));
        }
    }
    for a in lattice.of_kind("agr-state") {
        let named = a.text("iso").map(|iso| bodies::state(scene, iso));
        if let Some(party) = named.or_else(|| scene.home.clone()) {
            add((a.start, a.end), Who::Party(party));
        }
    }
    for a in lattice.of_kind("agr-nations") {
        if let (Some(first), Some(second)) = (a.text("first"), a.text("second")) {
            let who = Who::Nations(bodies::state(scene, first), bodies::state(scene, second));
            add((a.start, a.end), who);
        }
    }
    for a in lattice.of_kind("agr-both") {
        let number = a.text("number").and_then(|n| n.parse().ok()).unwrap_or(ALL);
        let who = match a.text("of") {
            Some("state") => Who::Several(Sort::States, number),
            Some("body") => Who::Several(Sort::Bodies, number),
            Some("partner") => Who::Several(Sort::Partners, number),
            Some("person") => holders(scene, a),
            _ => Who::Several(Sort::Any, number),
        };
        add((a.start, a.end), who);
    }
    for a in lattice.of_kind("agr-same") {
        let noun = a.span("noun");
        add(
            (a.start, a.end),
            noun.map_or(Who::Same, |n| Who::OfSort(n.0)),
        );
    }
    // « l'ASBL Toit & Voisins », « l'université d'Angers et Le Mans Université »: bodies that are known.
    known.sort_unstable();
    let is_known = |start, end| match between(&known, start, end, |b| b.0) {
        [one] => one.1 == end && scene.reading.is_legal_form(start),
        several => several.len() > 1,
    };
    for a in lattice.of_kind("agr-name") {
        if !is_known(a.start, a.end)
            && let Some(party) = guessed(scene, a.start, a.end)
        {
            let (start, end) = (a.start, a.end);
            // « le canton du Valais » is told like a town.
            let sure = a.text("area").is_some();
            let who = if sure {
                Who::Town(party)
            } else {
                Who::Party(party)
            };
            found.push(Actor {
                start,
                end,
                who,
                sure,
            });
        }
    }
    let mut found = apart(found);
    recall(scene, &mut found);
    found
}

/// Puts bodies in the place of « cette société » and « le club »; what stands for none is left out.
fn recall(scene: &Scene<'_, '_>, found: &mut Vec<Actor>) {
    let mut last: Option<Party> = None;
    for at in 0..found.len() {
        match &found[at].who {
            Who::Party(p) if p.country.is_none() => last = Some(p.clone()),
            Who::Same => {
                if let Some(body) = &last {
                    found[at].who = Who::Party(body.clone());
                }
            }
            Who::OfSort(noun) => {
                if let Some(body) = of_sort(scene, *noun, &found[..at]) {
                    found[at].who = Who::Party(body);
                }
            }
            _ => {}
        }
    }
    found.retain(|a| !matches!(a.who, Who::Same | Who::OfSort(_)));
}

/// The body that a noun alone stands for: the one that was called so, else who speaks, else the last of its sort.
fn of_sort(scene: &Scene<'_, '_>, noun: u32, before: &[Actor]) -> Option<Party> {
    /// Bodies back at most, for nobody remembers more.
    const RECALLED: usize = 40;
    let lattice = &scene.reading.lattice;
    let word = lattice.tokens[noun as usize].fold;
    let bodies = || {
        let recent = before.iter().rev().filter_map(|a| match &a.who {
            Who::Party(p) if p.country.is_none() => Some((a, p)),
            _ => None,
        });
        recent.take(RECALLED)
    };
    let sort = bodies::noun_kind(scene, noun);
    let first = |body: &Organisation| bodies::first_mention(scene, body).map(|span| span.0);
    // What its list says, else its first noun.
    let kind = |name: &str| {
        let body = bodies::known(scene, name)?;
        let listed = body.kind.map(OrganisationKind::as_str);
        listed.or_else(|| bodies::noun_kind(scene, first(body)?))
    };
    let begins = |name: &str| {
        let at = bodies::known(scene, name).and_then(first);
        at.is_some_and(|at| lattice.tokens[at as usize].fold == word)
    };
    let issuer = scene.record.issuer.as_deref();
    if let Some(name) = issuer.filter(|name| begins(name)) {
        return Some(bodies::of_name(name));
    }
    // « la compagnie Zorblat », « l'Université de Brest »
    let called = |a: &Actor| {
        let from = a.start.saturating_sub(2)..=a.start;
        let mut words = lattice.tokens[*from.start() as usize..=*from.end() as usize].iter();
        words.any(|t| t.fold == word)
    };
    if let Some((_, body)) = bodies().find(|(a, _)| called(a)) {
        return Some(body.clone());
    }
    let fits = |name: &&str| kind(name).is_none_or(|own| Some(own) == sort);
    let speaks = issuer.filter(|name| bodies::known(scene, name).is_some() && fits(name));
    if let Some(name) = speaks.filter(|name| !is_authority(scene, name)) {
        return Some(bodies::of_name(name));
    }
    let same = |p: &Party| sort.is_some() && kind(&p.name) == sort;
    bodies().find(|(_, p)| same(p)).map(|(_, p)| p.clone())
}

/// Whether a name is that of a ministry or a government: no club and no company.
fn is_authority(scene: &Scene<'_, '_>, name: &str) -> bool {
    let marks = [&scene.marks.ministry, &scene.marks.government];
    let body = bodies::known(scene, name);
    let public = |o: &Organisation| marks.iter().any(|m| bodies::begins(scene, o, m));
    body.is_some_and(public)
}

/// The people of « les deux ministres »: the holders of that function, where the text tells them,
/// else those who were last told to be one, or the peer of one.
fn holders(scene: &Scene<'_, '_>, a: &Annotation<'_>) -> Who {
    let record = scene.record;
    let mut roles = record.roles.iter();
    let role = roles.find(|role| {
        let (start, end) = scene.tokens(role.start, role.end);
        start >= a.start && end <= a.end && role.people.len() > 1
    });
    let numbered = || record.people.iter().enumerate();
    if let Some(role) = role {
        let held = numbered().filter(|(_, p)| role.people.contains(&p.id));
        return Who::People(held.map(|(at, _)| at).collect());
    }
    let lattice = &scene.reading.lattice;
    let Some((noun, _)) = a.span("noun") else {
        return Who::ThePeople;
    };
    let plural = fold(lattice.words(noun, noun + 1));
    let noun = plural.trim_end_matches('s');
    let is_one = |role: &Role| {
        let (start, end) = scene.tokens(role.start, role.end);
        let first = &lattice.tokens[start as usize..(start + 1).min(end) as usize];
        let kind = scene
            .reading
            .grammar
            .lexicon
            .feature(first, "function", "kind");
        kind == Some("counterpart") || fold(&role.title).starts_with(noun)
    };
    let before = |p: &Person| {
        let at = p.mentions.iter().map(|m| scene.tokens(m.start, m.end).0);
        at.filter(|at| *at < a.start).max()
    };
    let ones = numbered().filter(|(_, p)| p.roles.iter().any(is_one));
    let mut told: Vec<(u32, usize)> = ones.filter_map(|(at, p)| Some((before(p)?, at))).collect();
    told.sort_unstable();
    let last = told.len().saturating_sub(2);
    let mut people: Vec<usize> = told[last..].iter().map(|(_, at)| *at).collect();
    people.sort_unstable();
    if people.len() == 2 && a.text("number") == Some("2") {
        Who::People(people)
    } else {
        Who::ThePeople
    }
}

/// Parties told by their names side by side behind a pact: « l'accord UE-Mercosur ».
pub fn pairs(scene: &Scene<'_, '_>) -> Vec<(u32, Party, Party)> {
    let lattice = &scene.reading.lattice;
    let lexicon = &scene.reading.grammar.lexicon;
    let party = |(start, end): (u32, u32)| {
        let tokens = &lattice.tokens[start as usize..end as usize];
        if let Some(iso) = lexicon.feature(tokens, "country", "iso") {
            return bodies::state(scene, iso);
        }
        let words = lattice.words(start, end);
        Party {
            name: scene.full_name(words).unwrap_or(words).to_owned(),
            country: None,
        }
    };
    let told = lattice.of_kind("agr-pair").into_iter();
    let pairs = told.filter_map(|a| {
        let (first, second) = (a.span("first")?, a.span("second")?);
        Some((a.start, party(first), party(second)))
    });
    pairs.collect()
}

/// The widest actors, in order, none inside another.
fn apart(mut found: Vec<Actor>) -> Vec<Actor> {
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

/// An organisation as a party: a government is its State, an acronym stands for the full name.
fn named(scene: &Scene<'_, '_>, body: &Organisation, span: (u32, u32), words: &str) -> Party {
    let governs = scene.marks.government.binary_search(&span.0).is_ok();
    let governs = governs && !bodies::names_member(scene, span);
    if let (true, Some(iso)) = (governs, body.country.as_deref()) {
        return bodies::state(scene, iso);
    }
    // « le Bureau exécutif national du SUEMS » acts for the union.
    if let Some(whole) = whole(scene, span) {
        return bodies::of_name(whole);
    }
    let name = bodies::full(scene, words);
    bodies::of_name(name.map_or_else(|| one_line(words), str::to_owned))
}

/// The organisation of the text whose organ the words of a span name.
fn whole<'r>(scene: &Scene<'r, '_>, (start, end): (u32, u32)) -> Option<&'r str> {
    let organs = &scene.marks.organ;
    let at = organs.binary_search_by_key(&start, |organ| organ.0).ok()?;
    let behind = organs[at].1;
    let words = (behind < end).then(|| scene.reading.lattice.words(behind, end))?;
    let named = || bodies::known(scene, words).map(|body| body.name.as_str());
    bodies::full(scene, words).or_else(named)
}

/// A name that no list knows, as a party. A bare generic word (« la Ville ») is the body of
/// the text that begins with it, else nobody.
fn guessed(scene: &Scene<'_, '_>, start: u32, end: u32) -> Option<Party> {
    let lattice = &scene.reading.lattice;
    let words = lattice.words(start, end);
    let tokens = &lattice.tokens[start as usize..end as usize];
    let generic = scene
        .reading
        .grammar
        .lexicon
        .feature(tokens, "org-head", "kind")
        .is_some();
    let name = if generic {
        bodies::longer(scene, words, |_| true)?.to_owned()
    } else if let Some(body) = begun(scene, words, end) {
        body.to_owned()
    } else {
        scene
            .full_name(words)
            .map_or_else(|| one_line(words), str::to_owned)
    };
    Some(bodies::of_name(name))
}

/// The organisation whose name these words begin and the words behind them complete.
fn begun<'r>(scene: &Scene<'r, '_>, words: &str, end: u32) -> Option<&'r str> {
    let lattice = &scene.reading.lattice;
    let behind = &lattice.text[lattice.bytes(end, end).start..];
    let mut bodies = scene.record.organisations.iter().map(|o| o.name.as_str());
    bodies.find(|n| {
        let rest = n.strip_prefix(words).unwrap_or_default();
        !rest.is_empty() && behind.starts_with(rest.trim_start())
    })
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
