//! What is wrong with a file, and which of its pages need to be read by
//! optical character recognition.

use super::content::Drawing;
use super::geometry::Rect;
use super::repair;

/// Kinds of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// Pages that show an image and no text.
    NoTextLayer,
    /// Pages whose text cannot be told from their fonts.
    GarbledText,
    /// The file was damaged and read as far as possible.
    Recovered,
    /// A limit cut something off.
    Truncated,
    /// Pages that were read by character recognition.
    Recognised,
    /// Pages that could not be read by character recognition.
    NotRecognised,
}

/// What the text of a page is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// It is what the page says, or the page says nothing.
    Good,
    /// There is an image and no text.
    Missing,
    /// The fonts do not tell it.
    Garbled,
}

/// Something a reader of the text should know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Warning {
    /// Its kind.
    pub code: Code,
    /// The pages it concerns, from 1; empty for the whole file.
    pub pages: Vec<usize>,
    /// In words.
    pub message: String,
}

/// Gathers what the pages show.
#[derive(Default)]
pub struct Report {
    pages: usize,
    /// Some page has text.
    text: bool,
    no_text: Vec<usize>,
    garbled: Vec<usize>,
    cut: Vec<usize>,
    recognised: Vec<usize>,
    /// Why pages were not recognised, and which.
    not_recognised: Vec<(String, Vec<usize>)>,
    /// Objects had to be looked for.
    pub recovered: bool,
    /// More pages than the limit.
    pub too_many_pages: bool,
    /// The deadline passed on the way.
    pub timed_out: bool,
    /// A stream was broken.
    pub damaged_stream: bool,
}

impl Report {
    /// Adds the next page.
    pub fn page(&mut self, drawing: &Drawing, worth: Worth) {
        self.pages += 1;
        self.text |= drawing.glyphs.iter().any(|g| !g.char.is_whitespace());
        if drawing.truncated {
            self.cut.push(self.pages);
        }
        match worth {
            Worth::Good => {}
            Worth::Missing => self.no_text.push(self.pages),
            Worth::Garbled => self.garbled.push(self.pages),
        }
    }

    /// Says that the next page was recognised, or why not.
    pub fn recognised(&mut self, done: Result<(), String>) {
        let number = self.pages + 1;
        let Err(reason) = done else {
            self.recognised.push(number);
            return;
        };
        match self.not_recognised.iter_mut().find(|(r, _)| *r == reason) {
            Some((_, pages)) => pages.push(number),
            None => self.not_recognised.push((reason, vec![number])),
        }
    }

    /// The warnings, most important first.
    pub fn warnings(self) -> Vec<Warning> {
        let mut out = Vec::new();
        let blank = !self.text && self.no_text.is_empty();
        let mut warn = |code, pages: Vec<usize>, message: &str| {
            out.push(Warning {
                code,
                pages,
                message: message.to_owned(),
            });
        };
        if !self.no_text.is_empty() {
            let message = "pages show an image without text and need character recognition";
            warn(Code::NoTextLayer, self.no_text, message);
        }
        if !self.garbled.is_empty() {
            let message = "the fonts of these pages do not tell their text, which needs character recognition";
            warn(Code::GarbledText, self.garbled, message);
        }
        if blank {
            let message = "no page holds text, nor the image of a text";
            warn(Code::NoTextLayer, Vec::new(), message);
        }
        if !self.recognised.is_empty() {
            let message = "pages were read by character recognition (tesseract), which errs";
            warn(Code::Recognised, self.recognised, message);
        }
        for (reason, pages) in self.not_recognised {
            let message = format!("pages could not be read by character recognition: {reason}");
            warn(Code::NotRecognised, pages, &message);
        }
        if self.recovered {
            let message = "the file was damaged: its objects had to be looked for";
            warn(Code::Recovered, Vec::new(), message);
        }
        if self.damaged_stream {
            let message = "a stream was damaged or over the limit and was read in part";
            warn(Code::Recovered, Vec::new(), message);
        }
        if !self.cut.is_empty() {
            warn(Code::Truncated, self.cut, "pages were read in part");
        }
        if self.too_many_pages {
            let message = "the file has more pages than the limit";
            warn(Code::Truncated, Vec::new(), message);
        }
        if self.timed_out {
            let message = "reading stopped at the time limit";
            warn(Code::Truncated, Vec::new(), message);
        }
        out
    }
}

/// What the text that a page draws is worth.
pub fn worth(drawing: &Drawing, bounds: Rect) -> Worth {
    let area = (bounds.width() * bounds.height()).max(1.0);
    let images: f32 = drawing
        .images
        .iter()
        .map(|(place, _)| place.area_within(bounds))
        .sum();
    let cover = images / area;
    let mut tally = Tally::default();
    for glyph in &drawing.glyphs {
        tally.add(glyph.char);
    }
    // A scan may bear a stamp or a printed page number.
    if tally.legible() < 20 && cover > 0.3 || tally.legible() == 0 && cover > 0.05 {
        Worth::Missing
    } else if tally.garbled() {
        Worth::Garbled
    } else {
        Worth::Good
    }
}

/// A bit for each letter, at its place in the alphabet.
const fn bits(letters: &[u8]) -> u32 {
    let mut bits = 0;
    let mut i = 0;
    while i < letters.len() {
        bits |= 1 << (letters[i] & 31);
        i += 1;
    }
    bits
}

/// Kinds of characters on a page.
#[derive(Default)]
struct Tally {
    letters: usize,
    vowels: usize,
    other: usize,
    unknown: usize,
    odd: usize,
}

impl Tally {
    fn add(&mut self, c: char) {
        match c {
            'a'..='z' | 'A'..='Z' => {
                const VOWELS: u32 = bits(b"aeiouy");
                self.letters += 1;
                self.vowels += (VOWELS >> (c as u32 & 31) & 1) as usize;
            }
            ' ' | '\u{a0}' | '\u{202f}' => {}
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => self.unknown += 1,
            c if c.is_control() => self.unknown += 1,
            c if c.is_ascii() => {
                self.other += 1;
                let odd =
                    matches!(c, '!'..='&' | '*' | '+' | '<'..='>' | '@' | '['..='`' | '{'..='~');
                self.odd += usize::from(odd);
            }
            c if repair::is_letter(c) => {
                self.letters += 1;
                self.vowels += 1;
            }
            _ => self.other += 1,
        }
    }

    fn legible(&self) -> usize {
        self.letters + self.other
    }

    /// Too many unknown characters, or a mix no alphabetic language writes.
    fn garbled(&self) -> bool {
        let all = self.legible() + self.unknown;
        if all < 40 {
            return false;
        }
        let unknown = self.unknown * 100 > 30 * all;
        let signs = self.odd * 100 > 25 * all;
        let few_vowels = self.letters > 100 && self.vowels * 100 < 18 * self.letters;
        unknown || signs || few_vowels
    }
}
