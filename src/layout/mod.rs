//! The layout of a communiqué: which lines are letterhead, title, dateline,
//! prose, list, contacts; and so which tokens are sentences.
//!
//! It works in three steps. Lines are described by what can be seen of them
//! ([`line`]); lines that belong together become blocks, over hard line ends
//! and page breaks ([`block`]); blocks get their part in the document
//! ([`section`]) from where they stand, how they look, and the words they begin
//! with ([`cue`], a list in `rules/layout/`).

mod block;
mod cue;
mod date;
mod edge;
mod head;
mod line;
mod section;
mod tail;
mod title;

pub use cue::{Cue, CueClass, Cues};
pub use date::{Dateline, Day};
pub use section::SectionKind;

use crate::segment::{Flags, Prose, SegmentData, Token, Tokens, split};
use section::Part;
use std::ops::Range;

/// The lists that layout is read by.
#[derive(Clone, Debug)]
pub struct LayoutData {
    cues: Cues,
    calendar: date::Calendar,
}

impl LayoutData {
    /// The lists that the program carries.
    ///
    /// # Panics
    /// Never: the lists are part of the program, and a test reads them.
    #[must_use]
    pub fn builtin(data: &SegmentData) -> Self {
        Self::with_cues(include_str!("../../rules/layout/cue.tsv"), data)
            .expect("the built-in list is well formed")
    }

    /// The program's lists with the cues of this text in the place of its own.
    ///
    /// # Errors
    /// The first line that is not understood, as `line N: …`.
    pub fn with_cues(cues: &str, data: &SegmentData) -> Result<Self, String> {
        Ok(Self {
            cues: Cues::parse(cues, data)?,
            calendar: date::Calendar::builtin(),
        })
    }
}

/// A stretch of whole blocks of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Its tokens.
    pub tokens: Range<u32>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// A sentence, a title or an item of a list.
    Sentence,
    /// A line outside the sentences, or the bullet of an item.
    Line,
}

/// A stretch of tokens that no rule looks over: every token is in exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What it is.
    pub kind: UnitKind,
    /// The section that holds it.
    pub section: u32,
    /// Its bytes; an emphasis mark around words inside counts.
    pub bytes: Range<u32>,
}

/// The layout of a text.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Sections in order: together they hold every token.
    pub sections: Vec<Section>,
    /// Units in order: together they hold every token.
    pub units: Vec<Unit>,
    /// Tokens of the title.
    pub title: Option<Range<u32>>,
    /// The title on one line, without marks.
    pub headline: Option<String>,
    /// What the document calls itself, in its usual form (`communiqué de presse`).
    pub kind: Option<String>,
    /// Where and when it was issued: as the head says, else as the end or the title says.
    pub dateline: Option<Dateline>,
}

impl Layout {
    /// The token ranges of the sentences, in order.
    pub fn sentences(&self) -> impl Iterator<Item = Range<u32>> + '_ {
        self.units
            .iter()
            .filter(|u| u.kind == UnitKind::Sentence)
            .map(|u| u.tokens.clone())
    }
}

/// What reading a layout needs at hand.
struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    marks: &'t [Range<u32>],
    data: &'t SegmentData,
    layout: &'t LayoutData,
}

/// Blanks in a row that set columns apart: two signatures, two letterheads side by side.
const GUTTER: usize = 4;

/// The columns of a line: what no more than a few blanks keep together.
fn columns<'r>(
    reader: &'r Reader<'_>,
    line: Range<u32>,
) -> impl Iterator<Item = Range<u32>> + use<'r> {
    let apart = |at: u32| {
        let gap = reader.tokens[at as usize - 1].end..reader.tokens[at as usize].start;
        let gap = &reader.text[gap.start as usize..gap.end as usize];
        gap.len() >= GUTTER && gap.chars().all(|c| c == ' ' || c == '\t')
    };
    let mut starts = (line.start + 1..line.end).filter(move |at| apart(*at));
    let (mut from, end) = (line.start, line.end);
    std::iter::from_fn(move || {
        (from < end).then(|| {
            let to = starts.next().unwrap_or(end);
            std::mem::replace(&mut from, to)..to
        })
    })
}

/// Reads the layout of a text and cuts it into units. Sets [`Flags::UNIT_START`] and [`Flags::ASIDE`] on its tokens.
#[must_use]
pub fn analyse(text: &str, tokens: &mut Tokens, data: &SegmentData, layout: &LayoutData) -> Layout {
    let reader = Reader {
        text,
        tokens: &tokens.tokens,
        marks: &tokens.marks,
        data,
        layout,
    };
    let lines = line::lines(&reader);
    let blocks = reader.blocks(&lines);
    let parts = reader.parts(&lines, blocks);
    let mut out = assemble(&reader, &parts);
    let asides: Vec<Range<usize>> = parts
        .iter()
        .flat_map(|p| p.block.asides.iter().cloned())
        .collect();
    for aside in asides {
        tokens.tokens[aside]
            .iter_mut()
            .for_each(|token| token.flags.set(Flags::ASIDE));
    }
    finish(text, tokens, &mut out);
    out
}

/// A text without layout: bare prose, one section, its paragraphs cut into sentences.
#[must_use]
pub fn bare(text: &str, tokens: &mut Tokens, data: &SegmentData, layout: &LayoutData) -> Layout {
    let reader = Reader {
        text,
        tokens: &tokens.tokens,
        marks: &tokens.marks,
        data,
        layout,
    };
    let lines = line::lines(&reader);
    let mut sentences = Vec::new();
    for block in reader.blocks(&lines) {
        split(
            text,
            &tokens.tokens,
            block.tokens.start as u32..block.tokens.end as u32,
            data,
            Prose::Bare,
            &mut sentences,
        );
    }
    let units = sentences
        .into_iter()
        .map(|tokens| Unit {
            tokens,
            kind: UnitKind::Sentence,
            section: 0,
            bytes: 0..0,
        })
        .collect();
    let sections = (!tokens.tokens.is_empty())
        .then_some(Section {
            kind: SectionKind::Body,
            tokens: 0..tokens.tokens.len() as u32,
        })
        .into_iter()
        .collect();
    let mut out = Layout {
        sections,
        units,
        ..Layout::default()
    };
    finish(text, tokens, &mut out);
    out
}

/// What is known once the units are: their bytes, their first words, the title in words.
fn finish(text: &str, tokens: &mut Tokens, layout: &mut Layout) {
    for unit in &mut layout.units {
        let span = tokens.span(text, &unit.tokens);
        unit.bytes = span.start as u32..span.end as u32;
        tokens.tokens[unit.tokens.start as usize]
            .flags
            .set(Flags::UNIT_START);
    }
    layout.headline = layout.title.clone().map(|title| {
        let mut line = String::new();
        for token in &tokens.tokens[title.start as usize..title.end as usize] {
            if !line.is_empty() && !token.flags.any(Flags(Flags::GLUED.0 | Flags::BROKEN.0)) {
                line.push(' ');
            }
            line.push_str(token.text(text));
        }
        line
    });
}

fn assemble(reader: &Reader<'_>, parts: &[Part]) -> Layout {
    let mut out = Layout::default();
    let mut sentences = Vec::new();
    for part in parts.iter().filter(|p| !p.block.tokens.is_empty()) {
        let range = part.block.tokens.start as u32..part.block.tokens.end as u32;
        match out.sections.last_mut() {
            Some(last) if last.kind == part.kind && last.kind != SectionKind::Title => {
                last.tokens.end = range.end;
            }
            _ => out.sections.push(Section {
                kind: part.kind,
                tokens: range.clone(),
            }),
        }
        let section = out.sections.len() as u32 - 1;
        if !part.prose {
            out.units.extend(columns(reader, range).map(|tokens| Unit {
                tokens,
                kind: UnitKind::Line,
                section,
                bytes: 0..0,
            }));
            continue;
        }
        let from = (part.from as u32).clamp(range.start, range.end);
        let label = (part.block.content as u32).clamp(range.start, from);
        for line in [range.start..label, label..from] {
            if !line.is_empty() {
                out.units.push(Unit {
                    tokens: line,
                    kind: UnitKind::Line,
                    section,
                    bytes: 0..0,
                });
            }
        }
        if from == range.end {
            continue;
        }
        sentences.clear();
        if part.kind == SectionKind::Title {
            sentences.push(from..range.end);
            out.title.get_or_insert(from..range.end);
        } else {
            split(
                reader.text,
                reader.tokens,
                from..range.end,
                reader.data,
                Prose::Paragraph,
                &mut sentences,
            );
        }
        out.units.extend(sentences.drain(..).map(|tokens| Unit {
            tokens,
            kind: UnitKind::Sentence,
            section,
            bytes: 0..0,
        }));
    }
    out.kind = parts
        .iter()
        .filter(|p| p.kind == SectionKind::Kind)
        .chain(parts.iter().filter(|p| p.kind == SectionKind::Title))
        .find_map(|p| {
            let cue = reader
                .layout
                .cues
                .at(reader.text, reader.tokens, p.block.content, |c| {
                    c == CueClass::Kind
                });
            cue.map(|(cue, _)| cue.name.to_string())
        });
    out.dateline = dateline(reader, parts);
    out
}

/// The dateline of the document: the first of the head; its place or day, where the head does not say, from below the
/// text or the title.
fn dateline(reader: &Reader<'_>, parts: &[Part]) -> Option<Dateline> {
    let mut found: Option<Dateline> = None;
    for other in parts.iter().filter_map(|p| p.dateline.as_ref()) {
        match &mut found {
            None => found = Some(other.clone()),
            Some(first) => {
                first.place = first.place.or(other.place);
                if first.day.is_none() && other.day.is_some() {
                    (first.day, first.date) = (other.day, other.date);
                }
            }
        }
    }
    let dated = |part: &Part| reader.day_within(part.block.content, part.block.tokens.end);
    let title = parts.iter().find(|p| p.kind == SectionKind::Title);
    // « Sous embargo jusqu'au jeudi 28 août 2025 à 7 h 40 »: the day on which it may be told.
    let embargo = || {
        let head = parts.iter().take_while(|p| p.kind != SectionKind::Body);
        head.filter(|p| reader.names_embargo(&p.block))
            .find_map(dated)
    };
    if found.as_ref().is_none_or(|d| d.day.is_none())
        && let Some((start, end, day)) = title.and_then(dated).or_else(embargo)
    {
        let date = (start as u32, end as u32);
        match &mut found {
            Some(first) => (first.date, first.day) = (date, Some(day)),
            None => {
                found = Some(Dateline {
                    tokens: date,
                    place: None,
                    date,
                    day: Some(day),
                });
            }
        }
    }
    found
}
