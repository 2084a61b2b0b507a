//! The parts above the text: letterhead, kind, dateline, title.

use super::block::Block;
use super::cue::CueClass;
use super::date::Dateline;
use super::edge::End;
use super::line::Line;
use super::section::{Part, SectionKind, is_prose};
use super::{Reader, columns};
use crate::segment::{Prose, Shape, split};

/// Whether one of the first parts may be the title. What was looked at once is
/// not looked at again: a long list has many parts.
#[derive(Default)]
struct Candidate {
    seen: usize,
    found: bool,
}

/// Most words of what a text calls itself, without whose text it is: « communiqué de presse ».
const PLAIN_KIND: usize = 3;

/// Farthest that the dateline stands behind the kind of a text on one line, in tokens.
const KIND: usize = 16;

impl Reader<'_> {
    /// Names the parts above the text. The index of the first part of the body.
    pub(super) fn head(&self, lines: &[Line], parts: &mut [Part]) -> usize {
        let mut body = parts.len();
        let mut candidate = Candidate::default();
        for at in 0..parts.len() {
            let block = &parts[at].block;
            let line = &lines[block.lines.start];
            if parts[at].kind == SectionKind::Other {
                continue;
            }
            let aside = self.dateline_aside(block);
            if let Some(dateline) = aside.or_else(|| self.dateline_behind(block)) {
                parts[at].becomes(dateline);
                continue;
            }
            if let Some((class, end)) = self.cue(block, |c| {
                matches!(
                    c,
                    CueClass::Kind
                        | CueClass::Embargo
                        | CueClass::Published
                        | CueClass::PlaceDate
                        | CueClass::Reference
                )
            }) && self.head_line(class, end, &mut parts[at])
            {
                continue;
            }
            let block = &parts[at].block;
            // Not the date of an item of a list, but « 📅 Dakar, 25 juin ».
            let item = parts[at].kind == SectionKind::List
                && self
                    .word(block.tokens.start)
                    .chars()
                    .all(|c| c < '\u{2190}');
            if !item && let Some((dateline, next)) = self.dateline(block.content, block.tokens.end)
            {
                let rest = self.words(next..block.tokens.end);
                if rest < 6 {
                    parts[at].becomes(dateline);
                    continue;
                }
                parts[at].kind = SectionKind::Body;
                parts[at].prose = true;
                parts[at].from = next;
                parts[at].dateline = Some(dateline);
                body = at;
                break;
            }
            if line.heading > 0 {
                continue;
            }
            let headline = self.is_headline(parts, at, &mut candidate);
            let body_like = parts[at].kind == SectionKind::Body || self.is_numbered(&parts[at]);
            if body_like && is_prose(&parts[at].block) && !headline {
                body = at;
                break;
            }
        }
        self.dateline_below(parts, body);
        self.letterhead(lines, parts, body);
        let title = self.title(lines, parts, body);
        for (at, part) in parts[..body].iter_mut().enumerate() {
            match part.kind {
                SectionKind::Heading if title.is_none_or(|t| at < t) => {
                    part.kind = SectionKind::Letterhead;
                }
                SectionKind::Body if title.is_some_and(|t| at < t) && !is_prose(&part.block) => {
                    part.kind = SectionKind::Letterhead;
                    part.prose = false;
                }
                _ => {}
            }
        }
        body
    }

    /// A numbered paragraph, as those of a joint communiqué: « 1. À l'invitation de… ». An item of a few words is none.
    fn is_numbered(&self, part: &Part) -> bool {
        /// Fewest words of a paragraph.
        const PARAGRAPH: usize = 20;
        part.kind == SectionKind::List
            && part.block.end == End::Final
            && part.block.words >= PARAGRAPH
            && self.tokens[part.block.tokens.start]
                .shape
                .any(Shape::NUMBER)
    }

    /// The dateline that opens one of the first paragraphs, where a summary stands above it:
    /// « La jeune pousse lève des fonds. / Toulouse, le 23 septembre 2025 — Salinéa annonce… »
    fn dateline_below(&self, parts: &mut [Part], body: usize) {
        /// Paragraphs below the first at most.
        const BELOW: usize = 3;
        if parts.iter().any(|p| p.dateline.is_some()) {
            return;
        }
        let until = parts.len().min(body + 1 + BELOW);
        for part in parts.get_mut(body + 1..until).unwrap_or_default() {
            if part.kind != SectionKind::Body {
                continue;
            }
            let stop = part.block.tokens.end;
            if let Some((dateline, next)) = self.dateline(part.block.content, stop)
                && dateline.place.is_some()
                && dateline.day.is_some()
                && next < stop
            {
                part.from = next;
                part.dateline = Some(dateline);
                return;
            }
        }
    }

    /// A prose-like block above the text that is a title all the same: in capitals, or a question or one short sentence
    /// before any other, with more prose after it.
    fn is_headline(&self, parts: &[Part], at: usize, candidate: &mut Candidate) -> bool {
        let block = &parts[at].block;
        let capitals = self.tokens[block.tokens.clone()]
            .iter()
            .filter(|t| t.shape.any(Shape::CAPS))
            .count();
        let small = self.tokens[block.tokens.clone()]
            .iter()
            .filter(|t| t.shape.any(Shape::LOWER.with(Shape::CAP)))
            .count();
        if capitals > 3 * small && block.words < 60 {
            return true;
        }
        if block.end == End::Open && block.words < 45 {
            return true;
        }
        let found = &parts[candidate.seen..at];
        candidate.found |= found.iter().any(|p| {
            p.kind == SectionKind::Heading && p.block.words > 3 && !self.is_letterhead(&p.block)
        });
        candidate.seen = at;
        !candidate.found
            && block.end == End::Final
            && block.words <= 24
            && block.lines.len() <= 3
            && self.one_sentence(block)
            && parts.get(at + 1).is_some_and(|p| {
                p.kind == SectionKind::Body
                    || self.dateline(p.block.content, p.block.tokens.end).is_some()
            })
    }

    fn one_sentence(&self, block: &Block) -> bool {
        let mut out = Vec::new();
        split(
            self.text,
            self.tokens,
            block.tokens.start as u32..block.tokens.end as u32,
            self.data,
            Prose::Paragraph,
            &mut out,
        );
        out.len() == 1
    }

    /// The dateline in the right column of a line: « N° 7/SG          Yaoundé, le 18 février 2026 ».
    fn dateline_aside(&self, block: &Block) -> Option<Dateline> {
        let tokens = block.tokens.start as u32..block.tokens.end as u32;
        let mut columns = columns(self, tokens).skip(1);
        let right = columns.find_map(|c| self.dateline(c.start as usize, block.tokens.end));
        self.whole(right?, block)
    }

    /// The dateline behind the name of who speaks: « **Toit & Voisins** — Bruxelles, le 27 juin 2025 ».
    fn dateline_behind(&self, block: &Block) -> Option<Dateline> {
        /// Words of such a line at most.
        const WORDS: usize = 16;
        if block.words > WORDS {
            return None;
        }
        let tokens = block.content + 1..block.tokens.end;
        let mut dashes = tokens.filter(|i| self.tokens[*i].shape.any(Shape::DASH));
        dashes.find_map(|i| {
            let dateline = self.whole(self.dateline(i + 1, block.tokens.end)?, block)?;
            (dateline.place.is_some() && dateline.day.is_some()).then_some(dateline)
        })
    }

    /// A dateline that no words follow in its block.
    fn whole(&self, (dateline, next): (Dateline, usize), block: &Block) -> Option<Dateline> {
        (self.words(next..block.tokens.end) == 0).then_some(dateline)
    }

    pub(super) fn is_letterhead(&self, block: &Block) -> bool {
        self.cue(block, |c| {
            matches!(c, CueClass::Letterhead | CueClass::Motto)
        })
        .is_some()
    }

    /// A line above the text with a cue; whether it is one.
    fn head_line(&self, class: CueClass, end: usize, part: &mut Part) -> bool {
        let block = &part.block;
        let stop = block.tokens.end;
        // What stands after « Communiqué de presse – », « Publié le ».
        let mut rest = end;
        while rest < stop && (self.tokens[rest].shape.any(Shape::DASH.with(Shape::PUNCT))) {
            rest += 1;
        }
        let dateline = self.dateline_in_line(class, rest, block);
        match class {
            CueClass::Kind => {
                let more = self.words(end..stop);
                if let Some((dateline, _)) = dateline {
                    part.dateline = Some(dateline);
                } else if more > 3 && (block.end == End::Final || !self.of_issuer(end, stop)) {
                    return false;
                }
                part.kind = SectionKind::Kind;
            }
            CueClass::Embargo => {
                if block.words > 30 {
                    return false;
                }
                part.kind = SectionKind::Other;
            }
            CueClass::Published | CueClass::PlaceDate => {
                let Some((dateline, next)) = dateline else {
                    return false;
                };
                if self.words(next..stop) > 6 {
                    return false;
                }
                part.kind = SectionKind::Dateline;
                part.dateline = Some(dateline);
            }
            CueClass::Reference => {
                if block.words > 6 {
                    return false;
                }
                part.kind = SectionKind::Letterhead;
            }
            _ => return false,
        }
        part.prose = false;
        part.from = part.block.content;
        true
    }

    /// The dateline in a line of the head whose cue ends here, and the token after it.
    fn dateline_in_line(
        &self,
        class: CueClass,
        rest: usize,
        block: &Block,
    ) -> Option<(Dateline, usize)> {
        let cues = &self.layout.cues;
        let stop = block.tokens.end;
        let next = if matches!(class, CueClass::Published | CueClass::PlaceDate) {
            self.announced_dateline(rest, stop)
        } else {
            self.dateline(rest, stop)
        };
        // « Communiqué de presse | Publié le 8 octobre 2025 »
        let published = || {
            let (_, after) = cues.at(self.text, self.tokens, rest, |c| c == CueClass::Published)?;
            self.dateline(after, stop)
        };
        let to_the_end = |at| self.dateline(at, stop).filter(|(_, end)| *end == stop);
        // « Communiqué du club – Brest, mercredi 28 janvier 2026 »
        let behind_dash = || {
            let is_dash =
                |i: &usize| self.tokens[*i].shape.any(Shape::DASH) || self.word(*i) == "|";
            let mut dashes = (rest..stop.min(rest + KIND)).filter(is_dash);
            dashes.find_map(|i| to_the_end(i + 1))
        };
        let found = next.or_else(published).or_else(behind_dash);
        if class != CueClass::Kind {
            return found;
        }
        // « Communiqué du 15 décembre 2024 »
        let of_day = || {
            let joins = rest < stop
                && self.words(block.content..rest) <= PLAIN_KIND
                && cues.is(self.text, &self.tokens[rest], CueClass::Joiner);
            let found = joins.then(|| to_the_end(rest + 1)).flatten();
            found.filter(|(dateline, _)| dateline.place.is_none())
        };
        // « Communiqué par : ministère des Affaires étrangères (16.03.2026) »
        let in_brackets = || {
            let open = (rest..stop).rev().find(|at| self.word(*at) == "(")?;
            to_the_end(open)
        };
        found.or_else(of_day).or_else(in_brackets)
    }

    /// Whether a line tells until when nothing may be told.
    pub(super) fn names_embargo(&self, block: &Block) -> bool {
        let cues = &self.layout.cues;
        let is_embargo = |at| {
            let found = cues.at(self.text, self.tokens, at, |c| c == CueClass::Embargo);
            found.is_some()
        };
        block.tokens.clone().any(is_embargo)
    }

    /// « DU MINISTÈRE DES ARMÉES » after the kind: who issues it.
    fn of_issuer(&self, at: usize, stop: usize) -> bool {
        at + 1 < stop
            && self
                .layout
                .cues
                .is(self.text, &self.tokens[at], CueClass::Joiner)
            && self
                .layout
                .cues
                .at(self.text, self.tokens, at + 1, |c| {
                    c == CueClass::Letterhead
                })
                .is_some()
            && (at..stop).all(|i| self.date(i, stop).is_none())
    }
}
