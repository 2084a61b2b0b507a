//! Who binds themselves, and who signs.

use super::actors::{ALL, Sort, Who};
use super::bodies;
use super::group::Group;
use super::lists::{
    Members, collect, extend, governed, plural, pronoun, push, same, side_by_side, subject, take,
};
use super::scene::{Determiner, Direction, Event, Form, Head, Scene, Sign, Signers, Tense};
use super::status::{Bond, Bonds, acts, drafted};
use crate::grammar::Unit;
use crate::record::{
    Agreement, AgreementKind, AgreementStatus, Organisation, OrganisationKind, Party, Person,
    PlaceKind,
};

/// No more tokens lie between a pronoun and its verb, or before a pronoun that opens a sentence.
const PRONOUN: u32 = 3;
/// A pact told without parties is that of those before, no more sentences away.
const INHERITED: usize = 2;
/// How much an event counts at least that says of itself what became of a pact.
const MAIN: u8 = 5;
/// « Les deux parties » are those of one of so many pacts before.
const RECENT: usize = 20;

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
    /// Those who follow « entre » in another clause, where nobody else is named.
    far: Vec<Party>,
    /// « les deux pays », where the text says no more.
    recalled: Option<(Who, u32)>,
    /// Of those between whom it is, something but « avec » names one.
    whole: bool,
}

impl Named {
    /// Whether nobody is told to act.
    fn is_idle(&self) -> bool {
        self.acting.is_empty() && self.behalf.is_empty() && self.people.is_empty()
    }

    /// Adds to those between whom it is.
    fn bind(&mut self, members: Members, sign: Sign, signs: bool) {
        self.whole |= sign != Sign::With && !members.parties.is_empty();
        extend(&mut self.bound, members.parties);
        self.note(members.people, members.recalled, signs);
    }

    /// Adds to those who act.
    fn act(&mut self, members: Members, signs: bool) {
        extend(&mut self.acting, members.parties);
        self.note(members.people, members.recalled, signs);
    }

    /// Takes over what members bring besides parties.
    fn note(&mut self, people: Vec<usize>, recalled: Option<(Who, u32)>, signs: bool) {
        if signs {
            self.sign(people);
        }
        self.recalled = self.recalled.take().or(recalled);
    }

    fn sign(&mut self, people: Vec<usize>) {
        for p in people {
            if !self.people.contains(&p) {
                self.people.push(p);
            }
        }
    }
}

impl Sides {
    /// Adds to those who signed.
    pub fn sign<'i>(&mut self, ids: impl Iterator<Item = &'i String>) {
        for id in ids {
            if !self.signatories.contains(id) {
                self.signatories.push(id.clone());
            }
        }
    }

    /// The parties and signatories of a group; `earlier` are the pacts before it.
    pub fn of(
        scene: &Scene<'_, '_>,
        bonds: &Bonds,
        group: &Group,
        status: AgreementStatus,
        earlier: &[Agreement],
    ) -> Self {
        let mut sides = Sides::default();
        let mut fallback = Vec::new();
        let mut recalled = None;
        let mut derived = false;
        // The title says less than the prose.
        let (titles, prose): (Vec<usize>, Vec<usize>) =
            group.heads.iter().partition(|h| scene.heads[**h].title);
        for at in prose.iter().chain(&titles) {
            let mut named = mention(scene, bonds, *at);
            if let Some(amended) = amended(scene, *at) {
                let amended = mention(scene, bonds, amended);
                named.whole |= amended.whole;
                extend(&mut named.bound, settle(scene, amended));
            }
            sides.sign(ids(scene, &named.people));
            recalled = recalled.or_else(|| named.recalled.clone());
            // All who are named follow « avec »: with whom they are bound, is told elsewhere.
            let lacks_one = !named.whole && named.is_idle();
            let by_people =
                named.bound.is_empty() && named.acting.is_empty() && named.behalf.is_empty();
            let outright = named.whole && named.bound.len() >= 2;
            let mut parties = settle(scene, named);
            if lacks_one
                && parties.len() >= 2
                && let Some(other) = counterpart(scene, &scene.heads[*at], &parties)
            {
                parties.insert(0, other);
            }
            // « La Suisse et le Brésil signent » in the title says more than the offices of those
            // who sign.
            let title = scene.heads[*at].title;
            // « Cette entente, qui lie A, B et C » says more than they do, too.
            let all_states = sides.parties.iter().all(is_state);
            let more = outright && !all_states && parties.len() >= sides.parties.len();
            let over = derived && (title && parties.iter().all(is_state) || more);
            if parties.len() >= 2 && (sides.parties.is_empty() || over) {
                sides.parties = parties;
                derived = by_people;
            } else {
                extend(&mut fallback, parties);
            }
        }
        if sides.parties.is_empty() {
            sides.parties = fallback;
        }
        let (announced, told) = announced(scene, bonds, group);
        sides.sign(ids(scene, &announced));
        extend(&mut sides.parties, told);
        let announced = announced.iter().map(|p| &scene.record.people[*p]);
        let bodies = bodies::of_people(scene, &announced).into_iter();
        extend(&mut sides.parties, bodies.filter(|b| b.country.is_none()));
        if sides.parties.len() < 2 {
            complete(
                scene,
                bonds,
                group,
                status,
                earlier,
                recalled,
                &mut sides.parties,
            );
        }
        if sides.signatories.len() >= 2
            && let [only] = sides.parties.as_slice()
            && let Some(other) = partner(scene, only, earlier)
        {
            sides.parties.push(other);
        }
        let parties = std::mem::take(&mut sides.parties);
        sides.parties = once(scene, &states(scene, &parties));
        sides
    }
}

/// Each party under one name: « Moselle Paiements » gives way to « Moselle Paiements S.A. »,
/// « Guadeloupe » to « Région Guadeloupe ».
fn once(scene: &Scene<'_, '_>, parties: &[Party]) -> Vec<Party> {
    let named = |p: &Party| {
        let body = bodies::known(scene, &p.name)?;
        bodies::first_mention(scene, body).filter(|(start, end)| start < end)
    };
    let tells_form = |p| named(p).is_some_and(|(_, end)| scene.reading.is_legal_form(end - 1));
    let tells_kind =
        |p| named(p).is_some_and(|(start, _)| bodies::noun_kind(scene, start).is_some());
    let is_short = |short: &Party| {
        let name = short.name.as_str();
        let mut longer = parties
            .iter()
            .filter(|p| p.name.len() > name.len() && !is_state(p));
        !is_state(short)
            && longer.any(|long| {
                let begins = long.name.starts_with(name);
                let ends = long.name.ends_with(name);
                begins && tells_form(long) || ends && town(scene, short) && tells_kind(long)
            })
    };
    let kept = parties.iter().filter(|party| !is_short(party));
    kept.cloned().collect()
}

/// The ids of people, by their place in the record.
fn ids<'r>(scene: &Scene<'r, '_>, people: &[usize]) -> impl Iterator<Item = &'r String> {
    let record = scene.record;
    people.iter().map(|p| &record.people[*p].id)
}

/// The pact that an amendment amends: they share their parties.
fn amended(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let (head, next) = (&scene.heads[at], scene.heads.get(at + 1)?);
    let amends = head.kind == AgreementKind::Amendment
        && next.unit == head.unit
        && next.start - head.end <= 3;
    amends.then_some(at + 1)
}

/// Those whom « les signataires étaient… » or « … en sont les signataires » names, where the
/// pact before it is of this group.
fn announced(scene: &Scene<'_, '_>, bonds: &Bonds, group: &Group) -> (Vec<usize>, Vec<Party>) {
    let mut found = Vec::new();
    let mut told = Vec::new();
    for (start, end, side) in &scene.marks.signers {
        let before = scene.heads.partition_point(|h| h.start < *start);
        let at = scene.reading.unit_of(*end - 1);
        let unit = scene.reading.units[at];
        // « Signataires » above a block of names: of the pact that was signed last.
        if *side == Signers::After && *start == unit.start && *end == unit.end {
            let is_signed = |h: &usize| {
                let signed = |b: &Bond| b.status == AgreementStatus::Signed && b.strength >= MAIN;
                bonds.of(*h).iter().any(signed)
            };
            let signed = (0..before).rev().find(is_signed);
            if signed.is_some_and(|h| group.heads.contains(&h)) {
                let members = below(scene, at);
                found.extend(members.people);
                told.extend(members.parties);
            }
            continue;
        }
        if before == 0 || !group.heads.contains(&(before - 1)) {
            continue;
        }
        match side {
            Signers::Before => {
                let told = subject(scene, unit.start, *start).people;
                let he = told.is_empty().then(|| pronoun(scene, at, |_| true));
                found.extend(told.into_iter().chain(he.flatten()));
                for cue in scene.cues_in(*end, unit.end, &[Sign::With]) {
                    found.extend(take(scene, cue.end, unit.end).people);
                }
            }
            Signers::Nearest => {
                let nearest = scene.actors_in(unit.start, *start).iter().rev();
                let mut people = nearest.filter_map(|a| match &a.who {
                    Who::People(ids) => ids.first().copied(),
                    _ => None,
                });
                found.extend(people.next());
            }
            Signers::After => found.extend(take(scene, *end, unit.end).people),
        }
    }
    (found, told)
}

/// Those whose names stand in the short lines below a unit.
fn below(scene: &Scene<'_, '_>, above: usize) -> Members {
    /// Tokens of a line of names at most.
    const LINE: u32 = 30;
    let mut members = Members::default();
    let lines = scene.reading.units[above + 1..].iter();
    let mut empty = 0;
    for line in lines.take_while(|u| u.end - u.start <= LINE && u.label != "contacts") {
        let actors = scene.actors_in(line.start, line.end);
        empty = if actors.is_empty() { empty + 1 } else { 0 };
        let watched = scene.cues_in(line.start, line.end, &[Sign::Witness]).next();
        if empty > 1 || watched.is_some() {
            break;
        }
        for actor in actors.iter().filter(|a| a.sure) {
            collect(scene, actor, &mut members);
        }
    }
    members
}

/// The parties that one mention gives: those told outright, else those for whom people sign.
fn settle(scene: &Scene<'_, '_>, named: Named) -> Vec<Party> {
    // « A et B négocient une convention de vols entre Douala et Casablanca »
    let towns_only = named.acting.len() >= 2
        && named.bound.iter().all(|p| town(scene, p))
        && !named.acting.iter().any(|p| town(scene, p));
    if named.bound.len() >= 2 && !towns_only && (named.whole || named.is_idle()) {
        return named.bound;
    }
    let mut parties = Vec::new();
    if named.behalf.len() >= 2 {
        parties = named.behalf;
    } else {
        extend(&mut parties, named.behalf.into_iter().chain(named.acting));
        let people = named.people.iter().map(|p| &scene.record.people[*p]);
        extend(&mut parties, bodies::of_people(scene, &people));
    }
    if !towns_only {
        extend(&mut parties, named.bound);
    }
    if parties.len() < 2 {
        extend(&mut parties, named.far);
    }
    parties
}

/// Finds the parties that the sentences of a pact leave to the reader.
fn complete(
    scene: &Scene<'_, '_>,
    bonds: &Bonds,
    group: &Group,
    status: AgreementStatus,
    earlier: &[Agreement],
    recalled: Option<(Who, u32)>,
    parties: &mut Vec<Party>,
) {
    let first = &scene.heads[group.heads[0]];
    let unit = scene.reading.units[first.unit];
    if first.named {
        return;
    }
    let told = recalled.or_else(|| {
        let actors = scene.actors_in(unit.start, unit.end).iter();
        let mut several = actors.filter(|a| matches!(a.who, Who::Several(..)));
        several.next().map(|a| (a.who.clone(), a.start))
    });
    if let Some((who, at)) = told {
        let found = the_several(scene, &who, at, earlier);
        // « signé par les neuf partenaires »: who they are, the text does not say.
        let untold = matches!(who, Who::Several(_, number) if number > found.len());
        if found.len() >= 2 && !untold {
            // « les deux villes ont conclu avec C »: C is one more.
            let named = std::mem::replace(parties, found);
            extend(parties, named);
            return;
        }
        if untold {
            return;
        }
    }
    let is_told = status != AgreementStatus::Mentioned;
    if parties.is_empty()
        && let Some(other) = item_of(scene, unit)
        && let Some(home) = scene.home.clone().filter(|h| !same(h, &other))
    {
        *parties = vec![home, other];
        return;
    }
    if parties.is_empty() && is_told {
        let opening = opening(scene, first);
        if opening.len() >= 2 {
            *parties = opening;
            return;
        }
    }
    // A paper of two States speaks of what binds these two.
    let others = [AgreementKind::Amendment, AgreementKind::Ceasefire];
    if parties.is_empty() && is_told && !others.contains(&first.kind) {
        parties.clone_from(&scene.states);
    }
    // An amendment binds those whom the pact binds that it amends: where the text does not say
    // which, the one told last.
    let last_pact = || {
        let mut pacts = earlier.iter().rev().filter(|a| a.parties.len() >= 2);
        pacts.find(|a| a.kind != AgreementKind::Amendment)
    };
    if first.kind == AgreementKind::Amendment
        && parties.is_empty()
        && is_told
        && amended(scene, group.heads[0]).is_none()
        && let Some(pact) = last_pact()
    {
        parties.clone_from(&pact.parties);
        return;
    }
    if first.kind == AgreementKind::Amendment || parties.is_empty() {
        let (point, ..) = scene.reading.span(unit.start, unit.start + 1);
        let last = earlier.iter().rev().find(|a| a.parties.len() >= 2);
        let near = last.filter(|a| {
            let end = a
                .mentions
                .iter()
                .map(|m| m.end)
                .filter(|e| *e <= point)
                .max();
            let (token, _) = scene.tokens(end.unwrap_or_default(), 0);
            first.unit
                - scene
                    .reading
                    .unit_of(token.saturating_sub(1))
                    .min(first.unit)
                <= INHERITED
        });
        if let Some(last) = near
            && is_told
            && !signed_by_others(scene, bonds, group)
        {
            for p in &last.parties {
                push(parties, p.clone());
            }
            return;
        }
    }
    if parties.is_empty() && is_told && first.kind != AgreementKind::Contract {
        *parties = usual(scene, first, earlier);
    }
    if let [only] = parties.as_slice()
        && let Some(other) = counterpart(scene, first, std::slice::from_ref(only))
    {
        parties.insert(0, other);
    }
}

/// Whether a sentence tells of others who made the pact, whom no rule knows: « adoptée par les
/// associations organisatrices ».
fn signed_by_others(scene: &Scene<'_, '_>, bonds: &Bonds, group: &Group) -> bool {
    bonds.of_group(group).any(|bond| {
        let event = &scene.events[bond.event];
        let until = scene.reading.units[event.unit].end;
        let by = scene.cues_in(event.end, until, &[Sign::By]).next();
        event.direction == Direction::Before
            && by.is_some_and(|by| !scene.broken(event.end, by.start))
    })
}

/// The State of which an item of a list speaks: « • France : un protocole est en négociation ».
fn item_of(scene: &Scene<'_, '_>, unit: Unit) -> Option<Party> {
    let first = scene.actors_in(unit.start, unit.end).first()?;
    let opens = first.start == unit.start
        && first.end < unit.end
        && scene.reading.lattice.words(first.end, first.end + 1) == ":";
    match &first.who {
        Who::Party(p) if opens && is_state(p) => Some(p.clone()),
        _ => None,
    }
}

/// The two of whose pacts a text speaks, where one of them is a State: those of most pacts told
/// before, and for a bilateral pact the State that speaks and the other spoken of most.
fn usual(scene: &Scene<'_, '_>, head: &Head<'_>, earlier: &[Agreement]) -> Vec<Party> {
    let marks = &scene.marks.bilateral;
    let next = marks.partition_point(|m| *m < head.start);
    let bilateral = marks.get(next).is_some_and(|m| *m < head.end);
    let of_state = |a: &&Agreement| a.parties.len() == 2 && a.parties.iter().any(is_state);
    let recent = &earlier[earlier.len().saturating_sub(RECENT)..];
    let times = |a: &Agreement| recent.iter().filter(|b| are_one(a, b)).count();
    let pair = recent.iter().filter(of_state).max_by_key(|a| times(a));
    let states = |a: &Agreement| a.parties.iter().all(is_state);
    let alone = |a: &Agreement| recent.iter().filter(of_state).all(|b| are_one(a, b));
    let speaks = |a: &&Agreement| bilateral || times(a) > 1 || states(a) && alone(a);
    if let Some(pair) = pair.filter(speaks) {
        return pair.parties.clone();
    }
    let Some(home) = scene.home.clone().filter(|_| bilateral) else {
        return Vec::new();
    };
    let other = bodies::other_state(scene, &home);
    other.map_or_else(Vec::new, |other| vec![home, other])
}

/// « M. X et Mme Y ont signé », of whom only one is known to sign for a State: the State with which
/// that one has its pacts in the text.
fn partner(scene: &Scene<'_, '_>, one: &Party, earlier: &[Agreement]) -> Option<Party> {
    let other = |parties: &[Party]| match parties {
        [a, b] if is_state(a) && is_state(b) && same(a, one) => Some(b.clone()),
        [a, b] if is_state(a) && is_state(b) && same(b, one) => Some(a.clone()),
        _ => None,
    };
    let recent = &earlier[earlier.len().saturating_sub(RECENT)..];
    let mut others = recent.iter().filter_map(|pact| other(&pact.parties));
    let Some(first) = others.next() else {
        return other(&scene.states);
    };
    others.all(|o| same(&o, &first)).then_some(first)
}

fn is_state(party: &Party) -> bool {
    party.country.is_some()
}

/// Whether two pacts have the same parties.
fn are_one(a: &Agreement, b: &Agreement) -> bool {
    let known = |p| b.parties.iter().any(|o| same(o, p));
    a.parties.len() == b.parties.len() && a.parties.iter().all(known)
}

/// « les deux pays »: the parties of the pact before, else the first of their sort in the text.
fn the_several(scene: &Scene<'_, '_>, who: &Who, at: u32, earlier: &[Agreement]) -> Vec<Party> {
    let Who::Several(sort, number) = who else {
        return Vec::new();
    };
    let (fits, all) = (|p: &Party| sort.fits(p), *number == ALL);
    let number = if all { 2 } else { *number };
    let count = |a: &&Agreement| a.parties.iter().filter(|p| fits(p)).count();
    let recent = &earlier[earlier.len().saturating_sub(RECENT)..];
    let unit = scene.reading.units[scene.reading.unit_of(at)];
    // « Entre la France et le Sénégal ; les deux pays »: the sentence itself has just told.
    if *sort == Sort::States {
        let mut here = Vec::new();
        for actor in scene.actors_in(unit.start, at) {
            if let Who::Party(p) = &actor.who
                && fits(p)
            {
                push(&mut here, p.clone());
            }
        }
        if here.len() == number {
            return here;
        }
    }
    // « Mme X et M. Y se sont accordés sur un protocole entre les deux institutions »: theirs.
    if *sort == Sort::Bodies {
        let told = subject(scene, unit.start, at);
        let people = told.people.iter().map(|p| &scene.record.people[*p]);
        let here = bodies::of_people(scene, &people);
        if here.len() == number && here.iter().all(fits) {
            return here;
        }
    }
    // Those who have most pacts in the text, of them the last.
    let times = |a: &&Agreement| match sort {
        Sort::Partners => 1,
        _ => recent.iter().filter(|b| are_one(a, b)).count(),
    };
    let before = recent
        .iter()
        .filter(|a| count(a) == number || all && count(a) > number)
        .max_by_key(times)
        .or_else(|| recent.iter().rev().find(|a| count(a) > number));
    if let Some(pact) = before {
        let of_sort = pact.parties.iter().filter(|p| fits(p));
        let number = if all { usize::MAX } else { number };
        return of_sort.take(number).cloned().collect();
    }
    let mut found: Vec<Party> = Vec::new();
    for actor in scene.actors_before(at) {
        match &actor.who {
            Who::Party(p) if actor.sure && fits(p) => {
                push(&mut found, p.clone());
            }
            Who::Nations(a, b) if *sort != Sort::Bodies => {
                push(&mut found, b.clone());
                push(&mut found, a.clone());
            }
            _ => {}
        }
        if found.len() >= number {
            break;
        }
    }
    found.reverse();
    // Of two States, rather those of which the whole text speaks most.
    let main = bodies::two_states(scene);
    if *sort == Sort::States && number == 2 && !main.is_empty() {
        return main;
    }
    found
}

/// Those with whom the sentence of a head opens, where they are several.
fn opening(scene: &Scene<'_, '_>, head: &Head<'_>) -> Vec<Party> {
    let unit = scene.reading.units[head.unit];
    let end = scene
        .cues_in(unit.start, head.from, &[Sign::Break, Sign::Witness])
        .next()
        .map_or(head.from, |c| c.start);
    subject(scene, unit.start, end).parties
}

/// The other party of a pact « avec C »: the possessor, else the body that speaks.
fn counterpart(scene: &Scene<'_, '_>, head: &Head<'_>, others: &[Party]) -> Option<Party> {
    let known = |p: &Party| others.iter().any(|o| same(o, p));
    let unit = scene.reading.units[head.unit];
    let owner = scene
        .actors_in(head.end, (head.end + 4).min(unit.end))
        .first()
        .filter(|a| scene.preposition(a.start) == Some("of"));
    if let Some(Who::Party(p) | Who::Town(p)) = owner.map(|a| &a.who)
        && !known(p)
    {
        return Some(p.clone());
    }
    let mut subjects = subject(scene, unit.start, head.from).parties.into_iter();
    if let Some(other) = subjects.find(|p| !known(p)) {
        return Some(other);
    }
    let with = scene
        .cues_in(unit.start, unit.end, &[Sign::With, Sign::LinksIt, Sign::By])
        .next()
        .is_some();
    if !with && head.determiner != Determiner::Known {
        return None;
    }
    let speaks = speaker(scene, others.first()?)?;
    // « FO Métaux » speaks of itself as « FO ».
    let begins = |p: &Party| {
        let rest = speaks.name.strip_prefix(p.name.as_str());
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let is_other = !known(&speaks) && !others.iter().any(begins);
    is_other.then_some(speaks)
}

/// Who speaks, as a party beside another: its State where the other is one.
fn speaker(scene: &Scene<'_, '_>, beside: &Party) -> Option<Party> {
    let issuer = scene.record.issuer.as_deref();
    let body = issuer.and_then(|name| {
        let bodies = &scene.record.organisations;
        bodies
            .iter()
            .find(|o| o.name == name || o.acronym.as_deref() == Some(name))
    });
    let kind = body.and_then(|o| o.kind);
    let of_state = match beside.country {
        Some(_) => {
            kind.is_none_or(|k| matches!(k, OrganisationKind::Ministry | OrganisationKind::State))
                || is_ministry(scene, issuer?)
        }
        None => kind == Some(OrganisationKind::Ministry) || is_ministry(scene, issuer?),
    };
    if of_state {
        return scene.home.clone();
    }
    let name = body.map_or(issuer, |o| Some(o.name.as_str()))?;
    Some(Party {
        name: name.to_owned(),
        country: None,
    })
}

/// Whether a name that stands in the text is that of a ministry or of its cabinet.
fn is_ministry(scene: &Scene<'_, '_>, name: &str) -> bool {
    let lattice = &scene.reading.lattice;
    let named = |at: &u32| lattice.text[lattice.bytes(*at, *at + 1).start..].starts_with(name);
    scene.marks.ministry.iter().any(named)
}

/// A ministry stands for its State where the other party is another State, an institution
/// of the Union for the Union.
fn states(scene: &Scene<'_, '_>, parties: &[Party]) -> Vec<Party> {
    let ministry = |body: &Organisation| {
        bodies::begins(scene, body, &scene.marks.ministry).then(|| body.country.clone())
    };
    let home = scene.home.as_ref().and_then(|h| h.country.as_deref());
    // A State that only its minister brings in gives way to the ministry that the text names.
    let is_home = |p: &Party| p.country.is_some() && p.country.as_deref() == home;
    let own_ministry = |p: &Party| {
        let body = bodies::known(scene, &p.name).and_then(ministry);
        body.is_some_and(|c| c.is_none() || c.as_deref() == home)
    };
    let named = parties.iter().any(own_ministry);
    let abroad = parties.iter().any(|p| p.country.is_some() && !is_home(p));
    let kept = parties.iter().filter(|p| !(named && !abroad && is_home(p)));
    // « transmis à l'Assemblée nationale »: who approves is no party, but where nobody else is.
    let approves = |p: &Party| {
        let body = bodies::known(scene, &p.name);
        body.is_some_and(|o| {
            bodies::begins(scene, o, &scene.marks.assembly)
                && bodies::first_mention(scene, o)
                    .is_none_or(|(first, _)| scene.marks.council.iter().all(|c| c.0 != first))
        })
    };
    let kept: Vec<&Party> = kept.collect();
    let all = kept.iter().filter(|p| approves(p)).count() == kept.len();
    let kept = kept.into_iter().filter(|p| all || !approves(p));
    let parties: Vec<Party> = kept.cloned().collect();
    let has_state = parties.iter().any(|p| p.country.is_some());
    // « Un échange de lettres entre le Conseil fédéral et Lima »: a government, its capital.
    let government = |p: &Party| -> Option<&str> {
        let body = bodies::known(scene, &p.name);
        let body = body.filter(|o| bodies::begins(scene, o, &scene.marks.government));
        let body = body.filter(|o| {
            let first = bodies::first_mention(scene, o);
            !first.is_some_and(|span| bodies::names_member(scene, span))
        });
        body.and_then(|o| o.country.as_deref())
    };
    let capital = |p: &Party| {
        let iso = bodies::capital(scene, &p.name);
        iso.filter(|iso| parties.iter().all(|o| o.country.as_deref() != Some(iso)))
    };
    let governed = parties.iter().any(|p| government(p).is_some())
        || parties.len() >= 2 && parties.iter().all(|p| capital(p).is_some());
    let from_abroad = abroad || parties.iter().any(|p| capital(p).is_some());
    let governs = |p: &Party| {
        let state = government(p).filter(|_| from_abroad);
        state.or_else(|| capital(p).filter(|_| governed))
    };
    let mut found = Vec::with_capacity(parties.len());
    for p in &parties {
        let body = bodies::known(scene, &p.name);
        if let Some(iso) = governs(p) {
            push(&mut found, bodies::state(scene, iso));
            continue;
        }
        if has_state && body.is_some_and(|o| bodies::begins(scene, o, &scene.marks.union)) {
            push(&mut found, bodies::union());
            continue;
        }
        let own = body.and_then(ministry);
        let foreign = own.clone().flatten().filter(|c| Some(c.as_str()) != home);
        let iso = match own {
            Some(own) if has_state => own.or_else(|| home.map(str::to_owned)),
            Some(_) => foreign,
            None => None,
        };
        match iso {
            Some(iso) => push(&mut found, bodies::state(scene, &iso)),
            None => push(&mut found, p.clone()),
        }
    }
    found
}

/// Those whom the sentence of a head names.
fn mention(scene: &Scene<'_, '_>, bonds: &Bonds, at: usize) -> Named {
    let head = &scene.heads[at];
    let unit = scene.reading.units[head.unit];
    let next_head = scene
        .heads
        .get(at + 1)
        .map_or(unit.end, |n| n.from)
        .min(unit.end);
    let mut named = Named::default();
    let signed = bonds
        .of(at)
        .iter()
        .any(|b| acts(b.status) && scene.events[b.event].tense != Tense::Pluperfect);
    between(scene, head, next_head, unit.end, signed, &mut named);
    for bond in bonds.of(at) {
        // Who did not sign is no party, nor who may do so one day.
        let event = &scene.events[bond.event];
        let has_not = event.denied && event.status == AgreementStatus::Signed;
        if !has_not && !drafted(scene, event) {
            told(scene, head, event, &mut named);
        }
    }
    let adjective = scene
        .actors_in(head.from.saturating_sub(3), (head.end + 3).min(unit.end))
        .iter()
        .find(|a| {
            (a.start >= head.core.1 && a.start <= head.end + 1)
                || (a.end <= head.from && head.from - a.end <= 1)
        });
    if let Some(Who::Nations(a, b)) = adjective.map(|a| &a.who) {
        named.whole = true;
        push(&mut named.bound, a.clone());
        push(&mut named.bound, b.clone());
    }
    if named.bound.len() < 2
        && let Some((_, a, b)) = scene.pair_of(head)
    {
        named.whole = true;
        push(&mut named.bound, a.clone());
        push(&mut named.bound, b.clone());
    }
    named
}

/// Those who follow « entre », « avec », « qui lie ».
fn between(
    scene: &Scene<'_, '_>,
    head: &Head<'_>,
    next_head: u32,
    end: u32,
    signs: bool,
    named: &mut Named,
) {
    let signs_of_parties = [
        Sign::Between,
        Sign::Links,
        Sign::Listed,
        Sign::LinksIt,
        Sign::LinksThem,
        Sign::With,
        Sign::Whereby,
    ];
    let unit = scene.reading.units[head.unit];
    for cue in scene.cues_in(head.end, next_head, &signs_of_parties) {
        // « un accord sur les vols entre Douala et Casablanca »: towns are no parties there.
        let about = scene
            .cues_in(head.end, cue.start, &[Sign::About])
            .next()
            .is_some();
        if about && named.bound.len() >= 2 {
            break;
        }
        let mut members = match cue.sign {
            Sign::Whereby => side_by_side(scene, cue.end, end),
            _ => governed(scene, cue, end),
        };
        if about && cue.sign == Sign::Between && members.parties.iter().any(|p| town(scene, p)) {
            // Beside a town, a name that no list knows is one too.
            let known = |p: &Party| p.country.is_some() || bodies::known(scene, &p.name).is_some();
            members.parties.retain(known);
        }
        // « un contrat qui rétablit la liaison entre Lyon et la Suisse »
        if cue.sign == Sign::Between && scene.broken(head.end, cue.start) {
            named.far = members.parties;
            named.far.retain(|p| !town(scene, p));
            continue;
        }
        match cue.sign {
            Sign::LinksIt => {
                let before = subject(scene, unit.start, head.from).parties;
                // « Le club a reconduit le contrat qui l'unit à la banque »: who was spoken of in
                // the sentence before, else who speaks.
                let from = scene.reading.units[head.unit.saturating_sub(1)].start;
                let nearest = before.into_iter().next_back().or_else(|| {
                    let mut prior = scene
                        .actors_before(head.from)
                        .take_while(|a| a.start >= from)
                        .filter_map(|a| match &a.who {
                            Who::Party(p) => Some(p.clone()),
                            _ => None,
                        });
                    let speaks = || speaker(scene, members.parties.first()?);
                    prior.next().or_else(speaks)
                });
                if let Some(p) = nearest {
                    named.whole = true;
                    push(&mut named.bound, p);
                }
            }
            Sign::LinksThem => {
                for p in subject(scene, unit.start, head.from).parties {
                    named.whole = true;
                    push(&mut named.bound, p);
                }
            }
            _ => {}
        }
        named.bind(members, cue.sign, signs);
    }
}

/// Whether a party is a town or region.
fn town(scene: &Scene<'_, '_>, party: &Party) -> bool {
    party.country.is_none()
        && scene
            .record
            .places
            .iter()
            .any(|p| p.name == party.name && matches!(p.kind, PlaceKind::City | PlaceKind::Region))
}

/// Those whom an event names.
fn told(scene: &Scene<'_, '_>, head: &Head<'_>, event: &Event, named: &mut Named) {
    let unit = scene.reading.units[event.unit];
    let signs = acts(event.status);
    if head.unit != event.unit && scene.reading.announces(event.unit) {
        for cue in scene.cues_in(event.end, unit.end, &[Sign::Between, Sign::With]) {
            named.bind(take(scene, cue.end, unit.end), cue.sign, signs);
        }
        // « Ont été signés : – un accord sur l'eau, par X et Y »: the item tells who.
        let item = scene.reading.units[head.unit];
        for cue in scene.cues_in(head.end, item.end, &[Sign::By]) {
            named.act(take(scene, cue.end, item.end), signs);
        }
    }
    match (event.direction, event.form) {
        (Direction::After, Form::Finite) => clause(scene, head, event, named, signs),
        (Direction::Before, Form::Passive | Form::Participle | Form::Phrase) => {
            let wanted = [Sign::By, Sign::Between, Sign::With, Sign::Behalf];
            let mut by = false;
            for cue in scene.cues_in(event.end, unit.end, &wanted) {
                // « la convention conclue par A et B sera signée par C »: C signs what comes before.
                let verb = scene.events_in(event.end, cue.start).iter().any(|e| {
                    event.form == Form::Participle && matches!(e.form, Form::Finite | Form::Passive)
                });
                let broken = verb || scene.broken(event.end, cue.start);
                // « signé par A et B, permet d'aller entre X et Y »
                let other = cue.sign == Sign::Between && by;
                by |= cue.sign == Sign::By;
                if broken || other || scene.head_in(event.end, cue.start) {
                    break;
                }
                let members = governed(scene, cue, unit.end);
                match cue.sign {
                    Sign::By => named.act(members, signs),
                    Sign::Behalf => {
                        extend(&mut named.behalf, members.parties);
                    }
                    _ => named.bind(members, cue.sign, signs),
                }
            }
        }
        _ => {
            if event.form == Form::Bound && event.direction == Direction::After {
                let before = subject(scene, unit.start, event.start);
                named.bind(before, Sign::Between, false);
                // « liée à Kiel par un pacte »
                let inside = take(scene, event.start, event.end);
                named.bind(inside, Sign::Between, false);
            }
            let until = if head.unit == event.unit {
                head.from
            } else {
                unit.end
            };
            // « Avec le Maroc, des négociations en vue d'un accord »
            for cue in scene.cues_in(unit.start, unit.start + 2, &[Sign::With]) {
                named.bind(take(scene, cue.end, event.start), cue.sign, signs);
            }
            for cue in scene.cues_in(event.start, until, &[Sign::Between, Sign::By, Sign::With]) {
                named.bind(take(scene, cue.end, until), cue.sign, signs);
            }
        }
    }
}

/// The subject of a verb, and those with whom and in whose name it acts.
fn clause(scene: &Scene<'_, '_>, head: &Head<'_>, event: &Event, named: &mut Named, signs: bool) {
    let unit = scene.reading.units[event.unit];
    let start = scene
        .events_within(unit.start, event.start)
        .filter(|e| !matches!(e.form, Form::Participle | Form::Nominal))
        .map(|e| e.end)
        .max()
        .unwrap_or(unit.start);
    // The pact is the object of a relative clause: who stands before it is no subject.
    let here = head.unit == event.unit;
    let start = if here && head.end <= event.start {
        start.max(head.end)
    } else {
        start
    };
    let mut members = subject(scene, start, event.start);
    if members.people.is_empty() && members.parties.is_empty() && members.recalled.is_none() {
        if let Some(person) = he(scene, event) {
            members.people.push(person);
        } else if let Some(several) = they(scene, event) {
            members = several;
        } else if let Some(one) = it(scene, event) {
            members = one;
        } else if !here {
            // « Ont signé, pour la Région, Jeanne Martin… »
            let mut watching = scene.cues_in(event.end, unit.end, &[Sign::Witness]);
            let last = watching.next().map_or(unit.end, |w| w.start);
            for actor in scene.actors_in(event.end, last) {
                if matches!(actor.who, Who::People(_)) {
                    collect(scene, actor, &mut members);
                }
            }
        }
    }
    // « A et B ont signé, par Mme X et M. Y, un avenant »
    if here && head.start > event.end && signs {
        for cue in scene.cues_in(event.end, head.from, &[Sign::By]) {
            named.sign(take(scene, cue.end, head.from).people);
        }
    }
    // Towards whom: « a conclu avec C », « au nom de C ».
    let last = if here && head.start > event.end {
        head.from
    } else {
        unit.end.min(event.end + 12)
    };
    for cue in scene.cues_in(
        event.start,
        last.max(event.end),
        &[Sign::With, Sign::Behalf],
    ) {
        let with = take(scene, cue.end, last);
        if cue.sign == Sign::Behalf {
            extend(&mut named.behalf, with.parties);
        } else {
            extend(&mut members.parties, with.parties);
            members.people.extend(with.people);
        }
    }
    // The bodies within the functions of people are told by the people.
    if !members.people.is_empty() && members.parties.len() < 2 && signs {
        let with_people = members.parties.iter().all(|p| p.country.is_none());
        if !with_people {
            members.parties.clear();
        }
    }
    // A parliament approves the pact of others.
    if event.status == AgreementStatus::Adopted {
        members.parties.retain(|p| {
            let body = bodies::known(scene, &p.name);
            !body.is_some_and(|o| bodies::begins(scene, o, &scene.marks.assembly))
        });
    }
    named.act(members, signs);
}

/// Those whom the plural pronoun before a verb stands for: the subject of its sentence, or, where
/// it opens the sentence, those of the one before.
fn they(scene: &Scene<'_, '_>, event: &Event) -> Option<Members> {
    let unit = scene.reading.units[event.unit];
    let at = just_before(&scene.marks.they, event).filter(|m| *m >= unit.start)?;
    let here = subject(scene, unit.start, at);
    let told = !here.people.is_empty() || !here.parties.is_empty() || here.recalled.is_some();
    if at - unit.start > PRONOUN && told {
        return Some(here);
    }
    plural(scene, event.unit)
}

/// The last of the marked words before a verb, if it stands close.
fn just_before(marks: &[u32], event: &Event) -> Option<u32> {
    let next = marks.partition_point(|m| *m < event.start);
    let last = marks[..next].last().copied();
    last.filter(|m| event.start - m <= PRONOUN)
}

/// Who the pronoun before a verb stands for: the one who acts in its sentence.
fn it(scene: &Scene<'_, '_>, event: &Event) -> Option<Members> {
    let unit = scene.reading.units[event.unit];
    let at = just_before(&scene.marks.it, event).filter(|m| *m > unit.start)?;
    let mut members = subject(scene, unit.start, at);
    members.people.truncate(1);
    let bodies = usize::from(members.people.is_empty());
    members.parties.truncate(bodies);
    Some(members)
}

/// The person whom the pronoun before a verb stands for.
fn he(scene: &Scene<'_, '_>, event: &Event) -> Option<usize> {
    let unit = scene.reading.units[event.unit];
    let pronouns = &scene.marks.pronoun;
    let next = pronouns.partition_point(|p| p.0 < unit.start);
    let (start, gender) = pronouns.get(next)?;
    let fits = |p: &Person| p.gender.is_none_or(|g| g == *gender);
    (*start < event.start).then(|| pronoun(scene, event.unit, fits))?
}
