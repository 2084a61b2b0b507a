//! What a pact is worth, and how long it lasts.

use super::group::Group;
use super::scene::{Head, Scene, Sign};
use crate::grammar::Annotation;
use crate::record::{Amount, DateType};

/// Farthest that a sum or a length of time stands behind its pact, in tokens.
const BEHIND: u32 = 40;
/// Farthest that it stands before: « d'un montant de 3 M€, le contrat ».
const BEFORE: u32 = 12;

/// The sum that the sentences of a pact tie to it.
pub fn amount(scene: &Scene<'_, '_>, group: &Group) -> Option<Amount> {
    let sums = &scene.sums;
    let mut heads = group.heads.iter().map(|h| (*h, &scene.heads[*h]));
    heads.find_map(|(at, head)| {
        let (from, to) = around(scene, at, head);
        let next = sums.partition_point(|s| s.start < from);
        let of_head = sums[next..].iter().take_while(|s| s.end <= to);
        of_head
            .filter(|s| s.start >= head.end || s.end <= head.start)
            .find_map(|s| sum(scene, s))
    })
}

/// How long the pact lasts, as an ISO 8601 period.
pub fn duration(scene: &Scene<'_, '_>, group: &Group) -> Option<String> {
    let lasting = &scene.lasting;
    let mut heads = group.heads.iter().map(|h| (*h, &scene.heads[*h]));
    let (start, end) = heads.find_map(|(at, head)| {
        let (from, to) = around(scene, at, head);
        let next = lasting.partition_point(|l| l.0 < from);
        let mut of_head = lasting[next..].iter().take_while(|l| l.1 <= to);
        of_head
            .find(|(start, _)| {
                // What a pact is about, or what its signature opens, has lengths of its own.
                *start < head.start
                    || scene
                        .cues_in(head.end, *start, &[Sign::About, Sign::That])
                        .next()
                        .is_none()
            })
            .copied()
    })?;
    let (from, to, _) = scene.reading.span(start, end);
    let dates = &scene.record.dates;
    let at = dates.partition_point(|d| d.start < from);
    let date = dates.get(at).filter(|d| d.end <= to)?;
    let value = date.value.as_deref().filter(|v| !v.contains('X'))?;
    (date.kind == DateType::Duration).then(|| value.to_owned())
}

/// The tokens of a head's sentence that may speak of its worth, up to the pacts beside it.
fn around(scene: &Scene<'_, '_>, at: usize, head: &Head<'_>) -> (u32, u32) {
    let unit = scene.reading.units[head.unit];
    let prior = at.checked_sub(1).map_or(0, |p| scene.heads[p].end);
    let next = scene.heads.get(at + 1).map_or(unit.end, |n| n.from);
    let from = head.start.saturating_sub(BEFORE).max(unit.start).max(prior);
    (from, unit.end.min(next).min(head.end + BEHIND))
}

/// A sum of money from its words.
fn sum(scene: &Scene<'_, '_>, words: &Annotation<'_>) -> Option<Amount> {
    let lattice = &scene.reading.lattice;
    let lexicon = &scene.reading.grammar.lexicon;
    let digits = |field| {
        words.span(field).map(|(start, end)| {
            let written = lattice.words(start, end).chars();
            written
                .map(|c| if c == ',' { '.' } else { c })
                .filter(|c| c.is_ascii_digit() || *c == '.')
                .collect::<String>()
        })
    };
    let mut number = digits("whole")?;
    if let Some(part) = digits("part") {
        number.push('.');
        number.push_str(&part);
    }
    let feature = |field, list, column| {
        let (start, end) = words.span(field)?;
        let tokens = &lattice.tokens[start as usize..end as usize];
        lexicon.feature(tokens, list, column)
    };
    let factor: f64 =
        feature("scale", "agreement-scale", "factor").map_or(Some(1.0), |f| f.parse().ok())?;
    let home = scene.home.as_ref().and_then(|h| h.country.as_deref());
    let at_home = home.and_then(|iso| {
        let codes = feature("currency", "agreement-currency", "home")?;
        let mut codes = codes.split(' ').filter_map(|c| c.split_once(':'));
        codes.find(|(country, _)| *country == iso).map(|c| c.1)
    });
    let currency = at_home
        .or_else(|| feature("currency", "agreement-currency", "iso"))
        .or_else(|| feature("scale", "agreement-scale", "iso"))?;
    let value: f64 = number.parse().ok()?;
    Some(Amount {
        // Whole cents: 64,5 millions are 64 500 000, not 64 499 999.99….
        value: (value * factor * 100.0).round() / 100.0,
        currency: currency.to_owned(),
    })
}
