//! One document from end to end: tokens, layout, rules, facts, record.

use std::ops::Range;

use super::{Engine, LayoutMode};
use crate::extract::{self, Reading};
use crate::grammar::{Lattice, Outcome, Unit};
use crate::ingest::{Deadline, Document};
use crate::layout::{self, Layout, UnitKind};
use crate::lexicon::Hits;
use crate::record::{
    self, CodePoints, Dateline, Problem, Record, Section, Source, Span, TextBox, Warning,
    WarningCode,
};
use crate::segment::{Token, language, tokenize};

/// A match of a rule, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The phase in which the rule ran.
    pub phase: String,
    /// Full name of the rule.
    pub rule: String,
    /// What it matched.
    pub text: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// Reads one document.
///
/// # Errors
///
/// If the deadline passes. Tokens, layout and each phase of the rules take time in
/// proportion to the text, whose length is limited: the clock is looked at between
/// them. Facts are compared with each other: there it is looked at inside.
pub(super) fn read(
    engine: &Engine,
    document: Document,
    deadline: Deadline,
) -> Result<Record, Problem> {
    let source = Source {
        path: document.path,
        id: document.line_id,
        format: document.format,
        bytes: document.bytes,
        pages: document.page_count,
    };
    let mut record = Record::new(document.id, source);
    record.warnings = document.warnings;
    let text = document.text.as_str();
    let points = CodePoints::new(text);
    record.pages = document.page_count.map(|_| {
        document
            .pages
            .iter()
            .map(|page: &Range<usize>| points.span(page.clone()))
            .collect()
    });
    read_text(engine, text, points, document.anchor, deadline, &mut record)?;
    if engine.config().boxes
        && let Some(layout) = &document.layout
    {
        record.boxes = Some(boxes(text, layout, &record.mention_spans()));
    }
    if engine.config().keep_text {
        record.text = Some(document.text);
    }
    Ok(record)
}

/// Where spans of the text stand on their pages, a box a line.
fn boxes(text: &str, layout: &crate::pdf::Layout, spans: &[Span]) -> Vec<TextBox> {
    let points = CodePoints::new(text);
    let tenths = |points: f32| (f64::from(points) * 10.0).round() / 10.0;
    let mut out = Vec::new();
    for &Span { start, end } in spans {
        let range = points.byte(start)..points.byte(end);
        out.extend(layout.boxes(range).into_iter().map(|(page, at)| TextBox {
            start,
            end,
            page: page as u32 + 1,
            x0: tenths(at.x0),
            y0: tenths(at.y0),
            x1: tenths(at.x1),
            y1: tenths(at.y1),
        }));
    }
    out
}

/// Fills the record with what the text says.
fn read_text(
    engine: &Engine,
    text: &str,
    points: CodePoints<'_>,
    anchor: Option<jiff::civil::Date>,
    deadline: Deadline,
    record: &mut Record,
) -> Result<(), Problem> {
    let grammar = engine.grammar();
    let Prepared {
        tokens,
        hits,
        layout,
        units,
    } = prepare(engine, text);
    deadline.check()?;
    record.lang = language(text, &tokens, engine.segment_data()).map(str::to_owned);
    let foreign = record.lang.as_deref().filter(|lang| *lang != "fr");
    // French rules see names and dates in other languages where there are none.
    let phases = if foreign.is_some() && !engine.config().any_language {
        0
    } else {
        grammar.phases.len()
    };
    if let Some(lang) = foreign {
        let message = format!("the text looks like {lang}, not French");
        record
            .warnings
            .push(Warning::new(WarningCode::NotFrench, message));
    }
    let mut lattice = Lattice::new(text, &tokens, &hits);
    for phase in 0..phases {
        if grammar.is_due(phase, &lattice) {
            grammar.run_phase(phase, &mut lattice, &units, None);
            deadline.check()?;
        }
    }
    let stated = layout
        .dateline
        .as_ref()
        .and_then(|d| d.day)
        .and_then(|day| {
            let (year, month, day) = (
                day.year.cast_signed(),
                day.month.cast_signed(),
                day.day.cast_signed(),
            );
            jiff::civil::Date::new(year, month, day).ok()
        });
    let anchor = stated.or(anchor).or(engine.config().anchor);
    let reading = Reading {
        grammar,
        tense: engine.tense_words(),
        lattice,
        layout: &layout,
        units,
        anchor,
        points,
        deadline,
    };
    head(&reading, record);
    if phases == 0 {
        return Ok(());
    }
    let (dates, doubts) = extract::dates::dates(&reading);
    record.dates = dates;
    record.warnings.extend(doubts);
    deadline.check()?;
    record.places = extract::places::places(&reading);
    record.organisations = extract::organisations::organisations(&reading);
    (record.people, record.roles) = extract::people::people(&reading);
    deadline.check()?;
    record.issuer = extract::head::issuer(&reading, record);
    record.agreements = extract::agreements::agreements(&reading, record);
    deadline.check()?;
    record.contacts = extract::contacts::contacts(&reading, record);
    // What a loop left out because the time was up is in no record.
    deadline.check()
}

/// A text cut into tokens, looked up and laid out: what the rules run over.
struct Prepared {
    tokens: Vec<Token>,
    hits: Hits,
    layout: Layout,
    units: Vec<Unit>,
}

fn prepare(engine: &Engine, text: &str) -> Prepared {
    let mut tokens = tokenize(text, engine.segment_data());
    let layout = match engine.config().layout {
        LayoutMode::Auto => layout::analyse(
            text,
            &mut tokens,
            engine.segment_data(),
            engine.layout_data(),
        ),
        LayoutMode::None => layout::bare(
            text,
            &mut tokens,
            engine.segment_data(),
            engine.layout_data(),
        ),
    };
    let mut tokens = tokens.tokens;
    let hits = engine.grammar().lexicon.look_up(text, &mut tokens);
    let units = units(&layout);
    Prepared {
        tokens,
        hits,
        layout,
        units,
    }
}

/// What became of every match that met the span, in the order of the phases.
pub(super) fn why(engine: &Engine, text: &str, span: Range<usize>) -> Vec<Why> {
    let grammar = engine.grammar();
    let Prepared {
        tokens,
        hits,
        units,
        ..
    } = prepare(engine, text);
    let mut lattice = Lattice::new(text, &tokens, &hits);
    let mut found = Vec::new();
    for phase in 0..grammar.phases.len() {
        if !grammar.is_due(phase, &lattice) {
            continue;
        }
        let mut events = Vec::new();
        grammar.run_phase(phase, &mut lattice, &units, Some(&mut events));
        for event in events {
            let bytes = lattice.bytes(event.start, event.end);
            if bytes.start < span.end && span.start < bytes.end {
                found.push(Why {
                    phase: grammar.phases[phase].name.clone(),
                    rule: grammar.rules[event.rule].name.clone(),
                    text: text[bytes].to_owned(),
                    outcome: event.outcome,
                });
            }
        }
    }
    found
}

/// The units that rules run over, labelled by their section.
fn units(layout: &Layout) -> Vec<Unit> {
    let label = |section: u32| {
        layout
            .sections
            .get(section as usize)
            .map_or("body", |s| s.kind.label())
    };
    layout
        .units
        .iter()
        .map(|u| Unit {
            start: u.tokens.start,
            end: u.tokens.end,
            label: label(u.section),
        })
        .collect()
}

/// What the layout says: sections, sentences, title, kind, dateline.
fn head(reading: &Reading<'_, '_>, record: &mut Record) {
    let layout = reading.layout;
    let span = |tokens: Range<u32>| {
        let (start, end, _) = reading.span(tokens.start, tokens.end);
        record::Span { start, end }
    };
    record.sections = layout
        .sections
        .iter()
        .map(|s| {
            let record::Span { start, end } = span(s.tokens.clone());
            Section {
                kind: section_kind(s.kind),
                start,
                end,
            }
        })
        .collect();
    record.sentences = layout
        .units
        .iter()
        .filter(|u| u.kind == UnitKind::Sentence)
        .map(|u| {
            reading
                .points
                .span(u.bytes.start as usize..u.bytes.end as usize)
        })
        .collect();
    let one_line = |(start, end): (u32, u32)| {
        let words: Vec<&str> = reading
            .lattice
            .words(start, end)
            .split_whitespace()
            .collect();
        words.join(" ")
    };
    record.title.clone_from(&layout.headline);
    record.kind.clone_from(&layout.kind);
    record.dateline = layout.dateline.as_ref().map(|d| {
        let (start, end, _) = reading.span(d.tokens.0, d.tokens.1);
        Dateline {
            place: d.place.map(one_line),
            date: d.day.map(|d| d.to_string()),
            start,
            end,
        }
    });
}

fn section_kind(kind: layout::SectionKind) -> record::SectionKind {
    use layout::SectionKind as L;
    use record::SectionKind as R;
    match kind {
        L::Letterhead | L::Kind => R::Letterhead,
        L::Title => R::Title,
        L::Dateline => R::Dateline,
        L::Heading => R::Heading,
        L::Body => R::Body,
        L::Quotation => R::Quotation,
        L::List => R::List,
        L::About => R::About,
        L::Signature => R::Signature,
        L::Contacts => R::Contacts,
        L::Other => R::Footer,
    }
}
