//! The words that say what a pact is about.

use super::group::Group;
use super::scene::{Scene, Sign};
use crate::record::Subject;

/// The words behind « sur », « relatif à »…, up to the end of the clause.
pub fn subject(scene: &Scene<'_, '_>, group: &Group) -> Option<Subject> {
    let found = group.heads.iter().find_map(|h| {
        let head = &scene.heads[*h];
        let unit = scene.reading.units[head.unit];
        let next_head = scene.heads.get(h + 1).map_or(unit.end, |n| n.from);
        let until = unit.end.min(next_head);
        let about = scene.cues_in(head.end, until, &[Sign::About]).next()?;
        let stop = scene
            .cues_in(
                about.end,
                until,
                &[
                    Sign::Break,
                    Sign::Between,
                    Sign::Witness,
                    Sign::Links,
                    Sign::LinksIt,
                    Sign::LinksThem,
                    Sign::With,
                ],
            )
            .next()
            .map_or(until, |c| c.start);
        let verb = scene.events_in(about.end, stop).first();
        let stop = verb.map_or(stop, |e| e.start);
        let mut stop = stop;
        while stop > about.end
            && !scene
                .reading
                .lattice
                .words(stop - 1, stop)
                .ends_with(char::is_alphanumeric)
        {
            stop -= 1;
        }
        (stop > about.end).then_some((about.end, stop))
    })?;
    let (start, end, text) = scene.reading.span(found.0, found.1);
    Some(Subject {
        start,
        end,
        text: text.to_owned(),
    })
}
