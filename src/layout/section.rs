//! Blocks to sections: what part each block plays in the communiqué.

use super::Reader;
use super::block::{Block, End};
use super::cue::CueClass;
use super::date::{Dateline, Day};
use super::line::{Line, has_address};
use crate::segment::{Flags, Shape};

/// What part of a communiqué a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// Who speaks: ministry blocks, mottoes, addresses above the text.
    Letterhead,
    /// What the document calls itself.
    Kind,
    /// The title.
    Title,
    /// Place and date of issue, above, inside or below the text.
    Dateline,
    /// The prose.
    Body,
    /// A heading inside the text, or the name under a quotation.
    Heading,
    /// An item of a list.
    List,
    /// A paragraph that Markdown quotes.
    Quotation,
    /// « À propos de… »: the heading and its paragraph.
    About,
    /// Who signed the text.
    Signature,
    /// Whom to write to.
    Contacts,
    /// Page numbers, release conditions, furniture of a web page.
    Other,
}

impl SectionKind {
    /// Its name in the record and in rules.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Letterhead | Self::Kind => "letterhead",
            Self::Title => "title",
            Self::Dateline => "dateline",
            Self::Body | Self::Heading => "body",
            Self::List => "list",
            Self::Quotation => "quotation",
            Self::About => "about",
            Self::Signature => "signature",
            Self::Contacts => "contacts",
            Self::Other => "other",
        }
    }
}

/// A block with its part.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub block: Block,
    pub kind: SectionKind,
    /// Its sentences count as sentences (a title, prose, an item), or it is a line.
    pub prose: bool,
    /// First token after a dateline or a heading that runs into the text.
    pub from: usize,
    pub dateline: Option<Dateline>,
}

impl Reader<'_> {
    /// The part that each block plays.
    pub(super) fn parts(&self, lines: &[Line], blocks: Vec<Block>) -> Vec<Part> {
        let mut parts: Vec<Part> = blocks
            .into_iter()
            .map(|block| self.first_look(lines, block))
            .collect();
        let body = self.head(lines, &mut parts);
        self.tail(lines, &mut parts, body);
        parts
    }

    fn cue(&self, block: &Block, wanted: impl Fn(CueClass) -> bool) -> Option<(CueClass, usize)> {
        self.layout
            .cues
            .at(self.text, self.tokens, block.content, wanted)
            .filter(|(_, end)| *end <= block.tokens.end)
            .map(|(cue, end)| (cue.class, end))
    }

    /// A paragraph: it ends as sentences do and is more than a slogan, or it is long.
    fn is_prose(block: &Block) -> bool {
        match block.end {
            End::Final | End::Colon | End::Semicolon => block.words >= 8,
            End::Open | End::Hanging => block.words >= 25,
        }
    }

    /// What a block is by itself.
    fn first_look(&self, lines: &[Line], block: Block) -> Part {
        let line = &lines[block.lines.start];
        let labelled = block.content > block.tokens.start;
        let mut part = Part {
            from: block.content,
            kind: SectionKind::Heading,
            prose: false,
            dateline: None,
            block,
        };
        let block = &part.block;
        if line.heading == 0 && block.lines.len() == 1 && self.is_page_line(line) {
            part.kind = SectionKind::Other;
        } else if labelled || self.is_timetable(block) {
            part.kind = SectionKind::List;
            part.prose = true;
        } else if line.quoted {
            part.kind = SectionKind::Quotation;
            part.prose = block.end == End::Final || block.words > 12;
        } else if line.heading == 0
            && (Self::is_prose(block)
                || matches!(block.end, End::Final | End::Colon | End::Semicolon)
                || self.run_in(line, block) > block.content)
        {
            part.kind = SectionKind::Body;
            part.prose = true;
            part.from = self.run_in(line, block);
        }
        part
    }

    /// A line that begins with an hour: « 9h15 – Accueil ».
    fn is_timetable(&self, block: &Block) -> bool {
        let start = block.content;
        start + 2 < block.tokens.end
            && self.tokens[start].shape.any(Shape::NUMBER)
            && self.tokens[start].value < 25
            && matches!(self.word(start + 1), "h" | "H" | "heures")
    }

    /// The first token after an emphasised heading of a few words at the beginning of a paragraph.
    fn run_in(&self, line: &Line, block: &Block) -> usize {
        let start = block.tokens.start;
        if !line.emphasis || line.all_emphasis && block.lines.len() == 1 {
            return block.content;
        }
        let from = self.tokens[start].end;
        let Some(mark) = self.marks.iter().find(|m| m.start >= from) else {
            return block.content;
        };
        let inside = (start..block.tokens.end)
            .find(|&i| self.tokens[i].start >= mark.end)
            .unwrap_or(block.tokens.end);
        let stopped = self.end(start..inside) == End::Final;
        let dash = inside < block.tokens.end && self.tokens[inside].shape.any(Shape::DASH);
        let short = self.words(start..inside) <= 10;
        if inside >= block.tokens.end || !short || !(stopped || dash) {
            return block.content;
        }
        inside + usize::from(dash)
    }

    /// Names the parts above the text. The index of the first part of the body.
    fn head(&self, lines: &[Line], parts: &mut [Part]) -> usize {
        let mut body = parts.len();
        for at in 0..parts.len() {
            let block = &parts[at].block;
            let line = &lines[block.lines.start];
            if parts[at].kind == SectionKind::Other {
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
                    parts[at].kind = SectionKind::Dateline;
                    parts[at].prose = false;
                    parts[at].from = block.content;
                    parts[at].dateline = Some(dateline);
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
            let headline = self.is_headline(parts, at);
            if parts[at].kind == SectionKind::Body && Self::is_prose(&parts[at].block) && !headline
            {
                body = at;
                break;
            }
        }
        self.letterhead(lines, parts, body);
        let title = self.title(lines, parts, body);
        for (at, part) in parts[..body].iter_mut().enumerate() {
            match part.kind {
                SectionKind::Heading if title.is_none_or(|t| at < t) => {
                    part.kind = SectionKind::Letterhead;
                }
                SectionKind::Body
                    if title.is_some_and(|t| at < t) && !Self::is_prose(&part.block) =>
                {
                    part.kind = SectionKind::Letterhead;
                    part.prose = false;
                }
                _ => {}
            }
        }
        body
    }

    /// A prose-like block above the text that is a title all the same: in capitals, or a question or one short sentence
    /// before any other, with more prose after it.
    fn is_headline(&self, parts: &[Part], at: usize) -> bool {
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
        let candidates = parts[..at].iter().any(|p| {
            p.kind == SectionKind::Heading && p.block.words > 3 && !self.is_letterhead(&p.block)
        });
        !candidates
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
        crate::segment::split(
            self.text,
            self.tokens,
            block.tokens.start as u32..block.tokens.end as u32,
            self.data,
            crate::segment::Prose::Paragraph,
            &mut out,
        );
        out.len() == 1
    }

    fn is_letterhead(&self, block: &Block) -> bool {
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
        let dateline = self.dateline(rest, stop).or_else(|| {
            // « Communiqué de presse | Publié le 8 octobre 2025 »
            let (_, after) = self
                .layout
                .cues
                .at(self.text, self.tokens, rest, |c| c == CueClass::Published)?;
            self.dateline(after, stop)
        });
        match class {
            CueClass::Kind => {
                let more = self.words(end..stop);
                if let Some((dateline, _)) = dateline {
                    part.dateline = Some(dateline);
                } else if more > 3 && !self.of_issuer(end, stop)
                    || block.end == End::Final && more > 3
                {
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

    /// Marks the letterhead lines above the text.
    fn letterhead(&self, lines: &[Line], parts: &mut [Part], body: usize) {
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
    fn title(&self, lines: &[Line], parts: &mut [Part], body: usize) -> Option<usize> {
        let capitals = |p: &Part| {
            let words = &self.tokens[p.block.tokens.clone()];
            !words
                .iter()
                .any(|t| t.shape.any(Shape::LOWER) && t.end - t.start > 3)
        };
        let chosen = (0..body)
            .filter_map(|at| {
                self.title_score(lines, parts, at, body, &capitals)
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
        body: usize,
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
        let next = (at + 1..body)
            .find(|&i| parts[i].dateline.is_none() && parts[i].kind != SectionKind::Other);
        if next.is_none() {
            score += 6;
        }
        if parts[..at]
            .iter()
            .any(|p| p.kind == SectionKind::Kind || p.dateline.is_some())
        {
            score += 8;
        }
        let others = parts[..body].iter().enumerate().any(|(i, p)| {
            i != at
                && !capitals(p)
                && p.block.words >= 4
                && matches!(p.kind, SectionKind::Heading | SectionKind::Body)
        });
        if capitals(part) && others {
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

    /// Names the parts below the text and the headings inside it.
    fn tail(&self, lines: &[Line], parts: &mut [Part], body: usize) {
        let last_prose = (body..parts.len())
            .rev()
            .find(|&at| {
                let part = &parts[at];
                matches!(
                    part.kind,
                    SectionKind::Body | SectionKind::List | SectionKind::Quotation
                ) && Self::is_prose(&part.block)
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
        for at in body..parts.len() {
            let block = &parts[at].block;
            let below = at > last_prose;
            let address = has_address(self, block.tokens.clone());
            let prose = Self::is_prose(block) && !address && block.end == End::Final;
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
            if cue
                && (below || address || block.end != End::Final)
                && !(block.end == End::Colon && !below)
            {
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
                    self.line(&mut parts[at], SectionKind::Contacts);
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
                && let found = self.dateline(end, block.tokens.end).map(|(d, _)| d)
                && (below || found.is_some())
            {
                let fallback = || self.written_out(end, block.tokens.end);
                parts[at].dateline = found.or_else(fallback);
                self.line(&mut parts[at], SectionKind::Dateline);
                signed = true;
                continue;
            }
            if below && short {
                if let Some((dateline, next)) = self.dateline(block.content, block.tokens.end)
                    && self.words(next..block.tokens.end) < 4
                {
                    parts[at].dateline = Some(dateline);
                    self.line(&mut parts[at], SectionKind::Dateline);
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
                } else {
                    SectionKind::Heading
                };
                if parts[at].kind == SectionKind::Heading
                    || address && parts[at].block.end != End::Final
                {
                    self.line(&mut parts[at], kind);
                }
                continue;
            }
            if parts[at].kind == SectionKind::Heading
                && self
                    .cue(&parts[at].block, |c| c == CueClass::Debris)
                    .is_some()
            {
                self.line(&mut parts[at], SectionKind::Other);
            }
        }
    }

    /// The token after a dash that parts a short heading from its text.
    fn heading_dash(&self, start: usize, stop: usize) -> Option<usize> {
        let dash =
            (start..stop.min(start + 15)).find(|&i| self.tokens[i].shape.any(Shape::DASH))?;
        (stop - dash > 8).then_some(dash + 1)
    }

    fn line(&self, part: &mut Part, kind: SectionKind) {
        part.kind = kind;
        part.prose = false;
        part.from = part.block.content;
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
        (end > start && self.tokens[start].shape.any(Shape::CAP.with(Shape::CAPS))).then(|| {
            Dateline {
                tokens: (start as u32, stop as u32),
                place: Some((start as u32, end as u32)),
                date: (date as u32, stop as u32),
                day: None,
            }
        })
    }

    /// A whole date inside a run of tokens: for titles, « Conseil des ministres du 14 mars 2025 ».
    pub(super) fn day_within(&self, start: usize, stop: usize) -> Option<(usize, usize, Day)> {
        (start..stop).find_map(|at| {
            if self.tokens[at].flags.any(Flags::GLUED) && at > start {
                return None;
            }
            let read = self.date(at, stop)?;
            read.day.map(|day| (at, read.end, day))
        })
    }
}
