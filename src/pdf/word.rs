//! Glyphs to words: runs of characters that touch, accents put on their
//! letters, superscripts brought down to the line they belong to.

use super::content::{Glyph, Turn};
use super::repair;

/// A gap wider than this, in ems, separates two words.
const SPACE: f32 = 0.14;

/// A gap that is a space before signs that some languages set off.
const THIN: f32 = 0.07;

/// Signs that typography may set off from the word before by a thin space.
fn is_spaced_sign(c: char) -> bool {
    matches!(c, ';' | '!' | '?' | ':' | '»' | '%' | '€')
}

/// A word on a page: a range of the page's characters and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Baseline of its line (of the base line, for a superscript).
    pub y: f32,
    /// Height of the font (of its neighbour, for a superscript).
    pub size: f32,
    /// First character in [`Words::chars`].
    pub start: u32,
    /// End in [`Words::chars`].
    pub end: u32,
    /// The white space drawn before it, or NUL where only the gap tells.
    pub before: char,
    /// Bold face.
    pub bold: bool,
    /// Raised above the line.
    pub raised: bool,
    /// Within an `/Artifact`.
    pub artifact: bool,
}

/// The words of a page in drawing order.
#[derive(Debug, Default)]
pub struct Words {
    /// The words.
    #[expect(clippy::struct_field_names, reason = "the plain name")]
    pub words: Vec<Word>,
    /// Their characters.
    pub chars: Vec<char>,
    /// Laid invisibly over an image by character recognition: sizes and
    /// places are estimates.
    pub recognised: bool,
}

impl Words {
    /// The characters of a word.
    pub fn text(&self, word: &Word) -> &[char] {
        &self.chars[word.start as usize..word.end as usize]
    }
}

/// Whether two words of one line, `a` left of `b`, are apart, and by what.
pub fn separator(a: &Word, b: &Word) -> Option<char> {
    if b.before != '\0' {
        return Some(b.before);
    }
    let size = a.size.max(b.size);
    // A raised mark stands a little off its word.
    let limit = if b.raised { 0.3 } else { SPACE };
    (b.x0 - a.x1 > limit * size).then_some(' ')
}

fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t' || c == '\u{a0}' || c == '\u{202f}' || c == '\u{3000}' || {
        ('\u{2000}'..='\u{200a}').contains(&c) || c == '\u{205f}' || c == '\n' || c == '\r'
    }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_nothing(c: char) -> bool {
    c.is_control() && !is_blank(c)
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{202a}'..='\u{202e}')
}

/// Builds words from the glyphs that run in direction `turn`.
pub fn words(glyphs: &[Glyph], turn: Turn) -> Words {
    let mut builder = Builder {
        out: Words {
            words: Vec::with_capacity(glyphs.len() / 4),
            chars: Vec::with_capacity(glyphs.len()),
            recognised: false,
        },
        open: false,
        after_accent: false,
        blank: '\0',
        last: (0.0, 0.0),
        has_right_to_left: false,
    };
    let mut hidden = 0usize;
    for glyph in glyphs.iter().filter(|g| g.turn == turn) {
        hidden += usize::from(glyph.hidden);
        // Turn the page so that this text runs to the right.
        let (x, y) = match turn {
            Turn::Right | Turn::Oblique => (glyph.x, glyph.y),
            Turn::Up => (glyph.y, -glyph.x),
            Turn::Left => (-glyph.x, -glyph.y),
            Turn::Down => (-glyph.y, glyph.x),
        };
        if !builder.extend(x, y, glyph) {
            builder.add(x, y, glyph);
        }
    }
    let turned = builder.has_right_to_left;
    let mut out = builder.out;
    out.recognised = hidden * 2 > out.chars.len();
    if turned {
        for word in &out.words {
            // Right-to-left scripts are drawn from the left, last letter first.
            let chars = &mut out.chars[word.start as usize..word.end as usize];
            if chars.iter().any(|&c| is_right_to_left(c)) {
                chars.reverse();
            }
        }
    }
    join_spaced(&mut out);
    out
}

struct Builder {
    out: Words,
    /// The last word may still grow.
    open: bool,
    /// The last character may be an accent drawn by itself.
    after_accent: bool,
    /// White space seen since the last word.
    blank: char,
    /// Left edge of the last character and where its word began to be raised.
    last: (f32, f32),
    /// Some letter belongs to a script that runs to the left.
    has_right_to_left: bool,
}

impl Builder {
    /// Adds the next letter of the same word, as nearly all are; says whether it was one.
    #[inline]
    fn extend(&mut self, x: f32, y: f32, glyph: &Glyph) -> bool {
        let c = glyph.char;
        let size = glyph.size.max(0.1);
        let Some(word) = self.out.words.last_mut() else {
            return false;
        };
        let extends = self.open
            && (c.is_ascii_alphanumeric() || ('\u{d8}'..='\u{17f}').contains(&c))
            && (y - self.last.1).abs() < 0.01 * size
            && (word.size - size).abs() < 0.01 * size
            && (x - word.x1).abs() < 0.1 * size
            && !word.raised
            && !self.after_accent;
        if extends {
            self.out.chars.push(c);
            word.end += 1;
            let x1 = x + glyph.width.max(0.0);
            if x1 > word.x1 {
                word.x1 = x1;
            }
            word.bold &= glyph.bold;
            self.last.0 = x;
        }
        extends
    }

    /// Adds any other glyph.
    #[inline(never)]
    fn add(&mut self, x: f32, y: f32, glyph: &Glyph) {
        let c = glyph.char;
        let plain = c.is_ascii_graphic();
        if !plain && is_blank(c) {
            self.open = false;
            let plain = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if self.blank == '\0' || plain {
                self.blank = if plain { ' ' } else { c };
            }
            return;
        }
        if !plain && is_nothing(c) {
            return;
        }
        self.has_right_to_left |= c > '\u{58f}' && is_right_to_left(c);
        let size = glyph.size.max(0.1);
        let x1 = x + glyph.width.max(0.0);
        if let Some(word) = self.out.words.last_mut() {
            let gap = x - word.x1;
            if self.open && repeated(word, &self.out.chars, self.last.0, x, y, size, c) {
                return;
            }
            let near = (y - word.y).abs() < size && self.blank == '\0';
            if near
                && (self.after_accent || repair::is_accent(c))
                && repair::join_accent(&mut self.out.chars, (self.last.0, word.x1), c, (x, x1))
            {
                word.x1 = word.x1.max(x1);
                self.after_accent = false;
                return;
            }
            let limit = if is_spaced_sign(c) { THIN } else { SPACE };
            let same = (y - self.last.1).abs() < 0.08 * size.max(word.size)
                && gap < limit * size
                && gap > -0.45 * size
                && (word.size - size).abs() < 0.15 * size
                && !word.raised;
            let in_raised = word.raised
                && (y - self.last.1).abs() < 0.5
                && gap < SPACE * size
                && gap > -0.45 * size;
            if self.open && (same || in_raised) {
                self.out.chars.push(c);
                word.end += 1;
                word.x1 = word.x1.max(x1);
                word.bold &= glyph.bold;
                self.last = (x, y);
                self.after_accent = repair::is_accent(c);
                return;
            }
        }
        self.start(x, x1, y, size, glyph);
    }

    fn start(&mut self, x: f32, x1: f32, y: f32, size: f32, glyph: &Glyph) {
        let start = self.out.chars.len() as u32;
        let mut word = Word {
            x0: x,
            x1,
            y,
            size,
            start,
            end: start + 1,
            before: std::mem::replace(&mut self.blank, '\0'),
            bold: glyph.bold,
            raised: false,
            artifact: glyph.artifact,
        };
        if let Some(last) = self.out.words.last_mut() {
            let near = (x - last.x1).abs() < 0.4 * size.max(last.size);
            let up = y - last.y;
            if near
                && word.size < 0.86 * last.size
                && up.abs() > 0.04 * last.size
                && up > -0.35 * last.size
                && up < 0.8 * last.size
            {
                // A superscript or subscript after its base.
                // Small quotation marks may hang too; only a mark is raised.
                word.raised = glyph.char.is_alphanumeric() || "*†‡(".contains(glyph.char);
                word.y = last.y;
                word.size = last.size;
            } else if near
                && last.size < 0.86 * size
                && !last.raised
                && -up > 0.1 * size
                && -up < 0.8 * size
                && last.end - last.start <= 3
            {
                // A raised mark before its word, as in a footnote.
                last.raised = true;
                last.y = y;
                last.size = size;
            }
            // A thin space drawn as a mere gap.
            let gap = x - last.x1;
            if is_spaced_sign(glyph.char)
                && word.before == '\0'
                && (THIN * size..size).contains(&gap)
                && up.abs() < 0.1 * size
            {
                word.before = ' ';
            }
            let jump = (y - last.y).abs() > 0.5 * size || x < last.x0 - 0.5 * size;
            if jump && word.before != '\0' && !word.raised {
                // The blank was drawn at the end of another line.
                word.before = '\0';
            }
        }
        self.out.chars.push(glyph.char);
        self.out.words.push(word);
        self.open = true;
        self.after_accent = repair::is_accent(glyph.char);
        self.last = (x, y);
    }
}

/// The same character drawn again in the same place: how some programs make bold.
fn repeated(word: &Word, chars: &[char], last_x: f32, x: f32, y: f32, size: f32, c: char) -> bool {
    chars.last() == Some(&c) && (x - last_x).abs() < 0.12 * size && (y - word.y).abs() < 0.12 * size
}

/// Puts letter-spaced words together again: runs of single letters whose
/// gaps are alike; only a clearly wider gap is a space.
fn join_spaced(page: &mut Words) {
    const MIN_RUN: usize = 5;
    let words = &mut page.words;
    let single = |w: &Word| w.end - w.start == 1;
    let mut i = 0;
    let mut removed = false;
    while i + MIN_RUN <= words.len() {
        let mut j = i;
        while j + 1 < words.len()
            && single(&words[j])
            && single(&words[j + 1])
            && words[j + 1].before == '\0'
            && words[j + 1].start == words[j].end
            && (words[j + 1].y - words[j].y).abs() < 0.5
            && (0.0..1.5 * words[j].size).contains(&(words[j + 1].x0 - words[j].x1))
        {
            j += 1;
        }
        if j + 1 - i >= MIN_RUN {
            let mut gaps: Vec<f32> = (i..j).map(|k| words[k + 1].x0 - words[k].x1).collect();
            gaps.sort_by(f32::total_cmp);
            let usual = gaps[gaps.len() / 3];
            // Figures set that far apart are a row of figures.
            let run = &page.chars[words[i].start as usize..words[j].end as usize];
            if usual > 0.2 * words[i].size && run.iter().all(char::is_ascii_digit) {
                i = j + 1;
                continue;
            }
            let limit = usual * 1.6 + 0.05 * words[i].size;
            let mut head = i;
            for k in i + 1..=j {
                let next = words[k];
                if next.x0 - words[head].x1 <= limit {
                    words[head].end = next.end;
                    words[head].x1 = next.x1;
                    words[k].end = words[k].start;
                    removed = true;
                } else {
                    words[k].before = ' ';
                    head = k;
                }
            }
        }
        i = j.max(i) + 1;
    }
    if removed {
        words.retain(|w| w.end > w.start);
    }
}
