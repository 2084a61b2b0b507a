//! Agreements: what was signed, by whom, when, about what, how far it has got.
//!
//! The rules mark the pieces: the heads that name a pact, the events that befall
//! it, the small words that tell parties from witnesses. Here the pieces of a
//! sentence are put together ([`scene`], [`status`], [`parties`], [`when`],
//! [`subject`]) and the mentions of one pact are gathered over the text ([`group`]).

mod actors;
mod bodies;
mod document;
mod group;
mod lists;
mod parties;
mod scene;
mod status;
mod subject;
mod when;
mod worth;

use super::Reading;
use crate::record::{Agreement, AgreementStatus, Mention, Record};
use group::{Group, gather};
use parties::Sides;
use scene::Scene;
use status::Bonds;

/// The agreements of a text. `record` holds what was found before: people,
/// places, organisations and dates.
#[must_use]
pub fn agreements(reading: &Reading<'_, '_>, record: &Record) -> Vec<Agreement> {
    let scene = Scene::new(reading, record);
    if scene.heads.is_empty() {
        return Vec::new();
    }
    let bonds = status::bonds(&scene);
    let mut found: Vec<Agreement> = Vec::new();
    for group in gather(&scene, &bonds) {
        if reading.is_late() {
            break;
        }
        let next = agreement(&scene, &bonds, &group, &found);
        found.push(next);
    }
    found
}

/// The item of the record for one pact.
fn agreement(
    scene: &Scene<'_, '_>,
    bonds: &Bonds,
    group: &Group,
    earlier: &[Agreement],
) -> Agreement {
    let reading = scene.reading;
    let heads: Vec<_> = group.heads.iter().map(|h| &scene.heads[*h]).collect();
    let mentions: Vec<Mention> = heads
        .iter()
        .map(|h| reading.mention(h.start, h.end, h.rule))
        .collect();
    let best = status::best(scene, bonds, group);
    let signing = document::signing(scene, group);
    let status = match signing {
        Some(_) => AgreementStatus::Signed,
        None => best.map_or(AgreementStatus::Mentioned, |b| b.status),
    };
    let mut sides = Sides::of(scene, bonds, group, status, earlier);
    let name = mentions
        .iter()
        .zip(&heads)
        .filter(|(_, h)| !h.title)
        .map(|(m, _)| m)
        .max_by_key(|m| (m.text.len(), std::cmp::Reverse(m.start)))
        .unwrap_or(&mentions[0]);
    let (date, place) = match (signing, status) {
        (Some(signing), _) => {
            sides.sign(document::signatories(scene));
            (signing.date.clone(), signing.place.clone())
        }
        (None, AgreementStatus::Mentioned) => (None, None),
        _ => (
            when::date(scene, bonds, group, status),
            when::place(scene, bonds, group),
        ),
    };
    Agreement {
        id: format!("a{}", earlier.len() + 1),
        kind: heads.iter().find(|h| !h.title).unwrap_or(&heads[0]).kind,
        name: name.text.split_whitespace().collect::<Vec<_>>().join(" "),
        status,
        parties: sides.parties,
        signatories: sides.signatories,
        date,
        place,
        amount: worth::amount(scene, group),
        duration: worth::duration(scene, group),
        subject: subject::subject(scene, group),
        rule: heads[0].rule.to_owned(),
        mentions,
    }
}
