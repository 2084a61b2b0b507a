//! Blocks to sections: what part each block plays in the communiqué.

use super::Reader;
use super::block::Block;
use super::cue::CueClass;
use super::date::{Dateline, Day};
use super::edge::End;
use super::line::Line;
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

impl Part {
    /// Makes it the line of a dateline.
    pub(super) fn becomes(&mut self, dateline: Dateline) {
        self.kind = SectionKind::Dateline;
        self.prose = false;
        self.from = self.block.content;
        self.dateline = Some(dateline);
    }
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

    pub(super) fn cue(
        &self,
        block: &Block,
        wanted: impl Fn(CueClass) -> bool,
    ) -> Option<(CueClass, usize)> {
        self.layout
            .cues
            .at(self.text, self.tokens, block.content, wanted)
            .filter(|(_, end)| *end <= block.tokens.end)
            .map(|(cue, end)| (cue.class, end))
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
        if line.heading == 0 && block.lines.len() == 1 && line.page {
            part.kind = SectionKind::Other;
        } else if labelled || self.is_timetable(block) {
            part.kind = SectionKind::List;
            part.prose = true;
        } else if line.quoted {
            part.kind = SectionKind::Quotation;
            part.prose = block.end == End::Final || block.words > 12;
        } else if line.heading == 0
            && (is_prose(block)
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
        self.starts_with_hour(block.content, block.tokens.end)
    }

    pub(super) fn starts_with_hour(&self, start: usize, stop: usize) -> bool {
        start + 2 < stop
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
        let after = self.marks.partition_point(|m| m.start < from);
        let Some(mark) = self.marks.get(after) else {
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

/// A paragraph: it ends as sentences do and is more than a slogan, or it is long.
pub(super) fn is_prose(block: &Block) -> bool {
    match block.end {
        End::Final | End::Colon | End::Semicolon => block.words >= 8,
        End::Open | End::Hanging => block.words >= 25,
    }
}
