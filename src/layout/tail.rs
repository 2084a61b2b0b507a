//! The parts below the text: presentations, signatures, contacts; and the
//! headings inside it.

use super::Reader;
use super::cue::CueClass;
use super::date::Dateline;
use super::edge::End;
use super::line::{Line, has_address};
use super::section::{Part, SectionKind, is_prose};
use crate::segment::Shape;

impl Reader<'_> {
    /// Names the parts below the text and the headings inside it.
    pub(super) fn tail(&self, lines: &[Line], parts: &mut [Part], body: usize) {
        let last_prose = (body..parts.len())
            .rev()
            .find(|&at| {
                let part = &parts[at];
                matches!(
                    part.kind,
                    SectionKind::Body | SectionKind::List | SectionKind::Quotation
                ) && is_prose(&part.block)
                    && !lines[part.block.lines.start].note
                    && !self.contact_cue(part.block.content, part.block.tokens.end)
                    && self
                        .cue(&part.block, |c| c == CueClass::PlaceDate)
                        .is_none()
            })
            .unwrap_or(body.saturating_sub(1));
        let mut contacts = false;
        let mut about = false;
        let mut signed = false;
        #[allow(clippy::needless_range_loop)] // each part is seen, then changed
        for at in body..parts.len() {
            let block = &parts[at].block;
            let below = at > last_prose;
            let address = has_address(self, block.tokens.clone());
            let prose = is_prose(block) && !address && block.end == End::Final;
            let short = block.words < 40;
            if parts[at].kind == SectionKind::Other {
                continue;
            }
            if let Some((_, end)) = self.cue(block, |c| c == CueClass::About)
                && block.content == block.tokens.start
                && (!prose
                    || parts[at].from > block.content
                    || self.heading_dash(end, block.tokens.end).is_some())
            {
                // « À propos de Kerlann – Née en 1934… » holds its text.
                if parts[at].from == block.content
                    && let Some(from) = self.heading_dash(end, block.tokens.end)
                {
                    parts[at].from = from;
                }
                let heading = parts[at].from == block.content && block.words < 15;
                parts[at].kind = SectionKind::About;
                parts[at].prose = !heading;
                (about, contacts) = (true, false);
                continue;
            }
            let cue = short && self.contact_cue(block.content, block.tokens.end);
            if cue && (below || block.end != End::Colon && (address || block.end != End::Final)) {
                contacts = true;
                about = false;
            }
            if lines[block.lines.start].note && !cue {
                continue;
            }
            if contacts {
                if prose && block.words > 12 && !cue || lines[block.lines.start].heading > 0 && !cue
                {
                    contacts = false;
                } else {
                    as_line(&mut parts[at], SectionKind::Contacts);
                    continue;
                }
            }
            let block = &parts[at].block;
            if about && (prose || parts[at].prose) && lines[block.lines.start].heading == 0 {
                parts[at].kind = SectionKind::About;
                continue;
            }
            if about && parts[at].kind == SectionKind::Heading {
                about = false;
            }
            let place_date = self.cue(block, |c| c == CueClass::PlaceDate);
            if let Some((_, end)) = place_date
                && short
                && let found = self
                    .announced_dateline(end, block.tokens.end)
                    .map(|(d, _)| d)
                && (below || found.is_some())
            {
                let fallback = || self.written_out(end, block.tokens.end);
                parts[at].dateline = found.or_else(fallback);
                as_line(&mut parts[at], SectionKind::Dateline);
                signed = true;
                continue;
            }
            if below && short {
                if let Some((dateline, next)) = self.dateline(block.content, block.tokens.end)
                    && self.words(next..block.tokens.end) < 4
                {
                    parts[at].dateline = Some(dateline);
                    as_line(&mut parts[at], SectionKind::Dateline);
                    signed = true;
                    continue;
                }
                let kind = if address {
                    contacts = true;
                    SectionKind::Contacts
                } else if self.cue(block, |c| c == CueClass::Debris).is_some() {
                    SectionKind::Other
                } else if signed || self.cue(block, |c| c == CueClass::Signature).is_some() {
                    signed = true;
                    SectionKind::Signature
                } else if self.ends(parts, at) {
                    SectionKind::Signature
                } else {
                    SectionKind::Heading
                };
                if parts[at].kind == SectionKind::Heading
                    || address && parts[at].block.end != End::Final
                {
                    as_line(&mut parts[at], kind);
                }
                continue;
            }
            if parts[at].kind == SectionKind::Heading
                && self
                    .cue(&parts[at].block, |c| c == CueClass::Debris)
                    .is_some()
            {
                as_line(&mut parts[at], SectionKind::Other);
            }
        }
    }

    /// Whether nothing comes below a part that it could be the heading of: only lines like it,
    /// up to the end or to the contacts.
    fn ends(&self, parts: &[Part], at: usize) -> bool {
        /// Lines of a signature at most.
        const LINES: usize = 5;
        /// A longer line is no name and no function, in words.
        const WORDS: usize = 15;
        let contacts = |part: &Part| {
            let block = &part.block;
            has_address(self, block.tokens.clone())
                || self.contact_cue(block.content, block.tokens.end)
        };
        // « … » and below it who said so.
        let said = at.checked_sub(1).is_some_and(|above| {
            let end = parts[above].block.tokens.end;
            matches!(self.word(end - 1), "»" | "”" | "\"")
        });
        let lines = parts[at..].iter().take(LINES + 1);
        let mut below = lines.take_while(|p| !contacts(p));
        !said
            && below.clone().count() <= LINES
            && below.all(|p| {
                let open = matches!(p.kind, SectionKind::Heading | SectionKind::Signature);
                open && p.block.words < WORDS && p.block.end != End::Colon
            })
    }

    /// The token after a dash that parts a short heading from its text.
    fn heading_dash(&self, start: usize, stop: usize) -> Option<usize> {
        let dash =
            (start..stop.min(start + 15)).find(|&i| self.tokens[i].shape.any(Shape::DASH))?;
        (stop - dash > 8).then_some(dash + 1)
    }

    /// « Fait à Rome, le premier juin deux mille vingt-trois »: the place, and a date in letters that is left to the rules.
    fn written_out(&self, start: usize, stop: usize) -> Option<Dateline> {
        let comma = (start..stop).find(|&i| {
            self.word(i) == ","
                || self
                    .layout
                    .cues
                    .is(self.text, &self.tokens[i], CueClass::DateArticle)
                    && i > start
        });
        let end = comma.unwrap_or(stop);
        let date = comma.map_or(stop, |c| c + usize::from(self.word(c) == ","));
        (end > start && self.tokens[start].shape.any(Shape::CAP.with(Shape::CAPS))).then_some(
            Dateline {
                tokens: (start as u32, stop as u32),
                place: Some((start as u32, end as u32)),
                date: (date as u32, stop as u32),
                day: None,
            },
        )
    }
}

/// Makes a part a line of its own kind, outside the sentences.
fn as_line(part: &mut Part, kind: SectionKind) {
    part.kind = kind;
    part.prose = false;
    part.from = part.block.content;
}
