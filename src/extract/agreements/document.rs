//! What the document is to its pacts: a paper that two States issue together, or the pact itself.

use super::bodies;
use super::group::Group;
use super::scene::Scene;
use crate::record::{AgreementKind, Dateline, Form, Party};

/// The two States of a joint communiqué or declaration, the one more spoken of first;
/// none where the document is nothing of the kind, or a third is spoken of as much.
pub fn states(scene: &Scene<'_, '_>) -> Vec<Party> {
    if scene.marks.joint.is_empty() {
        return Vec::new();
    }
    bodies::two_states(scene)
}

/// Where and when the document was signed, if it is itself the pact of a group: it says so
/// (« la présente convention ») or is a declaration by its title, and its dateline stands
/// below it (« Fait à Berne, le 23 mai 2024 »).
pub fn signing<'r>(scene: &Scene<'r, '_>, group: &Group) -> Option<&'r Dateline> {
    let dateline = scene.record.dateline.as_ref()?;
    let heads = || group.heads.iter().map(|h| &scene.heads[*h]);
    let (below, _) = scene.tokens(dateline.start, dateline.end);
    let is_own = heads().any(|h| {
        let announced = scene.marks.itself.iter().any(|(_, end)| *end == h.start);
        announced || h.title && h.kind == AgreementKind::Declaration
    });
    (is_own && heads().all(|h| h.end <= below)).then_some(dateline)
}

/// Those whose names stand under the document, by their ids.
pub fn signatories<'r>(scene: &Scene<'r, '_>) -> impl Iterator<Item = &'r String> {
    let reading = scene.reading;
    let signed = move |start, end| {
        let (first, _) = scene.tokens(start, end);
        reading.units[reading.unit_of(first)].label == "signature"
    };
    let people = scene.record.people.iter().filter(move |p| {
        let mut names = p.mentions.iter().filter(|m| m.form != Form::Role);
        names.any(|m| signed(m.start, m.end))
    });
    people.map(|p| &p.id)
}
