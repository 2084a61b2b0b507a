//! Organisations: mentions gathered into entries, acronyms tied to their names.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::Reading;
use super::capitals::ordinary;
use crate::grammar::Annotation;
use crate::lexicon::fold::fold;
use crate::record::{Mention, Organisation, OrganisationKind};

/// The organisations of a text, in the order of their first mention.
#[must_use]
pub fn organisations(reading: &Reading<'_, '_>) -> Vec<Organisation> {
    let lattice = &reading.lattice;
    let people = lattice.of_kind("person");
    let mut mentions = lattice.of_kind("org");
    // A school or museum where something happens is a place and a body.
    let scenes = lattice.of_kind("site");
    mentions.extend(scenes.iter().filter(|a| a.text("body").is_some()));
    mentions.sort_by_key(|a| (a.start, Reverse(a.end)));
    mentions.retain(|a| {
        !reading.is_late()
            && !people
                .iter()
                .any(|p| p.start < a.end && a.start < p.end && p.end - p.start >= a.end - a.start)
    });
    let aliases = aliases(reading);
    let mut mentions: Vec<(&Annotation<'_>, String, String)> = mentions
        .into_iter()
        .map(|a| {
            let name = ordinary(reading, a.start, a.end);
            let key = key(reading, a, &name, &aliases);
            (a, name, key)
        })
        .collect();
    drop_bodies_of_roles(reading, &mut mentions);
    let mut found: Vec<Organisation> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    let mut reached = 0;
    for (a, name, key) in mentions {
        if reading.is_late() {
            break;
        }
        if a.start < reached {
            continue;
        }
        reached = a.end;
        let mention = reading.mention_of(a);
        let at = keys.iter().position(|k| *k == key).unwrap_or_else(|| {
            keys.push(key.clone());
            found.push(Organisation {
                id: format!("o{}", keys.len()),
                name: name.clone(),
                acronym: None,
                kind: None,
                country: None,
                mentions: Vec::new(),
            });
            keys.len() - 1
        });
        let entry = &mut found[at];
        let is_acronym = aliases.iter().any(|(acronym, _)| *acronym == fold(&name))
            || a.text("acronym")
                .is_some_and(|short| fold(short) == fold(&name));
        if is_acronym {
            entry.acronym.get_or_insert_with(|| name.clone());
        }
        // Of the same name, rather what the prose writes than what capitals were turned into:
        // « VOILES & FRET SA » is « Voiles & Fret » there.
        let shouted = in_capitals(&entry.mentions);
        let louder = !shouted && in_capitals(std::slice::from_ref(&mention));
        let accents = |name: &str| name.chars().filter(|c| !c.is_ascii()).count();
        let folded = fold(&name);
        let same = folded == fold(&entry.name) || folded == keys[at];
        let written = shouted && same && accents(&name) >= accents(&entry.name);
        let longer = name.chars().count() > entry.name.chars().count();
        if written || longer && !(louder && a.span("bare").is_some()) {
            entry.name = name;
        }
        if let Some(short) = a.text("acronym") {
            entry.acronym.get_or_insert_with(|| short.to_owned());
        }
        entry.kind = entry.kind.or_else(|| a.text("kind").and_then(kind));
        if entry.country.is_none() {
            entry.country = country(reading, a);
        }
        entry.mentions.push(mention);
    }
    found
}

/// Whether all that was seen of a body so far stands in capitals.
fn in_capitals(mentions: &[Mention]) -> bool {
    let in_capitals = |m: &Mention| !m.text.chars().any(char::is_lowercase);
    !mentions.is_empty() && mentions.iter().all(in_capitals)
}

/// Leaves out a body that only the functions of people name: it is part of the function.
fn drop_bodies_of_roles(
    reading: &Reading<'_, '_>,
    mentions: &mut Vec<(&Annotation<'_>, String, String)>,
) {
    let roles = reading.lattice.of_kind("role");
    let offices: Vec<_> = roles.iter().filter(|r| !is_crowd(r)).collect();
    let in_role = |a: &Annotation<'_>| offices.iter().any(|r| r.start <= a.start && a.end <= r.end);
    let alone: FxHashSet<String> = mentions
        .iter()
        .filter(|(a, ..)| !reading.is_late() && !in_role(a))
        .map(|(_, _, key)| key.clone())
        .collect();
    mentions.retain(|(_, _, key)| alone.contains(key));
}

/// The members, staff or soldiers of a body (« les policiers de la MINUSCA »): no function that the body belongs to.
fn is_crowd(role: &Annotation<'_>) -> bool {
    const OFFICES: [&str; 5] = [
        "political",
        "diplomatic",
        "judicial",
        "administrative",
        "company",
    ];
    role.text("number") == Some("p") && role.text("kind").is_some_and(|k| !OFFICES.contains(&k))
}

/// « Nom complet (SIGLE) »: the folded acronym and the folded name it stands for.
fn aliases(reading: &Reading<'_, '_>) -> Vec<(String, String)> {
    reading
        .lattice
        .of_kind("acronym")
        .iter()
        .filter_map(|a| {
            let (start, end) = a.span("name")?;
            let acronym = fold(reading.lattice.words(a.start, a.end));
            Some((acronym, fold(&ordinary(reading, start, end))))
        })
        .collect()
}

/// What tells one organisation from another: its full name, as a list or the text gives it.
fn key(
    reading: &Reading<'_, '_>,
    a: &Annotation<'_>,
    name: &str,
    aliases: &[(String, String)],
) -> String {
    let own = bare(reading, a).unwrap_or_else(|| fold(name));
    if let Some((_, full)) = aliases.iter().find(|(acronym, _)| *acronym == own) {
        return full.clone();
    }
    a.text("name").map_or(own, fold)
}

/// The folded name of a company without its legal form.
fn bare(reading: &Reading<'_, '_>, a: &Annotation<'_>) -> Option<String> {
    let (start, end) = a.span("bare")?;
    Some(fold(&ordinary(reading, start, end)))
}

/// The kind of body that a list's word stands for.
fn kind(word: &str) -> Option<OrganisationKind> {
    use OrganisationKind as K;
    Some(match word {
        "administration" | "agency" | "commission" | "court" | "parliament" | "state" => K::State,
        "intergovernmental" | "international" => K::International,
        "military" | "police" => K::Forces,
        "research" | "academic" | "school" => K::Education,
        "union" | "sport" => K::Association,
        "religious" => K::Other,
        other => other.parse().ok()?,
    })
}

/// The country that the list gives, or that the name itself says
/// (« ministère ukrainien », « Banque de France »).
fn country(reading: &Reading<'_, '_>, a: &Annotation<'_>) -> Option<String> {
    if let Some(iso) = a.text("iso") {
        return Some(iso.to_owned());
    }
    let tokens = &reading.lattice.tokens[a.start as usize..a.end as usize];
    let lexicon = &reading.grammar.lexicon;
    (0..tokens.len())
        .flat_map(|from| {
            (from + 1..=tokens.len().min(from + 6))
                .rev()
                .map(move |to| (from, to))
        })
        .find_map(|(from, to)| {
            let words = &tokens[from..to];
            lexicon
                .feature(words, "country", "iso")
                .or_else(|| lexicon.feature(words, "demonym", "iso"))
        })
        .map(str::to_owned)
}
