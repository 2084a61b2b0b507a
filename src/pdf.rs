//! The text of a PDF file in reading order: what a person would read, a
//! paragraph a line, with page furniture kept apart and the place of every
//! word kept.
//!
//! The file's objects come from `lopdf`, or one by one as they are needed where
//! the file is sound (`objects`); all else is here, one step a module:
//! `lexer` and `content` run the pages' operators, `font` tells what their
//! codes say, `word`, `row`, `column`, `paragraph` rebuild the layout,
//! `furniture` takes headers and footers out, `text` writes it down.
//! [`extract`] never panics, and bounds what it inflates, recurses and waits.

mod cipher;
mod column;
mod content;
mod diagnosis;
mod field;
mod font;
mod furniture;
mod geometry;
mod guard;
mod hyphen;
mod image;
mod lazy;
mod lexer;
mod object;
mod objects;
mod ocr;
mod page;
mod paragraph;
mod password;
mod repair;
mod row;
mod source;
mod syntax;
mod text;
mod word;
mod xref;

use std::ops::Range;
use std::time::Instant;

pub use diagnosis::{Code, Warning};
pub use furniture::Furniture;
pub use geometry::Rect;
pub use ocr::Ocr;
pub use paragraph::Kind;
pub use password::Passwords;
pub use text::{Block, Placed};

use content::{Drawing, Fonts, Glyph, Turn};
use diagnosis::Worth;
use objects::Objects;
use source::Source;
use word::Words;

/// What one file may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Size of the file in bytes.
    pub max_bytes: u64,
    /// Pages read; the rest is left out with a warning.
    pub max_pages: usize,
    /// Bytes inflated in all.
    pub max_inflated: u64,
    /// When to give up.
    pub deadline: Option<Instant>,
    /// Whether pages are read by character recognition.
    pub ocr: Ocr,
    /// What an encrypted file may be opened with, besides the empty password.
    pub passwords: Passwords,
}

impl Default for Limits {
    /// 256 MiB, 2 000 pages, 256 MiB inflated, no deadline, no recognition, no password.
    fn default() -> Self {
        Self {
            max_bytes: 256 << 20,
            max_pages: 2000,
            max_inflated: 256 << 20,
            deadline: None,
            ocr: Ocr::Never,
            passwords: Passwords::default(),
        }
    }
}

/// Why a file gives no text at all.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// No PDF header and no PDF objects.
    #[error("not a PDF file")]
    NotPdf,
    /// It opens only with a password, and none of [`Limits::passwords`] does it.
    #[error("the file is encrypted and needs a password")]
    Encrypted,
    /// Its objects cannot be read.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// It is over [`Limits::max_bytes`].
    #[error("the file has {bytes} bytes, more than the limit of {limit}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// The deadline passed before the first page was read.
    #[error("reading took longer than the time limit")]
    TimedOut,
    /// A defect in the reader.
    #[error("the reader failed on this file")]
    Failed,
}

/// The text of a file.
#[derive(Debug, Default)]
pub struct PdfText {
    /// Reading order; a paragraph a line, a blank line between blocks, the
    /// lines of a letterhead or an address each on their own within a block.
    /// Notes stand at the end; headers, footers and page numbers do not.
    pub text: String,
    /// Bytes of each page's text, in order, without overlap. Notes lie after the last.
    pub pages: Vec<Range<usize>>,
    /// Pages of the file.
    pub page_count: usize,
    /// What a reader of the text should know.
    pub warnings: Vec<Warning>,
    /// Where all this stands.
    pub layout: Layout,
}

/// Where the parts of a text stand on their pages.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Width and height of each page, in points.
    pub sizes: Vec<(f32, f32)>,
    /// Blocks in the order of the text.
    pub blocks: Vec<Block>,
    /// Lines in the order of the text, with their boxes.
    pub lines: Vec<Placed>,
    /// Words in the order of the text, with their boxes.
    pub words: Vec<Placed>,
    /// Headers, footers and page numbers.
    pub furniture: Vec<Furniture>,
}

impl Layout {
    /// Boxes of a range of the text: one for each line it touches, with its page.
    #[must_use]
    pub fn boxes(&self, range: Range<usize>) -> Vec<(usize, Rect)> {
        let first = self.words.partition_point(|w| w.end <= range.start);
        let mut out: Vec<(usize, Rect)> = Vec::new();
        for word in self.words[first..]
            .iter()
            .take_while(|w| w.start < range.end)
        {
            match out.last_mut() {
                Some((page, bbox))
                    if *page == word.page
                        && word.bbox.x0 >= bbox.x0
                        && word.bbox.y0 < bbox.y1
                        && word.bbox.y1 > bbox.y0 =>
                {
                    *bbox = bbox.union(word.bbox);
                }
                _ => out.push((word.page, word.bbox)),
            }
        }
        out
    }
}

/// Reads the text of a PDF file.
///
/// # Errors
///
/// See [`Error`]. A damaged file gives what can be read, with warnings.
pub fn extract(bytes: &[u8], limits: &Limits) -> Result<PdfText, Error> {
    guard::quietly(|| extract_inner(bytes, limits)).unwrap_or(Err(Error::Failed))
}

fn extract_inner(bytes: &[u8], limits: &Limits) -> Result<PdfText, Error> {
    let size = bytes.len() as u64;
    if size > limits.max_bytes {
        return Err(Error::TooLarge {
            bytes: size,
            limit: limits.max_bytes,
        });
    }
    if let Some(objects) = Objects::lazy(bytes, limits) {
        let read = read(&objects, bytes, limits);
        if !objects.is_broken() {
            return read;
        }
    }
    read(&Objects::load(bytes, limits)?, bytes, limits)
}

fn read(objects: &Objects<'_>, bytes: &[u8], limits: &Limits) -> Result<PdfText, Error> {
    let source = Source::new(objects, limits.max_inflated);
    let layers = page::off_layers(&source);
    let mut fonts = Fonts::default();
    let ids = page::page_ids(&source, limits.max_pages.saturating_add(1));
    let mut report = diagnosis::Report::default();
    report.too_many_pages = ids.len() > limits.max_pages;

    let mut recogniser = ocr::Recogniser::new(bytes, limits);
    let mut pages = Vec::new();
    for &id in ids.iter().take(limits.max_pages) {
        if limits.deadline.is_some_and(|d| Instant::now() >= d) {
            if pages.is_empty() {
                return Err(Error::TimedOut);
            }
            report.timed_out = true;
            break;
        }
        let drawn = page::draw(&source, &mut fonts, &layers, limits.deadline, id);
        if objects.is_broken() {
            break;
        }
        let (mut drawing, bounds) = drawn.map_or_else(Default::default, |d| (d.drawing, d.bounds));
        let mut worth = diagnosis::worth(&drawing, bounds);
        let wanted = match limits.ocr {
            Ocr::Never => false,
            Ocr::Auto => worth != Worth::Good,
            Ocr::Always => true,
        };
        if wanted {
            let found = recogniser.page(&ocr::Request {
                source: &source,
                number: pages.len() + 1,
                bounds,
                images: &drawing.images,
            });
            report.recognised(found.as_ref().map(|_| ()).map_err(String::clone));
            if let Ok(found) = found {
                drawing = found;
                worth = Worth::Good;
            }
        }
        report.page(&drawing, worth);
        pages.push(Drawn::of(&drawing, bounds));
    }
    report.recovered = objects.is_recovered();
    report.damaged_stream = source.damaged.get();
    let mut out = lay_out(pages, limits.deadline);
    out.page_count = ids.len().min(limits.max_pages);
    out.warnings = report.warnings();
    Ok(out)
}

/// A page's words, by direction, and its rules.
struct Drawn {
    main: Words,
    turned: Vec<Words>,
    rules: Vec<Rect>,
    width: f32,
    height: f32,
}

impl Drawn {
    fn of(drawing: &Drawing, bounds: Rect) -> Self {
        let glyphs = &drawing.glyphs;
        let count = |turn| glyphs.iter().filter(|g: &&Glyph| g.turn == turn).count();
        let turns = [Turn::Right, Turn::Up, Turn::Left, Turn::Down];
        let right = count(Turn::Right);
        let main = if right * 2 >= glyphs.len() {
            Turn::Right
        } else {
            turns
                .into_iter()
                .max_by_key(|&t| count(t))
                .unwrap_or(Turn::Right)
        };
        let turned = if right == glyphs.len() {
            Vec::new()
        } else {
            turns
                .into_iter()
                .chain([Turn::Oblique])
                .filter(|&t| t != main)
                .map(|t| word::words(glyphs, t))
                .filter(|w| !w.words.is_empty())
                .collect()
        };
        let mut words = word::words(glyphs, main);
        // Turned coordinates may be negative: move them back onto the page.
        let (dx, dy, width, height) = match main {
            Turn::Right | Turn::Oblique => (0.0, 0.0, bounds.width(), bounds.height()),
            Turn::Up => (0.0, bounds.width(), bounds.height(), bounds.width()),
            Turn::Left => (
                bounds.width(),
                bounds.height(),
                bounds.width(),
                bounds.height(),
            ),
            Turn::Down => (bounds.height(), 0.0, bounds.height(), bounds.width()),
        };
        for w in &mut words.words {
            w.x0 += dx;
            w.x1 += dx;
            w.y += dy;
        }
        Self {
            main: words,
            turned,
            rules: if main == Turn::Right {
                drawing.rules.clone()
            } else {
                Vec::new()
            },
            width,
            height,
        }
    }
}

/// Size of most of the text, by characters.
fn body_size(pages: &[Drawn]) -> f32 {
    let mut counts = [0u32; 400];
    for w in pages.iter().flat_map(|p| &p.main.words) {
        let bin = (w.size * 4.0) as usize;
        if let Some(count) = counts.get_mut(bin) {
            *count += w.end - w.start;
        }
    }
    let best = counts.iter().enumerate().max_by_key(|(_, n)| **n);
    best.map_or(10.0, |(bin, _)| bin as f32 / 4.0 + 0.125)
}

/// Left and right edges of the text of each page and of its like.
fn margins(pages: &[Drawn]) -> Vec<(f32, f32)> {
    let own: Vec<(f32, f32)> = pages
        .iter()
        .map(|p| {
            let words = &p.main.words;
            words
                .iter()
                .fold((f32::MAX, f32::MIN), |(l, r), w| (l.min(w.x0), r.max(w.x1)))
        })
        .collect();
    let mut like: Vec<(f32, (f32, f32))> = Vec::new();
    for (page, &(l, r)) in pages.iter().zip(&own) {
        match like.iter_mut().find(|(w, _)| (w - page.width).abs() < 1.0) {
            Some((_, edges)) => *edges = (edges.0.min(l), edges.1.max(r)),
            None => like.push((page.width, (l, r))),
        }
    }
    pages
        .iter()
        .zip(own)
        .map(|(page, edges)| {
            let found = like.iter().find(|(w, _)| (w - page.width).abs() < 1.0);
            found.map_or(edges, |(_, e)| *e)
        })
        .collect()
}

fn lay_out(pages: Vec<Drawn>, deadline: Option<Instant>) -> PdfText {
    let body = body_size(&pages);
    let sizes = pages.iter().map(|p| (p.width, p.height)).collect();
    let margins = margins(&pages);
    let rows: Vec<row::Rows> = pages
        .iter()
        .map(|p| row::Rows::of(&p.main, (0..p.main.words.len() as u32).collect()))
        .collect();
    let views: Vec<furniture::Sheet<'_>> = pages
        .iter()
        .zip(&rows)
        .map(|(p, rows)| furniture::Sheet {
            words: &p.main,
            rows,
            height: p.height,
        })
        .collect();
    let found = furniture::find(&views, body);
    let mut furniture = Vec::new();
    let mut kept: Vec<Vec<u32>> = Vec::new();
    for (page, (view, segments)) in views.iter().zip(&found).enumerate() {
        let mut out = vec![false; view.words.words.len()];
        for &s in segments {
            let segment = &view.rows.segments[s];
            furniture.push(Furniture {
                page,
                text: furniture::text_of(view, segment),
            });
            for &i in &view.rows.order[segment.start..segment.end] {
                out[i as usize] = true;
            }
        }
        // Row after row, as they are wanted next.
        let order = view.rows.order.iter().copied();
        kept.push(order.filter(|&i| !out[i as usize]).collect());
    }
    drop(views);

    let mut sheets = Vec::with_capacity(pages.len());
    let mut paragraphs = Vec::new();
    for (page, (drawn, kept)) in pages.into_iter().zip(kept).enumerate() {
        if deadline.is_some_and(|d| Instant::now() >= d) {
            sheets.push(text::Sheet::default());
            continue;
        }
        let mut regions = column::regions(&drawn.main, kept, &drawn.rules, margins[page]);
        let mut words = drawn.main;
        let upright = regions.len();
        for other in &drawn.turned {
            append_turned(&mut words, &mut regions, other);
        }
        for (i, region) in regions.iter().enumerate() {
            let mut found = paragraph::paragraphs(&words, region, (page, i), body);
            if i >= upright {
                for p in &mut found {
                    p.kind = Kind::Turned;
                }
            }
            paragraphs.extend(found);
        }
        sheets.push(text::Sheet { words, regions });
    }
    let paragraphs = text::assemble(paragraphs);
    let written = text::write(&sheets, &paragraphs);
    PdfText {
        text: written.text,
        pages: written.pages,
        page_count: 0,
        warnings: Vec::new(),
        layout: Layout {
            sizes,
            blocks: written.blocks,
            lines: written.lines,
            words: written.words,
            furniture,
        },
    }
}

/// Text that runs in another direction becomes a region of its own.
fn append_turned(words: &mut Words, regions: &mut Vec<column::Region>, other: &Words) {
    let first = words.words.len() as u32;
    let base = words.chars.len() as u32;
    words.chars.extend_from_slice(&other.chars);
    words.words.extend(other.words.iter().map(|w| word::Word {
        start: w.start + base,
        end: w.end + base,
        ..*w
    }));
    let all: Vec<u32> = (first..words.words.len() as u32).collect();
    let edge = |f: fn(f32, f32) -> f32, start: f32| {
        other
            .words
            .iter()
            .fold(start, |v, w| f(v, if start > 0.0 { w.x0 } else { w.x1 }))
    };
    regions.push(column::Region {
        rows: row::Rows::of(words, all),
        left: edge(f32::min, f32::INFINITY),
        right: edge(f32::max, f32::NEG_INFINITY),
    });
}
