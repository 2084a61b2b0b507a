//! One pact, one entry: which mentions speak of the same.

use crate::lexicon::fold::fold;
use crate::record::{AgreementKind, AgreementStatus};

use super::actors::Who;
use super::scene::{Determiner, Direction, Form, Head, Scene, Sign};
use super::status::{Bond, Bonds};

/// How many pacts back a mention may recall one: nobody remembers more, and each
/// is compared with all of these.
const RECALLED: usize = 200;

/// The mentions of one pact.
#[derive(Debug, Default)]
pub struct Group {
    /// Indices of its heads, in the order of the text.
    pub heads: Vec<usize>,
}

/// Gathers the heads; those that name no pact are left out.
pub fn gather(scene: &Scene<'_, '_>, bonds: &Bonds) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut left: Vec<usize> = Vec::new();
    for (at, head) in scene.heads.iter().enumerate() {
        if scene.reading.is_late() {
            break;
        }
        if announced(scene, head) {
            continue;
        }
        let known = known(scene, &groups, head);
        if let Some(known) = known.filter(|g| !contrary(scene, bonds, &groups[*g], at)) {
            groups[known].heads.push(at);
        } else if !doubtful(head) || proven(scene, bonds, at) {
            groups.push(Group { heads: vec![at] });
        } else {
            left.push(at);
        }
    }
    // « ouvre la voie à une nouvelle convention », of which the text goes on to speak.
    for at in left {
        let head = &scene.heads[at];
        let same = |g: &&mut Group| {
            let first = &scene.heads[g.heads[0]];
            let words = |h: &Head<'_>| key(scene.reading.lattice.words(h.start, h.end));
            g.heads[0] > at
                && first.determiner == Determiner::Known
                && !specified(scene, first)
                && words(first) == words(head)
        };
        if head.determiner == Determiner::New
            && !head.plural
            && let Some(group) = groups.iter_mut().find(same)
        {
            group.heads.insert(0, at);
        }
    }
    groups.sort_by_key(|g| g.heads[0]);
    groups
}

/// Whether the title tells of a pact made, the prose of one that has ended: they are two.
fn contrary(scene: &Scene<'_, '_>, bonds: &Bonds, group: &Group, at: usize) -> bool {
    let made = |b: &Bond| b.status == AgreementStatus::Signed;
    let titled = group.heads.iter().all(|h| scene.heads[*h].title);
    titled
        && bonds.of_group(group).any(made)
        && !bonds.of(at).is_empty()
        && bonds
            .of(at)
            .iter()
            .all(|b| b.status == AgreementStatus::Ended)
}

/// Whether a head only announces the list that names the pacts one by one.
fn announced(scene: &Scene<'_, '_>, head: &Head<'_>) -> bool {
    let listed = |unit: usize| {
        scene
            .reading
            .units
            .get(unit)
            .is_some_and(|u| u.label == "list")
            && scene.heads.iter().any(|h| h.unit == unit)
    };
    head.plural && scene.reading.announces(head.unit) && listed(head.unit + 1)
}

/// Whether a head may name no pact: its noun says other things as well, or speaks of a whole class.
fn doubtful(head: &Head<'_>) -> bool {
    let class = head.plural && !head.named && head.determiner != Determiner::Shown;
    head.weak || class || head.kind == AgreementKind::Partnership
}

/// Whether something besides a doubtful noun speaks for a pact.
fn proven(scene: &Scene<'_, '_>, bonds: &Bonds, at: usize) -> bool {
    let head = &scene.heads[at];
    // « les contrats conclus dans ces secteurs » are a class still, « deux contrats conclus » are not.
    // So are those of « l'examen des contrats conclus ».
    let contracted = scene.reading.lattice.words(head.from, head.from + 1) == "des";
    let several = matches!(head.determiner, Determiner::New | Determiner::Shown) && !contracted;
    let class = head.plural && !several;
    let told = bonds.of(at).iter().any(|b| {
        let event = &scene.events[b.event];
        let plain = [AgreementStatus::Signed, AgreementStatus::Negotiating];
        let tells = !event.weak || plain.contains(&b.status);
        tells && !(class && event.form == Form::Participle)
    });
    let unit = scene.reading.units[head.unit];
    let bound = scene
        .cues_in(
            head.end,
            unit.end.min(head.end + 6),
            &[
                Sign::Between,
                Sign::Links,
                Sign::Listed,
                Sign::LinksIt,
                Sign::LinksThem,
            ],
        )
        .next()
        .is_some();
    // « un avenant à la convention collective »: what is amended is a pact.
    let amended = head.governed
        && at.checked_sub(1).is_some_and(|prior| {
            let prior = &scene.heads[prior];
            prior.kind == AgreementKind::Amendment && prior.unit == head.unit
        });
    told || bound || amended || head.former
}

/// The group that a head goes on speaking of.
fn known(scene: &Scene<'_, '_>, groups: &[Group], head: &Head<'_>) -> Option<usize> {
    if head.former {
        return None;
    }
    let words = |h: &Head<'_>| key(scene.reading.lattice.words(h.start, h.end));
    let noun = |h: &Head<'_>| key(scene.reading.lattice.words(h.core.0, h.core.1));
    let mine = words(head);
    let all = |g: &Group| g.heads.iter().map(|h| &scene.heads[*h]).collect::<Vec<_>>();
    let forgotten = groups.len().saturating_sub(RECALLED);
    let last = |test: &dyn Fn(&Group) -> bool| {
        let is_former = |g: &Group| scene.heads[g.heads[0]].former;
        let found = groups[forgotten..]
            .iter()
            .rposition(|g| !is_former(g) && test(g))?;
        Some(forgotten + found)
    };
    let titled = |g: &Group| {
        all(g)
            .iter()
            .all(|h| h.title || scene.reading.units[h.unit].label == "other")
    };
    let alike = |g: &Group| {
        all(g).iter().any(|h| {
            let theirs = words(h);
            theirs == mine
                || theirs.starts_with(&format!("{mine} "))
                || mine.starts_with(&format!("{theirs} "))
                || h.title && simple(&theirs) == simple(&mine)
        })
    };
    // « Jumelage » in the title, « charte de jumelage » in the prose.
    let typed = |g: &Group| {
        let is_type = |h: &&Head<'_>| {
            let noun_here = head.end.saturating_sub(h.core.1 - h.core.0);
            mine.ends_with(noun(h).as_str()) && scene.preposition(noun_here) == Some("of")
        };
        titled(g) && all(g).iter().all(is_type)
    };
    if head.named {
        return last(&|g| all(g).iter().any(|h| words(h) == mine));
    }
    let first_noun = |h: &Head<'_>| noun(h).split(' ').next().unwrap_or_default().to_owned();
    let bare = !mine.contains(' ');
    let same_noun = |g: &Group| all(g).iter().any(|h| first_noun(h) == first_noun(head));
    let same_kind = |g: &Group| all(g).iter().any(|h| h.kind == head.kind);
    // « A et B ont signé une convention. L'accord, qui court jusqu'à l'été, … »: any pact is an accord.
    let just_told = |g: &Group| {
        let near = |h: &&Head<'_>| h.unit < head.unit && h.unit + 1 >= head.unit && !h.named;
        let made = |h: &&Head<'_>| h.determiner == Determiner::New;
        head.kind == AgreementKind::Agreement && all(g).iter().any(|h| near(h) && made(h))
    };
    match head.determiner {
        Determiner::New if head.title && !head.heading => None,
        Determiner::New => {
            last(&|g| titled(g) && same_kind(g) && (alike(g) || head.weak)).or_else(|| last(&typed))
        }
        Determiner::Shown => last(&|g| alike(g) && !titled(g))
            .or_else(|| last(&same_noun))
            .or_else(|| last(&same_kind)),
        Determiner::Known if bare && specified(scene, head) => last(&|g| titled(g) && same_kind(g)),
        Determiner::Known if bare => last(&|g| same_noun(g) && !all(g)[0].named)
            .or_else(|| last(&same_noun))
            .or_else(|| last(&same_kind))
            .or_else(|| last(&just_told)),
        // The first that the prose takes for known is the one of the title.
        Determiner::Known => last(&|g| {
            all(g).iter().any(|h| words(h) == mine) && !of_another_day(scene, head, &all(g))
        })
        .or_else(|| last(&|g| titled(g) && same_kind(g) && (alike(g) || groups.len() == 1)))
        .or_else(|| last(&typed))
        .or_else(|| {
            let short = format!("{mine} ");
            last(&|g| {
                same_kind(g)
                    && all(g)
                        .iter()
                        .any(|h| !h.named && words(h).starts_with(&short))
            })
        }),
        Determiner::Absent => last(&|g| all(g).iter().any(|h| words(h) == mine)),
    }
}

/// Whether a participle behind a head puts it on a day of which the sentences of these others
/// know nothing: « un accord de prêt a été signé… un avenant à l'accord de prêt conclu le 5 juillet 2024 ».
fn of_another_day(scene: &Scene<'_, '_>, head: &Head<'_>, others: &[&Head<'_>]) -> bool {
    /// Tokens from the head to the day at most.
    const REACH: u32 = 5;
    let signed = scene
        .events_in(head.end, head.end + 1)
        .iter()
        .any(|e| e.form == Form::Participle && e.status == AgreementStatus::Signed);
    let days = scene.days_in(head.end, head.end + REACH);
    signed
        && days.first().is_some_and(|day| {
            !others.iter().any(|other| {
                let unit = scene.reading.units[other.unit];
                let told = scene.days_in(unit.start, unit.end);
                told.iter().any(|d| d.value == day.value)
            })
        })
}

/// Whether what follows a bare noun tells which pact is meant, and so names another.
fn specified(scene: &Scene<'_, '_>, head: &Head<'_>) -> bool {
    let (next, end) = (head.end, scene.reading.units[head.unit].end);
    let told = scene
        .cues_in(
            next,
            next + 1,
            &[
                Sign::About,
                Sign::Between,
                Sign::With,
                Sign::Links,
                Sign::LinksIt,
                Sign::LinksThem,
                Sign::That,
            ],
        )
        .next()
        .is_some();
    let dated = scene
        .days
        .iter()
        .any(|d| d.start >= next && d.start <= next + 1 && d.end <= end);
    let event = scene
        .events_in(next, next + 1)
        .iter()
        .any(|e| e.form == Form::Participle && e.direction == Direction::Before);
    // « la prolongation du contrat du capitaine »
    let held = scene.actors_in(next, next + 4).first().is_some_and(|a| {
        matches!(&a.who, Who::People(ids) if !ids.is_empty())
            && scene.preposition(a.start) == Some("of")
    });
    told || dated || event || held
}

/// The words with the first part of the noun alone: a title says « accord de coopération », the prose
/// « accord-cadre de coopération ».
fn simple(key: &str) -> String {
    let (noun, rest) = key.split_once(' ').unwrap_or((key, ""));
    let first = noun.split('-').next().unwrap_or_default();
    format!("{first} {rest}")
}

/// Words to compare: small letters, one blank, singular.
fn key(words: &str) -> String {
    let small = fold(words);
    let parts: Vec<&str> = small
        .split_whitespace()
        .map(|w| {
            if w.len() > 3 {
                w.trim_end_matches('s')
            } else {
                w
            }
        })
        .collect();
    parts.join(" ")
}
