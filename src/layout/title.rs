//! The title: which of the lines above the text looks most like one.

use super::Reader;
use super::block::Block;
use super::cue::CueClass;
use super::edge::End;
use super::line::{Line, has_address};
use super::section::{Part, SectionKind};
use crate::segment::Shape;

/// What the parts above the text are taken together: seen once, asked for each.
struct Around {
    /// The last that is neither dateline nor furniture.
    last: Option<usize>,
    /// The first that says what the document is, or when it was issued.
    dated: Option<usize>,
    /// Whether some line of four words or more is not in capitals.
    small: bool,
}

impl Reader<'_> {
    /// Marks the letterhead lines above the text.
    pub(super) fn letterhead(&self, lines: &[Line], parts: &mut [Part], body: usize) {
        for part in &mut parts[..body] {
            let open = matches!(part.kind, SectionKind::Heading)
                && lines[part.block.lines.start].heading == 0;
            if !open {
                continue;
            }
            let block = &part.block;
            let separators = block
                .tokens
                .clone()
                .filter(|&i| {
                    self.tokens[i].shape.any(Shape::DASH) || matches!(self.word(i), "•" | "|")
                })
                .count();
            if self.is_letterhead(block)
                || has_address(self, block.tokens.clone())
                || separators >= 2
                || self.contact_cue(block.content, block.tokens.end)
                || self.cue(block, |c| c == CueClass::Debris).is_some()
            {
                part.kind = SectionKind::Letterhead;
            }
        }
    }

    /// Finds the title above the body and marks it.
    pub(super) fn title(&self, lines: &[Line], parts: &mut [Part], body: usize) -> Option<usize> {
        let capitals = |p: &Part| {
            let words = &self.tokens[p.block.tokens.clone()];
            !words
                .iter()
                .any(|t| t.shape.any(Shape::LOWER) && t.end - t.start > 3)
        };
        let around = Around {
            last: (0..body)
                .rev()
                .find(|&i| parts[i].dateline.is_none() && parts[i].kind != SectionKind::Other),
            dated: (0..body)
                .find(|&i| parts[i].kind == SectionKind::Kind || parts[i].dateline.is_some()),
            small: parts[..body].iter().any(|p| {
                !capitals(p)
                    && p.block.words >= 4
                    && matches!(p.kind, SectionKind::Heading | SectionKind::Body)
            }),
        };
        let chosen = (0..body)
            .filter_map(|at| {
                self.title_score(lines, parts, at, &around, &capitals)
                    .map(|score| (score, at))
            })
            .max_by_key(|&(score, at)| (score, std::cmp::Reverse(at)))
            .map(|(_, at)| at)?;
        parts[chosen].kind = SectionKind::Title;
        parts[chosen].prose = true;
        parts[chosen].from = parts[chosen].block.content;
        // The lines of a title that were not joined: same chunk, same case.
        let mut last = chosen;
        while last + 1 < body {
            let (this, next) = (&parts[last], &parts[last + 1]);
            let line = &lines[next.block.lines.start];
            if line.after_blank
                || line.heading > 0
                || next.kind != SectionKind::Heading
                || capitals(this) != capitals(next)
                || this.block.end == End::Final
                || lines[this.block.lines.start].heading > 0
                || line.all_emphasis != lines[this.block.lines.start].all_emphasis
            {
                break;
            }
            last += 1;
        }
        if last > chosen {
            let end = parts[last].block.clone();
            let block = &mut parts[chosen].block;
            block.lines.end = end.lines.end;
            block.tokens.end = end.tokens.end;
            block.end = end.end;
            for part in &mut parts[chosen + 1..=last] {
                part.block.tokens.start = part.block.tokens.end;
                part.block.content = part.block.tokens.end;
                part.from = part.block.tokens.end;
            }
        }
        // Lines under the title: a subtitle.
        for part in &mut parts[last + 1..body] {
            if part.kind == SectionKind::Heading && part.block.words >= 4 {
                part.kind = SectionKind::Body;
                part.prose = true;
            }
        }
        Some(chosen)
    }

    /// How much a block above the text looks like its title; none if it cannot be.
    fn title_score(
        &self,
        lines: &[Line],
        parts: &[Part],
        at: usize,
        around: &Around,
        capitals: &impl Fn(&Part) -> bool,
    ) -> Option<i32> {
        let part = &parts[at];
        let block = &part.block;
        let line = &lines[block.lines.start];
        let excluded = matches!(part.kind, SectionKind::Dateline | SectionKind::Other)
            || part.dateline.is_some()
            || part.kind == SectionKind::List && line.heading == 0
            || block.tokens.is_empty()
            || self
                .cue(block, |c| {
                    matches!(c, CueClass::Motto | CueClass::Reference)
                })
                .is_some();
        let kind = self.cue(block, |c| c == CueClass::Kind);
        if excluded
            || kind
                .is_some_and(|(_, end)| self.words(end..block.tokens.end) == 0 && block.words < 5)
        {
            return None;
        }
        let words = block.words as i32;
        let mut score = words.min(12) * 2;
        if line.heading > 0 {
            score += 40 - i32::from(line.heading);
        }
        if line.all_emphasis {
            score += 8;
        }
        if part.kind == SectionKind::Letterhead {
            score -= 24;
        }
        if part.kind == SectionKind::Kind {
            score -= if words < 5 { 30 } else { 14 };
        }
        if words < 3 {
            score -= 12;
        }
        if has_address(self, block.tokens.clone()) || self.has_postcode(block) {
            score -= 20;
        }
        // Right above the text, or only the dateline between.
        if around.last.is_none_or(|last| last <= at) {
            score += 6;
        }
        if around.dated.is_some_and(|dated| dated < at) {
            score += 8;
        }
        if around.small && capitals(part) {
            score -= 10;
        }
        Some(score)
    }

    /// Five digits and a town.
    fn has_postcode(&self, block: &Block) -> bool {
        block.tokens.clone().skip(1).any(|at| {
            self.tokens[at - 1].shape.any(Shape::NUMBER)
                && self.tokens[at - 1].end - self.tokens[at - 1].start == 5
                && self.tokens[at].shape.any(Shape::CAP.with(Shape::CAPS))
        })
    }
}
