//! Paragraphs to the text of the document, with the place of every word.

use std::ops::Range;

use super::column::Region;
use super::geometry::Rect;
use super::hyphen::{Vocabulary, is_hyphen};
use super::paragraph::{Kind, Line, Paragraph, joins};
use super::repair::push_plain;
use super::word::{Word, Words, separator};

/// A laid-out page: its words and its regions in reading order.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Words of the main direction.
    pub words: Words,
    /// Regions.
    pub regions: Vec<Region>,
}

/// A block of the text.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Page it starts on, from 0.
    pub page: usize,
    /// Its box on that page.
    pub bbox: Rect,
}

/// Where a word or a line of the text stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// First byte in the text.
    pub start: usize,
    /// End in the text.
    pub end: usize,
    /// Page, from 0.
    pub page: usize,
    /// Its box.
    pub bbox: Rect,
}

/// The written text.
#[derive(Debug, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Words in order.
    pub words: Vec<Placed>,
    /// Lines in order.
    pub lines: Vec<Placed>,
    /// Bytes of each page's text.
    pub pages: Vec<Range<usize>>,
}

/// Joins paragraphs over columns and pages; notes go to the end.
pub fn assemble(all: Vec<Paragraph>) -> Vec<Paragraph> {
    const LOOK_BACK: usize = 6;
    let mut out: Vec<Paragraph> = Vec::with_capacity(all.len());
    let mut notes: Vec<Paragraph> = Vec::new();
    let place = |p: &Paragraph| p.lines.first().map(|l| (l.page, l.region));
    for mut paragraph in all {
        if paragraph.kind == Kind::Footnote {
            notes.push(paragraph);
            continue;
        }
        let here = place(&paragraph);
        let new_region = out
            .last()
            .and_then(|p| p.lines.last())
            .is_some_and(|l| Some((l.page, l.region)) != here);
        if new_region {
            // A box or a table may stand between the two halves.
            let lower = out.len().saturating_sub(LOOK_BACK);
            let found = (lower..out.len())
                .rev()
                .find(|&i| joins(&out[i], &paragraph) && ends_region(&out, i));
            if let Some(i) = found {
                out[i].absorb(paragraph);
                continue;
            }
            paragraph.attached = false;
        }
        out.push(paragraph);
    }
    out.extend(notes);
    out
}

/// Whether nothing of the same region follows paragraph `i`.
fn ends_region(all: &[Paragraph], i: usize) -> bool {
    let Some(last) = all[i].lines.last() else {
        return false;
    };
    all[i + 1..].iter().all(|p| {
        p.lines
            .first()
            .is_none_or(|l| (l.page, l.region) != (last.page, last.region))
    })
}

/// Writes the paragraphs.
pub fn write(sheets: &[Sheet], paragraphs: &[Paragraph]) -> Written {
    let mut writer = Writer {
        sheets,
        vocabulary: None,
        paragraphs,
        out: Written {
            text: String::with_capacity(sheets.iter().map(|s| s.words.chars.len() * 5 / 4).sum()),
            words: Vec::with_capacity(sheets.iter().map(|s| s.words.words.len()).sum()),
            ..Written::default()
        },
    };
    let mut first_of: Vec<Option<usize>> = vec![None; sheets.len()];
    let mut body_end = 0;
    for paragraph in paragraphs {
        writer.paragraph(paragraph, &mut first_of);
        if paragraph.kind != Kind::Footnote {
            body_end = writer.out.text.len();
        }
    }
    let Writer { mut out, .. } = writer;
    let mut end = body_end;
    let mut pages = vec![0..0; sheets.len()];
    for page in (0..sheets.len()).rev() {
        let start = first_of[page].unwrap_or(end).min(end);
        pages[page] = start..end;
        end = start;
    }
    if let Some(first) = pages.first_mut() {
        first.start = 0;
    }
    out.pages = pages;
    out
}

struct Writer<'a> {
    sheets: &'a [Sheet],
    paragraphs: &'a [Paragraph],
    /// Built at the first hyphen that needs it.
    vocabulary: Option<Vocabulary>,
    out: Written,
}

impl Writer<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, first_of: &mut [Option<usize>]) {
        if !self.out.text.is_empty() {
            self.out
                .text
                .push_str(if paragraph.attached { "\n" } else { "\n\n" });
        }
        let start = self.out.text.len();
        let mut bbox: Option<Rect> = None;
        let page = paragraph.lines[0].page;
        for (i, line) in paragraph.lines.iter().enumerate() {
            if i > 0 {
                self.join(line);
            }
            if paragraph.kind != Kind::Footnote {
                first_of[line.page].get_or_insert(self.out.text.len());
            }
            let begin = self.out.text.len();
            self.line(line);
            let own = Rect::of(
                line.x0,
                line.y - 0.22 * line.size,
                line.x1,
                line.y + 0.78 * line.size,
            );
            self.out.lines.push(Placed {
                start: begin,
                end: self.out.text.len(),
                page: line.page,
                bbox: own,
            });
            if line.page == page {
                bbox = Some(bbox.map_or(own, |b| b.union(own)));
            }
        }
        let end = self.out.text.len();
        let attach = paragraph.attached
            && self
                .out
                .blocks
                .last()
                .is_some_and(|b| b.page == page && b.kind == paragraph.kind);
        let bbox = bbox.unwrap_or_default();
        if attach && let Some(last) = self.out.blocks.last_mut() {
            last.range.end = end;
            last.bbox = last.bbox.union(bbox);
            return;
        }
        self.out.blocks.push(Block {
            kind: paragraph.kind,
            range: start..end,
            page,
            bbox,
        });
    }

    /// Between two lines of a paragraph: a space, or a hyphen resolved.
    fn join(&mut self, next: &Line) {
        let text = &self.out.text;
        let Some(mark) = text.chars().next_back() else {
            return;
        };
        if !is_hyphen(mark) {
            self.out.text.push(' ');
            return;
        }
        let cut = text.len() - mark.len_utf8();
        let from = text[..cut]
            .rfind(|c: char| c.is_whitespace())
            .map_or(0, |i| i + 1);
        let first: Vec<char> = text
            .get(from..cut)
            .map(|t| t.trim_start().chars().collect())
            .unwrap_or_default();
        if first.is_empty() {
            // A dash between spaces, drawn with a hyphen.
            self.out.text.push(' ');
            return;
        }
        let second = self.first_token(next);
        let vocabulary = self
            .vocabulary
            .get_or_insert_with(|| vocabulary(self.sheets, self.paragraphs));
        if !vocabulary.keeps(&first, mark, &second) {
            self.out.text.truncate(cut);
            for list in [&mut self.out.words, &mut self.out.lines] {
                if let Some(last) = list.last_mut() {
                    last.end = cut;
                }
            }
        }
    }

    fn first_token(&self, line: &Line) -> Vec<char> {
        let sheet = &self.sheets[line.page];
        let order = &sheet.regions[line.region].rows.order[line.start..line.end];
        let mut out: Vec<char> = Vec::new();
        let mut last: Option<&Word> = None;
        for &i in order {
            let word = &sheet.words.words[i as usize];
            if last.is_some_and(|l| separator(l, word).is_some()) {
                break;
            }
            out.extend_from_slice(sheet.words.text(word));
            last = Some(word);
        }
        out
    }

    fn line(&mut self, line: &Line) {
        let sheet = &self.sheets[line.page];
        let order = &sheet.regions[line.region].rows.order[line.start..line.end];
        let mut last: Option<&Word> = None;
        for (i, &index) in order.iter().enumerate() {
            let word = &sheet.words.words[index as usize];
            if let Some(last) = last
                && let Some(blank) = separator(last, word)
            {
                self.out.text.push(blank);
            }
            let start = self.out.text.len();
            let chars = sheet.words.text(word);
            let end_of_line = i + 1 == order.len();
            for (k, &c) in chars.iter().enumerate() {
                // A soft hyphen speaks only at the end of a line.
                if c == '\u{ad}' && !(end_of_line && k + 1 == chars.len()) {
                    continue;
                }
                push_plain(&mut self.out.text, c);
            }
            self.out.words.push(Placed {
                start,
                end: self.out.text.len(),
                page: line.page,
                bbox: Rect::of(
                    word.x0,
                    word.y - 0.22 * word.size,
                    word.x1,
                    word.y + 0.78 * word.size,
                ),
            });
            last = Some(word);
        }
    }
}

/// The words of the document that no line end breaks.
fn vocabulary(sheets: &[Sheet], paragraphs: &[Paragraph]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    // Half of the words are said more than once.
    vocabulary.reserve(sheets.iter().map(|s| s.words.words.len()).sum::<usize>() / 2);
    for line in paragraphs.iter().flat_map(|p| &p.lines) {
        let sheet = &sheets[line.page];
        let order = &sheet.regions[line.region].rows.order[line.start..line.end];
        let inner = order.len().saturating_sub(1);
        for &i in order.get(1..inner).unwrap_or(&[]) {
            vocabulary.add(sheet.words.text(&sheet.words.words[i as usize]));
        }
        if let Some(&i) = order.last() {
            vocabulary.add_end(sheet.words.text(&sheet.words.words[i as usize]));
        }
    }
    vocabulary
}
