//! Completing dates from their neighbours: « du 12 au 14 mars », « de mai à décembre 2024 ».

use super::expression::Expression;
use crate::extract::Reading;

/// How many tokens may part two dates that share a month.
const GAP: u32 = 4;

/// Gives incomplete expressions what stands in those they are read with.
pub(super) fn complete<'g>(reading: &Reading<'_, 'g>, all: &mut [Expression<'_, 'g>]) {
    share_months(all);
    for edge in reading.lattice.of_kind("date-edge") {
        if let Some(at) = at(all, (edge.start, edge.end)) {
            all[at].edge = true;
        }
    }
    for link in reading.lattice.of_kind("date-link") {
        let (Some(a), Some(b)) = (link.span("first"), link.span("second")) else {
            continue;
        };
        if let (Some(first), Some(second)) = (at(all, a), at(all, b)) {
            join(all, first, second);
        }
    }
}

/// The expression that covers just these tokens.
fn at(all: &[Expression<'_, '_>], (start, end): (u32, u32)) -> Option<usize> {
    let next = all.partition_point(|e| e.annotation.start < start);
    let e = all.get(next)?;
    ((e.annotation.start, e.annotation.end) == (start, end)).then_some(next)
}

/// From the last to the first, so that a list of days takes its month from its end.
fn share_months(all: &mut [Expression<'_, '_>]) {
    for at in (0..all.len().saturating_sub(1)).rev() {
        let (head, tail) = all.split_at_mut(at + 1);
        let (e, next) = (&mut head[at], &mut tail[0]);
        let near = next.unit == e.unit && next.annotation.start <= e.annotation.end + GAP;
        let waits = e.text("next") == Some("month") && e.month.is_none();
        if !waits || !near || next.form != "calendar" {
            continue;
        }
        let (Some(month), Some(day), Some(last)) = (next.month, e.day, next.day) else {
            continue;
        };
        // « du 28 au 3 mars » began in the month before.
        let earlier = day > last;
        e.month = Some(match (earlier, month) {
            (true, 1) => 12,
            (true, m) => m - 1,
            (false, m) => m,
        });
        e.year = next.year.map(|y| y - i16::from(earlier && month == 1));
        if next.year.is_none() {
            e.shift = e.shift.or(next.shift);
            e.from_text = e.from_text || next.from_text;
            next.after = Some(at);
        }
        next.second = true;
    }
}

/// The second of two lends its year and shift to the first, and follows it.
fn join(all: &mut [Expression<'_, '_>], first: usize, second: usize) {
    let (year, shift, from_text, place) = {
        let b = &all[second];
        (b.year, b.shift, b.from_text, (b.month, b.day))
    };
    all[second].second = true;
    let alike = all[first].form == all[second].form;
    let a = &mut all[first];
    match (a.year, year) {
        (None, Some(year)) if a.form == "calendar" && a.month.is_some() && place.0.is_some() => {
            let turns = (a.month, a.day.or(place.1)) > (place.0, place.1.or(a.day));
            a.year = Some(year - i16::from(turns));
        }
        (None, Some(year)) if alike => a.year = Some(year),
        (None | Some(_), None) => {
            if a.shift.is_none() && a.year.is_none() && shift.is_some() {
                a.shift = shift;
                a.from_text = from_text;
            }
            if alike && shift.is_none() {
                all[second].after = Some(first);
            }
        }
        _ => {}
    }
}
